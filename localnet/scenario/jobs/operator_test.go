package jobs_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_theOperatorChargesInTheEnclavesPlace is the end of guarantee 6: one set of inputs is charged, and when it
// is not the enclave's own, the enclave computes nothing. The operator's account is all that a charge takes, so an
// operator can do this.
func TestStory_theOperatorChargesInTheEnclavesPlace(t *testing.T) {
	t.Parallel()
	const rho = 10
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) { p.JobTimeout = 30 }})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	operator := s.Client.Account(s.operator)
	market := s.Client.Contracts().JobMarket
	done := d.once(atCharge, func(_ *runningWorker, id common.Hash) {
		input := bindings.NewJobMarket().PackCharge(id, s.job(t, id).ClaimRound, bindings.IJobMarketCharge{
			Inputs: common.HexToHash("0x1"), ConsentRound: s.job(t, id).ConsentRound,
			ConsentRoot: common.HexToHash("0x2"), LiveSubjects: 8,
			Rho: rho, Moment: 1, Noise: common.HexToHash("0x3"),
		})
		try(operator.Send(t.Context(), &market, nil, input))(t)
	})
	id := s.ask(t, wanted{rho: rho})
	happened(t, done)
	s.end(t, id, job.Failed)
	s.checkNothing(t, id)
	s.checkSteps(t, id, "posted", "approved", "claimed", "released", "charged", "failed: late")
	s.checkBudget(t, 0, rho)
	if steps := w.took(); slices.Contains(steps, atCompute) || slices.Contains(steps, atSeal) {
		t.Errorf("the worker took the steps %v", steps)
	}
}
