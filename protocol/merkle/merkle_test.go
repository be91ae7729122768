package merkle_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/merkle"
)

const domain = "assent.test.root.v1"

type file struct {
	Domain string
	Sets   []struct {
		Items  []common.Hash
		Root   common.Hash
		Proofs []struct {
			Item  common.Hash
			In    bool
			Proof merkle.Proof
		}
	}
	Bad []vectest.Bad
}

func TestVectors(t *testing.T) {
	var f file
	vectest.Load(t, "merkle.json", &f)
	n := 0
	for _, s := range f.Sets {
		tree, err := merkle.New(f.Domain, s.Items)
		if err != nil || tree.Root() != s.Root || tree.Root() != reference(f.Domain, s.Items) {
			t.Errorf("%d items: %v", len(s.Items), err)
		}
		for _, p := range s.Proofs {
			n++
			if in, err := merkle.Verify(f.Domain, s.Root, p.Item, p.Proof); err != nil || in != p.In ||
				in != slices.Contains(s.Items, p.Item) {
				t.Errorf("%d items, %s: in %v, %v", len(s.Items), p.Item, in, err)
			}
			if _, err := merkle.Verify("assent.other.root.v1", s.Root, p.Item, p.Proof); !errors.Is(err,
				merkle.ErrProof) {
				t.Errorf("another domain: %v", err)
			}
		}
	}
	for _, b := range f.Bad {
		var in struct {
			Root, Item common.Hash
			Proof      merkle.Proof
		}
		if err := json.Unmarshal(b.Input, &in); err != nil {
			t.Fatal(err)
		}
		_, err := merkle.Verify(f.Domain, in.Root, in.Item, in.Proof)
		b.Refused(t, err)
		if !errors.Is(err, merkle.ErrProof) {
			t.Errorf("%s: %v", b.Name, err)
		}
	}
	t.Logf("%d sets, %d proofs, %d bad proofs run", len(f.Sets), n, len(f.Bad))
}

// reference computes the root as RFC 6962 defines the tree, from the top down.
func reference(domain string, items []common.Hash) common.Hash {
	items = slices.Clone(items)
	slices.SortFunc(items, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	var mth func([]common.Hash) common.Hash
	mth = func(d []common.Hash) common.Hash {
		if len(d) == 1 {
			return crypto.Keccak256Hash([]byte{0}, d[0][:])
		}
		k := 1
		for 2*k < len(d) {
			k *= 2
		}
		l, r := mth(d[:k]), mth(d[k:])
		return crypto.Keccak256Hash([]byte{1}, l[:], r[:])
	}
	var top common.Hash
	if len(items) > 0 {
		top = mth(items)
	}
	return crypto.Keccak256Hash([]byte(domain), binary.BigEndian.AppendUint32(nil, uint32(len(items))), top[:])
}

func numbered(n int) []common.Hash {
	items := make([]common.Hash, n)
	for i := range items {
		binary.BigEndian.PutUint64(items[i][24:], uint64(2*i+2))
	}
	return items
}

// TestAllSizes proves every item and every gap of small sets, and sees that no proof serves for any other item, nor
// with any one field changed.
func TestAllSizes(t *testing.T) {
	checked := 0
	for n := range 20 {
		items := numbered(n)
		tree, err := merkle.New(domain, items)
		if err != nil {
			t.Fatal(err)
		}
		root := tree.Root()
		if root != reference(domain, items) {
			t.Fatalf("%d items: root differs from the definition", n)
		}
		probes := numbered(n + 1)
		for i := range probes {
			probes = append(probes, common.Hash{31: byte(2*i + 1)})
		}
		for _, item := range probes {
			p := tree.Prove(item)
			want := slices.Contains(items, item)
			if in, err := merkle.Verify(domain, root, item, p); err != nil || in != want {
				t.Fatalf("%d items, %s: %v, %v", n, item, in, err)
			}
			for _, other := range probes {
				if in, err := merkle.Verify(domain, root, other, p); err == nil && in != slices.Contains(items, other) {
					t.Fatalf("%d items: the proof of %s shows %v of %s", n, item, in, other)
				}
			}
			for name, bad := range mutations(p) {
				if in, err := merkle.Verify(domain, root, item, bad); err == nil && in != want {
					t.Fatalf("%d items, %s, %s: shows %v", n, item, name, in)
				}
				checked++
			}
		}
	}
	t.Logf("%d changed proofs checked", checked)
}

func mutations(p merkle.Proof) map[string]merkle.Proof {
	out := map[string]merkle.Proof{}
	clone := func() merkle.Proof {
		c := merkle.Proof{Count: p.Count}
		for _, l := range p.Leaves {
			l.Path = slices.Clone(l.Path)
			c.Leaves = append(c.Leaves, l)
		}
		return c
	}
	for i, d := range []uint32{1, 2, 0xffffffff} {
		c := clone()
		c.Count += d
		out["count"+string(rune('a'+i))] = c
	}
	for i := range p.Leaves {
		c := clone()
		c.Leaves = slices.Delete(c.Leaves, i, i+1)
		out["without leaf "+string(rune('0'+i))] = c
		c = clone()
		c.Leaves[i].Index++
		out["index up "+string(rune('0'+i))] = c
		c = clone()
		c.Leaves[i].Index--
		out["index down "+string(rune('0'+i))] = c
		c = clone()
		c.Leaves[i].Item[31] ^= 1
		out["item "+string(rune('0'+i))] = c
		for j := range p.Leaves[i].Path {
			c = clone()
			c.Leaves[i].Path[j][0] ^= 1
			out["path "+string(rune('0'+i))+string(rune('0'+j))] = c
		}
	}
	return out
}

func TestNew(t *testing.T) {
	items := numbered(5)
	a, err := merkle.New(domain, items)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(items)
	b, err := merkle.New(domain, items)
	if err != nil || a.Root() != b.Root() || b.Len() != 5 {
		t.Error("the root depends on the order given")
	}
	if _, err := merkle.New(domain, append(items, items[3])); err == nil {
		t.Error("an item twice: accepted")
	}
	if c, err := merkle.New("assent.other.root.v1", items); err != nil || c.Root() == a.Root() {
		t.Error("the root does not depend on the domain")
	}
}

func FuzzVerify(f *testing.F) {
	items := numbered(7)
	tree, err := merkle.New(domain, items)
	if err != nil {
		f.Fatal(err)
	}
	for _, item := range append(numbered(8), common.Hash{31: 9}, common.Hash{31: 1}) {
		b, err := json.Marshal(tree.Prove(item))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(item[:], b)
	}
	f.Fuzz(func(t *testing.T, item, proof []byte) {
		var p merkle.Proof
		if len(item) != 32 || json.Unmarshal(proof, &p) != nil {
			return
		}
		if in, err := merkle.Verify(domain, tree.Root(), common.Hash(item), p); err == nil &&
			in != slices.Contains(items, common.Hash(item)) {
			t.Fatalf("%s shows %v of %x", proof, in, item)
		}
	})
}
