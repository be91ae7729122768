package chain

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain/node"
)

// stallAfter is how long Submit relies on the node to report a transaction before it looks into the blocks itself. The
// node forgets whom to tell when it restarts, and may miss a transaction that becomes final at once.
const stallAfter = 3 * time.Second

// Receipt says where a transaction is and what became of it.
type Receipt struct {
	// Hash is the hash of the transaction as submitted.
	Hash hash.Hash
	// Round is the block that it is in, and Index its place there in the order of execution.
	Round uint64
	Index int
	// Result is the result of the call.
	Result types.CallResult
}

// Err is nil if the call succeeded and a *FailedError otherwise.
func (r *Receipt) Err() error {
	if f := r.Result.Failed; f != nil {
		return &FailedError{Module: f.Module, Code: f.Code, Message: f.Message, Round: r.Round}
	}
	return nil
}

// Submit submits a transaction and returns when it is final. A call that failed is final as well: see Receipt.Err.
//
// It returns a *RejectedError when the runtime refuses the transaction; it is in no block then. If the node is there at
// first, Submit goes on whatever happens to the node meanwhile, until the transaction is final, is refused, or the
// context ends. Because of its nonce a transaction that is submitted again executes at most once. When the context ends
// first, SubmitSince or WaitFinal finds out later what became of it.
func (c *Client) Submit(ctx context.Context, raw []byte) (*Receipt, error) {
	latest, err := c.LatestRound(ctx)
	if err != nil {
		return nil, fmt.Errorf("submitting a transaction: %w", err)
	}
	return c.submit(ctx, raw, latest+1, false)
}

// SubmitSince is Submit for a transaction that may have been submitted before: it may be in any block from that round
// on, and is then not executed again.
func (c *Client) SubmitSince(ctx context.Context, raw []byte, round uint64) (*Receipt, error) {
	return c.submit(ctx, raw, round, true)
}

func (c *Client) submit(ctx context.Context, raw []byte, from uint64, submittedBefore bool) (*Receipt, error) {
	s := submission{c: c, raw: raw, id: hash.NewFromBytes(raw), next: from, mayBePending: submittedBefore}
	receipt, err := s.run(ctx)
	if err != nil {
		return nil, fmt.Errorf("submitting transaction %s: %w", s.id, err)
	}
	return receipt, nil
}

// maxRefusals is how often the runtime must refuse a transaction that may be in a block already before it is believed:
// the nonce is used before the block can be read.
const maxRefusals = 4

// submission is one transaction on its way.
type submission struct {
	c   *Client
	raw []byte
	id  hash.Hash
	// next is the first round that was not searched yet.
	next uint64
	// mayBePending is set once an attempt may have reached the runtime.
	mayBePending bool
}

func (s *submission) run(ctx context.Context) (*Receipt, error) {
	var refusals int
	for pauses := newPauses(); ; {
		receipt, err := s.c.attempt(ctx, s.raw, s.id)
		if receipt != nil {
			return receipt, nil
		}
		var rejected *RejectedError
		refused := errors.As(err, &rejected)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case refused && !s.mayBePending:
			return nil, err
		case !refused && err != nil && !retryable(err):
			return nil, err
		}
		receipt, searchErr := s.search(ctx)
		switch {
		case receipt != nil:
			return receipt, nil
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case searchErr != nil && !retryable(searchErr):
			return nil, searchErr
		case refused && searchErr == nil:
			if refusals++; refusals == maxRefusals {
				return nil, err
			}
		}
		s.mayBePending = true
		if err := pauses.Wait(ctx); err != nil {
			return nil, err
		}
	}
}

// search looks for the transaction in the blocks that have become final since it last did.
func (s *submission) search(ctx context.Context) (*Receipt, error) {
	latest, err := s.c.LatestRound(ctx)
	if err != nil {
		return nil, err
	}
	for ; s.next <= latest; s.next++ {
		if receipt, err := s.c.find(ctx, s.next, s.id); receipt != nil || err != nil {
			return receipt, err
		}
	}
	return nil, nil
}

// attempt submits once and waits a bounded time for the node's report. It returns neither a receipt nor an error when
// the node accepts the transaction but says nothing in time.
func (c *Client) attempt(ctx context.Context, raw []byte, id hash.Hash) (*Receipt, error) {
	waiting, cancel := context.WithTimeout(ctx, stallAfter)
	defer cancel()
	meta, err := c.runtime.SubmitTxMeta(waiting, &runtime.SubmitTxRequest{RuntimeID: c.runtimeID, Data: raw})
	switch {
	case err != nil && waiting.Err() != nil:
		return nil, ctx.Err()
	case err != nil && node.IsDuplicate(err):
		return nil, nil // the pool has it already
	case err != nil:
		return nil, c.wrap(ctx, "handing it to the node", err)
	case meta.CheckTxError != nil:
		return nil, &RejectedError{Module: meta.CheckTxError.Module, Code: meta.CheckTxError.Code,
			Message: meta.CheckTxError.Message}
	}
	receipt := &Receipt{Hash: id, Round: meta.Round, Index: int(meta.BatchOrder)}
	if err := cbor.Unmarshal(meta.Output, &receipt.Result); err != nil {
		return nil, fmt.Errorf("decoding the result: %w", err)
	}
	return receipt, nil
}

// WaitFinal returns the receipt of a transaction once it is in a block, searching from a round on.
func (c *Client) WaitFinal(ctx context.Context, id hash.Hash, from uint64) (*Receipt, error) {
	for b, err := range c.Blocks(ctx, from) {
		if err != nil {
			return nil, fmt.Errorf("waiting for transaction %s: %w", id, err)
		}
		if b.Header.IORoot.IsEmpty() {
			continue
		}
		for pauses := newPauses(); ; {
			receipt, err := c.find(ctx, b.Header.Round, id)
			if receipt != nil {
				return receipt, nil
			}
			if err == nil {
				break
			}
			if !retryable(err) {
				return nil, fmt.Errorf("waiting for transaction %s: %w", id, err)
			}
			if err := pauses.Wait(ctx); err != nil {
				return nil, fmt.Errorf("waiting for transaction %s: %w", id, err)
			}
		}
	}
	return nil, fmt.Errorf("waiting for transaction %s: %w", id, errStreamEnded)
}

// find returns the receipt of a transaction if it is in that round, and nil if it is not.
func (c *Client) find(ctx context.Context, round uint64, id hash.Hash) (*Receipt, error) {
	transactions, err := c.Transactions(ctx, round)
	if err != nil {
		return nil, err
	}
	for _, t := range transactions {
		if t.Hash == id {
			return &Receipt{Hash: id, Round: round, Index: t.Index, Result: t.Result}, nil
		}
	}
	return nil, nil
}

// SubmitNoWait hands a transaction to the node and returns when the runtime has checked it. It returns a *RejectedError
// when the runtime refuses it.
func (c *Client) SubmitNoWait(ctx context.Context, raw []byte) error {
	err := c.runtime.SubmitTxNoWait(ctx, &runtime.SubmitTxRequest{RuntimeID: c.runtimeID, Data: raw})
	switch {
	case err == nil, node.IsDuplicate(err):
		return nil
	default:
		if rejected, ok := node.Rejection(err); ok {
			err = rejected
		}
	}
	return c.wrap(ctx, fmt.Sprintf("submitting transaction %s", hash.NewFromBytes(raw)), err)
}
