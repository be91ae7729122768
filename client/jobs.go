package client

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
)

// Posted is a job with what was posted with it.
type Posted struct {
	*contracts.Job
	Parameters []byte // of the hash that the specification names
	PostRound  uint64 // in which it was posted
}

// Posted returns a job with its parameters, which have the hash that the job names.
func (c *Client) Posted(ctx context.Context, now *contracts.Snapshot, id common.Hash) (*Posted, error) {
	logs, err := c.marketLogs(ctx, "JobPosted", id, 0)
	if err != nil {
		return nil, err
	}
	found, err := c.posted(ctx, now, logs)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%w: %s", ErrNoJob, id)
	}
	return found[0], nil
}

// Jobs returns the jobs posted up to the snapshot's round, oldest first: of a dataset, or of all when that is zero.
func (c *Client) Jobs(ctx context.Context, now *contracts.Snapshot, dataset common.Hash) ([]*Posted, error) {
	topics := [][]common.Hash{{c.market.GetABI().Events["JobPosted"].ID}}
	if dataset != (common.Hash{}) {
		topics = append(topics, nil, []common.Hash{dataset})
	}
	logs, err := c.logs(ctx, 0, ethereum.FilterQuery{Addresses: []common.Address{c.contracts.JobMarket},
		Topics: topics})
	if err != nil {
		return nil, fmt.Errorf("reading the jobs that were posted: %w", err)
	}
	return c.posted(ctx, now, logs)
}

// posted reads the jobs of events up to a round.
func (c *Client) posted(ctx context.Context, now *contracts.Snapshot, logs []types.Log) ([]*Posted, error) {
	var out []*Posted
	for i := range logs {
		if logs[i].BlockNumber > now.Round.Number {
			break
		}
		e, err := c.market.UnpackJobPostedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("reading the job posted in transaction %s: %w", logs[i].TxHash, err)
		}
		j, err := now.Job(ctx, e.Job)
		if err != nil {
			return nil, err
		}
		if j.State() == job.None || j.Spec.ID(c.MarketDomain()) != common.Hash(e.Job) {
			return nil, fmt.Errorf(
				"reading job %s: the gateway gives another specification than the one that was posted",
				common.Hash(e.Job))
		}
		if err := j.Spec.VerifyParameters(e.Parameters); err != nil {
			return nil, fmt.Errorf("reading the parameters of job %s: %w", j.ID, err)
		}
		out = append(out, &Posted{Job: j, Parameters: e.Parameters, PostRound: logs[i].BlockNumber})
	}
	return out, nil
}

// Refuse withdraws every approval of a job that ends by a time, in Unix seconds, as Disapprove does, and puts on record
// why. The reason is public for ever: it must say nothing about a person.
func (c *Client) Refuse(
	ctx context.Context, custodian *account.Account, id common.Hash, upTo uint64, reason string,
) (*types.Receipt, error) {
	call, err := job.AddReason(c.market.PackDisapprove(id, upTo), reason)
	if err != nil {
		return nil, err
	}
	return c.act(ctx, custodian, "refusing", id, call)
}

// Refusal is how a job was refused: its approvals were withdrawn by the custodian, or by a gate that may approve.
type Refusal struct {
	Reason string `json:"reason,omitempty"` // the custodian's; empty where it gave none, or a gate withdrew them
	Round  uint64 `json:"round,string"`
	Time   uint64 `json:"time,string"` // Unix seconds
}

// Words says it in a sentence.
func (r *Refusal) Words() string {
	if r.Reason == "" {
		return "every approval that could count until its deadline was withdrawn, by the custodian or a gate of the " +
			"policy, without a reason that is on record"
	}
	return "the custodian refused it: " + quoted.Text(r.Reason)
}

// Refusal returns how a job that waits for its approval was refused; nil when it was not. A job counts as refused when
// no approval that lasts to its deadline is left to give, and none came after the last withdrawal. What counts is the
// last withdrawal with a reason; the last one where none has a reason.
func (c *Client) Refusal(ctx context.Context, j *contracts.Job) (*Refusal, error) {
	if j.State() != job.Posted && j.State() != job.Cancelled || j.ApprovedUntil < j.Spec.Deadline {
		return nil, nil
	}
	logs, err := c.marketLogs(ctx, "JobDisapproved", j.ID, 0)
	if err != nil || len(logs) == 0 {
		return nil, err
	}
	approved, err := c.marketLogs(ctx, "JobApproved", j.ID, 0)
	if err != nil {
		return nil, err
	}
	if n := len(approved); n > 0 {
		last := &approved[n-1]
		logs = slices.DeleteFunc(logs, func(l types.Log) bool { return !after(&l, last) })
	}
	if len(logs) == 0 {
		return nil, nil
	}
	found, reason := &logs[len(logs)-1], ""
	for i := len(logs) - 1; i >= 0 && reason == ""; i-- {
		if reason, err = c.reasonOf(ctx, j, &logs[i]); err != nil {
			return nil, err
		}
		if reason != "" {
			found = &logs[i]
		}
	}
	at, err := c.timeOf(ctx, found.BlockNumber)
	if err != nil {
		return nil, err
	}
	return &Refusal{Reason: reason, Round: found.BlockNumber, Time: at}, nil
}

// Refusals returns the times that the custodian refused a job with a reason, oldest first, also those before an
// approval that came later.
func (c *Client) Refusals(ctx context.Context, j *contracts.Job) ([]Refusal, error) {
	logs, err := c.marketLogs(ctx, "JobDisapproved", j.ID, 0)
	if err != nil {
		return nil, err
	}
	var all []Refusal
	for i := range logs {
		r := Refusal{Round: logs[i].BlockNumber}
		if r.Reason, err = c.reasonOf(ctx, j, &logs[i]); err != nil {
			return nil, err
		}
		if r.Reason == "" {
			continue
		}
		if r.Time, err = c.timeOf(ctx, r.Round); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}

// after reports whether an event came after another.
func after(l, other *types.Log) bool {
	if l.BlockNumber != other.BlockNumber {
		return l.BlockNumber > other.BlockNumber
	}
	return l.Index > other.Index
}

// reasonOf reads the custodian's reason from the transaction that withdrew a job's approvals; it is empty when it has
// none, or is not the custodian's own call of the market.
func (c *Client) reasonOf(ctx context.Context, j *contracts.Job, withdrawn *types.Log) (string, error) {
	fail := func(err error) (string, error) {
		return "", fmt.Errorf("reading the refusal of job %s, from transaction %s: %w", j.ID, withdrawn.TxHash, err)
	}
	tx, _, err := c.backend.TransactionByHash(ctx, withdrawn.TxHash)
	if err != nil {
		return fail(err)
	}
	if to := tx.To(); tx.Hash() != withdrawn.TxHash || to == nil || *to != c.contracts.JobMarket {
		return "", nil
	}
	reason, ok := job.Reason(tx.Data(), j.ID)
	if !ok {
		return "", nil
	}
	sender, err := types.Sender(types.LatestSignerForChainID(new(big.Int).SetUint64(c.chainID)), tx)
	if err != nil {
		return "", nil // not signed for this chain
	}
	// Gates may withdraw approvals too, and the custody of a dataset passes on: the custodian of that round counts.
	then, err := c.At(ctx, withdrawn.BlockNumber)
	if err != nil {
		return fail(err)
	}
	record, err := then.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return fail(err)
	}
	if record.Custodian != sender {
		return "", nil
	}
	return reason, nil
}

// timeOf is the time of a round in Unix seconds.
func (c *Client) timeOf(ctx context.Context, round uint64) (uint64, error) {
	s, err := c.At(ctx, round)
	if err != nil {
		return 0, err
	}
	return s.Round.Time, nil
}

// CountLive reads the consents that a job is about, and returns a function that counts, as the worker and the broker
// will, the people who count after so many equal jobs: who set a limit on private use stops counting when what is used
// passes it.
func (c *Client) CountLive(ctx context.Context, now *contracts.Snapshot,
	j *contracts.Job) (func(before int) int, error) {
	return c.Waits(now).countLive(ctx, j)
}

func (all *Waits) countLive(ctx context.Context, j *contracts.Job) (func(before int) int, error) {
	d, err := all.now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return nil, err
	}
	terms, err := all.now.Terms(ctx, j)
	if err != nil {
		return nil, err
	}
	records, read := all.entries[d.Ledger]
	if !read {
		if records, err = all.client.entries(ctx, all.now, d.Ledger); err != nil {
			return nil, err
		}
		all.entries[d.Ledger] = records
	}
	cost := j.Spec.Cost()
	return func(before int) int {
		t := terms
		for range before {
			t.Total, t.TotalDelta = t.Total+cost.Rho, t.TotalDelta+cost.Delta
		}
		n := 0
		for i := range records {
			if e := &records[i].Entry; e.OriginBlock <= t.AsOf && e.Check(t) == grant.Live {
				n++
			}
		}
		return n
	}, nil
}

// Ends says how claims of a job ended, and why it failed, in the order of the rounds. None of it is about a person:
// what a worker meets in the rows never leaves it.
func (c *Client) Ends(ctx context.Context, j *Posted) ([]End, error) {
	var all []End
	logs, err := c.marketLogs(ctx, "ClaimEnded", j.ID, j.PostRound)
	if err != nil {
		return nil, err
	}
	for i := range logs {
		e, err := c.market.UnpackClaimEndedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("reading how a claim of job %s ended: %w", j.ID, err)
		}
		all = append(all, End{logs[i].BlockNumber, endWords(job.ClaimEnd(e.How))})
	}
	if logs, err = c.marketLogs(ctx, "JobFailed", j.ID, j.PostRound); err != nil {
		return nil, err
	}
	for i := range logs {
		e, err := c.market.UnpackJobFailedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("reading why job %s failed: %w", j.ID, err)
		}
		all = append(all, End{logs[i].BlockNumber, failureWords(job.Failure(e.Why))})
	}
	return all, nil
}

// End is the end of a claim or of a job.
type End struct {
	Round uint64 `json:"round,string"`
	Words string `json:"words"`
}

func endWords(e job.ClaimEnd) string {
	switch e {
	case job.ClaimLapsed:
		return "a claim timed out before the key was released; the job was open again"
	case job.ClaimReturned:
		return "a worker gave its claim back before the key was released; the job was open again"
	case job.ClaimRefused:
		return "the custodian's broker refused the key to a worker; the job was open to others"
	case job.ClaimNarrowed:
		return "consent narrowed while the job ran, and no rerun was left; the budget came back"
	case job.ClaimNotInUse:
		return "the dataset, its version or its policy went out of use while the job ran; the budget came back"
	case job.ClaimDisapproved:
		return "the custodian withdrew the approval before the key was released"
	}
	return "a claim ended: " + e.String()
}

func failureWords(f job.Failure) string {
	switch f {
	case job.FailedLate:
		return "failed: the worker did not finish in time; the fee is back, the budget stays spent"
	case job.FailedAbandoned:
		return "failed: the worker's operator gave it up after the key was released; the fee is back, the budget " +
			"stays spent"
	case job.FailedNotInUse:
		return "failed: the dataset, its version or its policy went out of use; the fee is back"
	case job.FailedNarrowed:
		return "failed: consent narrowed, and no rerun was left; the fee is back"
	}
	return "failed: " + f.String() + "; the fee is back"
}
