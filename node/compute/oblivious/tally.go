package oblivious

import "github.com/assent-network/assent/node/vault"

// Places is a place for each row of a block: a group, or a cell. Their number stands for none of them.
type Places [vault.BlockRows]int64

// cacheLine is as many numbers as fit a line of a processor's cache. Go aligns arrays of lines to one.
type cacheLine [lineCells]int64

const (
	lineShift = 3
	lineCells = 1 << lineShift
)

func linesOf(cells int) int { return (cells + lineCells - 1) / lineCells }

// Totals are sums by cell. Every row touches every line of them, so that the memory which is touched tells no cell.
type Totals []cacheLine

// NewTotals returns sums of zero for so many cells.
func NewTotals(cells int) Totals { return make(Totals, linesOf(cells)) }

// Add adds each row's amount to its cell; a place beyond the cells adds nothing to any of them.
func (t Totals) Add(at *Places, amounts *vault.Cells) {
	for i, place := range at {
		slot, amount := place&(lineCells-1), amounts[i]
		here := place >> lineShift
		for l := range t {
			t[l][slot] += amount & Same(int64(l), here)
		}
	}
}

// Cells returns the sums of so many cells.
func (t Totals) Cells(n int) []int64 {
	flat := make([]int64, 0, len(t)*lineCells)
	for i := range t {
		flat = append(flat, t[i][:]...)
	}
	return flat[:n]
}

// Tally counts the people in each of a number of cells, not the rows: a person counts once in a cell. It is given the
// rows in the order of their people, and like totals it touches all of its lines for each.
type Tally struct {
	Size   int
	people []cacheLine
	last   []cacheLine // the person seen last, from one
}

// NewTally returns a tally of so many cells, with no one in any.
func NewTally(cells int) *Tally {
	return &Tally{Size: cells, people: make([]cacheLine, linesOf(cells)), last: make([]cacheLine, linesOf(cells))}
}

// See takes a block of rows, each with its cell and its person.
func (t *Tally) See(at *Places, persons *vault.Cells) {
	for i, place := range at {
		slot, person := place&(lineCells-1), persons[i]
		here := place >> lineShift
		for l := range t.people {
			yes := Same(int64(l), here)
			last := &t.last[l][slot]
			t.people[l][slot] -= yes &^ Same(*last, person)
			*last = Pick(yes, person, *last)
		}
	}
}

// TotalsWork is how many operations a row takes in totals of so many cells.
func TotalsWork(cells int) int { return 2 + 3*linesOf(cells) }

// TallyWork is how many operations a row takes in a tally of so many cells.
func TallyWork(cells int) int { return 2 + 6*linesOf(cells) }

// Counted returns the people of each cell.
func (t *Tally) Counted() []int {
	out := make([]int, 0, t.Size)
	for _, n := range Totals(t.people).Cells(t.Size) {
		out = append(out, int(n))
	}
	return out
}
