package operate

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/node/record"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee"
)

// RecordBundle records the audit bundle of a finished job: the documents through a gateway, which cannot forge them, since
// the chain has their hashes, and the proofs from the station's node.
func RecordBundle(ctx context.Context, c Config, gateway *client.Client, collector tee.Collector, id common.Hash) (*bundle.Bundle, error) {
	docs, err := documents(ctx, gateway, collector, id)
	if err != nil {
		return nil, err
	}
	s, err := Open(ctx, c)
	if err != nil {
		return nil, err
	}
	var b *bundle.Bundle
	err = s.run(ctx, func(ctx context.Context) error {
		var err error
		b, err = record.Record(ctx, s.Watch, c.Root.Contracts, *docs, 0)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("recording the bundle of job %s: %w", id, err)
	}
	return b, nil
}

func documents(ctx context.Context, gateway *client.Client, collector tee.Collector, id common.Hash) (*record.Documents, error) {
	j, err := gateway.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	d, err := gateway.Delivery(ctx, id)
	if err != nil {
		return nil, err
	}
	parameters, err := gateway.Parameters(ctx, id)
	if err != nil {
		return nil, err
	}
	now, err := gateway.Now(ctx)
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
	evidence, err := gateway.Evidence(ctx, d.Receipt.Receipt.Enclave, d.Receipt.Receipt.Quote)
	if err != nil {
		return nil, err
	}
	e, err := tee.ParseEvidence(evidence)
	if err != nil {
		return nil, fmt.Errorf("reading the evidence of enclave %s: %w", d.Receipt.Receipt.Enclave, err)
	}
	collateral, err := collector.Collateral(ctx, e.Quote)
	if err != nil {
		return nil, fmt.Errorf("getting collateral: %w", err)
	}
	if receipt.HashBytes(evidence) != d.Receipt.Receipt.Quote {
		return nil, fmt.Errorf("the evidence of enclave %s is not the one in the receipt", d.Receipt.Receipt.Enclave)
	}
	return &record.Documents{
		Spec: j.Spec, Parameters: parameters, Receipt: d.Receipt, Ciphertext: d.Ciphertext, Policy: p,
		Version: dataset.Version{
			ContentRoot: v.ContentRoot, Schema: v.Schema, Datasheet: v.Datasheet, Mock: v.Mock, RosterRoot: v.RosterRoot, URI: v.Uri,
		},
		Evidence: evidence, Collateral: collateral,
	}, nil
}
