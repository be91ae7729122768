package policy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
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
		Name             string
		Old, Next        policy.Policy
		Looser, Stricter []string
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
		// The generic hasher, which handles arrays by itself, agrees.
		b, err := json.Marshal(c.Policy)
		if err != nil {
			t.Fatal(err)
		}
		dec := json.NewDecoder(bytes.NewReader(b))
		dec.UseNumber()
		var message map[string]any
		if err := dec.Decode(&message); err != nil {
			t.Fatal(err)
		}
		values := make([]any, 0, len(message))
		for _, m := range typeMembers(t) {
			values = append(values, message[m])
		}
		doc, err := eip712.New(eip712.Domain{}, policy.Type, values...)
		if err != nil {
			t.Fatal(err)
		}
		if h, err := doc.HashStruct("Policy", doc.Message); err != nil || h != c.Hash {
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
		if !slices.Equal(got.Looser, c.Looser) || !slices.Equal(got.Stricter, c.Stricter) || got.IsLooser() != (len(c.Looser) > 0) {
			t.Errorf("%s: %+v", c.Name, got)
		}
	}
	t.Logf("%d good, %d bad, %d changes run", len(f.Good), len(f.Bad), len(f.Changes))
}

// typeMembers are the names in the EIP-712 type, in order.
func typeMembers(t *testing.T) []string {
	t.Helper()
	doc, err := eip712.New(eip712.Domain{}, policy.Type, make([]any, 19)...)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range doc.Types["Policy"] {
		names = append(names, m.Name)
	}
	return names
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
		{common.Hash{}, p.TrustRoots[0], false}, {p.Measurements[0], common.Hash{}, false}, {p.TrustRoots[0], p.Measurements[0], false},
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
		if policy.Compare(p, p).IsLooser() {
			t.Fatalf("%s is looser than itself", in)
		}
	})
}
