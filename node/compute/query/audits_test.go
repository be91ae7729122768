package query

import (
	"slices"
	"testing"

	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/kind"
)

// audited is what an audit under a floor of five shows of each group, and of all: the true and false positives, the
// true and false negatives, their sum, and who is left out.
func audited(t testing.TB, m *memory, filter, prediction, label, groups string) map[string][]string {
	t.Helper()
	if filter != "" {
		filter = `"filter":` + filter + `,`
	}
	p := plan(t, kind.Fairness, m.schema, `{"format":"assent-fairness/1",`+filter+`"prediction":`+prediction+
		`,"label":`+label+`,"groups":[`+groups+`]}`)
	out := map[string][]string{}
	grouping := withFloor(t, p, m, 5).Fairness.Groupings[0]
	for _, g := range append(slices.Clone(grouping.Groups), grouping.Overall) {
		counts := g.Matrix
		for _, f := range []figure.Figure{counts.TP, counts.FP, counts.TN, counts.FN, counts.N} {
			out[g.Name] = append(out[g.Name], f.Value)
		}
		if g.LeftOut != nil {
			out[g.Name] = append(out[g.Name], g.LeftOut.Value)
		}
	}
	return out
}

func expectAudit(t *testing.T, name string, got map[string][]string, group string, want ...string) {
	t.Helper()
	if !slices.Equal(got[group], want) {
		t.Errorf("%s: of %s it shows %v, want %v", name, group, got[group], want)
	}
}

const (
	isP      = `{"column":"p","op":"=","value":"true"}`
	isL      = `{"column":"l","op":"=","value":"true"}`
	byAandB  = `{"column":"g","values":["a","b"],"reference":"a"}`
	allAreIn = `{"column":"l","reference":"true"}`
)

// TestFloorOfTheLeftOutsPrediction: who alone lacks nothing but what a clause of the prediction or the label asks for
// is not told by the audit without the clause.
func TestFloorOfTheLeftOutsPrediction(t *testing.T) {
	next := 0
	var lines []line
	for _, g := range []string{"a", "b"} {
		lines = append(lines, matrix(&next, g, "x", [4]int{12, 13, 14, 15})...)
	}
	lines = append(lines, peopleOf(&next, 1, line{g: "a", h: "x", p: "true", l: "false", v: ""})...)
	lines = append(lines, peopleOf(&next, 20, line{g: "a", h: "y", p: "true", l: "false", v: "3"})...)
	lines = append(lines, peopleOf(&next, 20, line{g: "b", h: "y", p: "true", l: "false", v: ""})...)
	m := floored(t, 1, lines)
	const inX, high = `{"column":"h","op":"=","value":"x"}`, `{"column":"v","op":">=","value":"100"}`
	two := func(of string) string { return `{"or":[` + of + `,` + high + `]}` }
	for name, ask := range map[string][2]string{
		"of a prediction": {two(isP), isL}, "of a label": {isP, two(isL)},
		"that others imply": {`{"or":[` + isP + `,{"and":[` + isP + `,` + high + `]}]}`, isL},
		"in two clauses":    {`{"or":[` + isP + `,` + high + `,{"column":"v","op":"<","value":"-5"}]}`, isL},
	} {
		got := audited(t, m, inX, ask[0], ask[1], byAandB)
		expectAudit(t, name, got, "a", s, s, s, s, s, s)
		expectAudit(t, name, got, "b", "12", "13", "14", "15", "54", "0")
		expectAudit(t, name, got, "overall", s, s, s, s, s, s)
	}
	got := audited(t, m, inX, isP, isL, byAandB)
	expectAudit(t, "without the clause", got, "a", "12", "14", "14", "15", "55")
}

// TestFloorOfFlips: few of whom a clause changes the outcome alone hide the two outcomes, and nothing else of their
// group.
func TestFloorOfFlips(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{200, 210, 220, 230}),
		matrix(&next, "b", "x", [4]int{200, 210, 220, 230}),
		peopleOf(&next, 3, line{g: "a", h: "y", p: "true", l: "true", v: "1"})))
	const inX = `{"column":"h","op":"=","value":"x"}`
	got := audited(t, m, "", `{"and":[`+isP+`,`+inX+`]}`, isL, byAandB)
	expectAudit(t, "of a prediction", got, "a", s, "210", "220", s, "863")
	expectAudit(t, "of a prediction", got, "b", "200", "210", "220", "230", "860")
	expectAudit(t, "of a prediction", got, "overall", s, "420", "440", s, "1723")
	got = audited(t, m, "", isP, `{"and":[`+isL+`,`+inX+`]}`, byAandB)
	expectAudit(t, "of a label", got, "a", s, s, "220", "230", "863")
	expectAudit(t, "of a label", got, "b", "200", "210", "220", "230", "860")
}

// TestFloorOfThoseOutside: few people in no group of an audit are not told by one whose groups leave no one out, nor by
// a count.
func TestFloorOfThoseOutside(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{20, 21, 22, 23}),
		matrix(&next, "a", "y", [4]int{24, 25, 26, 27}), matrix(&next, "b", "x", [4]int{20, 21, 22, 23}),
		peopleOf(&next, 2, line{g: "a", h: "z", p: "true", l: "true", v: "1"})))
	const inA, byH = `{"column":"g","op":"=","value":"a"}`, `{"column":"h","values":["x","y"],"reference":"x"}`
	for name, filter := range map[string]string{"with a filter": inA, "without": ""} {
		got := audited(t, m, filter, isP, isL, byH)
		if got["overall"][0] != s || got["overall"][4] != s {
			t.Errorf("%s: the overall line has %v", name, got["overall"])
		}
		shown := 0
		for _, figures := range got {
			for _, f := range figures {
				shown += hiding.Btoi(f != s)
			}
		}
		if shown < 9 {
			t.Errorf("%s: only %d of 15 counts are shown", name, shown)
		}
	}
	expectAudit(t, "groups that leave no one out", audited(t, m, inA, isP, isL, allAreIn), "overall", "46", "46", "48",
		"50", "190")
}

// TestFloorOfThoseWhoLeaveAllGroups: few who are in a rule's group for want of a clause, and in none with it, are not
// told by the sums of the groups.
func TestFloorOfThoseWhoLeaveAllGroups(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{20, 21, 22, 23}),
		matrix(&next, "b", "x", [4]int{24, 25, 26, 27}), matrix(&next, "b", "y", [4]int{10, 11, 12, 13}),
		matrix(&next, "b", "z", [4]int{1, 1, 1, 0}), matrix(&next, "c", "z", [4]int{10, 11, 12, 13})))
	const inX, inB, inY = `{"column":"h","op":"=","value":"x"}`, `{"column":"g","op":"=","value":"b"}`,
		`{"column":"h","op":"=","value":"y"}`
	by := func(first string) string {
		return `{"name":"r","reference":"one","rules":[{"name":"one","where":` + first + `},{"name":"two","where":` +
			inY +
			`}]}`
	}
	expectAudit(t, "x, y and z", audited(t, m, inB, isP, isL, by(inB)), "overall", "35", "37", "39", "40", "151")
	got := audited(t, m, inB, isP, isL, by(`{"and":[`+inB+`,`+inX+`]}`))
	if n := got["overall"][4]; n != s {
		t.Errorf("x and y: the audit tells of 3 people less: %v", got)
	}
}

// TestFloorOfMargins: the audit with a clause of the prediction less tells how many have which label, so that an
// outcome of few is covered by the other one of its label.
func TestFloorOfMargins(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(matrix(&next, "a", "x", [4]int{8, 40, 3, 9}), matrix(&next, "b", "x",
		[4]int{30, 31, 32, 33}), matrix(&next, "a", "y", [4]int{0, 0, 20, 20}), matrix(&next, "b", "y",
		[4]int{0, 0, 20, 20})))
	got := audited(t, m, "", `{"or":[`+isP+`,{"column":"h","op":"=","value":"y"}]}`, isL, byAandB)
	if a := got["a"]; a[1] != s || a[2] != s || a[4] != "100" {
		t.Errorf("of a it shows %v", a)
	}
	expectAudit(t, "without the clause", audited(t, m, "", isP, isL, byAandB), "a", "8", "40", "23", "29", "100")
}
