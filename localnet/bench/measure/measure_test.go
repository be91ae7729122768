package measure_test

import (
	"testing"
	"time"

	"github.com/assent-network/assent/localnet/bench/measure"
)

func TestQuantile(t *testing.T) {
	var hundred measure.Durations
	for i := range 100 {
		hundred = append(hundred, time.Duration(i+1))
	}
	for _, c := range []struct {
		sample measure.Durations
		q      float64
		want   time.Duration
	}{
		{nil, 0.5, 0},
		{measure.Durations{7}, 0, 7},
		{measure.Durations{7}, 0.5, 7},
		{measure.Durations{7}, 1, 7},
		{measure.Durations{1, 2}, 0.5, 1},
		{measure.Durations{1, 2, 3}, 0.5, 2},
		{hundred, 0.5, 50},
		{hundred, 0.95, 95},
		{hundred, 1, 100},
	} {
		if got := c.sample.Quantile(c.q); got != c.want {
			t.Errorf("quantile %v of %d durations is %d, want %d", c.q, len(c.sample), got, c.want)
		}
	}
}
