package consent_test

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

// reference computes the tree's hash as docs/protocol/consent.md defines it, from the top down and without sharing code
// with the package.
func reference(entries map[common.Address]consent.Words) common.Hash {
	var top func(list []common.Address, bit int) common.Hash
	top = func(list []common.Address, bit int) common.Hash {
		switch len(list) {
		case 0:
			return common.Hash{}
		case 1:
			w := entries[list[0]]
			return crypto.Keccak256Hash([]byte{0}, list[0][:], w.Entry[:], w.Origin[:])
		}
		var halves [2][]common.Address
		for _, p := range list {
			half := p[bit/8] >> (7 - bit%8) & 1
			halves[half] = append(halves[half], p)
		}
		if len(halves[0]) == 0 || len(halves[1]) == 0 {
			return top(list, bit+1)
		}
		l, r := top(halves[0], bit+1), top(halves[1], bit+1)
		return crypto.Keccak256Hash([]byte{1, byte(bit)}, l[:], r[:])
	}
	return top(slices.Collect(maps.Keys(entries)), 0)
}

func TestTree_vectors(t *testing.T) {
	var f file
	vectest.Load(t, "consent.json", &f)
	var tree consent.Tree
	model := map[common.Address]consent.Words{}
	for i, s := range f.Steps {
		if s.Words == nil {
			_, had := model[s.Pseudonym]
			delete(model, s.Pseudonym)
			if got := tree.Delete(s.Pseudonym); got != had {
				t.Errorf("step %d: deleted %v, want %v", i, got, had)
			}
		} else {
			model[s.Pseudonym] = *s.Words
			if err := tree.Set(s.Pseudonym, *s.Words); err != nil {
				t.Fatal(err)
			}
		}
		if tree.Len() != s.Count || tree.Top() != s.Top || tree.Root(f.StateRoot) != s.Root ||
			s.Top != reference(model) {
			t.Errorf("step %d: %d entries, top %s, root %s", i, tree.Len(), tree.Top(), tree.Root(f.StateRoot))
		}
	}
	t.Logf("%d steps run", len(f.Steps))
}

// pseudonymOf makes pseudonyms that part early and late.
func pseudonymOf(n uint16) (p common.Address) {
	p[0], p[10], p[19] = byte(n>>12)<<4, byte(n>>8&0xf), byte(n)
	return p
}

// check compares a tree with what it should hold, and with a tree and a state that are built anew.
func check(t *testing.T, tree *consent.Tree, model map[common.Address]consent.Words) {
	t.Helper()
	top := tree.Top()
	if tree.Len() != len(model) || top != reference(model) {
		t.Fatalf("%d entries with top %s, want %d with %s", tree.Len(), top, len(model), reference(model))
	}
	var items consent.Items
	for p, w := range tree.All() {
		if model[p] != w {
			t.Fatalf("%s has %v, want %v", p, w, model[p])
		}
		if got, ok := tree.Get(p); !ok || got != w {
			t.Fatalf("%s has %v", p, got)
		}
		items = append(items, consent.Item{Pseudonym: p, Words: w})
	}
	if len(items) != len(model) || !slices.IsSortedFunc(items,
		func(a, b consent.Item) int { return bytes.Compare(a.Pseudonym[:], b.Pseudonym[:]) }) {
		t.Fatalf("%d entries, out of order", len(items))
	}
	if got := items.Top(); got != top {
		t.Fatalf("the items have top %s, the tree %s", got, top)
	}
}

// Any order of the same changes ends in the same root, that of a tree built anew.
func TestTree_anyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		var tree consent.Tree
		model := map[common.Address]consent.Words{}
		span := uint16(1) << (1 + round%13)
		for range 300 {
			p := pseudonymOf(uint16(rng.UintN(uint(span))))
			if rng.UintN(3) == 0 {
				_, had := model[p]
				delete(model, p)
				if tree.Delete(p) != had {
					t.Fatalf("deleting %s: want %v", p, had)
				}
			} else {
				w := consent.Words{Entry: common.Hash{byte(rng.Uint32())}, Origin: common.Hash{byte(rng.UintN(2))}}
				model[p] = w
				if err := tree.Set(p, w); err != nil {
					t.Fatal(err)
				}
			}
			if rng.UintN(20) == 0 {
				tree.Top() // In between, or not.
			}
		}
		check(t, &tree, model)
		var other consent.Tree
		for _, p := range rng.Perm(len(model)) {
			all := slices.Collect(maps.Keys(model))
			slices.SortFunc(all, func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) })
			if err := other.Set(all[p], model[all[p]]); err != nil {
				t.Fatal(err)
			}
		}
		if other.Top() != tree.Top() {
			t.Fatalf("in another order the top is %s, not %s", other.Top(), tree.Top())
		}
	}
}

// Whatever differs between two ledgers shows in the root.
func TestTree_everythingCounts(t *testing.T) {
	base := map[common.Address]consent.Words{}
	for i := range uint16(40) {
		base[pseudonymOf(i*977)] = consent.Words{Entry: common.Hash{1}, Origin: common.Hash{31: byte(i)}}
	}
	top := reference(base)
	seen := map[common.Hash]string{top: "the ledger"}
	try := func(what string, edit func(m map[common.Address]consent.Words, p common.Address)) {
		for p := range base {
			m := maps.Clone(base)
			edit(m, p)
			got := reference(m)
			if old, ok := seen[got]; ok {
				t.Errorf("%s of %s has the root of %s", what, p, old)
			}
			seen[got] = what
		}
	}
	try("entry changed", func(m map[common.Address]consent.Words, p common.Address) {
		w := m[p]
		w.Entry[31]++
		m[p] = w
	})
	try("origin changed", func(m map[common.Address]consent.Words, p common.Address) {
		w := m[p]
		w.Origin[0]++
		m[p] = w
	})
	try("words swapped", func(m map[common.Address]consent.Words, p common.Address) {
		m[p] = consent.Words{Entry: m[p].Origin, Origin: m[p].Entry}
	})
	try("entry left out", func(m map[common.Address]consent.Words, p common.Address) { delete(m, p) })
	try("pseudonym moved", func(m map[common.Address]consent.Words, p common.Address) {
		w := m[p]
		delete(m, p)
		p[5]++
		m[p] = w
	})
	state := common.Hash{7}
	if consent.Root(state, 40, top) == consent.Root(state, 41, top) || consent.Root(state, 40,
		top) == consent.Root(common.Hash{8}, 40, top) {
		t.Error("the count or the state root does not count")
	}
}

func FuzzTree(f *testing.F) {
	f.Add([]byte{0, 1, 1, 0, 2, 2, 0, 1, 0})
	f.Add([]byte{0xff, 0xff, 1, 0xff, 0xfe, 1, 0x0f, 0xff, 1, 0xff, 0xff, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, in []byte) {
		var tree consent.Tree
		model := map[common.Address]consent.Words{}
		for ; len(in) >= 3; in = in[3:] {
			p := pseudonymOf(binary.BigEndian.Uint16(in))
			switch in[2] {
			case 0:
				delete(model, p)
				tree.Delete(p)
			case 1:
				tree.Top()
			default:
				model[p] = consent.Words{Entry: common.Hash{in[2]}}
				if err := tree.Set(p, model[p]); err != nil {
					t.Fatal(err)
				}
			}
		}
		check(t, &tree, model)
	})
}

// million is a tree of a million entries whose pseudonyms are as random as real ones.
func million(b *testing.B) (*consent.Tree, []common.Address) {
	b.Helper()
	const n = 1_000_000
	rng := rand.New(rand.NewPCG(3, 4))
	tree, all := &consent.Tree{}, make([]common.Address, n)
	for i := range all {
		for at := 0; at < 20; at += 4 {
			binary.BigEndian.PutUint32(all[i][at:], rng.Uint32())
		}
		if err := tree.Set(all[i], consent.Words{Entry: common.Hash{1}, Origin: common.Hash{2}}); err != nil {
			b.Fatal(err)
		}
	}
	tree.Top()
	return tree, all
}

// What a change costs: an entry set and the root computed.
func BenchmarkTree_change_1000000(b *testing.B) {
	tree, all := million(b)
	i := uint64(0)
	for b.Loop() {
		i++
		var w consent.Words
		binary.BigEndian.PutUint64(w.Entry[:], i)
		if err := tree.Set(all[i*7919%uint64(len(all))], w); err != nil || tree.Root(common.Hash{}) == (common.Hash{}) {
			b.Fatal(err)
		}
	}
}

// What a rebuild costs, from entries in order.
func BenchmarkItemsTop_1000000(b *testing.B) {
	tree, _ := million(b)
	items := make(consent.Items, 0, tree.Len())
	for p, w := range tree.All() {
		items = append(items, consent.Item{Pseudonym: p, Words: w})
	}
	for b.Loop() {
		if items.Top() != tree.Top() {
			b.Fatal("another root")
		}
	}
}

// What a tree takes to build, change by change, and to hold.
func BenchmarkTree_build_1000000(b *testing.B) {
	var held uint64
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		tree, all := million(b)
		runtime.GC()
		runtime.ReadMemStats(&after)
		held = after.HeapAlloc - before.HeapAlloc - uint64(20*cap(all))
		runtime.KeepAlive(tree)
		runtime.KeepAlive(all)
	}
	b.ReportMetric(float64(held)/(1<<20), "MiB")
}
