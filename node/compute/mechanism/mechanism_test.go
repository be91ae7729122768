package mechanism

import (
	"encoding/hex"
	"math"
	"math/big"
	"testing"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/noise"
)

// testKey is a key from fixed shares. Streams are deterministic, so every statistical test below gives one answer for
// good: the false-alarm rates in the comments are those of choosing the seed afresh.
func testKey(t testing.TB, seed byte) Key {
	t.Helper()
	share := make([]byte, MinShare)
	share[0] = seed
	return drawn(t, Draw{Brokers: [][]byte{share}, Enclaves: [][]byte{share}, Inputs: [32]byte{1: seed}})
}

// drawn is the key of a draw.
func drawn(t testing.TB, d Draw) Key {
	t.Helper()
	key, err := NewKey(d)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// TestStreamVectors pins the key schedule and the reading of the stream: another implementation must give these bytes
// (these were computed by a second one, from RFC 5869 and RFC 8439).
func TestStreamVectors(t *testing.T) {
	shareA, shareB, shareC := make([]byte, 32), make([]byte, 32), make([]byte, 32)
	for i := range shareA {
		shareA[i], shareB[i], shareC[i] = byte(i), byte(0x80+i), byte(0x40+i)
	}
	inputs, header, other := [32]byte{0: 0xaa, 31: 0x55}, [32]byte{0: 0x11, 31: 0x22}, [32]byte{0: 0x12, 31: 0x22}
	count := []string{"count", "0"}
	a, ab, ba, c, cb := [][]byte{shareA}, [][]byte{shareA, shareB}, [][]byte{shareB, shareA}, [][]byte{shareC},
		[][]byte{shareC, shareB}
	for _, c := range []struct {
		name   string
		draw   Draw
		labels []string
		derive string
		first  uint64
	}{
		{"one share of each", Draw{a, c, inputs, header}, count,
			"fbd4cdfd5973e4bb7bdb1040a3a19d2c504aa369634a7633f8a6b077b7e5de62", 0xcc244a432cafc380},
		{"two brokers", Draw{ab, c, inputs, header}, count,
			"dbb71d656e510d23e42b0ef19624eace2943d782e6e420bfdf95121d71fc1060", 0x8577112c0736fbba},
		{"brokers in other order", Draw{ba, c, inputs, header}, count,
			"224992d7fccde1449bf6be12a0e2be07ca5c40653377d2fa655df44f59604651", 0xc94d401f4399888b},
		{"two enclaves", Draw{a, cb, inputs, header}, count,
			"12732ca3de380ad135fec081807657e671cee2200b9ed472b1ecf6f5fd757b47", 0x59ebe36bec61407},
		{"another header", Draw{a, c, inputs, other}, count,
			"1bcd039c9b2f00a6e840077aaf000b1e0a973fdb626cc855cd3dd8ff5332186c", 0xec5841ce359a655e},
		{"labels joined", Draw{a, c, inputs, header}, []string{"count0"},
			"c752dbc38511bab17ad3f7f4d2e6ed75e4ac31223adb3d40449ed5558f702e02", 0xb508456887b69448},
	} {
		t.Run(c.name, func(t *testing.T) {
			key := drawn(t, c.draw)
			d := key.Derive(c.labels...)
			if got := hex.EncodeToString(d[:]); got != c.derive {
				t.Errorf("Derive: got %s, want %s", got, c.derive)
			}
			if got := key.Stream(c.labels...).Uint64(); got != c.first {
				t.Errorf("first word: got %#x, want %#x", got, c.first)
			}
		})
	}
}

func TestNewKeyRefusesWeakShares(t *testing.T) {
	good := [][]byte{make([]byte, MinShare)}
	short := [][]byte{make([]byte, MinShare), make([]byte, MinShare-1)}
	for name, d := range map[string]Draw{
		"no share":               {},
		"none of a broker":       {Enclaves: good},
		"none of an enclave":     {Brokers: good},
		"a broker's is short":    {Brokers: short, Enclaves: good},
		"an enclave's are short": {Brokers: good, Enclaves: short},
	} {
		if _, err := NewKey(d); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// A key that is cleared is of no use in any copy, but in a clone.
func TestClear(t *testing.T) {
	key := testKey(t, 1)
	again, clone, want := key, key.Clone(), key.Derive("a")
	key.Clear()
	if clone.Derive("a") != want {
		t.Error("a clone was cleared, too")
	}
	for _, b := range again.prk {
		if b != 0 {
			t.Fatalf("what was cleared is %x", again.prk)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a cleared key derives a stream")
		}
	}()
	key.Stream("a")
}

// TestKeySeparatesInputs: moving any one thing moves the whole stream.
func TestKeySeparatesInputs(t *testing.T) {
	share, other := make([]byte, MinShare), make([]byte, MinShare)
	other[31] = 1
	of := func(shares ...[]byte) [][]byte { return shares }
	base := drawn(t, Draw{Brokers: of(share), Enclaves: of(share)})
	seen := map[uint64]string{}
	for name, v := range map[string]uint64{
		"base":    base.Stream("a", "b").Uint64(),
		"inputs":  drawn(t, Draw{of(share), of(share), [32]byte{31: 1}, [32]byte{}}).Stream("a", "b").Uint64(),
		"header":  drawn(t, Draw{of(share), of(share), [32]byte{}, [32]byte{31: 1}}).Stream("a", "b").Uint64(),
		"broker":  drawn(t, Draw{Brokers: of(other), Enclaves: of(share)}).Stream("a", "b").Uint64(),
		"enclave": drawn(t, Draw{Brokers: of(share), Enclaves: of(other)}).Stream("a", "b").Uint64(),
		"moved":   drawn(t, Draw{Brokers: of(share, share), Enclaves: of(share)}).Stream("a", "b").Uint64(),
		"moved too": drawn(t, Draw{Brokers: of(share), Enclaves: of(share, share)}).Stream("a",
			"b").Uint64(),
		"label": base.Stream("a", "c").Uint64(),
		"split": base.Stream("ab", "").Uint64(),
		"fewer": base.Stream("a").Uint64(),
	} {
		if with, ok := seen[v]; ok {
			t.Errorf("%s and %s give the same stream", name, with)
		}
		seen[v] = name
	}
	once, again := base.Stream("a", "b"), base.Stream("a", "b")
	if once.Uint64() != again.Uint64() {
		t.Error("the same labels give another stream")
	}
}

func TestCalibrate(t *testing.T) {
	for _, c := range []struct {
		name string
		kind noise.Mechanism
		s    Sensitivity
		rho  budget.Rho
		want *big.Rat
	}{
		// The OpenDP documentation's pair: scale 1 at sensitivity 1 is rho 0.5, and rho 1 is scale 0.7071067811865476.
		{"opendp rho 0.5", noise.Gaussian, Sensitivity{L0: 1, LInf: 1}, 500_000, big.NewRat(1, 1)},
		{"opendp rho 1", noise.Gaussian, Sensitivity{L0: 1, LInf: 1}, 1_000_000, big.NewRat(1, 2)},
		{"L2 squared is L0 LInf squared", noise.Gaussian, Sensitivity{L0: 4, LInf: 3}, 500_000, big.NewRat(36, 1)},
		{"L1 caps L2", noise.Gaussian, Sensitivity{L0: 4, LInf: 3, L1: 3}, 500_000, big.NewRat(9, 1)},
		{"pure epsilon 1", noise.Laplace, Sensitivity{L0: 1, LInf: 1}, 500_000, big.NewRat(1, 1)},
		{"pure epsilon 0.1, L1 5", noise.Laplace, Sensitivity{L0: 5, LInf: 1}, 5_000, big.NewRat(50, 1)},
		// sqrt(2*0.1) = 0.4472135...: epsilon is cut to 0.447213.
		{"epsilon rounded down", noise.Laplace, Sensitivity{L0: 1, LInf: 1}, 100_000, big.NewRat(1_000_000, 447_213)},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := Calibrate(c.kind, c.s, c.rho)
			if err != nil {
				t.Fatal(err)
			}
			if n.Scale().Cmp(c.want) != 0 {
				t.Errorf("got %v, want %v", n.Scale(), c.want)
			}
		})
	}
	if n, _ := Calibrate(noise.Gaussian, Sensitivity{L0: 1, LInf: 1}, 1_000_000); n.Kind() == noise.Gaussian {
		if f, _ := n.Scale().Float64(); math.Sqrt(f) != 0.7071067811865476 {
			t.Errorf("sigma at rho 1: got %v, want 0.7071067811865476", math.Sqrt(f))
		}
	}
	for name, err := range map[string]error{
		"no budget":      second(Calibrate(noise.Gaussian, Sensitivity{L0: 1, LInf: 1}, 0)),
		"no sensitivity": second(Calibrate(noise.Gaussian, Sensitivity{L0: 1}, 1)),
		"too much noise": second(Calibrate(noise.Gaussian, Sensitivity{L0: 1, LInf: 1 << 50}, 1)),
		"laplace":        second(Calibrate(noise.Laplace, Sensitivity{L0: 1, LInf: 1 << 50}, 1)),
		"unknown":        second(Calibrate(7, Sensitivity{L0: 1, LInf: 1}, 1)),
	} {
		if err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func second(_ Noise, err error) error { return err }

// TestCalibrationNeverOverspends: for any budget, the Laplace's epsilon^2/2 = L1^2/(2 scale^2) stays within rho, and
// the Gaussian's L2^2/(2 variance) is rho exactly.
func TestCalibrationNeverOverspends(t *testing.T) {
	for rho := budget.Rho(1); rho < 1<<36; rho = rho*3 + 1 {
		want := new(big.Rat).SetFrac64(int64(rho), budget.Micro)
		s := Sensitivity{L0: 3, LInf: 7}
		laplace, err := Calibrate(noise.Laplace, s, rho)
		if err != nil {
			t.Fatal(err)
		}
		square := new(big.Rat).Mul(laplace.Scale(), laplace.Scale())
		if cost := new(big.Rat).Quo(big.NewRat(21*21, 2), square); cost.Cmp(want) > 0 {
			t.Errorf("laplace: rho %v costs %v", want, cost)
		}
		gaussian, err := Calibrate(noise.Gaussian, s, rho)
		if err != nil {
			t.Fatal(err)
		}
		if cost := new(big.Rat).Quo(big.NewRat(3*7*7, 2), gaussian.Scale()); cost.Cmp(want) != 0 {
			t.Errorf("gaussian: rho %v costs %v", want, cost)
		}
	}
}

func TestNormalQuantile(t *testing.T) {
	for _, c := range []struct {
		num, den int64
		want     float64
	}{
		{1, 10, 1.6448536269514722},
		{1, 20, 1.959963984540054},
		{1, 100, 2.5758293035489004},
		{1, 1000, 3.2905267314918945},
		{1, 1_000_000_000, 6.109410204869},
	} {
		got := float64(normalQuantile(big.NewRat(c.num, c.den)).Int64()) / (1 << zBits)
		if got < c.want || got > c.want+2.0/(1<<zBits) {
			t.Errorf("alpha %d/%d: got %.9f, want %.9f rounded up", c.num, c.den, got, c.want)
		}
	}
}

// TestLaplaceHalfWidthMatchesOpenDP: OpenDP's documentation gives accuracies a with P(|X| >= a) = alpha; the interval
// that holds X with that confidence is the whole numbers below a.
func TestLaplaceHalfWidthMatchesOpenDP(t *testing.T) {
	for _, c := range []struct {
		scale    *big.Rat
		alpha    *big.Rat
		accuracy float64
	}{
		{big.NewRat(3, 1), big.NewRat(1, 20), 9.445721638273584},
		{big.NewRat(180, 1), big.NewRat(1, 20), 539.731115},
		{big.NewRat(180, 1), big.NewRat(1, 100), 829.429939},
	} {
		n, err := NewLaplace(c.scale)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := n.HalfWidth(c.alpha).Int64(), int64(math.Ceil(c.accuracy))-1; got != want {
			t.Errorf("scale %v, alpha %v: got %d, want %d", c.scale, c.alpha, got, want)
		}
	}
}

// TestHalfWidthIsTheQuantile compares with tails summed in floating point.
func TestHalfWidthIsTheQuantile(t *testing.T) {
	for _, alpha := range []*big.Rat{big.NewRat(1, 10), big.NewRat(1, 20), big.NewRat(1, 100), big.NewRat(1, 80)} {
		a, _ := alpha.Float64()
		for _, num := range []int64{1, 3, 10, 50, 1_000, 100_000} {
			for _, kind := range []noise.Mechanism{noise.Gaussian, noise.Laplace} {
				n, err := newNoise(kind, big.NewInt(num), big.NewInt(4))
				if err != nil {
					t.Fatal(err)
				}
				pmf := n.pmf()
				tail, want := 0.0, len(pmf)-1
				for ; want > 0 && tail+2*pmf[want] <= a; want-- {
					tail += 2 * pmf[want]
				}
				if got := n.HalfWidth(alpha).Int64(); got != int64(want) {
					t.Errorf("%v %d/4, alpha %v: got %d, want %d", kind, num, alpha, got, want)
				}
			}
		}
	}
	// Past exactSigma the bound is continuous, and at most one above the exact one.
	for _, sigma := range []int64{exactSigma, exactSigma + 1, 4 * exactSigma} {
		n, _ := NewGaussian(big.NewRat(sigma*sigma, 1))
		want := 1.959963984540054 * float64(sigma)
		if got := float64(n.HalfWidth(big.NewRat(1, 20)).Int64()); math.Abs(got-want) > 1.5 {
			t.Errorf("sigma %d: got %v, want about %v", sigma, got, want)
		}
	}
}

// pmf returns the probabilities of 0, 1, 2, ... in floating point, for comparison.
func (n Noise) pmf() []float64 {
	scale, _ := n.Scale().Float64()
	weight := func(x float64) float64 {
		if n.kind == noise.Laplace {
			return math.Exp(-x / scale)
		}
		return math.Exp(-x * x / (2 * scale))
	}
	p, total := []float64{1}, 1.0
	for x := 1; ; x++ {
		w := weight(float64(x))
		if w < 1e-18 {
			break
		}
		p, total = append(p, w), total+2*w
	}
	for i := range p {
		p[i] /= total
	}
	return p
}
