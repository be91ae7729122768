package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
)

// nearRelease is an exact release of the same dataset that a job's own differs little from: what they differ by, in
// what is asked and in what the dataset's versions hold, the two together can tell.
type nearRelease struct {
	Job            common.Hash `json:"job"`
	State          job.State   `json:"state"`
	DatasetVersion uint32      `json:"datasetVersion"`
	Difference     string      `json:"difference"`

	other bool // it is of another version than the job
}

// nearReleases finds the exact releases that were approved or made on a job's dataset, in all versions that have the
// schema of its own, and are near that of the job, an exact one.
func nearReleases(
	ctx context.Context, c *client.Client, now *view.Snapshot, j *client.Posted, asked *asked,
) ([]nearRelease, error) {
	if j.Spec.Release != job.Exact {
		return nil, nil
	}
	all, err := c.Jobs(ctx, now, j.Spec.Dataset)
	if err != nil {
		return nil, fmt.Errorf("looking for exact releases near that of job %s: %w", j.ID, err)
	}
	return nearOf(all, j, asked, func(version uint32) (common.Hash, error) {
		v, err := now.Version(ctx, j.Spec.Dataset, version)
		return v.Schema, err
	})
}

// nearOf finds the releases that are near a job's among those of all jobs on its dataset. schemaOf returns the schema
// that a version of the dataset has on record.
func nearOf(
	all []*client.Posted, j *client.Posted, asked *asked, schemaOf func(version uint32) (common.Hash, error),
) (near []nearRelease, err error) {
	schemas := map[uint32]common.Hash{}
	for _, other := range all {
		if other.ID == j.ID || other.Spec.Release != job.Exact || other.Spec.Kind != j.Spec.Kind || !leavesOrLeft(other) {
			continue
		}
		version := other.Spec.DatasetVersion
		if _, known := schemas[version]; !known {
			if schemas[version], err = schemaOf(version); err != nil {
				return nil, fmt.Errorf("looking for exact releases near that of job %s: %w", j.ID, err)
			}
		}
		if schemas[version] != asked.version.Schema {
			continue
		}
		p, err := query.Parse(other.Spec.Kind, other.Parameters)
		if err != nil {
			continue // no worker computes it
		}
		if words, ok := question.Differ(p, asked.params, asked.schema); ok {
			near = append(near, nearRelease{other.ID, other.State(), version, words, version != j.Spec.DatasetVersion})
		}
	}
	return near, nil
}

// leavesOrLeft reports whether a result left, or leaves when things take their course.
func leavesOrLeft(j *client.Posted) bool {
	switch j.State() {
	case job.Approved, job.Claimed, job.Charged, job.Sealed, job.Done, job.Withheld:
		return true
	}
	return false
}

// manyNear is how many near releases are listed for people.
const manyNear = 20

// printNear says of each release how it differs.
func printNear(w io.Writer, near []nearRelease) {
	for i, n := range near {
		if i == manyNear {
			fmt.Fprintf(w, "%-10s and %d more: assent --json job show\n", "", len(near)-i)
			break
		}
		heading := "near"
		if i > 0 {
			heading = ""
		}
		version := "this version"
		if n.other {
			version = fmt.Sprintf("version %d of the data", n.DatasetVersion)
		}
		fmt.Fprintf(w, "%-10s job %s (%s) on %s, exact too: %s\n", heading, shortID(n.Job), n.State, version, n.Difference)
	}
	if len(near) > 0 {
		fmt.Fprintf(w, "%-10s together with them this job can tell the people by whom they differ, however few: no floor "+
			"sees two jobs\n", "")
	}
}
