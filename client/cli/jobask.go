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
	"github.com/assent-network/assent/client/custodian/review"
	"github.com/assent-network/assent/node/question"
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

// asked is what a job asks, and for how long its result is held.
type asked struct {
	*review.Question
	held *held
}

// source is where schemas come from by the flags.
func (f *schemaFiles) source(library *publish.Published) (*review.Source, error) {
	s := &review.Source{Library: library}
	if len(f.schemas) == 0 {
		return s, nil
	}
	var err error
	if s.Schemas, err = publish.LoadSchemas(f.schemas); err != nil {
		return nil, err
	}
	s.Tables, err = readTables(f.tables, f.schemas)
	return s, err
}

// ask reads what a job asks. live is how many people's consent counts; zero when it is not known.
func (f *schemaFiles) ask(
	ctx context.Context, now *contracts.Snapshot, library *publish.Published, j *client.Posted, live int,
) (*asked, error) {
	out := &asked{Question: new(review.Question)}
	s, err := f.source(library)
	if err != nil {
		return out, err
	}
	if out.Question, err = s.Read(ctx, now, j, live); err != nil {
		return out, adviseOnReview(err)
	}
	out.held, err = heldOf(out.Tables, out.Params.Table(), out.Schema, out.Plan, j.Spec.Release)
	return out, err
}

// adviseOnReview adds what to do next to the reason why a question cannot be read.
func adviseOnReview(err error) error {
	switch {
	case errors.Is(err, client.ErrUnfit):
		return term.Fail(term.ExitPolicy, "do not approve it", "%w", err)
	case errors.Is(err, review.ErrPublished):
		return term.Fail(term.ExitNetwork, "name the schema of the published folder with --schema", "%w", err)
	case errors.Is(err, client.ErrOtherSchema):
		return term.Fail(term.ExitInput, "use the schemas of the published folder, of all tables, under their names",
			"%w", err)
	}
	return adviseOnJob(err)
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
