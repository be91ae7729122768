// Package state reads the runtime's state as Ethereum clients know it: nonces, balances, code, storage, and calls that
// are run and thrown away.
//
// Every value comes with a proof that is checked against the state root in the block's header, so what is read is the
// state of that very block or an error.
package state

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	oasis "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/evm"
)

// ErrUnavailable means that the node no longer has the state of a block. Newer blocks, and nodes that prune less, have
// it.
var ErrUnavailable = errors.New("the node does not have the state of this block, it has pruned it")

// Bounds on what is kept of recent states. A tree is used by one request at a time, and the trees of a state are used
// again.
const (
	keptStates    = 4
	treesPerState = 4
	treeNodes     = 4096
	treeBytes     = 4 << 20
)

// Source reads states from a node.
type Source struct {
	syncer    syncer.ReadSyncer
	runtimeID oasis.Namespace
	engine    *evm.Engine
	query     Query

	mu     sync.Mutex
	states []*trees // the most recently used one last
}

type trees struct {
	root mkvsNode.Root
	free []mkvs.Tree
}

// New returns a source that reads the state of a runtime through a syncer, and, before there is a state, by queries.
func New(rs syncer.ReadSyncer, runtimeID oasis.Namespace, engine *evm.Engine, query Query) *Source {
	return &Source{syncer: rs, runtimeID: runtimeID, engine: engine, query: query}
}

// Root returns the root of the state tree after a block.
func (s *Source) Root(b *view.Block) mkvsNode.Root {
	return mkvsNode.Root{
		Namespace: s.runtimeID,
		Version:   b.Number,
		Type:      mkvsNode.RootTypeState,
		Hash:      hash.Hash(b.StateRoot),
	}
}

// With calls f with the state tree after a block. The tree is f's own while f runs.
func (s *Source) With(b *view.Block, f func(mkvs.ImmutableKeyValueTree) error) error {
	root := s.Root(b)
	if root.Hash.IsEmpty() {
		return f(&genesisTree{query: s.query, round: b.Number})
	}
	tree := s.take(root)
	if err := f(tree); err != nil {
		// Whatever the tree has cached is proven, but it costs little to drop.
		tree.Close()
		if err = node.Wrap(err); errors.Is(err, node.ErrNotFound) {
			return fmt.Errorf("%w (block %d): %w", ErrUnavailable, b.Number, err)
		}
		return err
	}
	s.give(root, tree)
	return nil
}

func (s *Source) take(root mkvsNode.Root) mkvs.Tree {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, st := range s.states {
		if !st.root.Equal(&root) {
			continue
		}
		s.states = append(append(s.states[:i:i], s.states[i+1:]...), st)
		if n := len(st.free); n > 0 {
			tree := st.free[n-1]
			st.free = st.free[:n-1]
			return tree
		}
		break
	}
	return mkvs.NewWithRoot(s.syncer, nil, root, mkvs.Capacity(treeNodes, treeBytes))
}

func (s *Source) give(root mkvsNode.Root, tree mkvs.Tree) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var st *trees
	for _, known := range s.states {
		if known.root.Equal(&root) {
			st = known
		}
	}
	if st == nil {
		st = &trees{root: root}
		s.states = append(s.states, st)
		if len(s.states) > keptStates {
			for _, old := range s.states[0].free {
				old.Close()
			}
			s.states = append([]*trees(nil), s.states[1:]...)
		}
	}
	if len(st.free) == treesPerState {
		tree.Close()
		return
	}
	st.free = append(st.free, tree)
}

// Precompiles are the addresses of the chain's precompiled contracts by name.
func (s *Source) Precompiles() map[string]common.Address { return s.engine.Precompiles() }

// Nonce returns an address's nonce after a block.
func (s *Source) Nonce(ctx context.Context, b *view.Block, addr common.Address) (nonce uint64, err error) {
	err = s.With(b, func(tree mkvs.ImmutableKeyValueTree) error {
		nonce, err = evm.TreeAccounts(ctx, newOverlay(tree)).Nonce(addr)
		return err
	})
	return nonce, err
}

// Balance returns an address's native balance after a block.
func (s *Source) Balance(ctx context.Context, b *view.Block, addr common.Address) (balance uint256.Int, err error) {
	err = s.With(b, func(tree mkvs.ImmutableKeyValueTree) error {
		balance, err = evm.TreeAccounts(ctx, newOverlay(tree)).Balance(addr)
		return err
	})
	return balance, err
}

// Account returns an address's nonce and native balance after a block.
func (s *Source) Account(
	ctx context.Context, b *view.Block, addr common.Address,
) (nonce uint64, balance uint256.Int, err error) {
	err = s.With(b, func(tree mkvs.ImmutableKeyValueTree) error {
		accounts := evm.TreeAccounts(ctx, newOverlay(tree))
		if nonce, err = accounts.Nonce(addr); err != nil {
			return err
		}
		balance, err = accounts.Balance(addr)
		return err
	})
	return nonce, balance, err
}

// Code returns the code of an address after a block.
func (s *Source) Code(ctx context.Context, b *view.Block, addr common.Address) (code []byte, err error) {
	return s.value(ctx, b, layout.CodeKey(layout.Address(addr)))
}

// Storage returns a storage slot of an address after a block.
func (s *Source) Storage(ctx context.Context, b *view.Block, addr common.Address,
	slot common.Hash) (common.Hash, error) {
	v, err := s.value(ctx, b, layout.StorageKey(layout.Address(addr), layout.Word(slot)))
	return common.BytesToHash(v), err
}

func (s *Source) value(ctx context.Context, b *view.Block, key []byte) (value []byte, err error) {
	err = s.With(b, func(tree mkvs.ImmutableKeyValueTree) error {
		value, err = tree.Get(ctx, key)
		return err
	})
	return value, err
}
