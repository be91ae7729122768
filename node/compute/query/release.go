package query

import (
	"math"
	"math/big"

	"github.com/assent-network/assent/protocol/schema"
)

// A released count lies between zero and the most rows a dataset has, times the cells added up: noise beyond is cut off
// from the point estimate and the interval, and kept in the figure's Noisy.

// countFigure is the figure of k disjoint counts added up. half is nil when the release is exact.
func countFigure(total *big.Int, k int, half *big.Int) Figure {
	if half == nil {
		return Figure{Value: total.String(), wide: widths{value: countDigits}}
	}
	limit := new(big.Int).Mul(big.NewInt(schema.MaxRows), big.NewInt(int64(k)))
	cut := func(v *big.Int) string { return clampInt(v, new(big.Int), limit).String() }
	return Figure{
		Value: cut(total), Noisy: total.String(),
		Low: cut(new(big.Int).Sub(total, half)), High: cut(new(big.Int).Add(total, half)),
		wide: widths{value: countDigits, noisy: wholeDigits, bound: countDigits},
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

func (p *Plan) queryResult(totals [][]int64, bars []*errorBars) *QueryResult {
	r := &QueryResult{Groupings: []string{}}
	for _, part := range p.partitions {
		r.Groupings = append(r.Groupings, part.name)
	}
	for i := range p.measures {
		r.Measures = append(r.Measures, p.measures[i].name)
	}
	for cell := range totals[0] {
		line := CellLine{Group: p.groupNames(cell)}
		for i := range p.measures {
			m := &p.measures[i]
			line.Figures = append(line.Figures, m.figure(totals, bars, cell))
		}
		r.Cells = append(r.Cells, line)
	}
	return r
}

func (m *measure) figure(totals [][]int64, bars []*errorBars, cell int) Figure {
	total := totals[m.total][cell]
	var half *big.Int
	if bars != nil {
		half = bars[m.total].half(1, 1)
	}
	switch m.op {
	case "count":
		return countFigure(big.NewInt(total), 1, half)
	case "sum":
		return m.sumFigure(total, half)
	default:
		if bars == nil {
			return m.exactMean(totals[m.centred][cell], total)
		}
		return m.privateMean(
			measured{big.NewInt(totals[m.centred][cell]), bars[m.centred].half(1, 1)},
			measured{big.NewInt(total), half})
	}
}

// sumFigure writes a sum in the column's decimals. When the bounds leave it only one sign, so does the figure.
func (m *measure) sumFigure(total int64, half *big.Int) Figure {
	text := func(v *big.Int) string {
		low, high := big.NewInt(-math.MaxInt64), big.NewInt(math.MaxInt64)
		if m.low >= 0 {
			low = new(big.Int)
		}
		if m.high <= 0 {
			high = new(big.Int)
		}
		return m.fixed(clampInt(v, low, high).Int64())
	}
	v := big.NewInt(total)
	if half == nil {
		return Figure{Value: m.fixed(total), wide: widths{value: wholeDigits}}
	}
	return Figure{
		Value: text(v), Noisy: m.fixed(total), Low: text(new(big.Int).Sub(v, half)),
		High: text(new(big.Int).Add(v, half)),
		wide: widths{value: wholeDigits, noisy: wholeDigits, bound: boundDigits},
	}
}

// scale is the number of decimals of the measure's column.
func (m *measure) scale() int { return m.column.Scale }

func (m *measure) fixed(v int64) string { return string(schema.AppendFixed(nil, v, m.scale())) }

// unit is ten to the scale.
func (m *measure) unit() *big.Int { return big.NewInt(pow10(m.scale())) }

func meanWidths() widths {
	return widths{value: doubleDigits, fraction: wholeDigits + countDigits, bound: boundDigits + schema.MaxScale}
}

// exactMean is sum/count, with the sum of x taken back from the sum of 2x-low-high.
func (m *measure) exactMean(centred, count int64) Figure {
	sum := new(big.Int).Mul(big.NewInt(m.low+m.high), big.NewInt(count))
	sum.Add(sum, big.NewInt(centred)).Rsh(sum, 1)
	return ratio(sum, new(big.Int).Mul(big.NewInt(count), m.unit()), meanWidths())
}

// privateMean is the middle of the bounds plus half the noisy centred sum over the noisy count, within the bounds. A
// count below one is taken as one.
func (m *measure) privateMean(centred, count measured) Figure {
	middle := big.NewInt(m.low + m.high)
	reach := big.NewInt(m.high - m.low)
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
