package client

import (
	"context"
	"crypto/ecdh"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
)

// ErrNoJob says that the market knows no job of that id.
var ErrNoJob = errors.New("there is no such job")

// ErrNoResult says that a job has delivered no result: not yet, or it ended without one.
var ErrNoResult = errors.New("the job has no result")

// Post posts a job with its fee in escrow and returns its id. parameters are the canonical JSON that the specification names.
func (c *Client) Post(ctx context.Context, researcher *account.Account, s job.Spec, parameters []byte) (common.Hash, error) {
	if err := s.Validate(); err != nil {
		return common.Hash{}, err
	}
	if err := s.VerifyParameters(parameters); err != nil {
		return common.Hash{}, err
	}
	id := s.ID(c.MarketDomain())
	if _, err := researcher.Send(ctx, &c.contracts.JobMarket, s.Fee.Big(), c.market.PackPost(values.FromSpec(s), parameters)); err != nil {
		return common.Hash{}, fmt.Errorf("posting job %s: %w", id, err)
	}
	return id, nil
}

// Approve records a custodian's signed approval. Anyone may send it.
func (c *Client) Approve(ctx context.Context, sender *account.Account, a job.SignedApproval) (*types.Receipt, error) {
	receipt, err := sender.Send(ctx, &c.contracts.JobMarket, nil, c.market.PackApprove(a.Approval.Job, a.Approval.Expiry, a.Signature[:]))
	if err != nil {
		return nil, fmt.Errorf("approving job %s: %w", a.Approval.Job, err)
	}
	return receipt, nil
}

// Cancel takes a job back that nobody has claimed; its fee returns.
func (c *Client) Cancel(ctx context.Context, researcher *account.Account, id common.Hash) (*types.Receipt, error) {
	receipt, err := researcher.Send(ctx, &c.contracts.JobMarket, nil, c.market.PackCancel(id))
	if err != nil {
		return nil, fmt.Errorf("cancelling job %s: %w", id, err)
	}
	return receipt, nil
}

// Expire does what the clock demands of a job: anyone may ask for it.
func (c *Client) Expire(ctx context.Context, sender *account.Account, id common.Hash) (*types.Receipt, error) {
	receipt, err := sender.Send(ctx, &c.contracts.JobMarket, nil, c.market.PackExpire(id))
	if err != nil {
		return nil, fmt.Errorf("expiring job %s: %w", id, err)
	}
	return receipt, nil
}

// Job returns a job's record.
func (c *Client) Job(ctx context.Context, id common.Hash) (*view.Job, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	j, err := now.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	if j.State() == job.None {
		return nil, fmt.Errorf("%w: %s", ErrNoJob, id)
	}
	return j, nil
}

// Parameters returns the parameters that were posted with a job, checked against their hash.
func (c *Client) Parameters(ctx context.Context, id common.Hash) ([]byte, error) {
	j, err := c.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	logs, err := c.marketLogs(ctx, "JobPosted", id, 0)
	if err != nil {
		return nil, err
	}
	for i := range logs {
		if e, err := c.market.UnpackJobPostedEvent(&logs[i]); err == nil && j.Spec.VerifyParameters(e.Parameters) == nil {
			return e.Parameters, nil
		}
	}
	return nil, fmt.Errorf("reading the parameters of job %s: the gateway has none that match", id)
}

// marketLogs returns the market's events of one name about a job from a round on, oldest first.
func (c *Client) marketLogs(ctx context.Context, event string, id common.Hash, from uint64) ([]types.Log, error) {
	abi := c.market.GetABI()
	logs, err := c.backend.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), Addresses: []common.Address{c.contracts.JobMarket},
		Topics: [][]common.Hash{{abi.Events[event].ID}, {id}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the events of job %s: %w", id, err)
	}
	return logs, nil
}

// Delivery is what a worker delivered for a job.
type Delivery struct {
	Receipt    receipt.Signed `json:"receipt"`
	ID         common.Hash    `json:"id"`
	Ciphertext []byte         `json:"-"`
	Round      uint64         `json:"round,string"`
}

// Delivery returns a finished job's signed receipt and ciphertext, after checking that the enclave's signature, the market's
// record and the ciphertext's hash agree.
func (c *Client) Delivery(ctx context.Context, id common.Hash) (*Delivery, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	recorded, err := now.Receipt(ctx, id)
	if err != nil {
		return nil, err
	}
	if recorded == (common.Hash{}) {
		return nil, fmt.Errorf("%w: %s", ErrNoResult, id)
	}
	j, err := now.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	completed, err := c.marketLogs(ctx, "JobCompleted", id, j.ChargeRound) // which comes before
	if err != nil {
		return nil, err
	}
	delivered, err := c.marketLogs(ctx, "ResultDelivered", id, j.ChargeRound)
	if err != nil {
		return nil, err
	}
	if len(completed) != 1 || len(delivered) != 1 {
		return nil, fmt.Errorf("reading the result of job %s: the gateway tells of %d receipts and %d results", id, len(completed), len(delivered))
	}
	e, err := c.market.UnpackJobCompletedEvent(&completed[0])
	if err != nil {
		return nil, fmt.Errorf("reading the receipt of job %s: %w", id, err)
	}
	r, err := c.market.UnpackResultDeliveredEvent(&delivered[0])
	if err != nil {
		return nil, fmt.Errorf("reading the result of job %s: %w", id, err)
	}
	d := &Delivery{Receipt: receipt.Signed{Receipt: values.ToReceipt(e.Content)}, ID: recorded, Ciphertext: r.Ciphertext, Round: completed[0].BlockNumber}
	if d.Receipt.Signature, err = signature.Parse(e.Signature); err != nil {
		return nil, fmt.Errorf("reading the receipt of job %s: %w", id, err)
	}
	if err := d.Receipt.Verify(c.MarketDomain()); err != nil {
		return nil, fmt.Errorf("checking the receipt of job %s: %w", id, err)
	}
	if d.Receipt.Receipt.ID(c.MarketDomain()) != recorded || d.Receipt.Receipt.Job != id ||
		receipt.HashBytes(d.Ciphertext) != d.Receipt.Receipt.Ciphertext {
		return nil, fmt.Errorf("checking the receipt of job %s: the gateway's receipt is not the one on record", id)
	}
	return d, nil
}

// Result opens a delivery with the researcher's key and returns the plaintext, which the receipt commits to.
func (d *Delivery) Result(key *ecdh.PrivateKey) ([]byte, error) {
	private, err := sealed.X25519PrivateKey(key)
	if err != nil {
		return nil, fmt.Errorf("opening the result of job %s: %w", d.Receipt.Receipt.Job, err)
	}
	plain, err := result.Open(private, d.Receipt.Receipt, d.Ciphertext)
	if err != nil {
		return nil, fmt.Errorf("opening the result of job %s: %w", d.Receipt.Receipt.Job, err)
	}
	return plain, nil
}
