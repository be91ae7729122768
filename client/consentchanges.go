package client

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/contracts"
)

// ConsentChange is a change of an entry in a ledger: a grant, a revocation, a rotation or an enrolment.
type ConsentChange struct {
	Pseudonym common.Address
	Round     uint64
}

// ConsentChanges returns all changes of a ledger up to the snapshot's round, oldest first. It reads the events of all,
// so that the gateway does not learn which pseudonym is looked for.
func (c *Client) ConsentChanges(
	ctx context.Context, now *contracts.Snapshot, ledger common.Address,
) ([]ConsentChange, error) {
	var all []ConsentChange
	err := c.changes(ctx, now, ledger, func(p common.Address, _ common.Hash, _ *common.Hash, l *types.Log) {
		all = append(all, ConsentChange{p, l.BlockNumber})
	})
	return all, err
}
