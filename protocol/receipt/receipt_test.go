package receipt_test

import (
	"bytes"
	"crypto/ecdsa"
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/signature"
)

type file struct {
	Types   []string
	Domain  eip712.Domain
	Signers map[string]struct {
		Address    common.Address
		PrivateKey common.Hash
	}
	Spec   job.Spec
	Inputs struct {
		Inputs receipt.Inputs
		Hash   common.Hash
	}
	Charge struct {
		Charge     receipt.Charge
		StructHash common.Hash
	}
	Opening struct{ Key, Hash common.Hash }
	Held    struct {
		Held      receipt.Held
		Digest    common.Hash
		Signature signature.Signature
	}
	Result struct {
		Salt       common.Hash
		Plaintext  string
		Commitment common.Hash
	}
	Good struct {
		Signed         receipt.Signed
		StructHash, ID common.Hash
	}
	Forged []vectest.Bad
}

func load(t testing.TB) file {
	var f file
	vectest.Load(t, "receipt.json", &f)
	return f
}

func TestVectors(t *testing.T) {
	f := load(t)
	if !slices.Equal(f.Types, []string{receipt.Type, receipt.ChargeType, receipt.InputsType, receipt.HeldType}) {
		t.Error("types differ")
	}
	if f.Charge.Charge.StructHash() != f.Charge.StructHash || f.Good.Signed.Receipt.Charge != f.Charge.Charge {
		t.Error("charge differs")
	}
	s := f.Good.Signed
	if s.Receipt.StructHash() != f.Good.StructHash || s.Receipt.ID(f.Domain) != f.Good.ID {
		t.Error("hashes differ")
	}
	if err := s.Verify(f.Domain); err != nil {
		t.Error(err)
	}
	key, err := crypto.ToECDSA(f.Signers["enclave"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.Receipt.Sign(f.Domain, key); err != nil || again != s {
		t.Errorf("signed again: %v", err)
	}
	other := f.Domain
	other.ChainID++
	if err := s.Verify(other); err == nil {
		t.Error("verifies on another chain")
	}
	if f.Inputs.Inputs.Hash() != f.Inputs.Hash {
		t.Error("inputs differ")
	}
	if receipt.CommitResult([32]byte(f.Result.Salt), []byte(f.Result.Plaintext)) != f.Result.Commitment {
		t.Error("commitment differs")
	}
	for _, b := range f.Forged {
		r, err := receipt.Parse(b.Input)
		if err == nil {
			err = r.Verify(f.Domain)
		}
		b.Refused(t, err)
	}
	if fields := reflect.TypeFor[receipt.Receipt]().NumField() +
		reflect.TypeFor[receipt.Charge]().NumField() - 1; len(f.Forged) < fields {
		t.Errorf("%d forged receipts for %d fields", len(f.Forged), fields)
	}
	t.Logf("%d forged receipts run", len(f.Forged))
}

func TestSignNeedsItsKey(t *testing.T) {
	f := load(t)
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("another key")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Good.Signed.Receipt.Sign(f.Domain, key); err == nil {
		t.Error("signed with a key that the receipt does not name")
	}
}

// TestMatches moves one thing at a time: the job, each field of the charge, and the budget of the specification. What
// the enclave decides is no matter of job and charge.
func TestMatches(t *testing.T) {
	f := load(t)
	id := f.Spec.ID(f.Domain)
	good := f.Good.Signed.Receipt
	if err := good.Matches(id, f.Spec, f.Charge.StructHash); err != nil {
		t.Fatal(err)
	}
	refused := func(name, field string, r receipt.Receipt, s job.Spec) {
		t.Helper()
		var me *receipt.MismatchError
		if err := r.Matches(id, s, f.Charge.StructHash); !errors.As(err, &me) || me.Field != field {
			t.Errorf("%s: %v", name, err)
		}
	}
	r := good
	r.Job[0]++
	refused("another job", "job", r, f.Spec)
	typ := reflect.TypeFor[receipt.Charge]()
	for i := range typ.NumField() {
		r := good
		change(reflect.ValueOf(&r.Charge).Elem().Field(i))
		refused("charge: "+typ.Field(i).Name, "charge", r, f.Spec)
	}
	s := f.Spec
	s.Rho++
	refused("another budget", "rho", good, s)
	s = f.Spec
	s.Delta++
	refused("another delta", "delta", good, s)
	typ = reflect.TypeFor[receipt.Receipt]()
	for i := range typ.NumField() {
		if name := typ.Field(i).Name; name == "Job" || name == "Charge" {
			continue
		}
		r := good
		change(reflect.ValueOf(&r).Elem().Field(i))
		if err := r.Matches(id, f.Spec, f.Charge.StructHash); err != nil {
			t.Errorf("%s is the enclave's: %v", typ.Field(i).Name, err)
		}
		if r.StructHash() == good.StructHash() {
			t.Errorf("%s is not hashed", typ.Field(i).Name)
		}
	}
}

// change makes another value of a field.
func change(v reflect.Value) {
	if v.Kind() == reflect.Array {
		v.Index(0).SetUint(v.Index(0).Uint() ^ 1)
	} else {
		v.SetUint(v.Uint() + 1)
	}
}

// What a later version may add is refused by this one: by default a receipt says nothing more.
func TestUnknown(t *testing.T) {
	good := load(t).Good.Signed.Receipt
	good.Statement = common.Hash{}
	if err := good.Unknown(); err != nil {
		t.Fatal(err)
	}
	good.Statement[31] = 1
	if err := good.Unknown(); !errors.Is(err, receipt.ErrUnknown) {
		t.Errorf("a statement: %v", err)
	}
}

func TestCheckNoise(t *testing.T) {
	none, some := receipt.Charge{}, receipt.Charge{Noise: common.Hash{31: 1}}
	for _, c := range []struct {
		how    job.Release
		charge receipt.Charge
		want   error
	}{
		{job.Private, some, nil}, {job.Private, none, receipt.ErrNoise},
		{job.Exact, none, nil}, {job.Exact, some, receipt.ErrNoise},
		{job.Part, none, nil}, {job.Part, some, receipt.ErrUnknown},
	} {
		if err := c.charge.CheckNoise(c.how); !errors.Is(err, c.want) {
			t.Errorf("%s with the commitment %s: %v, want %v", c.how, c.charge.Noise, err, c.want)
		}
	}
}

func TestOpening(t *testing.T) {
	f := load(t)
	r, key := f.Good.Signed.Receipt, [32]byte(f.Opening.Key)
	if receipt.HashOpening(key) != f.Opening.Hash || r.Opening != f.Opening.Hash {
		t.Error("hash differs")
	}
	if err := r.VerifyOpening(key); err != nil {
		t.Error(err)
	}
	key[31]++
	if err := r.VerifyOpening(key); !errors.Is(err, receipt.ErrOpening) {
		t.Errorf("another key: %v", err)
	}
}

func TestHeld(t *testing.T) {
	f := load(t)
	h := f.Held.Held
	if h.Digest(f.Domain) != f.Held.Digest {
		t.Error("digest differs")
	}
	archive := f.Signers["custodian"]
	if err := f.Held.Signature.Verify(f.Held.Digest, archive.Address); err != nil {
		t.Error(err)
	}
	key, err := crypto.ToECDSA(archive.PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if again, err := h.Sign(f.Domain, key); err != nil || again != f.Held.Signature {
		t.Errorf("signed again: %v", err)
	}
	typ := reflect.TypeFor[receipt.Held]()
	for i := range typ.NumField() {
		other := h
		change(reflect.ValueOf(&other).Elem().Field(i))
		if other.Digest(f.Domain) == f.Held.Digest {
			t.Errorf("%s is not signed", typ.Field(i).Name)
		}
	}
}

// Enough archives have to sign, each once and in order; the contract's own tests have the same cases.
func TestHeld_verify(t *testing.T) {
	f := load(t)
	h := f.Held.Held
	var keys []*ecdsa.PrivateKey
	for i := range byte(4) {
		k, err := crypto.ToECDSA(crypto.Keccak256([]byte{i}))
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, k)
	}
	address := func(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }
	slices.SortFunc(keys, func(a, b *ecdsa.PrivateKey) int { return address(a).Cmp(address(b)) })
	archives := []common.Address{address(keys[0]), address(keys[1]), address(keys[2])}
	for _, c := range []struct {
		name   string
		needed uint8
		by     []int
		good   bool
	}{
		{"two of two", 2, []int{0, 2}, true},
		{"more than needed", 1, []int{0, 1, 2}, true},
		{"one of two", 2, []int{1}, false},
		{"none", 1, nil, false},
		{"none needed", 0, []int{0}, false},
		{"one twice", 2, []int{1, 1}, false},
		{"out of order", 2, []int{2, 0}, false},
		{"another", 2, []int{0, 3}, false},
		{"another beside enough", 1, []int{0, 3}, false},
	} {
		var signatures []signature.Signature
		var want []common.Address
		for _, i := range c.by {
			s, err := h.Sign(f.Domain, keys[i])
			if err != nil {
				t.Fatal(err)
			}
			signatures, want = append(signatures, s), append(want, address(keys[i]))
		}
		got, err := h.Verify(f.Domain, archives, c.needed, signatures)
		if (err == nil) != c.good || c.good && !slices.Equal(got, want) || !c.good && !errors.Is(err,
			receipt.ErrNotHeld) {
			t.Errorf("%s: %v, %v", c.name, got, err)
		}
	}
	if _, err := h.Verify(f.Domain, archives, 1, []signature.Signature{{}}); err == nil {
		t.Error("what is no signature was taken")
	}
}

func TestInputsCommitToEverything(t *testing.T) {
	base := load(t).Inputs.Inputs
	seen := map[common.Hash]bool{base.Hash(): true}
	n := reflect.TypeFor[receipt.Inputs]().NumField()
	for i := range n {
		in := base
		v := reflect.ValueOf(&in).Elem().Field(i).Index(31)
		v.SetUint(v.Uint() ^ 1)
		seen[in.Hash()] = true
	}
	if len(seen) != n+1 {
		t.Errorf("%d hashes for %d fields", len(seen), n)
	}
}

func FuzzParse(f *testing.F) {
	v := load(f)
	b, err := canonical.Marshal(v.Good.Signed)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	for _, b := range v.Forged {
		f.Add([]byte(b.Input))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := receipt.Parse(in)
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
		if s != v.Good.Signed && s.Receipt.Enclave == v.Good.Signed.Receipt.Enclave && s.Verify(v.Domain) == nil {
			t.Fatalf("forged: %s", in)
		}
	})
}
