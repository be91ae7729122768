package api

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
)

// Debug is the methods of the namespace debug that hand out what other methods show, in Ethereum's encoding. What is
// encoded is the view: hashing a header gives another value than its block's hash.
type Debug struct{ b *Backend }

// rawBlock returns the block that a parameter names.
func (d *Debug) rawBlock(where rpc.BlockNumberOrHash) (*view.Block, error) {
	b, err := d.b.lookup(where)
	if absent(err) {
		return nil, notThere(where)
	}
	return b, rpcerr.From(err)
}

func notThere(where rpc.BlockNumberOrHash) error {
	if hash, ok := where.Hash(); ok {
		return rpcerr.Default("block %s not found", hash)
	}
	number, _ := where.Number()
	return rpcerr.Default("block #%d not found", number)
}

// GetRawHeader is debug_getRawHeader: the RLP of a header.
func (d *Debug) GetRawHeader(where rpc.BlockNumberOrHash) (hexutil.Bytes, error) {
	b, err := d.rawBlock(where)
	if err != nil {
		return nil, err
	}
	out, err := rlp.EncodeToBytes(b.Header())
	return out, rpcerr.From(err)
}

// GetRawBlock is debug_getRawBlock: the RLP of a block with its transactions.
func (d *Debug) GetRawBlock(ctx context.Context, where rpc.BlockNumberOrHash) (hexutil.Bytes, error) {
	b, err := d.rawBlock(where)
	if err != nil {
		return nil, err
	}
	if err := d.b.weighBlock(ctx, b, true); err != nil {
		return nil, err
	}
	txs, err := d.b.cfg.Index.Txs(b.Number)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	body := types.Body{Withdrawals: types.Withdrawals{}}
	for i := range txs {
		tx, err := txs[i].Ethereum()
		if err != nil {
			return nil, rpcerr.From(err)
		}
		body.Transactions = append(body.Transactions, tx)
	}
	out, err := rlp.EncodeToBytes(types.NewBlockWithHeader(b.Header()).WithBody(body))
	return out, rpcerr.From(err)
}

// GetRawReceipts is debug_getRawReceipts: the encoded receipts of a block.
func (d *Debug) GetRawReceipts(ctx context.Context, where rpc.BlockNumberOrHash) ([]hexutil.Bytes, error) {
	b, err := d.rawBlock(where)
	if err != nil {
		return nil, err
	}
	if err := d.b.weighReceipts(ctx, index.Position{Round: b.Number}, uint32(len(b.TxHashes))); err != nil {
		return nil, err
	}
	receipts, err := d.b.cfg.Index.Receipts(b.Number)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	out := make([]hexutil.Bytes, len(receipts))
	for i := range receipts {
		if out[i], err = receipts[i].Encode(); err != nil {
			return nil, rpcerr.From(err)
		}
	}
	return out, nil
}

// GetRawTransaction is debug_getRawTransaction, which is eth_getRawTransactionByHash by another name.
func (d *Debug) GetRawTransaction(ctx context.Context, hash common.Hash) (hexutil.Bytes, error) {
	return (&Eth{d.b}).GetRawTransactionByHash(ctx, hash)
}

// GetRawTransactionByHash is eth_getRawTransactionByHash. One in the SDK's own format has no Ethereum encoding and is
// not found.
func (e *Eth) GetRawTransactionByHash(ctx context.Context, hash common.Hash) (hexutil.Bytes, error) {
	pos, err := e.b.cfg.Index.Find(hash)
	if absent(err) {
		if p, ok := e.b.cfg.Pool.Get(hash); ok {
			if err := e.b.weighPending(ctx, p); err != nil {
				return nil, err
			}
			raw, err := p.Tx.MarshalBinary()
			return raw, rpcerr.From(err)
		}
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return e.raw(ctx, pos)
}

// GetRawTransactionByBlockNumberAndIndex is eth_getRawTransactionByBlockNumberAndIndex, which is geth's.
func (e *Eth) GetRawTransactionByBlockNumberAndIndex(
	ctx context.Context, number rpc.BlockNumber, i hexutil.Uint,
) (hexutil.Bytes, error) {
	return e.rawIn(ctx, rpc.BlockNumberOrHashWithNumber(number), i)
}

// GetRawTransactionByBlockHashAndIndex is eth_getRawTransactionByBlockHashAndIndex, which is geth's.
func (e *Eth) GetRawTransactionByBlockHashAndIndex(
	ctx context.Context, hash common.Hash, i hexutil.Uint,
) (hexutil.Bytes, error) {
	return e.rawIn(ctx, rpc.BlockNumberOrHashWithHash(hash, false), i)
}

func (e *Eth) rawIn(ctx context.Context, where rpc.BlockNumberOrHash, i hexutil.Uint) (hexutil.Bytes, error) {
	b, err := e.b.lookup(where)
	if absent(err) || err == nil && uint64(i) >= uint64(len(b.TxHashes)) {
		return nil, nil
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return e.raw(ctx, index.Position{Round: b.Number, Index: uint32(i)})
}

// raw is the encoding of a transaction in a block, or nil when it has none.
func (e *Eth) raw(ctx context.Context, pos index.Position) (hexutil.Bytes, error) {
	if err := e.b.weighTxs(ctx, pos, 1); err != nil {
		return nil, err
	}
	tx, err := e.b.cfg.Index.Tx(pos)
	if err != nil || tx.SDK {
		return nil, rpcerr.From(err)
	}
	return tx.Raw, nil
}
