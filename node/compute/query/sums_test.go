package query

import (
	"slices"
	"testing"

	"github.com/assent-network/assent/protocol/kind"
)

// asked is what a query under a floor of five shows.
func asked(t testing.TB, m *memory, params string) []string {
	t.Helper()
	return values(withFloor(t, plan(t, kind.Query, m.schema, `{"format":"assent-query/1",`+params+`}`), m, 5))
}

// TestFloorOfSumsWithoutGroups: a sum or mean that few move in one group, or of those in no group, is not told by the
// same figure of all groups.
func TestFloorOfSumsWithoutGroups(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(
		peopleOf(&next, 30, line{g: "a", h: "x", p: "true", l: "false", v: "2"}),
		peopleOf(&next, 1, line{g: "a", h: "x", p: "true", l: "true", v: ""}),
		peopleOf(&next, 20, line{g: "b", h: "y", p: "true", l: "true", v: "7"}),
		peopleOf(&next, 20, line{g: "b", h: "y", p: "true", l: "false", v: ""}),
		peopleOf(&next, 20, line{g: "c", h: "z", p: "true", l: "false", v: ""}),
		peopleOf(&next, 1, line{g: "c", h: "z", p: "true", l: "false", v: "77"}),
		peopleOf(&next, 20, line{g: "d", h: "z", p: "true", l: "false", v: "1"}),
		peopleOf(&next, 20, line{g: "d", h: "z", p: "true", l: "true", v: ""})))
	const (
		l, sum, mean = `"measures":[{"op":"sum","column":"l"}]`, `"measures":[{"op":"sum","column":"v"}]`,
			`"measures":[{"op":"mean","column":"v"}]`
		both = `"measures":[{"op":"count"},{"op":"sum","column":"l"},{"op":"mean","column":"v"}]`
	)
	by := func(values string) string { return `"groups":[{"column":"g","values":[` + values + `]}],` }
	all := `"a","b","c","d"`
	for name, c := range map[string]struct {
		params string
		want   []string
	}{
		"one who has it in a":                     {by(all) + l, []string{s, s, "0", "20"}},
		"one with a value in c, one without in a": {by(all) + mean, []string{s, "7", s, "1"}},
		"beside other measures": {by(all) + both, []string{
			"31", s, s, "40", s, "7", "21", "0", s, "40", "20", "1"}},
		"those in no group":                            {by(`"b","d"`) + l, []string{s, "20"}},
		"those in no group, of whom many have a value": {by(`"b","d"`) + sum, []string{"140", "20"}},
		"those in no group, of whom one has a value":   {by(`"a","b","d"`) + sum, []string{"60", s, "20"}},
		"those whom the filter keeps out": {`"filter":{"column":"g","op":"!=","value":"d"},` + by(`"b","c"`) + l,
			[]string{s, "0"}},
		"two groupings": {`"groups":[{"column":"g"},{"column":"h","values":["x","y","z"]}],` + l,
			[]string{s, "0", "0", "0", s, "0", "0", "0", "0", "0", "0", "20"}},
		"many in no group beside one": {by(`"a","b"`) + l, []string{s, "20"}},
		"without groups":              {l, []string{"41"}},
	} {
		if got := asked(t, m, c.params); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestFloorOfSumsOfClauses: what the one of many whom a part of a question keeps out adds to a sum is not told, be it
// one clause by groups, or two.
func TestFloorOfSumsOfClauses(t *testing.T) {
	next := 0
	m := floored(t, 1, slices.Concat(
		peopleOf(&next, 30, line{g: "a", h: "x", p: "true", l: "true", v: "2"}),
		peopleOf(&next, 20, line{g: "a", h: "y", p: "true", l: "true", v: ""}),
		peopleOf(&next, 20, line{g: "a", h: "x", p: "false", l: "true", v: ""}),
		peopleOf(&next, 20, line{g: "a", h: "y", p: "false", l: "true", v: ""}),
		peopleOf(&next, 1, line{g: "a", h: "y", p: "false", l: "true", v: "77"}),
		peopleOf(&next, 30, line{g: "b", h: "x", p: "true", l: "true", v: "2"}),
		peopleOf(&next, 30, line{g: "b", h: "y", p: "true", l: "true", v: "3"}),
		peopleOf(&next, 40, line{g: "c", h: "y", p: "false", l: "true", v: "3"})))
	const (
		a, x, yes = `{"column":"g","op":"=","value":"a"}`, `{"column":"h","op":"=","value":"x"}`,
			`{"column":"p","op":"=","value":"true"}`
		sum = `"measures":[{"op":"count"},{"op":"sum","column":"v"}]`
	)
	for name, c := range map[string]struct {
		params string
		want   []string
	}{
		"two clauses": {`"filter":{"and":[` + a + `,` + x + `,` + yes + `]},` + sum, []string{"30", s}},
		"one clause by groups": {`"filter":` + x + `,"groups":[{"column":"g","values":["a","b","c"]}],` + sum,
			[]string{"50", s, "30", s, "0", "0"}},
		"one clause, many in no group": {`"filter":` + x + `,"groups":[{"column":"g","values":["a","b"]}],` + sum,
			[]string{"50", s, "30", "60"}},
		"no clause": {`"filter":` + a + `,` + sum, []string{"91", "137"}},
	} {
		if got := asked(t, m, c.params); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestFloorOfAbsorbedClauses: a clause which others imply hides whom it keeps out no better than once.
func TestFloorOfAbsorbedClauses(t *testing.T) {
	m := solo(t)
	const (
		p, notY = `{"column":"p","op":"=","value":"true"}`, `{"column":"h","op":"!=","value":"y"}`
		c, d    = `{"column":"g","op":"=","value":"c"}`, `{"column":"g","op":"=","value":"d"}`
		xz      = `{"column":"h","op":"in","values":["x","z"]}`
		two     = `{"or":[` + notY + `,{"column":"l","op":"=","value":"false"}]}`
		count   = `"measures":[{"op":"count"}]`
	)
	and := func(parts ...string) string {
		out := `"filter":{"and":[` + parts[0]
		for _, part := range parts[1:] {
			out += "," + part
		}
		return out + `]},` + count
	}
	or := func(a, b string) string { return `{"or":[` + a + `,` + b + `]}` }
	for name, params := range map[string]string{
		"plain":                    and(p, notY),
		"absorbed":                 and(p, notY, or(notY, d), or(notY, c)),
		"in other words":           and(p, notY, or(xz, d), or(xz, c)),
		"never alone":              and(p, or(notY, d), or(notY, c), or(notY, `{"and":[`+c+`,`+d+`]}`)),
		"a clause on two columns":  and(p, two, or(two, d), or(two, c)),
		"beside what always holds": and(p, or(notY, d), or(xz, c), or(xz, `{"column":"v","op":">","value":"99"}`)),
	} {
		if got := asked(t, m, params); !slices.Equal(got, []string{s}) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if got := asked(t, m, `"filter":`+p+`,`+count); !slices.Equal(got, []string{"31"}) {
		t.Errorf("without the clause: %v", got)
	}
}
