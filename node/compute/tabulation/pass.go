package tabulation

import (
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
)

// Observer looks at each block of rows once an engine has divided it.
type Observer interface {
	See(b *vault.Block, e *Pass)
}

// Pass adds up rows block by block. What it does for a block depends on the plan, and on nothing that the block holds
// but its number of rows.
type Pass struct {
	plan   *Plan
	totals []oblivious.Totals
	People Observer // nil without a floor

	own, person int64 // rows so far of the current person, and which person, from one

	// Of a block:
	Persons  vault.Cells
	Valid    vault.Bits         // rows within what one person may contribute
	Counts   vault.Bits         // of these, the rows that the plan is over
	LeftOut  vault.Bits         // of an audit, the rows that it would be over if they had a label and a prediction
	Groups   []oblivious.Places // by grouping
	Outcomes oblivious.Places   // of an audit
	Cells    []oblivious.Places // by the plan's divisions into cells
	amounts  vault.Cells
}

// NewPass returns a pass before its first block. people may be nil.
func NewPass(p *Plan, people Observer) *Pass {
	divisions := 1
	if p.Kind == kind.Fairness {
		divisions = len(p.Partitions)
	}
	e := &Pass{plan: p, People: people, Groups: make([]oblivious.Places, len(p.Partitions)),
		Cells: make([]oblivious.Places, divisions)}
	for i := range p.Outputs {
		e.totals = append(e.totals, oblivious.NewTotals(p.Outputs[i].Cells))
	}
	return e
}

// Take adds a block of rows.
func (e *Pass) Take(b *vault.Block) {
	e.contributions(b)
	e.plan.Filter.Holds(b, &e.Counts)
	for w := range e.Counts {
		e.Counts[w] &= e.Valid[w]
		e.LeftOut[w] = e.Counts[w]
		for _, column := range e.plan.Needed {
			e.Counts[w] &^= b.Nulls[column][w]
		}
		e.LeftOut[w] &^= e.Counts[w]
	}
	for i, part := range e.plan.Partitions {
		part.Of.Find(b, &e.Groups[i])
	}
	if e.plan.Kind == kind.Fairness {
		e.audited(b)
	} else {
		e.divided()
	}
	for i := range e.plan.Outputs {
		o := &e.plan.Outputs[i]
		o.Amount.Of(b, &e.amounts)
		e.totals[i].Add(&e.Cells[o.at], &e.amounts)
	}
	if e.People != nil {
		e.People.See(b, e)
	}
}

// contributions numbers the people of a block, and marks the rows that are within what one person may contribute.
func (e *Pass) contributions(b *vault.Block) {
	e.Valid = vault.Bits{}
	most := int64(e.plan.Schema.MaxContributions)
	for i := range b.Len {
		first := oblivious.Mask(&b.First, i)
		e.own = e.own&^first + 1
		e.person -= first
		e.Persons[i] = e.person
		e.Valid[i/64] |= uint64(oblivious.Less(e.own, most+1)) & 1 << (i % 64)
	}
}

// divided finds the cells of a query's rows.
func (e *Pass) divided() {
	none := int64(e.plan.Lines)
	cells := &e.Cells[0]
	for i := range cells {
		cell, nowhere := int64(0), ^oblivious.Mask(&e.Counts, i)
		for k, part := range e.plan.Partitions {
			n := int64(len(part.Groups))
			g := e.Groups[k][i]
			nowhere |= oblivious.Same(g, n)
			cell = cell*n + g
		}
		cells[i] = oblivious.Pick(nowhere, none, cell)
	}
}

// audited finds the cells of an audit's rows, by grouping: their group's, and in it their outcome's. After those of all
// groups come the cells of the rows that are left out, where there can be any.
func (e *Pass) audited(b *vault.Block) {
	var predicted, positive vault.Bits
	e.plan.Prediction.Holds(b, &predicted)
	e.plan.Label.Holds(b, &positive)
	for i := range e.Outcomes {
		p, l := oblivious.Mask(&predicted, i), oblivious.Mask(&positive, i)
		e.Outcomes[i] = oblivious.Pick(p, oblivious.Pick(l, hiding.TruePositive, hiding.FalsePositive),
			oblivious.Pick(l, hiding.FalseNegative, hiding.TrueNegative))
	}
	for k, part := range e.plan.Partitions {
		n, none := int64(len(part.Groups)), int64(e.plan.Outputs[k].Cells)
		cells := &e.Cells[k]
		for i, g := range e.Groups[k] {
			here := ^oblivious.Same(g, n)
			cell := oblivious.Pick(oblivious.Mask(&e.Counts, i)&here, g*hiding.MatrixCells+e.Outcomes[i], none)
			cells[i] = oblivious.Pick(oblivious.Mask(&e.LeftOut, i)&here, n*hiding.MatrixCells+g, cell)
		}
	}
}

// Sums returns the vector of each output.
func (e *Pass) Sums() [][]int64 {
	out := make([][]int64, len(e.totals))
	for i, t := range e.totals {
		out[i] = t.Cells(e.plan.Outputs[i].Cells)
	}
	return out
}
