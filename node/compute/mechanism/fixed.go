package mechanism

import "math/big"

// Error bars are part of a result, so replicas must agree on them to the byte. Floating point would not do: math.Exp
// differs between processors. These few functions work on fixed-point integers with fracBits bits after the point;
// their error is below 2^-200 in the ranges used here.
const fracBits = 320

var fixedOne = new(big.Int).Lsh(big.NewInt(1), fracBits)

func fixedRat(r *big.Rat) *big.Int {
	v := new(big.Int).Lsh(r.Num(), fracBits)
	return v.Quo(v, r.Denom())
}

func fixedMul(a, b *big.Int) *big.Int {
	v := new(big.Int).Mul(a, b)
	return v.Rsh(v, fracBits)
}

// fixedExpNeg returns exp(-x) for x >= 0.
func fixedExpNeg(x *big.Int) *big.Int {
	// exp(-x) = exp(-x/2^k)^(2^k), with x/2^k below one half.
	k := max(0, x.BitLen()-fracBits+1)
	r := new(big.Int).Rsh(x, uint(k))
	sum, term := new(big.Int).Set(fixedOne), new(big.Int).Set(fixedOne)
	for i := int64(1); term.Sign() != 0; i++ {
		term = fixedMul(term, r)
		term.Quo(term, big.NewInt(i))
		if i%2 == 1 {
			sum.Sub(sum, term)
		} else {
			sum.Add(sum, term)
		}
	}
	for range k {
		sum = fixedMul(sum, sum)
	}
	return sum
}

// fixedPi returns pi by Machin's formula, 16 atan(1/5) - 4 atan(1/239).
func fixedPi() *big.Int {
	atanInverse := func(n int64) *big.Int {
		sum, term := new(big.Int), new(big.Int).Quo(fixedOne, big.NewInt(n))
		for i := int64(0); term.Sign() != 0; i++ {
			part := new(big.Int).Quo(term, big.NewInt(2*i+1))
			if i%2 == 0 {
				sum.Add(sum, part)
			} else {
				sum.Sub(sum, part)
			}
			term.Quo(term, big.NewInt(n*n))
		}
		return sum
	}
	pi := new(big.Int).Mul(big.NewInt(16), atanInverse(5))
	return pi.Sub(pi, new(big.Int).Mul(big.NewInt(4), atanInverse(239)))
}

// zBits is the precision of a normal quantile.
const zBits = 24

// normalQuantile returns, in units of 2^-zBits and rounded up, the z for which a standard normal exceeds z in absolute
// value with probability alpha.
func normalQuantile(alpha *big.Rat) *big.Int {
	// P(|N| <= z) = sqrt(2/pi) sum_n (-1)^n z^(2n+1) / (2^n n! (2n+1)).
	factor := new(big.Int).Lsh(big.NewInt(2), 2*fracBits)
	factor.Quo(factor, fixedPi())
	factor.Sqrt(new(big.Int).Lsh(factor, fracBits))
	want := new(big.Int).Sub(fixedOne, fixedRat(alpha))
	within := func(z *big.Int) bool {
		x := new(big.Int).Lsh(z, fracBits-zBits)
		square := fixedMul(x, x)
		square.Rsh(square, 1)
		sum, power := new(big.Int), x
		for n := int64(0); power.Sign() != 0; n++ {
			part := new(big.Int).Quo(power, big.NewInt(2*n+1))
			if n%2 == 0 {
				sum.Add(sum, part)
			} else {
				sum.Sub(sum, part)
			}
			power = fixedMul(power, square)
			power.Quo(power, big.NewInt(n+1))
		}
		return fixedMul(sum, factor).Cmp(want) >= 0
	}
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(16), zBits) // alpha is above 10^-50
	for one := big.NewInt(1); new(big.Int).Sub(high, low).Cmp(one) > 0; {
		mid := new(big.Int).Add(low, high)
		if mid.Rsh(mid, 1); within(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}
