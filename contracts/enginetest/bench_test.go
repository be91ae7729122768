package enginetest

import (
	"fmt"
	"testing"

	"github.com/assent-network/assent/protocol/grant"
)

// benchBatch is how many grants a batch has.
const benchBatch = 250

// BenchmarkEnrolBatch enrols new pseudonyms, BenchmarkGrantBatch replaces the grants
// of 1,000 that are enrolled; each signature is seen once only.
func BenchmarkEnrolBatch(b *testing.B) {
	c := newChain(b)
	n := 0
	benchmark(b, func() []byte {
		items := make([]byte, 0, benchBatch*grant.ItemSize)
		for range benchBatch {
			items = grant.AppendItem(items, c.grant(key(b, fmt.Sprint("subject ", n)), 1))
			n++
		}
		return items
	}, func(items []byte) { c.send(c.enroller, c.ledger, nil, c.consent.PackEnrolBatch(items)) })
}

func BenchmarkGrantBatch(b *testing.B) {
	c := newChain(b)
	const subjects = 4 * benchBatch
	round := uint64(0)
	batchOf := func(from int) []byte {
		items := make([]byte, 0, benchBatch*grant.ItemSize)
		for i := range benchBatch {
			items = grant.AppendItem(items, c.grant(key(b, fmt.Sprint("subject ", from+i)), round+1))
		}
		return items
	}
	for from := 0; from < subjects; from += benchBatch {
		c.send(c.enroller, c.ledger, nil, c.consent.PackEnrolBatch(batchOf(from)))
	}
	next := 0
	benchmark(b, func() []byte {
		if next%subjects == 0 {
			round++
		}
		items := batchOf(next % subjects)
		next += benchBatch
		return items
	}, func(items []byte) { c.send(c.researcher, c.ledger, nil, c.consent.PackGrantBatch(items)) })
}

// benchmark times runs of batches that are made beforehand.
func benchmark(b *testing.B, prepare func() []byte, run func([]byte)) {
	b.Helper()
	batches := make([][]byte, b.N)
	for i := range batches {
		batches[i] = prepare()
	}
	b.ReportAllocs()
	b.ResetTimer()
	for _, items := range batches {
		run(items)
	}
	b.ReportMetric(float64(b.N*benchBatch)/b.Elapsed().Seconds(), "grants/s")
}
