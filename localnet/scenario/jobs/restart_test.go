package jobs_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// The ways a job goes on chain when its worker is started again with other keys.
var (
	// Before the key release the broker ends the claim, since the keys that claimed are gone, and the job is claimed
	// again at once.
	claimedAnew = []string{"posted", "approved", "claimed", refused, "claimed", "released", "charged", "sealed", "done"}
	// After it the job is owed, and goes on with the keys of now.
	handedOverReleased = []string{"posted", "approved", "claimed", "released", "handed over", "charged", "sealed",
		"done"}
	// After the charge the noise is drawn again: what the old keys drew is gone with them.
	handedOverCharged = []string{"posted", "approved", "claimed", "released", "charged", "handed over", "charged",
		"sealed", "done"}
	// And after the seal only the key is owed that opens the result.
	handedOverSealed = []string{"posted", "approved", "claimed", "released", "charged", "sealed", "handed over", "done"}
)

// death is a moment at which a worker ends.
type death struct {
	at    string
	sent  bool     // it dies once the node has what it sends at this step, and not before the step
	steps []string // of the job, with the restart
}

// TestStory_theWorkerIsRestartedAtEveryStep is guarantee 6 over crashes: whatever step a worker was about to take, and
// whatever it had sent and not heard of yet, the job ends exactly once after a restart with fresh enclave keys, and its
// result is the one that an undisturbed run gives with the noise of the last charge.
func TestStory_theWorkerIsRestartedAtEveryStep(t *testing.T) {
	t.Parallel()
	for name, deaths := range map[string][]death{
		"before the key release": {
			{at: atClaim, steps: usualSteps()},
			{at: atClaim, sent: true, steps: claimedAnew},
			{at: atConsent, steps: claimedAnew},
			{at: atKey, steps: claimedAnew},
		},
		"before the charge": {
			{at: atVerify, steps: handedOverReleased},
			{at: atCharge, steps: handedOverReleased},
			{at: atRerun, steps: []string{"posted", "approved", "claimed", "released", "handed over", "rerun",
				"charged", "sealed", "done"}},
			{at: atRerun, sent: true, steps: []string{"posted", "approved", "claimed", "released", "rerun",
				"handed over", "charged", "sealed", "done"}},
		},
		"after the charge": {
			{at: atCharge, sent: true, steps: handedOverCharged},
			{at: atCompute, steps: handedOverCharged},
			{at: atSeal, steps: handedOverCharged},
			{at: atSeal, sent: true, steps: handedOverSealed},
			{at: atOpen, steps: handedOverSealed},
			{at: atOpen, sent: true, steps: usualSteps()},
		},
		"while the noise is drawn again": {
			{at: atRedraw, steps: []string{"posted", "approved", "claimed", "released", "charged", "handed over",
				"handed over", "charged", "sealed", "done"}},
			{at: atRedraw, sent: true, steps: []string{"posted", "approved", "claimed", "released", "charged",
				"handed over", "charged", "handed over", "charged", "sealed", "done"}},
		},
		"a second time": {
			{at: atTakeOver, steps: handedOverReleased},
			{at: atTakeOver, sent: true, steps: []string{"posted", "approved", "claimed", "released", "handed over",
				"handed over", "charged", "sealed", "done"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			die(t, deaths)
		})
	}
}

// die has a worker die, one death a job.
func die(t *testing.T, deaths []death) {
	const people, rho = 12, 1_000
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	var watch atomic.Pointer[func()] // what to do once the node has taken the next transaction
	proxy := must(fault.NewMessageProxy(filepath.Join(shortDir(t), "node.sock"), s.net.Socket(),
		func(_ context.Context, m fault.Message) ([]byte, error) {
			if m.Direction == fault.ToClient && strings.Contains(m.Method, "SubmitTx") {
				if do := watch.Swap(nil); do != nil {
					(*do)()
					return nil, fault.ErrCut
				}
			}
			return m.Data, nil
		}))(t)
	t.Cleanup(func() {
		if err := proxy.Close(); err != nil {
			t.Error(err)
		}
	})
	d := newDirector()
	with := workerOptions{broker: b.url, socket: proxy.Path(), step: d.step}
	spent, revoked := uint64(0), 0
	end := func(w *runningWorker, _ common.Hash) { w.cancel() }
	for _, c := range deaths {
		name := "before " + c.at
		if c.sent {
			name = "after sending its " + c.at
		}
		t.Run(name, func(t *testing.T) {
			w := s.startWorker(t, with)
			die := end
			if c.sent {
				die = func(w *runningWorker, _ common.Hash) {
					cancel := func() { w.cancel() }
					watch.Store(&cancel) // and it goes on to send
				}
			}
			var done <-chan struct{}
			switch c.at {
			case atRerun: // for which there has to be a reason
				who := revoked
				revoked++
				done = d.then(d.once(atCharge, func(*runningWorker, common.Hash) { s.revoke(t, 2, who) }), atRerun, die)
			case atRedraw: // which comes after another death, and a hand-over
				done = d.then(d.once(atCompute, end), atRedraw, die)
			case atTakeOver: // which comes after another death
				done = d.then(d.once(atCharge, end), atTakeOver, func(w *runningWorker, id common.Hash) {
					if !c.sent {
						end(w, id)
					}
				})
				if c.sent { // by the broker, on its behalf: the next step is another one
					done = d.then(done, atConsent, end)
				}
			default:
				done = d.once(c.at, die)
			}
			id := s.ask(t, wanted{rho: rho})
			if c.at == atTakeOver || c.at == atRedraw {
				happened(t, w.ended)
				w = s.startWorker(t, with)
			}
			happened(t, done)
			happened(t, w.ended)
			d.always(nil)

			again := s.startWorker(t, with)
			if again.enclave == w.enclave {
				t.Fatal("the worker has the same keys again")
			}
			s.end(t, id, job.Done)
			spent += rho
			s.checkSteps(t, id, c.steps...)
			s.checkBudget(t, 0, spent)
			s.checkUndisturbed(t, id, slices.DeleteFunc(all(people), func(i int) bool { return i < revoked })...)
			again.stop()
		})
	}
}

// checkUndisturbed checks that a private job's result is, to the byte, what a run over the rows of these subjects gives
// with the noise that belongs to its charge: that of the broker's share, of the enclave's, and of the header of the
// charge's round. Without the enclave's share, the chain and all that a broker has give other noise.
func (s *study) checkUndisturbed(t testing.TB, id common.Hash, who ...int) {
	t.Helper()
	d, err := s.Client.Delivery(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	got := must(d.Result(s.resultKey))(t)
	spec := s.job(t, id).Spec
	receipt := d.Receipt.Receipt
	if receipt.Charge.LiveSubjects != uint32(len(who)) {
		t.Errorf("the receipt of job %s counts %d live subjects, want %d", id, receipt.Charge.LiveSubjects, len(who))
	}
	schema := must(schema.Parse([]byte(s.schema)))(t)
	_, parameters, err := statistics.Read(spec.Kind, []byte(whoTook))
	if err != nil {
		t.Fatal(err)
	}
	p := must(statistics.Parse(spec.Kind, parameters))(t)
	plan := must(query.Compile(p, schema))(t)
	share := must(s.entry.Share(s.Dataset, id))(t)
	next := must(s.Client.Backend().HeaderByNumber(t.Context(), new(big.Int).SetUint64(s.job(t, id).ChargeRound+1)))(t)
	run := func(enclave noise.Share, header common.Hash) []byte {
		key := must(mechanism.NewKey(mechanism.Draw{
			Brokers: [][]byte{share}, Enclaves: [][]byte{enclave[:]}, Inputs: receipt.Charge.Inputs, Header: header,
		}))(t)
		r := must(plan.Run(s.rows(t, who), query.Release{How: spec.Release, Rho: spec.Rho, Key: key,
			LiveSubjects: uint32(len(who))}))(t)
		return must(r.Encode())(t)
	}
	drawn := s.drawn.committed(t, id, receipt.Charge.Noise)
	if want := run(drawn, next.ParentHash); !bytes.Equal(got, want) {
		t.Errorf("job %s gave\n%s\nan undisturbed run gives\n%s", id, got, want)
	}
	if bytes.Equal(got, run(noise.Share{}, next.ParentHash)) || bytes.Equal(got, run(drawn, common.Hash{})) {
		t.Errorf("job %s has noise that does not follow from the enclave's share and the header", id)
	}
}

// recorder hands out random bytes, and keeps what may be shares of noise.
type recorder struct {
	mu     sync.Mutex
	shares []noise.Share
}

func (r *recorder) Read(p []byte) (int, error) {
	n, err := rand.Read(p)
	if n == len(noise.Share{}) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.shares = append(r.shares, noise.Share(p))
	}
	return n, err
}

// committed is the share that a charge commits to.
func (r *recorder) committed(t testing.TB, id, commitment common.Hash) noise.Share {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.shares {
		if noise.Commit(id, s) == commitment {
			return s
		}
	}
	t.Fatalf("no worker drew the share to which the charge of job %s commits", id)
	return noise.Share{}
}

// rows reads the rows of some subjects of the study's table, as the enclave does.
func (s *study) rows(t testing.TB, who []int) vault.Rows {
	t.Helper()
	pseudonyms := make(map[vault.Pseudonym]bool)
	for _, i := range who {
		pseudonyms[vault.Pseudonym(s.Subjects[i].Pseudonym)] = true
	}
	var sealed bytes.Buffer
	schema := must(schema.Parse([]byte(s.schema)))(t)
	key := must(vault.ParseKey(s.entry.Identity))(t)
	summary := must(vault.Pack(&sealed, strings.NewReader(s.table), vault.PackConfig{
		Schema: schema, Pseudonym: s.Roster.Pseudonym, Roster: s.Roster.Entries(),
		Recipients: []string{key.Recipient()},
	}))(t)
	r := must(vault.Open(&sealed, key, summary.ContentRoot))(t)
	return vault.Select(r, func(p vault.Pseudonym) bool { return pseudonyms[p] })
}
