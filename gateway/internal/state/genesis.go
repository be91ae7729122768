package state

import (
	"context"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	sdkaccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/layout"
)

// Query asks the runtime itself, at the state of a round.
type Query func(ctx context.Context, round uint64, method string, args, result any) error

// genesisTree is the state of a chain that has none yet: the runtime writes its first state with the first transaction,
// and until then answers queries as if it had. There are balances and nothing else. They come without proofs, as there
// is nothing to prove them against.
type genesisTree struct {
	query Query
	round uint64
}

var _ mkvs.ImmutableKeyValueTree = (*genesisTree)(nil)

// Get implements mkvs.ImmutableKeyValueTree.
func (g *genesisTree) Get(ctx context.Context, key []byte) ([]byte, error) {
	account, ok := nativeBalanceOf(key)
	if !ok {
		return nil, nil
	}
	var balances sdkaccounts.AccountBalances
	args := sdkaccounts.BalancesQuery{Address: sdk.Address(account)}
	if err := g.query(ctx, g.round, "accounts.Balances", args, &balances); err != nil {
		return nil, fmt.Errorf("asking for a balance at genesis: %w", err)
	}
	balance, ok := balances.Balances[sdk.NativeDenomination]
	if !ok {
		return nil, nil
	}
	return cbor.Marshal(balance), nil
}

// NewIterator implements mkvs.ImmutableKeyValueTree.
func (g *genesisTree) NewIterator(context.Context, ...mkvs.IteratorOption) mkvs.Iterator {
	return noIterator{}
}

// nativeBalanceOf returns the account whose native balance is under a key. ok is false for any other key.
func nativeBalanceOf(key []byte) (account layout.AccountAddress, ok bool) {
	if len(key) < len(account) {
		return account, false
	}
	copy(account[:], key[len(key)-len(account):])
	return account, string(key) == string(layout.BalanceKey(account, ""))
}
