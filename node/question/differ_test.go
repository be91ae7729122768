package question_test

import (
	"testing"

	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
)

// TestDiffer: questions that differ in a clause, a group or a bound are near, and the difference is in words.
func TestDiffer(t *testing.T) {
	s, err := vault.ParseSchema([]byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	read := func(k kind.Kind, params string) query.Params {
		p, _, err := query.ParseLoose(k, []byte(params))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	const (
		count = `"measures":[{"op":"count"}]}`
		head  = `{"format":"assent-query/1",`
		adult = `{"column":"age","op":">=","value":"18"}`
		solo  = `{"not":{"column":"grp","op":"=","value":"solo"}}`
		wardA = `{"column":"ward","op":"=","value":"a"}`
		flag  = `{"column":"flag","op":"=","value":"true"}`
		audit = `{"format":"assent-fairness/1","groups":[{"column":"grp","reference":"solo"}],` +
			`"label":` + flag + `,"prediction":`
	)
	for _, c := range []struct {
		kind             kind.Kind
		other, one, want string
	}{
		{kind.Query, head + count, head + count, "the same question"},
		{kind.Query, head + `"filter":` + adult + `,` + count,
			head + `"filter":{"and":[` + adult + `,` + solo + `]},` + count,
			`without where not (grp is "solo")`},
		{kind.Query, head + `"filter":{"and":[` + solo + `,{"and":[` + adult + `]}]},` + count,
			head + `"filter":` + adult + `,` + count,
			`also where not (grp is "solo")`},
		{kind.Query, head + `"filter":{"column":"age","op":">=","value":"65"},` + count,
			head + `"filter":{"column":"age","op":">=","value":"66"},` + count, "where age is at least 65, not age is at " +
				"least 66"},
		{kind.Query, head + `"groups":[{"column":"grp"}],` + count, head + count, `also grouped by grp: "solo", "rest, all"`},
		{kind.Query, head + `"measures":[{"op":"sum","column":"age","max":"90"}]}`,
			head + `"measures":[{"op":"mean","column":"age"}]}`,
			"asking the sum of age, values below 0 counted as 0 and above 90 as 90, not the mean of age, which the schema " +
				"bounds by 0 and 120"},
		{kind.Query, head + `"filter":{"and":[` + adult + `,` + wardA + `]},` + count,
			head + `"filter":{"and":[` + solo + `,` + flag + `]},` +
				count, ""},
		{kind.Query, head + `"measures":[{"op":"sum","column":"age"}]}`, head + `"measures":[{"op":"mean",` +
			`"column":"score"}]}`, ""},
		{kind.Fairness, audit + `{"and":[` + adult + `,` + solo + `]}}`, audit + adult + `}`,
			`also predicted positive: not (grp is "solo")`},
	} {
		words, near := question.Differ(read(c.kind, c.other), read(c.kind, c.one), s)
		if words != c.want || near != (c.want != "") {
			t.Errorf("%s\nand %s\ndiffer by %q, %t; want %q", c.other, c.one, words, near, c.want)
		}
	}
}
