package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/dataset"
)

// shrinkage is by how much a custodian says that a version is smaller than the one before, and how many people have
// rows in one that is below the policy's cohort.
type shrinkage struct{ people, rows, cohort int }

// warnShrinks says what becomes different when a folder takes the place of the version in use, and refuses it when more
// than half of the people who consent, or of the rows, would go, unless that number was said.
func (a *App) warnShrinks(
	ctx context.Context, c *client.Client, id common.Hash, folder, rosterFile string, said shrinkage,
) error {
	r, err := roster.Load(rosterFile)
	if err != nil {
		return err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, id)
	if err != nil || d.Version == 0 {
		return err
	}
	people, contained, err := c.Consenting(ctx, now, d.Ledger, r.Entries())
	if err != nil {
		return err
	}
	if people > 0 {
		a.Warn("note: %d people consent, and %d of them are on the roster of this version", people, contained)
	}
	if lost := people - contained; 2*lost > people && lost != said.people {
		return term.Fail(term.ExitInput, "take the newest roster and pack the folder anew, or say --fewer-people "+
			"with that number",
			"version %d is in use, and of %d people who consent %d are not "+
				"on the roster %s", d.Version, people, lost, rosterFile)
	}
	tables, err := publish.ReadTables(folder)
	if err != nil {
		return err
	}
	v, err := now.Version(ctx, id, d.Version)
	if err != nil {
		return err
	}
	before := v
	old, ok := tablesAt(before)
	if !ok {
		a.Warn("note: how many rows version %d has is not known here: its folder is %s", d.Version, before.URI)
		return nil
	}
	had, has := rowsOf(old), rowsOf(tables)
	a.Warn("note: version %d has %d rows, this one %d", d.Version, had, has)
	if lost := had - has; 2*lost > had && lost != said.rows {
		return term.Fail(term.ExitInput, "pack the whole table, or say --fewer-rows with that number",
			"version %d is in use with %d rows, and %s has %d fewer", d.Version, had, folder, lost)
	}
	return nil
}

// warnCohort refuses a folder in which fewer people have rows than the policy's cohort, unless that number was said:
// the cohort counts people who consent, whether or not they have a row. Where packing's note is not beside the folder,
// the number is the fewest people that its rows can be of.
func (a *App) warnCohort(ctx context.Context, c *client.Client, id common.Hash, folder string, said int) error {
	tables, err := publish.ReadTables(folder)
	if err != nil {
		return err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return err
	}
	p, err := now.Policy(ctx, id, d.PolicyVersion)
	if err != nil {
		return err
	}
	people, exact, err := publish.PeopleOf(folder, tables)
	if err != nil {
		return err
	}
	if people >= int(p.MinCohort) {
		return nil
	}
	what, unless := count(people, "person has a row", "people have rows"), "pack the whole table"
	if !exact {
		what = "at least " + what
		unless = fmt.Sprintf("put %s beside the folder, where pack wrote it, or pack again", publish.NoteFile(folder))
	}
	what = fmt.Sprintf("%s in %s, and the policy wants a cohort of %d", what, folder, p.MinCohort)
	if people == said {
		a.Warn("note: %s: the cohort counts who consents, also those without a row", what)
		return nil
	}
	return term.Fail(term.ExitInput,
		fmt.Sprintf("%s, or, since jobs over so few people may then run, say --below-cohort %d", unless, people),
		"%s: the cohort counts who consents, also those without a row", what)
}

// tablesAt reads the list of tables of a version whose folder is on this machine.
func tablesAt(v dataset.Version) (dataset.Tables, bool) {
	b, err := os.ReadFile(filepath.Join(strings.TrimPrefix(v.URI, "file://"), dataset.TablesFile))
	if err != nil {
		return nil, false
	}
	tables, err := dataset.ParseTables(b)
	return tables, err == nil && tables.ContentRoot() == v.ContentRoot
}

func rowsOf(tables dataset.Tables) (rows int) {
	for _, t := range tables {
		rows += int(t.Rows)
	}
	return rows
}

// warnTooLarge says that a table takes more memory than workers give to one, unless they are told otherwise.
func (a *App) warnTooLarge(table string, s *vault.Summary) {
	held := vault.HeldBytes(s.Rows, s.Columns)
	if held > worker.DefaultMaxHeld {
		a.Warn("note: table %q takes %d MiB in a worker's memory, more than the %d MiB that workers give by default, "+
			"and they refuse its jobs: split it, leave out columns, or have its worker run with more (assent worker "+
			"run --memory)",
			table, held>>20, worker.DefaultMaxHeld>>20)
	}
}
