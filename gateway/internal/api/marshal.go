package api

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/gateway/internal/pool"
	"github.com/assent-network/assent/gateway/internal/view"
)

// Header is a block's header in an answer.
type Header struct {
	Number           hexutil.Uint64   `json:"number"`
	Hash             common.Hash      `json:"hash"`
	ParentHash       common.Hash      `json:"parentHash"`
	Nonce            types.BlockNonce `json:"nonce"`
	MixHash          common.Hash      `json:"mixHash"`
	UncleHash        common.Hash      `json:"sha3Uncles"`
	LogsBloom        types.Bloom      `json:"logsBloom"`
	StateRoot        common.Hash      `json:"stateRoot"`
	Miner            common.Address   `json:"miner"`
	Difficulty       *hexutil.Big     `json:"difficulty"`
	ExtraData        hexutil.Bytes    `json:"extraData"`
	GasLimit         hexutil.Uint64   `json:"gasLimit"`
	GasUsed          hexutil.Uint64   `json:"gasUsed"`
	Timestamp        hexutil.Uint64   `json:"timestamp"`
	TransactionsRoot common.Hash      `json:"transactionsRoot"`
	ReceiptsRoot     common.Hash      `json:"receiptsRoot"`
	BaseFeePerGas    *hexutil.Big     `json:"baseFeePerGas"`
	WithdrawalsRoot  common.Hash      `json:"withdrawalsRoot"`
	BlobGasUsed      hexutil.Uint64   `json:"blobGasUsed"`
	ExcessBlobGas    hexutil.Uint64   `json:"excessBlobGas"`
	ParentBeaconRoot common.Hash      `json:"parentBeaconBlockRoot"`
}

// Block is a block in an answer. Transactions are hashes or whole.
type Block struct {
	Header
	Size         hexutil.Uint64 `json:"size"`
	Transactions []any          `json:"transactions"`
	Uncles       []common.Hash  `json:"uncles"`
	Withdrawals  []any          `json:"withdrawals"`
}

func marshalHeader(b *view.Block) Header {
	h := b.Header()
	return Header{
		Number:           hexutil.Uint64(b.Number),
		Hash:             b.Hash,
		ParentHash:       b.ParentHash,
		UncleHash:        h.UncleHash,
		LogsBloom:        b.Bloom,
		StateRoot:        b.StateRoot,
		Difficulty:       (*hexutil.Big)(h.Difficulty),
		ExtraData:        hexutil.Bytes{},
		GasLimit:         hexutil.Uint64(b.GasLimit),
		GasUsed:          hexutil.Uint64(b.GasUsed),
		Timestamp:        hexutil.Uint64(b.Time),
		TransactionsRoot: b.TxRoot,
		ReceiptsRoot:     b.ReceiptRoot,
		BaseFeePerGas:    (*hexutil.Big)(h.BaseFee),
		WithdrawalsRoot:  *h.WithdrawalsHash,
	}
}

// marshalBlock returns the block with its transactions: hashes, or, when txs is not nil, all of them.
func marshalBlock(b *view.Block, txs []view.Tx) (*Block, error) {
	out := &Block{
		Header:       marshalHeader(b),
		Size:         hexutil.Uint64(b.Size),
		Transactions: make([]any, 0, len(b.TxHashes)),
		Uncles:       []common.Hash{},
		Withdrawals:  []any{},
	}
	if txs == nil {
		for _, hash := range b.TxHashes {
			out.Transactions = append(out.Transactions, hash)
		}
		return out, nil
	}
	for i := range txs {
		tx, err := marshalTx(&txs[i], b, uint64(i))
		if err != nil {
			return nil, err
		}
		out.Transactions = append(out.Transactions, tx)
	}
	return out, nil
}

// Transaction is a transaction in an answer.
type Transaction struct {
	BlockHash            *common.Hash      `json:"blockHash"`
	BlockNumber          *hexutil.Uint64   `json:"blockNumber"`
	BlockTimestamp       *hexutil.Uint64   `json:"blockTimestamp"`
	From                 common.Address    `json:"from"`
	Gas                  hexutil.Uint64    `json:"gas"`
	GasPrice             *hexutil.Big      `json:"gasPrice"`
	MaxFeePerGas         *hexutil.Big      `json:"maxFeePerGas,omitempty"`
	MaxPriorityFeePerGas *hexutil.Big      `json:"maxPriorityFeePerGas,omitempty"`
	Hash                 common.Hash       `json:"hash"`
	Input                hexutil.Bytes     `json:"input"`
	Nonce                hexutil.Uint64    `json:"nonce"`
	To                   *common.Address   `json:"to"`
	TransactionIndex     *hexutil.Uint64   `json:"transactionIndex"`
	Value                *hexutil.Big      `json:"value"`
	Type                 hexutil.Uint64    `json:"type"`
	AccessList           *types.AccessList `json:"accessList,omitempty"`
	ChainID              *hexutil.Big      `json:"chainId,omitempty"`
	V                    *hexutil.Big      `json:"v"`
	R                    *hexutil.Big      `json:"r"`
	S                    *hexutil.Big      `json:"s"`
	YParity              *hexutil.Uint64   `json:"yParity,omitempty"`
}

func marshalTx(t *view.Tx, b *view.Block, index uint64) (*Transaction, error) {
	tx, err := t.Ethereum()
	if err != nil {
		return nil, err
	}
	out := newTransaction(tx, t.From, !t.SDK)
	out.Hash = t.Hash
	out.GasPrice = (*hexutil.Big)(t.Price)
	number, timestamp, position := hexutil.Uint64(b.Number), hexutil.Uint64(b.Time), hexutil.Uint64(index)
	out.BlockHash, out.BlockNumber, out.BlockTimestamp, out.TransactionIndex = &b.Hash, &number, &timestamp, &position
	return out, nil
}

// marshalPending returns a transaction that is in no block. Its gas price is what it pays at most.
func marshalPending(p *pool.Pending) *Transaction { return newTransaction(p.Tx, p.From, true) }

func newTransaction(tx *types.Transaction, from common.Address, signed bool) *Transaction {
	v, r, s := tx.RawSignatureValues()
	out := &Transaction{
		From:     from,
		Gas:      hexutil.Uint64(tx.Gas()),
		GasPrice: (*hexutil.Big)(tx.GasPrice()),
		Hash:     tx.Hash(),
		Input:    tx.Data(),
		Nonce:    hexutil.Uint64(tx.Nonce()),
		To:       tx.To(),
		Value:    (*hexutil.Big)(tx.Value()),
		Type:     hexutil.Uint64(tx.Type()),
		V:        (*hexutil.Big)(v),
		R:        (*hexutil.Big)(r),
		S:        (*hexutil.Big)(s),
	}
	if tx.Type() == types.LegacyTxType {
		// The chain ID is in the signature, when there is one.
		if signed && tx.Protected() {
			out.ChainID = (*hexutil.Big)(tx.ChainId())
		}
		return out
	}
	list, parity := tx.AccessList(), hexutil.Uint64(v.Sign())
	if list == nil {
		list = types.AccessList{}
	}
	out.AccessList, out.ChainID, out.YParity = &list, (*hexutil.Big)(tx.ChainId()), &parity
	if tx.Type() == types.DynamicFeeTxType {
		out.MaxFeePerGas, out.MaxPriorityFeePerGas = (*hexutil.Big)(tx.GasFeeCap()), (*hexutil.Big)(tx.GasTipCap())
	}
	return out
}

// Receipt is a receipt in an answer, with the fields that Ethereum's have and no others: assent_getFailure says why a
// transaction failed.
type Receipt struct {
	BlockHash         common.Hash     `json:"blockHash"`
	BlockNumber       hexutil.Uint64  `json:"blockNumber"`
	TransactionHash   common.Hash     `json:"transactionHash"`
	TransactionIndex  hexutil.Uint64  `json:"transactionIndex"`
	From              common.Address  `json:"from"`
	To                *common.Address `json:"to"`
	GasUsed           hexutil.Uint64  `json:"gasUsed"`
	CumulativeGasUsed hexutil.Uint64  `json:"cumulativeGasUsed"`
	ContractAddress   *common.Address `json:"contractAddress"`
	Logs              []*types.Log    `json:"logs"`
	LogsBloom         types.Bloom     `json:"logsBloom"`
	Type              hexutil.Uint64  `json:"type"`
	Status            hexutil.Uint64  `json:"status"`
	EffectiveGasPrice *hexutil.Big    `json:"effectiveGasPrice"`
}

func marshalReceipt(r *view.Receipt, b *view.Block, index uint64) *Receipt {
	return &Receipt{
		BlockHash:         b.Hash,
		BlockNumber:       hexutil.Uint64(b.Number),
		TransactionHash:   r.TxHash,
		TransactionIndex:  hexutil.Uint64(index),
		From:              r.From,
		To:                r.To,
		GasUsed:           hexutil.Uint64(r.GasUsed),
		CumulativeGasUsed: hexutil.Uint64(r.CumulativeGasUsed),
		ContractAddress:   r.Contract,
		Logs:              r.EthereumLogs(b, index),
		LogsBloom:         r.Bloom(),
		Type:              hexutil.Uint64(r.Type),
		Status:            hexutil.Uint64(r.Status),
		EffectiveGasPrice: (*hexutil.Big)(r.Price),
	}
}

func bigOrZero(n *hexutil.Big) *big.Int {
	if n == nil {
		return new(big.Int)
	}
	return (*big.Int)(n)
}

func summary(p *pool.Pending) string {
	to := "contract creation"
	if p.Tx.To() != nil {
		to = p.Tx.To().Hex()
	}
	return fmt.Sprintf("%s: %s wei + %d gas × %s wei", to, p.Tx.Value(), p.Tx.Gas(), p.Tx.GasPrice())
}
