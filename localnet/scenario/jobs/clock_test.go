package jobs_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

// until is a time that is soon over, in the chain's seconds.
func until(d time.Duration) uint64 { return uint64(time.Now().Add(d).Unix()) }

// waitTime waits until the chain's time is past a second.
func (s *study) waitTime(t testing.TB, second uint64) {
	t.Helper()
	waitUntil(t, "the chain's time is past the moment", func(ctx context.Context) (bool, error) {
		now, err := s.Client.Now(ctx)
		return err == nil && now.Round.Time > second, err
	})
}

// TestStory_theApprovalExpires: a job whose approval is over is not claimed, and is done once it is approved anew. The
// worker hears of it before it has verified the round in which it happened, and does not take the state before for that
// after.
func TestStory_theApprovalExpires(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	id := s.post(t, wanted{})
	soon := until(8 * time.Second)
	a := must(job.Approval{Job: id, Expiry: soon}.Sign(s.Client.MarketDomain(), s.CustodianKey))(t)
	must(s.Client.Approve(t.Context(), s.Custodian, a))(t)
	s.waitTime(t, soon)
	slow := startLiar(t, s) // it lies in nothing but is slow to show consensus
	slow.tell(func(ctx context.Context, m fault.Message) ([]byte, error) {
		if m.Direction == fault.ToClient && strings.HasSuffix(m.Method, "Consensus/GetLightBlock") {
			late := time.NewTimer(time.Second)
			defer late.Stop()
			select {
			case <-late.C:
			case <-ctx.Done():
			}
		}
		return m.Data, nil
	})
	w := s.startWorker(t, workerOptions{broker: b.url, socket: slow.Path()})
	if err := s.claim(t, id, w.enclave); !errors.Is(err, solidity.ErrJobApprovalExpired) {
		t.Errorf("claiming: %v, want JobApprovalExpired", err)
	}
	s.waitsFor(t, id, 3)
	s.approve(t, id)
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	s.checkSteps(t, id, "posted", "approved", "approved", "claimed", "released", "charged", "sealed", "done")
}

// TestStory_theApprovalIsWithdrawn: a custodian withdraws its approval while a worker has the job and asks for its key.
// The claim ends, the operator has its bond back, and the job is done once it is approved anew.
func TestStory_theApprovalIsWithdrawn(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	before := s.weigh(t)
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	var upTo uint64
	withdrawn := d.once(atKey, func(_ *runningWorker, id common.Hash) {
		upTo = s.job(t, id).ApprovedUntil
		try(s.Client.Disapprove(t.Context(), s.Custodian, id, upTo))(t)
	})
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	id := s.ask(t, wanted{})
	happened(t, withdrawn)
	s.waitStep(t, id, disapproved)
	a := must(job.Approval{Job: id, Expiry: upTo + 60}.Sign(s.Client.MarketDomain(), s.CustodianKey))(t)
	must(s.Client.Approve(t.Context(), s.Custodian, a))(t)
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	again := []string{"approved", "claimed", "released", "charged", "sealed", "done"}
	s.checkSteps(t, id, append([]string{"posted", "approved", "claimed", "disapproved", disapproved}, again...)...)
	s.checkBalances(t, before)
}

// TestStory_theDeadlinePasses: a job that no one did in time is not claimed any more, and anyone may have its fee
// returned.
func TestStory_theDeadlinePasses(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	before := s.weigh(t)
	_, parameters, err := statistics.Read(kind.Query, []byte(whoTook))
	if err != nil {
		t.Fatal(err)
	}
	draft := must(s.Draft(t.Context(), s.researcher.Address(), kind.Query, parameters, job.Exact, 0, s.resultKey))(t)
	draft.Spec.Deadline = until(10 * time.Second)
	id := must(s.Client.Post(t.Context(), s.researcher, draft))(t)
	s.approve(t, id)
	if _, err := s.Client.Expire(t.Context(), s.Custodian, id); !errors.Is(err, solidity.ErrJobNotDue) {
		t.Errorf("expiring before the deadline: %v, want JobNotDue", err)
	}
	s.waitTime(t, draft.Spec.Deadline)
	b := s.startBroker(t, brokerOptions{})
	w := s.startWorker(t, workerOptions{broker: b.url})
	if err := s.claim(t, id, w.enclave); !errors.Is(err, solidity.ErrJobDeadlinePassed) {
		t.Errorf("claiming: %v, want JobDeadlinePassed", err)
	}
	must(s.Client.Expire(t.Context(), s.Custodian, id))(t)
	s.end(t, id, job.Cancelled)
	s.checkSteps(t, id, notClaimed...)
	s.checkBalances(t, before)
	if steps := w.took(); len(steps) != 0 {
		t.Errorf("the worker took the steps %v", steps)
	}
}

// TestStory_theResearcherCancelsAtTheLastMoment: a job is either claimed or cancelled. Once it is claimed it cannot be
// taken back.
func TestStory_theResearcherCancelsAtTheLastMoment(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	before := s.weigh(t)
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	cancel := func(_ *runningWorker, id common.Hash) {
		try(s.Client.Cancel(t.Context(), s.researcher, id))(t)
	}
	d.once(atClaim, cancel)
	id := s.ask(t, wanted{rho: 5})
	s.end(t, id, job.Cancelled)
	s.checkSteps(t, id, notClaimed...)
	s.checkBudget(t, 0, 0)

	d.once(atConsent, func(_ *runningWorker, id common.Hash) {
		if _, err := s.Client.Cancel(t.Context(), s.researcher, id); !errors.Is(err, solidity.ErrJobWrongState) {
			t.Errorf("cancelling a claimed job: %v, want JobWrongState", err)
		}
	})
	id = s.ask(t, wanted{rho: 5})
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
	s.checkBudget(t, 0, 5)
	s.checkBalances(t, before)
}

// TestStory_theWorkerRenewsItsRegistrationDuringAJob: the receipt names the quote that the worker had registered when
// it claimed, and an auditor finds it.
func TestStory_theWorkerRenewsItsRegistrationDuringAJob(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, step: d.step, life: 20 * time.Second})
	renewed := func(t testing.TB) uint16 {
		return must(must(s.Client.Now(t.Context()))(t).Worker(t.Context(), w.enclave))(t).Renewals
	}
	inJob, goOn := make(chan struct{}), make(chan struct{})
	d.once(atCharge, func(*runningWorker, common.Hash) {
		close(inJob)
		<-goOn
	})
	id := s.ask(t, wanted{rho: 9})
	happened(t, inJob)
	before := renewed(t)
	waitUntil(t, "the worker has renewed its registration",
		func(context.Context) (bool, error) { return renewed(t) > before, nil })
	close(goOn)
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
	config := s.station(t, "auditor", filepath.Join(s.dir, "auditor"), "", nil)
	bundle := must(operate.RecordBundle(t.Context(), config, s.Client, id))(t)
	if report := audit.Verify(bundle.Encode(), s.root, audit.Options{Now: time.Now()}); !report.Passed {
		t.Errorf("the audit: %v", report.Err())
	}
}
