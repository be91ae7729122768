package jobs_test

import (
	"crypto/ecdsa"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_theBudgetIsSpentBetweenAnyTwoSteps is guarantee 6 where others compete for a dataset's budget: until the
// key release a job has no part in it, and gets no key once others have spent it; from the release on its part is its
// own, whatever others spend, and no one can have it.
func TestStory_theBudgetIsSpentBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	const people, limit, rho = 8, 1000, 300
	for at, becomes := range map[gap]outcome{
		// whose worker has looked, and is about to claim
		beforePost: noClaim(), onPost: noClaim(), onApproval: noReleaseForGood("budget"),
		claimOnItsWay: noReleaseForGood("budget"), onClaim: noReleaseForGood("budget"),
		onConsent: noReleaseForGood("budget"),
	} {
		t.Run(string(at), func(t *testing.T) {
			t.Parallel()
			s := newStage(t, setting{people: people, policy: func(p *policy.Policy) { p.RhoLimit = limit }})
			s.startOn(t, workerOptions{})
			balances := s.weigh(t)
			id := must(s.play(t, at, wanted{rho: rho}, func(id common.Hash) {
				// All that is left but one unit too little for the job; the worker is busy with the job, so another
				// does it.
				s.spend(t, limit-rho+1, id)
			}))(t)
			if at == beforePost || at == onPost {
				s.waitsFor(t, id, 2)
			}
			s.becomes(t, id, becomes)
			s.checkBudget(t, 0, limit-rho+1)
			s.checkBalances(t, balances)
			// One unit less is still there.
			s.becomes(t, s.ask(t, wanted{rho: rho - 1}), done())
			s.checkBudget(t, 0, limit)
		})
	}
	t.Run("from the release on", func(t *testing.T) {
		t.Parallel()
		const each = 10
		after := []gap{onRelease, onKey, onRows, chargeOnItsWay, onCharge, onResult, resultOnItsWay, onSeal,
			keyOnItsWay, onReceipt}
		total := uint64(len(after)) * (rho + each)
		s := newStage(t, setting{people: people, policy: func(p *policy.Policy) { p.RhoLimit = budget.Rho(total) }})
		s.startOn(t, workerOptions{jobs: 2})
		balances := s.weigh(t)
		var spent uint64
		for _, at := range after {
			t.Run(string(at), func(t *testing.T) {
				id := must(s.play(t, at, wanted{rho: rho}, func(id common.Hash) {
					s.d.always(nil)
					if !(at == onRelease || at == chargeOnItsWay || at == resultOnItsWay || at == keyOnItsWay) {
						// The worker does another job meanwhile. Where a transaction is held up, its account can send
						// no other.
						s.becomes(t, s.ask(t, wanted{rho: each}), done())
						spent += each
					}
					open := uint64(rho)
					if s.job(t, id).ChargeRound != 0 {
						open, spent = 0, spent+rho
					}
					s.checkBudget(t, open, spent)
					// The job's own part cannot be had by anyone.
					s.checkOverBudget(t, s.ask(t, wanted{rho: budget.Rho(total - spent - open + 1)}))
					if open != 0 {
						spent += rho // and from the charge on
					}
				}))(t)
				s.becomes(t, id, done())
				s.checkBudget(t, 0, spent)
				s.checkUndisturbed(t, id, all(people)...)
			})
		}
		s.checkBalances(t, balances)
	})
}

// checkOverBudget checks that a job is claimed by no one, since its budget does not fit, and has it cancelled.
func (s *study) checkOverBudget(t testing.TB, id common.Hash, words ...string) {
	t.Helper()
	j := s.job(t, id)
	err := must(s.Client.Now(t.Context()))(t).CheckBudget(t.Context(), j)
	var over *contracts.OverBudget
	if !errors.As(err, &over) || strings.Contains(err.Error(), "\n") {
		t.Errorf("a job over budget: %v, want one line that says so", err)
	}
	for _, word := range words {
		if err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%v does not say %q", err, word)
		}
	}
	s.waitsFor(t, id, 2)
	must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
	s.end(t, id, job.Cancelled)
	s.checkSteps(t, id, notClaimed...)
}

// spend has another operator's worker spend a part of the budget, and leave a job alone.
func (g *stage) spend(t testing.TB, rho budget.Rho, but common.Hash) {
	t.Helper()
	ended := make(chan struct{})
	w := g.startWorker(t, workerOptions{
		name: "another", operator: g.other, broker: g.b.url, jobs: 2,
		step: func(_ *runningWorker, id common.Hash, _ string) {
			if id == but {
				<-ended
			}
		},
	})
	g.becomes(t, g.ask(t, wanted{rho: rho}), done())
	w.cancel()
	close(ended)
	w.stop()
}

// TestStory_theBudgetIsLoweredBetweenAnyTwoSteps: a lower limit is a stricter policy, under which no job of the one
// before goes on.
func TestStory_theBudgetIsLoweredBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	goOutOfUse(t, stricter("a lower limit", func(p *policy.Policy) { p.RhoLimit -= 1000 }))
}

// TestStory_theBudgetIsCountedToTheLastUnit is guarantee 6 in its arithmetic: spent at the key release, final at the
// charge, given back where nothing was charged, never more than the dataset's limit, nor a researcher's.
func TestStory_theBudgetIsCountedToTheLastUnit(t *testing.T) {
	t.Parallel()
	const limit, each = 1000, 700
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) {
		p.RhoLimit, p.RhoPerResearcher = limit,
			each
	}})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	one, two := s.researcher, s.Client.Account(s.net.Account(t).Key)
	as := func(who *account.Account, rho budget.Rho) common.Hash {
		s.researcher = who
		return s.ask(t, wanted{rho: rho})
	}
	refused := func(id common.Hash, spent uint64, words ...string) {
		t.Helper()
		s.checkOverBudget(t, id, words...)
		s.checkBudget(t, 0, spent)
	}

	// At every step the account is as the states say.
	want := map[string][2]uint64{
		atClaim: {0, 0}, atConsent: {0, 0}, atKey: {0, 0}, atVerify: {400, 0}, atCharge: {400, 0}, atCompute: {0, 400},
		atSeal: {0, 400}, atOpen: {0, 400},
	}
	d.always(func(_ *runningWorker, _ common.Hash, step string) { s.checkBudget(t, want[step][0], want[step][1]) })
	s.end(t, as(one, 400), job.Done)
	d.always(nil)
	s.checkBudget(t, 0, 400)

	refused(as(one, 301), 400, "researcher", "0.000301", "0.000300")
	s.end(t, as(two, 300), job.Done)
	refused(as(two, 301), 700, "dataset", "0.000301", "0.000300")
	refused(as(two, limit+1), 700, "0.001001")

	// A claim whose key is released and that is not charged gives its part back, to the dataset and to the researcher.
	done := d.once(atCharge, func(*runningWorker, common.Hash) {
		s.checkBudget(t, 300, 700)
		try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
	})
	id := as(two, 300)
	happened(t, done)
	s.waitStep(t, id, notInUse)
	s.checkBudget(t, 0, 700)
	must(s.Client.Cancel(t.Context(), two, id))(t)
	must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t)

	// The last unit can be spent, and no other.
	s.end(t, as(two, 300), job.Done)
	s.checkBudget(t, 0, limit)
	refused(as(two, 1), limit)

	// An exact release takes none, and a lower limit takes nothing back.
	p := s.policy(t)
	p.RhoLimit = 10
	must(s.Client.SetPolicy(t.Context(), s.Custodian, s.Dataset, p))(t)
	id = as(two, 0)
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	s.checkBudget(t, 0, limit)
}

// claim tries to claim a job for a worker, and returns the market's refusal.
func (s *study) claim(t testing.TB, id common.Hash, enclave common.Address) error {
	t.Helper()
	return s.claimAs(t, s.operator, id, enclave)
}

func (s *study) claimAs(t testing.TB, key *ecdsa.PrivateKey, id common.Hash, enclave common.Address) error {
	t.Helper()
	operator := s.Client.Account(key)
	market := s.Client.Contracts().JobMarket
	_, err := operator.Submit(t.Context(), &market, big.NewInt(bond), bindings.NewJobMarket().PackClaim(id, enclave))
	return err
}

// TestStory_aSubjectsOwnLimitKeepsTheRowOut: people who limit the budget of the releases that their row is part of are
// left out of those beyond it, and of no other.
func TestStory_aSubjectsOwnLimitKeepsTheRowOut(t *testing.T) {
	t.Parallel()
	const people = 8
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	s.grantClass(t, s.Subjects[0], budget.NoPrivateUse)
	s.grantClass(t, s.Subjects[1], 1)
	first := budget.Class(1).Limit() // all of it
	for _, c := range []struct {
		rho  budget.Rho
		used []int
	}{
		{rho: first, used: all(people, 0)},
		{rho: 2, used: all(people, 0, 1)},
		{rho: 0, used: all(people)}, // exact
	} {
		id := s.ask(t, wanted{rho: c.rho})
		s.end(t, id, job.Done)
		s.checkCommitted(t, id, c.used...)
		if d, _ := s.delivered(t, id); d.Receipt.Charge.LiveSubjects != uint32(len(c.used)) {
			t.Errorf("a job of rho %s used %d subjects, want %v", c.rho, d.Receipt.Charge.LiveSubjects, c.used)
		}
	}
}

// grantClass records a grant of a subject with a limit of its own.
func (s *study) grantClass(t testing.TB, who actors.Subject, class budget.Class) {
	t.Helper()
	s.grantAs(t, who, func(g *grant.Grant) { g.EpsilonClass, g.Exact, g.Nonce = class, true, 2 })
}

// grantAs records a grant of a subject that differs from the usual one.
func (s *study) grantAs(t testing.TB, who actors.Subject, change func(g *grant.Grant)) {
	t.Helper()
	usual := try(s.Grant(who, actors.Consent{Exact: true}))(t)
	change(&usual.Grant)
	signed := try(usual.Grant.Sign(s.Client.LedgerDomain(s.Ledger), who.Key))(t)
	try(s.Client.Grant(t.Context(), s.Custodian, s.Ledger, signed))(t)
}
