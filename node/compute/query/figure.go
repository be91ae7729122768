package query

import (
	"math/big"
	"strconv"
	"strings"
)

// Figure is one number of a result. All members are decimal strings, so that no reader rounds them.
type Figure struct {
	// Value is the point estimate; empty when it is not defined (a rate of no one), and Suppressed when it is kept
	// back.
	Value string `json:"value"`
	// Num and Den are the exact fraction that Value is the nearest double of; a rate's and a mean's.
	Num string `json:"num,omitempty"`
	Den string `json:"den,omitempty"`
	// Noisy is what the mechanism released, before it was clamped to what is possible; a private count's.
	Noisy string `json:"noisy,omitempty"`
	// Low and High are the interval that holds the exact value at the stated confidence; a private release's. High is
	// empty when there is no bound.
	Low  string `json:"low,omitempty"`
	High string `json:"high,omitempty"`

	wide widths
}

// widths is the most bytes that each member of a figure takes. They follow from what kind of figure it is.
type widths struct{ value, fraction, noisy, bound uint8 }

const (
	countDigits  = 12 // a count, or a sum of counts over groups
	doubleDigits = 25 // a double as RFC 8785 writes it: -0.00000123456789012345678
	wholeDigits  = 21 // a 64-bit integer with sign and point
	boundDigits  = 22 // an interval's end
)

// widest returns the figure with every member that it has at its greatest width.
func (f Figure) widest() Figure {
	fill := func(n uint8) string { return strings.Repeat("9", int(n)) }
	return Figure{
		Value: fill(f.wide.value), Num: fill(f.wide.fraction), Den: fill(f.wide.fraction),
		Noisy: fill(f.wide.noisy), Low: fill(f.wide.bound), High: fill(f.wide.bound), wide: f.wide,
	}
}

// Double writes a double as ECMAScript and RFC 8785 write numbers: the shortest digits that read back as the same
// double.
func Double(v float64) string {
	format := byte('f')
	if abs := max(v, -v); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	s := strconv.FormatFloat(v, format, -1, 64)
	if format == 'e' {
		// e-09 to e-9
		if n := len(s); n >= 4 && s[n-4] == 'e' && s[n-2] == '0' {
			s = s[:n-2] + s[n-1:]
		}
	}
	return s
}

// quotient returns the double nearest to num/den. Division of two doubles that hold their integers exactly is correctly
// rounded, so this is what any other program gets from the same two counts.
func quotient(num, den *big.Int) (v float64, ok bool) {
	if den.Sign() == 0 {
		return 0, false
	}
	v, _ = new(big.Rat).SetFrac(num, den).Float64()
	return v, true
}

// ratio is the figure of an exact fraction.
func ratio(num, den *big.Int, wide widths) Figure {
	f := Figure{Num: num.String(), Den: den.String(), wide: wide}
	if v, ok := quotient(num, den); ok {
		f.Value = Double(v)
	}
	return f
}

// outward writes r with the given number of decimals, rounded down (direction -1) or up (1), without trailing zeros.
func outward(r *big.Rat, decimals, direction int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	num := new(big.Int).Mul(r.Num(), scale)
	q, rest := new(big.Int).DivMod(num, r.Denom(), new(big.Int)) // rounds down: the denominator is positive
	if direction > 0 && rest.Sign() != 0 {
		q.Add(q, big.NewInt(1))
	}
	s := new(big.Rat).SetFrac(q, scale).FloatString(decimals)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
