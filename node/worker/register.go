package worker

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/worker"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
)

// domain is that of the JobMarket.
func (w *Worker) domain() eip712.Domain {
	return eip712.Domain{ChainID: w.cfg.ChainID, Contract: w.cfg.Contracts.JobMarket}
}

// behind is by how many rounds the block that a quote binds lies behind the newest that it could: what judges the quote
// has a view of its own, which may have to see the newest yet.
const behind = 8

// attest gets evidence that binds the enclave's keys, a recent block and a nonce.
func (w *Worker) attest(ctx context.Context, now *contracts.Open, nonce [32]byte) ([]byte, *tee.Evidence, error) {
	if now.Round.Number == 0 {
		return nil, nil, fmt.Errorf("attesting: the chain has no block yet")
	}
	// The state of a round knows the hashes of the rounds before it.
	round := now.Round.Number - 1
	if round > behind {
		round -= behind
	}
	hash, err := now.BlockHash(ctx, round)
	if err != nil {
		return nil, nil, fmt.Errorf("attesting: %w", err)
	}
	e, err := w.cfg.Keys.Attest(ctx, w.cfg.Issuer, enclave.Network{
		ChainID: w.cfg.ChainID, Runtime: w.cfg.Runtime, Operator: w.cfg.Sender.Address(), Round: round, BlockHash: hash,
	}, nonce)
	if err != nil {
		return nil, nil, fmt.Errorf("attesting: %w", err)
	}
	b, err := e.Marshal()
	if err != nil {
		return nil, nil, fmt.Errorf("attesting: %w", err)
	}
	return b, &e, nil
}

// Enclave is the address of the enclave that the worker runs as.
func (w *Worker) Enclave() common.Address { return w.cfg.Keys.Address() }

// Register registers the enclave, or extends its registration when it is registered already.
func (w *Worker) Register(ctx context.Context) error {
	a, err := w.judged(ctx)
	if err != nil {
		return fmt.Errorf("registering: %w", err)
	}
	claims, evidence := a.claims, a.bytes
	w.claims.Store(claims)
	now, err := w.cfg.View.Latest(ctx)
	if err != nil {
		return fmt.Errorf("registering: %w", err)
	}
	defer now.Close()
	me, err := now.Worker(ctx, w.cfg.Keys.Address())
	if err != nil {
		return fmt.Errorf("registering: %w", err)
	}
	known := me.Operator != (common.Address{})
	r := bindings.IWorkerRegistryRegistration{
		Enclave: w.cfg.Keys.Address(), Rek: w.cfg.Keys.REK(), Measurement: claims.Measurement, TrustRoot: claims.Root,
		Platform: uint8(claims.Platform), Expiry: now.Round.Time + uint64(w.cfg.Life/time.Second),
	}
	var nonce uint64
	if known {
		nonce = uint64(me.Renewals) + 1
	}
	signed, err := worker.Registration{
		Enclave: r.Enclave, Operator: w.cfg.Sender.Address(), REK: r.Rek, Measurement: r.Measurement,
		TrustRoot: r.TrustRoot,
		Platform:  r.Platform, Expiry: r.Expiry, Quote: receipt.HashBytes(evidence), Nonce: nonce,
	}.Sign(eip712.Domain{ChainID: w.cfg.ChainID, Contract: w.cfg.Contracts.WorkerRegistry}, w.cfg.Keys.Signing())
	if err != nil {
		return fmt.Errorf("registering: %w", err)
	}
	if err := w.cfg.Memory.AddEnclave(r.Enclave); err != nil {
		return fmt.Errorf("registering enclave %s: %w", r.Enclave, err)
	}
	input := w.workers.PackRegister(r, evidence, signed.Signature[:])
	if known {
		input = w.workers.PackRenew(r.Enclave, r.Expiry, evidence, signed.Signature[:])
	}
	round, err := w.cfg.Sender.Send(ctx, w.cfg.Contracts.WorkerRegistry, new(big.Int), input)
	if err != nil {
		return fmt.Errorf("registering enclave %s: %w", r.Enclave, err)
	}
	after, err := w.cfg.View.At(ctx, round)
	if err != nil {
		return fmt.Errorf("registering enclave %s: verifying round %d: %w", r.Enclave, round, err)
	}
	defer after.Close()
	if _, err := after.CheckWorker(ctx, r.Enclave); err != nil {
		return fmt.Errorf("registering enclave %s: %w", r.Enclave, err)
	}
	w.cfg.Log.InfoContext(ctx, "Registered", slog.String("enclave", r.Enclave.Hex()),
		slog.String("platform", claims.Platform.String()),
		slog.Bool("simulated", claims.Simulated), slog.String("tcb", string(claims.TCB)),
		slog.String("measurement", common.Hash(r.Measurement).Hex()),
		slog.Time("until", time.Unix(int64(r.Expiry), 0).UTC()))
	return nil
}

// keepRegistered renews the registration when half of its life is over.
func (w *Worker) keepRegistered(ctx context.Context) error {
	attempts := newBackoff()
	for wait := w.cfg.Life / 2; ; {
		if err := retry.Wait(ctx, wait); err != nil {
			return err
		}
		if err := w.Register(ctx); err != nil {
			wait = attempts.Next()
			w.cfg.Log.WarnContext(ctx, "Failed to renew the registration; trying again", slog.Any("error", err))
			continue
		}
		attempts.Reset()
		wait = w.cfg.Life / 2
	}
}
