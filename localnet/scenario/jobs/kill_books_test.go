package jobs_test

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/job"
)

// books keeps the market's accounts from its events alone.
type books struct {
	market *bindings.JobMarket
	jobs   map[common.Hash]*jobBook
	kept   *big.Int // of bonds, for no one

	due *payment    // of the transaction of now
	tx  common.Hash // of now
}

// jobBook is what the events say of one job.
type jobBook struct {
	state    job.State
	fee      *big.Int
	held     *big.Int // by the market, of this job
	operator common.Address
	rho      uint64
	released bool // in the claim of now
	claims   int
}

// payment is what an event says has to be paid in its transaction.
type payment struct {
	to     common.Address
	amount *big.Int
}

// enter enters an event, or says what about it is out of order.
func (b *books) enter(l *types.Log) error {
	if l.TxHash != b.tx && b.due != nil {
		return fmt.Errorf("before it, %s was not paid %s", b.due.to, b.due.amount)
	}
	b.tx = l.TxHash
	if e, err := b.market.UnpackPaymentSentEvent(l); err == nil {
		if b.due == nil || b.due.to != e.To || b.due.amount.Cmp(e.Amount) != 0 {
			return fmt.Errorf("%s was paid %s, due was %+v", e.To, e.Amount, b.due)
		}
		b.due = nil
		return nil
	}
	if _, err := b.market.UnpackFeedAppendedEvent(l); err == nil {
		return nil
	}
	if e, err := b.market.UnpackJobPostedEvent(l); err == nil {
		if b.jobs[e.Job] != nil {
			return fmt.Errorf("job %x is posted again", e.Job)
		}
		b.jobs[e.Job] = &jobBook{state: job.Posted, fee: e.Spec.Fee, held: new(big.Int).Set(e.Spec.Fee),
			rho: e.Spec.Rho}
		return nil
	}
	if len(l.Topics) < 2 || b.jobs[l.Topics[1]] == nil {
		return fmt.Errorf("an event %v of no job", l.Topics)
	}
	return b.jobs[l.Topics[1]].enter(b, l)
}

// enter moves a job on.
func (j *jobBook) enter(b *books, l *types.Log) error {
	in := func(what string, states ...job.State) error {
		if !slices.Contains(states, j.state) {
			return fmt.Errorf("job %s: %s while it is %s", l.Topics[1], what, j.state)
		}
		return nil
	}
	pay := func(to common.Address, amount *big.Int) {
		b.due = &payment{to, amount}
		j.held.Sub(j.held, amount)
	}
	m := b.market
	if _, err := m.UnpackJobApprovedEvent(l); err == nil {
		err := in("approved", job.Posted, job.Approved)
		j.state = job.Approved
		return err
	}
	if e, err := m.UnpackJobClaimedEvent(l); err == nil {
		err := in("claimed", job.Approved)
		j.state, j.operator = job.Claimed, e.Operator
		j.claims++
		j.held.Add(j.held, big.NewInt(bond))
		return err
	}
	if e, err := m.UnpackClaimEndedEvent(l); err == nil {
		how := job.ClaimEnd(e.How)
		either := how == job.ClaimNarrowed || how == job.ClaimNotInUse
		if j.released != (how == job.ClaimDrawDiffers) && !either {
			return fmt.Errorf("job %s: its claim ended as %s, with a key release %v", l.Topics[1], how, j.released)
		}
		err := in("a claim ended", job.Claimed)
		j.state, j.released = job.Approved, false
		if how == job.ClaimDisapproved {
			j.state = job.Posted
		}
		j.held.Sub(j.held, e.Kept)
		b.kept.Add(b.kept, e.Kept)
		pay(j.operator, new(big.Int).Sub(big.NewInt(bond), e.Kept))
		return err
	}
	if _, err := m.UnpackKeyReleasedEvent(l); err == nil {
		if j.released {
			return fmt.Errorf("job %s: its key release is recorded again", l.Topics[1])
		}
		j.released = true
		return in("a key released", job.Claimed)
	}
	if _, err := m.UnpackJobHandedOverEvent(l); err == nil {
		return in("handed over", job.Claimed, job.Charged, job.Sealed)
	}
	if _, err := m.UnpackJobRerunEvent(l); err == nil {
		return in("run again", job.Claimed)
	}
	if _, err := m.UnpackJobChargedEvent(l); err == nil {
		if !j.released {
			return fmt.Errorf("job %s: charged without a key release", l.Topics[1])
		}
		err := in("charged", job.Claimed, job.Charged) // or drawn again, at no price
		j.state = job.Charged
		return err
	}
	if _, err := m.UnpackJobSealedEvent(l); err == nil {
		err := in("sealed", job.Charged)
		j.state = job.Sealed
		return err
	}
	if _, err := m.UnpackResultDeliveredEvent(l); err == nil {
		return in("a result delivered", job.Sealed)
	}
	if _, err := m.UnpackResultOpenedEvent(l); err == nil {
		err := in("opened", job.Sealed)
		j.state = job.Done
		pay(j.operator, new(big.Int).Add(j.fee, big.NewInt(bond)))
		return err
	}
	return fmt.Errorf("job %s: an event that no job of this story has: %v", l.Topics[1], l.Topics[0])
}
