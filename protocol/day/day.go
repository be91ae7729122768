// Package day counts time in whole days since the Unix epoch, UTC. Grants start and end on days, so that their times do
// not tell one subject from another.
package day

import (
	"fmt"
	"time"
)

// Seconds is the length of a day in Unix time, which knows no leap seconds.
const Seconds = 86400

// Max is the largest day a consent entry can hold (24 bits), in June of the year 47904.
const Max Day = 1<<24 - 1

const layout = "2006-01-02"

// Day is a whole day since 1970-01-01, UTC. In JSON it is a number.
type Day uint32

// Of returns the day that contains the Unix time in seconds. Times after Max give Max, which is no valid start of
// anything.
func Of(unix uint64) Day {
	if d := unix / Seconds; d < uint64(Max) {
		return Day(d)
	}
	return Max
}

// Parse reads a date such as 2026-01-31.
func Parse(s string) (Day, error) {
	t, err := time.Parse(layout, s)
	if err != nil || t.Unix() < 0 {
		return 0, fmt.Errorf("day: %.32q is not a date from 1970-01-01 on; write it like 2026-01-31", s)
	}
	return Of(uint64(t.Unix())), nil
}

// Unix returns the first second of the day.
func (d Day) Unix() uint64 { return uint64(d) * Seconds }

// String returns the date, for example 2026-01-31.
func (d Day) String() string {
	return time.Unix(int64(d)*Seconds, 0).UTC().Format(layout)
}
