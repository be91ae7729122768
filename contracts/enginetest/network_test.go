package enginetest

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/worker"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

// network is what quotes of a network bind and end at, and one simulated machine with an enclave.
type network struct {
	chainID uint64
	runtime common.Hash
	time    uint64    // of its first block
	roots   tee.Roots // those that its genesis document names

	root    *insecure.Root
	issuer  *insecure.Issuer
	enclave *enclave.Keys
}

// image is what the machines of these tests measure.
func image() insecure.Measurement {
	return insecure.Measurement{MRTD: [48]byte{1}, RTMR: [4][48]byte{{2}, {3}, {4}, {5}}}
}

// random is a fixed source.
func random(seed byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{seed}) }

// newNetwork has a simulated root, which its genesis document names.
func newNetwork(t testing.TB) network {
	t.Helper()
	started := time.Unix(now, 0).UTC()
	root, err := insecure.NewRoot(random(1), started)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, image(), random(2), started)
	if err != nil {
		t.Fatal(err)
	}
	return network{
		chainID: chainID, runtime: common.Hash{8: 0xa5, 31: 0x55}, time: now, roots: tee.Roots{root.Certificate()},
		root: root, issuer: issuer, enclave: keys(t, 3),
	}
}

// keys are those of an enclave.
func keys(t testing.TB, seed byte) *enclave.Keys {
	t.Helper()
	k, err := enclave.Generate(random(seed))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func (n *network) measurement() common.Hash { return image().ID() }

// newBlock makes a block whose hash the next one knows.
func (c *chain) newBlock() (round uint64, hash common.Hash) {
	c.t.Helper()
	c.block.Number++
	hash = crypto.Keccak256Hash(fmt.Appendf(nil, "block %d", c.block.Number))
	if err := evm.RecordBlockHash(context.Background(), c.tree, c.block.Number+1, c.block.Number, hash); err != nil {
		c.t.Fatal(err)
	}
	return c.block.Number, hash
}

// binding says what an enclave binds now.
func (c *chain) binding(operator *ecdsa.PrivateKey) enclave.Network {
	c.t.Helper()
	round, hash := c.newBlock()
	return enclave.Network{ChainID: c.chainID, Runtime: c.runtime, Operator: addr(operator), Round: round,
		BlockHash: hash}
}

// evidence of an enclave for its operator, fresh.
func (c *chain) evidence(k *enclave.Keys, operator *ecdsa.PrivateKey) []byte {
	c.t.Helper()
	return c.attest(k, c.issuer, c.binding(operator), [32]byte{})
}

func (c *chain) attest(k *enclave.Keys, issuer tee.Issuer, n enclave.Network, nonce [32]byte) []byte {
	c.t.Helper()
	e, err := k.Attest(context.Background(), issuer, n, nonce)
	if err != nil {
		c.t.Fatal(err)
	}
	b, err := e.Marshal()
	if err != nil {
		c.t.Fatal(err)
	}
	return b
}

// vendor makes collateral as of now that says what the terms do; a zero time is the chain's, a zero number 1.
func (c *chain) vendor(terms insecure.Terms) []byte {
	c.t.Helper()
	if terms.Now.IsZero() {
		terms.Now = time.Unix(int64(c.block.Time), 0)
	}
	if terms.Number == 0 {
		terms.Number = 1
	}
	b, err := c.root.CollateralOf(terms)
	if err != nil {
		c.t.Fatal(err)
	}
	return b
}

// post posts collateral, which has to be taken, and returns its name.
func (c *chain) post(terms insecure.Terms) common.Hash {
	c.t.Helper()
	return c.postBytes(c.vendor(terms))
}

func (c *chain) postBytes(b []byte) common.Hash {
	c.t.Helper()
	c.send(c.researcher, c.at.Collateral.Address, nil, c.collateral.PackPost(b))
	id, err := collateral.ID(b)
	if err != nil {
		c.t.Fatal(err)
	}
	return id
}

// postRefused posts collateral that is not taken and returns the contract's error.
func (c *chain) postRefused(b []byte) any {
	c.t.Helper()
	return c.refused(c.researcher, c.at.Collateral.Address, nil, c.collateral.PackPost(b))
}

// collateralOf reads the newest collateral for a place.
func (c *chain) collateralOf(p collateral.Place) []byte {
	c.t.Helper()
	b, err := c.collateral.UnpackCollateralOf(
		c.call(c.at.Collateral.Address, c.collateral.PackCollateralOf(p.Levels, p.Issuer)))
	if err != nil {
		c.t.Fatal(err)
	}
	return b
}

// registration is what an operator registers for an enclave of these tests.
func (c *chain) registration(k *enclave.Keys) bindings.IWorkerRegistryRegistration {
	return bindings.IWorkerRegistryRegistration{
		Enclave: k.Address(), Rek: k.REK(), Measurement: c.measurement(), TrustRoot: c.root.ID(),
		Platform: uint8(tee.TDX),
		Expiry:   c.block.Time + 29*86400,
	}
}

// sign returns the enclave's signature over a registration.
func (c *chain) sign(k *enclave.Keys, r bindings.IWorkerRegistryRegistration, operator *ecdsa.PrivateKey,
	evidence []byte, nonce uint64) []byte {
	c.t.Helper()
	s, err := worker.Registration{
		Enclave: r.Enclave, Operator: addr(operator), REK: r.Rek, Measurement: r.Measurement, TrustRoot: r.TrustRoot,
		Platform: r.Platform, Expiry: r.Expiry, Quote: crypto.Keccak256Hash(evidence), Nonce: nonce,
	}.Sign(c.domain(c.at.Workers.Address), k.Signing())
	if err != nil {
		c.t.Fatal(err)
	}
	return s.Signature[:]
}

// registering is the call that registers an enclave with evidence.
func (c *chain) registering(k *enclave.Keys, operator *ecdsa.PrivateKey, evidence []byte) []byte {
	c.t.Helper()
	r := c.registration(k)
	return c.workers.PackRegister(r, evidence, c.sign(k, r, operator, evidence, 0))
}

func (c *chain) register(k *enclave.Keys, operator *ecdsa.PrivateKey, evidence []byte) []*types.Log {
	c.t.Helper()
	return c.send(operator, c.at.Workers.Address, nil, c.registering(k, operator, evidence))
}

// registerRefused registers what is not accepted and returns the contract's error.
func (c *chain) registerRefused(k *enclave.Keys, operator *ecdsa.PrivateKey, evidence []byte) any {
	c.t.Helper()
	return c.refused(operator, c.at.Workers.Address, nil, c.registering(k, operator, evidence))
}

// renewing is the call that renews an enclave's registration with evidence.
func (c *chain) renewing(k *enclave.Keys, operator *ecdsa.PrivateKey, evidence []byte) []byte {
	c.t.Helper()
	r := c.registration(k)
	return c.workers.PackRenew(r.Enclave, r.Expiry, evidence,
		c.sign(k, r, operator, evidence, uint64(c.worker(k).Renewals)+1))
}

// worker reads an enclave's record.
func (c *chain) worker(k *enclave.Keys) bindings.IWorkerRegistryWorker {
	c.t.Helper()
	w, err := c.workers.UnpackWorkerOf(c.call(c.at.Workers.Address, c.workers.PackWorkerOf(k.Address())))
	if err != nil {
		c.t.Fatal(err)
	}
	return w
}

func (c *chain) valid(k *enclave.Keys) bool {
	c.t.Helper()
	ok, err := c.workers.UnpackIsValid(c.call(c.at.Workers.Address, c.workers.PackIsValid(k.Address())))
	if err != nil {
		c.t.Fatal(err)
	}
	return ok
}

// judge judges the enclave, which has to hold.
func (c *chain) judge() []*types.Log {
	c.t.Helper()
	return c.send(c.researcher, c.at.Workers.Address, nil, c.workers.PackJudge(c.enclave.Address()))
}

func (c *chain) judgeRefused() any {
	c.t.Helper()
	if c.valid(c.enclave) {
		c.t.Error("isValid differs from judge")
	}
	return c.refused(c.researcher, c.at.Workers.Address, nil, c.workers.PackJudge(c.enclave.Address()))
}

// setFloor says how healthy platforms have to be.
func (c *chain) setFloor(f bindings.IWorkerRegistryFloor) {
	c.t.Helper()
	c.send(c.governor, c.at.Workers.Address, nil, c.workers.PackSetFloor(f))
}

// pass lets time go by.
func (c *chain) pass(d time.Duration) { c.block.Time += uint64(d / time.Second) }
