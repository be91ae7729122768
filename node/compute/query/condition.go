package query

import (
	"fmt"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/selection"
)

// condition is what a Condition does with rows. It is the same work for each row whatever the row holds: no part of it
// is left out because of another one, and nothing branches on a cell.
type condition interface {
	// holds sets the bits of the rows for which the condition holds, and clears the others.
	holds(b *vault.Block, out *vault.Bits)
	// work is how many operations it takes for a row.
	work() int
}

// conditionOf is how a Condition is computed.
func conditionOf(c selection.Condition) condition {
	switch c := c.(type) {
	case selection.All:
		return all(conditionsOf(c))
	case selection.Some:
		return some(conditionsOf(c))
	case selection.Not:
		return not{conditionOf(c.Condition)}
	case selection.Known:
		return known{c.Column, conditionOf(c.Condition)}
	case selection.Null:
		return null(c.Column)
	case selection.Below:
		return below{c.Column, c.Value}
	case selection.Among:
		return among{c.Column, c.Values}
	}
	panic(fmt.Sprintf("a condition of type %T", c)) // there are no others
}

func conditionsOf(list []selection.Condition) []condition {
	out := make([]condition, len(list))
	for i, c := range list {
		out[i] = conditionOf(c)
	}
	return out
}

// all holds where each of its conditions does.
type all []condition

func (c all) holds(b *vault.Block, out *vault.Bits) {
	for w := range out {
		out[w] = ^uint64(0)
	}
	var one vault.Bits
	for _, part := range c {
		part.holds(b, &one)
		for w := range out {
			out[w] &= one[w]
		}
	}
}

func (c all) work() int { return workOf(c) }

// some holds where any of its conditions does.
type some []condition

func (c some) holds(b *vault.Block, out *vault.Bits) {
	*out = vault.Bits{}
	var one vault.Bits
	for _, part := range c {
		part.holds(b, &one)
		for w := range out {
			out[w] |= one[w]
		}
	}
}

func (c some) work() int { return workOf(c) }

func workOf(parts []condition) int {
	n := 1
	for _, part := range parts {
		n += 1 + part.work()
	}
	return n
}

// not holds where its condition does not.
type not struct{ condition }

func (c not) holds(b *vault.Block, out *vault.Bits) {
	c.condition.holds(b, out)
	for w := range out {
		out[w] = ^out[w]
	}
}

func (c not) work() int { return 1 + c.condition.work() }

// known holds where its condition does and the cell of a column is not null.
type known struct {
	column int
	condition
}

func (c known) holds(b *vault.Block, out *vault.Bits) {
	c.condition.holds(b, out)
	nulls := b.Nulls[c.column]
	for w := range out {
		out[w] &^= nulls[w]
	}
}

func (c known) work() int { return 1 + c.condition.work() }

// null holds where the cell of a column is null.
type null int

func (c null) holds(b *vault.Block, out *vault.Bits) { *out = *b.Nulls[c] }

func (null) work() int { return 1 }

// below holds where the cell of a column is below a value, and not null. Both are of at most 54 bits, so that their
// difference fits.
type below struct {
	column int
	value  int64
}

func (c below) holds(b *vault.Block, out *vault.Bits) {
	cells, nulls := b.Values[c.column], b.Nulls[c.column]
	for w := range out {
		part := (*[64]int64)(cells[64*w:])
		var bits uint64
		for _, v := range part {
			bits = bits>>1 | uint64(v-c.value)&(1<<63)
		}
		out[w] = bits &^ nulls[w]
	}
}

func (below) work() int { return 2 }

// among holds where the cell of a column is one of some values, and not null.
type among struct {
	column int
	values []int64
}

func (c among) holds(b *vault.Block, out *vault.Bits) {
	cells, nulls := b.Values[c.column], b.Nulls[c.column]
	*out = vault.Bits{}
	for _, value := range c.values {
		for w := range out {
			part := (*[64]int64)(cells[64*w:])
			var differs uint64
			for _, v := range part {
				d := v ^ value
				differs = differs>>1 | uint64(d|-d)&(1<<63)
			}
			out[w] |= ^differs
		}
	}
	for w := range out {
		out[w] &^= nulls[w]
	}
}

func (c among) work() int { return 1 + len(c.values) }

// Words that are all ones or all zeros stand for yes and no where a row's number is chosen by what it holds.

// same is all ones when two numbers are equal, and zero otherwise.
func same(a, b int64) int64 {
	d := a ^ b
	return ^((d | -d) >> 63)
}

// less is all ones when a is below b, and zero otherwise. Their difference must fit.
func less(a, b int64) int64 { return (a - b) >> 63 }

// pick is a where yes is all ones, and b where it is zero.
func pick(yes, a, b int64) int64 { return b ^ (a^b)&yes }

// mask is all ones when the bit of a row is set.
func mask(bits *vault.Bits, row int) int64 { return -int64(bits[row/64] >> (row % 64) & 1) }
