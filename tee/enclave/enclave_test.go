package enclave_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/policy"
)

func TestGenerate(t *testing.T) {
	seed := bytes.Repeat([]byte{3}, 64)
	a, err := enclave.Generate(bytes.NewReader(seed))
	if err != nil {
		t.Fatal(err)
	}
	b, err := enclave.Generate(bytes.NewReader(seed))
	if err != nil || a.Address() != b.Address() || a.REK() != b.REK() {
		t.Error("keys depend on something but the randomness given")
	}
	if a.Address() != crypto.PubkeyToAddress(a.Signing().PublicKey) ||
		!bytes.Equal(a.REK().Bytes(), a.Decryption().PublicKey().Bytes()) {
		t.Error("public and private keys do not belong together")
	}
	c, err := enclave.Generate(rand.Reader)
	if err != nil || c.Address() == a.Address() || c.REK() == a.REK() {
		t.Error("other randomness, same keys")
	}
	// The two halves of the seed make one key each.
	seed[0]++
	if d, err := enclave.Generate(bytes.NewReader(seed)); err != nil || d.Address() == a.Address() ||
		d.REK() != a.REK() {
		t.Error("the keys are not independent")
	}
	if _, err := enclave.Generate(bytes.NewReader(seed[:63])); err == nil {
		t.Error("too little randomness: accepted")
	}
}

// TestAttest goes the whole way: keys, quote, evidence, verifier, policy.
func TestAttest(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	root, err := insecure.NewRoot(rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, insecure.Measurement{MRTD: [48]byte{1}}, rand.Reader, now)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := enclave.Generate(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	network := enclave.Network{ChainID: 42334, Runtime: common.Hash{1}, Operator: common.Address{2}, Round: 10,
		BlockHash: common.Hash{3}}
	nonce := [32]byte{4}
	made, err := keys.Attest(context.Background(), issuer, network, nonce)
	if err != nil {
		t.Fatal(err)
	}
	b, err := made.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	e, err := tee.ParseEvidence(b)
	if err != nil {
		t.Fatal(err)
	}
	collateral, err := root.Collateral(now, 1)
	if err != nil {
		t.Fatal(err)
	}
	claims, err := dcap.Verifier{}.Verify(e.Quote, collateral, tee.Roots{root.Certificate()}, now)
	if err != nil {
		t.Fatal(err)
	}
	accept := policy.Policy{Simulated: true, Measurements: []common.Hash{issuer.Measurement().ID()},
		Roots: []common.Hash{root.ID()}, MaxRounds: 5}
	facts := policy.Facts{Binding: e.Binding(network.ChainID, network.Runtime, network.Operator, keys.Address(),
		keys.REK()), Nonce: nonce, Round: 12, Now: now}
	if err := accept.Validate(claims, facts); err != nil {
		t.Error(err)
	}
	// Another enclave's keys with this quote are refused.
	other, err := enclave.Generate(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	facts.Binding = e.Binding(network.ChainID, network.Runtime, network.Operator, other.Address(), other.REK())
	var ce *policy.CheckError
	if err := accept.Validate(claims, facts); !errors.As(err, &ce) || ce.Check != "reportData" {
		t.Errorf("another enclave: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := keys.Attest(ctx, issuer, network, nonce); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
