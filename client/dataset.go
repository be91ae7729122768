package client

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/policy"
)

// Registered is what came of registering a dataset.
type Registered struct {
	Dataset common.Hash    `json:"dataset"`
	Ledger  common.Address `json:"ledger"`
	Round   uint64         `json:"round,string"`
}

// Registration is what a custodian states of a dataset.
type Registration struct {
	Name string
	// Family is the name of the family whose pseudonyms the dataset shares; empty: it has pseudonyms of its own.
	Family string
	// Founder is whose family it is; zero: the custodian's. Another founder has to have invited the custodian.
	Founder common.Address
	// Open data are synthetic or public: simulated workers may have them.
	Open bool
}

// RegisterDataset registers a dataset for the account, which becomes its custodian, with its first policy.
func (c *Client) RegisterDataset(
	ctx context.Context, custodian *account.Account, r Registration, p policy.Policy,
) (*Registered, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	for _, name := range []string{r.Name, r.Family} {
		if strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsPrint(c) || c == utf8.RuneError }) {
			return nil, fmt.Errorf("registering dataset %q: a name has printable characters alone, so that it "+
				"shows as what it is", r.Name)
		}
	}
	if err := c.hasPins(ctx, custodian, p.Pins); err != nil {
		return nil, fmt.Errorf("registering dataset %q: %w", r.Name, err)
	}
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil,
		c.registry.PackRegister(bindings.IDatasetRegistryRegistration(r), solidity.FromPolicy(p)))
	if err != nil {
		return nil, fmt.Errorf("registering dataset %q: %w", r.Name, err)
	}
	for _, l := range receipt.Logs {
		if e, err := c.registry.UnpackDatasetRegisteredEvent(l); err == nil &&
			l.Address == c.contracts.DatasetRegistry {
			return &Registered{Dataset: e.Dataset, Ledger: e.Ledger, Round: receipt.BlockNumber.Uint64()}, nil
		}
	}
	return nil, fmt.Errorf("registering dataset %q: transaction %s tells of no dataset", r.Name, receipt.TxHash)
}

// Invite lets a custodian register one dataset in the founder's family.
func (c *Client) Invite(
	ctx context.Context, founder *account.Account, family string, custodian common.Address,
) (*types.Receipt, error) {
	receipt, err := founder.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackInvite(family, custodian))
	if err != nil {
		return nil, fmt.Errorf("inviting %s to the family %q: %w", custodian, family, err)
	}
	return receipt, nil
}

// WithdrawInvitation takes an invitation back that has not been used.
func (c *Client) WithdrawInvitation(
	ctx context.Context, founder *account.Account, family string, custodian common.Address,
) (*types.Receipt, error) {
	receipt, err := founder.Send(ctx, &c.contracts.DatasetRegistry, nil,
		c.registry.PackWithdrawInvitation(family, custodian))
	if err != nil {
		return nil, fmt.Errorf("withdrawing the invitation of %s to the family %q: %w", custodian, family, err)
	}
	return receipt, nil
}

// AddVersion adds a version of a dataset's content and returns its number.
func (c *Client) AddVersion(
	ctx context.Context, custodian *account.Account, id common.Hash, v dataset.Version,
) (uint32, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil,
		c.registry.PackAddVersion(id, solidity.FromVersion(v)))
	if err != nil {
		return 0, fmt.Errorf("adding a version to dataset %s: %w", id, err)
	}
	for _, l := range receipt.Logs {
		if e, err := c.registry.UnpackVersionAddedEvent(l); err == nil && l.Address == c.contracts.DatasetRegistry {
			return e.Version, nil
		}
	}
	return 0, fmt.Errorf("adding a version to dataset %s: transaction %s tells of no version", id, receipt.TxHash)
}

// PolicyChange is what came of setting a policy.
type PolicyChange struct {
	Version       uint32        `json:"version"`
	EffectiveFrom uint64        `json:"effectiveFrom,string"` // Unix seconds
	Effect        policy.Effect `json:"effect"`
}

// SetPolicy adds a policy version; policy.Effect says when it takes effect.
func (c *Client) SetPolicy(ctx context.Context, custodian *account.Account, dataset common.Hash,
	p policy.Policy) (*PolicyChange, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if err := c.hasPins(ctx, custodian, p.Pins); err != nil {
		return nil, fmt.Errorf("setting the policy of dataset %s: %w", dataset, err)
	}
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackSetPolicy(dataset,
		solidity.FromPolicy(p)))
	if err != nil {
		return nil, fmt.Errorf("setting the policy of dataset %s: %w", dataset, err)
	}
	change, err := c.policyChange(receipt)
	if err != nil {
		return nil, fmt.Errorf("setting the policy of dataset %s: %w", dataset, err)
	}
	return change, nil
}

// policyChange reads from a transaction's receipt which policy version came of it.
func (c *Client) policyChange(receipt *types.Receipt) (*PolicyChange, error) {
	for _, l := range receipt.Logs {
		if e, err := c.registry.UnpackPolicySetEvent(l); err == nil && l.Address == c.contracts.DatasetRegistry {
			return &PolicyChange{Version: e.Version, EffectiveFrom: e.EffectiveFrom,
				Effect: policy.Effect(e.Change)}, nil
		}
	}
	return nil, fmt.Errorf("transaction %s tells of no policy", receipt.TxHash)
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
func (c *Client) RetireVersion(ctx context.Context, custodian *account.Account, dataset common.Hash,
	version uint32) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil,
		c.registry.PackRetireVersion(dataset, version))
	if err != nil {
		return nil, fmt.Errorf("retiring version %d of dataset %s: %w", version, dataset, err)
	}
	return receipt, nil
}
