package jobs_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_aJobThatWaitsHoldsUpNoOther: a worker that runs one job at a time has jobs that cannot go on, each for
// another reason, and does the next all the same.
func TestStory_aJobThatWaitsHoldsUpNoOther(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{
		consent: actors.Consent{Kinds: kind.SetOf(kind.Query)},
		policy:  func(p *policy.Policy) { p.RhoLimit = 100 },
	})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	const audit = `{"format":"assent-fairness/1","prediction":{"column":"predicted","op":"=","value":"true"},
 "label":{"column":"actual","op":"=","value":"true"},"groups":[{"column":"group","reference":"a"}]}`
	waiting := []common.Hash{
		s.ask(t, wanted{kind: kind.Fairness, parameters: audit}), // to which no one consents
		s.ask(t, wanted{rho: 101}),                               // over budget
	}
	posted := s.post(t, wanted{}) // not approved
	id := s.ask(t, wanted{})
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	s.checkSteps(t, id, usualSteps()...)
	for _, id := range waiting {
		if state := s.job(t, id).State(); state != job.Approved {
			t.Errorf("a job that has to wait is %s", state)
		}
	}
	if state := s.job(t, posted).State(); state != job.Posted {
		t.Errorf("a job that nobody approved is %s", state)
	}
}
