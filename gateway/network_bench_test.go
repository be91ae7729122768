package gateway_test

import (
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/localnet/accounts"
)

// BenchmarkSend measures what 200 clients get through a gateway: each has an account of its own and sends the next
// transaction as soon as the last was taken.
func BenchmarkSend(b *testing.B) {
	const clients = 190
	net := stories.Fresh(b)
	c, _ := serve(b, net)
	sources := make([]accounts.Account, clients)
	for i := range sources {
		sources[i] = net.Account(b)
	}
	each := max(1, b.N/clients)
	signed := make([][]*types.Transaction, clients)
	for i, a := range sources {
		for nonce := range uint64(each) {
			signed[i] = append(signed[i], sign(b, net, a, nonce, a.Address))
		}
	}
	b.ResetTimer()
	begin := time.Now()
	var all sync.WaitGroup
	for i := range sources {
		all.Go(func() {
			for _, tx := range signed[i] {
				if err := c.SendTransaction(b.Context(), tx); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	sent := time.Since(begin)
	for i := range signed {
		receiptOf(b, c, signed[i][each-1].Hash())
	}
	final := time.Since(begin)
	b.ReportMetric(float64(clients*each)/sent.Seconds(), "sent/s")
	b.ReportMetric(float64(clients*each)/final.Seconds(), "final/s")
}
