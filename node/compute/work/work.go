// Package work measures what a job takes in operations, which are the same on every machine.
package work

import (
	"math/bits"
	"time"
)

// Operations is how much something takes at most, in operations: steps as small as comparing two numbers. It follows
// from a plan and public sizes, the same on every machine.
type Operations uint64

// Rate is how many operations a worker does in a second at the least, on the core that each of its jobs has: about a
// tenth of what a server's core of 2024 does (Speed).
const Rate Operations = 200_000_000

// Duration is how long the work takes at the least rate that a worker may have.
func (w Operations) Duration() time.Duration {
	hi, lo := bits.Mul64(uint64(w), uint64(time.Second))
	if hi >= uint64(Rate) {
		return 1<<63 - 1
	}
	d, _ := bits.Div64(hi, lo, uint64(Rate))
	return time.Duration(min(d, 1<<63-1))
}
