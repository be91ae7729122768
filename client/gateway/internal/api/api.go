// Package api is the gateway's JSON-RPC methods: those of Ethereum's nodes that
// wallets and libraries use, in the namespaces eth, net, web3 and txpool.
//
// It promises the shapes and the error codes of the Ethereum execution API.
// Blocks are final when they appear, so the tags latest, safe and finalized
// all mean the last one.
package api

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"golang.org/x/sync/semaphore"

	"github.com/assent-network/assent/client/gateway/internal/follow"
	"github.com/assent-network/assent/client/gateway/internal/index"
	"github.com/assent-network/assent/client/gateway/internal/pool"
	"github.com/assent-network/assent/client/gateway/internal/rpcerr"
	"github.com/assent-network/assent/client/gateway/internal/state"
	"github.com/assent-network/assent/client/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
)

// Limits bound what one request may ask for.
type Limits struct {
	// CallGas is the most gas that a call or an estimate may use.
	CallGas uint64
	// CallTimeout ends a call or an estimate.
	CallTimeout time.Duration
	// Calls is how many calls, estimates and log queries run at a time.
	Calls int64
	// LogBlocks is the most rounds and LogResults the most logs of a query.
	LogBlocks  uint64
	LogResults int
	// Filters is how many filters may be installed, FilterTimeout how long one
	// lives without being asked.
	Filters       int
	FilterTimeout time.Duration
	// Subscriptions is how many there may be, SubscriptionsPerConnection how
	// many of them on one connection.
	Subscriptions              int
	SubscriptionsPerConnection int
}

// Follower is what the methods need to know of the process that keeps the
// index up.
type Follower interface {
	Status() follow.Status
	Changed() <-chan struct{}
}

// Config is what the methods work with. Every field is required.
type Config struct {
	ChainID  uint64
	Version  string
	Index    *index.Index
	Follower Follower
	Pool     *pool.Pool
	State    *state.Source
	// Rules returns the rules of the chain, or an error before they are known.
	Rules func() (view.Rules, error)
	// LeastGas returns what a message costs at least beyond what the machine
	// says, in the runtime's own accounting.
	LeastGas func(ctx context.Context, round uint64, msg evm.Message) (uint64, error)
	Limits   Limits
	// Now is the clock by which filters expire.
	Now    func() time.Time
	Logger *slog.Logger
}

// Backend is what all methods share. Make one with New.
type Backend struct {
	cfg   Config
	heavy *semaphore.Weighted
	done  chan struct{}
	once  sync.Once

	subscriptions subscriptions
	filters       filters
}

// New returns a backend.
func New(cfg Config) *Backend {
	return &Backend{
		cfg:           cfg,
		heavy:         semaphore.NewWeighted(cfg.Limits.Calls),
		done:          make(chan struct{}),
		subscriptions: subscriptions{connections: make(map[*rpc.Client]int)},
		filters:       filters{all: make(map[rpc.ID]*filter)},
	}
}

// Close ends all subscriptions.
func (b *Backend) Close() { b.once.Do(func() { close(b.done) }) }

// Register adds the methods to a server.
func (b *Backend) Register(server *rpc.Server) error {
	for _, s := range []struct {
		namespace string
		service   any
	}{
		{"eth", &Eth{b}}, {"eth", &Subscriptions{b}}, {"eth", &Signing{}},
		{"personal", &Personal{}}, {"net", &Net{b}}, {"web3", &Web3{b}}, {"txpool", &TxPool{b}},
	} {
		if err := server.RegisterName(s.namespace, s.service); err != nil {
			return err
		}
	}
	return nil
}

// expensive runs f when there is room for it, at most for as long as a call
// may take.
func (b *Backend) expensive(ctx context.Context, f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, b.cfg.Limits.CallTimeout)
	defer cancel()
	leave, err := b.Enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	return rpcerr.From(f(ctx))
}

// Enter waits until there is room for one more request that takes work, and
// takes it. The caller calls leave when it is done.
func (b *Backend) Enter(ctx context.Context) (leave func(), err error) {
	if err := b.heavy.Acquire(ctx, 1); err != nil {
		return nil, rpcerr.New(rpcerr.CodeLimit, "the gateway is busy, try again later")
	}
	return func() { b.heavy.Release(1) }, nil
}

// head returns the last block.
func (b *Backend) head() (*view.Block, error) {
	head, ok := b.cfg.Index.Head()
	if !ok {
		return nil, rpcerr.New(rpcerr.CodeUnavailable, "no block is indexed yet, try again later")
	}
	return &head, nil
}

// resolve turns a tag or number into a round.
func (b *Backend) resolve(number rpc.BlockNumber) (uint64, error) {
	switch number {
	case rpc.EarliestBlockNumber:
		return 0, nil
	case rpc.LatestBlockNumber, rpc.SafeBlockNumber, rpc.FinalizedBlockNumber, rpc.PendingBlockNumber:
		head, err := b.head()
		if err != nil {
			return 0, err
		}
		return head.Number, nil
	}
	if number < 0 {
		return 0, rpcerr.New(rpcerr.CodeInvalidParams, "invalid block number %d", number)
	}
	return uint64(number), nil
}

// byNumber returns the block with a number or tag, or index.ErrNotFound.
func (b *Backend) byNumber(number rpc.BlockNumber) (*view.Block, error) {
	n, err := b.resolve(number)
	if err != nil {
		return nil, err
	}
	return b.cfg.Index.Block(n)
}

// Resolve returns the block that a parameter names, the last one when it names
// none, or an error that a client understands.
func (b *Backend) Resolve(where *rpc.BlockNumberOrHash) (*view.Block, error) { return b.at(where) }

// at returns the block whose state a method asks for: the last one when it
// does not say.
func (b *Backend) at(where *rpc.BlockNumberOrHash) (*view.Block, error) {
	if where == nil {
		return b.head()
	}
	block, err := b.lookup(*where)
	if errors.Is(err, index.ErrNotFound) {
		return nil, rpcerr.Default("header not found")
	}
	return block, rpcerr.From(err)
}

func (b *Backend) lookup(where rpc.BlockNumberOrHash) (*view.Block, error) {
	if hash, ok := where.Hash(); ok {
		n, err := b.cfg.Index.BlockNumber(hash)
		if err != nil {
			return nil, err
		}
		return b.cfg.Index.Block(n)
	}
	number, ok := where.Number()
	if !ok {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "invalid argument: neither block number nor block hash")
	}
	return b.byNumber(number)
}

// absent is true of the error that means null in an answer.
func absent(err error) bool { return errors.Is(err, index.ErrNotFound) }
