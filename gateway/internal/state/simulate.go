package state

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

// Simulation runs messages one after the other over the state after a block. Each sees what those before it did.
// Nothing of it is kept.
type Simulation struct {
	source *Source
	tree   *overlay
}

// Simulate calls f with a simulation on top of a block.
func (s *Source) Simulate(ctx context.Context, b *view.Block, f func(*Simulation) error) error {
	return s.With(b, func(inner mkvs.ImmutableKeyValueTree) error {
		tree := newOverlay(inner)
		// Balances may be overridden, so that more is burnt than there ever was.
		err := accounts.NewState(ctx, tree).SetTotalSupply(sdk.NativeDenomination, MaxBalance())
		if err != nil {
			return err
		}
		return f(&Simulation{source: s, tree: tree})
	})
}

// Override replaces parts of accounts from here on. It returns the precompiled contracts of the block that follows, nil
// for the usual ones.
func (m *Simulation) Override(
	ctx context.Context, accounts map[common.Address]AccountOverride,
) (vm.PrecompiledContracts, error) {
	return m.source.override(ctx, m.tree, accounts)
}

// Run runs a message and keeps its effects when it succeeds. The sender's nonce is incremented in any case.
func (m *Simulation) Run(ctx context.Context, block evm.Block, msg evm.Message) (*evm.Result, error) {
	res, err := m.source.engine.Execute(ctx, m.tree, block, msg)
	if err != nil || res.Err == nil {
		return res, err
	}
	nonce, err := m.Nonce(ctx, msg.From)
	if err != nil {
		return nil, err
	}
	return res, evm.TreeAccounts(ctx, m.tree).SetNonce(msg.From, nonce+1)
}

// Nonce returns an address's nonce.
func (m *Simulation) Nonce(ctx context.Context, addr common.Address) (uint64, error) {
	return evm.TreeAccounts(ctx, m.tree).Nonce(addr)
}

// Balance returns an address's balance.
func (m *Simulation) Balance(ctx context.Context, addr common.Address) (uint256.Int, error) {
	return evm.TreeAccounts(ctx, m.tree).Balance(addr)
}

// SetBalance sets an address's balance, at most [MaxBalance].
func (m *Simulation) SetBalance(ctx context.Context, addr common.Address, amount *uint256.Int) error {
	if most := MaxBalance(); amount.Gt(most) {
		amount = most
	}
	return evm.TreeAccounts(ctx, m.tree).SetBalance(addr, amount)
}
