package jobs_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/job"
)

// director makes things happen between the steps of jobs. Its step is a worker's hook.
type director struct {
	mu  sync.Mutex
	act func(w *runningWorker, id common.Hash, step string)
}

func newDirector() *director { return new(director) }

func (d *director) step(w *runningWorker, id common.Hash, step string) {
	d.mu.Lock()
	act := d.act
	d.mu.Unlock()
	if act != nil {
		act(w, id, step)
	}
}

// always has something happen before every step from now on; nil has nothing happen.
func (d *director) always(act func(w *runningWorker, id common.Hash, step string)) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.act = act
}

// once has something happen before the first time from now on that a step is taken, and closes the channel when it has.
func (d *director) once(step string, do func(w *runningWorker, id common.Hash)) <-chan struct{} {
	done := make(chan struct{})
	var first sync.Once
	d.always(func(w *runningWorker, id common.Hash, s string) {
		if s == step {
			first.Do(func() {
				defer close(done)
				do(w, id)
			})
		}
	})
	return done
}

// then has something happen at a step after the channel is closed by what was to happen first.
func (d *director) then(first <-chan struct{}, step string, do func(w *runningWorker, id common.Hash)) <-chan struct{} {
	d.mu.Lock()
	before := d.act
	d.mu.Unlock()
	done := make(chan struct{})
	var second sync.Once
	d.always(func(w *runningWorker, id common.Hash, s string) {
		before(w, id, s)
		select {
		case <-first:
		default:
			return
		}
		if s == step {
			second.Do(func() {
				defer close(done)
				do(w, id)
			})
		}
	})
	return done
}

// must is for calls whose failure ends the test: must(call())(t) is what the call returned.
func must[T any](v T, err error) func(t testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// try is must for a worker's hook, which is not the test's own goroutine: the test goes on and has failed.
func try[T any](v T, err error) func(t testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		return v
	}
}

// waitUntil asks again and again until something is so.
func waitUntil(t testing.TB, what string, so func(ctx context.Context) (bool, error)) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		switch ok, err := so(ctx); {
		case err != nil:
			t.Fatalf("waiting until %s: %v", what, err)
		case ok:
			return
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("it is not so that %s", what)
		}
	}
}

// happened waits for what a director does.
func happened(t testing.TB, done <-chan struct{}) {
	t.Helper()
	timer := time.NewTimer(storyTimeout)
	defer timer.Stop()
	select {
	case <-done:
	case <-timer.C:
		t.Fatal("no worker came to the step at which something was to happen")
	}
}

// waitStep waits until a step is the last that the market tells of a job.
func (s *study) waitStep(t testing.TB, id common.Hash, step string) {
	t.Helper()
	waitUntil(t, "the last of job "+id.Hex()+" is "+step, func(context.Context) (bool, error) {
		steps := s.historyOf(t, id).steps
		return steps[len(steps)-1] == step, nil
	})
}

// waitsFor checks that a job stays open for so many rounds.
func (s *study) waitsFor(t testing.TB, id common.Hash, rounds uint64) {
	t.Helper()
	node := s.net.Client(t)
	from := must(node.LatestRound(t.Context()))(t)
	for b, err := range node.Blocks(t.Context(), from) {
		if err != nil {
			t.Fatal(err)
		}
		if state := s.job(t, id).State(); state != job.Approved {
			t.Fatalf("job %s is %s, it should wait", id, state)
		}
		if b.Header.Round >= from+rounds {
			return
		}
	}
}
