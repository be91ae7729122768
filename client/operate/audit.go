package operate

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/audit/collect"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee/collateral"
)

// RecordBundle records the audit bundle of a finished job: what only events and calls have through a gateway, held
// against the chain's hashes, and all else, with the proofs, from the station's own verified view. An encrypted result
// that is too large for the chain is left out; bundle.Bundle.Attach adds it.
func RecordBundle(ctx context.Context, c Config, gateway *client.Client, id common.Hash) (*bundle.Bundle, error) {
	delivery, err := gateway.Delivery(ctx, id)
	if err != nil {
		return nil, err
	}
	s, err := Open(ctx, c)
	if err != nil {
		return nil, err
	}
	var b *bundle.Bundle
	err = s.run(ctx, func(ctx context.Context) error {
		docs, err := s.documents(ctx, gateway, id, delivery)
		if err != nil {
			return err
		}
		if err := s.catchUp(ctx); err != nil {
			return err
		}
		b, err = collect.Record(ctx, s.Watch, c.Root.Contracts, *docs, 0)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("recording the bundle of job %s: %w", id, err)
	}
	return b, nil
}

// catchUp waits until the newest round that the node tells of is confirmed. What a gateway shows of a job, such as that
// its result was opened, can be in a round whose header is on its way.
func (s *Station) catchUp(ctx context.Context) error {
	told, err := s.View.Told(ctx, 0)
	if err != nil {
		return err
	}
	defer told.Close()
	_, err = s.View.Confirm(ctx, told)
	return err
}

// documents collects what a bundle has beside proofs.
func (s *Station) documents(ctx context.Context, gateway *client.Client, id common.Hash,
	d *client.Delivery) (*collect.Documents, error) {
	now, err := s.View.At(ctx, d.Round)
	if err != nil {
		return nil, fmt.Errorf("reaching the round of the receipt: %w", err)
	}
	defer now.Close()
	recorded, err := now.Receipt(ctx, id)
	if err != nil {
		return nil, err
	}
	if got := d.Receipt.ID(gateway.MarketDomain()); got != recorded {
		return nil, fmt.Errorf("the gateway's receipt has id %s, the one on record in round %d is %s", got,
			now.Round.Number, recorded)
	}
	j, err := now.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return nil, err
	}
	v, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return nil, err
	}
	if d.Large() {
		if err := d.VerifyHeld(gateway.MarketDomain(), p); err != nil {
			return nil, fmt.Errorf("the gateway's signatures of archives: %w", err)
		}
	}
	parameters, err := gateway.Parameters(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := j.Spec.VerifyParameters(parameters); err != nil {
		return nil, fmt.Errorf("the gateway's parameters: %w", err)
	}
	evidence, err := gateway.Evidence(ctx, d.Receipt.Enclave, d.Receipt.Quote)
	if err != nil {
		return nil, err
	}
	judgedBy, err := s.collateral(ctx, j, d.Round)
	if err != nil {
		return nil, err
	}
	if receipt.HashBytes(evidence) != d.Receipt.Quote {
		return nil, fmt.Errorf("the evidence of enclave %s is not the one in the receipt", d.Receipt.Enclave)
	}
	var pinned []byte
	if p.Pins != (common.Hash{}) {
		if _, pinned, err = now.Pins(ctx, p.Pins); err != nil {
			return nil, err
		}
	}
	return &collect.Documents{
		Spec: j.Spec, Parameters: parameters, Receipt: d.Receipt, Ciphertext: d.Ciphertext, Held: d.Held, Policy: p,
		Version: v, Evidence: evidence, Collateral: judgedBy, Pins: pinned,
	}, nil
}

// collateral returns the collateral that the chain judged the quote of a job with. That was at its charge, or when it
// was handed over to another enclave between the charge and the receipt.
func (s *Station) collateral(ctx context.Context, j *contracts.Job, receipt uint64) ([]byte, error) {
	// A round's state has what came behind the charge in it, too; what came before it is in the round before.
	for round := j.ChargeRound - min(1, j.ChargeRound); round <= receipt; round++ {
		b, err := s.collateralAt(ctx, round, j.Enclave)
		if err != nil {
			return nil, err
		}
		if id, err := collateral.ID(b); err == nil && id == j.Collateral {
			return b, nil
		}
	}
	return nil, fmt.Errorf("collateral %s, with which job %s was charged in round %d, is in the state of no round "+
		"since", j.Collateral, j.ID, j.ChargeRound)
}

// collateralAt returns the newest collateral in a round for an enclave's quote; nothing when it has none.
func (s *Station) collateralAt(ctx context.Context, round uint64, enclave common.Address) ([]byte, error) {
	at, err := s.View.At(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("reading collateral of round %d: %w", round, err)
	}
	defer at.Close()
	w, err := at.Worker(ctx, enclave)
	if err != nil {
		return nil, err
	}
	if w.Operator == (common.Address{}) {
		return nil, nil
	}
	return at.Collateral(ctx, collateral.Place{Levels: w.Levels, Issuer: w.Issuer})
}
