// Package api is the gateway's JSON-RPC methods: those of Ethereum's nodes that wallets and libraries use, in the
// namespaces eth, net, web3 and txpool.
//
// It promises the shapes and the error codes of the Ethereum execution API. Blocks are final when they appear, so the
// tags latest, safe and finalized all mean the last one.
package api

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/follow"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/pool"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/state"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
)

// Limits bound what one request may ask for.
type Limits struct {
	// CallGas is the most gas that a call or an estimate may use.
	CallGas uint64
	// SmallCallGas is the gas with which one that names more, or none, is tried.
	SmallCallGas uint64
	// CallTimeout ends a call or an estimate.
	CallTimeout time.Duration
	// LogBlocks is the most rounds and LogResults the most logs of a query.
	LogBlocks  uint64
	LogResults int
	// AnswerBytes is the largest answer.
	AnswerBytes int
	// FilterTimeout is how long a filter lives without being asked.
	FilterTimeout time.Duration
	// SubscriptionsPerConnection is how many there may be on one connection.
	SubscriptionsPerConnection int
}

// Pools are what clients share.
type Pools struct {
	// Calls are the calls, estimates and log queries that run, LargeCalls those of them that wait for Machine or have
	// had room of it, and Work the bytes that building answers takes.
	Calls, LargeCalls, Work *admission.Pool
	// Machine are the bytes of memory that calls may take, SmallMachine those of calls that have at most SmallCallGas.
	Machine, SmallMachine *admission.Pool
	// Filters and Subscriptions are those that are installed, and FilterBytes the bytes of their addresses and topics.
	Filters, Subscriptions, FilterBytes *admission.Pool
	// Parameters are the bytes that the parameters of calls take.
	Parameters *admission.Pool
}

// Follower is what the methods need to know of the process that keeps the index up.
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
	// LeastGas returns what a message costs at least beyond what the machine says, in the runtime's own accounting.
	LeastGas func(ctx context.Context, round uint64, msg evm.Message) (uint64, error)
	// Earliest returns the first round whose state the node still has.
	Earliest func(ctx context.Context) (uint64, error)
	Limits   Limits
	Pools    Pools
	// Now is the clock by which filters expire.
	Now    func() time.Time
	Logger *slog.Logger
}

// Backend is what all methods share. Make one with New.
type Backend struct {
	cfg  Config
	done chan struct{}
	once sync.Once

	subscriptions subscriptions
	filters       filters
}

// New returns a backend.
func New(cfg Config) *Backend {
	return &Backend{
		cfg:           cfg,
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
		{"debug", &Debug{b}}, {"assent", &Outcomes{b}}, {"oasis", &Oasis{}},
		{"personal", &Personal{}}, {"net", &Net{b}}, {"web3", &Web3{b}}, {"txpool", &TxPool{b}},
	} {
		if err := server.RegisterName(s.namespace, s.service); err != nil {
			return err
		}
	}
	return nil
}

// expensive runs f when there is room for it, at most for as long as a call may take.
func (b *Backend) expensive(ctx context.Context, f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, b.cfg.Limits.CallTimeout)
	defer cancel()
	p := &place{pool: b.cfg.Pools.Calls, client: admission.ClientOf(ctx)}
	if err := p.pool.Wait(ctx, p.client, 1); err != nil {
		return rpcerr.From(err)
	}
	defer func() { p.pool.Give(p.client, 1) }()
	return rpcerr.From(f(context.WithValue(ctx, placeKey{}, p)))
}

// settle says that a call's parameters were read and take so many bytes from now on. A method says so before it waits
// for what may be long.
func (b *Backend) settle(ctx context.Context, bytes int64) {
	admission.Settle(ctx, b.cfg.Pools.Parameters, bytes)
}

// place is where a request counts that takes work.
type place struct {
	pool   *admission.Pool
	client admission.Client
}

type placeKey struct{}

// enlarge has the context's request count as a large one from now on, so that its place is free for others while it
// waits for the machine. A client that has many of these is refused: each holds room for its answer.
func (b *Backend) enlarge(ctx context.Context) error {
	p, ok := ctx.Value(placeKey{}).(*place)
	large := b.cfg.Pools.LargeCalls
	if !ok || p.pool == large {
		return nil
	}
	if err := large.Take(p.client, 1); err != nil {
		return err
	}
	p.pool.Give(p.client, 1)
	p.pool = large
	return nil
}

// Enter waits until the client has room for one more request that takes work, and takes it. The caller calls leave when
// it is done.
func (b *Backend) Enter(ctx context.Context) (leave func(), err error) {
	client := admission.ClientOf(ctx)
	if err := b.cfg.Pools.Calls.Wait(ctx, client, 1); err != nil {
		return nil, rpcerr.From(err)
	}
	return func() { b.cfg.Pools.Calls.Give(client, 1) }, nil
}

// Costs of an answer while it is built, in bytes: of any one, and of each byte of what the index stores, which is
// decoded, written in hexadecimal and copied.
const (
	answerCost = 64 << 10
	storedCost = 8
)

// outsize refuses an answer from so many stored bytes that cannot fit.
func (b *Backend) outsize(stored int) error {
	if 2*stored <= b.cfg.Limits.AnswerBytes {
		return nil
	}
	return rpcerr.New(
		rpcerr.CodeTooLarge, "response too large: it would have more than %d bytes", b.cfg.Limits.AnswerBytes,
	)
}

// buildCost is what building an answer from so many stored bytes takes of the room for it, at most a client's share.
func (b *Backend) buildCost(stored int) int64 {
	return min(answerCost+storedCost*int64(stored), b.cfg.Pools.Work.Share())
}

// weigh waits until there is room to build an answer from as many stored bytes. The room is kept until the answer is
// complete. What cannot fit an answer is refused. A method weighs what it reads before it reads it.
func (b *Backend) weigh(ctx context.Context, stored int) error {
	if err := b.outsize(stored); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, b.cfg.Limits.CallTimeout)
	defer cancel()
	return rpcerr.From(admission.Hold(ctx, b.cfg.Pools.Work, b.buildCost(stored)))
}

// Weigh is weigh for other namespaces.
func (b *Backend) Weigh(ctx context.Context, stored int) error { return b.weigh(ctx, stored) }

// weighTxs weighs count transactions from a position on.
func (b *Backend) weighTxs(ctx context.Context, from index.Position, count uint32) error {
	stored, err := b.cfg.Index.TxBytes(from, count)
	if err != nil {
		return rpcerr.From(err)
	}
	return b.weigh(ctx, stored)
}

// weighReceipts weighs the receipts of count transactions from a position on.
func (b *Backend) weighReceipts(ctx context.Context, from index.Position, count uint32) error {
	stored, err := b.cfg.Index.ReceiptBytes(from, count)
	if err != nil {
		return rpcerr.From(err)
	}
	return b.weigh(ctx, stored)
}

// weighBlock weighs a block with the hashes of its transactions, or all of them.
func (b *Backend) weighBlock(ctx context.Context, block *view.Block, full bool) error {
	if full {
		return b.weighTxs(ctx, index.Position{Round: block.Number}, uint32(len(block.TxHashes)))
	}
	return b.weigh(ctx, common.HashLength*len(block.TxHashes))
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

// Resolve returns the block that a parameter names, the last one when it names none, or an error that a client
// understands.
func (b *Backend) Resolve(where *rpc.BlockNumberOrHash) (*view.Block, error) { return b.at(where) }

// at returns the block whose state a method asks for: the last one when it does not say.
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
