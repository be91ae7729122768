package release_test

import (
	"bytes"
	"crypto/ecdh"
	"crypto/rand"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/release"
)

func TestWrapBindsEverything(t *testing.T) {
	rek, err := ecdh.X25519().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other, err := ecdh.X25519().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	job, enclave, nonce := common.HexToHash("0x1"), common.HexToAddress("0x2"), common.HexToHash("0x3")
	key := release.Key{FileKey: bytes.Repeat([]byte{6}, 16), Share: bytes.Repeat([]byte{7}, 32),
		UseSecret: bytes.Repeat([]byte{8}, 32), Round: 12, Height: 34}
	wrapped, err := release.Wrap(key, common.BytesToHash(rek.PublicKey().Bytes()), job, enclave, nonce)
	if err != nil {
		t.Fatal(err)
	}
	got, err := release.Unwrap(wrapped, rek, job, enclave, nonce)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, key) {
		t.Errorf("unwrapped %+v", got)
	}
	for name, open := range map[string]func() (release.Key, error){
		"another REK": func() (release.Key, error) { return release.Unwrap(wrapped, other, job, enclave, nonce) },
		"another job": func() (release.Key, error) { return release.Unwrap(wrapped, rek, nonce, enclave, nonce) },
		"another enclave": func() (release.Key,
			error) {
			return release.Unwrap(wrapped, rek, job, common.Address{}, nonce)
		},
		"another request": func() (release.Key, error) { return release.Unwrap(wrapped, rek, job, enclave, job) },
		"a cut key": func() (release.Key,
			error) {
			return release.Unwrap(wrapped[:20], rek, job, enclave, nonce)
		},
	} {
		if _, err := open(); err == nil {
			t.Errorf("%s opened the key", name)
		}
	}
	for i := range wrapped {
		bad := bytes.Clone(wrapped)
		bad[i] ^= 1
		if _, err := release.Unwrap(bad, rek, job, enclave, nonce); err == nil {
			t.Fatalf("byte %d was flipped and the key opened", i)
		}
	}
}
