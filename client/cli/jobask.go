package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// schemaFiles are the flags by which schemas are named that are not where a version publishes them.
type schemaFiles struct {
	schemas []string
	tables  string
}

func (f *schemaFiles) flags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.schemas, "schema", nil,
		"the dataset's schema file; of several tables NAME=FILE each, all of them; "+
			"when not given, what the dataset's version publishes")
	cmd.Flags().StringVar(&f.tables, "tables", "", tablesHelp)
}

// asked is what a job asks: its parameters, held against the schema and the policy on record.
type asked struct {
	params  statistics.Parameters
	schema  *schema.Schema
	plan    *query.Plan
	words   *question.Question
	policy  policy.Policy
	version dataset.Version
	tables  dataset.Tables // none where schemas were named without a list
	held    *held
}

// errUnfit says that a job's parameters do not fit.
var errUnfit = errors.New("the question cannot be run")

// errPublished says that what a dataset's version publishes cannot be read.
var errPublished = errors.New("reading the schema that was published")

// ask reads what a job asks. The parameters have the hash in the job, and the schema the one in the dataset's version.
// live is how many people's consent counts; zero when it is not known.
func (f *schemaFiles) ask(
	ctx context.Context, now *contracts.Snapshot, library *publish.Published, j *client.Posted, live int,
) (*asked, error) {
	out := &asked{}
	var err error
	if out.version, err = now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion); err != nil {
		return out, err
	}
	if out.policy, err = now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion); err != nil {
		return out, err
	}
	unfit := func(err error) (*asked, error) {
		return out, term.Fail(term.ExitPolicy, "do not approve it", "the parameters of job %s: %w: %w", j.ID, errUnfit,
			err)
	}
	if out.params, err = statistics.Parse(j.Spec.Kind, j.Parameters); err != nil {
		return unfit(err)
	}
	table := out.params.Table()
	out.schema, out.tables, err = f.schemaFor(ctx, library, j, &out.version, table)
	if errors.Is(err, errUnfit) {
		return unfit(err)
	}
	if err != nil {
		return out, err
	}
	if out.plan, err = query.Compile(out.params, out.schema); err == nil {
		err = out.plan.Check(j.Spec.Release, j.Spec.Rho)
	}
	if err != nil {
		return unfit(err)
	}
	out.words, err = question.Of(out.params, out.schema, question.Terms{
		Release: j.Spec.Release, Rho: j.Spec.Rho, MinCell: out.policy.MinCell, Live: uint32(live),
	})
	if err != nil {
		return unfit(err)
	}
	out.held, err = heldOf(out.tables, table, out.schema, out.plan, j.Spec.Release)
	return out, err
}

// data returns an error when the file with the rows that are asked is not where the version says. Where no list of
// tables is there it is not known.
func (q *asked) data(ctx context.Context, library *publish.Published) error {
	if len(q.tables) == 0 {
		return nil
	}
	listed, err := q.tables.Find(q.params.Table())
	if err != nil {
		return err
	}
	return library.Data(ctx, q.version.URI, listed)
}

// schemaFor returns the schema that a job's parameters are about, and the list of tables if there is one.
func (f *schemaFiles) schemaFor(
	ctx context.Context, library *publish.Published, j *client.Posted, version *dataset.Version,
	table string,
) (*schema.Schema, dataset.Tables, error) {
	if len(f.schemas) == 0 {
		tables, err := library.Tables(ctx, version.URI, version.ContentRoot, version.Schema)
		if err != nil {
			return nil, nil, term.Fail(term.ExitNetwork, "name the schema of the published folder with --schema",
				"%w: version %d of dataset %s: %w", errPublished, j.Spec.DatasetVersion, j.Spec.Dataset, err)
		}
		listed, err := tables.Find(table)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", errUnfit, err)
		}
		schema, err := library.Schema(ctx, version.URI, listed)
		if err != nil {
			err = term.Fail(term.ExitNetwork, "name the schema of the published folder with --schema",
				"%w: version %d of dataset %s: %w", errPublished, j.Spec.DatasetVersion, j.Spec.Dataset, err)
		}
		return schema, tables, err
	}
	schemas, err := publish.LoadSchemas(f.schemas)
	if err != nil {
		return nil, nil, err
	}
	if err := sameSchemas(j.Job, version.Schema, schemas); err != nil {
		return nil, nil, err
	}
	schema, err := schemaOf(schemas, table)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errUnfit, err)
	}
	tables, err := readTables(f.tables, f.schemas)
	if err != nil {
		return nil, nil, err
	}
	return schema, tables, adviseOnJob(client.CheckTables(tables, version))
}

// printQuestion prints a question in words.
func printQuestion(w io.Writer, q *question.Question) {
	last := ""
	for _, l := range q.Text() {
		heading := l[0]
		if heading == last {
			heading = ""
		}
		fmt.Fprintf(w, "%-10s %s\n", heading, l[1])
		last = l[0]
	}
}

// findJob reads the id of a job, or finds the job by the first digits of its id.
func findJob(ctx context.Context, c *client.Client, arg string) (common.Hash, error) {
	digits, err := hexDigits("job", arg)
	if err != nil || len(digits) == 2*common.HashLength {
		return common.HexToHash(digits), err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return common.Hash{}, err
	}
	all, err := c.Jobs(ctx, now, common.Hash{})
	if err != nil {
		return common.Hash{}, err
	}
	var found []common.Hash
	for _, j := range all {
		if j.ID.Hex()[2:2+len(digits)] == digits {
			found = append(found, j.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return common.Hash{}, term.Fail(term.ExitInput, "see which there are: assent job list",
			"no job's id begins with %s",
			arg)
	}
	return common.Hash{}, term.Fail(term.ExitInput, "write more of its digits", "the ids of %d jobs begin with %s: %v",
		len(found), arg, found)
}

// shortest is how many hexadecimal digits of an id are at least written.
const shortest = 8

// hexDigits reads the digits of an id, or of its beginning.
func hexDigits(what, s string) (string, error) {
	digits := strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(s, "0x"), "0X"))
	if len(digits) > 2*common.HashLength || len(digits) < shortest || strings.Trim(digits, "0123456789abcdef") != "" {
		return "", term.Fail(term.ExitInput, fmt.Sprintf(
			"an id is 0x and 64 hexadecimal digits; the first %d of them will "+
				"do", shortest),
			"%s %.80q is not an id", what, s)
	}
	return digits, nil
}

// shortID is the beginning of an id, by which people call it.
func shortID(id common.Hash) string { return id.Hex()[:2+shortest] }
