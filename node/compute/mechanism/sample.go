package mechanism

import (
	"math"
	"math/big"
	"math/bits"
)

// bernoulli is true with probability p/q, for p <= q.
func bernoulli(s *Stream, p, q uint64) bool { return s.below(q) < p }

func bernoulliBig(s *Stream, p, q *big.Int) bool { return s.belowBig(q).Cmp(p) < 0 }

// bernoulliExp is true with probability exp(-p/q). Canonne, Kamath and Steinke, algorithm 1.
func bernoulliExp(s *Stream, p, q uint64) bool {
	for ; p > q; p -= q {
		if !bernoulliExpUnit(s, 1, 1) {
			return false
		}
	}
	return bernoulliExpUnit(s, p, q)
}

// bernoulliExpUnit is bernoulliExp for p <= q. The trial with probability p/(q k) is the conjunction of two, so that no
// product is formed.
func bernoulliExpUnit(s *Stream, p, q uint64) bool {
	for k := uint64(1); ; k++ {
		if !bernoulli(s, p, q) || !bernoulli(s, 1, k) {
			return k%2 == 1
		}
	}
}

// bernoulliExpBig is bernoulliExp for integers of any size.
func bernoulliExpBig(s *Stream, p, q *big.Int) bool {
	if p.IsUint64() && q.IsUint64() {
		return bernoulliExp(s, p.Uint64(), q.Uint64())
	}
	p = new(big.Int).Set(p)
	for ; p.Cmp(q) > 0; p.Sub(p, q) {
		if !bernoulliExpUnit(s, 1, 1) {
			return false
		}
	}
	for k := uint64(1); ; k++ {
		if !bernoulliBig(s, p, q) || !bernoulli(s, 1, k) {
			return k%2 == 1
		}
	}
}

// sampleLaplace draws from the discrete Laplace distribution of scale num/den: P(x) is proportional to exp(-|x|
// den/num). Canonne, Kamath and Steinke, algorithm 2.
func sampleLaplace(s *Stream, num, den uint64) int64 {
	for {
		// x has the geometric distribution P(x) ~ exp(-x/num): low part u, high part v.
		low := s.below(num)
		if !bernoulliExpUnit(s, low, num) {
			continue
		}
		var v uint64
		for bernoulliExpUnit(s, 1, 1) {
			v++
		}
		hi, x := bits.Mul64(v, num)
		x, carry := bits.Add64(x, low, 0)
		if hi != 0 || carry != 0 {
			x = math.MaxUint64
		}
		y := min(x/den, math.MaxInt64)
		negative := s.below(2) == 1
		if negative && y == 0 {
			continue // zero would count twice
		}
		if negative {
			return -int64(y)
		}
		return int64(y)
	}
}

// sampleGaussian draws from the discrete Gaussian distribution of variance num/den: P(x) is proportional to exp(-x^2
// den/(2 num)). Canonne, Kamath and Steinke, algorithm 3: a discrete Laplace of scale t = floor(sigma)+1, accepted with
// probability exp(-(|y| - sigma^2/t)^2 / (2 sigma^2)).
func sampleGaussian(s *Stream, num, den *big.Int) int64 {
	sigma := new(big.Int).Quo(num, den)
	t := sigma.Sqrt(sigma).Uint64() + 1
	// With sigma^2 = num/den the exponent is (|y| den t - num)^2 / (2 num den t^2).
	denT := new(big.Int).Mul(den, u(t))
	bottom := new(big.Int).Mul(denT, u(2*t))
	bottom.Mul(bottom, num)
	small := bottom.BitLen() <= 64 && denT.BitLen() <= 32 && num.BitLen() <= 32
	top := new(big.Int)
	for {
		y := sampleLaplace(s, t, 1)
		abs := uint64(max(y, -y))
		var accept bool
		if small && abs < 1<<31/denT.Uint64() {
			// Both products are below 2^32, so the square fits.
			d := abs*denT.Uint64() - num.Uint64()
			if int64(d) < 0 {
				d = -d
			}
			accept = bernoulliExp(s, d*d, bottom.Uint64())
		} else {
			top.Mul(u(abs), denT)
			top.Sub(top, num)
			top.Mul(top, top)
			accept = bernoulliExpBig(s, top, bottom)
		}
		if accept {
			return y
		}
	}
}
