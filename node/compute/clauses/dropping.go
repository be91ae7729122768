package clauses

import (
	"maps"
	"slices"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
)

// Dropping is a condition of a plan, by its clauses, and where it stands.
type Dropping struct {
	columnar.Condition
	clauses []*clauses
	columns []*withoutColumns
	whole   bool // dropping all of it is another question too
	sides   int  // one where people come or go, two where they go from one group or outcome to another

	// Lone are, of a prediction or a label, the columns that may be null and that the audit does not need without what
	// is dropped, for each set of rows that each gives. A last one is for what only clauses ask for that others imply.
	Lone [][]int
	Held vault.Bits // where it holds
}

func newDropping(s *schema.Schema, c columnar.Condition, whole bool, sides int) *Dropping {
	clauses, columns := Divide(s, c)
	return &Dropping{Condition: c, clauses: clauses, columns: columns, whole: whole, sides: sides}
}

// newOutcomeDropping divides a prediction or a label. others are the columns that the other one of them needs.
func newOutcomeDropping(s *schema.Schema, c columnar.Condition, others []int) *Dropping {
	// Rows with a null in a column of these are left out, so that none of their clauses is about nulls.
	never := *s
	never.Columns = slices.Clone(s.Columns)
	for i := range never.Columns {
		never.Columns[i].Nullable = false
	}
	d := newDropping(&never, c, false, 2)
	needed := d.clauses[0].columns()
	add := func(uses []int) {
		d.Lone = append(d.Lone, slices.DeleteFunc(slices.Clone(needed), func(column int) bool {
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

// Droppings are the conditions of a plan by clauses. Rules come by grouping, the last rule of each first.
type Droppings struct {
	Filter            *Dropping // nil without one
	Prediction, Label *Dropping // of an audit
	Rules             [][]*Dropping
}

// Of divides the conditions of a plan.
func Of(p *tabulation.Plan) Droppings {
	var d Droppings
	if whole, ok := p.Filter.(columnar.All); !ok || len(whole) > 0 {
		d.Filter = newDropping(p.Schema, p.Filter, true, 1)
	}
	if p.Kind == kind.Fairness {
		d.Prediction = newOutcomeDropping(p.Schema, p.Prediction, p.Labelled)
		d.Label = newOutcomeDropping(p.Schema, p.Label, p.Predicted)
	}
	for _, part := range p.Partitions {
		var rules []*Dropping
		if of, ok := part.Of.(columnar.ByRules); ok {
			for _, rule := range slices.Backward(of) {
				rules = append(rules, newDropping(p.Schema, rule, true, 2))
			}
		}
		d.Rules = append(d.Rules, rules)
	}
	return d
}

// all are the conditions that there are.
func (d Droppings) all() []*Dropping {
	every := slices.Concat(d.Rules...)
	for _, one := range []*Dropping{d.Filter, d.Prediction, d.Label} {
		if one != nil {
			every = append(every, one)
		}
	}
	return every
}

// Sets is how many sets of people the clauses set apart.
func (d Droppings) Sets() (n int) {
	for _, of := range d.all() {
		n += of.sides*of.Sets() + of.loneSets()
	}
	return n
}

// Margins are the outcomes of which an audit without a clause of the prediction tells the sum, those of one label, and
// one without a clause of the label, those of one prediction.
func (d Droppings) Margins() (all [][2]int) {
	if d.Prediction != nil && d.Prediction.Sets() > 0 {
		all = append(all, [2]int{hiding.TruePositive, hiding.FalseNegative},
			[2]int{hiding.FalsePositive, hiding.TrueNegative})
	}
	if d.Label != nil && d.Label.Sets() > 0 {
		all = append(all, [2]int{hiding.TruePositive, hiding.FalsePositive},
			[2]int{hiding.FalseNegative, hiding.TrueNegative})
	}
	return all
}

// loneSets is how many sets of rows are left out for want of a column that another question does not need.
func (d *Dropping) loneSets() (n int) {
	for _, columns := range d.Lone {
		if len(columns) > 0 {
			n++
		}
	}
	return n
}

// Sets is how many sets of rows each gives.
func (d *Dropping) Sets() int {
	n := len(d.columns)
	if d.whole {
		n++
	}
	for _, c := range d.clauses {
		c.eachDropped(func(...*clauses) { n++ })
	}
	return n
}

// Work is how many operations the clauses take for a row, where so many probes look at whom they set apart.
func (d Droppings) Work(p *tabulation.Plan, probes int) int {
	n := 0
	for _, of := range d.all() {
		n += 4 + of.clauses[0].Work() + of.loneSets()*(6+len(p.Needed))
		for _, c := range of.clauses {
			n += c.dropWork()
		}
		for _, without := range of.columns {
			n += 2 + without.Work()
		}
	}
	if p.Kind == kind.Query {
		each := oblivious.TallyWork(p.Lines + 1)
		return n + d.Sets()*(4+3*len(p.Partitions)+each+probes*(2+each))
	}
	for _, part := range p.Partitions {
		n += d.Sets() * (5 + oblivious.TallyWork((len(part.Groups)+1)*hiding.SetCells))
	}
	return n
}

// Each calls see with the rows that the clauses of a condition set apart, of those for which it matters. When the whole
// is dropped they are those that it keeps out; of a rule, those that it takes.
func (d *Dropping) Each(b *vault.Block, critical *vault.Bits, rule bool, see func(*vault.Bits)) {
	var rows vault.Bits
	d.clauses[0].Holds(b, &d.Held)
	if d.whole {
		for w := range rows {
			if rows[w] = d.Held[w]; !rule {
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
		without.Holds(b, &rows)
		for w := range rows {
			rows[w] = (rows[w] ^ d.Held[w]) & critical[w]
		}
		see(&rows)
	}
}
