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

// nearRelease is an exact release of the same dataset version that a job's own differs little from: what they differ
// by, the two together can tell.
type nearRelease struct {
	Job        common.Hash `json:"job"`
	State      job.State   `json:"state"`
	Difference string      `json:"difference"`
}

// nearReleases finds the exact releases that were approved or made on the version of a job, an exact one, and are near
// its own.
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
	var near []nearRelease
	for _, other := range all {
		if other.ID == j.ID || other.Spec.Release != job.Exact || other.Spec.Kind != j.Spec.Kind ||
			other.Spec.DatasetVersion != j.Spec.DatasetVersion || !leavesOrLeft(other) {
			continue
		}
		p, err := query.Parse(other.Spec.Kind, other.Parameters)
		if err != nil {
			continue // no worker computes it
		}
		if words, ok := question.Differ(p, asked.params, asked.schema); ok {
			near = append(near, nearRelease{other.ID, other.State(), words})
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
		fmt.Fprintf(w, "%-10s job %s (%s) on this version, exact too: %s\n", heading, shortID(n.Job), n.State, n.Difference)
	}
	if len(near) > 0 {
		fmt.Fprintf(w, "%-10s together with them this job can tell the people by whom they differ, however few: no floor "+
			"sees "+
			"two jobs\n", "")
	}
}
