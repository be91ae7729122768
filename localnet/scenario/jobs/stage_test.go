package jobs_test

import (
	"context"
	"crypto/ecdsa"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/protocol/job"
)

// gap is a place between two steps of a job, where something can happen.
type gap string

// The gaps, in the order of time. What is on its way has been judged and signed, and is in no block yet.
const (
	beforePost     gap = "before it is posted"
	onPost         gap = "once it is posted"
	onApproval     gap = "once it is approved"
	claimOnItsWay  gap = "while the claim is on its way"
	onClaim        gap = "once it is claimed"
	onConsent      gap = "once the consent state is read"
	onJudgment     gap = "once the broker has judged the quote" // and is about to record the release
	onRelease      gap = "once the release is recorded"         // and the key about to be sent
	onKey          gap = "once the key is received"
	onRows         gap = "once the rows are selected"
	chargeOnItsWay gap = "while the charge is on its way"
	onCharge       gap = "once it is charged"
	onResult       gap = "once the result is computed"
	resultOnItsWay gap = "while the sealed result is on its way"
	onSeal         gap = "once the result is sealed"
	keyOnItsWay    gap = "while the key that opens it is on its way"
	onReceipt      gap = "once it is done"
)

// allGaps are all of them.
func allGaps() []gap {
	return []gap{
		beforePost, onPost, onApproval, claimOnItsWay, onClaim, onConsent, onJudgment, onRelease, onKey, onRows,
		chargeOnItsWay,
		onCharge, onResult, resultOnItsWay, onSeal, keyOnItsWay, onReceipt,
	}
}

// someGaps are those of which each asks something else of the contracts, for what differs from another story in a
// detail.
func someGaps() []gap {
	return []gap{onPost, claimOnItsWay, onConsent, onJudgment, onRelease, chargeOnItsWay, onCharge, resultOnItsWay}
}

// stage is a study with a broker and a worker, in whose every gap something can be made to happen.
type stage struct {
	*study
	b                  *broker
	d                  *director
	toWorker, toBroker *gate             // the worker's node and the broker's
	other              *ecdsa.PrivateKey // another operator whom the broker lists
}

// newStage starts a study's broker. startOn starts a worker on it.
func newStage(t testing.TB, with setting) *stage {
	t.Helper()
	g := &stage{study: newStudy(t, stories.Shared(t), with), d: newDirector()}
	g.toWorker, g.toBroker = newGate(t, g.study), newGate(t, g.study)
	g.other = g.net.Account(t).Key
	g.b = g.startBroker(t, brokerOptions{socket: g.toBroker.Path(), listed: []*ecdsa.PrivateKey{g.operator, g.other}})
	return g
}

func (g *stage) startOn(t testing.TB, with workerOptions) *runningWorker {
	t.Helper()
	with.broker, with.socket, with.step = g.b.url, g.toWorker.Path(), g.d.step
	return g.startWorker(t, with)
}

// hold is a party that has stopped in a gap.
type hold struct {
	reached, goOn chan struct{}
	first, last   sync.Once
}

func newHold(t testing.TB) *hold {
	h := &hold{reached: make(chan struct{}), goOn: make(chan struct{})}
	t.Cleanup(h.release) // no one is held for longer than the test
	return h
}

// here stops the first who comes, until release.
func (h *hold) here() {
	h.first.Do(func() {
		close(h.reached)
		<-h.goOn
	})
}

func (h *hold) release() { h.last.Do(func() { close(h.goOn) }) }

// play takes a job through its steps, has something happen in a gap, in the test's own goroutine, and lets the job go
// on. A job that cannot be posted or approved any more is an error.
func (g *stage) play(t testing.TB, at gap, w wanted, do func(id common.Hash)) (common.Hash, error) {
	t.Helper()
	h := newHold(t)
	defer h.release()
	switch at {
	case beforePost:
		do(common.Hash{})
		id, err := g.tryPost(t, w)
		if err == nil {
			g.approve(t, id)
		}
		return id, err
	case onPost:
		id := g.post(t, w)
		do(id)
		return id, g.Approve(t.Context(), id)
	case onReceipt:
		id := g.ask(t, w)
		g.end(t, id, job.Done)
		do(id)
		return id, nil
	}
	g.stopIn(t, at, h)
	id := g.ask(t, w)
	happened(t, h.reached)
	do(id)
	g.d.always(nil)
	return id, nil
}

// stopIn has the next job stop in a gap between its claim and its end.
func (g *stage) stopIn(t testing.TB, at gap, h *hold) {
	t.Helper()
	stop := func(*runningWorker, common.Hash) { h.here() }
	switch at {
	case onApproval:
		g.d.once(atClaim, stop)
	case claimOnItsWay:
		g.d.once(atClaim, func(*runningWorker, common.Hash) { g.toWorker.before(h.here) })
	case onClaim:
		g.d.once(atConsent, stop)
	case onConsent:
		g.d.once(atKey, stop)
	case onJudgment:
		g.d.once(atKey, func(*runningWorker, common.Hash) { g.toBroker.before(h.here) })
	case onRelease:
		g.d.once(atKey, func(_ *runningWorker, id common.Hash) {
			g.toBroker.after(func() {
				g.awaitRelease(t, id)
				h.here()
			})
		})
	case onKey:
		g.d.once(atVerify, stop)
	case onRows:
		g.d.once(atCharge, stop)
	case chargeOnItsWay:
		g.d.once(atCharge, func(*runningWorker, common.Hash) { g.toWorker.before(h.here) })
	case onCharge:
		g.d.once(atCompute, stop)
	case onResult:
		g.d.once(atSeal, stop)
	case resultOnItsWay:
		g.d.once(atSeal, func(*runningWorker, common.Hash) { g.toWorker.before(h.here) })
	case onSeal:
		g.d.once(atOpen, stop)
	case keyOnItsWay:
		g.d.once(atOpen, func(*runningWorker, common.Hash) { g.toWorker.before(h.here) })
	default:
		t.Fatalf("no gap is %s", at)
	}
}

// awaitRelease waits, for goroutines other than the test's, until a key release is on chain.
func (g *stage) awaitRelease(t testing.TB, id common.Hash) {
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	for {
		j, err := g.Client.Job(ctx, id)
		if err != nil {
			t.Errorf("waiting for the release of job %s: %v", id, err)
			return
		}
		if j.ReleasedAt != 0 {
			return
		}
		pause := time.NewTimer(50 * time.Millisecond)
		select {
		case <-pause.C:
		case <-ctx.Done():
			pause.Stop()
		}
	}
}

// outcome is what has to become of a job.
type outcome struct {
	steps  []string // by what the market tells
	state  job.State
	says   []string // the broker's journal
	spends bool     // its budget
	reruns uint8
	// refused is the contract's word for a job that cannot even be posted or approved.
	refused solidity.ErrorName
}

// becomes checks what has become of a job: its steps, its money to the wei, the broker's decisions, and that nothing
// has left unless it is done. A job that no one goes on with is cancelled.
func (g *stage) becomes(t testing.TB, id common.Hash, o outcome) {
	t.Helper()
	if o.state == job.Cancelled {
		g.waitStep(t, id, o.steps[len(o.steps)-2])
		must(g.Client.Cancel(t.Context(), g.researcher, id))(t)
	}
	j := g.end(t, id, o.state)
	if o.state != job.Done {
		g.checkNothing(t, id)
	}
	if j.Reruns != o.reruns {
		t.Errorf("job %s was run again %d times, want %d", id, j.Reruns, o.reruns)
	}
	g.checkSteps(t, id, o.steps...)
	g.b.checkDecisions(t, id, o.says...)
}

// done is what becomes of a job that nothing hinders.
func done() outcome {
	return outcome{steps: usualSteps(), state: job.Done, says: []string{"released"}, spends: true}
}

// doneAfterRerun is what becomes of a job whose consent narrows between claim and charge.
func doneAfterRerun() outcome {
	return outcome{
		steps: []string{"posted", "approved", "claimed", "released", "rerun", "charged", "sealed", "done"},
		state: job.Done,
		says:  []string{"released", "released"}, spends: true, reruns: 1,
	}
}

// noClaim is what becomes of a job that no worker can claim, and noRelease of one whose key the broker refuses.
func noClaim() outcome { return outcome{steps: notClaimed, state: job.Cancelled} }

func noRelease(says string) outcome {
	return outcome{steps: noKey, state: job.Cancelled, says: []string{says}}
}

// noReleaseNotInUse is what becomes of one whose dataset is not in use, which the chain itself knows.
func noReleaseNotInUse(says string) outcome {
	return outcome{steps: noKeyNotInUse, state: job.Cancelled, says: []string{says}}
}

// noReleaseForGood is what becomes of one whose key the broker refuses for as long as the claim can last: it ends the
// claim.
func noReleaseForGood(says string) outcome {
	return outcome{steps: noKeyForGood, state: job.Cancelled, says: []string{says}}
}

// noCharge is what becomes of a job that is refused its charge, by the fault of its operator.
func noCharge(why string) outcome {
	return outcome{steps: failed(why), state: job.Failed, says: []string{"released"}, spends: true}
}

// openAgain is what becomes of a job whose claim ends after the release for a reason that everyone can see: its budget
// comes back.
func openAgain(how string) outcome {
	return outcome{steps: []string{"posted", "approved", "claimed", "released", how, "cancelled"}, state: job.Cancelled,
		says: []string{"released"}}
}

// gate is a node that passes everything on, and stops the next transaction when it is told to.
type gate struct {
	*fault.MessageProxy

	mu               sync.Mutex
	onSend, onAnswer func()
}

func newGate(t testing.TB, s *study) *gate {
	t.Helper()
	g := new(gate)
	g.MessageProxy = must(fault.NewMessageProxy(filepath.Join(shortDir(t), "node.sock"), s.net.Socket(), g.pass))(t)
	t.Cleanup(func() {
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
	return g
}

func (g *gate) pass(_ context.Context, m fault.Message) ([]byte, error) {
	if strings.Contains(m.Method, "SubmitTx") {
		g.mu.Lock()
		do := &g.onSend
		if m.Direction == fault.ToClient {
			do = &g.onAnswer
		}
		now := *do
		*do = nil
		g.mu.Unlock()
		if now != nil {
			now()
		}
	}
	return m.Data, nil
}

// before has something happen before the node sees the next transaction, and after once it has taken it.
func (g *gate) before(do func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.onSend = do
}

func (g *gate) after(do func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.onAnswer = do
}

// checkGaps checks that a story's table forgets no gap.
func checkGaps(t *testing.T, table map[gap]outcome) {
	t.Helper()
	for at := range table {
		if !slices.Contains(allGaps(), at) {
			t.Errorf("no gap is %s", at)
		}
	}
	for _, at := range allGaps() {
		if _, ok := table[at]; !ok {
			t.Errorf("nothing is said of the gap %q", at)
		}
	}
}
