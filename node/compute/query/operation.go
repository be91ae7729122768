package query

import (
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"math/big"
)

// operation is how a measure is computed: the engine's side of an Op. Everything that the engine does differently for
// one operation than for another is a member of it.
type operation struct {
	// outputs are the vectors of integers that its figure is made of, for the lines' cells. What several measures need
	// is released once, by its name.
	outputs func(m *query.ResolvedMeasure) []output
	// figure is that of one cell, from what each output has there. It must not be larger than its widths.
	figure func(m *measure, at []measured) figure.Figure
	// expected says how far off the figure of a private release may be, from the half-width of each output.
	expected func(m *measure, half []*big.Int) Expected
	// probes are the ways in which the figure is of fewer people than its cell has: an exact release with a floor shows
	// it only if each of these conditions holds for enough people of the cell, or for none.
	probes func(m *measure) []condition
}

// operations are how each Op is computed.
func operations() map[query.Op]operation {
	return map[query.Op]operation{
		query.Count: {countOutputs, countOf, countExpected, noProbes},
		query.Sum:   {sumOutputs, sumOf, sumExpected, sumProbes},
		query.Mean:  {meanOutputs, meanOf, meanExpected, meanProbes},
	}
}

// measure is a measure with how it is computed.
type measure struct {
	query.ResolvedMeasure
	operation
	// of are the plan's outputs that are those of the operation.
	of []int
}

// at returns what the outputs of the measure have in a cell. bars are nil when the release is exact.
func (m *measure) at(totals [][]int64, bars []*errorBars, cell int) []measured {
	at := make([]measured, len(m.of))
	for i, o := range m.of {
		at[i].noisy = big.NewInt(totals[o][cell])
		if bars != nil {
			at[i].half = bars[o].half(1, 1)
		}
	}
	return at
}

// scale is the number of decimals of the measure's column.
func (m *measure) scale() int { return m.Column.Scale }

// unit is ten to the scale.
func (m *measure) unit() *big.Int { return big.NewInt(pow10(m.scale())) }

// decimal writes a number of the column's last decimals, divided by parts, with the column's decimals.
func (m *measure) decimal(v *big.Int, parts int64) string {
	return new(big.Rat).SetFrac(v, new(big.Int).Mul(m.unit(), big.NewInt(parts))).FloatString(m.scale())
}
