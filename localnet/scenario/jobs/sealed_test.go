package jobs_test

import (
	"context"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// notDue checks that no one can end what a job waits for yet.
func (s *study) notDue(t testing.TB, id common.Hash) {
	t.Helper()
	if _, err := s.Client.Expire(t.Context(), s.researcher, id); !errors.Is(err, solidity.ErrJobNotDue) {
		t.Errorf("ending what job %s waits for: %v, want JobNotDue", id, err)
	}
}

// expire ends what a job waits for, once it can be.
func (s *study) expire(t testing.TB, id common.Hash) {
	t.Helper()
	waitUntil(t, "the time of job "+id.Hex()+" is over", func(ctx context.Context) (bool, error) {
		_, err := s.Client.Expire(ctx, s.researcher, id)
		if errors.Is(err, solidity.ErrJobNotDue) {
			return false, nil
		}
		return err == nil, err
	})
}

// checkNotOpened checks that a result is on chain, and that no one can read it.
func (s *study) checkNotOpened(t testing.TB, id common.Hash) {
	t.Helper()
	d := must(s.Client.Delivery(t.Context(), id))(t)
	if _, err := d.Result(s.resultKey); !errors.Is(err, client.ErrNotOpened) {
		t.Errorf("reading the result of job %s: %v, want %v", id, err, client.ErrNotOpened)
	}
}

// TestStory_theOperatorDropsTheSeal: a charged job whose result does not come fails past its time and a grace. The
// budget is spent, and the researcher has fee and bond.
func TestStory_theOperatorDropsTheSeal(t *testing.T) {
	t.Parallel()
	const rho = 100
	s := newStage(t, setting{policy: func(p *policy.Policy) { p.JobTimeout = 30 }})
	before := s.weigh(t)
	w := s.startOn(t, workerOptions{})
	dead := s.d.once(atSeal, func(w *runningWorker, _ common.Hash) { w.cancel() })
	id := s.ask(t, wanted{rho: rho})
	happened(t, dead)
	happened(t, w.ended)
	s.notDue(t, id)
	s.expire(t, id)
	s.end(t, id, job.Failed)
	s.checkNothing(t, id)
	s.checkSteps(t, id, "posted", "approved", "claimed", "released", "charged", "failed: late")
	s.checkBudget(t, 0, rho)
	s.checkBalances(t, before)
}

// TestStory_theOperatorWithholdsTheKey: a result that is sealed and not opened in time is not paid, and it cannot be
// read. Its budget is spent. Any holder of the key can still open it, such as the worker's next enclave, which gets the
// bond back and no fee.
func TestStory_theOperatorWithholdsTheKey(t *testing.T) {
	t.Parallel()
	const people, rho = 8, 100
	s := newStage(t, setting{people: people, policy: func(p *policy.Policy) { p.OpenTimeout = 5 }})
	before := s.weigh(t)
	first := s.startOn(t, workerOptions{})
	dead := s.d.once(atOpen, func(w *runningWorker, _ common.Hash) { w.cancel() })
	id := s.ask(t, wanted{rho: rho})
	happened(t, dead)
	happened(t, first.ended)
	s.checkNotOpened(t, id)
	s.notDue(t, id)
	s.expire(t, id)
	s.end(t, id, job.Withheld)
	s.checkNotOpened(t, id)
	s.checkSteps(t, id, "posted", "approved", "claimed", "released", "charged", "sealed", "withheld")
	s.checkBudget(t, 0, rho)
	if _, err := s.Client.Expire(t.Context(), s.researcher, id); err == nil {
		t.Error("a job that is withheld was ended")
	}

	s.d.always(nil)
	second := s.startOn(t, workerOptions{})
	s.waitState(t, id, job.Done)
	s.checkSteps(t, id, "posted", "approved", "claimed", "released", "charged", "sealed", "withheld", "handed over",
		"done")
	s.checkUndisturbed(t, id, all(people)...)
	s.checkBudget(t, 0, rho)
	second.stop()
	s.checkBalances(t, before)
}

// waitState waits until a job is in a state.
func (s *study) waitState(t testing.TB, id common.Hash, want job.State) {
	t.Helper()
	waitUntil(t, "job "+id.Hex()+" is "+want.String(),
		func(context.Context) (bool, error) { return s.job(t, id).State() == want, nil })
}

// TestStory_theResearcherRacesTheSeal: a researcher who sees a late result on its way cannot have fee and bond before
// it lands: while a charged job is in its grace only the seal counts. One who sees the key that opens it cannot either.
func TestStory_theResearcherRacesTheSeal(t *testing.T) {
	t.Parallel()
	const people, rho = 8, 100
	for at, due := range map[gap]func(j *contracts.Job, p policy.Policy) uint64{
		resultOnItsWay: func(j *contracts.Job, p policy.Policy) uint64 { return j.ReleasedAt + uint64(p.JobTimeout) },
		keyOnItsWay:    func(j *contracts.Job, p policy.Policy) uint64 { return j.SealedAt + uint64(p.OpenTimeout) },
	} {
		t.Run(string(at), func(t *testing.T) {
			t.Parallel()
			s := newStage(t, setting{people: people,
				policy: func(p *policy.Policy) { p.JobTimeout, p.OpenTimeout = 30, 5 }})
			before := s.weigh(t)
			s.startOn(t, workerOptions{})
			id := must(s.play(t, at, wanted{rho: rho}, func(id common.Hash) {
				s.waitTime(t, due(s.job(t, id), s.policy(t)))
				s.notDue(t, id)
			}))(t)
			s.becomes(t, id, done())
			s.checkUndisturbed(t, id, all(people)...)
			s.checkBudget(t, 0, rho)
			s.checkBalances(t, before)
		})
	}
}

// TestStory_aSquatterHoldsNothingOfOthers: an operator who claims and asks for no key holds neither the dataset's
// budget nor the consent of people who set a limit: other jobs go on. It costs a part of the bond each time, and the
// same operator cannot claim the job again at once.
func TestStory_aSquatterHoldsNothingOfOthers(t *testing.T) {
	t.Parallel()
	const people, claimTimeout, class = 8, 30, budget.Class(3)
	limit := class.Limit()
	s := newStage(t, setting{
		people: people, consent: actors.Consent{Class: class},
		policy: func(p *policy.Policy) { p.MinCohort, p.ClaimTimeout = people, claimTimeout },
	})
	squatters := newHold(t)
	w := s.startWorker(t, workerOptions{
		name: "squatter", operator: s.other, broker: s.b.url,
		step: func(_ *runningWorker, _ common.Hash, step string) {
			if step == atConsent {
				squatters.here()
			}
		},
	})
	squatted := s.ask(t, wanted{rho: limit * 9 / 10})
	happened(t, squatters.reached)
	s.checkBudget(t, 0, 0)
	s.startOn(t, workerOptions{})
	other := s.ask(t, wanted{rho: limit / 5})
	s.end(t, other, job.Done)
	s.checkUndisturbed(t, other, all(people)...)
	s.checkSteps(t, other, usualSteps()...)

	// Past its time the honest worker ends the claim. What both jobs cost is more than the limit, so that the other
	// stays open.
	s.waitStep(t, squatted, lapsed)
	h := s.historyOf(t, squatted)
	if h.kept.Int64() != bond/64 {
		t.Errorf("squatting cost %s, want %d", h.kept, bond/64)
	}
	if err := s.claimAs(t, s.other, squatted, w.enclave); !errors.Is(err, solidity.ErrJobOperatorWaits) {
		t.Errorf("claiming again at once: %v, want JobOperatorWaits", err)
	}
	squatters.release()
	must(s.Client.Cancel(t.Context(), s.researcher, squatted))(t)
	s.end(t, squatted, job.Cancelled)
	s.checkSteps(t, squatted, "posted", "approved", "claimed", lapsed, "cancelled")
}

// TestStory_theBudgetComesBackABoundedNumberOfTimes: a claim that ends because consent was narrowed gives its budget
// back, so that a person who revokes at each charge costs no party anything; but not for ever: the ledger bounds it,
// and then the job fails without blame.
func TestStory_theBudgetComesBackABoundedNumberOfTimes(t *testing.T) {
	t.Parallel()
	const people, rho, returns = 12, 100, 3
	s := newStage(t, setting{people: people, policy: func(p *policy.Policy) { p.MaxReruns = 0 }})
	before := s.weigh(t)
	id := s.ask(t, wanted{rho: rho})
	steps := []string{"posted", "approved"}
	for i := range returns + 1 {
		s.d.once(atCharge, func(*runningWorker, common.Hash) { s.revoke(t, 2, i) })
		w := s.startOn(t, workerOptions{name: "worker " + string(rune('a'+i))})
		if i == returns {
			s.end(t, id, job.Failed)
			w.stop()
			break
		}
		steps = append(steps, "claimed", "released", narrowed)
		waitUntil(t, "the claim has ended", func(context.Context) (bool,
			error) {
			return len(s.historyOf(t, id).steps) == len(steps), nil
		})
		w.stop()
		s.checkBudget(t, 0, 0)
	}
	s.checkNothing(t, id)
	s.checkSteps(t, id, append(steps, "claimed", "released", "failed: narrowed")...)
	s.checkBudget(t, 0, rho)
	s.checkBalances(t, before)
}

// TestStory_twoClaimsShareALimit: two jobs that are claimed at the same time do not both count people by what was used
// before either. The key of the second, if it is released, is released by a total that includes the first, so that the
// two together exceed no person's own limit.
func TestStory_twoClaimsShareALimit(t *testing.T) {
	t.Parallel()
	const people, class = 8, budget.Class(3)
	limit := class.Limit()
	s := newStage(t, setting{people: people, consent: actors.Consent{Class: class},
		policy: func(p *policy.Policy) { p.MinCohort = people }})
	before := s.weigh(t, crypto.PubkeyToAddress(s.other.PublicKey))
	h := newHold(t)
	s.startWorker(t, workerOptions{
		name: "slow", operator: s.other, broker: s.b.url,
		step: func(_ *runningWorker, _ common.Hash, step string) {
			if step == atKey {
				h.here()
			}
		},
	})
	slow := s.ask(t, wanted{rho: limit / 5})
	happened(t, h.reached) // it has counted, and everyone's limit allows it
	s.startOn(t, workerOptions{})
	fast := s.ask(t, wanted{rho: limit * 9 / 10})
	s.end(t, fast, job.Done)
	s.checkUndisturbed(t, fast, all(people)...)
	h.release()
	s.waitStep(t, slow, returned)
	s.b.checkDecisions(t, slow, "cohort")
	must(s.Client.Cancel(t.Context(), s.researcher, slow))(t)
	s.end(t, slow, job.Cancelled)
	s.checkSteps(t, slow, noKey...)
	s.checkBudget(t, 0, uint64(limit*9/10))
	s.checkBalances(t, before)
}
