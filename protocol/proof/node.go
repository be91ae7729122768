package proof

import (
	"encoding/binary"

	"github.com/assent-network/assent/protocol/oasis"
)

// Entry types of proofs, as in oasis-core.
const (
	entryFull = 0x01
	entryHash = 0x02
)

// recordedVersion is the version of the proofs that are recorded: leaves of internal nodes are entries of their own.
const recordedVersion = 1

// The first byte of a node, in entries and under its hash, and the sizes of numbers in entries, as in oasis-core.
const (
	prefixLeaf  = 0x00
	prefixInner = 0x01
	prefixNone  = 0x02 // in entries, in place of an internal node's leaf

	depthSize       = 2
	valueLengthSize = 4
)

type nodeKind uint8

const (
	hiddenNode nodeKind = iota // only the hash is known
	leafNode
	innerNode
)

// node is a node of a state tree; nil is an empty subtree.
type node struct {
	hash oasis.Hash
	kind nodeKind

	// of a leaf
	key, value []byte

	// of an inner node: bits of the keys below it that come after its parent's, the leaf whose key ends here, and what
	// goes on with a zero and with a one
	bits              int
	label             []byte
	leaf, left, right *node
}

// hashOf returns the hash of a node that may be nil.
func (n *node) hashOf() oasis.Hash {
	if n == nil {
		return oasis.EmptyHash()
	}
	return n.hash
}

func (n *node) child(one bool) *node {
	if one {
		return n.right
	}
	return n.left
}

// decodeNode builds the subtree whose entries come first, and returns the entries behind it. The entries have to have
// passed checkShape.
func decodeNode(version uint16, entries [][]byte) (*node, [][]byte) {
	e, rest := entries[0], entries[1:]
	if e == nil {
		return nil, rest
	}
	body := e[1:]
	switch {
	case e[0] == entryHash:
		n := &node{hash: oasis.Hash(body)}
		if n.hash == oasis.EmptyHash() {
			return nil, rest
		}
		return n, rest
	case body[0] == prefixLeaf:
		return decodeLeaf(body), rest
	}
	n := &node{kind: innerNode, bits: int(binary.LittleEndian.Uint16(body[1:]))}
	end := 1 + depthSize + (n.bits+7)/8
	n.label = body[1+depthSize : end]
	switch {
	case version == recordedVersion:
		n.leaf, rest = decodeNode(version, rest)
	case body[end] != prefixNone:
		n.leaf = decodeLeaf(body[end:])
	}
	n.left, rest = decodeNode(version, rest)
	n.right, rest = decodeNode(version, rest)
	leaf, left, right := n.leaf.hashOf(), n.left.hashOf(), n.right.hashOf()
	n.hash = oasis.HashOf(body[:end], leaf[:], left[:], right[:])
	return n, rest
}

func decodeLeaf(body []byte) *node {
	const head = 1 + depthSize
	at := head + int(binary.LittleEndian.Uint16(body[1:]))
	n := &node{kind: leafNode, key: body[head:at], value: body[at+valueLengthSize:]}
	n.hash = oasis.HashOf([]byte{prefixLeaf}, binary.LittleEndian.AppendUint32(nil, uint32(len(n.key))), n.key,
		body[at:at+valueLengthSize], n.value)
	return n
}

// encode returns the entry of a leaf or an inner node in a recorded proof.
func (n *node) encode() []byte {
	if n.kind == leafNode {
		e := binary.LittleEndian.AppendUint16([]byte{entryFull, prefixLeaf}, uint16(len(n.key)))
		e = append(e, n.key...)
		e = binary.LittleEndian.AppendUint32(e, uint32(len(n.value)))
		return append(e, n.value...)
	}
	e := binary.LittleEndian.AppendUint16([]byte{entryFull, prefixInner}, uint16(n.bits))
	e = append(e, n.label...)
	return append(e, prefixNone)
}
