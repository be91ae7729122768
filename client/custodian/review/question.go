package review

import (
	"context"
	"errors"
	"fmt"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// ErrPublished says that what a dataset's version publishes cannot be read.
var ErrPublished = errors.New("reading the schema that was published")

// Source is where a reviewer has the schemas of a dataset's version from.
type Source struct {
	// Library reads what the version publishes, where Schemas are not given.
	Library *publish.Published
	// Schemas are of all tables of the version, by table; they have to be those on record.
	Schemas map[string]*schema.Schema
	Tables  dataset.Tables // beside Schemas; none: it is not known for how long a result is held
}

// Question is what a job asks: its parameters, held against the schema and the policy on record.
type Question struct {
	Params  statistics.Parameters
	Schema  *schema.Schema // of the table that is asked
	Plan    *query.Plan
	Words   *question.Question
	Policy  policy.Policy
	Version dataset.Version
	Tables  dataset.Tables // none where schemas were given without a list
}

// Read reads what a job asks. The parameters have the hash in the job, and the schema the one in the dataset's version.
// live is how many people's consent counts; zero when it is not known. An error is client.ErrUnfit when no worker can
// run the job, ErrPublished when the schema cannot be read now, and client.ErrOtherSchema or client.ErrOtherTables when
// what was given is not on record; with an error what was read before it is returned.
func (s *Source) Read(
	ctx context.Context, now *contracts.Snapshot, j *client.Posted, live int,
) (*Question, error) {
	q := &Question{}
	var err error
	if q.Version, err = now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion); err != nil {
		return q, err
	}
	if q.Policy, err = now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion); err != nil {
		return q, err
	}
	unfit := func(err error) (*Question, error) {
		return q, fmt.Errorf("the parameters of job %s: %w: %w", j.ID, client.ErrUnfit, err)
	}
	if q.Params, err = statistics.Parse(j.Spec.Kind, j.Parameters); err != nil {
		return unfit(err)
	}
	q.Schema, q.Tables, err = s.schemaOf(ctx, j, &q.Version, q.Params.Table())
	if errors.Is(err, errNoTable) {
		return unfit(err)
	}
	if err != nil {
		return q, err
	}
	if q.Plan, err = query.Compile(q.Params, q.Schema); err == nil {
		err = q.Plan.Check(j.Spec.Release, j.Spec.Rho)
	}
	if err != nil {
		return unfit(err)
	}
	q.Words, err = question.Of(q.Params, q.Schema, question.Terms{
		Release: j.Spec.Release, Rho: j.Spec.Rho, MinCell: q.Policy.MinCell, Live: uint32(live),
	})
	if err != nil {
		return unfit(err)
	}
	return q, nil
}

// CheckTime checks that the result is not held for longer than the policy gives a job. It returns client.ErrHeldTooLong
// when it is. Where no list of tables is there it is not known, and nil.
func (q *Question) CheckTime(how job.Release) error {
	if len(q.Tables) == 0 {
		return nil
	}
	listed, err := q.Tables.Find(q.Params.Table())
	if err != nil {
		return err
	}
	sizes := query.Sizes{Schema: q.Schema, Rows: listed.Rows, Live: listed.Rows}
	if err := sizes.CheckTime(q.Plan, how, uint64(q.Policy.JobTimeout)); err != nil {
		return fmt.Errorf("%w: the job is %w", client.ErrHeldTooLong, err)
	}
	return nil
}

// CheckData returns an error when the file with the rows that are asked is not where the version says. Where no list of
// tables is there it is not known, and nil.
func (q *Question) CheckData(ctx context.Context, library *publish.Published) error {
	if len(q.Tables) == 0 {
		return nil
	}
	listed, err := q.Tables.Find(q.Params.Table())
	if err != nil {
		return err
	}
	return library.Data(ctx, q.Version.URI, listed)
}

// errNoTable says that a version has no table that parameters name.
var errNoTable = errors.New("the version has no such table")

// schemaOf returns the schema that a job's parameters are about, and the list of tables if there is one.
func (s *Source) schemaOf(
	ctx context.Context, j *client.Posted, version *dataset.Version, table string,
) (*schema.Schema, dataset.Tables, error) {
	if len(s.Schemas) > 0 {
		if err := client.CheckSchemas(s.Schemas, nil, version); err != nil {
			return nil, nil, err
		}
		if err := client.CheckTables(s.Tables, version); err != nil {
			return nil, nil, err
		}
		found, err := client.SchemaOf(s.Schemas, table)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", errNoTable, err)
		}
		return found, s.Tables, nil
	}
	unread := func(err error) error {
		return fmt.Errorf("%w: version %d of dataset %s: %w", ErrPublished, j.Spec.DatasetVersion, j.Spec.Dataset, err)
	}
	if s.Library == nil {
		return nil, nil, unread(errors.New("no library was given, nor a schema"))
	}
	tables, err := s.Library.Tables(ctx, version.URI, version.ContentRoot, version.Schema)
	if err != nil {
		return nil, nil, unread(err)
	}
	listed, err := tables.Find(table)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errNoTable, err)
	}
	found, err := s.Library.Schema(ctx, version.URI, listed)
	if err != nil {
		return nil, nil, unread(err)
	}
	return found, tables, nil
}
