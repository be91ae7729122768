package api

import (
	"bytes"
	"context"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/state"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
)

// CallArgs is a transaction as eth_call and its siblings take it.
type CallArgs struct {
	From                 *common.Address  `json:"from"`
	To                   *common.Address  `json:"to"`
	Gas                  *hexutil.Uint64  `json:"gas"`
	GasPrice             *hexutil.Big     `json:"gasPrice"`
	MaxFeePerGas         *hexutil.Big     `json:"maxFeePerGas"`
	MaxPriorityFeePerGas *hexutil.Big     `json:"maxPriorityFeePerGas"`
	Value                *hexutil.Big     `json:"value"`
	Nonce                *hexutil.Uint64  `json:"nonce"`
	Data                 *hexutil.Bytes   `json:"data"`
	Input                *hexutil.Bytes   `json:"input"`
	AccessList           types.AccessList `json:"accessList"`
	ChainID              *hexutil.Big     `json:"chainId"`
	Type                 *hexutil.Uint64  `json:"type"`

	// What belongs to transaction types that this chain has not.
	BlobVersionedHashes []common.Hash `json:"blobVersionedHashes"`
	AuthorizationList   []any         `json:"authorizationList"`
}

// StateOverride replaces parts of accounts for one call.
type StateOverride map[common.Address]struct {
	Nonce            *hexutil.Uint64             `json:"nonce"`
	Code             *hexutil.Bytes              `json:"code"`
	Balance          *hexutil.Big                `json:"balance"`
	State            map[common.Hash]common.Hash `json:"state"`
	StateDiff        map[common.Hash]common.Hash `json:"stateDiff"`
	MovePrecompileTo *common.Address             `json:"movePrecompileToAddress"`
}

// BlockOverride replaces parts of the block for one call.
type BlockOverride struct {
	Number        *hexutil.Big    `json:"number"`
	Time          *hexutil.Uint64 `json:"time"`
	GasLimit      *hexutil.Uint64 `json:"gasLimit"`
	FeeRecipient  *common.Address `json:"feeRecipient"`
	PrevRandao    *common.Hash    `json:"prevRandao"`
	BaseFeePerGas *hexutil.Big    `json:"baseFeePerGas"`
	BlobBaseFee   *hexutil.Big    `json:"blobBaseFee"`
	// BeaconRoot is shown in simulated blocks.
	BeaconRoot *common.Hash `json:"beaconRoot"`
}

// Call is eth_call.
func (e *Eth) Call(ctx context.Context, args CallArgs, where *rpc.BlockNumberOrHash, accounts *StateOverride,
	block *BlockOverride) (hexutil.Bytes, error) {
	b, err := e.b.at(where)
	if err != nil {
		return nil, err
	}
	var out hexutil.Bytes
	err = e.b.run(ctx, 0, func(ctx context.Context) error {
		msg, o, err := e.message(ctx, b, &args, accounts, block)
		if err != nil {
			return err
		}
		var res *evm.Result
		err = e.b.outcome(ctx, msg.GasLimit, func(gas uint64) (_ *evm.Result, err error) {
			msg := msg
			msg.GasLimit = gas
			res, err = e.b.cfg.State.Call(ctx, b, msg, o)
			return res, err
		}, func() int { return len(res.Return) + failureSize(res.Err) })
		if err != nil {
			return err
		}
		if res.Err != nil {
			return rpcerr.FromOutcome(res.Err)
		}
		out = append(hexutil.Bytes{}, res.Return...)
		return nil
	})
	return out, err
}

// EstimateGas is eth_estimateGas.
func (e *Eth) EstimateGas(ctx context.Context, args CallArgs, where *rpc.BlockNumberOrHash, accounts *StateOverride,
	block *BlockOverride) (hexutil.Uint64, error) {
	b, err := e.b.at(where)
	if err != nil {
		return 0, err
	}
	var out hexutil.Uint64
	err = e.b.run(ctx, 0, func(ctx context.Context) error {
		msg, o, err := e.message(ctx, b, &args, accounts, block)
		if err != nil {
			return err
		}
		var least uint64
		var res *evm.Result
		err = e.b.outcome(ctx, msg.GasLimit, func(gas uint64) (_ *evm.Result, err error) {
			msg := msg
			msg.GasLimit = gas
			least, res, err = e.b.cfg.State.EstimateGas(ctx, b, msg, o)
			return res, err
		}, func() int { return failureSize(res.Err) })
		switch {
		case err != nil:
			return err
		case errors.Is(res.Err, vm.ErrOutOfGas):
			return rpcerr.Default("gas required exceeds allowance (%d)", msg.GasLimit)
		case res.Err != nil:
			return rpcerr.FromOutcome(res.Err)
		}
		charged, err := e.b.cfg.LeastGas(ctx, b.Number, msg)
		if err != nil {
			return err
		}
		out = hexutil.Uint64(max(least, charged))
		return nil
	})
	return out, err
}

// AccessListResult is the answer to eth_createAccessList.
type AccessListResult struct {
	AccessList types.AccessList `json:"accessList"`
	GasUsed    hexutil.Uint64   `json:"gasUsed"`
	Error      string           `json:"error,omitempty"`
}

// CreateAccessList is eth_createAccessList.
func (e *Eth) CreateAccessList(ctx context.Context, args CallArgs, where *rpc.BlockNumberOrHash,
	accounts *StateOverride) (*AccessListResult, error) {
	b, err := e.b.at(where)
	if err != nil {
		return nil, err
	}
	var out *AccessListResult
	err = e.b.run(ctx, 0, func(ctx context.Context) error {
		msg, o, err := e.message(ctx, b, &args, accounts, nil)
		if err != nil {
			return err
		}
		var list types.AccessList
		var res *evm.Result
		err = e.b.outcome(ctx, msg.GasLimit, func(gas uint64) (_ *evm.Result, err error) {
			msg := msg
			msg.GasLimit = gas
			list, res, err = e.b.cfg.State.AccessList(ctx, b, msg, o)
			return res, err
		}, func() int { return accessListSize(list) })
		if err != nil {
			return err
		}
		out = &AccessListResult{AccessList: list, GasUsed: hexutil.Uint64(res.GasUsed)}
		if res.Err != nil {
			// The words of the machine, without the reason of a revert, as in geth.
			out.Error = res.Err.Error()
			if errors.Is(res.Err, vm.ErrExecutionReverted) {
				out.Error = vm.ErrExecutionReverted.Error()
			}
		}
		return nil
	})
	return out, err
}

// run is expensive for what runs the machine: it waits for the room that an answer of so many bytes takes before, since
// what holds the machine's room waits for no other. What the answer has more is weighed before the machine's room is
// given back.
func (b *Backend) run(ctx context.Context, size int, f func(context.Context) error) error {
	return b.expensive(ctx, func(ctx context.Context) error {
		if err := b.weigh(ctx, size); err != nil {
			return err
		}
		return f(ctx)
	})
}

// grow makes room for an answer of so many bytes of a call that has the room for an empty one. It fails rather than
// waits.
func (b *Backend) grow(ctx context.Context, size int) error {
	if err := b.outsize(size); err != nil {
		return err
	}
	if storedCost*size <= answerCost {
		return nil // That is in what any answer takes.
	}
	return rpcerr.From(admission.Hold(ctx, b.cfg.Pools.Work, b.buildCost(size)-b.buildCost(0)))
}

// reasonSelector is what revert data with a reason in words begins with: that of Error(string).
var reasonSelector = []byte{0x08, 0xc3, 0x79, 0xa0}

// failureSize is what the error of a call takes in an answer, halved as hexadecimal is: the data of a revert, and six
// bytes for each of its reason, which JSON may have to escape.
func failureSize(err error) int {
	revert := (*evm.RevertError)(nil)
	switch {
	case !errors.As(err, &revert):
		return 0
	case bytes.HasPrefix(revert.Data, reasonSelector):
		return 4 * len(revert.Data)
	}
	return len(revert.Data)
}

// accessListSize is what an access list takes in an answer, halved as hexadecimal is: quotes, commas and the names of
// its fields beside what it lists.
func accessListSize(list types.AccessList) int {
	size := 0
	for _, entry := range list {
		size += common.AddressLength + 24 + (common.HashLength+4)*len(entry.StorageKeys)
	}
	return size
}

// message turns arguments into a message for the EVM, and overrides into overrides.
func (e *Eth) message(ctx context.Context, b *view.Block, args *CallArgs, accounts *StateOverride,
	block *BlockOverride) (msg evm.Message, o state.Overrides, err error) {
	if err := e.checkArgs(args); err != nil {
		return msg, o, err
	}
	if o, err = overrides(accounts, block); err != nil {
		return msg, o, err
	}
	price, err := gasPrice(args, b.BaseFee)
	if err != nil {
		return msg, o, err
	}
	value, overflow := uint256.FromBig(bigOrZero(args.Value))
	if overflow {
		return msg, o, rpcerr.New(rpcerr.CodeInvalidParams, "value does not fit 256 bits")
	}
	msg = evm.Message{To: args.To, Value: value, Data: args.input(), AccessList: args.AccessList, GasPrice: price,
		GasLimit: min(e.b.cfg.Limits.CallGas, b.GasLimit)}
	if args.From != nil {
		msg.From = *args.From
	}
	if args.Gas != nil && *args.Gas != 0 {
		msg.GasLimit = min(msg.GasLimit, uint64(*args.Gas))
	}
	if price.IsZero() {
		// No account pays, so there is no base fee either, as on Ethereum's nodes.
		inner := o.Block
		o.Block = func(eb *evm.Block) {
			eb.BaseFee = new(uint256.Int)
			if inner != nil {
				inner(eb)
			}
		}
	}
	return msg, o, e.checkFunds(ctx, b, args, &msg, o)
}

func (e *Eth) checkArgs(args *CallArgs) error {
	switch {
	case args.Data != nil && args.Input != nil && !bytes.Equal(*args.Data, *args.Input):
		return rpcerr.Default(
			`both "data" and "input" are set and not equal. Please use "input" to pass transaction call data`)
	case args.To == nil && len(args.input()) == 0:
		return rpcerr.Default("contract creation without any data provided")
	case args.ChainID != nil && (*big.Int)(args.ChainID).Cmp(new(big.Int).SetUint64(e.b.cfg.ChainID)) != 0:
		return rpcerr.Default("chainId does not match node's (have=%s, want=%d)", (*big.Int)(args.ChainID),
			e.b.cfg.ChainID)
	case len(args.BlobVersionedHashes) > 0 || len(args.AuthorizationList) > 0 || args.Type != nil &&
		*args.Type > types.DynamicFeeTxType:
		return rpcerr.Default("transaction type not supported: this chain has types 0, 1 and 2")
	case args.GasPrice != nil && (args.MaxFeePerGas != nil || args.MaxPriorityFeePerGas != nil):
		return rpcerr.Default("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified")
	}
	return nil
}

func (a *CallArgs) input() []byte {
	switch {
	case a.Input != nil:
		return *a.Input
	case a.Data != nil:
		return *a.Data
	}
	return nil
}

// gasPrice is the price that GASPRICE returns, zero when none is named.
func gasPrice(args *CallArgs, baseFee *big.Int) (*uint256.Int, error) {
	price := bigOrZero(args.GasPrice)
	if args.MaxFeePerGas != nil || args.MaxPriorityFeePerGas != nil {
		limit, tip := bigOrZero(args.MaxFeePerGas), bigOrZero(args.MaxPriorityFeePerGas)
		switch {
		case args.MaxFeePerGas == nil:
			limit = new(big.Int).Add(baseFee, tip)
		case tip.Cmp(limit) > 0:
			return nil, rpcerr.Default(
				"max priority fee per gas higher than max fee per gas: maxPriorityFeePerGas %s, maxFeePerGas %s",
				tip, limit)
		case limit.Sign() > 0 && limit.Cmp(baseFee) < 0:
			return nil, rpcerr.Default("max fee per gas less than block base fee: maxFeePerGas %s, baseFee %s", limit,
				baseFee)
		}
		if limit.Sign() > 0 {
			price = new(big.Int).Add(baseFee, tip)
			if price.Cmp(limit) > 0 {
				price = limit
			}
		}
	}
	out, overflow := uint256.FromBig(price)
	if overflow {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "gas price does not fit 256 bits")
	}
	return out, nil
}

// checkFunds makes sure that the sender has the value of a call, and can pay for one that names a price: with the gas
// it names, or else lowering the gas to what it can pay.
func (e *Eth) checkFunds(ctx context.Context, b *view.Block, args *CallArgs, msg *evm.Message,
	o state.Overrides) error {
	if msg.Value.IsZero() && msg.GasPrice.IsZero() {
		return nil
	}
	balance, err := e.b.cfg.State.Balance(ctx, b, msg.From)
	if err != nil {
		return err
	}
	if a, ok := o.Accounts[msg.From]; ok && a.Balance != nil {
		balance = *a.Balance
	}
	have := balance.ToBig()
	left := new(big.Int).Sub(have, msg.Value.ToBig())
	if left.Sign() < 0 {
		return rpcerr.Default("insufficient funds for transfer: address %s", msg.From)
	}
	if msg.GasPrice.IsZero() {
		return nil
	}
	affordable := new(big.Int).Div(left, msg.GasPrice.ToBig())
	if affordable.Cmp(new(big.Int).SetUint64(msg.GasLimit)) >= 0 {
		return nil
	}
	if args.Gas != nil && *args.Gas != 0 {
		return rpcerr.Default("insufficient funds for gas * price + value: address %s have %s want %s", msg.From, have,
			new(big.Int).Add(msg.Value.ToBig(),
				new(big.Int).Mul(msg.GasPrice.ToBig(), new(big.Int).SetUint64(msg.GasLimit))))
	}
	msg.GasLimit = affordable.Uint64()
	return nil
}

func overrides(accounts *StateOverride, block *BlockOverride) (o state.Overrides, err error) {
	if accounts != nil {
		o.Accounts = make(map[common.Address]state.AccountOverride, len(*accounts))
		for addr, a := range *accounts {
			if a.State != nil && a.StateDiff != nil {
				return o, rpcerr.Default("account %s has both 'state' and 'stateDiff'", addr)
			}
			to := state.AccountOverride{
				State: a.State, StateDiff: a.StateDiff, Nonce: (*uint64)(a.Nonce), Code: (*[]byte)(a.Code),
				MovePrecompileTo: a.MovePrecompileTo,
			}
			if a.Balance != nil {
				to.Balance = state.Saturate((*big.Int)(a.Balance))
			}
			o.Accounts[addr] = to
		}
	}
	if block != nil {
		if block.Number != nil && !(*big.Int)(block.Number).IsUint64() {
			return o, rpcerr.New(rpcerr.CodeInvalidParams, "block number does not fit 64 bits")
		}
		o.Block = block.apply
	}
	return o, nil
}

func (o *BlockOverride) apply(b *evm.Block) {
	if o.Number != nil {
		b.Number = (*big.Int)(o.Number).Uint64()
	}
	if o.Time != nil {
		b.Time = uint64(*o.Time)
	}
	if o.GasLimit != nil {
		b.GasLimit = uint64(*o.GasLimit)
	}
	if o.FeeRecipient != nil {
		b.Coinbase = *o.FeeRecipient
	}
	if o.PrevRandao != nil {
		b.Random = *o.PrevRandao
	}
	if o.BaseFeePerGas != nil {
		b.BaseFee = state.Saturate((*big.Int)(o.BaseFeePerGas))
	}
	if o.BlobBaseFee != nil {
		b.BlobBaseFee = state.Saturate((*big.Int)(o.BlobBaseFee))
	}
}
