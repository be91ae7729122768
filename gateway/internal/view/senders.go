package view

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/types"
)

// Senders remembers the senders of transactions: recovering one is a fifth of what a transaction costs the gateway,
// which sees each of its own twice, when it takes it and in its round. The key is the transaction's hash, which covers
// the signature, so each hash has one sender. It is safe for concurrent use.
type Senders struct {
	known *lru.Cache[common.Hash, common.Address]
}

// sendersKept is how many senders are remembered, enough for a few rounds.
const sendersKept = 8192

// NewSenders returns an empty memory.
func NewSenders() *Senders {
	return &Senders{lru.NewCache[common.Hash, common.Address](sendersKept)}
}

// Sender returns the account that signed a transaction of this chain.
func (r Rules) Sender(tx *types.Transaction) (common.Address, error) {
	if r.Senders == nil {
		return types.Sender(Signer(r.ChainID), tx)
	}
	if from, ok := r.Senders.known.Get(tx.Hash()); ok {
		return from, nil
	}
	from, err := types.Sender(Signer(r.ChainID), tx)
	if err == nil {
		r.Senders.known.Add(tx.Hash(), from)
	}
	return from, err
}
