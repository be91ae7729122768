package pool

import (
	"context"
	"errors"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
)

// A node of Oasis Core 26.1 answers that it took a transaction when the runtime's check passed, also when its pool then
// refuses to queue it: because another transaction of the same nonce pays as much, because the pool is full of those
// that pay more, or because the nonce was used in the meantime. So what the node says that it took is looked for in its
// pool, and then in blocks.

// Times of looking for a transaction that the node does not have any more.
const (
	// missingTime is how long a transaction that is not in the node's pool is looked for in blocks.
	missingTime = 3 * time.Second
	// outbidTime is how long it is looked for when another one has its place, and the nonce is the sender's next: the
	// block that uses it says which was mined, and takes a round or two.
	outbidTime = 12 * time.Second
	lookEvery  = 100 * time.Millisecond
)

// priority is by what the node's pool orders transactions, and replaces those of one nonce: the gas price that is paid,
// as the runtime reports it.
func priority(rules view.Rules, tx *types.Transaction) uint64 {
	if price := chain.EffectivePrice(tx, rules.BaseFee); price.IsUint64() {
		return price.Uint64()
	}
	return math.MaxUint64
}

// replaces reports whether the node's pool puts a transaction in the place of another one with the same nonce: when it
// pays more, however little.
func replaces(rules view.Rules, entry, old *Pending) bool {
	return priority(rules, entry.Tx) > priority(rules, old.Tx)
}

// verify makes sure that the node's pool has a transaction which the node says that it took, and otherwise returns why
// not.
func (p *Pool) verify(ctx context.Context, rules view.Rules, entry *Pending) error {
	raw, err := entry.Tx.MarshalBinary()
	if err != nil {
		return err
	}
	envelope := chain.WrapEthereum(raw)
	held, err := p.looks.after(ctx)
	if err != nil || held.has(envelope) {
		// A node that cannot be asked said that it took it: it is remembered, and submitted again if it is forgotten.
		return nil
	}
	outbid := p.outbid(rules, held, entry)
	if found, err := p.awaitMissing(ctx, entry, missingTime); found || err != nil {
		return err
	}
	if outbid {
		return p.awaitOutbid(ctx, entry)
	}
	return p.submitMissing(ctx, rules, entry, envelope)
}

// submitMissing submits a transaction again that is neither in the node's pool nor in a block that is known here, and
// returns what became of it. What a block took the node refuses as a duplicate, or for its nonce.
func (p *Pool) submitMissing(ctx context.Context, rules view.Rules, entry *Pending, envelope []byte) error {
	err := p.cfg.Node.Submit(ctx, envelope)
	var refusal *node.RefusalError
	switch {
	case errors.As(err, &refusal) && refusal.Message == messageDuplicate:
		return nil // The block that has it is not indexed yet.
	case err != nil:
		return p.explain(ctx, rules, entry, err)
	}
	held, err := p.looks.after(ctx)
	if err != nil || held.has(envelope) {
		return nil
	}
	return rpcerr.Default("%s: the node's pool is full of transactions that pay more", messageUnderpriced)
}

// outbid makes the transactions known that have an entry's sender and nonce in the node's pool, and reports whether one
// of them pays as much.
func (p *Pool) outbid(rules view.Rules, held *look, entry *Pending) bool {
	outbid := false
	for _, envelope := range held.envelopes {
		raw, ok := chain.UnwrapEthereum(envelope)
		if !ok {
			continue
		}
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(raw); err != nil || tx.Nonce() != entry.Tx.Nonce() {
			continue
		}
		if from, err := rules.Sender(tx); err != nil || from != entry.From {
			continue
		}
		p.adopt(rules, envelope, p.cfg.Now())
		outbid = outbid || priority(rules, tx) >= priority(rules, entry.Tx)
	}
	return outbid
}

// awaitOutbid returns what became of a transaction in whose place the node's pool has another one. The node may have
// taken the first into the batch that is under way, which is mined then, and not the other, though it pays more. It
// cannot have where a nonce before it is still missing.
func (p *Pool) awaitOutbid(ctx context.Context, entry *Pending) error {
	next, err := p.cfg.Chain.Nonce(ctx, entry.From)
	if err == nil && next < entry.Tx.Nonce() {
		return errReplaceTooCheap
	}
	if found, err := p.awaitMissing(ctx, entry, outbidTime-missingTime); found || err != nil {
		return err
	}
	return errReplaceTooCheap
}

// awaitMissing looks for a transaction that is not in the node's pool in blocks, for some time: found says that a block
// has it, an error that its nonce was used.
func (p *Pool) awaitMissing(ctx context.Context, entry *Pending, most time.Duration) (found bool, err error) {
	timeout := time.NewTimer(most)
	defer timeout.Stop()
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		// The nonce first: a block that is indexed in between has the transaction when it is looked for.
		next, err := p.cfg.Chain.Nonce(ctx, entry.From)
		if p.cfg.Chain.Included(entry.Tx.Hash()) {
			return true, nil
		}
		if err == nil && next > entry.Tx.Nonce() {
			return false, p.nonceError(ctx, entry)
		}
		select {
		case <-ticker.C:
		case <-timeout.C:
			return false, nil
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
}
