package jobs_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// What becomes of a job, by what the market tells of it.
var (
	notClaimed = []string{"posted", "approved", "cancelled"}
	noKey      = []string{"posted", "approved", "claimed", returned, "cancelled"}
	// noKeyForGood is of a job whose claim the broker ends.
	noKeyForGood = []string{"posted", "approved", "claimed", refused, "cancelled"}
	// noKeyNotInUse is of a job whose dataset goes out of use before the release.
	noKeyNotInUse = []string{"posted", "approved", "claimed", notInUse, "cancelled"}
)

func failed(why string) []string {
	return []string{"posted", "approved", "claimed", "released", "failed: " + why}
}

// wayOut is how a dataset goes out of use, and comes back.
type wayOut struct {
	gaps     []gap // all of them when empty
	do, undo func(t testing.TB, s *study)
	// What becomes of a job that is not posted yet, not approved, or has no key.
	onPosting, onApproving, onReleasing outcome
}

// outOfUse is what becomes of jobs whose dataset goes out of use: from that moment no key is released and nothing is
// charged. What was charged before is delivered. Budget that was taken for what is not charged comes back.
func (w wayOut) outOfUse() map[gap]outcome {
	return map[gap]outcome{
		beforePost: w.onPosting, onPost: w.onApproving, onApproval: noClaim(), claimOnItsWay: noClaim(),
		onClaim: w.onReleasing, onConsent: w.onReleasing, onJudgment: w.onReleasing,
		onRelease: openAgain(notInUse), onKey: openAgain(notInUse), onRows: openAgain(notInUse),
		chargeOnItsWay: openAgain(notInUse),
		onCharge:       done(), onResult: done(), resultOnItsWay: done(), onSeal: done(), keyOnItsWay: done(),
		onReceipt: done(),
	}
}

// stricter is a change of policy that makes it stricter. Jobs that are posted later name the new one.
func stricter(word string, change func(p *policy.Policy)) wayOut {
	return wayOut{
		gaps: someGaps(),
		do: func(t testing.TB, s *study) {
			p := s.policy(t)
			change(&p)
			if c := try(s.Client.SetPolicy(t.Context(), s.Custodian, s.Dataset, p))(t); c != nil &&
				c.Effect != policy.AtOnce {
				t.Errorf("%s: %s", word, c.Effect)
			}
		},
		undo:      func(testing.TB, *study) {},
		onPosting: done(), onApproving: outcome{refused: solidity.ErrPolicyNotInEffect},
		onReleasing: noReleaseNotInUse("retired"),
	}
}

// TestStory_theDatasetIsStoppedBetweenAnyTwoSteps is guarantee 4, and the part of 3 that a custodian can change: from
// the moment that a dataset is stopped, its version retired or its policy replaced by a stricter one, no key is
// released and nothing is charged.
func TestStory_theDatasetIsStoppedBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	for name, way := range map[string]wayOut{
		"stopped": {
			do:          func(t testing.TB, s *study) { must(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t) },
			undo:        func(t testing.TB, s *study) { must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t) },
			onPosting:   outcome{refused: solidity.ErrDatasetIsStopped},
			onApproving: outcome{refused: solidity.ErrDatasetIsStopped},
			onReleasing: noReleaseNotInUse("stopped"),
		},
		"retired": {
			gaps: someGaps(),
			do: func(t testing.TB, s *study) {
				must(s.Client.RetireVersion(t.Context(), s.Custodian, s.Dataset, s.dataset(t).Version))(t)
			},
			undo:        func(t testing.TB, s *study) { s.publish(t) },
			onPosting:   outcome{refused: solidity.ErrDatasetVersionRetired},
			onApproving: outcome{refused: solidity.ErrDatasetVersionRetired},
			onReleasing: noReleaseNotInUse("retired"),
		},
		"under a stricter policy": stricter("a larger cohort", func(p *policy.Policy) { p.MinCohort++ }),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			goOutOfUse(t, way)
		})
	}
}

// goOutOfUse has a dataset go out of use in each gap, and come back.
func goOutOfUse(t *testing.T, way wayOut) {
	const people, rho = 20, 100
	s := newStage(t, setting{people: people})
	s.startOn(t, workerOptions{})
	before := s.weigh(t)
	table := way.outOfUse()
	checkGaps(t, table)
	gaps := way.gaps
	if len(gaps) == 0 {
		gaps = allGaps()
	}
	var spent uint64
	for _, at := range gaps {
		t.Run(string(at), func(t *testing.T) {
			o := table[at]
			id, err := s.play(t, at, wanted{rho: rho}, func(common.Hash) { way.do(t, s.study) })
			if !errors.Is(err, o.refused) && (err != nil || o.refused != "") {
				t.Fatalf("got %v, want %q", err, o.refused)
			}
			switch {
			case o.refused == "":
				s.becomes(t, id, o)
			case at == onPost:
				s.becomes(t, id, outcome{steps: []string{"posted", "cancelled"}, state: job.Cancelled})
			}
			if o.spends {
				spent += rho
			}
			s.checkBudget(t, 0, spent)
			if o.state == job.Done {
				s.checkUndisturbed(t, id, all(people)...)
			}
			way.undo(t, s.study)
		})
	}
	s.checkBalances(t, before)
}

// TestStory_theDatasetIsStoppedWhileTheWorkerIsRestarted: a worker that lost its keys has to ask for the dataset's
// again, and a stop holds for that request too, even when the job was charged before.
func TestStory_theDatasetIsStoppedWhileTheWorkerIsRestarted(t *testing.T) {
	t.Parallel()
	const rho = 100
	for dies, c := range map[string]struct {
		outcome
		spent uint64
	}{
		atCharge: {outcome: openAgain(notInUse)}, // which no one is to blame for
		atCompute: {outcome{steps: []string{"posted", "approved", "claimed", "released", "charged", "failed: late"},
			state: job.Failed}, rho},
	} {
		t.Run("it died before its "+dies, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, setting{policy: func(p *policy.Policy) { p.JobTimeout = 30 }})
			before := s.weigh(t)
			first := s.startOn(t, workerOptions{})
			dead := s.d.once(dies, func(w *runningWorker, _ common.Hash) { w.cancel() })
			id := s.ask(t, wanted{rho: rho})
			happened(t, dead)
			happened(t, first.ended)
			must(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
			s.d.always(nil)
			second := s.startOn(t, workerOptions{})
			if c.state == job.Cancelled {
				s.waitStep(t, id, notInUse)
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			}
			s.end(t, id, c.state)
			s.checkNothing(t, id)
			s.checkSteps(t, id, c.steps...)
			s.checkBudget(t, 0, c.spent)
			s.b.checkReleasedThen(t, id, "stopped")
			second.stop()
			s.checkBalances(t, before)
		})
	}
}

// TestStory_theDatasetIsStoppedAroundARerun: the charge was refused because consent narrowed, and the dataset is
// stopped before the job has its key for the second time. No one is to blame.
func TestStory_theDatasetIsStoppedAroundARerun(t *testing.T) {
	t.Parallel()
	const rho = 100
	s := newStage(t, setting{})
	s.startOn(t, workerOptions{})
	for i, at := range []string{atRerun, atConsent, atKey} { // of which the latter two are the second time
		t.Run("before "+at, func(t *testing.T) {
			narrowed := s.d.once(atCharge, func(*runningWorker, common.Hash) { s.revoke(t, 2, i) })
			h := newHold(t)
			s.d.then(narrowed, at, func(*runningWorker, common.Hash) { h.here() })
			id := s.ask(t, wanted{rho: rho})
			happened(t, h.reached)
			must(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
			s.d.always(nil)
			h.release()
			s.waitStep(t, id, notInUse)
			must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			s.end(t, id, job.Cancelled)
			s.checkNothing(t, id)
			s.checkSteps(t, id, "posted", "approved", "claimed", "released", "rerun", notInUse, "cancelled")
			// For a moment the broker's view may not show the stop yet: the enclave has the key once more, for nothing.
			if says := s.b.reasons(t, id); says[0] != "released" ||
				slices.ContainsFunc(says, func(r string) bool { return r != "released" && r != "stopped" }) {
				t.Errorf("the broker's journal says %v of job %s, want released and stopped", says, id)
			}
			s.checkBudget(t, 0, 0)
			must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t)
		})
	}
}

// TestStory_theDatasetIsStoppedAndResumed: a stop does not end a job that no one has claimed; it waits.
func TestStory_theDatasetIsStoppedAndResumed(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	done := d.once(atClaim, func(*runningWorker,
		common.Hash) {
		try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
	})
	id := s.ask(t, wanted{})
	happened(t, done)
	s.waitsFor(t, id, 3)
	must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t)
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
}

// dataset reads the dataset as it stands.
func (s *study) dataset(t testing.TB) contracts.Dataset {
	t.Helper()
	return try(try(s.Client.Now(t.Context()))(t).Dataset(t.Context(), s.Dataset))(t)
}

// othersPolicy is the policy in effect, for another account to register a dataset with.
func (s *study) othersPolicy(t testing.TB) policy.Policy {
	t.Helper()
	p := s.policy(t)
	p.Controller, p.Enroller, p.Broker = common.Address{}, common.Address{}, common.Address{}
	return p
}

// policy reads the policy in effect.
func (s *study) policy(t testing.TB) policy.Policy {
	t.Helper()
	return try(try(s.Client.Now(t.Context()))(t).Policy(t.Context(), s.Dataset, s.dataset(t).PolicyVersion))(t)
}
