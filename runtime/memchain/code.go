package memchain

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/protocol/layout"
)

// code reads a contract's code from the state.
func code(ctx context.Context, tree mkvs.ImmutableKeyValueTree, contract common.Address) ([]byte, error) {
	return tree.Get(ctx, layout.CodeKey(layout.Address(contract)))
}
