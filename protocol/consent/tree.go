package consent

import (
	"encoding/binary"
	"fmt"
	"iter"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/grant"
)

// The first byte under each hash of the tree, so that no entry can be taken for a branch.
const (
	entryPrefix  = 0x00
	branchPrefix = 0x01
)

// Words are what the ledger stores for a pseudonym.
type Words = grant.Words

// Hash is the content address of a part of the tree: the hash of an entry, or of a branch with all that is below it.
// The empty tree has the zero hash.
type Hash = common.Hash

// hasher computes the tree's hashes without allocating.
type hasher struct {
	state crypto.KeccakState
	buf   [1 + 20 + 32 + 32]byte
}

func newHasher() *hasher { return &hasher{state: crypto.NewKeccakState()} }

// entry is keccak256(0x00 ‖ pseudonym ‖ entry word ‖ origin word).
func (h *hasher) entry(pseudonym *common.Address, w *Words) Hash {
	h.buf[0] = entryPrefix
	copy(h.buf[1:21], pseudonym[:])
	copy(h.buf[21:53], w.Entry[:])
	copy(h.buf[53:85], w.Origin[:])
	return h.sum(h.buf[:85])
}

// branch is keccak256(0x01 ‖ bit ‖ left ‖ right): the pseudonyms below share the bits before that one, and have a zero
// there on the left, a one on the right.
func (h *hasher) branch(bit uint8, left, right Hash) Hash {
	h.buf[0], h.buf[1] = branchPrefix, bit
	copy(h.buf[2:34], left[:])
	copy(h.buf[34:66], right[:])
	return h.sum(h.buf[:66])
}

func (h *hasher) sum(b []byte) (out Hash) {
	h.state.Reset()
	h.state.Write(b)
	h.state.Read(out[:])
	return out
}

// Root is the consent root of count entries whose tree has the hash top, in a round of the given state root:
// keccak256(abi.encode(stateRoot, uint256(count), top)).
func Root(stateRoot common.Hash, count int, top Hash) common.Hash {
	var n common.Hash
	binary.BigEndian.PutUint64(n[24:], uint64(count))
	return crypto.Keccak256Hash(stateRoot[:], n[:], top[:])
}

// bitOf returns a bit of a pseudonym, counted from the most significant.
func bitOf(p *common.Address, i uint8) bool { return p[i/8]&(0x80>>(i%8)) != 0 }

// splitBit is the first bit in which two different pseudonyms differ.
func splitBit(a, b *common.Address) uint8 {
	for i := range a {
		if x := a[i] ^ b[i]; x != 0 {
			return uint8(i*8 + bits.LeadingZeros8(x))
		}
	}
	panic("consent: internal error: a pseudonym branches from itself")
}

// Tree commits to the entries of a ledger: a binary trie over the bits of the pseudonyms that has a branch only where
// two of them part. Its shape, and so its hash, follows from the entries alone and not from the order in which they
// came, and a changed entry changes the hashes on its path only, about log2 of the number of entries. The zero value is
// the empty tree. It is not safe for concurrent use.
type Tree struct {
	top      ref
	entries  []treeEntry
	branches []treeBranch
	freed    [2][]ref // entries and branches to be used again
	hash     *hasher
}

// ref is the number of an entry or of a branch, counted from one, and which of them it is; zero is the empty tree.
type ref uint32

const branchRef ref = 1 << 31

type treeEntry struct {
	pseudonym common.Address
	words     Words
	hash      Hash
}

type treeBranch struct {
	hash  Hash
	child [2]ref
	bit   uint8
	stale bool // an entry below changed, so the hash has to be computed again
}

// Len is the number of entries.
func (t *Tree) Len() int { return len(t.entries) - len(t.freed[0]) }

// Get returns the words of a pseudonym, and false when it has none.
func (t *Tree) Get(pseudonym common.Address) (Words, bool) {
	if r := t.nearest(&pseudonym); r != 0 && t.entry(r).pseudonym == pseudonym {
		return t.entry(r).words, true
	}
	return Words{}, false
}

// Set stores the words of a pseudonym. The error comes when the tree has MaxEntries already.
func (t *Tree) Set(pseudonym common.Address, w Words) error {
	if t.hash == nil {
		t.hash = newHasher()
	}
	near := t.nearest(&pseudonym)
	if near != 0 && t.entry(near).pseudonym == pseudonym {
		e := t.entry(near)
		if e.words == w {
			return nil
		}
		e.words, e.hash = w, t.hash.entry(&pseudonym, &w)
		t.spoil(&pseudonym)
		return nil
	}
	if t.Len() == MaxEntries {
		return fmt.Errorf("consent: setting the entry of %s: the tree has %d entries, which is the most", pseudonym,
			MaxEntries)
	}
	added := t.newEntry(treeEntry{pseudonym, w, t.hash.entry(&pseudonym, &w)})
	if near == 0 {
		t.top = added
		return nil
	}
	bit := splitBit(&pseudonym, &t.entry(near).pseudonym)
	at := &t.top
	for *at&branchRef != 0 && t.branch(*at).bit < bit {
		b := t.branch(*at)
		b.stale = true
		at = &b.child[side(&pseudonym, b.bit)]
	}
	b := treeBranch{bit: bit, stale: true}
	b.child[side(&pseudonym, bit)], b.child[1-side(&pseudonym, bit)] = added, *at
	// The new branch may move the branches, so the place that leads to it is found by number.
	t.replace(&pseudonym, *at, t.newBranch(b))
	return nil
}

// Delete takes a pseudonym's entry out and returns whether there was one.
func (t *Tree) Delete(pseudonym common.Address) bool {
	near := t.nearest(&pseudonym)
	if near == 0 || t.entry(near).pseudonym != pseudonym {
		return false
	}
	t.spoil(&pseudonym)
	var parent ref
	for at := t.top; at != near; at = t.branch(at).child[side(&pseudonym, t.branch(at).bit)] {
		parent = at
	}
	sibling := ref(0)
	if parent != 0 {
		sibling = t.branch(parent).child[1-side(&pseudonym, t.branch(parent).bit)]
		t.replace(&pseudonym, parent, sibling)
		t.freed[1] = append(t.freed[1], parent)
	} else {
		t.top = 0
	}
	*t.entry(near) = treeEntry{}
	t.freed[0] = append(t.freed[0], near)
	return true
}

// Top is the hash of the whole tree, zero when it is empty. It computes what changed since it was asked for the last
// time.
func (t *Tree) Top() Hash { return t.hashOf(t.top) }

// Root is the consent root under the runtime's state root.
func (t *Tree) Root(stateRoot common.Hash) common.Hash { return Root(stateRoot, t.Len(), t.Top()) }

// All yields the entries in pseudonym order. The tree must not be changed meanwhile.
func (t *Tree) All() iter.Seq2[common.Address, Words] {
	return func(yield func(common.Address, Words) bool) { t.each(t.top, yield) }
}

func (t *Tree) each(r ref, yield func(common.Address, Words) bool) bool {
	switch {
	case r == 0:
		return true
	case r&branchRef == 0:
		return yield(t.entry(r).pseudonym, t.entry(r).words)
	}
	b := t.branch(r)
	return t.each(b.child[0], yield) && t.each(b.child[1], yield)
}

func (t *Tree) hashOf(r ref) Hash {
	switch {
	case r == 0:
		return Hash{}
	case r&branchRef == 0:
		return t.entry(r).hash
	}
	b := t.branch(r)
	if b.stale {
		left, right := t.hashOf(b.child[0]), t.hashOf(b.child[1])
		b.hash, b.stale = t.hash.branch(b.bit, left, right), false
	}
	return b.hash
}

func (t *Tree) entry(r ref) *treeEntry   { return &t.entries[r-1] }
func (t *Tree) branch(r ref) *treeBranch { return &t.branches[r&^branchRef-1] }

func side(p *common.Address, bit uint8) int {
	if bitOf(p, bit) {
		return 1
	}
	return 0
}

// nearest returns the entry that the bits of a pseudonym lead to: its own if it has one, else one from which it parts
// later than from those beside the path.
func (t *Tree) nearest(p *common.Address) ref {
	at := t.top
	for at&branchRef != 0 {
		at = t.branch(at).child[side(p, t.branch(at).bit)]
	}
	return at
}

// spoil marks the branches on the way to a pseudonym.
func (t *Tree) spoil(p *common.Address) {
	for at := t.top; at&branchRef != 0; at = t.branch(at).child[side(p, t.branch(at).bit)] {
		t.branch(at).stale = true
	}
}

// replace puts another part of the tree in place of one on the way to a pseudonym.
func (t *Tree) replace(p *common.Address, old, by ref) {
	at := &t.top
	for *at != old {
		b := t.branch(*at)
		at = &b.child[side(p, b.bit)]
	}
	*at = by
}

func (t *Tree) newEntry(e treeEntry) ref {
	if n := len(t.freed[0]); n > 0 {
		r := t.freed[0][n-1]
		t.freed[0] = t.freed[0][:n-1]
		*t.entry(r) = e
		return r
	}
	t.entries = append(t.entries, e)
	return ref(len(t.entries))
}

func (t *Tree) newBranch(b treeBranch) ref {
	if n := len(t.freed[1]); n > 0 {
		r := t.freed[1][n-1]
		t.freed[1] = t.freed[1][:n-1]
		*t.branch(r) = b
		return r
	}
	t.branches = append(t.branches, b)
	return branchRef | ref(len(t.branches))
}
