package prooftest

import (
	"path/filepath"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	roothashState "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/apps/roothash/state"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	storage "github.com/oasisprotocol/oasis-core/go/storage/api"
	"github.com/oasisprotocol/oasis-core/go/storage/database"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

// store is a versioned state tree in oasis-core's own node database.
type store struct {
	t       testing.TB
	ns      common.Namespace
	backend storage.LocalBackend
	root    node.Root
}

// Store serves proofs of a state tree, as a node does.
type Store struct{ *store }

var _ syncer.ReadSyncer = (*Store)(nil)

func newStore(t testing.TB, dir, name string, ns common.Namespace) *store {
	t.Helper()
	memory := dir == ""
	if memory {
		dir = t.TempDir()
	}
	b, err := database.New(&storage.Config{
		Backend:      database.BackendNamePathBadger,
		DB:           filepath.Join(dir, name),
		Namespace:    ns,
		MemoryOnly:   memory,
		NoFsync:      true,
		MaxCacheSize: 64 << 20,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Cleanup)
	s := &store{t: t, ns: ns, backend: b}
	s.root = node.Root{Namespace: ns, Type: node.RootTypeState}
	s.root.Hash.Empty()
	return s
}

// commit writes to the tree and stores it as a version.
func (s *store) commit(version uint64, writes []Write) hash.Hash {
	return s.update(version, func(tree mkvs.Tree) error {
		for _, w := range writes {
			var err error
			if w.Value == nil {
				err = tree.Remove(background(), w.Key)
			} else {
				err = tree.Insert(background(), w.Key, w.Value)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *store) update(version uint64, change func(mkvs.Tree) error) hash.Hash {
	s.t.Helper()
	root := s.root
	if root.Hash.IsEmpty() {
		root.Version = version
	}
	tree := mkvs.NewWithRoot(nil, s.backend.NodeDB(), root)
	defer tree.Close()
	if err := change(tree); err != nil {
		s.t.Fatal(err)
	}
	_, h, err := tree.Commit(background(), s.ns, version)
	if err != nil {
		s.t.Fatal(err)
	}
	s.root.Version, s.root.Hash = version, h
	if err := s.backend.NodeDB().Finalize([]node.Root{s.root}); err != nil {
		s.t.Fatal(err)
	}
	return h
}

// setRuntime stores the runtime's record with oasis-core's own code, among other records so that the tree has some
// depth.
func (s *store) setRuntime(version uint64, state *roothash.RuntimeState, pastRoots uint64) hash.Hash {
	return s.update(version, func(tree mkvs.Tree) error {
		if version == 1 {
			for i := range 200 {
				if err := tree.Insert(background(), append([]byte{0x50}, seed("account", i)...),
					seed("balance", i)); err != nil {
					return err
				}
			}
			params := roothash.ConsensusParameters{MaxPastRootsStored: pastRoots}
			if err := tree.Insert(background(), []byte{0x21}, cbor.Marshal(params)); err != nil {
				return err
			}
		}
		return roothashState.NewMutableState(tree).SetRuntimeState(background(), state)
	})
}

// SyncGet implements syncer.ReadSyncer.
func (s *store) SyncGet(ctx ctx, r *syncer.GetRequest) (*syncer.ProofResponse, error) {
	return s.backend.SyncGet(ctx, r)
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (s *store) SyncGetPrefixes(ctx ctx, r *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	return s.backend.SyncGetPrefixes(ctx, r)
}

// SyncIterate implements syncer.ReadSyncer.
func (s *store) SyncIterate(ctx ctx, r *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return s.backend.SyncIterate(ctx, r)
}

// Get returns the proof of one key.
func (s *store) Get(t testing.TB, root node.Root, key []byte) *syncer.Proof {
	t.Helper()
	rsp, err := s.SyncGet(background(), &syncer.GetRequest{
		Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: key, ProofVersion: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	return &rsp.Proof
}

// Iterate returns the proof of the entries from a key on.
func (s *store) Iterate(t testing.TB, root node.Root, key []byte, count uint16) *syncer.Proof {
	t.Helper()
	rsp, err := s.SyncIterate(background(), &syncer.IterateRequest{
		Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: key, Prefetch: count, ProofVersion: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	return &rsp.Proof
}

// Either serves what one of two states has: the node of an attacker's friend has the chain's state beside the one that
// it would like to be believed.
func Either(first, second syncer.ReadSyncer) syncer.ReadSyncer { return either{first, second} }

type either struct{ first, second syncer.ReadSyncer }

func or[R any](ctx ctx, first, second func(ctx, R) (*syncer.ProofResponse, error), r R) (*syncer.ProofResponse, error) {
	if rsp, err := first(ctx, r); err == nil {
		return rsp, nil
	}
	return second(ctx, r)
}

// SyncGet implements syncer.ReadSyncer.
func (e either) SyncGet(ctx ctx, r *syncer.GetRequest) (*syncer.ProofResponse, error) {
	return or(ctx, e.first.SyncGet, e.second.SyncGet, r)
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (e either) SyncGetPrefixes(ctx ctx, r *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	return or(ctx, e.first.SyncGetPrefixes, e.second.SyncGetPrefixes, r)
}

// SyncIterate implements syncer.ReadSyncer.
func (e either) SyncIterate(ctx ctx, r *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return or(ctx, e.first.SyncIterate, e.second.SyncIterate, r)
}
