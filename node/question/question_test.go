package question_test

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

const clinicSchema = `{"format":"assent-schema/1","title":"Clinic","subject":"id","maxContributions":3,"columns":[
{"name":"age","type":"integer","min":"0","max":"120"},
{"name":"seen","type":"date","min":"2000-01-01","max":"2030-12-31","nullable":true},
{"name":"grp","type":"category","values":["solo","rest, all"]},
{"name":"ward","type":"category","nullable":true,"values":["a","b","c","d","e","f","g","h","i","j","k","l","m"]},
{"name":"score","type":"decimal","scale":2,"min":"0.00","max":"100.00","nullable":true},
{"name":"flag","type":"boolean"},
{"name":"back","type":"boolean","nullable":true},
{"name":"first name","type":"integer","min":"0","max":"9"}]}`

func ask(t *testing.T, k kind.Kind, params string, terms question.Terms) *question.Question {
	t.Helper()
	s, err := schema.Parse([]byte(clinicSchema))
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := statistics.Read(k, []byte(params))
	if err != nil {
		t.Fatal(err)
	}
	q, err := question.Of(p, s, terms)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

var exact = question.Terms{Release: job.Exact}

func TestRows(t *testing.T) {
	for filter, want := range map[string]string{
		`{"column":"age","op":">=","value":"18"}`:            "age is at least 18",
		`{"column":"age","op":">","value":"18"}`:             "age is above 18",
		`{"column":"age","op":"<","value":"18"}`:             "age is below 18",
		`{"column":"age","op":"<=","value":"18"}`:            "age is at most 18",
		`{"column":"age","op":"=","value":"18"}`:             "age is 18",
		`{"column":"seen","op":"<","value":"2020-01-31"}`:    "seen is before 2020-01-31",
		`{"column":"seen","op":">=","value":"2020-01-31"}`:   "seen is on or after 2020-01-31",
		`{"column":"grp","op":"=","value":"solo"}`:           `grp is "solo"`,
		`{"column":"grp","op":"!=","value":"rest, all"}`:     `grp is not "rest, all"`,
		`{"column":"ward","op":"!=","value":"a"}`:            `ward is not "a" and not empty`,
		`{"column":"ward","op":"in","values":["a","b","c"]}`: `ward is one of ("a", "b", "c")`,
		`{"column":"ward","op":"in","values":["a"]}`:         `ward is "a"`,
		`{"column":"first name","op":"<","value":"5"}`:       `"first name" is below 5`,
		`{"and":[{"column":"ward","op":"in","values":["a","b"]},{"column":"age","op":"=","value":"1"}]}`: `ward is one of ` +
			`("a", "b") and age is 1`,
		`{"or":[{"column":"ward","op":"!=","value":"a"},{"column":"flag","op":"=","value":"true"}]}`: `(ward is not "a" ` +
			`and not empty) or flag is true`,
		`{"column":"ward","op":"null"}`:                           "ward is empty",
		`{"column":"flag","op":"=","value":"true"}`:               "flag is true",
		`{"not":{"column":"seen","op":"<","value":"2020-01-31"}}`: "not (seen is before 2020-01-31)",
		`{"and":[{"column":"age","op":">","value":"1"},{"or":[{"column":"flag","op":"=","value":"true"},` +
			`{"not":{"and":[{"column":"age","op":"<","value":"9"},{"column":"grp","op":"=",` +
			`"value":"solo"}]}}]}]}`: `age is above 1 and (flag is true or not (age is below 9 and grp is "solo"))`,
		`{"or":[{"and":[{"column":"age","op":">","value":"1"},{"column":"age","op":"<","value":"9"}]}]}`: "age is above 1 " +
			"and age is below 9",
	} {
		q := ask(t, kind.Query, `{"format":"assent-query/1","filter":`+filter+`,"measures":[{"op":"count"}]}`, exact)
		if q.Rows != "rows of people who consent, where "+want {
			t.Errorf("%s reads\n%q, want\n%q", filter, q.Rows, want)
		}
		if q.Line != "number of rows, where "+want+"; exact" {
			t.Errorf("%s in one line reads %q", filter, q.Line)
		}
	}
	if q := ask(t, kind.Query, `{"format":"assent-query/1","measures":[{"op":"count"}]}`,
		exact); q.Rows != "all rows of people who consent" {
		t.Errorf("without a filter: %q", q.Rows)
	}
}

func TestGroups(t *testing.T) {
	for grouping, want := range map[string]string{
		`{"column":"grp"}`:                     `by grp: "solo", "rest, all"`,
		`{"column":"ward"}`:                    "by ward: each of its 13 declared values; rows without it are left out",
		`{"column":"ward","null":true}`:        "by ward: each of its 13 declared values, empty",
		`{"column":"ward","values":["b","a"]}`: `by ward: "b", "a"; rows with another value or none are left out`,
		`{"column":"flag"}`:                    "by flag: false, true",
		`{"column":"back"}`:                    "by back: false, true; rows without it are left out",
		`{"column":"age","edges":["18","25","121"]}`: "by age: from 18 to below 25, from 25 to below 121; rows with " +
			"another value are left out",
		`{"column":"age","values":["18"]}`: "by age: 18; rows with another value are left out",
		`{"name":"risk","rules":[{"name":"high","where":{"column":"age","op":">","value":"80"}},{"name":"low",` +
			`"where":{"column":"flag","op":"=","value":"false"}}]}`: `by the researcher's rules "risk", the first that ` +
			`holds of: "high" where age is above 80; "low" where flag is false; rows for which none of these holds are left out`,
	} {
		q := ask(t, kind.Query, `{"format":"assent-query/1","groups":[`+grouping+`],"measures":[{"op":"count"}]}`,
			exact)
		if len(q.Groups) != 1 || q.Groups[0] != want {
			t.Errorf("%s reads\n%q, want\n%q", grouping, q.Groups, want)
		}
	}
	q := ask(t, kind.Query, `{"format":"assent-query/1","groups":[{"column":"grp"},{"column":"flag"}],`+
		`"measures":[{"op":"count"}]}`, exact)
	if q.Lines != 4 || q.Line != "number of rows by grp and flag; exact" {
		t.Errorf("two groupings: %d lines, %q", q.Lines, q.Line)
	}
}

func TestFigures(t *testing.T) {
	for measure, want := range map[string]string{
		`{"op":"count"}`:               "the number of rows",
		`{"op":"sum","column":"age"}`:  "the sum of age, which the schema bounds by 0 and 120",
		`{"op":"mean","column":"age"}`: "the mean of age, which the schema bounds by 0 and 120",
		`{"op":"sum","column":"score"}`: "the sum of score, which the schema bounds by 0.00 and 100.00, " +
			"empty ones counted as nothing",
		`{"op":"mean","column":"score","max":"20.00"}`: "the mean of score, values below 0.00 counted as 0.00 and " +
			"above 20.00 as 20.00, over rows that have it",
		`{"op":"sum","column":"flag"}`:  "the number of rows where flag is true",
		`{"op":"mean","column":"flag"}`: "the share of rows where flag is true",
		`{"op":"mean","column":"back"}`: "the share of rows where back is true, among rows that have it",
	} {
		q := ask(t, kind.Query, `{"format":"assent-query/1","measures":[`+measure+`]}`, exact)
		if len(q.Figures) != 1 || q.Figures[0] != want {
			t.Errorf("%s reads\n%q, want\n%q", measure, q.Figures, want)
		}
	}
}

func TestFairness(t *testing.T) {
	q := ask(t, kind.Fairness, `{"format":"assent-fairness/1","filter":{"column":"age","op":">","value":"17"},
"prediction":{"not":{"column":"score","op":"<","value":"50.00"}},"label":{"column":"back","op":"=","value":"true"},
"groups":[{"column":"grp","reference":"rest, all"}]}`, question.Terms{Release: job.Private, Rho: 50_000})
	const line = "fairness audit by grp, predicted positive: not (score is below 50.00), positive: back is true, " +
		"where age is above 17; private, rho 0.05"
	if q.Line != line {
		t.Errorf("one line reads\n%q, want\n%q", q.Line, line)
	}
	if want := `by grp: "solo", "rest, all"; each compared with "rest, all"`; q.Groups[0] != want {
		t.Errorf("groups read %q, want %q", q.Groups, want)
	}
	if got := q.Figures[len(q.Figures)-1]; got != "rows without score or back are left out of these, and counted by "+
		"group as left out" {
		t.Errorf("the last figure is %q", got)
	}
	if len(q.Errors) != 1 || !strings.HasPrefix(q.Errors[0],
		"each of the four counts in confusion(grp) is off by at most ") {
		t.Errorf("the errors read %q", q.Errors)
	}
	// What a "not" makes of an empty cell is nothing here: such rows are left out.
	if text := strings.Join(q.Warnings, "\n"); strings.Contains(text, "empty cell") || strings.Contains(text,
		"few people") {
		t.Errorf("warns of what is not: %q", text)
	}
}

func TestCost(t *testing.T) {
	const params = `{"format":"assent-query/1","measures":[{"op":"count"},{"op":"mean","column":"age"}]}`
	q := ask(t, kind.Query, params, question.Terms{Release: job.Private, Rho: 100_000})
	if !strings.HasPrefix(q.Cost, "rho 0.1 of the privacy budget (epsilon ") ||
		!strings.HasSuffix(q.Cost, "split over 2 outputs: count, centred(age, 0, 120)") {
		t.Errorf("the cost reads %q", q.Cost)
	}
	if len(q.Errors) != 2 || !strings.HasSuffix(q.Errors[1], "divided by the line's count, at confidence 0.95") {
		t.Errorf("the errors read %q", q.Errors)
	}
	smaller := ask(t, kind.Query, params, question.Terms{Release: job.Private, Rho: 10_000})
	if smaller.Errors[0] == q.Errors[0] {
		t.Error("a tenth of the budget has the same error")
	}
	if q := ask(t, kind.Query, params, exact); q.Cost != "no privacy budget; the custodian's review is what protects "+
		"people" || q.Errors != nil {
		t.Errorf("an exact release costs %q, %q", q.Cost, q.Errors)
	}
}

func TestWarnings(t *testing.T) {
	const solo = `{"format":"assent-query/1","filter":{"column":"grp","op":"=","value":"solo"},` +
		`"measures":[{"op":"sum","column":"score"}]}`
	for name, c := range map[string]struct {
		params string
		terms  question.Terms
		want   []string
		not    string
	}{
		"one value, no floor": {solo, question.Terms{Release: job.Exact, MinCell: 1},
			[]string{"a sum or mean of one person is that person's value", `few people may fit: grp is "solo"`},
			"suppressed"},
		"one value, a floor": {solo, question.Terms{Release: job.Exact, MinCell: 5},
			[]string{"figures of fewer than 5 people are suppressed", `few people may fit: grp is "solo"`},
			"is that person's value"},
		"private": {solo, question.Terms{Release: job.Private, Rho: 50_000, MinCell: 1},
			[]string{"a person has up to 3"},
			"few people"},
		"all but one value": {`{"format":"assent-query/1","filter":{"column":"grp","op":"!=","value":"solo"},` +
			`"measures":[{"op":"count"}]}`,
			exact, []string{`few people may fit: grp is not "solo"`}, ""},
		"many lines": {`{"format":"assent-query/1","groups":[{"column":"ward"}],"measures":[{"op":"count"}]}`,
			question.Terms{Release: job.Exact,
				Live: 130}, []string{"each of the 13 lines can be of few people; 130 people " +
				"consent, 10 for each"}, ""},
		"not, over an empty cell": {`{"format":"assent-query/1","filter":{"not":{"column":"seen","op":"<",` +
			`"value":"2020-01-31"}},"measures":[{"op":"count"}]}`,
			exact, []string{"rows without seen can take part"}, ""},
		"twice not": {`{"format":"assent-query/1","filter":{"not":{"not":{"column":"seen","op":"<",` +
			`"value":"2020-01-31"}}},"measures":[{"op":"count"}]}`,
			exact, nil, "can take part"},
	} {
		text := strings.Join(ask(t, kind.Query, c.params, c.terms).Warnings, "\n")
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: want %q in\n%s", name, want, text)
			}
		}
		if c.not != "" && strings.Contains(text, c.not) {
			t.Errorf("%s: %q is in\n%s", name, c.not, text)
		}
	}
}

// TestAllOfAQuestion holds the text that people read, whole.
func TestAllOfAQuestion(t *testing.T) {
	q := ask(t, kind.Query, `{"format":"assent-query/1","filter":{"column":"grp","op":"=","value":"solo"},
"measures":[{"op":"sum","column":"score"}]}`, question.Terms{Release: job.Exact, MinCell: 1})
	var b strings.Builder
	for _, l := range q.Text() {
		b.WriteString(l[0] + ": " + l[1] + "\n")
	}
	const want = `rows: rows of people who consent, where grp is "solo"
groups: none: one line for all rows
figures: the sum of score, which the schema bounds by 0.00 and 100.00, empty ones counted as nothing
release: exact: the figures leave as they are, without noise
cost: no privacy budget; the custodian's review is what protects people
beware: the policy has no smallest cell (minCell): a figure of one person leaves as it is, and a sum or mean of one person is that person's value
: few people may fit: grp is "solo". Nothing here tells how many do; together with a question without it, the rest can be told too
: figures are of rows, and a person has up to 3
`
	if b.String() != want {
		t.Errorf("reads\n%s", b.String())
	}
}

// A name in letters that are read from right to left, or that join others, is written in their numbers.
func TestNames_thatTurn(t *testing.T) {
	q := ask(t, kind.Query, `{"format":"assent-query/1","groups":[{"name":"a\u05d0 b","rules":[{"name":"x\u0336",`+
		`"where":{"column":"age","op":">","value":"5"}}]}],"measures":[{"op":"count"}]}`, exact)
	if want := `number of rows by the researcher's rules "a\u05d0 b"; exact`; q.Line != want {
		t.Errorf("the line is %q, want %q", q.Line, want)
	}
	if !strings.Contains(q.Groups[0], `"x\u0336" where age is above 5`) {
		t.Errorf("the groups are %q", q.Groups[0])
	}
}

func TestUnfit(t *testing.T) {
	s, err := schema.Parse([]byte(clinicSchema))
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := statistics.Read(kind.Query, []byte(`{"format":"assent-query/1","measures":[{"op":"sum",`+
		`"column":"none"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := question.Of(p, s, exact); err == nil {
		t.Error("a question about a column that is not there has words")
	}
}

// What the researcher names freely is in quotes wherever it is read, and cannot turn what stands around it.
func TestNames(t *testing.T) {
	const name = "age; private, rho 0.01"
	rules := `"groups":[{"name":"` + name + `","rules":[{"name":"all","where":{"column":"first name","op":">",` +
		`"value":"5"}}]` +
		`%s}]`
	q := ask(t, kind.Query, `{"format":"assent-query/1",`+strings.Replace(rules, "%s", "", 1)+
		`,"measures":[{"op":"sum","column":"first name"}]}`, exact)
	if want := `sum of "first name" by the researcher's rules "` + name + `"; exact`; q.Line != want {
		t.Errorf("the line is %q, want %q", q.Line, want)
	}
	if want := `by the researcher's rules "` + name +
		`", the first that holds of: "all" where "first name" is above 5; ` +
		`rows for which none of these holds are left out`; q.Groups[0] != want {
		t.Errorf("the groups are %q, want %q", q.Groups[0], want)
	}
	q = ask(t, kind.Fairness, `{"format":"assent-fairness/1","prediction":{"column":"flag","op":"=","value":"true"},`+
		`"label":{"column":"back","op":"=","value":"true"},`+strings.Replace(rules, "%s", `,"reference":"all"`, 1)+`}`,
		question.Terms{Release: job.Private, Rho: 50_000})
	for _, text := range append(q.Errors, q.Cost) {
		if !strings.Contains(text, `confusion("`+name+`")`) {
			t.Errorf("the grouping has no quotes in %q", text)
		}
	}
	q = ask(t, kind.Query, `{"format":"assent-query/1","measures":[{"op":"mean","column":"first name"}]}`,
		question.Terms{Release: job.Private, Rho: 50_000})
	if !strings.HasSuffix(q.Cost, `centred("first name", 0, 9)`) {
		t.Errorf("the cost is %q", q.Cost)
	}
}

// Conditions that pick few values of a column by order, by a list, or by what other rules leave, are said to.
func TestFew(t *testing.T) {
	for filter, want := range map[string]string{
		`{"and":[{"column":"age","op":">=","value":"44"},{"column":"flag","op":"=","value":"true"},` +
			`{"column":"age","op":"<=","value":"44"}]}`: "age is at least 44 and age is at most 44",
		`{"and":[{"column":"age","op":">","value":"43"},{"and":[{"column":"age","op":"<","value":"46"}]}]}`: "age is above " +
			"43 and age is below 46",
		`{"column":"age","op":">","value":"118"}`: "age is above 118",
		`{"column":"age","op":">","value":"0"}`:   "age is above 0",
		`{"and":[{"column":"seen","op":">=","value":"2020-01-01"},{"column":"seen","op":"<",` +
			`"value":"2020-02-01"}]}`: "seen " +
			"is on or after 2020-01-01 and seen is before 2020-02-01",
		`{"column":"ward","op":"in","values":["a","m"]}`: `ward is one of ("a", "m")`,
		`{"not":{"or":[{"column":"age","op":"<","value":"44"},{"column":"age","op":">","value":"44"}]}}`: "not (age is " +
			"below 44 or age is above 44)",
		`{"or":[{"column":"flag","op":"=","value":"true"},{"column":"age","op":"=","value":"44"}]}`: "age is 44",
		`{"not":{"and":[{"column":"flag","op":"=","value":"true"},{"column":"age","op":"!=",` +
			`"value":"44"}]}}`: "not (age is " +
			"not 44)",
		`{"and":[{"column":"age","op":">=","value":"18"},{"column":"age","op":"<","value":"65"}]}`: "",
		`{"or":[{"column":"age","op":"<=","value":"44"},{"column":"age","op":">=","value":"44"}]}`: "",
		`{"or":[{"column":"age","op":"=","value":"44"},{"column":"age","op":"!=","value":"44"}]}`: "age is 44; age " +
			"is not 44",
		`{"column":"ward","op":"in","values":["a","b","c","d"]}`:                                  "",
		`{"column":"grp","op":"in","values":["solo","rest, all"]}`:                                "",
		`{"column":"flag","op":"=","value":"true"}`:                                               "",
		`{"and":[{"column":"age","op":"<","value":"44"},{"column":"age","op":">","value":"44"}]}`: "",
		`{"not":{"column":"seen","op":"null"}}`:                                                   "",
		`{"and":[{"column":"grp","op":"=","value":"solo"},{"column":"grp","op":"=","value":"solo"}]}`: `grp is "solo" ` +
			`and grp is "solo"`,
	} {
		q := ask(t, kind.Query, `{"format":"assent-query/1","filter":`+filter+`,"measures":[{"op":"count"}]}`, exact)
		text, start := strings.Join(q.Warnings, "\n"), "few people may fit: "
		if want == "" && strings.Contains(text, start) || !strings.Contains(text, start+want+". ") && want != "" {
			t.Errorf("%s: want %q in\n%s", filter, want, text)
		}
	}
	q := ask(t, kind.Query, `{"format":"assent-query/1","filter":{"column":"age","op":">=","value":"20"},"groups":[
{"name":"g","rules":[{"name":"a","where":{"column":"age","op":"<","value":"44"}},
{"name":"b","where":{"column":"age","op":"<=","value":"44"}},{"name":"c","where":{"column":"age","op":"<=","value":"90"}}]}],
"measures":[{"op":"count"}]}`, exact)
	if text := strings.Join(q.Warnings, "\n"); !strings.Contains(text,
		`few people may fit: group "b" of "g", by what is left of age. `) {
		t.Errorf("a group of one age is not told:\n%s", text)
	}
}
