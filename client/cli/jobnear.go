package cli

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// exactRelease is an exact release of the dataset of a job: what the two differ by, together they can tell.
type exactRelease struct {
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
	Consents *consents `json:"consents,omitempty"`
}

// consents compares the people who consented to a release with those who consent to a job. The same conditions pick the
// rows of other people when consents changed in between, and the numbers on both sides are public.
type consents struct {
	Then    uint32 `json:"then"`    // people who consented to the release
	Now     uint32 `json:"now"`     // people who consent to the job, or consented when it was charged
	Changed int    `json:"changed"` // people whose consent changed in between
}

// words says what the two sides have of people, and what follows where they differ.
func (c *consents) words() string {
	if c == nil {
		return ""
	}
	s := fmt.Sprintf("; %s to it then and %d to this one, and in between ",
		count(int(c.Then), "person consented", "people consented"), c.Now)
	if c.Changed == 0 && c.Then == c.Now {
		return s + "no consent changed"
	}
	return s + count(c.Changed, "consent changed", "consents changed") +
		": the difference of two figures is those people's"
}

// moment is when the consents of a job count: the round that it was charged by, or now.
type moment struct {
	round  uint64
	people uint32
}

// consentsOf compares the consents of another job, which was charged, with those at a moment.
func (m moment) consentsOf(other *client.Posted, changes []client.ConsentChange) *consents {
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
	return &consents{Then: other.LiveSubjects, Now: m.people, Changed: len(changed)}
}

// releases are the exact releases beside a job's own, newest first.
type releases struct {
	dataset common.Hash
	version uint32 // of the job
	near    []exactRelease
	others  []exactRelease // none of which is near
}

// exactReleases finds the exact releases that were approved or made on the dataset of a job, an exact one, of any kind
// and on any version.
func exactReleases(
	ctx context.Context, c *client.Client, now *contracts.Snapshot, library *publish.Published, j *client.Posted,
	asked *asked,
) (*releases, error) {
	if j.Spec.Release != job.Exact {
		return &releases{}, nil
	}
	all, err := c.Jobs(ctx, now, j.Spec.Dataset)
	if err != nil {
		return nil, fmt.Errorf("looking for exact releases beside that of job %s: %w", j.ID, err)
	}
	reading, cancel := context.WithTimeout(ctx, questionsTimeout)
	defer cancel()
	found, err := releasesOf(all, j, asked, func(other *client.Posted, table string) (*schema.Schema, error) {
		version, err := now.Version(ctx, other.Spec.Dataset, other.Spec.DatasetVersion)
		if err != nil {
			return nil, fmt.Errorf("looking at the exact release of job %s: %w", other.ID, err)
		}
		if version.Schema == asked.version.Schema && table == asked.params.Table() {
			return asked.schema, nil
		}
		s, _, err := new(schemaFiles).schemaFor(reading, library, other, &version, table)
		if err != nil {
			return nil, nil // the job's own schema has to do
		}
		return s, nil
	})
	if err != nil || len(found.near) == 0 {
		return found, err
	}
	return found, found.compareConsents(ctx, c, now, j, all)
}

// compareConsents puts beside each near release how many people consented to it and how many do to the job.
func (r *releases) compareConsents(
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
	for i := range r.near {
		e := &r.near[i]
		at := slices.IndexFunc(all, func(other *client.Posted) bool { return other.ID == e.Job })
		e.Consents = m.consentsOf(all[at], changes)
	}
	return nil
}

// releasesOf finds the exact releases beside a job's among those of all jobs on its dataset. schemaOf returns the
// schema by which another job's version has a table; nil where it cannot be read.
func releasesOf(
	all []*client.Posted, j *client.Posted, asked *asked,
	schemaOf func(other *client.Posted, table string) (*schema.Schema, error),
) (*releases, error) {
	r := &releases{dataset: j.Spec.Dataset, version: j.Spec.DatasetVersion}
	for _, other := range slices.Backward(all) {
		if other.ID == j.ID || other.Spec.Release != job.Exact || !leavesOrLeft(other) {
			continue
		}
		d := question.Difference{Near: true, Why: "it could not be told apart from this one",
			Words: "its parameters cannot be read here"}
		if p, err := statistics.Parse(other.Spec.Kind, other.Parameters); err == nil {
			schemas := []*schema.Schema{asked.schema}
			s, err := schemaOf(other, p.Table())
			if err != nil {
				return nil, err
			}
			if s != nil && s != asked.schema {
				schemas = append(schemas, s)
			}
			d = question.Differ(p, asked.params, schemas...)
		}
		found := exactRelease{Job: other.ID, Kind: other.Spec.Kind.String(), State: other.State(),
			Version: other.Spec.DatasetVersion, Near: d.Near, Why: d.Why, Difference: d.Words}
		if d.Near {
			r.near = append(r.near, found)
		} else {
			r.others = append(r.others, found)
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

// manyReleases is how many near releases, and how many others, are listed for people.
const manyReleases = 20

// briefLine is up to how many signs are shown of a question that is not near.
const briefLine = 160

// print says of each release how it differs, near ones first.
func (r *releases) print(w io.Writer) {
	if r == nil {
		return
	}
	more := fmt.Sprintf("assent job list --dataset %s", shortID(r.dataset))
	r.list(w, "near", more, r.near, func(e *exactRelease) string {
		return e.Difference + "; " + e.Why +
			e.Consents.words()
	})
	if len(r.near) > 0 {
		fmt.Fprintf(w, "%-10s together with them this job can tell the people by whom they differ, however few: no "+
			"floor sees two jobs\n", "")
	}
	if len(r.others) > 0 {
		fmt.Fprintf(w, "%-10s %s of this dataset, none of which looks near:\n", "others",
			count(len(r.others), "more exact release", "more exact releases"))
		r.list(w, "", more, r.others, func(e *exactRelease) string { return brief(e.Difference) })
	}
}

// list prints the newest releases, and how many more there are.
func (r *releases) list(w io.Writer, heading, more string, all []exactRelease, words func(*exactRelease) string) {
	for i := range all {
		if i == manyReleases {
			fmt.Fprintf(w, "%-10s and %d more: %s\n", "", len(all)-i, more)
			return
		}
		e := &all[i]
		version := "this version"
		if e.Version != r.version {
			version = fmt.Sprintf("version %d", e.Version)
		}
		fmt.Fprintf(w, "%-10s job %s (%s, %s) on %s: %s\n", heading, shortID(e.Job), e.Kind, e.State, version, words(e))
		heading = ""
	}
}

// brief cuts a question that is long.
func brief(line string) string {
	if signs := []rune(line); len(signs) > briefLine {
		return string(signs[:briefLine]) + "…"
	}
	return line
}
