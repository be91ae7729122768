package account

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
)

// FundsError comes when an account cannot pay for a transaction: its gas, and what it sends.
type FundsError struct {
	Account common.Address
	Balance *big.Int // base units
	Cause   error    // what the chain said
}

// Error implements error.
func (e *FundsError) Error() string {
	if e.Balance.Sign() == 0 {
		return fmt.Sprintf("account %s has no funds", e.Account)
	}
	return fmt.Sprintf("account %s has %s base units, too little for the transaction and its gas", e.Account, e.Balance)
}

// Unwrap returns what the chain said.
func (e *FundsError) Unwrap() error { return e.Cause }

// Hint says what to do.
func (e *FundsError) Hint() string {
	return "send it funds, or name another account's key with --key: on a local network dev:0 to dev:19 have some; " +
		"elsewhere the network's operator tells where to get them"
}

// balances is a backend that tells what an account has; go-ethereum's ethclient.Client does.
type balances interface {
	BalanceAt(ctx context.Context, account common.Address, block *big.Int) (*big.Int, error)
}

// funds returns a FundsError when a failure comes of too little money, and otherwise the failure. Chains say so in many
// words, of which the commonest speak of gas alone.
func (a *Account) funds(ctx context.Context, value, price *big.Int, failure error) error {
	known, ok := a.backend.(balances)
	if _, refused := RevertData(failure); refused || !ok || unavailable(failure) {
		return failure
	}
	balance, err := known.BalanceAt(ctx, a.address, nil)
	if err != nil {
		return errors.Join(failure, fmt.Errorf("asking for the balance of %s: %w", a.address, err))
	}
	left := new(big.Int).Sub(balance, value)
	if price.Sign() > 0 {
		left.Quo(left, price) // how much gas it pays for
	}
	said := failure.Error()
	if left.Sign() < 0 || price.Sign() > 0 && left.Cmp(new(big.Int).SetUint64(params.TxGas)) < 0 ||
		strings.Contains(said, "insufficient funds") || strings.Contains(said, fmt.Sprintf("allowance (%s)", left)) {
		return &FundsError{Account: a.address, Balance: balance, Cause: failure}
	}
	return failure
}
