package columnar

import (
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/vault"
)

// Amount is how much rows add to an output, with the same work for each row. A null adds zero.
type Amount interface {
	Of(b *vault.Block, out *vault.Cells)
	Work() int
}

// Whole adds one for each row.
type Whole struct{}

// Of implements Amount.
func (Whole) Of(_ *vault.Block, out *vault.Cells) {
	for i := range out {
		out[i] = 1
	}
}

// Work implements Amount.
func (Whole) Work() int { return 1 }

// Present adds one where the cell of a column is not null.
type Present int

// Of implements Amount.
func (c Present) Of(b *vault.Block, out *vault.Cells) {
	nulls := b.Nulls[c]
	for i := range out {
		out[i] = 1 + oblivious.Mask(nulls, i)
	}
}

// Work implements Amount.
func (Present) Work() int { return 1 }

// Clamped adds the cell of a column, cut off at its bounds, times a factor plus an offset.
type Clamped struct {
	Column         int
	Low, High      int64
	Factor, Offset int64
}

// Of implements Amount.
func (c Clamped) Of(b *vault.Block, out *vault.Cells) {
	cells, nulls := b.Values[c.Column], b.Nulls[c.Column]
	for i, v := range cells {
		out[i] = (cut(v, c.Low, c.High)*c.Factor + c.Offset) &^ oblivious.Mask(nulls, i)
	}
}

// Work implements Amount.
func (Clamped) Work() int { return 4 }

// cut is v within bounds. All are of at most 54 bits.
func cut(v, low, high int64) int64 {
	v = oblivious.Pick(oblivious.Less(v, low), low, v)
	return oblivious.Pick(oblivious.Less(high, v), high, v)
}
