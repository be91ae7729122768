package state

import (
	"context"
	"fmt"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

const (
	// treeCapacity and treeValues bound what one tree holds beside the nodes that all trees share, in nodes and bytes.
	treeCapacity = 50_000
	treeValues   = 16 << 20
	// retained is how many rounds' replaced nodes are kept, for trees at the roots before.
	retained = 8
)

// source gives all trees their nodes: those that are kept, and the host's, which it verifies and keeps. It is the
// trees' database, of which they ask every node that they lack, and their syncer, of which they ask what the database
// has not got.
type source struct {
	api.NodeDB // What follows replaces all of it that a tree calls.
	host       syncer.ReadSyncer
	nodes      *nodes

	mu       sync.Mutex
	replaced [][]hash.Hash // By the last rounds, the newest last.
}

var (
	_ api.NodeDB        = (*source)(nil)
	_ syncer.ReadSyncer = (*source)(nil)
)

func newSource(host syncer.ReadSyncer, capacity int) *source {
	none, _ := api.NewNopNodeDB() // It cannot fail.
	return &source{NodeDB: none, host: host, nodes: newNodes(capacity)}
}

// open returns a tree at the root.
func (s *source) open(root node.Root) mkvs.Tree {
	return mkvs.NewWithRoot(s, s, root, mkvs.Capacity(treeCapacity, treeValues))
}

// GetNode implements api.NodeDB.
func (s *source) GetNode(_ node.Root, ptr *node.Pointer) (node.Node, error) {
	if n := s.nodes.get(&ptr.Hash); n != nil {
		return n, nil
	}
	return nil, api.ErrNodeNotFound
}

// NewBatch implements api.NodeDB: a batch keeps what a round made.
func (s *source) NewBatch(old node.Root, version uint64, chunk bool) (api.Batch, error) {
	none, err := s.NodeDB.NewBatch(old, version, chunk)
	return &batch{Batch: none, source: s}, err
}

type batch struct {
	api.Batch
	source   *source
	replaced []hash.Hash
}

// PutNode implements api.Batch. The pointer does not have the hash yet, the node has.
func (b *batch) PutNode(ptr *node.Pointer) error {
	b.source.nodes.put(ptr.Node)
	return nil
}

// RemoveNodes implements api.Batch.
func (b *batch) RemoveNodes(pointers []*node.Pointer) error {
	for _, p := range pointers {
		b.replaced = append(b.replaced, p.Hash)
	}
	return nil
}

// Commit implements api.Batch. Nodes that a round replaced are let go some rounds later. Should one have come back
// meanwhile, it is fetched when it is needed.
func (b *batch) Commit(root node.Root) error {
	b.source.retire(b.replaced)
	return b.Batch.Commit(root)
}

func (s *source) retire(replaced []hash.Hash) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replaced = append(s.replaced, replaced)
	if len(s.replaced) > retained {
		for i := range s.replaced[0] {
			s.nodes.drop(&s.replaced[0][i])
		}
		s.replaced = s.replaced[1:]
	}
}

// SyncGet implements syncer.ReadSyncer.
func (s *source) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	rsp, err := s.host.SyncGet(ctx, rq)
	return s.keep(ctx, &rq.Tree, rsp, err)
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (s *source) SyncGetPrefixes(ctx context.Context, rq *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	rsp, err := s.host.SyncGetPrefixes(ctx, rq)
	return s.keep(ctx, &rq.Tree, rsp, err)
}

// SyncIterate implements syncer.ReadSyncer.
func (s *source) SyncIterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	rsp, err := s.host.SyncIterate(ctx, rq)
	return s.keep(ctx, &rq.Tree, rsp, err)
}

// keep verifies what the host answered and keeps the nodes in it. The tree that asked verifies it again.
func (s *source) keep(
	ctx context.Context, asked *syncer.TreeID, rsp *syncer.ProofResponse, err error,
) (*syncer.ProofResponse, error) {
	if err != nil {
		return nil, err
	}
	start := rsp.Proof.UntrustedRoot
	if start != asked.Position && start != asked.Root.Hash {
		return nil, fmt.Errorf("the host's proof begins at %s, neither at the root %s nor at %s below it",
			start, asked.Root.Hash, asked.Position)
	}
	var verifier syncer.ProofVerifier
	top, err := verifier.VerifyProof(ctx, start, &rsp.Proof)
	if err != nil {
		return nil, fmt.Errorf("verifying the host's proof: %w", err)
	}
	s.keepBelow(top)
	return rsp, nil
}

func (s *source) keepBelow(ptr *node.Pointer) {
	if ptr == nil || ptr.Node == nil {
		return
	}
	s.nodes.put(ptr.Node)
	if n, ok := ptr.Node.(*node.InternalNode); ok {
		s.keepBelow(n.Left)
		s.keepBelow(n.Right)
	}
}
