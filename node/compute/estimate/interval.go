// Package estimate says how far off a figure with noise is: error bars, intervals of sums and quotients, and the
// figures that have them.
package estimate

import (
	"math/big"

	"github.com/assent-network/assent/node/compute/mechanism"
)

// Measured is a quantity as the mechanism released it: an integer, and the half-width of its error at some confidence.
type Measured struct {
	Noisy *big.Int
	Half  *big.Int
}

// Span is a closed interval; high is nil when there is no upper end.
type Span struct{ Low, High *big.Rat }

// RatioSpan returns the interval of x/(x+y) for the exact, non-negative x and y behind two independent measured
// quantities, at the confidence of their half-widths. It is Fieller's: the r in [0, 1] for which x(1-r) - yr, which is
// exactly zero at the true r, is within the half-width of its own noise,
//
//	(x(1-r) - yr)^2 <= (hx+1/2)^2 (1-r)^2 + (hy+1/2)^2 r^2.
//
// The halves cover the step from the noise's whole numbers to real ones. Errors of independent noises add in
// quadrature.
func RatioSpan(x, y Measured) Span {
	two := big.NewInt(2)
	twice := func(v *big.Int) *big.Int { return new(big.Int).Mul(two, v) }
	wide := func(v *big.Int) *big.Int { w := twice(v); w.Add(w, big.NewInt(1)); return w.Mul(w, w) }
	a, b, wa, wb := twice(x.Noisy), twice(y.Noisy), wide(x.Half), wide(y.Half)
	// (a - (a+b)r)^2 - wa(1-r)^2 - wb r^2 <= 0, ordered by powers of r.
	n := new(big.Int).Add(a, b)
	qa := new(big.Int).Mul(n, n)
	qa.Sub(qa, wa).Sub(qa, wb)
	qb := new(big.Int).Mul(a, n)
	qb.Neg(qb).Add(qb, wa).Mul(qb, two)
	qc := new(big.Int).Mul(a, a)
	qc.Sub(qc, wa)
	return quadraticSpan(qa, qb, qc, Span{new(big.Rat), big.NewRat(1, 1)})
}

// QuotientSpan returns the interval of s/c for measured s and c, within the given bounds. It solves (s - tc)^2 <=
// (hs+1/2)^2 + (hc+1/2)^2 t^2 for t.
func QuotientSpan(s, c Measured, bounds Span) Span {
	two := big.NewInt(2)
	twice := func(v *big.Int) *big.Int { return new(big.Int).Mul(two, v) }
	wide := func(v *big.Int) *big.Int { w := twice(v); w.Add(w, big.NewInt(1)); return w.Mul(w, w) }
	qa := new(big.Int).Mul(twice(c.Noisy), twice(c.Noisy))
	qa.Sub(qa, wide(c.Half))
	qb := new(big.Int).Mul(twice(s.Noisy), twice(c.Noisy))
	qb.Mul(qb, two).Neg(qb)
	qc := new(big.Int).Mul(twice(s.Noisy), twice(s.Noisy))
	qc.Sub(qc, wide(s.Half))
	return quadraticSpan(qa, qb, qc, bounds)
}

// spanBits is the precision of an interval's ends, before they are rounded outward for print.
const spanBits = 64

// quadraticSpan returns an interval that holds every t within bounds with a t^2 + b t + c <= 0. When the quadratic does
// not confine t (the denominator cannot be told from zero), or no t satisfies it, the bounds themselves are returned.
func quadraticSpan(a, b, c *big.Int, bounds Span) Span {
	if a.Sign() <= 0 {
		return bounds
	}
	d := new(big.Int).Mul(b, b)
	d.Sub(d, new(big.Int).Mul(big.NewInt(4), new(big.Int).Mul(a, c)))
	if d.Sign() < 0 {
		return bounds
	}
	// The root, times 2^spanBits and rounded up.
	d.Lsh(d, 2*spanBits)
	root := new(big.Int).Sqrt(d)
	root.Add(root, big.NewInt(1))
	base := new(big.Int).Lsh(new(big.Int).Neg(b), spanBits)
	den := new(big.Int).Lsh(a, spanBits+1)
	low := new(big.Rat).SetFrac(new(big.Int).Sub(base, root), den)
	high := new(big.Rat).SetFrac(new(big.Int).Add(base, root), den)
	if low.Cmp(bounds.High) > 0 || high.Cmp(bounds.Low) < 0 {
		return bounds
	}
	return Span{maxRat(low, bounds.Low), minRat(high, bounds.High)}
}

// Include returns the span widened to hold v.
func (s Span) Include(v *big.Rat) Span { return Span{minRat(s.Low, v), maxRat(s.High, v)} }

// Minus returns the differences between values of the two spans.
func (s Span) Minus(o Span) Span {
	return Span{new(big.Rat).Sub(s.Low, o.High), new(big.Rat).Sub(s.High, o.Low)}
}

// Plus returns the sums of values of the two spans.
func (s Span) Plus(o Span) Span {
	return Span{new(big.Rat).Add(s.Low, o.Low), new(big.Rat).Add(s.High, o.High)}
}

// Over returns the ratios of values of two spans of non-negative numbers.
func (s Span) Over(o Span) Span {
	out := Span{Low: new(big.Rat)}
	if o.High.Sign() > 0 {
		out.Low.Quo(s.Low, o.High)
	}
	if o.Low.Sign() > 0 {
		out.High = new(big.Rat).Quo(s.High, o.Low)
	}
	return out
}

// Abs returns the magnitudes of the values of the span.
func (s Span) Abs() Span {
	low, high := new(big.Rat).Abs(s.Low), new(big.Rat).Abs(s.High)
	if s.Low.Sign() <= 0 && s.High.Sign() >= 0 {
		return Span{new(big.Rat), maxRat(low, high)}
	}
	return Span{minRat(low, high), maxRat(low, high)}
}

// Largest returns the larger of two values, one of each span.
func (s Span) Largest(o Span) Span { return Span{maxRat(s.Low, o.Low), maxRat(s.High, o.High)} }

func maxRat(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}

func minRat(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}

// Bars gives the half-widths of one output's noise. Half-widths are the same for all groups, so they are computed once
// for each number of cells added up and each share of the confidence.
type Bars struct {
	Noise mechanism.Noise
	Alpha *big.Rat
	Known map[[2]int]*big.Int
}

// Half returns the half-width of a sum of k cells, when its miss rate is alpha divided by parts.
func (e *Bars) Half(k, parts int) *big.Int {
	key := [2]int{k, parts}
	if v, ok := e.Known[key]; ok {
		return v
	}
	v := e.Noise.HalfWidthOfSum(k, new(big.Rat).Quo(e.Alpha, big.NewRat(int64(parts), 1)))
	e.Known[key] = v
	return v
}
