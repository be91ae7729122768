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

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/reverts"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// run moves a job forward until this worker has no further part in it, and returns how that came about. Each turn
// of its loop reads the newest round and takes one step from the state it finds there, so that a step which was
// taken before a crash, or by somebody else, is simply not taken again. An error means: try again later.
//
// What the enclave computed is kept in p, for the same round of consent only: a step that failed does not ask
// for the key again.
func (w *Worker) run(ctx context.Context, id common.Hash, p *progress) (end string, err error) {
	for least := uint64(0); ; {
		told, err := w.View.Told(ctx, least)
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
func (w *Worker) step(ctx context.Context, told *view.Told, id common.Hash, p *progress) (end string, next uint64, err error) {
	j, err := told.Unconfirmed().Job(ctx, id)
	if err != nil {
		return "", 0, err
	}
	ours := j.Current() == w.Keys.Address()
	var hindrance error
	switch j.State() {
	case job.Approved:
		if end, next, err = w.claim(ctx, told.Unconfirmed(), j); end == "" {
			return "", next, err
		}
		_, err = w.View.Confirm(ctx, told)
		return end, 0, err
	case job.Claimed, job.Charged:
		if ours && !p.ends(j) && !p.c.of(j) {
			p.c.close()
			p.c.forget()
			p.c, hindrance = w.prepare(ctx, told, j)
		}
	default:
	}
	now, done, err := w.confirmed(ctx, told, j)
	if err != nil {
		return "", 0, errors.Join(err, hindrance)
	}
	defer done()
	if hindrance != nil {
		return w.hindered(ctx, now, j, p, hindrance)
	}
	return w.confirmedStep(ctx, now, told.Unconfirmed().Round, j, p)
}

// confirmed returns a round that a header has confirmed and in which the job is as it is in the one that the node
// tells of: the newest that there is, where the job has not changed since, or else the told one, once its header is
// there.
func (w *Worker) confirmed(ctx context.Context, told *view.Told, j *view.Job) (now *view.Open, done func(), err error) {
	latest, err := w.View.Latest(ctx)
	if err != nil {
		return nil, nil, err
	}
	if as, err := latest.Job(ctx, j.ID); err == nil && reflect.DeepEqual(as, j) {
		return latest, latest.Close, nil
	}
	latest.Close()
	now, err = w.View.Confirm(ctx, told)
	return now, func() {}, err
}

// confirmedStep takes the step that follows from what a header has confirmed, at a round that the node tells of.
func (w *Worker) confirmedStep(
	ctx context.Context, now *view.Open, told view.Round, j *view.Job, p *progress,
) (end string, next uint64, err error) {
	if ours := j.Current() == w.Keys.Address(); !ours || j.State() != job.Charged { // which shows its list below
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
	ours := j.Current() == w.Keys.Address()
	switch succeeds := w.mine(j) && w.Memory.Was(j.Current()); {
	case !ours && !succeeds:
		return w.standBy(ctx, now, j)
	case j.State() == job.Sealed || j.State() == job.Withheld:
		return w.open(ctx, now, j, p.c)
	case p.ends(j):
		return w.awaitEnd(ctx, now, j, &p.hopeless)
	case !ours:
		return w.takeOver(ctx, now, j, p)
	case j.State() == job.Claimed:
		return w.charge(ctx, now, j, p.c)
	}
	if p.c.charge.StructHash() != j.Charge {
		return w.redraw(ctx, now, j, p.c)
	}
	if w.Uses.Dir != "" {
		if err := w.Uses.Show(j.ID); err != nil { // subjects can ask their worker for it; the researcher does not wait
			w.Log.WarnContext(ctx, "Failed to show a use list", slog.Any("error", err))
		}
	}
	return w.seal(ctx, now, told, j, p.c)
}

// claim claims an approved job when the dataset's policy accepts this worker.
func (w *Worker) claim(ctx context.Context, now *view.Open, j *view.Job) (end string, next uint64, err error) {
	switch {
	case now.Round.Time > j.Spec.Deadline:
		return "past its deadline", 0, nil
	case now.Round.Time > j.ApprovedUntil:
		return "its approval has expired", 0, nil // the feed tells of a new one
	}
	// The contract takes what it cannot judge, such as a kind that no worker runs yet.
	if err := j.Spec.Validate(); err != nil {
		return "not valid: " + err.Error(), 0, nil
	}
	if accepted, err := w.accepted(ctx, now, j); err != nil || !accepted {
		return notAccepted, 0, err
	}
	refused, err := now.Refused(ctx, j.ID, w.Keys.Address())
	if err != nil {
		return "", 0, err
	}
	if refused {
		return "barred by the broker", 0, nil
	}
	live, err := w.mayClaim(ctx, now, j)
	if err != nil {
		return "", 0, err
	}
	service := w.services.of(j.Spec.Dataset, w.Now())
	if service == nil {
		return tooMany, 0, nil
	}
	if err := w.served(ctx, now, j.Spec.Dataset, service); err != nil {
		return "", 0, err
	}
	if end, err := w.deliverable(ctx, now, j, live); err != nil || end != "" {
		return end, 0, err
	}
	bond, err := now.Bond(ctx)
	if err != nil {
		return "", 0, err
	}
	w.Step(j.ID, "claim")
	round, err := w.send(ctx, "claiming job "+j.ID.Hex(), bond, w.market.PackClaim(j.ID, w.Keys.Address()))
	switch {
	case reverts.Is(err, "JobWrongState"):
		return "", 0, nil // somebody was faster; the next round tells who
	case reverts.Is(err, "PolicyNotInEffect"), reverts.Is(err, "DatasetVersionRetired"), reverts.Is(err, "DatasetVersionOld"):
		return "out of use", 0, nil // for good; a dataset that is stopped may be resumed
	case err != nil:
		return "", 0, err
	}
	w.Log.InfoContext(ctx, "Claimed a job", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// mayClaim checks by the worker's view what the market and the broker will ask for: a claim that comes to nothing
// costs a part of its bond. What may change is a *waiting.
func (w *Worker) mayClaim(ctx context.Context, now *view.Open, j *view.Job) (live uint32, err error) {
	until, err := now.WaitsUntil(ctx, j.ID, w.Sender.Address())
	if err != nil {
		return 0, err
	}
	if until >= now.Round.Time {
		left := time.Duration(until-now.Round.Time+1) * time.Second
		return 0, &waiting{why: "this operator's last claim came to nothing", until: left}
	}
	_, err = now.CheckWorker(ctx, w.Keys.Address())
	var refusal *reverts.Error
	if errors.As(err, &refusal) {
		return 0, &waiting{why: "the chain does not accept this enclave: " + refusal.Error(), until: invalidPause, heed: true}
	}
	if err != nil {
		return 0, err
	}
	dataset, err := now.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return 0, err
	}
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return 0, err
	}
	if from := dataset.PendingFrom; from != 0 && from <= now.Round.Time+uint64(p.ClaimTimeout)+uint64(p.JobTimeout) {
		return 0, &waiting{why: "another policy takes effect before it could be finished", until: policyPause, heed: true}
	}
	err = now.CheckBudget(ctx, j)
	var over *view.OverBudget
	if errors.As(err, &over) {
		return 0, &waiting{why: over.Error(), until: budgetPause, heed: true}
	}
	if err != nil {
		return 0, err
	}
	terms, err := now.Terms(ctx, j)
	if err != nil {
		return 0, err
	}
	state, err := now.Consent(ctx, dataset.Ledger)
	if err != nil {
		return 0, err
	}
	if live = state.CountLive(terms); live < p.MinCohort {
		why := fmt.Sprintf("%d subjects consent to it, the policy wants %d", live, p.MinCohort)
		return 0, &waiting{why: why, until: cohortPause, heed: true}
	}
	return live, nil
}

// deliverable checks that the worker has what the job is made of: a file that cannot be had, or is not the one on
// record, and a key to which nothing can be sealed are better known before the bond is at stake, and so is what takes
// more memory or time than there is.
func (w *Worker) deliverable(ctx context.Context, now *view.Open, j *view.Job, live uint32) (end string, err error) {
	posted := *j
	posted.ClaimRound = now.Round.Number // it is searched for from there backwards
	post, err := w.Feed.Post(ctx, &posted)
	if err != nil {
		return "", err
	}
	if _, err := sealed.ParsePublicKey(post.ResearcherKey); err != nil {
		return "not valid: " + err.Error(), nil
	}
	version, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return "", err
	}
	m, err := w.material(ctx, j, &version, post.Parameters)
	if errors.Is(err, errRoster) || errors.Is(err, errHeader) {
		return err.Error(), nil
	}
	if err != nil {
		return "", err
	}
	m.file.Close()
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return "", err
	}
	public := query.Sizes{Schema: m.schema, Rows: m.table.Rows, Live: live}
	if err := fits(public, m.plan, j.Spec.Release, w.MaxHeld, uint64(p.JobTimeout)); err != nil {
		return err.Error(), nil
	}
	return "", nil
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
	if !accepts(&p, &me) || p.Pins == (common.Hash{}) {
		return accepts(&p, &me) && !sharesDraw(&p, &j.Spec), nil
	}
	pinned, _, err := now.Pins(ctx, p.Pins)
	var unread *view.PinsError
	if errors.As(err, &unread) {
		return false, nil
	}
	return err == nil && keeps(pinned, w.claims.Load()), err
}

// keeps reports whether what this machine's quotes claim is as pinned. Before the first quote, the broker says.
func keeps(pinned *pins.Pins, claims *tee.Claims) bool {
	return claims == nil || teepolicy.Pinned(pinned, claims) == nil
}

// accepts reports whether a policy accepts a worker that is registered so, and asks nothing of it that it does not
// know: the broker would refuse the key, and the claim would cost a part of its bond.
func accepts(p *policy.Policy, me *bindings.IWorkerRegistryWorker) bool {
	return p.UnknownRules() == nil && p.AcceptsWorker(me.Measurement, me.TrustRoot) == nil
}

// sharesDraw reports whether a job may have to share its budget, and the noise that it pays for, with others: the
// noise of such a release is that of several enclaves, and this version exchanges no shares.
func sharesDraw(p *policy.Policy, s *job.Spec) bool {
	return s.Study != (common.Hash{}) && s.Release == job.Private && p.MayShareBudget()
}

// cohortPause is how long a worker leaves a job alone to which too few subjects consent.
const cohortPause = 8 * time.Second

// budgetPause and policyPause are how long a worker leaves a job alone whose budget does not fit now, or whose policy
// is about to be replaced.
const (
	budgetPause = 8 * time.Second
	policyPause = 10 * time.Minute
)

// invalidPause is how long a worker leaves a job alone whose registration does not hold.
const invalidPause = 8 * time.Second

// broker returns a client of the broker that the operator named for a dataset.
func (w *Worker) broker(dataset common.Hash) (*release.Client, error) {
	url, err := w.Brokers(dataset)
	if err != nil {
		return nil, err
	}
	return release.NewClient(url, w.HTTP)
}

// standBy leaves a job to whoever has claimed it, which may be another worker of this operator. When their time is
// over it asks the market to end the claim: the market has no clock of its own, and the job may then be this
// worker's.
func (w *Worker) standBy(ctx context.Context, now *view.Open, j *view.Job) (end string, next uint64, err error) {
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
	return w.overdue(ctx, now, j, &waiting{why: "claimed by " + j.Enclave.Hex(), until: left, heed: true})
}

// takeOver goes on with a job that this worker claimed before it was started again, with an enclave whose keys
// are gone. The broker, once it has judged this enclave's quote, ends the claim before the key release, and
// hands the job over after it.
func (w *Worker) takeOver(
	ctx context.Context, now *view.Open, j *view.Job, p *progress,
) (end string, next uint64, err error) {
	w.Step(j.ID, "take over")
	if j.ReleasedAt == 0 {
		return w.leaveClaim(ctx, now, j, &p.hopeless)
	}
	key, err := w.key(ctx, now, j, nil)
	if err != nil {
		return w.hindered(ctx, now, j, p, err)
	}
	if err := w.handedOver(ctx, j, key.Round); err != nil {
		return w.hindered(ctx, now, j, p, err)
	}
	w.Log.InfoContext(ctx, "Took a job over", slog.String("job", j.ID.Hex()), slog.Uint64("round", key.Round))
	return "", key.Round, nil
}

// handedOver checks that the hand-over to this enclave is on record in the round that came with a key. Anybody on the
// line to the broker can wrap a key to this enclave; if that alone counted, it could be had here for ever, and
// others' jobs would wait.
func (w *Worker) handedOver(ctx context.Context, j *view.Job, round uint64) error {
	at, err := w.View.At(ctx, round)
	if err != nil {
		return err
	}
	defer at.Close()
	after, err := at.Job(ctx, j.ID)
	if err != nil {
		return err
	}
	return isIn(after, w.Keys.Address(), round)
}

// isIn returns an error unless a job is in an enclave in a round.
func isIn(j *view.Job, enclave common.Address, round uint64) error {
	if got := j.Current(); got != enclave {
		return fmt.Errorf("a key came for job %s, which is in enclave %s in round %d, not in this one", j.ID, got, round)
	}
	return nil
}

// hindered decides what becomes of a job whose preparation failed. Each way out is a call that the market takes only
// in the case that it is for, so that nothing that somebody says in between can cost more than a try.
func (w *Worker) hindered(
	ctx context.Context, now *view.Open, j *view.Job, p *progress, cause error,
) (string, uint64, error) {
	var (
		refusal *release.Refusal // signed by the job's broker, by a round that this view has reached
		unfit   *view.UnfitRound
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
		p.hopeless.begin(j, cause, w.Now())
		p.hopeless.told = true
		return w.awaitEnd(ctx, now, j, &p.hopeless)
	case refused && j.State() == job.Claimed && release.NotInUse(refusal.Code):
		return w.endNotInUse(ctx, now, j, cause)
	case refused && j.ReleasedAt == 0 && !renewable(refusal):
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
// consent was narrowed and no rerun is left, the claim ends for that, which costs no more, and nothing where there was no
// choice.
func (w *Worker) returnClaim(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	out, err := narrowedOut(ctx, now, j)
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	if out {
		ended := w.endNarrowed(ctx, j, cause)
		if !reverts.Is(ended, "JobNotNarrowed") && !reverts.Is(ended, "JobRerunsLeft") {
			return "", 0, ended
		}
	}
	w.Log.WarnContext(ctx, "Giving a claim back", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	round, err := w.send(ctx, "giving back the claim of job "+j.ID.Hex(), new(big.Int), w.market.PackReturnClaim(j.ID, j.ClaimRound))
	switch {
	case reverts.Is(err, "JobReleased"), moved(err):
		return "", 0, nil
	case err != nil:
		return "", 0, err
	}
	return "", round, errClaimEnded // the job is open again, for others, and later for this worker
}

// narrowedOut reports whether a job cannot be charged in its claim any more, because consent was narrowed since its
// consent round and no rerun is left.
func narrowedOut(ctx context.Context, now *view.Open, j *view.Job) (bool, error) {
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
func (w *Worker) endNarrowed(ctx context.Context, j *view.Job, cause error) error {
	what := "ending the claim of job " + j.ID.Hex() + ", whose consent is narrowed too often"
	return w.endClaim(ctx, j, what, w.market.PackEndNarrowed(j.ID, j.ClaimRound), cause)
}

// abandon ends a job to which a key was released, at the price of the bond: what hinders it does not get better.
func (w *Worker) abandon(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	if j.ReleasedAt == 0 {
		return w.returnClaim(ctx, now, j, cause)
	}
	w.Log.WarnContext(ctx, "Abandoning a job", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	_, err := w.send(ctx, "abandoning job "+j.ID.Hex(), new(big.Int), w.market.PackAbandon(j.ID, j.ClaimRound))
	switch {
	case reverts.Is(err, "JobNotReleased"), moved(err):
		return "", 0, nil
	case err != nil:
		return "", 0, err
	}
	return "abandoned", 0, nil
}

// rerun takes a newer consent round, because consent was narrowed or the old round is too far back. When no rerun is
// left, the claim ends for that reason.
func (w *Worker) rerun(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	if now.Round.Number <= j.ConsentRound {
		return "", j.ConsentRound + 1, nil // one consent round a block
	}
	w.Step(j.ID, "rerun")
	input := w.market.PackRerun(j.ID, j.ClaimRound, j.ConsentRound)
	round, err := w.send(ctx, "running job "+j.ID.Hex()+" again", new(big.Int), input)
	switch {
	case err == nil:
		w.Log.InfoContext(ctx, "Running a job again", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
		return "", round, nil
	case reverts.Is(err, "JobConsentRoundWrong"), moved(err):
		return "", 0, nil
	case !reverts.Is(err, "JobRerunsExhausted"):
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
func (w *Worker) endNotInUse(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	what := "ending the claim of job " + j.ID.Hex() + ", whose dataset is not in use"
	err := w.endClaim(ctx, j, what, w.market.PackEndNotInUse(j.ID, j.ClaimRound), cause)
	var unfit *view.UnfitRound
	switch {
	case err == nil:
		return "", 0, nil
	case errors.Is(err, errClaimEnded):
		return "", 0, err
	case reverts.Is(err, "JobInUse") && j.ReleasedAt == 0:
		// The node's word alone, that there is no such reason, costs nothing.
		inUse, verr := now.InUse(ctx, j.Spec.Dataset, j.Spec.DatasetVersion, j.Spec.PolicyVersion)
		if verr == nil && inUse {
			return w.returnClaim(ctx, now, j, cause)
		}
	case reverts.Is(err, "JobInUse") && errors.As(cause, &unfit):
		return w.rerun(ctx, now, j, cause)
	}
	return w.overdue(ctx, now, j, errors.Join(cause, err))
}

// endClaim ends a claim for a reason that is public on chain: budget and bond go back. It returns errClaimEnded, or
// nil when the job took another course, or the market's refusal.
func (w *Worker) endClaim(ctx context.Context, j *view.Job, what string, input []byte, cause error) error {
	w.Log.WarnContext(ctx, "Ending a claim", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
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
	return reverts.Is(err, "JobWrongState") || reverts.Is(err, "JobClaimMismatch")
}

// errClaimEnded says that this worker ended its claim, and the job is open again or over.
var errClaimEnded = errors.New("the claim is ended")

// due is the last second before anybody may end a claim, or a job that was charged.
func (w *Worker) due(ctx context.Context, now *view.Open, j *view.Job) (uint64, error) {
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
func (w *Worker) overdue(ctx context.Context, now *view.Open, j *view.Job, cause error) (string, uint64, error) {
	due, err := w.due(ctx, now, j)
	if err != nil {
		return "", 0, errors.Join(cause, err)
	}
	if now.Round.Time <= due {
		return "", 0, cause
	}
	w.Log.WarnContext(ctx, "Ending what is overdue", slog.String("job", j.ID.Hex()), slog.Any("error", cause))
	what, input := "failing job ", w.market.PackFail(j.ID, j.ClaimRound)
	if j.ReleasedAt == 0 {
		what, input = "ending the lapsed claim of job ", w.market.PackLapse(j.ID, j.ClaimRound)
	}
	round, err := w.send(ctx, what+j.ID.Hex(), new(big.Int), input)
	if moved(err) || reverts.Is(err, "JobReleased") {
		return "", 0, nil
	}
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

// charge fixes the inputs on chain. When consent narrowed since the consent round the job is run again from a newer
// round; when it cannot be any more, the market ends the claim.
func (w *Worker) charge(ctx context.Context, now *view.Open, j *view.Job, c *computation) (end string, next uint64, err error) {
	if now.Round.Number <= j.ConsentRound {
		return "", j.ConsentRound + 1, nil // the market takes a charge once the consent round is over
	}
	// Before the charge is sent, so that no job is charged whose list was never there.
	if w.Uses.Dir != "" {
		if err := w.Uses.Keep(c.uses); err != nil {
			return "", 0, err
		}
	}
	w.Step(j.ID, "charge")
	input := w.market.PackCharge(j.ID, j.ClaimRound, values.FromCharge(c.charge))
	round, err := w.send(ctx, "charging job "+j.ID.Hex(), new(big.Int), input)
	switch {
	case err == nil:
		w.Log.InfoContext(ctx, "Charged a job", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
		return "", round, nil
	case reverts.Is(err, "JobConsentNarrowed"), reverts.Is(err, "JobConsentTooOld"), reverts.Is(err, "JobConsentRoundWrong"):
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

// revoked reports whether the chain refuses this enclave for good, in the worker's own view: it is revoked, or a
// certificate behind its quote is.
func (w *Worker) revoked(ctx context.Context, now *view.Open) (bool, error) {
	_, err := now.CheckWorker(ctx, w.Keys.Address())
	var refusal *reverts.Error
	if err == nil || !errors.As(err, &refusal) {
		return false, err
	}
	return reverts.Is(err, "WorkerRevokedAlready") || reverts.Is(err, "QuoteRefused") && refusal.Args["step"] == string(tee.StepRevocation), nil
}

// notInUse reports whether the market refused because the dataset, its version or its policy is out of use.
func notInUse(err error) bool {
	for _, name := range []string{"DatasetIsStopped", "DatasetVersionRetired", "DatasetVersionOld", "PolicyNotInEffect"} {
		if reverts.Is(err, name) {
			return true
		}
	}
	return false
}

// seal delivers the receipt and the sealed result of a job whose charge is final and verified. It computes before the
// moment of the release has come, and sends at that moment, which comes when a verified block has its time. That a
// round has it too, by which the contract takes the time, is the node's word: the contract refuses a seal
// before it, and open one that was made all the same.
func (w *Worker) seal(
	ctx context.Context, now *view.Open, told view.Round, j *view.Job, c *computation,
) (end string, next uint64, err error) {
	if err := w.fixKeys(ctx, now, j, c); err != nil {
		return "", 0, err
	}
	ciphertext, err := c.seal(ctx, w, j)
	if err != nil {
		return "", 0, err
	}
	c.forget()
	if told.Time < c.charge.Moment {
		return "", told.Number + 1, nil
	}
	if err := w.View.Until(ctx, c.charge.Moment); err != nil {
		return "", 0, err
	}
	r := receipt.Receipt{
		Job: j.ID, Charge: c.charge, Result: c.commitment, Ciphertext: receipt.HashBytes(ciphertext), Size: uint64(len(ciphertext)),
		Opening: c.opening.Commitment(), Enclave: w.Keys.Address(), Measurement: c.measurement, Quote: j.Quote,
	}
	signed, err := r.Sign(w.domain(), w.Keys.Signing())
	if err != nil {
		return "", 0, fmt.Errorf("signing the receipt of job %s: %w", j.ID, err)
	}
	w.Step(j.ID, "seal")
	input := w.market.PackSeal(j.ID, values.FromReceipt(r), signed.Signature[:], ciphertext)
	round, err := w.send(ctx, "sealing the result of job "+j.ID.Hex(), new(big.Int), input)
	if reverts.Is(err, "JobWrongState") {
		return "", 0, nil // sealed before a crash, or ended by the clock; the next round tells
	}
	if reverts.Is(err, "JobBeforeMoment") {
		return "", told.Number + 1, nil // the round's time is behind that of the verified block
	}
	if err != nil {
		return w.overdue(ctx, now, j, err)
	}
	w.Log.InfoContext(ctx, "Sealed a result", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// open gives away the key that opens a result, once the worker's own view shows that it is sealed. The enclave that
// sealed it has the key; one that took over gets the job's share from the broker, and what was charged from the
// chain.
func (w *Worker) open(ctx context.Context, now *view.Open, j *view.Job, c *computation) (end string, next uint64, err error) {
	var (
		key    opening.Key
		moment uint64
	)
	if c != nil && c.opening.Commitment() == j.Opening {
		key, moment = c.opening, c.charge.Moment
	} else if key, moment, err = w.openingKey(ctx, now, j); err != nil {
		why := "its result is sealed, and the key that opens it cannot be had: " + err.Error()
		return "", 0, &waiting{why: why, until: openPause, heed: true, again: true}
	}
	if err := isInTime(j, moment); err != nil {
		return err.Error(), 0, nil
	}
	w.Step(j.ID, "open")
	round, err := w.send(ctx, "opening the result of job "+j.ID.Hex(), new(big.Int), w.market.PackOpen(j.ID, key))
	if reverts.Is(err, "JobWrongState") {
		return "", 0, nil // opened before a crash
	}
	if err != nil {
		return "", 0, err
	}
	w.Log.InfoContext(ctx, "Opened a result", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// isInTime returns an error for a result that was sealed before its moment, which no auditor takes. It is not opened,
// and its operator not paid: a node that told this worker of a round that never was had it sealed too early.
func isInTime(j *view.Job, moment uint64) error {
	if j.SealedAt >= moment {
		return nil
	}
	return fmt.Errorf("sealed at %d, before the moment of its release, %d, and therefore not opened", j.SealedAt, moment)
}

// openPause is how long a worker leaves a sealed job alone whose opening key it cannot have, at first: a result can be
// withheld for ever.
const openPause = 8 * time.Second

// openingKey derives the key that opens a result which this enclave did not seal, and finds out the moment of its
// release.
func (w *Worker) openingKey(ctx context.Context, now *view.Open, j *view.Job) (opens opening.Key, moment uint64, err error) {
	w.Step(j.ID, "take over")
	charge, err := w.Feed.Charge(ctx, j)
	if err != nil {
		return opening.Key{}, 0, err
	}
	key, err := w.key(ctx, now, j, nil)
	if err != nil {
		return opening.Key{}, 0, err
	}
	opens, err = deriveOpening(key.Share, j)
	return opens, charge.Moment, err
}

// deriveOpening derives the key that opens a sealed result. A share that gives another one is an error, so that it is
// asked for again: anybody on the line to the broker can wrap one to this enclave, and a worker that believed it
// would let its result be withheld.
func deriveOpening(share []byte, j *view.Job) (opening.Key, error) {
	key, err := opening.Derive([][]byte{share}, j.ID, j.Charge)
	if err != nil {
		return opening.Key{}, err
	}
	if key.Commitment() != j.Opening {
		return opening.Key{}, fmt.Errorf("what came as the broker's answer does not give the key that opens job %s", j.ID)
	}
	return key, nil
}
