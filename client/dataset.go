package client

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/protocol/policy"
)

// Registered is what came of registering a dataset.
type Registered struct {
	Dataset common.Hash    `json:"dataset"`
	Ledger  common.Address `json:"ledger"`
	Round   uint64         `json:"round,string"`
}

// RegisterDataset registers a dataset for the account, which becomes its custodian, with its first policy.
func (c *Client) RegisterDataset(ctx context.Context, custodian *account.Account, r bindings.IDatasetRegistryRegistration, p policy.Policy) (*Registered, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackRegister(r, values.FromPolicy(p)))
	if err != nil {
		return nil, fmt.Errorf("registering dataset %q: %w", r.Name, err)
	}
	for _, l := range receipt.Logs {
		if e, err := c.registry.UnpackDatasetRegisteredEvent(l); err == nil && l.Address == c.contracts.DatasetRegistry {
			return &Registered{Dataset: e.Dataset, Ledger: e.Ledger, Round: receipt.BlockNumber.Uint64()}, nil
		}
	}
	return nil, fmt.Errorf("registering dataset %q: transaction %s tells of no dataset", r.Name, receipt.TxHash)
}

// AddVersion adds a version of a dataset's content and returns its number.
func (c *Client) AddVersion(ctx context.Context, custodian *account.Account, dataset common.Hash, v bindings.IDatasetRegistryVersion) (uint32, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackAddVersion(dataset, v))
	if err != nil {
		return 0, fmt.Errorf("adding a version to dataset %s: %w", dataset, err)
	}
	for _, l := range receipt.Logs {
		if e, err := c.registry.UnpackVersionAddedEvent(l); err == nil && l.Address == c.contracts.DatasetRegistry {
			return e.Version, nil
		}
	}
	return 0, fmt.Errorf("adding a version to dataset %s: transaction %s tells of no version", dataset, receipt.TxHash)
}

// PolicyChange is what came of setting a policy.
type PolicyChange struct {
	Version       uint32 `json:"version"`
	EffectiveFrom uint64 `json:"effectiveFrom,string"` // Unix seconds
	Looser        bool   `json:"looser"`
}

// SetPolicy adds a policy version. A looser one takes effect after the network's delay.
func (c *Client) SetPolicy(ctx context.Context, custodian *account.Account, dataset common.Hash, p policy.Policy) (*PolicyChange, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackSetPolicy(dataset, values.FromPolicy(p)))
	if err != nil {
		return nil, fmt.Errorf("setting the policy of dataset %s: %w", dataset, err)
	}
	for _, l := range receipt.Logs {
		if e, err := c.registry.UnpackPolicySetEvent(l); err == nil && l.Address == c.contracts.DatasetRegistry {
			return &PolicyChange{Version: e.Version, EffectiveFrom: e.EffectiveFrom, Looser: e.Looser}, nil
		}
	}
	return nil, fmt.Errorf("setting the policy of dataset %s: transaction %s tells of no policy", dataset, receipt.TxHash)
}

// Stop stops all use of a dataset at once.
func (c *Client) Stop(ctx context.Context, custodian *account.Account, dataset common.Hash) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackStop(dataset))
	if err != nil {
		return nil, fmt.Errorf("stopping dataset %s: %w", dataset, err)
	}
	return receipt, nil
}

// Resume ends a stop.
func (c *Client) Resume(ctx context.Context, custodian *account.Account, dataset common.Hash) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackResume(dataset))
	if err != nil {
		return nil, fmt.Errorf("resuming dataset %s: %w", dataset, err)
	}
	return receipt, nil
}

// RetireVersion takes a version of a dataset out of use for good.
func (c *Client) RetireVersion(ctx context.Context, custodian *account.Account, dataset common.Hash, version uint32) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackRetireVersion(dataset, version))
	if err != nil {
		return nil, fmt.Errorf("retiring version %d of dataset %s: %w", version, dataset, err)
	}
	return receipt, nil
}
