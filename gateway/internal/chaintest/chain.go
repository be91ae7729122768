// Package chaintest is a chain for tests: the real runtime, run in the test's own process behind the interface of a
// node, without consensus.
//
// It keeps what a node keeps (blocks, inputs, outputs, events and the state of every round with its proofs), and has
// what a test wants and a node has not: rounds on demand, a switch that makes it unreachable, and pruning at will.
package chaintest

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/pubsub"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	nodedb "github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/badger"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"

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

// New returns a chain at round 0, which has no state yet. It is closed with the test.
func New(t testing.TB, doc genesis.Document) *Chain {
	t.Helper()
	return NewAt(t, doc, genesisTime)
}

// NewAt makes a chain whose round 0 has a time, in Unix seconds.
func NewAt(t testing.TB, doc genesis.Document, start uint64) *Chain {
	t.Helper()
	ready, err := genesis.New(doc)
	if err != nil {
		t.Fatal(err)
	}
	set, err := paratime.New(ready)
	if err != nil {
		t.Fatal(err)
	}
	ndb, err := badger.New(&nodedb.Config{DB: t.TempDir(), NoFsync: true, MemoryOnly: true, Namespace: RuntimeID,
		MaxCacheSize: 16 << 20})
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
		blocks:  []*block.Block{block.NewGenesisBlock(RuntimeID, start)},
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
		return cmp.Or(slices.Compare(a.meta.Sender.Address[:], b.meta.Sender.Address[:]),
			cmp.Compare(a.meta.Sender.Nonce, b.meta.Sender.Nonce))
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
