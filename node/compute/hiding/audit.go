// Package hiding decides which cells of tables of counts an exact release shows, so that what is shown tells of no cell
// of few people.
//
// It knows counts and the relations between them, and neither rows nor parameters. docs/design/floor.md gives the
// reasons.
package hiding

import (
	"slices"

	"github.com/assent-network/assent/node/compute/modular"
)

// Audit decides which cells of a table are shown, so that what is shown gives no cell of few people away.
//
// The cells' counts obey linear relations that everyone knows: a total is the sum of its parts. An attacker solves them
// for the hidden cells. So cells are hidden until, in the solved system, no hidden cell of few people stands alone, and
// no sum of hidden cells is itself of few people. Of a table, whose relations are more than one or two, sums of the
// solved relations tell as well: there each hidden cell of few people must be free to have enough (flow.go).
type Audit struct {
	People        []int
	Floor         int
	Contributions int // the most cells in which one person counts
	Open          []bool
	Known         []bool // known whatever this release shows: of no people, or from another question
	Guarded       []bool // few people, or a zero that would tell of few people
	Relations     []Relation
	elsewhere     int     // of the relations, how many the last ones are that only other releases tell
	of            [][]int // the relations of each cell
	Ways          []way   // of the tables that the cells are in
	Crossings     []*Crossing
}

// Relation says that a sum of cells, each times its factor, is a number that is known.
type Relation []Term

// Term is a cell of a relation, with its factor.
type Term struct{ Cell, Factor int }

// New opens every cell but those of few people.
func New(people []int, floor, contributions int) *Audit {
	a := &Audit{People: people, Floor: floor, Contributions: contributions, Open: make([]bool, len(people)),
		Known: make([]bool, len(people)), Guarded: make([]bool, len(people))}
	for cell, n := range people {
		if a.Open[cell] = true; a.Few(n) {
			a.hide(cell)
		}
	}
	return a
}

// Few reports whether a number of people is below the floor and not zero.
func (a *Audit) Few(people int) bool { return people > 0 && people < a.Floor }

// Keep hides a cell that is not released. Of no people, it is known to be empty: whether a question leaves people out
// follows from its parameters.
func (a *Audit) Keep(cell int) {
	a.Known[cell] = a.People[cell] == 0
	a.Open[cell] = a.Known[cell]
}

func (a *Audit) hide(cell int) { a.Open[cell], a.Guarded[cell] = false, true }

// Protect hides further cells until nothing tells of the guarded ones. It ends, since each step hides one cell more.
func (a *Audit) Protect() {
	a.of = make([][]int, len(a.Open))
	for i, r := range a.Relations {
		for _, t := range r {
			a.of[t.Cell] = append(a.of[t.Cell], i)
		}
	}
	safe := make([]bool, len(a.Open)) // and so with more cells hidden
	for {
		next := -1
		if told := a.told(); told != nil {
			next = a.next(told)
		} else if cell, by := a.stopped(safe); cell >= 0 {
			if next = a.cheapest(by); next < 0 {
				next = a.cheapest(a.all())
			}
		} else if by, told := a.crossed(); told {
			if next = a.cheapest(by); next < 0 {
				next = a.cheapest(a.all())
			}
		} else {
			return
		}
		if next < 0 {
			return
		}
		a.Open[next] = false
	}
}

// GiveBack shows the cells that were hidden to cover others and that follow from what is shown: they cover nothing, and
// would look as if they did. Not from how many people there are in all, or of which outcomes, which this table does not
// say.
func (a *Audit) GiveBack() {
	var shown []Relation
	for _, r := range a.Relations[:len(a.Relations)-a.elsewhere] {
		if !slices.ContainsFunc(r, func(t Term) bool { return t.Cell < WholeRow.At(RowCells) }) {
			shown = append(shown, r)
		}
	}
	for _, r := range a.solve(shown) {
		if len(r) == 1 && !a.Guarded[r[0].Cell] {
			a.Open[r[0].Cell] = true
		}
	}
}

// all are the numbers of all cells.
func (a *Audit) all() (cells []int) {
	for cell := range a.Open {
		cells = append(cells, cell)
	}
	return cells
}

// cheapest is, of some cells, the shown one that costs least to hide; -1 when there is none.
func (a *Audit) cheapest(cells []int) int {
	hidden := make([]int, len(a.Relations))
	for i, r := range a.Relations {
		hidden[i] = len(a.hidden(r))
	}
	best, bestCost := -1, 0
	for _, cell := range cells {
		if !a.Open[cell] || a.Known[cell] {
			continue
		}
		cost := a.cost(cell, hidden)
		if best < 0 || cost < bestCost || cost == bestCost && a.byPeople(cell, best) < 0 {
			best, bestCost = cell, cost
		}
	}
	return best
}

// next is the cell to hide so that hidden cells are not told any more: of those in a relation that tells by itself, or
// else in one with any of them, the cell whose own relations need no further cell hidden, and of these the one of
// fewest people. It is -1 when all are hidden.
func (a *Audit) next(told []int) int {
	among := make([]bool, len(a.Relations))
	for _, cell := range told {
		for _, i := range a.of[cell] {
			among[i] = true
		}
	}
	for _, suits := range []func(int) bool{
		func(i int) bool { h := a.hidden(a.Relations[i]); return a.tells(h) && a.guards(h) },
		func(i int) bool { return among[i] },
	} {
		var cells []int
		for i, r := range a.Relations {
			if !suits(i) {
				continue
			}
			for _, t := range r {
				cells = append(cells, t.Cell)
			}
		}
		if best := a.cheapest(cells); best >= 0 {
			return best
		}
	}
	return a.cheapest(a.all())
}

// hidden is what a relation says of hidden cells.
func (a *Audit) hidden(r Relation) (hidden Relation) {
	for _, t := range r {
		if !a.Open[t.Cell] {
			hidden = append(hidden, t)
		}
	}
	return hidden
}

// tells says whether a relation between hidden cells tells too much of them. A difference bounds none of them.
func (a *Audit) tells(hidden Relation) bool {
	return len(hidden) > 0 && !slices.ContainsFunc(hidden, func(t Term) bool { return t.Factor != hidden[0].Factor }) &&
		!a.hides(hidden)
}

// guards says whether a guarded cell is in a relation.
func (a *Audit) guards(r Relation) bool {
	return slices.ContainsFunc(r, func(t Term) bool { return a.Guarded[t.Cell] })
}

// cost is how many relations would have this cell as their only hidden one, given how many hidden ones each has. Hiding
// a zero protects no person, so it costs more than any.
func (a *Audit) cost(cell int, hidden []int) int {
	cost := 0
	if a.People[cell] == 0 {
		cost = len(a.Relations) + 1
	}
	for _, i := range a.of[cell] {
		if hidden[i] == 0 {
			cost++
		}
	}
	return cost
}

// told returns all hidden cells of which too much is known, if a guarded one is among them; nil otherwise.
func (a *Audit) told() (told []int) {
	guarded := false
	rows := a.solve(a.Relations)
	for _, r := range a.Relations {
		rows = append(rows, a.hidden(r))
	}
	for _, r := range rows {
		if a.tells(r) {
			guarded = guarded || a.guards(r)
			for _, t := range r {
				told = append(told, t.Cell)
			}
		}
	}
	if !guarded {
		return nil
	}
	return told
}

// hides says whether cells hide one another, given the sum of their counts: at least two, of enough people together,
// and not each so small that the sum leaves it no choice.
func (a *Audit) hides(cells Relation) bool {
	sum, largest, zero := 0, 0, false
	for _, t := range cells {
		n := a.People[t.Cell]
		sum, largest, zero = sum+n, max(largest, n), zero || n == 0
	}
	// A person may count in several cells: at least so many are in them together.
	together := max(largest, (sum+a.Contributions-1)/a.Contributions)
	return len(cells) > 1 && together >= a.Floor && (zero || sum > len(cells))
}

// solve eliminates: it returns relations, as far as they are between hidden cells, in reduced form, each with the
// factor one in front.
func (a *Audit) solve(relations []Relation) []Relation {
	var columns []int // hidden cells
	place := make([]int, len(a.Open))
	for cell, open := range a.Open {
		if !open {
			place[cell] = len(columns)
			columns = append(columns, cell)
		}
	}
	var matrix [][]uint64
	for _, r := range relations {
		row := make([]uint64, len(columns))
		for _, t := range r {
			if !a.Open[t.Cell] {
				row[place[t.Cell]] = uint64(t.Factor+modular.Prime) % modular.Prime
			}
		}
		matrix = append(matrix, row)
	}
	rank := 0
	for column := range columns {
		pivot := slices.IndexFunc(matrix[rank:], func(row []uint64) bool { return row[column] != 0 })
		if pivot < 0 {
			continue
		}
		matrix[rank], matrix[rank+pivot] = matrix[rank+pivot], matrix[rank]
		modular.Scale(matrix[rank], modular.Inverse(matrix[rank][column]))
		for i := range matrix {
			if i != rank && matrix[i][column] != 0 {
				modular.Subtract(matrix[i], matrix[rank], matrix[i][column])
			}
		}
		if rank++; rank == len(matrix) {
			break
		}
	}
	solved := make([]Relation, rank)
	for i := range solved {
		for column, factor := range matrix[i] {
			if factor != 0 {
				solved[i] = append(solved[i], Term{columns[column], int(factor)})
			}
		}
	}
	return solved
}
