package review

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// readingTimeout bounds how long it is tried to read what versions publish that other jobs are about.
const readingTimeout = 30 * time.Second

// Release is an exact release of the dataset of a job: what the two differ by, together they can tell.
type Release struct {
	Job     common.Hash `json:"job"`
	Kind    string      `json:"kind"`
	State   job.State   `json:"state"`
	Version uint32      `json:"version"`
	// Near says that it may differ from the job's own by few people, and Why for what reason.
	Near bool   `json:"near"`
	Why  string `json:"why,omitempty"`
	// Difference says in words what it has and the job has not; of one that is not near, what it asks.
	Difference string `json:"difference"`
	// Consents says whose rows it had beside those of the job; absent until it was charged.
	Consents *Consents `json:"consents,omitempty"`
}

// Consents compares the people who consented to a release with those who consent to a job. The same conditions pick the
// rows of other people when consents changed in between, and the numbers on both sides are public.
type Consents struct {
	Then    uint32 `json:"then"`    // people who consented to the release
	Now     uint32 `json:"now"`     // people who consent to the job, or consented when it was charged
	Changed int    `json:"changed"` // people whose consent changed in between
}

// moment is when the consents of a job count: the round that it was charged by, or now.
type moment struct {
	round  uint64
	people uint32
}

// consentsOf compares the consents of another job, which was charged, with those at a moment.
func (m moment) consentsOf(other *client.Posted, changes []client.ConsentChange) *Consents {
	if other.ConsentRound == 0 || other.LiveSubjects == 0 {
		return nil
	}
	from, to := min(other.ConsentRound, m.round), max(other.ConsentRound, m.round)
	changed := map[common.Address]bool{}
	for _, c := range changes {
		if from < c.Round && c.Round <= to {
			changed[c.Pseudonym] = true
		}
	}
	return &Consents{Then: other.LiveSubjects, Now: m.people, Changed: len(changed)}
}

// Releases are the exact releases beside a job's own, newest first.
type Releases struct {
	Dataset common.Hash
	Version uint32 // of the job
	Near    []Release
	Others  []Release // none of which is near
}

// Releases finds the exact releases that were approved or made on the dataset of a job, an exact one, of any kind and
// on any version.
func (s *Source) Releases(
	ctx context.Context, c *client.Client, now *contracts.Snapshot, j *client.Posted, asked *Question,
) (*Releases, error) {
	if j.Spec.Release != job.Exact {
		return &Releases{}, nil
	}
	all, err := c.Jobs(ctx, now, j.Spec.Dataset)
	if err != nil {
		return nil, fmt.Errorf("looking for exact releases beside that of job %s: %w", j.ID, err)
	}
	published := Source{Library: s.Library}
	reading, cancel := context.WithTimeout(ctx, readingTimeout)
	defer cancel()
	found, err := releasesOf(all, j, asked, func(other *client.Posted, table string) (*schema.Schema, error) {
		version, err := now.Version(ctx, other.Spec.Dataset, other.Spec.DatasetVersion)
		if err != nil {
			return nil, fmt.Errorf("looking at the exact release of job %s: %w", other.ID, err)
		}
		if version.Schema == asked.Version.Schema && table == asked.Params.Table() {
			return asked.Schema, nil
		}
		s, _, err := published.schemaOf(reading, other, &version, table)
		if err != nil {
			return nil, nil // the job's own schema has to do
		}
		return s, nil
	})
	if err != nil || len(found.Near) == 0 {
		return found, err
	}
	return found, found.compareConsents(ctx, c, now, j, all)
}

// compareConsents puts beside each near release how many people consented to it and how many do to the job.
func (r *Releases) compareConsents(
	ctx context.Context, c *client.Client, now *contracts.Snapshot, j *client.Posted, all []*client.Posted,
) error {
	m := moment{j.ConsentRound, j.LiveSubjects}
	if m.round == 0 || m.people == 0 {
		live, err := c.CountLive(ctx, now, j.Job)
		if err != nil {
			return err
		}
		m = moment{now.Round.Number, uint32(live(0))}
	}
	d, err := now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return err
	}
	changes, err := c.ConsentChanges(ctx, now, d.Ledger)
	if err != nil {
		return fmt.Errorf("comparing the consents of exact releases: %w", err)
	}
	for i := range r.Near {
		e := &r.Near[i]
		at := slices.IndexFunc(all, func(other *client.Posted) bool { return other.ID == e.Job })
		e.Consents = m.consentsOf(all[at], changes)
	}
	return nil
}

// releasesOf finds the exact releases beside a job's among those of all jobs on its dataset. schemaOf returns the
// schema by which another job's version has a table; nil where it cannot be read.
func releasesOf(
	all []*client.Posted, j *client.Posted, asked *Question,
	schemaOf func(other *client.Posted, table string) (*schema.Schema, error),
) (*Releases, error) {
	r := &Releases{Dataset: j.Spec.Dataset, Version: j.Spec.DatasetVersion}
	for _, other := range slices.Backward(all) {
		if other.ID == j.ID || other.Spec.Release != job.Exact || !leavesOrLeft(other) {
			continue
		}
		d := question.Difference{Near: true, Why: "it could not be told apart from this one",
			Words: "its parameters cannot be read here"}
		if p, err := statistics.Parse(other.Spec.Kind, other.Parameters); err == nil {
			schemas := []*schema.Schema{asked.Schema}
			s, err := schemaOf(other, p.Table())
			if err != nil {
				return nil, err
			}
			if s != nil && s != asked.Schema {
				schemas = append(schemas, s)
			}
			d = question.Differ(p, asked.Params, schemas...)
		}
		found := Release{Job: other.ID, Kind: other.Spec.Kind.String(), State: other.State(),
			Version: other.Spec.DatasetVersion, Near: d.Near, Why: d.Why, Difference: d.Words}
		if d.Near {
			r.Near = append(r.Near, found)
		} else {
			r.Others = append(r.Others, found)
		}
	}
	return r, nil
}

// leavesOrLeft reports whether a result left, or leaves when things take their course.
func leavesOrLeft(j *client.Posted) bool {
	switch j.State() {
	case job.Approved, job.Claimed, job.Charged, job.Sealed, job.Done, job.Withheld:
		return true
	}
	return false
}
