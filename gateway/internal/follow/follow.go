// Package follow keeps the index up with the chain.
//
// It promises that the index holds every round that the node could give, each once and in order, whatever happens to
// the node or to this process: it always goes on at the round after the index's last one. A node that is away is waited
// for; only a chain that is another one than the index's ends it.
package follow

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/internal/retry"
)

// fetchAhead is how many rounds are fetched at the same time while catching up.
const fetchAhead = 8

// retryDelay is how long the follower waits before it tries a node again.
const retryDelay = 500 * time.Millisecond

// Node is what the follower needs of a node.
type Node interface {
	Latest(ctx context.Context) (*block.Block, error)
	Earliest(ctx context.Context) (*block.Block, error)
	Block(ctx context.Context, round uint64) (*block.Block, error)
	Transactions(ctx context.Context, round uint64) ([]*runtime.TransactionWithResults, error)
	Watch(ctx context.Context, f func(*roothash.AnnotatedBlock) error) error
}

// Config is what a follower works with. Every field is required.
type Config struct {
	Node  Node
	Index *index.Index
	// Rules asks the node for the rules of the chain. It is called whenever the follower has (re)connected.
	Rules func(context.Context) (view.Rules, error)
	// OnRound is called after each round was added to the index, before anyone waiting on Changed hears of it.
	OnRound func(*view.Round)
	Logger  *slog.Logger
}

// Status is how far the follower is.
type Status struct {
	// Start is the first round that this process had to fetch.
	Start uint64
	// Highest is the last round that the node was seen to have, once Known.
	Highest uint64
	// Known says that the node has said which rounds it has. Until then an index may be behind and not know it.
	Known bool
	// Connected says that the node answered when it was last asked.
	Connected bool
}

// Follower is the process that keeps an index up. Make one with New.
type Follower struct {
	cfg Config

	mu      sync.Mutex
	status  Status
	changed chan struct{}
}

// New returns a follower, which does nothing until Run is called.
func New(cfg Config) *Follower {
	return &Follower{cfg: cfg, status: Status{Start: cfg.Index.Next()}, changed: make(chan struct{})}
}

// Status returns how far the follower is.
func (f *Follower) Status() Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status
}

// Changed returns a channel that is closed when the next round is added, or when the node has gone or come back.
func (f *Follower) Changed() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.changed
}

// Run follows the chain until the context ends, which is no error, or the node turns out to be on another chain than
// the index.
func (f *Follower) Run(ctx context.Context) error {
	level := slog.LevelWarn
	for {
		err := f.session(ctx)
		// Once is enough: until the node has come back, nothing is news.
		if f.setConnected(false) {
			level = slog.LevelWarn
		}
		if ctx.Err() != nil {
			return nil
		}
		if errors.Is(err, index.ErrOtherChain) {
			return err
		}
		f.cfg.Logger.Log(ctx, level, "Following the chain was interrupted, trying again", slog.Any("error", err))
		level = slog.LevelDebug
		if retry.Wait(ctx, retryDelay) != nil {
			return nil
		}
	}
}

// session follows the chain over one connection.
func (f *Follower) session(ctx context.Context) error {
	rules, err := f.cfg.Rules(ctx)
	if err != nil {
		return fmt.Errorf("asking for the rules of the chain: %w", err)
	}
	if err := f.checkChain(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	wake := make(chan struct{}, 1)
	go func() {
		cancel(f.cfg.Node.Watch(ctx, func(b *roothash.AnnotatedBlock) error {
			f.update(func(s *Status) { s.Highest, s.Known = max(s.Highest, b.Block.Header.Round), true })
			select {
			case wake <- struct{}{}:
			default:
			}
			return nil
		}))
	}()
	latest, err := f.cfg.Node.Latest(ctx)
	if err != nil {
		return fmt.Errorf("asking for the latest round: %w", err)
	}
	f.update(func(s *Status) { s.Highest, s.Known = max(s.Highest, latest.Header.Round), true })
	f.setConnected(true)
	f.cfg.Logger.InfoContext(ctx, "Following the chain",
		slog.Uint64("next", f.cfg.Index.Next()), slog.Uint64("latest", latest.Header.Round))
	for {
		if err := f.catchUp(ctx, rules); err != nil {
			if ctx.Err() != nil {
				err = context.Cause(ctx)
			}
			return err
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-wake:
		}
	}
}

// checkChain makes sure that the index's last round is the node's.
func (f *Follower) checkChain(ctx context.Context) error {
	head, ok := f.cfg.Index.Head()
	if !ok {
		return nil
	}
	b, err := f.cfg.Node.Block(ctx, head.Number)
	if errors.Is(err, node.ErrNotFound) {
		// Pruned, or the node is behind us. When the chain goes on, every round has to name the hash of the one before.
		return nil
	}
	if err != nil {
		return fmt.Errorf("asking for round %d: %w", head.Number, err)
	}
	if hash := common.Hash(b.Header.EncodedHash()); hash != head.Hash {
		return fmt.Errorf("%w: round %d is %s on the node and %s in the index: delete the index's directory, it is "+
			"rebuilt from the chain",
			index.ErrOtherChain, head.Number, hash, head.Hash)
	}
	return nil
}

// catchUp adds the rounds up to the highest known one.
func (f *Follower) catchUp(ctx context.Context, rules view.Rules) error {
	for {
		next, highest := f.cfg.Index.Next(), f.Status().Highest
		if next > highest {
			return nil
		}
		err := f.addRange(ctx, rules, next, highest)
		if errors.Is(err, node.ErrNotFound) {
			err = f.skipPruned(ctx)
		}
		if err != nil {
			return err
		}
	}
}

// skipPruned notes that the rounds before the node's first one are gone.
func (f *Follower) skipPruned(ctx context.Context) error {
	next := f.cfg.Index.Next()
	earliest, err := f.cfg.Node.Earliest(ctx)
	if err != nil {
		return fmt.Errorf("asking for the earliest round: %w", err)
	}
	if earliest.Header.Round <= next {
		return fmt.Errorf("round %d: %w yet", next, node.ErrNotFound)
	}
	f.cfg.Logger.WarnContext(ctx, "The node has pruned rounds that were not indexed",
		slog.Uint64("from", next), slog.Uint64("to", earliest.Header.Round-1))
	return f.cfg.Index.Skip(earliest.Header.Round)
}

type fetched struct {
	round *view.Round
	err   error
}

// addRange adds rounds in order while it fetches ahead.
func (f *Follower) addRange(ctx context.Context, rules view.Rules, from, to uint64) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan fetched, fetchAhead)
	go func() {
		defer close(queue)
		for number := from; number <= to; number++ {
			c := make(chan fetched, 1)
			select {
			case queue <- c:
			case <-ctx.Done():
				return
			}
			go func() {
				round, err := f.fetch(ctx, rules, number)
				c <- fetched{round, err}
			}()
		}
	}()
	for c := range queue {
		got := <-c
		if got.err != nil {
			return got.err
		}
		if err := f.cfg.Index.Append(got.round); err != nil {
			return err
		}
		f.cfg.OnRound(got.round)
		f.announce()
	}
	return ctx.Err()
}

func (f *Follower) fetch(ctx context.Context, rules view.Rules, number uint64) (*view.Round, error) {
	b, err := f.cfg.Node.Block(ctx, number)
	if err != nil {
		return nil, fmt.Errorf("fetching round %d: %w", number, err)
	}
	var txs []*runtime.TransactionWithResults
	if !b.Header.IORoot.IsEmpty() {
		if txs, err = f.cfg.Node.Transactions(ctx, number); err != nil {
			return nil, fmt.Errorf("fetching the transactions of round %d: %w", number, err)
		}
	}
	return view.NewRound(rules, &b.Header, txs)
}

// setConnected notes whether the node answers, and returns whether it did.
func (f *Follower) setConnected(connected bool) (before bool) {
	f.update(func(s *Status) { before, s.Connected = s.Connected, connected })
	f.announce()
	return before
}

func (f *Follower) announce() {
	f.mu.Lock()
	defer f.mu.Unlock()
	close(f.changed)
	f.changed = make(chan struct{})
}

func (f *Follower) update(change func(*Status)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(&f.status)
}
