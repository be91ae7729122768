package signature_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/signature"
)

func sample(t testing.TB) (common.Hash, common.Address, signature.Signature) {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("signature test key")))
	if err != nil {
		t.Fatal(err)
	}
	digest := crypto.Keccak256Hash([]byte("message"))
	sig, err := signature.Sign(digest, key)
	if err != nil {
		t.Fatal(err)
	}
	return digest, crypto.PubkeyToAddress(key.PublicKey), sig
}

func TestSignVerify(t *testing.T) {
	digest, signer, sig := sample(t)
	if err := sig.Verify(digest, signer); err != nil {
		t.Fatal(err)
	}
	if _, _, again := sample(t); again != sig {
		t.Error("signing is not deterministic")
	}
	var wrong *signature.WrongSignerError
	if err := sig.Verify(digest, common.Address{1}); !errors.As(err, &wrong) || wrong.Got != signer {
		t.Errorf("got %v", err)
	}
	if err := sig.Verify(crypto.Keccak256Hash(nil), signer); err == nil {
		t.Error("verified another digest")
	}
}

func TestForm(t *testing.T) {
	_, _, good := sample(t)
	n := crypto.S256().Params().N
	half := new(big.Int).Rsh(n, 1)
	set := func(at int, v *big.Int) signature.Signature {
		s := good
		v.FillBytes(s[at : at+32])
		return s
	}
	one := big.NewInt(1)
	for _, c := range []struct {
		name string
		sig  signature.Signature
		ok   bool
	}{
		{"good", good, true},
		{"r is zero", set(0, new(big.Int)), false}, {"r is one", set(0, one), true},
		{"r is n-1", set(0, new(big.Int).Sub(n, one)), true}, {"r is n", set(0, n), false},
		{"s is zero", set(32, new(big.Int)), false}, {"s is one", set(32, one), true},
		{"s is half of n", set(32, half), true},
		{"s above half of n", set(32, new(big.Int).Add(half, one)), false}, {"s is n", set(32, n), false},
	} {
		_, err := signature.Parse(c.sig[:])
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for v := range 256 {
		s := good
		s[64] = byte(v)
		if _, err := signature.Parse(s[:]); (err == nil) != (v == 27 || v == 28) {
			t.Errorf("v %d: %v", v, err)
		}
	}
	for _, size := range []int{0, 64, 66} {
		if _, err := signature.Parse(make([]byte, size)); err == nil {
			t.Errorf("%d bytes accepted", size)
		}
	}
}

func FuzzUnmarshalJSON(f *testing.F) {
	digest, signer, good := sample(f)
	b, _ := json.Marshal(good)
	f.Add(b)
	f.Add([]byte(`"0x"`))
	f.Fuzz(func(t *testing.T, in []byte) {
		var s signature.Signature
		if json.Unmarshal(in, &s) != nil || s == (signature.Signature{}) {
			return
		}
		out, err := json.Marshal(s)
		var back signature.Signature
		if err != nil || json.Unmarshal(out, &back) != nil || back != s {
			t.Fatalf("%s does not come back", in)
		}
		if s != good && s.Verify(digest, signer) == nil {
			t.Fatalf("a second signature verifies: %s", s)
		}
	})
}
