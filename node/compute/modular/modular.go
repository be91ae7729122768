// Package modular is arithmetic with rows of remainders of a prime: what solving relations between counts takes.
package modular

// Prime is the modulus: factors are small whole numbers, so that it decides as fractions would.
const Prime = 1<<31 - 1

// Scale multiplies a row.
func Scale(row []uint64, by uint64) {
	for i := range row {
		row[i] = row[i] * by % Prime
	}
}

// Subtract takes a multiple of another row from a row.
func Subtract(row, other []uint64, times uint64) {
	for i := range row {
		if other[i] != 0 {
			row[i] = (row[i] + (Prime-times)*other[i]) % Prime
		}
	}
}

// Inverse is the power to Prime-2, after Fermat.
func Inverse(v uint64) uint64 {
	out := uint64(1)
	for e := Prime - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			out = out * v % Prime
		}
		v = v * v % Prime
	}
	return out
}
