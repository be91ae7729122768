package query

import (
	"slices"

	"github.com/assent-network/assent/node/vault"
)

// Two groupings of one audit divide the same people. Those who are in a group of the one and in a group of the other
// are no cell of the result, but where groupings are nearly alike, as by neighbouring edges, its cells tell them: a
// group less one that is a part of it. So each two groupings have a cross table, of which no cell of few people may be
// told (docs/design/floor.md).

// crossTally counts the people of the cross table of two groupings: by the group of each, those outside of its groups
// last, and by outcome, who is left out last.
type crossTally struct {
	of       [2]int // groupings
	groups   [2]int64
	outcomes int
	people   *tally
}

// crossPasses is how often a path is looked for in a flow of a cross table: it may take 12. What needs more is taken as
// told.
const crossPasses = 12 + widthSteps

func newCrossTallies(p *Plan) (all []crossTally) {
	for b := range p.partitions {
		for a := range b {
			x := crossTally{of: [2]int{a, b}, outcomes: p.crossOutcomes()}
			for side, k := range x.of {
				x.groups[side] = int64(len(p.partitions[k].groups))
			}
			x.people = newTally(crossCells(p, a, b))
			all = append(all, x)
		}
	}
	return all
}

// crossOutcomes is how many outcomes a cross table has: the four, and where there can be such, who is left out.
func (p *Plan) crossOutcomes() int {
	if p.leavesOut() {
		return setCells
	}
	return matrixCells
}

func crossCells(p *Plan, a, b int) int {
	return (len(p.partitions[a].groups) + 1) * (len(p.partitions[b].groups) + 1) * p.crossOutcomes()
}

// see takes a block of rows that an engine has divided into groups and outcomes, of which some are asked for.
func (x *crossTally) see(c *census, e *engine, asked *vault.Bits) {
	nowhere := int64(x.people.size)
	other := &e.groups[x.of[1]]
	for i, g := range e.groups[x.of[0]] {
		cell := (g*(x.groups[1]+1)+other[i])*int64(x.outcomes) + pick(mask(&c.lacking, i), setLeft, e.outcomes[i])
		c.at[i] = pick(mask(asked, i), cell, nowhere)
	}
	x.people.see(&c.at, &e.persons)
}

// crossing is the cross table of two groupings while an audit decides what is shown of them.
type crossing struct {
	tables [2]auditTable
	// lines are the rows of each table that divide its people: its groups, and then those outside.
	lines    [2][]auditRow
	outcomes int
	people   []int
	safe     []bool // of the cells, those that are not told
	// free are the networks in which the cells of one table may change while those of the other stay, but for the
	// outcomes of which no overall line is shown: there both may.
	free [2]*network
	// alone are the networks of each table.
	alone [2]*network
}

func newCrossing(p *Plan, t *crossTally) *crossing {
	x := &crossing{outcomes: t.outcomes, people: t.people.counted()}
	x.safe = make([]bool, len(x.people))
	for side, k := range t.of {
		t := p.auditTable(k)
		x.tables[side] = t
		for g := range t.groups {
			x.lines[side] = append(x.lines[side], t.group(g))
		}
		x.lines[side] = append(x.lines[side], t.outside())
		x.alone[side] = newNetwork([]auditTable{t}, true)
	}
	for side := range x.free {
		x.free[side] = x.network(p.auditCells(), side)
	}
	return x
}

// auditCells is how many cells an audit has. Those of a cross table come after them.
func (p *Plan) auditCells() int {
	return int(p.auditTable(len(p.partitions)-1).outside()+1)*rowCells + 1
}

// cell is that of a line of each table, and an outcome.
func (x *crossing) cell(a, b, outcome int) int { return (a*len(x.lines[1])+b)*x.outcomes + outcome }

// of is a row's cell of an outcome.
func (r auditRow) of(outcome int) int {
	if outcome == setLeft {
		return r.at(rowLeft)
	}
	return r.at(outcome)
}

// node is that of a line of a table and an outcome.
func (x *crossing) node(side, line, outcome int) int {
	return ground + 1 + (side*len(x.lines[0])+line)*x.outcomes + outcome
}

// network is that in which people flow from the lines of the first table to those of the second, by outcome, and in the
// free table from a line to its outcomes.
func (x *crossing) network(first, free int) *network {
	n := &network{of: make(map[int]int)}
	n.at = make([][]int, ground+1+(len(x.lines[0])+len(x.lines[1]))*x.outcomes)
	for a := range x.lines[0] {
		for b := range x.lines[1] {
			for outcome := range x.outcomes {
				// Where there are no people a reader may know it, as of those below one edge who are above another.
				if cell := x.cell(a, b, outcome); x.people[cell] > 0 {
					n.connect(first+cell, x.node(0, a, outcome), x.node(1, b, outcome))
				}
			}
		}
	}
	for side, lines := range x.lines {
		end := len(n.at) // of each side one: how many there are is known
		connect := func(cell, from, to int) {
			if side == 1 {
				from, to = to, from
			}
			n.connect(cell, from, to)
		}
		hub := end + 1
		for i, row := range lines {
			for outcome := range matrixCells {
				connect(row.at(outcome), hub+i, x.node(side, i, outcome))
			}
			connect(row.at(rowSum), end, hub+i)
			if x.outcomes > setLeft && side == free { // who is left out is not in the line's sum
				connect(row.at(rowLeft), end, x.node(side, i, setLeft))
			}
		}
	}
	return n
}

// view is an audit that has the cells of the cross table as well, all of them hidden. Of those outside of a table's
// groups, as many are known as are in the groups.
func (x *crossing) view(a *audit) *audit {
	v := *a
	v.people = slices.Concat(a.people, x.people)
	v.open = slices.Concat(a.open, make([]bool, len(x.people)))
	for _, t := range x.tables {
		for column := range rowCells {
			v.open[t.outside().at(column)] = a.open[t.outside().at(column)] || a.open[t.overall().at(column)]
		}
	}
	return &v
}

// fixing is a view in which the cells of one table are known, or with but set, all except for the outcomes of which no
// overall line is shown or known.
func (x *crossing) fixing(v *audit, side int, but bool) *audit {
	f := *v
	f.open = slices.Clone(v.open)
	for column := range matrixCells {
		shown := !but || v.open[wholeRow.at(column)] || v.open[x.tables[0].overall().at(column)] ||
			v.open[x.tables[1].overall().at(column)]
		for _, row := range x.lines[side] {
			f.open[row.at(column)] = v.open[row.at(column)] || shown
		}
	}
	return &f
}

// stopped returns shown cells that would let a cell of the cross table be of enough people, of the first which what is
// shown tells to be of few. told is false when there is no such cell.
func (x *crossing) stopped(a *audit) (by []int, told bool) {
	v := x.view(a)
	for i := range x.lines[0] {
		for j := range x.lines[1] {
			for outcome := range x.outcomes {
				cell := x.cell(i, j, outcome)
				if x.safe[cell] = x.safe[cell] || !a.few(x.people[cell]); x.safe[cell] {
					continue
				}
				by, done := x.raise(v, i, j, outcome)
				if x.safe[cell] = done; !done && a.cheapest(by) < 0 {
					for column := range rowCells {
						by = append(by, x.lines[0][i].at(column), x.lines[1][j].at(column))
					}
				}
				if !done {
					return by, true
				}
			}
		}
	}
	return nil, false
}

// raise says whether a cell of the cross table can be of enough people, while one table changes with it or both do. If
// not, it returns shown cells that would let it.
func (x *crossing) raise(v *audit, i, j, outcome int) (by []int, done bool) {
	first := len(v.people) - len(x.people)
	more := v.floor - x.people[x.cell(i, j, outcome)] // each of one row, though a person may have several
	at := [2]int{x.node(0, i, outcome), x.node(1, j, outcome)}
	for side, n := range x.free {
		own, other := n.of[first+x.cell(i, j, outcome)], 1-side
		fixed := x.fixing(v, other, true)
		// As many as the cell has more, others have less.
		cells, done := n.balance(fixed, own, at, more, nil)
		if done {
			return nil, true
		}
		by = append(by, cells...)
		line := [2]int{i, j}[other]
		margin := x.lines[other][line].of(outcome)
		if v.open[margin] {
			by = append(by, margin)
			continue
		}
		changed, cells, done := x.alone[other].raised(v, margin, more)
		if !done {
			by = append(by, cells...)
			continue
		}
		extra := map[int]int{}
		for l, row := range x.lines[other] {
			for o := range x.outcomes {
				extra[x.node(other, l, o)] = changed[x.alone[other].of[row.of(o)]]
			}
		}
		if other == 1 { // what flows in there
			for node := range extra {
				extra[node] = -extra[node]
			}
		}
		if cells, done = n.balance(x.fixing(v, other, false), own, at, more, extra); done {
			return nil, true
		}
		by = append(by, cells...)
	}
	// What lets a hidden cell or those outside of all groups change is to hide the overall line.
	for side, t := range x.tables {
		for _, row := range x.lines[side] {
			for column := range rowCells {
				if cell := row.at(column); slices.Contains(by, cell) && (!v.open[cell] || row == t.outside()) {
					by = append(by, x.tables[0].overall().at(column), x.tables[1].overall().at(column))
				}
			}
		}
	}
	return by, false
}

// raised changes cells so that one of them has so many people more. If that cannot be done, it returns shown cells that
// would let it.
func (n *network) raised(a *audit, cell, more int) (changed, by []int, done bool) {
	own := n.of[cell]
	changed = make([]int, len(n.pipes))
	to, passes := n.pipes[own].from, crossPasses
	side, done := n.send(a, changed, own, n.pipes[own].to, more, ends{to: more}, &passes)
	if !done {
		return nil, n.beyond(a, side), false
	}
	changed[own] = more
	return changed, nil, true
}

// balance says whether a pipe, which is between two nodes, can have so many people more, with so many more that come
// out of each node besides. If not, it returns shown cells that would let it.
func (n *network) balance(a *audit, own int, at [2]int, more int, extra map[int]int) (by []int, done bool) {
	changed := make([]int, len(n.pipes))
	changed[own] = more
	to := ends{}
	var from []int
	over := make([]int, len(n.at))
	for node, people := range extra {
		over[node] = people
	}
	over[at[0]] -= more
	over[at[1]] += more
	for node, people := range over {
		if people > 0 {
			from = append(from, node)
		} else if people < 0 {
			to[node] = -people
		}
	}
	passes := crossPasses
	for _, node := range from {
		if side, done := n.send(a, changed, own, node, over[node], to, &passes); !done {
			return n.beyond(a, side), false
		}
	}
	return nil, true
}

// crossed returns what the first cross table that is told of few people is stopped by.
func (a *audit) crossed() (by []int, told bool) {
	for _, x := range a.crossings {
		if by, told = x.stopped(a); told {
			return by, true
		}
	}
	return nil, false
}
