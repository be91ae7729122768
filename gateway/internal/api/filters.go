package api

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/pool"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

type filterKind uint8

const (
	logFilter filterKind = iota
	blockFilter
	pendingFilter
)

// filter is an installed filter. It holds no results, only what is asked for and how far it was fetched: they are read
// from the index when asked for.
type filter struct {
	kind    filterKind
	args    FilterArgs
	next    uint64 // first round that was not asked for
	pending pool.Cursor
	stop    func() // of pending filters
	client  admission.Client
	expires time.Time
	busy    sync.Mutex // one poll at a time
}

type filters struct {
	mu  sync.Mutex
	all map[rpc.ID]*filter
}

// GetLogs is eth_getLogs.
func (e *Eth) GetLogs(ctx context.Context, args FilterArgs) ([]*types.Log, error) {
	q, err := e.b.logQuery(&args)
	if err != nil {
		return nil, err
	}
	e.b.settle(ctx, args.size())
	return e.b.logs(ctx, *q)
}

// logQuery finds out which rounds are meant.
func (b *Backend) logQuery(args *FilterArgs) (*index.Query, error) {
	if args.BlockHash != nil {
		n, err := b.cfg.Index.BlockNumber(*args.BlockHash)
		if absent(err) {
			return nil, rpcerr.Default("unknown block")
		}
		if err != nil {
			return nil, rpcerr.From(err)
		}
		q := args.query(n, n)
		return &q, nil
	}
	head, err := b.head()
	if err != nil {
		return nil, err
	}
	from, to := head.Number, head.Number
	if args.From != nil {
		if from, err = b.resolve(*args.From); err != nil {
			return nil, err
		}
	}
	if args.To != nil {
		if to, err = b.resolve(*args.To); err != nil {
			return nil, err
		}
	}
	switch {
	case from > to:
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "invalid block range params")
	case to > head.Number:
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "block range extends beyond current head block")
	}
	q := args.query(from, to)
	return &q, nil
}

func (b *Backend) logs(ctx context.Context, q index.Query) (logs []*types.Log, err error) {
	if blocks := q.To - q.From + 1; blocks > b.cfg.Limits.LogBlocks {
		return nil, rpcerr.New(rpcerr.CodeLimit, "query covers %d blocks, at most %d: ask for fewer at a time", blocks,
			b.cfg.Limits.LogBlocks)
	}
	err = b.expensive(ctx, func(ctx context.Context) error {
		logs, err = b.cfg.Index.Logs(ctx, q, b.cfg.Limits.LogResults,
			func(stored int) error { return b.weigh(ctx, stored) })
		return err
	})
	return logs, err
}

// NewFilter is eth_newFilter.
func (e *Eth) NewFilter(ctx context.Context, args FilterArgs) (rpc.ID, error) {
	if args.BlockHash != nil {
		return "", rpcerr.New(rpcerr.CodeInvalidParams, "a filter takes fromBlock and toBlock, not blockHash")
	}
	return e.b.install(ctx, &filter{kind: logFilter, args: args})
}

// NewBlockFilter is eth_newBlockFilter.
func (e *Eth) NewBlockFilter(ctx context.Context) (rpc.ID, error) {
	return e.b.install(ctx, &filter{kind: blockFilter})
}

// NewPendingTransactionFilter is eth_newPendingTransactionFilter.
func (e *Eth) NewPendingTransactionFilter(ctx context.Context) (rpc.ID, error) {
	return e.b.install(ctx, &filter{kind: pendingFilter})
}

func (b *Backend) install(ctx context.Context, f *filter) (rpc.ID, error) {
	f.client = admission.ClientOf(ctx)
	f.next = b.cfg.Index.Next()
	if f.kind == logFilter && f.args.From != nil && *f.args.From >= 0 {
		f.next = max(f.next, uint64(*f.args.From))
	}
	now := b.cfg.Now()
	f.expires = now.Add(b.cfg.Limits.FilterTimeout)
	b.filters.mu.Lock()
	defer b.filters.mu.Unlock()
	for id, old := range b.filters.all {
		if now.After(old.expires) {
			b.drop(id)
		}
	}
	pool := b.cfg.Pools.Filters
	if err := pool.Take(f.client, 1); err != nil {
		return "", rpcerr.New(rpcerr.CodeLimit,
			"too many filters: at most %d of one client and %d in all, use eth_getLogs or a subscription",
			pool.Share(), pool.Total())
	}
	if err := b.keep(f.client, &f.args); err != nil {
		pool.Give(f.client, 1)
		return "", err
	}
	if f.kind == pendingFilter {
		f.pending, f.stop = b.cfg.Pool.End(), b.cfg.Pool.Watch()
	}
	id := rpc.NewID()
	b.filters.all[id] = f
	return id, nil
}

// keep takes what the addresses and topics of a filter or a subscription take in memory for as long as it lives.
func (b *Backend) keep(client admission.Client, args *FilterArgs) error {
	pool := b.cfg.Pools.FilterBytes
	if pool.Take(client, args.size()) == nil {
		return nil
	}
	return rpcerr.New(rpcerr.CodeLimit, "too many addresses and topics in filters and subscriptions: "+
		"they may take %d bytes of one client and %d in all", pool.Share(), pool.Total())
}

// drop forgets a filter. The lock must be held.
func (b *Backend) drop(id rpc.ID) bool {
	old, ok := b.filters.all[id]
	if !ok {
		return false
	}
	if old.stop != nil {
		old.stop()
	}
	delete(b.filters.all, id)
	b.cfg.Pools.Filters.Give(old.client, 1)
	b.cfg.Pools.FilterBytes.Give(old.client, old.args.size())
	return true
}

func (b *Backend) filter(id rpc.ID) (*filter, error) {
	now := b.cfg.Now()
	b.filters.mu.Lock()
	defer b.filters.mu.Unlock()
	f, ok := b.filters.all[id]
	if ok && now.After(f.expires) {
		b.drop(id)
		ok = false
	}
	if !ok {
		return nil, rpcerr.Default("filter not found")
	}
	f.expires = now.Add(b.cfg.Limits.FilterTimeout)
	return f, nil
}

// UninstallFilter is eth_uninstallFilter.
func (e *Eth) UninstallFilter(id rpc.ID) bool {
	e.b.filters.mu.Lock()
	defer e.b.filters.mu.Unlock()
	return e.b.drop(id)
}

// GetFilterLogs is eth_getFilterLogs: all logs that the filter selects.
func (e *Eth) GetFilterLogs(ctx context.Context, id rpc.ID) ([]*types.Log, error) {
	f, err := e.b.filter(id)
	if err != nil {
		return nil, err
	}
	if f.kind != logFilter {
		return nil, rpcerr.Default("filter not found")
	}
	return e.GetLogs(ctx, f.args)
}

// GetFilterChanges is eth_getFilterChanges: what is new since the last time.
func (e *Eth) GetFilterChanges(ctx context.Context, id rpc.ID) (any, error) {
	f, err := e.b.filter(id)
	if err != nil {
		return nil, err
	}
	f.busy.Lock()
	defer f.busy.Unlock()
	switch f.kind {
	case pendingFilter:
		hashes, next, _ := e.b.cfg.Pool.Since(f.pending)
		f.pending = next
		return nonNil(hashes), nil
	case blockFilter:
		return e.b.newBlocks(f)
	default:
		return e.b.newLogs(ctx, f)
	}
}

// newBlocks returns the hashes of the blocks since the last time.
func (b *Backend) newBlocks(f *filter) ([]common.Hash, error) {
	hashes := []common.Hash{}
	head, err := b.head()
	if err != nil {
		return nil, err
	}
	for ; f.next <= head.Number; f.next++ {
		block, err := b.cfg.Index.Block(f.next)
		if errors.Is(err, index.ErrPruned) {
			continue
		}
		if err != nil {
			return nil, rpcerr.From(err)
		}
		hashes = append(hashes, block.Hash)
	}
	return hashes, nil
}

// newLogs returns the logs since the last time. When it fails, the next call tries the same rounds again.
func (b *Backend) newLogs(ctx context.Context, f *filter) ([]*types.Log, error) {
	head, err := b.head()
	if err != nil {
		return nil, err
	}
	to := head.Number
	if f.args.To != nil && *f.args.To >= 0 {
		to = min(to, uint64(*f.args.To))
	}
	if f.next > to {
		return []*types.Log{}, nil
	}
	logs, err := b.logs(ctx, f.args.query(f.next, to))
	if err != nil {
		return nil, err
	}
	f.next = to + 1
	return logs, nil
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
