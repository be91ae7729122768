package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
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
	"github.com/assent-network/assent/protocol/policy"
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
	for _, far := range w.noise {
		a.Note("note: %s", far)
	}
	for _, caution := range w.cautions {
		a.Note("note: %s", caution)
	}
	return nil
}

// meets checks that a dataset takes a job of the wish, and returns its record and policy.
func (w *wish) meets(
	ctx context.Context, now *contracts.Snapshot, id common.Hash,
) (d contracts.Dataset, p policy.Policy, err error) {
	if d, err = now.Dataset(ctx, id); err != nil {
		return d, p, err
	}
	if p, err = now.Policy(ctx, id, d.PolicyVersion); err != nil {
		return d, p, err
	}
	if err := takes(ctx, now, d, &p, w.question(id, d.Version, d.PolicyVersion), true); err != nil {
		return d, p, err
	}
	version, err := now.Version(ctx, id, d.Version)
	if err != nil {
		return d, p, err
	}
	if err := ofVersion(w.tables, version.ContentRoot); err != nil {
		return d, p, err
	}
	return d, p, errors.Join(onRecord(w.schemas, w.tables, version.Schema), w.held.check(p.JobTimeout))
}

// onRecord checks that parameters were held against the schemas of a version: those of all its tables, or, where the
// version's list of tables is there, of some.
func onRecord(schemas map[string]*schema.Schema, tables dataset.Tables, root common.Hash) error {
	other := func(of string) error {
		return term.Fail(term.ExitInput,
			"take it from the folder that the version's URI names; of several tables name "+
				"each as NAME=FILE",
			"the schema%s is not that of the dataset's version, so it does not tell whether the job can run", of)
	}
	if len(tables) == 0 {
		given, err := publish.SchemaRoot(schemas)
		if err == nil && given != root {
			err = other("")
		}
		return err
	}
	for name, schema := range schemas {
		hash, err := schema.Hash()
		if err != nil {
			return err
		}
		// A file without a name may be that of any table.
		anyTable := len(schemas) == 1 && name == publish.DefaultTable
		if !slices.ContainsFunc(tables,
			func(t dataset.Table) bool { return t.Schema == hash && (anyTable || t.Name == name) }) {
			return other(" of table " + name)
		}
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

// leastDeadline is the shortest time that a job may wait: an approval and a claim take some rounds each, and workers
// look every few seconds.
const leastDeadline = time.Minute

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
	c, researcher, err := a.Session(ctx)
	if err != nil {
		return fail(err)
	}
	now, err := c.Now(ctx)
	if err != nil {
		return fail(err)
	}
	if o.deadline < leastDeadline {
		return fail(term.Fail(term.ExitInput, "write a duration such as 90m or 24h",
			"--deadline %s is over before the job can be approved and claimed: it is at least %s",
			o.deadline, leastDeadline))
	}
	deadline, err := after(now.Round, "--deadline", o.deadline)
	if err != nil {
		return fail(err)
	}
	d, p, err := w.meets(ctx, now, id)
	if err != nil {
		return fail(err)
	}
	a.warnUnknown(p)
	price := p.Price
	if o.fee != "" {
		if price, err = amount.Parse(o.fee); err != nil {
			return fail(term.Fail(term.ExitInput, "it is a whole number of base units; the policy's price is "+
				p.Price.String(),
				"--fee: %w", err))
		}
	}
	spec := w.question(id, d.Version, d.PolicyVersion)
	if spec.Parameters, err = job.HashParameters(w.canonical); err != nil {
		return fail(err)
	}
	if spec.Program, err = job.Program(w.kind); err != nil {
		return fail(err)
	}
	spec.Researcher, spec.ResearcherKey = researcher.Address(), w.key.PublicKey().Commitment()
	spec.Deadline, spec.Fee, spec.Nonce = deadline, price, uint64(a.Now().UnixNano())
	people, err := effectOf(ctx, c, now, spec, &p)
	if err != nil {
		return fail(err)
	}
	var said strings.Builder
	people.print(&said)
	for line := range strings.Lines(said.String()) {
		a.Note("%s", strings.TrimSuffix(line, "\n"))
	}
	if posted, err = c.Post(ctx, researcher, spec, w.canonical, w.key.PublicKey()); err != nil {
		return fail(err)
	}
	if w.release == job.Exact {
		a.Note("%s", p.FloorWords())
	}
	a.Note("%s", w.held.words())
	out = map[string]any{"job": posted, "spec": spec, "minCell": p.MinCell, "people": people}
	w.held.put(out)
	return c, posted, out, nil
}

// takes says why a dataset does not take a job as it stands, if it does not: what the market would refuse when it is
// posted. A recipient that is not named is not judged.
func takes(
	ctx context.Context, now *contracts.Snapshot, d contracts.Dataset, p *policy.Policy, s job.Spec,
	named bool,
) error {
	left, err := now.Budget(ctx, s.Dataset)
	if err != nil {
		return err
	}
	if err := usable(s.Dataset, d, left.Left().Rho, s.Rho); err != nil {
		return err
	}
	inUse, err := now.InUse(ctx, s.Dataset, s.DatasetVersion, s.PolicyVersion)
	if err != nil {
		return err
	}
	if !inUse {
		return term.Fail(term.ExitPolicy, "ask its custodian, who adds another one",
			"version %d of dataset %s, the newest, is retired, or is not as its policy promises",
			s.DatasetVersion, s.Dataset)
	}
	if s.Program, err = job.Program(s.Kind); err != nil {
		return err
	}
	no := func(format string, args ...any) error {
		return term.Fail(term.ExitPolicy, "assent dataset show says what its policy allows; ask its custodian for "+
			"another one",
			"the policy of dataset %s takes no such job: "+format, append([]any{s.Dataset}, args...)...)
	}
	switch {
	case !p.Purposes.Has(s.Purpose):
		return no("it allows the purposes %s, not %s", p.Purposes, s.Purpose)
	case !p.Kinds.Has(s.Kind):
		return no("it allows the kinds %s, not %s", p.Kinds, s.Kind)
	case named && !p.Conditions.Allows(s.Recipient):
		return no("results go to %s, not to %s", p.Conditions.Recipients().Words(), s.Recipient)
	case s.Release == job.Exact && !p.AllowExact:
		return no("it allows no exact release")
	case s.Release == job.Private && !p.AllowPrivate:
		return no("it allows no private release")
	case p.Review == policy.ReviewReviewers:
		return no("it asks for reviewers' signatures, which this version does not collect")
	}
	if err := p.AcceptsProgram(s.Program); err != nil {
		return no("%w", err)
	}
	return nil
}

// usable says why a dataset cannot take a job of a budget today, if it cannot.
func usable(id common.Hash, d contracts.Dataset, left, rho budget.Rho) error {
	switch {
	case d.Stopped:
		return term.Fail(term.ExitPolicy, "wait until its custodian has it go on: assent dataset show tells",
			"dataset %s is stopped", id)
	case d.Version == 0:
		return term.Fail(term.ExitPolicy, "ask its custodian, who adds one with: assent dataset add-version",
			"dataset %s has no version yet", id)
	case rho > left:
		return term.Fail(term.ExitPolicy, "ask for less, or ask the custodian for a policy with a larger budget",
			"a job of rho %s does not fit: of dataset %s rho %s is left", rho, id, left)
	}
	return nil
}
