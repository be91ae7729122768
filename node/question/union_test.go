package question_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

const unionSchema = `{"format":"assent-schema/1","title":"S","subject":"id","maxContributions":1,"columns":[
{"name":"v","type":"integer","min":"0","max":"100"},{"name":"b","type":"boolean"},
{"name":"x","type":"integer","min":"0","max":"100","nullable":true},{"name":"y","type":"integer","min":"0","max":"100"},
{"name":"c","type":"integer","min":"0","max":"100"}]}`

// TestNearUnions: what is told is of all rows of a figure together. A condition on several columns that always holds
// does not hide how little two questions differ by, nor do the boxes of a condition that does not always hold.
func TestNearUnions(t *testing.T) {
	s := schemaOf(t, unionSchema)
	is := func(column, op, value string) selection.Filter {
		return selection.Filter{Column: column, Op: op, Value: value}
	}
	and := func(parts ...selection.Filter) selection.Filter { return selection.Filter{And: parts} }
	or := func(parts ...selection.Filter) selection.Filter { return selection.Filter{Or: parts} }
	always := or(is("x", "<", "50"), is("y", "<", "50"), and(is("y", ">=", "50"), or(is("x", ">=", "50"),
		selection.Filter{Column: "x", Op: "null"})))
	too := or(is("c", ">=", "70"), is("y", ">=", "70"), is("b", "=", "true"),
		and(is("c", "<", "70"), is("y", "<", "70"), is("b", "=", "false")))
	either := or(is("x", "<", "30"), is("y", "<", "30"))
	likewise := or(is("y", "<", "30"), and(is("y", ">=", "30"), is("x", "<", "30")))
	another := or(is("x", "<", "60"), is("y", ">", "80"))
	c80 := is("c", "<=", "80")
	ofB, ofV := selection.Grouping{Column: "b"}, selection.Grouping{Column: "v", Edges: []string{"10", "63", "100"}}
	byRules := selection.Grouping{Name: "r", Rules: []selection.Rule{
		{Name: "one", Where: and(either, is("v", ">=", "10"), is("v", "<", "63"), is("b", "=", "false"))},
		{Name: "two", Where: is("b", "=", "true")}}}
	narrow := func(more ...selection.Filter) selection.Filter {
		return and(append(more, is("v", ">=", "5"), is("v", "<", "63"), is("b", "=", "false"))...)
	}
	ask := func(f selection.Filter, groups ...selection.Grouping) statistics.Parameters {
		return statistics.Parameters{Query: &query.Parameters{Format: query.Format, Filter: &f, Groups: groups,
			Measures: []query.Measure{{Op: "count"}, {Op: "sum", Column: "y"}}}}
	}
	audit := func(f, prediction selection.Filter, groups ...selection.Grouping) statistics.Parameters {
		return statistics.Parameters{Fairness: &fairness.Parameters{Format: fairness.Format, Filter: &f,
			Prediction: prediction, Label: is("b", "=", "true"), Groups: groups}}
	}
	referring := func(g selection.Grouping, to string) selection.Grouping { g.Reference = to; return g }
	for name, c := range map[string]struct {
		one, other statistics.Parameters
		near       bool
	}{
		"plain":          {ask(c80, ofV, ofB), ask(narrow(c80)), true},
		"always":         {ask(and(always, c80), ofV, ofB), ask(narrow(c80, too)), true},
		"one of them":    {ask(and(always, c80), ofV, ofB), ask(narrow(c80)), true},
		"two boxes":      {ask(and(either, c80), ofV, ofB), ask(narrow(c80, likewise)), true},
		"and always":     {ask(and(either, always), ofV, ofB), ask(narrow(likewise, too)), true},
		"by rules":       {ask(c80, byRules), ask(narrow(c80, likewise)), true},
		"all of b":       {ask(either, ofV, ofB), ask(and(likewise, is("v", ">=", "20"), is("v", "<", "63"))), true},
		"of a predicted": {audit(c80, either, referring(ofV, "[10, 63)")), ask(narrow(c80, likewise)), true},
		"other rows":     {ask(and(either, c80), ofV, ofB), ask(narrow(is("c", ">", "80"), another)), false},
		"others too":     {ask(either, byRules), ask(and(another, is("c", "<", "40"), is("b", "=", "true"))), false},
	} {
		for _, pair := range [][2]statistics.Parameters{{c.one, c.other}, {c.other, c.one}} {
			if d := question.Differ(pair[0], pair[1], s); d.Near != c.near {
				t.Errorf("%s: %+v", name, d)
			}
		}
	}
}

// TestNearGroupsHoweverSpelled: one group of a question and the question for a little more than that group are near,
// whatever both have in common and however it is spelled.
func TestNearGroupsHoweverSpelled(t *testing.T) {
	s := schemaOf(t, smallSchema)
	r := filters{rand.New(rand.NewPCG(8, 2))}
	told, unsure := 0, 0
	for trial := range 1000 {
		common := r.condition(1)
		ask := func(f selection.Filter, groups ...selection.Grouping) statistics.Parameters {
			return statistics.Parameters{Query: &query.Parameters{Format: query.Format, Filter: &f, Groups: groups,
				Measures: []query.Measure{{Op: "count"}}}}
		}
		low := 1 + r.IntN(4)
		one := ask(r.spell(selection.Filter{And: []selection.Filter{r.always(), common}}),
			selection.Grouping{Column: "n", Edges: []string{strconv.Itoa(low), strconv.Itoa(low + 4), "9"}},
			selection.Grouping{Column: "b"})
		other := ask(selection.Filter{And: []selection.Filter{r.spell(common), r.always(),
			{Column: "n", Op: ">=", Value: strconv.Itoa(low - 1)}, {Column: "n", Op: "<", Value: strconv.Itoa(low + 4)},
			{Column: "b", Op: "=", Value: "false"}}})
		group := selection.Filter{And: []selection.Filter{*other.Query.Filter,
			{Column: "n", Op: ">=", Value: strconv.Itoa(low)}}}
		if !compiles(one, s) || !compiles(other, s) || !slices.Contains(truth(&group, everyRow()), true) {
			continue // nested too deeply, or no one can be in the group
		}
		told++
		d := question.Differ(one, other, s)
		if !d.Near {
			t.Fatalf("trial %d: %s by groups and %s are not near", trial, text(*one.Query.Filter),
				text(*other.Query.Filter))
		}
		unsure += strings.Count(d.Why, "told apart")
	}
	t.Logf("%d pairs, %d not told apart", told, unsure)
	if told < 200 || unsure*10 > told {
		t.Error("the pairs say little")
	}
}
