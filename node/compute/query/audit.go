package query

import "slices"

// audit decides which cells of a table are shown, so that what is shown gives no cell of few people away.
//
// The cells' counts obey linear relations that everyone knows: a total is the sum of its parts. An attacker solves them
// for the hidden cells. So cells are hidden until, in the solved system, no hidden cell of few people stands alone, and
// no sum of hidden cells is itself of few people. Of a table, whose relations are more than one or two, sums of the
// solved relations tell as well: there each hidden cell of few people must be free to have enough (flow.go).
type audit struct {
	people        []int
	floor         int
	contributions int // the most cells in which one person counts
	open          []bool
	known         []bool // known whatever this release shows: of no people, or from another question
	guarded       []bool // few people, or a zero that would tell of few people
	relations     []relation
	of            [][]int // the relations of each cell
	ways          []way   // of the tables that the cells are in
	crossings     []*crossing
}

// relation says that a sum of cells, each times its factor, is a number that is known.
type relation []term

type term struct{ cell, factor int }

// newAudit opens every cell but those of few people.
func newAudit(people []int, floor, contributions int) *audit {
	a := &audit{people: people, floor: floor, contributions: contributions, open: make([]bool, len(people)),
		known: make([]bool, len(people)), guarded: make([]bool, len(people))}
	for cell, n := range people {
		if a.open[cell] = true; a.few(n) {
			a.hide(cell)
		}
	}
	return a
}

// few reports whether a number of people is below the floor and not zero.
func (a *audit) few(people int) bool { return people > 0 && people < a.floor }

// keep hides a cell that is not released. Of no people, it is known to be empty: whether a question leaves people out
// follows from its parameters.
func (a *audit) keep(cell int) {
	a.known[cell] = a.people[cell] == 0
	a.open[cell] = a.known[cell]
}

func (a *audit) hide(cell int) { a.open[cell], a.guarded[cell] = false, true }

// protect hides further cells until nothing tells of the guarded ones. It ends, since each step hides one cell more.
func (a *audit) protect() {
	a.of = make([][]int, len(a.open))
	for i, r := range a.relations {
		for _, t := range r {
			a.of[t.cell] = append(a.of[t.cell], i)
		}
	}
	safe := make([]bool, len(a.open)) // and so with more cells hidden
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
		a.open[next] = false
	}
}

// giveBack shows the cells that were hidden to cover others and that follow from what is shown: they cover nothing, and
// would look as if they did. Not from how many people there are in all, or of which outcomes, which this table does not
// say.
func (a *audit) giveBack() {
	var shown []relation
	for _, r := range a.relations {
		if !slices.ContainsFunc(r, func(t term) bool { return t.cell < wholeRow.at(rowCells) }) {
			shown = append(shown, r)
		}
	}
	for _, r := range a.solve(shown) {
		if len(r) == 1 && !a.guarded[r[0].cell] {
			a.open[r[0].cell] = true
		}
	}
}

// all are the numbers of all cells.
func (a *audit) all() (cells []int) {
	for cell := range a.open {
		cells = append(cells, cell)
	}
	return cells
}

// cheapest is, of some cells, the shown one that costs least to hide; -1 when there is none.
func (a *audit) cheapest(cells []int) int {
	hidden := make([]int, len(a.relations))
	for i, r := range a.relations {
		hidden[i] = len(a.hidden(r))
	}
	best, bestCost := -1, 0
	for _, cell := range cells {
		if !a.open[cell] || a.known[cell] {
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
func (a *audit) next(told []int) int {
	among := make([]bool, len(a.relations))
	for _, cell := range told {
		for _, i := range a.of[cell] {
			among[i] = true
		}
	}
	for _, suits := range []func(int) bool{
		func(i int) bool { h := a.hidden(a.relations[i]); return a.tells(h) && a.guards(h) },
		func(i int) bool { return among[i] },
	} {
		var cells []int
		for i, r := range a.relations {
			if !suits(i) {
				continue
			}
			for _, t := range r {
				cells = append(cells, t.cell)
			}
		}
		if best := a.cheapest(cells); best >= 0 {
			return best
		}
	}
	return a.cheapest(a.all())
}

// hidden is what a relation says of hidden cells.
func (a *audit) hidden(r relation) (hidden relation) {
	for _, t := range r {
		if !a.open[t.cell] {
			hidden = append(hidden, t)
		}
	}
	return hidden
}

// tells says whether a relation between hidden cells tells too much of them. A difference bounds none of them.
func (a *audit) tells(hidden relation) bool {
	return len(hidden) > 0 && !slices.ContainsFunc(hidden, func(t term) bool { return t.factor != hidden[0].factor }) &&
		!a.hides(hidden)
}

// guards says whether a guarded cell is in a relation.
func (a *audit) guards(r relation) bool {
	return slices.ContainsFunc(r, func(t term) bool { return a.guarded[t.cell] })
}

// cost is how many relations would have this cell as their only hidden one, given how many hidden ones each has. Hiding
// a zero protects no person, so it costs more than any.
func (a *audit) cost(cell int, hidden []int) int {
	cost := 0
	if a.people[cell] == 0 {
		cost = len(a.relations) + 1
	}
	for _, i := range a.of[cell] {
		if hidden[i] == 0 {
			cost++
		}
	}
	return cost
}

// told returns all hidden cells of which too much is known, if a guarded one is among them; nil otherwise.
func (a *audit) told() (told []int) {
	guarded := false
	rows := a.solve(a.relations)
	for _, r := range a.relations {
		rows = append(rows, a.hidden(r))
	}
	for _, r := range rows {
		if a.tells(r) {
			guarded = guarded || a.guards(r)
			for _, t := range r {
				told = append(told, t.cell)
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
func (a *audit) hides(cells relation) bool {
	sum, largest, zero := 0, 0, false
	for _, t := range cells {
		n := a.people[t.cell]
		sum, largest, zero = sum+n, max(largest, n), zero || n == 0
	}
	// A person may count in several cells: at least so many are in them together.
	together := max(largest, (sum+a.contributions-1)/a.contributions)
	return len(cells) > 1 && together >= a.floor && (zero || sum > len(cells))
}

// prime is the modulus of the elimination: factors are small whole numbers, so that it decides as fractions would.
const prime = 1<<31 - 1

// solve eliminates: it returns relations, as far as they are between hidden cells, in reduced form, each with the
// factor one in front.
func (a *audit) solve(relations []relation) []relation {
	var columns []int // hidden cells
	place := make([]int, len(a.open))
	for cell, open := range a.open {
		if !open {
			place[cell] = len(columns)
			columns = append(columns, cell)
		}
	}
	var matrix [][]uint64
	for _, r := range relations {
		row := make([]uint64, len(columns))
		for _, t := range r {
			if !a.open[t.cell] {
				row[place[t.cell]] = uint64(t.factor+prime) % prime
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
		scale(matrix[rank], inverse(matrix[rank][column]))
		for i := range matrix {
			if i != rank && matrix[i][column] != 0 {
				subtract(matrix[i], matrix[rank], matrix[i][column])
			}
		}
		if rank++; rank == len(matrix) {
			break
		}
	}
	solved := make([]relation, rank)
	for i := range solved {
		for column, factor := range matrix[i] {
			if factor != 0 {
				solved[i] = append(solved[i], term{columns[column], int(factor)})
			}
		}
	}
	return solved
}

func scale(row []uint64, by uint64) {
	for i := range row {
		row[i] = row[i] * by % prime
	}
}

// subtract takes a multiple of another row from a row.
func subtract(row, other []uint64, times uint64) {
	for i := range row {
		if other[i] != 0 {
			row[i] = (row[i] + (prime-times)*other[i]) % prime
		}
	}
}

// inverse is the power to prime-2, after Fermat.
func inverse(v uint64) uint64 {
	out := uint64(1)
	for e := prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * v % prime
		}
		v = v * v % prime
	}
	return out
}
