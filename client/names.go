package client

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/dataset"
)

// DatasetName is what a dataset is called, by the event of its registration.
type DatasetName struct {
	Dataset    common.Hash
	Name       string
	Registrant common.Address
	Round      uint64 // of the registration
}

// DatasetNames returns all datasets that were ever registered, oldest first. Each id follows from who registered the
// dataset and under which name: what does not is refused, so that no gateway gives a name to another dataset. It can
// still leave datasets out.
func (c *Client) DatasetNames(ctx context.Context) ([]DatasetName, error) {
	logs, err := c.logs(ctx, 0, ethereum.FilterQuery{
		Addresses: []common.Address{c.contracts.DatasetRegistry},
		Topics:    [][]common.Hash{{c.registry.GetABI().Events["DatasetRegistered"].ID}},
	})
	if err != nil {
		return nil, fmt.Errorf("listing the datasets: %w", err)
	}
	var all []DatasetName
	for i := range logs {
		e, err := c.registry.UnpackDatasetRegisteredEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("listing the datasets: %w", err)
		}
		if id := dataset.ID(c.chainID, c.contracts.DatasetRegistry, e.Registrant, e.Name); id != e.Dataset {
			return nil, fmt.Errorf("listing the datasets: the gateway gives %s the name %q of %s, which is that of %s",
				common.Hash(e.Dataset), e.Name, e.Registrant, id)
		}
		all = append(all, DatasetName{e.Dataset, e.Name, e.Registrant, logs[i].BlockNumber})
	}
	return all, nil
}

// PolicyDelay is for how many seconds a policy is announced before it is in effect, unless it is at once.
func (c *Client) PolicyDelay(ctx context.Context) (uint64, error) {
	out, err := c.backend.CallContract(ctx, ethereum.CallMsg{To: &c.contracts.DatasetRegistry,
		Data: c.registry.PackPolicyDelay()}, nil)
	if err != nil {
		return 0, fmt.Errorf("reading how long policies are announced: %w", err)
	}
	delay, err := c.registry.UnpackPolicyDelay(out)
	if err != nil {
		return 0, fmt.Errorf("reading how long policies are announced: %w", err)
	}
	return delay, nil
}
