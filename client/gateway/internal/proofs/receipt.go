package proofs

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/gateway/internal/index"
	"github.com/assent-network/assent/client/gateway/internal/rpcerr"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/signature"
)

// marketName is the name of the job market among the network's contracts.
const marketName = "JobMarket"

// JobReceipt is the answer to assent_getReceipt: what the market recorded of a
// finished job.
type JobReceipt struct {
	// Receipt is signed by the enclave; receipt.Signed.Verify checks it.
	Receipt receipt.Signed `json:"receipt"`
	// ID is the receipt's, under which the market knows it.
	ID common.Hash `json:"id"`
	// Ciphertext is the result, for the researcher only.
	Ciphertext      hexutil.Bytes  `json:"ciphertext"`
	Market          common.Address `json:"market"`
	BlockNumber     hexutil.Uint64 `json:"blockNumber"`
	BlockHash       common.Hash    `json:"blockHash"`
	TransactionHash common.Hash    `json:"transactionHash"`
}

// GetReceipt is assent_getReceipt. It is null for a job that has none.
func (a *Assent) GetReceipt(ctx context.Context, job common.Hash) (*JobReceipt, error) {
	market, ok := a.cfg.Contracts[marketName]
	if !ok {
		return nil, rpcerr.New(rpcerr.CodeNotSupported, "this gateway was not told the address of the network's job market")
	}
	ctx, cancel := context.WithTimeout(ctx, requestTime)
	defer cancel()
	contract := bindings.NewJobMarket()
	completed, err := a.marketLog(ctx, market, "JobCompleted", job)
	if err != nil || completed == nil {
		return nil, err
	}
	done, err := contract.UnpackJobCompletedEvent(completed)
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the receipt of job %s: %s", job, err)
	}
	out := &JobReceipt{
		Receipt: receipt.Signed{Receipt: values.ToReceipt(done.Content)}, ID: done.Receipt, Market: market, Ciphertext: hexutil.Bytes{},
		BlockNumber: hexutil.Uint64(completed.BlockNumber), BlockHash: completed.BlockHash, TransactionHash: completed.TxHash,
	}
	if out.Receipt.Signature, err = signature.Parse(done.Signature); err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the receipt of job %s: %s", job, err)
	}
	delivered, err := a.marketLog(ctx, market, "ResultDelivered", job)
	if err != nil || delivered == nil {
		return out, err
	}
	result, err := contract.UnpackResultDeliveredEvent(delivered)
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the result of job %s: %s", job, err)
	}
	out.Ciphertext = append(out.Ciphertext, result.Ciphertext...)
	return out, nil
}

// marketLog returns the last event of a kind about a job, nil when there is none.
func (a *Assent) marketLog(ctx context.Context, market common.Address, event string, job common.Hash) (*types.Log, error) {
	abi, err := bindings.JobMarketMetaData.ParseABI()
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the job market's interface: %s", err)
	}
	head, err := a.cfg.Resolve(nil)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	q := index.Query{To: head.Number, Addresses: []common.Address{market}, Topics: [][]common.Hash{{abi.Events[event].ID}, {job}}}
	// The market was deployed after the last gap, or its events are not there.
	for _, g := range a.cfg.Gaps() {
		q.From = max(q.From, g.To+1)
	}
	logs, err := a.cfg.Logs(ctx, q, maxDeliveries)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	if len(logs) == 0 {
		if q.From > 0 {
			return nil, rpcerr.New(rpcerr.CodePruned, "the rounds before %d are not indexed, the job may have ended there", q.From)
		}
		return nil, nil
	}
	return logs[len(logs)-1], nil
}
