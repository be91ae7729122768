package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"reflect"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
)

// run moves a job forward until this worker has no further part in it, and returns how that came about. Each turn of
// its loop reads the newest round and takes one step from the state it finds there, so that a step which was taken
// before a crash, or by others, is simply not taken again. An error means: try again later.
//
// What the enclave computed is kept in p, for the same round of consent only: a step that failed does not ask for the
// key again.
func (w *Worker) run(ctx context.Context, id common.Hash, p *progress) (end string, err error) {
	for least := uint64(0); ; {
		told, err := w.cfg.View.Told(ctx, least)
		if err != nil {
			return "", err
		}
		end, next, err := w.step(ctx, told, id, p)
		told.Close()
		if err != nil || end != "" {
			return end, err
		}
		least = next
	}
}

// step takes one step. It returns a reason when the worker is done with the job, or the round that has to be there
// before the next step.
//
// Two things are done on the node's word alone, while the header that confirms it is on its way: a claim, which the
// chain judges itself, and the preparation, of which nothing leaves. All others wait for that header.
func (w *Worker) step(ctx context.Context, told *contracts.Told, id common.Hash,
	p *progress) (end string, next uint64, err error) {
	j, err := told.Unconfirmed().Job(ctx, id)
	if err != nil {
		return "", 0, err
	}
	ours := j.Current() == w.cfg.Keys.Address()
	var prepareErr error
	switch j.State() {
	case job.Approved:
		if end, next, err = w.claim(ctx, told.Unconfirmed(), j); end == "" {
			return "", next, err
		}
		_, err = w.cfg.View.Confirm(ctx, told)
		return end, 0, err
	case job.Claimed, job.Charged:
		if ours && !p.ends(j) && !p.c.of(j) {
			p.drop()
			p.c, prepareErr = w.prepare(ctx, told, j)
		}
	default:
	}
	now, done, err := w.confirmed(ctx, told, j)
	if err != nil {
		return "", 0, errors.Join(err, prepareErr)
	}
	defer done()
	if prepareErr != nil {
		return w.handlePrepareError(ctx, now, j, p, prepareErr)
	}
	return w.confirmedStep(ctx, now, told.Unconfirmed().Round, j, p)
}

// confirmed returns a round that a header has confirmed and in which the job is as it is in the one that the node tells
// of: the newest that there is, where the job has not changed since, or else the told one, once its header is there.
func (w *Worker) confirmed(ctx context.Context, told *contracts.Told,
	j *contracts.Job) (now *contracts.Open, done func(), err error) {
	latest, err := w.cfg.View.Latest(ctx)
	if err != nil {
		return nil, nil, err
	}
	if as, err := latest.Job(ctx, j.ID); err == nil && reflect.DeepEqual(as, j) {
		return latest, latest.Close, nil
	}
	latest.Close()
	now, err = w.cfg.View.Confirm(ctx, told)
	return now, func() {}, err
}

// confirmedStep takes the step that follows from what a header has confirmed, at a round that the node tells of.
func (w *Worker) confirmedStep(
	ctx context.Context, now *contracts.Open, told contracts.Round, j *contracts.Job, p *progress,
) (end string, next uint64, err error) {
	if ours := j.Current() == w.cfg.Keys.Address(); !ours || j.State() != job.Charged { // which shows its list below
		w.settleLate(ctx, j)
	}
	switch j.State() {
	case job.Posted:
		if j.ApprovedUntil != 0 {
			return "its approval was withdrawn", 0, nil // the feed tells of a new one
		}
		fallthrough
	case job.None:
		return "", 0, fmt.Errorf("job %s is %s in round %d", j.ID, j.State(), now.Round.Number)
	case job.Claimed, job.Charged, job.Sealed, job.Withheld:
	default:
		return j.State().String(), 0, nil
	}
	ours := j.Current() == w.cfg.Keys.Address()
	switch succeeds := w.mine(j) && w.cfg.Memory.HasEnclave(j.Current()); {
	case !ours && !succeeds:
		p.drop() // the rows and the share of an enclave that has the job no more
		return w.standBy(ctx, now, j)
	case j.State() == job.Sealed || j.State() == job.Withheld:
		return w.open(ctx, now, j, p.c)
	case p.ends(j):
		return w.awaitEnd(ctx, now, j, &p.refusedClaim)
	case !ours:
		p.drop()
		return w.takeOver(ctx, now, j, p)
	case p.c.isSpent(j): // another enclave had the job meanwhile
		p.drop()
		return "", 0, nil
	case j.State() == job.Claimed:
		return w.charge(ctx, now, j, p.c)
	}
	if p.c.charge.StructHash() != j.Charge {
		return w.redraw(ctx, now, j, p.c)
	}
	if w.cfg.Uses.Dir != "" {
		// subjects can ask their worker for it; the researcher does not wait
		if err := w.cfg.Uses.showOf(p.c.uses); err != nil {
			w.cfg.Log.WarnContext(ctx, "Failed to show a use list", slog.Any("error", err))
		}
	}
	return w.seal(ctx, now, told, j, p.c)
}

// broker returns a client of the broker that the operator named for a dataset.
func (w *Worker) broker(dataset common.Hash) (*release.Client, error) {
	url, err := w.cfg.Brokers(dataset)
	if err != nil {
		return nil, err
	}
	return release.NewClient(url, w.cfg.HTTP)
}

// standBy leaves a job to the worker that has claimed it, which may be another one of this operator. When the time of
// that is over it asks the market to end the claim: the market has no clock of its own, and the job may then be this
// worker's.
func (w *Worker) standBy(ctx context.Context, now *contracts.Open,
	j *contracts.Job) (end string, next uint64, err error) {
	if j.State() == job.Sealed || j.State() == job.Withheld {
		return j.State().String() + " by " + j.Current().Hex(), 0, nil
	}
	if accepted, err := w.accepted(ctx, now, j); err != nil || !accepted {
		return notAccepted, 0, err
	}
	due, err := w.due(ctx, now, j)
	if err != nil {
		return "", 0, err
	}
	left := time.Second
	if due > now.Round.Time {
		left += time.Duration(due-now.Round.Time) * time.Second
	}
	return w.overdue(ctx, now, j, &waiting{why: "claimed by " + j.Enclave.Hex(), until: left, wakes: true})
}

// takeOver goes on with a job that this worker claimed before it was started again, with an enclave whose keys are
// gone. The broker, once it has judged this enclave's quote, ends the claim before the key release, and hands the job
// over after it.
func (w *Worker) takeOver(
	ctx context.Context, now *contracts.Open, j *contracts.Job, p *progress,
) (end string, next uint64, err error) {
	w.cfg.Step(j.ID, StepTakeOver)
	if j.ReleasedAt == 0 {
		return w.leaveClaim(ctx, now, j, &p.refusedClaim)
	}
	key, err := w.key(ctx, now, j, nil)
	if err != nil {
		return w.handlePrepareError(ctx, now, j, p, err)
	}
	if err := w.handedOver(ctx, j, key.Round); err != nil {
		return w.handlePrepareError(ctx, now, j, p, err)
	}
	w.cfg.Log.InfoContext(ctx, "Took a job over", slog.String("job", j.ID.Hex()), slog.Uint64("round", key.Round))
	return "", key.Round, nil
}

// handedOver checks that the hand-over to this enclave is on record in the round that came with a key. Anyone on the
// line to the broker can wrap a key to this enclave; if that alone counted, it could be had here for ever, and others'
// jobs would wait.
func (w *Worker) handedOver(ctx context.Context, j *contracts.Job, round uint64) error {
	at, err := w.cfg.View.At(ctx, round)
	if err != nil {
		return err
	}
	defer at.Close()
	after, err := at.Job(ctx, j.ID)
	if err != nil {
		return err
	}
	return isIn(after, w.cfg.Keys.Address(), round)
}

// isIn returns an error unless a job is in an enclave in a round.
func isIn(j *contracts.Job, enclave common.Address, round uint64) error {
	if got := j.Current(); got != enclave {
		return fmt.Errorf("a key came for job %s, which is in enclave %s in round %d, not in this one", j.ID, got,
			round)
	}
	return nil
}

// charge fixes the inputs on chain. When consent narrowed since the consent round the job is run again from a newer
// round; when it cannot be any more, the market ends the claim.
func (w *Worker) charge(ctx context.Context, now *contracts.Open, j *contracts.Job,
	c *computation) (end string, next uint64, err error) {
	if now.Round.Number <= j.ConsentRound {
		return "", j.ConsentRound + 1, nil // the market takes a charge once the consent round is over
	}
	// Before the charge is sent, so that no job is charged whose list was never there.
	if w.cfg.Uses.Dir != "" {
		if err := w.cfg.Uses.Keep(c.uses); err != nil {
			return "", 0, err
		}
	}
	w.cfg.Step(j.ID, StepCharge)
	c.offer(j)
	input := w.market.PackCharge(j.ID, j.ClaimRound, solidity.FromCharge(c.charge))
	round, err := w.send(ctx, "charging job "+j.ID.Hex(), new(big.Int), input)
	switch {
	case err == nil:
		w.cfg.Log.InfoContext(ctx, "Charged a job", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
		return "", round, nil
	case errors.Is(err, solidity.ErrJobConsentNarrowed), errors.Is(err, solidity.ErrJobConsentTooOld),
		errors.Is(err, solidity.ErrJobConsentRoundWrong):
		return w.rerun(ctx, now, j, err)
	case notInUse(err):
		return w.endNotInUse(ctx, now, j, err)
	case moved(err):
		return "", 0, nil
	}
	revoked, rerr := w.revoked(ctx, now)
	if rerr == nil && revoked {
		return w.abandon(ctx, now, j, err)
	}
	return w.overdue(ctx, now, j, errors.Join(err, rerr))
}
