package tabulation

import (
	"math"
	"math/big"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
)

// valueOf is what a row adds to a sum: its value, clamped.
func valueOf(m *query.ResolvedMeasure) columnar.Clamped {
	return columnar.Clamped{Column: m.Place, Low: m.Low, High: m.High, Factor: 1}
}

func sumOutputs(m *query.ResolvedMeasure) []output {
	return []output{{Name: m.Name, largest: max(1, m.Largest()), Amount: valueOf(m)}}
}

// sumOf writes a sum in the column's decimals. When the bounds leave it only one sign, so does the figure.
func sumOf(m *measure, at []estimate.Measured) figure.Figure {
	v, half := at[0].Noisy, at[0].Half
	fixed := func(v *big.Int) string { return string(schema.AppendFixed(nil, v.Int64(), m.scale())) }
	if half == nil {
		return figure.Figure{Value: fixed(v), Wide: figure.Widths{Value: estimate.WholeDigits}}
	}
	text := func(v *big.Int) string {
		low, high := big.NewInt(-math.MaxInt64), big.NewInt(math.MaxInt64)
		if m.Low >= 0 {
			low = new(big.Int)
		}
		if m.High <= 0 {
			high = new(big.Int)
		}
		return fixed(estimate.Clamp(v, low, high))
	}
	return figure.Figure{
		Value: text(v), Noisy: fixed(v), Low: text(new(big.Int).Sub(v, half)), High: text(new(big.Int).Add(v, half)),
		Wide: figure.Widths{Value: estimate.WholeDigits, Noisy: estimate.WholeDigits, Bound: estimate.BoundDigits},
	}
}

func sumExpected(m *measure, half []*big.Int) Expected {
	return Expected{Of: m.Name, Within: m.decimal(half[0], 1)}
}

// sumProbes are those with a value, and those whose value is not the least, the greatest, or zero, since the others'
// part in it is known. A sum beside a count tells of those without a value together with those who have another one
// than all others: to the sum they are zeros.
func sumProbes(m *measure) []columnar.Condition {
	column := m.Place
	aboveLeast, belowGreatest := columnar.Not{Condition: columnar.Below{Column: column, Value: m.Low + 1}},
		columnar.Below{Column: column, Value: m.High}
	probes := []columnar.Condition{columnar.Not{Condition: columnar.Null(column)},
		columnar.Known{Column: column, Condition: aboveLeast}, belowGreatest}
	if m.Low < 0 && m.High > 0 {
		probes = append(probes, columnar.Known{Column: column,
			Condition: columnar.Not{Condition: columnar.Among{Column: column, Values: []int64{0}}}})
	}
	if !m.Column.Nullable {
		return probes
	}
	if m.Low != 0 {
		probes = append(probes, aboveLeast)
	}
	if m.High != 0 {
		probes = append(probes, columnar.Some{belowGreatest, columnar.Null(column)})
	}
	return probes
}
