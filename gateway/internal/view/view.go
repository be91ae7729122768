// Package view shows the rounds of an Oasis runtime as Ethereum blocks.
//
// It is a pure function of what the chain stores: the round's header, the transactions with their results and events,
// and the fee rules of the round. The same round gives the same view on every machine and at every time, so an index
// made of views can be thrown away and built again.
//
// What differs from Ethereum is said where it is decided and collected in docs/design/gateway.md: the block hash is the
// runtime header's, the state root is that of the runtime's state tree, and transactions in the SDK's own format appear
// as legacy transactions without a signature.
package view

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
)

// Rules are the rules of the chain that decide how its transactions look.
type Rules struct {
	// ChainID is the EVM chain ID.
	ChainID uint64
	// BaseFee is the smallest gas price that the runtime accepts, which is the base fee of an EIP-1559 transaction. Nil
	// means zero.
	BaseFee *big.Int
	// GasLimit is the most gas that one round may use.
	GasLimit uint64
	// Senders are those of transactions that were seen. Nil remembers none. They are of one chain id.
	Senders *Senders
}

// Block is a round's header as an Ethereum client sees it.
type Block struct {
	Number      uint64
	Time        uint64
	Hash        common.Hash // hash of the encoded runtime header
	ParentHash  common.Hash
	StateRoot   common.Hash // root of the runtime's state tree (MKVS)
	IORoot      common.Hash // root of the tree of inputs, outputs and tags (MKVS)
	TxRoot      common.Hash // Ethereum's trie root over Txs, computed here
	ReceiptRoot common.Hash // Ethereum's trie root over Receipts, computed here
	Kind        uint8       // block.HeaderType
	Bloom       types.Bloom
	GasUsed     uint64
	GasLimit    uint64
	BaseFee     *big.Int
	Size        uint64
	TxHashes    []common.Hash
}

// Round is everything that the gateway shows of one round.
type Round struct {
	Block    Block
	Txs      []Tx
	Receipts []Receipt
}

// Header returns the block as a go-ethereum header. Its Hash method gives another value than Block.Hash, because a
// runtime header is not an Ethereum header; only the fields count.
func (b *Block) Header() *types.Header {
	baseFee := b.BaseFee
	if baseFee == nil {
		baseFee = new(big.Int)
	}
	var zero uint64
	withdrawals := types.EmptyWithdrawalsHash
	var beacon common.Hash
	return &types.Header{
		ParentHash:       b.ParentHash,
		UncleHash:        types.EmptyUncleHash,
		Root:             b.StateRoot,
		TxHash:           b.TxRoot,
		ReceiptHash:      b.ReceiptRoot,
		Bloom:            b.Bloom,
		Difficulty:       new(big.Int),
		Number:           new(big.Int).SetUint64(b.Number),
		GasLimit:         b.GasLimit,
		GasUsed:          b.GasUsed,
		Time:             b.Time,
		Extra:            []byte{},
		BaseFee:          baseFee,
		WithdrawalsHash:  &withdrawals,
		BlobGasUsed:      &zero,
		ExcessBlobGas:    &zero,
		ParentBeaconRoot: &beacon,
	}
}

// NewRound builds the view of a round from its header and its transactions in the order of execution. A transaction
// that does not decode is shown as an opaque one and never makes the round unreadable: the chain has accepted it.
func NewRound(rules Rules, hdr *block.Header, txs []*client.TransactionWithResults) (*Round, error) {
	baseFee := rules.BaseFee
	if baseFee == nil {
		baseFee = new(big.Int)
	}
	r := &Round{
		Block: Block{
			Number:     hdr.Round,
			Time:       uint64(hdr.Timestamp),
			Hash:       common.Hash(hdr.EncodedHash()),
			ParentHash: common.Hash(hdr.PreviousHash),
			StateRoot:  common.Hash(hdr.StateRoot),
			IORoot:     common.Hash(hdr.IORoot),
			Kind:       uint8(hdr.HeaderType),
			GasLimit:   rules.GasLimit,
			BaseFee:    baseFee,
			TxHashes:   make([]common.Hash, 0, len(txs)),
		},
		Txs:      make([]Tx, 0, len(txs)),
		Receipts: make([]Receipt, 0, len(txs)),
	}
	var logs uint64
	for i, raw := range txs {
		tx := DecodeTx(rules, raw.Tx)
		rcpt, err := newReceipt(tx, raw, r.Block.GasUsed, logs)
		if err != nil {
			return nil, fmt.Errorf("reading the results of transaction %d (%s) of round %d: %w", i, tx.Hash, hdr.Round,
				err)
		}
		r.Block.GasUsed = rcpt.CumulativeGasUsed
		logs += uint64(len(rcpt.Logs))
		r.Block.TxHashes = append(r.Block.TxHashes, tx.Hash)
		r.Txs = append(r.Txs, *tx)
		r.Receipts = append(r.Receipts, *rcpt)
	}
	if err := r.summarise(); err != nil {
		return nil, err
	}
	return r, nil
}

// summarise computes what Ethereum's header says about its body.
func (r *Round) summarise() error {
	ethTxs := make(types.Transactions, len(r.Txs))
	receipts := make(types.Receipts, len(r.Receipts))
	for i := range r.Txs {
		tx, err := r.Txs[i].Ethereum()
		if err != nil {
			return err
		}
		ethTxs[i] = tx
		receipts[i] = r.Receipts[i].consensus()
		for j, b := range receipts[i].Bloom {
			r.Block.Bloom[j] |= b
		}
	}
	// Clients take these two roots to tell an empty block from a full one.
	r.Block.TxRoot = types.DeriveSha(ethTxs, trie.NewStackTrie(nil))
	r.Block.ReceiptRoot = types.DeriveSha(receipts, trie.NewStackTrie(nil))
	body := types.Body{Transactions: ethTxs, Withdrawals: []*types.Withdrawal{}}
	r.Block.Size = types.NewBlockWithHeader(r.Block.Header()).WithBody(body).Size()
	return nil
}
