package pool

import (
	"context"
	"errors"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/gateway/internal/node"
	"github.com/assent-network/assent/client/gateway/internal/rpcerr"
	"github.com/assent-network/assent/client/gateway/internal/view"
)

// A node of Oasis Core 26.1 answers that it took a transaction when the runtime's
// check passed, also when its pool then refuses to queue it: because another
// transaction of the same nonce pays as much, because the pool is full of those
// that pay more, or because the nonce was used in the meantime. What the pool has
// taken it refuses to take again, as a duplicate, before anything is checked; so
// every transaction is submitted twice, and the second answer tells.

// Times of looking for a transaction that the node does not have any more.
const (
	// missingTime is how long a transaction that is not in the node's pool is
	// looked for in blocks.
	missingTime = 3 * time.Second
	lookEvery   = 100 * time.Millisecond
)

// priority is by what the node's pool orders transactions, and replaces those of
// one nonce: the gas price that is paid, as the runtime reports it.
func priority(rules view.Rules, tx *types.Transaction) uint64 {
	if price := view.EffectivePrice(tx, rules.BaseFee); price.IsUint64() {
		return price.Uint64()
	}
	return math.MaxUint64
}

// replaces reports whether the node's pool puts a transaction in the place of
// another one with the same nonce: when it pays more, however little.
func replaces(rules view.Rules, entry, old *Pending) bool {
	return priority(rules, entry.Tx) > priority(rules, old.Tx)
}

// queued asks a node that says it took a transaction whether its pool has it: nil
// when it does, errNotQueued when it does not, or the node's refusal.
func (p *Pool) queued(ctx context.Context, raw []byte) error {
	err := p.cfg.Node.Submit(ctx, view.Wrap(raw))
	var refusal *node.RefusalError
	switch {
	case errors.As(err, &refusal) && refusal.Message == messageDuplicate:
		return nil
	case err == nil:
		return errNotQueued
	}
	return err
}

var errNotQueued = &node.RefusalError{Message: "its pool did not queue it"}

// verify makes sure that the node's pool has a transaction which the node says
// that it took, and otherwise returns why not.
func (p *Pool) verify(ctx context.Context, rules view.Rules, entry *Pending) error {
	raw, err := entry.Tx.MarshalBinary()
	if err != nil {
		return err
	}
	err = p.queued(ctx, raw)
	var failed *node.CheckError
	switch {
	case err == nil:
		return nil
	case !errors.Is(err, errNotQueued) && !errors.As(err, &failed):
		return p.explain(ctx, rules, entry, err) // Such as a node that went away: the sender should ask again.
	}
	// It is not queued, or a block has it by now.
	rivals, err := p.rivals(ctx, entry)
	if err != nil {
		return err
	}
	if rivals[entry.Tx.Hash()] != nil {
		return nil // The second submission was taken, or overtook the first.
	}
	for _, rival := range rivals {
		if priority(rules, rival) >= priority(rules, entry.Tx) {
			return errReplaceTooCheap
		}
	}
	return p.awaitMissing(ctx, entry)
}

// rivals returns the transactions in the node's pool that have a sender and
// nonce, by their hashes, and makes them known.
func (p *Pool) rivals(ctx context.Context, entry *Pending) (map[common.Hash]*types.Transaction, error) {
	envelopes, err := p.cfg.Node.Unconfirmed(ctx)
	if err != nil {
		return nil, err
	}
	rules, err := p.cfg.Chain.Rules()
	if err != nil {
		return nil, err
	}
	found := make(map[common.Hash]*types.Transaction)
	for _, envelope := range envelopes {
		raw, ok := view.Unwrap(envelope)
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
		found[tx.Hash()] = tx
		if tx.Hash() != entry.Tx.Hash() {
			p.adopt(rules, envelope, p.cfg.Now())
		}
	}
	return found, nil
}

// awaitMissing finds out what became of a transaction that is not in the node's
// pool: whether a block has it, or another of its nonce, or the pool was full.
func (p *Pool) awaitMissing(ctx context.Context, entry *Pending) error {
	timeout := time.NewTimer(missingTime)
	defer timeout.Stop()
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		// The nonce first: a block that is indexed in between has the
		// transaction when it is looked for.
		next, err := p.cfg.Chain.Nonce(ctx, entry.From)
		if p.cfg.Chain.Included(entry.Tx.Hash()) {
			return nil
		}
		if err == nil && next > entry.Tx.Nonce() {
			return p.nonceError(ctx, entry)
		}
		select {
		case <-ticker.C:
		case <-timeout.C:
			return rpcerr.Default("%s: the node's pool is full of transactions that pay more", messageUnderpriced)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
