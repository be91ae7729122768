package enginetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

// benchBatch is how many grants a batch has.
const benchBatch = 250

// BenchmarkEnrolBatch enrols new pseudonyms, BenchmarkGrantBatch replaces the grants of 1,000 that are enrolled; each
// signature is seen once only.
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

// attestationBench is a chain on which nothing but the calls that are timed happens, in one block.
func attestationBench(b *testing.B, calls func(*chain) [][]byte, to func(*chain) common.Address,
	before func(c *chain, n int)) {
	b.Helper()
	c := newChain(b)
	prepared := calls(c)
	var gas uint64
	b.ReportAllocs()
	b.ResetTimer()
	for n, data := range prepared {
		if before != nil {
			b.StopTimer()
			before(c, n)
			b.StartTimer()
		}
		res, err := c.engine.Execute(context.Background(), c.tree, c.block, c.message(c.operator, to(c), nil, data))
		if err != nil || res.Err != nil {
			b.Fatalf("call %d: %v %v", n, err, c.why(res.Err))
		}
		gas += res.GasUsed
	}
	b.ReportMetric(float64(gas)/float64(len(prepared)), "gas/op")
}

func workersOf(c *chain) common.Address { return c.at.Workers.Address }

// BenchmarkRegister registers a new enclave each time.
func BenchmarkRegister(b *testing.B) {
	attestationBench(b, func(c *chain) (calls [][]byte) {
		n := c.binding(c.operator)
		c.block.Number++
		for i := range b.N {
			k, err := enclave.Generate(rand.NewChaCha8([32]byte{9, byte(i), byte(i >> 8), byte(i >> 16)}))
			if err != nil {
				b.Fatal(err)
			}
			calls = append(calls, c.registering(k, c.operator, c.attest(k, c.issuer, n, [32]byte{})))
		}
		return calls
	}, workersOf, nil)
}

// BenchmarkRenew renews one enclave again and again.
func BenchmarkRenew(b *testing.B) {
	attestationBench(b, func(c *chain) (calls [][]byte) {
		evidence := c.evidence(c.enclave, c.operator)
		c.block.Number++
		for i := range b.N {
			r := c.registration(c.enclave)
			calls = append(calls, c.workers.PackRenew(r.Enclave, r.Expiry, evidence,
				c.sign(c.enclave, r, c.operator, evidence, uint64(i+1))))
		}
		return calls
	}, workersOf, nil)
}

func judgements(b *testing.B) func(*chain) [][]byte {
	return func(c *chain) [][]byte { return slices.Repeat([][]byte{c.workers.PackJudge(c.enclave.Address())}, b.N) }
}

// BenchmarkJudge judges when nothing has changed.
func BenchmarkJudge(b *testing.B) { attestationBench(b, judgements(b), workersOf, nil) }

// BenchmarkJudgeAgain judges after each news.
func BenchmarkJudgeAgain(b *testing.B) {
	attestationBench(b, judgements(b), workersOf,
		func(c *chain, n int) { c.post(insecure.Terms{Number: int64(n + 2)}) })
}

// BenchmarkPost posts collateral of which every part is new.
func BenchmarkPost(b *testing.B) {
	attestationBench(b, func(c *chain) (calls [][]byte) {
		for i := range b.N {
			calls = append(calls, c.collateral.PackPost(
				c.vendor(insecure.Terms{Number: int64(i + 2), Evaluation: uint32(i + 2)})))
		}
		return calls
	}, func(c *chain) common.Address { return c.at.Collateral.Address }, nil)
}
