package jobs_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/localnet/story"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// What becomes of a job, by what the market tells of it.
var (
	notClaimed = []string{"posted", "approved", "cancelled"}
	noKey      = []string{"posted", "approved", "claimed", "claim given up", "cancelled"}
)

func failed(why string) []string {
	return []string{"posted", "approved", "claimed", "released", "failed: " + why}
}

// TestStory_theDatasetGoesOutOfUseBetweenAnyTwoSteps is guarantee 4, and the part of 3 that a custodian can change: from the
// moment that a dataset is stopped, its version retired or its policy replaced by a stricter one, no key is released and
// nothing is charged. What was charged before is delivered.
func TestStory_theDatasetGoesOutOfUseBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name     string
		do, undo func(t testing.TB, s *study)
	}{
		{
			name: "stopped",
			do:   func(t testing.TB, s *study) { try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t) },
			undo: func(t testing.TB, s *study) { must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t) },
		},
		{
			name: "retired",
			do: func(t testing.TB, s *study) {
				try(s.Client.RetireVersion(t.Context(), s.Custodian, s.Dataset, s.dataset(t).Version))(t)
			},
			undo: func(t testing.TB, s *study) { s.publish(t) },
		},
		{
			name: "under a stricter policy",
			do: func(t testing.TB, s *study) {
				p := s.policy(t)
				p.MinCohort++
				if change := try(s.Client.SetPolicy(t.Context(), s.Custodian, s.Dataset, p))(t); change != nil && change.Looser {
					t.Error("a larger cohort counts as looser")
				}
			},
			undo: func(testing.TB, *study) {}, // the next job names the policy of then
		},
	} {
		t.Run(way.name, func(t *testing.T) {
			t.Parallel()
			goOutOfUse(t, way.do, way.undo)
		})
	}
}

// goOutOfUse has a dataset go out of use before each step of a job, and come back.
func goOutOfUse(t *testing.T, do, undo func(t testing.TB, s *study)) {
	const people, rho = 12, 100
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	spent := uint64(0)
	for _, c := range []struct {
		before string
		steps  []string
		state  job.State
		says   []string
		spends bool
	}{
		{before: atClaim, steps: notClaimed, state: job.Cancelled},
		{before: atConsent, steps: noKey, state: job.Cancelled, says: []string{"stopped"}},
		{before: atKey, steps: noKey, state: job.Cancelled, says: []string{"stopped"}},
		{before: atVerify, steps: failed("not in use"), state: job.Failed, says: []string{"released"}, spends: true},
		{before: atCharge, steps: failed("not in use"), state: job.Failed, says: []string{"released"}, spends: true},
		{before: atCompute, steps: usualSteps(), state: job.Done, says: []string{"released"}, spends: true},
		{before: atComplete, steps: usualSteps(), state: job.Done, says: []string{"released"}, spends: true},
	} {
		t.Run("before "+c.before, func(t *testing.T) {
			done := d.once(c.before, func(*runningWorker, common.Hash) { do(t, s) })
			id := s.ask(t, wanted{rho: rho})
			happened(t, done)
			if c.state == job.Cancelled {
				s.waitStep(t, id, c.steps[len(c.steps)-2])
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			}
			s.end(t, id, c.state)
			if c.state != job.Done {
				s.checkNothing(t, id)
			}
			s.checkSteps(t, id, c.steps...)
			b.checkDecisions(t, id, c.says...)
			if c.spends {
				spent += rho
			}
			s.checkBudget(t, 0, spent)
			undo(t, s)
		})
	}
}

// TestStory_theDatasetIsStoppedAndResumed: a stop does not end a job that nobody has claimed; it waits.
func TestStory_theDatasetIsStoppedAndResumed(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	done := d.once(atClaim, func(*runningWorker, common.Hash) { try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t) })
	id := s.ask(t, wanted{})
	happened(t, done)
	s.waitsFor(t, id, 3)
	must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t)
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
}

// TestStory_theWorkerIsRevokedBetweenAnyTwoSteps: a revoked worker gets no key and charges nothing. It is its operator's own
// fault, so the bond goes to the researcher when the key was out.
func TestStory_theWorkerIsRevokedBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) { p.JobTimeout = 10 }})
	b := s.startBroker(t, brokerOptions{})
	owner := must(s.Client.Account(s.owner))(t)
	for _, c := range []struct {
		before string
		steps  []string
		state  job.State
		says   []string
	}{
		{before: atClaim, steps: notClaimed, state: job.Cancelled},
		{before: atKey, steps: noKey, state: job.Cancelled, says: []string{"worker"}},
		{before: atCharge, steps: failed("late"), state: job.Failed, says: []string{"released"}},
		{before: atComplete, steps: usualSteps(), state: job.Done, says: []string{"released"}},
	} {
		t.Run("before "+c.before, func(t *testing.T) {
			d := newDirector()
			done := d.once(c.before, func(w *runningWorker, _ common.Hash) { s.revokeWorker(t, owner, w.enclave) })
			s.startWorker(t, workerOptions{name: c.before, broker: b.url, step: d.step})
			id := s.ask(t, wanted{})
			happened(t, done)
			if c.state == job.Cancelled {
				s.waitStep(t, id, c.steps[len(c.steps)-2])
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			}
			s.end(t, id, c.state)
			if c.state != job.Done {
				s.checkNothing(t, id)
			}
			s.checkSteps(t, id, c.steps...)
			b.checkDecisions(t, id, c.says...)
		})
	}
}

// TestStory_theCohortFallsBelowTheMinimumBetweenAnyTwoSteps: the count of those who consent is public, so whoever looks may
// stop a job because of it. Once the key is out, giving up costs the worker its bond: the chain cannot count.
func TestStory_theCohortFallsBelowTheMinimumBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	const people = 8
	s := newStudy(t, stories.Shared(t), setting{people: people, policy: func(p *policy.Policy) { p.MinCohort = people }})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	nonce := uint64(1)
	for _, c := range []struct {
		before string
		steps  []string
		state  job.State
		says   []string
	}{
		// The worker has counted, the claim fixes another round.
		{before: atClaim, steps: noKey, state: job.Cancelled},
		{before: atConsent, steps: noKey, state: job.Cancelled, says: []string{"cohort"}},
		{before: atKey, steps: noKey, state: job.Cancelled, says: []string{"cohort"}},
		{before: atCharge, steps: []string{"posted", "approved", "claimed", "released", "rerun", "failed: given up"}, state: job.Failed, says: []string{"released"}},
		{before: atComplete, steps: usualSteps(), state: job.Done, says: []string{"released"}},
	} {
		t.Run("before "+c.before, func(t *testing.T) {
			done := d.once(c.before, func(*runningWorker, common.Hash) { s.revoke(t, nonce+1, 5) })
			id := s.ask(t, wanted{})
			happened(t, done)
			if c.state == job.Cancelled {
				s.waitStep(t, id, c.steps[len(c.steps)-2])
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			}
			s.end(t, id, c.state)
			if c.state != job.Done {
				s.checkNothing(t, id)
			}
			s.checkSteps(t, id, c.steps...)
			b.checkDecisions(t, id, c.says...)
			nonce += 2
			s.grant(t, s.Subjects[5], story.Consent{Nonce: nonce, Exact: true})
		})
	}
	t.Run("a job waits for its cohort", func(t *testing.T) {
		s.revoke(t, nonce+1, 5)
		id := s.ask(t, wanted{})
		s.waitsFor(t, id, 3)
		s.grant(t, s.Subjects[5], story.Consent{Nonce: nonce + 2, Exact: true})
		s.end(t, id, job.Done)
		s.checkUsed(t, id, all(people)...)
	})
}

// revokeWorker revokes an enclave, as the network's owner may.
func (s *study) revokeWorker(t testing.TB, owner *account.Account, enclave common.Address) {
	t.Helper()
	registry := s.Client.Contracts().WorkerRegistry
	try(owner.Send(t.Context(), &registry, nil, bindings.NewWorkerRegistry().PackRevoke(enclave)))(t)
}

// dataset reads the dataset as it stands.
func (s *study) dataset(t testing.TB) bindings.IDatasetRegistryDataset {
	t.Helper()
	return try(try(s.Client.Now(t.Context()))(t).Dataset(t.Context(), s.Dataset))(t)
}

// policy reads the policy in effect.
func (s *study) policy(t testing.TB) policy.Policy {
	t.Helper()
	return try(try(s.Client.Now(t.Context()))(t).Policy(t.Context(), s.Dataset, s.dataset(t).PolicyVersion))(t)
}
