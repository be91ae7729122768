package policy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/policy"
)

type file struct {
	Type string
	Good []struct {
		Name   string
		Policy policy.Policy
		Hash   common.Hash
	}
	Bad     []vectest.Bad
	Changes []struct {
		Name                    string
		Old, Next               policy.Policy
		Effect                  policy.Effect
		Looser, Added, Stricter []string
	}
}

func load(t testing.TB) file {
	var f file
	vectest.Load(t, "policy.json", &f)
	return f
}

func TestVectors(t *testing.T) {
	f := load(t)
	if f.Type != policy.Type {
		t.Error("type differs")
	}
	for _, c := range f.Good {
		if c.Policy.Hash() != c.Hash {
			t.Errorf("%s: hash %s", c.Name, c.Policy.Hash())
		}
		// The generic hasher, which handles nested structs and arrays by itself, agrees.
		if h, err := typedData(t, c.Policy); err != nil || h != c.Hash {
			t.Errorf("%s: the generic hasher gives %s, %v", c.Name, h, err)
		}
		out, err := c.Policy.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if p, err := policy.Parse(out); err != nil || p.Hash() != c.Hash {
			t.Errorf("%s: parsed back: %v", c.Name, err)
		}
	}
	for _, b := range f.Bad {
		_, err := policy.Parse(b.Input)
		b.Refused(t, err)
		var fe *policy.FieldError
		if errors.As(err, &fe) && fe.Field != b.Reason {
			t.Errorf("%s: names %s", b.Name, fe.Field)
		}
	}
	for _, c := range f.Changes {
		got := policy.Compare(c.Old, c.Next)
		if !slices.Equal(got.Looser, c.Looser) || !slices.Equal(got.Added, c.Added) || !slices.Equal(got.Stricter,
			c.Stricter) || got.Effect() != c.Effect {
			t.Errorf("%s: %+v", c.Name, got)
		}
	}
	t.Logf("%d good, %d bad, %d changes run", len(f.Good), len(f.Bad), len(f.Changes))
}

// typedData hashes a policy from its JSON and the text of the types alone.
func typedData(t *testing.T, p policy.Policy) (common.Hash, error) {
	t.Helper()
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var message map[string]any
	if err := dec.Decode(&message); err != nil {
		t.Fatal(err)
	}
	gates := make([]any, len(p.Gates))
	for i, g := range p.Gates {
		gates[i] = g.Word().Hex()
	}
	message["means"].(map[string]any)["gates"] = gates
	types := map[string][]eip712.Member{}
	for _, text := range strings.SplitAfter(policy.Type, ")") {
		if text == "" {
			continue
		}
		name, rest, _ := strings.Cut(strings.TrimSuffix(text, ")"), "(")
		for _, m := range strings.Split(rest, ",") {
			typ, member, _ := strings.Cut(m, " ")
			types[name] = append(types[name], eip712.Member{Name: member, Type: typ})
		}
	}
	return eip712.TypedData{Types: types}.HashStruct("Policy", message)
}

func TestAccepts(t *testing.T) {
	p := load(t).Good[0].Policy
	if err := p.AcceptsProgram(p.Programs[1]); err != nil {
		t.Error(err)
	}
	if err := p.AcceptsProgram(common.Hash{1}); !errors.Is(err, policy.ErrNotAccepted) {
		t.Errorf("another program: %v", err)
	}
	p.Review, p.Programs = policy.ReviewNone, nil
	if err := p.AcceptsProgram(common.Hash{1}); err != nil {
		t.Errorf("no review: %v", err)
	}
	p.Review = policy.ReviewReviewers
	if err := p.AcceptsProgram(common.Hash{1}); !errors.Is(err, policy.ErrNotAccepted) {
		t.Errorf("reviewers: %v", err)
	}
	for _, c := range []struct {
		m, r common.Hash
		ok   bool
	}{
		{p.Measurements[0], p.TrustRoots[0], true}, {p.Measurements[1], p.TrustRoots[0], true},
		{common.Hash{}, p.TrustRoots[0], false}, {p.Measurements[0], common.Hash{}, false},
		{p.TrustRoots[0], p.Measurements[0], false},
	} {
		if err := p.AcceptsWorker(c.m, c.r); (err == nil) != c.ok {
			t.Errorf("%s %s: %v", c.m, c.r, err)
		}
	}
	if err := (policy.Policy{}).AcceptsWorker(common.Hash{}, common.Hash{}); err == nil {
		t.Error("a policy that names nothing accepts something")
	}
}

func FuzzParse(f *testing.F) {
	v := load(f)
	for _, c := range v.Good {
		b, err := c.Policy.Marshal()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, b := range v.Bad {
		f.Add([]byte(b.Input))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		p, err := policy.Parse(in)
		if err != nil {
			return
		}
		out, err := p.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if c, err := canonical.Canonicalize(in); err != nil || !bytes.Equal(c, out) {
			t.Fatalf("%s encodes as %s", in, out)
		}
		if c := policy.Compare(p, p); c.Effect() != policy.AtOnce || len(c.Stricter) > 0 {
			t.Fatalf("%s is not like itself: %+v", in, c)
		}
	})
}

func TestGateWords(t *testing.T) {
	g := policy.Gate{Contract: common.Address{1, 19: 2}, Moments: policy.AtVersion | policy.AtPost,
		Powers: policy.MayFeed}
	want := common.HexToHash("0x00000000000000000040" + "0081" + "0100000000000000000000000000000000000002")
	if g.Word() != want {
		t.Errorf("word %s", g.Word())
	}
	if got, err := policy.ParseGate(want); err != nil || got != g {
		t.Errorf("%+v, %v", got, err)
	}
	want[7] = 1
	if _, err := policy.ParseGate(want); err == nil {
		t.Error("a word with something else in it is a gate")
	}
}

func TestText(t *testing.T) {
	one, err := policy.ParseText([]byte(`{"en":"yes","de":"ja"}`))
	if err != nil {
		t.Fatal(err)
	}
	other, err := policy.ParseText([]byte(`{ "de": "ja", "en": "yes" }`))
	if err != nil {
		t.Fatal(err)
	}
	a, err := one.Hash()
	if err != nil {
		t.Fatal(err)
	}
	if b, err := other.Hash(); err != nil || a != b {
		t.Errorf("the order of languages matters: %s, %s, %v", a, b, err)
	}
	for _, bad := range []string{`{}`, `{"en":""}`, `{"":"yes"}`, `{"en":1}`, `[]`} {
		if _, err := policy.ParseText([]byte(bad)); err == nil {
			t.Errorf("%s: accepted", bad)
		}
	}
}

func TestUnknownRules(t *testing.T) {
	var p policy.Policy
	if err := p.UnknownRules(); err != nil {
		t.Error(err)
	}
	p.Restrictions = []common.Hash{{1}}
	if err := p.UnknownRules(); !errors.Is(err, policy.ErrNotAccepted) {
		t.Errorf("a restriction: %v", err)
	}
}

// Budget is shared where a gate is asked at the release and may say so.
func TestMayShareBudget(t *testing.T) {
	for _, c := range []struct {
		gate policy.Gate
		want bool
	}{
		{policy.Gate{Moments: policy.AtRelease, Powers: policy.MayNameBudgetKey}, true},
		{policy.Gate{Moments: policy.AtClaim, Powers: policy.MayNameBudgetKey}, false},
		{policy.Gate{Moments: policy.AtRelease, Powers: policy.MayRefuse}, false},
	} {
		m := policy.Means{Gates: []policy.Gate{{Moments: policy.AtPost, Powers: policy.MayApprove}, c.gate}}
		if got := m.MayShareBudget(); got != c.want {
			t.Errorf("a gate with moments %#x and powers %#x: %v", c.gate.Moments, c.gate.Powers, got)
		}
	}
	if new(policy.Means).MayShareBudget() {
		t.Error("without a gate it is shared")
	}
}
