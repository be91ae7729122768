package query

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/modular"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

var pairTables = flag.Int("pairs", 0, "of how many random tables the tests of pairs of releases ask; 0 for the usual")

// tablesOfPairs is of how many tables a test asks.
func tablesOfPairs(usual int) int {
	if *pairTables > 0 {
		return *pairTables
	}
	return usual
}

// equations is what a reader knows of unknown numbers: sums of them, each times a factor, as remainders of a prime.
type equations struct {
	unknowns int
	rows     [][]uint64 // reduced, each with a leading one
}

func (e *equations) reduce(sum map[int]int) []uint64 {
	row := make([]uint64, e.unknowns)
	for i, factor := range sum {
		row[i] = uint64(factor+modular.Prime) % modular.Prime
	}
	for _, known := range e.rows {
		lead := slices.IndexFunc(known, func(v uint64) bool { return v != 0 })
		if row[lead] != 0 {
			modular.Subtract(row, known, row[lead])
		}
	}
	return row
}

func (e *equations) add(sum map[int]int) {
	row := e.reduce(sum)
	lead := slices.IndexFunc(row, func(v uint64) bool { return v != 0 })
	if lead < 0 {
		return
	}
	modular.Scale(row, modular.Inverse(row[lead]))
	for _, known := range e.rows {
		if known[lead] != 0 {
			modular.Subtract(known, row, known[lead])
		}
	}
	e.rows = append(e.rows, row)
}

func (e *equations) knows(sum map[int]int) bool {
	return !slices.ContainsFunc(e.reduce(sum), func(v uint64) bool { return v != 0 })
}

// crowd is a random table of so many people, with a row each.
func crowd(t testing.TB, rng *rand.Rand, people int) *memory {
	m := floored(t, 1, nil)
	has, lacks := 2+rng.IntN(10), 2+rng.IntN(8)
	for who := range people {
		values := []int{rng.IntN(7) * 4 / 8, max(0, rng.IntN(7)-4), hiding.Btoi(rng.IntN(4) > 0),
			hiding.Btoi(rng.IntN(has) == 0),
			rng.IntN(5)}
		row := vault.Row{Nulls: make([]bool, len(values))}
		for _, v := range values {
			row.Values = append(row.Values, int64(v))
		}
		row.Pseudonym[18], row.Pseudonym[19] = byte(who>>8), byte(who)
		row.Nulls[4] = rng.IntN(lacks) == 0
		m.rows = append(m.rows, row)
	}
	return m
}

// ask answers parameters under a floor.
func ask(t testing.TB, k kind.Kind, m *memory, floor int, params map[string]any) (*Plan, *statistics.Result) {
	t.Helper()
	b, err := json.Marshal(params)
	if err != nil {
		t.Fatal(err)
	}
	p := plan(t, k, m.schema, string(b))
	r, err := p.Run(m.stream(), Release{How: job.Exact, LiveSubjects: uint32(len(m.rows)), Floor: uint32(floor)})
	if err != nil {
		t.Fatal(err)
	}
	return p, r
}

// groupsOf gives the group of each row by the first grouping: their number for none, and, of a query, one more where
// the filter does not hold. outcomes are those of an audit, setLeft for who is left out.
func groupsOf(t testing.TB, p *Plan, m *memory) (groups, outcomes []int) {
	e := tabulation.NewPass(&p.Plan, nil)
	for b, err := range m.blocks() {
		if err != nil {
			t.Fatal(err)
		}
		e.Take(b)
		for i := range b.Len {
			g, outcome := 0, int(e.Outcomes[i])
			if len(p.Partitions) > 0 {
				g = int(e.Groups[0][i])
			}
			if oblivious.Mask(&e.LeftOut, i) != 0 {
				outcome = hiding.SetLeft
			} else if oblivious.Mask(&e.Counts, i) == 0 {
				outcome = hiding.SetCells
				if p.Kind == kind.Query {
					g = p.Lines + 1
				}
			}
			groups, outcomes = append(groups, g), append(outcomes, outcome)
		}
	}
	return groups, outcomes
}

// answers are those to a query, by groups and without.
type answers struct {
	in    []int // the state of each row
	shown [][]figure.Figure
	all   []figure.Figure
}

// queryPair is two queries that differ in a part of the filter or of one rule, and what a reader makes of them and of
// the same ones without groups.
type queryPair struct {
	states int // groups, no group, and kept out by the filter
	of     [2]*answers
	rule   int // which has a part less; -1 where the filter has
	// lost and won say that rows leave the filter or the rule, or come to it.
	lost, won bool
}

// look finds which way rows go.
func (q *queryPair) look() {
	off := q.states - 1
	for row, from := range q.of[0].in {
		to := q.of[1].in[row]
		if q.rule < 0 {
			q.lost, q.won = q.lost || to == off && from != off, q.won || from == off && to != off
		} else {
			q.lost, q.won = q.lost || from == q.rule && to != from, q.won || to == q.rule && from != to
		}
	}
}

// possible says whether a reader knows of no reason why rows cannot be in a state of one query and in another of the
// other: only one of them is asked with a part more, which lets rows in, or keeps them out.
func (q *queryPair) possible(a, b int) bool {
	if a == b {
		return true
	}
	off := q.states - 1
	if q.rule < 0 {
		return q.lost && b == off || q.won && a == off
	}
	return a < off && b < off && (q.lost && a == q.rule && b > a || q.won && b == q.rule && a > b)
}

// tells returns a sum of one figure, of few movers, that follows from what is shown of it; empty where none does.
func (q *queryPair) tells(measure, floor int, moves []bool, public bool) (secrets int, found string) {
	e := &equations{unknowns: q.states * q.states}
	movers := make([]int, e.unknowns)
	for row, a := range q.of[0].in {
		movers[a*q.states+q.of[1].in[row]] += hiding.Btoi(moves[row])
	}
	everyone, none := map[int]int{}, q.states-2
	sums := map[string]map[int]int{}
	note := func(name string, atom int) {
		if sums[name] == nil {
			sums[name] = map[int]int{}
		}
		sums[name][atom] = 1
	}
	for a := range q.states {
		for b := range q.states {
			atom := a*q.states + b
			if everyone[atom] = 1; !q.possible(a, b) {
				e.add(map[int]int{atom: 1})
			}
			for side, state := range []int{a, b} {
				note(fmt.Sprint(side, " of group ", state), atom)
				if state <= none {
					note(fmt.Sprint(side, " in all"), atom)
				}
			}
			if a != b {
				note(fmt.Sprint("between, from ", a), atom)
				note(fmt.Sprint("between, to ", b), atom)
				note(fmt.Sprint("between ", a, " and ", b), atom)
				note("between in all", atom)
			}
		}
	}
	if public {
		e.add(everyone)
	}
	for side := range q.of {
		for g, figures := range q.of[side].shown {
			if !figures[measure].Suppressed() {
				e.add(sums[fmt.Sprint(side, " of group ", g)])
			}
		}
		if !q.of[side].all[measure].Suppressed() {
			e.add(sums[fmt.Sprint(side, " in all")])
		}
	}
	for name, sum := range sums {
		people := 0
		for atom := range sum {
			people += movers[atom]
		}
		if people > 0 && people < floor {
			if secrets++; e.knows(sum) {
				found = fmt.Sprintf("%d movers %s", people, name)
			}
		}
	}
	return secrets, found
}

// TestFloorAgainstPairsOfQueries asks counts, sums and means of random tables, by groups and not, and each without one
// clause of the filter or of a rule, or two, and solves what the four tell together: no sum of what few people add.
func TestFloorAgainstPairsOfQueries(t *testing.T) {
	const floor = 4
	rng := rand.New(rand.NewPCG(13, 37))
	pairs, secrets, shown := 0, 0, 0
	for table := range tablesOfPairs(60) {
		m := crowd(t, rng, 60+rng.IntN(200))
		column := []string{"l", "v"}[rng.IntN(2)]
		measure := map[string]any{"op": []string{"sum", "mean"}[rng.IntN(2)], "column": column}
		if column == "v" {
			measure["min"], measure["max"] = "0", "3"
		}
		rules := []any{anyFilter(rng, 1), anyFilter(rng, 1)}
		groupings := []map[string]any{nil, {"column": "h"}, {"column": "g", "values": []string{"a", "b", "c"}},
			{"column": "g", "values": []string{"b"}}, {"name": "r"}}
		by := groupings[table%len(groupings)]
		asking := func(f *selection.Filter, rules []any, by map[string]any) map[string]any {
			params := map[string]any{"format": "assent-query/1",
				"measures": []any{map[string]any{"op": "count"}, measure}}
			if f != nil {
				params["filter"] = f
			}
			if by != nil {
				grouping := map[string]any{}
				for name, v := range by {
					grouping[name] = v
				}
				if by["name"] != nil {
					grouping["rules"] = []any{map[string]any{"name": "one", "where": rules[0]},
						map[string]any{"name": "two", "where": rules[1]}}
				}
				params["groups"] = []any{grouping}
			}
			return params
		}
		f := anyFilter(rng, 2)
		values := func(row int) (people, moves, lacks, has bool) {
			r := m.rows[row]
			at := 3 + hiding.Btoi(column == "v")
			return true, !r.Nulls[at] && r.Values[at] > 0, r.Nulls[at], !r.Nulls[at]
		}
		var first *answers
		compare := func(rule int, other *selection.Filter, otherRules []any) {
			q := &queryPair{rule: rule}
			for side, params := range []map[string]any{asking(&f, rules, by), asking(other, otherRules, by)} {
				if side == 1 || first == nil {
					p, r := ask(t, kind.Query, m, floor, params)
					delete(params, "groups")
					_, whole := ask(t, kind.Query, m, floor, params)
					in, _ := groupsOf(t, p, m)
					a := &answers{in: in, all: whole.Query.Cells[0].Figures}
					for _, cell := range r.Query.Cells {
						a.shown = append(a.shown, cell.Figures)
						shown += hiding.Btoi(!cell.Figures[1].Suppressed())
					}
					if q.of[side] = a; side == 0 {
						first = a
					}
				}
			}
			q.of[0], q.states = first, len(first.shown)+2
			q.look()
			pairs++
			for of := range 4 {
				if of == 2 && measure["op"] != "mean" {
					continue
				}
				moves := make([]bool, len(m.rows))
				for row := range moves {
					people, nonzero, lacks, has := values(row)
					moves[row] = []bool{people, nonzero, lacks, has}[of]
				}
				n, found := q.tells(min(of, 1), floor, moves, of == 0)
				if secrets += n; found != "" {
					b, _ := json.Marshal([]any{asking(&f, rules, by), asking(other, otherRules, by)})
					t.Fatalf("table %d, %v of kind %d: %s: %s", table, measure, of, found, b)
				}
			}
		}
		compare(-1, nil, rules)
		without(f, func(less selection.Filter) { compare(-1, &less, rules) })
		if by["name"] == nil {
			continue
		}
		for rule := range rules {
			without(rules[rule].(selection.Filter), func(less selection.Filter) {
				other := slices.Clone(rules)
				other[rule] = less
				compare(rule, &f, other)
			})
		}
	}
	t.Logf("%d pairs, %d sums of few people, %d figures shown", pairs, secrets, shown)
	if *pairTables == 0 && (pairs < 500 || secrets < 3000 || shown < 300) {
		t.Error("the pairs say little")
	}
}

// auditPair is two audits that differ in a part of the filter, of the prediction or of the label, and what a reader
// makes of them and of audits with the same ones whose groups leave no one out.
type auditPair struct {
	groups   int
	in       [2][]int // the group of each row, those in none last
	outcomes [2][]int // setLeft for who is left out, setCells where the filter does not hold
	shown    [2][]map[int]bool
	whole    [2]map[int]bool
}

// auditStates are the outcomes of a row, who is left out, and who the filter keeps out.
const auditStates = hiding.SetCells + 1

func (q *auditPair) atom(g, a, b int) int { return (g*auditStates+a)*auditStates + b }

// tells returns a sum of few people that follows from what is shown; empty where none does.
func (q *auditPair) tells(floor int) (secrets int, found string) {
	e := &equations{unknowns: (q.groups + 1) * auditStates * auditStates}
	people, happens := make([]int, e.unknowns), [auditStates][auditStates]bool{}
	const off = hiding.SetCells
	lost, won, counts := false, false, false
	for row, a := range q.outcomes[0] {
		b := q.outcomes[1][row]
		people[q.atom(min(q.in[0][row], q.in[1][row]), a, b)]++
		happens[a][b] = true
		lost, won = lost || a != off && b == off, won || a == off && b != off
		counts = counts || a == hiding.SetLeft && b < hiding.SetLeft
	}
	// A reader knows which outcomes a clause of the prediction or the label changes, and whether one of the filter
	// keeps rows out or lets them in, but not of which outcomes.
	possible := func(a, b int) bool {
		switch {
		case a == b:
			return true
		case a == off || b == off:
			return lost && b == off || won && a == off
		case a == hiding.SetLeft:
			return counts
		}
		return happens[a][b]
	}
	everyone, sums := map[int]int{}, map[string]map[int]int{}
	note := func(name string, atom int) {
		if sums[name] == nil {
			sums[name] = map[int]int{}
		}
		sums[name][atom] = 1
	}
	figure := func(state int) []int { // and the sum of all outcomes
		if state < hiding.MatrixCells {
			return []int{state, hiding.RowSum}
		}
		return []int{map[int]int{hiding.SetLeft: hiding.RowLeft, hiding.SetCells: -1}[state]}
	}
	for g := range q.groups + 1 {
		for a := range auditStates {
			for b := range auditStates {
				atom := q.atom(g, a, b)
				if everyone[atom] = 1; !possible(a, b) {
					e.add(map[int]int{atom: 1})
				}
				for side, state := range []int{a, b} {
					for _, column := range figure(state) {
						note(fmt.Sprint(side, " of ", g, " ", column), atom)
						note(fmt.Sprint(side, " of whole ", column), atom)
						if g < q.groups {
							note(fmt.Sprint(side, " of overall ", column), atom)
						}
					}
				}
				if a == b {
					continue
				}
				for _, line := range []string{fmt.Sprint("group ", g), "whole"} {
					note(fmt.Sprint("between ", a, " and ", b, " of ", line), atom)
					if a == hiding.SetLeft || a == hiding.SetCells || b == hiding.SetCells {
						note(fmt.Sprint("between, from ", a, " of ", line), atom)
						note(fmt.Sprint("between, to ", b, " of ", line), atom)
					}
				}
			}
		}
	}
	e.add(everyone)
	for side := range q.shown {
		for g, columns := range q.shown[side] {
			line := fmt.Sprint(side, " of ", g, " ")
			if g == q.groups {
				line = fmt.Sprint(side, " of overall ")
			}
			for column, shown := range columns {
				if sum := sums[line+fmt.Sprint(column)]; shown && sum != nil {
					e.add(sum)
				}
			}
		}
		for column, shown := range q.whole[side] {
			if sum := sums[fmt.Sprint(side, " of whole ", column)]; shown && sum != nil {
				e.add(sum)
			}
		}
	}
	for name, sum := range sums {
		n := 0
		for atom := range sum {
			n += people[atom]
		}
		if n > 0 && n < floor {
			if secrets++; e.knows(sum) {
				found = fmt.Sprintf("%d people %s", n, name)
			}
		}
	}
	return secrets, found
}

// shownCounts are which counts of an audit's groups, and of all, are shown.
func shownCounts(r *statistics.Result) (lines []map[int]bool) {
	grouping := r.Fairness.Groupings[0]
	for _, g := range append(slices.Clone(grouping.Groups), grouping.Overall) {
		m := g.Matrix
		shown := map[int]bool{hiding.RowSum: !m.N.Suppressed(),
			hiding.RowLeft:      g.LeftOut == nil || !g.LeftOut.Suppressed(),
			hiding.TruePositive: !m.TP.Suppressed(), hiding.FalsePositive: !m.FP.Suppressed(),
			hiding.TrueNegative:  !m.TN.Suppressed(),
			hiding.FalseNegative: !m.FN.Suppressed()}
		lines = append(lines, shown)
	}
	return lines
}

// TestFloorAgainstPairsOfAudits asks audits of random tables, of which prediction and label are conditions on columns
// that may be empty, and each without one clause, or two, and with groups that leave no one out, and solves what the
// four tell together: no number of few people.
func TestFloorAgainstPairsOfAudits(t *testing.T) {
	const floor = 4
	rng := rand.New(rand.NewPCG(17, 41))
	pairs, secrets, shown := 0, 0, 0
	for table := range tablesOfPairs(40) {
		m := crowd(t, rng, 80+rng.IntN(300))
		by := []map[string]any{{"column": "h", "reference": "x"}, {"column": "g", "values": []string{"a", "b"},
			"reference": "a"}, {"column": "h", "values": []string{"x", "y"}, "reference": "y"}}[table%3]
		type conditions struct{ filter, prediction, label selection.Filter }
		of := conditions{anyFilter(rng, 1), anyFilter(rng, 1), anyFilter(rng, rng.IntN(2))}
		if rng.IntN(3) == 0 {
			of.filter = selection.Filter{Column: "h", Op: "in", Values: []string{"x", "y", "z"}}
		}
		asking := func(c conditions, by map[string]any) map[string]any {
			return map[string]any{"format": "assent-fairness/1", "filter": c.filter, "prediction": c.prediction,
				"label": c.label, "groups": []any{by}}
		}
		q := &auditPair{}
		answer := func(side int, c conditions) {
			p, r := ask(t, kind.Fairness, m, floor, asking(c, by))
			_, all := ask(t, kind.Fairness, m, floor, asking(c, map[string]any{"column": "p", "reference": "true"}))
			q.in[side], q.outcomes[side] = groupsOf(t, p, m)
			q.shown[side], q.whole[side] = shownCounts(r), shownCounts(all)[2]
			q.groups = len(q.shown[side]) - 1
			for _, line := range q.shown[side] {
				for _, yes := range line {
					shown += hiding.Btoi(yes)
				}
			}
		}
		answer(0, of)
		compare := func(c conditions) {
			answer(1, c)
			pairs++
			n, found := q.tells(floor)
			if secrets += n; found != "" {
				b, _ := json.Marshal([]any{asking(of, by), asking(c, by)})
				t.Fatalf("table %d of %d people: %s: %s %v %v", table, len(m.rows), found, b, q.shown, q.whole)
			}
		}
		without(of.filter, func(less selection.Filter) { compare(conditions{less, of.prediction, of.label}) })
		without(of.prediction, func(less selection.Filter) { compare(conditions{of.filter, less, of.label}) })
		without(of.label, func(less selection.Filter) { compare(conditions{of.filter, of.prediction, less}) })
	}
	t.Logf("%d pairs, %d sums of few people, %d figures shown", pairs, secrets, shown)
	if *pairTables == 0 && (pairs < 200 || secrets < 2000 || shown < 500) {
		t.Error("the pairs say little")
	}
}
