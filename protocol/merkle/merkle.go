// Package merkle is a Merkle tree over a sorted set of 32-byte items, with proofs that an item is in the set and proofs
// that it is not.
//
// The tree has the shape of RFC 6962 over keccak256. Its root is hashed with a domain and the number of items, so that
// the position of an item can be checked and one kind of root is never taken for another.
package merkle

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// The first byte under each hash, so that no leaf can be taken for a node.
const (
	leafPrefix = 0x00
	nodePrefix = 0x01
)

// MaxItems is the largest number of items.
const MaxItems = 1<<32 - 1

// maxPath is the longest path in a tree of MaxItems.
const maxPath = 32

// ErrProof is wrapped by the errors of Verify. The proof is of another item or set, or was changed.
var ErrProof = errors.New("merkle: the proof does not hold")

// Tree is the tree of one set.
type Tree struct {
	domain string
	items  []common.Hash
	levels [][]common.Hash // levels[0] are the leaves' hashes, the last has one node
}

// New sorts the items and builds their tree. An item that appears twice is an error.
func New(domain string, items []common.Hash) (*Tree, error) {
	if uint64(len(items)) > MaxItems {
		return nil, fmt.Errorf("merkle: %d items, at most %d", len(items), uint64(MaxItems))
	}
	t := &Tree{domain: domain, items: slices.Clone(items)}
	slices.SortFunc(t.items, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	level := make([]common.Hash, len(t.items))
	for i, item := range t.items {
		if i > 0 && t.items[i-1] == item {
			return nil, fmt.Errorf("merkle: item %s appears twice", item)
		}
		level[i] = leafHash(item)
	}
	for len(level) > 1 {
		t.levels = append(t.levels, level)
		next := make([]common.Hash, 0, (len(level)+1)/2)
		for i := 0; i+1 < len(level); i += 2 {
			next = append(next, nodeHash(level[i], level[i+1]))
		}
		if len(level)%2 == 1 {
			next = append(next, level[len(level)-1]) // goes up as it is
		}
		level = next
	}
	t.levels = append(t.levels, level)
	return t, nil
}

// Len is the number of items.
func (t *Tree) Len() int { return len(t.items) }

// Root is keccak256(domain ‖ number of items (4 bytes) ‖ top node); the top node of the empty tree is zero.
func (t *Tree) Root() common.Hash {
	var top common.Hash
	if last := t.levels[len(t.levels)-1]; len(last) == 1 {
		top = last[0]
	}
	return root(t.domain, uint32(len(t.items)), top)
}

// Leaf is an item with its path to the top.
type Leaf struct {
	Index uint32        `json:"index"` // among the sorted items
	Item  common.Hash   `json:"item"`
	Path  []common.Hash `json:"path"` // siblings from the leaf up
}

// Proof shows of an item that it is in the set, by its leaf, or that it is not, by the one or two leaves between which
// it would be. The empty set needs no leaf.
type Proof struct {
	Count  uint32 `json:"count"`
	Leaves []Leaf `json:"leaves"`
}

// Prove returns the proof for an item, whether it is in the set or not.
func (t *Tree) Prove(item common.Hash) Proof {
	n := len(t.items)
	p := Proof{Count: uint32(n), Leaves: []Leaf{}}
	i := sort.Search(n, func(i int) bool { return bytes.Compare(t.items[i][:], item[:]) >= 0 })
	if i < n && t.items[i] == item {
		p.Leaves = append(p.Leaves, t.leaf(i))
		return p
	}
	if i > 0 {
		p.Leaves = append(p.Leaves, t.leaf(i-1))
	}
	if i < n {
		p.Leaves = append(p.Leaves, t.leaf(i))
	}
	return p
}

func (t *Tree) leaf(i int) Leaf {
	l := Leaf{Index: uint32(i), Item: t.items[i], Path: []common.Hash{}}
	for _, level := range t.levels[:len(t.levels)-1] {
		if sibling := i ^ 1; sibling < len(level) {
			l.Path = append(l.Path, level[sibling])
		}
		i /= 2
	}
	return l
}

// Verify checks a proof against a root and returns whether it shows that the item is in the set (true) or that it is
// not (false).
func Verify(domain string, want, item common.Hash, p Proof) (in bool, err error) {
	if len(p.Leaves) > 2 {
		return false, fmt.Errorf("%w: %d leaves, at most 2", ErrProof, len(p.Leaves))
	}
	for i, l := range p.Leaves {
		top, ok := climb(l, p.Count)
		if !ok {
			return false, fmt.Errorf("%w: the path of leaf %d has not the length for index %d of %d", ErrProof, i,
				l.Index, p.Count)
		}
		if root(domain, p.Count, top) != want {
			return false, fmt.Errorf("%w: leaf %d is not under root %s", ErrProof, i, want)
		}
	}
	compare := func(i int) int { return bytes.Compare(p.Leaves[i].Item[:], item[:]) }
	switch len(p.Leaves) {
	case 0:
		if p.Count == 0 && root(domain, 0, common.Hash{}) == want {
			return false, nil
		}
		return false, fmt.Errorf("%w: no leaf is given and the set is not empty", ErrProof)
	case 1:
		switch c := compare(0); {
		case c == 0:
			return true, nil
		case c > 0 && p.Leaves[0].Index == 0, c < 0 && p.Leaves[0].Index == p.Count-1:
			return false, nil
		}
	case 2:
		if compare(0) < 0 && compare(1) > 0 && uint64(p.Leaves[0].Index)+1 == uint64(p.Leaves[1].Index) {
			return false, nil
		}
	}
	return false, fmt.Errorf("%w: the leaves are not the neighbours of %s", ErrProof, item)
}

// climb computes the top of a tree of count items from one leaf and its path.
func climb(l Leaf, count uint32) (common.Hash, bool) {
	if l.Index >= count || len(l.Path) > maxPath {
		return common.Hash{}, false
	}
	h, path := leafHash(l.Item), l.Path
	for i, n := uint64(l.Index), uint64(count); n > 1; i, n = i/2, (n+1)/2 {
		if i^1 >= n {
			continue // goes up as it is
		}
		if len(path) == 0 {
			return h, false
		}
		if i%2 == 0 {
			h = nodeHash(h, path[0])
		} else {
			h = nodeHash(path[0], h)
		}
		path = path[1:]
	}
	return h, len(path) == 0
}

func leafHash(item common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte{leafPrefix}, item[:])
}

func nodeHash(left, right common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte{nodePrefix}, left[:], right[:])
}

func root(domain string, count uint32, top common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte(domain), binary.BigEndian.AppendUint32(nil, count), top[:])
}
