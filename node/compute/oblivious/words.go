// Package oblivious counts rows so that neither the time nor the memory that it touches tells what they hold.
//
// Nothing branches on a cell of a row: words that are all ones or all zeros choose instead, and each row touches every
// line of a table of counts.
package oblivious

import "github.com/assent-network/assent/node/vault"

// Words that are all ones or all zeros stand for yes and no where a row's number is chosen by what it holds.

// Same is all ones when two numbers are equal, and zero otherwise.
func Same(a, b int64) int64 {
	d := a ^ b
	return ^((d | -d) >> 63)
}

// Less is all ones when a is below b, and zero otherwise. Their difference must fit.
func Less(a, b int64) int64 { return (a - b) >> 63 }

// Pick is a where yes is all ones, and b where it is zero.
func Pick(yes, a, b int64) int64 { return b ^ (a^b)&yes }

// Mask is all ones when the bit of a row is set.
func Mask(bits *vault.Bits, row int) int64 { return -int64(bits[row/64] >> (row % 64) & 1) }
