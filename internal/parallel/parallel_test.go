package parallel_test

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/assent-network/assent/internal/parallel"
)

// Every piece is done once, whatever their number.
func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, runtime.GOMAXPROCS(0), 1000} {
		done := make([]atomic.Int32, n)
		if err := parallel.Each(n, func(i int) error { done[i].Add(1); return nil }); err != nil {
			t.Fatal(err)
		}
		for i := range done {
			if got := done[i].Load(); got != 1 {
				t.Errorf("of %d, piece %d was done %d times", n, i, got)
			}
		}
	}
}

// As many pieces are under way at a time as there are processors: each waits for all.
func TestEach_atATime(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	var all sync.WaitGroup
	all.Add(4)
	if err := parallel.Each(4, func(int) error { all.Done(); all.Wait(); return nil }); err != nil {
		t.Fatal(err)
	}
}

// The first error is returned, and no piece begins after it.
func TestEach_error(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	failed := errors.New("failed")
	var done atomic.Int32
	err := parallel.Each(100, func(i int) error {
		if i >= 10 {
			return fmt.Errorf("piece %d: %w", i, failed)
		}
		done.Add(1)
		return nil
	})
	if !errors.Is(err, failed) || err.Error() != "piece 10: failed" || done.Load() != 10 {
		t.Errorf("got %v, after %d pieces", err, done.Load())
	}
}
