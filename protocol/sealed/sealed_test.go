package sealed_test

import (
	"bytes"
	"crypto/ecdh"
	"crypto/rand"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/sealed"
)

func newKey(t testing.TB) (*ecdh.PrivateKey, common.Hash) {
	t.Helper()
	k, err := ecdh.X25519().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k, common.Hash(k.PublicKey().Bytes())
}

func TestSealOpen(t *testing.T) {
	k, pub := newKey(t)
	for _, size := range []int{0, 1, 31, 32, 33, 1 << 16} {
		plaintext := bytes.Repeat([]byte{7}, size)
		env, err := sealed.Seal("label", pub, []byte("context"), plaintext)
		if err != nil || len(env) != size+sealed.Overhead {
			t.Fatalf("%d bytes: envelope %d, %v", size, len(env), err)
		}
		if got, err := sealed.Open("label", k, []byte("context"), env); err != nil || !bytes.Equal(got, plaintext) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	env, err := sealed.Seal("label", pub, []byte("context"), []byte("plaintext"))
	if err != nil {
		t.Fatal(err)
	}
	other, _ := newKey(t)
	for name, open := range map[string]func() ([]byte, error){
		"another key":     func() ([]byte, error) { return sealed.Open("label", other, []byte("context"), env) },
		"another label":   func() ([]byte, error) { return sealed.Open("label2", k, []byte("context"), env) },
		"another context": func() ([]byte, error) { return sealed.Open("label", k, []byte("contex"), env) },
		"no context":      func() ([]byte, error) { return sealed.Open("label", k, nil, env) },
	} {
		if _, err := open(); !errors.Is(err, sealed.ErrOpen) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for i := range env {
		for bit := range 8 {
			bad := bytes.Clone(env)
			bad[i] ^= 1 << bit
			// X25519 ignores the top bit of a coordinate (RFC 7748, section 5), but HPKE
			// hashes the encapsulated key into the context, so not even that one passes.
			if got, err := sealed.Open("label", k, []byte("context"), bad); err == nil {
				t.Errorf("byte %d bit %d changed: opened %q", i, bit, got)
			}
		}
	}
	if again, err := sealed.Seal("label", pub, []byte("context"), []byte("plaintext")); err != nil || bytes.Equal(again, env) {
		t.Error("two envelopes are alike")
	}
}

func TestBadKeys(t *testing.T) {
	var f struct {
		BadKeys []struct {
			Name  string
			Input common.Hash
		}
	}
	vectest.Load(t, "result.json", &f)
	for _, b := range f.BadKeys {
		if _, err := sealed.PublicKey(b.Input); !errors.Is(err, sealed.ErrKey) {
			t.Errorf("%s: %v", b.Name, err)
		}
		if _, err := sealed.Seal("label", b.Input, nil, nil); !errors.Is(err, sealed.ErrKey) {
			t.Errorf("%s: sealed, %v", b.Name, err)
		}
	}
	t.Logf("%d keys run", len(f.BadKeys))
}

func FuzzOpen(f *testing.F) {
	k, pub := newKey(f)
	env, err := sealed.Seal("label", pub, []byte("context"), []byte("plaintext"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(env)
	f.Add(env[:sealed.Overhead])
	f.Add([]byte{1})
	f.Fuzz(func(t *testing.T, in []byte) {
		if got, err := sealed.Open("label", k, []byte("context"), in); err == nil && !bytes.Equal(in, env) {
			t.Fatalf("forged: %q", got)
		}
	})
}
