package state

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	oasis "github.com/oasisprotocol/oasis-core/go/common"

	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/evm"
)

var ns oasis.Namespace

// served is a tree in memory that serves proofs, and counts how often.
type served struct {
	tree  mkvs.Tree
	block view.Block
	gets  int
	fail  error
	lie   bool
}

func newServed(t *testing.T, round uint64, pairs ...[2]string) *served {
	t.Helper()
	inner := mkvs.New(nil, nil, mkvsNode.RootTypeState)
	for _, p := range pairs {
		if err := inner.Insert(t.Context(), []byte(p[0]), []byte(p[1])); err != nil {
			t.Fatal(err)
		}
	}
	_, root, err := inner.Commit(t.Context(), ns, round)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(inner.Close)
	return &served{tree: inner, block: view.Block{Number: round, StateRoot: common.Hash(root)}}
}

func (s *served) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	s.gets++
	if s.fail != nil {
		return nil, s.fail
	}
	rsp, err := s.tree.SyncGet(ctx, rq)
	if err == nil && s.lie {
		last := rsp.Proof.Entries[len(rsp.Proof.Entries)-1]
		last[len(last)-1] ^= 1
	}
	return rsp, err
}

func (s *served) SyncGetPrefixes(ctx context.Context, rq *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	return s.tree.SyncGetPrefixes(ctx, rq)
}

func (s *served) SyncIterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return s.tree.SyncIterate(ctx, rq)
}

func newSource(s syncer.ReadSyncer) *Source {
	return New(s, ns, evm.New(evm.Config{ChainID: 1}), nil)
}

// A value is fetched with its proof once and then known, and a false one is noticed.
func TestProvenReads(t *testing.T) {
	addr := common.Address{1}
	key := string(layout.StorageKey(layout.Address(addr), layout.Word{5}))
	word := string(append(make([]byte, 31), 7))
	s := newServed(t, 3, [2]string{key, word}, [2]string{"other", "value"})
	src := newSource(s)
	for range 3 {
		got, err := src.Storage(t.Context(), &s.block, addr, common.Hash{5})
		if err != nil || got[31] != 7 {
			t.Fatalf("got %s %v", got, err)
		}
	}
	if s.gets != 1 {
		t.Errorf("%d fetches", s.gets)
	}
	if got, err := src.Storage(t.Context(), &s.block, addr, common.Hash{6}); err != nil || got != (common.Hash{}) {
		t.Errorf("a slot that is not there is %s: %v", got, err)
	}
	s.lie = true
	if _, err := newSource(s).Storage(t.Context(), &s.block, addr, common.Hash{5}); err == nil {
		t.Error("a false proof was taken")
	}
}

func TestKeptTrees(t *testing.T) {
	s := newServed(t, 1, [2]string{"a", "1"})
	src := newSource(s)
	other := s.block
	read := func(b *view.Block) {
		t.Helper()
		if err := src.With(b, func(tree mkvs.ImmutableKeyValueTree) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	for i := range uint64(3 * keptStates) {
		other.Number = i + 1
		read(&other)
	}
	if len(src.states) != keptStates {
		t.Errorf("%d states are kept", len(src.states))
	}
	// As many at once as there may be: the surplus is not kept.
	var nest func(n int) error
	nest = func(n int) error {
		return src.With(&other, func(mkvs.ImmutableKeyValueTree) error {
			if n == 0 {
				return nil
			}
			return nest(n - 1)
		})
	}
	if err := nest(3 * treesPerState); err != nil {
		t.Fatal(err)
	}
	for _, st := range src.states {
		if len(st.free) > treesPerState {
			t.Errorf("%d trees are kept", len(st.free))
		}
	}
	failed := errors.New("failed")
	if err := src.With(&other, func(mkvs.ImmutableKeyValueTree) error { return failed }); !errors.Is(err, failed) {
		t.Errorf("got %v", err)
	}
}

func slot(addr, n byte) string {
	return string(layout.StorageKey(layout.Address{addr}, layout.Word{n}))
}

func TestOverlay(t *testing.T) {
	ctx := t.Context()
	s := newServed(t, 1, [2]string{"keep", "1"}, [2]string{"gone", "1"},
		[2]string{slot(1, 1), "1"}, [2]string{slot(1, 2), "1"}, [2]string{slot(2, 1), "1"}, [2]string{slot(2, 2), "1"})
	o := newOverlay(s.tree)
	if err := o.Insert(ctx, []byte(slot(1, 3)), []byte("before")); err != nil {
		t.Fatal(err)
	}
	o.clear(layout.Address{1})
	if err := o.Insert(ctx, []byte("new"), []byte("2")); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{slot(1, 2), slot(2, 3)} {
		if err := o.Insert(ctx, []byte(key), []byte("3")); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{"gone", slot(2, 2)} {
		if err := o.Remove(ctx, []byte(key)); err != nil {
			t.Fatal(err)
		}
	}
	if old, err := o.RemoveExisting(ctx, []byte("new")); err != nil || string(old) != "2" {
		t.Errorf("removed %q: %v", old, err)
	}
	for key, want := range map[string]string{
		"keep": "1", "gone": "", "new": "", slot(1, 1): "", slot(1, 2): "3", slot(1, 3): "",
		slot(2, 1): "1", slot(2, 2): "", slot(2, 3): "3",
	} {
		if got, err := o.Get(ctx, []byte(key)); err != nil || string(got) != want {
			t.Errorf("%s is %q, want %q: %v", key, got, want, err)
		}
	}
	if it := o.NewIterator(ctx); it.Valid() || it.Err() == nil {
		t.Error("an overlay was iterated")
	}
}

// Overrides cost as much as they say, however many there are of each kind, and end when their call does.
func TestManyOverrides(t *testing.T) {
	s := newServed(t, 1, [2]string{"a", "1"})
	src := newSource(s)
	const count = 20_000
	accounts := make(map[common.Address]AccountOverride, count)
	for i := range uint32(count) {
		accounts[common.BigToAddress(new(big.Int).SetUint64(uint64(i)+1<<32))] = AccountOverride{
			State: map[common.Hash]common.Hash{{1}: {1}},
		}
	}
	o := newOverlay(s.tree)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if _, err := src.override(ctx, o, accounts); err != nil {
		t.Fatalf("%d accounts: %v", count, err)
	}
	for range count {
		if _, err := o.Get(ctx, []byte(slot(9, 9))); err != nil {
			t.Fatal(err)
		}
	}
	if err := ctx.Err(); err != nil {
		t.Errorf("%d accounts and as many reads: %v", count, err)
	}
	cancel()
	if _, err := src.override(ctx, newOverlay(s.tree), accounts); !errors.Is(err, context.Canceled) {
		t.Errorf("overrides of a call that has ended: %v", err)
	}
}

// The list is the one that the result was made with, also of a message that touches other slots with each list that it
// has.
func TestAccessListIsThatOfTheResult(t *testing.T) {
	s := newServed(t, 1, [2]string{"a", "1"})
	s.block.GasLimit = 1_000_000
	src := newSource(s)
	to := common.Address{9}
	// With more than 73,700 gas left it reads two slots, otherwise one. A list of two leaves less than that, a list of
	// one leaves more.
	code := common.FromHex("5a62011fe410600f57600054500000" + "5b600054506001545000")
	o := Overrides{Accounts: map[common.Address]AccountOverride{to: {Code: &code}}}
	msg := evm.Message{From: common.Address{8}, To: &to, GasLimit: 100_000}
	list, res, err := src.AccessList(t.Context(), &s.block, msg, o)
	if err != nil || res.Err != nil {
		t.Fatal(err, res.Err)
	}
	msg.AccessList = list
	again, err := src.Call(t.Context(), &s.block, msg, o)
	if err != nil || again.GasUsed != res.GasUsed {
		t.Errorf("the list is %v, the result is of %d gas; with the list it is of %d, %v", list, res.GasUsed,
			again.GasUsed,
			err)
	}
}
