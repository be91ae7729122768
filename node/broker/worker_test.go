package broker_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/compute/computetest"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/insecure"
)

// bench is a worker at its broker: it sees to the job of the world, in an enclave that has the world's keys.
type bench struct {
	*world
	url    string        // of the broker
	late   atomic.Int64  // by how much the worker's clock is ahead of the world's
	logged chan string   // what the worker logs
	news   chan struct{} // has the feed tell of the job
	memory *worker.Memory
	lies   atomic.Bool            // no header confirms what the worker's node tells
	holds  atomic.Pointer[string] // a method of the market; the worker's calls of it do not arrive

	began time.Time // by the worker's clock

	mu    sync.Mutex
	steps []string
}

// newBench has a worker remember the job and the enclave that claimed it. sends stands between the broker and the
// chain.
func newBench(w *world, sends func(broker.Sender) broker.Sender) *bench {
	w.t.Helper()
	if sends != nil {
		w.config.Sender = sends(w.config.Sender)
	}
	server := httptest.NewServer(w.broker().Handler())
	w.t.Cleanup(server.Close)
	memory, err := worker.OpenMemory(filepath.Join(w.t.TempDir(), "jobs.json"), w.chain.Latest().Number)
	w.must(err)
	w.must(memory.Add(w.job))
	w.must(memory.AddEnclave(w.current().Enclave))
	w.must(memory.AddEnclave(w.keys.Address()))
	return &bench{
		world: w, url: server.URL, logged: make(chan string, 1024), news: make(chan struct{}, 1), memory: memory,
		began: w.now,
	}
}

// run runs the worker until the test ends it, or is over.
func (b *bench) run() (stop func()) {
	b.t.Helper()
	ctx, cancel := context.WithCancel(b.t.Context())
	w, err := worker.New(worker.Config{
		View: b, Sender: telling{sender{b.world, b.operator}, b}, Feed: b, Contracts: b.contracts, Keys: b.keys,
		Issuer: b.issuer, Collector: b, Genuine: b.config.Genuine, Roots: tee.Roots{b.root.Certificate()},
		ChainID: chainID, Runtime: b.runtime, Files: &fetch.Store{Dir: b.t.TempDir(), MaxSize: 1 << 20},
		Brokers: func(common.Hash) (string, error) { return b.url, nil }, HTTP: http.DefaultClient,
		Engines: computetest.Here{}, Memory: b.memory,
		Random: rand.Reader, Now: b.clock, Log: slog.New(b), Life: time.Hour, Pace: time.Millisecond,
		Step: func(_ common.Hash, step string) {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.steps = append(b.steps, step)
		},
	})
	b.must(err)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = w.Run(ctx)
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		<-ended
	})
	b.t.Cleanup(stop)
	return stop
}

// tellNews has the feed tell of the job.
func (b *bench) tellNews() { b.news <- struct{}{} }

// clock is the worker's.
func (b *bench) clock() time.Time { return b.began.Add(time.Duration(b.late.Load())) }

// telling is an account that says when what it sends is in a block.
type telling struct {
	sender
	b *bench
}

func (t telling) Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (uint64, error) {
	methods := bindings.NewJobMarket().GetABI().Methods
	if held := t.b.holds.Load(); held != nil && bytes.HasPrefix(input, methods[*held].ID) {
		t.b.logged <- "held " + *held
		return 0, errors.New("no answer")
	}
	round, err := t.sender.Send(ctx, to, value, input)
	if err == nil {
		t.b.logged <- sent
	}
	return round, err
}

const sent = "a transaction is in a block"

// Next implements worker.View: time goes on when it is waited for.
func (b *bench) Next(ctx context.Context, after uint64) (uint64, error) {
	for b.chain.Latest().Number <= after {
		if err := b.tick(); err != nil {
			return 0, err
		}
	}
	return b.chain.Latest().Number, ctx.Err()
}

func (b *bench) tick() error {
	b.ticks.Add(1)
	return b.chain.Tick()
}

// Told implements worker.View: what the node tells is what the chain has.
func (b *bench) Told(ctx context.Context, least uint64) (*contracts.Told, error) {
	now, err := b.At(ctx, max(least, b.chain.Latest().Number))
	return contracts.NewTold(now, nil), err
}

// ToldAt implements worker.View.
func (b *bench) ToldAt(ctx context.Context, round uint64) (*contracts.Told, error) {
	at, err := b.At(ctx, round)
	return contracts.NewTold(at, nil), err
}

// Confirm implements worker.View.
func (b *bench) Confirm(ctx context.Context, told *contracts.Told) (*contracts.Open, error) {
	if b.lies.Load() {
		return nil, light.ErrForged
	}
	return b.world.Confirm(ctx, told)
}

// Until implements worker.View: time goes on when it is waited for.
func (b *bench) Until(ctx context.Context, seconds uint64) error {
	for b.chain.Latest().Time < seconds {
		if err := b.tick(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// At implements worker.View.
func (b *bench) At(ctx context.Context, round uint64) (*contracts.Open, error) {
	for b.chain.Latest().Number < round {
		if err := b.tick(); err != nil {
			return nil, err
		}
	}
	return b.world.At(ctx, round)
}

// Jobs implements worker.Feed: it tells of the job when the test says so.
func (b *bench) Jobs(ctx context.Context, _ uint64, found func(common.Hash, uint64), _ func(uint64)) error {
	for {
		select {
		case <-b.news:
			found(b.job, b.chain.Latest().Number)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// logs are what the market has told of the job under one name.
func (b *bench) logs(ctx context.Context, event string) ([]types.Log, error) {
	topic := bindings.NewJobMarket().GetABI().Events[event].ID
	return b.chain.FilterLogs(ctx, ethereum.FilterQuery{
		Addresses: []common.Address{b.contracts.JobMarket}, Topics: [][]common.Hash{{topic}, {b.job}},
	})
}

// Post implements worker.Feed.
func (b *bench) Post(ctx context.Context, _ *contracts.Job) (contracts.Post, error) {
	logs, err := b.logs(ctx, "JobPosted")
	if err != nil || len(logs) == 0 {
		return contracts.Post{}, errors.Join(err, errors.New("no post"))
	}
	e, err := bindings.NewJobMarket().UnpackJobPostedEvent(&logs[0])
	if err != nil {
		return contracts.Post{}, err
	}
	return contracts.Post{Parameters: e.Parameters, ResearcherKey: e.ResearcherKey}, nil
}

// Charge implements worker.Feed.
func (b *bench) Charge(_ context.Context, j *contracts.Job) (receipt.Charge, error) {
	for _, c := range b.charges() {
		if c.StructHash() == j.Charge {
			return c, nil
		}
	}
	return receipt.Charge{}, errors.New("no charge")
}

// charges are those that the job ever had, in order.
func (b *bench) charges() (all []receipt.Charge) {
	logs, err := b.logs(b.t.Context(), "JobCharged")
	b.must(err)
	for i := range logs {
		e, err := bindings.NewJobMarket().UnpackJobChargedEvent(&logs[i])
		b.must(err)
		all = append(all, solidity.ToCharge(e.Charge))
	}
	return all
}

// Collateral implements tee.Collector.
func (b *bench) Collateral(context.Context, []byte) ([]byte, error) {
	return b.root.CollateralOf(insecure.Terms{Now: b.began, Number: 1})
}

// Enabled, Handle, WithAttrs and WithGroup implement slog.Handler.
func (b *bench) Enabled(context.Context, slog.Level) bool { return true }

func (b *bench) Handle(_ context.Context, r slog.Record) error {
	line := r.Message
	r.Attrs(func(a slog.Attr) bool {
		line += " " + a.String()
		return true
	})
	select {
	case b.logged <- line:
	default:
	}
	return nil
}

func (b *bench) WithAttrs([]slog.Attr) slog.Handler { return b }
func (b *bench) WithGroup(string) slog.Handler      { return b }

// says waits until the worker logs a line with some words.
func (b *bench) says(words string) {
	b.t.Helper()
	patience := time.NewTimer(time.Minute)
	defer patience.Stop()
	for {
		select {
		case line := <-b.logged:
			b.t.Log(line)
			if strings.Contains(line, words) {
				return
			}
		case <-patience.C:
			b.t.Fatalf("the worker does not say %q", words)
		}
	}
}

// took reports whether the worker has taken a step.
func (b *bench) took(step string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Contains(b.steps, step)
}

// told is how the job's claims have ended, in order.
func (b *bench) told() (ends []job.ClaimEnd) {
	b.t.Helper()
	logs, err := b.logs(b.t.Context(), "ClaimEnded")
	b.must(err)
	for i := range logs {
		e, err := bindings.NewJobMarket().UnpackClaimEndedEvent(&logs[i])
		b.must(err)
		ends = append(ends, job.ClaimEnd(e.How))
	}
	return ends
}

// checkTold checks how the job's claims have ended.
func (b *bench) checkTold(want ...job.ClaimEnd) {
	b.t.Helper()
	if got := b.told(); !slices.Equal(got, want) {
		b.t.Errorf("the claims ended %v, want %v", got, want)
	}
}

// checkKept checks what was kept of bonds.
func (b *bench) checkKept(want int64) {
	b.t.Helper()
	now := b.open(b.chain.Latest())
	defer now.Close()
	burnt, err := now.Burnt(b.t.Context())
	b.must(err)
	if burnt.Cmp(big.NewInt(want)) != 0 {
		b.t.Errorf("%s was kept of bonds, want %d", burnt, want)
	}
}

// mute is a broker's account whose transactions never arrive.
func mute(s broker.Sender) broker.Sender { return muted{s} }

type muted struct{ broker.Sender }

func (muted) Send(context.Context, common.Address, *big.Int, []byte) (uint64, error) {
	return 0, errors.New("no answer")
}

// A worker that is started again between claim and key release claims the job anew at once, at no cost, and does it.
func TestAWorkerIsRestartedBeforeTheRelease(t *testing.T) {
	w := newWorld(t, options{})
	old := w.current()
	w.restart()
	b := newBench(w, nil)
	b.run()
	b.says("its broker is to end the claim")
	b.checkEnded(old)
	b.tellNews()
	b.says("Done with a job end=done")
	b.checkTold(job.ClaimRefused)
	if j := b.current(); j.Enclave != b.keys.Address() || j.State() != job.Done {
		t.Errorf("the job is %s by enclave %s", j.State(), j.Enclave)
	}
}

// When no broker answers, or its word does not arrive on chain, the worker returns the claim itself.
func TestAWorkerReturnsWhatIsNotEnded(t *testing.T) {
	for name, c := range map[string]struct {
		before func(w *world)
		sends  func(broker.Sender) broker.Sender
		away   bool
		says   string
	}{
		"restarted, and the broker is away": {before: (*world).restart, away: true,
			says: "Trying a job again"},
		"restarted, and the broker's word does not arrive": {before: (*world).restart, sends: mute,
			says: "its broker is to end the claim"},
		"refused, and the broker's word does not arrive": {
			before: func(w *world) { w.config.Listed = nil }, sends: mute, says: "its broker is to end the claim",
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			c.before(w)
			b := newBench(w, c.sends)
			if c.away {
				b.url = "http://127.0.0.1:1"
			}
			b.run()
			b.says(c.says)
			b.checkTold()
			b.late.Store(int64(31 * time.Second))
			b.tellNews()
			b.says("Giving a claim back")
			b.says(sent)
			b.checkTold(job.ClaimReturned)
		})
	}
}

// A job whose key was refused goes on once the cause is mended: the enclave that was refused is barred from it, and
// waits; the next one claims nothing while it would be refused as well, asks again, and does the job then.
func TestAWorkerAsksAgainAfterARefusal(t *testing.T) {
	w := newWorld(t, options{})
	listed := w.config.Listed
	w.config.Listed = nil
	old := w.current()
	b := newBench(w, nil)
	var handler atomic.Pointer[http.Handler]
	opens := func() {
		h := w.broker().Handler()
		handler.Store(&h)
	}
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		(*handler.Load()).ServeHTTP(rw, r)
	}))
	t.Cleanup(server.Close)
	b.url = server.URL
	opens()

	stop := b.run()
	b.says("its broker is to end the claim")
	b.checkEnded(old)
	b.tellNews()
	b.says("A job waits why=operator")
	mended := func(late time.Duration) {
		w.config.Listed = listed
		opens()
		b.late.Store(int64(late))
		b.tellNews()
	}
	mended(20 * time.Second)
	b.says("the chain bars it from the job")
	stop()

	w.restart()
	w.must(b.memory.AddEnclave(w.keys.Address()))
	w.config.Listed = nil
	opens()
	b.run()
	b.says("is not on this broker's list of simulated workers")
	b.checkTold(job.ClaimRefused)
	if j := b.current(); j.State() != job.Approved || b.took(worker.StepClaim) {
		t.Errorf("the job is %s, the worker took the steps %v", j.State(), b.steps)
	}
	mended(40 * time.Second)
	b.says("Done with a job end=done")
	b.checkTold(job.ClaimRefused)
	b.checkKept(0)
}

// Of a job that another operator has done a worker does not say that it waits, whatever its broker has keys for.
func TestAWorkerLeavesWhatIsDone(t *testing.T) {
	w := newWorld(t, options{})
	b := newBench(w, nil)
	stop := b.run()
	b.says("Done with a job end=done")
	stop()

	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.WriteHeader(http.StatusForbidden)
		_, _ = rw.Write([]byte(`{"code":"no-key","detail":"this broker has no key"}`))
	}))
	t.Cleanup(server.Close)
	b.url, w.operator = server.URL, w.researcher
	w.restart()
	w.must(b.memory.Add(w.job))
	b.run()
	for line := range b.logged {
		if strings.HasPrefix(line, "A job waits") {
			t.Fatal(line)
		}
		if strings.HasPrefix(line, "Done with a job") {
			break
		}
	}
}

// A claim of a job whose consent round a gate fixes before the policy took effect is refused by the market: it costs
// the worker nothing, and no key is asked for.
func TestAWorkerTakesNoRoundBeforeItsPolicy(t *testing.T) {
	w := newWorld(t, options{})
	w.posted(gate(w.chain.Latest().Number), policy.MayFixConsentRound)
	b := newBench(w, nil)
	b.run()
	b.says(string(solidity.ErrJobConsentTooEarly))
	b.checkTold()
	if j := b.current(); j.State() != job.Approved || b.took(worker.StepKey) || b.took(worker.StepCharge) {
		t.Errorf("the job is %s, the worker took the steps %v", j.State(), b.steps)
	}
}

// A claim that was narrowed, and that no rerun can bring up to date, ends for that and costs nothing, whatever the
// broker refuses its key for.
func TestAWorkerEndsAClaimThatWasNarrowed(t *testing.T) {
	w := newWorld(t, options{})
	ctx := t.Context()
	now, err := w.client.Now(ctx)
	w.must(err)
	p, err := now.Policy(ctx, w.story.Dataset, 1)
	w.must(err)
	p.MaxReruns = 0
	_, err = w.client.SetPolicy(ctx, w.story.Custodian, w.story.Dataset, p)
	w.must(err)
	w.claim()
	w.must(w.story.Revoke(ctx, w.story.Subjects[:2], 1<<40))
	b := newBench(w, nil)
	b.run()
	b.says("Ending a claim")
	b.says(sent)
	b.checkTold(job.ClaimNarrowed)
	b.checkKept(0)
}

// One that is under the policy does.
func TestAWorkerTakesAFixedRound(t *testing.T) {
	w := newWorld(t, options{})
	w.gated(0)
	b := newBench(w, nil)
	b.run()
	b.says("Done with a job end=done")
	if j := b.current(); j.ConsentRound >= j.ClaimRound {
		t.Errorf("consent round %d of claim %d: no gate has fixed it", j.ConsentRound, j.ClaimRound)
	}
}

// A worker that asks the dataset's broker for the key of a seat whose broker is another does not wait for it in vain.
func TestAWorkerAsksTheWrongBrokerOfASeat(t *testing.T) {
	w := newWorld(t, options{})
	w.seat(naming(common.Address{9}), policy.MayNameBroker)
	b := newBench(w, nil)
	b.run()
	b.says("Giving a claim back")
	b.says(sent)
	b.checkTold(job.ClaimReturned)
}

// What the chain knows to be out of use costs the operator nothing: the worker ends the claim for that.
func TestAWorkerEndsAClaimWhoseDatasetIsStopped(t *testing.T) {
	w := newWorld(t, options{})
	_, err := w.client.Stop(t.Context(), w.story.Custodian, w.story.Dataset)
	w.must(err)
	b := newBench(w, nil)
	b.run()
	b.says("Ending a claim")
	b.says(sent)
	b.checkTold(job.ClaimNotInUse)
	b.checkKept(0)
}

// A worker that has a key reads no row, and charges nothing, by a round that the chain turns out not to have. It goes
// on once its node tells the truth.
func TestAWorkerChargesNothingByAnUnconfirmedRound(t *testing.T) {
	w := newWorld(t, options{})
	b := newBench(w, nil)
	b.lies.Store(true)
	b.run()
	b.says("Received a key")
	b.says("confirming by what job")
	if j := b.current(); j.State() != job.Claimed || b.took(worker.StepCharge) {
		t.Errorf("the job is %s, the worker took the steps %v", j.State(), b.steps)
	}
	b.lies.Store(false)
	b.tellNews()
	b.says("Done with a job end=done")
}

// Enclave after enclave ends before it seals: each that takes over draws the noise again, and changes nothing else of
// the charge but its moment, until none may; then the job ends at once, at the price of the bond.
func TestWorkersDrawAgain(t *testing.T) {
	w := newWorld(t, options{})
	b := newBench(w, nil)
	held := worker.StepSeal
	b.holds.Store(&held)
	for n := range 4 {
		if n > 0 {
			w.restart()
			b.must(b.memory.AddEnclave(w.keys.Address()))
		}
		stop := b.run()
		b.says("held " + held)
		stop()
		j, charges := b.current(), b.charges()
		if len(charges) != n+1 || int(j.Redraws) != n || j.IsShareLost || charges[n].StructHash() != j.Charge {
			t.Fatalf("after %d restarts: %d charges, %d redraws, the share is lost: %v", n, len(charges), j.Redraws,
				j.IsShareLost)
		}
		first, last := charges[0], charges[n]
		if last.Moment < first.Moment || receipt.CheckMoment(last.Moment, j.ReleasedAt) != nil {
			t.Errorf("after %d restarts the moment is %d, and was %d", n, last.Moment, first.Moment)
		}
		for i, other := range charges[:n] {
			if other.Noise == last.Noise {
				t.Errorf("draws %d and %d are of one share", i, n)
			}
		}
		if first.Noise, first.Moment = last.Noise, last.Moment; first != last {
			t.Errorf("after %d restarts the charge is %+v, and was %+v", n, last, first)
		}
	}
	w.restart()
	b.must(b.memory.AddEnclave(w.keys.Address()))
	b.run()
	b.says("end=abandoned")
	if j := b.current(); j.State() != job.Failed || len(b.charges()) != 4 {
		t.Errorf("the job is %s, with %d charges", j.State(), len(b.charges()))
	}
}
