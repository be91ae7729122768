package worker

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"time"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/tee"
)

// handlePrepareError ends the claim on a job whose preparation failed for good, and otherwise retries until the claim
// times out. The market takes each of these calls only in the case that it is for, so a lie on the line costs a try at
// most.
func (w *Worker) handlePrepareError(
	ctx context.Context, now *contracts.Open, j *contracts.Job, p *progress, cause error,
) (string, uint64, error) {
	var (
		refusal *release.Refusal // signed by the job's broker, by a round that this view has reached
		unfit   *contracts.UnfitRound
	)
	refused, isUnfit := errors.As(cause, &refusal), errors.As(cause, &unfit)
	switch {
	case errors.Is(cause, errTooLarge), errors.Is(cause, errRoster): // what the file has is known once the key is out
		return w.abandon(ctx, now, j, cause)
	case errors.Is(cause, errCohort) && j.ReleasedAt == 0:
		return w.returnClaim(ctx, now, j, cause)
	case isUnfit && j.State() == job.Claimed: // the dataset was stopped in the block of the claim or of a rerun
		return w.endNotInUse(ctx, now, j, cause)
	case errors.Is(cause, errCohort) && j.State() == job.Claimed:
		return w.rerun(ctx, now, j, cause)
	case isLasting(cause) && j.ReleasedAt == 0:
		p.refusedClaim.begin(j, cause, w.cfg.Now())
		p.refusedClaim.told = true
		return w.awaitEnd(ctx, now, j, &p.refusedClaim)
	case refused && j.State() == job.Claimed && refusal.Code.NotInUse():
		return w.endNotInUse(ctx, now, j, cause)
	case refused && j.ReleasedAt == 0 && !refusal.Code.Outdated():
		return w.returnClaim(ctx, now, j, cause)
	}
	// Such as a hand-over that the market refuses for that, before the charge.
	if out, err := narrowedOut(ctx, now, j); err == nil && out && j.State() == job.Claimed {
		if ended := w.endNarrowed(ctx, j, cause); ended == nil || errors.Is(ended, errClaimEnded) {
			return "", 0, ended
		}
	}
	return w.overdue(ctx, now, j, cause)
}

// returnClaim gives a claim back to which no key was released. Should one have been by now, the market refuses. Where
// consent was narrowed and no rerun is left, the claim ends for that, which costs no more, and nothing where there was
// no choice.
func (w *Worker) returnClaim(ctx context.Context, now *contracts.Open, j *contracts.Job,
	cause error) (string, uint64, error) {
	out, err := narrowedOut(ctx, now, j)
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	if out {
		ended := w.endNarrowed(ctx, j, cause)
		if !errors.Is(ended, solidity.ErrJobNotNarrowed) && !errors.Is(ended, solidity.ErrJobRerunsLeft) {
			return "", 0, ended
		}
	}
	w.cfg.Log.WarnContext(ctx, "Giving a claim back", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	round, err := w.send(ctx, "giving back the claim of job "+j.ID.Hex(), new(big.Int),
		w.market.PackReturnClaim(j.ID, j.ClaimRound))
	switch {
	case errors.Is(err, solidity.ErrJobReleased), moved(err):
		return "", 0, nil
	case err != nil:
		return "", 0, err
	}
	return "", round, errClaimEnded // the job is open again, for others, and later for this worker
}

// narrowedOut reports whether a job cannot be charged in its claim any more, because consent was narrowed since its
// consent round and no rerun is left.
func narrowedOut(ctx context.Context, now *contracts.Open, j *contracts.Job) (bool, error) {
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil || j.Reruns < p.MaxReruns {
		return false, err
	}
	d, err := now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return false, err
	}
	last, err := now.LastNarrowed(ctx, d.Ledger)
	return last > j.ConsentRound, err
}

// endNarrowed ends a claim because consent was narrowed and no rerun is left. It returns as endClaim does.
func (w *Worker) endNarrowed(ctx context.Context, j *contracts.Job, cause error) error {
	what := "ending the claim of job " + j.ID.Hex() + ", whose consent is narrowed too often"
	return w.endClaim(ctx, j, what, w.market.PackEndNarrowed(j.ID, j.ClaimRound), cause)
}

// abandon ends a job to which a key was released, at the price of the bond: what hinders it does not get better.
func (w *Worker) abandon(ctx context.Context, now *contracts.Open, j *contracts.Job,
	cause error) (string, uint64, error) {
	if j.ReleasedAt == 0 {
		return w.returnClaim(ctx, now, j, cause)
	}
	w.cfg.Log.WarnContext(ctx, "Abandoning a job", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	_, err := w.send(ctx, "abandoning job "+j.ID.Hex(), new(big.Int), w.market.PackAbandon(j.ID, j.ClaimRound))
	switch {
	case errors.Is(err, solidity.ErrJobNotReleased), moved(err):
		return "", 0, nil
	case err != nil:
		return "", 0, err
	}
	return "abandoned", 0, nil
}

// rerun takes a newer consent round, because consent was narrowed or the old round is too far back. When no rerun is
// left, the claim ends for that reason.
func (w *Worker) rerun(ctx context.Context, now *contracts.Open, j *contracts.Job,
	cause error) (string, uint64, error) {
	if now.Round.Number <= j.ConsentRound {
		return "", j.ConsentRound + 1, nil // one consent round a block
	}
	w.cfg.Step(j.ID, StepRerun)
	input := w.market.PackRerun(j.ID, j.ClaimRound, j.ConsentRound)
	round, err := w.send(ctx, "running job "+j.ID.Hex()+" again", new(big.Int), input)
	switch {
	case err == nil:
		w.cfg.Log.InfoContext(ctx, "Running a job again", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
		return "", round, nil
	case errors.Is(err, solidity.ErrJobConsentRoundWrong), moved(err):
		return "", 0, nil
	case !errors.Is(err, solidity.ErrJobRerunsExhausted):
		return w.overdue(ctx, now, j, errors.Join(cause, err))
	}
	ended := w.endNarrowed(ctx, j, errors.Join(cause, err))
	if ended == nil || errors.Is(ended, errClaimEnded) {
		return "", 0, ended
	}
	return w.overdue(ctx, now, j, errors.Join(cause, err, ended))
}

// endNotInUse ends a claim because the dataset, its version or the job's policy is not in use, or was not since the
// claim or the release. When the market does not see it, a claim without a release is returned, and one whose consent
// round cannot be used takes a newer one.
func (w *Worker) endNotInUse(ctx context.Context, now *contracts.Open, j *contracts.Job,
	cause error) (string, uint64, error) {
	what := "ending the claim of job " + j.ID.Hex() + ", whose dataset is not in use"
	err := w.endClaim(ctx, j, what, w.market.PackEndNotInUse(j.ID, j.ClaimRound), cause)
	var unfit *contracts.UnfitRound
	switch {
	case err == nil:
		return "", 0, nil
	case errors.Is(err, errClaimEnded):
		return "", 0, err
	case errors.Is(err, solidity.ErrJobInUse) && j.ReleasedAt == 0:
		// The node's word alone, that there is no such reason, costs nothing.
		inUse, verr := now.InUse(ctx, j.Spec.Dataset, j.Spec.DatasetVersion, j.Spec.PolicyVersion)
		if verr == nil && inUse {
			return w.returnClaim(ctx, now, j, cause)
		}
	case errors.Is(err, solidity.ErrJobInUse) && errors.As(cause, &unfit):
		return w.rerun(ctx, now, j, cause)
	}
	return w.overdue(ctx, now, j, errors.Join(cause, err))
}

// endClaim ends a claim for a reason that is public on chain: budget and bond go back. It returns errClaimEnded, or nil
// when the job took another course, or the market's refusal.
func (w *Worker) endClaim(ctx context.Context, j *contracts.Job, what string, input []byte, cause error) error {
	w.cfg.Log.WarnContext(ctx, "Ending a claim", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	_, err := w.send(ctx, what, new(big.Int), input)
	switch {
	case moved(err):
		return nil
	case err != nil:
		return err
	}
	return errClaimEnded
}

// moved reports whether the market refused a call because the job took another course meanwhile; the next round tells
// which.
func moved(err error) bool {
	return errors.Is(err, solidity.ErrJobWrongState) || errors.Is(err, solidity.ErrJobClaimMismatch)
}

// errClaimEnded says that this worker ended its claim, and the job is open again or over.
var errClaimEnded = errors.New("the claim is ended")

// due is the last second before anyone may end a claim, or a job that was charged.
func (w *Worker) due(ctx context.Context, now *contracts.Open, j *contracts.Job) (uint64, error) {
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return 0, err
	}
	switch {
	case j.ReleasedAt == 0:
		return min(j.ClaimedAt+uint64(p.ClaimTimeout), j.Spec.Deadline), nil
	case j.State() == job.Charged:
		grace, err := now.SealGrace(ctx)
		return j.ReleasedAt + uint64(p.JobTimeout) + grace, err
	}
	return j.ReleasedAt + uint64(p.JobTimeout), nil
}

// overdue has the market end a claim, or a job, whose time is over; otherwise it returns the cause.
func (w *Worker) overdue(ctx context.Context, now *contracts.Open, j *contracts.Job,
	cause error) (string, uint64, error) {
	due, err := w.due(ctx, now, j)
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	if now.Round.Time <= due {
		return "", 0, cause
	}
	w.cfg.Log.WarnContext(ctx, "Ending what is overdue", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	what, input := "failing job ", w.market.PackFail(j.ID, j.ClaimRound)
	if j.ReleasedAt == 0 {
		what, input = "ending the lapsed claim of job ", w.market.PackLapse(j.ID, j.ClaimRound)
	}
	round, err := w.send(ctx, what+j.ID.Hex(), new(big.Int), input)
	if moved(err) || errors.Is(err, solidity.ErrJobReleased) {
		return "", 0, nil
	}
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	// Before a key release the job is open again, perhaps for this worker: a contract's clock is the time of the round
	// before, so that on a quiet network a claim can look old at once.
	if j.ReleasedAt == 0 && j.Enclave == w.cfg.Keys.Address() {
		p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
		if err != nil {
			return "", 0, errors.Join(cause, err)
		}
		return "", 0, &lapsedClaim{cause: cause, most: time.Duration(p.ClaimTimeout) * time.Second / lapsedShare}
	}
	return "", round, nil
}

// revoked reports whether the chain refuses this enclave for good, in the worker's own view: it is revoked, or a
// certificate behind its quote is.
func (w *Worker) revoked(ctx context.Context, now *contracts.Open) (bool, error) {
	_, err := now.CheckWorker(ctx, w.cfg.Keys.Address())
	var refusal *solidity.Error
	if err == nil || !errors.As(err, &refusal) {
		return false, err
	}
	return errors.Is(err, solidity.ErrWorkerRevokedAlready) || errors.Is(err, solidity.ErrQuoteRefused) &&
		refusal.Args["step"] == string(tee.StepRevocation), nil
}

// notInUse reports whether the market refused because the dataset, its version or its policy is out of use.
func notInUse(err error) bool {
	return errors.Is(err, solidity.ErrDatasetIsStopped) || errors.Is(err, solidity.ErrDatasetVersionRetired) ||
		errors.Is(err, solidity.ErrDatasetVersionOld) || errors.Is(err, solidity.ErrPolicyNotInEffect)
}
