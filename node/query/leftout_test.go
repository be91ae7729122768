package query

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// TestLeftOut: an audit says of each group how many of its rows lack a label or a prediction; under a floor it says that
// it does not; and nobody pays for it.
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

	floored, err := p.Run(m.stream(), Release{How: job.Exact, LiveSubjects: 121, Floor: 5})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range append(floored.Fairness.Groupings[0].Groups, floored.Fairness.Groupings[0].Overall) {
		if !g.LeftOut.Suppressed() {
			t.Errorf("under a floor %s says %+v", g.Name, g.LeftOut)
		}
	}

	private, err := p.Run(m.stream(), Release{How: job.Private, Rho: budgetRho(1_000_000), Key: noiseKey(t, 1), LiveSubjects: 121})
	if err != nil {
		t.Fatal(err)
	}
	if o := private.Privacy.Outputs; len(o) != 1 || o[0].L0 != "1" || o[0].RhoMicro != "1000000" {
		t.Errorf("the outputs of a private release are %+v", o)
	}
	if f := private.Fairness.Groupings[0].Groups[1].LeftOut; f.Noisy == "" || f.Low == "" || number(t, *f) < 30 || number(t, *f) > 50 {
		t.Errorf("a private release says %+v of 40", f)
	}

	whole := load(t, schema(""), "id,g,p,l\na,f,1,0\n")
	if g := exact(t, plan(t, kind.Fairness, whole.schema, params), whole).Fairness.Groupings[0].Groups[0]; g.LeftOut != nil {
		t.Errorf("where no row can lack a label there is %+v", g.LeftOut)
	}
}
