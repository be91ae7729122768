package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/sealed"
)

// postOptions are the flags of job post.
type postOptions struct {
	terms                                              jobTerms
	params, purpose, recipient, resultKey, fee, tables string
	schema                                             []string
	deadline                                           time.Duration
}

// wish is what a researcher wants of a dataset, as the flags and their files say.
type wish struct {
	kind      kind.Kind
	release   job.Release
	rho       budget.Rho
	purpose   purpose.Purpose
	recipient condition.Recipient
	*compiled
	schemas map[string]*schema.Schema
	tables  dataset.Tables
	key     sealed.PrivateKey
}

func (o *postOptions) read() (*wish, error) {
	w := new(wish)
	var err error
	if w.kind, w.release, w.rho, err = o.terms.parse(); err != nil {
		return nil, err
	}
	if w.purpose, err = purpose.Parse(o.purpose); err != nil {
		return nil, term.Fail(term.ExitInput, "the purposes are: "+purpose.All.String(), "%w", err)
	}
	if w.recipient, err = condition.ParseRecipient(o.recipient); err != nil {
		return nil, term.Fail(term.ExitInput, "", "--recipient: %w", err)
	}
	if w.tables, err = readTables(o.tables, o.schema); err != nil {
		return nil, err
	}
	if w.schemas, err = publish.LoadSchemas(o.schema); err != nil {
		return nil, err
	}
	if w.compiled, err = compileParameters(w.kind, o.params, w.schemas, w.tables, w.release, w.rho); err != nil {
		return nil, err
	}
	w.key, err = keyfile.LoadResult(o.resultKey)
	return w, err
}

// noteQuestion says how large the result may be, how far off its figures, and what of the question is easily misread.
func (a *App) noteQuestion(w *wish) error {
	if w.plan == nil {
		return nil
	}
	size, err := w.plan.MaxSize(w.release, w.rho)
	if err != nil {
		return err
	}
	a.Note("note: %s", w.plan.SizeWords(size))
	for _, asked := range w.asks() {
		a.Note("note: %s", asked)
	}
	for _, far := range w.noise {
		a.Note("note: %s", far)
	}
	for _, caution := range w.cautions {
		a.Note("note: %s", caution)
	}
	return nil
}

func (a *App) jobPost() *cobra.Command {
	var o postOptions
	cmd := &cobra.Command{
		Use:   "post DATASET",
		Short: "Post a job with its fee in escrow",
		Long: `Post a job with its fee in escrow. Its parameters are a file such as

  {"format": "assent-query/1",
   "filter": {"column": "age", "op": ">=", "value": "18"},
   "groups": [{"column": "sex"}],
   "measures": [{"op": "count"}, {"op": "mean", "column": "age"}]}

and assent job template makes one for a schema. How many people's consent counts is said before the job is posted.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := a.datasetID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			w, err := o.read()
			if err != nil {
				return err
			}
			_, posted, out, err := a.post(cmd.Context(), id, &o, w)
			if err != nil {
				return err
			}
			return a.Result(out, func(w io.Writer) { fmt.Fprintln(w, posted.Hex()) })
		},
	}
	o.flags(cmd)
	return cmd
}

func (o *postOptions) flags(cmd *cobra.Command) {
	o.terms.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&o.params, "params", "",
		"file with the job's parameters (JSON), as docs/protocol/parameters-query.md and parameters-fairness.md have "+
			"them; required")
	f.StringArrayVar(&o.schema, "schema", nil,
		"the schema file of the dataset's version (of several tables NAME=FILE each), against which the parameters "+
			"are held; "+
			"required")
	f.StringVar(&o.tables, "tables", "", tablesHelp)
	f.StringVar(&o.purpose, "purpose", "", "what the result is for: a code such as FAIR or a DUO term; required")
	f.StringVar(&o.recipient, "recipient", "",
		"who you are, for policies say whom results may go to: institute, hospital, authority, nonprofit, company or "+
			"person; "+
			"required")
	f.StringVar(&o.resultKey, "result-key", "", "file of the key to which the result is encrypted; required")
	f.StringVar(&o.fee, "fee", "", "fee in base units; the policy's price when not given")
	f.DurationVar(&o.deadline, "deadline", 24*time.Hour, "how long the job may wait to be claimed")
	require(cmd, "params", "schema", "purpose", "recipient", "result-key")
}

// post posts the job that a wish makes, and returns its id and what there is to say of it.
func (a *App) post(
	ctx context.Context, id common.Hash, o *postOptions, w *wish,
) (c *client.Client, posted common.Hash, out map[string]any, err error) {
	fail := func(err error) (*client.Client, common.Hash, map[string]any, error) {
		return nil, common.Hash{}, nil, err
	}
	if err := a.noteQuestion(w); err != nil {
		return fail(err)
	}
	if o.deadline < client.LeastWait {
		return fail(term.Fail(term.ExitInput, "write a duration such as 90m or 24h",
			"--deadline %s is over before the job can be approved and claimed: it is at least %s", o.deadline,
			client.LeastWait))
	}
	c, researcher, err := a.Session(ctx)
	if err != nil {
		return fail(err)
	}
	request := client.JobRequest{
		Dataset: id, Kind: w.kind, Parameters: w.canonical, Release: w.release, Rho: w.rho, Purpose: w.purpose,
		Recipient: w.recipient, Researcher: researcher.Address(), ResultKey: w.key.PublicKey(), Wait: o.deadline,
		Nonce: uint64(a.Now().UnixNano()), Schemas: w.schemas, Tables: w.tables,
	}
	if o.fee != "" {
		fee, err := amount.Parse(o.fee)
		if err != nil {
			return fail(term.Fail(term.ExitInput, "it is a whole number of base units; the policy's price when not "+
				"given: assent dataset show", "--fee: %w", err))
		}
		request.Fee = &fee
	}
	draft, err := c.NewJob(ctx, request)
	if err != nil {
		return fail(adviseOnJob(err))
	}
	p := &draft.Policy
	a.warnUnknown(*p)
	people, err := effectOf(ctx, c, draft.Now, draft.Spec, p)
	if err != nil {
		return fail(err)
	}
	var said strings.Builder
	people.print(&said)
	for line := range strings.Lines(said.String()) {
		a.Note("%s", strings.TrimSuffix(line, "\n"))
	}
	if posted, err = c.Post(ctx, researcher, draft); err != nil {
		return fail(err)
	}
	if w.release == job.Exact {
		a.Note("%s", p.FloorWords())
	}
	a.Note("%s", w.held.words())
	out = map[string]any{"job": posted, "spec": draft.Spec, "minCell": p.MinCell, "people": people}
	w.held.put(out)
	return c, posted, out, nil
}

// adviseOnJob adds what to do next to the reason why a dataset takes no such job.
func adviseOnJob(err error) error {
	for _, advice := range []struct {
		reason error
		code   int
		hint   string
	}{
		{client.ErrDatasetStopped, term.ExitPolicy, "wait until its custodian has it go on: assent dataset show tells"},
		{client.ErrNoVersion, term.ExitPolicy, "ask its custodian, who adds one with: assent dataset add-version"},
		{client.ErrOverBudget, term.ExitPolicy, "ask for less, or ask the custodian for a policy with a larger budget"},
		{client.ErrNotInUse, term.ExitPolicy, "ask its custodian, who adds another one"},
		{client.ErrPurposeRefused, term.ExitPolicy, otherPolicy}, {client.ErrKindRefused, term.ExitPolicy, otherPolicy},
		{client.ErrReleaseRefused, term.ExitPolicy, otherPolicy},
		{client.ErrRecipientRefused, term.ExitPolicy, otherPolicy},
		{client.ErrProgramRefused, term.ExitPolicy, otherPolicy},
		{client.ErrReviewersRequired, term.ExitPolicy, otherPolicy},
		{client.ErrHeldTooLong, term.ExitPolicy,
			"ask for less, or ask the custodian for a policy with a longer jobTimeout"},
		{client.ErrOtherTables, term.ExitInput, "name the version's own with --tables"},
		{client.ErrOtherSchema, term.ExitInput, "take it from the folder that the version's URI names; of several " +
			"tables name each as NAME=FILE"},
	} {
		if errors.Is(err, advice.reason) {
			return term.Fail(advice.code, advice.hint, "%w", err)
		}
	}
	return err
}

// otherPolicy is what to do when a policy does not allow a job.
const otherPolicy = "assent dataset show says what its policy allows; ask its custodian for another one"
