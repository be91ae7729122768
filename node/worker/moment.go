package worker

import (
	"context"
	"fmt"
	"sort"
	"time"

	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
)

// Nothing leaves at a time that rows decided: a charge leaves when reading the rows has taken as long as it may take at
// the most, and a result when computing has. How long that is follows from the plan and from public sizes, before the
// first row is read. docs/design/moment.md says why, and what remains.

// pacer spreads work over the time that it may take.
type pacer struct {
	step  time.Duration // what times are rounded up to
	now   func() time.Time
	pause func(context.Context, time.Duration) error
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

// within does some work and returns when it has had as long as it may take, rounded up, and not earlier or later: with
// what it gave, or with something else if it has not ended. Work that has not ended is told to.
func within[T any](ctx context.Context, p pacer, most time.Duration, work func(context.Context) T, otherwise T) (T, error) {
	working, stop := context.WithCancel(ctx)
	defer stop()
	done := make(chan T, 1)
	go func() { done <- work(working) }()
	if err := p.pause(ctx, p.round(most)); err != nil {
		return otherwise, err
	}
	select {
	case got := <-done:
		return got, nil
	default:
		return otherwise, nil
	}
}

// useWork is what the use list takes for each who is live, in operations.
const useWork query.Work = 3_000

// sizes are public: of a job's table, and who is live for the job.
type sizes struct {
	schema *vault.Schema
	rows   uint32
	live   uint32
}

// readTime is the most that it takes to read the rows and to list whose were used.
func (s sizes) readTime() time.Duration {
	return (query.ReadWork(s.schema, uint64(s.rows)) + useWork*query.Work(s.live)).Duration()
}

// runTime is the most that it takes to compute a plan. There is none for parameters that do not fit.
func (s sizes) runTime(plan *query.Plan, how job.Release) time.Duration {
	if plan == nil {
		return 0
	}
	return plan.Work(how, uint64(s.rows)).Duration()
}

// held is for how many seconds after the key release a result is held.
func (s sizes) held(plan *query.Plan, how job.Release) uint64 {
	return receipt.Moment(0, s.readTime()+s.runTime(plan, how))
}

// fits returns an error, which says what would fit, for a table that takes more memory than there is, in bytes, or
// holds its result for longer than a job of the policy has, in seconds. All of it is public.
func (s sizes) fits(plan *query.Plan, how job.Release, memory int64, timeout uint64) error {
	most := func(fits func(sizes) bool) int {
		return sort.Search(int(s.rows), func(n int) bool { return !fits(sizes{s.schema, uint32(n) + 1, s.live}) })
	}
	columns := len(s.schema.Columns)
	if inMemory := func(s sizes) bool { return vault.HeldBytes(int(s.rows), columns) <= memory }; !inMemory(s) {
		return fmt.Errorf("%w: its %d rows take %d bytes, %d are there: %d rows of %d columns fit",
			errTooLarge, s.rows, vault.HeldBytes(int(s.rows), columns), memory, most(inMemory), columns)
	}
	inTime := func(s sizes) bool { return s.held(plan, how)+sealRoom <= timeout }
	if !inTime(s) {
		return fmt.Errorf("too much for its time: over its %d rows the result is held for %d s, and the policy gives a job %d s: "+
			"%d rows fit, or fewer conditions, groups and measures",
			s.rows, s.held(plan, how), timeout, most(inTime))
	}
	return nil
}

// sealRoom is how many seconds of a job's time are kept for the blocks in which it is charged and sealed.
const sealRoom = 5
