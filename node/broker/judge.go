package broker

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/internal/judge"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// facts are what the broker's own view says about a request.
type facts struct {
	job     *contracts.Job
	dataset contracts.Dataset
	policy  policy.Policy
	worker  contracts.Worker
}

// facts reads what the request speaks of.
func (b *Broker) facts(ctx context.Context, now *contracts.Open, rq release.Request) (*facts, error) {
	j, err := now.Job(ctx, rq.Job)
	if err != nil {
		return nil, err
	}
	if j.State() == job.None {
		return nil, refuse(release.CodeJob, "no job %s in round %d", rq.Job, now.Round.Number)
	}
	f := &facts{job: j}
	if f.dataset, err = now.Dataset(ctx, j.Spec.Dataset); err != nil {
		return nil, err
	}
	if err := b.names(j.Spec.Dataset, j.Broker(f.dataset.Broker)); err != nil {
		return nil, err
	}
	if f.policy, err = now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion); err != nil {
		return nil, err
	}
	if f.worker, err = now.Worker(ctx, rq.Enclave); err != nil {
		return nil, err
	}
	return f, nil
}

// judgeQuote checks that the quote is genuine, fresh and accepted by the dataset's policy, and that it binds the keys
// of the registered worker that asks.
func (b *Broker) judgeQuote(ctx context.Context, now *contracts.Open, rq release.Request, e tee.Evidence,
	f *facts) (*tee.Claims, error) {
	pinned, err := pinsOf(ctx, now, f.policy)
	if err != nil {
		return nil, err
	}
	claims, err := b.judge.Judge(ctx, now, b.cfg.Now(), e, nil, judge.Wanted{
		Operator: rq.Operator, Enclave: rq.Enclave, REK: rq.REK, Measurements: f.policy.Measurements,
		Roots:     f.policy.TrustRoots,
		Pins:      pinned,
		Simulated: true, // under a root that the dataset's policy names; Listed and the key's confirmation say more
	})
	var check *teepolicy.CheckError
	if errors.As(err, &check) {
		code := release.CodePolicy
		switch check.Check {
		case teepolicy.CheckFreshness, teepolicy.CheckCollateral, teepolicy.CheckRevocation:
			code = release.CodeQuote // which newer evidence or collateral can mend
		}
		return claims, refuse(code, "%v", err)
	}
	if err != nil {
		return claims, err
	}
	if err := b.judgeWorker(ctx, now, rq); err != nil {
		return claims, err
	}
	switch w := f.worker; {
	case w.Operator != rq.Operator || w.REK != rq.REK ||
		common.Hash(w.Measurement) != claims.Measurement ||
		common.Hash(w.TrustRoot) != claims.Root:
		return claims, refuse(release.CodeWorker,
			"enclave %s is registered with other keys, operator, measurement or root than its quote says", rq.Enclave)
	case claims.Simulated:
		return claims, b.lists(w.Operator)
	}
	return claims, nil
}

// pinsOf reads the pins that a policy names; nil when it names none.
func pinsOf(ctx context.Context, now *contracts.Open, p policy.Policy) (*pins.Pins, error) {
	if p.Pins == (common.Hash{}) {
		return nil, nil
	}
	pinned, _, err := now.Pins(ctx, p.Pins)
	var unread *contracts.PinsError
	if errors.As(err, &unread) {
		return nil, refuse(release.CodePins, "%v", err)
	}
	return pinned, err
}

// judgeWorker checks that the registration holds, as the chain does when a release is recorded.
func (b *Broker) judgeWorker(ctx context.Context, now *contracts.Open, rq release.Request) error {
	_, err := now.CheckWorker(ctx, rq.Enclave)
	var refused *solidity.Error
	if errors.As(err, &refused) {
		return refuse(release.CodeWorker, "the chain does not accept enclave %s: %v", rq.Enclave, refused)
	}
	return err
}

// judgeClaim checks that the job is one whose key the operator's enclave may ask for.
func (f *facts) judgeClaim(enclave common.Address) error {
	j := f.job
	switch j.State() {
	case job.Claimed, job.Charged, job.Sealed, job.Withheld:
	default:
		return refuse(release.CodeJob, "job %s is %s, not claimed", j.ID, j.State())
	}
	if j.Operator != f.worker.Operator {
		return refuse(release.CodeClaim, "job %s is claimed by enclave %s", j.ID, j.Current())
	}
	// Another enclave of the same operator: its predecessor's keys are gone with a restart. After a release it may go
	// on. Before it the claim ends, so that it can claim the job itself.
	if j.Current() != enclave && j.ReleasedAt == 0 {
		return refuse(release.CodeRestarted, "job %s is claimed by enclave %s, which is gone; claim it again",
			j.ID, j.Current())
	}
	return nil
}

// judgeJob checks that the job may have the key at this moment.
func (b *Broker) judgeJob(ctx context.Context, now *contracts.Open, f *facts, enclave common.Address) error {
	j := f.job
	if err := f.judgeClaim(enclave); err != nil {
		return err
	}
	if err := j.Spec.Validate(); err != nil { // before its budget is spent for nothing
		return refuse(release.CodeSpec, "job %s is not valid: %v", j.ID, err)
	}
	if err := b.judgeUse(ctx, now, f); err != nil {
		return err
	}
	if err := f.policy.UnknownRules(); err != nil {
		return refuse(release.CodeRules, "%v", err)
	}
	if j.Spec.Study != (common.Hash{}) && j.Spec.Release == job.Private && f.policy.MayShareBudget() {
		return refuse(release.CodeRules,
			"job %s may share its budget, and no worker of this version commits to the noise of that", j.ID)
	}
	if err := f.policy.AcceptsProgram(j.Spec.Program); err != nil {
		return refuse(release.CodeProgram, "%v", err)
	}
	if err := b.judgeBudget(ctx, now, j); err != nil {
		return err
	}
	if j.State() != job.Claimed {
		return nil // consent was fixed by the charge
	}
	if err := b.judgeCohort(ctx, now, f); err != nil {
		return err
	}
	return b.judgeRelease(ctx, now, j)
}

// judgeUse checks that what the job names is in use, and stays so until it can be finished. That it was so in the
// consent round, the market has checked, also in one that a gate has fixed.
func (b *Broker) judgeUse(ctx context.Context, now *contracts.Open, f *facts) error {
	j := f.job
	if f.dataset.Stopped { // which the custodian may take back
		return refuse(release.CodeStopped, "dataset %s is stopped", j.Spec.Dataset)
	}
	if j.State() != job.Claimed {
		return nil // what was charged is owed
	}
	inUse, err := now.InUse(ctx, j.Spec.Dataset, j.Spec.DatasetVersion, j.Spec.PolicyVersion)
	if err != nil {
		return err
	}
	if !inUse {
		return refuse(release.CodeRetired, "version %d or policy %d of dataset %s is no longer in use",
			j.Spec.DatasetVersion, j.Spec.PolicyVersion, j.Spec.Dataset)
	}
	if j.ReleasedAt != 0 {
		return nil
	}
	if from := f.dataset.PendingFrom; from != 0 && from <= now.Round.Time+uint64(f.policy.JobTimeout) {
		return refuse(release.CodeEnds, "another policy of dataset %s takes effect before job %s could be finished",
			j.Spec.Dataset, j.ID)
	}
	if j.ApprovedUntil == 0 {
		return refuse(release.CodeApproval, "job %s is not approved", j.ID)
	}
	return nil
}

// judgeRelease checks that the market would take the release now. What it refuses, such as a gate's no, it would refuse
// again: the claim would be left until its time is over.
func (b *Broker) judgeRelease(ctx context.Context, now *contracts.Open, j *contracts.Job) error {
	if j.ReleasedAt != 0 {
		return nil
	}
	err := now.CheckRelease(ctx, j, b.cfg.Sender.Address())
	var refused *solidity.Error
	switch {
	case errors.Is(err, solidity.ErrJobClaimLapsed):
		return refuse(release.CodeClaim, "the claim of job %s has lapsed", j.ID)
	case errors.As(err, &refused):
		return refuse(release.CodeMarket, "the market does not let the key of job %s out: %v", j.ID, refused)
	}
	return err
}

// judgeBudget checks that the budget of the job is there to be taken by the release, or was taken by it.
func (b *Broker) judgeBudget(ctx context.Context, now *contracts.Open, j *contracts.Job) error {
	if j.ReleasedAt == 0 {
		err := now.CheckBudget(ctx, j)
		var over *contracts.OverBudget
		if errors.As(err, &over) {
			return refuse(release.CodeBudget, "the budget of job %s: %v", j.ID, over)
		}
		return err
	}
	stage, err := now.BudgetStage(ctx, j)
	if err != nil {
		return err
	}
	if stage == budget.Unspent {
		return refuse(release.CodeBudget, "the budget of job %s was not spent by its release", j.ID)
	}
	return nil
}

// judgeCohort counts the subjects whose consent is live now. It is a public number: anyone can count it in the ledger.
func (b *Broker) judgeCohort(ctx context.Context, now *contracts.Open, f *facts) error {
	terms, err := now.Terms(ctx, f.job)
	if err != nil {
		return err
	}
	state, err := now.Consent(ctx, f.dataset.Ledger)
	if err != nil {
		return err
	}
	if live := state.CountLive(terms); live < f.policy.MinCohort {
		return refuse(release.CodeCohort, "%d subjects consent to job %s, the policy wants %d", live, f.job.ID,
			f.policy.MinCohort)
	}
	return nil
}
