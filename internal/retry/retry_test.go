package retry_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/assent-network/assent/internal/retry"
)

func next(p *retry.Pauses, n int) (pauses []time.Duration) {
	for range n {
		pauses = append(pauses, p.Next())
	}
	return pauses
}

func TestGrowing(t *testing.T) {
	p := retry.Growing(50*time.Millisecond, 300*time.Millisecond)
	const ms = time.Millisecond
	for range 2 {
		if got, want := next(p, 5), []time.Duration{50 * ms, 100 * ms, 200 * ms, 300 * ms, 300 * ms}; !slices.Equal(got,
			want) {
			t.Errorf("got %v, want %v", got, want)
		}
		p.Reset()
	}
	if got := next(retry.Growing(2*time.Hour, time.Hour), 2); !slices.Equal(got,
		[]time.Duration{time.Hour, time.Hour}) {
		t.Errorf("longer than the longest: %v", got)
	}
	if got := next(retry.Growing(time.Second, time.Hour), 10_000); got[9_999] != time.Hour {
		t.Errorf("after many: %s", got[9_999])
	}
}

func TestGrowingBy(t *testing.T) {
	p := retry.GrowingBy(1.5, time.Second, 4*time.Second, 0.25)
	for i, middle := range []float64{1, 1.5, 2.25, 3.375, 4, 4} {
		if got := p.Next().Seconds(); got < 0.75*middle || got > 1.25*middle+1e-6 {
			t.Errorf("pause %d is %f s, want about %f", i, got, middle)
		}
	}
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		if err := retry.Growing(time.Minute, time.Hour).Wait(t.Context()); err != nil ||
			time.Since(begun) != time.Minute {
			t.Errorf("%v, after %s", err, time.Since(begun))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := retry.Wait(ctx, time.Hour); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
}
