package mechanism

import (
	"github.com/assent-network/assent/protocol/noise"
	"math/big"
	"testing"
)

func BenchmarkSample(b *testing.B) {
	for _, c := range []struct {
		name string
		kind noise.Mechanism
		r    *big.Rat
	}{
		{"laplace 10", noise.Laplace, big.NewRat(10, 1)},
		{"laplace 1000000/447213", noise.Laplace, big.NewRat(1_000_000, 447_213)},
		{"gaussian variance 5", noise.Gaussian, big.NewRat(5, 1)},
		{"gaussian variance 10^6/7", noise.Gaussian, big.NewRat(1_000_000, 7)},
		{"gaussian variance 10^24/7", noise.Gaussian,
			new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(10), big.NewInt(24), nil), big.NewInt(7))},
	} {
		b.Run(c.name, func(b *testing.B) {
			n, err := newNoise(c.kind, c.r.Num(), c.r.Denom())
			if err != nil {
				b.Fatal(err)
			}
			s := testKey(b, 1).Stream("bench")
			for b.Loop() {
				n.Sample(s)
			}
		})
	}
}
