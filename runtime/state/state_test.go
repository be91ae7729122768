package state_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/runtime/state"
)

var testNamespace = common.NewTestNamespaceFromSeed([]byte("assent/state"), common.NamespaceTest)

// host has the state at every root and counts what is asked of it.
type host struct {
	t     testing.TB
	tree  mkvs.Tree
	trees map[node.Root]mkvs.Tree
	items map[string]string
	calls atomic.Int64
	err   atomic.Pointer[error]
}

func newHost(t testing.TB) *host {
	return &host{t: t, trees: make(map[node.Root]mkvs.Tree), items: make(map[string]string)}
}

// root makes the state after some writes the host's at a round.
func (h *host) root(round uint64, writes map[string]string) node.Root {
	h.t.Helper()
	for key, value := range writes {
		if value == "" {
			delete(h.items, key)
		} else {
			h.items[key] = value
		}
	}
	tree := mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0))
	for key, value := range h.items {
		must(h.t, tree.Insert(h.t.Context(), []byte(key), []byte(value)))
	}
	_, rootHash, err := tree.Commit(h.t.Context(), testNamespace, round)
	must(h.t, err)
	root := node.Root{Namespace: testNamespace, Version: round, Type: node.RootTypeState, Hash: rootHash}
	h.trees[root] = tree
	return root
}

func (h *host) find(root node.Root) (mkvs.Tree, error) {
	h.calls.Add(1)
	if err := h.err.Load(); err != nil {
		return nil, *err
	}
	tree, ok := h.trees[root]
	if !ok {
		return nil, fmt.Errorf("host has no root %s", root)
	}
	return tree, nil
}

func (h *host) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	tree, err := h.find(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	return tree.SyncGet(ctx, rq)
}

func (h *host) SyncGetPrefixes(ctx context.Context, rq *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	tree, err := h.find(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	return tree.SyncGetPrefixes(ctx, rq)
}

func (h *host) SyncIterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	tree, err := h.find(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	return tree.SyncIterate(ctx, rq)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func want(t testing.TB, tree mkvs.KeyValueTree, key, value string) {
	t.Helper()
	got, err := tree.Get(context.Background(), []byte(key))
	if err != nil || string(got) != value {
		t.Errorf("%s is %q (%v), want %q", key, got, err, value)
	}
}

func many(n int) map[string]string {
	items := make(map[string]string, n)
	for i := range n {
		items[fmt.Sprintf("key %04d", i)] = fmt.Sprint("value ", i)
	}
	return items
}

func TestOverlay(t *testing.T) {
	ctx := t.Context()
	tree := mkvs.New(nil, nil, node.RootTypeState)
	defer tree.Close()
	must(t, tree.Insert(ctx, []byte("a"), []byte("1")))
	must(t, tree.Insert(ctx, []byte("b"), []byte("2")))
	outer := state.NewOverlay(tree)
	if outer.Dirty() || outer.PendingBytes() != 0 {
		t.Error("a new overlay is dirty")
	}
	must(t, outer.Insert(ctx, []byte("a"), []byte("one")))
	must(t, outer.Insert(ctx, []byte("a"), []byte("uno!")))
	must(t, outer.Remove(ctx, []byte("b")))
	if got := outer.PendingBytes(); got != 5+1 {
		t.Errorf("pending %d bytes, want 6", got)
	}
	inner := state.NewOverlay(outer)
	must(t, inner.Insert(ctx, []byte("c"), []byte("3")))
	if old, err := inner.RemoveExisting(ctx, []byte("a")); err != nil || string(old) != "uno!" {
		t.Errorf("removed %q (%v)", old, err)
	}
	if old, err := inner.RemoveExisting(ctx, []byte("nothing")); err != nil || old != nil || inner.PendingBytes() != 2+
		1 {
		t.Errorf("removed %q (%v), pending %d", old, err, inner.PendingBytes())
	}
	want(t, outer, "a", "uno!")
	want(t, inner, "a", "")
	var keys []string
	it := inner.NewIterator(ctx)
	for it.Rewind(); it.Valid(); it.Next() {
		keys = append(keys, string(it.Key()))
	}
	it.Close()
	if len(keys) != 1 || keys[0] != "c" {
		t.Errorf("keys are %q", keys)
	}
	must(t, inner.Commit(ctx))
	if inner.Dirty() {
		t.Error("dirty after commit")
	}
	want(t, outer, "c", "3")
	want(t, tree, "a", "1")
	must(t, outer.Commit(ctx))
	want(t, tree, "a", "")
	want(t, tree, "b", "")
	want(t, tree, "c", "3")
}

func TestLatch(t *testing.T) {
	ctx := t.Context()
	h := newHost(t)
	root := h.root(1, many(100))
	tree := mkvs.NewWithRoot(h, nil, root)
	defer tree.Close()
	latch := state.NewLatch(tree)
	want(t, latch, "key 0001", "value 1")
	if latch.Err() != nil {
		t.Error(latch.Err())
	}
	cause := errors.New("gone")
	h.err.Store(&cause)
	it := latch.NewIterator(ctx)
	for it.Rewind(); it.Valid(); it.Next() {
	}
	it.Close()
	first := latch.Err()
	if !errors.Is(first, cause) {
		t.Errorf("after a failed iteration: %v", first)
	}
	other := errors.New("still gone")
	h.err.Store(&other)
	if _, err := latch.Get(ctx, []byte("key 0099")); !errors.Is(err, other) {
		t.Errorf("get: %v", err)
	}
	if latch.Err() != first {
		t.Errorf("the first error was replaced by %v", latch.Err())
	}
}

// Rounds that the cache executes are never fetched again: not for the next round, not for checks, not for queries.
func TestCacheFollowsExecution(t *testing.T) {
	ctx := t.Context()
	h := newHost(t)
	root := h.root(1, many(500))
	cache := state.NewCache(h, state.DefaultCapacity)
	readAll := func(tree mkvs.KeyValueTree) {
		for key, value := range h.items {
			want(t, tree, key, value)
		}
	}
	checking := cache.Checking(root)
	readAll(checking)
	checking.Close()
	view := cache.View(root)
	readAll(view)
	view.Close()
	work := cache.Execution(root)
	readAll(work)
	work.Close()

	for round := uint64(2); round < 6; round++ {
		writes := map[string]string{"key 0007": fmt.Sprint("written in ", round), fmt.Sprintf("key %04d", round): "",
			fmt.Sprint("new ", round): "new"}
		if round == 4 {
			writes = nil // A round that changes nothing.
		}
		work := cache.Execution(root)
		for key, value := range writes {
			if value == "" {
				must(t, work.Remove(ctx, []byte(key)))
			} else {
				must(t, work.Insert(ctx, []byte(key), []byte(value)))
			}
		}
		log, rootHash, err := work.CommitRound(ctx, round)
		must(t, err)
		work.Close()
		if len(log) != len(writes) {
			t.Errorf("round %d wrote %d entries, want %d", round, len(log), len(writes))
		}
		root = h.root(round, writes)
		if root.Hash != rootHash {
			t.Fatalf("round %d: root %s, want %s", round, rootHash, root.Hash)
		}
		before := h.calls.Load()
		work = cache.Execution(root)
		readAll(work)
		work.Close()
		checking := cache.Checking(root)
		readAll(checking)
		checking.Close()
		view := cache.View(root)
		readAll(view)
		view.Close()
		if calls := h.calls.Load() - before; calls != 0 {
			t.Errorf("round %d: %d calls to the host, want none", round, calls)
		}
	}
}

// A round whose result is not finalised leaves no trace.
func TestCacheForgetsWhatWasNotFinalised(t *testing.T) {
	ctx := t.Context()
	h := newHost(t)
	root := h.root(1, many(50))
	cache := state.NewCache(h, state.DefaultCapacity)
	work := cache.Execution(root)
	must(t, work.Insert(ctx, []byte("key 0001"), []byte("bad")))
	_, _, err := work.CommitRound(ctx, 2)
	must(t, err)
	work.Close()

	// The round failed: the next one is on the same root.
	again := h.root(2, nil)
	work = cache.Execution(again)
	want(t, work, "key 0001", "value 1")
	must(t, work.Insert(ctx, []byte("key 0001"), []byte("dropped")))
	work.Close() // Neither committed nor kept.

	work = cache.Execution(again)
	want(t, work, "key 0001", "value 1")
	work.Close()
	checking := cache.Checking(again)
	want(t, checking, "key 0001", "value 1")
	checking.Close()
}

// A node that does not execute follows the chain by fetching.
func TestCacheOfAFollower(t *testing.T) {
	ctx := t.Context()
	h := newHost(t)
	cache := state.NewCache(h, state.DefaultCapacity)
	old := h.root(1, many(50))
	for round := uint64(1); round < 6; round++ {
		root := h.root(round, map[string]string{"key 0001": fmt.Sprint(round)})
		for range 2 {
			view := cache.View(root)
			want(t, view, "key 0001", fmt.Sprint(round))
			if err := view.Insert(ctx, []byte("x"), nil); err == nil {
				t.Error("a view was written to")
			}
			view.Close()
			checking := cache.Checking(root)
			want(t, checking, "key 0001", fmt.Sprint(round))
			checking.Close()
		}
	}
	view := cache.View(old)
	want(t, view, "key 0001", "value 1")
	view.Close()
}

func TestEmptyState(t *testing.T) {
	ctx := t.Context()
	cache := state.NewCache(newHost(t), state.DefaultCapacity)
	root := node.Root{Namespace: testNamespace, Type: node.RootTypeState}
	root.Hash.Empty()
	work := cache.Execution(root)
	want(t, work, "anything", "")
	must(t, work.Insert(ctx, []byte("a"), []byte("b")))
	_, rootHash, err := work.CommitRound(ctx, 1)
	must(t, err)
	work.Close()
	var empty hash.Hash
	empty.Empty()
	if rootHash == empty {
		t.Error("root is empty after a write")
	}
}

// Many readers of one and of several roots, while rounds are executed.
func TestViewsHammered(t *testing.T) {
	ctx := t.Context()
	h := newHost(t)
	roots := []node.Root{h.root(1, many(200))}
	for round := uint64(2); round < 8; round++ {
		roots = append(roots, h.root(round, map[string]string{"key 0001": fmt.Sprint(round)}))
	}
	cache := state.NewCache(h, state.DefaultCapacity)
	var wg sync.WaitGroup
	for reader := range 16 {
		wg.Go(func() {
			for i := range 40 {
				root := roots[(reader+i)%len(roots)]
				view := cache.View(root)
				value := "value 1"
				if root.Version > 1 {
					value = fmt.Sprint(root.Version)
				}
				want(t, view, "key 0001", value)
				it := view.NewIterator(ctx, mkvs.IteratorPrefetch(50))
				n := 0
				for it.Rewind(); it.Valid(); it.Next() {
					n++
				}
				if it.Err() != nil || n != 200 {
					t.Errorf("iterated over %d items (%v)", n, it.Err())
				}
				it.Close()
				view.Close()
			}
		})
	}
	wg.Go(func() {
		for i := range len(roots) - 1 {
			work := cache.Execution(roots[i])
			next := roots[i+1]
			if err := work.Insert(ctx, []byte("key 0001"), fmt.Append(nil, next.Version)); err != nil {
				t.Error(err)
			}
			_, got, err := work.CommitRound(ctx, next.Version)
			if err != nil || got != next.Hash {
				t.Errorf("root of round %d is %s (%v)", next.Version, got, err)
			}
			work.Close()
		}
	})
	wg.Wait()
}
