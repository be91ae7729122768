package vectors

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

func canonicalVectors() (any, error) {
	type good struct {
		Name      string `json:"name"`
		Input     string `json:"input"`
		Canonical string `json:"canonical"`
	}
	var goods []good
	for _, in := range []struct{ name, input string }{
		{"empty object", " { } "},
		{"empty array", "[\n]"},
		{"members are sorted", `{"b":1,"a":2,"aa":3,"":4}`},
		{"sorted by UTF-16, not by code point", `{"\ufb33":1,"\ud83d\ude00":2,"\u00f6":3,"1":4,"\u0080":5}`},
		{"nested", `{"x":[{"z":null,"y":true},false,[]]}`},
		{"integers", `[0,-1,9007199254740991,-9007199254740991]`},
		{"escapes become the shortest", `"\u0041\u002f\/\u000a\u0008\u001f\"\\\u2028"`},
		{"surrogates become one character", `"\ud83d\ude00"`},
		{"no HTML escapes", `"<&>\u003c"`},
		{"unicode is not normalized", `["\u00e9","e\u0301"]`},
	} {
		c, err := canonical.Canonicalize([]byte(in.input))
		if err != nil {
			return nil, err
		}
		goods = append(goods, good{in.name, in.input, string(c)})
	}
	deep := func(n int) string {
		b := make([]byte, 0, 2*n)
		for range n {
			b = append(b, '[')
		}
		for range n {
			b = append(b, ']')
		}
		return string(b)
	}
	return map[string]any{
		"good": goods,
		"bad": []Bad{
			{"nothing", "", "value expected"},
			{"two values", "1 2", "after the value"},
			{"fraction", "1.0", "integers"},
			{"exponent", "1e3", "integers"},
			{"minus zero", "-0", "minus zero"},
			{"leading zero", "01", "leading zero"},
			{"plus", "+1", "value expected"},
			{"too large", "9007199254740992", "2^53-1"},
			{"too small", "-9007199254740992", "2^53-1"},
			{"duplicate member", `{"a":1,"a":1}`, "twice"},
			{"duplicate member after unescaping", `{"a":1,"\u0061":1}`, "twice"},
			{"comma at the end", `[1,]`, "value expected"},
			{"comment", "/**/1", "value expected"},
			{"not a number", "NaN", "value expected"},
			{"single quotes", `'a'`, "value expected"},
			{"unquoted name", `{a:1}`, "member name"},
			{"raw control character", "\"a\tb\"", "control character"},
			{"unknown escape", `"\x41"`, "unknown escape"},
			{"lone surrogate", `"\ud800"`, "surrogate"},
			{"surrogates swapped", `"\ude00\ud83d"`, "surrogate"},
			{"string without end", `"abc`, "does not end"},
			{"array without end", `[1`, "expected in array"},
			{"object without end", `{"a":1`, "expected in object"},
			{"too deep", deep(canonical.MaxDepth + 2), "nested deeper"},
			{"byte order mark", "\ufeff1", "value expected"},
		},
	}, nil
}

func eip712Vectors() (any, error) {
	type sep struct {
		Domain    eip712.Domain `json:"domain"`
		Separator common.Hash   `json:"separator"`
	}
	var seps []sep
	for _, d := range []eip712.Domain{{}, {ChainID: 1}, domain("market"),
		{ChainID: 1<<64 - 1, Contract: address("ledger")}} {
		seps = append(seps, sep{d, d.Separator()})
	}
	return map[string]any{"name": eip712.Name, "version": eip712.Version, "separators": seps}, nil
}

func purposeVectors() (any, error) {
	type set struct {
		Codes   string      `json:"codes"`
		Set     purpose.Set `json:"set"`
		Closure purpose.Set `json:"closure"`
	}
	var sets []set
	for _, codes := range []string{"", "GRU", "HMB", "DS,FAIR", "POA", "FAIR", "STAT,POLICY,COM", "GRU,CC"} {
		s, err := purpose.ParseSet(codes)
		if err != nil {
			return nil, err
		}
		sets = append(sets, set{codes, s, s.Closure()})
	}
	return map[string]any{
		"all":   purpose.All,
		"table": purpose.Table(),
		"sets":  sets,
		"bad": []Bad{
			{"unknown code", "XYZ", "XYZ"}, {"small letters", "hmb", "hmb"}, {"empty code", "HMB,", "not known"},
			{"undefined bit", "10", "10"}, {"unknown DUO term", "DUO:0000000", "DUO:0000000"},
		},
	}, nil
}

func kindVectors() (any, error) {
	type row struct {
		Bit   kind.Kind `json:"bit"`
		Name  string    `json:"name"`
		Words string    `json:"words"`
	}
	var rows []row
	for _, k := range kind.All.Kinds() {
		rows = append(rows, row{k, k.String(), k.Words()})
	}
	return map[string]any{"all": kind.All, "table": rows,
		"bad": []Bad{{"unknown", "sql", "sql"}, {"empty", "", "not a kind"}}}, nil
}

func conditionVectors() (any, error) {
	type row struct {
		condition.Entry
		Words string `json:"words"`
	}
	type pair struct {
		Inner  condition.Conditions `json:"inner"`
		Outer  condition.Conditions `json:"outer"`
		Within bool                 `json:"within"`
	}
	type allowed struct {
		Conditions condition.Conditions `json:"conditions"`
		Recipient  condition.Recipient  `json:"recipient"`
		Allows     bool                 `json:"allows"`
	}
	var rows []row
	for _, e := range condition.Table() {
		rows = append(rows, row{e, e.Conditions.Words()})
	}
	var pairs []pair
	var recipients []allowed
	for inner := range condition.Conditions(condition.Count + 1) { // and one that is not defined
		for outer := range condition.Conditions(condition.Count + 1) {
			pairs = append(pairs, pair{inner, outer, condition.Within(inner, outer)})
		}
		for r := range condition.Recipient(8) {
			recipients = append(recipients, allowed{inner, r, inner.Allows(r)})
		}
	}
	return map[string]any{
		"table": rows, "pairs": pairs, "recipients": recipients,
		"bad": []Bad{{"unknown", "closed", "closed"}, {"empty", "", "not in the list"}},
	}, nil
}

func budgetVectors() (any, error) {
	type class struct {
		Class budget.Class `json:"class"`
		Limit budget.Rho   `json:"limit,string"`
		Delta budget.Delta `json:"delta,string"`
		Words string       `json:"words"`
	}
	var classes []class
	for c := range budget.Class(budget.Classes) {
		classes = append(classes, class{c, c.Limit(), c.DeltaLimit(), c.Words()})
	}
	type conversion struct {
		Rho     budget.Rho     `json:"rho,string"`
		K       int            `json:"deltaExponent"`
		Epsilon budget.Epsilon `json:"epsilon,string"`
	}
	var conversions []conversion
	for _, k := range []int{1, 6, 9, 18} {
		for _, rho := range []budget.Rho{0, 1, 2, 1000, 4_443, 17_468, 17_469, 250_000, 1_000_000, 909_706, 1 << 40} {
			e, err := rho.ToEpsilon(k)
			if err != nil {
				return nil, err
			}
			conversions = append(conversions, conversion{rho, k, e})
		}
	}
	type pure struct {
		Epsilon budget.Epsilon `json:"epsilon,string"`
		Rho     budget.Rho     `json:"rho,string"`
		Back    budget.Epsilon `json:"back,string"`
	}
	var pures []pure
	for _, e := range []budget.Epsilon{0, 1, 1000, 100_000, 1_000_000, 1_000_001, 3_141_592} {
		r, err := budget.FromPure(e)
		if err != nil {
			return nil, err
		}
		pures = append(pures, pure{e, r, r.ToPure()})
	}
	account, err := accountVectors()
	if err != nil {
		return nil, err
	}
	study, dataset := hash("study"), hash("dataset")
	return map[string]any{
		"studyKey": map[string]any{"study": study, "round": 0x01020304, "dataset": dataset,
			"key": budget.StudyKey(study, 0x01020304, dataset)},
		"classes": classes, "toEpsilon": conversions, "fromPure": pures, "account": account,
	}, nil
}

// accountVectors is one history of an account, with what each step gives. There is one spender, and holders are as many
// as the seats of a study.
func accountVectors() (any, error) {
	type step struct {
		Op      string      `json:"op"`
		Key     common.Hash `json:"key"`
		Holder  common.Hash `json:"holder"`
		Cost    budget.Cost `json:"cost"`
		OK      bool        `json:"ok"`
		Limit   budget.Cost `json:"limit"`
		Open    budget.Cost `json:"open"`
		Settled budget.Cost `json:"settled"`
	}
	cost := func(rho budget.Rho, delta budget.Delta) budget.Cost { return budget.Cost{Rho: rho, Delta: delta} }
	limit := cost(100, 50)
	a := budget.NewAccount(limit)
	one, two, three, study := hash("job one"), hash("job two"), hash("job three"), hash("study")
	a1, a2 := hash("seat one"), hash("seat two")
	none := budget.Cost{}
	spender := address("market")
	var steps []step
	for _, s := range []struct {
		op          string
		key, holder common.Hash
		cost        budget.Cost
	}{
		{"spend", one, one, cost(60, 0)}, {"spend", one, one, cost(60, 0)}, {"spend", one, one, cost(60, 1)},
		{"spend", one, one, cost(59, 0)}, {"spend", two, two, cost(41, 0)}, {"spend", two, two, cost(40, 51)},
		{"spend", two, two, cost(40, 50)}, {"spend", three, three, cost(0, 1)}, {"spend", three, three, none},
		{"settle", one, one, none}, {"settle", one, one, none}, {"giveBack", one, one, none}, {"spend", one, one,
			cost(60, 0)},
		{"giveBack", two, two, none}, {"giveBack", two, two, none}, {"settle", two, two, none}, {"spend", two, two,
			cost(30, 5)},
		{"giveBack", two, two, none}, {"spend", two, two, cost(1, 0)}, {"giveBack", two, two, none}, {"spend", two, two,
			cost(2, 0)},
		{"giveBack", two, two, none}, {"settle", two, two, none},
		{"spend", study, a1, cost(10, 0)}, {"spend", study, a2, cost(10, 0)}, {"giveBack", study, a1, none},
		{"giveBack", study, a1, none}, {"spend", study, a1, cost(11, 0)}, {"spend", study, a1, cost(10, 0)},
		{"settle", study, a2, none}, {"giveBack", study, a2, none}, {"giveBack", study, a1, none}, {"spend", study, a1,
			cost(10, 0)},
		{"settle", study, a1, none},
		{"limit", common.Hash{}, common.Hash{}, cost(50, 0)}, {"spend", hash("job four"), hash("job four"), cost(1, 0)},
		{"limit", common.Hash{}, common.Hash{}, cost(budget.Unlimited, budget.UnlimitedDelta)},
		{"spend", hash("job four"), hash("job four"), cost(budget.Unlimited, 0)},
		{"spend", hash("job four"), hash("job four"), cost(budget.Unlimited-72, budget.UnlimitedDelta)},
	} {
		var err error
		switch s.op {
		case "spend":
			err = a.Spend(spender, s.key, s.holder, s.cost)
		case "settle":
			err = a.Settle(spender, s.key, s.holder)
		case "giveBack":
			_, err = a.GiveBack(spender, s.key, s.holder)
		case "limit":
			a.SetLimit(s.cost)
		default:
			return nil, fmt.Errorf("operation %q", s.op)
		}
		steps = append(steps, step{s.op, s.key, s.holder, s.cost, err == nil, a.Limit(), a.Open(), a.Settled()})
	}
	return map[string]any{"limit": limit, "steps": steps}, nil
}
