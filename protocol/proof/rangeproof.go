package proof

import (
	"bytes"
	"crypto/sha512"
	"encoding/binary"
	"fmt"
	"math/bits"

	"github.com/assent-network/assent/protocol/oasis"
)

// Limits of a Range.
const (
	// MaxRangeKey is the largest size of a key with its prefix in bytes.
	MaxRangeKey = maxTreeDepth / 8
	// MaxRangeValue is the largest size of a value in bytes.
	MaxRangeValue = 1 << 16
)

// Range is every entry of a state tree whose key has a prefix. All keys have one size and all values have one size, as
// the storage of a contract does. Nothing about it is verified; VerifyRange does that.
type Range struct {
	_ struct{} `cbor:",toarray"`
	// Prefix is what all keys begin with.
	Prefix []byte
	// SuffixSize is the size of what follows the prefix in every key.
	SuffixSize uint16
	// ValueSize is the size of every value.
	ValueSize uint32
	// Packed is suffix and value of every entry in ascending order of keys.
	Packed []byte
}

// Append adds an entry. Entries have to come in ascending order.
func (r *Range) Append(key, value []byte) error {
	if !bytes.HasPrefix(key, r.Prefix) || len(key)-len(r.Prefix) != int(r.SuffixSize) ||
		len(value) != int(r.ValueSize) {
		return failf(CheckStorageProofs,
			"key %x with a value of %d bytes does not fit the range %x with keys of %d and values of %d bytes",
			key, len(value), r.Prefix, r.SuffixSize, r.ValueSize)
	}
	r.Packed = append(r.Packed, key[len(r.Prefix):]...)
	r.Packed = append(r.Packed, value...)
	return nil
}

// Len returns the number of entries.
func (r *Range) Len() int {
	if size := int(r.SuffixSize) + int(r.ValueSize); size > 0 {
		return len(r.Packed) / size
	}
	return 0
}

// Entry returns what follows the prefix in the key of an entry, and its value.
func (r *Range) Entry(i int) (suffix, value []byte) {
	size := int(r.SuffixSize) + int(r.ValueSize)
	e := r.Packed[i*size : (i+1)*size]
	return e[:r.SuffixSize:r.SuffixSize], e[r.SuffixSize:]
}

func (r *Range) validate() error {
	if key := len(r.Prefix) + int(r.SuffixSize); r.SuffixSize == 0 || key > MaxRangeKey {
		return fmt.Errorf("keys of %d bytes, of which %d vary, are out of bounds", key, r.SuffixSize)
	}
	if r.ValueSize > MaxRangeValue {
		return fmt.Errorf("values of %d bytes, the most is %d", r.ValueSize, MaxRangeValue)
	}
	if size := int(r.SuffixSize) + int(r.ValueSize); len(r.Packed)%size != 0 {
		return fmt.Errorf("%d bytes are no multiple of entries of %d bytes", len(r.Packed), size)
	}
	var last []byte
	for i := range r.Len() {
		suffix, _ := r.Entry(i)
		if last != nil && bytes.Compare(suffix, last) <= 0 {
			return fmt.Errorf("entry %d is out of order", i)
		}
		last = suffix
	}
	return nil
}

// VerifyRange verifies that a range has every entry of the tree with the prefix and no other: the tree leads to the
// subtree of the prefix, and the entries rebuild the hash of that subtree.
func (t *Tree) VerifyRange(r *Range) error {
	if err := r.validate(); err != nil {
		return failf(CheckStorageProofs, "range %x: %w", r.Prefix, err)
	}
	ptr, depth, found := t.cover(r.Prefix)
	switch {
	case !found && r.Len() == 0:
		return nil
	case !found:
		return failf(CheckStorageProofs, "range %x has %d entries, the state has none", r.Prefix, r.Len())
	case r.Len() == 0:
		return failf(CheckStorageProofs,
			"range %x is empty, the state has entries or the proof does not show that it has none", r.Prefix)
	}
	b := newRangeHasher(r)
	if got := b.hash(0, r.Len(), depth); got != ptr.hash {
		return failf(CheckStorageProofs, "range %x: its %d entries have the hash %s, the state has %s", r.Prefix,
			r.Len(), got, ptr.hash)
	}
	return nil
}

// cover returns the first pointer on the way to a prefix below which every key may have it: one whose subtree begins
// with the prefix, or that the tree does not show. found is false when no key has the prefix.
func (t *Tree) cover(prefix []byte) (ptr *node, depth int, found bool) {
	ptr = t.node
	for ptr != nil {
		switch ptr.kind {
		case leafNode:
			return ptr, depth, bytes.HasPrefix(ptr.key, prefix)
		case innerNode:
			end := depth + ptr.bits
			if !hasLabel(prefix, depth, ptr.label, min(end, len(prefix)*8)-depth) {
				return nil, 0, false
			}
			if end >= len(prefix)*8 {
				return ptr, depth, true
			}
			ptr = ptr.child(bit(prefix, end))
			depth = end
		default:
			return ptr, depth, true
		}
	}
	return nil, 0, false
}

// rangeHasher rebuilds the hash of the subtree that holds exactly the entries of a range. The shape of an MKVS tree
// follows from its keys alone.
type rangeHasher struct {
	r   *Range
	buf []byte
}

func newRangeHasher(r *Range) *rangeHasher {
	return &rangeHasher{r: r, buf: make([]byte, 0, 16+len(r.Prefix)+int(r.SuffixSize)+
		max(int(r.ValueSize), 3*oasis.HashSize))}
}

// hash returns the hash of the subtree with entries lo to hi, at least one, which hangs from its parent after depth
// bits of the keys.
func (b *rangeHasher) hash(lo, hi, depth int) oasis.Hash {
	if hi-lo == 1 {
		return b.leaf(lo)
	}
	head := len(b.r.Prefix) * 8
	first, _ := b.r.Entry(lo)
	last, _ := b.r.Entry(hi - 1)
	common := commonBits(first, last)
	end := head + common

	// Entries are sorted, so the first with a one after the common bits begins the right half.
	split, top := lo+1, hi-1
	for split < top {
		mid := int(uint(split+top) / 2)
		if s, _ := b.r.Entry(mid); bit(s, common) {
			top = mid
		} else {
			split = mid + 1
		}
	}
	left := b.hash(lo, split, end)
	right := b.hash(split, hi, end)
	empty := oasis.EmptyHash()

	b.buf = append(b.buf[:0], prefixInner)
	b.buf = binary.LittleEndian.AppendUint16(b.buf, uint16(end-depth))
	b.buf = b.appendKeyBits(b.buf, first, depth, end)
	b.buf = append(b.buf, empty[:]...)
	b.buf = append(b.buf, left[:]...)
	b.buf = append(b.buf, right[:]...)
	return sha512.Sum512_256(b.buf)
}

func (b *rangeHasher) leaf(i int) oasis.Hash {
	suffix, value := b.r.Entry(i)
	b.buf = append(b.buf[:0], prefixLeaf)
	b.buf = binary.LittleEndian.AppendUint32(b.buf, uint32(len(b.r.Prefix)+len(suffix)))
	b.buf = append(b.buf, b.r.Prefix...)
	b.buf = append(b.buf, suffix...)
	b.buf = binary.LittleEndian.AppendUint32(b.buf, uint32(len(value)))
	b.buf = append(b.buf, value...)
	return sha512.Sum512_256(b.buf)
}

// appendKeyBits appends the bits of prefix ‖ suffix from one position to another, left aligned and filled up with
// zeros.
func (b *rangeHasher) appendKeyBits(dst, suffix []byte, from, to int) []byte {
	at := func(i int) byte {
		if i < len(b.r.Prefix) {
			return b.r.Prefix[i]
		}
		if i -= len(b.r.Prefix); i < len(suffix) {
			return suffix[i]
		}
		return 0
	}
	shift := from % 8
	n := (to - from + 7) / 8
	for i := range n {
		c := at(from/8+i) << shift
		if shift > 0 {
			c |= at(from/8+i+1) >> (8 - shift)
		}
		if rest := to - from - 8*i; rest < 8 {
			c &= 0xff << (8 - rest)
		}
		dst = append(dst, c)
	}
	return dst
}

// commonBits counts the bits that two different strings of one size share.
func commonBits(a, b []byte) int {
	for i := range a {
		if x := a[i] ^ b[i]; x != 0 {
			return i*8 + bits.LeadingZeros8(x)
		}
	}
	return len(a) * 8
}
