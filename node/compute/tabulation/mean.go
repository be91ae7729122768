package tabulation

import (
	"fmt"
	"math/big"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
)

// meanOutputs are the sum of 2x-low-high, and the count of the values. The distance from the middle of the bounds,
// doubled to stay whole, has the smallest sensitivity.
func meanOutputs(m *query.ResolvedMeasure) []output {
	c := m.Column
	count := output{Name: "count", largest: 1, Amount: columnar.Whole{}}
	if c.Nullable {
		count = output{Name: "count(" + c.Name + ")", largest: 1, Amount: columnar.Present(m.Place)}
	}
	value := valueOf(m)
	value.Factor, value.Offset = 2, -m.Low-m.High
	return []output{count, {
		Name:    fmt.Sprintf("centred(%s, %s, %s)", c.Name, c.Text(m.Low), c.Text(m.High)),
		largest: max(1, uint64(m.High-m.Low)), Amount: value,
	}}
}

func meanOf(m *measure, at []estimate.Measured) figure.Figure {
	count, centred := at[0], at[1]
	if count.Half == nil {
		return m.exactMean(centred.Noisy, count.Noisy)
	}
	return m.privateMean(centred, count)
}

func meanExpected(m *measure, half []*big.Int) Expected {
	// Of the sum of 2x-low-high.
	return Expected{Of: m.Name, Within: m.decimal(half[1], 2), PerCount: true}
}

// meanProbes are those of the sum, and those without a value, whose number the mean's denominator tells.
func meanProbes(m *measure) []columnar.Condition {
	probes := sumProbes(m)
	if m.Column.Nullable {
		probes = append(probes, columnar.Null(m.Place))
	}
	return probes
}

func meanWidths() figure.Widths {
	return figure.Widths{Value: estimate.DoubleDigits, Fraction: estimate.WholeDigits + estimate.CountDigits,
		Bound: estimate.BoundDigits + schema.MaxScale}
}

// exactMean is sum/count, with the sum of x taken back from the sum of 2x-low-high.
func (m *measure) exactMean(centred, count *big.Int) figure.Figure {
	sum := new(big.Int).Mul(big.NewInt(m.Low+m.High), count)
	sum.Add(sum, centred).Rsh(sum, 1)
	return estimate.Ratio(sum, new(big.Int).Mul(count, m.unit()), meanWidths())
}

// privateMean is the middle of the bounds plus half the noisy centred sum over the noisy count, within the bounds. A
// count below one is taken as one.
func (m *measure) privateMean(centred, count estimate.Measured) figure.Figure {
	middle := big.NewInt(m.Low + m.High)
	reach := big.NewInt(m.High - m.Low)
	n := count.Noisy
	if n.Sign() < 1 {
		n = big.NewInt(1)
	}
	// |centred| is at most reach times the count.
	limit := new(big.Int).Mul(reach, n)
	s := estimate.Clamp(centred.Noisy, new(big.Int).Neg(limit), limit)
	num := new(big.Int).Mul(middle, n)
	num.Add(num, s)
	den := new(big.Int).Mul(n, m.unit())
	f := estimate.Ratio(num, den.Lsh(den, 1), meanWidths())

	bounds := estimate.Span{Low: new(big.Rat).SetInt(new(big.Int).Neg(reach)), High: new(big.Rat).SetInt(reach)}
	t := estimate.QuotientSpan(centred, count, bounds).Include(new(big.Rat).SetFrac(s, n))
	end := func(v *big.Rat, direction int) string {
		v = new(big.Rat).Add(v, new(big.Rat).SetInt(middle))
		v.Quo(v, new(big.Rat).SetInt(new(big.Int).Lsh(m.unit(), 1)))
		return estimate.Outward(v, m.scale()+3, direction)
	}
	f.Low, f.High = end(t.Low, -1), end(t.High, 1)
	return f
}
