package modules

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
)

const (
	// FetchSize is how many transactions the host's pool gives at a time.
	FetchSize = 100
	// minGasLeft is how much gas a batch must have left for another
	// transaction to be tried.
	minGasLeft = 1_000
)

// ScheduleBatch builds a block from the host's pool: the batch, and more that
// fetch gets, as long as the block has room. Transactions that do not fit or
// are not due yet stay in the pool; those that can never be valid are
// rejected.
func (d *Dispatcher) ScheduleBatch(ctx context.Context, tree mkvs.KeyValueTree, block *Block, batch [][]byte, fetch FetchFunc) (*BatchResult, error) {
	return d.build(ctx, tree, block, func(c *Context, out *BatchResult) error {
		s := scheduler{d: d, c: c, out: out, bytesLeft: d.chain.Limits.MaxBatchBytes}
		for len(batch) > 0 {
			full, err := s.add(batch)
			if err != nil || full {
				return err
			}
			if len(batch) < FetchSize {
				return nil // The pool had no more.
			}
			if batch, err = fetch(ctx, hash.NewFromBytes(batch[len(batch)-1]), FetchSize); err != nil {
				// The block is good without what could not be fetched.
				d.logger.WarnContext(ctx, "Fetching more transactions failed", slog.Uint64("round", block.Round), slog.Any("error", err))
				return nil
			}
		}
		return nil
	})
}

// scheduler fills a block.
type scheduler struct {
	d         *Dispatcher
	c         *Context
	out       *BatchResult
	bytesLeft uint64
}

// add runs the transactions that belong in the block. It reports whether the
// block is full.
func (s *scheduler) add(batch [][]byte) (full bool, err error) {
	decoded := s.d.decoder.decodeAll(batch)
	for i := range decoded {
		tx := &decoded[i]
		if s.c.BatchGasLeft() < minGasLeft || len(s.out.Txs) >= int(s.d.chain.Limits.MaxTxsPerRound) {
			return true, nil
		}
		if tx.err != nil {
			s.out.Rejected = append(s.out.Rejected, tx.hash)
			continue
		}
		if tx.tx.AuthInfo.Fee.Gas > s.c.BatchGasLeft() || uint64(len(tx.raw)) > s.bytesLeft {
			continue // Perhaps in the next block.
		}
		admitted, err := s.admit(tx)
		if err != nil {
			return false, err
		}
		if !admitted {
			continue
		}
		result, err := s.d.executeTx(s.c, tx, len(s.out.Txs))
		if err != nil {
			return false, err
		}
		s.out.Txs = append(s.out.Txs, *result)
		s.bytesLeft -= uint64(len(tx.raw))
	}
	return false, nil
}

// admit tries a transaction without running its method, and reports whether it
// belongs in the block.
func (s *scheduler) admit(tx *decodedTx) (bool, error) {
	trial := s.c.discard(ModePreSchedule)
	if err := s.d.authenticate(trial, tx); err != nil {
		failed, abort := s.d.failure(trial, err)
		if abort != nil {
			return false, abort
		}
		if !failed.Is(ErrFutureNonce) {
			s.out.Rejected = append(s.out.Rejected, tx.hash)
		}
		return false, nil
	}
	done, err := s.d.dispatch(trial, tx, len(s.out.Txs), false)
	if err != nil {
		return false, fmt.Errorf("checking transaction %s: %w", tx.hash, err)
	}
	if !done.result.IsSuccess() {
		s.out.Rejected = append(s.out.Rejected, tx.hash)
		return false, nil
	}
	return true, nil
}
