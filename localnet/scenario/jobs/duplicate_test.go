package jobs_test

import (
	"crypto/ecdsa"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// meeting holds the workers that come to it until all are there, once for each job.
type meeting struct {
	mu     sync.Mutex
	guests int
	came   map[common.Hash]int
	all    map[common.Hash]chan struct{}
}

func newMeeting(guests int) *meeting {
	return &meeting{guests: guests, came: make(map[common.Hash]int), all: make(map[common.Hash]chan struct{})}
}

// patience is how long a guest waits for the others; a late one goes on alone.
const patience = 3 * time.Second

func (m *meeting) step(_ *runningWorker, id common.Hash, step string) {
	if step != atClaim {
		return
	}
	m.mu.Lock()
	if m.all[id] == nil {
		m.all[id] = make(chan struct{})
	}
	all := m.all[id]
	if m.came[id]++; m.came[id] == m.guests {
		close(all)
	}
	m.mu.Unlock()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-all:
	case <-timer.C:
	}
}

// happened tells whether all guests have ever met.
func (m *meeting) happened() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, n := range m.came {
		if n >= m.guests {
			return true
		}
	}
	return false
}

// TestStory_workersClaimTheSameJobAtOnce: each job ends once, budget and escrow are settled once, to the wei, whether
// the workers belong to two operators or one operator runs two by mistake.
func TestStory_workersClaimTheSameJobAtOnce(t *testing.T) {
	t.Parallel()
	const jobs, rho = 3, 50
	for _, c := range []struct {
		name   string
		second func(t *testing.T, s *study) *ecdsa.PrivateKey
	}{
		{"two operators", func(t *testing.T, s *study) *ecdsa.PrivateKey { return s.net.Account(t).Key }},
		{"one operator twice", func(_ *testing.T, s *study) *ecdsa.PrivateKey { return s.operator }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			// A network of its own: the market's escrow is then the study's.
			s := newStudy(t, stories.Fresh(t), setting{})
			second := c.second(t, s)
			b := s.startBroker(t, brokerOptions{listed: []*ecdsa.PrivateKey{s.operator, second}})
			before, escrow := s.weigh(t, crypto.PubkeyToAddress(second.PublicKey)), s.escrow(t)
			m := newMeeting(2)
			s.startWorker(t, workerOptions{name: "first", broker: b.url, step: m.step})
			s.startWorker(t, workerOptions{name: "second", operator: second, broker: b.url, step: m.step})
			for range jobs {
				id := s.ask(t, wanted{rho: rho})
				s.end(t, id, job.Done)
				s.checkSteps(t, id, usualSteps()...)
				b.checkDecisions(t, id, "released")
				d, _ := s.delivered(t, id) // of which there is exactly one
				if d.Receipt.Charge.LiveSubjects != uint32(len(s.Subjects)) {
					t.Errorf("the receipt of job %s counts %d live subjects", id, d.Receipt.Charge.LiveSubjects)
				}
			}
			s.checkBudget(t, 0, jobs*rho)
			s.checkBalances(t, before)
			if now := s.escrow(t); now.Cmp(escrow) != 0 || now.Sign() != 0 {
				t.Errorf("the market holds %s after all jobs have ended", now)
			}
			if !m.happened() {
				t.Error("the workers never met: the test's setting is off")
			}
		})
	}
}

// TestStory_theClaimantDisappears: another worker stands by, and asks the market to end what is overdue. Before the key
// release the job is open again; after it the budget is spent and the bond is the researcher's.
func TestStory_theClaimantDisappears(t *testing.T) {
	t.Parallel()
	const rho = 70
	for _, c := range []struct {
		before string
		same   bool // the other worker is of the same operator
		// What there is time for, in seconds: to have a key, and to finish.
		claim, finish uint32
		state         job.State
		steps         []string
	}{
		{before: atKey, claim: 20, finish: 900, state: job.Done,
			steps: []string{"posted", "approved", "claimed", lapsed, "claimed", "released", "charged", "sealed",
				"done"}},
		{before: atKey, same: true, claim: 20, finish: 900, state: job.Done,
			steps: []string{"posted", "approved", "claimed", lapsed, "claimed", "released", "charged", "sealed",
				"done"}},
		{before: atCharge, claim: 900, finish: 20, state: job.Failed, steps: failed("late")},
		{before: atSeal, claim: 900, finish: 30, state: job.Failed,
			steps: []string{"posted", "approved", "claimed", "released", "charged", "failed: late"}},
	} {
		name := "before " + c.before
		if c.same {
			name += ", and its operator has another worker"
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStudy(t, stories.Shared(t),
				setting{policy: func(p *policy.Policy) { p.ClaimTimeout, p.JobTimeout = c.claim, c.finish }})
			other := s.operator
			if !c.same {
				other = s.net.Account(t).Key
			}
			b := s.startBroker(t, brokerOptions{listed: []*ecdsa.PrivateKey{s.operator, other}})
			before := s.weigh(t, crypto.PubkeyToAddress(other.PublicKey))
			d := newDirector()
			first := s.startWorker(t, workerOptions{name: "first", broker: b.url, step: d.step})
			done := d.once(c.before, func(w *runningWorker, _ common.Hash) { w.cancel() })
			id := s.ask(t, wanted{rho: rho})
			happened(t, done)
			first.stop()
			s.startWorker(t, workerOptions{name: "second", operator: other, broker: b.url})
			s.end(t, id, c.state)
			if c.state != job.Done {
				s.checkNothing(t, id)
			}
			s.checkSteps(t, id, c.steps...)
			s.checkBudget(t, 0, rho)
			s.checkBalances(t, before)
		})
	}
}
