// Package chaintest is a chain for tests: the real runtime, run in the test's
// own process behind the interface of a node, without consensus.
//
// It keeps what a node keeps (blocks, inputs, outputs, events and the state of
// every round with its proofs), and has what a test wants and a node has not:
// rounds on demand, a switch that makes it unreachable, and pruning at will.
package chaintest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	oasisErrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	"github.com/oasisprotocol/oasis-core/go/common/pubsub"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	nodedb "github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/badger"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/paratime"
)

// RuntimeID is the runtime's ID.
var RuntimeID = common.NewTestNamespaceFromSeed([]byte("assent gateway test"), 0)

// genesisTime is the time of round 0. Each round is a second later.
const genesisTime = 1_700_000_000

// Chain is a chain. Make one with New.
type Chain struct {
	dispatcher *modules.Dispatcher
	ndb        nodedb.NodeDB
	broker     *pubsub.Broker
	// Auto makes a round out of every transaction at once. Set it before use.
	Auto bool

	mu       sync.Mutex
	blocks   []*block.Block
	txs      [][]*client.TransactionWithResults
	pool     []pooled
	seen     map[hash.Hash]bool
	earliest uint64
	down     bool
	closing  chan struct{} // ends the streams of a chain that goes down
}

type pooled struct {
	raw  []byte
	meta modules.CheckResult
}

var _ client.RuntimeClient = (*Chain)(nil)

// New returns a chain at round 0, which has no state yet. It is closed with the
// test.
func New(t testing.TB, doc genesis.Document) *Chain {
	t.Helper()
	ready, err := genesis.New(doc)
	if err != nil {
		t.Fatal(err)
	}
	set, err := paratime.New(ready)
	if err != nil {
		t.Fatal(err)
	}
	ndb, err := badger.New(&nodedb.Config{DB: t.TempDir(), NoFsync: true, MemoryOnly: true, Namespace: RuntimeID, MaxCacheSize: 16 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(ndb.Close)
	return &Chain{
		dispatcher: modules.NewDispatcher(set, modules.Config{
			Chain: ready, SignatureContext: modules.SignatureContext(RuntimeID, "test"),
			AllowQuery: func(string, bool) bool { return true },
		}),
		ndb:     ndb,
		broker:  pubsub.NewBroker(false),
		blocks:  []*block.Block{block.NewGenesisBlock(RuntimeID, genesisTime)},
		txs:     [][]*client.TransactionWithResults{nil},
		seen:    make(map[hash.Hash]bool),
		closing: make(chan struct{}),
	}
}

func (c *Chain) latest() *block.Block { return c.blocks[len(c.blocks)-1] }

// Latest returns the last round's number.
func (c *Chain) Latest() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.latest().Header.Round
}

// Produce makes a round out of what is in the pool.
func (c *Chain) Produce(t testing.TB) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.produce(); err != nil {
		t.Fatal(err)
	}
}

// ProduceEmpty makes a round without transactions, as an epoch's end does.
func (c *Chain) ProduceEmpty(t testing.TB) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	parent := c.latest()
	blk := block.NewEmptyBlock(parent, uint64(parent.Header.Timestamp)+1, block.EpochTransition)
	tree := c.stateTree(parent)
	defer tree.Close()
	if _, _, err := tree.Commit(context.Background(), RuntimeID, blk.Header.Round); err != nil {
		t.Fatal(err)
	}
	if err := c.ndb.Finalize([]mkvsNode.Root{blk.Header.StorageRootState()}); err != nil {
		t.Fatal(err)
	}
	c.append(blk, nil)
}

// Edit changes the state directly and makes a round of that.
func (c *Chain) Edit(t testing.TB, f func(context.Context, mkvs.KeyValueTree) error) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.build(nil, f); err != nil {
		t.Fatal(err)
	}
}

func (c *Chain) produce() error {
	slices.SortStableFunc(c.pool, func(a, b pooled) int {
		return cmp.Or(slices.Compare(a.meta.Sender.Address[:], b.meta.Sender.Address[:]), cmp.Compare(a.meta.Sender.Nonce, b.meta.Sender.Nonce))
	})
	batch := make([][]byte, len(c.pool))
	for i := range c.pool {
		batch[i] = c.pool[i].raw
	}
	return c.build(batch, func(context.Context, mkvs.KeyValueTree) error { return nil })
}

func (c *Chain) stateTree(b *block.Block) mkvs.Tree {
	return mkvs.NewWithRoot(nil, c.ndb, b.Header.StorageRootState())
}

// build runs a batch after the last round.
func (c *Chain) build(batch [][]byte, edit func(context.Context, mkvs.KeyValueTree) error) error {
	ctx := context.Background()
	parent := c.latest()
	tree := c.stateTree(parent)
	defer tree.Close()
	fetch := func(context.Context, hash.Hash, uint32) ([][]byte, error) { return nil, nil }
	result, err := c.dispatcher.ScheduleBatch(ctx, tree, describe(parent, 1), batch, fetch)
	if err != nil {
		return err
	}
	if err := edit(ctx, tree); err != nil {
		return err
	}
	blk := block.NewEmptyBlock(parent, uint64(parent.Header.Timestamp)+1, block.Normal)
	_, root, err := tree.Commit(ctx, RuntimeID, blk.Header.Round)
	if err != nil {
		return err
	}
	blk.Header.StateRoot = root
	if err := c.ndb.Finalize([]mkvsNode.Root{blk.Header.StorageRootState()}); err != nil {
		return err
	}
	var txs []*client.TransactionWithResults
	gone := make(map[hash.Hash]bool)
	for _, tx := range result.Txs {
		gone[tx.Hash] = true
		out := &client.TransactionWithResults{Tx: tx.Raw, Result: tx.Output}
		for _, tag := range tx.Tags {
			out.Events = append(out.Events, &client.PlainEvent{Key: tag.Key, Value: tag.Value})
		}
		txs = append(txs, out)
	}
	for _, h := range result.Rejected {
		gone[h] = true
		delete(c.seen, h)
	}
	if len(txs) > 0 {
		blk.Header.IORoot = hash.NewFrom(txs)
	}
	c.pool = slices.DeleteFunc(c.pool, func(p pooled) bool { return gone[hash.NewFromBytes(p.raw)] })
	c.append(blk, txs)
	return nil
}

func (c *Chain) append(blk *block.Block, txs []*client.TransactionWithResults) {
	c.blocks = append(c.blocks, blk)
	c.txs = append(c.txs, txs)
	c.broker.Broadcast(&roothash.AnnotatedBlock{Block: blk})
}

// describe is what the runtime learns of the round ahead rounds after a block.
func describe(b *block.Block, ahead uint64) *modules.Block {
	return &modules.Block{
		RuntimeID: RuntimeID,
		Round:     b.Header.Round + ahead,
		Timestamp: uint64(b.Header.Timestamp),
		Header:    b.Header,
	}
}

// Drop empties the pool, as a node does that was restarted.
func (c *Chain) Drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pool, c.seen = nil, make(map[hash.Hash]bool)
}

// Prune makes the rounds before one unavailable.
func (c *Chain) Prune(before uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.earliest = before
}

// SetDown makes the node unreachable, or reachable again.
func (c *Chain) SetDown(down bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if down && !c.down {
		close(c.closing)
		c.closing = make(chan struct{})
	}
	c.down = down
}

var errDown = status.Error(codes.Unavailable, "connection refused")

// lock takes the lock of a node that is up.
func (c *Chain) lock() error {
	c.mu.Lock()
	if c.down {
		c.mu.Unlock()
		return errDown
	}
	return nil
}

// find returns the block of a round. The lock must be held.
func (c *Chain) find(round uint64) (*block.Block, error) {
	if round == client.RoundLatest {
		return c.latest(), nil
	}
	if round >= uint64(len(c.blocks)) || round < c.earliest {
		return nil, roothash.ErrNotFound
	}
	return c.blocks[round], nil
}

// GetGenesisBlock implements client.RuntimeClient.
func (c *Chain) GetGenesisBlock(context.Context, common.Namespace) (*block.Block, error) {
	return c.blocks[0], nil
}

// GetBlock implements client.RuntimeClient.
func (c *Chain) GetBlock(_ context.Context, rq *client.GetBlockRequest) (*block.Block, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	return c.find(rq.Round)
}

// GetLastRetainedBlock implements client.RuntimeClient.
func (c *Chain) GetLastRetainedBlock(context.Context, common.Namespace) (*block.Block, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	return c.find(c.earliest)
}

// GetTransactions implements client.RuntimeClient.
func (c *Chain) GetTransactions(ctx context.Context, rq *client.GetTransactionsRequest) (raw [][]byte, err error) {
	txs, err := c.GetTransactionsWithResults(ctx, rq)
	for _, tx := range txs {
		raw = append(raw, tx.Tx)
	}
	return raw, err
}

// GetTransactionsWithResults implements client.RuntimeClient.
func (c *Chain) GetTransactionsWithResults(_ context.Context, rq *client.GetTransactionsRequest) ([]*client.TransactionWithResults, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	if _, err := c.find(rq.Round); err != nil {
		return nil, err
	}
	return c.txs[rq.Round], nil
}

// GetUnconfirmedTransactions implements client.RuntimeClient.
func (c *Chain) GetUnconfirmedTransactions(context.Context, common.Namespace) (raw [][]byte, err error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	for i := range c.pool {
		raw = append(raw, c.pool[i].raw)
	}
	return raw, nil
}

// GetEvents implements client.RuntimeClient.
func (c *Chain) GetEvents(ctx context.Context, rq *client.GetEventsRequest) (events []*client.Event, err error) {
	txs, err := c.GetTransactionsWithResults(ctx, &client.GetTransactionsRequest{RuntimeID: rq.RuntimeID, Round: rq.Round})
	for _, tx := range txs {
		for _, e := range tx.Events {
			events = append(events, &client.Event{Key: e.Key, Value: e.Value, TxHash: hash.NewFromBytes(tx.Tx)})
		}
	}
	return events, err
}

// Query implements client.RuntimeClient.
func (c *Chain) Query(ctx context.Context, rq *client.QueryRequest) (*client.QueryResponse, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	b, err := c.find(rq.Round)
	if err != nil {
		return nil, err
	}
	tree := c.stateTree(b)
	defer tree.Close()
	data, err := c.dispatcher.Query(ctx, tree, describe(b, 0), rq.Method, rq.Args)
	if err != nil {
		return nil, err
	}
	return &client.QueryResponse{Data: data}, nil
}

// WatchBlocks implements client.RuntimeClient.
func (c *Chain) WatchBlocks(ctx context.Context, _ common.Namespace) (<-chan *roothash.AnnotatedBlock, pubsub.ClosableSubscription, error) {
	if err := c.lock(); err != nil {
		return nil, nil, err
	}
	defer c.mu.Unlock()
	in := make(chan *roothash.AnnotatedBlock)
	out := make(chan *roothash.AnnotatedBlock)
	sub := c.broker.Subscribe()
	sub.Unwrap(in)
	closing := c.closing
	go func() {
		defer close(out)
		for {
			select {
			case b, ok := <-in:
				if !ok {
					return
				}
				select {
				case out <- b:
				case <-closing:
					return
				case <-ctx.Done():
					return
				}
			case <-closing:
				return
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, sub, nil
}

// SubmitTx implements client.RuntimeClient.
func (c *Chain) SubmitTx(context.Context, *client.SubmitTxRequest) ([]byte, error) {
	return nil, errors.New("chaintest: not implemented: use SubmitTxNoWait")
}

// SubmitTxMeta implements client.RuntimeClient.
func (c *Chain) SubmitTxMeta(context.Context, *client.SubmitTxRequest) (*client.SubmitTxMetaResponse, error) {
	return nil, errors.New("chaintest: not implemented: use SubmitTxNoWait")
}

// SubmitTxNoWait implements client.RuntimeClient, with the node's own words.
func (c *Chain) SubmitTxNoWait(ctx context.Context, rq *client.SubmitTxRequest) error {
	if err := c.lock(); err != nil {
		return err
	}
	defer c.mu.Unlock()
	h := hash.NewFromBytes(rq.Data)
	if c.seen[h] {
		return status.Error(codes.Unknown, "duplicate transaction")
	}
	meta, err := c.check(ctx, rq.Data)
	if err != nil {
		return err
	}
	for i := range c.pool {
		old := &c.pool[i]
		if old.meta.Sender.Address != meta.Sender.Address || old.meta.Sender.Nonce != meta.Sender.Nonce {
			continue
		}
		if old.meta.Priority >= meta.Priority {
			return checkFailed(protocol.Error{Module: "txpool", Code: 1, Message: "replacement transaction underpriced"})
		}
		old.raw, old.meta = rq.Data, *meta
		c.seen[h] = true
		return nil
	}
	c.seen[h] = true
	c.pool = append(c.pool, pooled{raw: rq.Data, meta: *meta})
	if c.Auto {
		return c.produce()
	}
	return nil
}

// CheckTx implements client.RuntimeClient.
func (c *Chain) CheckTx(ctx context.Context, rq *client.CheckTxRequest) error {
	if err := c.lock(); err != nil {
		return err
	}
	defer c.mu.Unlock()
	_, err := c.check(ctx, rq.Data)
	return err
}

func (c *Chain) check(ctx context.Context, raw []byte) (*modules.CheckResult, error) {
	tree := c.stateTree(c.latest())
	defer tree.Close()
	results, err := c.dispatcher.CheckBatch(ctx, tree, describe(c.latest(), 1), [][]byte{raw})
	if err != nil {
		return nil, err
	}
	if e := results[0].Err; e != nil {
		return nil, checkFailed(protocol.Error{Module: e.Module, Code: e.Code, Message: e.Message})
	}
	return &results[0], nil
}

func checkFailed(e protocol.Error) error {
	return oasisErrors.WithContext(client.ErrCheckTxFailed, e.String())
}

// State implements client.RuntimeClient.
func (c *Chain) State() syncer.ReadSyncer { return stateSyncer{c} }

// stateSyncer proves what is in the state of any round.
type stateSyncer struct{ c *Chain }

func (s stateSyncer) tree(root mkvsNode.Root) (mkvs.Tree, error) {
	if err := s.c.lock(); err != nil {
		return nil, err
	}
	defer s.c.mu.Unlock()
	if root.Version < s.c.earliest || !s.c.ndb.HasRoot(root) {
		return nil, fmt.Errorf("chaintest: %w", nodedb.ErrVersionNotFound)
	}
	return mkvs.NewWithRoot(nil, s.c.ndb, root), nil
}

// SyncGet implements syncer.ReadSyncer.
func (s stateSyncer) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	tree, err := s.tree(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return tree.SyncGet(ctx, rq)
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (s stateSyncer) SyncGetPrefixes(ctx context.Context, rq *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	tree, err := s.tree(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return tree.SyncGetPrefixes(ctx, rq)
}

// SyncIterate implements syncer.ReadSyncer.
func (s stateSyncer) SyncIterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	tree, err := s.tree(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return tree.SyncIterate(ctx, rq)
}
