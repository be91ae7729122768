package rates

import (
	"slices"

	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
)

// SuppressGroup keeps back the counts that are hidden, and each rate whose fraction the shown counts of the row do not
// give.
func SuppressGroup(g *fairness.Group, a *hiding.Audit, row hiding.Row) {
	m := &g.Matrix
	for column, f := range []*figure.Figure{hiding.TruePositive: &m.TP, hiding.FalsePositive: &m.FP,
		hiding.TrueNegative:  &m.TN,
		hiding.FalseNegative: &m.FN,
		hiding.RowSum:        &m.N} {
		if !a.Open[row.At(column)] {
			f.Suppress()
		}
	}
	if g.LeftOut != nil && !a.Open[row.At(hiding.RowLeft)] {
		g.LeftOut.Suppress()
	}
	figures := g.Rates.All()
	for i, d := range RateDefinitions() {
		if !given(a, row, d.Part) || !given(a, row, slices.Concat(d.Part, d.Rest)) {
			figures[i].Suppress()
		}
	}
}

// given says whether the sum of some of a row's counts follows from the row's counts that are shown.
func given(a *hiding.Audit, row hiding.Row, columns []int) bool {
	hidden, among := 0, 0
	for column := range hiding.MatrixCells {
		if a.Open[row.At(column)] {
			continue
		}
		hidden++
		if slices.Contains(columns, column) {
			among++
		}
	}
	return among == 0 || among == hidden && a.Open[row.At(hiding.RowSum)]
}

// SuppressComparison keeps back each comparison that rests on a rate that was kept back.
func SuppressComparison(c *fairness.Comparison, group, reference *fairness.Rates) {
	a, b := group.All(), reference.All()
	for _, f := range []struct {
		figure *figure.Figure
		rates  []int
	}{
		{&c.DisparateImpact, []int{selectionPlace}},
		{&c.StatisticalParityDifference, []int{selectionPlace}},
		{&c.EqualOpportunityDifference, []int{tprPlace}},
		{&c.FPRDifference, []int{fprPlace}},
		{&c.FNRDifference, []int{fnrPlace}},
		{&c.PredictiveParityDifference, []int{ppvPlace}},
		{&c.AccuracyDifference, []int{accuracyPlace}},
		{&c.AverageOddsDifference, []int{fprPlace, tprPlace}},
		{&c.EqualisedOddsDifference, []int{fprPlace, tprPlace}},
		{&c.EqualisedOddsSum, []int{fprPlace, tprPlace}},
	} {
		if slices.ContainsFunc(f.rates, func(i int) bool { return a[i].Suppressed() || b[i].Suppressed() }) {
			f.figure.Suppress()
		}
	}
}
