package proof

import (
	"bytes"

	cmttypes "github.com/cometbft/cometbft/types"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
)

// methodMeta is the transaction that a proposer puts at the end of each block.
const methodMeta = "consensus.Meta"

// EarlyStateRoot returns the root of the consensus state after a verified
// block, from the block's own transactions. Its app hash only commits to the
// state before it; who cannot wait for the next block takes the root from the
// last transaction, which every validator compares with its own before it
// votes for the block. The same two thirds vouch for it.
func EarlyStateRoot(block *VerifiedBlock, txs [][]byte) (hash.Hash, error) {
	var data cmttypes.Data
	for _, tx := range txs {
		data.Txs = append(data.Txs, tx)
	}
	if !bytes.Equal(data.Hash(), block.block.signed.DataHash) {
		return hash.Hash{}, failf(CheckConsensusState, "transactions of block %d do not match its header", block.Height())
	}
	if len(txs) == 0 {
		return hash.Hash{}, failf(CheckConsensusState, "block %d has no transactions", block.Height())
	}
	var signed struct {
		Blob []byte `json:"untrusted_raw_value"`
	}
	var inner struct {
		Method string `json:"method"`
		Body   struct {
			StateRoot *hash.Hash `json:"state_root"`
		} `json:"body"`
	}
	if err := unmarshal(txs[len(txs)-1], &signed); err != nil {
		return hash.Hash{}, failf(CheckConsensusState, "decoding last transaction of block %d: %w", block.Height(), err)
	}
	if err := unmarshal(signed.Blob, &inner); err != nil {
		return hash.Hash{}, failf(CheckConsensusState, "decoding last transaction of block %d: %w", block.Height(), err)
	}
	if inner.Method != methodMeta || inner.Body.StateRoot == nil {
		return hash.Hash{}, failf(CheckConsensusState, "last transaction of block %d does not state the state's root", block.Height())
	}
	return *inner.Body.StateRoot, nil
}
