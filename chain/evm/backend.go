// Package evm is an Ethereum client over a node's own socket: what go-ethereum's bindings need to call contracts, send
// transactions and wait for them, without a gateway.
//
// It is the small brother of the gateway and keeps no index. Receipts are found for transactions that this backend has
// sent, and for those of the last few hundred rounds; logs are read round by round, which suits short ranges. The node
// is taken at its word, as in package chain.
//
// The number of a block is the round, its hash the hash of the runtime's header. Blocks are final when they appear.
package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	oasiserrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/events"
)

// callGas is the gas of a call that names none. The runtime lowers it to what a round may use.
const callGas = 1 << 40

// Backend is an Ethereum client. It is safe for concurrent use.
type Backend struct {
	chain   *chain.Client
	chainID uint64
	seen    *index
}

var _ bind.Backend = (*Backend)(nil)

// New returns a backend on a connection, for the EVM with that chain ID.
func New(c *chain.Client, chainID uint64) *Backend {
	return &Backend{chain: c, chainID: chainID, seen: newIndex(c)}
}

// RevertError comes when a contract has reverted a call.
type RevertError struct {
	// Data is what the contract reverted with.
	Data []byte
}

// Error says why, when the contract did so in one of Solidity's own ways.
func (e *RevertError) Error() string {
	if reason, err := abi.UnpackRevert(e.Data); err == nil {
		return "execution reverted: " + reason
	}
	return "execution reverted"
}

// RevertData returns what the contract reverted with.
func (e *RevertError) RevertData() []byte { return e.Data }

// ErrorCode implements rpc.Error with Ethereum's code.
func (e *RevertError) ErrorCode() int { return 3 }

// ErrorData implements rpc.DataError.
func (e *RevertError) ErrorData() any { return hexutil.Encode(e.Data) }

// revert turns the runtime's error for a revert into a *RevertError.
func revert(err error) error {
	module, code := oasiserrors.Code(err)
	if data, ok := events.RevertData(module, code, err.Error()); ok {
		return &RevertError{Data: data}
	}
	return err
}

// ChainID returns the EVM's chain ID.
func (b *Backend) ChainID(context.Context) (*big.Int, error) {
	return new(big.Int).SetUint64(b.chainID), nil
}

// BlockNumber returns the newest round.
func (b *Backend) BlockNumber(ctx context.Context) (uint64, error) {
	return b.chain.LatestRound(ctx)
}

// round is what a block number stands for: nil and Ethereum's words for recent blocks (negative) are the newest.
func round(number *big.Int) (uint64, error) {
	switch {
	case number == nil || number.Sign() < 0:
		return chain.RoundLatest, nil
	case !number.IsUint64():
		return 0, fmt.Errorf("there is no block %s", number)
	}
	return number.Uint64(), nil
}

// HeaderByNumber returns the header of a round. Fields that Ethereum has and the runtime does not are empty.
func (b *Backend) HeaderByNumber(ctx context.Context, number *big.Int) (*ethtypes.Header, error) {
	r, err := round(number)
	if err != nil {
		return nil, err
	}
	block, err := b.chain.Block(ctx, r)
	if errors.Is(err, chain.ErrNotFound) {
		return nil, fmt.Errorf("fetching the header of block %s: %w", number, ethereum.NotFound)
	} else if err != nil {
		return nil, err
	}
	price, err := b.SuggestGasPrice(ctx)
	if err != nil {
		return nil, err
	}
	return &ethtypes.Header{
		ParentHash: common.Hash(block.Header.PreviousHash),
		Root:       common.Hash(block.Header.StateRoot),
		Number:     new(big.Int).SetUint64(block.Header.Round),
		Time:       uint64(block.Header.Timestamp),
		Difficulty: new(big.Int),
		BaseFee:    price,
	}, nil
}

// BalanceAt returns the balance of an account.
func (b *Backend) BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error) {
	r, err := round(number)
	if err != nil {
		return nil, err
	}
	balance, err := b.chain.EVM().Balance(ctx, r, account[:])
	if err != nil {
		return nil, fmt.Errorf("asking for the balance of %s: %w", account, err)
	}
	return balance.ToBigInt(), nil
}

// NonceAt returns the nonce of an account.
func (b *Backend) NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error) {
	r, err := round(number)
	if err != nil {
		return 0, err
	}
	nonce, err := b.chain.Accounts().Nonce(ctx, r, chain.AddressOf(account))
	if err != nil {
		return 0, fmt.Errorf("asking for the nonce of %s: %w", account, err)
	}
	return nonce, nil
}

// PendingNonceAt returns the nonce of an account after the transactions that this backend has sent from it and that are
// not final yet.
func (b *Backend) PendingNonceAt(ctx context.Context, account common.Address) (uint64, error) {
	nonce, err := b.NonceAt(ctx, account, nil)
	if err != nil {
		return 0, err
	}
	return b.seen.nonceAfter(account, nonce), nil
}

// CodeAt returns the code of a contract.
func (b *Backend) CodeAt(ctx context.Context, contract common.Address, number *big.Int) ([]byte, error) {
	r, err := round(number)
	if err != nil {
		return nil, err
	}
	code, err := b.chain.EVM().Code(ctx, r, contract[:])
	if err != nil {
		return nil, fmt.Errorf("asking for the code of %s: %w", contract, err)
	}
	return code, nil
}

// PendingCodeAt is CodeAt for the newest round: there is no later state to look at.
func (b *Backend) PendingCodeAt(ctx context.Context, account common.Address) ([]byte, error) {
	return b.CodeAt(ctx, account, nil)
}

// StorageAt returns a word of a contract's storage.
func (b *Backend) StorageAt(ctx context.Context, contract common.Address, slot common.Hash,
	number *big.Int) ([]byte, error) {
	r, err := round(number)
	if err != nil {
		return nil, err
	}
	word, err := b.chain.EVM().Storage(ctx, r, contract[:], slot[:])
	if err != nil {
		return nil, fmt.Errorf("asking for a storage word of %s: %w", contract, err)
	}
	return word, nil
}

// CallContract runs a call on the state of a round. It returns a *RevertError if the contract reverts.
func (b *Backend) CallContract(ctx context.Context, call ethereum.CallMsg, number *big.Int) ([]byte, error) {
	r, err := round(number)
	if err != nil {
		return nil, err
	}
	query := evm.SimulateCallQuery{
		GasPrice: word(call.GasPrice), GasLimit: call.Gas, Caller: call.From[:], Value: word(call.Value),
		Data: call.Data,
	}
	if query.GasLimit == 0 {
		query.GasLimit = callGas
	}
	if call.To != nil {
		query.Address = call.To[:]
	}
	if query.Data == nil {
		query.Data = []byte{}
	}
	var result []byte
	if err := b.chain.Query(ctx, r, "evm.SimulateCall", query, &result); err != nil {
		return nil, revert(err)
	}
	return result, nil
}

// EstimateGas returns how much gas a call needs on the newest state, or a *RevertError if the contract reverts.
func (b *Backend) EstimateGas(ctx context.Context, call ethereum.CallMsg) (uint64, error) {
	var tx *types.Transaction
	if call.To == nil {
		tx = evm.NewCreateTx(nil, &evm.Create{Value: word(call.Value), InitCode: notNil(call.Data)})
	} else {
		tx = evm.NewCallTx(nil, &evm.Call{Address: call.To[:], Value: word(call.Value), Data: notNil(call.Data)})
	}
	tx.AuthInfo.Fee.Gas = call.Gas
	from := [20]byte(call.From)
	gas, err := b.chain.Core().EstimateGasForCaller(ctx, chain.RoundLatest, types.CallerAddress{EthAddress: &from}, tx,
		true)
	if err != nil {
		return 0, revert(fmt.Errorf("estimating gas: %w", err))
	}
	// Generous: what the list saves is not counted.
	list := uint64(len(call.AccessList))*params.TxAccessListAddressGas +
		uint64(call.AccessList.StorageKeys())*params.TxAccessListStorageKeyGas
	return gas + list, nil
}

// SuggestGasPrice returns the least price that the runtime takes. There is no market above it.
func (b *Backend) SuggestGasPrice(ctx context.Context) (*big.Int, error) {
	price, err := b.seen.start(ctx)
	if err != nil {
		return nil, err
	}
	return new(big.Int).Set(price), nil
}

// SuggestGasTipCap returns zero: a tip buys nothing.
func (b *Backend) SuggestGasTipCap(context.Context) (*big.Int, error) {
	return new(big.Int), nil
}

// word is a number as the EVM module's messages have it.
func word(n *big.Int) []byte {
	if n == nil {
		return make([]byte, 32)
	}
	return common.LeftPadBytes(n.Bytes(), 32)
}

func notNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
