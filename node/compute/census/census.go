// Package census counts the people behind the figures of an exact release, and keeps back what is of few of them.
//
// docs/design/floor.md gives the reasons.
package census

import (
	"reflect"
	"slices"

	"github.com/assent-network/assent/node/compute/clauses"
	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/rates"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

// Census counts the people behind the figures of a plan.
type Census struct {
	plan *tabulation.Plan
	// cells are those of a query, after the excluded; of an audit, those of all rows that count, then the excluded.
	cells *oblivious.Tally
	// tables are those of an audit, one for each grouping.
	tables []*oblivious.Tally
	// crosses are those of an audit, one for each two groupings.
	crosses []crossTally
	// probes are of a query, and moving are those of each measure.
	probes []probed
	moving [][]int
	// left are those in no group, and those whom the filter leaves out.
	left *oblivious.Tally
	// sets are those whom the clauses of conditions set apart (apart.go).
	drops clauses.Droppings
	sets  []*setApart
	turn  int

	// Of a block:
	moves   []vault.Bits     // for each probe
	lacking vault.Bits       // of an audit, rows without a label or a prediction, whatever the filter says of them
	columns oblivious.Places // of an audit, the column of each row
	at      oblivious.Places
	sums    oblivious.Places // the column of sums, for each row
}

// probed counts the people whose rows move a figure, by cell and of those in no group: those whose rows do not are as
// good as absent from it.
type probed struct {
	columnar.Condition
	people *oblivious.Tally
}

// The places of those whom the groups and the filter leave out.
const (
	leftByGroups = iota
	leftByFilter
	leftBy
)

// New returns a census of a plan that has seen no row.
func New(p *tabulation.Plan) *Census {
	c := &Census{plan: p, drops: clauses.Of(p)}
	for i := range c.sums {
		c.sums[i] = hiding.RowSum
	}
	if p.Kind == kind.Fairness {
		c.cells = oblivious.NewTally(hiding.RowCells + 1)
		for _, part := range p.Partitions {
			c.tables = append(c.tables, oblivious.NewTally((len(part.Groups)+2)*hiding.RowCells))
		}
		c.crosses = newCrossTallies(p)
		return c
	}
	cells := p.Lines
	c.cells, c.left = oblivious.NewTally(1+cells), oblivious.NewTally(leftBy)
	var probes []columnar.Condition
	probes, c.moving = ProbesOf(p)
	for _, probe := range probes {
		c.probes = append(c.probes, probed{probe, oblivious.NewTally(cells + 1)})
	}
	c.moves = make([]vault.Bits, len(probes))
	return c
}

// See takes a block of rows that an engine has divided into cells.
func (c *Census) See(b *vault.Block, e *tabulation.Pass) {
	if c.plan.Kind == kind.Fairness {
		c.seeAudit(b, e)
		c.seeApart(b, e)
		return
	}
	cells, none := &e.Cells[0], int64(c.plan.Lines)
	for i, cell := range cells {
		// Those who are in no cell are excluded, and rows beyond a subject's contributions are not there.
		c.at[i] = oblivious.Pick(oblivious.Mask(&e.Valid, i), (1+cell)&^oblivious.Same(cell, none), 1+none)
	}
	c.cells.See(&c.at, &e.Persons)
	for i, cell := range cells {
		left := oblivious.Pick(oblivious.Mask(&e.Counts, i), leftByGroups, leftByFilter)
		c.at[i] = oblivious.Pick(oblivious.Mask(&e.Valid, i)&oblivious.Same(cell, none), left, leftBy)
	}
	c.left.See(&c.at, &e.Persons)
	for n, p := range c.probes {
		moves := &c.moves[n]
		p.Holds(b, moves)
		for i, cell := range cells { // who is in no group is in the cell none
			c.at[i] = oblivious.Pick(oblivious.Mask(moves, i)&oblivious.Mask(&e.Counts, i), cell, none+1)
		}
		p.people.See(&c.at, &e.Persons)
	}
	c.seeApart(b, e)
}

// seeAudit takes a block of an audit: each row in a column of all rows, of its group or of those outside, and of the
// overall line.
func (c *Census) seeAudit(b *vault.Block, e *tabulation.Pass) {
	const nowhere = hiding.RowCells + 1
	c.lacking = vault.Bits{}
	asked := e.Counts // and those that lack a label or a prediction
	for w := range asked {
		asked[w] |= e.LeftOut[w]
		for _, column := range c.plan.Needed {
			c.lacking[w] |= b.Nulls[column][w]
		}
	}
	for i, outcome := range e.Outcomes {
		c.columns[i] = oblivious.Pick(oblivious.Mask(&c.lacking, i), hiding.RowLeft, outcome)
		c.at[i] = oblivious.Pick(oblivious.Mask(&asked, i), c.columns[i],
			oblivious.Pick(oblivious.Mask(&e.Valid, i), hiding.RowCells, nowhere))
	}
	c.cells.See(&c.at, &e.Persons)
	for i := range c.at {
		c.at[i] = oblivious.Pick(oblivious.Mask(&e.Counts, i), hiding.RowSum, nowhere)
	}
	c.cells.See(&c.at, &e.Persons)
	for k, part := range c.plan.Partitions {
		groups := int64(len(part.Groups))
		nowhere := (groups + 2) * hiding.RowCells
		overall, outside := groups*hiding.RowCells, (groups+1)*hiding.RowCells
		table := c.tables[k]
		for _, in := range []struct {
			column *oblivious.Places
			rows   *vault.Bits
		}{{&c.columns, &asked}, {&c.sums, &e.Counts}} {
			for i, g := range e.Groups[k] {
				line := oblivious.Pick(oblivious.Same(g, groups), outside, g*hiding.RowCells)
				c.at[i] = oblivious.Pick(oblivious.Mask(in.rows, i), line+in.column[i], nowhere)
			}
			table.See(&c.at, &e.Persons)
			for i, g := range e.Groups[k] {
				inside := oblivious.Mask(in.rows, i) &^ oblivious.Same(g, groups)
				c.at[i] = oblivious.Pick(inside, overall+in.column[i], nowhere)
			}
			table.See(&c.at, &e.Persons)
		}
	}
	for i := range c.crosses {
		c.crosses[i].See(c, e, &asked)
	}
}

// people returns the people of each cell as the audit numbers them.
func (c *Census) people() []int {
	people := c.cells.Counted()
	if c.plan.Kind == kind.Query {
		return people
	}
	all := append([]int{people[hiding.RowCells]}, people[:hiding.RowCells]...)
	for _, t := range c.tables {
		all = append(all, t.Counted()...)
	}
	return all
}

// Work is how many operations a census takes for a row. It follows from sizes: no census is made for it, since that of
// a plan which is refused may be too large.
func Work(p *tabulation.Plan) int {
	if p.Kind == kind.Fairness {
		n := clauses.Of(p).Work(p, 0) + 4 + len(p.Needed) + 2*(2+oblivious.TallyWork(hiding.RowCells+1))
		for b, part := range p.Partitions {
			n += 4 * (3 + oblivious.TallyWork((len(part.Groups)+2)*hiding.RowCells))
			for a := range b {
				n += 7 + oblivious.TallyWork(CrossCells(p, a, b))
			}
		}
		return n
	}
	cells := p.Lines
	n := 7 + oblivious.TallyWork(1+cells) + oblivious.TallyWork(leftBy)
	probes, _ := ProbesOf(p)
	for _, probe := range probes {
		n += 3 + probe.Work() + oblivious.TallyWork(cells+1)
	}
	return n + clauses.Of(p).Work(p, len(probes))
}

// ProbesOf are those of all measures, and which of them each measure has. Those that several measures have are counted
// once.
func ProbesOf(p *tabulation.Plan) (all []columnar.Condition, of [][]int) {
	for i := range p.Measures {
		m := &p.Measures[i]
		var own []int
		for _, probe := range m.Probes(m) {
			n := slices.IndexFunc(all, func(other columnar.Condition) bool { return reflect.DeepEqual(other, probe) })
			if n < 0 {
				n, all = len(all), append(all, probe)
			}
			own = append(own, n)
		}
		of = append(of, own)
	}
	return all, of
}

// Suppress keeps back what the floor forbids.
func (c *Census) Suppress(r *statistics.Result, floor uint32) {
	r.Floor = floor
	if r.Query != nil {
		c.suppressQuery(r.Query, int(floor))
		return
	}
	c.suppressFairness(r.Fairness, int(floor))
}

func (c *Census) suppressQuery(r *query.Result, floor int) {
	people, left := c.people(), c.left.Counted()
	a := hiding.New(append(people, left[leftByGroups]), floor, c.plan.Schema.MaxContributions)
	other := len(people)
	a.Keep(hiding.Excluded)
	a.Keep(other)
	// The number of all who consent is public, so that the cells and the excluded have a known sum.
	var all hiding.Relation
	for cell := range people {
		all = append(all, hiding.Term{Cell: cell, Factor: 1})
	}
	a.Relations = append(a.Relations, all)
	// A question without the groups tells how many the filter leaves, unless that is kept back.
	if out := left[leftByFilter]; len(c.plan.Partitions) > 0 && out > 0 && !a.Few(out) {
		a.RelateAll(len(people)-1, 1, other)
	}
	a.Protect()
	open := a.Open[1:other]
	var moved [][]movers // by set of people, and by probe
	own := make([]movers, len(c.probes))
	for i, p := range c.probes {
		// The sums of a question without the groups are shown where its count is.
		own[i] = movers{p.people.Counted(), len(c.plan.Partitions) > 0 && !a.Few(left[leftByFilter])}
	}
	moved = append(moved, own)
	for _, s := range c.sets {
		apart := s.audited(c.plan, floor)
		for cell := range open {
			open[cell] = open[cell] && apart.Open[cell]
		}
		set := make([]movers, len(s.moved))
		for i, t := range s.moved {
			set[i] = movers{t.Counted(), s.together(c.plan)}
		}
		moved = append(moved, set)
	}
	for i := range c.plan.Measures {
		shown := slices.Clone(open)
		var all []movers
		for _, set := range moved {
			for _, probe := range c.moving[i] {
				all = append(all, set[probe])
			}
		}
		hideMoved(c.plan, shown, all, floor)
		for cell := range r.Cells {
			if !shown[cell] {
				r.Cells[cell].Figures[i].Suppress()
			}
		}
	}
}

// movers are the people who move the figures of a measure, by cell, those in no group last. together says that a
// question without the groups has the sum of all.
type movers struct {
	people   []int
	together bool
}

// hideMoved hides the figures of a measure, of those that are shown, which few people move, and those that would tell
// such a figure together with the question without groups. To hide a figure that one of the movers need never tells of
// others: what is hidden of a sum that is known has no fewer people then.
func hideMoved(p *tabulation.Plan, shown []bool, all []movers, floor int) {
	outside := len(shown)
	audits := make([]*hiding.Audit, len(all))
	for i, m := range all {
		audits[i] = hiding.New(m.people, floor, p.Schema.MaxContributions)
		for cell := range shown {
			shown[cell] = shown[cell] && audits[i].Open[cell]
		}
	}
	for i, m := range all {
		if !m.together {
			continue
		}
		a := audits[i]
		copy(a.Open, shown)
		a.Keep(outside)
		a.RelateAll(outside, 0, outside)
		a.Protect()
		copy(shown, a.Open)
	}
}

func tableOf(p *tabulation.Plan, grouping int) hiding.Table {
	first := 1
	for _, part := range p.Partitions[:grouping] {
		first += len(part.Groups) + 2
	}
	return hiding.Table{First: first, Groups: len(p.Partitions[grouping].Groups)}
}

// fairnessAudit audits the tables of an audit. The cells that empty names are shown whatever they hold: see emptyLines.
// The cross tables are those that it must not tell. margins are outcomes of which audits with another prediction or
// another label tell the sum in each line.
func fairnessAudit(p *tabulation.Plan, people []int, floor int, empty []bool, crossings []*hiding.Crossing,
	margins ...[2]int) *hiding.Audit {
	a := hiding.New(people, floor, p.Schema.MaxContributions)
	a.Keep(hiding.Excluded)
	for cell, n := range people {
		a.Open[cell] = a.Open[cell] && n < hiding.Plenty
	}
	answerWhole(p, a)
	for cell, yes := range empty {
		if yes {
			a.Open[cell], a.Known[cell], a.Guarded[cell] = true, true, false
		}
	}
	if !p.LeavesOut() {
		for row := hiding.WholeRow; row.At(0) < len(people); row++ {
			a.Keep(row.At(hiding.RowLeft))
		}
	}
	a.RelateWhole()
	var tables []hiding.Table
	for i := range p.Partitions {
		t := tableOf(p, i)
		tables = append(tables, t)
		for column := range hiding.RowCells {
			a.Keep(t.Outside().At(column))
		}
		a.RowSum(t.Overall())
		a.RowSum(t.Outside())
		for g := range t.Groups {
			a.RowSum(t.Group(g))
			if a.IsFew(t.Group(g)) {
				a.HideRow(t.Group(g))
			}
		}
		for column := range hiding.RowCells {
			sum := hiding.Relation{{Cell: t.Overall().At(column), Factor: -1}}
			for g := range t.Groups {
				sum = append(sum, hiding.Term{Cell: t.Group(g).At(column), Factor: 1})
			}
			whole := hiding.Relation{{Cell: hiding.WholeRow.At(column), Factor: -1},
				{Cell: t.Overall().At(column), Factor: 1}, {Cell: t.Outside().At(column), Factor: 1}}
			a.Relations = append(a.Relations, sum, whole)
		}
	}
	a.Ways, a.Crossings = hiding.Ways(tables), crossings
	for _, t := range tables {
		for row := t.Group(0); row <= t.Overall(); row++ {
			a.RelateMargins(row, margins)
		}
	}
	a.Protect()
	return a
}

// answerWhole takes the row of all as known where another question shows it, which has no groups, or others that leave
// no one out: a question of one row, under the same rules. What that one hides no group of this one can hide instead.
func answerWhole(p *tabulation.Plan, a *hiding.Audit) {
	q := hiding.New(a.People[:hiding.WholeRow.At(hiding.RowCells)], a.Floor, a.Contributions)
	copy(q.Open, a.Open)
	if q.Keep(hiding.Excluded); !p.LeavesOut() {
		q.Keep(hiding.WholeRow.At(hiding.RowLeft))
	}
	q.RelateWhole()
	if q.IsFew(hiding.WholeRow) {
		q.HideRow(hiding.WholeRow)
	}
	q.Protect()
	for column := range hiding.RowCells {
		cell := hiding.WholeRow.At(column)
		// Of fewer than enough, no cells of the groups could be hidden without all others.
		answered := q.Open[cell] && (a.People[cell] == 0 || a.People[cell] >= a.Enough())
		a.Open[cell], a.Known[cell] = answered, answered
	}
}

// emptyLines are the counts of lines without rows, and those that leave no row out. What another question has there is
// all that it has there, and held to the floor by itself, so that these zeros need not hide it. They cannot stand in
// for other cells either.
func emptyLines(p *tabulation.Plan, people []int) []bool {
	empty := make([]bool, len(people))
	for i := range p.Partitions {
		t := tableOf(p, i)
		for row := t.Group(0); row <= t.Overall(); row++ {
			for column := range hiding.RowLeft {
				empty[row.At(column)] = people[row.At(hiding.RowSum)] == 0
			}
			empty[row.At(hiding.RowLeft)] = people[row.At(hiding.RowLeft)] == 0
		}
	}
	return empty
}

func (c *Census) suppressFairness(r *fairness.Result, floor int) {
	people := c.people()
	var crossings []*hiding.Crossing
	for i := range c.crosses {
		x := &c.crosses[i]
		tables := [2]hiding.Table{tableOf(c.plan, x.of[0]), tableOf(c.plan, x.of[1])}
		crossings = append(crossings, hiding.NewCrossing(tables, x.outcomes, x.people.Counted(), auditCells(c.plan)))
	}
	a := fairnessAudit(c.plan, people, floor, nil, crossings, c.drops.Margins()...)
	empty := emptyLines(c.plan, people)
	for _, s := range c.sets {
		apart := s.auditedOutcomes(c.plan, floor, empty)
		for cell, open := range apart.Open {
			a.Open[cell] = a.Open[cell] && open
			a.Guarded[cell] = a.Guarded[cell] || apart.Guarded[cell]
		}
	}
	a.GiveBack()
	for i := range r.Groupings {
		grouping, t := &r.Groupings[i], tableOf(c.plan, i)
		rates.SuppressGroup(&grouping.Overall, a, t.Overall())
		for g := range grouping.Groups {
			rates.SuppressGroup(&grouping.Groups[g], a, t.Group(g))
		}
		reference := grouping.Groups[c.plan.References[i]].Rates
		for g := range grouping.Groups {
			if group := &grouping.Groups[g]; group.Comparison != nil {
				rates.SuppressComparison(group.Comparison, &group.Rates, &reference)
			}
		}
	}
}
