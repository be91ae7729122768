package worker

import (
	"context"
	"errors"
	"time"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/release"
)

// progress is what a worker keeps of a job between its attempts.
type progress struct {
	c *computation // nil until the key is there, and for another claim or consent round
	// refusedClaim is a claim to which no key will be released.
	refusedClaim refusedClaim
}

// drop ends the computation, with its rows and its share of the noise.
func (p *progress) drop() {
	p.c.close()
	p.c.forget()
	p.c = nil
}

// ends reports whether a job's broker has said that it releases no key to the claim.
func (p *progress) ends(j *contracts.Job) bool { return p.refusedClaim.of(j) && p.refusedClaim.told }

// refusedClaim is a claim to which no key will be released, which its broker ends on chain at no cost: its operator
// waits for that, and then returns the claim itself, for a part of the bond.
type refusedClaim struct {
	claimRound uint64
	since      time.Time
	cause      error
	told       bool // the broker has said, under its signature, that it will not release the key
}

// refusalPatience is for how long a worker waits until a broker that refuses a key for good has ended the claim on
// chain.
const refusalPatience = 30 * time.Second

// of reports whether it is about the claim that a job has now.
func (h *refusedClaim) of(j *contracts.Job) bool {
	return h.claimRound != 0 && h.claimRound == j.ClaimRound && j.ReleasedAt == 0
}

// begin notes that the key is refused to a claim, and since when.
func (h *refusedClaim) begin(j *contracts.Job, cause error, now time.Time) {
	if !h.of(j) {
		*h = refusedClaim{claimRound: j.ClaimRound, since: now}
	}
	h.cause = cause
}

// isLasting reports whether an error is a refusal that stands for as long as the claim can.
func isLasting(err error) bool {
	var refusal *release.Refusal // signed by the job's broker, by a round that this view has reached
	return errors.As(err, &refusal) && refusal.Code.Lasting()
}

// awaitEnd waits until the broker has ended a refused claim, and returns it when that takes too long.
func (w *Worker) awaitEnd(
	ctx context.Context, now *contracts.Open, j *contracts.Job, h *refusedClaim,
) (end string, next uint64, err error) {
	left := refusalPatience - w.cfg.Now().Sub(h.since)
	if left <= 0 {
		return w.giveUp(ctx, now, j, h)
	}
	return w.overdue(ctx, now, j, &waiting{why: "its broker is to end the claim: " + h.cause.Error(), until: left,
		wakes: true})
}

// giveUp returns a refused claim.
func (w *Worker) giveUp(
	ctx context.Context, now *contracts.Open, j *contracts.Job, h *refusedClaim,
) (end string, next uint64, err error) {
	end, next, err = w.returnClaim(ctx, now, j, h.cause)
	if errors.Is(err, errClaimEnded) && errors.Is(h.cause, errGone) {
		err = nil // nothing is wrong with the job
	}
	return end, next, err
}

// errGone says that the enclave which claimed a job is gone with a restart, before the key release.
var errGone = errors.New("the enclave that claimed it is gone")

// leaveClaim has the claim of an enclave that is gone ended, so that this one can claim the job. The broker does that
// at no cost when it is asked for the key; when it does not, the claim is returned.
func (w *Worker) leaveClaim(
	ctx context.Context, now *contracts.Open, j *contracts.Job, h *refusedClaim,
) (end string, next uint64, err error) {
	h.begin(j, errGone, w.cfg.Now())
	_, err = w.key(ctx, now, j, nil)
	var refusal *release.Refusal
	switch {
	case isLasting(err):
		h.told = true
		return w.awaitEnd(ctx, now, j, h)
	case errors.As(err, &refusal) && !refusal.Code.Outdated(), w.cfg.Now().Sub(h.since) >= refusalPatience:
		return w.giveUp(ctx, now, j, h)
	case err == nil: // nothing that is on record: anyone on the line can wrap a key to this enclave
		err = errors.New("a key came for a claim of another enclave")
	}
	return w.overdue(ctx, now, j, err)
}
