package client_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/worker"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

// attest posts collateral and registers the enclave.
func (w *world) attest() {
	w.t.Helper()
	collateral, err := w.root.CollateralOf(insecure.Terms{Now: w.now, Number: 1})
	w.must(err)
	w.send(w.researcher, w.contracts.Collateral.Address, bindings.NewCollateralRegistry().PackPost(collateral))
	b, err := w.chain.At(w.chain.Latest().Number - 1)
	w.must(err)
	e, err := w.enclave.Attest(w.t.Context(), w.issuer, enclave.Network{
		ChainID: chainID, Runtime: w.runtime, Operator: address(w.operator), Round: b.Number, BlockHash: b.Hash,
	}, [32]byte{})
	w.must(err)
	evidence, err := e.Marshal()
	w.must(err)
	r := worker.Registration{
		Enclave: w.enclave.Address(), Operator: address(w.operator), REK: w.enclave.REK(),
		Measurement: w.issuer.Measurement().ID(),
		TrustRoot:   w.root.ID(), Platform: uint8(w.issuer.Platform()), Expiry: uint64(w.now.Unix()) + 3600,
		Quote: receipt.HashBytes(evidence),
	}
	signed, err := r.Sign(eip712.Domain{ChainID: chainID, Contract: w.contracts.Workers.Address}, w.enclave.Signing())
	w.must(err)
	w.send(w.operator, w.contracts.Workers.Address,
		bindings.NewWorkerRegistry().PackRegister(bindings.IWorkerRegistryRegistration{
			Enclave: r.Enclave, Rek: r.REK, Measurement: r.Measurement, TrustRoot: r.TrustRoot, Platform: r.Platform,
			Expiry: r.Expiry,
		}, evidence, signed.Signature[:]))
}

// charged plays a job until it is charged and the moment of its result has come, and returns its receipt but for the
// result.
func (w *world) charged(key sealed.PrivateKey) receipt.Receipt {
	w.t.Helper()
	ctx := w.t.Context()
	w.enrol(2)
	now, err := w.client.Now(ctx)
	w.must(err)
	_, err = w.client.AddVersion(ctx, w.story.Custodian, w.story.Dataset, dataset.Version{
		ContentRoot: common.Hash{1}, Schema: common.Hash{2}, RosterRoot: common.Hash{3}, AsOf: now.Round.Number,
		URI: "/nowhere",
	})
	w.must(err)
	researcher := w.client.Account(w.researcher)
	parameters := []byte(`{"format":"assent-query/1","measures":[{"op":"count"}]}`)
	id, err := w.story.Post(ctx, researcher, kind.Query, parameters, job.Private, 1000, key)
	w.must(err)
	w.must(w.story.Approve(ctx, id))
	w.attest()
	market := w.contracts.Market.Address
	round := w.send(w.operator, market, w.market().PackClaim(id, w.enclave.Address()))
	w.send(w.broker, market, w.market().PackRecordRelease(id, w.enclave.Address(), round, 1000, 0))
	charge := receipt.Charge{
		Inputs: common.Hash{1}, ConsentRound: round, ConsentRoot: common.Hash{2}, SubjectsRoot: common.Hash{3},
		LiveSubjects: 2, Rho: 1000,
		Moment: receipt.Moment(uint64(w.now.Unix()), 0), ProofKey: common.Hash{4}, Noise: common.Hash{5},
	}
	w.send(w.operator, market, w.market().PackCharge(id, round, solidity.FromCharge(charge)))
	w.now = time.Unix(int64(charge.Moment), 0) // no result is sealed before
	w.must(w.chain.Tick())
	j, err := w.client.Job(ctx, id)
	w.must(err)
	return receipt.Receipt{Job: id, Charge: charge, Enclave: w.enclave.Address(),
		Measurement: w.issuer.Measurement().ID(), Quote: j.Quote}
}

// lying is a gateway that answers with another transaction.
type lying struct {
	client.Backend
	change func(*types.LegacyTx)
}

func (l *lying) TransactionByHash(ctx context.Context, hash common.Hash) (*types.Transaction, bool, error) {
	tx, pending, err := l.Backend.TransactionByHash(ctx, hash)
	if err != nil || l.change == nil {
		return tx, pending, err
	}
	changed := &types.LegacyTx{To: tx.To(), Data: bytes.Clone(tx.Data())}
	l.change(changed)
	return types.NewTx(changed), pending, nil
}

// A result that is too large for the chain is delivered with the signatures of the archives that hold it, from the call
// that sealed it, and its ciphertext can be attached.
func TestDelivery_heldByArchives(t *testing.T) {
	ctx := t.Context()
	archives := []*ecdsa.PrivateKey{key(t, "archive 1"), key(t, "archive 2"), key(t, "archive 3")}
	slices.SortFunc(archives, func(a, b *ecdsa.PrivateKey) int { return address(a).Cmp(address(b)) })
	w := newWorld(t, func(p *policy.Policy) {
		p.Archives, p.ArchivesNeeded = []common.Address{address(archives[0]), address(archives[1]),
			address(archives[2])}, 2
	})
	secret, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	r := w.charged(secret)
	open := opening.Key{7}
	// No engine of this version makes results of that size, so it is no envelope.
	ciphertext := bytes.Repeat([]byte("large "), job.MaxCiphertext/4)
	r.Result, r.Ciphertext, r.Size, r.Opening = common.Hash{5}, receipt.HashBytes(ciphertext), uint64(len(ciphertext)),
		open.Commitment()
	domain := w.client.MarketDomain()
	signed, err := r.Sign(domain, w.enclave.Signing())
	w.must(err)
	var held [][]byte
	for _, k := range archives[1:] {
		s, err := receipt.Held{Job: r.Job, Ciphertext: r.Ciphertext, Size: r.Size}.Sign(domain, k)
		w.must(err)
		held = append(held, s[:])
	}
	sealing := w.market().PackSealByHash(r.Job, solidity.FromReceipt(r), signed.Signature[:], held)
	w.send(w.researcher, w.contracts.Market.Address, sealing)
	w.send(w.researcher, w.contracts.Market.Address, w.market().PackOpen(r.Job, open))

	d, err := w.client.Delivery(ctx, r.Job)
	w.must(err)
	if want := []common.Address{address(archives[1]), address(archives[2])}; !slices.Equal(d.Archives,
		want) || d.Ciphertext != nil {
		t.Fatalf("held by %v, want %v; %d bytes", d.Archives, want, len(d.Ciphertext))
	}
	if _, err := d.Result(secret); !errors.Is(err, client.ErrElsewhere) {
		t.Errorf("without the ciphertext: %v", err)
	}
	if err := d.Attach(ciphertext[1:]); err == nil {
		t.Error("a part of the ciphertext was attached")
	}
	w.must(d.Attach(ciphertext))
	if _, err := d.Result(secret); err == nil || errors.Is(err, client.ErrElsewhere) {
		t.Errorf("what is no envelope: %v", err)
	}

	// What a gateway tells of the call is held against the policy and the receipt.
	sealedBy := func(signatures ...[]byte) func(*types.LegacyTx) {
		return func(tx *types.LegacyTx) {
			tx.Data = w.market().PackSealByHash(r.Job, solidity.FromReceipt(r), signed.Signature[:], signatures)
		}
	}
	for name, change := range map[string]func(*types.LegacyTx){
		"one signature":          sealedBy(held[0]),
		"one signature twice":    sealedBy(held[0], held[0]),
		"what is no signature":   sealedBy(held[0], []byte{1}),
		"another call":           func(tx *types.LegacyTx) { tx.Data = w.market().PackOpen(r.Job, open) },
		"a call that is cut off": func(tx *types.LegacyTx) { tx.Data = tx.Data[:200] },
		"no input":               func(tx *types.LegacyTx) { tx.Data = nil },
		"another contract":       func(tx *types.LegacyTx) { tx.To = &common.Address{1} },
		"no contract":            func(tx *types.LegacyTx) { tx.To = nil },
	} {
		c, err := client.New(ctx, &lying{w.chain, change}, chainID, w.client.Contracts())
		w.must(err)
		if _, err := c.Delivery(ctx, r.Job); err == nil {
			t.Errorf("%s: delivered", name)
		}
	}
}
