// Package mutation changes bytes at random as attackers and broken lines do, for tests of what reads and verifies them.
package mutation

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
)

// numbers are what lengths and versions are when they go wrong.
var numbers = []uint32{0, 1, 2, 3, 4, 5, 6, 0xff, 0xffff, 1 << 31, 0xffffffff}

// Random returns b changed in one to three places: bits, bytes and runs are flipped, replaced, left out, repeated, cut
// off, set to a number as lengths are, or taken from other, a genuine one of the same kind. It may come out as b was.
func Random(r *rand.Rand, b, other []byte) []byte {
	m := bytes.Clone(b)
	for range 1 + r.IntN(3) {
		if len(m) < 8 {
			return m
		}
		at, n := r.IntN(len(m)), 1+r.IntN(64)
		end := min(at+n, len(m))
		switch r.IntN(8) {
		case 0:
			m[at] ^= 1 << r.IntN(8)
		case 1:
			m[at] = byte(r.Uint32())
		case 2:
			for i := at; i < end; i++ {
				m[i] = byte(r.Uint32())
			}
		case 3:
			m = append(m[:at:at], m[end:]...)
		case 4:
			m = append(m[:end:end], m[at:]...)
		case 5:
			copy(m[at:end], other[min(at, len(other)):])
		case 6:
			if at+4 <= len(m) {
				binary.LittleEndian.PutUint32(m[at:], numbers[r.IntN(len(numbers))])
			}
		case 7:
			m = m[:at]
		}
	}
	return m
}
