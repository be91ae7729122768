package tabulation

import (
	"math/big"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
)

// operation is how a measure is computed: the engine's side of an Op. Everything that the engine does differently for
// one operation than for another is a member of it.
type operation struct {
	// Outputs are the vectors of integers that its figure is made of, for the lines' cells. What several measures need
	// is released once, by its name.
	Outputs func(m *query.ResolvedMeasure) []output
	// Figure is that of one cell, from what each output has there. It must not be larger than its widths.
	Figure func(m *measure, at []estimate.Measured) figure.Figure
	// Expected says how far off the figure of a private release may be, from the half-width of each output.
	Expected func(m *measure, half []*big.Int) Expected
	// Probes are the ways in which the figure is of fewer people than its cell has: an exact release with a floor shows
	// it only if each of these conditions holds for enough people of the cell, or for none.
	Probes func(m *measure) []columnar.Condition
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
	// Of are the plan's outputs that are those of the operation.
	Of []int
}

// At returns what the outputs of the measure have in a cell. bars are nil when the release is exact.
func (m *measure) At(totals [][]int64, bars []*estimate.Bars, cell int) []estimate.Measured {
	at := make([]estimate.Measured, len(m.Of))
	for i, o := range m.Of {
		at[i].Noisy = big.NewInt(totals[o][cell])
		if bars != nil {
			at[i].Half = bars[o].Half(1, 1)
		}
	}
	return at
}

// scale is the number of decimals of the measure's column.
func (m *measure) scale() int { return m.Column.Scale }

// unit is ten to the scale.
func (m *measure) unit() *big.Int { return big.NewInt(estimate.PowerOfTen(m.scale())) }

// decimal writes a number of the column's last decimals, divided by parts, with the column's decimals.
func (m *measure) decimal(v *big.Int, parts int64) string {
	return new(big.Rat).SetFrac(v, new(big.Int).Mul(m.unit(), big.NewInt(parts))).FloatString(m.scale())
}

// Expected says how far a figure of a private release may be off, known before a row is read.
type Expected struct {
	// Of is the measure, or "confusion(grouping)" for each of the four counts of an audit.
	Of string
	// Within is the half-width of the interval around the figure of one line, in the figure's own decimals. Of a mean
	// it is that of its sum: divide it by the line's count.
	Within string
	// PerCount says that Within is divided by the line's count.
	PerCount bool
}
