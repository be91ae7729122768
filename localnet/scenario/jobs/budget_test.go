package jobs_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/reverts"
	"github.com/assent-network/assent/localnet/story"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_theBudgetIsCountedToTheLastUnit is guarantee 6 in its arithmetic: reserved at the claim, spent at the key release,
// given back when there was none, never more than the dataset's limit, nor a researcher's.
func TestStory_theBudgetIsCountedToTheLastUnit(t *testing.T) {
	t.Parallel()
	const limit, each = 1000, 700
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) { p.RhoLimit, p.RhoPerResearcher = limit, each }})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	one, two := s.researcher, must(s.Client.Account(s.net.Account(t).Key))(t)
	as := func(who *account.Account, rho budget.Rho) common.Hash {
		s.researcher = who
		return s.ask(t, wanted{rho: rho})
	}
	// refused checks that a job cannot be claimed, in one line that says why, and changes nothing.
	refused := func(id common.Hash, name string, reserved, spent uint64, words ...string) {
		t.Helper()
		err := s.claim(t, id, w.enclave)
		if !reverts.Is(err, name) || strings.Contains(err.Error(), "\n") {
			t.Errorf("claiming a job over budget: %v, want %s in one line", err, name)
		}
		for _, word := range words {
			if err == nil || !strings.Contains(err.Error(), word) {
				t.Errorf("%v does not say %q", err, word)
			}
		}
		s.checkBudget(t, reserved, spent)
		must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
		s.end(t, id, job.Cancelled)
		s.checkSteps(t, id, notClaimed...)
	}

	// At every step the account is as the states say.
	want := map[string][2]uint64{
		atClaim: {0, 0}, atConsent: {400, 0}, atKey: {400, 0}, atVerify: {0, 400}, atCharge: {0, 400}, atCompute: {0, 400}, atComplete: {0, 400},
	}
	d.always(func(_ *runningWorker, _ common.Hash, step string) { s.checkBudget(t, want[step][0], want[step][1]) })
	s.end(t, as(one, 400), job.Done)
	d.always(nil)
	s.checkBudget(t, 0, 400)

	refused(as(one, 301), "BudgetResearcherExceeded", 0, 400, "301", "300")
	s.end(t, as(two, 300), job.Done)
	refused(as(two, 301), "BudgetExceeded", 0, 700, "301", "300")
	refused(as(two, limit+1), "BudgetExceeded", 0, 700, "1001")

	// A claim whose key is not released gives its part back, to the dataset and to the researcher.
	done := d.once(atKey, func(*runningWorker, common.Hash) {
		s.checkBudget(t, 300, 700)
		try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
	})
	id := as(two, 300)
	happened(t, done)
	s.waitStep(t, id, "claim given up")
	s.checkBudget(t, 0, 700)
	must(s.Client.Cancel(t.Context(), two, id))(t)
	must(s.Client.Resume(t.Context(), s.Custodian, s.Dataset))(t)

	// The last unit can be spent, and no other.
	s.end(t, as(two, 300), job.Done)
	s.checkBudget(t, 0, limit)
	refused(as(two, 1), "BudgetExceeded", 0, limit)

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
	operator := must(s.Client.Account(s.operator))(t)
	market := s.Client.Contracts().JobMarket
	_, err := operator.Submit(t.Context(), &market, big.NewInt(bond), bindings.NewJobMarket().PackClaim(id, enclave))
	return err
}

// TestStory_aSubjectsOwnLimitKeepsTheRowOut: whoever has set a limit to the budget of the releases that their row is part of is
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
		d, _ := s.delivered(t, id)
		var pseudonyms []common.Address
		for _, i := range c.used {
			pseudonyms = append(pseudonyms, s.Subjects[i].Pseudonym)
		}
		if r := d.Receipt.Receipt; r.LiveSubjects != uint32(len(c.used)) || r.SubjectsRoot != s.subjects(t, id, pseudonyms).Root() {
			t.Errorf("a job of rho %s used %d subjects, want %v", c.rho, r.LiveSubjects, c.used)
		}
	}
}

// grantClass records a grant of a subject with a limit of its own.
func (s *study) grantClass(t testing.TB, who story.Subject, class budget.Class) {
	t.Helper()
	s.grantAs(t, who, func(g *grant.Grant) { g.EpsilonClass, g.Exact, g.Nonce = class, true, 2 })
}

// grantAs records a grant of a subject that differs from the usual one.
func (s *study) grantAs(t testing.TB, who story.Subject, change func(g *grant.Grant)) {
	t.Helper()
	usual := try(s.Grant(who, story.Consent{Exact: true}))(t)
	change(&usual.Grant)
	signed := try(usual.Grant.Sign(s.Client.LedgerDomain(s.Ledger), who.Key))(t)
	try(s.Client.Grant(t.Context(), s.Custodian, s.Ledger, signed))(t)
}
