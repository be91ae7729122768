package api

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
)

// Subscriptions is eth_subscribe, over WebSocket.
type Subscriptions struct{ b *Backend }

// subscriptions counts the subscriptions of each connection.
type subscriptions struct {
	mu          sync.Mutex
	connections map[*rpc.Client]int
}

// acquire makes room for a subscription on the context's connection, and for what it asks for.
func (b *Backend) acquire(ctx context.Context, args *FilterArgs) (release func(), err error) {
	conn, _ := rpc.ClientFromContext(ctx)
	client := admission.ClientOf(ctx)
	s := &b.subscriptions
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.connections[conn] >= b.cfg.Limits.SubscriptionsPerConnection {
		return nil, rpcerr.New(rpcerr.CodeLimit, "too many subscriptions: at most %d on a connection",
			b.cfg.Limits.SubscriptionsPerConnection)
	}
	pool := b.cfg.Pools.Subscriptions
	if err := pool.Take(client, 1); err != nil {
		return nil, rpcerr.New(rpcerr.CodeLimit, "too many subscriptions: at most %d of one client and %d in all",
			pool.Share(), pool.Total())
	}
	if err := b.keep(client, args); err != nil {
		pool.Give(client, 1)
		return nil, err
	}
	s.connections[conn]++
	return func() {
		pool.Give(client, 1)
		b.cfg.Pools.FilterBytes.Give(client, args.size())
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.connections[conn]--; s.connections[conn] == 0 {
			delete(s.connections, conn)
		}
	}, nil
}

// subscribe starts a subscription to what the arguments select, that run feeds until it ends.
func (b *Backend) subscribe(
	ctx context.Context, args *FilterArgs, run func(send func(any) error, ended <-chan struct{}),
) (*rpc.Subscription, error) {
	notifier, ok := rpc.NotifierFromContext(ctx)
	if !ok {
		return nil, rpc.ErrNotificationsUnsupported
	}
	release, err := b.acquire(ctx, args)
	if err != nil {
		return nil, err
	}
	sub := notifier.CreateSubscription()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		select {
		case <-sub.Err():
		case <-b.done:
		}
	}()
	go func() {
		defer release()
		run(func(v any) error { return notifier.Notify(sub.ID, v) }, ended)
	}()
	return sub, nil
}

// during returns a context of the client for as long as its subscription lasts.
func during(ctx context.Context, ended <-chan struct{}) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	go func() {
		select {
		case <-ended:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}

// eachBlock calls f for every block from next on, as they come, until it fails or the subscription ends.
func (b *Backend) eachBlock(next uint64, ended <-chan struct{}, f func(*view.Block) error) {
	for {
		changed := b.cfg.Follower.Changed()
		head, ok := b.cfg.Index.Head()
		for ; ok && next <= head.Number; next++ {
			select {
			case <-ended:
				return
			default:
			}
			block, err := b.cfg.Index.Block(next)
			if errors.Is(err, index.ErrPruned) {
				continue
			}
			if err == nil {
				err = f(block)
			}
			if err != nil {
				b.cfg.Logger.Debug("A subscription ended", slog.Any("error", err))
				return
			}
		}
		select {
		case <-changed:
		case <-ended:
			return
		}
	}
}

// NewHeads is the subscription newHeads.
func (s *Subscriptions) NewHeads(ctx context.Context) (*rpc.Subscription, error) {
	next := s.b.cfg.Index.Next()
	return s.b.subscribe(ctx, new(FilterArgs), func(send func(any) error, ended <-chan struct{}) {
		s.b.eachBlock(next, ended, func(b *view.Block) error { return send(marshalHeader(b)) })
	})
}

// Logs is the subscription logs.
func (s *Subscriptions) Logs(ctx context.Context, filter *FilterArgs) (*rpc.Subscription, error) {
	var args FilterArgs // Without a filter, all logs.
	if filter != nil {
		args = *filter
	}
	if args.BlockHash != nil {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "a subscription takes no blockHash")
	}
	next := s.b.cfg.Index.Next()
	return s.b.subscribe(ctx, &args, func(send func(any) error, ended <-chan struct{}) {
		ctx, cancel := during(ctx, ended)
		defer cancel()
		s.b.eachBlock(next, ended, func(b *view.Block) error { return s.sendLogs(ctx, &args, b, send) })
	})
}

// sendLogs sends the logs of one block. A subscription has no limit on how many these are: they come one by one, and
// those of one transaction at a time take room.
func (s *Subscriptions) sendLogs(ctx context.Context, args *FilterArgs, b *view.Block, send func(any) error) error {
	if len(b.TxHashes) == 0 {
		return nil
	}
	// One block wakes all subscriptions: they take turns.
	leave, err := s.b.Enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	q := args.query(b.Number, b.Number)
	return s.b.cfg.Index.EachLogTx(ctx, q, func(block *view.Block, pos index.Position) error {
		return s.sendTxLogs(ctx, q, block, pos, send)
	})
}

// sendTxLogs sends the logs of one transaction, when there is room for them.
func (s *Subscriptions) sendTxLogs(
	ctx context.Context, q index.Query, block *view.Block, pos index.Position, send func(any) error,
) error {
	stored, err := s.b.cfg.Index.ReceiptBytes(pos, 1)
	if err != nil {
		return err
	}
	ctx, call := admission.WithCall(ctx, admission.ClientOf(ctx))
	defer call.Release()
	if err := admission.Hold(ctx, s.b.cfg.Pools.Work, s.b.buildCost(stored)); err != nil {
		return err
	}
	logs, err := s.b.cfg.Index.TxLogs(q, block, pos)
	if err != nil {
		return err
	}
	for _, l := range logs {
		if err := send(l); err != nil {
			return err
		}
	}
	return nil
}

// NewPendingTransactions is the subscription newPendingTransactions: hashes, or whole transactions.
func (s *Subscriptions) NewPendingTransactions(ctx context.Context, full *bool) (*rpc.Subscription, error) {
	next := s.b.cfg.Pool.End()
	return s.b.subscribe(ctx, new(FilterArgs), func(send func(any) error, ended <-chan struct{}) {
		defer s.b.cfg.Pool.Watch()()
		ctx, cancel := during(ctx, ended)
		defer cancel()
		for {
			hashes, after, changed := s.b.cfg.Pool.Since(next)
			next = after
			for _, hash := range hashes {
				var err error
				if full != nil && *full {
					err = s.sendPending(ctx, hash, send)
				} else {
					err = send(hash)
				}
				if err != nil {
					return
				}
			}
			select {
			case <-changed:
			case <-ended:
				return
			}
		}
	})
}

// sendPending sends a transaction that waits, when there is room for it, unless it is in a block already.
func (s *Subscriptions) sendPending(ctx context.Context, hash common.Hash, send func(any) error) error {
	p, ok := s.b.cfg.Pool.Get(hash)
	if !ok {
		return nil
	}
	ctx, call := admission.WithCall(ctx, admission.ClientOf(ctx))
	defer call.Release()
	if err := s.b.weighPending(ctx, p); err != nil {
		return err
	}
	return send(marshalPending(p))
}

// SyncStatus is a notice of the subscription syncing: that the gateway is behind its node, and how far.
type SyncStatus struct {
	Syncing bool `json:"syncing"`
	Status  any  `json:"status"`
}

// Syncing is the subscription syncing. It tells how things are at first, and then whenever the gateway falls behind its
// node or has caught up: false, or how far it is.
func (s *Subscriptions) Syncing(ctx context.Context) (*rpc.Subscription, error) {
	eth := &Eth{s.b}
	return s.b.subscribe(ctx, new(FilterArgs), func(send func(any) error, ended <-chan struct{}) {
		for told, before := false, false; ; {
			changed := s.b.cfg.Follower.Changed()
			status := eth.Syncing()
			_, caughtUp := status.(bool)
			if behind := !caughtUp; !told || behind != before {
				var notice any = false
				if behind {
					notice = SyncStatus{Syncing: true, Status: status}
				}
				if err := send(notice); err != nil {
					return
				}
				told, before = true, behind
			}
			select {
			case <-changed:
			case <-ended:
				return
			}
		}
	})
}
