package query

import (
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"math"
	"math/big"
)

// confusion is a confusion matrix as released: k cells of an output added up in each of its places.
type confusion struct {
	cells [matrixCells]*big.Int
	k     int
	bars  *errorBars // nil when the release is exact
}

// rateCells says which cells of the matrix a rate counts, over those and the rest.
type rateCells struct{ part, rest []int }

// The definitions, in the order of Rates.all.
func rateDefinitions() [9]rateCells {
	tp, fp, tn, fn := truePositive, falsePositive, trueNegative, falseNegative
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
		half = c.bars.half(k, 1)
	}
	f := countFigure(c.sum(cells...), k, half)
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
	span  span
}

func (c *confusion) rate(d rateCells, parts int) (r rate, num, den *big.Int) {
	num = c.estimate(d.part...)
	den = new(big.Int).Add(num, c.estimate(d.rest...))
	r.value, r.ok = quotient(num, den)
	if c.bars == nil {
		return r, num, den
	}
	r.span = ratioSpan(
		measured{c.sum(d.part...), c.bars.half(c.k*len(d.part), parts)},
		measured{c.sum(d.rest...), c.bars.half(c.k*len(d.rest), parts)})
	if r.ok {
		r.span = r.span.include(new(big.Rat).SetFrac(num, den))
	}
	return r, num, den
}

const rateDecimals = 6

// writeBounds writes the interval's ends.
func writeBounds(f *figure.Figure, s span) {
	f.Wide.Bound = boundDigits
	f.Low = outward(s.low, rateDecimals, -1)
	if s.high != nil {
		f.High = outward(s.high, rateDecimals, 1)
	}
}

func (c *confusion) group(name string) fairness.Group {
	tp, fp, tn, fn := truePositive, falsePositive, trueNegative, falseNegative
	g := fairness.Group{Name: name, Matrix: fairness.Matrix{
		N:  c.count(tp, fp, tn, fn),
		TP: c.count(tp), FP: c.count(fp), TN: c.count(tn), FN: c.count(fn),
	}}
	figures := g.Rates.All()
	for i, d := range rateDefinitions() {
		r, num, den := c.rate(d, 1)
		*figures[i] = ratio(num, den, figure.Widths{Value: doubleDigits, Fraction: countDigits})
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
	definitions := rateDefinitions()
	pair := func(place, parts int) (a, b rate) {
		a, _, _ = c.rate(definitions[place], parts)
		b, _, _ = ref.rate(definitions[place], parts)
		return a, b
	}
	fig := func(v float64, ok bool, s func() span) figure.Figure {
		f := figure.Figure{Wide: figure.Widths{Value: doubleDigits}}
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
		return fig(a.value-b.value, a.ok && b.ok, func() span { return a.span.minus(b.span) })
	}

	a, b := pair(selectionPlace, 2)
	impact := fig(a.value/b.value, a.ok && b.ok && b.value != 0, func() span {
		s := a.span.over(b.span)
		if s.high != nil && s.high.Cmp(big.NewRat(maxRatio, 1)) > 0 {
			s.high = nil
		}
		return s
	})

	fa, fb := pair(fprPlace, 4)
	ta, tb := pair(tprPlace, 4)
	ok := fa.ok && fb.ok && ta.ok && tb.ok
	df, dt := fa.value-fb.value, ta.value-tb.value
	both := func() (f, t span) { return fa.span.minus(fb.span), ta.span.minus(tb.span) }
	return &fairness.Comparison{
		DisparateImpact:             impact,
		StatisticalParityDifference: difference(selectionPlace),
		EqualOpportunityDifference:  difference(tprPlace),
		FPRDifference:               difference(fprPlace),
		FNRDifference:               difference(fnrPlace),
		PredictiveParityDifference:  difference(ppvPlace),
		AccuracyDifference:          difference(accuracyPlace),
		AverageOddsDifference: fig((df+dt)/2, ok, func() span {
			f, t := both()
			s, half := f.plus(t), big.NewRat(1, 2)
			return span{new(big.Rat).Mul(s.low, half), new(big.Rat).Mul(s.high, half)}
		}),
		EqualisedOddsDifference: fig(max(math.Abs(df), math.Abs(dt)), ok, func() span {
			f, t := both()
			return f.abs().largest(t.abs())
		}),
		EqualisedOddsSum: fig(math.Abs(df)+math.Abs(dt), ok, func() span {
			f, t := both()
			return f.abs().plus(t.abs())
		}),
	}
}

// leftOut adds up the rows that groups leave out.
func leftOut(bars *errorBars, rows ...int64) *figure.Figure {
	total, half := new(big.Int), (*big.Int)(nil)
	for _, n := range rows {
		total.Add(total, big.NewInt(n))
	}
	if bars != nil {
		half = bars.half(len(rows), 1)
	}
	f := countFigure(total, len(rows), half)
	return &f
}

func (p *Plan) fairnessResult(totals [][]int64, bars []*errorBars) *fairness.Result {
	r := &fairness.Result{Conventions: fairness.Conventions()}
	for i, part := range p.partitions {
		matrices := make([]confusion, len(part.groups))
		overall := confusion{k: len(part.groups)}
		for cell := range overall.cells {
			overall.cells[cell] = new(big.Int)
		}
		if bars != nil {
			overall.bars = bars[i]
		}
		for g := range matrices {
			matrices[g] = confusion{k: 1, bars: overall.bars}
			for cell := range matrices[g].cells {
				v := big.NewInt(totals[i][g*matrixCells+cell])
				matrices[g].cells[cell] = v
				overall.cells[cell].Add(overall.cells[cell], v)
			}
		}
		out := fairness.Grouping{Name: part.name, Reference: part.groups[p.references[i]],
			Overall: overall.group("overall")}
		if p.leavesOut() {
			out.Overall.LeftOut = leftOut(overall.bars, totals[i][matrixCells*len(part.groups):]...)
		}
		for g := range matrices {
			group := matrices[g].group(part.groups[g])
			if p.leavesOut() {
				group.LeftOut = leftOut(overall.bars, totals[i][matrixCells*len(part.groups)+g])
			}
			if g != p.references[i] {
				group.Comparison = matrices[g].compare(&matrices[p.references[i]])
			}
			out.Groups = append(out.Groups, group)
		}
		r.Groupings = append(r.Groupings, out)
	}
	return r
}
