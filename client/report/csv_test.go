package report

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

func TestCSV(t *testing.T) {
	cells := []query.Line{
		{Group: []string{"a,b", "x"}, Figures: []figure.Figure{{Value: "3", Low: "1", High: "5"},
			{Value: figure.Suppressed}}},
		{Group: []string{"c", `"y"`}, Figures: []figure.Figure{{Value: "", Low: "0", High: ""}, {Value: "1.50"}}},
	}
	r := &statistics.Result{Query: &query.Result{Groupings: []string{"grp", "sex"}, Measures: []string{"count",
		"mean(age)"}, Cells: cells}}
	check(t, r, "grp,sex,rows,mean(age)\n\"a,b\",x,3,suppressed\nc,\"\"\"y\"\"\",,1.50\n")
	r.Privacy = &statistics.Privacy{}
	check(t, r, "grp,sex,rows,rows low,rows high,mean(age),mean(age) low,mean(age) high\n"+
		"\"a,b\",x,3,1,5,suppressed,,\nc,\"\"\"y\"\"\",,0,,1.50,,\n")

	group := fairness.Group{Name: "a", Matrix: fairness.Matrix{N: figure.Figure{Value: "7"}},
		LeftOut: &figure.Figure{Value: "4"}}
	r = &statistics.Result{Fairness: &fairness.Result{Groupings: []fairness.Grouping{{
		Name: "race", Reference: "b", Groups: []fairness.Group{group},
		Overall: fairness.Group{Name: "overall"},
	}}}}
	var b strings.Builder
	if err := CSV(&b, r); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(b.String(), "\n"); lines[1] != "race,a,b,n,7,," || len(lines) != 1+15+14+1 ||
		lines[15] != "race,a,b,leftOut,4,," {
		t.Errorf("an audit is\n%s", b.String())
	}
}

func check(t *testing.T, r *statistics.Result, want string) {
	t.Helper()
	var b strings.Builder
	if err := CSV(&b, r); err != nil || b.String() != want {
		t.Errorf("is\n%s\n%v, want\n%s", b.String(), err, want)
	}
}
