// Package review is what a custodian reads of a job before it is approved or refused: the question in words, held
// against the schema and the policy on record, the exact releases that it could be compared with, and earlier refusals.
// What is read follows from what the job's id commits to and from what the chain has of the dataset.
package review

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/protocol/job"
)

// Review is what there is to know before a job is approved.
type Review struct {
	*Question
	Job      *client.Posted
	Live     int       // people whose consent counts for the job now
	Releases *Releases // exact ones of the same dataset; none beside a private one
	Refusals []client.Refusal
	now      *contracts.Snapshot
	client   *client.Client
}

// Open reads what there is to know of a job as it is now. It returns the errors of Source.Read, and
// client.ErrHeldTooLong.
func Open(ctx context.Context, c *client.Client, s *Source, id common.Hash) (*Review, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	r := &Review{now: now, client: c}
	if r.Job, err = c.Posted(ctx, now, id); err != nil {
		return nil, err
	}
	count, err := c.CountLive(ctx, now, r.Job.Job)
	if err != nil {
		return nil, err
	}
	r.Live = count(0)
	if r.Question, err = s.Read(ctx, now, r.Job, r.Live); err != nil {
		return nil, err
	}
	if err := r.CheckTime(r.Job.Spec.Release); err != nil {
		return nil, err
	}
	if r.Releases, err = s.Releases(ctx, c, now, r.Job, r.Question); err != nil {
		return nil, err
	}
	r.Refusals, err = c.Refusals(ctx, r.Job.Job)
	return r, err
}

// ApprovalEnd is the last second of an approval that is signed now for so long, see the function ApprovalEnd.
func (r *Review) ApprovalEnd(life time.Duration, fixed bool) (uint64, error) {
	return ApprovalEnd(r.now.Round, r.Job.Spec.Deadline, r.Job.ApprovedUntil, life, fixed)
}

// Approve signs an approval of the job that counts until a time, in Unix seconds. The key is the custodian's.
// client.Approve puts it on record, and anyone may send it.
func (r *Review) Approve(key *ecdsa.PrivateKey, until uint64) (job.SignedApproval, error) {
	return job.Approval{Job: r.Job.ID, Expiry: until}.Sign(r.client.MarketDomain(), key)
}

// ErrLife says that an approval would end in the second in which it is signed, or before.
var ErrLife = errors.New("an approval lasts a second at least")

// OutlivedError says that an approval does not outlast those that are on record or withdrawn.
type OutlivedError struct{ Until, Before uint64 } // Unix seconds

func (e *OutlivedError) Error() string {
	at := func(seconds uint64) string { return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339) }
	return fmt.Sprintf("an approval until %s does not outlast those until %s, which are on record or withdrawn",
		at(e.Until), at(e.Before))
}

// ApprovalEnd is the last second of an approval that is signed now for so long: not past the deadline, since no job is
// claimed after it; unless approvals up to the deadline are withdrawn, which takes one that ends a second later than
// they. WithdrawalEnd rests on both. A life that is not fixed is long enough to outlast what was withdrawn. It returns
// ErrLife, or an *OutlivedError.
func ApprovalEnd(
	now contracts.Round, deadline, approvedUntil uint64, life time.Duration, fixed bool,
) (uint64, error) {
	if life < time.Second {
		return 0, fmt.Errorf("%w: %s", ErrLife, life)
	}
	until := now.Time + uint64(life/time.Second)
	if !fixed {
		until = max(until, approvedUntil+1)
	}
	if until = min(until, max(deadline, approvedUntil+1)); until <= approvedUntil {
		return 0, &OutlivedError{until, approvedUntil}
	}
	return until, nil
}

// WithdrawalEnd is up to when approvals of a job are withdrawn, so that none counts that ApprovalEnd was asked for
// before.
func WithdrawalEnd(deadline, approvedUntil uint64) uint64 {
	end := max(deadline, approvedUntil)
	if end < math.MaxUint64 {
		end++
	}
	return end
}
