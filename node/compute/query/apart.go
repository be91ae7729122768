package query

import (
	"slices"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
)

// Another question, without a clause of this one, has other people in its cells. Who they are, the difference of the
// two answers tells. So the people that clauses set apart are held to the floor as if they were asked for, cell by cell
// (docs/design/floor.md).

// setApart counts the people that one clause, or two, set apart, in each cell that they would move into or out of.
type setApart struct {
	// tables are the counts: of a query one, its cells and then who is in no group; of an audit one for each grouping,
	// the outcomes of each group and who is left out of it, and then of those outside.
	tables []*tally
	// moved are, of a query, those who move the figure of a measure, for each probe, by cell, and who is in no group.
	moved []*tally
	// within says that they only change places, so that all cells together have the same people.
	within bool
}

// dropping is a condition of a plan, by its clauses, and where it stands.
type dropping struct {
	condition
	clauses []*clauses
	columns []withoutColumns
	whole   bool // dropping all of it is another question too
	sides   int  // one where people come or go, two where they go from one cell to another
}

func newDropping(s *schema.Schema, c condition, whole bool, sides int) *dropping {
	clauses, columns := clausesOf(s, c)
	return &dropping{c, clauses, columns, whole, sides}
}

// droppings are the conditions of a plan by clauses. Rules come by grouping, the last rule of each first.
type droppings struct {
	filter            *dropping // nil without one
	prediction, label *dropping // of an audit
	rules             [][]*dropping
}

func newDroppings(p *Plan) droppings {
	var d droppings
	if whole, ok := p.filter.(all); !ok || len(whole) > 0 {
		d.filter = newDropping(p.schema, p.filter, true, 1)
	}
	if p.kind == kind.Fairness {
		// Rows with a null in a column of these are left out, so that none of their clauses is about nulls.
		without := *p.schema
		without.Columns = slices.Clone(p.schema.Columns)
		for i := range without.Columns {
			without.Columns[i].Nullable = false
		}
		d.prediction = newDropping(&without, p.prediction, false, 2)
		d.label = newDropping(&without, p.label, false, 2)
	}
	for _, part := range p.partitions {
		var rules []*dropping
		if of, ok := part.of.(byRules); ok {
			for _, rule := range slices.Backward(of) {
				rules = append(rules, newDropping(p.schema, rule, true, 2))
			}
		}
		d.rules = append(d.rules, rules)
	}
	return d
}

// all are the conditions that there are.
func (d droppings) all() []*dropping {
	every := slices.Concat(d.rules...)
	for _, one := range []*dropping{d.filter, d.prediction, d.label} {
		if one != nil {
			every = append(every, one)
		}
	}
	return every
}

// sets is how many sets of people the clauses set apart.
func (d droppings) sets() (n int) {
	for _, of := range d.all() {
		n += of.sides * of.sets()
	}
	return n
}

// sets is how many sets of rows each gives.
func (d *dropping) sets() int {
	n := len(d.columns)
	if d.whole {
		n++
	}
	for _, c := range d.clauses {
		n += c.dropped()
	}
	return n
}

// work is how many operations the clauses take for a row, where so many probes look at whom they set apart.
func (d droppings) work(p *Plan, probes int) int {
	n := 0
	for _, of := range d.all() {
		n += 4 + of.work()
		for _, c := range of.clauses {
			n += c.dropWork()
		}
		for _, without := range of.columns {
			n += 2 + without.work()
		}
	}
	if p.kind == kind.Query {
		each := tallyWork(p.outputs[0].cells + 1)
		return n + d.sets()*(4+3*len(p.partitions)+each+probes*(2+each))
	}
	for _, part := range p.partitions {
		n += d.sets() * (5 + tallyWork((len(part.groups)+1)*setCells))
	}
	return n
}

// each calls see with the rows that the clauses of a condition set apart, of those for which it matters. When the whole
// is dropped they are those that it keeps out; of a rule, those that it takes.
func (d *dropping) each(b *vault.Block, critical *vault.Bits, rule bool, see func(*vault.Bits)) {
	var holds, rows vault.Bits
	d.holds(b, &holds)
	if d.whole {
		for w := range rows {
			if rows[w] = holds[w]; !rule {
				rows[w] = ^rows[w]
			}
			rows[w] &= critical[w]
		}
		see(&rows)
	}
	for _, c := range d.clauses {
		c.drop(b, critical, see)
	}
	for _, without := range d.columns {
		without.holds(b, &rows)
		for w := range rows {
			rows[w] = (rows[w] ^ holds[w]) & critical[w]
		}
		see(&rows)
	}
}

// seeApart takes a block of rows.
func (c *census) seeApart(b *vault.Block, e *engine) {
	c.turn = 0
	if f := c.drops.filter; f != nil {
		f.each(b, &e.valid, false, func(rows *vault.Bits) {
			c.next(false).count(c, e, rows, move{grouping: -1})
		})
	}
	for k := range c.plan.partitions {
		c.seeRules(b, e, k)
	}
	if c.plan.kind == kind.Query {
		return
	}
	for _, outcome := range []struct {
		of   *dropping
		flip int64
	}{{c.drops.prediction, flipPrediction}, {c.drops.label, flipLabel}} {
		outcome.of.each(b, &e.counts, false, func(rows *vault.Bits) {
			c.next(true).count(c, e, rows, move{grouping: -1})
			c.next(true).count(c, e, rows, move{grouping: -1, flip: outcome.flip})
		})
	}
}

// An outcome with the other prediction or the other label: their numbers are two bits.
const (
	flipPrediction = truePositive ^ falseNegative
	flipLabel      = truePositive ^ falsePositive
)

// seeRules takes a block of rows for the rules of a grouping: who a clause of a rule sets apart goes between the rule's
// group and that of the first rule after it that holds.
func (c *census) seeRules(b *vault.Block, e *engine, k int) {
	rules := c.drops.rules[k]
	if len(rules) == 0 {
		return
	}
	before := make([]vault.Bits, len(rules)+1) // rows that none of the first rules takes
	before[0] = e.counts
	if c.plan.kind == kind.Fairness {
		for w := range before[0] {
			before[0][w] |= e.leftOut[w]
		}
	}
	holds := make([]vault.Bits, len(rules))
	for i := range rules {
		rules[len(rules)-1-i].holds(b, &holds[i])
		for w := range holds[i] {
			before[i+1][w] = before[i][w] &^ holds[i][w]
		}
	}
	var here, then places
	for i := range then {
		then[i] = int64(len(rules))
	}
	for back, rule := range rules {
		n := len(rules) - 1 - back
		for i := range here {
			here[i] = int64(n)
		}
		rule.each(b, &before[n], true, func(rows *vault.Bits) {
			c.next(true).count(c, e, rows, move{grouping: k, groups: &here})
			c.next(true).count(c, e, rows, move{grouping: k, groups: &then})
		})
		for i := range then {
			then[i] = pick(mask(&holds[n], i), int64(n), then[i])
		}
	}
}

// next is the set whose turn it is. The turns are the same in each block.
func (c *census) next(within bool) *setApart {
	if c.turn == len(c.sets) {
		s := &setApart{within: within}
		if c.plan.kind == kind.Query {
			cells := c.plan.outputs[0].cells
			s.tables = append(s.tables, newTally(cells+1))
			for range c.probes {
				s.moved = append(s.moved, newTally(cells+1))
			}
		}
		for _, part := range c.plan.partitions {
			if c.plan.kind == kind.Fairness {
				s.tables = append(s.tables, newTally((len(part.groups)+1)*setCells))
			}
		}
		c.sets = append(c.sets, s)
	}
	c.turn++
	return c.sets[c.turn-1]
}

// move says in which cells rows count: those of the block, but with other groups of one grouping, or another outcome.
type move struct {
	grouping int // -1 for none
	groups   *places
	flip     int64
}

// count counts the people of rows.
func (s *setApart) count(c *census, e *engine, rows *vault.Bits, m move) {
	if c.plan.kind == kind.Fairness {
		s.countOutcomes(c, e, rows, m)
		return
	}
	cells := int64(c.plan.outputs[0].cells)
	none := cells + 1
	var cell, outside places
	for k, part := range c.plan.partitions {
		groups := &e.groups[k]
		if k == m.grouping {
			groups = m.groups
		}
		n := int64(len(part.groups))
		for i, g := range groups {
			outside[i] |= same(g, n)
			cell[i] = cell[i]*n + g
		}
	}
	for i := range cell {
		cell[i] = pick(outside[i], cells, cell[i])
		c.at[i] = pick(mask(rows, i), cell[i], none)
	}
	s.tables[0].see(&c.at, &e.persons)
	var moving vault.Bits
	for p, t := range s.moved {
		for w := range moving {
			moving[w] = rows[w] & c.moves[p][w]
		}
		for i := range cell {
			c.at[i] = pick(mask(&moving, i), cell[i], none)
		}
		t.see(&c.at, &e.persons)
	}
}

// A group of a set has the four outcomes, and who is left out.
const (
	setLeft  = matrixCells
	setCells = matrixCells + 1
)

func (s *setApart) countOutcomes(c *census, e *engine, rows *vault.Bits, m move) {
	for k, part := range c.plan.partitions {
		groups := &e.groups[k]
		if m.grouping >= 0 && k != m.grouping {
			continue // the other groupings have the same people
		}
		if k == m.grouping {
			groups = m.groups
		}
		none := int64(len(part.groups)+1) * setCells
		for i, g := range groups {
			column := pick(mask(&c.lacking, i), setLeft, e.outcomes[i]^m.flip)
			c.at[i] = pick(mask(rows, i), g*setCells+column, none)
		}
		s.tables[k].see(&c.at, &e.persons)
	}
}

// audited holds the people of a query's set to the floor as if they were asked for.
func (s *setApart) audited(p *Plan, floor int) *audit {
	people := s.tables[0].counted()
	left := len(people) - 1
	a := newAudit(people, floor, p.schema.MaxContributions)
	a.keep(left)
	// A question without the groups tells how many they are together, where they are enough.
	if len(p.partitions) > 0 && !s.within {
		a.relateAll(p.outputs[0].cells, 0, left)
	}
	a.protect()
	return a
}

// relateAll adds that the sum of some cells in a row and of another one is known, if their people are enough.
func (a *audit) relateAll(cells, first, other int) {
	sum, together := a.people[other], relation{{other, 1}}
	for cell := first; cell < first+cells; cell++ {
		sum, together = sum+a.people[cell], append(together, term{cell, 1})
	}
	if sum >= a.floor {
		a.relations = append(a.relations, together)
	}
}

// outcomes are the people of a set as an audit numbers them. Of the sums, at least so many people are in them.
func (s *setApart) outcomes(p *Plan, floor int) []int {
	together := func(cells ...int) int {
		sum := 0
		for _, n := range cells {
			sum += n
		}
		most := p.schema.MaxContributions
		return max(slices.Max(cells), (sum+most-1)/most)
	}
	row := func(cells []int) []int {
		return append(slices.Clone(cells[:matrixCells]), together(cells[:matrixCells]...), cells[setLeft])
	}
	people := []int{floor} // all others are enough
	var whole []int
	for k, part := range p.partitions {
		n := len(part.groups)
		counts := s.tables[k].counted()
		overall := make([]int, setCells)
		var lines []int
		for column := range setCells {
			var groups []int
			for g := range n {
				groups = append(groups, counts[g*setCells+column])
			}
			overall[column] = together(groups...)
		}
		for g := range n {
			lines = append(lines, row(counts[g*setCells:(g+1)*setCells])...)
		}
		outside := counts[n*setCells:]
		if k == 0 {
			for column := range setCells {
				whole = append(whole, together(overall[column], outside[column]))
			}
			people = append(people, row(whole)...)
		}
		people = append(people, slices.Concat(lines, row(overall), row(outside))...)
	}
	return people
}
