package query

import (
	"fmt"
	"math/big"

	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
)

// meanOutputs are the sum of 2x-low-high, and the count of the values. The distance from the middle of the bounds,
// doubled to stay whole, has the smallest sensitivity.
func meanOutputs(m *query.ResolvedMeasure) []output {
	c := m.Column
	count := output{name: "count", largest: 1, amount: whole{}}
	if c.Nullable {
		count = output{name: "count(" + c.Name + ")", largest: 1, amount: present(m.Place)}
	}
	value := valueOf(m)
	value.factor, value.offset = 2, -m.Low-m.High
	return []output{count, {
		name:    fmt.Sprintf("centred(%s, %s, %s)", c.Name, c.Text(m.Low), c.Text(m.High)),
		largest: max(1, uint64(m.High-m.Low)), amount: value,
	}}
}

func meanOf(m *measure, at []measured) figure.Figure {
	count, centred := at[0], at[1]
	if count.half == nil {
		return m.exactMean(centred.noisy, count.noisy)
	}
	return m.privateMean(centred, count)
}

func meanExpected(m *measure, half []*big.Int) Expected {
	// Of the sum of 2x-low-high.
	return Expected{Of: m.Name, Within: m.decimal(half[1], 2), PerCount: true}
}

// meanProbes are those of the sum, and those without a value, whose number the mean's denominator tells.
func meanProbes(m *measure) []condition {
	probes := sumProbes(m)
	if m.Column.Nullable {
		probes = append(probes, null(m.Place))
	}
	return probes
}

func meanWidths() figure.Widths {
	return figure.Widths{Value: doubleDigits, Fraction: wholeDigits + countDigits, Bound: boundDigits + schema.MaxScale}
}

// exactMean is sum/count, with the sum of x taken back from the sum of 2x-low-high.
func (m *measure) exactMean(centred, count *big.Int) figure.Figure {
	sum := new(big.Int).Mul(big.NewInt(m.Low+m.High), count)
	sum.Add(sum, centred).Rsh(sum, 1)
	return ratio(sum, new(big.Int).Mul(count, m.unit()), meanWidths())
}

// privateMean is the middle of the bounds plus half the noisy centred sum over the noisy count, within the bounds. A
// count below one is taken as one.
func (m *measure) privateMean(centred, count measured) figure.Figure {
	middle := big.NewInt(m.Low + m.High)
	reach := big.NewInt(m.High - m.Low)
	n := count.noisy
	if n.Sign() < 1 {
		n = big.NewInt(1)
	}
	// |centred| is at most reach times the count.
	limit := new(big.Int).Mul(reach, n)
	s := clampInt(centred.noisy, new(big.Int).Neg(limit), limit)
	num := new(big.Int).Mul(middle, n)
	num.Add(num, s)
	den := new(big.Int).Mul(n, m.unit())
	f := ratio(num, den.Lsh(den, 1), meanWidths())

	bounds := span{new(big.Rat).SetInt(new(big.Int).Neg(reach)), new(big.Rat).SetInt(reach)}
	t := quotientSpan(centred, count, bounds).include(new(big.Rat).SetFrac(s, n))
	end := func(v *big.Rat, direction int) string {
		v = new(big.Rat).Add(v, new(big.Rat).SetInt(middle))
		v.Quo(v, new(big.Rat).SetInt(new(big.Int).Lsh(m.unit(), 1)))
		return outward(v, m.scale()+3, direction)
	}
	f.Low, f.High = end(t.low, -1), end(t.high, 1)
	return f
}
