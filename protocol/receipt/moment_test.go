package receipt_test

import (
	"slices"
	"testing"
	"time"

	"github.com/assent-network/assent/protocol/receipt"
)

func TestMoment(t *testing.T) {
	const released = 1_700_000_000
	for _, c := range []struct {
		work time.Duration
		held uint64
	}{
		{0, 1}, {500 * time.Millisecond, 1}, {501 * time.Millisecond, 2}, {1500 * time.Millisecond, 2},
		{2 * time.Second, 3}, {3 * time.Second, 4}, {5 * time.Second, 6}, {9 * time.Second, 12},
		{11 * time.Second, 12}, {12 * time.Second, 16}, {16 * time.Second, 24}, {3 * time.Minute, 192},
		{time.Hour, 4096},
	} {
		if got := receipt.Moment(released, c.work) - released; got != c.held {
			t.Errorf("work of %s is held for %d s, want %d", c.work, got, c.held)
		}
	}
	good := []uint64{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96}
	for held := uint64(0); held < 100; held++ {
		if err := receipt.CheckMoment(released+held, released); (err == nil) != slices.Contains(good, held) {
			t.Errorf("held for %d s: %v", held, err)
		}
	}
	for _, moment := range []uint64{0, 1, released - 2, 1<<64 - 1, 1 << 62} {
		if receipt.CheckMoment(moment, released) == nil {
			t.Errorf("moment %d follows from a release at %d", moment, released)
		}
	}
}
