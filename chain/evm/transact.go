package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain"
)

// SendTransaction hands a transaction to the node and returns when the runtime has checked it. It returns a
// *chain.RejectedError when the runtime refuses it.
//
// From then on the backend watches over it: whenever its receipt is asked for and it is nowhere, it is sent again.
func (b *Backend) SendTransaction(ctx context.Context, tx *ethtypes.Transaction) error {
	from, err := ethtypes.Sender(ethtypes.LatestSignerForChainID(new(big.Int).SetUint64(b.chainID)), tx)
	if err != nil {
		return fmt.Errorf("sending transaction %s: it is not signed for chain %d: %w", tx.Hash(), b.chainID, err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return fmt.Errorf("encoding transaction %s: %w", tx.Hash(), err)
	}
	if _, err := b.seen.start(ctx); err != nil {
		return err
	}
	wrapped := chain.WrapEthereum(raw)
	// It may be final before the call returns.
	b.seen.add(tx, wrapped, from)
	err = b.chain.SubmitNoWait(ctx, wrapped)
	var rejected *chain.RejectedError
	if errors.As(err, &rejected) {
		b.seen.drop(tx.Hash())
	}
	return err
}

// TransactionReceipt returns the receipt of a transaction, or ethereum.NotFound when it is not final yet or too old.
func (b *Backend) TransactionReceipt(ctx context.Context, hash common.Hash) (*ethtypes.Receipt, error) {
	if r := b.seen.receipt(hash); r != nil {
		return r, nil
	}
	if err := b.seen.read(ctx); err != nil {
		return nil, err
	}
	if r := b.seen.receipt(hash); r != nil {
		return r, nil
	}
	var rejected *chain.RejectedError
	if err := b.seen.resend(ctx, hash); err != nil && !errors.As(err, &rejected) {
		return nil, err
	}
	return nil, ethereum.NotFound
}

// WaitReceipt returns the receipt of a transaction once it is final.
func (b *Backend) WaitReceipt(ctx context.Context, hash common.Hash) (*ethtypes.Receipt, error) {
	// A round that ends before the first look is then looked at.
	for _, err := range b.chain.Blocks(ctx, chain.RoundLatest) {
		if err != nil {
			return nil, fmt.Errorf("waiting for transaction %s: %w", hash, err)
		}
		r, err := b.TransactionReceipt(ctx, hash)
		var unreachable *chain.UnreachableError
		switch {
		case err == nil:
			return r, nil
		case !errors.Is(err, ethereum.NotFound) && !errors.As(err, &unreachable):
			return nil, fmt.Errorf("waiting for transaction %s: %w", hash, err)
		}
	}
	return nil, fmt.Errorf("waiting for transaction %s: %w", hash, ctx.Err())
}

// TransactionByHash returns a transaction that this backend has sent and that is pending, or one that is recent.
func (b *Backend) TransactionByHash(ctx context.Context,
	hash common.Hash) (tx *ethtypes.Transaction, pending bool, err error) {
	r, err := b.TransactionReceipt(ctx, hash)
	switch {
	case errors.Is(err, ethereum.NotFound):
		if s, ok := b.seen.lookup(hash); ok {
			return s.tx, true, nil
		}
		return nil, false, ethereum.NotFound
	case err != nil:
		return nil, false, err
	}
	transactions, err := b.chain.Transactions(ctx, r.BlockNumber.Uint64())
	if err != nil {
		return nil, false, err
	}
	for _, t := range transactions {
		if h, ok := t.EthereumHash(); ok && h == hash {
			return t.Ethereum, false, nil
		}
	}
	return nil, false, ethereum.NotFound
}
