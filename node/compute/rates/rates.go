// Package rates makes the figures of a fairness audit of its counts: confusion matrices, the rates that follow, and
// their comparison with a reference group.
package rates

import (
	"math"
	"math/big"

	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
)

// confusion is a confusion matrix as released: k cells of an output added up in each of its places.
type confusion struct {
	cells [hiding.MatrixCells]*big.Int
	k     int
	bars  *estimate.Bars // nil when the release is exact
}

// rateCells says which cells of the matrix a rate counts, over those and the rest.
type rateCells struct{ Part, Rest []int }

// RateDefinitions are the definitions, in the order of fairness.Rates.All.
func RateDefinitions() [9]rateCells {
	tp, fp, tn, fn := hiding.TruePositive, hiding.FalsePositive, hiding.TrueNegative, hiding.FalseNegative
	return [9]rateCells{
		{[]int{tp, fp}, []int{tn, fn}}, // selectionRate
		{[]int{tp, fn}, []int{fp, tn}}, // prevalence
		{[]int{fp}, []int{tn}},         // fpr
		{[]int{fn}, []int{tp}},         // fnr
		{[]int{tp}, []int{fn}},         // tpr
		{[]int{tn}, []int{fp}},         // tnr
		{[]int{tp}, []int{fp}},         // ppv
		{[]int{tn}, []int{fn}},         // npv
		{[]int{tp, tn}, []int{fp, fn}}, // accuracy
	}
}

// Places in rateDefinitions that comparisons need.
const (
	selectionPlace = 0
	fprPlace       = 2
	fnrPlace       = 3
	tprPlace       = 4
	ppvPlace       = 6
	accuracyPlace  = 8
)

// sum adds up cells as released.
func (c *confusion) sum(cells ...int) *big.Int {
	total := new(big.Int)
	for _, i := range cells {
		total.Add(total, c.cells[i])
	}
	return total
}

// estimate adds up cells, each cut off at zero first: all rates of a matrix come from the same four non-negative
// counts, so they lie in [0, 1] and agree with one another.
func (c *confusion) estimate(cells ...int) *big.Int {
	total := new(big.Int)
	for _, i := range cells {
		if c.cells[i].Sign() > 0 {
			total.Add(total, c.cells[i])
		}
	}
	return total
}

func (c *confusion) count(cells ...int) figure.Figure {
	var half *big.Int
	k := c.k * len(cells)
	if c.bars != nil {
		half = c.bars.Half(k, 1)
	}
	f := estimate.Count(c.sum(cells...), k, half)
	if c.bars != nil && len(cells) > 1 {
		// The total is that of the counts that the rates use, which is never below the sum as released.
		v := c.estimate(cells...)
		f.Value = v.String()
		if high, ok := new(big.Int).SetString(f.High, 10); ok && high.Cmp(v) < 0 {
			f.High = f.Value
		}
	}
	return f
}

// rate is one rate's point estimate and interval. The interval misses with probability alpha/parts.
type rate struct {
	value float64
	ok    bool
	span  estimate.Span
}

func (c *confusion) rate(d rateCells, parts int) (r rate, num, den *big.Int) {
	num = c.estimate(d.Part...)
	den = new(big.Int).Add(num, c.estimate(d.Rest...))
	r.value, r.ok = estimate.Quotient(num, den)
	if c.bars == nil {
		return r, num, den
	}
	r.span = estimate.RatioSpan(
		estimate.Measured{Noisy: c.sum(d.Part...), Half: c.bars.Half(c.k*len(d.Part), parts)},
		estimate.Measured{Noisy: c.sum(d.Rest...), Half: c.bars.Half(c.k*len(d.Rest), parts)})
	if r.ok {
		r.span = r.span.Include(new(big.Rat).SetFrac(num, den))
	}
	return r, num, den
}

const rateDecimals = 6

// writeBounds writes the interval's ends.
func writeBounds(f *figure.Figure, s estimate.Span) {
	f.Wide.Bound = estimate.BoundDigits
	f.Low = estimate.Outward(s.Low, rateDecimals, -1)
	if s.High != nil {
		f.High = estimate.Outward(s.High, rateDecimals, 1)
	}
}

func (c *confusion) group(name string) fairness.Group {
	tp, fp, tn, fn := hiding.TruePositive, hiding.FalsePositive, hiding.TrueNegative, hiding.FalseNegative
	g := fairness.Group{Name: name, Matrix: fairness.Matrix{
		N:  c.count(tp, fp, tn, fn),
		TP: c.count(tp), FP: c.count(fp), TN: c.count(tn), FN: c.count(fn),
	}}
	figures := g.Rates.All()
	for i, d := range RateDefinitions() {
		r, num, den := c.rate(d, 1)
		*figures[i] = estimate.Ratio(num, den,
			figure.Widths{Value: estimate.DoubleDigits, Fraction: estimate.CountDigits})
		if c.bars != nil {
			writeBounds(figures[i], r.span)
		}
	}
	return g
}

// maxRatio is the largest end of a ratio's interval that is printed; above, there is no bound.
const maxRatio = 1_000_000

// compare compares the group with the reference. Point estimates are doubles computed from the doubles of the rates in
// the order of the definitions, as other programs compute them. An interval combines the ends of the intervals of the
// rates in it, each widened so that together they miss no more often than stated (Bonferroni).
func (c *confusion) compare(ref *confusion) *fairness.Comparison {
	definitions := RateDefinitions()
	pair := func(place, parts int) (a, b rate) {
		a, _, _ = c.rate(definitions[place], parts)
		b, _, _ = ref.rate(definitions[place], parts)
		return a, b
	}
	fig := func(v float64, ok bool, s func() estimate.Span) figure.Figure {
		f := figure.Figure{Wide: figure.Widths{Value: estimate.DoubleDigits}}
		if ok && !math.IsInf(v, 0) {
			f.Value = figure.Double(v)
		}
		if c.bars != nil {
			writeBounds(&f, s())
		}
		return f
	}
	difference := func(place int) figure.Figure {
		a, b := pair(place, 2)
		return fig(a.value-b.value, a.ok && b.ok, func() estimate.Span { return a.span.Minus(b.span) })
	}

	a, b := pair(selectionPlace, 2)
	impact := fig(a.value/b.value, a.ok && b.ok && b.value != 0, func() estimate.Span {
		s := a.span.Over(b.span)
		if s.High != nil && s.High.Cmp(big.NewRat(maxRatio, 1)) > 0 {
			s.High = nil
		}
		return s
	})

	fa, fb := pair(fprPlace, 4)
	ta, tb := pair(tprPlace, 4)
	ok := fa.ok && fb.ok && ta.ok && tb.ok
	df, dt := fa.value-fb.value, ta.value-tb.value
	both := func() (f, t estimate.Span) { return fa.span.Minus(fb.span), ta.span.Minus(tb.span) }
	return &fairness.Comparison{
		DisparateImpact:             impact,
		StatisticalParityDifference: difference(selectionPlace),
		EqualOpportunityDifference:  difference(tprPlace),
		FPRDifference:               difference(fprPlace),
		FNRDifference:               difference(fnrPlace),
		PredictiveParityDifference:  difference(ppvPlace),
		AccuracyDifference:          difference(accuracyPlace),
		AverageOddsDifference: fig((df+dt)/2, ok, func() estimate.Span {
			f, t := both()
			s, half := f.Plus(t), big.NewRat(1, 2)
			return estimate.Span{Low: new(big.Rat).Mul(s.Low, half), High: new(big.Rat).Mul(s.High, half)}
		}),
		EqualisedOddsDifference: fig(max(math.Abs(df), math.Abs(dt)), ok, func() estimate.Span {
			f, t := both()
			return f.Abs().Largest(t.Abs())
		}),
		EqualisedOddsSum: fig(math.Abs(df)+math.Abs(dt), ok, func() estimate.Span {
			f, t := both()
			return f.Abs().Plus(t.Abs())
		}),
	}
}

// leftOut adds up the rows that groups leave out.
func leftOut(bars *estimate.Bars, rows ...int64) *figure.Figure {
	total, half := new(big.Int), (*big.Int)(nil)
	for _, n := range rows {
		total.Add(total, big.NewInt(n))
	}
	if bars != nil {
		half = bars.Half(len(rows), 1)
	}
	f := estimate.Count(total, len(rows), half)
	return &f
}

// Result makes the result of a fairness audit of the totals of each output. bars are nil when the release is exact.
func Result(p *tabulation.Plan, totals [][]int64, bars []*estimate.Bars) *fairness.Result {
	r := &fairness.Result{Conventions: fairness.Conventions()}
	for i, part := range p.Partitions {
		matrices := make([]confusion, len(part.Groups))
		overall := confusion{k: len(part.Groups)}
		for cell := range overall.cells {
			overall.cells[cell] = new(big.Int)
		}
		if bars != nil {
			overall.bars = bars[i]
		}
		for g := range matrices {
			matrices[g] = confusion{k: 1, bars: overall.bars}
			for cell := range matrices[g].cells {
				v := big.NewInt(totals[i][g*hiding.MatrixCells+cell])
				matrices[g].cells[cell] = v
				overall.cells[cell].Add(overall.cells[cell], v)
			}
		}
		out := fairness.Grouping{Name: part.Name, Reference: part.Groups[p.References[i]],
			Overall: overall.group("overall")}
		if p.LeavesOut() {
			out.Overall.LeftOut = leftOut(overall.bars, totals[i][hiding.MatrixCells*len(part.Groups):]...)
		}
		for g := range matrices {
			group := matrices[g].group(part.Groups[g])
			if p.LeavesOut() {
				group.LeftOut = leftOut(overall.bars, totals[i][hiding.MatrixCells*len(part.Groups)+g])
			}
			if g != p.References[i] {
				group.Comparison = matrices[g].compare(&matrices[p.References[i]])
			}
			out.Groups = append(out.Groups, group)
		}
		r.Groupings = append(r.Groupings, out)
	}
	return r
}
