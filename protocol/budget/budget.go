// Package budget is the arithmetic of a dataset's privacy budget: zero-concentrated differential privacy (zCDP) in
// whole millionths of rho, its meaning as (epsilon, delta), the list of limits a grant can choose from, and a reference
// model of the contract that keeps the account.
//
// All results are integers computed from integers, so that every machine agrees, and every rounding goes against the
// party that would gain: an epsilon is never stated too small, a rho never granted too large.
package budget

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
)

// Micro is the number of units of Rho in a rho of one, and of Epsilon in an epsilon of one.
const Micro = 1_000_000

// Rho is a zCDP budget in millionths. It adds up over jobs on the same rows.
type Rho uint64

// Unlimited is the limit that is never reached.
const Unlimited Rho = math.MaxUint64

// Delta is a delta of differential privacy in units of 10^-15. It adds up over jobs beside rho.
type Delta uint64

// UnlimitedDelta is the limit that is never reached.
const UnlimitedDelta Delta = math.MaxUint64

// Add returns a+b, and false when the sum does not fit.
func (a Delta) Add(b Delta) (Delta, bool) {
	s, carry := bits.Add64(uint64(a), uint64(b), 0)
	return Delta(s), carry == 0
}

// String returns decimal digits, for example "0.000001000000000".
func (a Delta) String() string {
	if a == UnlimitedDelta {
		return "unlimited"
	}
	return fmt.Sprintf("%d.%015d", uint64(a)/DeltaUnits, uint64(a)%DeltaUnits)
}

// DeltaUnits is the number of units of Delta in a delta of one.
const DeltaUnits = 1_000_000_000_000_000

// Epsilon is an epsilon of differential privacy in millionths.
type Epsilon uint64

// Add returns a+b, and false when the sum does not fit.
func (a Rho) Add(b Rho) (Rho, bool) {
	s, carry := bits.Add64(uint64(a), uint64(b), 0)
	return Rho(s), carry == 0
}

// String returns decimal digits, for example "0.017468".
func (a Rho) String() string {
	if a == Unlimited {
		return "unlimited"
	}
	return decimal(uint64(a))
}

// String returns decimal digits, for example "1.000000".
func (e Epsilon) String() string { return decimal(uint64(e)) }

func decimal(v uint64) string { return fmt.Sprintf("%d.%06d", v/Micro, v%Micro) }

// ln10 is the natural logarithm of ten times 10^18, rounded up.
const ln10 = 2_302585092994045685

// MaxDeltaExponent is the smallest delta that the conversions take, 10^-18.
const MaxDeltaExponent = 18

// DeltaExponent is the k of the delta 10^-k that we state results with.
const DeltaExponent = 6

// ToEpsilon returns an epsilon such that rho-zCDP implies (epsilon, 10^-k) differential privacy: rho +
// 2·sqrt(rho·ln(1/delta)), rounded up (Bun and Steinke 2016, proposition 1.3). k is from 1 to MaxDeltaExponent.
func (a Rho) ToEpsilon(k int) (Epsilon, error) {
	if k < 1 || k > MaxDeltaExponent {
		return 0, fmt.Errorf("budget: delta 10^-%d is not supported, use an exponent from 1 to %d", k, MaxDeltaExponent)
	}
	// In millionths: a + sqrt(4·a·k·ln(10)·10^6), with ln(10) scaled by 10^18.
	x := new(big.Int).SetUint64(uint64(a))
	x.Mul(x, big.NewInt(4*int64(k)))
	x.Mul(x, big.NewInt(ln10))
	x = ceilDiv(x, big.NewInt(1e12))
	s := ceilSqrt(x)
	s.Add(s, new(big.Int).SetUint64(uint64(a)))
	if !s.IsUint64() {
		return 0, fmt.Errorf("budget: rho of %d millionths is too large to state as epsilon", uint64(a))
	}
	return Epsilon(s.Uint64()), nil
}

// FromEpsilon returns the largest rho whose ToEpsilon(k) is at most e.
func FromEpsilon(e Epsilon, k int) (Rho, error) {
	if _, err := Rho(0).ToEpsilon(k); err != nil {
		return 0, err
	}
	low, high := Rho(0), Rho(e) // epsilon is at least rho, and ToEpsilon is monotone
	for low < high {
		mid := low + (high-low)/2 + 1
		if got, err := mid.ToEpsilon(k); err == nil && got <= e {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low, nil
}

// FromPure returns the rho that a mechanism with pure epsilon-differential privacy costs: epsilon²/2, rounded up (Bun
// and Steinke 2016, proposition 1.4).
func FromPure(e Epsilon) (Rho, error) {
	x := new(big.Int).SetUint64(uint64(e))
	x.Mul(x, x)
	x = ceilDiv(x, big.NewInt(2*Micro))
	if !x.IsUint64() {
		return 0, fmt.Errorf("budget: a pure epsilon of %s costs more than can be counted", e)
	}
	return Rho(x.Uint64()), nil
}

// ToPure returns the largest pure epsilon that costs at most this rho: sqrt(2·rho), rounded down.
func (a Rho) ToPure() Epsilon {
	x := new(big.Int).SetUint64(uint64(a))
	x.Mul(x, big.NewInt(2*Micro))
	return Epsilon(x.Sqrt(x).Uint64())
}

func ceilDiv(x, y *big.Int) *big.Int {
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

func ceilSqrt(x *big.Int) *big.Int {
	s := new(big.Int).Sqrt(x)
	if new(big.Int).Mul(s, s).Cmp(x) < 0 {
		s.Add(s, big.NewInt(1))
	}
	return s
}
