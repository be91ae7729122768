package proofs

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/tee"
)

// JobReceipt is the answer to assent_getReceipt: what the market recorded of a sealed result.
type JobReceipt struct {
	// Receipt is signed by the enclave; receipt.Signed.Verify checks it.
	Receipt receipt.Signed `json:"receipt"`
	// ID is the receipt's, under which the market knows it.
	ID common.Hash `json:"id"`
	// Attestation is what the chain found of the enclave when it was registered. It is null where the gateway does not
	// know the worker registry.
	Attestation *Attestation `json:"attestation"`
	// Ciphertext is the result, for the researcher only. It is empty when it is too large for the chain: archives have
	// it.
	Ciphertext hexutil.Bytes `json:"ciphertext"`
	// OpeningKey opens the ciphertext's outer layer. It is null as long as the enclave has not given it away.
	OpeningKey      *common.Hash   `json:"openingKey"`
	Market          common.Address `json:"market"`
	BlockNumber     hexutil.Uint64 `json:"blockNumber"`
	BlockHash       common.Hash    `json:"blockHash"`
	TransactionHash common.Hash    `json:"transactionHash"`
}

// Attestation says what kind of TEE an enclave runs in.
type Attestation struct {
	Platform  string        `json:"platform"`
	Simulated bool          `json:"simulated"`
	TCB       tee.TCBStatus `json:"tcb"`
}

// GetReceipt is assent_getReceipt. It is null for a job that has no sealed result.
func (a *Assent) GetReceipt(ctx context.Context, job common.Hash) (*JobReceipt, error) {
	market := a.cfg.Contracts.JobMarket
	if market == (common.Address{}) {
		return nil, rpcerr.New(rpcerr.CodeNotSupported,
			"this gateway was not told the address of the network's job market")
	}
	ctx, leave, err := a.enter(ctx, 0)
	if err != nil {
		return nil, err
	}
	defer leave()
	sealing, err := a.lastLog(ctx, market, &bindings.JobMarketMetaData, "JobSealed", job, 0)
	if err != nil || sealing == nil {
		return nil, err
	}
	seal, err := bindings.NewJobMarket().UnpackJobSealedEvent(sealing)
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the receipt of job %s: %s", job, err)
	}
	out := &JobReceipt{
		Receipt: receipt.Signed{Receipt: solidity.ToReceipt(seal.Content)}, ID: seal.Receipt, Market: market,
		BlockNumber: hexutil.Uint64(sealing.BlockNumber), BlockHash: sealing.BlockHash, TransactionHash: sealing.TxHash,
	}
	if out.Receipt.Signature, err = signature.Parse(seal.Signature); err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the receipt of job %s: %s", job, err)
	}
	if out.Attestation, err = a.attestation(ctx, seal.Content.Enclave); err != nil {
		return nil, err
	}
	if out.Ciphertext, err = a.delivered(ctx, market, job, sealing.BlockNumber); err != nil {
		return nil, err
	}
	out.OpeningKey, err = a.openingKey(ctx, market, job, sealing.BlockNumber)
	return out, err
}

// delivered reads the ciphertext of a job's result, which came with the seal; it is empty when there is none on chain.
func (a *Assent) delivered(
	ctx context.Context, market common.Address, job common.Hash, sealed uint64,
) (hexutil.Bytes, error) {
	delivery, err := a.lastLog(ctx, market, &bindings.JobMarketMetaData, "ResultDelivered", job, sealed)
	if err != nil || delivery == nil {
		return hexutil.Bytes{}, err
	}
	result, err := bindings.NewJobMarket().UnpackResultDeliveredEvent(delivery)
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the result of job %s: %s", job, err)
	}
	return append(hexutil.Bytes{}, result.Ciphertext...), nil
}

// openingKey reads the key that opens a job's result, which comes after the seal; nil when it is not given away.
func (a *Assent) openingKey(
	ctx context.Context, market common.Address, job common.Hash, sealed uint64,
) (*common.Hash, error) {
	opened, err := a.lastLog(ctx, market, &bindings.JobMarketMetaData, "ResultOpened", job, sealed)
	if err != nil || opened == nil {
		return nil, err
	}
	opening, err := bindings.NewJobMarket().UnpackResultOpenedEvent(opened)
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the opening of job %s: %s", job, err)
	}
	key := common.Hash(opening.Key)
	return &key, nil
}

// attestation reads how an enclave was registered.
func (a *Assent) attestation(ctx context.Context, enclave common.Address) (*Attestation, error) {
	workers := a.cfg.Contracts.WorkerRegistry
	if workers == (common.Address{}) {
		return nil, nil
	}
	registered, err := a.lastLog(ctx, workers, &bindings.WorkerRegistryMetaData, "WorkerRegistered",
		common.BytesToHash(enclave[:]), 0)
	if err != nil || registered == nil {
		return nil, err
	}
	e, err := bindings.NewWorkerRegistry().UnpackWorkerRegisteredEvent(registered)
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the registration of enclave %s: %s", enclave, err)
	}
	status, _ := tee.StatusOf(e.Status)
	return &Attestation{Platform: tee.Platform(e.Platform).String(), Simulated: e.Simulated, TCB: status}, nil
}

// lastLog returns the last event of a kind that a contract emitted about something from a round on, nil when there is
// none.
func (a *Assent) lastLog(
	ctx context.Context, contract common.Address, meta *bind.MetaData, event string, about common.Hash, from uint64,
) (*types.Log, error) {
	abi, err := meta.ParseABI()
	if err != nil {
		return nil, rpcerr.New(rpcerr.CodeInternal, "reading the interface of contract %s: %s", contract, err)
	}
	head, err := a.cfg.Resolve(nil)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	q := index.Query{
		From: from, To: head.Number, Addresses: []common.Address{contract},
		Topics: [][]common.Hash{{abi.Events[event].ID}, {about}},
	}
	// The contracts were deployed after the last gap, or its events are not there.
	for _, g := range a.cfg.Gaps() {
		q.From = max(q.From, g.To+1)
	}
	last, err := a.cfg.LastLog(ctx, q, func(stored int) error { return a.cfg.Weigh(ctx, stored) })
	switch {
	case !errors.Is(err, index.ErrNotFound):
		return last, rpcerr.From(err)
	case q.From > from:
		return nil, rpcerr.New(rpcerr.CodePruned, "the rounds before %d are not indexed, the event may be there",
			q.From)
	}
	return nil, nil
}
