package query

import (
	"math/big"

	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
)

func countOutputs(*query.ResolvedMeasure) []output {
	return []output{{name: "count", largest: 1, amount: whole{}}}
}

func countOf(_ *measure, at []measured) figure.Figure { return countFigure(at[0].noisy, 1, at[0].half) }

func countExpected(m *measure, half []*big.Int) Expected {
	return Expected{Of: m.Name, Within: half[0].String()}
}

func noProbes(*measure) []condition { return nil }

// A released count lies between zero and the most rows a dataset has, times the cells added up: noise beyond is cut off
// from the point estimate and the interval, and kept in the figure's Noisy.

// countFigure is the figure of k disjoint counts added up. half is nil when the release is exact.
func countFigure(total *big.Int, k int, half *big.Int) figure.Figure {
	if half == nil {
		return figure.Figure{Value: total.String(), Wide: figure.Widths{Value: countDigits}}
	}
	limit := new(big.Int).Mul(big.NewInt(schema.MaxRows), big.NewInt(int64(k)))
	cut := func(v *big.Int) string { return clampInt(v, new(big.Int), limit).String() }
	return figure.Figure{
		Value: cut(total), Noisy: total.String(),
		Low: cut(new(big.Int).Sub(total, half)), High: cut(new(big.Int).Add(total, half)),
		Wide: figure.Widths{Value: countDigits, Noisy: wholeDigits, Bound: countDigits},
	}
}

func clampInt(v, low, high *big.Int) *big.Int {
	switch {
	case v.Cmp(low) < 0:
		return low
	case v.Cmp(high) > 0:
		return high
	default:
		return v
	}
}
