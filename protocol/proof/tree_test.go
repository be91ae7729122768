package proof_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// ledger makes entries under a prefix, as a contract's storage has them.
func ledger(prefix string, count int) []prooftest.Write {
	rng := rand.New(rand.NewPCG(7, uint64(count)))
	writes := make([]prooftest.Write, count)
	for i := range writes {
		key := append([]byte(prefix), make([]byte, 20)...)
		for at := len(prefix); at+4 <= len(key); at += 4 {
			binary.BigEndian.PutUint32(key[at:], rng.Uint32())
		}
		value := make([]byte, 32)
		binary.BigEndian.PutUint64(value, uint64(i+1))
		writes[i] = prooftest.Write{Key: key, Value: value}
	}
	slices.SortFunc(writes, func(a, b prooftest.Write) int { return bytes.Compare(a.Key, b.Key) })
	return writes
}

func state(t testing.TB, writes ...prooftest.Write) (*prooftest.Store, node.Root) {
	t.Helper()
	n := prooftest.New(t, prooftest.Config{})
	h := n.Round(writes...)
	return n.RuntimeState(), fromnode.StorageRoot(h)
}

func TestTree_get(t *testing.T) {
	writes := append(ledger("evm\x02aaaa", 300),
		prooftest.Write{Key: []byte("evm"), Value: []byte("a key that others begin with")},
		prooftest.Write{Key: []byte("evm\x02"), Value: []byte{}},
		prooftest.Write{Key: []byte{}, Value: []byte("the empty key")},
		prooftest.Write{Key: []byte("z"), Value: bytes.Repeat([]byte("large"), 10000)},
	)
	s, root := state(t, writes...)
	for _, version := range []uint16{0, 1} {
		for _, w := range writes {
			rsp, err := s.SyncGet(t.Context(),
				&syncer.GetRequest{Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: w.Key,
					ProofVersion: version})
			if err != nil {
				t.Fatal(err)
			}
			tree, err := fromnode.VerifyTree(root.Hash, &rsp.Proof)
			if err != nil {
				t.Fatalf("version %d, key %x: %v", version, w.Key, err)
			}
			got, ok, err := tree.Get(w.Key)
			if err != nil || !ok || !bytes.Equal(got, w.Value) {
				t.Fatalf("version %d, key %x: %x %v %v", version, w.Key, got, ok, err)
			}
		}
	}
	for _, absent := range []string{"e", "evm\x01", "evm\x02aaa", "evm\x02aaaa", "evm\x02aaaa" + "01234567890123456789",
		"y", "zz", "\x00"} {
		tree, err := fromnode.VerifyTree(root.Hash, s.Get(t, root, []byte(absent)))
		if err != nil {
			t.Fatal(err)
		}
		if got, ok, err := tree.Get([]byte(absent)); ok || err != nil {
			t.Fatalf("absent key %x: %x %v", absent, got, err)
		}
		if _, err := tree.MustHave([]byte(absent)); proof.FailedCheck(err) != proof.CheckStorageProofs {
			t.Fatalf("absent key %x: %v", absent, err)
		}
	}
	tree, err := fromnode.VerifyTree(root.Hash, s.Get(t, root, writes[0].Key))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := tree.Get(writes[200].Key); !errors.Is(err, proof.ErrIncomplete) {
		t.Fatalf("key that the proof does not show: %v", err)
	}
}

func TestTree_emptyState(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	root := fromnode.StorageRoot(n.Header(0))
	tree, err := fromnode.VerifyTree(root.Hash, &syncer.Proof{V: 1, UntrustedRoot: root.Hash, Entries: [][]byte{nil}})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := tree.Get([]byte("a")); ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := tree.VerifyRange(&proof.Range{Prefix: []byte("a"), SuffixSize: 1, ValueSize: 1}); err != nil {
		t.Fatal(err)
	}
}

// Pages of proofs, whatever their size, show the range exactly once.
func TestTree_walk(t *testing.T) {
	const prefix = "evm\x02bbbb"
	entries := ledger(prefix, 500)
	writes := append(slices.Clone(entries), ledger("evm\x02aaaa", 50)...)
	writes = append(writes, ledger("evm\x02cccc", 50)...)
	writes = append(writes, prooftest.Write{Key: []byte(prefix), Value: []byte("the prefix itself")})
	entries = append([]prooftest.Write{{Key: []byte(prefix), Value: []byte("the prefix itself")}}, entries...)
	s, root := state(t, writes...)
	for _, page := range []uint16{0, 1, 2, 3, 50, 499, 500, 501, 502, 10000} {
		var got []prooftest.Write
		for from := []byte(prefix); from != nil; {
			tree, err := fromnode.VerifyTree(root.Hash, s.Iterate(t, root, from, page))
			if err != nil {
				t.Fatal(err)
			}
			before := len(got)
			next, err := tree.Walk([]byte(prefix), from, func(k, v []byte) error {
				got = append(got, prooftest.Write{Key: k, Value: v})
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if next != nil && (bytes.Compare(next, from) <= 0 || len(got) == before) {
				t.Fatalf("pages of %d: no progress from %x, %d entries", page, from, len(got))
			}
			from = next
		}
		if len(got) != len(entries) {
			t.Fatalf("pages of %d: %d entries, want %d", page, len(got), len(entries))
		}
		for i := range got {
			if !bytes.Equal(got[i].Key, entries[i].Key) || !bytes.Equal(got[i].Value, entries[i].Value) {
				t.Fatalf("pages of %d: entry %d is %x", page, i, got[i].Key)
			}
		}
	}
}

func rangeOf(t testing.TB, prefix string, entries []prooftest.Write) *proof.Range {
	t.Helper()
	r := &proof.Range{Prefix: []byte(prefix), SuffixSize: 20, ValueSize: 32, Packed: []byte{}}
	for _, e := range entries {
		if err := r.Append(e.Key, e.Value); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// A range verifies with its own entries and with no others, whatever its size and surroundings.
func TestVerifyRange(t *testing.T) {
	const prefix = "evm\x02bbbb"
	for _, around := range []int{0, 1, 100} {
		for _, count := range []int{0, 1, 2, 3, 7, 64, 333} {
			t.Run(fmt.Sprintf("%d entries among %d", count, around), func(t *testing.T) {
				entries := ledger(prefix, count)
				writes := append(slices.Clone(entries), ledger("evm\x02bbba", around)...)
				writes = append(writes, ledger("evm\x02bbbc", around)...)
				if around > 1 {
					writes = append(writes, prooftest.Write{Key: []byte("evm"), Value: []byte("x")})
				}
				s, root := state(t, writes...)
				full, err := fromnode.VerifyTree(root.Hash, s.Iterate(t, root, []byte(prefix), 1000))
				if err != nil {
					t.Fatal(err)
				}
				p, err := full.Prove(nil, [][]byte{[]byte(prefix)})
				if err != nil {
					t.Fatal(err)
				}
				tree, err := p.Open(oasis.Hash(root.Hash))
				if err != nil {
					t.Fatal(err)
				}
				r := rangeOf(t, prefix, entries)
				for _, tr := range []*proof.Tree{tree, full} {
					if err := tr.VerifyRange(r); err != nil {
						t.Fatal(err)
					}
				}
				refused := func(name string, bad *proof.Range) {
					t.Helper()
					for _, tr := range []*proof.Tree{tree, full} {
						if err := tr.VerifyRange(bad); proof.FailedCheck(err) != proof.CheckStorageProofs {
							t.Fatalf("%s: %v", name, err)
						}
					}
				}
				for _, i := range []int{0, count / 2, count - 1} {
					if i < 0 || i >= count {
						continue
					}
					refused("one entry less", rangeOf(t, prefix, slices.Delete(slices.Clone(entries), i, i+1)))
					changed := rangeOf(t, prefix, entries)
					changed.Packed[i*52+51] ^= 1
					refused("another value", changed)
				}
				more := append(slices.Clone(entries),
					prooftest.Write{Key: append([]byte(prefix), bytes.Repeat([]byte{0xff}, 20)...),
						Value: make([]byte, 32)})
				refused("one entry more", rangeOf(t, prefix, more))
				if count > 1 {
					swapped := rangeOf(t, prefix, entries)
					for i := range 52 {
						swapped.Packed[i], swapped.Packed[52+i] = swapped.Packed[52+i], swapped.Packed[i]
					}
					refused("two entries swapped", swapped)
				}
				torn := rangeOf(t, prefix, entries)
				torn.Packed = append(torn.Packed, 0)
				refused("a torn entry", torn)
			})
		}
	}
}

func TestProve_isSmallAndMerges(t *testing.T) {
	const prefix = "evm\x02bbbb"
	entries := ledger(prefix, 400)
	others := ledger("evm\x02aaaa", 400)
	s, root := state(t, append(slices.Clone(entries), others...)...)
	keys := [][]byte{others[3].Key, others[250].Key, []byte("absent"), entries[0].Key}
	var tree *proof.Tree
	for _, k := range keys {
		one, err := fromnode.VerifyTree(root.Hash, s.Get(t, root, k))
		if err != nil {
			t.Fatal(err)
		}
		if tree == nil {
			tree = one
		} else if tree, err = tree.Merge(one); err != nil {
			t.Fatal(err)
		}
	}
	page, err := fromnode.VerifyTree(root.Hash, s.Iterate(t, root, []byte(prefix), 1000))
	if err != nil {
		t.Fatal(err)
	}
	if tree, err = tree.Merge(page); err != nil {
		t.Fatal(err)
	}
	p, err := tree.Prove(keys[:3], [][]byte{[]byte(prefix)})
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Open(oasis.Hash(root.Hash))
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range keys[:2] {
		if v, err := got.MustHave(k); err != nil ||
			!bytes.Equal(v, []prooftest.Write{others[3], others[250]}[i].Value) {
			t.Fatal(v, err)
		}
	}
	if _, ok, err := got.Get(keys[2]); ok || err != nil {
		t.Fatal(ok, err)
	}
	if _, _, err := got.Get(keys[3]); !errors.Is(err, proof.ErrIncomplete) {
		t.Fatalf("a key that was not asked for: %v", err)
	}
	if err := got.VerifyRange(rangeOf(t, prefix, entries)); err != nil {
		t.Fatal(err)
	}
	if len(p) > 80 {
		t.Fatalf("proof has %d entries", len(p))
	}
	if _, err := got.Prove([][]byte{keys[3]}, nil); !errors.Is(err, proof.ErrIncomplete) {
		t.Fatalf("proving what is not shown: %v", err)
	}
	other, otherRoot := state(t, prooftest.Write{Key: []byte("k"), Value: []byte("v")})
	foreign, err := fromnode.VerifyTree(otherRoot.Hash, other.Get(t, otherRoot, []byte("k")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tree.Merge(foreign); err == nil {
		t.Fatal("merged trees of different roots")
	}
}

// Whichever bit of a proof changes, it is refused: by us, and by oasis-core or because its bytes are not canonical.
func TestTree_everyBitCounts(t *testing.T) {
	writes := append(ledger("evm\x02aaaa", 40), prooftest.Write{Key: []byte("evm\x02"), Value: []byte("inner")})
	s, root := state(t, writes...)
	p := s.Get(t, root, writes[20].Key)
	var flips, stricter int
	for i, e := range p.Entries {
		for at := range e {
			for bit := range 8 {
				bad := slices.Clone(p.Entries)
				bad[i] = bytes.Clone(e)
				bad[i][at] ^= 1 << bit
				flips++
				if _, err := proof.Entries(bad).Open(oasis.Hash(root.Hash)); proof.FailedCheck(err) == "" {
					t.Fatalf("entry %d, byte %d, bit %d: %v", i, at, bit, err)
				}
				var lib syncer.ProofVerifier
				if _, err := lib.VerifyProof(t.Context(), root.Hash,
					&syncer.Proof{V: 1, UntrustedRoot: root.Hash, Entries: bad}); err == nil {
					stricter++
				}
			}
		}
	}
	t.Logf("%d changes refused; oasis-core accepts %d of them", flips, stricter)
	for name, bad := range map[string]proof.Entries{
		"no entries":   nil,
		"one more":     append(slices.Clone(proof.Entries(p.Entries)), nil),
		"one less":     p.Entries[:len(p.Entries)-1],
		"empty entry":  {{}},
		"trailing":     append(proof.Entries{append(bytes.Clone(p.Entries[0]), 0)}, p.Entries[1:]...),
		"other root":   {append([]byte{2}, make([]byte, 32)...)},
		"unknown type": {{3, 0}},
	} {
		if _, err := bad.Open(oasis.Hash(root.Hash)); proof.FailedCheck(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A proof that nests without end is refused before anything recurses into it.
func TestTree_deepProof(t *testing.T) {
	_, root := state(t)
	internal := []byte{1, node.PrefixInternalNode, 0, 0, node.PrefixNilNode}
	deep := make(proof.Entries, 0, 2_000_000)
	for range 600_000 {
		deep = append(deep, internal, nil, nil)
	}
	if _, err := deep.Open(oasis.Hash(root.Hash)); proof.FailedCheck(err) != proof.CheckEncoding {
		t.Fatalf("got %v", err)
	}
}

// TestVerifyTree_words: a proof that does not fit is told of in our words, not in those of the library's steps.
func TestVerifyTree_words(t *testing.T) {
	writes := ledger("evm\x02aaaa", 4)
	s, root := state(t, writes...)
	p := s.Get(t, root, writes[1].Key)
	other := root.Hash
	other[0] ^= 1
	p.UntrustedRoot = other
	_, err := fromnode.VerifyTree(other, p)
	if err == nil || strings.Contains(err.Error(), "verifier") ||
		!strings.Contains(err.Error(), "do not make a tree of root") {
		t.Errorf("another root: %v", err)
	}
	if proof.FailedCheck(err) != proof.CheckStorageProofs {
		t.Errorf("check %q", proof.FailedCheck(err))
	}
}
