package hiding

import "slices"

// CrossPasses is how often a path is looked for in a flow of a cross table: it may take 12. What needs more is taken as
// told.
const CrossPasses = 12 + widthSteps

// Crossing is the cross table of two groupings while an audit decides what is shown of them.
type Crossing struct {
	tables [2]Table
	// lines are the rows of each table that divide its people: its groups, and then those outside.
	lines    [2][]Row
	outcomes int
	people   []int
	safe     []bool // of the cells, those that are not told
	// free are the networks in which the cells of one table may change while those of the other stay, but for the
	// outcomes of which no overall line is shown: there both may.
	free [2]*network
	// alone are the networks of each table.
	alone [2]*network
}

// NewCrossing is the cross table of two tables, of so many outcomes. first is how many cells the audit has: those of
// the cross table, with their people, come after them.
func NewCrossing(tables [2]Table, outcomes int, people []int, first int) *Crossing {
	x := &Crossing{tables: tables, outcomes: outcomes, people: people}
	x.safe = make([]bool, len(x.people))
	for side, t := range tables {
		for g := range t.Groups {
			x.lines[side] = append(x.lines[side], t.Group(g))
		}
		x.lines[side] = append(x.lines[side], t.Outside())
		x.alone[side] = newNetwork([]Table{t}, true)
	}
	for side := range x.free {
		x.free[side] = x.network(first, side)
	}
	return x
}

// cell is that of a line of each table, and an outcome.
func (x *Crossing) cell(a, b, outcome int) int { return (a*len(x.lines[1])+b)*x.outcomes + outcome }

// node is that of a line of a table and an outcome.
func (x *Crossing) node(side, line, outcome int) int {
	return ground + 1 + (side*len(x.lines[0])+line)*x.outcomes + outcome
}

// network is that in which people flow from the lines of the first table to those of the second, by outcome, and in the
// free table from a line to its outcomes.
func (x *Crossing) network(first, free int) *network {
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
			for outcome := range MatrixCells {
				connect(row.At(outcome), hub+i, x.node(side, i, outcome))
			}
			connect(row.At(RowSum), end, hub+i)
			if x.outcomes > SetLeft && side == free { // who is left out is not in the line's sum
				connect(row.At(RowLeft), end, x.node(side, i, SetLeft))
			}
		}
	}
	return n
}

// view is an audit that has the cells of the cross table as well, all of them hidden. Of those outside of a table's
// groups, as many are known as are in the groups.
func (x *Crossing) view(a *Audit) *Audit {
	v := *a
	v.People = slices.Concat(a.People, x.people)
	v.Open = slices.Concat(a.Open, make([]bool, len(x.people)))
	for _, t := range x.tables {
		for column := range RowCells {
			v.Open[t.Outside().At(column)] = a.Open[t.Outside().At(column)] || a.Open[t.Overall().At(column)]
		}
	}
	return &v
}

// fixing is a view in which the cells of one table are known, or with but set, all except for the outcomes of which no
// overall line is shown or known.
func (x *Crossing) fixing(v *Audit, side int, but bool) *Audit {
	f := *v
	f.Open = slices.Clone(v.Open)
	for column := range MatrixCells {
		shown := !but || v.Open[WholeRow.At(column)] || v.Open[x.tables[0].Overall().At(column)] ||
			v.Open[x.tables[1].Overall().At(column)]
		for _, row := range x.lines[side] {
			f.Open[row.At(column)] = v.Open[row.At(column)] || shown
		}
	}
	return &f
}

// stopped returns shown cells that would let a cell of the cross table be of enough people, of the first which what is
// shown tells to be of few. told is false when there is no such cell.
func (x *Crossing) stopped(a *Audit) (by []int, told bool) {
	v := x.view(a)
	for i := range x.lines[0] {
		for j := range x.lines[1] {
			for outcome := range x.outcomes {
				cell := x.cell(i, j, outcome)
				if x.safe[cell] = x.safe[cell] || !a.Few(x.people[cell]); x.safe[cell] {
					continue
				}
				by, done := x.raise(v, i, j, outcome)
				if x.safe[cell] = done; !done && a.cheapest(by) < 0 {
					for column := range RowCells {
						by = append(by, x.lines[0][i].At(column), x.lines[1][j].At(column))
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
func (x *Crossing) raise(v *Audit, i, j, outcome int) (by []int, done bool) {
	first := len(v.People) - len(x.people)
	more := v.Floor - x.people[x.cell(i, j, outcome)] // each of one row, though a person may have several
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
		margin := x.lines[other][line].Of(outcome)
		if v.Open[margin] {
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
				extra[x.node(other, l, o)] = changed[x.alone[other].of[row.Of(o)]]
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
			for column := range RowCells {
				if cell := row.At(column); slices.Contains(by, cell) && (!v.Open[cell] || row == t.Outside()) {
					by = append(by, x.tables[0].Overall().At(column), x.tables[1].Overall().At(column))
				}
			}
		}
	}
	return by, false
}

// raised changes cells so that one of them has so many people more. If that cannot be done, it returns shown cells that
// would let it.
func (n *network) raised(a *Audit, cell, more int) (changed, by []int, done bool) {
	own := n.of[cell]
	changed = make([]int, len(n.pipes))
	to, passes := n.pipes[own].from, CrossPasses
	side, done := n.send(a, changed, own, n.pipes[own].to, more, ends{to: more}, &passes)
	if !done {
		return nil, n.beyond(a, side), false
	}
	changed[own] = more
	return changed, nil, true
}

// balance says whether a pipe, which is between two nodes, can have so many people more, with so many more that come
// out of each node besides. If not, it returns shown cells that would let it.
func (n *network) balance(a *Audit, own int, at [2]int, more int, extra map[int]int) (by []int, done bool) {
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
	passes := CrossPasses
	for _, node := range from {
		if side, done := n.send(a, changed, own, node, over[node], to, &passes); !done {
			return n.beyond(a, side), false
		}
	}
	return nil, true
}

// crossed returns what the first cross table that is told of few people is stopped by.
func (a *Audit) crossed() (by []int, told bool) {
	for _, x := range a.Crossings {
		if by, told = x.stopped(a); told {
			return by, true
		}
	}
	return nil, false
}
