package proof

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/assent-network/assent/protocol/oasis"
)

// maxTreeDepth is how many nodes deep a proof may go: one for every bit of a key of 512 bytes. It bounds the recursion
// of the verifier.
const maxTreeDepth = 4096

// Tree is the part of a state tree (MKVS) that a proof showed, verified against the root of the tree. It answers for
// what it shows and says ErrIncomplete for the rest.
type Tree struct {
	root oasis.Hash
	node *node
}

// VerifyTree verifies the entries of a proof of oasis-core, in its version 0 or 1, against the root of a tree. It is
// stricter than oasis-core: every entry has to be in its one canonical form, and nesting is bounded.
func VerifyTree(root oasis.Hash, version uint16, entries [][]byte) (*Tree, error) {
	if err := checkShape(version, entries); err != nil {
		return nil, as(CheckEncoding, fmt.Errorf("proof for root %s: %w", root, err))
	}
	n, _ := decodeNode(version, entries)
	if n.hashOf() != root {
		return nil, as(CheckStorageProofs, fmt.Errorf("the entries shown do not make a tree of root %s: "+
			"they were changed, or are of another state", root))
	}
	return &Tree{root: root, node: n}, nil
}

// checkShape walks over the entries of a proof without recursion and checks that they form one tree of bounded depth
// with every entry canonical.
func checkShape(version uint16, entries [][]byte) error {
	children := 3
	switch version {
	case 0:
		children = 2
	case 1:
	default:
		return fmt.Errorf("version %d is unknown", version)
	}
	pending := make([]int, 1, 64) // Children still to come, per level.
	pending[0] = 1
	for i, e := range entries {
		for len(pending) > 0 && pending[len(pending)-1] == 0 {
			pending = pending[:len(pending)-1]
		}
		if len(pending) == 0 {
			return fmt.Errorf("%d entries are left over", len(entries)-i)
		}
		pending[len(pending)-1]--
		internal, err := checkEntry(version, e)
		if err != nil {
			return fmt.Errorf("entry %d: %w", i, err)
		}
		if internal {
			if len(pending) >= maxTreeDepth {
				return fmt.Errorf("entry %d is nested more than %d levels deep", i, maxTreeDepth)
			}
			pending = append(pending, children)
		}
	}
	for _, n := range pending {
		if n > 0 {
			return errors.New("entries are missing")
		}
	}
	return nil
}

// checkEntry checks one entry of a proof and says if it has children.
func checkEntry(version uint16, e []byte) (internal bool, err error) {
	if e == nil {
		return false, nil
	}
	if len(e) < 2 {
		return false, errors.New("too short")
	}
	body := e[1:]
	switch e[0] {
	case entryHash:
		if len(body) != oasis.HashSize {
			return false, fmt.Errorf("hash of %d bytes", len(body))
		}
		return false, nil
	case entryFull:
	default:
		return false, fmt.Errorf("type %#x is unknown", e[0])
	}
	switch body[0] {
	case prefixLeaf:
		n, err := leafSize(body)
		if err == nil && n != len(body) {
			err = errors.New("leaf has bytes left over")
		}
		return false, err
	case prefixInner:
		if len(body) < 1+depthSize+1 {
			return false, errors.New("internal node is too short")
		}
		bits := int(binary.LittleEndian.Uint16(body[1:]))
		at := 1 + depthSize + (bits+7)/8
		if at >= len(body) {
			return false, errors.New("label is too short")
		}
		rest := body[at:]
		if len(rest) == 1 && rest[0] == prefixNone {
			return true, nil
		}
		if version != 0 {
			return false, errors.New("internal node holds a leaf")
		}
		n, err := leafSize(rest)
		if err == nil && n != len(rest) {
			err = errors.New("internal node has bytes left over")
		}
		return true, err
	default:
		return false, fmt.Errorf("node type %#x is unknown", body[0])
	}
}

// leafSize returns the size of the serialized leaf at the start of b.
func leafSize(b []byte) (int, error) {
	const head, lengths = 1 + depthSize, valueLengthSize
	if len(b) < head || b[0] != prefixLeaf {
		return 0, errors.New("malformed leaf")
	}
	key := int(binary.LittleEndian.Uint16(b[1:]))
	if len(b)-head < key+lengths {
		return 0, errors.New("leaf is too short for its key")
	}
	value := binary.LittleEndian.Uint32(b[head+key:])
	size := head + key + lengths
	if uint64(len(b)-size) < uint64(value) {
		return 0, errors.New("leaf is too short for its value")
	}
	return size + int(value), nil
}

// Root returns the root that the tree was verified against.
func (t *Tree) Root() oasis.Hash { return t.root }

// Get returns the value of a key, or ok false when the tree proves that the key is absent. It fails with ErrIncomplete
// when the tree shows neither. The caller must not change the value.
func (t *Tree) Get(key []byte) (value []byte, ok bool, err error) {
	n, depth := t.node, 0
	for n != nil {
		switch n.kind {
		case leafNode:
			if bytes.Equal(n.key, key) {
				return n.value, true, nil
			}
			return nil, false, nil
		case innerNode:
			end := depth + n.bits
			if end > len(key)*8 || !hasLabel(key, depth, n.label, n.bits) {
				return nil, false, nil
			}
			if end == len(key)*8 {
				n = n.leaf
			} else {
				n = n.child(bit(key, end))
			}
			depth = end
		default:
			return nil, false, as(CheckStorageProofs, fmt.Errorf("key %x: %w", key, ErrIncomplete))
		}
	}
	return nil, false, nil
}

// MustHave is Get for keys that have to be there.
func (t *Tree) MustHave(key []byte) ([]byte, error) {
	v, ok, err := t.Get(key)
	if err == nil && !ok {
		err = failf(CheckStorageProofs, "key %x is absent", key)
	}
	return v, err
}

// Walk calls visit for every key with the prefix that is not less than from, in ascending order, for as far as the tree
// shows them without a gap. It returns nil when no further key with the prefix exists, else the key from which to go on
// with another proof.
func (t *Tree) Walk(prefix, from []byte, visit func(key, value []byte) error) (next []byte, err error) {
	if bytes.Compare(from, prefix) < 0 {
		from = prefix
	}
	w := walker{prefix: prefix, from: from, visit: visit}
	err = w.walk(t.node, nil, 0, 0)
	switch {
	case errors.Is(err, errGap):
		return w.next, nil
	case err != nil:
		return nil, as(CheckStorageProofs, err)
	}
	return nil, nil
}

var errGap = errors.New("reached a part of the tree that is not shown")

type walker struct {
	prefix, from, last, next []byte
	visit                    func(key, value []byte) error
}

// walk visits the subtree of a node. All its keys begin with path, of which the parent's own path is depth bits, and
// the bit that chooses between its children one more.
func (w *walker) walk(n *node, path []byte, depth, known int) error {
	if n == nil || w.skip(path, known) {
		return nil
	}
	switch n.kind {
	case leafNode:
		if !samePrefix(n.key, path, known) {
			return fmt.Errorf("key %x is in the wrong place of the tree", n.key)
		}
		if !bytes.HasPrefix(n.key, w.prefix) || bytes.Compare(n.key, w.from) < 0 {
			return nil
		}
		if w.last != nil && bytes.Compare(n.key, w.last) <= 0 {
			return fmt.Errorf("key %x is out of order", n.key)
		}
		w.last = n.key
		return w.visit(n.key, n.value)
	case innerNode:
		end := depth + n.bits
		if end > maxTreeDepth {
			return fmt.Errorf("keys are longer than %d bits", maxTreeDepth)
		}
		inner := appendLabel(path, depth, n.label, n.bits)
		if end < known || !samePrefix(inner, path, known) {
			return fmt.Errorf("node with path %x is in the wrong place of the tree", inner)
		}
		if w.skip(inner, end) {
			return nil
		}
		// The leaf of an internal node has the node's path for a key. A proof need not show it when that is not wanted.
		if end%8 == 0 && bytes.HasPrefix(inner, w.prefix) && bytes.Compare(inner, w.from) >= 0 {
			if err := w.walk(n.leaf, inner, end, end); err != nil {
				return err
			}
		}
		if err := w.walk(n.left, appendBit(inner, end, false), end, end+1); err != nil {
			return err
		}
		return w.walk(n.right, appendBit(inner, end, true), end, end+1)
	default:
		// A hash only, below which there may be something wanted.
		w.next = w.from
		if bytes.Compare(path, w.next) > 0 {
			w.next = bytes.Clone(path)
		}
		return errGap
	}
}

// skip says if no key that begins with the first depth bits of path can be wanted: all are without the prefix, or less
// than from.
func (w *walker) skip(path []byte, depth int) bool {
	if n := min(depth, len(w.prefix)*8); !samePrefix(w.prefix, path, n) {
		return true
	}
	n := min(depth, len(w.from)*8)
	return comparePrefix(path, w.from, n) < 0
}

// bit returns a bit of a key, counted from the most significant.
func bit(key []byte, i int) bool { return key[i/8]&(0x80>>(i%8)) != 0 }

// hasLabel says if the bits of key from depth on are those of the label.
func hasLabel(key []byte, depth int, label []byte, bits int) bool {
	if depth+bits > len(key)*8 || len(label)*8 < bits {
		return false
	}
	for i := range bits {
		if bit(key, depth+i) != bit(label, i) {
			return false
		}
	}
	return true
}

// samePrefix says if two keys share their first bits.
func samePrefix(a, b []byte, bits int) bool {
	return len(a)*8 >= bits && len(b)*8 >= bits && comparePrefix(a, b, bits) == 0
}

// comparePrefix compares the first bits of two keys, both of which have them.
func comparePrefix(a, b []byte, bits int) int {
	whole := bits / 8
	if c := bytes.Compare(a[:whole], b[:whole]); c != 0 || bits%8 == 0 {
		return c
	}
	mask := byte(0xff) << (8 - bits%8)
	return int(a[whole]&mask) - int(b[whole]&mask)
}

// appendLabel returns the path with the label in place of what follows its first depth bits. Bits beyond the end are
// zero.
func appendLabel(path []byte, depth int, label []byte, bits int) []byte {
	out := make([]byte, (depth+bits+7)/8)
	copy(out, path)
	if at := depth / 8; depth%8 != 0 && at < len(out) {
		out[at] &= 0xff << (8 - depth%8)
	} else if at < len(out) {
		out[at] = 0
	}
	for i := range bits {
		if len(label)*8 > i && bit(label, i) {
			out[(depth+i)/8] |= 0x80 >> ((depth + i) % 8)
		}
	}
	return out
}

// appendBit returns the first depth bits of path with one more.
func appendBit(path []byte, depth int, v bool) []byte {
	out := make([]byte, depth/8+1)
	copy(out, path)
	if v {
		out[depth/8] |= 0x80 >> (depth % 8)
	}
	return out
}
