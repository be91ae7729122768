package client

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/job"
)

// ErrNoJob says that the market knows no job of that id.
var ErrNoJob = errors.New("there is no such job")

// Post posts a job with its fee in escrow and returns its id.
func (c *Client) Post(ctx context.Context, researcher *account.Account, d *Draft) (common.Hash, error) {
	if err := d.Spec.Validate(); err != nil {
		return common.Hash{}, err
	}
	if err := d.Spec.VerifyParameters(d.Parameters); err != nil {
		return common.Hash{}, err
	}
	if d.ResultKey.Commitment() != d.Spec.ResearcherKey {
		return common.Hash{}, fmt.Errorf("posting a job: the key for the result is %s, the job names %s",
			d.ResultKey.Commitment(), d.Spec.ResearcherKey)
	}
	id := d.Spec.ID(c.MarketDomain())
	input := c.market.PackPost(solidity.FromSpec(d.Spec), d.Parameters, d.ResultKey.Bytes())
	if _, err := researcher.Send(ctx, &c.contracts.JobMarket, d.Spec.Fee.Big(), input); err != nil {
		return common.Hash{}, fmt.Errorf("posting job %s: %w", id, err)
	}
	return id, nil
}

// act sends a call about a job to the market.
func (c *Client) act(
	ctx context.Context, sender *account.Account, what string, id common.Hash, input []byte,
) (*types.Receipt, error) {
	receipt, err := sender.Send(ctx, &c.contracts.JobMarket, nil, input)
	if err != nil {
		return nil, fmt.Errorf("%s job %s: %w", what, id, err)
	}
	return receipt, nil
}

// Approve records a custodian's signed approval. Anyone may send it.
func (c *Client) Approve(ctx context.Context, sender *account.Account, a job.SignedApproval) (*types.Receipt, error) {
	return c.act(ctx, sender, "approving", a.Job,
		c.market.PackApprove(a.Job, a.Expiry, a.Signature[:]))
}

// Disapprove withdraws every approval of a job that ends by a time in Unix seconds, those among them that were not sent
// yet. Only for the custodian, before the key is released: a claim ends with it, at no cost to its operator.
func (c *Client) Disapprove(
	ctx context.Context, custodian *account.Account, id common.Hash, upTo uint64,
) (*types.Receipt, error) {
	return c.act(ctx, custodian, "withdrawing the approval of", id, c.market.PackDisapprove(id, upTo))
}

// Cancel takes back a job that is not claimed; its fee returns.
func (c *Client) Cancel(ctx context.Context, researcher *account.Account, id common.Hash) (*types.Receipt, error) {
	return c.act(ctx, researcher, "cancelling", id, c.market.PackCancel(id))
}

// Expire ends what has run out of time: a job past its deadline, a claim without a key release, a job that was not
// sealed, the wait for the key of a sealed one. Anyone may. The call is for the claim that the job has now, and no
// other.
func (c *Client) Expire(ctx context.Context, sender *account.Account, id common.Hash) (*types.Receipt, error) {
	j, err := c.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	var input []byte
	switch j.State() {
	case job.Posted, job.Approved:
		input = c.market.PackCancelExpired(id)
	case job.Claimed, job.Charged:
		input = c.market.PackFail(id, j.ClaimRound)
		if j.ReleasedAt == 0 {
			input = c.market.PackLapse(id, j.ClaimRound)
		}
	case job.Sealed:
		input = c.market.PackWithhold(id, j.ClaimRound)
	default:
		return nil, fmt.Errorf("job %s is %s: no time runs out", id, j.State())
	}
	return c.act(ctx, sender, "expiring", id, input)
}

// Job returns a job's record.
func (c *Client) Job(ctx context.Context, id common.Hash) (*contracts.Job, error) {
	j, _, err := c.jobNow(ctx, id)
	return j, err
}

// jobNow is a job in the newest round, with that round's number.
func (c *Client) jobNow(ctx context.Context, id common.Hash) (*contracts.Job, uint64, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, 0, err
	}
	j, err := now.Job(ctx, id)
	if err != nil {
		return nil, 0, err
	}
	if j.State() == job.None {
		return nil, 0, fmt.Errorf("%w: %s", ErrNoJob, id)
	}
	return j, now.Round.Number, nil
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
		if e, err := c.market.UnpackJobPostedEvent(&logs[i]); err == nil &&
			j.Spec.VerifyParameters(e.Parameters) == nil {
			return e.Parameters, nil
		}
	}
	return nil, fmt.Errorf("reading the parameters of job %s: the gateway has none that match", id)
}

// marketLogs returns the market's events of one name about a job from a round on, oldest first.
func (c *Client) marketLogs(ctx context.Context, event string, id common.Hash, from uint64) ([]types.Log, error) {
	abi := c.market.GetABI()
	logs, err := c.logs(ctx, from, ethereum.FilterQuery{
		Addresses: []common.Address{c.contracts.JobMarket}, Topics: [][]common.Hash{{abi.Events[event].ID}, {id}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the events of job %s: %w", id, err)
	}
	return logs, nil
}
