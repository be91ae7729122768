package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestLeftOut: an audit says of each group how many of its rows lack a label or a prediction; under a floor too, unless
// that tells of few; and it costs nothing.
func TestLeftOut(t *testing.T) {
	schema := func(nullable string) string {
		return `{"format": "assent-schema/1", "title": "T", "subject": "id", "maxContributions": 1, "columns": [
			{"name": "g", "type": "category", "values": ["f", "m", "x"]},
			{"name": "p", "type": "boolean"` + nullable + `}, {"name": "l", "type": "boolean"` + nullable + `}]}`
	}
	const params = `{"format": "assent-fairness/1", "prediction": {"column": "p", "op": "=", "value": "true"},
		"label": {"column": "l", "op": "=", "value": "true"},
		"filter": {"column": "g", "op": "!=", "value": "x"}, "groups": [{"column": "g", "reference": "f"}]}`
	var table strings.Builder
	table.WriteString("id,g,p,l\n")
	for i := range 120 {
		g, p, l := []string{"f", "m"}[i%2], fmt.Sprint(i%3 == 0), fmt.Sprint(i%5 == 0)
		if g == "m" && i < 80 { // 40 of 60
			p = ""
		}
		if g == "f" && i < 20 { // 10 of 60
			l = ""
		}
		fmt.Fprintf(&table, "s%d,%s,%s,%s\n", i, g, p, l)
	}
	table.WriteString("y,x,,\n") // which the filter leaves out
	m := load(t, schema(`, "nullable": true`), table.String())
	p := plan(t, kind.Fairness, m.schema, params)
	got := exact(t, p, m).Fairness.Groupings[0]
	for i, want := range []struct{ n, leftOut string }{{"50", "10"}, {"20", "40"}, {"0", "0"}} {
		if g := got.Groups[i]; g.Matrix.N.Value != want.n || g.LeftOut == nil || g.LeftOut.Value != want.leftOut {
			t.Errorf("group %s: n %s, left out %+v; want %+v", g.Name, g.Matrix.N.Value, g.LeftOut, want)
		}
	}
	if got.Overall.LeftOut.Value != "50" {
		t.Errorf("overall: %+v left out, want 50", got.Overall.LeftOut)
	}

	withoutY := strings.Replace(table.String(), "y,x,,\n", "", 1)
	many := load(t, schema(`, "nullable": true`), withoutY)
	few := load(t, schema(`, "nullable": true`), withoutY+"z,x,true,\nzz,x,true,\n")
	const all = `"filter": {"column": "g", "op": "!=", "value": "x"}, `
	for name, c := range map[string]struct {
		rows   *memory
		params string
		want   []string // of f, m, x, and all of them
	}{
		"many":                          {many, params, []string{"10", "40", "0", "50"}},
		"one whom the filter keeps out": {m, params, []string{figure.Suppressed, "40", "0", figure.Suppressed}},
		"two of a group": {few, strings.Replace(params, all, "", 1),
			[]string{figure.Suppressed, "40", figure.Suppressed, "52"}},
	} {
		g := withFloor(t, plan(t, kind.Fairness, c.rows.schema, c.params), c.rows, 5).Fairness.Groupings[0]
		for i, group := range append(g.Groups, g.Overall) {
			if got := group.LeftOut.Value; got != c.want[i] {
				t.Errorf("under a floor, with %s, %s says that %s are left out, want %s", name, group.Name, got,
					c.want[i])
			}
		}
	}

	private, err := p.Run(m.stream(), Release{How: job.Private, Rho: budgetRho(1_000_000), Key: noiseKey(t, 1),
		LiveSubjects: 121})
	if err != nil {
		t.Fatal(err)
	}
	if o := private.Privacy.Outputs; len(o) != 1 || o[0].L0 != "1" || o[0].RhoMicro != "1000000" {
		t.Errorf("the outputs of a private release are %+v", o)
	}
	if f := private.Fairness.Groupings[0].Groups[1].LeftOut; f.Noisy == "" || f.Low == "" || number(t, *f) < 30 ||
		number(t, *f) > 50 {
		t.Errorf("a private release says %+v of 40", f)
	}

	whole := load(t, schema(""), "id,g,p,l\na,f,1,0\n")
	if g := exact(t, plan(t, kind.Fairness, whole.schema, params),
		whole).Fairness.Groupings[0].Groups[0]; g.LeftOut != nil {
		t.Errorf("where no row can lack a label there is %+v", g.LeftOut)
	}
}

// TestFloorOfTheLeftOutsClause: a filter's clause that keeps few out who lack a label is told by no number left out.
func TestFloorOfTheLeftOutsClause(t *testing.T) {
	next := 0
	lines := slices.Concat(matrix(&next, "a", "x", [4]int{30, 31, 32, 33}),
		matrix(&next, "b", "x", [4]int{34, 35, 36, 37}))
	for _, g := range []string{"a", "b"} {
		lines = append(lines, peopleOf(&next, 20, line{g: g, h: "x", p: "true", l: "true"})...)
	}
	lines = append(lines, peopleOf(&next, 2, line{g: "a", h: "y", p: "true", l: "true"})...)
	lines = append(lines, peopleOf(&next, 9, line{g: "a", h: "z", p: "true", l: "true", v: "1"})...)
	m := floored(t, 1, lines)
	for filter, hidden := range map[string]bool{
		`{"column":"h","op":"=","value":"x"}`:                                                 true,
		`{"and":[{"column":"h","op":"!=","value":"z"},{"column":"g","op":"!=","value":"c"}]}`: false,
	} {
		p := plan(t, kind.Fairness, m.schema, `{"format":"assent-fairness/1","filter":`+filter+`,`+
			`"prediction":{"column":"p","op":"=","value":"true"},"label":{"column":"v","op":"=","value":"1"},`+
			`"groups":[{"column":"g","values":["a","b"],"reference":"a"}]}`)
		if got := withFloor(t, p, m, 5).Fairness.Groupings[0].Groups[0].LeftOut; got.Suppressed() != hidden {
			t.Errorf("with the filter %s, a says that %+v are left out", filter, got)
		}
	}
}

// TestFloorOfEmptyGroups: a group without rows has zeros, also where a part of the question keeps few out of it.
func TestFloorOfEmptyGroups(t *testing.T) {
	next := 0
	lines := slices.Concat(matrix(&next, "a", "x", [4]int{30, 31, 32, 33}), matrix(&next, "b", "y", [4]int{2, 9, 3, 8}),
		matrix(&next, "c", "y", [4]int{7, 3, 12, 4}))
	m := floored(t, 1, lines)
	p := plan(t, kind.Fairness, m.schema, `{"format":"assent-fairness/1","filter":{"column":"h","op":"=","value":"x"},`+
		`"prediction":{"column":"p","op":"=","value":"true"},"label":{"column":"l","op":"=","value":"true"},`+
		`"groups":[{"column":"g","reference":"a"}]}`)
	for _, g := range withFloor(t, p, m, 5).Fairness.Groupings[0].Groups[1:] {
		for _, f := range []figure.Figure{g.Matrix.N, g.Matrix.TP, g.Matrix.FP, g.Matrix.TN, g.Matrix.FN} {
			if f.Value != "0" {
				t.Errorf("the empty group %s has %+v", g.Name, g.Matrix)
			}
		}
	}
}

// TestFloorGivesBack: no count of a group or of all is hidden that those which are shown of the grouping tell.
func TestFloorGivesBack(t *testing.T) {
	check := func(t *testing.T, r *statistics.Result) (hidden int) {
		for _, grouping := range r.Fairness.Groupings {
			a := &attacker{unknowns: len(grouping.Groups) * hiding.MatrixCells}
			see := func(use func(string, figure.Figure, map[int]int64)) {
				for i, g := range append(slices.Clone(grouping.Groups), grouping.Overall) {
					all := map[int]int64{}
					for outcome, f := range []figure.Figure{g.Matrix.TP, g.Matrix.FP, g.Matrix.TN, g.Matrix.FN,
						g.Matrix.N} {
						factors := map[int]int64{}
						for k := range grouping.Groups {
							if i == k || i == len(grouping.Groups) {
								factors[k*hiding.MatrixCells+outcome%hiding.MatrixCells],
									all[k*hiding.MatrixCells+outcome%hiding.MatrixCells] = 1,
									1
							}
						}
						if outcome == hiding.RowSum {
							factors = all
						}
						use(fmt.Sprint(grouping.Name, " ", g.Name, " ",
							append(slices.Clone(tabulation.MatrixNames[:]), "n")[outcome]), f, factors)
					}
				}
			}
			see(func(_ string, f figure.Figure, factors map[int]int64) {
				if !f.Suppressed() {
					a.Add(factors)
				}
			})
			see(func(name string, f figure.Figure, factors map[int]int64) {
				if !f.Suppressed() {
					return
				}
				if hidden++; a.knows(factors) {
					t.Errorf("%s is hidden, and follows from what is shown", name)
				}
			})
		}
		return hidden
	}
	t.Run("random", func(t *testing.T) {
		random := rand.New(rand.NewPCG(5, 5))
		hidden := 0
		for range 60 {
			var lines []line
			next := 0
			for _, g := range []string{"a", "b", "c", "d"} {
				for _, h := range []string{"x", "y"} {
					var counts [hiding.MatrixCells]int
					for i := range counts {
						counts[i] = random.IntN(4 + random.IntN(14))
					}
					lines = append(lines, matrix(&next, g, h, counts)...)
				}
			}
			m := floored(t, 1, lines)
			p := fairnessPlan(t, m, `{"column":"g","reference":"a"},{"column":"h","reference":"x"}`)
			hidden += check(t, withFloor(t, p, m, 5))
		}
		if hidden == 0 {
			t.Error("nothing is hidden in any: the test says nothing")
		}
	})
	t.Run("COMPAS", func(t *testing.T) {
		data := compas(t)
		p := plan(t, kind.Fairness, data.schema, compasFairness)
		for part := range 16 {
			some := vault.Select(data.stream(), func(of vault.Pseudonym) bool {
				return int(of[0])%5 == 0 && int(of[1])%16 != part
			})
			r, err := p.Run(some, Release{How: job.Exact, LiveSubjects: uint32(len(data.rows)), Floor: 5})
			if err != nil {
				t.Fatal(err)
			}
			check(t, r)
		}
	})
}
