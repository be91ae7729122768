package client

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/node/compute/query"
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
	"github.com/assent-network/assent/protocol/statistics"
)

const (
	// LeastWait is the shortest time that a job may wait to be claimed: an approval and a claim take some rounds each,
	// and workers look every few seconds.
	LeastWait = time.Minute
	// DefaultWait is how long a job may wait to be claimed when its request does not say.
	DefaultWait = 24 * time.Hour
)

// JobRequest is what a researcher asks of a dataset. NewJob makes a job's specification of it.
type JobRequest struct {
	Dataset common.Hash
	Kind    kind.Kind
	// Parameters are JSON of the kind's format. With Schemas they may be written loosely, as people write JSON; without
	// they have to be canonical.
	Parameters []byte
	Release    job.Release
	Rho        budget.Rho // zero for an exact release
	Purpose    purpose.Purpose
	Recipient  condition.Recipient // who the researcher is
	Researcher common.Address      // the account that posts the job
	ResultKey  sealed.PublicKey    // to which the result is encrypted
	Fee        *amount.Amount      // nil: the policy's price
	Wait       time.Duration       // how long the job may wait to be claimed; zero: DefaultWait
	Nonce      uint64              // tells equal jobs of one researcher apart; the time in nanoseconds does
	// Schemas are those of the dataset's version, by table. With them NewJob checks that the job can run.
	Schemas map[string]*schema.Schema
	// Tables is the version's list of tables. With it NewJob checks that the job ends within the policy's time.
	Tables dataset.Tables
}

// Draft is a job that its dataset takes, ready to be posted.
type Draft struct {
	Spec       job.Spec
	Parameters []byte // canonical, of the hash that the specification names
	ResultKey  sealed.PublicKey
	Policy     policy.Policy       // in effect
	Now        *contracts.Snapshot // the round by which the dataset takes it
}

// Reasons why a dataset takes no such job, for errors.Is.
var (
	ErrDatasetStopped    = errors.New("the dataset is stopped")
	ErrNoVersion         = errors.New("the dataset has no version yet")
	ErrNotInUse          = errors.New("the dataset's version is not in use")
	ErrOverBudget        = errors.New("the job's budget does not fit what is left")
	ErrPurposeRefused    = errors.New("the policy does not allow the purpose")
	ErrKindRefused       = errors.New("the policy does not allow the kind of computation")
	ErrReleaseRefused    = errors.New("the policy does not allow the release")
	ErrRecipientRefused  = errors.New("the policy does not allow the recipient")
	ErrProgramRefused    = errors.New("the policy does not allow the program")
	ErrReviewersRequired = errors.New("the policy asks for reviewers' signatures, which are not collected")
	ErrWait              = errors.New("the job would wait for too short a time")
	ErrOtherSchema       = errors.New("the schema is not that of the dataset's version")
	ErrOtherTables       = errors.New("the list of tables is not that of the dataset's version")
	ErrUnfit             = errors.New("the question cannot be run")
	ErrHeldTooLong       = errors.New("the result would be held for longer than the policy gives a job")
)

// refusalError is one of the reasons above, with the values in its words.
type refusalError struct {
	reason error
	words  error
}

func refuse(reason error, format string, args ...any) error {
	return &refusalError{reason, fmt.Errorf(format, args...)}
}

func (e *refusalError) Error() string   { return e.words.Error() }
func (e *refusalError) Unwrap() []error { return []error{e.reason, e.words} }

// NewJob makes the specification of a job on a dataset as it is now, by the newest version and the policy in effect. It
// returns one of the reasons above, for errors.Is, when the dataset takes no such job.
func (c *Client) NewJob(ctx context.Context, r JobRequest) (*Draft, error) {
	if r.Wait != 0 && r.Wait < LeastWait {
		return nil, refuse(ErrWait,
			"a job that waits for %s is over before it can be approved and claimed: let it wait "+
				"for at least %s", r.Wait, LeastWait)
	}
	draft, err := c.draft(ctx, r)
	if err != nil {
		return nil, err
	}
	if err := CheckJob(ctx, draft.Now, draft.Spec); err != nil {
		return nil, err
	}
	version, err := draft.Now.Version(ctx, r.Dataset, draft.Spec.DatasetVersion)
	if err != nil {
		return nil, err
	}
	if draft.Parameters, err = r.checkParameters(&version, &draft.Policy); err != nil {
		return nil, err
	}
	if draft.Spec.Parameters, err = job.HashParameters(draft.Parameters); err != nil {
		return nil, err
	}
	return draft, nil
}

// NewUncheckedJob is NewJob for a program that leaves it to the market to judge the job. The parameters have to be
// canonical, and are not held against schemas.
func (c *Client) NewUncheckedJob(ctx context.Context, r JobRequest) (*Draft, error) {
	draft, err := c.draft(ctx, r)
	if err != nil {
		return nil, err
	}
	if draft.Spec.Parameters, err = job.HashParameters(draft.Parameters); err != nil {
		return nil, err
	}
	return draft, nil
}

// draft makes a job of a request but for the hash of its parameters.
func (c *Client) draft(ctx context.Context, r JobRequest) (*Draft, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	d, err := now.Dataset(ctx, r.Dataset)
	if err != nil {
		return nil, err
	}
	p, err := now.Policy(ctx, r.Dataset, d.PolicyVersion)
	if err != nil {
		return nil, err
	}
	program, err := job.Program(r.Kind)
	if err != nil {
		return nil, err
	}
	if r.Wait == 0 {
		r.Wait = DefaultWait
	}
	fee := p.Price
	if r.Fee != nil {
		fee = *r.Fee
	}
	return &Draft{Parameters: r.Parameters, ResultKey: r.ResultKey, Policy: p, Now: now, Spec: job.Spec{
		Kind: r.Kind, Program: program, Dataset: r.Dataset, DatasetVersion: d.Version, PolicyVersion: d.PolicyVersion,
		Purpose: r.Purpose, Release: r.Release, Rho: r.Rho, Researcher: r.Researcher,
		ResearcherKey: r.ResultKey.Commitment(), Recipient: r.Recipient,
		Deadline: now.Round.Time + uint64(r.Wait/time.Second), Fee: fee, Nonce: r.Nonce,
	}}, nil
}

// checkParameters holds the parameters against a version, as far as its schemas and tables are there, and returns them
// in canonical form.
func (r *JobRequest) checkParameters(v *dataset.Version, p *policy.Policy) ([]byte, error) {
	if err := CheckTables(r.Tables, v); err != nil {
		return nil, err
	}
	if len(r.Schemas) == 0 {
		return r.Parameters, nil
	}
	if err := CheckSchemas(r.Schemas, r.Tables, v); err != nil {
		return nil, err
	}
	params, canonical, err := statistics.Read(r.Kind, r.Parameters)
	if err != nil {
		return nil, refuse(ErrUnfit, "reading the parameters: %w", err)
	}
	s, err := SchemaOf(r.Schemas, params.Table())
	if err != nil {
		return nil, err
	}
	plan, err := query.Compile(params, s)
	if err != nil {
		return nil, refuse(ErrUnfit, "holding the parameters against the schema: %w", err)
	}
	if err := plan.Check(r.Release, r.Rho); err != nil {
		return nil, refuse(ErrUnfit, "holding the parameters against the budget: %w", err)
	}
	if len(r.Tables) == 0 {
		return canonical, nil
	}
	listed, err := r.Tables.Find(params.Table())
	if err != nil {
		return nil, refuse(ErrUnfit, "%w", err)
	}
	sizes := query.Sizes{Schema: s, Rows: listed.Rows, Live: listed.Rows}
	if err := sizes.CheckTime(plan, r.Release, uint64(p.JobTimeout)); err != nil {
		return nil, refuse(ErrHeldTooLong, "the job is %w", err)
	}
	return canonical, nil
}

// CheckJob checks that a dataset takes a job as it stands: what the market would refuse when it is posted. It looks at
// the dataset, its versions, kind, purpose, release, budget and recipient, and at the recipient last. The program is
// that of the kind.
func CheckJob(ctx context.Context, now *contracts.Snapshot, s job.Spec) error {
	d, err := now.Dataset(ctx, s.Dataset)
	if err != nil {
		return err
	}
	p, err := now.Policy(ctx, s.Dataset, s.PolicyVersion)
	if err != nil {
		return err
	}
	left, err := now.Budget(ctx, s.Dataset)
	if err != nil {
		return err
	}
	switch {
	case d.Stopped:
		return refuse(ErrDatasetStopped, "dataset %s is stopped", s.Dataset)
	case d.Version == 0:
		return refuse(ErrNoVersion, "dataset %s has no version yet", s.Dataset)
	case s.Rho > left.Left().Rho:
		return refuse(ErrOverBudget, "a job of rho %s does not fit: of dataset %s rho %s is left", s.Rho, s.Dataset,
			left.Left().Rho)
	}
	inUse, err := now.InUse(ctx, s.Dataset, s.DatasetVersion, s.PolicyVersion)
	if err != nil {
		return err
	}
	if !inUse {
		return refuse(ErrNotInUse, "version %d of dataset %s, the newest, is retired, or is not as its policy promises",
			s.DatasetVersion, s.Dataset)
	}
	return checkPolicy(&p, s)
}

// checkPolicy checks that a policy allows a job.
func checkPolicy(p *policy.Policy, s job.Spec) error {
	no := func(reason error, format string, args ...any) error {
		return refuse(reason, "the policy of dataset %s takes no such job: "+format,
			append([]any{s.Dataset}, args...)...)
	}
	program, err := job.Program(s.Kind)
	if err != nil {
		return err
	}
	switch {
	case !p.Purposes.Has(s.Purpose):
		return no(ErrPurposeRefused, "it allows the purposes %s, not %s", p.Purposes, s.Purpose)
	case !p.Kinds.Has(s.Kind):
		return no(ErrKindRefused, "it allows the kinds %s, not %s", p.Kinds, s.Kind)
	case s.Release == job.Exact && !p.AllowExact:
		return no(ErrReleaseRefused, "it allows no exact release")
	case s.Release == job.Private && !p.AllowPrivate:
		return no(ErrReleaseRefused, "it allows no private release")
	case p.Review == policy.ReviewReviewers:
		return no(ErrReviewersRequired, "it asks for reviewers' signatures, which this version does not collect")
	}
	if err := p.AcceptsProgram(program); err != nil {
		return no(ErrProgramRefused, "%w", err)
	}
	if !p.Conditions.Allows(s.Recipient) {
		return no(ErrRecipientRefused, "results go to %s, not to %s", p.Conditions.Recipients().Words(), s.Recipient)
	}
	return nil
}

// CheckTables checks that a list of tables is that of a dataset's version. No list is checked by nothing.
func CheckTables(tables dataset.Tables, v *dataset.Version) error {
	if len(tables) == 0 || tables.ContentRoot() == v.ContentRoot {
		return nil
	}
	return refuse(ErrOtherTables,
		"the list of tables is not that of the dataset's version: it has content root %s, on "+
			"record is %s", tables.ContentRoot(), v.ContentRoot)
}

// CheckSchemas checks that schemas, by table, are those of a dataset's version: of all its tables, or, with the
// version's list of tables, of some.
func CheckSchemas(schemas map[string]*schema.Schema, tables dataset.Tables, v *dataset.Version) error {
	const words = "the schema%s is not that of the dataset's version, so it does not tell whether the job can run"
	if len(tables) == 0 {
		given, err := publish.SchemaRoot(schemas)
		if err == nil && given != v.Schema {
			err = refuse(ErrOtherSchema, words, "")
		}
		return err
	}
	for name, s := range schemas {
		hash, err := s.Hash()
		if err != nil {
			return err
		}
		// A schema without a name may be that of any table.
		anyTable := len(schemas) == 1 && name == publish.DefaultTable
		if !slices.ContainsFunc(tables,
			func(t dataset.Table) bool { return t.Schema == hash && (anyTable || t.Name == name) }) {
			return refuse(ErrOtherSchema, words, " of table "+name)
		}
	}
	return nil
}

// ErrTable says that there is no schema of the table that parameters name, or that they name none of several.
var ErrTable = errors.New("the parameters name no table of which there is a schema")

// SchemaOf returns the schema of the table that parameters name, or the only one: when they name none, or when it was
// given without a name and may be that of any table.
func SchemaOf(schemas map[string]*schema.Schema, table string) (*schema.Schema, error) {
	if s := schemas[table]; s != nil {
		return s, nil
	}
	if only := schemas[publish.DefaultTable]; len(schemas) == 1 && only != nil {
		return only, nil
	}
	if len(schemas) == 1 && table == "" {
		for _, only := range schemas {
			return only, nil
		}
	}
	return nil, fmt.Errorf("%w: %q", ErrTable, table)
}
