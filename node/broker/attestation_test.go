package broker_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/insecure"
)

// Anyone who asks learns what the broker runs in.
func TestAttestation(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	h.world.config.Instance = h.instance()
	client := h.serve(h.predecessor(), nil)
	nonce := common.Hash{5}
	answer, err := attestation.Ask(t.Context(), client, nonce)
	h.must(err)
	network := attestation.Network{ChainID: chainID, Runtime: h.runtime, Genuine: h.world.config.Genuine}
	now, err := h.Latest(t.Context())
	h.must(err)
	defer now.Close()
	v, err := attestation.Verify(t.Context(), now, h.now, answer, nonce, network)
	h.must(err)
	if v.Claims.Measurement != common.Hash(h.issuer.Measurement().ID()) || !v.Claims.Simulated ||
		v.Claims.TCB != tee.UpToDate ||
		answer.Account != crypto.PubkeyToAddress(h.brokerKey.PublicKey) || answer.Enclave != h.keys.Address() {
		t.Errorf("attested %+v of %+v", v.Claims, answer)
	}
	other, err := insecure.NewRoot(rand.Reader, h.now.Add(-time.Hour))
	h.must(err)
	others, err := operate.GenuineUnder(tee.Roots{other.Certificate()})
	h.must(err)
	for name, move := range map[string]func(a *attestation.Answer, nonce *common.Hash, n *attestation.Network){
		"another nonce":   func(_ *attestation.Answer, nonce *common.Hash, _ *attestation.Network) { nonce[0] ^= 1 },
		"another account": func(a *attestation.Answer, _ *common.Hash, _ *attestation.Network) { a.Account[0] ^= 1 },
		"another enclave": func(a *attestation.Answer, _ *common.Hash, _ *attestation.Network) { a.Enclave[0] ^= 1 },
		"another REK":     func(a *attestation.Answer, _ *common.Hash, _ *attestation.Network) { a.REK[0] ^= 1 },
		"another chain":   func(_ *attestation.Answer, _ *common.Hash, n *attestation.Network) { n.ChainID++ },
		"another runtime": func(_ *attestation.Answer, _ *common.Hash, n *attestation.Network) { n.Runtime[0] ^= 1 },
		"other roots":     func(_ *attestation.Answer, _ *common.Hash, n *attestation.Network) { n.Genuine = others },
		"changed evidence": func(a *attestation.Answer, _ *common.Hash, _ *attestation.Network) {
			a.Evidence[len(a.Evidence)/2] ^= 1
		},
	} {
		a, c, n := answer, nonce, network
		a.Evidence = bytes.Clone(answer.Evidence)
		move(&a, &c, &n)
		if _, err := attestation.Verify(t.Context(), now, h.now, a, c, n); !errors.Is(err, tee.ErrNotGenuine) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// It answers no one's challenge: the nonce in the quote is another one.
	challenge, err := h.predecessor().Challenge()
	h.must(err)
	a, err := attestation.Ask(t.Context(), client, challenge.Nonce)
	h.must(err)
	if e, err := tee.ParseEvidence(a.Evidence); err != nil || e.Nonce == challenge.Nonce {
		t.Errorf("the evidence has the caller's nonce itself, %v", err)
	}
}

// The host that answers has no say in which machines are revoked: the caller takes the chain's lists.
func TestAttestation_ofARevokedMachine(t *testing.T) {
	for name, other := range map[string]insecure.Platform{"the network's family": insecure.Simulated(),
		"another family": elsewhere()} {
		t.Run(name, func(t *testing.T) {
			h := newHeir(newWorld(t, options{}))
			var err error
			h.issuer, err = insecure.NewIssuerOn(other, h.root, h.issuer.Measurement(), rand.Reader,
				h.now.Add(-time.Minute))
			h.must(err)
			instance := h.instance()
			// of before the revocation
			instance.Collector = collected{h.root, insecure.Terms{Now: h.now, Number: 1, Platform: &other}}
			h.world.config.Instance = instance
			answer, err := attestation.Ask(t.Context(), h.serve(h.predecessor(), nil), common.Hash{5})
			h.must(err)
			network := attestation.Network{ChainID: chainID, Runtime: h.runtime, Genuine: h.world.config.Genuine}
			verify := func() error {
				now, err := h.Latest(t.Context())
				h.must(err)
				defer now.Close()
				_, err = attestation.Verify(t.Context(), now, h.now, answer, common.Hash{5}, network)
				return err
			}
			h.must(verify())
			h.post(insecure.Terms{Now: h.now, Number: 2, Revoked: []*big.Int{h.issuer.Serial()}})
			if err := verify(); !errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), "revoked") {
				t.Errorf("a revoked machine: %v", err)
			}
		})
	}
}

// elsewhere is a platform of a family for which the chain has no levels.
func elsewhere() insecure.Platform {
	p := insecure.Simulated()
	p.FMSPC[0]++
	return p
}

// collected is a collector that always has the same collateral.
type collected struct {
	root  *insecure.Root
	terms insecure.Terms
}

func (c collected) Collateral(context.Context, []byte) ([]byte, error) {
	return c.root.CollateralOf(c.terms)
}

func TestAttestationOutsideATEE(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	if _, err := attestation.Ask(t.Context(), h.serve(h.predecessor(), nil), common.Hash{}); h.refused(
		err) != "attestation" {
		t.Errorf("got %v", err)
	}
}

func TestManyAttestations(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	h.world.config.Instance = h.instance()
	b := h.broker()
	answered := 0
	for range 40 {
		if _, err := b.Attest(t.Context(), attestation.Request{}); err == nil {
			answered++
		}
	}
	h.now = h.now.Add(time.Second)
	if _, err := b.Attest(t.Context(), attestation.Request{}); err != nil || answered != 20 {
		t.Errorf("%d answered, want 20; later: %v", answered, err)
	}
}
