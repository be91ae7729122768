package client

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/account"
)

// OfferCustody offers custody of a dataset to another account, which has to accept it. It replaces an earlier offer.
func (c *Client) OfferCustody(
	ctx context.Context, custodian *account.Account, dataset common.Hash, to common.Address,
) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackOfferCustody(dataset, to))
	if err != nil {
		return nil, fmt.Errorf("offering custody of dataset %s to %s: %w", dataset, to, err)
	}
	return receipt, nil
}

// WithdrawCustody takes the offer of custody of a dataset back.
func (c *Client) WithdrawCustody(
	ctx context.Context, custodian *account.Account, dataset common.Hash,
) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &c.contracts.DatasetRegistry, nil,
		c.registry.PackOfferCustody(dataset, common.Address{}))
	if err != nil {
		return nil, fmt.Errorf("taking the offer of custody of dataset %s back: %w", dataset, err)
	}
	return receipt, nil
}

// AcceptCustody accepts custody of a dataset that was offered to the account: a policy version that names the account
// as controller, which waits and then voids older grants.
func (c *Client) AcceptCustody(
	ctx context.Context, by *account.Account, dataset common.Hash,
) (*PolicyChange, error) {
	receipt, err := by.Send(ctx, &c.contracts.DatasetRegistry, nil, c.registry.PackAcceptCustody(dataset))
	if err != nil {
		return nil, fmt.Errorf("accepting custody of dataset %s: %w", dataset, err)
	}
	change, err := c.policyChange(receipt)
	if err != nil {
		return nil, fmt.Errorf("accepting custody of dataset %s: %w", dataset, err)
	}
	return change, nil
}
