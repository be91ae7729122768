package modules_test

import (
	"crypto/sha512"
	"fmt"
	"testing"

	memorySigner "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/ed25519"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
)

// benchmarkKeys returns keys of accounts that the document then funds.
func benchmarkKeys(n int) []sdkTesting.TestKey {
	keys := make([]sdkTesting.TestKey, n)
	for i := range keys {
		seed := sha512.Sum512_256(fmt.Appendf(nil, "assent/benchmark: %d", i))
		signer := ed25519.WrapSigner(memorySigner.NewTestSigner(string(seed[:])))
		spec := types.NewSignatureAddressSpecEd25519(signer.Public().(ed25519.PublicKey))
		keys[i] = sdkTesting.TestKey{Signer: signer, SigSpec: spec, Address: types.NewAddress(spec)}
	}
	return keys
}

// BenchmarkRound measures what a transfer costs from the pool's check to the committed state, in rounds of 1,000 among
// 5,000 accounts.
func BenchmarkRound(b *testing.B) {
	const size = 1000
	keys := benchmarkKeys(5000)
	ch := newChain(b, func(doc *genesis.Document) {
		for _, key := range keys {
			doc.Balances[key.Address.String()] = toAmount(firstBalance)
		}
	})
	ch.execute()
	nonces := make([]uint64, len(keys))
	for round := 0; b.Loop(); round++ {
		b.StopTimer()
		var pool [][]byte
		for i := range size {
			from := (round*size + i) % len(keys)
			pool = append(pool, sign(b, transferTx(keys[(from*7+1)%len(keys)].Address, 1), keys[from], nonces[from]))
			nonces[from]++
		}
		b.StartTimer()
		for i := 0; i < size; i += 100 {
			ch.check(pool[i : i+100]...)
		}
		result, err := ch.dispatcher.ScheduleBatch(b.Context(), ch.tree, ch.block(), pool, noMore)
		if err != nil || len(result.Txs) != size {
			b.Fatalf("%v, %d transactions", err, len(result.Txs))
		}
		ch.commit()
	}
	b.ReportMetric(float64(b.N)*size/b.Elapsed().Seconds(), "tx/s")
}
