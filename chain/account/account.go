// Package account sends transactions from one key: it keeps the nonce, estimates gas, signs, waits until the
// transaction is final, and says in the contract's own words why a call was refused.
package account

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/contracts/solidity"
)

// ErrGasPrice comes when the chain asks more for gas than the account pays.
var ErrGasPrice = errors.New("the chain's gas price is too high")

// ErrNotSent comes when a transaction was given up before it was sent: nothing of it is, or can come, on record.
var ErrNotSent = errors.New("nothing was sent")

// notSentError is a cause of ErrNotSent, in its own words.
type notSentError struct{ error }

func (e notSentError) Unwrap() error        { return e.error }
func (e notSentError) Is(target error) bool { return target == ErrNotSent }

// Backend is what an account needs of a chain; go-ethereum's ethclient.Client has it.
type Backend interface {
	PendingNonceAt(ctx context.Context, account common.Address) (uint64, error)
	NonceAt(ctx context.Context, account common.Address, block *big.Int) (uint64, error)
	SuggestGasPrice(ctx context.Context) (*big.Int, error)
	EstimateGas(ctx context.Context, msg ethereum.CallMsg) (uint64, error)
	CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Account sends transactions. It is safe for concurrent use, and is the only one that should send from its key: a nonce
// that another program uses makes a transaction fail.
type Account struct {
	// Patience is how long Wait bears with a chain that does not answer; zero is half a minute. A program that runs for
	// long has more than a command that a person waits for.
	Patience time.Duration
	// MaxGasPrice is the most that is paid for a unit of gas; nil is whatever the chain asks. A program that talks to a
	// node which it does not trust has a limit: the node names the price.
	MaxGasPrice *big.Int
	// GasMargin is gas beyond the estimate and its quarter, for calls that may need more by the time they are in a
	// block. What is not used is not paid.
	GasMargin uint64

	backend Backend
	key     *ecdsa.PrivateKey
	address common.Address
	signer  types.Signer

	mu    sync.Mutex
	nonce uint64
	known bool // nonce is the next to use
}

// New returns the account of a key on the chain with the given id.
func New(backend Backend, chainID uint64, key *ecdsa.PrivateKey) *Account {
	return &Account{
		backend: backend, key: key, address: crypto.PubkeyToAddress(key.PublicKey),
		signer: types.LatestSignerForChainID(new(big.Int).SetUint64(chainID)),
	}
}

// Address is the account's address.
func (a *Account) Address() common.Address { return a.address }

// sendAttempts bounds how often Send loses the nonce to another program: a key should not be shared.
const sendAttempts = 3

// Send sends a call, or with a nil recipient creates a contract, and returns its receipt when it is final. When the
// contract refuses, the error wraps a *solidity.Error; nothing was changed then but, at most, the nonce.
//
// A transaction that another one of the key keeps from ever being final, such as one that this program sent before a
// crash, is made anew: the call happens at most once all the same.
func (a *Account) Send(ctx context.Context, to *common.Address, value *big.Int, input []byte) (*types.Receipt, error) {
	var (
		tx      *types.Transaction
		receipt *types.Receipt
		err     error
	)
	for range sendAttempts {
		if tx, err = a.Submit(ctx, to, value, input); err != nil {
			return nil, err
		}
		if receipt, err = a.Wait(ctx, tx); !errors.Is(err, ErrLost) {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("transaction %s failed in round %d: %w", tx.Hash(), receipt.BlockNumber,
			a.reason(ctx, tx, receipt))
	}
	return receipt, nil
}

// Submit signs and sends a call without waiting for it. Gas is estimated first, so most refusals show before anything
// is sent: these are ErrNotSent.
func (a *Account) Submit(ctx context.Context, to *common.Address, value *big.Int,
	input []byte) (*types.Transaction, error) {
	gas, err := a.EstimateGas(ctx, to, value, input)
	if err != nil {
		return nil, notSentError{err}
	}
	return a.SubmitWithGas(ctx, to, value, input, gas)
}

// EstimateGas returns how much gas a call needs, with a margin: the state may move between the estimate and the block.
// When the contract would refuse, the error wraps a *solidity.Error.
func (a *Account) EstimateGas(ctx context.Context, to *common.Address, value *big.Int, input []byte) (uint64, error) {
	price, err := a.gasPrice(ctx)
	if err != nil {
		return 0, err
	}
	if value == nil {
		value = new(big.Int)
	}
	gas, err := a.backend.EstimateGas(ctx, ethereum.CallMsg{From: a.address, To: to, Value: value, Data: input,
		GasPrice: price})
	if err != nil {
		return 0, a.decode("estimating gas", a.funds(ctx, value, price, err))
	}
	return gas + gas/4 + a.GasMargin, nil
}

// SubmitWithGas is Submit for a caller who knows how much gas the call may use.
func (a *Account) SubmitWithGas(ctx context.Context, to *common.Address, value *big.Int, input []byte,
	gas uint64) (*types.Transaction, error) {
	price, err := a.gasPrice(ctx)
	if err != nil {
		return nil, notSentError{err}
	}
	if value == nil {
		value = new(big.Int)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.known {
		if a.nonce, err = a.backend.PendingNonceAt(ctx, a.address); err != nil {
			return nil, notSentError{fmt.Errorf("asking for the nonce of %s: %w", a.address, err)}
		}
	}
	tx, err := types.SignNewTx(a.key, a.signer,
		&types.LegacyTx{Nonce: a.nonce, GasPrice: price, Gas: gas, To: to, Value: value, Data: input})
	if err != nil {
		return nil, fmt.Errorf("signing a transaction of %s: %w", a.address, err)
	}
	// A chain that went away may have taken it all the same: Wait finds out, and sends it again.
	if err := a.backend.SendTransaction(ctx, tx); err != nil && !unavailable(err) {
		a.known = false // ask again: the chain knows better
		return nil, a.decode("sending a transaction of "+a.address.Hex(), a.funds(ctx, value, price, err))
	}
	a.nonce, a.known = a.nonce+1, true
	return tx, nil
}

// gasPrice asks for the price of gas.
func (a *Account) gasPrice(ctx context.Context) (*big.Int, error) {
	price, err := a.backend.SuggestGasPrice(ctx)
	if err != nil {
		return nil, fmt.Errorf("asking for the gas price: %w", err)
	}
	if a.MaxGasPrice != nil && price.Cmp(a.MaxGasPrice) > 0 {
		return nil, fmt.Errorf("%w: %s, at most %s is paid", ErrGasPrice, price, a.MaxGasPrice)
	}
	return price, nil
}

// forget has the next transaction ask for the nonce.
func (a *Account) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.known = false
}

// reason finds out why a transaction failed, by calling again what it called.
func (a *Account) reason(ctx context.Context, tx *types.Transaction, receipt *types.Receipt) error {
	_, err := a.backend.CallContract(ctx, ethereum.CallMsg{
		From: a.address, To: tx.To(), Value: tx.Value(), Data: tx.Data(), Gas: tx.Gas(),
	}, receipt.BlockNumber)
	if err == nil {
		return errors.New("it would succeed now; send it again")
	}
	return a.decode("calling again", err)
}

// Reverter is an error that carries revert data; errors of go-ethereum's rpc clients do so as rpc.DataError.
type Reverter interface{ RevertData() []byte }

// decode turns an error with revert data into the contract's refusal.
func (a *Account) decode(what string, err error) error {
	if data, ok := RevertData(err); ok {
		return solidity.DecodeError(data)
	}
	return fmt.Errorf("%s: %w", what, err)
}

// RevertData returns the revert data that an error carries, and false when it carries none.
func RevertData(err error) ([]byte, bool) {
	var own Reverter
	if errors.As(err, &own) {
		return own.RevertData(), true
	}
	var remote rpc.DataError
	if errors.As(err, &remote) {
		if text, ok := remote.ErrorData().(string); ok {
			if data, err := hexutil.Decode(text); err == nil {
				return data, true
			}
		}
	}
	return nil, false
}
