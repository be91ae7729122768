package jobs_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/worker"
)

// The steps of a job, as the places where a story makes something happen.
const (
	atClaim    = worker.StepClaim
	atConsent  = worker.StepConsent
	atKey      = worker.StepKey
	atVerify   = worker.StepVerify
	atCharge   = worker.StepCharge
	atRerun    = worker.StepRerun
	atCompute  = worker.StepCompute
	atSeal     = worker.StepSeal
	atOpen     = worker.StepOpen
	atTakeOver = worker.StepTakeOver
	atRedraw   = worker.StepRedraw
)

// machine is a worker or a broker that runs.
type machine struct {
	cancel context.CancelFunc
	ended  chan struct{}
	err    error
}

// start runs a machine until the test ends or stop is called.
func start(t testing.TB, what string, run func(ctx context.Context) error) *machine {
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	m := &machine{cancel: cancel, ended: make(chan struct{})}
	go func() {
		defer close(m.ended)
		m.err = run(ctx)
	}()
	t.Cleanup(func() {
		m.stop()
		if m.err != nil && !errors.Is(m.err, context.Canceled) {
			t.Errorf("the %s ended: %v", what, m.err)
		}
	})
	return m
}

// stop ends a machine, as a crash does: what it was about to do next is not done.
func (m *machine) stop() {
	m.cancel()
	<-m.ended
}

// shortDir is a directory whose path leaves room for that of a socket.
func shortDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "assent-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// logger writes to the test's log. Lines that come after the test are lost.
func logger(t testing.TB, who string) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelInfo})).With(
		slog.String("who", who))
}

// keepLog keeps what the study's machines log from now on, for the test to read.
func (s *study) keepLog(t testing.TB) *buffer {
	kept := new(buffer)
	s.log = slog.New(slog.NewTextHandler(io.MultiWriter(kept, t.Output()),
		&slog.HandlerOptions{Level: slog.LevelDebug}))
	return kept
}

// brokerOptions is what a broker can have otherwise than usual.
type brokerOptions struct {
	socket string // the network's when empty
	listen string // any free port when empty
	// listed are the operators on its list of simulated workers: the study's when nil, none when empty.
	listed  []*ecdsa.PrivateKey
	keys    *keyring.Keyring // the study's when nil
	dir     string           // a new one when empty
	now     func() time.Time // its clock; the system's when nil
	monitor monitor.Surface  // where it says how it is; nowhere when empty
}

// broker is a custodian's broker that runs.
type broker struct {
	*machine
	url     string
	journal string
}

func (s *study) startBroker(t testing.TB, with brokerOptions) *broker {
	t.Helper()
	dir := with.dir
	if dir == "" {
		dir = filepath.Join(s.dir, "broker "+rand.Text())
	}
	b := &broker{journal: filepath.Join(dir, "journal")}
	if with.listen == "" {
		with.listen = "127.0.0.1:0"
	}
	if with.listed == nil {
		with.listed = []*ecdsa.PrivateKey{s.operator}
	}
	if with.keys == nil {
		with.keys = s.keys
	}
	address := make(chan string, 1)
	config := operate.BrokerConfig{
		Config: s.station(t, "broker", dir, with.socket, s.brokerKey), Keys: with.keys, Journal: b.journal,
		Listen: with.listen,
		Random: rand.Reader, Started: func(a string) { address <- a },
	}
	config.Monitor = with.monitor
	if with.now != nil {
		config.Now = with.now
	}
	for _, operator := range with.listed {
		config.Listed = append(config.Listed, crypto.PubkeyToAddress(operator.PublicKey))
	}
	b.machine = start(t, "broker", func(ctx context.Context) error { return operate.RunBroker(ctx, config) })
	select {
	case a := <-address:
		b.url = "http://" + a
	case <-b.ended:
		t.Fatalf("the broker ended: %v", b.err)
	}
	return b
}

// decisions reads the broker's journal.
func (b *broker) decisions(t testing.TB) []journal.Entry {
	t.Helper()
	entries, err := journal.Read(b.journal)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// station is what a worker and a broker have in common.
func (s *study) station(t testing.TB, who, dir, socket string, key *ecdsa.PrivateKey) operate.Config {
	if socket == "" {
		socket = s.net.Socket()
	}
	log := s.log
	if log == nil {
		log = logger(t, who)
	}
	return operate.Config{Root: s.root, Socket: socket, Dir: dir, Key: key, Now: time.Now, Log: log}
}

// workerOptions is what a worker can have otherwise than usual.
type workerOptions struct {
	name     string            // tells the logs and folders of several workers apart
	operator *ecdsa.PrivateKey // the study's when nil
	socket   string            // the network's when empty
	broker   string            // URL
	program  string            // the study's when empty
	life     time.Duration     // of its registration; an hour when zero
	jobs     int               // at once; one when zero
	pace     time.Duration     // storyPace when zero
	process  []string          // the command line of its jobs' processes; the usual when empty
	random   io.Reader         // what its machine draws; the system's when nil
	// step is called before each step of a job, in the worker's own goroutine.
	step func(w *runningWorker, id common.Hash, step string)
	now  func() time.Time // its clock; the system's when nil
	// monitor is where it says how it is; nowhere when empty.
	monitor monitor.Surface
}

// runningWorker is a worker that runs, with keys of its own.
type runningWorker struct {
	*machine
	enclave common.Address

	mu    sync.Mutex
	steps []string
}

// took are the steps that the worker was about to take, in order.
func (w *runningWorker) took() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.steps...)
}

// startWorker starts a worker with fresh enclave keys, and returns when it is registered. Workers of the same name
// share a folder, as one that was started again does.
func (s *study) startWorker(t testing.TB, with workerOptions) *runningWorker {
	t.Helper()
	if with.name == "" {
		with.name = "worker"
	}
	if with.operator == nil {
		with.operator = s.operator
	}
	if with.program == "" {
		with.program = s.program
	}
	if with.life == 0 {
		with.life = time.Hour
	}
	if with.pace == 0 {
		with.pace = storyPace
	}
	if with.random == nil {
		with.random = &s.drawn
	}
	w := new(runningWorker)
	dir := filepath.Join(s.dir, with.name)
	config := s.station(t, with.name, dir, with.socket, with.operator)
	config.Monitor = with.monitor
	if with.now != nil {
		config.Now = with.now
	}
	s.remember(t, dir)
	registered := make(chan common.Address, 1)
	// The hook waits until the worker is known to the test.
	known := make(chan struct{})
	w.machine = start(t, with.name, func(ctx context.Context) error {
		return operate.RunWorker(ctx, operate.WorkerConfig{
			Config: config, Simulated: s.simulated, Program: with.program, Broker: with.broker, Random: with.random,
			Life: with.life, Jobs: with.jobs,
			Process: with.process, Pace: with.pace,
			Started: func(enclave common.Address) { registered <- enclave },
			Step: func(id common.Hash, step string) {
				<-known
				w.mu.Lock()
				w.steps = append(w.steps, step)
				w.mu.Unlock()
				if with.step != nil {
					with.step(w, id, step)
				}
			},
		})
	})
	select {
	case w.enclave = <-registered:
	case <-w.ended:
		t.Fatalf("%s ended: %v", with.name, w.err)
	}
	close(known)
	return w
}

// remember has a worker begin its search when the study began: what else a network of stories has seen is not its
// business. A worker that was there before keeps its own memory.
func (s *study) remember(t testing.TB, dir string) {
	t.Helper()
	path := filepath.Join(dir, "jobs.json")
	if _, err := os.Stat(path); err == nil {
		return
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	memory, err := worker.OpenMemory(path, s.began)
	if err == nil {
		err = memory.Remove(common.Hash{}) // writes it
	}
	if err != nil {
		t.Fatal(err)
	}
}

// once returns a hook that does something before the first time that any worker takes a step.
func once(step string, do func(w *runningWorker, id common.Hash)) func(*runningWorker, common.Hash, string) {
	var first sync.Once
	return func(w *runningWorker, id common.Hash, s string) {
		if s == step {
			first.Do(func() { do(w, id) })
		}
	}
}

func (w *runningWorker) String() string { return fmt.Sprintf("worker %s", w.enclave) }
