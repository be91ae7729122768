package query

import (
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
)

// engine adds up rows block by block. What it does for a block depends on the plan, and on nothing that the block holds
// but its number of rows.
type engine struct {
	plan   *Plan
	totals []totals
	people *census // nil without a floor

	own, person int64 // rows so far of the current person, and which person, from one

	// Of a block:
	persons  vault.Cells
	valid    vault.Bits // rows within what one person may contribute
	counts   vault.Bits // of these, the rows that the plan is over
	leftOut  vault.Bits // of an audit, the rows that it would be over if they had a label and a prediction
	groups   []places   // by grouping
	outcomes places     // of an audit
	cells    []places   // by the plan's divisions into cells
	amounts  vault.Cells
}

func newEngine(p *Plan, people *census) *engine {
	divisions := 1
	if p.kind == kind.Fairness {
		divisions = len(p.partitions)
	}
	e := &engine{plan: p, people: people, groups: make([]places, len(p.partitions)), cells: make([]places, divisions)}
	for i := range p.outputs {
		e.totals = append(e.totals, newTotals(p.outputs[i].cells))
	}
	return e
}

// take adds a block of rows.
func (e *engine) take(b *vault.Block) {
	e.contributions(b)
	e.plan.filter.holds(b, &e.counts)
	for w := range e.counts {
		e.counts[w] &= e.valid[w]
		e.leftOut[w] = e.counts[w]
		for _, column := range e.plan.needed {
			e.counts[w] &^= b.Nulls[column][w]
		}
		e.leftOut[w] &^= e.counts[w]
	}
	for i, part := range e.plan.partitions {
		part.of.find(b, &e.groups[i])
	}
	if e.plan.kind == kind.Fairness {
		e.audited(b)
	} else {
		e.divided()
	}
	for i := range e.plan.outputs {
		o := &e.plan.outputs[i]
		o.amount.of(b, &e.amounts)
		e.totals[i].add(&e.cells[o.at], &e.amounts)
	}
	if e.people != nil {
		e.people.see(b, e)
	}
}

// contributions numbers the people of a block, and marks the rows that are within what one person may contribute.
func (e *engine) contributions(b *vault.Block) {
	e.valid = vault.Bits{}
	most := int64(e.plan.schema.MaxContributions)
	for i := range b.Len {
		first := mask(&b.First, i)
		e.own = e.own&^first + 1
		e.person -= first
		e.persons[i] = e.person
		e.valid[i/64] |= uint64(less(e.own, most+1)) & 1 << (i % 64)
	}
}

// divided finds the cells of a query's rows.
func (e *engine) divided() {
	none := int64(e.plan.lines)
	cells := &e.cells[0]
	for i := range cells {
		cell, nowhere := int64(0), ^mask(&e.counts, i)
		for k, part := range e.plan.partitions {
			n := int64(len(part.groups))
			g := e.groups[k][i]
			nowhere |= same(g, n)
			cell = cell*n + g
		}
		cells[i] = pick(nowhere, none, cell)
	}
}

// audited finds the cells of an audit's rows, by grouping: their group's, and in it their outcome's. After those of all
// groups come the cells of the rows that are left out, where there can be any.
func (e *engine) audited(b *vault.Block) {
	var predicted, positive vault.Bits
	e.plan.prediction.holds(b, &predicted)
	e.plan.label.holds(b, &positive)
	for i := range e.outcomes {
		p, l := mask(&predicted, i), mask(&positive, i)
		e.outcomes[i] = pick(p, pick(l, truePositive, falsePositive), pick(l, falseNegative, trueNegative))
	}
	for k, part := range e.plan.partitions {
		n, none := int64(len(part.groups)), int64(e.plan.outputs[k].cells)
		cells := &e.cells[k]
		for i, g := range e.groups[k] {
			here := ^same(g, n)
			cell := pick(mask(&e.counts, i)&here, g*matrixCells+e.outcomes[i], none)
			cells[i] = pick(mask(&e.leftOut, i)&here, n*matrixCells+g, cell)
		}
	}
}

// sums returns the vector of each output.
func (e *engine) sums() [][]int64 {
	out := make([][]int64, len(e.totals))
	for i, t := range e.totals {
		out[i] = t.cells(e.plan.outputs[i].cells)
	}
	return out
}
