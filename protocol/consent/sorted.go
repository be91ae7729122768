package consent

// Part is a part of the tree over some items: an entry, or a branch with all below it.
type Part struct {
	Hash   Hash
	Lo, Hi int   // the items of the part are those from Lo up to Hi, but not Hi
	Middle int   // where a branch parts; zero for an entry
	Bit    uint8 // in which bit it parts
}

// Walk computes the hash of the tree over the items, which needs no tree. visit, if not nil, is called with every part,
// those below it first and the left one before the right. The items have to be in order, none twice.
func (s Items) Walk(visit func(Part)) Hash {
	if len(s) == 0 {
		return Hash{}
	}
	h := newHasher()
	var walk func(lo, hi int) Hash
	walk = func(lo, hi int) Hash {
		p := Part{Lo: lo, Hi: hi}
		if hi-lo == 1 {
			p.Hash = h.entry(&s[lo].Pseudonym, &s[lo].Words)
		} else {
			p.Bit = splitBit(&s[lo].Pseudonym, &s[hi-1].Pseudonym)
			p.Middle = splitAt(s, lo, hi, p.Bit)
			left, right := walk(lo, p.Middle), walk(p.Middle, hi)
			p.Hash = h.branch(p.Bit, left, right)
		}
		if visit != nil {
			visit(p)
		}
		return p.Hash
	}
	return walk(0, len(s))
}

// Branch is the hash of a branch whose sides part in a bit.
func Branch(bit uint8, left, right Hash) Hash { return newHasher().branch(bit, left, right) }

// splitAt finds the first of the items from lo up to hi that has a one at the bit. The first item has a zero there and
// the last a one.
func splitAt(s Items, lo, hi int, bit uint8) int {
	lo, hi = lo+1, hi-1
	for lo < hi {
		middle := int(uint(lo+hi) / 2)
		if bitOf(&s[middle].Pseudonym, bit) {
			hi = middle
		} else {
			lo = middle + 1
		}
	}
	return lo
}
