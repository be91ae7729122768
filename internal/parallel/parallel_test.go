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

// Errors of all goroutines are returned, and none goes on after its own.
func TestEach_errors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	even, odd := errors.New("even"), errors.New("odd")
	var late atomic.Int32
	err := parallel.Each(100, func(i int) error {
		switch {
		case i == 10:
			return fmt.Errorf("piece %d: %w", i, even)
		case i == 11:
			return fmt.Errorf("piece %d: %w", i, odd)
		case i > 11:
			late.Add(1)
		}
		return nil
	})
	if !errors.Is(err, even) || !errors.Is(err, odd) || late.Load() != 0 {
		t.Errorf("got %v, %d pieces after the errors", err, late.Load())
	}
}
