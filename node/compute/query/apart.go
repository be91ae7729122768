package query

import (
	"maps"
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
	moved  []*tally
	change change
	flip   int // of those who have another outcome: from it to the other one
	// beside are, of those who stay, those who have another outcome.
	beside *setApart
}

// change says what the people of a set do in another question.
type change int

const (
	// joining they are in one of the two questions alone.
	joining change = iota
	// leaving they are in another group of one grouping than this one, or in none.
	leaving
	// arriving they are in this group, or in none, instead of the one that they leave. How many they are together, that
	// one tells.
	arriving
	// flipping they have another outcome of the audit, so that each group has the same people.
	flipping
	// staying they keep the outcome that others of the set before lose. How many they are, the other question shows
	// only where they are enough, and what is shown of this one would tell together with those who have another one.
	staying
	// completed they count in the one, and are left out of the other for want of a label or a prediction.
	completed
)

// dropping is a condition of a plan, by its clauses, and where it stands.
type dropping struct {
	condition
	clauses []*clauses
	columns []*withoutColumns
	whole   bool // dropping all of it is another question too
	sides   int  // one where people come or go, two where they go from one group or outcome to another

	// lone are, of a prediction or a label, the columns that may be null and that the audit does not need without what
	// is dropped, for each set of rows that each gives. A last one is for what only clauses ask for that others imply.
	lone [][]int
	held vault.Bits // where it holds
}

func newDropping(s *schema.Schema, c condition, whole bool, sides int) *dropping {
	clauses, columns := clausesOf(s, c)
	return &dropping{condition: c, clauses: clauses, columns: columns, whole: whole, sides: sides}
}

// newOutcomeDropping divides a prediction or a label. others are the columns that the other one of them needs.
func newOutcomeDropping(s *schema.Schema, c condition, others []int) *dropping {
	// Rows with a null in a column of these are left out, so that none of their clauses is about nulls.
	never := *s
	never.Columns = slices.Clone(s.Columns)
	for i := range never.Columns {
		never.Columns[i].Nullable = false
	}
	d := newDropping(&never, c, false, 2)
	needed := d.clauses[0].columns()
	add := func(uses []int) {
		d.lone = append(d.lone, slices.DeleteFunc(slices.Clone(needed), func(column int) bool {
			return !s.Columns[column].Nullable || slices.Contains(uses, column) || slices.Contains(others, column)
		}))
	}
	for _, tree := range d.clauses {
		tree.eachDropped(func(parts ...*clauses) {
			uses := map[int]int{}
			tree.countUses(uses, 1)
			for _, part := range parts {
				part.countUses(uses, -1)
			}
			maps.DeleteFunc(uses, func(_, n int) bool { return n == 0 })
			add(slices.Collect(maps.Keys(uses)))
		})
	}
	for _, without := range d.columns {
		add(without.uses)
	}
	add(d.clauses[len(d.clauses)-1].columns())
	return d
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
		d.prediction = newOutcomeDropping(p.schema, p.prediction, p.labelled)
		d.label = newOutcomeDropping(p.schema, p.label, p.predicted)
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
		n += of.sides*of.sets() + of.loneSets()
	}
	return n
}

// loneSets is how many sets of rows are left out for want of a column that another question does not need.
func (d *dropping) loneSets() (n int) {
	for _, columns := range d.lone {
		if len(columns) > 0 {
			n++
		}
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
		c.eachDropped(func(...*clauses) { n++ })
	}
	return n
}

// work is how many operations the clauses take for a row, where so many probes look at whom they set apart.
func (d droppings) work(p *Plan, probes int) int {
	n := 0
	for _, of := range d.all() {
		n += 4 + of.clauses[0].work() + of.loneSets()*(6+len(p.needed))
		for _, c := range of.clauses {
			n += c.dropWork()
		}
		for _, without := range of.columns {
			n += 2 + without.work()
		}
	}
	if p.kind == kind.Query {
		each := tallyWork(p.lines + 1)
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
	var rows vault.Bits
	d.clauses[0].holds(b, &d.held)
	if d.whole {
		for w := range rows {
			if rows[w] = d.held[w]; !rule {
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
			rows[w] = (rows[w] ^ d.held[w]) & critical[w]
		}
		see(&rows)
	}
}

// seeApart takes a block of rows.
func (c *census) seeApart(b *vault.Block, e *engine) {
	c.turn = 0
	if f := c.drops.filter; f != nil {
		f.each(b, &e.valid, false, func(rows *vault.Bits) {
			c.next(joining).count(c, e, rows, move{grouping: -1})
		})
	}
	for k := range c.plan.partitions {
		c.seeRules(b, e, k)
	}
	if c.plan.kind == kind.Query {
		return
	}
	c.seeOutcomes(b, e, c.drops.prediction, flipPrediction)
	c.seeOutcomes(b, e, c.drops.label, flipLabel)
}

// An outcome with the other prediction or the other label: their numbers are two bits.
const (
	flipPrediction = truePositive ^ falseNegative
	flipLabel      = truePositive ^ falsePositive
)

// seeOutcomes takes a block of rows for the prediction or the label: who a clause sets apart has the other one without
// it, and who lacks nothing but what the clause asks for counts without it.
func (c *census) seeOutcomes(b *vault.Block, e *engine, of *dropping, flip int64) {
	asked := e.counts
	for w := range asked {
		asked[w] |= e.leftOut[w]
	}
	var flipped, without places
	for i, outcome := range e.outcomes {
		flipped[i] = outcome ^ flip
	}
	// Of the prediction those of the other label are positive too, and of the label those of the other prediction.
	positive := int64(truePositive ^ flipPrediction ^ flipLabel ^ flip)
	set := 0
	lone := func(apart *vault.Bits) {
		columns := of.lone[set]
		if set++; len(columns) == 0 {
			return
		}
		rows := e.leftOut
		for _, column := range c.plan.needed {
			for w := range rows {
				if !slices.Contains(columns, column) {
					rows[w] &^= b.Nulls[column][w]
				}
			}
		}
		for i, outcome := range e.outcomes {
			is := same(outcome, truePositive) | same(outcome, positive)
			without[i] = pick(is^mask(&of.held, i)^mask(apart, i), flipped[i], outcome)
		}
		c.next(completed).count(c, e, &rows, move{grouping: -1, outcomes: &without})
	}
	of.each(b, &asked, false, func(rows *vault.Bits) {
		lone(rows)
		for w := range rows {
			rows[w] &= e.counts[w]
		}
		s := c.next(flipping)
		s.flip = int(flip)
		s.count(c, e, rows, move{grouping: -1, outcomes: &flipped})
		for w := range rows {
			rows[w] = e.counts[w] &^ rows[w]
		}
		stay := c.next(staying)
		stay.flip, stay.beside = s.flip, s
		stay.count(c, e, rows, move{grouping: -1})
	})
	lone(&vault.Bits{})
}

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
			c.next(leaving).count(c, e, rows, move{grouping: k, groups: &here})
			c.next(arriving).count(c, e, rows, move{grouping: k, groups: &then})
		})
		for i := range then {
			then[i] = pick(mask(&holds[n], i), int64(n), then[i])
		}
	}
}

// next is the set whose turn it is. The turns are the same in each block.
func (c *census) next(change change) *setApart {
	if c.turn == len(c.sets) {
		s := &setApart{change: change}
		if c.plan.kind == kind.Query {
			cells := c.plan.lines
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
	outcomes *places
}

// count counts the people of rows.
func (s *setApart) count(c *census, e *engine, rows *vault.Bits, m move) {
	if c.plan.kind == kind.Fairness {
		s.countOutcomes(c, e, rows, m)
		return
	}
	cells := int64(c.plan.lines)
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
	outcomes := m.outcomes
	if outcomes == nil {
		outcomes = &places{}
		for i, outcome := range e.outcomes {
			outcomes[i] = pick(mask(&c.lacking, i), setLeft, outcome)
		}
	}
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
			c.at[i] = pick(mask(rows, i), g*setCells+outcomes[i], none)
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
	if s.together(p) {
		a.relateAll(p.lines, 0, left)
	}
	a.protect()
	return a
}

// together says whether a reader may know how many people of a query's set there are in all: from the question without
// groups, or from the group that they leave.
func (s *setApart) together(p *Plan) bool {
	return len(p.partitions) > 0 && s.change == joining || len(p.partitions) == 1 && s.change == arriving
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

// auditedOutcomes holds the people of an audit's set to the floor as if they were asked for. empty are the cells that
// it need not hide.
func (s *setApart) auditedOutcomes(p *Plan, floor int, empty []bool) *audit {
	people := s.outcomes(p, floor)
	rows := len(people) / rowCells // after the excluded
	switch s.change {
	case joining, arriving:
		return p.fairnessAudit(people, floor, empty, nil)
	case leaving: // all rows together have the same people as before
		for column := range rowCells {
			people[wholeRow.at(column)] = plenty
		}
		return p.fairnessAudit(people, floor, empty, nil)
	case completed: // who counts more is left out less: both or neither tell of them
		a := p.fairnessAudit(people, floor, nil, nil)
		for row := range auditRow(rows) {
			n, left := row.at(rowSum), row.at(rowLeft)
			a.open[left], a.guarded[left] = a.open[n], a.guarded[n]
		}
		return a
	}
	if s.change == staying {
		lost := s.lost(p)
		for row := range auditRow(rows) {
			for outcome := range matrixCells {
				if !lost[outcome] {
					people[row.at(outcome)] = 0
				}
			}
		}
	}
	// Those who have one outcome more have another one less, and no row has more people or fewer.
	for row := range auditRow(rows) {
		people[row.at(rowSum)] = plenty
	}
	a := p.fairnessAudit(people, floor, empty, nil)
	for row := range auditRow(rows) {
		if !empty[row.at(rowSum)] {
			a.open[row.at(rowSum)], a.guarded[row.at(rowSum)] = true, false
		}
		for outcome := range matrixCells {
			cell, other := row.at(outcome), row.at(outcome^s.flip)
			if a.open[cell] && !a.open[other] {
				a.open[cell], a.guarded[cell] = false, a.guarded[other]
			}
		}
	}
	return a
}

// lost are the outcomes that some lose of whom a set is beside: of all with the same prediction, or the same label.
func (s *setApart) lost(p *Plan) (lost [matrixCells]bool) {
	other := flipPrediction ^ flipLabel ^ s.flip // to the outcome of the other ones that are as positive
	for k := range p.partitions {
		for cell, people := range s.beside.tables[k].counted() {
			if outcome := cell % setCells; people > 0 && outcome != setLeft {
				lost[outcome^s.flip], lost[outcome^s.flip^other] = true, true
			}
		}
	}
	return lost
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
	// A grouping in which no one moves has no people of the set.
	whole := make([]int, setCells)
	var tables []int
	for k, part := range p.partitions {
		n := len(part.groups)
		counts := s.tables[k].counted()
		overall := make([]int, setCells)
		for column := range setCells {
			var groups []int
			for g := range n {
				groups = append(groups, counts[g*setCells+column])
			}
			overall[column] = together(groups...)
		}
		for g := range n {
			tables = append(tables, row(counts[g*setCells:(g+1)*setCells])...)
		}
		outside := counts[n*setCells:]
		for column := range setCells {
			whole[column] = max(whole[column], together(overall[column], outside[column]))
		}
		tables = slices.Concat(tables, row(overall), row(outside))
	}
	return slices.Concat([]int{floor}, row(whole), tables) // all others are enough
}
