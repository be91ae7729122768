package worker

import (
	"context"
	"io"
	"iter"
	"os"
	"testing"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
)

// TestMain lets the test program be the process of a job, and one that misbehaves.
func TestMain(m *testing.M) {
	switch {
	case process.Is(os.Args):
		os.Exit(process.Main())
	case len(os.Args) == 3 && os.Args[1] == mangles:
		os.Exit(mangle(os.Args[2]))
	}
	os.Exit(m.Run())
}

// held are the rows of those who count, which can be read any number of times.
type held interface {
	Blocks() iter.Seq2[*vault.Block, error]
}

// ran is an engine that has read its rows, in this process, so that its clock is the test's.
type ran struct {
	rows    held
	plan    *query.Plan
	release query.Release
}

// ranOver is an engine of a job that has read these rows.
func ranOver(c *computation, j *contracts.Job, rows held) ran {
	return ran{rows, c.plan, query.Release{
		How: j.Spec.Release, Rho: j.Spec.Rho, LiveSubjects: c.charge.LiveSubjects, Floor: c.minCell,
	}}
}

func (r ran) Roster(context.Context, *vault.Head) ([]dataset.RosterEntry, error) {
	return nil, compute.ErrEnded
}

func (r ran) Select(context.Context, io.Reader) ([]bool, error) { return nil, compute.ErrEnded }

func (r ran) Run(ctx context.Context, key mechanism.Key, _ int) ([]byte, error) {
	prepared, err := r.plan.Prepare(r.release)
	if err != nil {
		return nil, err
	}
	if _, err := prepared.MaxSize(); err != nil {
		return nil, err
	}
	return compute.Run(ctx, prepared.WithKey(key), r.rows.Blocks())
}

func (ran) Close() {}
