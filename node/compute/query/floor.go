package query

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

// floor is the fewest people of a cell that this release shows; zero for none. A floor of one person keeps nothing
// back. A private release has none: a look at exact counts would tell of single people, at no price.
func (r Release) floor() uint32 {
	if r.How != job.Exact || r.Floor < 2 {
		return 0
	}
	return r.Floor
}

// census counts the people behind the figures of a plan.
type census struct {
	plan *Plan
	// cells are those of a query, after the excluded; of an audit, those of all rows that count, then the excluded.
	cells *tally
	// tables are those of an audit, one for each grouping.
	tables []*tally
	// crosses are those of an audit, one for each two groupings.
	crosses []crossTally
	// probes are of a query, and moving are those of each measure.
	probes []probed
	moving [][]int
	// left are those in no group, and those whom the filter leaves out.
	left *tally
	// sets are those whom the clauses of conditions set apart (apart.go).
	drops droppings
	sets  []*setApart
	turn  int

	// Of a block:
	moves   []vault.Bits // for each probe
	lacking vault.Bits   // of an audit, rows without a label or a prediction, whatever the filter says of them
	columns places       // of an audit, the column of each row
	at      places
	sums    places // the column of sums, for each row
}

// probed counts the people whose rows move a figure, by cell and of those in no group: those whose rows do not are as
// good as absent from it.
type probed struct {
	condition
	people *tally
}

// excluded is the cell of those who have rows that count in no figure.
const excluded = 0

// The places of those whom the groups and the filter leave out.
const (
	leftByGroups = iota
	leftByFilter
	leftBy
)

func newCensus(p *Plan) *census {
	c := &census{plan: p, drops: newDroppings(p)}
	for i := range c.sums {
		c.sums[i] = rowSum
	}
	if p.kind == kind.Fairness {
		c.cells = newTally(rowCells + 1)
		for _, part := range p.partitions {
			c.tables = append(c.tables, newTally((len(part.groups)+2)*rowCells))
		}
		c.crosses = newCrossTallies(p)
		return c
	}
	cells := p.lines
	c.cells, c.left = newTally(1+cells), newTally(leftBy)
	var probes []condition
	probes, c.moving = p.probes()
	for _, probe := range probes {
		c.probes = append(c.probes, probed{probe, newTally(cells + 1)})
	}
	c.moves = make([]vault.Bits, len(probes))
	return c
}

// see takes a block of rows that an engine has divided into cells.
func (c *census) see(b *vault.Block, e *engine) {
	if c.plan.kind == kind.Fairness {
		c.seeAudit(b, e)
		c.seeApart(b, e)
		return
	}
	cells, none := &e.cells[0], int64(c.plan.lines)
	for i, cell := range cells {
		// Those who are in no cell are excluded, and rows beyond a subject's contributions are not there.
		c.at[i] = pick(mask(&e.valid, i), (1+cell)&^same(cell, none), 1+none)
	}
	c.cells.see(&c.at, &e.persons)
	for i, cell := range cells {
		left := pick(mask(&e.counts, i), leftByGroups, leftByFilter)
		c.at[i] = pick(mask(&e.valid, i)&same(cell, none), left, leftBy)
	}
	c.left.see(&c.at, &e.persons)
	for n, p := range c.probes {
		moves := &c.moves[n]
		p.holds(b, moves)
		for i, cell := range cells { // who is in no group is in the cell none
			c.at[i] = pick(mask(moves, i)&mask(&e.counts, i), cell, none+1)
		}
		p.people.see(&c.at, &e.persons)
	}
	c.seeApart(b, e)
}

// seeAudit takes a block of an audit: each row in a column of all rows, of its group or of those outside, and of the
// overall line.
func (c *census) seeAudit(b *vault.Block, e *engine) {
	const nowhere = rowCells + 1
	c.lacking = vault.Bits{}
	asked := e.counts // and those that lack a label or a prediction
	for w := range asked {
		asked[w] |= e.leftOut[w]
		for _, column := range c.plan.needed {
			c.lacking[w] |= b.Nulls[column][w]
		}
	}
	for i, outcome := range e.outcomes {
		c.columns[i] = pick(mask(&c.lacking, i), rowLeft, outcome)
		c.at[i] = pick(mask(&asked, i), c.columns[i], pick(mask(&e.valid, i), rowCells, nowhere))
	}
	c.cells.see(&c.at, &e.persons)
	for i := range c.at {
		c.at[i] = pick(mask(&e.counts, i), rowSum, nowhere)
	}
	c.cells.see(&c.at, &e.persons)
	for k, part := range c.plan.partitions {
		groups := int64(len(part.groups))
		nowhere := (groups + 2) * rowCells
		overall, outside := groups*rowCells, (groups+1)*rowCells
		table := c.tables[k]
		for _, in := range []struct {
			column *places
			rows   *vault.Bits
		}{{&c.columns, &asked}, {&c.sums, &e.counts}} {
			for i, g := range e.groups[k] {
				line := pick(same(g, groups), outside, g*rowCells)
				c.at[i] = pick(mask(in.rows, i), line+in.column[i], nowhere)
			}
			table.see(&c.at, &e.persons)
			for i, g := range e.groups[k] {
				inside := mask(in.rows, i) &^ same(g, groups)
				c.at[i] = pick(inside, overall+in.column[i], nowhere)
			}
			table.see(&c.at, &e.persons)
		}
	}
	for i := range c.crosses {
		c.crosses[i].see(c, e, &asked)
	}
}

// people returns the people of each cell as the audit numbers them.
func (c *census) people() []int {
	people := c.cells.counted()
	if c.plan.kind == kind.Query {
		return people
	}
	all := append([]int{people[rowCells]}, people[:rowCells]...)
	for _, t := range c.tables {
		all = append(all, t.counted()...)
	}
	return all
}

// censusWork is how many operations a census takes for a row. It follows from sizes: no census is made for it, since
// that of a plan which is refused may be too large.
func (p *Plan) censusWork() int {
	if p.kind == kind.Fairness {
		n := newDroppings(p).work(p, 0) + 4 + len(p.needed) + 2*(2+tallyWork(rowCells+1))
		for b, part := range p.partitions {
			n += 4 * (3 + tallyWork((len(part.groups)+2)*rowCells))
			for a := range b {
				n += 7 + tallyWork(crossCells(p, a, b))
			}
		}
		return n
	}
	cells := p.lines
	n := 7 + tallyWork(1+cells) + tallyWork(leftBy)
	probes, _ := p.probes()
	for _, probe := range probes {
		n += 3 + probe.work() + tallyWork(cells+1)
	}
	return n + newDroppings(p).work(p, len(probes))
}

// probes are those of all measures, and which of them each measure has. Those that several measures have are counted
// once.
func (p *Plan) probes() (all []condition, of [][]int) {
	for i := range p.measures {
		m := &p.measures[i]
		var own []int
		for _, probe := range m.probes(m) {
			n := slices.IndexFunc(all, func(other condition) bool { return reflect.DeepEqual(other, probe) })
			if n < 0 {
				n, all = len(all), append(all, probe)
			}
			own = append(own, n)
		}
		of = append(of, own)
	}
	return all, of
}

// suppress keeps back what the floor forbids.
func (c *census) suppress(r *statistics.Result, floor uint32) {
	r.Floor = floor
	if r.Query != nil {
		c.suppressQuery(r.Query, int(floor))
		return
	}
	c.suppressFairness(r.Fairness, int(floor))
}

func (c *census) suppressQuery(r *query.Result, floor int) {
	people, left := c.people(), c.left.counted()
	a := newAudit(append(people, left[leftByGroups]), floor, c.plan.schema.MaxContributions)
	other := len(people)
	a.keep(excluded)
	a.keep(other)
	// The number of all who consent is public, so that the cells and the excluded have a known sum.
	var all relation
	for cell := range people {
		all = append(all, term{cell, 1})
	}
	a.relations = append(a.relations, all)
	// A question without the groups tells how many the filter leaves, unless that is kept back.
	if out := left[leftByFilter]; len(c.plan.partitions) > 0 && out > 0 && !a.few(out) {
		a.relateAll(len(people)-1, 1, other)
	}
	a.protect()
	open := a.open[1:other]
	var moved [][]movers // by set of people, and by probe
	own := make([]movers, len(c.probes))
	for i, p := range c.probes {
		// The sums of a question without the groups are shown where its count is.
		own[i] = movers{p.people.counted(), len(c.plan.partitions) > 0 && !a.few(left[leftByFilter])}
	}
	moved = append(moved, own)
	for _, s := range c.sets {
		apart := s.audited(c.plan, floor)
		for cell := range open {
			open[cell] = open[cell] && apart.open[cell]
		}
		set := make([]movers, len(s.moved))
		for i, t := range s.moved {
			set[i] = movers{t.counted(), s.together(c.plan)}
		}
		moved = append(moved, set)
	}
	for i := range c.plan.measures {
		shown := slices.Clone(open)
		var all []movers
		for _, set := range moved {
			for _, probe := range c.moving[i] {
				all = append(all, set[probe])
			}
		}
		c.plan.hideMoved(shown, all, floor)
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
func (p *Plan) hideMoved(shown []bool, all []movers, floor int) {
	outside := len(shown)
	audits := make([]*audit, len(all))
	for i, m := range all {
		audits[i] = newAudit(m.people, floor, p.schema.MaxContributions)
		for cell := range shown {
			shown[cell] = shown[cell] && audits[i].open[cell]
		}
	}
	for i, m := range all {
		if !m.together {
			continue
		}
		a := audits[i]
		copy(a.open, shown)
		a.keep(outside)
		a.relateAll(outside, 0, outside)
		a.protect()
		copy(shown, a.open)
	}
}

// A fairness job is audited as tables: for each grouping a row per group, one for its sum, and one for the rows outside
// of all its groups; and one row for all, which the groupings share. A row has the four counts, their sum, and who is
// left out for want of a label or a prediction, and so is not in that sum.
type auditRow int

const (
	rowSum   = matrixCells
	rowLeft  = matrixCells + 1
	rowCells = matrixCells + 2
)

// at is the index of a row's cell; the excluded come first.
func (r auditRow) at(column int) int { return 1 + int(r)*rowCells + column }

const wholeRow auditRow = 0

// auditTable is where a grouping's rows are.
type auditTable struct{ first, groups int }

func (t auditTable) group(g int) auditRow { return auditRow(t.first + g) }
func (t auditTable) overall() auditRow    { return auditRow(t.first + t.groups) }
func (t auditTable) outside() auditRow    { return auditRow(t.first + t.groups + 1) }

func (p *Plan) auditTable(grouping int) auditTable {
	first := 1
	for _, part := range p.partitions[:grouping] {
		first += len(part.groups) + 2
	}
	return auditTable{first, len(p.partitions[grouping].groups)}
}

// plenty is the number of people of a cell that may have any, and of which nothing is known.
const plenty = 1 << 30

// fairnessAudit audits the tables of an audit. The cells that empty names are shown whatever they hold: see emptyLines.
// The cross tables are those that it must not tell.
func (p *Plan) fairnessAudit(people []int, floor int, empty []bool, crossings []*crossing) *audit {
	a := newAudit(people, floor, p.schema.MaxContributions)
	a.keep(excluded)
	for cell, n := range people {
		a.open[cell] = a.open[cell] && n < plenty
	}
	p.answerWhole(a)
	for cell, yes := range empty {
		if yes {
			a.open[cell], a.known[cell], a.guarded[cell] = true, true, false
		}
	}
	if !p.leavesOut() {
		for row := wholeRow; row.at(0) < len(people); row++ {
			a.keep(row.at(rowLeft))
		}
	}
	a.relateWhole()
	var tables []auditTable
	for i := range p.partitions {
		t := p.auditTable(i)
		tables = append(tables, t)
		for column := range rowCells {
			a.keep(t.outside().at(column))
		}
		a.rowSum(t.overall())
		a.rowSum(t.outside())
		for g := range t.groups {
			a.rowSum(t.group(g))
			if a.isFew(t.group(g)) {
				a.hideRow(t.group(g))
			}
		}
		for column := range rowCells {
			sum := relation{{t.overall().at(column), -1}}
			for g := range t.groups {
				sum = append(sum, term{t.group(g).at(column), 1})
			}
			whole := relation{{wholeRow.at(column), -1}, {t.overall().at(column), 1}, {t.outside().at(column), 1}}
			a.relations = append(a.relations, sum, whole)
		}
	}
	a.ways, a.crossings = ways(tables), crossings
	a.protect()
	return a
}

// answerWhole takes the row of all as known where another question shows it, which has no groups, or others that leave
// no one out: a question of one row, under the same rules. What that one hides no group of this one can hide instead.
func (p *Plan) answerWhole(a *audit) {
	q := newAudit(a.people[:wholeRow.at(rowCells)], a.floor, a.contributions)
	copy(q.open, a.open)
	if q.keep(excluded); !p.leavesOut() {
		q.keep(wholeRow.at(rowLeft))
	}
	q.relateWhole()
	if q.isFew(wholeRow) {
		q.hideRow(wholeRow)
	}
	q.protect()
	for column := range rowCells {
		cell := wholeRow.at(column)
		// Of fewer than enough, no cells of the groups could be hidden without all others.
		answered := q.open[cell] && (a.people[cell] == 0 || a.people[cell] >= a.enough())
		a.open[cell], a.known[cell] = answered, answered
	}
}

// relateWhole adds that all who are not excluded count or are left out, and the sum of the row of all.
func (a *audit) relateWhole() {
	all := relation{{excluded, 1}, {wholeRow.at(rowSum), 1}, {wholeRow.at(rowLeft), 1}}
	a.relations = append(a.relations, all)
	a.rowSum(wholeRow)
}

// isFew says whether a row is of few people, left out or not.
func (a *audit) isFew(r auditRow) bool {
	n, left := r.at(rowSum), r.at(rowLeft)
	return !a.known[n] && (a.few(a.people[n]) || a.people[n] == 0 && a.few(a.people[left]))
}

// rowSum adds that a row's sum is that of its counts.
func (a *audit) rowSum(r auditRow) {
	sum := relation{{r.at(rowSum), -1}}
	for column := range matrixCells {
		sum = append(sum, term{r.at(column), 1})
	}
	a.relations = append(a.relations, sum)
}

// hideRow hides all counts of few people, the zeros with them: a zero would say of all of them what they are not.
func (a *audit) hideRow(r auditRow) {
	for column := range rowLeft {
		a.hide(r.at(column))
	}
}

// emptyLines are the counts of lines without rows, and those that leave no row out. What another question has there is
// all that it has there, and held to the floor by itself, so that these zeros need not hide it. They cannot stand in
// for other cells either.
func (p *Plan) emptyLines(people []int) []bool {
	empty := make([]bool, len(people))
	for i := range p.partitions {
		t := p.auditTable(i)
		for row := t.group(0); row <= t.overall(); row++ {
			for column := range rowLeft {
				empty[row.at(column)] = people[row.at(rowSum)] == 0
			}
			empty[row.at(rowLeft)] = people[row.at(rowLeft)] == 0
		}
	}
	return empty
}

func (c *census) suppressFairness(r *fairness.Result, floor int) {
	people := c.people()
	var crossings []*crossing
	for i := range c.crosses {
		crossings = append(crossings, newCrossing(c.plan, &c.crosses[i]))
	}
	a := c.plan.fairnessAudit(people, floor, nil, crossings)
	empty := c.plan.emptyLines(people)
	for _, s := range c.sets {
		apart := s.auditedOutcomes(c.plan, floor, empty)
		for cell, open := range apart.open {
			a.open[cell] = a.open[cell] && open
			a.guarded[cell] = a.guarded[cell] || apart.guarded[cell]
		}
	}
	a.giveBack()
	for i := range r.Groupings {
		grouping, t := &r.Groupings[i], c.plan.auditTable(i)
		suppressGroup(&grouping.Overall, a, t.overall())
		for g := range grouping.Groups {
			suppressGroup(&grouping.Groups[g], a, t.group(g))
		}
		reference := grouping.Groups[c.plan.references[i]].Rates
		for g := range grouping.Groups {
			if group := &grouping.Groups[g]; group.Comparison != nil {
				suppressComparison(group.Comparison, &group.Rates, &reference)
			}
		}
	}
}

// suppressGroup keeps back the counts that are hidden, and each rate whose fraction the shown counts of the row do not
// give.
func suppressGroup(g *fairness.Group, a *audit, row auditRow) {
	m := &g.Matrix
	for column, f := range []*figure.Figure{truePositive: &m.TP, falsePositive: &m.FP, trueNegative: &m.TN,
		falseNegative: &m.FN,
		rowSum:        &m.N} {
		if !a.open[row.at(column)] {
			f.Suppress()
		}
	}
	if g.LeftOut != nil && !a.open[row.at(rowLeft)] {
		g.LeftOut.Suppress()
	}
	figures := g.Rates.All()
	for i, d := range rateDefinitions() {
		if !a.given(row, d.part) || !a.given(row, slices.Concat(d.part, d.rest)) {
			figures[i].Suppress()
		}
	}
}

// given says whether the sum of some of a row's counts follows from the row's counts that are shown.
func (a *audit) given(row auditRow, columns []int) bool {
	hidden, among := 0, 0
	for column := range matrixCells {
		if a.open[row.at(column)] {
			continue
		}
		hidden++
		if slices.Contains(columns, column) {
			among++
		}
	}
	return among == 0 || among == hidden && a.open[row.at(rowSum)]
}

// suppressComparison keeps back each comparison that rests on a rate that was kept back.
func suppressComparison(c *fairness.Comparison, group, reference *fairness.Rates) {
	a, b := group.All(), reference.All()
	for _, f := range []struct {
		figure *figure.Figure
		rates  []int
	}{
		{&c.DisparateImpact, []int{selectionPlace}},
		{&c.StatisticalParityDifference, []int{selectionPlace}},
		{&c.EqualOpportunityDifference, []int{tprPlace}},
		{&c.FPRDifference, []int{fprPlace}},
		{&c.FNRDifference, []int{fnrPlace}},
		{&c.PredictiveParityDifference, []int{ppvPlace}},
		{&c.AccuracyDifference, []int{accuracyPlace}},
		{&c.AverageOddsDifference, []int{fprPlace, tprPlace}},
		{&c.EqualisedOddsDifference, []int{fprPlace, tprPlace}},
		{&c.EqualisedOddsSum, []int{fprPlace, tprPlace}},
	} {
		if slices.ContainsFunc(f.rates, func(i int) bool { return a[i].Suppressed() || b[i].Suppressed() }) {
			f.figure.Suppress()
		}
	}
}

// byPeople orders cells by how little is lost when they are hidden: zeros last, since hiding one protects no person.
func (a *audit) byPeople(x, y int) int {
	if zero := cmp.Compare(btoi(a.people[x] == 0), btoi(a.people[y] == 0)); zero != 0 {
		return zero
	}
	return cmp.Or(cmp.Compare(a.people[x], a.people[y]), cmp.Compare(x, y))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
