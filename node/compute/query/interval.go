package query

import (
	"math/big"

	"github.com/assent-network/assent/node/compute/mechanism"
)

// measured is a quantity as the mechanism released it: an integer, and the half-width of its error at some confidence.
type measured struct {
	noisy *big.Int
	half  *big.Int
}

// span is a closed interval; high is nil when there is no upper end.
type span struct{ low, high *big.Rat }

// ratioSpan returns the interval of x/(x+y) for the exact, non-negative x and y behind two independent measured
// quantities, at the confidence of their half-widths. It is Fieller's: the r in [0, 1] for which x(1-r) - yr, which is
// exactly zero at the true r, is within the half-width of its own noise,
//
//	(x(1-r) - yr)^2 <= (hx+1/2)^2 (1-r)^2 + (hy+1/2)^2 r^2.
//
// The halves cover the step from the noise's whole numbers to real ones. Errors of independent noises add in
// quadrature.
func ratioSpan(x, y measured) span {
	two := big.NewInt(2)
	twice := func(v *big.Int) *big.Int { return new(big.Int).Mul(two, v) }
	wide := func(v *big.Int) *big.Int { w := twice(v); w.Add(w, big.NewInt(1)); return w.Mul(w, w) }
	a, b, wa, wb := twice(x.noisy), twice(y.noisy), wide(x.half), wide(y.half)
	// (a - (a+b)r)^2 - wa(1-r)^2 - wb r^2 <= 0, ordered by powers of r.
	n := new(big.Int).Add(a, b)
	qa := new(big.Int).Mul(n, n)
	qa.Sub(qa, wa).Sub(qa, wb)
	qb := new(big.Int).Mul(a, n)
	qb.Neg(qb).Add(qb, wa).Mul(qb, two)
	qc := new(big.Int).Mul(a, a)
	qc.Sub(qc, wa)
	return quadraticSpan(qa, qb, qc, span{new(big.Rat), big.NewRat(1, 1)})
}

// quotientSpan returns the interval of s/c for measured s and c, within the given bounds. It solves (s - tc)^2 <=
// (hs+1/2)^2 + (hc+1/2)^2 t^2 for t.
func quotientSpan(s, c measured, bounds span) span {
	two := big.NewInt(2)
	twice := func(v *big.Int) *big.Int { return new(big.Int).Mul(two, v) }
	wide := func(v *big.Int) *big.Int { w := twice(v); w.Add(w, big.NewInt(1)); return w.Mul(w, w) }
	qa := new(big.Int).Mul(twice(c.noisy), twice(c.noisy))
	qa.Sub(qa, wide(c.half))
	qb := new(big.Int).Mul(twice(s.noisy), twice(c.noisy))
	qb.Mul(qb, two).Neg(qb)
	qc := new(big.Int).Mul(twice(s.noisy), twice(s.noisy))
	qc.Sub(qc, wide(s.half))
	return quadraticSpan(qa, qb, qc, bounds)
}

// spanBits is the precision of an interval's ends, before they are rounded outward for print.
const spanBits = 64

// quadraticSpan returns an interval that holds every t within bounds with a t^2 + b t + c <= 0. When the quadratic does
// not confine t (the denominator cannot be told from zero), or no t satisfies it, the bounds themselves are returned.
func quadraticSpan(a, b, c *big.Int, bounds span) span {
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
	if low.Cmp(bounds.high) > 0 || high.Cmp(bounds.low) < 0 {
		return bounds
	}
	return span{maxRat(low, bounds.low), minRat(high, bounds.high)}
}

// include returns the span widened to hold v.
func (s span) include(v *big.Rat) span { return span{minRat(s.low, v), maxRat(s.high, v)} }

// minus returns the differences between values of the two spans.
func (s span) minus(o span) span {
	return span{new(big.Rat).Sub(s.low, o.high), new(big.Rat).Sub(s.high, o.low)}
}

// plus returns the sums of values of the two spans.
func (s span) plus(o span) span {
	return span{new(big.Rat).Add(s.low, o.low), new(big.Rat).Add(s.high, o.high)}
}

// over returns the ratios of values of two spans of non-negative numbers.
func (s span) over(o span) span {
	out := span{low: new(big.Rat)}
	if o.high.Sign() > 0 {
		out.low.Quo(s.low, o.high)
	}
	if o.low.Sign() > 0 {
		out.high = new(big.Rat).Quo(s.high, o.low)
	}
	return out
}

// abs returns the magnitudes of the values of the span.
func (s span) abs() span {
	low, high := new(big.Rat).Abs(s.low), new(big.Rat).Abs(s.high)
	if s.low.Sign() <= 0 && s.high.Sign() >= 0 {
		return span{new(big.Rat), maxRat(low, high)}
	}
	return span{minRat(low, high), maxRat(low, high)}
}

// largest returns the larger of two values, one of each span.
func (s span) largest(o span) span { return span{maxRat(s.low, o.low), maxRat(s.high, o.high)} }

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

// errorBars gives the half-widths of one output's noise. Half-widths are the same for all groups, so they are computed
// once for each number of cells added up and each share of the confidence.
type errorBars struct {
	noise mechanism.Noise
	alpha *big.Rat
	known map[[2]int]*big.Int
}

// half returns the half-width of a sum of k cells, when its miss rate is alpha divided by parts.
func (e *errorBars) half(k, parts int) *big.Int {
	key := [2]int{k, parts}
	if v, ok := e.known[key]; ok {
		return v
	}
	v := e.noise.HalfWidthOfSum(k, new(big.Rat).Quo(e.alpha, big.NewRat(int64(parts), 1)))
	e.known[key] = v
	return v
}
