package modules

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/runtime/state"
)

const (
	// FetchSize is how many transactions the host's pool gives at a time.
	FetchSize = 100
	// minGasLeft is how much gas a batch must have left for another transaction.
	minGasLeft = 1_000
	// maxEventBytes is how many bytes of events a block may have and still take another transaction. Gas alone would
	// let a block have 25 MB, which all who read it hold many times over.
	maxEventBytes = 8 << 20
)

// ScheduleBatch builds a block from the host's pool: the batch, and more that fetch gets, as long as the block has
// room. Transactions that do not fit or are not due yet stay in the pool; those that can never be valid are rejected.
func (d *Dispatcher) ScheduleBatch(ctx context.Context, tree mkvs.KeyValueTree, block *Block, batch [][]byte,
	fetch FetchFunc) (*BatchResult, error) {
	return d.build(ctx, tree, block, func(b *builder) error {
		for len(batch) > 0 {
			full, err := b.schedule(batch)
			if err != nil || full {
				return err
			}
			if len(batch) < FetchSize {
				return nil // The pool had no more.
			}
			if batch, err = fetch(ctx, hash.NewFromBytes(batch[len(batch)-1]), FetchSize); err != nil {
				// The block is good without what could not be fetched.
				d.logger.WarnContext(ctx, "Fetching more transactions failed", slog.Uint64("round", block.Round),
					slog.Any("error", err))
				return nil
			}
		}
		return nil
	})
}

// ExecuteBatch runs a batch that another node proposed. What [ScheduleBatch] would not have put into the block is the
// proposer's fault and an error: the node must not vote for the batch.
func (d *Dispatcher) ExecuteBatch(ctx context.Context, tree mkvs.KeyValueTree, block *Block,
	batch [][]byte) (*BatchResult, error) {
	return d.build(ctx, tree, block, func(b *builder) error {
		decoded := d.decoder.decodeAll(batch)
		for i := range decoded {
			if err := b.verify(&decoded[i]); err != nil {
				return fmt.Errorf("transaction %d of the batch, %s: %w", i, decoded[i].hash, err)
			}
		}
		return nil
	})
}

// builder fills a block. The node that proposes it and the nodes that verify it ask the same questions of every
// transaction: has the block room, does the transaction fit, is it admitted.
type builder struct {
	d         *Dispatcher
	c         *Context
	out       *BatchResult
	bytesLeft uint64
	// eventBytes is how many bytes the events so far have.
	eventBytes int
}

// full returns nil while the block has room for another transaction, whatever that is.
func (b *builder) full() *Error {
	limits := &b.d.chain.Limits
	switch left := b.c.BatchGasLeft(); {
	case left < minGasLeft:
		return ErrBatchOutOfGas.Withf("%d left, another transaction takes %d", left, minGasLeft)
	case len(b.out.Txs) >= int(limits.MaxTxsPerRound):
		return ErrBatchTooLarge.Withf("more than %d transactions", limits.MaxTxsPerRound)
	case b.eventBytes > maxEventBytes:
		return ErrBatchTooLarge.Withf("more than %d bytes of events", maxEventBytes)
	}
	return nil
}

// fits returns nil when the transaction fits what is left of the block. A transaction gets all the gas that it names or
// is not in the block.
func (b *builder) fits(tx *decodedTx) *Error {
	gas, left := tx.tx.AuthInfo.Fee.Gas, b.c.BatchGasLeft()
	switch {
	case gas > left:
		return ErrBatchOutOfGas.Withf("gas limit %d, %d left", gas, left)
	case uint64(len(tx.raw)) > b.bytesLeft:
		return ErrBatchTooLarge.Withf("%d bytes, %d left", len(tx.raw), b.bytesLeft)
	}
	return nil
}

// admit tries a transaction without running its method. refused says why it does not belong in the block; err ends the
// batch.
func (b *builder) admit(tx *decodedTx) (refused *Error, err error) {
	trial := b.c.discard(ModePreSchedule)
	if err := b.d.authenticate(trial, tx); err != nil {
		return b.d.failure(trial, err)
	}
	done, err := b.d.dispatch(trial, tx, len(b.out.Txs), false)
	if err != nil {
		return nil, fmt.Errorf("checking transaction %s: %w", tx.hash, err)
	}
	return done.result.Failed, nil
}

// take adds a transaction that was run to the block.
func (b *builder) take(tx *decodedTx, done *dispatched) {
	b.out.Txs = append(b.out.Txs, done.txResult(tx))
	b.bytesLeft -= uint64(len(tx.raw))
	for i := range done.tags {
		b.eventBytes += len(done.tags[i].Key) + len(done.tags[i].Value)
	}
}

// schedule runs the transactions that belong in the block. It reports whether the block is full.
func (b *builder) schedule(batch [][]byte) (full bool, err error) {
	decoded := b.d.decoder.decodeAll(batch)
	for i := range decoded {
		tx := &decoded[i]
		if b.full() != nil {
			return true, nil
		}
		if tx.err != nil {
			b.out.Rejected = append(b.out.Rejected, tx.hash)
			continue
		}
		if b.fits(tx) != nil {
			continue // Perhaps in the next block.
		}
		refused, err := b.admit(tx)
		if err != nil {
			return false, err
		}
		if refused != nil {
			if !refused.Is(ErrFutureNonce) {
				b.out.Rejected = append(b.out.Rejected, tx.hash)
			}
			continue
		}
		done, err := b.d.dispatch(b.c, tx, len(b.out.Txs), true)
		if err != nil {
			return false, fmt.Errorf("transaction %s: %w", tx.hash, err)
		}
		b.take(tx, done)
	}
	return false, nil
}

// verify runs a transaction of a proposed block, or returns an error that ends the batch when the transaction has no
// place in it.
//
// What a check refuses, execution refuses as well (see [Context.IsCheckOnly]), so that only a transaction that failed
// has to be tried: on the state from before it, which the overlay keeps.
func (b *builder) verify(tx *decodedTx) error {
	if tx.err != nil {
		return ErrMalformedTransactionInBatch.With(tx.err)
	}
	if refused := b.full(); refused != nil {
		return refused
	}
	if refused := b.fits(tx); refused != nil {
		return refused
	}
	after := *b.c
	after.store = state.NewOverlay(b.c.store)
	done, err := b.d.dispatch(&after, tx, len(b.out.Txs), true)
	if err != nil {
		return err
	}
	if !done.result.IsSuccess() {
		refused, err := b.admit(tx)
		if err != nil {
			return err
		}
		if refused != nil {
			return &refusedError{refused}
		}
	}
	if err := after.store.Commit(b.c.ctx); err != nil {
		return err
	}
	b.c.events, b.c.unconditional = after.events, after.unconditional
	b.take(tx, done)
	return nil
}
