package job_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

type file struct {
	Types   []string
	Domain  eip712.Domain
	Signers map[string]struct{ Address common.Address }
	Good    []struct {
		Name           string
		Spec           job.Spec
		StructHash, ID common.Hash
	}
	Bad, BadParameters []vectest.Bad
	Parameters         string
	Programs           map[string]common.Hash
	States             map[string][]job.State
	Approval           struct {
		Signed job.SignedApproval
		Digest common.Hash
	}
}

func load(t testing.TB) file {
	var f file
	vectest.Load(t, "job.json", &f)
	return f
}

func TestVectors(t *testing.T) {
	f := load(t)
	if f.Types[0] != job.Type || f.Types[1] != job.ApprovalType {
		t.Error("types differ")
	}
	ids := map[common.Hash]bool{}
	for _, c := range f.Good {
		if c.Spec.StructHash() != c.StructHash || c.Spec.ID(f.Domain) != c.ID {
			t.Errorf("%s: hashes differ", c.Name)
		}
		if doc, err := c.Spec.TypedData(f.Domain); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		} else if d, err := doc.Digest(); err != nil || d != c.ID {
			t.Errorf("%s: a wallet shows %s, %v", c.Name, d, err)
		}
		ids[c.ID] = true
	}
	if len(ids) != len(f.Good) {
		t.Error("two jobs with one id")
	}
	for _, b := range f.Bad {
		_, err := job.Parse(b.Input)
		b.Refused(t, err)
		var fe *job.FieldError
		if errors.As(err, &fe) && fe.Field != b.Reason {
			t.Errorf("%s: names %s", b.Name, fe.Field)
		}
	}
	s := f.Good[0].Spec
	if err := s.VerifyParameters([]byte(f.Parameters)); err != nil {
		t.Error(err)
	}
	if err := s.VerifyParameters([]byte(`{}`)); !errors.Is(err, job.ErrParameters) {
		t.Errorf("other parameters: %v", err)
	}
	for _, b := range f.BadParameters {
		_, err := job.HashParameters([]byte(b.Text(t)))
		b.Refused(t, err)
		if err := s.VerifyParameters([]byte(b.Text(t))); err == nil {
			t.Errorf("%s: verified", b.Name)
		}
	}
	largest := []byte(`"` + string(bytes.Repeat([]byte("x"), job.MaxParameters-2)) + `"`)
	if _, err := job.HashParameters(largest); err != nil {
		t.Errorf("parameters at the limit: %v", err)
	}
	for name, want := range f.Programs {
		k, err := kind.Parse(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := job.Program(k); err != nil || got != want {
			t.Errorf("program of %s: %s, %v", name, got, err)
		}
	}
	if _, err := job.Program(kind.Count); err == nil {
		t.Error("program of an undefined kind")
	}
	t.Logf("%d good, %d bad jobs, %d bad parameters run", len(f.Good), len(f.Bad), len(f.BadParameters))
}

func TestApproval(t *testing.T) {
	f := load(t)
	s, custodian := f.Approval.Signed, f.Signers["custodian"].Address
	if s.Approval.Digest(f.Domain) != f.Approval.Digest {
		t.Error("digest differs")
	}
	if doc, err := s.Approval.TypedData(f.Domain); err != nil {
		t.Error(err)
	} else if d, err := doc.Digest(); err != nil || d != f.Approval.Digest {
		t.Errorf("a wallet would sign %s, %v", d, err)
	}
	if err := s.Verify(f.Domain, custodian, s.Approval.Expiry); err != nil {
		t.Error(err)
	}
	if err := s.Verify(f.Domain, custodian, s.Approval.Expiry+1); !errors.Is(err, job.ErrApprovalExpired) {
		t.Errorf("a second late: %v", err)
	}
	if err := s.Verify(f.Domain, common.Address{1}, 0); err == nil {
		t.Error("another custodian")
	}
	changed := s
	changed.Approval.Job[0]++
	if err := changed.Verify(f.Domain, custodian, 0); err == nil {
		t.Error("another job")
	}
	if _, err := (job.Approval{}).Sign(f.Domain, nil); err == nil {
		t.Error("an empty approval was signed")
	}
}

func TestStates(t *testing.T) {
	f := load(t)
	n := 0
	for from := job.None; from <= job.Cancelled; from++ {
		next, ok := f.States[from.String()]
		if !ok {
			t.Fatalf("%s is not in the file", from)
		}
		for to := job.None; to <= job.Cancelled; to++ {
			n++
			err := job.Move(from, to)
			if (err == nil) != slices.Contains(next, to) {
				t.Errorf("%s to %s: %v", from, to, err)
			}
			var te *job.TransitionError
			if err != nil && (!errors.As(err, &te) || te.From != from || te.To != to) {
				t.Errorf("%s to %s: %v", from, to, err)
			}
		}
		if from.Final() != (len(next) == 0) {
			t.Errorf("%s: final %v", from, from.Final())
		}
		if s, err := job.ParseState(from.String()); err != nil || s != from {
			t.Errorf("%s: parsed %s, %v", from, s, err)
		}
	}
	if _, err := job.ParseState("running"); err == nil {
		t.Error("unknown state parsed")
	}
	if _, err := job.State(10).MarshalJSON(); err == nil {
		t.Error("undefined state encoded")
	}
	t.Logf("%d transitions checked", n)
}

func FuzzParse(f *testing.F) {
	v := load(f)
	for _, c := range v.Good {
		b, err := canonical.Marshal(c.Spec)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, b := range v.Bad {
		f.Add([]byte(b.Input))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := job.Parse(in)
		if err != nil {
			return
		}
		out, err := canonical.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := canonical.Canonicalize(in); err != nil || !bytes.Equal(c, out) {
			t.Fatalf("%s encodes as %s", in, out)
		}
	})
}
