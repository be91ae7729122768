package state

import (
	"context"
	"fmt"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"
)

// DefaultCapacity is how many bytes of tree nodes the runtime's cache keeps: all of a state of a million and a half
// consents, and of a larger one the upper levels and what was used last.
const DefaultCapacity = 512 << 20

// maxViews is how many trees for queries are kept.
const maxViews = 3

// Cache keeps what requests have in common: the nodes of the state's tree, whether the host sent them or a round made
// them, so that a node that executes rounds fetches next to nothing. A tree at any root begins without anything and
// takes from them what it touches, so the cost of a request grows with what it touches and the tree's depth, and not
// with the state or with what other requests wrote. It is safe for concurrent use.
type Cache struct {
	source *source

	execution, checking slot

	mu    sync.Mutex // Guards what is below.
	views []*View
}

// slot is a tree that one request uses at a time.
type slot struct {
	mu   sync.Mutex
	tree mkvs.Tree
	root node.Root
}

// NewCache returns a cache that fetches what it lacks from the host and keeps up to some bytes of it.
func NewCache(host syncer.ReadSyncer, capacity int) *Cache {
	return &Cache{source: newSource(host, capacity)}
}

// Work is a tree that its holder has for itself until it is closed.
type Work struct {
	tree mkvs.Tree
	slot *slot
	// dirty tells of writes that belong to no round yet.
	dirty bool
}

var _ mkvs.KeyValueTree = (*Work)(nil)

// Execution returns a tree at the root to execute a round on. There is one; others wait until it is closed.
func (c *Cache) Execution(root node.Root) *Work { return c.work(&c.execution, root) }

// Checking returns a tree at the root to check transactions on. There is one; others wait until it is closed.
func (c *Cache) Checking(root node.Root) *Work { return c.work(&c.checking, root) }

func (c *Cache) work(s *slot, root node.Root) *Work {
	s.mu.Lock()
	if s.tree == nil || !s.root.Equal(&root) {
		if s.tree != nil {
			s.tree.Close()
		}
		s.tree, s.root = c.source.open(root), root
	}
	return &Work{tree: s.tree, slot: s}
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

// CommitRound computes the root of the round after what was written, and what was written as a log. The tree then is at
// that root.
func (w *Work) CommitRound(ctx context.Context, round uint64) (writelog.WriteLog, hash.Hash, error) {
	w.dirty = true
	log, root, err := w.tree.Commit(ctx, w.slot.root.Namespace, round)
	if err != nil {
		return nil, hash.Hash{}, fmt.Errorf("committing state of round %d: %w", round, err)
	}
	w.slot.root.Version, w.slot.root.Hash = round, root
	w.dirty = false
	return log, root, nil
}

const (
	// maxProof is how many bytes of nodes a proof of entries may have before it ends early: the caller asks again from
	// where it ends. Entries of people are small; a contract's code is not.
	maxProof = 4 << 20
	// maxPrefetch is how many entries the host is asked for at a time. Of the largest that there are, contracts of 24
	// KiB, as many fit in a message of the host's.
	maxPrefetch = 1024
)

// Iterate answers as the host does, with a proof of the entries from a key on, of which most come from the cache. It
// proves fewer entries than it is asked for, and one at least, where they are large.
func (c *Cache) Iterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	tree := c.source.open(rq.Tree.Root)
	defer tree.Close()
	proof, err := iterate(ctx, tree, rq)
	if err != nil {
		return nil, fmt.Errorf("proving entries of round %d: %w", rq.Tree.Root.Version, err)
	}
	return &syncer.ProofResponse{Proof: *proof}, nil
}

func iterate(ctx context.Context, tree mkvs.Tree, rq *syncer.IterateRequest) (*syncer.Proof, error) {
	builder, err := syncer.NewProofBuilderForVersion(rq.Tree.Root.Hash, rq.Tree.Root.Hash, rq.ProofVersion)
	if err != nil {
		return nil, err
	}
	it := tree.NewIterator(ctx, mkvs.WithProofBuilder(builder), mkvs.IteratorPrefetch(min(rq.Prefetch, maxPrefetch)))
	defer it.Close()
	it.Seek(rq.Key)
	for i := 0; it.Valid() && i < int(rq.Prefetch) && builder.Size() < maxProof; i++ {
		it.Next()
	}
	if it.Err() != nil {
		return nil, it.Err()
	}
	return it.GetProof()
}
