package evm

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

// Accounts holds the nonces and native balances of Ethereum addresses.
type Accounts interface {
	// Nonce returns the account's nonce, zero when it has none.
	Nonce(addr common.Address) (uint64, error)
	// Balance returns the account's native balance, zero when it has none.
	Balance(addr common.Address) (uint256.Int, error)
	// SetNonce sets the account's nonce.
	SetNonce(addr common.Address, nonce uint64) error
	// SetBalance sets the account's balance, which fits 128 bits.
	SetBalance(addr common.Address, amount *uint256.Int) error
	// Burn takes the amount, already gone from the balances, off the total supply.
	Burn(amount *uint256.Int) error
}

// Install writes a contract's code to the tree, as if it had been created with nothing in its storage. There must be no
// contract at the address.
func Install(ctx context.Context, tree mkvs.KeyValueTree, addr common.Address, code []byte) error {
	key := layout.Address(addr)
	err := errors.Join(
		tree.Insert(ctx, layout.CodeKey(key), code),
		tree.Insert(ctx, layout.CodeHashKey(key), crypto.Keccak256(code)),
		TreeAccounts(ctx, tree).SetNonce(addr, 1), // EIP-161
	)
	if err != nil {
		return fmt.Errorf("evm: installing contract %s: %w", addr, err)
	}
	return nil
}

// treeAccounts are the accounts of the accounts module.
type treeAccounts struct{ state accounts.State }

// TreeAccounts returns the accounts that the accounts module keeps in the tree.
func TreeAccounts(ctx context.Context, tree mkvs.KeyValueTree) Accounts {
	return treeAccounts{accounts.NewState(ctx, tree)}
}

// AccountOf is the address under which the accounts module knows an Ethereum address.
func AccountOf(addr common.Address) sdk.Address {
	return sdk.Address(layout.AccountOf(layout.Address(addr)))
}

// Nonce implements Accounts.
func (a treeAccounts) Nonce(addr common.Address) (uint64, error) {
	return a.state.Nonce(AccountOf(addr))
}

// SetNonce implements Accounts.
func (a treeAccounts) SetNonce(addr common.Address, nonce uint64) error {
	return a.state.SetNonce(AccountOf(addr), nonce)
}

// Balance implements Accounts.
func (a treeAccounts) Balance(addr common.Address) (uint256.Int, error) {
	return a.state.Balance(AccountOf(addr), sdk.NativeDenomination)
}

// SetBalance implements Accounts.
func (a treeAccounts) SetBalance(addr common.Address, amount *uint256.Int) error {
	return a.state.SetBalance(AccountOf(addr), sdk.NativeDenomination, amount)
}

// Burn implements Accounts.
func (a treeAccounts) Burn(amount *uint256.Int) error {
	supply, err := a.state.TotalSupply(sdk.NativeDenomination)
	if err != nil {
		return err
	}
	if _, underflow := supply.SubOverflow(&supply, amount); underflow {
		return fmt.Errorf("cannot burn %s base units: more than the total supply", amount)
	}
	return a.state.SetTotalSupply(sdk.NativeDenomination, &supply)
}
