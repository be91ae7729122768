package pool

import (
	"context"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
)

// The words below are those of Ethereum's nodes: wallets and libraries look for them.
var (
	errAlreadyKnown = rpcerr.Default("already known")
	errPoolFull     = rpcerr.Default("txpool is full")

	errReplaceTooCheap = rpcerr.Default(messageReplaceTooCheap)
)

// poolFull is errPoolFull with the reason where it is the client's own.
func poolFull(err error) error {
	if errors.Is(err, admission.ErrShare) {
		return rpcerr.Default("%s: what this client sent and is in no block yet has its share, wait for some of it",
			errPoolFull.Message)
	}
	return errPoolFull
}

const (
	// maxFeeBits is the size of the runtime's amounts.
	maxFeeBits = 128
	// maxAmountBits is the size of Ethereum's amounts. The encoding has no bound, and errors show amounts.
	maxAmountBits = 256
)

// widest is how many bits the largest amount or price of a transaction has.
func widest(tx *types.Transaction) (bits int) {
	for _, n := range []*big.Int{tx.GasPrice(), tx.GasTipCap(), tx.GasFeeCap(), tx.Value()} {
		bits = max(bits, n.BitLen())
	}
	return bits
}

// validate checks what can be told from the transaction alone.
func (p *Pool) validate(rules view.Rules, raw []byte) (*types.Transaction, common.Address, error) {
	fail := func(format string, args ...any) (*types.Transaction, common.Address, error) {
		return nil, common.Address{}, rpcerr.Default(format, args...)
	}
	if limit := p.cfg.MaxTxSize(); len(raw) > limit {
		return fail("oversized data: transaction size %d, limit %d", len(raw), limit)
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return fail("%s", err)
	}
	switch {
	case tx.Type() > types.DynamicFeeTxType:
		return fail("transaction type not supported: type %d, this chain has types 0, 1 and 2", tx.Type())
	case !tx.Protected():
		return fail("only replay-protected (EIP-155) transactions allowed over RPC")
	}
	if most := widest(tx); most > maxAmountBits {
		return fail("an amount or a price has %d bits, at most %d", most, maxAmountBits)
	}
	from, err := rules.Sender(tx)
	if err != nil {
		return fail("invalid sender: %s", err)
	}
	if err := validatePrice(rules, tx); err != nil {
		return nil, common.Address{}, err
	}
	if tx.Gas() > rules.GasLimit {
		return fail("exceeds block gas limit: gas %d, limit %d", tx.Gas(), rules.GasLimit)
	}
	create := tx.To() == nil
	if create && len(tx.Data()) > evm.MaxInitCodeSize {
		return fail("max initcode size exceeded: code size %d, limit %d", len(tx.Data()), evm.MaxInitCodeSize)
	}
	if need, ok := evm.IntrinsicGas(tx.Data(), tx.AccessList(), create); !ok || tx.Gas() < need {
		return fail("intrinsic gas too low: gas %d, minimum needed %d", tx.Gas(), need)
	}
	if tx.Nonce()+1 < tx.Nonce() {
		return fail("nonce has max value")
	}
	return tx, from, nil
}

func validatePrice(rules view.Rules, tx *types.Transaction) error {
	base := rules.BaseFee
	if base == nil {
		base = new(big.Int)
	}
	switch {
	case tx.GasTipCap().Cmp(tx.GasFeeCap()) > 0:
		return rpcerr.Default(
			"max priority fee per gas higher than max fee per gas: maxPriorityFeePerGas %s, maxFeePerGas %s",
			tx.GasTipCap(), tx.GasFeeCap())
	case tx.Type() == types.DynamicFeeTxType && tx.GasFeeCap().Cmp(base) < 0:
		return rpcerr.Default("max fee per gas less than block base fee: maxFeePerGas %s, baseFee %s", tx.GasFeeCap(),
			base)
	case tx.GasPrice().Cmp(base) < 0:
		return rpcerr.Default("transaction underpriced: gas price %s, minimum needed %s", tx.GasPrice(), base)
	case fee(rules, tx).BitLen() > maxFeeBits:
		return rpcerr.Default("insufficient funds for gas * price + value: the fee alone exceeds all that can exist")
	}
	return nil
}

// fee is what the runtime charges for a transaction at first.
func fee(rules view.Rules, tx *types.Transaction) *big.Int {
	return new(big.Int).Mul(chain.EffectivePrice(tx, rules.BaseFee), new(big.Int).SetUint64(tx.Gas()))
}

func insufficientFunds(balance, cost *big.Int) error {
	return rpcerr.Default("insufficient funds for gas * price + value: balance %s, tx cost %s, overshot %s",
		balance, cost, new(big.Int).Sub(cost, balance))
}

// Modules and codes of the refusals that wallets know by other words.
const (
	moduleEVM              = "evm"
	codeGasLimitTooLow     = 5
	moduleCore             = "core"
	codeInvalidNonce       = 4
	codeInsufficientFee    = 5
	codeOutOfGas           = 12
	codeGasPriceTooLow     = 20
	codeOversized          = 23
	codeFutureNonce        = 26
	modulePool             = "txpool"
	messageExpired         = "transaction expired"
	messageDuplicate       = "duplicate transaction"
	messageCheckQueueFull  = "check queue is full"
	messageUnderpriced     = "transaction underpriced"
	messageReplaceTooCheap = "replacement transaction underpriced"
)

// refused tells the node's refusal of a transaction from its being away.
func refused(err error) bool {
	var (
		check   *node.RejectedError
		refusal *node.RefusalError
	)
	return errors.As(err, &check) || errors.As(err, &refusal)
}

// explain puts the node's refusal into the words of Ethereum's nodes.
func (p *Pool) explain(ctx context.Context, rules view.Rules, entry *Pending, err error) error {
	var refused *node.RefusalError
	if errors.As(err, &refused) {
		switch refused.Message {
		case messageDuplicate:
			return errAlreadyKnown
		case messageCheckQueueFull:
			return errPoolFull
		}
		return rpcerr.Default("the node refused the transaction: %s", refused.Message)
	}
	var failed *node.RejectedError
	if !errors.As(err, &failed) {
		return err
	}
	switch failed.Module {
	case modulePool:
		switch failed.Message {
		case messageExpired:
			return p.nonceError(ctx, entry)
		case messageUnderpriced, messageReplaceTooCheap:
			return rpcerr.Default("%s", failed.Message)
		}
	case moduleEVM:
		if failed.Code == codeGasLimitTooLow {
			return rpcerr.Default("intrinsic gas too low: %s", failed.Message)
		}
	case moduleCore:
		switch failed.Code {
		case codeInvalidNonce, codeFutureNonce:
			return p.nonceError(ctx, entry)
		case codeInsufficientFee:
			return p.fundsError(ctx, entry)
		case codeGasPriceTooLow:
			return rpcerr.Default("transaction underpriced: %s", failed.Message)
		case codeOutOfGas:
			return rpcerr.Default("intrinsic gas too low: %s", failed.Message)
		case codeOversized:
			return rpcerr.Default("oversized data: %s", failed.Message)
		}
	}
	return rpcerr.Default("the runtime refused the transaction: %s (module %s, code %d)", failed.Message, failed.Module,
		failed.Code)
}

// nonceError tells a nonce that was used from one that is too far ahead, which the runtime refuses alike.
func (p *Pool) nonceError(ctx context.Context, entry *Pending) error {
	next, err := p.cfg.Chain.Nonce(ctx, entry.From)
	switch {
	case err != nil:
		return rpcerr.Default("nonce too low: tx nonce %d", entry.Tx.Nonce())
	case entry.Tx.Nonce() > next:
		return rpcerr.Default("nonce too high: next nonce %d, tx nonce %d", next, entry.Tx.Nonce())
	}
	return rpcerr.Default("nonce too low: next nonce %d, tx nonce %d", next, entry.Tx.Nonce())
}

func (p *Pool) fundsError(ctx context.Context, entry *Pending) error {
	cost := entry.Tx.Cost()
	balance, err := p.cfg.Chain.Balance(ctx, entry.From)
	if err != nil {
		return rpcerr.Default("insufficient funds for gas * price + value: tx cost %s", cost)
	}
	return insufficientFunds(balance, cost)
}
