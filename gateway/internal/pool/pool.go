// Package pool submits Ethereum transactions to a node and remembers which of them wait to be included.
//
// It promises to answer a submission when, and only when, the node's own pool has taken or refused the transaction, in
// the words that Ethereum wallets know. What it remembers is a convenience (pending nonces, transactions that can be
// looked up before they are in a block); it is matched against the node's pool and lost on restart without harm.
package pool

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/view"
)

// Times that decide when the node's pool is looked at.
const (
	// refreshEvery is the least time between two looks. A look that took long is followed by a pause of refreshShare
	// times as long: a node with many transactions takes seconds to list them.
	refreshEvery = time.Second
	refreshShare = 10
	// refreshPatience is how long a question for the next nonce waits for a look.
	refreshPatience = 500 * time.Millisecond
	// settleTime is how long a transaction may be missing in the node's pool before it counts as dropped: it may be on
	// its way into a block.
	settleTime = 5 * time.Second
	// keepTime is how long a transaction that the node forgets, as it does when it is restarted, is submitted again.
	keepTime = 30 * time.Minute
)

// entryBytes is what remembering a transaction takes beside its encoding.
const entryBytes = 1 << 10

// maxGapped is how many transactions of one sender may wait for one that is missing, as in geth: they pay nothing until
// it comes.
const maxGapped = 64

// recentHashes is how many hashes of pending transactions are kept for filters and subscriptions that come late.
const recentHashes = 8192

// Node is what the pool needs of a node.
type Node interface {
	Submit(ctx context.Context, envelope []byte) error
	Unconfirmed(ctx context.Context) ([][]byte, error)
}

// Chain is what the pool needs to know of the chain at its head.
type Chain interface {
	// Rules returns the rules of the chain, or an error before they are known.
	Rules() (view.Rules, error)
	// Included reports whether a transaction is in a block.
	Included(hash common.Hash) bool
	// Account returns the nonce and the balance of an address after one block, the last.
	Account(ctx context.Context, addr common.Address) (nonce uint64, balance *big.Int, err error)
	// Nonce and Balance return those of an address after the last block.
	Nonce(ctx context.Context, addr common.Address) (uint64, error)
	Balance(ctx context.Context, addr common.Address) (*big.Int, error)
}

// Config is what a pool works with.
type Config struct {
	Node  Node
	Chain Chain
	// MaxTxSize returns the size in bytes of the largest transaction that is submitted.
	MaxTxSize func() int
	// Bytes is what the transactions that wait may take in memory. What others submitted to the node may take half as
	// much besides.
	Bytes *admission.Pool
	// Now is the clock. Nil is time.Now.
	Now    func() time.Time
	Logger *slog.Logger
}

// Pending is a transaction that waits to be included.
type Pending struct {
	Tx   *types.Transaction
	From common.Address
	// local says that it was submitted here, and when.
	local time.Time
	added time.Time // to the node's pool, last
	seen  time.Time // in the node's pool, last
	// missed says that the last look at the node's pool did not find it.
	missed bool
	// room is what it takes of the pool, for its client.
	room   *admission.Pool
	client admission.Client
	bytes  int64
}

// Pool is a pool. Make one with New.
type Pool struct {
	cfg    Config
	looks  looks
	others *admission.Pool // room for what others submitted to the node

	mu       sync.Mutex
	pending  map[common.Hash]*Pending
	bytes    int64 // of the encodings of what is pending
	senders  map[common.Address]*sender
	feed     feed
	accepted uint64
	refused  uint64

	refresh     sync.Mutex
	nextRefresh time.Time
}

// New returns an empty pool.
func New(cfg Config) *Pool {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Pool{
		cfg:     cfg,
		looks:   looks{unconfirmed: cfg.Node.Unconfirmed},
		others:  admission.NewPool(cfg.Bytes.Total()/2, cfg.Bytes.Total()/2),
		pending: make(map[common.Hash]*Pending),
		senders: make(map[common.Address]*sender),
		feed:    feed{changed: make(chan struct{})},
	}
}

// Submit gives a raw transaction to the node. It returns when the node's pool has taken it; that it will be in a block
// is not said.
func (p *Pool) Submit(ctx context.Context, raw []byte) (common.Hash, error) {
	rules, err := p.cfg.Chain.Rules()
	if err != nil {
		return common.Hash{}, err
	}
	tx, from, err := p.validate(rules, raw)
	if err != nil {
		p.refuse()
		return common.Hash{}, err
	}
	now := p.cfg.Now()
	entry := &Pending{
		Tx: tx, From: from, local: now, added: now, seen: now,
		room: p.cfg.Bytes, client: admission.ClientOf(ctx), bytes: int64(len(raw)) + entryBytes,
	}
	if err := p.reserve(ctx, rules, entry); err != nil {
		p.refuse()
		return common.Hash{}, err
	}
	if err := p.pace(ctx, entry); err != nil {
		p.forget(tx.Hash())
		p.refuse()
		return common.Hash{}, err
	}
	if err := p.cfg.Node.Submit(ctx, chain.WrapEthereum(raw)); err != nil {
		p.forget(tx.Hash())
		p.refuse()
		return common.Hash{}, p.explain(ctx, rules, entry, err)
	}
	if err := p.verify(ctx, rules, entry); err != nil {
		p.forget(tx.Hash())
		p.refuse()
		return common.Hash{}, err
	}
	p.confirm(rules, entry)
	return tx.Hash(), nil
}

// reserve remembers a transaction that is about to be submitted. It refuses one that the node's pool would not put in
// the place of another of its nonce, that its sender cannot pay for beside those that wait, and more that wait for a
// missing one than a sender may have.
func (p *Pool) reserve(ctx context.Context, rules view.Rules, entry *Pending) error {
	next, balance, err := p.cfg.Chain.Account(ctx, entry.From)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.pending[entry.Tx.Hash()]; ok {
		return errAlreadyKnown
	}
	if s := p.senders[entry.From]; s != nil {
		if old := s.nonces[entry.Tx.Nonce()]; old != nil && !replaces(rules, entry, old) {
			return errReplaceTooCheap
		}
		if err := s.admits(entry, next); err != nil {
			return err
		}
	}
	if err := p.senders[entry.From].pays(entry, next, balance); err != nil {
		return err
	}
	if err := entry.room.Take(entry.client, entry.bytes); err != nil {
		return poolFull(err)
	}
	p.put(entry)
	s := p.sender(entry.From)
	s.coming[entry] = true
	s.reached(next)
	return nil
}

// sender returns the record of a sender, made when there is none.
func (p *Pool) sender(addr common.Address) *sender {
	s := p.senders[addr]
	if s == nil {
		s = newSender()
		p.senders[addr] = s
	}
	return s
}

// confirm makes a submitted transaction visible, unless it has been included in the meantime.
func (p *Pool) confirm(rules view.Rules, entry *Pending) {
	included := p.cfg.Chain.Included(entry.Tx.Hash())
	p.mu.Lock()
	defer p.mu.Unlock()
	p.accepted++
	if included {
		p.remove(entry.Tx.Hash())
	} else if p.pending[entry.Tx.Hash()] == entry {
		p.showUnlessReplaced(rules, entry)
	}
	p.feed.add(entry.Tx.Hash())
}

// showUnlessReplaced shows a transaction that the node took, or forgets it when one that pays more came in between and
// took its place.
func (p *Pool) showUnlessReplaced(rules view.Rules, entry *Pending) {
	if s := p.senders[entry.From]; s != nil {
		if other := s.nonces[entry.Tx.Nonce()]; other != nil && !replaces(rules, entry, other) {
			p.remove(entry.Tx.Hash())
			return
		}
	}
	p.show(entry)
}

// show puts a pending transaction at its sender's nonce, in place of another one that it replaces.
func (p *Pool) show(entry *Pending) {
	s := p.sender(entry.From)
	if old := s.nonces[entry.Tx.Nonce()]; old != nil && old != entry {
		p.take(old)
	}
	delete(s.coming, entry)
	entry.added = p.cfg.Now()
	entry.seen = entry.added
	s.nonces[entry.Tx.Nonce()] = entry
}

func (p *Pool) forget(hash common.Hash) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.remove(hash)
}

func (p *Pool) remove(hash common.Hash) {
	entry := p.pending[hash]
	if entry == nil {
		return
	}
	p.take(entry)
	s := p.senders[entry.From]
	if s == nil {
		return
	}
	delete(s.coming, entry)
	if s.nonces[entry.Tx.Nonce()] == entry {
		delete(s.nonces, entry.Tx.Nonce())
		s.advance()
	}
	if len(s.nonces) == 0 && len(s.coming) == 0 {
		delete(p.senders, entry.From)
	}
}

// put remembers a transaction that has room.
func (p *Pool) put(entry *Pending) {
	p.pending[entry.Tx.Hash()] = entry
	p.bytes += entry.bytes - entryBytes
}

// take forgets a transaction, and gives back its room.
func (p *Pool) take(entry *Pending) {
	if p.pending[entry.Tx.Hash()] == entry {
		delete(p.pending, entry.Tx.Hash())
		p.bytes -= entry.bytes - entryBytes
		entry.room.Give(entry.client, entry.bytes)
	}
}

func (p *Pool) refuse() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refused++
}

// Included forgets the transactions of a round, and those that can no longer be included because another took their
// nonce.
func (p *Pool) Included(r *view.Round) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.pending) == 0 {
		return
	}
	for i := range r.Txs {
		p.remove(r.Txs[i].Hash)
		s := p.senders[r.Txs[i].From]
		if s == nil {
			continue
		}
		tx, err := r.Txs[i].Ethereum()
		if err != nil {
			continue
		}
		s.reached(tx.Nonce() + 1)
		for nonce, entry := range s.nonces {
			if nonce <= tx.Nonce() {
				p.remove(entry.Tx.Hash())
			}
		}
	}
}

// Get returns a transaction that waits: the node's pool took it. One that is being submitted is none, as it may yet be
// refused.
func (p *Pool) Get(hash common.Hash) (*Pending, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	entry, ok := p.pending[hash]
	if !ok || p.isComing(entry) {
		return nil, false
	}
	return entry, true
}

// isComing reports whether a transaction is being submitted.
func (p *Pool) isComing(entry *Pending) bool {
	s := p.senders[entry.From]
	return s != nil && s.coming[entry]
}

// NextNonce returns the nonce that a sender should use next: the first one from its nonce in the state that no pending
// transaction has.
func (p *Pool) NextNonce(ctx context.Context, addr common.Address, stateNonce uint64) uint64 {
	// What others submitted is in the node's pool only. That it cannot be asked just now, or is slow, is no reason to
	// fail or to wait.
	p.refreshSoon(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.senders[addr]; s != nil {
		for s.nonces[stateNonce] != nil {
			stateNonce++
		}
	}
	return stateNonce
}

// Waiting is a sender's transactions that wait, in the order of nonces. Pending can be in the next block; Queued wait
// for one that is missing before them.
type Waiting struct{ Pending, Queued []*Pending }

// Senders returns the transactions that wait, by sender.
func (p *Pool) Senders() map[common.Address]Waiting {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make(map[common.Address]Waiting, len(p.senders))
	for addr, s := range p.senders {
		if len(s.nonces) > 0 {
			out[addr] = s.waiting()
		}
	}
	return out
}

// From returns the transactions of one sender that wait.
func (p *Pool) From(addr common.Address) Waiting {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.senders[addr]; s != nil {
		return s.waiting()
	}
	return Waiting{}
}

// Counts returns how many transactions wait that can be in the next block, and how many for one that is missing before
// them.
func (p *Pool) Counts() (pending, queued int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.senders {
		w := s.waiting()
		pending += len(w.Pending)
		queued += len(w.Queued)
	}
	return pending, queued
}

// Stats is what a pool did and holds.
type Stats struct {
	// Pending are how many transactions it holds, and Bytes the bytes of their encodings.
	Pending           int
	Bytes             int64
	Accepted, Refused uint64
}

// Stats returns how much the pool did and holds.
func (p *Pool) Stats() Stats {
	p.mu.Lock()
	defer p.mu.Unlock()
	return Stats{Pending: len(p.pending), Bytes: p.bytes, Accepted: p.accepted, Refused: p.refused}
}

// refreshSoon begins to refresh the pool when it is time to, and waits a little for the end of it.
func (p *Pool) refreshSoon(ctx context.Context) {
	done := make(chan struct{})
	go func() { // It goes on for others when the context ends.
		defer close(done)
		if err := p.Refresh(context.WithoutCancel(ctx)); err != nil {
			p.cfg.Logger.DebugContext(ctx, "Looking at the node's pool failed", slog.Any("error", err))
		}
	}()
	timeout := time.NewTimer(refreshPatience)
	defer timeout.Stop()
	select {
	case <-done:
	case <-timeout.C:
	case <-ctx.Done():
	}
}

// Refresh matches what is remembered against the node's pool: what others submitted is added, what the node has dropped
// goes, or is submitted again when it was submitted here. It does nothing when that was done just now, or another is at
// it. A node that does not tell what it has leaves all as it is.
func (p *Pool) Refresh(ctx context.Context) error {
	if !p.refresh.TryLock() {
		return nil
	}
	defer p.refresh.Unlock()
	begin := p.cfg.Now()
	if begin.Before(p.nextRefresh) {
		return nil
	}
	held, err := p.looks.after(ctx)
	now := p.cfg.Now()
	p.nextRefresh = now.Add(max(refreshEvery, refreshShare*now.Sub(begin)))
	if err != nil {
		return err
	}
	rules, err := p.cfg.Chain.Rules()
	if err != nil {
		return err
	}
	seen := make(map[common.Hash]bool, len(held.envelopes))
	for _, envelope := range held.envelopes {
		if hash, ok := p.adopt(rules, envelope, now); ok {
			seen[hash] = true
		}
	}
	for _, entry := range p.dropped(seen, now) {
		if err := p.resubmit(ctx, entry); err != nil {
			return err
		}
	}
	return nil
}

// dropped forgets the transactions that the node no longer has, but for those that it returns, by sender and nonce:
// they should be submitted again.
func (p *Pool) dropped(seen map[common.Hash]bool, now time.Time) (again []*Pending) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for hash, entry := range p.pending {
		if seen[hash] {
			entry.seen, entry.missed = now, false
			continue
		}
		if now.Sub(entry.seen) <= settleTime || p.isComing(entry) {
			continue
		}
		if entry.local.IsZero() || now.Sub(entry.local) > keepTime {
			// A node lists nothing while its pool checks anew what it holds.
			if entry.missed {
				p.remove(hash)
			}
			entry.missed = true
			continue
		}
		again = append(again, entry)
	}
	slices.SortFunc(again, func(a, b *Pending) int {
		return cmp.Or(a.From.Cmp(b.From), cmp.Compare(a.Tx.Nonce(), b.Tx.Nonce()))
	})
	return again
}

// resubmit gives a transaction to the node once more, and forgets it when the node refuses it. An error means that the
// node is away.
func (p *Pool) resubmit(ctx context.Context, entry *Pending) error {
	raw, err := entry.Tx.MarshalBinary()
	if err != nil {
		p.forget(entry.Tx.Hash())
		return nil
	}
	err = p.cfg.Node.Submit(ctx, chain.WrapEthereum(raw))
	var refusal *node.RefusalError
	switch {
	case errors.As(err, &refusal) && refusal.Message == messageDuplicate:
		// The node has it: what its pool checks anew it does not list meanwhile.
	case err == nil:
		p.cfg.Logger.InfoContext(ctx, "Submitted a transaction again that the node had forgotten",
			slog.String("tx", entry.Tx.Hash().Hex()))
	case refused(err):
		p.forget(entry.Tx.Hash())
		return nil
	default:
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	entry.added = p.cfg.Now()
	entry.seen = entry.added
	return nil
}

// adopt remembers a transaction that another submitted.
func (p *Pool) adopt(rules view.Rules, envelope []byte, now time.Time) (common.Hash, bool) {
	raw, ok := chain.UnwrapEthereum(envelope)
	if !ok {
		return common.Hash{}, false
	}
	if hash := crypto.Keccak256Hash(raw); p.knows(hash) || p.cfg.Chain.Included(hash) {
		return hash, true
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return common.Hash{}, false
	}
	from, err := rules.Sender(tx)
	if err != nil {
		return common.Hash{}, false
	}
	entry := &Pending{
		Tx: tx, From: from, added: now, seen: now, room: p.others, bytes: int64(len(raw)) + entryBytes,
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pending[tx.Hash()] == nil && entry.room.Take(entry.client, entry.bytes) == nil {
		// It is in the node's pool, so whatever else was known of its nonce is not.
		p.put(entry)
		p.show(entry)
		p.feed.add(tx.Hash())
	}
	return tx.Hash(), true
}

// knows reports whether a transaction waits or is being submitted.
func (p *Pool) knows(hash common.Hash) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.pending[hash] != nil
}

// Run refreshes the pool while there is something old in it, until the context ends.
func (p *Pool) Run(ctx context.Context) {
	ticker := time.NewTicker(2 * refreshEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if !p.stale() {
			continue
		}
		if err := p.Refresh(ctx); err != nil && ctx.Err() == nil {
			p.cfg.Logger.DebugContext(ctx, "Looking at the node's pool failed", slog.Any("error", err))
		}
	}
}

// stale reports whether anyone watches the pool or something in it is old.
func (p *Pool) stale() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.feed.watchers > 0 {
		return true
	}
	now := p.cfg.Now()
	for _, entry := range p.pending {
		if now.Sub(entry.seen) > settleTime {
			return true
		}
	}
	return false
}
