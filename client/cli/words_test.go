package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/trustroot"
)

// goWords are what a message about a file must not have: how Go and its libraries call things.
var goWords = regexp.MustCompile(`(?i:unmarshal|json:|offset|Go value|struct|canonical|strconv|parsing)|` +
	`\b(u?int(8|16|32|64)|bool|nil|common|hexutil)\b|\b[a-z]+\.(Set|Hash|Rho|Policy|Grant|Query|Filter|Grouping)\b`)

// TestFileErrors_plainWords puts every kind of wrong value at every place of every file that people hand to the
// program, and reads the messages.
func TestFileErrors_plainWords(t *testing.T) {
	template, err := canonical.Written(publish.PolicyTemplate())
	if err != nil {
		t.Fatal(err)
	}
	zero := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	parameters := func(path string) error {
		_, err := compileParameters(kind.Query, path, nil, nil, 0, 0)
		return err
	}
	read := func(parse func([]byte) error) func(string) error {
		return func(path string) error {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return parse(b)
		}
	}
	files := map[string]struct {
		good string
		read func(path string) error
	}{
		"policy": {string(template), func(path string) error { _, err := readPolicy(path); return err }},
		"schema": {`{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,"columns":[{"name":"age","type":` +
			`"decimal","scale":1,"min":0,"max":120}]}`,
			func(path string) error { _, err := publish.LoadSchema(path); return err }},
		"parameters": {`{"format":"assent-query/1","filter":{"and":[{"column":"age","op":">","value":18},{"not":{"column":"sex",` +
			`"op":"in","values":["f",1]}}]},"groups":[{"column":"age","edges":[0,50]},{"name":"g","rules":[{"name":"r","where":` +
			`{"column":"x","op":"null"}}]}],"measures":[{"op":"mean","column":"age","min":0.5,"max":90}],"noise":{"confidence":` +
			`0.95}}`, parameters},
		"text": {`{"en":"Read this."}`, func(path string) error { _, err := readText(path); return err }},
		"ticket": {zero(grant.SignedTicket{}),
			func(path string) error { return readJSON(path, new(grant.SignedTicket)) }},
		"grant": {zero(signedConsent{}), func(path string) error { return readJSON(path, new(signedConsent)) }},
		"network": {zero(network.File{Format: 1, ChainContext: "c", Sockets: []string{"s"},
			Contracts: solidity.Addresses{JobMarket: common.Address{1}}}),
			func(path string) error { _, err := network.Load(path); return err }},
		"trust root": {zero(trustroot.TrustRoot{}),
			read(func(b []byte) error { _, err := trustroot.Parse(b); return err })},
		"pins": {zero(pins.Pins{}), read(func(b []byte) error { _, err := pins.Parse(b); return err })},
		"membership": {zero(dataset.Membership{}),
			read(func(b []byte) error { _, err := dataset.ParseMembership(b); return err })},
		"manifest": {zero(dataset.Version{}),
			read(func(b []byte) error { return canonical.Unmarshal(b, new(dataset.Version)) })},
		"old policy": {zero(publish.PolicyTemplate()),
			read(func(b []byte) error { _, err := policy.Parse(b); return err })},
	}
	wrong := []any{nil, true, json.Number("7"), json.Number("-1"), json.Number("0.5"), json.Number("1e400"), "x", "",
		[]any{}, []any{[]any{}}, map[string]any{}, map[string]any{"x": 1}}
	cases := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f := files[name]
		path := filepath.Join(t.TempDir(), "written")
		try := func(text string) {
			cases++
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := f.read(path); err != nil {
				if w := goWords.FindString(err.Error()); w != "" {
					t.Errorf("%s: %q in %v\n  of %.300s", name, w, err, text)
				}
			}
		}
		for _, text := range []string{"", "{", "[", "x", `"`, `{"a"`, `{"a":1,}`, f.good + "{}", "\xff",
			f.good[:len(f.good)/2]} {
			try(text)
		}
		var whole any
		if err := json.Unmarshal([]byte(f.good), &whole); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		eachPlace(whole, func(v any) { whole = v }, func() {
			b, err := json.Marshal(whole)
			if err != nil {
				t.Fatal(err)
			}
			try(string(b))
		}, wrong)
	}
	t.Logf("count: %d files tried", cases)
	if cases < 1000 {
		t.Errorf("%d files tried", cases)
	}
}

// eachPlace calls try with each wrong value at each place below v, which set replaces in the whole.
func eachPlace(v any, set func(any), try func(), wrong []any) {
	for _, w := range wrong {
		set(w)
		try()
	}
	set(v)
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			inner := v[k]
			delete(v, k)
			try()
			v[k+"s"] = inner
			try()
			delete(v, k+"s")
			v[k] = inner
			eachPlace(inner, func(x any) { v[k] = x }, try, wrong)
		}
	case []any:
		for i := range v {
			eachPlace(v[i], func(x any) { v[i] = x }, try, wrong)
		}
	}
}

// TestReadPolicy_words: a policy is written in words and decimals, and what cannot stand is said with what can.
func TestReadPolicy_words(t *testing.T) {
	written, err := canonical.Written(publish.PolicyTemplate())
	if err != nil {
		t.Fatal(err)
	}
	var whole map[string]map[string]any
	if err := json.Unmarshal(written, &whole); err != nil {
		t.Fatal(err)
	}
	with := func(field string, value any) error {
		promised := maps.Clone(whole["promised"])
		promised[field] = value
		b, err := json.MarshalIndent(map[string]any{"promised": promised, "means": whole["means"],
			"service": whole["service"]}, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "policy.json")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := readPolicy(path)
		if err == nil && field == "rhoLimit" && fmt.Sprint(value) == "0.5" && p.RhoLimit != 500_000 {
			t.Errorf("rhoLimit 0.5 is %d", p.RhoLimit)
		}
		return err
	}
	for _, c := range []struct {
		field string
		value any
		want  string
	}{
		{"purposes", []string{"FAIR", "HMB"}, ""},
		{"purposes", 8, `must be a list of purpose codes such as ["FAIR"]; there stands the number 8`},
		{"purposes", []string{"FARI"}, "use one of GRU"},
		{"kinds", []string{"query"}, ""},
		{"kinds", "query",
			`must be a list of kinds of job such as ["query", "fairness"]; there stands the text "query"`},
		{"conditions", "public", ""},
		{"conditions", 1, "use one of open, protected"},
		{"rhoLimit", 0.5, ""},
		{"rhoLimit", "0.5", ""},
		{"rhoLimit", "unlimited", ""},
		{"rhoLimit", json.Number("0.1234567"), "the nearest that can be kept are 0.123456 and 0.123457"},
		{"rhoLimit", true, "must be a decimal such as 0.5"},
		{"deltaLimit", json.Number("1e-6"), ""},
		{"review", "listed", ""},
		{"review", 0, `must be "none", "listed" or "reviewers"`},
		{"minCohort", -1, "must be a whole number from 0 to 4294967295; there stands the number -1"},
		{"minCohort", json.Number("0.5"), "must be a whole number"},
	} {
		err := with(c.field, c.value)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s %v: %v", c.field, c.value, err)
		case c.want != "" && (err == nil || !regexp.MustCompile(regexp.QuoteMeta(c.want)).MatchString(err.Error())):
			t.Errorf("%s %v: %v, want %q", c.field, c.value, err, c.want)
		}
	}
}
