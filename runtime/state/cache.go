package state

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"
)

const (
	// nodeCapacity and valueCapacity bound one tree's memory: about 100 MB.
	nodeCapacity  = 200_000
	valueCapacity = 32 << 20
	// maxTransitions and maxTransitionBytes bound the write logs kept.
	maxTransitions     = 8
	maxTransitionBytes = 32 << 20
	// maxViews is how many trees for queries are kept.
	maxViews = 3
)

// Cache keeps trees of the runtime's state between requests, so that a node
// that executes rounds fetches almost nothing from its host: the tree that
// executed a round is at the next round's root already, and the others follow
// by replaying what the round wrote. It is safe for concurrent use.
type Cache struct {
	rs syncer.ReadSyncer

	execution, checking slot

	mu          sync.Mutex // Guards what is below.
	transitions []transition
	views       []*View
}

// slot is a tree that one request uses at a time.
type slot struct {
	mu   sync.Mutex
	tree mkvs.Tree
	root node.Root
}

// transition is what a round wrote: from the root before to the root after.
type transition struct {
	from hash.Hash
	to   hash.Hash
	log  writelog.WriteLog
	size int
}

// NewCache returns a cache of trees that fetch what they lack from rs.
func NewCache(rs syncer.ReadSyncer) *Cache { return &Cache{rs: rs} }

// Work is a tree that its holder has for itself until it is closed.
type Work struct {
	tree  mkvs.Tree
	cache *Cache
	slot  *slot
	// dirty tells of writes that belong to no round yet.
	dirty bool
}

var _ mkvs.KeyValueTree = (*Work)(nil)

// Execution returns a tree at the root to execute a round on. There is one;
// others wait until it is closed.
func (c *Cache) Execution(ctx context.Context, root node.Root) *Work {
	return c.work(ctx, &c.execution, root)
}

// Checking returns a tree at the root to check transactions on. There is one;
// others wait until it is closed.
func (c *Cache) Checking(ctx context.Context, root node.Root) *Work {
	return c.work(ctx, &c.checking, root)
}

func (c *Cache) work(ctx context.Context, s *slot, root node.Root) *Work {
	s.mu.Lock()
	if s.tree == nil || !c.advance(ctx, s.tree, s.root, root) {
		if s.tree != nil {
			s.tree.Close()
		}
		s.tree = c.open(root)
	}
	s.root = root
	return &Work{tree: s.tree, cache: c, slot: s}
}

// Close gives the tree back. Writes that were not committed are dropped.
func (w *Work) Close() {
	if w.dirty {
		w.tree.Close()
		w.slot.tree = nil
	}
	w.slot.mu.Unlock()
}

// Get implements mkvs.KeyValueTree.
func (w *Work) Get(ctx context.Context, key []byte) ([]byte, error) {
	return w.tree.Get(ctx, key)
}

// NewIterator implements mkvs.KeyValueTree.
func (w *Work) NewIterator(ctx context.Context, options ...mkvs.IteratorOption) mkvs.Iterator {
	return w.tree.NewIterator(ctx, options...)
}

// Insert implements mkvs.KeyValueTree.
func (w *Work) Insert(ctx context.Context, key, value []byte) error {
	w.dirty = true
	return w.tree.Insert(ctx, key, value)
}

// Remove implements mkvs.KeyValueTree.
func (w *Work) Remove(ctx context.Context, key []byte) error {
	w.dirty = true
	return w.tree.Remove(ctx, key)
}

// RemoveExisting implements mkvs.KeyValueTree.
func (w *Work) RemoveExisting(ctx context.Context, key []byte) ([]byte, error) {
	w.dirty = true
	return w.tree.RemoveExisting(ctx, key)
}

// CommitRound computes the root of the round after what was written, and what
// was written as a log. The tree then is at that root.
func (w *Work) CommitRound(ctx context.Context, round uint64) (writelog.WriteLog, hash.Hash, error) {
	w.dirty = true
	log, root, err := w.tree.Commit(ctx, w.slot.root.Namespace, round)
	if err != nil {
		return nil, hash.Hash{}, fmt.Errorf("committing state of round %d: %w", round, err)
	}
	w.cache.remember(w.slot.root.Hash, root, log)
	w.slot.root.Version, w.slot.root.Hash = round, root
	w.dirty = false
	return log, root, nil
}

func (c *Cache) open(root node.Root) mkvs.Tree {
	return mkvs.NewWithRoot(c.rs, nil, root, mkvs.Capacity(nodeCapacity, valueCapacity))
}

// remember keeps what a round wrote.
func (c *Cache) remember(from, to hash.Hash, log writelog.WriteLog) {
	t := transition{from: from, to: to, log: log}
	for i := range log {
		t.size += len(log[i].Key) + len(log[i].Value)
	}
	if from.Equal(&to) || t.size > maxTransitionBytes {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	kept, size := c.transitions[:0], t.size
	for i, old := range c.transitions {
		size += old.size
		if len(c.transitions)-i < maxTransitions && !(old.from == from && old.to == to) {
			kept = append(kept, old)
		}
	}
	for size > maxTransitionBytes && len(kept) > 0 {
		size -= kept[0].size
		kept = kept[1:]
	}
	c.transitions = append(append([]transition(nil), kept...), t)
}

// path returns the transitions that lead from one root to another; ok is false
// when the cache does not know any. The cache is locked.
func (c *Cache) path(from, to hash.Hash) (path []transition, ok bool) {
	for !from.Equal(&to) {
		// Going back from the goal finds the one way to it.
		i := len(c.transitions) - 1
		for i >= 0 && !c.transitions[i].to.Equal(&to) {
			i--
		}
		if i < 0 || len(path) > maxTransitions {
			return nil, false
		}
		path = append(path, c.transitions[i])
		to = c.transitions[i].from
	}
	slices.Reverse(path)
	return path, true
}

// advance moves the tree from one root to another. It reports whether it
// could; if not, the tree must not be used any more.
func (c *Cache) advance(ctx context.Context, tree mkvs.Tree, from, to node.Root) bool {
	if from.Type != to.Type || from.Namespace != to.Namespace || to.Version < from.Version {
		return false
	}
	if from.Equal(&to) {
		return true
	}
	// The path is empty when a round changed nothing: it has the same root
	// under another number.
	c.mu.Lock()
	path, ok := c.path(from.Hash, to.Hash)
	c.mu.Unlock()
	if !ok {
		return false
	}
	for _, t := range path {
		if err := tree.ApplyWriteLog(ctx, writelog.NewStaticIterator(t.log)); err != nil {
			return false
		}
	}
	_, err := tree.CommitKnown(ctx, to)
	return err == nil
}
