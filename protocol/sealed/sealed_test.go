package sealed_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/sealed"
)

var kems = []sealed.KEM{sealed.X25519, sealed.MLKEM768X25519}

func newKey(t testing.TB, kem sealed.KEM) sealed.PrivateKey {
	t.Helper()
	k, err := sealed.GenerateKey(kem, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSealOpen(t *testing.T) {
	for _, kem := range kems {
		t.Run(kem.String(), func(t *testing.T) { sealOpen(t, kem) })
	}
}

func sealOpen(t *testing.T, kem sealed.KEM) {
	k := newKey(t, kem)
	to := k.PublicKey()
	for _, size := range []int{0, 1, 31, 32, 33, 1 << 16} {
		plaintext := bytes.Repeat([]byte{7}, size)
		env, err := sealed.Seal("label", to, []byte("context"), plaintext)
		if err != nil || len(env) != size+kem.Overhead() || kem.Overhead() > sealed.MaxOverhead {
			t.Fatalf("%d bytes: envelope %d, %v", size, len(env), err)
		}
		if got, err := sealed.Open("label", k, []byte("context"), env); err != nil || !bytes.Equal(got, plaintext) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	env, err := sealed.Seal("label", to, []byte("context"), []byte("plaintext"))
	if err != nil {
		t.Fatal(err)
	}
	other := newKey(t, kem)
	for name, open := range map[string]func() ([]byte, error){
		"another key":     func() ([]byte, error) { return sealed.Open("label", other, []byte("context"), env) },
		"another label":   func() ([]byte, error) { return sealed.Open("label2", k, []byte("context"), env) },
		"another context": func() ([]byte, error) { return sealed.Open("label", k, []byte("contex"), env) },
		"no context":      func() ([]byte, error) { return sealed.Open("label", k, nil, env) },
		"no key": func() ([]byte, error) {
			return sealed.Open("label", sealed.PrivateKey{}, []byte("context"),
				env)
		},
	} {
		if _, err := open(); !errors.Is(err, sealed.ErrOpen) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for i := range env {
		for bit := range 8 {
			if kem != sealed.X25519 && bit != i%8 {
				continue // one bit of each byte of the long ones
			}
			bad := bytes.Clone(env)
			bad[i] ^= 1 << bit
			// X25519 ignores the top bit of a coordinate (RFC 7748, section 5), but HPKE hashes the encapsulated key
			// into the context, so not even that one passes.
			if got, err := sealed.Open("label", k, []byte("context"), bad); err == nil {
				t.Errorf("byte %d bit %d changed: opened %q", i, bit, got)
			}
		}
	}
	if again, err := sealed.Seal("label", to, []byte("context"), []byte("plaintext")); err != nil || bytes.Equal(again,
		env) {
		t.Error("two envelopes are alike")
	}
}

// A key reads back from its bytes and its seed, and the KEM is part of what names it.
func TestKeys(t *testing.T) {
	commitments := make(map[common.Hash]bool)
	for _, kem := range kems {
		k := newKey(t, kem)
		b := k.PublicKey().Bytes()
		read, err := sealed.ParsePublicKey(b)
		if err != nil || !bytes.Equal(read.Bytes(), b) || read.KEM() != kem || len(b) > sealed.MaxPublicKey {
			t.Errorf("%s: public key read back as %x of KEM %s, %v", kem, read.Bytes(), read.KEM(), err)
		}
		again, err := sealed.NewPrivateKey(kem, k.Seed())
		if err != nil || again.PublicKey().Commitment() != k.PublicKey().Commitment() {
			t.Errorf("%s: the seed gives another key, %v", kem, err)
		}
		if name, err := sealed.ParseKEM(kem.String()); err != nil || name != kem {
			t.Errorf("%s reads as %s, %v", kem, name, err)
		}
		other, err := sealed.NewPrivateKey(kem, [sealed.SeedSize]byte{0: 9, 31: 0x40})
		if err != nil {
			t.Fatal(err)
		}
		commitments[other.PublicKey().Commitment()] = true
	}
	if len(commitments) != len(kems) {
		t.Error("keys of two KEMs are named alike")
	}
	if _, err := sealed.ParseKEM("P-256"); err == nil {
		t.Error("an unused KEM was read")
	}
	if _, err := sealed.GenerateKey(sealed.X25519, bytes.NewReader(make([]byte, 31))); err == nil {
		t.Error("a key was made of 31 bytes")
	}
	if _, err := sealed.NewPrivateKey(0x0010, [sealed.SeedSize]byte{1}); !errors.Is(err, sealed.ErrKey) {
		t.Errorf("a key of an unused KEM: %v", err)
	}
	if _, err := sealed.Seal("label", sealed.PublicKey{}, nil, nil); !errors.Is(err, sealed.ErrKey) {
		t.Errorf("sealed to no key: %v", err)
	}
}

func TestBadKeys(t *testing.T) {
	var f struct {
		BadKeys []vectest.Bad
	}
	vectest.Load(t, "result.json", &f)
	for _, b := range f.BadKeys {
		raw, err := hexutil.Decode(b.Text(t))
		if err != nil {
			t.Fatal(err)
		}
		_, err = sealed.ParsePublicKey(raw)
		if b.Refused(t, err); !errors.Is(err, sealed.ErrKey) {
			t.Errorf("%s: %v", b.Name, err)
		}
	}
	if _, err := sealed.X25519Key(common.Hash{}); !errors.Is(err, sealed.ErrKey) {
		t.Errorf("a point of small order: %v", err)
	}
	t.Logf("%d keys run", len(f.BadKeys))
}

func FuzzOpen(f *testing.F) {
	var keys []sealed.PrivateKey
	made := make(map[string]bool)
	for _, kem := range kems {
		k := newKey(f, kem)
		env, err := sealed.Seal("label", k.PublicKey(), []byte("context"), []byte("plaintext"))
		if err != nil {
			f.Fatal(err)
		}
		keys, made[string(env)] = append(keys, k), true
		f.Add(env)
		f.Add(env[:kem.Overhead()])
	}
	f.Add([]byte{2})
	f.Fuzz(func(t *testing.T, in []byte) {
		for _, k := range keys {
			if got, err := sealed.Open("label", k, []byte("context"), in); err == nil && !made[string(in)] {
				t.Fatalf("forged: %q", got)
			}
		}
	})
}

func FuzzParsePublicKey(f *testing.F) {
	for _, kem := range kems {
		f.Add(newKey(f, kem).PublicKey().Bytes())
	}
	f.Add([]byte{0x64})
	f.Fuzz(func(t *testing.T, in []byte) {
		k, err := sealed.ParsePublicKey(in)
		if err != nil {
			return
		}
		if !bytes.Equal(k.Bytes(), in) {
			t.Errorf("%x reads as %x", in, k.Bytes())
		}
		if _, err := sealed.Seal("label", k, nil, nil); err != nil {
			t.Errorf("nothing can be sealed to %x: %v", in, err)
		}
	})
}
