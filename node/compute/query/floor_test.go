package query

import (
	"cmp"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/rates"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

const floorSchema = `{"format":"assent-schema/1","title":"Floor","subject":"who","maxContributions":MAX,"columns":[
 {"name":"g","type":"category","values":["a","b","c","d"]},
 {"name":"h","type":"category","values":["x","y","z"]},
 {"name":"p","type":"boolean"},{"name":"l","type":"boolean"},
 {"name":"v","type":"integer","min":"-10","max":"100","nullable":true}]}`

// line is a row of a test: who, and the cells.
type line struct {
	who        int
	g, h, p, l string
	v          string
}

// floored loads lines under a schema that lets a person have so many rows.
func floored(t testing.TB, most int, lines []line) *memory {
	t.Helper()
	var b strings.Builder
	b.WriteString("who,g,h,p,l,v\n")
	for _, r := range lines {
		fmt.Fprintf(&b, "%d,%s,%s,%s,%s,%s\n", r.who, r.g, r.h, r.p, r.l, r.v)
	}
	return load(t, strings.Replace(floorSchema, "MAX", strconv.Itoa(most), 1), b.String())
}

func withFloor(t testing.TB, p *Plan, m *memory, floor uint32) *statistics.Result {
	t.Helper()
	r, err := p.Run(m.stream(), Release{How: job.Exact, LiveSubjects: uint32(len(m.rows)), Floor: floor})
	if err != nil {
		t.Fatal(err)
	}
	checkEncoding(t, p, r, 0)
	return r
}

// peopleOf returns so many lines of one kind, of different people.
func peopleOf(next *int, n int, like line) (out []line) {
	for range n {
		*next++
		like.who = *next
		out = append(out, like)
	}
	return out
}

func values(r *statistics.Result) (out []string) {
	for _, cell := range r.Query.Cells {
		for _, f := range cell.Figures {
			out = append(out, f.Value)
		}
	}
	return out
}

const s = figure.Suppressed

func TestFloorOfACount(t *testing.T) {
	byG := `{"format":"assent-query/1","groups":[{"column":"g"}],"measures":[{"op":"count"}]}`
	for _, c := range []struct {
		name  string
		sizes [4]int
		floor uint32
		want  []string
	}{
		{"no floor", [4]int{1, 4, 5, 0}, 0, []string{"1", "4", "5", "0"}},
		{"a floor of one", [4]int{1, 4, 5, 0}, 1, []string{"1", "4", "5", "0"}},
		{"the boundary", [4]int{5, 6, 7, 0}, 5, []string{"5", "6", "7", "0"}},
		{"one below it, and the next smallest", [4]int{4, 9, 6, 0}, 5, []string{s, "9", s, "0"}},
		{"two hide each other", [4]int{4, 3, 7, 9}, 5, []string{s, s, "7", "9"}},
		{"two that are few together", [4]int{1, 2, 7, 9}, 5, []string{s, s, s, "9"}},
		{"two that are just enough together", [4]int{1, 4, 7, 9}, 5, []string{s, s, "7", "9"}},
		{"two ones under a floor of two", [4]int{1, 1, 7, 9}, 2, []string{s, s, s, "9"}},
		{"zeros are the last to go", [4]int{3, 0, 8, 0}, 5, []string{s, "0", s, "0"}},
		{"too few in all", [4]int{3, 0, 1, 0}, 5, []string{s, s, s, s}},
		{"nobody", [4]int{}, 5, []string{"0", "0", "0", "0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var lines []line
			next := 0
			for g, n := range c.sizes {
				lines = append(lines, peopleOf(&next, n,
					line{g: string(rune('a' + g)), h: "x", p: "true", l: "true", v: "1"})...)
			}
			m := floored(t, 1, lines)
			r := withFloor(t, plan(t, kind.Query, m.schema, byG), m, c.floor)
			if got := values(r); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			if want := map[bool]uint32{true: c.floor}[c.floor > 1]; r.Floor != want {
				t.Errorf("the result names floor %d, want %d", r.Floor, want)
			}
		})
	}
}

// TestFloorCountsPeople: nine rows of three people are a cell of three.
func TestFloorCountsPeople(t *testing.T) {
	var lines []line
	for who := range 3 {
		for range 3 {
			lines = append(lines, line{who, "a", "x", "true", "true", "1"})
		}
	}
	next := 10
	lines = append(lines, peopleOf(&next, 8, line{g: "b", h: "x", p: "true", l: "true", v: "1"})...)
	lines = append(lines, peopleOf(&next, 9, line{g: "c", h: "x", p: "true", l: "true", v: "1"})...)
	m := floored(t, 3, lines)
	p := plan(t, kind.Query, m.schema,
		`{"format":"assent-query/1","groups":[{"column":"g"}],"measures":[{"op":"count"}]}`)
	if got := values(withFloor(t, p, m, 4)); !slices.Equal(got, []string{s, s, "9", "0"}) {
		t.Errorf("three people with nine rows: %v", got)
	}
	if got := values(withFloor(t, p, m, 3)); !slices.Equal(got, []string{"9", "8", "9", "0"}) {
		t.Errorf("at a floor of three: %v", got)
	}
}

// TestFloorOfPeopleInTwoCells: three people who are in both of two hidden cells are three together, not six.
func TestFloorOfPeopleInTwoCells(t *testing.T) {
	var lines []line
	for who := range 3 {
		lines = append(lines, line{who, "a", "x", "true", "true", "1"}, line{who, "b", "x", "true", "true", "1"})
	}
	next := 10
	lines = append(lines, peopleOf(&next, 7, line{g: "c", h: "x", p: "true", l: "true", v: "1"})...)
	lines = append(lines, peopleOf(&next, 9, line{g: "d", h: "x", p: "true", l: "true", v: "1"})...)
	m := floored(t, 2, lines)
	p := plan(t, kind.Query, m.schema,
		`{"format":"assent-query/1","groups":[{"column":"g"}],"measures":[{"op":"count"}]}`)
	if got := values(withFloor(t, p, m, 5)); !slices.Equal(got, []string{s, s, s, "9"}) {
		t.Errorf("got %v", got)
	}
}

// TestFloorOfTheExcluded: the number of all who consent is public, so that a count of all but few is as telling as that
// of the few.
func TestFloorOfTheExcluded(t *testing.T) {
	next := 0
	lines := peopleOf(&next, 20, line{g: "a", h: "x", p: "true", l: "true", v: "1"})
	lines = append(lines, peopleOf(&next, 2, line{g: "b", h: "x", p: "true", l: "true", v: "1"})...)
	m := floored(t, 1, lines)
	p := plan(t, kind.Query, m.schema,
		`{"format":"assent-query/1","filter":{"column":"g","op":"=","value":"a"},"measures":[{"op":"count"}]}`)
	if got := values(withFloor(t, p, m, 3)); got[0] != s {
		t.Errorf("a count of all but two: %v", got)
	}
	if got := values(withFloor(t, p, m, 2)); got[0] != "20" {
		t.Errorf("a count of all but two, who are enough: %v", got)
	}
}

// TestFloorOfSums: a sum or mean that few people move is a figure of few, though the cell has many.
func TestFloorOfSums(t *testing.T) {
	next := 0
	many := func(n int, v, p string) []line {
		return peopleOf(&next, n, line{g: "a", h: "x", p: p, l: "true", v: v})
	}
	for _, c := range []struct {
		name, measure string
		lines         []line
		want          string
	}{
		{"few trues", `{"op":"sum","column":"p"}`, append(many(20, "1", "false"), many(2, "1", "true")...), s},
		{"enough trues", `{"op":"sum","column":"p"}`, append(many(20, "1", "false"), many(3, "1", "true")...), "3"},
		{"few falses", `{"op":"mean","column":"p"}`, append(many(20, "1", "true"), many(2, "1", "false")...), s},
		{"no trues", `{"op":"sum","column":"p"}`, many(20, "1", "false"), "0"},
		{"few at a clamp's end", `{"op":"sum","column":"v","min":"0","max":"1"}`,
			append(many(20, "0", "true"), many(2, "7", "true")...), s},
		{"few values", `{"op":"sum","column":"v"}`, append(many(20, "", "true"), many(2, "7", "true")...), s},
		{"few who are not zero", `{"op":"sum","column":"v"}`, append(many(20, "0", "true"), many(2, "7", "true")...),
			s},
		{"few without a value", `{"op":"mean","column":"v"}`, append(many(20, "7", "true"), many(2, "", "true")...), s},
		{"enough without a value", `{"op":"mean","column":"v"}`, append(many(20, "7", "true"), many(3, "", "true")...),
			"7"},
		{"few without a value beside the greatest", `{"op":"sum","column":"v","min":"0","max":"1"}`,
			append(many(20, "7", "true"), many(2, "", "true")...), s},
		{"few without a value beside the least", `{"op":"sum","column":"v","min":"1","max":"2"}`,
			append(many(20, "1", "true"), many(2, "", "true")...), s},
		{"few without a value beside zeros", `{"op":"sum","column":"v","min":"0","max":"1"}`,
			append(many(20, "0", "true"), many(2, "", "true")...), "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := floored(t, 1, c.lines)
			p := plan(t, kind.Query, m.schema, `{"format":"assent-query/1","measures":[`+c.measure+`]}`)
			for _, f := range withFloor(t, p, m, 3).Query.Cells[0].Figures {
				if f.Value != c.want {
					t.Errorf("got %+v, want %s", f, c.want)
				}
			}
		})
	}
}

// TestOneClampOfAColumn: an exact release has one min and max for all measures of a column, since with two the people
// between them are told; a private one, whose noise is for that, may have several.
func TestOneClampOfAColumn(t *testing.T) {
	m := floored(t, 1, nil)
	for name, c := range map[string]struct {
		measures string
		refused  bool
	}{
		"bounds moved by one": {`{"op":"sum","column":"v","min":"62","max":"63"},{"op":"mean","column":"v","min":"63","max":"64"}`, true},
		"one end":             {`{"op":"mean","column":"v"},{"op":"sum","column":"v","max":"99"}`, true},
		"with others between": {`{"op":"mean","column":"v"},{"op":"count"},{"op":"sum","column":"p"},{"op":"sum","column":"v","min":"0"}`, true},
		"the same":            {`{"op":"mean","column":"v","min":"1"},{"op":"sum","column":"v","min":"1"}`, false},
		"the schema's":        {`{"op":"mean","column":"v","min":"-10","max":"100"},{"op":"sum","column":"v"}`, false},
		"other columns":       {`{"op":"count"},{"op":"mean","column":"v","min":"0","max":"1"},{"op":"sum","column":"p"}`, false},
	} {
		p := plan(t, kind.Query, m.schema, `{"format":"assent-query/1","measures":[`+c.measures+`]}`)
		err := p.Check(job.Exact, 0)
		if (err != nil) != c.refused || c.refused &&
			!strings.Contains(err.Error(), "one min and max for all measures of a column") {
			t.Errorf("%s: %v", name, err)
		}
		if err := p.Check(job.Private, 1_000_000); err != nil {
			t.Errorf("%s, private: %v", name, err)
		}
	}
}

const floorFairness = `{"format":"assent-fairness/1","prediction":{"column":"p","op":"=","value":"true"},
 "label":{"column":"l","op":"=","value":"true"},"groups":[GROUPS]}`

func fairnessPlan(t testing.TB, m *memory, groups string) *Plan {
	return plan(t, kind.Fairness, m.schema, strings.Replace(floorFairness, "GROUPS", groups, 1))
}

// matrix makes lines of a group from its confusion matrix: tp, fp, tn, fn.
func matrix(next *int, g, h string, counts [hiding.MatrixCells]int) (out []line) {
	for outcome, n := range counts {
		like := line{g: g, h: h, v: "1", p: "false", l: "false"}
		if outcome == hiding.TruePositive || outcome == hiding.FalsePositive {
			like.p = "true"
		}
		if outcome == hiding.TruePositive || outcome == hiding.FalseNegative {
			like.l = "true"
		}
		out = append(out, peopleOf(next, n, like)...)
	}
	return out
}

func TestFloorOfAnAudit(t *testing.T) {
	next := 0
	byG := `{"column":"g","reference":"a"}`
	lines := slices.Concat(matrix(&next, "a", "x", [4]int{30, 20, 40, 25}),
		matrix(&next, "b", "x", [4]int{12, 3, 11, 16}),
		matrix(&next, "c", "x", [4]int{17, 18, 19, 13}), matrix(&next, "d", "x", [4]int{21, 22, 23, 24}))
	m := floored(t, 1, lines)
	g := withFloor(t, fairnessPlan(t, m, byG), m, 5).Fairness.Groupings[0]
	b := g.Groups[1]
	for name, f := range map[string]figure.Figure{
		"fp": b.Matrix.FP, "the next smallest, tn": b.Matrix.TN, "ppv": b.Rates.PPV, "npv": b.Rates.NPV,
		"accuracy":              b.Rates.Accuracy,
		"accuracy's difference": b.Comparison.AccuracyDifference, "ppv's": b.Comparison.PredictiveParityDifference,
		"the selection rate": b.Rates.SelectionRate, "disparate impact": b.Comparison.DisparateImpact,
	} {
		if !f.Suppressed() {
			t.Errorf("%s is shown: %+v", name, f)
		}
	}
	for name, f := range map[string]figure.Figure{
		"n": b.Matrix.N, "tp": b.Matrix.TP, "fn": b.Matrix.FN, "fnr": b.Rates.FNR, "prevalence": b.Rates.Prevalence,
		"a's fp": g.Groups[0].Matrix.FP, "fnr's difference": b.Comparison.FNRDifference,
		"the overall fp": g.Overall.Matrix.FP,
	} {
		if f.Suppressed() {
			t.Errorf("%s is suppressed", name)
		}
	}
	// Some other group's fp and tn hide that of b in the columns.
	others := 0
	for _, group := range g.Groups {
		if group.Matrix.FP.Suppressed() && group.Matrix.TN.Suppressed() {
			others++
		}
	}
	if others != 2 {
		t.Errorf("%d groups have fp and tn suppressed, want 2", others)
	}

	// Without a floor, and at one that nothing is below, all is shown.
	for _, floor := range []uint32{0, 1, 3} {
		withFloor(t, fairnessPlan(t, m, byG), m, floor).Each(func(f *figure.Figure) {
			if f.Suppressed() {
				t.Errorf("a figure is suppressed at floor %d", floor)
			}
		})
	}
}

// TestFloorOfASmallGroup: of a group of few, nothing is shown, and no zero says what they are not.
func TestFloorOfASmallGroup(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{3, 0, 0, 0}),
		matrix(&next, "b", "x", [4]int{12, 13, 14, 15}),
		matrix(&next, "c", "x", [4]int{20, 21, 22, 23}), matrix(&next, "d", "x", [4]int{30, 31, 32, 33})))
	g := withFloor(t, fairnessPlan(t, m, `{"column":"g","reference":"d"}`), m, 5).Fairness.Groupings[0]
	g.Groups[0].Each(func(f *figure.Figure) {
		if !f.Suppressed() {
			t.Errorf("a figure of three people is shown: %+v", f)
		}
	})
	if g.Groups[3].Matrix.N.Suppressed() || g.Overall.Matrix.N.Suppressed() {
		t.Error("a large group is suppressed where a smaller one would do")
	}
}

// TestFloorOfASmallWhole: of all groups together being few, no zero says what they are not, though many are outside of
// them.
func TestFloorOfASmallWhole(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{2, 0, 0, 0}),
		matrix(&next, "b", "x", [4]int{2, 0, 0, 0}),
		matrix(&next, "c", "x", [4]int{20, 21, 22, 23})))
	g := withFloor(t, fairnessPlan(t, m, `{"column":"g","values":["a","b"],"reference":"a"}`), m,
		5).Fairness.Groupings[0]
	g.Overall.Each(func(f *figure.Figure) {
		if !f.Suppressed() {
			t.Errorf("a figure of four people is shown: %+v", f)
		}
	})
}

// TestFloorOfAReference: a comparison with a suppressed rate is suppressed, for either of the two groups.
func TestFloorOfAReference(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{3, 1, 0, 0}),
		matrix(&next, "b", "x", [4]int{10, 11, 12, 13}),
		matrix(&next, "c", "x", [4]int{20, 21, 22, 23}), matrix(&next, "d", "x", [4]int{30, 31, 32, 33})))
	for _, reference := range []string{"a", "d"} {
		g := withFloor(t, fairnessPlan(t, m, `{"column":"g","reference":"`+reference+`"}`), m, 5).Fairness.Groupings[0]
		for _, group := range g.Groups {
			if group.Comparison == nil || group.Name != "a" && reference != "a" {
				continue
			}
			for _, f := range group.Comparison.All() {
				if !f.Suppressed() {
					t.Errorf("%s is compared with %s: %+v", group.Name, reference, f)
				}
			}
		}
		if d := g.Groups[3]; d.Rates.FPR.Suppressed() {
			t.Error("a large group's rate is suppressed")
		}
	}
}

// attacker solves for what a result tells, with fractions: its unknowns are the counts of each grouping's table, with a
// row for those outside of all groups.
type attacker struct {
	unknowns int
	rows     [][]*big.Rat // reduced, each with a leading one
}

func (a *attacker) Add(factors map[int]int64) {
	row := make([]*big.Rat, a.unknowns)
	for i := range row {
		row[i] = big.NewRat(factors[i], 1)
	}
	row = a.reduce(row)
	lead := slices.IndexFunc(row, func(v *big.Rat) bool { return v.Sign() != 0 })
	if lead < 0 {
		return
	}
	first := new(big.Rat).Inv(row[lead])
	for i := range row {
		row[i].Mul(row[i], first)
	}
	for _, other := range a.rows {
		if times := new(big.Rat).Set(other[lead]); times.Sign() != 0 {
			for i := range other {
				other[i].Sub(other[i], new(big.Rat).Mul(times, row[i]))
			}
		}
	}
	a.rows = append(a.rows, row)
}

func (a *attacker) reduce(row []*big.Rat) []*big.Rat {
	for _, other := range a.rows {
		lead := slices.IndexFunc(other, func(v *big.Rat) bool { return v.Sign() != 0 })
		if times := new(big.Rat).Set(row[lead]); times.Sign() != 0 {
			for i := range row {
				row[i].Sub(row[i], new(big.Rat).Mul(times, other[i]))
			}
		}
	}
	return row
}

// knows says whether the sum of the given unknowns follows from what was added.
func (a *attacker) knows(factors map[int]int64) bool {
	row := make([]*big.Rat, a.unknowns)
	for i := range row {
		row[i] = big.NewRat(factors[i], 1)
	}
	return !slices.ContainsFunc(a.reduce(row), func(v *big.Rat) bool { return v.Sign() != 0 })
}

// Sums calls see with each sum of hidden counts of one grouping that is of few people and follows from what was added.
// A sum follows when no other counts that fit change it: it is looked for with one such change at random, and
// confirmed.
func (a *attacker) Sums(cells, truth []int, floor int, random *rand.Rand, see func([]int)) {
	change := make([]*big.Rat, a.unknowns)
	lead := func(row []*big.Rat) int {
		return slices.IndexFunc(row, func(v *big.Rat) bool { return v.Sign() != 0 })
	}
	for i := range change {
		change[i] = big.NewRat(random.Int64N(1<<40), 1)
	}
	for _, row := range a.rows {
		change[lead(row)].SetInt64(0)
	}
	for _, row := range a.rows {
		total := new(big.Rat)
		for i, v := range row {
			total.Add(total, new(big.Rat).Mul(v, change[i]))
		}
		change[lead(row)].Neg(total)
	}
	var few []int
	for _, c := range cells {
		if truth[c] > 0 && truth[c] < floor {
			few = append(few, c)
		}
	}
	var next func(from, people int, total *big.Rat, in []int)
	next = func(from, people int, total *big.Rat, in []int) {
		if len(in) > 0 && total.Sign() == 0 {
			factors := map[int]int64{}
			for _, c := range in {
				factors[c] = 1
			}
			if a.knows(factors) {
				see(in)
			}
		}
		for i := from; i < len(few) && len(in) < 5; i++ {
			if c := few[i]; people+truth[c] < floor {
				next(i+1, people+truth[c], new(big.Rat).Add(total, change[c]), append(slices.Clone(in), c))
			}
		}
	}
	next(0, 0, new(big.Rat), nil)
}

// TestFloorOfSumsOverGroups: what is shown of two groups and of both together tells no number of few who are in two of
// a group's counts.
func TestFloorOfSumsOverGroups(t *testing.T) {
	for _, c := range []struct {
		groups [][hiding.MatrixCells]int
		filter string
	}{
		{[][hiding.MatrixCells]int{{2, 1, 40, 6}, {6, 20, 8, 12}}, ""},
		{[][hiding.MatrixCells]int{{2, 12, 6, 100}, {1, 12, 40, 12}, {40, 0, 20, 8}},
			`"filter":{"column":"h","op":"=","value":"x"},`},
	} {
		next := 0
		lines := peopleOf(&next, 50, line{g: "a", h: "y", p: "true", l: "true", v: "1"})
		if c.filter == "" {
			lines = nil
		}
		var names []string
		for i, counts := range c.groups {
			name := string(rune('a' + i))
			names = append(names, `"`+name+`"`)
			lines = append(lines, matrix(&next, name, "x", counts)...)
		}
		m := floored(t, 1, lines)
		p := plan(t, kind.Fairness, m.schema, `{"format":"assent-fairness/1",`+c.filter+
			`"prediction":{"column":"p","op":"=",`+
			`"value":"true"},"label":{"column":"l","op":"=","value":"true"},"groups":[{"column":"g","reference":"a","values":[`+
			strings.Join(names, ",")+`]}]}`)
		groups := withFloor(t, p, m, 5).Fairness.Groupings[0]
		a := &attacker{unknowns: len(c.groups) * hiding.MatrixCells}
		all := append(slices.Clone(groups.Groups), groups.Overall)
		for i, g := range all {
			of := func(outcomes ...int) map[int]int64 {
				factors := map[int]int64{}
				for k := range c.groups {
					if i == k || i == len(c.groups) {
						for _, o := range outcomes {
							factors[k*hiding.MatrixCells+o] = 1
						}
					}
				}
				return factors
			}
			for o, f := range []figure.Figure{g.Matrix.TP, g.Matrix.FP, g.Matrix.TN, g.Matrix.FN} {
				if !f.Suppressed() {
					a.Add(of(o))
				}
			}
			if !g.Matrix.N.Suppressed() {
				a.Add(of(0, 1, 2, 3))
			}
		}
		var cells, truth []int
		for i, counts := range c.groups {
			for o, n := range counts {
				cells, truth = append(cells, i*hiding.MatrixCells+o), append(truth, n)
			}
		}
		a.Sums(cells, truth, 5, rand.New(rand.NewPCG(1, 1)), func(in []int) {
			t.Errorf("of %v, the sum of the counts %v follows from what is shown", c.groups, in)
		})
	}
}

// TestFloorAgainstSolving: in random audits by one to three groupings, no linear combination of all that is shown, with
// the number of all people, tells a number of few people: not of a cell, nor of a group, a total, or those outside of
// all groups, nor of any cells of a grouping together. Who lacks a prediction counts like others.
func TestFloorAgainstSolving(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	groupings := []string{
		`{"column":"g","reference":"a"}`, `{"column":"g","reference":"a"},{"column":"h","reference":"x"}`,
		`{"column":"g","values":["a","b"],"reference":"a"},{"column":"h","reference":"x"}`,
		`{"column":"g","values":["a","b","c"],"reference":"a"}`,
		`{"column":"g","reference":"a"},{"column":"h","reference":"x"},{"column":"v","edges":["-10","0","50"],` +
			`"reference":"[0, 50)"}`,
	}
	few, shown := 0, 0
	for trial := range 150 {
		var lines []line
		next := 0
		top := 2 + random.IntN(14)
		for _, g := range []string{"a", "b", "c", "d"} {
			for _, h := range []string{"x", "y", "z"} {
				var counts [hiding.MatrixCells]int
				for i := range counts {
					counts[i] = max(0, random.IntN(top)-random.IntN(4))
				}
				lines = append(lines, matrix(&next, g, h, counts)...)
			}
		}
		lacking := trial%2*trial%7 > 0
		for i := range lines {
			if lines[i].v = strconv.Itoa(random.IntN(70) - 10); lacking && random.IntN(4) == 0 {
				lines[i].v = ""
			}
		}
		floor := 2 + random.IntN(6)
		m := floored(t, 1, lines)
		p := fairnessPlan(t, m, groupings[trial%len(groupings)])
		if lacking {
			p = plan(t, kind.Fairness, m.schema, strings.NewReplacer("GROUPS", groupings[trial%len(groupings)],
				`{"column":"p","op":"=","value":"true"}`, `{"column":"v","op":">","value":"20"}`).Replace(
				floorFairness))
		}
		r := withFloor(t, p, m, uint32(floor))
		a, truth, secrets := attack(t, p, m, r)
		first := 0
		for _, part := range p.Partitions {
			var cells []int
			for cell := range (len(part.Groups) + 1) * hiding.SetCells {
				cells = append(cells, first+cell)
			}
			first += len(cells)
			a.Sums(cells, truth, floor, random, func(in []int) {
				t.Fatalf("trial %d: of %d people with floor %d, the few of cells %v of %s follow from what is shown",
					trial,
					len(lines), floor, in, part.Name)
			})
		}
		for _, secret := range secrets {
			// the number of all is public
			if secret.people == 0 || secret.people >= floor || secret.people == len(lines) {
				continue
			}
			few++
			if a.knows(secret.factors) {
				t.Fatalf("trial %d: of %d people with floor %d, %s with %d people follows from what is shown", trial,
					len(lines), floor, secret.name, secret.people)
			}
		}
		r.Each(func(f *figure.Figure) {
			if !f.Suppressed() {
				shown++
			}
		})
	}
	t.Logf("%d counts of few people held, %d figures shown", few, shown)
	if few < 500 || shown < 500 {
		t.Errorf("%d counts of few people, %d figures shown: the trials say little", few, shown)
	}
}

type secret struct {
	name    string
	people  int
	factors map[int]int64
}

// attack gives an attacker all that a result shows. The secrets are all counts that it must not find when they are of
// few.
func attack(t *testing.T, p *Plan, m *memory, r *statistics.Result) (*attacker, []int, []secret) {
	t.Helper()
	at := func(first, g, outcome int) int { return first + g*hiding.SetCells + outcome }
	firsts, unknowns := make([]int, len(p.Partitions)), 0
	for i, part := range p.Partitions {
		firsts[i] = unknowns
		unknowns += (len(part.Groups) + 1) * hiding.SetCells
	}
	a := &attacker{unknowns: unknowns}
	truth := make([]int, unknowns)
	for i := range m.rows {
		b := blockOf(t, m, i)
		e := tabulation.NewPass(&p.Plan, nil)
		e.Take(b)
		outcome := int(e.Outcomes[0])
		if e.LeftOut[0]&1 > 0 {
			outcome = hiding.SetLeft
		}
		for j, part := range p.Partitions {
			var g oblivious.Places
			part.Of.Find(b, &g)
			truth[at(firsts[j], int(g[0]), outcome)]++
		}
	}
	var secrets []secret
	note := func(name string, factors map[int]int64) {
		n := 0
		for i, f := range factors {
			n += int(f) * truth[i]
		}
		secrets = append(secrets, secret{name, n, factors})
	}
	sum := func(cells ...int) map[int]int64 {
		out := map[int]int64{}
		for _, c := range cells {
			out[c]++
		}
		return out
	}
	rows := func(first int, groups []int, outcomes ...int) (cells []int) {
		for _, g := range groups {
			for _, o := range outcomes {
				cells = append(cells, at(first, g, o))
			}
		}
		return cells
	}
	show := func(f figure.Figure, cells []int) {
		if f.Suppressed() {
			return
		}
		want := 0
		for _, c := range cells {
			want += truth[c]
		}
		if f.Value != strconv.Itoa(want) {
			t.Fatalf("a count of %d is shown as %+v", want, f)
		}
		a.Add(sum(cells...))
	}
	outcomes := []int{hiding.TruePositive, hiding.FalsePositive, hiding.TrueNegative, hiding.FalseNegative}
	columns := append(slices.Clone(outcomes), hiding.SetLeft)
	for i, part := range p.Partitions {
		grouping := &r.Fairness.Groupings[i]
		var groups []int
		for g := range part.Groups {
			groups = append(groups, g)
		}
		outside := []int{len(part.Groups)}
		line := func(name string, f *fairness.Group, of []int) {
			for _, o := range outcomes {
				note(name+" "+tabulation.MatrixNames[o], sum(rows(firsts[i], of, o)...))
			}
			note(name+" n", sum(rows(firsts[i], of, outcomes...)...))
			note(name+" left out", sum(rows(firsts[i], of, hiding.SetLeft)...))
			if f == nil {
				return
			}
			for o, figure := range []figure.Figure{f.Matrix.TP, f.Matrix.FP, f.Matrix.TN, f.Matrix.FN} {
				show(figure, rows(firsts[i], of, o))
			}
			show(f.Matrix.N, rows(firsts[i], of, outcomes...))
			if f.LeftOut != nil {
				show(*f.LeftOut, rows(firsts[i], of, hiding.SetLeft))
			}
			for j, fig := range f.Rates.All() {
				d := rates.RateDefinitions()[j]
				show(figure.Figure{Value: cmp.Or(fig.Num, figure.Suppressed)}, rows(firsts[i], of, d.Part...))
				show(figure.Figure{Value: cmp.Or(fig.Den, figure.Suppressed)},
					rows(firsts[i], of, slices.Concat(d.Part, d.Rest)...))
			}
		}
		for _, g := range groups {
			line(part.Name+" "+part.Groups[g], &grouping.Groups[g], []int{g})
		}
		line(part.Name+" overall", &grouping.Overall, groups)
		line(part.Name+" outside", nil, outside)
		// The number of all people is public, and so is, for a grouping by all values of a column, that each is in a
		// group.
		everybody := append(slices.Clone(groups), outside...)
		a.Add(sum(rows(firsts[i], everybody, columns...)...))
		if (part.Name == "g" && len(groups) == 4) || part.Name == "h" {
			for _, o := range columns {
				a.Add(sum(rows(firsts[i], outside, o)...))
			}
		}
		if i > 0 {
			for _, o := range columns {
				same := sum(rows(firsts[i], everybody, o)...)
				for g := range len(p.Partitions[0].Groups) + 1 {
					same[at(firsts[0], g, o)]--
				}
				a.Add(same)
			}
		}
	}
	return a, truth, secrets
}

// TestFloorAgainstSolvingATable: the same for the cells of a query by one and two groupings, where the number of all is
// known, and sums of the hidden cells are never of few.
func TestFloorAgainstSolvingATable(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for trial := range 200 {
		groups := []string{`{"column":"g"}`, `{"column":"g"},{"column":"h"}`,
			`{"column":"g","values":["a","b"]}`}[trial%3]
		var lines []line
		next, top, floor := 0, 1+random.IntN(12), 2+random.IntN(6)
		for _, g := range []string{"a", "b", "c", "d"} {
			for _, h := range []string{"x", "y", "z"} {
				lines = append(lines, peopleOf(&next, max(0, random.IntN(top)-random.IntN(3)),
					line{g: g, h: h, p: "true", l: "true", v: "1"})...)
			}
		}
		m := floored(t, 1, lines)
		p := plan(t, kind.Query, m.schema, `{"format":"assent-query/1","groups":[`+groups+
			`],"measures":[{"op":"count"}]}`)
		truth, got := values(exact(t, p, m)), values(withFloor(t, p, m, uint32(floor)))
		hidden, sum, total := 0, 0, len(lines)
		for i := range truth {
			n, _ := strconv.Atoi(truth[i])
			total -= n
			switch {
			case got[i] == figure.Suppressed:
				hidden, sum = hidden+1, sum+n
			case got[i] != truth[i] || n > 0 && n < floor:
				t.Fatalf("trial %d: a cell of %d with floor %d is %s", trial, n, floor, got[i])
			}
		}
		if total > 0 { // those in no group are hidden as well
			hidden, sum = hidden+1, sum+total
		}
		if len(lines) >= floor && hidden > 0 && !(hidden == 1 && sum == total && total >= floor) &&
			(hidden == 1 || sum < floor) {
			t.Errorf("trial %d: %d hidden cells have %d people, floor %d: %v as %v", trial, hidden, sum, floor, truth,
				got)
		}
	}
}

// TestFloorIsForExactReleases: a private release is the same whatever the floor.
func TestFloorIsForExactReleases(t *testing.T) {
	next := 0
	m := floored(t, 1, peopleOf(&next, 3, line{g: "a", h: "x", p: "true", l: "true", v: "1"}))
	p := plan(t, kind.Query, m.schema,
		`{"format":"assent-query/1","groups":[{"column":"g"}],"measures":[{"op":"count"}]}`)
	var encoded [2][]byte
	for i, floor := range []uint32{0, 5} {
		r, err := p.Run(m.stream(), Release{How: job.Private, Rho: 100_000, Key: noiseKey(t, 1), LiveSubjects: 3,
			Floor: floor})
		if err != nil {
			t.Fatal(err)
		}
		if encoded[i], err = r.Encode(); err != nil {
			t.Fatal(err)
		}
	}
	if string(encoded[0]) != string(encoded[1]) {
		t.Error("a floor changes a private release")
	}
}

// TestDecodeOfSuppressed: a figure is suppressed under a floor only, and then has nothing else.
func TestDecodeOfSuppressed(t *testing.T) {
	good := `{"floor":5,"format":"assent-result/1","kind":"query","liveSubjects":9,"query":{"cells":[{"figures":[{"value":"suppressed"}],"group":[]}],"groupings":[],"measures":["count"]},"release":"exact"}`
	if _, err := statistics.Decode([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"no floor":             {`"floor":5,`, ``},
		"a floor of one":       {`"floor":5`, `"floor":1`},
		"another member":       {`{"value":"suppressed"}`, `{"num":"3","value":"suppressed"}`},
		"a private one's":      {`"release":"exact"`, `"release":"private"`},
		"a floor that is text": {`"floor":5`, `"floor":"5"`},
	} {
		if _, err := statistics.Decode([]byte(strings.Replace(good, change[0], change[1], 1))); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
