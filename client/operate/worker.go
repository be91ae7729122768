package operate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/node/worker/feed"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

// WorkerConfig says how to run a worker.
type WorkerConfig struct {
	Config
	// Simulated is the network's simulated attestation root, for a machine without a TEE; Program is the file that is
	// measured.
	Simulated *insecure.Root
	Program   string
	// TEE attests instead, when it is set.
	TEE *TEE
	// Brokers are the URLs of the custodians' brokers by dataset; Broker is the one for all others.
	Brokers map[common.Hash]string
	Broker  string
	Random  io.Reader
	Life    time.Duration
	Jobs    int
	// RowMemory bounds what the rows of one job may take in memory, in bytes. Zero is worker.DefaultMaxHeld.
	RowMemory int64
	// Uses is the folder in which use lists are shown to subjects; "uses" in Dir when it is empty.
	Uses string
	// GiveUses, when set, takes the lists in place of the folder; see worker.UseLists.
	GiveUses func(job common.Hash, list []byte) error
	// Started, when set, is called once the enclave is registered.
	Started func(enclave common.Address)
	// Process is the command line of the processes that run jobs; process.Self when it is empty. A program that runs
	// workers by it has to be such a process when it is started so (process.Is).
	Process []string
	// Pace is the step to which the times of reading and computing are rounded up; see worker.Config.
	Pace time.Duration
	// Step is called before each step of a job; see worker.Config.
	Step func(id common.Hash, step string)
}

// attestation returns the worker's TEE, or a simulated one.
func (c WorkerConfig) attestation() (*TEE, error) {
	if c.TEE != nil {
		return c.TEE, nil
	}
	return SimulateTEE(c.Simulated, c.Program, c.Random, c.Now)
}

// UsesDir is the folder in which the worker shows use lists.
func (c WorkerConfig) UsesDir() string {
	if c.Uses != "" {
		return c.Uses
	}
	return filepath.Join(c.Dir, "uses")
}

// maxDataset bounds the dataset files that a worker fetches, in bytes, maxDatasets those that it keeps, and
// fetchTimeout how long one may take: as long as the claim stands by the usual policy.
const (
	maxDataset   = 8 << 30
	maxDatasets  = 4 * maxDataset // all of them together
	fetchTimeout = 15 * time.Minute
)

// RunWorker runs a worker until the context ends.
func RunWorker(ctx context.Context, c WorkerConfig) error {
	s, err := Open(ctx, c.Config)
	if err != nil {
		return err
	}
	if len(c.Process) == 0 {
		c.Process = process.Self()
	}
	engines, err := process.New(c.Process)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	defer engines.Close()
	c.Log.InfoContext(ctx, "Jobs run in processes of their own", slog.Int("user", engines.User()))
	if engines.User() == 0 {
		c.Log.WarnContext(ctx,
			"A process that a job takes over could read this one: run the worker as another user than root")
	}
	w, m, err := newWorker(s, c, engines)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	return s.run(ctx, func(ctx context.Context) error {
		if err := w.Register(ctx); err != nil {
			return err
		}
		if c.Started != nil {
			c.Started(w.Enclave())
		}
		return m.watch(ctx, c.Monitor, w.Run)
	})
}

func newWorker(s *Station, c WorkerConfig, engines worker.Engines) (*worker.Worker, *measured, error) {
	keys, err := enclave.Generate(c.Random)
	if err != nil {
		return nil, nil, fmt.Errorf("making the enclave's keys: %w", err)
	}
	attestation, err := c.attestation()
	if err != nil {
		return nil, nil, err
	}
	roots, err := Roots(c.Root)
	if err != nil {
		return nil, nil, err
	}
	quotes, err := GenuineUnder(roots)
	if err != nil {
		return nil, nil, err
	}
	memory, err := worker.OpenMemory(filepath.Join(c.Dir, "jobs.json"), 1)
	if err != nil {
		return nil, nil, err
	}
	m := newMeasured(s, "worker", keys.Address())
	steps := m.steps()
	client := &http.Client{Timeout: 2 * time.Minute}
	w, err := worker.New(worker.Config{
		View: s.View, Sender: s.Sender, Feed: feed.New(s.Node, s.Contracts.JobMarket), Contracts: s.Contracts,
		Keys: keys, Issuer: attestation.Issuer, Collector: attestation.Collector, Genuine: quotes, Roots: roots,
		ChainID: c.Root.EVMChainID, Runtime: c.Root.Runtime,
		Files: &fetch.Store{
			Dir: filepath.Join(c.Dir, "datasets"), Client: &http.Client{Timeout: fetchTimeout}, MaxSize: maxDataset,
			MaxTotal: maxDatasets, Now: c.Now,
		},
		Brokers: func(dataset common.Hash) (string, error) {
			if url, ok := c.Brokers[dataset]; ok {
				return url, nil
			}
			if c.Broker != "" {
				return c.Broker, nil
			}
			return "", fmt.Errorf("no broker is known for dataset %s; name one with --broker", dataset)
		},
		HTTP: client, Engines: engines, Memory: memory,
		Uses: worker.UseLists{Dir: c.UsesDir(), Give: c.GiveUses}, Random: c.Random,
		Now: c.Now, Log: c.Log, Life: c.Life, Jobs: c.Jobs, MaxHeld: c.RowMemory, Pace: c.Pace,
		Step: func(id common.Hash, step string) {
			steps.WithLabelValues(step).Inc()
			if c.Step != nil {
				c.Step(id, step)
			}
		},
	})
	return w, m, err
}

// run follows the chain while do runs, and closes the station when both have ended.
func (s *Station) run(ctx context.Context, do func(ctx context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	followed := make(chan error, 1)
	go func() {
		err := s.Watch.Follow(ctx)
		if ctx.Err() == nil { // what cannot heal: a fork, an expired trust root
			cancel(fmt.Errorf("following the chain: %w", err))
		}
		followed <- err
	}()
	err := do(ctx)
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	cancel(nil)
	<-followed
	if cerr := s.Close(); err == nil || errors.Is(err, context.Canceled) {
		err = cerr
	}
	return err
}
