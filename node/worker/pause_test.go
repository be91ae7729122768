package worker

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"
)

// A claim that lapses again and again is made again with growing pauses, none of which is so long that the next claim
// would be born old.
func TestPauses(t *testing.T) {
	cause := errors.New("the broker cannot be reached")
	for _, c := range []struct {
		name string
		err  error
		want []time.Duration
	}{
		{"a failure", cause, []time.Duration{50 * time.Millisecond, 100 * time.Millisecond, 200 * time.Millisecond,
			400 * time.Millisecond}},
		{"a lapsed claim", &lapsedClaim{cause, 10 * time.Second},
			[]time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 10 * time.Second,
				10 * time.Second}},
		{"a lapsed claim, wrapped", fmt.Errorf("x: %w", &lapsedClaim{cause, time.Second / 4}),
			[]time.Duration{time.Second / 4, time.Second / 4}},
		{"a claim that it ended itself", errClaimEnded, []time.Duration{time.Minute, 2 * time.Minute, 4 * time.Minute}},
		{"others", &waiting{until: 3 * time.Second}, []time.Duration{3 * time.Second, 3 * time.Second}},
		{
			"others, perhaps in vain", &waiting{until: 20 * time.Minute, again: true},
			[]time.Duration{20 * time.Minute, 40 * time.Minute, time.Hour, time.Hour},
		},
	} {
		var (
			p   = newPauses()
			got []time.Duration
		)
		for range c.want {
			got = append(got, p.after(c.err))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	p := newPauses()
	for range 100 {
		for _, err := range []error{
			cause, errClaimEnded, &lapsedClaim{cause, 1000 * time.Hour}, &waiting{until: time.Second, again: true},
		} {
			if d := p.after(err); d <= 0 || d > longestPause {
				t.Fatalf("a pause of %s", d)
			}
		}
	}
	if !errors.Is(&lapsedClaim{cause: cause}, cause) {
		t.Error("a lapse does not say why")
	}
}
