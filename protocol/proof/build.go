package proof

import (
	"bytes"
	"fmt"

	"github.com/assent-network/assent/protocol/oasis"
)

// Merge returns a tree that shows what either of two trees with the same root shows.
func (t *Tree) Merge(other *Tree) (*Tree, error) {
	if t.root != other.root {
		return nil, failf(CheckStorageProofs, "merging proofs for different roots %s and %s", t.root, other.root)
	}
	return &Tree{root: t.root, node: merge(t.node, other.node)}, nil
}

func merge(a, b *node) *node {
	switch {
	case a == nil || b == nil || b.kind == hiddenNode:
		return a
	case a.kind == hiddenNode:
		return b
	case a.kind == leafNode:
		return a
	}
	merged := *a // b has the same verified hash.
	merged.leaf = merge(a.leaf, b.leaf)
	merged.left = merge(a.left, b.left)
	merged.right = merge(a.right, b.right)
	return &merged
}

// Prove builds the smallest proof that shows the given keys, present or absent, and leads to the ranges of keys with
// the given prefixes, whose entries VerifyRange takes from elsewhere.
func (t *Tree) Prove(keys, prefixes [][]byte) (Entries, error) {
	shown := make(map[*node]struct{})
	for _, key := range keys {
		if err := t.mark(shown, key, false); err != nil {
			return nil, err
		}
	}
	for _, prefix := range prefixes {
		if err := t.mark(shown, prefix, true); err != nil {
			return nil, err
		}
	}
	return emit(nil, shown, t.node), nil
}

// mark collects the nodes on the way to a key, or to the subtree that has all keys with the prefix and nothing else.
func (t *Tree) mark(shown map[*node]struct{}, key []byte, prefix bool) error {
	n, depth, bits := t.node, 0, len(key)*8
	for n != nil {
		switch n.kind {
		case leafNode:
			if prefix && bytes.HasPrefix(n.key, key) {
				return nil // The range is this leaf.
			}
			shown[n] = struct{}{}
			return nil
		case innerNode:
			end := depth + n.bits
			common := min(end, bits) - depth
			same := common >= 0 && hasLabel(key, depth, n.label, common)
			if prefix && same && end >= bits {
				return nil // The range is this subtree.
			}
			shown[n] = struct{}{}
			if !same || end > bits {
				return nil
			}
			if end == bits {
				n = n.leaf
			} else {
				n = n.child(bit(key, end))
			}
			depth = end
		default:
			return as(CheckStorageProofs, fmt.Errorf("key %x: %w", key, ErrIncomplete))
		}
	}
	return nil
}

// emit appends the entries of a subtree, in which only the given nodes are shown.
func emit(entries Entries, shown map[*node]struct{}, n *node) Entries {
	if n == nil {
		return append(entries, nil)
	}
	if _, ok := shown[n]; !ok {
		return append(entries, append([]byte{entryHash}, n.hash[:]...))
	}
	entries = append(entries, n.encode())
	if n.kind == leafNode {
		return entries
	}
	for _, child := range []*node{n.leaf, n.left, n.right} {
		entries = emit(entries, shown, child)
	}
	return entries
}

// Entries is the canonical form of a recorded proof: the entries of an oasis-core proof of version 1, without the root,
// which the verifier knows.
type Entries [][]byte

// Open verifies a recorded proof against the root of a tree.
func (e Entries) Open(root oasis.Hash) (*Tree, error) { return VerifyTree(root, recordedVersion, e) }
