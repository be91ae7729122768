package mechanism

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/noise"
)

// The noise of docs/design/noise.md's table of what grinding gains: a count at epsilon 1, with a variance of 28.6.
const grindingRho = budget.Rho(17_468)

func grindingNoise(t testing.TB) Noise {
	t.Helper()
	n, err := Calibrate(noise.Gaussian, Sensitivity{L0: 1, LInf: 1, L1: 1}, grindingRho)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// bestOf is what a party may expect that sees the noise of k headers and picks one: the least size of it, or the
// largest value.
func bestOf(variance float64, k int) (smallest, largest float64) {
	const bound = 400 // where nothing is left of the distribution
	pmf, sum := make([]float64, 2*bound+1), 0.0
	for i := range pmf {
		x := float64(i - bound)
		pmf[i] = math.Exp(-x * x / (2 * variance))
		sum += pmf[i]
	}
	below, within := 0.0, 0.0 // P(X <= x), P(|X| <= x)
	for i := range pmf {
		x := i - bound
		below = min(1, below+pmf[i]/sum)
		if x < 0 {
			largest -= math.Pow(below, float64(k))
			continue
		}
		largest += 1 - math.Pow(below, float64(k))
		within += pmf[i] / sum
		if x > 0 {
			within += pmf[bound-x] / sum
		}
		smallest += math.Pow(max(0, 1-within), float64(k))
	}
	return smallest, largest
}

// TestGrinding computes what it gains to choose among headers with both shares known, holds the table of
// docs/design/noise.md against it, and samples the first lines of it.
func TestGrinding(t *testing.T) {
	doc, err := os.ReadFile("../../../docs/design/noise.md")
	if err != nil {
		t.Fatal(err)
	}
	n := grindingNoise(t)
	variance, _ := n.Scale().Float64()
	for _, k := range []int{1, 2, 16, 256, 4096, 1 << 20} {
		smallest, largest := bestOf(variance, k)
		if line := fmt.Sprintf("| %d | %.2f | %.1f |", k, smallest, largest); !strings.Contains(string(doc), line) {
			t.Errorf("docs/design/noise.md does not have the line %q", line)
		}
		if k > 256 {
			continue
		}
		const trials = 400
		var small, large float64
		for trial := range trials {
			least, most := int64(math.MaxInt64), int64(math.MinInt64)
			for header := range k {
				v := grind(t, n, byte(1), trial, header)
				least, most = min(least, max(v, -v)), max(most, v)
			}
			small, large = small+float64(least)/trials, large+float64(most)/trials
		}
		// Four standard errors of 400 draws at the most.
		if limit := 4 * math.Sqrt(variance/trials); math.Abs(small-smallest) > limit ||
			math.Abs(large-largest) > limit {
			t.Errorf("of %d headers: sampled %.2f and %.2f, computed %.2f and %.2f", k, small, large, smallest, largest)
		}
	}
}

// TestGrindingWithoutAShare: a party that knows all but the enclave's share gains nothing by the choice of a header. It
// picks, of 64, the one by which the noise would be largest if the share were what it takes it for; the noise is what
// any header gives.
func TestGrindingWithoutAShare(t *testing.T) {
	const trials, headers = 400, 64
	n := grindingNoise(t)
	variance, _ := n.Scale().Float64()
	var guessed, got float64
	for trial := range trials {
		picked, most := 0, int64(math.MinInt64)
		for header := range headers {
			if v := grind(t, n, 2, trial, header); v > most { // with a share that it made up
				picked, most = header, v
			}
		}
		guessed += float64(most) / trials
		got += float64(grind(t, n, 1, trial, picked)) / trials
	}
	if limit := 4 * math.Sqrt(variance/trials); math.Abs(got) > limit || guessed < 2*limit {
		t.Errorf("it hoped for %.2f and got %.2f, which is more than chance gives (%.2f)", guessed, got, limit)
	}
}

// grind is one draw of noise: of the broker's share and inputs of a trial, an enclave's share and a header.
func grind(t testing.TB, n Noise, enclave byte, trial, header int) int64 {
	t.Helper()
	broker, own := make([]byte, MinShare), make([]byte, MinShare)
	own[0] = enclave
	binary.BigEndian.PutUint64(own[8:], uint64(trial))
	var d Draw
	binary.BigEndian.PutUint64(d.Inputs[:], uint64(trial))
	binary.BigEndian.PutUint64(d.Header[:], uint64(header))
	d.Brokers, d.Enclaves = [][]byte{broker}, [][]byte{own}
	return n.Sample(drawn(t, d).Stream("noise"))
}
