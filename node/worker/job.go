package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/reverts"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee"
)

// run moves a job forward until this worker has no further part in it, and returns how that came about. Each turn
// of its loop reads the newest verified round and takes one step from the state it finds there, so that a step which was
// taken before a crash, or by somebody else, is simply not taken again. An error means: try again later.
//
// What the enclave computed is kept in c, for the same round of consent only: a step that failed does not ask for the key
// again.
func (w *Worker) run(ctx context.Context, id common.Hash, c **computation) (end string, err error) {
	for {
		now, err := w.View.Latest(ctx)
		if err != nil {
			return "", err
		}
		end, next, err := w.step(ctx, now, id, c)
		now.Close()
		if err != nil || end != "" {
			return end, err
		}
		if next == 0 {
			continue
		}
		open, err := w.View.At(ctx, next)
		if err != nil {
			return "", err
		}
		open.Close()
	}
}

// step takes one step. It returns a reason when the worker is done with the job, or the round that has to be verified
// before the next step.
func (w *Worker) step(ctx context.Context, now *view.Open, id common.Hash, c **computation) (end string, next uint64, err error) {
	j, err := now.Job(ctx, id)
	if err != nil {
		return "", 0, err
	}
	switch j.State() {
	case job.None, job.Posted:
		return "", 0, fmt.Errorf("job %s is %s in round %d", id, j.State(), now.Round.Number)
	case job.Approved:
		return w.claim(ctx, now, j)
	case job.Claimed, job.Charged:
		if j.Enclave != w.Keys.Address() && !(w.mine(j) && w.Memory.Was(j.Enclave)) {
			return w.standBy(ctx, now, j)
		}
	default:
		return j.State().String(), 0, nil
	}
	if j.Enclave != w.Keys.Address() {
		return w.takeOver(ctx, now, j)
	}
	if *c == nil || (*c).consentRound != j.ConsentRound {
		if *c, err = w.prepare(ctx, now, j); err != nil {
			return w.hindered(ctx, now, j, err)
		}
	}
	if j.State() == job.Claimed {
		return w.charge(ctx, now, j, *c)
	}
	if (*c).charge != chargeOf(j) {
		// Charged by somebody who has the operator's account, and not by this enclave. There is no way back from a charge.
		return w.lapse(ctx, now, j, fmt.Errorf("job %s was charged with something else than its data give; nothing is delivered", id))
	}
	return w.complete(ctx, j, *c)
}

// chargeOf is what the market has on record of a job's charge.
func chargeOf(j *view.Job) receipt.Charge {
	return receipt.Charge{
		Inputs: j.Inputs, ConsentRound: j.ConsentRound, ConsentRoot: j.ConsentRoot, SubjectsRoot: j.SubjectsRoot, LiveSubjects: j.LiveSubjects,
	}
}

// claim claims an approved job when the dataset's policy accepts this worker.
func (w *Worker) claim(ctx context.Context, now *view.Open, j *view.Job) (end string, next uint64, err error) {
	switch {
	case now.Round.Time > j.Spec.Deadline:
		return "past its deadline", 0, nil
	case now.Round.Time > j.ApprovedUntil:
		return "its approval has expired", 0, nil // the feed tells of a new one
	}
	// The contract takes what it cannot judge, such as a key that nothing can be encrypted to.
	if err := j.Spec.Validate(); err != nil {
		return "not valid: " + err.Error(), 0, nil
	}
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return "", 0, err
	}
	if accepted, err := w.accepted(ctx, now, j); err != nil || !accepted {
		return notAccepted, 0, err
	}
	_, err = now.CheckWorker(ctx, w.Keys.Address())
	var refusal *reverts.Error
	if errors.As(err, &refusal) {
		return "", 0, &waiting{why: "the chain does not accept this enclave: " + refusal.Error(), until: invalidPause, heed: true}
	}
	if err != nil {
		return "", 0, err
	}
	refused, err := now.Refused(ctx, j.ID, w.Keys.Address())
	if err != nil {
		return "", 0, err
	}
	if refused {
		return "barred by the broker", 0, nil
	}
	if err := w.served(ctx, now, j.Spec.Dataset); err != nil {
		return "", 0, err
	}
	terms, err := now.Terms(ctx, j)
	if err != nil {
		return "", 0, err
	}
	dataset, err := now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return "", 0, err
	}
	state, err := now.Consent(ctx, dataset.Ledger)
	if err != nil {
		return "", 0, err
	}
	if live := state.CountLive(terms); live < p.MinCohort {
		return "", 0, &waiting{
			why: fmt.Sprintf("%d subjects consent to it, the policy wants %d", live, p.MinCohort), until: cohortPause, heed: true,
		}
	}
	// A file that cannot be had, or is not the one on record, is better known before the bond is at stake.
	parameters, err := w.Feed.Parameters(ctx, j)
	if err != nil {
		return "", 0, err
	}
	file, _, _, err := w.file(ctx, now, j, parameters)
	if err != nil {
		return "", 0, err
	}
	file.Close()
	bond, err := now.Bond(ctx)
	if err != nil {
		return "", 0, err
	}
	w.Step(j.ID, "claim")
	round, err := w.send(ctx, "claiming job "+j.ID.Hex(), bond, w.market.PackClaim(j.ID, w.Keys.Address()))
	switch {
	case reverts.Is(err, "JobWrongState"):
		return "", 0, nil // somebody was faster; the next round tells who
	case reverts.Is(err, "PolicyNotInEffect"), reverts.Is(err, "DatasetVersionRetired"):
		return "out of use", 0, nil // for good; a dataset that is stopped may be resumed
	case err != nil:
		return "", 0, err
	}
	w.Log.InfoContext(ctx, "Claimed a job", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// notAccepted ends a worker's part in a job of a dataset that is not for its like.
const notAccepted = "not accepted by the policy"

// accepted reports whether the job's policy accepts this worker.
func (w *Worker) accepted(ctx context.Context, now *view.Open, j *view.Job) (bool, error) {
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return false, err
	}
	me, err := now.Worker(ctx, w.Keys.Address())
	if err != nil {
		return false, err
	}
	return p.AcceptsWorker(me.Measurement, me.TrustRoot) == nil, nil
}

// cohortPause is how long a worker leaves a job alone to which too few subjects consent.
const cohortPause = 8 * time.Second

// invalidPause is how long a worker leaves a job alone whose registration does not hold.
const invalidPause = 8 * time.Second

// served checks that the broker which the operator named for a dataset serves it, by its signature. Were it not asked, a claim
// would cost its bond wherever somebody else is the dataset's broker, who can record a release and give no key.
func (w *Worker) served(ctx context.Context, now *view.Open, dataset common.Hash) error {
	broker, err := w.broker(dataset)
	if err != nil {
		return &waiting{why: err.Error(), until: unservedPause, heed: true}
	}
	question := release.Serves{Dataset: dataset}
	if _, err := io.ReadFull(w.Random, question.Nonce[:]); err != nil {
		return fmt.Errorf("drawing a question for the broker of dataset %s: %w", dataset, err)
	}
	answer, err := broker.Serves(ctx, question)
	var refusal *release.Refusal
	if errors.As(err, &refusal) { // from anybody: it costs nothing to believe it
		return &waiting{why: refusal.Detail, until: unservedPause, heed: true}
	}
	if err != nil {
		return err
	}
	d, err := now.Dataset(ctx, dataset)
	if err != nil {
		return err
	}
	return question.Verify(w.domain(), answer, d.Broker)
}

// unservedPause is how long a worker leaves a job alone whose dataset its broker does not serve.
const unservedPause = 10 * time.Minute

// broker returns a client of the broker that the operator named for a dataset.
func (w *Worker) broker(dataset common.Hash) (*release.Client, error) {
	url, err := w.Brokers(dataset)
	if err != nil {
		return nil, err
	}
	return release.NewClient(url, w.HTTP)
}

// standBy leaves a job to whoever has claimed it, which may be another worker of this operator. When their time is over it
// asks the market to end the claim: the market has no clock of its own, and the job may then be this worker's.
func (w *Worker) standBy(ctx context.Context, now *view.Open, j *view.Job) (end string, next uint64, err error) {
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
	return w.lapse(ctx, now, j, &waiting{why: "claimed by " + j.Enclave.Hex(), until: left, heed: true})
}

// takeOver goes on with a job that this worker claimed before it was started again, with an enclave whose keys are gone:
// before the key release it gives the claim back, after it the broker hands the job over.
func (w *Worker) takeOver(ctx context.Context, now *view.Open, j *view.Job) (end string, next uint64, err error) {
	w.Step(j.ID, "take over")
	if j.ReleasedAt != 0 {
		key, err := w.key(ctx, now, j) // the broker, once it has judged this enclave's quote, hands the job over on chain
		if err != nil {
			return w.hindered(ctx, now, j, err)
		}
		w.Log.InfoContext(ctx, "Took a job over", slog.String("job", j.ID.Hex()), slog.Uint64("round", key.Round))
		return "", key.Round, nil
	}
	round, err := w.send(ctx, "giving back the claim of job "+j.ID.Hex(), new(big.Int), w.market.PackGiveUp(j.ID))
	if err != nil {
		return "", 0, err
	}
	w.Log.InfoContext(ctx, "Gave a claim back", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// hindered decides what becomes of a job whose preparation failed. What will not get better is given up, so that the
// budget and the fee are not held longer than needed; the rest is tried again until the market's clock ends the claim. A refusal is
// one that the dataset's broker signed, by a round that this view has reached.
func (w *Worker) hindered(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	var refusal *release.Refusal
	hopeless := errors.Is(cause, errCohort) || errors.Is(cause, errTooLarge)
	if errors.As(cause, &refusal) && j.ReleasedAt == 0 {
		switch refusal.Code {
		case "nonce", "freshness": // a newer quote may do
		default:
			hopeless = true
		}
	}
	if refusal != nil && refusal.Code == "stopped" && j.ReleasedAt != 0 && j.State() == job.Claimed {
		// Nobody is to blame for a dataset that is out of use, if it is: whoever stands before the broker may say so too.
		var err error
		if hopeless, err = w.hopeless(ctx, j.ID, 1); err != nil {
			return "", 0, errors.Join(cause, err)
		}
	}
	if !hopeless {
		return w.lapse(ctx, now, j, cause)
	}
	// The broker may have recorded a release since the view was taken, and a claim with a release is not given up for nothing.
	if moved, err := w.moved(ctx, j); err != nil || moved {
		return "", 0, err
	}
	w.Log.WarnContext(ctx, "Giving a job up", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	if _, err := w.send(ctx, "giving up job "+j.ID.Hex(), new(big.Int), w.market.PackGiveUp(j.ID)); err != nil {
		return "", 0, err
	}
	if j.ReleasedAt == 0 && !errors.Is(cause, errTooLarge) { // which is known once the key is out
		return "", 0, errGivenUp // the job is open again, for others, and later for this worker
	}
	return "given up", 0, nil
}

// moved reports whether a job's claim or release is another in the newest round than it was.
func (w *Worker) moved(ctx context.Context, j *view.Job) (bool, error) {
	now, err := w.View.Latest(ctx)
	if err != nil {
		return false, err
	}
	defer now.Close()
	newer, err := now.Job(ctx, j.ID)
	if err != nil {
		return false, err
	}
	return newer.State() != j.State() || newer.ClaimRound != j.ClaimRound || newer.ReleasedAt != j.ReleasedAt || newer.Enclave != j.Enclave, nil
}

// errGivenUp says that this worker gave a claim back.
var errGivenUp = errors.New("given up")

// due is the last second before anybody may end a claim.
func (w *Worker) due(ctx context.Context, now *view.Open, j *view.Job) (uint64, error) {
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return 0, err
	}
	if j.ReleasedAt != 0 {
		return j.ReleasedAt + uint64(p.JobTimeout), nil
	}
	return min(j.ClaimedAt+uint64(p.ClaimTimeout), j.Spec.Deadline), nil
}

// lapse asks the market to do what its clock demands, when it does; otherwise it returns the cause.
func (w *Worker) lapse(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	due, err := w.due(ctx, now, j)
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	if now.Round.Time <= due {
		return "", 0, cause
	}
	w.Log.WarnContext(ctx, "Ending what is overdue", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	round, err := w.send(ctx, "expiring job "+j.ID.Hex(), new(big.Int), w.market.PackExpire(j.ID))
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	// Before a key release the job is open again, perhaps for this worker: a contract's clock is the time of the round
	// before, so that on a quiet network a claim can look old at once.
	if j.ReleasedAt == 0 && j.Enclave == w.Keys.Address() {
		p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
		if err != nil {
			return "", 0, errors.Join(cause, err)
		}
		return "", 0, &lapsed{cause: cause, most: time.Duration(p.ClaimTimeout) * time.Second / lapsedShare}
	}
	return "", round, nil
}

// charge fixes the inputs on chain. When consent narrowed since the consent round the job is run again from a newer round;
// when it cannot be any more, the market ends it.
func (w *Worker) charge(ctx context.Context, now *view.Open, j *view.Job, c *computation) (end string, next uint64, err error) {
	if now.Round.Number <= j.ConsentRound {
		return "", j.ConsentRound + 1, nil // the market takes a charge once the consent round is over
	}
	if err := c.keepPace(ctx, w.Pace); err != nil {
		return "", 0, err
	}
	// Before the charge is sent, so that no job is charged whose list was never there.
	if w.Uses.Dir != "" {
		if err := w.Uses.Put(c.uses); err != nil {
			return "", 0, err
		}
	}
	w.Step(j.ID, "charge")
	input := w.market.PackCharge(j.ID, values.FromCharge(c.charge))
	round, err := w.send(ctx, "charging job "+j.ID.Hex(), new(big.Int), input)
	switch {
	case err == nil:
		w.Log.InfoContext(ctx, "Charged a job", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
		return "", round, nil
	case reverts.Is(err, "JobConsentNarrowed"), reverts.Is(err, "JobConsentTooOld"), reverts.Is(err, "JobConsentRoundWrong"):
		w.Step(j.ID, "rerun")
		round, err := w.send(ctx, "running job "+j.ID.Hex()+" again", new(big.Int), w.market.PackRerun(j.ID))
		switch {
		case err == nil:
			w.Log.InfoContext(ctx, "Running a job again", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
			return "", round, nil
		case reverts.Is(err, "JobRerunNotNeeded"):
			return "", 0, nil
		case !reverts.Is(err, "JobRerunsExhausted") && !notInUse(err):
			return "", 0, err
		}
	case notInUse(err):
	case reverts.Is(err, "JobWrongState"):
		return "", 0, nil
	}
	attempts := 1
	if refused := (*reverts.Error)(nil); errors.As(err, &refused) {
		attempts = hopelessAttempts
	}
	hopeless, verr := w.hopeless(ctx, j.ID, attempts)
	if verr != nil || !hopeless {
		return w.lapse(ctx, now, j, errors.Join(err, verr))
	}
	w.Log.WarnContext(ctx, "Giving a job up", slog.String("job", j.ID.Hex()), slog.Any("error", err))
	if _, err := w.send(ctx, "giving up job "+j.ID.Hex(), new(big.Int), w.market.PackGiveUp(j.ID)); err != nil {
		return "", 0, err
	}
	return "given up", 0, nil
}

// hopelessAttempts bounds how often a worker looks for what its node says of a job: for a few seconds.
const hopelessAttempts = 7

// hopeless reports whether a job cannot be charged any more. Giving it up can cost the bond, so that the node's word is not enough:
// the worker's own view has to show it, which may be a moment behind the node's.
func (w *Worker) hopeless(ctx context.Context, id common.Hash, attempts int) (bool, error) {
	for attempt := 1; ; attempt++ {
		now, err := w.View.Latest(ctx)
		if err != nil {
			return false, err
		}
		lost, err := w.lost(ctx, now, id)
		now.Close()
		if err != nil || lost || attempt >= attempts {
			return lost, err
		}
		if err := pause(ctx, backoff(attempt-1)); err != nil {
			return false, err
		}
	}
}

// lost reports whether a claimed job cannot be charged any more as of one round.
func (w *Worker) lost(ctx context.Context, now *view.Open, id common.Hash) (bool, error) {
	j, err := now.Job(ctx, id)
	if err != nil {
		return false, err
	}
	inUse, err := now.InUse(ctx, j.Spec.Dataset, j.Spec.DatasetVersion, j.Spec.PolicyVersion)
	if err != nil || !inUse {
		return !inUse && err == nil, err
	}
	var refusal *reverts.Error
	switch _, err := now.CheckWorker(ctx, w.Keys.Address()); {
	case revoked(err):
		return true, nil
	case err != nil && !errors.As(err, &refusal): // what the chain refuses otherwise may be mended: collateral, a renewal
		return false, err
	}
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil || uint32(j.Reruns) < uint32(p.MaxReruns) {
		return false, err
	}
	d, err := now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return false, err
	}
	narrowed, err := now.LastNarrowed(ctx, d.Ledger)
	if err != nil {
		return false, err
	}
	return narrowed > j.ConsentRound || now.Round.Number > j.ConsentRound+uint64(p.MaxConsentAge), nil
}

// revoked reports whether the chain refuses an enclave for good: it is revoked, or a certificate behind its quote is.
func revoked(err error) bool {
	var refusal *reverts.Error
	return reverts.Is(err, "WorkerRevokedAlready") ||
		reverts.Is(err, "QuoteRefused") && errors.As(err, &refusal) && refusal.Args["step"] == string(tee.StepRevocation)
}

// notInUse reports whether the market refused because the dataset, its version or its policy is out of use.
func notInUse(err error) bool {
	for _, name := range []string{"DatasetIsStopped", "DatasetVersionRetired", "PolicyNotInEffect"} {
		if reverts.Is(err, name) {
			return true
		}
	}
	return false
}

// complete delivers the receipt and the encrypted result of a job whose charge is final and verified.
func (w *Worker) complete(ctx context.Context, j *view.Job, c *computation) (end string, next uint64, err error) {
	ciphertext, err := c.seal(ctx, w, j)
	if err != nil {
		return "", 0, err
	}
	r := receipt.Receipt{
		Job: j.ID, ConsentRound: c.charge.ConsentRound, ConsentRoot: c.charge.ConsentRoot, SubjectsRoot: c.charge.SubjectsRoot,
		LiveSubjects: c.charge.LiveSubjects, Dataset: j.Spec.Dataset, DatasetVersion: j.Spec.DatasetVersion,
		PolicyVersion: j.Spec.PolicyVersion, Program: j.Spec.Program, Parameters: j.Spec.Parameters, Rho: j.Spec.Rho,
		Inputs: c.charge.Inputs, Result: c.commitment, Ciphertext: receipt.HashBytes(ciphertext),
		Enclave: w.Keys.Address(), Measurement: c.measurement, Quote: j.Quote,
	}
	signed, err := r.Sign(w.domain(), w.Keys.Signing())
	if err != nil {
		return "", 0, fmt.Errorf("signing the receipt of job %s: %w", j.ID, err)
	}
	if err := c.keepPace(ctx, w.Pace); err != nil {
		return "", 0, err
	}
	w.Step(j.ID, "complete")
	input := w.market.PackComplete(j.ID, values.FromReceipt(r), signed.Signature[:], ciphertext)
	round, err := w.send(ctx, "delivering the result of job "+j.ID.Hex(), new(big.Int), input)
	if reverts.Is(err, "JobWrongState") {
		return "", 0, nil // delivered before a crash, or ended by the clock; the next round tells
	}
	if err != nil {
		return "", 0, err
	}
	w.Log.InfoContext(ctx, "Delivered a result", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}
