package query

import "github.com/assent-network/assent/node/vault"

// amount is how much rows add to an output, with the same work for each row. A null adds zero.
type amount interface {
	of(b *vault.Block, out *vault.Cells)
	work() int
}

// whole adds one for each row.
type whole struct{}

func (whole) of(_ *vault.Block, out *vault.Cells) {
	for i := range out {
		out[i] = 1
	}
}

func (whole) work() int { return 1 }

// present adds one where the cell of a column is not null.
type present int

func (c present) of(b *vault.Block, out *vault.Cells) {
	nulls := b.Nulls[c]
	for i := range out {
		out[i] = 1 + mask(nulls, i)
	}
}

func (present) work() int { return 1 }

// clamped adds the cell of a column, cut off at its bounds, times a factor plus an offset.
type clamped struct {
	column         int
	low, high      int64
	factor, offset int64
}

func (c clamped) of(b *vault.Block, out *vault.Cells) {
	cells, nulls := b.Values[c.column], b.Nulls[c.column]
	for i, v := range cells {
		out[i] = (cut(v, c.low, c.high)*c.factor + c.offset) &^ mask(nulls, i)
	}
}

func (clamped) work() int { return 4 }

// cut is v within bounds. All are of at most 54 bits.
func cut(v, low, high int64) int64 {
	v = pick(less(v, low), low, v)
	return pick(less(high, v), high, v)
}
