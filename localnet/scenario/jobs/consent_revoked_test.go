package jobs_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_consentIsRevokedBetweenAnyTwoSteps is guarantee 2, to the row: before the claim the row is left out,
// between claim and charge the job is run again without it, and after the charge it is too late and the receipt says
// so. The budget of the key is spent once, however often the job is run.
func TestStory_consentIsRevokedBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	const people, rho = 24, 100
	// The last has never consented. Of the others one revokes in each gap.
	s := newStage(t, setting{people: people, declines: func(i int) bool { return i == people-1 }})
	w := s.startOn(t, workerOptions{})
	before := s.weigh(t)
	table := map[gap]outcome{
		beforePost: done(), onPost: done(), onApproval: done(), claimOnItsWay: done(),
		onClaim: doneAfterRerun(), onConsent: doneAfterRerun(), onJudgment: doneAfterRerun(),
		onRelease: doneAfterRerun(),
		onKey:     doneAfterRerun(), onRows: doneAfterRerun(), chargeOnItsWay: doneAfterRerun(),
		onCharge: done(), onResult: done(), resultOnItsWay: done(), onSeal: done(), keyOnItsWay: done(),
		onReceipt: done(),
	}
	checkGaps(t, table)
	gone := []int{people - 1} // who does not consent any more
	var spent uint64
	for _, at := range allGaps() {
		t.Run(string(at), func(t *testing.T) {
			who := len(gone) - 1
			used := all(people, gone...)
			gone = append(gone, who)
			late := slices.Index(allGaps(), at) >= slices.Index(allGaps(), onCharge)
			if !late {
				used = all(people, gone...)
			}
			var revoked uint64
			id := must(s.play(t, at, wanted{rho: rho}, func(common.Hash) { revoked = s.revoke(t, 2, who) }))(t)
			s.becomes(t, id, table[at])
			spent += rho
			s.checkBudget(t, 0, spent)
			s.checkUndisturbed(t, id, used...)
			s.checkCommitted(t, id, used...)
			// What a receipt says of a revocation is the order of rounds.
			j := s.job(t, id)
			if late != (j.ChargeRound < revoked) || late != (j.ConsentRound < revoked) {
				t.Errorf("revoked in round %d; consent counted in round %d and was charged in round %d", revoked,
					j.ConsentRound, j.ChargeRound)
			}
		})
	}
	s.checkBalances(t, before)
	if slices.Contains(w.took(), atTakeOver) {
		t.Error("the worker took a job over from itself")
	}
}

// TestStory_revocationsKeepArriving: a job is run again a bounded number of times, and then its claim ends and leaves
// nothing. No one is to blame: the bond and the budget of the key that was released come back, and the job is done once
// it is let.
func TestStory_revocationsKeepArriving(t *testing.T) {
	t.Parallel()
	const reruns = 2
	s := newStudy(t, stories.Shared(t), setting{people: 10, policy: func(p *policy.Policy) { p.MaxReruns = reruns }})
	b := s.startBroker(t, brokerOptions{})
	next := 0
	s.startWorker(t, workerOptions{broker: b.url, step: func(_ *runningWorker, _ common.Hash, step string) {
		if step == atCharge && next <= reruns {
			s.revoke(t, 2, next)
			next++
		}
	}})
	const rho = 1000
	before := s.weigh(t)
	id := s.ask(t, wanted{rho: rho})
	s.waitStep(t, id, narrowed)
	s.checkNothing(t, id)
	s.checkBudget(t, 0, 0)
	j := s.end(t, id, job.Done)
	if j.Reruns != 0 || next != reruns+1 {
		t.Errorf("run again %d times in the last claim, %d subjects revoked, want 0 and %d", j.Reruns, next, reruns+1)
	}
	s.checkBudget(t, 0, rho)
	s.checkSteps(t, id, "posted", "approved", "claimed", "released", "rerun", "rerun", narrowed, "claimed", "released",
		"charged", "sealed", "done")
	s.checkBalances(t, before)
}

// TestStory_consentNarrowsInOtherWays: what takes consent away in part, or for some, counts as a revocation does.
func TestStory_consentNarrowsInOtherWays(t *testing.T) {
	t.Parallel()
	const people = 10
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	var act func(w *runningWorker, id common.Hash, step string)
	s.startWorker(t, workerOptions{broker: b.url,
		step: func(w *runningWorker, id common.Hash, step string) { act(w, id, step) }})
	var gone []int
	for i, c := range []struct {
		name  string
		do    func(t *testing.T, who actors.Subject)
		stays bool // the rows go on to count
	}{
		{name: "exact releases are not granted any more", do: func(t *testing.T, who actors.Subject) {
			s.grant(t, who, actors.Consent{Nonce: 2})
		}},
		{name: "another purpose only", do: func(t *testing.T, who actors.Subject) {
			s.grant(t, who, actors.Consent{Nonce: 2, Exact: true, Purposes: 1})
		}},
		{name: "another kind only", do: func(t *testing.T, who actors.Subject) {
			s.grant(t, who, actors.Consent{Nonce: 2, Exact: true, Kinds: 2})
		}},
		{name: "the custodian revokes for a subject", do: func(t *testing.T, who actors.Subject) {
			if _, err := s.Client.RevokeFor(t.Context(), s.Custodian, s.Ledger,
				[]common.Address{who.Pseudonym}); err != nil {
				t.Error(err)
			}
		}},
		{name: "a subject rotates the key, and the rows follow", stays: true,
			do: func(t *testing.T, who actors.Subject) { s.rotate(t, who) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			act = once(atCharge, func(*runningWorker, common.Hash) { c.do(t, s.Subjects[i]) })
			if !c.stays {
				gone = append(gone, i)
			}
			id := s.ask(t, wanted{})
			j := s.end(t, id, job.Done)
			s.checkRows(t, id, len(all(people, gone...)), all(people, gone...)...)
			if j.Reruns != 1 {
				t.Errorf("the job was run again %d times, want once", j.Reruns)
			}
		})
	}
	t.Run("consent that widens changes nothing", func(t *testing.T) {
		// Who declined or narrowed before may come back at any moment; a job that has begun is not run again for it.
		act = once(atCharge, func(*runningWorker,
			common.Hash) {
			s.grant(t, s.Subjects[0], actors.Consent{Nonce: 3, Exact: true})
		})
		id := s.ask(t, wanted{})
		if j := s.end(t, id, job.Done); j.Reruns != 0 {
			t.Errorf("the job was run again %d times", j.Reruns)
		}
		s.checkRows(t, id, people-len(gone), all(people, gone...)...)
		act = func(*runningWorker, common.Hash, string) {}
		id = s.ask(t, wanted{})
		s.end(t, id, job.Done)
		s.checkRows(t, id, people-len(gone)+1, all(people, gone[1:]...)...)
	})
}

// TestStory_theCohortFallsBelowTheMinimumBetweenAnyTwoSteps: the count of those who consent is public, so who looks at
// it may stop a job because of it. Once the key is out, the worker runs the job again until no rerun is left, and has
// its bond back but for a 64th: the chain cannot count, but knows that consent was taken away since the claim, and that
// it was not before the last rerun.
func TestStory_theCohortFallsBelowTheMinimumBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	const people = 8
	s := newStudy(t, stories.Shared(t), setting{people: people,
		policy: func(p *policy.Policy) { p.MinCohort, p.MaxReruns = people, 2 }})
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
		{
			before: atCharge, steps: []string{"posted", "approved", "claimed", "released", "rerun", "rerun",
				narrowedByChoice, "cancelled"},
			state: job.Cancelled, says: []string{"released"},
		},
		{before: atSeal, steps: usualSteps(), state: job.Done, says: []string{"released"}},
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
			s.grant(t, s.Subjects[5], actors.Consent{Nonce: nonce, Exact: true})
		})
	}
	t.Run("a job waits for its cohort", func(t *testing.T) {
		s.revoke(t, nonce+1, 5)
		id := s.ask(t, wanted{})
		s.waitsFor(t, id, 3)
		s.grant(t, s.Subjects[5], actors.Consent{Nonce: nonce + 2, Exact: true})
		s.end(t, id, job.Done)
		s.checkUsed(t, id, all(people)...)
	})
}

// revoke records revocations of some subjects and returns the round in which they were.
func (s *study) revoke(t testing.TB, nonce uint64, who ...int) uint64 {
	t.Helper()
	var subjects []actors.Subject
	for _, i := range who {
		subjects = append(subjects, s.Subjects[i])
	}
	if err := s.Revoke(context.WithoutCancel(t.Context()), subjects, nonce); err != nil {
		t.Error(err)
		return 0
	}
	now, err := s.Client.Now(t.Context())
	if err != nil {
		t.Error(err)
		return 0
	}
	round, err := now.LastNarrowed(t.Context(), s.Ledger)
	if err != nil {
		t.Error(err)
	}
	return round
}

// grant records a grant of one subject.
func (s *study) grant(t testing.TB, who actors.Subject, c actors.Consent) {
	t.Helper()
	g, err := s.Grant(who, c)
	if err != nil {
		t.Error(err)
		return
	}
	if _, err := s.Client.Grant(t.Context(), s.Custodian, s.Ledger, g); err != nil {
		t.Error(err)
	}
}

// rotate moves a subject's consent to a new key.
func (s *study) rotate(t testing.TB, who actors.Subject) {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Error(err)
		return
	}
	r, err := grant.Rotation{
		Dataset: s.Dataset, From: who.Pseudonym, To: crypto.PubkeyToAddress(key.PublicKey), Nonce: 2,
		SubmitBefore: uint64(time.Now().Add(time.Hour).Unix()),
	}.Sign(s.Client.LedgerDomain(s.Ledger), who.Key, key)
	if err != nil {
		t.Error(err)
		return
	}
	if _, err := s.Client.Rotate(t.Context(), s.Custodian, s.Ledger, r); err != nil {
		t.Error(err)
	}
}
