package hiding

import "cmp"

// The cells of a confusion matrix, in the order in which they are released.
const (
	TruePositive = iota
	FalsePositive
	TrueNegative
	FalseNegative
	MatrixCells
)

// Excluded is the cell of those who have rows that count in no figure.
const Excluded = 0

// Row is a row of the tables as which a fairness job is audited: for each grouping there is one for each group, one for
// its sum, and one for the rows outside of all its groups; and there is one row for all, which the groupings share. A
// row has the four counts, their sum, and who is left out for want of a label or a prediction, and so is not in that
// sum.
type Row int

// The columns of a row after those of the four counts: their sum, who is left out, and how many columns there are.
const (
	RowSum   = MatrixCells
	RowLeft  = MatrixCells + 1
	RowCells = MatrixCells + 2
)

// At is the index of a row's cell; the excluded come first.
func (r Row) At(column int) int { return 1 + int(r)*RowCells + column }

// WholeRow is the row of all, which the groupings share.
const WholeRow Row = 0

// Table is where a grouping's rows are.
type Table struct{ First, Groups int }

// Group is the row of a group.
func (t Table) Group(g int) Row { return Row(t.First + g) }

// Overall is the row of the sum of all groups.
func (t Table) Overall() Row { return Row(t.First + t.Groups) }

// Outside is the row of those in no group.
func (t Table) Outside() Row { return Row(t.First + t.Groups + 1) }

// Plenty is the number of people of a cell that may have any, and of which nothing is known.
const Plenty = 1 << 30

// RelateWhole adds that all who are not excluded count or are left out, and the sum of the row of all.
func (a *Audit) RelateWhole() {
	all := Relation{{Excluded, 1}, {WholeRow.At(RowSum), 1}, {WholeRow.At(RowLeft), 1}}
	a.Relations = append(a.Relations, all)
	a.RowSum(WholeRow)
}

// IsFew says whether a row is of few people, left out or not.
func (a *Audit) IsFew(r Row) bool {
	n, left := r.At(RowSum), r.At(RowLeft)
	return !a.Known[n] && (a.Few(a.People[n]) || a.People[n] == 0 && a.Few(a.People[left]))
}

// RowSum adds that a row's sum is that of its counts.
func (a *Audit) RowSum(r Row) {
	sum := Relation{{r.At(RowSum), -1}}
	for column := range MatrixCells {
		sum = append(sum, Term{r.At(column), 1})
	}
	a.Relations = append(a.Relations, sum)
}

// RelateMargins adds the sums of two of a row's outcomes that other releases tell, as far as they are of enough people.
// They come after all other relations.
func (a *Audit) RelateMargins(r Row, margins [][2]int) {
	for _, outcomes := range margins {
		one, other := r.At(outcomes[0]), r.At(outcomes[1])
		if a.People[one]+a.People[other] >= a.Enough() {
			a.Relations = append(a.Relations, Relation{{one, 1}, {other, 1}})
			a.elsewhere++
		}
	}
}

// HideRow hides all counts of few people, the zeros with them: a zero would say of all of them what they are not.
func (a *Audit) HideRow(r Row) {
	for column := range RowLeft {
		a.hide(r.At(column))
	}
}

// byPeople orders cells by how little is lost when they are hidden: zeros last, since hiding one protects no person.
func (a *Audit) byPeople(x, y int) int {
	if zero := cmp.Compare(Btoi(a.People[x] == 0), Btoi(a.People[y] == 0)); zero != 0 {
		return zero
	}
	return cmp.Or(cmp.Compare(a.People[x], a.People[y]), cmp.Compare(x, y))
}

// Btoi is one for yes, and zero for no.
func Btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A group of a set has the four outcomes, and who is left out.
const (
	SetLeft  = MatrixCells
	SetCells = MatrixCells + 1
)

// RelateAll adds that the sum of some cells in a row and of another one is known, if their people are enough.
func (a *Audit) RelateAll(cells, first, other int) {
	sum, together := a.People[other], Relation{{other, 1}}
	for cell := first; cell < first+cells; cell++ {
		sum, together = sum+a.People[cell], append(together, Term{cell, 1})
	}
	if sum >= a.Floor {
		a.Relations = append(a.Relations, together)
	}
}

// Of is a row's cell of an outcome.
func (r Row) Of(outcome int) int {
	if outcome == SetLeft {
		return r.At(RowLeft)
	}
	return r.At(outcome)
}
