package api

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// syncTime is how long eth_sendRawTransactionSync waits for a block when it is not told, and maxSyncTime how long at
// most.
const (
	syncTime    = 20 * time.Second
	maxSyncTime = time.Minute
)

// SendRawTransactionSync is eth_sendRawTransactionSync (EIP-7966): it submits a transaction and returns its receipt.
// When no block has it in time, given in milliseconds, the error has code 4 and the transaction's hash as its data.
func (e *Eth) SendRawTransactionSync(ctx context.Context, raw hexutil.Bytes, milliseconds *rpcCount) (*Receipt, error) {
	hash, err := e.SendRawTransaction(ctx, raw)
	if err != nil {
		return nil, err
	}
	wait := syncTime
	if milliseconds != nil && *milliseconds > 0 {
		wait = time.Duration(min(uint64(*milliseconds), uint64(maxSyncTime/time.Millisecond))) * time.Millisecond
	}
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	for {
		changed := e.b.cfg.Follower.Changed()
		if receipt, err := e.GetTransactionReceipt(ctx, hash); err != nil || receipt != nil {
			return receipt, err
		}
		select {
		case <-changed:
		case <-e.b.done:
			return nil, notIncluded(hash, "the gateway is stopping")
		case <-ctx.Done():
			return nil, notIncluded(hash, fmt.Sprintf("no block has it after %s", wait))
		}
	}
}

func notIncluded(hash common.Hash, why string) error {
	return &rpcerr.Error{
		Code: rpcerr.CodeNotIncluded, Data: hash.Hex(),
		Message: "the transaction was taken and waits: " + why,
	}
}

// Filled is the answer to eth_fillTransaction: a transaction without a signature and its encoding.
type Filled struct {
	Raw hexutil.Bytes      `json:"raw"`
	Tx  *types.Transaction `json:"tx"`
}

// FillTransaction is eth_fillTransaction, which is geth's: it fills in what a transaction lacks (nonce, gas, prices,
// chain ID) for a wallet to sign. It is of type 2, or of type 0 or 1 when it names a gas price.
func (e *Eth) FillTransaction(ctx context.Context, args CallArgs) (*Filled, error) {
	if err := e.checkArgs(&args); err != nil {
		return nil, err
	}
	if err := e.b.weigh(ctx, pendingBytes+2*len(args.input())+accessListSize(args.AccessList)); err != nil {
		return nil, err
	}
	var from common.Address
	if args.From != nil {
		from = *args.From
	}
	if args.Nonce == nil {
		pending := rpc.BlockNumberOrHashWithNumber(rpc.PendingBlockNumber)
		nonce, err := e.GetTransactionCount(ctx, from, &pending)
		if err != nil {
			return nil, err
		}
		args.Nonce = &nonce
	}
	if args.Gas == nil {
		gas, err := e.EstimateGas(ctx, args, nil, nil, nil)
		if err != nil {
			return nil, err
		}
		args.Gas = &gas
	}
	if args.GasPrice == nil && args.MaxPriorityFeePerGas == nil {
		args.MaxPriorityFeePerGas = e.MaxPriorityFeePerGas()
	}
	if args.GasPrice == nil && args.MaxFeePerGas == nil {
		base, err := e.GasPrice()
		if err != nil {
			return nil, err
		}
		// The base fee never changes, so nothing needs to be kept for it to rise.
		args.MaxFeePerGas = (*hexutil.Big)(new(big.Int).Add(base.ToInt(), args.MaxPriorityFeePerGas.ToInt()))
	}
	if args.GasPrice == nil && args.MaxPriorityFeePerGas.ToInt().Cmp(args.MaxFeePerGas.ToInt()) > 0 {
		return nil, rpcerr.Default("maxFeePerGas (%s) < maxPriorityFeePerGas (%s)",
			args.MaxFeePerGas, args.MaxPriorityFeePerGas)
	}
	tx := args.transaction(e.b.cfg.ChainID)
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return &Filled{Raw: raw, Tx: tx}, nil
}

// transaction is the transaction that the arguments, with nonce and gas, name.
func (a *CallArgs) transaction(chainID uint64) *types.Transaction {
	id, nonce, gas := new(big.Int).SetUint64(chainID), uint64(*a.Nonce), uint64(*a.Gas)
	value, data := bigOrZero(a.Value), a.input()
	switch {
	case a.GasPrice == nil:
		return types.NewTx(&types.DynamicFeeTx{
			ChainID: id, Nonce: nonce, GasTipCap: bigOrZero(a.MaxPriorityFeePerGas),
			GasFeeCap: bigOrZero(a.MaxFeePerGas),
			Gas:       gas, To: a.To, Value: value, Data: data, AccessList: a.AccessList,
		})
	case a.AccessList != nil:
		return types.NewTx(&types.AccessListTx{
			ChainID: id, Nonce: nonce, GasPrice: bigOrZero(a.GasPrice), Gas: gas, To: a.To, Value: value, Data: data,
			AccessList: a.AccessList,
		})
	}
	return types.NewTx(&types.LegacyTx{
		Nonce: nonce, GasPrice: bigOrZero(a.GasPrice), Gas: gas, To: a.To, Value: value, Data: data,
	})
}
