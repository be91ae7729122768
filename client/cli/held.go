package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/schema"
)

const tablesHelp = "the dataset version's tables.json, by which it is known how long a result is held; " +
	"when not given, the one beside the schema file"

// held is for how long a result is held.
type held struct {
	sizes query.Sizes
	plan  *query.Plan
	how   job.Release
}

// readTables reads a version's list of tables, from a file or else from beside a schema file. There may be none.
func readTables(path string, schemaFiles []string) (dataset.Tables, error) {
	beside := path == ""
	if beside {
		if len(schemaFiles) == 0 {
			return nil, nil
		}
		_, file, named := strings.Cut(schemaFiles[0], "=")
		if !named {
			file = schemaFiles[0]
		}
		path = filepath.Join(filepath.Dir(file), dataset.TablesFile)
	}
	b, err := os.ReadFile(path)
	if beside && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the list of tables: %w", err)
	}
	tables, err := dataset.ParseTables(b)
	if err != nil {
		return nil, fmt.Errorf("reading the list of tables in %s: %w", path, err)
	}
	return tables, nil
}

// heldOf finds out for how long the result of a plan over a table is held. Without a list of tables it is not known,
// and nil. Everyone with a row is taken to consent.
func heldOf(
	tables dataset.Tables, table string, schema *schema.Schema, plan *query.Plan, how job.Release,
) (*held, error) {
	if len(tables) == 0 || plan == nil {
		return nil, nil
	}
	listed, err := tables.Find(table)
	if err != nil {
		return nil, err
	}
	return &held{query.Sizes{Schema: schema, Rows: listed.Rows, Live: listed.Rows}, plan, how}, nil
}

// check returns an error for a result that is held for longer than the policy gives a job, in seconds.
func (h *held) check(timeout uint32) error {
	if h == nil {
		return nil
	}
	if err := h.sizes.CheckTime(h.plan, h.how, uint64(timeout)); err != nil {
		return term.Fail(term.ExitPolicy, "ask for less, or ask the custodian for a policy with a longer jobTimeout",
			"the job is %w", err)
	}
	return nil
}

// put adds what is known to a command's result.
func (h *held) put(out map[string]any) {
	if h != nil {
		out["rows"], out["rowWork"], out["heldSeconds"] = h.sizes.Rows, h.plan.RowWork(h.how), h.sizes.Held(h.plan,
			h.how)
	}
}

// words say it to people.
func (h *held) words() string {
	if h == nil {
		return "for how long the result is held is not known: name the version's tables.json with --tables"
	}
	return fmt.Sprintf("the result is held for %d s after the key is released, whatever the rows are: "+
		"%d operations for each of %d rows%s", h.sizes.Held(h.plan, h.how), h.plan.RowWork(
		h.how), h.sizes.Rows, h.large())
}

// large says that the rows take more memory than a worker has for them unless its operator gives it more; such a worker
// does not claim the job. It is empty for rows that fit.
func (h *held) large() string {
	if h == nil {
		return ""
	}
	needs := vault.HeldBytes(int(h.sizes.Rows), len(h.sizes.Schema.Columns))
	if needs <= worker.DefaultMaxHeld {
		return ""
	}
	return fmt.Sprintf("; its rows take %d MiB of memory, more than the %d MiB that a worker has for them unless it "+
		"was started "+
		"with more (assent worker run --memory)", needs>>20, int64(worker.DefaultMaxHeld)>>20)
}
