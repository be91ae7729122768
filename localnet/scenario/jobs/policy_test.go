package jobs_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestStory_thePolicyRefusesJobs is guarantee 3: the contract takes no job that the policy does not allow, in one line
// that names the rule, and nothing is paid.
func TestStory_thePolicyRefusesJobs(t *testing.T) {
	t.Parallel()
	reviewed := must(job.Program(kind.Query))(t)
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) {
		p.Kinds, p.AllowPrivate = kind.SetOf(kind.Query), false
		p.Review, p.Programs = policy.ReviewListed, []common.Hash{reviewed}
	}})
	_, parameters, err := statistics.Read(kind.Query, []byte(whoTook))
	if err != nil {
		t.Fatal(err)
	}
	good := must(s.Draft(t.Context(), s.researcher.Address(), kind.Query, parameters, job.Exact, 0, s.resultKey))(t)
	before := s.weigh(t)
	for _, c := range []struct {
		name    string
		refusal solidity.ErrorName
		rule    string
		change  func(j *job.Spec)
	}{
		{"a purpose that is not allowed", solidity.ErrJobPolicyRefuses, "purpose",
			func(j *job.Spec) { j.Purpose = purpose.CommercialResearch }},
		{"a kind that is not allowed", solidity.ErrJobPolicyRefuses, "kind",
			func(j *job.Spec) { j.Kind = kind.Fairness }},
		{"a private release where only exact ones are", solidity.ErrJobPolicyRefuses, "private releases",
			func(j *job.Spec) { j.Release, j.Rho = job.Private, 5 }},
		{"a program that was not reviewed", solidity.ErrJobPolicyRefuses, "program",
			func(j *job.Spec) { j.Program[0] ^= 1 }},
		{"too low a fee", solidity.ErrJobFeeBelowPrice, "", func(j *job.Spec) { j.Fee = amount.FromUint64(1) }},
		{"a version that there is not", solidity.ErrDatasetVersionUnknown, "",
			func(j *job.Spec) { j.DatasetVersion++ }},
		{"a policy that is not in effect", solidity.ErrPolicyNotInEffect, "", func(j *job.Spec) { j.PolicyVersion++ }},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := *good
			changed.Spec.Nonce++
			c.change(&changed.Spec)
			_, err := s.Client.Post(t.Context(), s.researcher, &changed)
			var refusal *solidity.Error
			if !errors.As(err, &refusal) || refusal.Name != c.refusal || strings.Contains(err.Error(), "\n") {
				t.Fatalf("posting: %v, want %s in one line", err, c.refusal)
			}
			if c.rule != "" && !strings.HasSuffix(err.Error(), "rule "+c.rule) {
				t.Errorf("posting: %v, want the rule %s", err, c.rule)
			}
		})
	}
	s.checkBalances(t, before)
	must(s.Client.Post(t.Context(), s.researcher, good))(t)
}

// TestStory_aWorkerRunsAnotherProgram is the measurement in guarantees 3 and 4: a worker whose program differs in one
// byte from what the policy names does not claim, and the contract does not let it.
func TestStory_aWorkerRunsAnotherProgram(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	program := must(os.ReadFile(s.program))(t)
	program[0] ^= 1
	other := filepath.Join(s.dir, "other program")
	if err := os.WriteFile(other, program, 0o600); err != nil {
		t.Fatal(err)
	}
	w := s.startWorker(t, workerOptions{name: "other", broker: b.url, program: other})
	id := s.ask(t, wanted{})
	if err := s.claim(t, id, w.enclave); !errors.Is(err, solidity.ErrJobWorkerNotAccepted) {
		t.Errorf("claiming: %v, want JobWorkerNotAccepted", err)
	}
	s.waitsFor(t, id, 4)
	if steps := w.took(); len(steps) != 0 {
		t.Errorf("the worker took the steps %v", steps)
	}
	s.startWorker(t, workerOptions{broker: b.url})
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
}

// TestStory_aLooserPolicyCountsNoOlderGrant is the policy version in guarantee 1: what was granted to a stricter policy
// does not count under a looser one, which waits for its time besides.
func TestStory_aLooserPolicyCountsNoOlderGrant(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) { p.MinCohort = 4 }})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	looser := func(t testing.TB) uint32 {
		p := s.policy(t)
		p.MinCohort--
		before := try(s.Client.Now(t.Context()))(t).Round.Time
		change := try(s.Client.SetPolicy(t.Context(), s.Custodian, s.Dataset, p))(t)
		if change.Effect != policy.Voids || change.EffectiveFrom < before+uint64(policyDelay/time.Second) {
			t.Errorf("a smaller cohort is %+v; it was set after %d", change, before)
		}
		return change.Version
	}
	inEffect := func(t testing.TB, version uint32) {
		waitUntil(t, "the looser policy is in effect", func(context.Context) (bool, error) {
			return s.dataset(t).PolicyVersion == version, nil
		})
	}

	two := looser(t)
	inEffect(t, two)
	// Under it no one has consented yet.
	id := s.ask(t, wanted{})
	s.waitsFor(t, id, 3)
	again := []int{1, 4, 6}
	for _, i := range again {
		s.grantAs(t, s.Subjects[i], func(g *grant.Grant) { g.PolicyVersion, g.Nonce = two, 2 })
	}
	s.end(t, id, job.Done)
	s.checkUsed(t, id, again...)
	// An older version cannot be granted any more.
	old := must(s.Grant(s.Subjects[0], actors.Consent{Exact: true, Nonce: 2}))(t)
	if _, err := s.Client.Grant(t.Context(), s.Custodian, s.Ledger, old); !errors.Is(err,
		solidity.ErrConsentPolicyVersion) {
		t.Errorf("granting to an older policy: %v, want ConsentPolicyVersion", err)
	}

	// One that comes into effect while a job runs ends the job.
	done := d.once(atCharge, func(*runningWorker, common.Hash) { inEffect(t, looser(t)) })
	id = s.ask(t, wanted{})
	happened(t, done)
	s.waitStep(t, id, notInUse)
	must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
	s.end(t, id, job.Cancelled)
	s.checkNothing(t, id)
	s.checkSteps(t, id, openAgain(notInUse).steps...)
}
