package api

import (
	"context"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
)

// maxFeeHistory is the most blocks of one eth_feeHistory, as on Ethereum's nodes.
const maxFeeHistory = 1024

// maxRewardPercentiles is the most percentiles of one eth_feeHistory.
const maxRewardPercentiles = 100

// What a block of an eth_feeHistory and each of its rewards take in an answer, halved as hexadecimal is.
const (
	feeHistoryBytes = 64
	feeBytes        = 8
)

// GasPrice is eth_gasPrice: the least that the runtime accepts.
func (e *Eth) GasPrice() (*hexutil.Big, error) {
	rules, err := e.b.cfg.Rules()
	if err != nil {
		return nil, rpcerr.From(err)
	}
	return (*hexutil.Big)(rules.BaseFee), nil
}

// MaxPriorityFeePerGas is eth_maxPriorityFeePerGas: no tip is needed. Tips decide the order only when rounds are full.
func (e *Eth) MaxPriorityFeePerGas() *hexutil.Big { return (*hexutil.Big)(new(big.Int)) }

// BlobBaseFee is eth_blobBaseFee: the least that Ethereum knows, as there are no blobs.
func (e *Eth) BlobBaseFee() *hexutil.Big { return (*hexutil.Big)(big.NewInt(1)) }

// FeeHistory is the answer to eth_feeHistory.
type FeeHistory struct {
	OldestBlock      hexutil.Uint64   `json:"oldestBlock"`
	Reward           [][]*hexutil.Big `json:"reward,omitempty"`
	BaseFee          []*hexutil.Big   `json:"baseFeePerGas"`
	GasUsedRatio     []float64        `json:"gasUsedRatio"`
	BlobBaseFee      []*hexutil.Big   `json:"baseFeePerBlobGas"`
	BlobGasUsedRatio []float64        `json:"blobGasUsedRatio"`
}

// FeeHistory is eth_feeHistory.
func (e *Eth) FeeHistory(ctx context.Context, blocks rpcCount, newest rpc.BlockNumber,
	rewardPercentiles *[]float64) (*FeeHistory, error) {
	var percentiles []float64
	if rewardPercentiles != nil {
		percentiles = *rewardPercentiles
	}
	if len(percentiles) > maxRewardPercentiles {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "too many reward percentiles: %d, at most %d",
			len(percentiles), maxRewardPercentiles)
	}
	for i, p := range percentiles {
		if !(p >= 0 && p <= 100) || i > 0 && p <= percentiles[i-1] {
			return nil, rpcerr.New(rpcerr.CodeInvalidParams, "invalid reward percentile %v: they go up from 0 to 100",
				p)
		}
	}
	last, err := e.b.byNumber(newest)
	if absent(err) {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "request beyond head block: requested %d", newest)
	}
	if err != nil {
		return nil, rpcerr.From(err)
	}
	n := min(uint64(blocks), maxFeeHistory, last.Number+1)
	out := &FeeHistory{BaseFee: []*hexutil.Big{}, GasUsedRatio: []float64{}, BlobBaseFee: []*hexutil.Big{},
		BlobGasUsedRatio: []float64{}}
	if n == 0 {
		return out, nil
	}
	out.OldestBlock = hexutil.Uint64(last.Number + 1 - n)
	err = e.b.expensive(ctx, func(ctx context.Context) error {
		if err := e.b.weigh(ctx, int(n)*(feeHistoryBytes+len(percentiles)*feeBytes)); err != nil {
			return err
		}
		heaviest := 0
		for number := last.Number + 1 - n; number <= last.Number; number++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := e.addHistory(ctx, out, number, percentiles, &heaviest); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	// The next block's base fee is that of the last one: it never changes.
	out.BaseFee = append(out.BaseFee, (*hexutil.Big)(last.BaseFee))
	out.BlobBaseFee = append(out.BlobBaseFee, e.BlobBaseFee())
	return out, nil
}

// addHistory adds a block. Its receipts take room for as long as the call does, those of one block at a time: heaviest
// is what it has for them.
func (e *Eth) addHistory(
	ctx context.Context, out *FeeHistory, number uint64, percentiles []float64, heaviest *int,
) error {
	b, err := e.b.cfg.Index.Block(number)
	if err != nil {
		return err
	}
	out.BaseFee = append(out.BaseFee, (*hexutil.Big)(b.BaseFee))
	out.BlobBaseFee = append(out.BlobBaseFee, e.BlobBaseFee())
	out.BlobGasUsedRatio = append(out.BlobGasUsedRatio, 0)
	ratio := 0.0
	if b.GasLimit > 0 {
		ratio = float64(b.GasUsed) / float64(b.GasLimit)
	}
	out.GasUsedRatio = append(out.GasUsedRatio, ratio)
	if len(percentiles) == 0 {
		return nil
	}
	stored, err := e.b.cfg.Index.ReceiptBytes(index.Position{Round: number}, uint32(len(b.TxHashes)))
	if err != nil {
		return err
	}
	if stored > *heaviest {
		more := e.b.buildCost(stored) - e.b.buildCost(*heaviest)
		if err := admission.Hold(ctx, e.b.cfg.Pools.Work, more); err != nil {
			return err
		}
		*heaviest = stored
	}
	receipts, err := e.b.cfg.Index.Receipts(number)
	if err != nil {
		return err
	}
	out.Reward = append(out.Reward, rewards(b, receipts, percentiles))
	return nil
}

// rewards returns the tips at percentiles of a block's gas.
func rewards(b *view.Block, receipts []view.Receipt, percentiles []float64) []*hexutil.Big {
	out := make([]*hexutil.Big, len(percentiles))
	if len(receipts) == 0 {
		for i := range out {
			out[i] = (*hexutil.Big)(new(big.Int))
		}
		return out
	}
	type paid struct {
		tip *big.Int
		gas uint64
	}
	tips := make([]paid, len(receipts))
	for i := range receipts {
		tips[i] = paid{new(big.Int).Sub(receipts[i].Price, b.BaseFee), receipts[i].GasUsed}
		if tips[i].tip.Sign() < 0 {
			tips[i].tip.SetUint64(0)
		}
	}
	slices.SortStableFunc(tips, func(x, y paid) int { return x.tip.Cmp(y.tip) })
	at, sum := 0, tips[0].gas
	for i, p := range percentiles {
		threshold := uint64(float64(b.GasUsed) * p / 100)
		for sum < threshold && at < len(tips)-1 {
			at++
			sum += tips[at].gas
		}
		out[i] = (*hexutil.Big)(tips[at].tip)
	}
	return out
}
