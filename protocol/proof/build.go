package proof

import (
	"bytes"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

// Merge returns a tree that shows what either of two trees with the same root shows.
func (t *Tree) Merge(other *Tree) (*Tree, error) {
	if t.root != other.root {
		return nil, failf(CheckStorageProofs, "merging proofs for different roots %s and %s", t.root, other.root)
	}
	return &Tree{root: t.root, node: merge(t.node, other.node)}, nil
}

func merge(a, b *node.Pointer) *node.Pointer {
	switch {
	case a == nil || b == nil || b.Node == nil:
		return a
	case a.Node == nil:
		return b
	}
	an, ok := a.Node.(*node.InternalNode)
	if !ok {
		return a
	}
	bn := b.Node.(*node.InternalNode) // It has the same verified hash.
	merged := *an
	merged.LeafNode = merge(an.LeafNode, bn.LeafNode)
	merged.Left = merge(an.Left, bn.Left)
	merged.Right = merge(an.Right, bn.Right)
	return &node.Pointer{Clean: true, Hash: a.Hash, Node: &merged}
}

// Prove builds the smallest proof that shows the given keys, present or absent, and leads to the ranges of keys with
// the given prefixes, whose entries VerifyRange takes from elsewhere.
func (t *Tree) Prove(keys, prefixes [][]byte) (*syncer.Proof, error) {
	shown := make(map[*node.Pointer]struct{})
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
	p := &syncer.Proof{V: 1, UntrustedRoot: t.root}
	if err := emit(p, shown, t.node); err != nil {
		return nil, err
	}
	return p, nil
}

// mark collects the nodes on the way to a key, or to the subtree that has all keys with the prefix and nothing else.
func (t *Tree) mark(shown map[*node.Pointer]struct{}, key []byte, prefix bool) error {
	ptr, depth, bits := t.node, 0, len(key)*8
	for ptr != nil && !ptr.Hash.IsEmpty() {
		switch n := ptr.Node.(type) {
		case *node.LeafNode:
			if prefix && bytes.HasPrefix(n.Key, key) {
				return nil // The range is this leaf.
			}
			shown[ptr] = struct{}{}
			return nil
		case *node.InternalNode:
			end := depth + int(n.LabelBitLength)
			common := min(end, bits) - depth
			same := common >= 0 && hasLabel(key, depth, n.Label, common)
			if prefix && same && end >= bits {
				return nil // The range is this subtree.
			}
			shown[ptr] = struct{}{}
			if !same || end > bits {
				return nil
			}
			switch {
			case end == bits:
				ptr = n.LeafNode
			case bit(key, end):
				ptr = n.Right
			default:
				ptr = n.Left
			}
			depth = end
		default:
			return as(CheckStorageProofs, fmt.Errorf("key %x: %w", key, ErrIncomplete))
		}
	}
	return nil
}

func emit(p *syncer.Proof, shown map[*node.Pointer]struct{}, ptr *node.Pointer) error {
	if ptr == nil || ptr.Hash.IsEmpty() {
		p.Entries = append(p.Entries, nil)
		return nil
	}
	if _, ok := shown[ptr]; !ok {
		p.Entries = append(p.Entries, append([]byte{entryHash}, ptr.Hash[:]...))
		return nil
	}
	body, err := ptr.Node.CompactMarshalBinaryV1()
	if err != nil {
		return fmt.Errorf("encoding node %s: %w", ptr.Hash, err)
	}
	p.Entries = append(p.Entries, append([]byte{entryFull}, body...))
	n, ok := ptr.Node.(*node.InternalNode)
	if !ok {
		return nil
	}
	for _, child := range []*node.Pointer{n.LeafNode, n.Left, n.Right} {
		if err := emit(p, shown, child); err != nil {
			return err
		}
	}
	return nil
}

// Entries is the canonical form of a recorded proof: the entries of an oasis-core proof of version 1, without the root,
// which the verifier knows.
type Entries [][]byte

// Record returns the canonical form of a proof that Prove built.
func Record(p *syncer.Proof) Entries { return p.Entries }

// Open verifies a recorded proof against a root.
func (e Entries) Open(root hash.Hash) (*Tree, error) {
	return VerifyTree(root, &syncer.Proof{V: 1, UntrustedRoot: root, Entries: e})
}
