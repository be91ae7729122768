package client

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/receipt"
)

// Evidence returns the attestation evidence with a given hash that an enclave registered or renewed with.
func (c *Client) Evidence(ctx context.Context, enclave common.Address, quote common.Hash) ([]byte, error) {
	w := bindings.NewWorkerRegistry()
	events := w.GetABI().Events
	logs, err := c.logs(ctx, 0, ethereum.FilterQuery{
		Addresses: []common.Address{c.contracts.WorkerRegistry},
		Topics: [][]common.Hash{{events["WorkerRegistered"].ID, events["WorkerRenewed"].ID},
			{common.BytesToHash(enclave[:])}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the registrations of enclave %s: %w", enclave, err)
	}
	for i := range logs {
		if e, err := w.UnpackWorkerRegisteredEvent(&logs[i]); err == nil && receipt.HashBytes(e.Quote) == quote {
			return e.Quote, nil
		}
		if e, err := w.UnpackWorkerRenewedEvent(&logs[i]); err == nil && receipt.HashBytes(e.Quote) == quote {
			return e.Quote, nil
		}
	}
	return nil, fmt.Errorf("the gateway has no registration of enclave %s with quote %s", enclave, quote)
}
