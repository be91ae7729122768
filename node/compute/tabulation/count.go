package tabulation

import (
	"math/big"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
)

func countOutputs(*query.ResolvedMeasure) []output {
	return []output{{Name: "count", largest: 1, Amount: columnar.Whole{}}}
}

func countOf(_ *measure, at []estimate.Measured) figure.Figure {
	return estimate.Count(at[0].Noisy, 1, at[0].Half)
}

func countExpected(m *measure, half []*big.Int) Expected {
	return Expected{Of: m.Name, Within: half[0].String()}
}

func noProbes(*measure) []columnar.Condition { return nil }
