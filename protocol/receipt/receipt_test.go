package receipt_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
)

type file struct {
	Types   []string
	Domain  eip712.Domain
	Signers map[string]struct{ PrivateKey common.Hash }
	Spec    job.Spec
	Inputs  struct {
		Inputs receipt.Inputs
		Hash   common.Hash
	}
	Charge receipt.Charge
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
	if f.Types[0] != receipt.Type || f.Types[1] != receipt.InputsType {
		t.Error("types differ")
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
	if fields := reflect.TypeFor[receipt.Receipt]().NumField(); len(f.Forged) < fields {
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

// TestMatches changes every field of the receipt in turn. Those that the enclave
// decides are not matters of job and charge.
func TestMatches(t *testing.T) {
	f := load(t)
	id := f.Spec.ID(f.Domain)
	if err := f.Good.Signed.Receipt.Matches(id, f.Spec, f.Charge); err != nil {
		t.Fatal(err)
	}
	free := map[string]bool{"result": true, "ciphertext": true, "enclave": true, "measurement": true, "quote": true}
	typ := reflect.TypeFor[receipt.Receipt]()
	for i := range typ.NumField() {
		r := f.Good.Signed.Receipt
		switch v := reflect.ValueOf(&r).Elem().Field(i); v.Kind() {
		case reflect.Array:
			v.Index(0).SetUint(v.Index(0).Uint() ^ 1)
		default:
			v.SetUint(v.Uint() + 1)
		}
		name, _, _ := bytes.Cut([]byte(typ.Field(i).Tag.Get("json")), []byte(","))
		err := r.Matches(id, f.Spec, f.Charge)
		var me *receipt.MismatchError
		if free[string(name)] {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		} else if !errors.As(err, &me) || me.Field != string(name) {
			t.Errorf("%s changed: %v", name, err)
		}
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
