package hiding

import "slices"

// A table of an audit is a network in which people flow: from all to each group, from a group to its four counts, and
// from there to the overall counts and those of all; and those who are left out from all to each group, and out of it.
// What is shown fixes an edge, and what is hidden may be any number that adds up. So whether a reader can tell that a
// cell is of few people is a question about flows: how much the cell can be raised while others change with it, none
// below zero. The edges that stop it are hidden cells of which the sum is told, and what flows is that sum (maximum
// flow and minimum cut). What is told of hidden cells with factors of one sign is made of such sums.

// pipe is an edge of a network: a cell's people go from one node to another.
type pipe struct{ cell, from, to int }

// network is of one table of an audit, or of two, with the row of all between them.
type network struct {
	pipes []pipe
	at    [][]int     // the pipes of each node
	of    map[int]int // the pipe of each cell
}

// ground is the node outside of all tables.
const ground = 0

func (n *network) connect(cell, from, to int) {
	for _, node := range []int{from, to} {
		for len(n.at) <= node {
			n.at = append(n.at, nil)
		}
		n.at[node] = append(n.at[node], len(n.pipes))
	}
	n.of[cell] = len(n.pipes)
	n.pipes = append(n.pipes, pipe{cell, from, to})
}

// newNetwork connects at most two tables. In the second one, all flows the other way round. With fixed, the row of all
// is taken as known.
func newNetwork(tables []Table, fixed bool) *network {
	n := &network{of: make(map[int]int)}
	next, left := ground+1, ground // left is where those come to who are left out
	if len(tables) > 1 {
		next, left = next+1, next // the second table has the same
	}
	var meet [2][RowCells]int // where a table meets the row of all
	for i, t := range tables {
		lines, columns := next, next+t.Groups+1
		junctions := columns + RowCells
		next = junctions + RowCells
		connect := func(cell, from, to int) {
			if i > 0 {
				from, to = to, from
			}
			n.connect(cell, from, to)
		}
		for column := range RowCells {
			// Sums flow down to what they are sums of.
			down, junction := column >= RowSum, junctions+column
			if down && i > 0 {
				junction = ground // as many as of the first table
			}
			through := func(cell, from, to int) {
				if down {
					from, to = to, from
				}
				connect(cell, from, to)
			}
			line := func(g int) int {
				if column == RowLeft {
					return left
				}
				return lines + g
			}
			for g := range t.Groups {
				through(t.Group(g).At(column), line(g), columns+column)
			}
			through(t.Outside().At(column), line(t.Groups), junction)
			through(t.Overall().At(column), columns+column, junction)
			meet[i][column] = junction
		}
	}
	if fixed {
		return n
	}
	// How many there are is known: they are excluded, left out, or count.
	everyone := next
	for column := range MatrixCells {
		n.connect(WholeRow.At(column), meet[0][column], meet[1][column]) // of one table, to the ground
	}
	n.connect(WholeRow.At(RowSum), everyone, meet[0][RowSum])
	n.connect(WholeRow.At(RowLeft), everyone, meet[0][RowLeft])
	n.connect(Excluded, everyone, ground)
	return n
}

// boundless is more than any flow.
const boundless = 1 << 40

// widthSteps is how often the width of the paths that are looked for is halved: no dataset has more rows than two to
// this power.
const widthSteps = 24

// MostPasses is how often a path is looked for in a flow: it may take 32. What needs more is taken as told.
const MostPasses = 32 + widthSteps

// Enough is how large a sum of cells must be, with a person counted in each, to be certainly of as many people as the
// floor.
func (a *Audit) Enough() int { return a.Contributions*(a.Floor-1) + 1 }

// weight is a cell's part in such a sum. A cell that is not of few makes it enough by itself.
func (a *Audit) weight(cell int) int {
	if a.People[cell] < a.Floor {
		return a.People[cell]
	}
	return max(a.People[cell], a.Enough())
}

// room is by how much a pipe's cell can change, up and down, when it has changed already.
func (a *Audit) room(p pipe, changed int) (up, down int) {
	if a.Open[p.cell] {
		return 0, 0
	}
	return boundless, a.weight(p.cell) + changed
}

// ends are the nodes where a flow may end, and how much each takes.
type ends map[int]int

// send changes cells so that so many people more go from a node to the ends, none of them by one pipe, which is -1 for
// none, and in no more passes than are left. If that cannot be done, it returns the nodes on one side of the pipes that
// stop it.
//
// It looks for wide paths first: the shortest ones lead through cells of one person or two, and so many of these would
// be needed that a cell which can have enough people seems to be told.
func (n *network) send(a *Audit, changed []int, but, from, people int, to ends, passes *int) (side []bool, done bool) {
	width := 1
	for _, takes := range to {
		width = max(width, takes)
	}
	for ; *passes > 0; *passes-- {
		width = max(1, min(width, people))
		sent, reached := n.push(a, changed, but, from, people, width, to)
		if people -= sent; people <= 0 {
			return nil, true
		}
		if sent > 0 {
			continue
		}
		if width == 1 {
			return reached, false
		}
		width /= 2
	}
	return make([]bool, len(n.at)), false
}

// push sends what it can, no more than most, over the shortest path that has room for a width of people. If there is
// none, it returns the nodes that such a path reaches.
func (n *network) push(a *Audit, changed []int, but, from, most, width int, to ends) (sent int, reached []bool) {
	reached = make([]bool, len(n.at))
	reached[from] = true
	via := make([]int, len(n.at))
	room := func(i, node int) (int, int) { // out of a node, and where to
		p := n.pipes[i]
		up, down := a.room(p, changed[i])
		if node == p.from {
			return up, p.to
		}
		return down, p.from
	}
	end := -1
	for queue := []int{from}; len(queue) > 0 && end < 0; queue = queue[1:] {
		if to[queue[0]] >= width {
			end = queue[0]
		}
		for _, i := range n.at[queue[0]] {
			if free, next := room(i, queue[0]); i != but && free >= width && !reached[next] {
				reached[next], via[next] = true, i
				queue = append(queue, next)
			}
		}
	}
	if end < 0 {
		return 0, reached
	}
	back := func(node int) int { return n.pipes[via[node]].from + n.pipes[via[node]].to - node }
	sent = min(most, to[end])
	for node := end; node != from; node = back(node) {
		free, _ := room(via[node], back(node))
		sent = min(sent, free)
	}
	for node := end; node != from; node = back(node) {
		if n.pipes[via[node]].to == node {
			changed[via[node]] += sent
		} else {
			changed[via[node]] -= sent
		}
	}
	to[end] -= sent
	return sent, reached
}

// beyond are the cells, shown ones, that would let more through the pipes between one side and the other.
func (n *network) beyond(a *Audit, side []bool) (by []int) {
	for _, p := range n.pipes {
		if a.Open[p.cell] && side[p.from] != side[p.to] && (side[p.from] || a.People[p.cell] > 0) {
			by = append(by, p.cell)
		}
	}
	return by
}

// way is a way for cells to have other numbers of people: those of a network, and those of other tables that follow.
type way struct {
	of     *network
	follow []*network
}

// Ways are all that are tried. Of up to two tables the one way is all that there is. More tables are no network
// together. There a cell may change with its table alone, or with one more table while the others follow: what cannot
// is taken as told.
func Ways(tables []Table) (all []way) {
	if len(tables) <= 2 {
		return []way{{of: newNetwork(tables, false)}}
	}
	for i, t := range tables {
		all = append(all, way{of: newNetwork([]Table{t}, true)})
		j := (i + 1) % len(tables)
		w := way{of: newNetwork([]Table{t, tables[j]}, false)}
		for k, other := range tables {
			if k != i && k != j {
				w.follow = append(w.follow, newNetwork([]Table{other}, false))
			}
		}
		all = append(all, w)
	}
	return all
}

// raise says whether a cell can have so many people more. If not, it returns cells, shown ones, that would let it.
func (w *way) raise(a *Audit, cell, people int) (by []int, done bool) {
	n := w.of
	own := n.of[cell]
	changed := make([]int, len(n.pipes))
	from, to := n.pipes[own].to, n.pipes[own].from
	passes := MostPasses
	if side, done := n.send(a, changed, own, from, people, ends{to: people}, &passes); !done {
		return n.beyond(a, side), false
	}
	changed[own] = people
	for _, other := range w.follow {
		if by, done := other.carry(a, n, changed); !done {
			return by, false
		}
	}
	return nil, true
}

// carry says whether a table can change as the row of all did in another network.
func (n *network) carry(a *Audit, other *network, changed []int) (by []int, done bool) {
	own := make([]int, len(n.pipes))
	from, to := ends{}, ends{}
	var starts []int
	flow := func(node, more int) {
		if more > 0 {
			to[node] = more
		} else if more < 0 {
			from[node], starts = -more, append(starts, node)
		}
	}
	closed := *a // with the row of all as it is then
	closed.Open = slices.Clone(a.Open)
	closed.Open[Excluded] = true
	for column := range RowCells {
		cell := WholeRow.At(column)
		closed.Open[cell] = true
		more, node := changed[other.of[cell]], n.pipes[n.of[cell]].from
		if column >= RowSum { // what flows in
			more, node = -more, n.pipes[n.of[cell]].to
		}
		flow(node, more)
		if column == RowLeft { // and out again
			flow(ground, -more)
		}
	}
	passes := MostPasses
	for _, node := range starts {
		if side, done := n.send(&closed, own, -1, node, from[node], to, &passes); !done {
			return n.beyond(a, side), false
		}
	}
	return nil, true
}

// wanting is how many people more a hidden cell must be able to have: as many as make it one of enough people, or, of a
// zero that is guarded, one.
func (a *Audit) wanting(cell int) int {
	switch {
	case a.Open[cell] || !a.Guarded[cell]:
		return 0
	case a.People[cell] == 0:
		return 1
	}
	return a.Enough() - a.People[cell]
}

// stopped returns the first cell, of those not yet held to be safe, that what is shown tells to be of few people, and
// shown cells that would let it be of more, if there are such. It is -1 when there is none.
func (a *Audit) stopped(safe []bool) (cell int, by []int) {
	for cell := range safe {
		wanting := a.wanting(cell)
		safe[cell] = safe[cell] || wanting == 0 || len(a.Ways) == 0
		for i := range a.Ways {
			if _, in := a.Ways[i].of.of[cell]; !in || safe[cell] {
				continue
			}
			more, done := a.Ways[i].raise(a, cell, wanting)
			safe[cell], by = done, append(by, more...)
		}
		if !safe[cell] {
			return cell, by
		}
		by = nil
	}
	return -1, nil
}
