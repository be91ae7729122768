package consent

// topOf computes the hash of the tree over the items, which needs no tree. visit,
// if not nil, is called with every part of the tree, those below it first: the items
// from lo up to hi, but not hi, have the hash.
func topOf(s Items, visit func(lo, hi int, hash Hash)) Hash {
	if len(s) == 0 {
		return Hash{}
	}
	h := newHasher()
	var part func(lo, hi int) Hash
	part = func(lo, hi int) (out Hash) {
		if hi-lo == 1 {
			out = h.entry(&s[lo].Pseudonym, &s[lo].Words)
		} else {
			bit := splitBit(&s[lo].Pseudonym, &s[hi-1].Pseudonym)
			middle := splitAt(s, lo, hi, bit)
			left, right := part(lo, middle), part(middle, hi)
			out = h.branch(bit, left, right)
		}
		if visit != nil {
			visit(lo, hi, out)
		}
		return out
	}
	return part(0, len(s))
}

// splitAt finds the first of the items from lo up to hi that has a one at the bit.
// The first item has a zero there and the last a one.
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
