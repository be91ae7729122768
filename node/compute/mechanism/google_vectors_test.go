package mechanism

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	dp "github.com/google/differential-privacy/go/v3/noise"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/noise"
)

// dpCase is one test case of Google's statistical tests: draws over two neighbouring inputs must look (epsilon,
// delta)-close.
type dpCase struct {
	name           string
	epsilon, delta float64
	tolerance      float64
	granularity    float64
	gaussian       bool
	partitions     int64
	lower, upper   float64
	mechEpsilon    float64
	mechDelta      float64
	raw, neighbour []float64
}

var (
	fieldPattern   = regexp.MustCompile(`(\w+): *(\[[^\]]*\]|"[^"]*"|[^\s{}]+)`)
	commentPattern = regexp.MustCompile(`(?m)#.*$`)
)

// readDPCases reads the fields that the tests use from Google's textprotos.
func readDPCases(t *testing.T, path, kind string) []dpCase {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		return v
	}
	numbers := func(s string) (out []float64) {
		for f := range strings.SplitSeq(strings.Trim(s, "[]"), ",") {
			if f = strings.TrimSpace(f); f != "" {
				out = append(out, number(f))
			}
		}
		return out
	}
	var cases []dpCase
	text := commentPattern.ReplaceAllString(string(b), "")
	for block := range strings.SplitSeq(text, "\n"+kind+"_dp_test_case {") {
		if !strings.Contains(block, "name:") {
			continue
		}
		c := dpCase{upper: 1, granularity: 1, epsilon: math.NaN()}
		for _, m := range fieldPattern.FindAllStringSubmatch(block, -1) {
			switch key, value := m[1], m[2]; key {
			case "name":
				c.name = strings.Trim(value, `"`)
			case "epsilon":
				if math.IsNaN(c.epsilon) {
					c.epsilon = number(value)
				}
				c.mechEpsilon = number(value)
			case "delta":
				if c.tolerance == 0 {
					c.delta = number(value)
				}
				c.mechDelta = number(value)
			case "delta_tolerance":
				c.tolerance, c.mechDelta = number(value), 0
			case "granularity":
				c.granularity = number(value)
			case "noise_type":
				c.gaussian = value == "GAUSSIAN"
			case "max_partitions_contributed":
				c.partitions = int64(number(value))
			case "lower_bound":
				c.lower = number(value)
			case "upper_bound":
				c.upper = number(value)
			case "raw_increment_by", "raw_entry":
				c.raw = append(c.raw, numbers(value)...)
			case "neighbour_raw_increment_by", "neighbour_raw_entry":
				c.neighbour = append(c.neighbour, numbers(value)...)
			}
		}
		cases = append(cases, c)
	}
	return cases
}

// TestGoogleStatisticalCases runs Google's own test cases for differential privacy of counts and bounded sums over our
// samplers, with their numbers: one million draws over each of two neighbouring inputs, and the estimated delta within
// their tolerance. Their calibration accepts a private mechanism with probability 0.9 or more a run, and takes a
// majority of nine votes, which raises it to 0.999. Here a case passes at once when its first run does, else by five of
// nine.
//
// Noise does not depend on the input, so cases that differ in nothing but the input share their draws.
func TestGoogleStatisticalCases(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute: run without -short")
	}
	const draws, votes = 1_000_000, 9
	type key struct {
		kind  noise.Mechanism
		scale float64
		side  int
	}
	pool := map[key][]int64{}
	sample := func(t *testing.T, k key) []int64 {
		if v, ok := pool[k]; ok {
			return v
		}
		r := new(big.Rat).SetFloat64(k.scale)
		n, err := newNoise(k.kind, r.Num(), r.Denom())
		if err != nil {
			t.Fatal(err)
		}
		s := testKey(t, byte(k.side)).Stream("google cases", k.kind.String(), strconv.FormatFloat(k.scale, 'g', -1, 64))
		v := make([]int64, draws)
		for i := range v {
			v[i] = n.Sample(s)
		}
		pool[k] = v
		return v
	}
	ran := 0
	for _, file := range []struct{ name, kind string }{
		{"count_dp_test_cases.textproto", "count"},
		{"bounded_sum_dp_test_cases.textproto", "bounded_sum"},
	} {
		path := sharedtest.Path(t, "vectors", "google_dp_stat_tests", file.name)
		for _, c := range readDPCases(t, path, file.kind) {
			t.Run(fmt.Sprintf("%s/%s", file.kind, c.name), func(t *testing.T) {
				// Sums are fixed-point: a 64th of the cell that the test counts in.
				unit := 1.0
				if file.kind == "bounded_sum" {
					unit = c.granularity / 64
				}
				fixed := func(entries []float64) (sum int64) {
					for _, e := range entries {
						if file.kind == "bounded_sum" {
							e = max(c.lower, min(c.upper, e))
						}
						sum += int64(math.Round(e / unit))
					}
					return sum
				}
				linf := 1.0
				if file.kind == "bounded_sum" {
					linf = max(math.Abs(c.lower), math.Abs(c.upper))
				}
				k := key{kind: noise.Laplace, scale: math.Ceil(linf/unit) * float64(c.partitions) / c.mechEpsilon}
				if c.gaussian {
					sigma := dp.SigmaForGaussian(c.partitions, math.Ceil(linf/unit), c.mechEpsilon, c.mechDelta)
					k = key{kind: noise.Gaussian, scale: sigma * sigma}
				}
				histogram := func(side int, raw int64) map[int64]float64 {
					k.side = side
					h := map[int64]float64{}
					for _, v := range sample(t, k) {
						h[int64(math.Floor(float64(v+raw)*unit/c.granularity+0.5))] += 1.0 / draws
					}
					return h
				}
				estimate := func(a, b map[int64]float64) (delta float64) {
					for x, p := range a {
						delta += max(0, p-math.Exp(c.epsilon)*b[x])
					}
					return delta
				}
				var deltas []float64
				passed := 0
				for vote := 0; vote < votes && (vote == 0 || passed != vote); vote++ {
					a, b := histogram(2*vote, fixed(c.raw)), histogram(2*vote+1, fixed(c.neighbour))
					d := max(estimate(a, b), estimate(b, a))
					if deltas = append(deltas, d); d <= c.delta+c.tolerance {
						passed++
					}
				}
				if len(deltas) > 1 && passed <= votes/2 {
					t.Errorf("estimated deltas %.5f: only %d of %d are within %.5f + %.5f", deltas, passed, votes,
						c.delta, c.tolerance)
				}
				ran++
			})
		}
	}
	t.Logf("%d cases", ran)
	if want := 74; ran != want {
		t.Errorf("%d cases ran, want %d", ran, want)
	}
}
