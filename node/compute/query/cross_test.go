package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

// edged are people of whom one alone, with so many rows, has the value 63: many are younger, and many are older.
func edged(t testing.TB, rows int) *memory {
	next := 0
	var lines []line
	for _, v := range []string{"40", "70"} {
		for outcome := range 4 {
			like := line{g: "a", h: "x", p: fmt.Sprint(outcome < 2), l: fmt.Sprint(outcome%2 == 0), v: v}
			lines = append(lines, peopleOf(&next, 15+len(lines)/10, like)...)
		}
	}
	one := peopleOf(&next, 1, line{g: "b", h: "y", p: "true", l: "false", v: "63"})
	for range rows {
		lines = append(lines, one...)
	}
	return floored(t, rows, lines)
}

// TestFloorOfNeighbouringEdges: two groupings of one audit which one person alone divides tell nothing of that person.
func TestFloorOfNeighbouringEdges(t *testing.T) {
	m, twice := edged(t, 1), edged(t, 2)
	rules := func(name, column, op, value string) string {
		where := fmt.Sprintf(`{"column":"%s","op":"%s","value":"%s"}`, column, op, value)
		return fmt.Sprintf(`{"name":"%s","reference":"yes","rules":[{"name":"yes","where":%s},`+
			`{"name":"no","where":{"not":%s}}]}`, name, where, where)
	}
	const (
		least   = 5
		below63 = `{"column":"v","edges":["0","63"],"reference":"[0, 63)"},`
	)
	below64 := rules("b", "v", "<", "64")
	for name, groups := range map[string]string{
		"rules":                rules("a", "v", "<", "63") + "," + below64,
		"the other way round":  below64 + "," + rules("a", "v", "<", "63"),
		"opposite ones":        rules("a", "v", ">=", "63") + "," + below64,
		"another between":      rules("a", "v", "<", "63") + `,{"column":"p","reference":"true"},` + below64,
		"edges":                `{"column":"v","edges":["0","63","100"],"reference":"[0, 63)"},` + below64,
		"two groups together":  `{"column":"v","edges":["0","50","63","100"],"reference":"[0, 50)"},` + below64,
		"edges that leave out": below63 + below64,
		"rules that leave out": below63 + `{"name":"b","reference":"yes","rules":[{"name":"yes",` +
			`"where":{"column":"v","op":"<","value":"64"}}]}`,
	} {
		p := fairnessPlan(t, m, groups)
		r := withFloor(t, p, m, 5)
		crossAttack(t, name, p, m, r, 5, rand.New(rand.NewPCG(1, 1)))
		of := fairnessPlan(t, twice, groups)
		crossAttack(t, name+", of two rows", of, twice, withFloor(t, of, twice, 5), 5, rand.New(rand.NewPCG(1, 1)))
		shown := 0
		for _, g := range r.Fairness.Groupings {
			for _, group := range append(slices.Clone(g.Groups), g.Overall) {
				for _, f := range []figure.Figure{group.Matrix.TP, group.Matrix.FP, group.Matrix.TN, group.Matrix.FN,
					group.Matrix.N} {
					shown += hiding.Btoi(!f.Suppressed())
				}
			}
		}
		if shown < least {
			t.Errorf("%s: only %d counts are shown", name, shown)
		}
	}
}

// TestFloorOfNeighbouringEdgesOfTheLeftOut: the same of one person who has no prediction.
func TestFloorOfNeighbouringEdgesOfTheLeftOut(t *testing.T) {
	var b strings.Builder
	b.WriteString("who,age,p,l\n")
	for i := range 120 {
		fmt.Fprintf(&b, "%d,%d,%s,%t\n", i, []int{40, 70}[i%2], []string{"true", "false", ""}[i%3], i%5 > 1)
	}
	b.WriteString("120,63,,true\n")
	m := load(t, `{"format":"assent-schema/1","title":"T","subject":"who","maxContributions":1,"columns":[
		{"name":"age","type":"integer","min":"0","max":"100"},{"name":"p","type":"boolean","nullable":true},
		{"name":"l","type":"boolean"}]}`, b.String())
	p := fairnessPlan(t, m, `{"column":"age","edges":["0","63","100"],"reference":"[0, 63)"},`+
		`{"name":"b","reference":"r","rules":[{"name":"r","where":{"column":"age","op":"<","value":"64"}},`+
		`{"name":"s","where":{"column":"age","op":">=","value":"64"}}]}`)
	r := withFloor(t, p, m, 5)
	crossAttack(t, "left out", p, m, r, 5, rand.New(rand.NewPCG(1, 1)))
	if g := r.Fairness.Groupings; g[0].Overall.Matrix.N.Suppressed() || g[1].Groups[0].Matrix.TP.Suppressed() {
		t.Error("counts of people with a prediction are hidden for one without")
	}
}

// crossAttack solves what a result tells of the people by the groups of each two groupings, of a reader who knows which
// groups have no people in common. It reports how many counts of few there are.
func crossAttack(t *testing.T, name string, p *Plan, m *memory, r *statistics.Result, floor int,
	random *rand.Rand) (few int) {
	t.Helper()
	for second := range p.Partitions {
		for first := range second {
			pair := [2]int{first, second}
			lines := [2]int{len(p.Partitions[first].Groups) + 1, len(p.Partitions[second].Groups) + 1}
			at := func(i, j, o int) int { return (i*lines[1]+j)*hiding.SetCells + o }
			a := &attacker{unknowns: lines[0] * lines[1] * hiding.SetCells}
			truth := make([]int, a.unknowns)
			for row := range m.rows {
				e := tabulation.NewPass(&p.Plan, nil)
				e.Take(blockOf(t, m, row))
				outcome := int(e.Outcomes[0])
				if e.LeftOut[0]&1 == 1 {
					outcome = hiding.SetLeft
				}
				truth[at(int(e.Groups[first][0]), int(e.Groups[second][0]), outcome)]++
			}
			var cells []int
			for cell, n := range truth {
				if cells = append(cells, cell); n == 0 {
					a.Add(map[int]int64{cell: 1})
				}
				few += hiding.Btoi(n > 0 && n < floor)
			}
			all := map[int]int64{}
			for cell := range truth {
				all[cell] = 1
			}
			a.Add(all)
			for side, k := range pair {
				grouping := r.Fairness.Groupings[k]
				show := func(f figure.Figure, of []int, outcomes ...int) {
					if f.Suppressed() {
						return
					}
					sum, people := map[int]int64{}, 0
					for _, line := range of {
						for other := range lines[1-side] {
							for _, o := range outcomes {
								cell := at(line, other, o)
								if side == 1 {
									cell = at(other, line, o)
								}
								sum[cell], people = 1, people+truth[cell]
							}
						}
					}
					if f.Value != strconv.Itoa(people) {
						t.Fatalf("%s: a count of %d is shown as %s", name, people, f.Value)
					}
					a.Add(sum)
				}
				var groups []int
				for g := range grouping.Groups {
					groups = append(groups, g)
				}
				for g, group := range append(slices.Clone(grouping.Groups), grouping.Overall) {
					of := []int{g}
					if g == len(groups) {
						of = groups
					}
					show(group.Matrix.N, of, 0, 1, 2, 3)
					for o, f := range []figure.Figure{group.Matrix.TP, group.Matrix.FP, group.Matrix.TN,
						group.Matrix.FN} {
						show(f, of, o)
					}
					if group.LeftOut != nil {
						show(*group.LeftOut, of, hiding.SetLeft)
					}
				}
			}
			a.Sums(cells, truth, floor, random, func(in []int) {
				t.Errorf("%s: of groupings %d and %d, the few in cells %v follow from what is shown", name, first,
					second, in)
			})
		}
	}
	return few
}

// TestFloorAgainstCrossing: of random audits by two or three groupings with neighbouring edges, nothing that is shown
// tells how many are in the groups of two groupings at once, where they are few.
func TestFloorAgainstCrossing(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 9))
	few, shown := 0, 0
	for trial := range 36 {
		var lines []line
		next := 0
		for range 40 + random.IntN(300) {
			lines = append(lines, peopleOf(&next, 1,
				line{g: string("abcd"[random.IntN(4)]), h: string("xxxyz"[random.IntN(5)]),
					p: fmt.Sprint(random.IntN(2) == 0), l: fmt.Sprint(random.IntN(2) == 0), v: strconv.Itoa(
						random.IntN(20))})...)
			if last := &lines[len(lines)-1]; random.IntN(4) == 0 {
				last.v = ""
			}
		}
		m := floored(t, 1, lines)
		in := func(where string) string {
			return fmt.Sprintf(`{"name":"in","where":%s},{"name":"not","where":{"not":%s}}`, where, where)
		}
		edge := func(low, high int) string { return strconv.Itoa(low + random.IntN(high-low)) }
		edges := func(name string) string {
			return fmt.Sprintf(`{"name":"%s","reference":"low","rules":[`+
				`{"name":"low","where":{"column":"v","op":"<","value":"%s"}},`+
				`{"name":"high","where":{"column":"v","op":"<","value":"%s"}}]}`, name, edge(8, 12), edge(18, 22))
		}
		groups := []string{edges("a") + "," + edges("b"), edges("a") + `,{"column":"g","reference":"a"}`,
			edges("a") + "," + edges("b") + `,{"column":"h","reference":"x"}`,
			`{"name":"a","reference":"in","rules":[` + in(`{"column":"g","op":"in","values":["a","b"]}`) + `]},` +
				`{"name":"b","reference":"in","rules":[` + in(`{"or":[{"column":"g","op":"in","values":["a","b"]},`+
				`{"and":[{"column":"h","op":"=","value":"z"},{"column":"l","op":"=","value":"true"}]}]}`) +
				`]}`}[trial%4]
		p := fairnessPlan(t, m, groups)
		if trial%4 == 3 { // some lack a prediction
			p = plan(t, kind.Fairness, m.schema, `{"format":"assent-fairness/1","prediction":{"column":"v","op":"<",`+
				`"value":"10"},"label":{"column":"p","op":"=","value":"true"},"groups":[`+groups+`]}`)
		}
		floor := 2 + random.IntN(6)
		r := withFloor(t, p, m, uint32(floor))
		few += crossAttack(t, fmt.Sprintf("trial %d, %d people, floor %d", trial, len(lines), floor), p, m, r, floor,
			random)
		r.Each(func(f *figure.Figure) { shown += hiding.Btoi(!f.Suppressed()) })
	}
	t.Logf("%d counts of few people held, %d figures shown", few, shown)
	if few < 200 || shown < 1000 {
		t.Errorf("%d counts of few people, %d figures shown: the trials say little", few, shown)
	}
}

// TestFloorOfIndependentGroupings: where few are in the groups of both, but many in each, all is shown.
func TestFloorOfIndependentGroupings(t *testing.T) {
	var lines []line
	for who := range 420 {
		lines = append(lines, line{who: who, g: string("ab"[who%2]), h: string("xyz"[who%3]), p: fmt.Sprint(who%5 < 2),
			l: fmt.Sprint(who%7 < 3), v: "1"})
	}
	m := floored(t, 1, lines)
	p := fairnessPlan(t, m, `{"column":"g","values":["a","b"],"reference":"a"},{"column":"h","reference":"x"}`)
	withFloor(t, p, m, 20).Each(func(f *figure.Figure) {
		if f.Suppressed() {
			t.Error("a figure of many is suppressed")
		}
	})
}

// TestWorkOfCrossing: two groupings are more work than each, and too many groups of two are refused.
func TestWorkOfCrossing(t *testing.T) {
	var edges []string
	for i := range 100 {
		edges = append(edges, strconv.Itoa(i))
	}
	m := floored(t, 1, nil)
	of := func(groups ...string) *Plan { return fairnessPlan(t, m, strings.Join(groups, ",")) }
	g, v := `{"column":"g","reference":"a"}`, `{"column":"h","reference":"x"}`
	one, other, both := of(g), of(v), of(g, v)
	if both.RowWork(job.Exact) <= one.RowWork(job.Exact)+other.RowWork(job.Exact)-of(g).RowWork(job.Private) {
		t.Error("the cross table of two groupings takes nothing for a row")
	}
	wide := func(column string) string {
		return `{"column":"` + column + `","edges":` + quoted(edges) + `,"reference":"[0, 1)"}`
	}
	two := load(t, strings.Replace(strings.Replace(floorSchema, "MAX", "1", 1), `{"name":"v"`,
		`{"name":"w","type":"integer","min":"0","max":"100"},{"name":"v"`, 1), "who,g,h,p,l,w,v\n")
	err := fairnessPlan(t, two, wide("v")+","+wide("w")).Check(job.Exact, 0)
	if err == nil || !strings.Contains(err.Error(), "ask for fewer") {
		t.Errorf("a hundred groups by a hundred: %v", err)
	}
}

// TestFloorOfAQuerysEdges: a query's lines are of each two groups, so that who is between two edges is a line of few.
func TestFloorOfAQuerysEdges(t *testing.T) {
	m := edged(t, 1)
	p := plan(t, kind.Query, m.schema, `{"format":"assent-query/1","measures":[{"op":"count"}],"groups":[`+
		`{"column":"v","edges":["0","63","100"]},{"name":"b","rules":[`+
		`{"name":"young","where":{"column":"v","op":"<","value":"64"}},`+
		`{"name":"old","where":{"column":"v","op":">=","value":"64"}}]}]}`)
	got := values(withFloor(t, p, m, 5))
	if got[2] != s || !slices.Contains([]string{got[0], got[3]}, s) {
		t.Errorf("lines by neighbouring edges: %v", got)
	}
}
