// Package measure times what a network does, in ways that benchmarks and commands share.
package measure

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/internal/retry"
)

// Durations is a sample of durations, sorted.
type Durations []time.Duration

// Quantile returns the duration that a share q of the sample does not exceed, by the nearest rank; 0 of an empty
// sample.
func (d Durations) Quantile(q float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	rank := int(math.Ceil(q*float64(len(d)))) - 1
	return d[max(0, min(rank, len(d)-1))]
}

// P50 is the median.
func (d Durations) P50() time.Duration { return d.Quantile(0.50) }

// P95 is what one in twenty exceeds.
func (d Durations) P95() time.Duration { return d.Quantile(0.95) }

// spread is how far apart transfers are at most. Transfers that follow one another at once fall in step with the
// rounds, and people's do not: pauses between them meet rounds at any moment.
const spread = 700 * time.Millisecond

// Fee of a measured transfer: more than enough gas, at the least price that the runtime takes.
const transferGas = 20_000

// Finality sends n transfers of one base unit to the sender itself, one after the other at irregular moments, and
// returns how long each took from submission until it was final. The sender must send nothing else meanwhile.
func Finality(ctx context.Context, c *chain.Client, sender *chain.Signer, n int) (Durations, error) {
	prices, err := c.Core().MinGasPrice(ctx, chain.RoundLatest)
	if err != nil {
		return nil, fmt.Errorf("measuring finality: asking for the gas price: %w", err)
	}
	fee := prices[types.NativeDenomination]
	if err := fee.Mul(quantity.NewFromUint64(transferGas)); err != nil {
		return nil, fmt.Errorf("measuring finality: %w", err)
	}
	nonce, err := c.Accounts().Nonce(ctx, chain.RoundLatest, sender.Address())
	if err != nil {
		return nil, fmt.Errorf("measuring finality: asking for the nonce: %w", err)
	}
	tx := accounts.NewTransferTx(
		&types.Fee{Gas: transferGas, Amount: types.NewBaseUnits(fee, types.NativeDenomination)},
		&accounts.Transfer{To: sender.Address(),
			Amount: types.NewBaseUnits(*quantity.NewFromUint64(1), types.NativeDenomination)},
	)
	// The same pauses every time: only the network differs between runs.
	pauses := rand.New(rand.NewPCG(1, 2))
	durations := make(Durations, 0, n)
	for i := range uint64(n) {
		if err := retry.Wait(ctx, time.Duration(pauses.Int64N(int64(spread)))); err != nil {
			return nil, fmt.Errorf("measuring finality: %w", err)
		}
		raw, err := c.SignWithNonce(tx, sender, nonce+i)
		if err != nil {
			return nil, fmt.Errorf("measuring finality: %w", err)
		}
		begin := time.Now()
		receipt, err := c.Submit(ctx, raw)
		if err == nil {
			err = receipt.Err()
		}
		if err != nil {
			return nil, fmt.Errorf("measuring finality: transfer %d of %d: %w", i+1, n, err)
		}
		durations = append(durations, time.Since(begin))
	}
	if len(durations) == 0 {
		return nil, errors.New("measuring finality: no transfer was asked for")
	}
	slices.Sort(durations)
	return durations, nil
}
