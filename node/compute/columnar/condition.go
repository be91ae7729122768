// Package columnar is what conditions, groupings and amounts do with a block of rows by columns, with the same work for
// each row whatever it holds.
package columnar

import (
	"fmt"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/selection"
)

// Condition is what a Condition does with rows. It is the same work for each row whatever the row holds: no part of it
// is left out because of another one, and nothing branches on a cell.
type Condition interface {
	// Holds sets the bits of the rows for which the condition holds, and clears the others.
	Holds(b *vault.Block, out *vault.Bits)
	// Work is how many operations it takes for a row.
	Work() int
}

// ConditionOf is how a Condition is computed.
func ConditionOf(c selection.Condition) Condition {
	switch c := c.(type) {
	case selection.All:
		return All(conditionsOf(c))
	case selection.Some:
		return Some(conditionsOf(c))
	case selection.Not:
		return Not{ConditionOf(c.Condition)}
	case selection.Known:
		return Known{c.Column, ConditionOf(c.Condition)}
	case selection.Null:
		return Null(c.Column)
	case selection.Below:
		return Below{c.Column, c.Value}
	case selection.Among:
		return Among{c.Column, c.Values}
	}
	panic(fmt.Sprintf("a condition of type %T", c)) // there are no others
}

func conditionsOf(list []selection.Condition) []Condition {
	out := make([]Condition, len(list))
	for i, c := range list {
		out[i] = ConditionOf(c)
	}
	return out
}

// All holds where each of its conditions does.
type All []Condition

// Holds implements Condition.
func (c All) Holds(b *vault.Block, out *vault.Bits) {
	for w := range out {
		out[w] = ^uint64(0)
	}
	var one vault.Bits
	for _, part := range c {
		part.Holds(b, &one)
		for w := range out {
			out[w] &= one[w]
		}
	}
}

// Work implements Condition.
func (c All) Work() int { return workOf(c) }

// Some holds where any of its conditions does.
type Some []Condition

// Holds implements Condition.
func (c Some) Holds(b *vault.Block, out *vault.Bits) {
	*out = vault.Bits{}
	var one vault.Bits
	for _, part := range c {
		part.Holds(b, &one)
		for w := range out {
			out[w] |= one[w]
		}
	}
}

// Work implements Condition.
func (c Some) Work() int { return workOf(c) }

func workOf(parts []Condition) int {
	n := 1
	for _, part := range parts {
		n += 1 + part.Work()
	}
	return n
}

// Not holds where its condition does not.
type Not struct{ Condition }

// Holds implements Condition.
func (c Not) Holds(b *vault.Block, out *vault.Bits) {
	c.Condition.Holds(b, out)
	for w := range out {
		out[w] = ^out[w]
	}
}

// Work implements Condition.
func (c Not) Work() int { return 1 + c.Condition.Work() }

// Known holds where its condition does and the cell of a column is not null.
type Known struct {
	Column int
	Condition
}

// Holds implements Condition.
func (c Known) Holds(b *vault.Block, out *vault.Bits) {
	c.Condition.Holds(b, out)
	nulls := b.Nulls[c.Column]
	for w := range out {
		out[w] &^= nulls[w]
	}
}

// Work implements Condition.
func (c Known) Work() int { return 1 + c.Condition.Work() }

// Null holds where the cell of a column is null.
type Null int

// Holds implements Condition.
func (c Null) Holds(b *vault.Block, out *vault.Bits) { *out = *b.Nulls[c] }

// Work implements Condition.
func (Null) Work() int { return 1 }

// Below holds where the cell of a column is below a value, and not null. Both are of at most 54 bits, so that their
// difference fits.
type Below struct {
	Column int
	Value  int64
}

// Holds implements Condition.
func (c Below) Holds(b *vault.Block, out *vault.Bits) {
	cells, nulls := b.Values[c.Column], b.Nulls[c.Column]
	for w := range out {
		part := (*[64]int64)(cells[64*w:])
		var bits uint64
		for _, v := range part {
			bits = bits>>1 | uint64(v-c.Value)&(1<<63)
		}
		out[w] = bits &^ nulls[w]
	}
}

// Work implements Condition.
func (Below) Work() int { return 2 }

// Among holds where the cell of a column is one of some values, and not null.
type Among struct {
	Column int
	Values []int64
}

// Holds implements Condition.
func (c Among) Holds(b *vault.Block, out *vault.Bits) {
	cells, nulls := b.Values[c.Column], b.Nulls[c.Column]
	*out = vault.Bits{}
	for _, value := range c.Values {
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

// Work implements Condition.
func (c Among) Work() int { return 1 + len(c.Values) }
