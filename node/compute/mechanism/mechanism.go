// Package mechanism adds the noise of a differentially private release.
//
// It promises three things. The samplers are exact: every random choice is a comparison of integers, after Canonne,
// Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), so no floating-point rounding weakens
// the guarantee. The noise is keyed: the same key and labels give the same bytes on every machine, and other inputs
// give fresh noise. And the budget is converted exactly: the scale of the noise is a rational number, rounded towards
// more noise, computed from whole numbers.
//
// docs/design/noise.md gives the reasons and the alternatives.
package mechanism

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/noise"
)

// Version names the samplers and the key schedule. It is part of every stream's label: a change in either gets a new
// version, so old and new noise for the same inputs are independent.
const Version = "assent.mechanism.v2"

// MaxScaleBits bounds the scale of the noise, so that a sample fits in 64 bits (it would exceed them with a probability
// below e^-1000, and saturates then).
const MaxScaleBits = 52

// Sensitivity says how far the outputs of one release move, taken together, when one subject is added or taken away.
type Sensitivity struct {
	// L0 is the number of values that one subject can change.
	L0 uint64
	// LInf is the most that one subject can change one value.
	LInf uint64
	// L1 is the most that one subject can change all values, summed. Zero stands for L0*LInf.
	L1 uint64
}

// l1 is the sum of absolute changes: what the Laplace mechanism is calibrated to.
func (s Sensitivity) l1() *big.Int {
	product := new(big.Int).Mul(u(s.L0), u(s.LInf))
	if s.L1 != 0 && u(s.L1).Cmp(product) < 0 {
		return u(s.L1)
	}
	return product
}

// l2Squared is the sum of squared changes: at most L0*LInf^2, and at most LInf*L1, because each change is at most LInf.
func (s Sensitivity) l2Squared() *big.Int {
	return new(big.Int).Mul(u(s.LInf), s.l1())
}

// Noise is one distribution, calibrated. Values are immutable and safe for concurrent use.
type Noise struct {
	kind noise.Mechanism
	// num/den is the scale of a Laplace, or the variance of a Gaussian, in lowest terms.
	num, den *big.Int
}

// ErrScale is returned when a release would need more noise than a 64-bit integer holds. Spend more of the budget on
// it, narrow the column's bounds, or ask for fewer outputs.
var ErrScale = errors.New("noise is too large for a 64-bit integer: raise rho, narrow the bounds or ask for fewer " +
	"outputs")

// Calibrate returns the noise that makes a release of the given sensitivity rho-zCDP.
//
// The Gaussian's variance is L2^2 / (2 rho) exactly. The Laplace's scale is L1 / epsilon with the largest epsilon, in
// millionths, of which epsilon^2/2 is not above rho.
func Calibrate(kind noise.Mechanism, s Sensitivity, rho budget.Rho) (Noise, error) {
	if rho == 0 {
		return Noise{}, errors.New(
			"calibrating noise: rho is zero, and no amount of noise gives a release without budget")
	}
	if s.L0 == 0 || s.LInf == 0 {
		return Noise{}, fmt.Errorf("calibrating noise: sensitivity L0 %d, LInf %d has a zero", s.L0, s.LInf)
	}
	switch kind {
	case noise.Gaussian:
		num := new(big.Int).Mul(s.l2Squared(), u(budget.Micro))
		den := new(big.Int).Mul(u(2), u(uint64(rho)))
		return newNoise(noise.Gaussian, num, den)
	case noise.Laplace:
		num := new(big.Int).Mul(s.l1(), u(budget.Micro))
		return newNoise(noise.Laplace, num, u(uint64(rho.ToPure())))
	default:
		return Noise{}, fmt.Errorf("calibrating noise: mechanism %d is unknown", kind)
	}
}

// NewGaussian returns a discrete Gaussian of the given variance.
func NewGaussian(variance *big.Rat) (Noise, error) {
	return newNoise(noise.Gaussian, variance.Num(), variance.Denom())
}

// NewLaplace returns a discrete Laplace of the given scale.
func NewLaplace(scale *big.Rat) (Noise, error) {
	return newNoise(noise.Laplace, scale.Num(), scale.Denom())
}

func newNoise(kind noise.Mechanism, num, den *big.Int) (Noise, error) {
	if num.Sign() <= 0 || den.Sign() <= 0 {
		return Noise{}, fmt.Errorf("calibrating %s noise: scale %v/%v is not positive", kind, num, den)
	}
	r := new(big.Rat).SetFrac(num, den)
	n := Noise{kind: kind, num: r.Num(), den: r.Denom()}
	bits := MaxScaleBits
	if kind == noise.Gaussian {
		bits *= 2 // a variance
	}
	if new(big.Int).Quo(num, den).BitLen() > bits || n.den.BitLen() > 63 {
		return Noise{}, ErrScale
	}
	if kind == noise.Laplace && n.num.BitLen() > 63 {
		// Scales are stated in millionths, so a numerator may be that much longer. Round up: more noise.
		return newNoise(kind, new(big.Int).Add(new(big.Int).Quo(num, den), u(1)), u(1))
	}
	return n, nil
}

// Kind returns the distribution.
func (n Noise) Kind() noise.Mechanism { return n.kind }

// Scale returns the Laplace's scale or the Gaussian's variance as an exact fraction.
func (n Noise) Scale() *big.Rat { return new(big.Rat).SetFrac(n.num, n.den) }

// Sample draws one value from the stream.
func (n Noise) Sample(s *Stream) int64 {
	switch n.kind {
	case noise.Laplace:
		return sampleLaplace(s, n.num.Uint64(), n.den.Uint64())
	default:
		return sampleGaussian(s, n.num, n.den)
	}
}

func u(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
