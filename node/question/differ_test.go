package question_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

const (
	head   = `{"format":"assent-query/1",`
	number = `"measures":[{"op":"count"}]}`
	adult  = `{"column":"age","op":">=","value":"18"}`
	solo   = `{"not":{"column":"grp","op":"=","value":"solo"}}`
	wardA  = `{"column":"ward","op":"=","value":"a"}`
	flag   = `{"column":"flag","op":"=","value":"true"}`
	born   = `{"column":"age","op":">=","value":"0"}`   // the schema has it so
	mortal = `{"column":"age","op":"<=","value":"120"}` // and so
	known  = `{"not":{"column":"ward","op":"null"}}`
	audit  = `{"format":"assent-fairness/1","groups":[{"column":"grp","reference":"solo"}],"label":` + flag +
		`,"prediction":`
)

func every(parts ...string) string  { return `{"and":[` + strings.Join(parts, ",") + `]}` }
func either(parts ...string) string { return `{"or":[` + strings.Join(parts, ",") + `]}` }
func no(part string) string         { return `{"not":` + part + `}` }

// asking is a query with a filter and a count, grouped when groups are given.
func asking(filter string, groups ...string) string {
	s := head
	if filter != "" {
		s += `"filter":` + filter + ","
	}
	if len(groups) > 0 {
		s += `"groups":[` + strings.Join(groups, ",") + "],"
	}
	return s + number
}

func age(op, value string) string {
	return `{"column":"age","op":"` + op + `","value":"` + value + `"}`
}

func parsed(t *testing.T, params string) statistics.Parameters {
	t.Helper()
	k := kind.Query
	if strings.Contains(params, fairness.Format) {
		k = kind.Fairness
	}
	p, _, err := statistics.Read(k, []byte(params))
	if err != nil {
		t.Fatalf("%s: %v", params, err)
	}
	return p
}

func schemaOf(t *testing.T, text string) *schema.Schema {
	t.Helper()
	s, err := schema.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestDifferWords: what one question has and the other has not is in words; what always holds, and another spelling of
// the same, is not a difference.
func TestDifferWords(t *testing.T) {
	s := schemaOf(t, clinicSchema)
	for _, c := range []struct{ other, one, want string }{
		{asking(""), asking(""), "the same question"},
		{asking(every(adult, born)), asking(no(either(age("<=", "17"), no(mortal)))), "the same question"},
		{asking(adult), asking(every(adult, solo)), `without where not (grp is "solo")`},
		{asking(every(solo, every(adult))), asking(adult), `also where not (grp is "solo")`},
		{asking(age(">=", "65")), asking(age(">", "65")), "where age is at least 65, not age is above 65"},
		{asking("", `{"column":"grp"}`), asking(""), `also grouped by grp: "solo", "rest, all"`},
		{head + `"measures":[{"op":"sum","column":"age","max":"90"}]}`,
			head + `"measures":[{"op":"mean","column":"age"}]}`,
			"asking the sum of age, values below 0 counted as 0 and above 90 as 90, not the mean of age, which the " +
				"schema bounds by 0 and 120"},
		{audit + every(adult, solo) + `}`, audit + adult + `}`, `also predicted positive: not (grp is "solo")`},
		{asking(adult), audit + adult + `}`, "number of rows, where age is at least 18"},
	} {
		if d := question.Differ(parsed(t, c.other), parsed(t, c.one), s); d.Words != c.want || !d.Near {
			t.Errorf("%s\nand %s\ndiffer by %+v; want %q", c.other, c.one, d, c.want)
		}
	}
}

// TestNear: what a question pads, spells or measures otherwise, and of which kind it is, hides from nothing that it is
// near. why is empty for those that are apart.
func TestNear(t *testing.T) {
	s := schemaOf(t, clinicSchema)
	byAge := func(edges string) string { return `{"column":"age","edges":[` + edges + `]}` }
	rules := func(where ...string) string {
		var all []string
		for i, w := range where {
			all = append(all, `{"name":"`+string(rune('a'+i))+`","where":`+w+`}`)
		}
		return `{"name":"by rules","rules":[` + strings.Join(all, ",") + `]}`
	}
	sum := func(filter, measure string) string {
		return head + `"filter":` + filter + `,"measures":[` + measure + `]}`
	}
	lots := func(from int) string { // an "or" of many parts on two columns
		var parts []string
		for i := range 18 {
			parts = append(parts, every(age("=", strconv.Itoa(from+2*i)),
				`{"column":"first name","op":"!=","value":"`+strconv.Itoa(i%10)+`"}`,
				`{"column":"score","op":"<","value":"`+strconv.Itoa(i+50)+`.00"}`))
		}
		return either(parts...)
	}
	const (
		same, nested, contains = "its conditions are the same", "its rows are among",
			"the rows of this one are among its"
		ageOnly, grpOnly = "its rows differ in age only", "its rows differ in grp only"
	)
	for name, c := range map[string]struct{ other, one, why string }{
		"always true, one each side": {asking(every(age("<", "63"), born)),
			asking(every(age("<=", "63"), mortal)), ageOnly},
		"always true, two":   {asking(every(adult, born, mortal)), asking(every(adult, solo)), grpOnly},
		"above for at least": {asking(every(adult, born)), asking(every(age(">", "17"), solo)), grpOnly},
		"De Morgan": {asking(no(either(no(adult), no(mortal)))),
			asking(every(adult, solo, born)), grpOnly},
		"decimals": {asking(`{"column":"score","op":">","value":"1.49"}`),
			asking(every(`{"column":"score","op":">=","value":"1.50"}`, solo)), grpOnly},
		"a list in another order": {asking(`{"column":"ward","op":"in","values":["b","a"]}`),
			asking(either(wardA, `{"column":"ward","op":"=","value":"b"}`)), same},
		"count and clamped sum": {asking(adult),
			sum(every(adult, solo), `{"op":"sum","column":"age","min":"1","max":"2"}`),
			grpOnly},
		"count and mean": {asking(adult), sum(every(adult, solo), `{"op":"mean","column":"age"}`), grpOnly},
		"sums of two columns": {sum(adult, `{"op":"sum","column":"age"}`), sum(adult, `{"op":"sum","column":"score"}`),
			same},
		"a sum of truths": {sum(age("<", "63"), `{"op":"sum","column":"flag"}`),
			asking(every(age(">", "10"), flag)), ageOnly},
		"a sum that counts": {sum(`{"column":"score","op":"<=","value":"60.00"}`,
			`{"op":"sum","column":"age","min":"17","max":"18"}`),
			asking(every(adult, `{"column":"score","op":">=","value":"30.00"}`)), "its rows differ in score only"},
		"another kind": {audit + adult + `}`,
			asking(every(adult, `{"column":"grp","op":"=","value":"solo"}`, flag)), same},
		"label for prediction": {audit + adult + `}`, audit + age(">", "40") + `}`, same},
		"a group and a filter": {asking("", `{"column":"ward","null":true}`), asking(every(wardA, adult)), ageOnly},
		"moved edges": {asking(flag, byAge(`"0","63","121"`)),
			asking(every(flag, age("<", "64")), `{"column":"back"}`), "the rows of this one"},
		"groups added up": {asking(`{"column":"score","op":"<=","value":"60.00"}`, byAge(`"0","20","40","60","80"`)),
			asking(every(age(">=", "20"), age("<", "60"), `{"column":"score","op":">=","value":"30.00"}`)),
			"its rows differ in score only"},
		"rules and a filter": {asking("", rules(every(wardA, flag), adult)),
			asking(every(wardA, flag, age("<", "90"))), ageOnly},
		"a rule that is left": {asking("", rules(age("<", "60"), born)),
			asking(every(age(">=", "61"), solo)), "the rows of this one"},
		"what is left out": {asking(every(age("<", "63"), flag)),
			asking(either(age(">", "63"), no(flag))), "its rows are what this one leaves out"},
		"nested, two columns": {asking(every(adult, solo, flag)), asking(adult), nested},
		"around, two columns": {asking(adult), asking(every(adult, solo, flag)), contains},
		"a moved bound and clauses that few fail": {asking(every(age("<", "63"), known)),
			asking(every(age("<=", "63"), `{"column":"score","op":"<","value":"99.90"}`)),
			"its rows differ in few values of"},
		"too many parts": {asking(lots(0)), asking(lots(1)), "it could not be told apart"},

		"clauses of other columns": {asking(every(adult, wardA)), asking(every(solo, flag)), ""},
		"groups of other columns": {asking(every(wardA), byAge(`"0","30","60"`)),
			asking(every(flag), `{"column":"back"}`), ""},
		"apart in two columns": {asking(every(age("<", "30"), wardA)), asking(every(age(">", "50"), solo)), ""},
		"apart, and grouped": {asking(every(age("<", "30"), flag), `{"column":"ward"}`),
			asking(every(age(">", "50"), no(flag)), `{"column":"back"}`), ""},
		"nothing fits": {asking(every(adult, age("<", "10"))), asking(wardA), ""},
	} {
		for _, pair := range [][2]string{{c.other, c.one}, {c.one, c.other}} {
			d := question.Differ(parsed(t, pair[0]), parsed(t, pair[1]), s)
			if d.Near != (c.why != "") || d.Near != (d.Why != "") ||
				pair[0] == c.other && !strings.HasPrefix(d.Why, c.why) {
				t.Errorf("%s: %+v, want %q", name, d, c.why)
			}
		}
	}
}
