package transfer_test

import (
	"testing"
	"time"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/localnet/bench/measure"
)

// BenchmarkFinality measures the time from submitting a transfer until it is final. The pauses between transfers, which
// are in ns/op, are not in the metrics.
func BenchmarkFinality(b *testing.B) {
	net := stories.Shared(b)
	sender, err := chain.Secp256k1(net.Account(b).Key)
	if err != nil {
		b.Fatal(err)
	}
	c := net.Client(b)
	b.ResetTimer()
	durations, err := measure.Finality(b.Context(), c, sender, b.N)
	if err != nil {
		b.Fatal(err)
	}
	milliseconds := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	b.ReportMetric(milliseconds(durations.P50()), "p50-ms")
	b.ReportMetric(milliseconds(durations.P95()), "p95-ms")
}
