// Package worker runs jobs inside an enclave: it claims an approved job, takes the consent state of the round that the
// claim fixed, gets the dataset's key from the custodian's broker, computes, and delivers a receipt with an encrypted
// result.
//
// It promises that a row enters a job only if its subject's consent was live in the consent round; that nothing that
// depends on a row leaves before the charge of exactly these inputs is final in a round that the worker verified; and
// that what leaves afterwards is the release, encrypted to the researcher, in a message whose size and moment do not
// depend on the rows. It believes the chain through its own verified view, the broker by its key, and no one else. What
// the node tells before a header confirms it is good for claims, which the chain judges itself, and for getting ready.
//
// The chain is the worker's memory. After a crash it reads there which jobs its operator has claimed and goes on from
// their state; the enclave's keys are new then, so the worker registers again and hands its jobs over to itself.
// docs/life-of-a-job.md follows one job through this package.
package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
)

// View is the worker's verified view of the chain.
type View interface {
	// Latest returns the newest verified round. The caller closes it.
	Latest(ctx context.Context) (*contracts.Open, error)
	// At returns a verified round, waiting for it when it lies ahead.
	At(ctx context.Context, round uint64) (*contracts.Open, error)
	// Told returns the newest round that the node tells of, not before the given one, for which it waits. The caller
	// closes it.
	Told(ctx context.Context, least uint64) (*contracts.Told, error)
	// ToldAt returns a round, by the node's word where no header has confirmed it yet. The caller closes it.
	ToldAt(ctx context.Context, round uint64) (*contracts.Told, error)
	// Confirm waits for the header that confirms a told round, and fails when the chain has another.
	Confirm(ctx context.Context, told *contracts.Told) (*contracts.Open, error)
	// Until waits until the consensus time of a verified block is at least so many Unix seconds.
	Until(ctx context.Context, seconds uint64) error
	// Next waits for a verified round after the given one and returns its number.
	Next(ctx context.Context, after uint64) (uint64, error)
}

// Sender sends the operator's transactions.
type Sender interface {
	Address() common.Address
	// Send sends a call and returns the round in which it became final. A call that the contract refused is a
	// *solidity.Error.
	Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (round uint64, err error)
}

// Feed tells of jobs. It is a hint: a node that hides jobs stops the worker from earning and fools it in nothing.
type Feed interface {
	// Jobs calls found with every job of which the market told something in rounds from the given one on, after the
	// post, as they become final, with the round, and seen with every round that was searched. It returns when the
	// context ends or the node is gone.
	Jobs(ctx context.Context, from uint64, found func(id common.Hash, round uint64), seen func(round uint64)) error
	// Post returns what was posted with a job, up to its claim's round; the caller checks it against the specification.
	Post(ctx context.Context, j *contracts.Job) (contracts.Post, error)
	// Charge returns the charge of a charged job that has the hash which is on record.
	Charge(ctx context.Context, j *contracts.Job) (receipt.Charge, error)
}

// DefaultMaxHeld is what the rows of one job may take in memory when no more is said: 1.5 GiB.
const DefaultMaxHeld = 3 << 29

// Config is a worker's configuration. All fields are required but those whose zero value has a meaning.
type Config struct {
	View      View
	Sender    Sender
	Feed      Feed
	Contracts solidity.Addresses
	Keys      *enclave.Keys
	Issuer    tee.Issuer
	Collector tee.Collector
	// Genuine and Roots read the machine's own quotes, to know what it measures.
	Genuine *genuine.Verifier
	Roots   tee.Roots
	ChainID uint64
	Runtime common.Hash
	Files   *fetch.Store
	// Brokers gives the URL of the broker that a dataset's custodian runs.
	Brokers func(dataset common.Hash) (string, error)
	HTTP    *http.Client
	// Engines run what jobs compute, in processes of their own.
	Engines Engines
	Memory  *Memory
	// Uses is where use lists are shown to subjects. Without a folder none are.
	Uses   UseLists
	Random io.Reader
	Now    func() time.Time
	Log    *slog.Logger
	// Life is for how long a registration is asked for.
	Life time.Duration
	// Pace is the step to which the times are rounded up that reading rows and computing may take. Zero is a quarter of
	// a second.
	Pace time.Duration
	// Jobs is how many jobs run at once, at most one for each core. Zero is one.
	Jobs int
	// MaxHeld bounds what the rows of one job may take in memory, in bytes. Zero is DefaultMaxHeld.
	MaxHeld int64
	// Step, when set, is called before each step of a job with its name, one of the constants; tests stop there.
	Step func(id common.Hash, step string)
}

// The names of a job's steps, in the order in which a worker takes them, and of those that it takes when a charge lags
// behind the consents, when another enclave had the job, and when noise has to be drawn again.
const (
	StepClaim    = "claim"
	StepConsent  = "consent"
	StepKey      = "key"
	StepVerify   = "verify the broker's round"
	StepCharge   = "charge"
	StepCompute  = "compute"
	StepSeal     = "seal"
	StepOpen     = "open"
	StepRerun    = "rerun"
	StepTakeOver = "take over"
	StepRedraw   = "redraw"
)

// Worker runs jobs.
type Worker struct {
	cfg        Config
	market     *bindings.JobMarket
	workers    *bindings.WorkerRegistry
	collateral *bindings.CollateralRegistry

	tagKeys tagKeys

	mu sync.Mutex
	// running are the jobs in progress; an update from the feed wakes a job that waits for others.
	running map[common.Hash]*updates
	slots   chan struct{}
	// computations that keep their rows though their last step failed, before their charge is final
	resting chan struct{}
	// services are the datasets that jobs name, whether the operator's brokers serve them.
	services *services
	// looks bounds how many jobs are looked at for the first time at once. Anyone can post jobs; the feed waits
	// meanwhile.
	looks chan struct{}
	// claims are what this machine's newest quote for a registration claims.
	claims atomic.Pointer[tee.Claims]
}

// maxLooks is how many jobs are looked at for the first time at once.
const maxLooks = 64

// New returns a worker.
func New(c Config) (*Worker, error) {
	for _, field := range []struct {
		name    string
		missing bool
	}{
		{"View", c.View == nil}, {"Sender", c.Sender == nil}, {"Feed", c.Feed == nil}, {"Keys", c.Keys == nil},
		{"Issuer", c.Issuer == nil}, {"Collector", c.Collector == nil}, {"Genuine", c.Genuine == nil},
		{"Files", c.Files == nil}, {"Brokers", c.Brokers == nil}, {"HTTP", c.HTTP == nil},
		{"Engines", c.Engines == nil}, {"Memory", c.Memory == nil}, {"Random", c.Random == nil}, {"Now", c.Now == nil},
		{"Log", c.Log == nil}, {"Life", c.Life <= 0},
	} {
		if field.missing {
			return nil, fmt.Errorf("worker: the configuration has no %s", field.name)
		}
	}
	if c.Pace <= 0 {
		c.Pace = time.Second / 4
	}
	if c.Jobs <= 0 {
		c.Jobs = 1
	}
	if cores := runtime.GOMAXPROCS(0); c.Jobs > cores {
		return nil, fmt.Errorf(
			"worker: %d jobs at once on a machine of %d cores: a job without a core of its own could miss "+
				"the moment of its result; run at most %d", c.Jobs, cores, cores)
	}
	if c.MaxHeld <= 0 {
		c.MaxHeld = DefaultMaxHeld
	}
	if c.Step == nil {
		c.Step = func(common.Hash, string) {}
	}
	return &Worker{
		cfg: c, market: bindings.NewJobMarket(), workers: bindings.NewWorkerRegistry(),
		collateral: bindings.NewCollateralRegistry(),
		running:    make(map[common.Hash]*updates), slots: make(chan struct{}, c.Jobs),
		resting:  make(chan struct{}, c.Jobs),
		services: newServices(),
		looks:    make(chan struct{}, maxLooks),
	}, nil
}

// Run runs jobs until the context ends, and keeps the registration alive meanwhile. Register comes first.
func (w *Worker) Run(ctx context.Context) error {
	now, err := w.cfg.View.Latest(ctx)
	if err != nil {
		return fmt.Errorf("beginning to run jobs: %w", err)
	}
	w.cfg.Memory.CheckNext(now.Round.Number)
	err = w.settleUses(ctx, now)
	now.Close()
	if err != nil {
		return fmt.Errorf("beginning to run jobs: %w", err)
	}
	if err := w.checkSpeed(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var wg sync.WaitGroup
	defer wg.Wait()
	start := func(id common.Hash, round uint64) { w.start(ctx, &wg, id, round) }
	renewals := make(chan error, 1)
	wg.Go(func() { renewals <- w.keepRegistered(ctx) })
	if err := w.cfg.Memory.Restore(); err != nil {
		return fmt.Errorf("beginning to run jobs: %w", err)
	}
	for _, id := range w.cfg.Memory.Jobs() {
		start(id, 0)
	}
	feeds := make(chan error, 1)
	wg.Go(func() { feeds <- w.follow(ctx, start) })
	select {
	case err := <-feeds:
		return err
	case err := <-renewals:
		return err
	}
}

// start processes a job in a goroutine of its own, or adds an update for the one that does. It waits while many jobs
// are looked at for the first time, so that many posts do not fill memory.
func (w *Worker) start(ctx context.Context, wg *sync.WaitGroup, id common.Hash, round uint64) {
	if w.notify(id, round) {
		return
	}
	select {
	case w.looks <- struct{}{}:
	case <-ctx.Done():
		return
	}
	looked := sync.OnceFunc(func() { <-w.looks })
	n := newUpdates(round)
	w.mu.Lock()
	w.running[id] = n
	w.mu.Unlock()
	wg.Go(func() {
		defer looked()
		for done := false; !done; {
			w.process(ctx, id, n, looked)
			done = w.finish(ctx, id, n)
		}
	})
}

// notify adds an update of a job, and reports false when no goroutine processes the job.
func (w *Worker) notify(id common.Hash, round uint64) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := w.running[id]
	if n != nil {
		n.add(round)
	}
	return n != nil
}

// follow starts the jobs that the feed tells of, and goes on when the node comes back after an absence.
func (w *Worker) follow(ctx context.Context, start func(id common.Hash, round uint64)) error {
	for attempts := newBackoff(); ; {
		err := w.cfg.Feed.Jobs(ctx, w.cfg.Memory.Next(), func(id common.Hash, round uint64) {
			if err := w.cfg.Memory.Add(id); err != nil {
				w.cfg.Log.ErrorContext(ctx, "Failed to remember a job", slog.String("job", id.Hex()),
					slog.Any("error", err))
			}
			start(id, round)
		}, func(round uint64) {
			attempts.Reset()
			if err := w.cfg.Memory.SetSearched(round); err != nil {
				w.cfg.Log.ErrorContext(ctx, "Failed to remember a round", slog.Uint64("round", round),
					slog.Any("error", err))
			}
		})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		w.cfg.Log.WarnContext(ctx, "Lost the node; trying again", slog.Any("error", err))
		if err := attempts.Wait(ctx); err != nil {
			return err
		}
	}
}

// finish takes a job off the list of those in progress, and reports false when there is an update of it meanwhile.
func (w *Worker) finish(ctx context.Context, id common.Hash, n *updates) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, fresh := n.read(); fresh && ctx.Err() == nil {
		return false
	}
	delete(w.running, id)
	return true
}

// waiting is why a job has to wait for someone else.
type waiting struct {
	why string
	// until is for how long at most; then this worker looks again.
	until time.Duration
	// wakes says to look earlier when the feed tells of the job.
	wakes bool
	// again says that it may be in vain, time and again: each time the wait is longer.
	again bool
}

func (w *waiting) Error() string { return w.why }

// process runs a job until this worker is done with it. While the job waits, it holds up no other. It calls looked once
// the job was looked at.
func (w *Worker) process(ctx context.Context, id common.Hash, n *updates, looked func()) {
	log := w.cfg.Log.With(slog.String("job", id.Hex()))
	var (
		kept progress
		said string // why the job waits; said once
	)
	p := newPauses()
	defer kept.drop()
	wake := func() {}
	defer func() { wake() }()
	leave := func() {}
	defer func() { leave() }()
	for {
		round, _ := n.read()
		if err := w.awaitTold(ctx, round); err != nil && ctx.Err() == nil {
			log.DebugContext(ctx, "Looking at a job in an older round than its news", slog.Uint64("round", round),
				slog.Any("error", err))
		}
		leave()
		var end string
		var err error
		end, leave, err = w.look(ctx, id)
		looked()
		if err == nil && end == "" {
			end, err = w.attempt(ctx, id, &kept)
			wake = w.rest(&kept, err)
		}
		var (
			refusal *release.Refusal
			others  *waiting
			wakes   <-chan struct{}
		)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			log.InfoContext(ctx, "Done with a job", slog.String("end", end))
			forget := w.cfg.Memory.Remove
			if ofThisRun(end) {
				forget = w.cfg.Memory.SetAside
			}
			if err := forget(id); err != nil {
				log.ErrorContext(ctx, "Failed to forget a job", slog.Any("error", err))
			}
			return
		case errors.Is(err, errClaimEnded):
		case errors.As(err, &others):
			if said != others.why {
				said = others.why
				log.InfoContext(ctx, "A job waits", slog.String("why", said))
			}
			if others.wakes {
				wakes = n.fresh
			}
		case errors.As(err, &refusal):
			log.WarnContext(ctx, "Refused a key", slog.String("code", string(refusal.Code)),
				slog.String("detail", refusal.Detail))
		default:
			log.WarnContext(ctx, "Trying a job again", slog.Any("error", err))
		}
		timer := time.NewTimer(p.after(err))
		select {
		case <-timer.C:
		case <-wakes:
		case <-ctx.Done():
		}
		timer.Stop()
		wake()
		wake = func() {}
	}
}

// ofThisRun reports whether a worker is done with a job for what may be otherwise when it is started anew: as another
// program, on another machine, with more memory, or with another broker.
func ofThisRun(end string) bool {
	return end == notAccepted || end == tooMany || strings.HasPrefix(end, doesNotFit)
}

// rest bounds the computations that wait with their rows for another attempt before their charge is final, as when a
// gate refuses each charge: as many wait as jobs run at once, so that a gate cannot fill the machine's memory with
// rows. Those beyond give their rows up and read them anew. It returns what ends the wait.
func (w *Worker) rest(p *progress, err error) (wake func()) {
	if err == nil || p.c == nil || p.c.engine == nil || p.c.opening != (opening.Key{}) {
		return func() {}
	}
	select {
	case w.resting <- struct{}{}:
		return func() { <-w.resting }
	default:
		p.drop()
		return func() {}
	}
}

// attempt runs a job as far as it goes now, when its turn comes.
func (w *Worker) attempt(ctx context.Context, id common.Hash, p *progress) (end string, err error) {
	select {
	case w.slots <- struct{}{}:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { <-w.slots }()
	return w.run(ctx, id, p)
}

// send sends a call to the market and waits until the node tells of its round.
func (w *Worker) send(ctx context.Context, what string, value *big.Int, input []byte) (uint64, error) {
	round, err := w.cfg.Sender.Send(ctx, w.cfg.Contracts.JobMarket, value, input)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	told, err := w.cfg.View.Told(ctx, round)
	if err != nil {
		return 0, fmt.Errorf("%s: waiting for round %d: %w", what, round, err)
	}
	told.Close()
	return round, nil
}

// mine reports whether a claim is this operator's.
func (w *Worker) mine(j *contracts.Job) bool {
	return j.Operator == w.cfg.Sender.Address()
}
