package state

import (
	"context"
	"fmt"
	"maps"
	"math/big"
	"reflect"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/evm"
)

// AccountOverride replaces parts of an account for one call.
type AccountOverride struct {
	Nonce   *uint64
	Code    *[]byte
	Balance *uint256.Int
	// State replaces the whole storage, StateDiff single slots of it. At most one of them is not nil.
	State     map[common.Hash]common.Hash
	StateDiff map[common.Hash]common.Hash
	// MovePrecompileTo is where the precompiled contract at the account is instead.
	MovePrecompileTo *common.Address
}

// OverrideError is of overrides that make no sense.
type OverrideError struct{ Reason string }

func (e *OverrideError) Error() string { return e.Reason }

// Overrides is what a call sees in place of the state and the block.
type Overrides struct {
	Accounts map[common.Address]AccountOverride
	// Block replaces parts of the block that the EVM sees, when not nil.
	Block func(*evm.Block)
}

// MaxBalance returns the largest balance that the accounts module can hold.
func MaxBalance() *uint256.Int {
	one := uint256.NewInt(1)
	return new(uint256.Int).Sub(new(uint256.Int).Lsh(one, 128), one)
}

// Call runs a message after a block and throws its effects away.
func (s *Source) Call(ctx context.Context, b *view.Block, msg evm.Message, o Overrides) (res *evm.Result, err error) {
	err = s.with(ctx, b, o, func(tree *overlay, block evm.Block) error {
		res, err = s.engine.Call(ctx, tree, block, msg)
		return err
	})
	return res, err
}

// with calls f with the state after a block and the block, both overridden.
func (s *Source) with(ctx context.Context, b *view.Block, o Overrides, f func(*overlay, evm.Block) error) error {
	return s.With(b, func(inner mkvs.ImmutableKeyValueTree) error {
		tree := newOverlay(inner)
		precompiles, err := s.override(ctx, tree, o.Accounts)
		if err != nil {
			return err
		}
		block := evm.Block{
			Number:      b.Number,
			Time:        b.Time,
			GasLimit:    b.GasLimit,
			BaseFee:     Saturate(b.BaseFee),
			Precompiles: precompiles,
		}
		if o.Block != nil {
			o.Block(&block)
		}
		return f(tree, block)
	})
}

// override writes account overrides to a tree. It returns the precompiled contracts that are left when there are others
// than usual, else nil: an account that is overridden is none any more.
func (s *Source) override(
	ctx context.Context, tree *overlay, accounts map[common.Address]AccountOverride,
) (vm.PrecompiledContracts, error) {
	all := s.engine.PrecompiledContracts()
	left, changed := maps.Clone(all), false
	for _, addr := range slices.SortedFunc(maps.Keys(accounts), common.Address.Cmp) {
		if err := ctx.Err(); err != nil {
			return nil, err // The overrides of one call may be many.
		}
		a := accounts[addr]
		if err := override(ctx, tree, addr, &a); err != nil {
			return nil, err
		}
		contract, precompiled := all[addr]
		if to := a.MovePrecompileTo; to != nil {
			if _, overridden := accounts[*to]; overridden && precompiled {
				return nil, &OverrideError{fmt.Sprintf("account %s is already overridden", to)}
			}
			if !precompiled {
				return nil, &OverrideError{fmt.Sprintf("account %s is not a precompile", addr)}
			}
			left[*to], changed = contract, true
		}
		if precompiled {
			delete(left, addr)
			changed = true
		}
	}
	if !changed {
		return nil, nil
	}
	return left, nil
}

func override(ctx context.Context, tree *overlay, addr common.Address, a *AccountOverride) error {
	key := layout.Address(addr)
	accounts := evm.TreeAccounts(ctx, tree)
	if a.Nonce != nil {
		if err := accounts.SetNonce(addr, *a.Nonce); err != nil {
			return err
		}
	}
	if a.Balance != nil {
		balance := a.Balance
		if most := MaxBalance(); balance.Gt(most) {
			balance = most
		}
		if err := accounts.SetBalance(addr, balance); err != nil {
			return err
		}
	}
	if a.Code != nil {
		var code, hash []byte
		if len(*a.Code) > 0 {
			code, hash = *a.Code, crypto.Keccak256(*a.Code)
		}
		tree.values[string(layout.CodeKey(key))] = code
		tree.values[string(layout.CodeHashKey(key))] = hash
	}
	if a.State != nil {
		tree.clear(key)
	}
	for _, slots := range []map[common.Hash]common.Hash{a.State, a.StateDiff} {
		for slot, value := range slots {
			var v []byte
			if value != (common.Hash{}) {
				v = value.Bytes()
			}
			tree.setSlot(key, layout.Word(slot), v)
		}
	}
	return nil
}

// accessListRuns bounds how often a message is run to list what it touches.
const accessListRuns = 4

// AccessList lists the storage slots that a message touches, and returns the result of the message with that list.
// Since a list changes how much gas is left at each point, a message may touch other slots with its list than without.
// After a few runs that do not agree, the list is the one that the last run had, so that the result is always that of
// the message with the list.
func (s *Source) AccessList(ctx context.Context, b *view.Block, msg evm.Message,
	o Overrides) (list types.AccessList, res *evm.Result, err error) {
	err = s.with(ctx, b, o, func(tree *overlay, block evm.Block) error {
		for range accessListRuns {
			list, tree.read = msg.AccessList, make(map[string]struct{})
			if res, err = s.engine.Call(ctx, tree, block, msg); err != nil {
				return err
			}
			if msg.AccessList = touched(tree.read); reflect.DeepEqual(msg.AccessList, list) {
				return nil
			}
		}
		return nil
	})
	return list, res, err
}

// touched turns the storage keys that were read into an access list.
func touched(read map[string]struct{}) types.AccessList {
	slots := make(map[common.Address][]common.Hash)
	for key := range read {
		if addr, slot, ok := layout.ParseStorageKey([]byte(key)); ok {
			a := common.Address(addr)
			slots[a] = append(slots[a], common.Hash(slot))
		}
	}
	list := types.AccessList{}
	for _, addr := range slices.SortedFunc(maps.Keys(slots), common.Address.Cmp) {
		keys := slots[addr]
		slices.SortFunc(keys, common.Hash.Cmp)
		list = append(list, types.AccessTuple{Address: addr, StorageKeys: keys})
	}
	return list
}

// EstimateGas finds how much gas, at most msg.GasLimit, a message needs to succeed. When it fails with all of it, the
// result says how.
func (s *Source) EstimateGas(
	ctx context.Context, b *view.Block, msg evm.Message, o Overrides,
) (gas uint64, res *evm.Result, err error) {
	err = s.with(ctx, b, o, func(tree *overlay, block evm.Block) error {
		gas, res, err = s.engine.EstimateGas(ctx, tree, block, msg)
		return err
	})
	return gas, res, err
}

// Saturate converts a number, or the largest one when it does not fit. Nil is zero.
func Saturate(n *big.Int) *uint256.Int {
	if n == nil {
		return new(uint256.Int)
	}
	v, overflow := uint256.FromBig(n)
	if overflow {
		return new(uint256.Int).SetAllOne()
	}
	return v
}
