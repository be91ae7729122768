package mechanism

import (
	"fmt"
	"math"
	"math/big"
	"sort"
	"testing"

	dp "github.com/google/differential-privacy/go/v3/noise"

	"github.com/assent-network/assent/protocol/noise"
)

// TestSamplersFollowTheirDistribution is a chi-square test of 200,000 draws against the exact probabilities, for eleven
// distributions. The statistic is compared with dof + 7 sqrt(2 dof) + 20, which a chi-square exceeds with a probability
// below 10^-6 for every number of cells here: over all cases, a fresh seed raises a false alarm once in 90,000 runs.
func TestSamplersFollowTheirDistribution(t *testing.T) {
	const draws = 200_000
	for i, c := range []struct {
		kind noise.Mechanism
		r    *big.Rat
	}{
		{noise.Laplace, big.NewRat(1, 3)},
		{noise.Laplace, big.NewRat(1, 1)},
		{noise.Laplace, big.NewRat(1_000_000, 447_213)},
		{noise.Laplace, big.NewRat(10, 1)},
		{noise.Laplace, big.NewRat(100, 7)},
		{noise.Gaussian, big.NewRat(1, 4)},
		{noise.Gaussian, big.NewRat(1, 1)},
		{noise.Gaussian, big.NewRat(5, 1)},
		{noise.Gaussian, big.NewRat(1_000_000, 14)},
		{noise.Gaussian, big.NewRat(81, 2)},
		// Forty digits: the path with integers of any size.
		{noise.Gaussian, new(big.Rat).Add(big.NewRat(40, 1), big.NewRat(1, 1<<62))},
	} {
		t.Run(fmt.Sprintf("%v %v", c.kind, c.r), func(t *testing.T) {
			n, err := newNoise(c.kind, c.r.Num(), c.r.Denom())
			if err != nil {
				t.Fatal(err)
			}
			s := testKey(t, byte(i)).Stream("chi-square")
			counts := map[int64]int{}
			for range draws {
				counts[n.Sample(s)]++
			}
			// Cells are single values with an expected count of at least ten, and one for each tail.
			p := n.pmf()
			edge := int64(0)
			for int(edge+1) < len(p) && p[edge+1]*draws >= 10 {
				edge++
			}
			cells := map[int64][2]float64{}
			for x, got := range counts {
				x = max(-edge-1, min(edge+1, x))
				cells[x] = [2]float64{cells[x][0] + float64(got)}
			}
			for x := -int64(len(p)) + 1; x < int64(len(p)); x++ {
				cell := max(-edge-1, min(edge+1, x))
				cells[cell] = [2]float64{cells[cell][0], cells[cell][1] + draws*p[max(x, -x)]}
			}
			var chi float64
			for _, c := range cells {
				if c[1] > 0.5 {
					chi += (c[0] - c[1]) * (c[0] - c[1]) / c[1]
				}
			}
			dof := float64(len(cells) - 1)
			if limit := dof + 7*math.Sqrt(2*dof) + 20; chi > limit {
				t.Errorf("chi-square %.1f over %v cells is above %.1f", chi, len(cells), limit)
			}
		})
	}
}

// TestAgainstGoogle compares 200,000 draws of ours with as many of Google's library, which rounds continuous noise: at
// scales of ten and more the two distributions differ by less than 10^-3 in every probability. The Kolmogorov-Smirnov
// distance is compared with that plus 3.6/sqrt(100,000), which the test statistic exceeds with probability 2
// exp(-2*3.6^2) = 1.1*10^-11. Google's draws come from the system's generator: this is the rate for each run and case.
func TestAgainstGoogle(t *testing.T) {
	const draws = 200_000
	limit := 1e-3 + 3.6/math.Sqrt(draws/2)
	for i, c := range []struct {
		name    string
		epsilon float64
		delta   float64
		l0      int64
		linf    int64
	}{
		{"laplace, epsilon 0.1", 0.1, 0, 1, 1},
		{"laplace, epsilon 1, L0 4, LInf 5", 1, 0, 4, 5},
		{"gaussian, epsilon 0.3, delta 1e-6", 0.3, 1e-6, 1, 1},
		{"gaussian, epsilon 1, delta 1e-5, L0 9, LInf 3", 1, 1e-5, 9, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			ours, theirs := make([]float64, draws), make([]float64, draws)
			var n Noise
			var err error
			var google dp.Noise
			if c.delta == 0 {
				google = dp.Laplace()
				scale := new(big.Rat).SetFloat64(float64(c.l0*c.linf) / c.epsilon)
				n, err = NewLaplace(scale)
			} else {
				google = dp.Gaussian()
				sigma := dp.SigmaForGaussian(c.l0, float64(c.linf), c.epsilon, c.delta)
				n, err = NewGaussian(new(big.Rat).SetFloat64(sigma * sigma))
			}
			if err != nil {
				t.Fatal(err)
			}
			s := testKey(t, byte(i)).Stream("google")
			for i := range draws {
				ours[i] = float64(n.Sample(s))
				v, err := google.AddNoiseInt64(0, c.l0, c.linf, c.epsilon, c.delta)
				if err != nil {
					t.Fatal(err)
				}
				theirs[i] = float64(v)
			}
			if d := kolmogorovSmirnov(ours, theirs); d > limit {
				t.Errorf("distance %.5f is above %.5f", d, limit)
			}
			// The same test must see a shift of a tenth of the standard deviation.
			sd, _ := n.Scale().Float64()
			if n.Kind() == noise.Gaussian {
				sd = math.Sqrt(sd)
			} else {
				sd *= math.Sqrt2
			}
			if d := kolmogorovSmirnov(ours, shift(theirs, math.Ceil(sd/10))); d < limit {
				t.Errorf("distance %.5f to shifted draws is within %.5f: the test sees nothing", d, limit)
			}
		})
	}
}

func shift(v []float64, by float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		out[i] = v[i] + by
	}
	return out
}

func kolmogorovSmirnov(a, b []float64) float64 {
	sort.Float64s(a)
	sort.Float64s(b)
	var d float64
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x := min(a[i], b[j])
		for i < len(a) && a[i] == x {
			i++
		}
		for j < len(b) && b[j] == x {
			j++
		}
		d = max(d, math.Abs(float64(i)/float64(len(a))-float64(j)/float64(len(b))))
	}
	return d
}

// TestCoverage draws 20,000 times and counts how often the stated half-width holds the noise: never less than the
// confidence by more than 6 standard errors (false-alarm rate 10^-9), and for single draws of wide noise not much more.
func TestCoverage(t *testing.T) {
	const draws = 20_000
	for _, kind := range []noise.Mechanism{noise.Gaussian, noise.Laplace} {
		for _, r := range []*big.Rat{big.NewRat(1, 4), big.NewRat(1, 1), big.NewRat(5, 1), big.NewRat(500, 1)} {
			for _, k := range []int{1, 2, 4, 24} {
				n, err := newNoise(kind, r.Num(), r.Denom())
				if err != nil {
					t.Fatal(err)
				}
				s := testKey(t, byte(k)).Stream("coverage", kind.String(), r.String())
				sums := make([]int64, draws)
				for i := range sums {
					for range k {
						sums[i] += n.Sample(s)
					}
				}
				for _, confidence := range []noise.Confidence{noise.Confidence90, noise.Confidence95,
					noise.Confidence99} {
					alpha, err := confidence.Alpha()
					if err != nil {
						t.Fatal(err)
					}
					width := n.HalfWidthOfSum(k, alpha).Int64()
					held := 0
					for _, sum := range sums {
						if max(sum, -sum) <= width {
							held++
						}
					}
					a, _ := alpha.Float64()
					rate, slack := float64(held)/draws, 6*math.Sqrt(a*(1-a)/draws)
					if rate < 1-a-slack {
						t.Errorf("%v %v, sum of %d: ±%d holds %.4f of draws, stated %s", kind, r, k, width, rate,
							confidence)
					}
					if k == 1 && r.Cmp(big.NewRat(500, 1)) == 0 && rate > 1-a*0.8+slack {
						t.Errorf("%v %v: ±%d holds %.4f of draws, far above the stated %s", kind, r, width, rate,
							confidence)
					}
				}
			}
		}
	}
}
