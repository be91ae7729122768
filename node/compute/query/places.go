package query

import (
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/selection"
)

// places is a place for each row of a block: a group, or a cell. Their number stands for none of them.
type places [vault.BlockRows]int64

// grouper finds the groups of rows, with the same work for each row. The number of groups stands for none.
type grouper interface {
	find(b *vault.Block, out *places)
	work() int
}

// partition is a Partition with how its groups are found.
type partition struct {
	name   string
	groups []string
	of     grouper
}

func partitionOf(p *selection.Partition) *partition {
	out := &partition{name: p.Name, groups: p.Groups}
	if p.Rules != nil {
		out.of = byRules(conditionsOf(p.Rules))
		return out
	}
	g := byColumn{column: p.Column, none: int64(len(p.Groups)), null: int64(len(p.Groups))}
	if p.Null {
		g.null--
	}
	if p.Edges != nil {
		g.of = func(cells *vault.Cells, out *places) { findEdges(p.Edges, cells, out) }
		g.operations = len(p.Edges)
	} else {
		g.of = func(cells *vault.Cells, out *places) { findValues(p.Values, cells, out) }
		g.operations = len(p.Values)
	}
	out.of = g
	return out
}

// byColumn finds groups by the cell of a column.
type byColumn struct {
	column int
	of     func(cells *vault.Cells, out *places)
	none   int64 // the number of groups
	null   int64 // the group of nulls
	// operations is how many of takes for a row.
	operations int
}

func (g byColumn) find(b *vault.Block, out *places) {
	g.of(b.Values[g.column], out)
	nulls := b.Nulls[g.column]
	for i := range out {
		// Where there is no group of nulls, g.null is g.none. Where there is one, of gives g.null for a value of no
		// group.
		none := pick(same(out[i], g.null), g.none, out[i])
		out[i] = pick(mask(nulls, i), g.null, none)
	}
}

func (g byColumn) work() int { return 3 + g.operations }

// findValues gives the index of each cell among some values, and the number of values for a cell that is not among
// them.
func findValues(values []int64, cells *vault.Cells, out *places) {
	for i := range out {
		out[i] = int64(len(values))
	}
	for place, value := range values {
		for i, v := range cells {
			out[i] = pick(same(v, value), int64(place), out[i])
		}
	}
}

// findEdges gives the interval between edges that each cell is in, and their number where it is in none.
func findEdges(edges []int64, cells *vault.Cells, out *places) {
	// The edges that are not above a cell, less one, are its interval; -1 and the last are outside.
	for i := range out {
		out[i] = -1
	}
	for _, edge := range edges {
		for i, v := range cells {
			out[i] += 1 + less(v, edge)
		}
	}
	intervals := int64(len(edges) - 1)
	for i := range out {
		out[i] = pick(less(out[i], 0), intervals, out[i])
	}
}

// byRules finds the first rule that holds.
type byRules []condition

func (g byRules) find(b *vault.Block, out *places) {
	for i := range out {
		out[i] = int64(len(g))
	}
	var holds, taken vault.Bits
	for place, rule := range g {
		rule.holds(b, &holds)
		for w := range holds {
			holds[w], taken[w] = holds[w]&^taken[w], taken[w]|holds[w]
		}
		for i := range out {
			out[i] = pick(mask(&holds, i), int64(place), out[i])
		}
	}
}

func (g byRules) work() int {
	n := 1
	for _, rule := range g {
		n += 2 + rule.work()
	}
	return n
}

// cacheLine is as many numbers as fit a line of a processor's cache. Go aligns arrays of lines to one.
type cacheLine [lineCells]int64

const (
	lineShift = 3
	lineCells = 1 << lineShift
)

func linesOf(cells int) int { return (cells + lineCells - 1) / lineCells }

// totals are sums by cell. Every row touches every line of them, so that the memory which is touched tells no cell.
type totals []cacheLine

func newTotals(cells int) totals { return make(totals, linesOf(cells)) }

// add adds each row's amount to its cell; a place beyond the cells adds nothing to any of them.
func (t totals) add(at *places, amounts *vault.Cells) {
	for i, place := range at {
		slot, amount := place&(lineCells-1), amounts[i]
		here := place >> lineShift
		for l := range t {
			t[l][slot] += amount & same(int64(l), here)
		}
	}
}

// cells returns the sums of so many cells.
func (t totals) cells(n int) []int64 {
	flat := make([]int64, 0, len(t)*lineCells)
	for i := range t {
		flat = append(flat, t[i][:]...)
	}
	return flat[:n]
}

// tally counts the people in each of a number of cells, not the rows: a person counts once in a cell. It is given the
// rows in the order of their people, and like totals it touches all of its lines for each.
type tally struct {
	size   int
	people []cacheLine
	last   []cacheLine // the person seen last, from one
}

func newTally(cells int) *tally {
	return &tally{size: cells, people: make([]cacheLine, linesOf(cells)), last: make([]cacheLine, linesOf(cells))}
}

// see takes a block of rows, each with its cell and its person.
func (t *tally) see(at *places, persons *vault.Cells) {
	for i, place := range at {
		slot, person := place&(lineCells-1), persons[i]
		here := place >> lineShift
		for l := range t.people {
			yes := same(int64(l), here)
			last := &t.last[l][slot]
			t.people[l][slot] -= yes &^ same(*last, person)
			*last = pick(yes, person, *last)
		}
	}
}

// totalsWork and tallyWork are how many operations a row takes in totals and in a tally of so many cells.
func totalsWork(cells int) int { return 2 + 3*linesOf(cells) }
func tallyWork(cells int) int  { return 2 + 6*linesOf(cells) }

// counted returns the people of each cell.
func (t *tally) counted() []int {
	out := make([]int, 0, t.size)
	for _, n := range totals(t.people).cells(t.size) {
		out = append(out, int(n))
	}
	return out
}
