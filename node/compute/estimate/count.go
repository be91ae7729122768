package estimate

import (
	"math/big"

	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/schema"
)

// A released count lies between zero and the most rows a dataset has, times the cells added up: noise beyond is cut off
// from the point estimate and the interval, and kept in the figure's Noisy.

// Count is the figure of k disjoint counts added up. half is nil when the release is exact.
func Count(total *big.Int, k int, half *big.Int) figure.Figure {
	if half == nil {
		return figure.Figure{Value: total.String(), Wide: figure.Widths{Value: CountDigits}}
	}
	limit := new(big.Int).Mul(big.NewInt(schema.MaxRows), big.NewInt(int64(k)))
	cut := func(v *big.Int) string { return Clamp(v, new(big.Int), limit).String() }
	return figure.Figure{
		Value: cut(total), Noisy: total.String(),
		Low: cut(new(big.Int).Sub(total, half)), High: cut(new(big.Int).Add(total, half)),
		Wide: figure.Widths{Value: CountDigits, Noisy: WholeDigits, Bound: CountDigits},
	}
}

// Clamp returns the number within two others that is nearest to v.
func Clamp(v, low, high *big.Int) *big.Int {
	switch {
	case v.Cmp(low) < 0:
		return low
	case v.Cmp(high) > 0:
		return high
	default:
		return v
	}
}

// PowerOfTen is ten to a power, which is below nineteen.
func PowerOfTen(n int) int64 {
	v := int64(1)
	for range n {
		v *= 10
	}
	return v
}
