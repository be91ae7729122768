package day_test

import (
	"math"
	"testing"

	"github.com/assent-network/assent/protocol/day"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		unix uint64
		want day.Day
		text string
	}{
		{0, 0, "1970-01-01"}, {day.Seconds - 1, 0, "1970-01-01"}, {day.Seconds, 1, "1970-01-02"},
		{1_709_164_799, 19781, "2024-02-28"}, {1_709_164_800, 19782, "2024-02-29"},
		{uint64(day.Max) * day.Seconds, day.Max, "47904-06-16"}, {math.MaxUint64, day.Max, "47904-06-16"},
	} {
		if got := day.Of(c.unix); got != c.want || got.String() != c.text {
			t.Errorf("%d: got %d %s, want %d %s", c.unix, got, got, c.want, c.text)
		}
	}
	if d := day.Day(19782); d.Unix() != 1_709_164_800 {
		t.Errorf("starts at %d", d.Unix())
	}
}

func TestParse(t *testing.T) {
	if d, err := day.Parse("2024-02-29"); err != nil || d != 19782 {
		t.Errorf("got %d, %v", d, err)
	}
	for _, s := range []string{"", "2023-02-29", "1969-12-31", "2024-2-29", "29.02.2024", "2024-02-29T00:00:00Z"} {
		if d, err := day.Parse(s); err == nil {
			t.Errorf("%q: accepted as %d", s, d)
		}
	}
}
