package worker

import (
	"context"
	"fmt"
	"log/slog"
	"sort"
	"time"

	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/compute/work"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
)

// Nothing leaves at a time that rows decided: a charge leaves when reading the rows has taken as long as it may take at
// the most, and a result when computing has. How long that is follows from the plan and from public sizes, before the
// first row is read. docs/design/moment.md says why, and what remains.

// pacer spreads work over the time that it may take.
type pacer struct {
	step  time.Duration // what times are rounded up to
	now   func() time.Time
	pause func(context.Context, time.Duration) error
	// worked, if not nil, is told when the value of work is there, for tests in which pauses take no time.
	worked func()
}

// round rounds a time up to whole steps, of at least one.
func (p pacer) round(d time.Duration) time.Duration {
	steps := max(0, d-1)/p.step + 1
	return steps * p.step
}

// whole does some work and returns when it has taken as long as it may take, rounded up; or twice as long, or three
// times, if it took longer than that. It returns the work's error, then too.
func (p pacer) whole(ctx context.Context, most time.Duration, work func() error) error {
	most = p.round(most)
	began := p.now()
	err := work()
	gone := max(0, p.now().Sub(began))
	if late := p.pause(ctx, most-gone%most); late != nil {
		return late
	}
	return err
}

// within does some work and returns when all of it has had as long as it may take, rounded up, and not earlier or
// later: with what the work gave, or with the other value, which is made first, if the work has not ended. Work that
// has not ended is told to.
func within[T any](
	ctx context.Context, p pacer, most time.Duration, other func() (T, error), work func(context.Context) T,
) (T, error) {
	working, stop := context.WithCancel(ctx)
	defer stop()
	type value struct {
		of  T
		err error
	}
	first, done := make(chan value, 1), make(chan T, 1)
	go func() {
		v, err := other()
		if first <- (value{v, err}); err == nil {
			done <- work(working)
			if p.worked != nil {
				p.worked()
			}
		}
	}()
	late := p.pause(ctx, p.round(most))
	otherwise := <-first
	if late != nil {
		return otherwise.of, late
	}
	select {
	case got := <-done:
		return got, nil
	default:
		return otherwise.of, otherwise.err
	}
}

// fits returns an error, which says what would fit, for a table that takes more memory than there is, in bytes, or
// holds its result for longer than a job of the policy has, in seconds. All of it is public.
func fits(s query.Sizes, plan *query.Plan, how job.Release, memory int64, timeout uint64) error {
	columns := len(s.Schema.Columns)
	if held := vault.HeldBytes(int(s.Rows), columns); held > memory {
		most := sort.Search(int(s.Rows), func(n int) bool { return vault.HeldBytes(n+1, columns) > memory })
		return fmt.Errorf("%w: its %d rows take %d bytes, %d are there: %d rows of %d columns fit",
			errTooLarge, s.Rows, held, memory, most, columns)
	}
	return s.CheckTime(plan, how, timeout)
}

// checkSpeed returns an error for a machine on which runs would miss the moments of their results. On one whose TEE is
// simulated, which may be emulated as a whole, it says so only.
func (w *Worker) checkSpeed(ctx context.Context) error {
	speed, err := query.Speed(w.cfg.Now)
	if err != nil {
		return err
	}
	err = fastEnough(speed)
	if claims := w.claims.Load(); err != nil && claims != nil && claims.Simulated {
		w.cfg.Log.WarnContext(ctx, "Results may miss their moment", slog.Any("error", err))
		return nil
	}
	return err
}

func fastEnough(speed work.Operations) error {
	if speed < work.Rate {
		return fmt.Errorf("this machine does %d operations in a second on a core, and a worker has to do %d: results "+
			"would miss their moment; take a faster machine", speed, work.Rate)
	}
	return nil
}
