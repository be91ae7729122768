package mechanism

import (
	"github.com/assent-network/assent/protocol/noise"
	"math/big"
)

// exactSigma is the largest standard deviation for which the discrete Gaussian's tail is summed. Above it the
// continuous one stands in, and a half-width of thousands is at most one too large.
const exactSigma = 512

// HalfWidth returns the least whole number t with P(|noise| > t) <= alpha.
func (n Noise) HalfWidth(alpha *big.Rat) *big.Int {
	if n.kind == noise.Laplace {
		return laplaceHalfWidth(n.Scale(), alpha)
	}
	return gaussianHalfWidth(n.Scale(), alpha)
}

// HalfWidthOfSum returns a whole number t with P(|sum of k independent draws| > t) <= alpha.
//
// A sum of discrete Gaussians is, above a variance of one, a discrete Gaussian of k times the variance but for a
// relative error below 2e^(-pi^2 sigma^2); below one, and for few draws, the bound is the union's. A sum of Laplace
// draws is less heavy-tailed than one draw and approaches a Gaussian: the wider of the two, scaled to the sum's
// variance, is taken.
func (n Noise) HalfWidthOfSum(k int, alpha *big.Rat) *big.Int {
	if k == 1 {
		return n.HalfWidth(alpha)
	}
	kk := big.NewRat(int64(k), 1)
	union := n.HalfWidth(new(big.Rat).Quo(alpha, kk))
	union.Mul(union, kk.Num())
	var t *big.Int
	if n.kind == noise.Gaussian {
		if n.num.Cmp(n.den) < 0 {
			return union
		}
		t = gaussianHalfWidth(new(big.Rat).Mul(n.Scale(), kk), alpha)
	} else {
		// One draw's variance is at most 2 scale^2.
		variance := new(big.Rat).Mul(n.Scale(), n.Scale())
		variance.Mul(variance, new(big.Rat).Mul(big.NewRat(2, 1), kk))
		t = continuousHalfWidth(variance, alpha)
		one := n.HalfWidth(alpha)
		one.Mul(one, one)
		if one = ceilSqrt(new(big.Rat).Mul(new(big.Rat).SetInt(one), kk)); one.Cmp(t) > 0 {
			t = one
		}
	}
	if union.Cmp(t) < 0 {
		return union
	}
	return t
}

// laplaceHalfWidth uses P(|X| > t) = 2 q^(t+1) / (1+q) with q = exp(-1/scale).
func laplaceHalfWidth(scale, alpha *big.Rat) *big.Int {
	q := fixedExpNeg(fixedRat(new(big.Rat).Inv(scale)))
	bound := fixedMul(fixedRat(alpha), new(big.Int).Add(fixedOne, q))
	bound.Rsh(bound, 1) // q^(t+1) must not be above this
	holds := func(t *big.Int) bool {
		x := new(big.Rat).SetInt(new(big.Int).Add(t, u(1)))
		return fixedExpNeg(fixedRat(x.Quo(x, scale))).Cmp(bound) <= 0
	}
	high := u(1)
	for !holds(high) {
		high.Lsh(high, 1)
	}
	low := big.NewInt(-1)
	for new(big.Int).Sub(high, low).Cmp(u(1)) > 0 {
		mid := new(big.Int).Add(low, high)
		if mid.Rsh(mid, 1); holds(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

func gaussianHalfWidth(variance, alpha *big.Rat) *big.Int {
	if variance.Cmp(big.NewRat(exactSigma*exactSigma, 1)) > 0 {
		return continuousHalfWidth(variance, alpha)
	}
	// The weight of x is r^(x^2) with r = exp(-1/(2 variance)); each is the last one times r^(2x+1).
	r := fixedExpNeg(fixedRat(new(big.Rat).Inv(new(big.Rat).Mul(variance, big.NewRat(2, 1)))))
	square := fixedMul(r, r)
	step, weight := r, new(big.Int).Set(fixedOne)
	floor := new(big.Int).Rsh(fixedOne, 200)
	weights := []*big.Int{weight}
	total := new(big.Int).Set(fixedOne)
	for {
		weight = fixedMul(weight, step)
		if weight.Cmp(floor) < 0 {
			break
		}
		step = fixedMul(step, square)
		weights = append(weights, weight)
		total.Add(total, new(big.Int).Lsh(weight, 1))
	}
	bound := fixedMul(fixedRat(alpha), total)
	tail := new(big.Int)
	t := len(weights) - 1
	for ; t > 0; t-- {
		// Leave out x = t as well, if the tail may still grow by it.
		next := new(big.Int).Add(tail, new(big.Int).Lsh(weights[t], 1))
		if next.Cmp(bound) > 0 {
			break
		}
		tail = next
	}
	return big.NewInt(int64(t))
}

// continuousHalfWidth is ceil(z sigma). A discrete Gaussian exceeds it no more often: beyond one sigma the density is
// convex, so P(X > t) <= P(N > t + 1/2).
func continuousHalfWidth(variance, alpha *big.Rat) *big.Int {
	z := new(big.Rat).SetFrac(normalQuantile(alpha), new(big.Int).Lsh(u(1), zBits))
	return ceilSqrt(z.Mul(z, z).Mul(z, variance))
}

// ceilSqrt returns the least integer that is not below the square root of r.
func ceilSqrt(r *big.Rat) *big.Int {
	q := new(big.Int).Quo(r.Num(), r.Denom())
	root := new(big.Int).Sqrt(q)
	if new(big.Rat).SetInt(new(big.Int).Mul(root, root)).Cmp(r) < 0 {
		root.Add(root, u(1))
	}
	return root
}
