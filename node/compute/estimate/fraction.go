package estimate

import (
	"math/big"
	"strings"

	"github.com/assent-network/assent/protocol/figure"
)

const (
	CountDigits  = 12 // a count, or a sum of counts over groups
	DoubleDigits = 25 // a double as RFC 8785 writes it: -0.00000123456789012345678
	WholeDigits  = 21 // a 64-bit integer with sign and point
	BoundDigits  = 22 // an interval's end
)

// Quotient returns the double nearest to num/den. Division of two doubles that hold their integers exactly is correctly
// rounded, so this is what any other program gets from the same two counts.
func Quotient(num, den *big.Int) (v float64, ok bool) {
	if den.Sign() == 0 {
		return 0, false
	}
	v, _ = new(big.Rat).SetFrac(num, den).Float64()
	return v, true
}

// Ratio is the figure of an exact fraction.
func Ratio(num, den *big.Int, wide figure.Widths) figure.Figure {
	f := figure.Figure{Num: num.String(), Den: den.String(), Wide: wide}
	if v, ok := Quotient(num, den); ok {
		f.Value = figure.Double(v)
	}
	return f
}

// Outward writes r with the given number of decimals, rounded down (direction -1) or up (1), without trailing zeros.
func Outward(r *big.Rat, decimals, direction int) string {
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
