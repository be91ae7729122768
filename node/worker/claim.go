package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// claim claims an approved job when the dataset's policy accepts this worker.
func (w *Worker) claim(ctx context.Context, now *contracts.Open,
	j *contracts.Job) (end string, next uint64, err error) {
	switch {
	case now.Round.Time > j.Spec.Deadline:
		return pastDeadline, 0, nil
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
	refused, err := now.Refused(ctx, j.ID, w.cfg.Keys.Address())
	if err != nil {
		return "", 0, err
	}
	if refused {
		return "", 0, &waiting{why: "its broker refused this enclave, and the chain bars it from the job: this " +
			"worker asks again with another one, once it is started anew", until: longestPause, wakes: true}
	}
	live, err := w.mayClaim(ctx, now, j)
	if err != nil {
		return "", 0, err
	}
	service := w.services.of(j.Spec.Dataset, w.cfg.Now())
	if service == nil {
		return tooMany, 0, nil
	}
	if err := w.checkServed(ctx, now, j.Spec.Dataset, service); err != nil {
		return "", 0, err
	}
	if end, err := w.deliverable(ctx, now, j, live); err != nil || end != "" {
		return end, 0, err
	}
	bond, err := now.Bond(ctx)
	if err != nil {
		return "", 0, err
	}
	w.cfg.Step(j.ID, StepClaim)
	round, err := w.send(ctx, "claiming job "+j.ID.Hex(), bond, w.market.PackClaim(j.ID, w.cfg.Keys.Address()))
	switch {
	case errors.Is(err, solidity.ErrJobWrongState):
		return "", 0, nil // another worker was faster; the next round tells which
	case errors.Is(err, solidity.ErrPolicyNotInEffect), errors.Is(err, solidity.ErrDatasetVersionRetired),
		errors.Is(err, solidity.ErrDatasetVersionOld):
		return "out of use", 0, nil // for good; a dataset that is stopped may be resumed
	case err != nil:
		return "", 0, err
	}
	w.cfg.Log.InfoContext(ctx, "Claimed a job", slog.String("job", j.ID.Hex()), slog.Uint64("round", round))
	return "", round, nil
}

// mayClaim checks by the worker's view what the market and the broker will ask for: a claim that comes to nothing costs
// a part of its bond. What may change is a *waiting.
func (w *Worker) mayClaim(ctx context.Context, now *contracts.Open, j *contracts.Job) (live uint32, err error) {
	until, err := now.WaitsUntil(ctx, j.ID, w.cfg.Sender.Address())
	if err != nil {
		return 0, err
	}
	if until >= now.Round.Time {
		left := time.Duration(until-now.Round.Time+1) * time.Second
		return 0, &waiting{why: "this operator's last claim came to nothing", until: left}
	}
	_, err = now.CheckWorker(ctx, w.cfg.Keys.Address())
	var refusal *solidity.Error
	if errors.As(err, &refusal) {
		return 0, &waiting{why: "the chain does not accept this enclave: " + refusal.Error(), until: invalidPause,
			wakes: true}
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
		return 0, &waiting{why: "another policy takes effect before it could be finished", until: policyPause,
			wakes: true}
	}
	err = now.CheckBudget(ctx, j)
	var over *contracts.OverBudget
	if errors.As(err, &over) {
		return 0, &waiting{why: over.Error(), until: budgetPause, wakes: true}
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
		return 0, &waiting{why: why, until: cohortPause, wakes: true}
	}
	return live, nil
}

// deliverable checks that the worker has what the job is made of: a file that cannot be had, or is not the one on
// record, and a key to which nothing can be sealed are better known before the bond is at stake, and so is what takes
// more memory or time than there is.
func (w *Worker) deliverable(ctx context.Context, now *contracts.Open, j *contracts.Job,
	live uint32) (end string, err error) {
	posted := *j
	posted.ClaimRound = now.Round.Number // it is searched for from there backwards
	post, err := w.cfg.Feed.Post(ctx, &posted)
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
	if errors.Is(err, errRoster) || errors.Is(err, errHeader) { // until the custodian puts the right files there
		return "", &waiting{why: err.Error(), until: filePause, wakes: true, again: true}
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
	if err := fits(public, m.plan, j.Spec.Release, w.cfg.MaxHeld, uint64(p.JobTimeout)); err != nil {
		return doesNotFit + err.Error(), nil
	}
	return "", nil
}

// pastDeadline ends a worker's part in a job that cannot be claimed any more.
const pastDeadline = "past its deadline"

// doesNotFit begins why a worker cannot run a job that one with more memory could.
const doesNotFit = "it does not fit: "

// notAccepted ends a worker's part in a job of a dataset that is not for its like.
const notAccepted = "not accepted by the policy"

// accepted reports whether the job's policy accepts this worker.
func (w *Worker) accepted(ctx context.Context, now *contracts.Open, j *contracts.Job) (bool, error) {
	p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return false, err
	}
	me, err := now.Worker(ctx, w.cfg.Keys.Address())
	if err != nil {
		return false, err
	}
	if !accepts(&p, &me) || p.Pins == (common.Hash{}) {
		return accepts(&p, &me) && !sharesDraw(&p, &j.Spec), nil
	}
	pinned, _, err := now.Pins(ctx, p.Pins)
	var unread *contracts.PinsError
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
func accepts(p *policy.Policy, me *contracts.Worker) bool {
	return p.UnknownRules() == nil && p.AcceptsWorker(me.Measurement, me.TrustRoot) == nil
}

// sharesDraw reports whether a job may have to share its budget, and the noise that it pays for, with others: the noise
// of such a release is that of several enclaves, and this version exchanges no shares.
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

// filePause is how long a worker leaves a job alone whose dataset's files are not those on record, at first.
const filePause = 8 * time.Second

// invalidPause is how long a worker leaves a job alone whose registration does not hold.
const invalidPause = 8 * time.Second
