package census

import (
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/tabulation"
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
	people   *oblivious.Tally
}

func newCrossTallies(p *tabulation.Plan) (all []crossTally) {
	for b := range p.Partitions {
		for a := range b {
			x := crossTally{of: [2]int{a, b}, outcomes: crossOutcomes(p)}
			for side, k := range x.of {
				x.groups[side] = int64(len(p.Partitions[k].Groups))
			}
			x.people = oblivious.NewTally(CrossCells(p, a, b))
			all = append(all, x)
		}
	}
	return all
}

// crossOutcomes is how many outcomes a cross table has: the four, and where there can be such, who is left out.
func crossOutcomes(p *tabulation.Plan) int {
	if p.LeavesOut() {
		return hiding.SetCells
	}
	return hiding.MatrixCells
}

// CrossCells is how many cells the cross table of two groupings has.
func CrossCells(p *tabulation.Plan, a, b int) int {
	return (len(p.Partitions[a].Groups) + 1) * (len(p.Partitions[b].Groups) + 1) * crossOutcomes(p)
}

// See takes a block of rows that an engine has divided into groups and outcomes, of which some are asked for.
func (x *crossTally) See(c *Census, e *tabulation.Pass, asked *vault.Bits) {
	nowhere := int64(x.people.Size)
	other := &e.Groups[x.of[1]]
	for i, g := range e.Groups[x.of[0]] {
		cell := (g*(x.groups[1]+1)+other[i])*int64(x.outcomes) +
			oblivious.Pick(oblivious.Mask(&c.lacking, i), hiding.SetLeft, e.Outcomes[i])
		c.at[i] = oblivious.Pick(oblivious.Mask(asked, i), cell, nowhere)
	}
	x.people.See(&c.at, &e.Persons)
}

// auditCells is how many cells an audit has. Those of a cross table come after them.
func auditCells(p *tabulation.Plan) int {
	return int(tableOf(p, len(p.Partitions)-1).Outside()+1)*hiding.RowCells + 1
}
