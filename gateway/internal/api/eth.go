package api

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
)

// Eth is the methods of the namespace eth that read the chain and submit to it.
type Eth struct{ b *Backend }

// ChainId is eth_chainId.
func (e *Eth) ChainId() hexutil.Uint64 { //nolint:revive // The method's name on the wire.
	return hexutil.Uint64(e.b.cfg.ChainID)
}

// BlockNumber is eth_blockNumber.
func (e *Eth) BlockNumber() (hexutil.Uint64, error) {
	head, err := e.b.head()
	if err != nil {
		return 0, err
	}
	return hexutil.Uint64(head.Number), nil
}

// Syncing is eth_syncing: false, or how far the index is. It is behind as long as the node has not said what there is.
func (e *Eth) Syncing() any {
	status := e.b.cfg.Follower.Status()
	next := e.b.cfg.Index.Next()
	// One or two rounds behind is how it always is.
	if status.Known && next+2 > status.Highest {
		return false
	}
	return map[string]hexutil.Uint64{
		"startingBlock": hexutil.Uint64(status.Start),
		"currentBlock":  hexutil.Uint64(next),
		"highestBlock":  hexutil.Uint64(max(next, status.Highest)),
	}
}

// GetBlockByNumber is eth_getBlockByNumber.
func (e *Eth) GetBlockByNumber(ctx context.Context, number rpc.BlockNumber, full bool) (*Block, error) {
	b, err := e.b.byNumber(number)
	return e.block(ctx, b, full, err)
}

// GetBlockByHash is eth_getBlockByHash.
func (e *Eth) GetBlockByHash(ctx context.Context, hash common.Hash, full bool) (*Block, error) {
	b, err := e.b.lookup(rpc.BlockNumberOrHashWithHash(hash, false))
	return e.block(ctx, b, full, err)
}

func (e *Eth) block(ctx context.Context, b *view.Block, full bool, err error) (*Block, error) {
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	if err := e.b.weighBlock(ctx, b, full); err != nil {
		return nil, err
	}
	var txs []view.Tx
	if full {
		if txs, err = e.b.cfg.Index.Txs(b.Number); err != nil {
			return nil, rpcerr.From(err)
		}
		if txs == nil {
			txs = []view.Tx{}
		}
	}
	out, err := marshalBlock(b, txs)
	return out, rpcerr.From(err)
}

// GetHeaderByNumber is eth_getHeaderByNumber, which is geth's.
func (e *Eth) GetHeaderByNumber(number rpc.BlockNumber) (*Header, error) {
	return e.header(e.b.byNumber(number))
}

// GetHeaderByHash is eth_getHeaderByHash, which is geth's.
func (e *Eth) GetHeaderByHash(hash common.Hash) (*Header, error) {
	return e.header(e.b.lookup(rpc.BlockNumberOrHashWithHash(hash, false)))
}

func (e *Eth) header(b *view.Block, err error) (*Header, error) {
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	h := marshalHeader(b)
	return &h, nil
}

// GetBlockReceipts is eth_getBlockReceipts.
func (e *Eth) GetBlockReceipts(ctx context.Context, where rpc.BlockNumberOrHash) ([]*Receipt, error) {
	b, err := e.b.lookup(where)
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	if err := e.b.weighReceipts(ctx, index.Position{Round: b.Number}, uint32(len(b.TxHashes))); err != nil {
		return nil, err
	}
	receipts, err := e.b.cfg.Index.Receipts(b.Number)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	out := make([]*Receipt, len(receipts))
	for i := range receipts {
		out[i] = marshalReceipt(&receipts[i], b, uint64(i))
	}
	return out, nil
}

// GetBlockTransactionCountByNumber is eth_getBlockTransactionCountByNumber.
func (e *Eth) GetBlockTransactionCountByNumber(number rpc.BlockNumber) (*hexutil.Uint, error) {
	return count(e.b.byNumber(number))
}

// GetBlockTransactionCountByHash is eth_getBlockTransactionCountByHash.
func (e *Eth) GetBlockTransactionCountByHash(hash common.Hash) (*hexutil.Uint, error) {
	return count(e.b.lookup(rpc.BlockNumberOrHashWithHash(hash, false)))
}

func count(b *view.Block, err error) (*hexutil.Uint, error) {
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	n := hexutil.Uint(len(b.TxHashes))
	return &n, nil
}

// GetUncleCountByBlockNumber is eth_getUncleCountByBlockNumber: there are none.
func (e *Eth) GetUncleCountByBlockNumber(number rpc.BlockNumber) (*hexutil.Uint, error) {
	return noUncles(e.b.byNumber(number))
}

// GetUncleCountByBlockHash is eth_getUncleCountByBlockHash: there are none.
func (e *Eth) GetUncleCountByBlockHash(hash common.Hash) (*hexutil.Uint, error) {
	return noUncles(e.b.lookup(rpc.BlockNumberOrHashWithHash(hash, false)))
}

func noUncles(b *view.Block, err error) (*hexutil.Uint, error) {
	n, err := count(b, err)
	if n != nil {
		*n = 0
	}
	return n, err
}

// GetUncleByBlockNumberAndIndex is eth_getUncleByBlockNumberAndIndex: there is none.
func (e *Eth) GetUncleByBlockNumberAndIndex(rpc.BlockNumber, hexutil.Uint) *Block { return nil }

// GetUncleByBlockHashAndIndex is eth_getUncleByBlockHashAndIndex: there is none.
func (e *Eth) GetUncleByBlockHashAndIndex(common.Hash, hexutil.Uint) *Block { return nil }

// GetTransactionByHash is eth_getTransactionByHash. Pending ones are found when this gateway knows them.
func (e *Eth) GetTransactionByHash(ctx context.Context, hash common.Hash) (*Transaction, error) {
	pos, err := e.b.cfg.Index.Find(hash)
	if absent(err) {
		if p, ok := e.b.cfg.Pool.Get(hash); ok {
			if err := e.b.weighPending(ctx, p); err != nil {
				return nil, err
			}
			return marshalPending(p), nil
		}
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return e.transaction(ctx, pos)
}

func (e *Eth) transaction(ctx context.Context, pos index.Position) (*Transaction, error) {
	if err := e.b.weighTxs(ctx, pos, 1); err != nil {
		return nil, err
	}
	tx, err := e.b.cfg.Index.Tx(pos)
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	b, err := e.b.cfg.Index.Block(pos.Round)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	out, err := marshalTx(tx, b, uint64(pos.Index))
	return out, rpcerr.From(err)
}

// GetTransactionByBlockNumberAndIndex is eth_getTransactionByBlockNumberAndIndex.
func (e *Eth) GetTransactionByBlockNumberAndIndex(
	ctx context.Context, number rpc.BlockNumber, i hexutil.Uint,
) (*Transaction, error) {
	b, err := e.b.byNumber(number)
	return e.transactionIn(ctx, b, i, err)
}

// GetTransactionByBlockHashAndIndex is eth_getTransactionByBlockHashAndIndex.
func (e *Eth) GetTransactionByBlockHashAndIndex(
	ctx context.Context, hash common.Hash, i hexutil.Uint,
) (*Transaction, error) {
	b, err := e.b.lookup(rpc.BlockNumberOrHashWithHash(hash, false))
	return e.transactionIn(ctx, b, i, err)
}

func (e *Eth) transactionIn(ctx context.Context, b *view.Block, i hexutil.Uint, err error) (*Transaction, error) {
	if absent(err) || err == nil && uint64(i) >= uint64(len(b.TxHashes)) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return e.transaction(ctx, index.Position{Round: b.Number, Index: uint32(i)})
}

// GetTransactionReceipt is eth_getTransactionReceipt.
func (e *Eth) GetTransactionReceipt(ctx context.Context, hash common.Hash) (*Receipt, error) {
	pos, err := e.b.cfg.Index.Find(hash)
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	if err := e.b.weighReceipts(ctx, pos, 1); err != nil {
		return nil, err
	}
	r, err := e.b.cfg.Index.Receipt(pos)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	b, err := e.b.cfg.Index.Block(pos.Round)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return marshalReceipt(r, b, uint64(pos.Index)), nil
}

// SendRawTransaction is eth_sendRawTransaction. It returns when the node's pool has taken the transaction.
func (e *Eth) SendRawTransaction(ctx context.Context, raw hexutil.Bytes) (common.Hash, error) {
	e.b.settle(ctx, 0) // What there is of a transaction is text, which is counted as the request's.
	hash, err := e.b.cfg.Pool.Submit(ctx, raw)
	return hash, rpcerr.From(err)
}

// GetTransactionCount is eth_getTransactionCount. With the tag pending it counts what waits in the pool.
func (e *Eth) GetTransactionCount(ctx context.Context, addr common.Address,
	where *rpc.BlockNumberOrHash) (hexutil.Uint64, error) {
	b, err := e.b.at(where)
	if err != nil {
		return 0, err
	}
	nonce, err := e.b.cfg.State.Nonce(ctx, b, addr)
	if err != nil {
		return 0, rpcerr.From(err)
	}
	if where != nil {
		if n, ok := where.Number(); ok && n == rpc.PendingBlockNumber {
			nonce = e.b.cfg.Pool.NextNonce(ctx, addr, nonce)
		}
	}
	return hexutil.Uint64(nonce), nil
}

// GetBalance is eth_getBalance.
func (e *Eth) GetBalance(ctx context.Context, addr common.Address, where *rpc.BlockNumberOrHash) (*hexutil.Big, error) {
	b, err := e.b.at(where)
	if err != nil {
		return nil, err
	}
	balance, err := e.b.cfg.State.Balance(ctx, b, addr)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return (*hexutil.Big)(balance.ToBig()), nil
}

// GetCode is eth_getCode.
func (e *Eth) GetCode(ctx context.Context, addr common.Address, where *rpc.BlockNumberOrHash) (hexutil.Bytes, error) {
	b, err := e.b.at(where)
	if err != nil {
		return nil, err
	}
	if err := e.b.weigh(ctx, params.MaxCodeSize); err != nil {
		return nil, err
	}
	code, err := e.b.cfg.State.Code(ctx, b, addr)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return append(hexutil.Bytes{}, code...), nil
}

// GetStorageAt is eth_getStorageAt.
func (e *Eth) GetStorageAt(ctx context.Context, addr common.Address, slot string,
	where *rpc.BlockNumberOrHash) (common.Hash, error) {
	key, err := parseSlot(slot)
	if err != nil {
		return common.Hash{}, err
	}
	b, err := e.b.at(where)
	if err != nil {
		return common.Hash{}, err
	}
	value, err := e.b.cfg.State.Storage(ctx, b, addr, key)
	return value, rpcerr.From(err)
}

// parseSlot reads a slot number: hexadecimal of at most 32 bytes, with or without leading zeros.
func parseSlot(s string) (common.Hash, error) {
	refuse := func(why string) (common.Hash, error) {
		return common.Hash{}, rpcerr.New(rpcerr.CodeInvalidParams, "%s: %s", why, rpcerr.Quote(s))
	}
	if len(s) < 2 || s[0] != '0' || s[1] != 'x' && s[1] != 'X' {
		return refuse("invalid hex in storage key")
	}
	if len(s) > 2+64 {
		return refuse("storage key too long (want at most 32 bytes)")
	}
	digits := s[2:]
	if digits == "" {
		digits = "0"
	}
	n, ok := new(big.Int).SetString(digits, 16)
	if !ok || n.Sign() < 0 || digits[0] == '+' || digits[0] == '-' {
		return refuse("invalid hex in storage key")
	}
	return common.BigToHash(n), nil
}

// GetProof is eth_getProof, which cannot be had: the state is no Ethereum trie.
func (e *Eth) GetProof(common.Address, []string, *rpc.BlockNumberOrHash) (any, error) {
	return nil, rpcerr.New(rpcerr.CodeNotSupported, "the state is no Merkle-Patricia trie: use assent_getProof")
}

// Accounts is eth_accounts: the gateway holds no keys.
func (e *Eth) Accounts() []common.Address { return []common.Address{} }

// Mining is eth_mining.
func (e *Eth) Mining() bool { return false }

// Hashrate is eth_hashrate.
func (e *Eth) Hashrate() hexutil.Uint64 { return 0 }
