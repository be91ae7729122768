package query

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/clauses"
	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/selection"
)

// solo are people of whom one alone has p and h=y: many have either.
func solo(t testing.TB) *memory {
	next := 0
	lines := slices.Concat(
		peopleOf(&next, 30, line{g: "a", h: "x", p: "true", l: "true", v: "1"}),
		peopleOf(&next, 1, line{g: "a", h: "y", p: "true", l: "true", v: ""}),
		peopleOf(&next, 20, line{g: "a", h: "y", p: "false", l: "true", v: "1"}),
		peopleOf(&next, 20, line{g: "a", h: "x", p: "false", l: "true", v: ""}),
		peopleOf(&next, 30, line{g: "b", h: "x", p: "false", l: "false", v: "1"}))
	return floored(t, 1, lines)
}

// TestFloorOfAClause: the answer to a question and that without a clause of it, which are both of many, tell of the few
// whom the clause alone leaves out, or lets in.
func TestFloorOfAClause(t *testing.T) {
	const (
		p     = `{"column":"p","op":"=","value":"true"}`
		notY  = `{"column":"h","op":"!=","value":"y"}`
		count = `"measures":[{"op":"count"}]`
	)
	m := solo(t)
	for name, c := range map[string]struct{ params, want string }{
		"one clause, which many fit": {`"filter":` + p + `,` + count, "31"},
		"a clause that leaves out none": {`"filter":{"and":[` + p + `,{"column":"g","op":"=","value":"a"}]},` + count,
			"31"},
		"beside another": {`"filter":{"and":[` + p + `,` + notY + `]},` + count, s},
		"negated": {`"filter":{"and":[` + p + `,{"not":{"column":"h","op":"=","value":"y"}}]},` +
			count, s},
		"nested": {`"filter":{"and":[` + p + `,{"and":[` + notY + `]}]},` + count, s},
		"in a negated or": {`"filter":{"and":[` + p + `,{"not":{"or":[{"column":"h","op":"in",` +
			`"values":["y","z"]}]}}]},` + count, s},
		"twice": {`"filter":{"and":[` + p + `,` + notY + `,` + notY + `]},` + count, s},
		"twice in other words": {`"filter":{"and":[` + p + `,` + notY +
			`,{"column":"h","op":"in","values":["x","z"]},` +
			notY + `]},` +
			count, s},
		"by two columns": {`"filter":{"and":[` + p + `,` + notY + `,{"not":{"column":"v","op":"null"}}]},` + count, s},
		"that lets one in": {`"filter":{"and":[` + p + `,{"or":[{"column":"h","op":"=","value":"x"},{"column":"h",` +
			`"op":"=","value":"y"}]}]},` +
			count, s},
		"a value of a list": {`"filter":{"and":[` + p + `,{"column":"h","op":"in","values":["x",` +
			`"y"]}]},` + count, s},
		"an order, by who has no value": {`"filter":{"and":[` + p + `,{"column":"v","op":">=","value":"0"}]},` + count,
			s},
		"a rule's": {`"groups":[{"name":"r","rules":[{"name":"w",` +
			`"where":{"and":[` + p + `,` + notY + `]}}]}],` + count, s},
		"a rule before, which takes one": {`"filter":` + p + `,"groups":[{"name":"r","rules":[{"name":"y",` +
			`"where":{"column":"h","op":"=","value":"y"}},{"name":"w","where":` + p + `}]}],` + count, s},
		"a group that is left out": {`"filter":` + p + `,"groups":[{"column":"h","values":["x"]}],` + count, s},
		"of a sum": {`"filter":{"and":[` + p + `,` + notY + `]},"measures":[{"op":"sum",` +
			`"column":"l"}]`, s},
		"of a group, among whose people few": {`"filter":{"column":"p","op":"=","value":"false"},` +
			`"groups":[{"column":"h","values":["y"]}],` + count, s},
		"of a group that keeps all it can": {`"filter":{"column":"p","op":"=","value":"false"},` +
			`"groups":[{"column":"g","values":["b"]}],` + count, "30"},
		"of a sum which few of many can move": {`"filter":{"and":[{"column":"g","op":"=","value":"a"},` +
			notY + `]},"measures":[{"op":"mean","column":"v"}]`, s},
	} {
		got := values(withFloor(t, plan(t, kind.Query, m.schema, `{"format":"assent-query/1",`+c.params+`}`), m, 5))
		if got[len(got)-1] != c.want {
			t.Errorf("%s: got %v, want %s", name, got, c.want)
		}
	}
}

// TestFloorOfAnAuditsClause: the same of an audit's filter, and of the clauses that say what is predicted.
func TestFloorOfAnAuditsClause(t *testing.T) {
	m := solo(t)
	const notY = `{"column":"h","op":"!=","value":"y"}`
	for name, c := range map[string]struct {
		filter, prediction string
		hidden             bool
	}{
		"none": {`{"column":"g","op":"=","value":"a"}`, `{"column":"p","op":"=","value":"true"}`, false},
		"of a filter": {`{"and":[{"column":"p","op":"=","value":"true"},` + notY + `]}`,
			`{"column":"l","op":"=","value":"true"}`, true},
		"of a prediction": {`{"column":"g","op":"=","value":"a"}`, `{"and":[{"column":"p","op":"=","value":"true"},` +
			notY + `]}`, true},
		"that lets one in": {`{"column":"g","op":"=","value":"a"}`, `{"or":[{"column":"h","op":"=","value":"x"},` +
			`{"column":"p","op":"=","value":"true"}]}`, true},
	} {
		p := plan(t, kind.Fairness, m.schema, `{"format":"assent-fairness/1",`+
			`"filter":`+c.filter+`,"prediction":`+c.prediction+
			`,"label":{"column":"l","op":"=","value":"true"},"groups":[{"column":"g","values":["a"],"reference":"a"}]}`)
		if got := withFloor(t, p, m, 5).Fairness.Groupings[0].Groups[0].Matrix.TP; got.Suppressed() != c.hidden {
			t.Errorf("%s: the true positives are %+v", name, got)
		}
	}
}

// anyFilter makes a filter, of up to so many levels.
func anyFilter(rng *rand.Rand, depth int) selection.Filter {
	if depth > 0 && rng.IntN(3) > 0 {
		parts := make([]selection.Filter, 2+rng.IntN(3))
		for i := range parts {
			parts[i] = anyFilter(rng, depth-1)
		}
		f := selection.Filter{And: parts}
		if rng.IntN(3) == 0 {
			f = selection.Filter{Or: parts}
		}
		if rng.IntN(4) == 0 {
			return selection.Filter{Not: &f}
		}
		return f
	}
	switch rng.IntN(6) {
	case 0:
		return selection.Filter{Column: "g", Op: "!=", Value: string(rune('a' + rng.IntN(4)))}
	case 1:
		return selection.Filter{Column: "h", Op: "in", Values: []string{"x", "y", "z"}[rng.IntN(2):]}
	case 2:
		return selection.Filter{Column: "p", Op: "=", Value: "true"}
	case 3:
		return selection.Filter{Column: "v", Op: []string{"<", ">=", "!="}[rng.IntN(3)], Value: fmt.Sprint(rng.IntN(5))}
	case 4:
		return selection.Filter{Not: &selection.Filter{Column: "v", Op: "null"}}
	}
	return selection.Filter{Column: "l", Op: "=", Value: "false"}
}

// without calls see with each filter that has one part less, or two of one list.
func without(f selection.Filter, see func(selection.Filter)) {
	each := func(parts []selection.Filter, wrap func([]selection.Filter) selection.Filter) {
		for i := range parts {
			rest := slices.Delete(slices.Clone(parts), i, i+1)
			if len(rest) > 0 {
				see(wrap(rest))
			}
			for j := range rest[:min(i, len(rest))] {
				if len(rest) > 1 {
					see(wrap(slices.Delete(slices.Clone(rest), j, j+1)))
				}
			}
			without(parts[i], func(less selection.Filter) {
				all := slices.Clone(parts)
				all[i] = less
				see(wrap(all))
			})
		}
	}
	switch {
	case f.And != nil:
		each(f.And, func(l []selection.Filter) selection.Filter { return selection.Filter{And: l} })
	case f.Or != nil:
		each(f.Or, func(l []selection.Filter) selection.Filter { return selection.Filter{Or: l} })
	case f.Not != nil:
		without(*f.Not, func(less selection.Filter) { see(selection.Filter{Not: &less}) })
	}
}

// TestFloorAgainstDropping asks questions, and each without one clause or two: where both are answered for a group, no
// one is between the two answers, or enough people are.
func TestFloorAgainstDropping(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	const floor = 4
	shown, asked := 0, 0
	for range 40 {
		var lines []line
		for who := range 40 + rng.IntN(60) {
			r := line{who: who, g: string("aaab"[rng.IntN(4)]), h: string("xxxyz"[rng.IntN(5)]),
				p: fmt.Sprint(rng.IntN(6) > 0),
				l: fmt.Sprint(rng.IntN(8) == 0), v: fmt.Sprint(rng.IntN(5))}
			if rng.IntN(8) == 0 {
				r.v = ""
			}
			lines = append(lines, r)
		}
		m := floored(t, 1, lines)
		groups := []string{"", `"groups":[{"column":"h"}],`}[rng.IntN(2)]
		ask := func(f selection.Filter) ([]string, [][]int) {
			b, err := json.Marshal(f)
			if err != nil {
				t.Fatal(err)
			}
			p := plan(t, kind.Query, m.schema, `{"format":"assent-query/1",`+
				`"filter":`+string(b)+`,`+groups+`"measures":[{"op":"count"}]}`)
			return values(withFloor(t, p, m, floor)), membership(t, p, m)
		}
		f := anyFilter(rng, 2)
		got, in := ask(f)
		without(f, func(less selection.Filter) {
			other, also := ask(less)
			for cell := range got {
				asked++
				if got[cell] == s || other[cell] == s {
					continue
				}
				shown++
				if n := between(in[cell], also[cell]); n > 0 && n < floor {
					b, _ := json.Marshal(f)
					o, _ := json.Marshal(less)
					t.Errorf("group %d of %s is %s, of %s %s: %d people are between them", cell, b, got[cell], o,
						other[cell], n)
				}
			}
		})
	}
	t.Logf("%d of %d pairs are shown", shown, asked)
	if shown < asked/20 {
		t.Errorf("of %d pairs only %d are shown", asked, shown)
	}
}

// membership gives the rows of each cell, of one row a person.
func membership(t testing.TB, p *Plan, m *memory) (rows [][]int) {
	e := tabulation.NewPass(&p.Plan, nil)
	rows = make([][]int, p.Lines)
	n := 0
	for b, err := range m.blocks() {
		if err != nil {
			t.Fatal(err)
		}
		e.Take(b)
		for i := range b.Len {
			if cell := e.Cells[0][i]; cell < int64(len(rows)) {
				rows[cell] = append(rows[cell], n)
			}
			n++
		}
	}
	return rows
}

// between is how many are in one of two lists alone.
func between(a, b []int) (n int) {
	for _, pair := range [][2][]int{{a, b}, {b, a}} {
		for _, who := range pair[0] {
			if !slices.Contains(pair[1], who) {
				n++
			}
		}
	}
	return n
}

// TestClausesHoldAlike: a condition divided into clauses holds where the condition does.
func TestClausesHoldAlike(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	var lines []line
	for who := range 500 {
		r := line{who: who, g: string("abcd"[rng.IntN(4)]), h: string("xyz"[rng.IntN(3)]),
			p: fmt.Sprint(rng.IntN(2) == 0),
			l: fmt.Sprint(rng.IntN(2) == 0), v: strings.Repeat(fmt.Sprint(rng.IntN(5)), rng.IntN(2))}
		lines = append(lines, r)
	}
	m := floored(t, 1, lines)
	for range 300 {
		f := anyFilter(rng, 3)
		resolved, _, err := f.Resolve(m.schema)
		if err != nil {
			t.Fatal(err)
		}
		c := columnar.ConditionOf(resolved)
		d := clauses.Divider{Schema: m.schema, AsWritten: rng.IntN(2) == 0}
		divided, opposite := d.Divide(c, false), d.Divide(c, true)
		for b, err := range m.blocks() {
			if err != nil {
				t.Fatal(err)
			}
			want, got, no := held(c, b), held(divided, b), held(opposite, b)
			for i := range b.Len {
				bit := uint64(1) << (i % 64)
				if want[i/64]&bit != got[i/64]&bit || want[i/64]&bit == no[i/64]&bit {
					t.Fatalf("row %d: %+v divided holds otherwise", i, f)
				}
			}
		}
	}
}

func held(c columnar.Condition, b *vault.Block) (out vault.Bits) {
	c.Holds(b, &out)
	return out
}

// TestWorkOfClauses: what a floor takes for clauses is counted, and refused before a row is read where it is too much.
func TestWorkOfClauses(t *testing.T) {
	m := solo(t)
	of := func(n int) *Plan {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = fmt.Sprintf(
				`{"or":[{"column":"v","op":">=","value":"%d"},{"column":"%s","op":"=","value":"true"}]}`, i,
				[]string{"p", "l"}[i%2])
		}
		return plan(t, kind.Query, m.schema, `{"format":"assent-query/1","filter":{"and":[`+strings.Join(parts,
			",")+`]},"measures":[{"op":"count"}]}`)
	}
	if few, more := of(3).RowWork(job.Exact), of(6).RowWork(job.Exact); more <= few {
		t.Errorf("six clauses are %d operations for a row, three %d", more, few)
	}
	if err := of(80).Check(job.Exact, 0); err == nil || !strings.Contains(err.Error(), "operations for each row") {
		t.Errorf("eighty clauses: %v", err)
	}
}
