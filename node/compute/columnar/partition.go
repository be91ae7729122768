package columnar

import (
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/selection"
)

// grouper finds the groups of rows, with the same work for each row. The number of groups stands for none.
type grouper interface {
	Find(b *vault.Block, out *oblivious.Places)
	Work() int
}

// Partition is a Partition with how its groups are found.
type Partition struct {
	Name   string
	Groups []string
	Of     grouper
}

// PartitionOf says how the groups of a partition are found.
func PartitionOf(p *selection.Partition) *Partition {
	out := &Partition{Name: p.Name, Groups: p.Groups}
	if p.Rules != nil {
		out.Of = ByRules(conditionsOf(p.Rules))
		return out
	}
	g := byColumn{column: p.Column, none: int64(len(p.Groups)), null: int64(len(p.Groups))}
	if p.Null {
		g.null--
	}
	if p.Edges != nil {
		g.of = func(cells *vault.Cells, out *oblivious.Places) { findEdges(p.Edges, cells, out) }
		g.operations = len(p.Edges)
	} else {
		g.of = func(cells *vault.Cells, out *oblivious.Places) { findValues(p.Values, cells, out) }
		g.operations = len(p.Values)
	}
	out.Of = g
	return out
}

// byColumn finds groups by the cell of a column.
type byColumn struct {
	column int
	of     func(cells *vault.Cells, out *oblivious.Places)
	none   int64 // the number of groups
	null   int64 // the group of nulls
	// operations is how many of takes for a row.
	operations int
}

// Find finds the group of each row.
func (g byColumn) Find(b *vault.Block, out *oblivious.Places) {
	g.of(b.Values[g.column], out)
	nulls := b.Nulls[g.column]
	for i := range out {
		// Where there is no group of nulls, g.null is g.none. Where there is one, of gives g.null for a value of no
		// group.
		none := oblivious.Pick(oblivious.Same(out[i], g.null), g.none, out[i])
		out[i] = oblivious.Pick(oblivious.Mask(nulls, i), g.null, none)
	}
}

// Work is how many operations a row takes.
func (g byColumn) Work() int { return 3 + g.operations }

// findValues gives the index of each cell among some values, and the number of values for a cell that is not among
// them.
func findValues(values []int64, cells *vault.Cells, out *oblivious.Places) {
	for i := range out {
		out[i] = int64(len(values))
	}
	for place, value := range values {
		for i, v := range cells {
			out[i] = oblivious.Pick(oblivious.Same(v, value), int64(place), out[i])
		}
	}
}

// findEdges gives the interval between edges that each cell is in, and their number where it is in none.
func findEdges(edges []int64, cells *vault.Cells, out *oblivious.Places) {
	// The edges that are not above a cell, less one, are its interval; -1 and the last are outside.
	for i := range out {
		out[i] = -1
	}
	for _, edge := range edges {
		for i, v := range cells {
			out[i] += 1 + oblivious.Less(v, edge)
		}
	}
	intervals := int64(len(edges) - 1)
	for i := range out {
		out[i] = oblivious.Pick(oblivious.Less(out[i], 0), intervals, out[i])
	}
}

// ByRules finds the first rule that holds.
type ByRules []Condition

// Find finds the group of each row.
func (g ByRules) Find(b *vault.Block, out *oblivious.Places) {
	for i := range out {
		out[i] = int64(len(g))
	}
	var holds, taken vault.Bits
	for place, rule := range g {
		rule.Holds(b, &holds)
		for w := range holds {
			holds[w], taken[w] = holds[w]&^taken[w], taken[w]|holds[w]
		}
		for i := range out {
			out[i] = oblivious.Pick(oblivious.Mask(&holds, i), int64(place), out[i])
		}
	}
}

// Work is how many operations a row takes.
func (g ByRules) Work() int {
	n := 1
	for _, rule := range g {
		n += 2 + rule.Work()
	}
	return n
}
