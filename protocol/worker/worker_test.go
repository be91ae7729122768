package worker_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/worker"
)

func TestVectors(t *testing.T) {
	var f struct {
		Type    string
		Domain  eip712.Domain
		Signers map[string]struct{ PrivateKey common.Hash }
		Good    []struct {
			Name   string
			Signed worker.Signed
			Digest common.Hash
		}
		Forged []vectest.Bad
	}
	vectest.Load(t, "worker.json", &f)
	if f.Type != worker.Type {
		t.Error("type differs")
	}
	key, err := crypto.ToECDSA(f.Signers["enclave"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range f.Good {
		if c.Signed.Registration.Digest(f.Domain) != c.Digest {
			t.Errorf("%s: digest differs", c.Name)
		}
		if s, err := c.Signed.Registration.Sign(f.Domain, key); err != nil || s != c.Signed {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
	for _, b := range f.Forged {
		var s worker.Signed
		err := canonical.Unmarshal(b.Input, &s)
		if err == nil {
			err = s.Verify(f.Domain)
		}
		b.Refused(t, err)
	}
	r := f.Good[0].Signed.Registration
	r.Enclave[0]++
	if _, err := r.Sign(f.Domain, key); err == nil {
		t.Error("signed for another enclave")
	}
	t.Logf("%d good, %d forged cases run", len(f.Good), len(f.Forged))
}
