package grant_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/signature"
)

type signer struct {
	PrivateKey common.Hash
	Address    common.Address
}

type file struct {
	Types        []string
	Domain       eip712.Domain
	OtherDomains []eip712.Domain
	Signers      map[string]signer
	Good         []struct {
		Name               string
		Signed             grant.Signed
		StructHash, Digest common.Hash
		BatchItem          hexutil.Bytes
	}
	Invalid, Forged []vectest.Bad
	Ticket          struct {
		Signed grant.SignedTicket
		Digest common.Hash
	}
	Rotation struct {
		Signed grant.SignedRotation
		Digest common.Hash
	}
}

func load(t testing.TB) file {
	var f file
	vectest.Load(t, "grant.json", &f)
	return f
}

func TestVectors(t *testing.T) {
	f := load(t)
	if f.Types[0] != grant.Type || f.Types[1] != grant.TicketType || f.Types[2] != grant.RotationType {
		t.Error("types differ")
	}
	key, err := crypto.ToECDSA(f.Signers["pseudonym"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range f.Good {
		g := c.Signed.Grant
		if err := g.Validate(); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
		if g.StructHash() != c.StructHash || g.Digest(f.Domain) != c.Digest {
			t.Errorf("%s: hashes differ", c.Name)
		}
		if doc, err := g.TypedData(f.Domain); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		} else if d, err := doc.Digest(); err != nil || d != c.Digest {
			t.Errorf("%s: a wallet would sign %s, %v", c.Name, d, err)
		}
		if s, err := g.Sign(f.Domain, key); err != nil || s != c.Signed {
			t.Errorf("%s: signed as %+v, %v", c.Name, s, err)
		}
		for _, d := range f.OtherDomains {
			var wrong *signature.WrongSignerError
			if err := c.Signed.Verify(d); !errors.As(err, &wrong) {
				t.Errorf("%s on %+v: %v", c.Name, d, err)
			}
		}
		if item := grant.AppendItem(nil, c.Signed); !bytes.Equal(item, c.BatchItem) {
			t.Errorf("%s: batch item %x", c.Name, item)
		}
		list, err := grant.ParseBatch(g.Dataset, c.BatchItem)
		if err != nil || len(list) != 1 || list[0] != c.Signed {
			t.Errorf("%s: batch gives %+v, %v", c.Name, list, err)
		}
	}
	for _, b := range f.Invalid {
		var g grant.Grant
		if err := canonical.Unmarshal(b.Input, &g); err != nil {
			t.Errorf("%s: %v", b.Name, err)
			continue
		}
		err := g.Validate()
		b.Refused(t, err)
		var fe *grant.FieldError
		if !errors.As(err, &fe) || fe.Field != b.Reason {
			t.Errorf("%s: %T names %+v", b.Name, err, fe)
		}
		if _, err := g.Sign(f.Domain, key); err == nil {
			t.Errorf("%s: signed", b.Name)
		}
	}
	for _, b := range f.Forged {
		var s grant.Signed
		err := canonical.Unmarshal(b.Input, &s)
		if err == nil {
			err = s.Verify(f.Domain)
		}
		b.Refused(t, err)
	}
	t.Logf("%d good, %d invalid, %d forged cases run", len(f.Good), len(f.Invalid), len(f.Forged))
}

func TestTicket(t *testing.T) {
	f := load(t)
	s, enroller := f.Ticket.Signed, f.Signers["enroller"].Address
	if s.Ticket.Digest(f.Domain) != f.Ticket.Digest {
		t.Error("digest differs")
	}
	if doc, err := s.Ticket.TypedData(f.Domain); err != nil {
		t.Error(err)
	} else if d, err := doc.Digest(); err != nil || d != f.Ticket.Digest {
		t.Errorf("a wallet would sign %s, %v", d, err)
	}
	if err := s.Verify(f.Domain, enroller, s.Ticket.Expiry); err != nil {
		t.Error(err)
	}
	if err := s.Verify(f.Domain, enroller, s.Ticket.Expiry+1); !errors.Is(err, grant.ErrExpired) {
		t.Errorf("a second late: %v", err)
	}
	if err := s.Verify(f.Domain, f.Signers["pseudonym"].Address, 0); err == nil {
		t.Error("another enroller")
	}
	e := grant.Enrolment{Grant: f.Good[0].Signed, Ticket: s}
	if err := e.Verify(f.Domain, enroller, 0); err != nil {
		t.Error(err)
	}
	for name, edit := range map[string]func(*grant.Enrolment){
		"ticket of another pseudonym": func(e *grant.Enrolment) { e.Ticket.Pseudonym[0]++ },
		"ticket of another dataset":   func(e *grant.Enrolment) { e.Ticket.Dataset[0]++ },
		"grant changed":               func(e *grant.Enrolment) { e.Grant.Purposes++ },
		"ticket extended":             func(e *grant.Enrolment) { e.Ticket.Expiry++ },
	} {
		bad := e
		edit(&bad)
		if err := bad.Verify(f.Domain, enroller, 0); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	for name, edit := range map[string]func(*grant.Ticket){
		"dataset":   func(k *grant.Ticket) { k.Dataset = common.Hash{} },
		"pseudonym": func(k *grant.Ticket) { k.Pseudonym = common.Address{} },
		"expiry":    func(k *grant.Ticket) { k.Expiry = 0 },
	} {
		bad := s.Ticket
		edit(&bad)
		var fe *grant.FieldError
		if err := bad.Validate(); !errors.As(err, &fe) || fe.Field != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRotation(t *testing.T) {
	f := load(t)
	s := f.Rotation.Signed
	if s.Rotation.Digest(f.Domain) != f.Rotation.Digest {
		t.Error("digest differs")
	}
	if doc, err := s.Rotation.TypedData(f.Domain); err != nil {
		t.Error(err)
	} else if d, err := doc.Digest(); err != nil || d != f.Rotation.Digest {
		t.Errorf("a wallet would sign %s, %v", d, err)
	}
	if err := s.Verify(f.Domain); err != nil {
		t.Error(err)
	}
	swapped := s
	swapped.FromSig, swapped.ToSig = s.ToSig, s.FromSig
	if err := swapped.Verify(f.Domain); err == nil {
		t.Error("signatures swapped: accepted")
	}
	for name, edit := range map[string]func(*grant.Rotation){
		"dataset":      func(r *grant.Rotation) { r.Dataset = common.Hash{} },
		"from":         func(r *grant.Rotation) { r.From = common.Address{} },
		"to":           func(r *grant.Rotation) { r.To = r.From },
		"nonce":        func(r *grant.Rotation) { r.Nonce = 0 },
		"submitBefore": func(r *grant.Rotation) { r.SubmitBefore = 0 },
	} {
		bad := s.Rotation
		edit(&bad)
		var fe *grant.FieldError
		if err := bad.Validate(); !errors.As(err, &fe) || fe.Field != name {
			t.Errorf("%s: %v", name, err)
		}
		changed := s
		changed.Rotation = bad
		if err := changed.Verify(f.Domain); err == nil {
			t.Errorf("%s changed: verified", name)
		}
	}
}

func TestParseBatch(t *testing.T) {
	f := load(t)
	dataset := f.Good[0].Signed.Grant.Dataset
	var all []byte
	for _, c := range f.Good {
		all = grant.AppendItem(all, c.Signed)
	}
	if list, err := grant.ParseBatch(dataset, all); err != nil || len(list) != len(f.Good) {
		t.Errorf("%d items, %v", len(list), err)
	}
	exact, v := bytes.Clone(all), bytes.Clone(all)
	exact[30], v[33] = 2, 26
	for name, b := range map[string][]byte{"empty": nil, "cut": all[:len(all)-1], "exact is 2": exact, "v is 26": v} {
		if _, err := grant.ParseBatch(dataset, b); !errors.Is(err, grant.ErrBatch) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzSigned(f *testing.F) {
	v := load(f)
	for _, c := range v.Good {
		b, err := json.Marshal(c.Signed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, b := range v.Forged {
		f.Add([]byte(b.Input))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var s grant.Signed
		if canonical.Unmarshal(in, &s) != nil {
			return
		}
		a, err := canonical.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := canonical.Canonicalize(in); err != nil || !bytes.Equal(a, b) {
			t.Fatalf("%s encodes as %s", in, a)
		}
		_ = s.Verify(v.Domain)
		_ = s.Grant.Validate()
	})
}

func FuzzParseBatch(f *testing.F) {
	v := load(f)
	for _, c := range v.Good {
		f.Add([]byte(c.BatchItem))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		list, err := grant.ParseBatch(common.Hash{1}, in)
		if err != nil {
			return
		}
		var out []byte
		for _, s := range list {
			out = grant.AppendItem(out, s)
		}
		if !bytes.Equal(in, out) {
			t.Fatalf("%x encodes as %x", in, out)
		}
	})
}

// TestNextNonce holds that a clock that goes wrong, in whatever direction, never keeps a newer word from being signed,
// and that a revocation is always left.
func TestNextNonce(t *testing.T) {
	const last = 1<<64 - 1
	for _, c := range []struct {
		name         string
		now, current uint64
		revocation   bool
		want         uint64
		ok           bool
	}{
		{"first", 1000, 0, false, 1000, true},
		{"time went on", 1000, 999, false, 1000, true},
		{"same millisecond", 1000, 1000, false, 1001, true},
		{"signed with a clock that is ahead", 1000, 9_999, false, 10_000, true},
		{"no clock", 0, 0, false, 1, true},
		{"last of grants", 1000, last - 2, false, last - 1, true},
		{"none left for a grant", 1000, last - 1, false, 0, false},
		{"the last resort", 1000, last - 1, true, last, true},
		{"after the last resort", 1000, last, true, 0, false},
		{"a clock beyond all", last, 1, false, last - 1, true},
	} {
		if got, ok := grant.NextNonce(c.now, c.current, c.revocation); got != c.want || ok != c.ok {
			t.Errorf("%s: %d %v, want %d %v", c.name, got, ok, c.want, c.ok)
		}
	}
}

// TestCircumstances holds that the commitment covers every member, and hides them behind the salt.
func TestCircumstances(t *testing.T) {
	salt := common.Hash{1}
	base := grant.Circumstances{Language: "en", Salt: salt}
	want := crypto.Keccak256Hash([]byte("assent.grant.circumstances.v1"), salt[:],
		crypto.Keccak256([]byte(`{"guardian":false,"language":"en"}`)))
	if c, err := base.Commitment(); err != nil || c != want {
		t.Errorf("commitment %s, %v", c, err)
	}
	seen := map[common.Hash]bool{want: true}
	for _, other := range []grant.Circumstances{
		{Language: "en", Salt: salt, Guardian: true}, {Language: "de", Salt: salt}, {Language: "en",
			Salt: common.Hash{2}},
	} {
		c, err := other.Commitment()
		if err != nil || seen[c] {
			t.Errorf("%+v: %s, %v", other, c, err)
		}
		seen[c] = true
	}
	for _, bad := range []grant.Circumstances{{Language: "en"}, {Salt: salt}, {Language: "en\n", Salt: salt}} {
		if _, err := bad.Commitment(); err == nil {
			t.Errorf("%+v: accepted", bad)
		}
	}
}
