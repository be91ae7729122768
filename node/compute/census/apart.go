package census

import (
	"slices"

	"github.com/assent-network/assent/node/compute/clauses"
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
)

// Another question, without a clause of this one, has other people in its cells. Who they are, the difference of the
// two answers tells. So the people that clauses set apart are held to the floor as if they were asked for, cell by cell
// (docs/design/floor.md).

// setApart counts the people that one clause, or two, set apart, in each cell that they would move into or out of.
type setApart struct {
	// tables are the counts: of a query one, its cells and then who is in no group; of an audit one for each grouping,
	// the outcomes of each group and who is left out of it, and then of those outside.
	tables []*oblivious.Tally
	// moved are, of a query, those who move the figure of a measure, for each probe, by cell, and who is in no group.
	moved  []*oblivious.Tally
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

// seeApart takes a block of rows.
func (c *Census) seeApart(b *vault.Block, e *tabulation.Pass) {
	c.turn = 0
	if f := c.drops.Filter; f != nil {
		f.Each(b, &e.Valid, false, func(rows *vault.Bits) {
			c.next(joining).count(c, e, rows, move{grouping: -1})
		})
	}
	for k := range c.plan.Partitions {
		c.seeRules(b, e, k)
	}
	if c.plan.Kind == kind.Query {
		return
	}
	c.seeOutcomes(b, e, c.drops.Prediction, flipPrediction)
	c.seeOutcomes(b, e, c.drops.Label, flipLabel)
}

// An outcome with the other prediction or the other label: their numbers are two bits.
const (
	flipPrediction = hiding.TruePositive ^ hiding.FalseNegative
	flipLabel      = hiding.TruePositive ^ hiding.FalsePositive
)

// seeOutcomes takes a block of rows for the prediction or the label: who a clause sets apart has the other one without
// it, and who lacks nothing but what the clause asks for counts without it.
func (c *Census) seeOutcomes(b *vault.Block, e *tabulation.Pass, of *clauses.Dropping, flip int64) {
	asked := e.Counts
	for w := range asked {
		asked[w] |= e.LeftOut[w]
	}
	var flipped, without oblivious.Places
	for i, outcome := range e.Outcomes {
		flipped[i] = outcome ^ flip
	}
	// Of the prediction those of the other label are positive too, and of the label those of the other prediction.
	positive := int64(hiding.TruePositive ^ flipPrediction ^ flipLabel ^ flip)
	set := 0
	lone := func(apart *vault.Bits) {
		columns := of.Lone[set]
		if set++; len(columns) == 0 {
			return
		}
		rows := e.LeftOut
		for _, column := range c.plan.Needed {
			for w := range rows {
				if !slices.Contains(columns, column) {
					rows[w] &^= b.Nulls[column][w]
				}
			}
		}
		for i, outcome := range e.Outcomes {
			is := oblivious.Same(outcome, hiding.TruePositive) | oblivious.Same(outcome, positive)
			without[i] = oblivious.Pick(is^oblivious.Mask(&of.Held, i)^oblivious.Mask(apart, i), flipped[i], outcome)
		}
		c.next(completed).count(c, e, &rows, move{grouping: -1, outcomes: &without})
	}
	of.Each(b, &asked, false, func(rows *vault.Bits) {
		lone(rows)
		for w := range rows {
			rows[w] &= e.Counts[w]
		}
		s := c.next(flipping)
		s.flip = int(flip)
		s.count(c, e, rows, move{grouping: -1, outcomes: &flipped})
		for w := range rows {
			rows[w] = e.Counts[w] &^ rows[w]
		}
		stay := c.next(staying)
		stay.flip, stay.beside = s.flip, s
		stay.count(c, e, rows, move{grouping: -1})
	})
	lone(&vault.Bits{})
}

// seeRules takes a block of rows for the rules of a grouping: who a clause of a rule sets apart goes between the rule's
// group and that of the first rule after it that holds.
func (c *Census) seeRules(b *vault.Block, e *tabulation.Pass, k int) {
	rules := c.drops.Rules[k]
	if len(rules) == 0 {
		return
	}
	before := make([]vault.Bits, len(rules)+1) // rows that none of the first rules takes
	before[0] = e.Counts
	if c.plan.Kind == kind.Fairness {
		for w := range before[0] {
			before[0][w] |= e.LeftOut[w]
		}
	}
	holds := make([]vault.Bits, len(rules))
	for i := range rules {
		rules[len(rules)-1-i].Holds(b, &holds[i])
		for w := range holds[i] {
			before[i+1][w] = before[i][w] &^ holds[i][w]
		}
	}
	var here, then oblivious.Places
	for i := range then {
		then[i] = int64(len(rules))
	}
	for back, rule := range rules {
		n := len(rules) - 1 - back
		for i := range here {
			here[i] = int64(n)
		}
		rule.Each(b, &before[n], true, func(rows *vault.Bits) {
			c.next(leaving).count(c, e, rows, move{grouping: k, groups: &here})
			c.next(arriving).count(c, e, rows, move{grouping: k, groups: &then})
		})
		for i := range then {
			then[i] = oblivious.Pick(oblivious.Mask(&holds[n], i), int64(n), then[i])
		}
	}
}

// next is the set whose turn it is. The turns are the same in each block.
func (c *Census) next(change change) *setApart {
	if c.turn == len(c.sets) {
		s := &setApart{change: change}
		if c.plan.Kind == kind.Query {
			cells := c.plan.Lines
			s.tables = append(s.tables, oblivious.NewTally(cells+1))
			for range c.probes {
				s.moved = append(s.moved, oblivious.NewTally(cells+1))
			}
		}
		for _, part := range c.plan.Partitions {
			if c.plan.Kind == kind.Fairness {
				s.tables = append(s.tables, oblivious.NewTally((len(part.Groups)+1)*hiding.SetCells))
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
	groups   *oblivious.Places
	outcomes *oblivious.Places
}

// count counts the people of rows.
func (s *setApart) count(c *Census, e *tabulation.Pass, rows *vault.Bits, m move) {
	if c.plan.Kind == kind.Fairness {
		s.countOutcomes(c, e, rows, m)
		return
	}
	cells := int64(c.plan.Lines)
	none := cells + 1
	var cell, outside oblivious.Places
	for k, part := range c.plan.Partitions {
		groups := &e.Groups[k]
		if k == m.grouping {
			groups = m.groups
		}
		n := int64(len(part.Groups))
		for i, g := range groups {
			outside[i] |= oblivious.Same(g, n)
			cell[i] = cell[i]*n + g
		}
	}
	for i := range cell {
		cell[i] = oblivious.Pick(outside[i], cells, cell[i])
		c.at[i] = oblivious.Pick(oblivious.Mask(rows, i), cell[i], none)
	}
	s.tables[0].See(&c.at, &e.Persons)
	var moving vault.Bits
	for p, t := range s.moved {
		for w := range moving {
			moving[w] = rows[w] & c.moves[p][w]
		}
		for i := range cell {
			c.at[i] = oblivious.Pick(oblivious.Mask(&moving, i), cell[i], none)
		}
		t.See(&c.at, &e.Persons)
	}
}

func (s *setApart) countOutcomes(c *Census, e *tabulation.Pass, rows *vault.Bits, m move) {
	outcomes := m.outcomes
	if outcomes == nil {
		outcomes = &oblivious.Places{}
		for i, outcome := range e.Outcomes {
			outcomes[i] = oblivious.Pick(oblivious.Mask(&c.lacking, i), hiding.SetLeft, outcome)
		}
	}
	for k, part := range c.plan.Partitions {
		groups := &e.Groups[k]
		if m.grouping >= 0 && k != m.grouping {
			continue // the other groupings have the same people
		}
		if k == m.grouping {
			groups = m.groups
		}
		none := int64(len(part.Groups)+1) * hiding.SetCells
		for i, g := range groups {
			c.at[i] = oblivious.Pick(oblivious.Mask(rows, i), g*hiding.SetCells+outcomes[i], none)
		}
		s.tables[k].See(&c.at, &e.Persons)
	}
}

// audited holds the people of a query's set to the floor as if they were asked for.
func (s *setApart) audited(p *tabulation.Plan, floor int) *hiding.Audit {
	people := s.tables[0].Counted()
	left := len(people) - 1
	a := hiding.New(people, floor, p.Schema.MaxContributions)
	a.Keep(left)
	// A question without the groups tells how many they are together, where they are enough.
	if s.together(p) {
		a.RelateAll(p.Lines, 0, left)
	}
	a.Protect()
	return a
}

// together says whether a reader may know how many people of a query's set there are in all: from the question without
// groups, or from the group that they leave.
func (s *setApart) together(p *tabulation.Plan) bool {
	return len(p.Partitions) > 0 && s.change == joining || len(p.Partitions) == 1 && s.change == arriving
}

// auditedOutcomes holds the people of an audit's set to the floor as if they were asked for. empty are the cells that
// it need not hide.
func (s *setApart) auditedOutcomes(p *tabulation.Plan, floor int, empty []bool) *hiding.Audit {
	people := s.outcomes(p, floor)
	rows := len(people) / hiding.RowCells // after the excluded
	switch s.change {
	case joining, arriving:
		return fairnessAudit(p, people, floor, empty, nil)
	case leaving: // all rows together have the same people as before
		for column := range hiding.RowCells {
			people[hiding.WholeRow.At(column)] = hiding.Plenty
		}
		return fairnessAudit(p, people, floor, empty, nil)
	case completed: // who counts more is left out less: both or neither tell of them
		a := fairnessAudit(p, people, floor, nil, nil)
		for row := range hiding.Row(rows) {
			n, left := row.At(hiding.RowSum), row.At(hiding.RowLeft)
			a.Open[left], a.Guarded[left] = a.Open[n], a.Guarded[n]
		}
		return a
	}
	if s.change == staying {
		lost := s.lost(p)
		for row := range hiding.Row(rows) {
			for outcome := range hiding.MatrixCells {
				if !lost[outcome] {
					people[row.At(outcome)] = 0
				}
			}
		}
	}
	// Those who have one outcome more have another one less, and no row has more people or fewer.
	for row := range hiding.Row(rows) {
		people[row.At(hiding.RowSum)] = hiding.Plenty
	}
	a := fairnessAudit(p, people, floor, empty, nil)
	for row := range hiding.Row(rows) {
		if !empty[row.At(hiding.RowSum)] {
			a.Open[row.At(hiding.RowSum)], a.Guarded[row.At(hiding.RowSum)] = true, false
		}
		for outcome := range hiding.MatrixCells {
			cell, other := row.At(outcome), row.At(outcome^s.flip)
			if a.Open[cell] && !a.Open[other] {
				a.Open[cell], a.Guarded[cell] = false, a.Guarded[other]
			}
		}
	}
	return a
}

// lost are the outcomes that some lose of whom a set is beside: of all with the same prediction, or the same label.
func (s *setApart) lost(p *tabulation.Plan) (lost [hiding.MatrixCells]bool) {
	other := flipPrediction ^ flipLabel ^ s.flip // to the outcome of the other ones that are as positive
	for k := range p.Partitions {
		for cell, people := range s.beside.tables[k].Counted() {
			if outcome := cell % hiding.SetCells; people > 0 && outcome != hiding.SetLeft {
				lost[outcome^s.flip], lost[outcome^s.flip^other] = true, true
			}
		}
	}
	return lost
}

// outcomes are the people of a set as an audit numbers them. Of the sums, at least so many people are in them.
func (s *setApart) outcomes(p *tabulation.Plan, floor int) []int {
	together := func(cells ...int) int {
		sum := 0
		for _, n := range cells {
			sum += n
		}
		most := p.Schema.MaxContributions
		return max(slices.Max(cells), (sum+most-1)/most)
	}
	row := func(cells []int) []int {
		return append(slices.Clone(cells[:hiding.MatrixCells]), together(cells[:hiding.MatrixCells]...),
			cells[hiding.SetLeft])
	}
	// A grouping in which no one moves has no people of the set.
	whole := make([]int, hiding.SetCells)
	var tables []int
	for k, part := range p.Partitions {
		n := len(part.Groups)
		counts := s.tables[k].Counted()
		overall := make([]int, hiding.SetCells)
		for column := range hiding.SetCells {
			var groups []int
			for g := range n {
				groups = append(groups, counts[g*hiding.SetCells+column])
			}
			overall[column] = together(groups...)
		}
		for g := range n {
			tables = append(tables, row(counts[g*hiding.SetCells:(g+1)*hiding.SetCells])...)
		}
		outside := counts[n*hiding.SetCells:]
		for column := range hiding.SetCells {
			whole[column] = max(whole[column], together(overall[column], outside[column]))
		}
		tables = slices.Concat(tables, row(overall), row(outside))
	}
	return slices.Concat([]int{floor}, row(whole), tables) // all others are enough
}
