package bench

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

const (
	// The dataset of the empty job: a handful of people and one column.
	jobPeople = 8
	jobSchema = `{"format":"assent-schema/1","title":"people","subject":"name","maxContributions":1,"columns":[{"name":"tall","type":"boolean"}]}`
	// emptyJob asks for nothing but a count.
	emptyJob = `{"format":"assent-query/1","measures":[{"op":"count"}]}`
	// jobPatience bounds one job, jobPoll is how closely it is watched.
	jobPatience = time.Minute
	jobPoll     = 20 * time.Millisecond
	// verifications is how often a bundle is verified: the median counts.
	verifications = 21

	passphrase = "benchmark"
	// scryptWork protects nothing of value.
	scryptWork = 2
)

// worked is what was measured of empty jobs.
type worked struct {
	receipt time.Duration // from the post until the receipt is on record
	opened  time.Duration // from the post until the researcher can open the result
	verify  time.Duration // of the audit bundle, offline
	bundle  int           // its size in bytes
}

// jobs measures empty jobs, one after the other. A broker and a worker run meanwhile, as processes of their own.
func (n *network) jobs(ctx context.Context, cfg Config) (w worked, err error) {
	done := cfg.Step("assent: %d empty jobs, one after the other", cfg.Scale.Jobs)
	s, researcher, err := n.startWork(ctx, cfg)
	if err != nil {
		return w, err
	}
	key, err := sealed.GenerateKey(sealed.DefaultKEM, cfg.Random)
	if err != nil {
		return w, fmt.Errorf("making the researcher's key: %w", err)
	}
	_, parameters, err := statistics.Read(kind.Query, []byte(emptyJob))
	if err != nil {
		return w, err
	}
	var id common.Hash
	receipts, openings := make([]time.Duration, cfg.Scale.Jobs), make([]time.Duration, cfg.Scale.Jobs)
	for i := range receipts {
		begin := time.Now()
		if id, err = s.Post(ctx, researcher, kind.Query, parameters, job.Exact, 0, key); err != nil {
			return w, err
		}
		if err := s.Approve(ctx, id); err != nil {
			return w, err
		}
		if err := n.waitFor(ctx, id, job.Sealed, job.Done); err != nil {
			return w, err
		}
		receipts[i] = time.Since(begin)
		if err := n.waitFor(ctx, id, job.Done); err != nil {
			return w, err
		}
		openings[i] = time.Since(begin)
	}
	w.receipt, w.opened = median(receipts), median(openings)
	done("%s from post to receipt, %s to the opened result", w.receipt.Round(time.Millisecond),
		w.opened.Round(time.Millisecond))
	if w.verify, w.bundle, err = n.audit(ctx, cfg, id); err != nil {
		return w, err
	}
	// They have no part in what follows.
	for _, p := range n.programs[1:] {
		if err := p.Stop(ctx); err != nil {
			return w, err
		}
	}
	return w, nil
}

// startWork publishes a dataset and starts its broker and a worker.
func (n *network) startWork(ctx context.Context, cfg Config) (*actors.Story, *account.Account, error) {
	researcher := n.sdk.Account(n.accounts[researcherAccount].Key)
	measurement, err := operate.MeasureProgram(cfg.Assent)
	if err != nil {
		return nil, nil, err
	}
	simulated, err := operate.SimulatedRoot(n.net.Dir, cfg.Random, cfg.Now())
	if err != nil {
		return nil, nil, err
	}
	p := publish.PolicyTemplate()
	if err := publish.Describe(&p, publish.One([]byte(jobSchema)), nil); err != nil {
		return nil, nil, err
	}
	p.AllowExact, p.MinCohort, p.MinCell = true, 2, 0
	p.Measurements, p.TrustRoots = []common.Hash{common.Hash(measurement.ID())}, []common.Hash{simulated.ID()}
	s, err := actors.Begin(ctx, n.sdk, n.accounts[custodianAccount].Key, n.accounts[brokerAccount].Address, "empty",
		true, p, cfg.Now)
	if err != nil {
		return nil, nil, err
	}
	names := make([]string, jobPeople)
	for i := range names {
		names[i] = fmt.Sprintf("person %d", i)
	}
	if err := s.MakeSubjects(names, func(int) (*ecdsa.PrivateKey,
		error) {
		return ecdsa.GenerateKey(crypto.S256(), cfg.Random)
	}, cfg.Random); err != nil {
		return nil, nil, err
	}
	if err := s.Enrol(ctx, s.Subjects, actors.Consent{Exact: true}, nil); err != nil {
		return nil, nil, err
	}
	if err := n.publish(ctx, cfg, s, names); err != nil {
		return nil, nil, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, nil, err
	}
	dev := func(i int) string { return fmt.Sprintf("dev:%d", i) }
	for _, program := range []struct {
		name, ready string
		args        []string
	}{
		{"broker", "broker is ready", []string{
			"broker", "run", "--dir", filepath.Join(cfg.Dir, "broker"), "--listen", address, "--key",
			dev(brokerAccount),
			"--worker", n.accounts[operatorAccount].Address.Hex(),
		}},
		{"worker", "worker ", []string{
			"worker", "run", "--dir", filepath.Join(cfg.Dir, "worker"), "--key", dev(operatorAccount), "--broker",
			"http://" + address,
		}},
	} {
		if _, err := n.run(ctx, program.name, program.ready, []string{"ASSENT_BROKER_PASSPHRASE=" + passphrase},
			program.args...); err != nil {
			return nil, nil, err
		}
	}
	return s, researcher, nil
}

// publish seals the dataset and puts it on record.
func (n *network) publish(ctx context.Context, cfg Config, s *actors.Story, names []string) error {
	dir := filepath.Join(cfg.Dir, "broker")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the broker's folder: %w", err)
	}
	keys, err := keyring.Create(filepath.Join(dir, "keys"), passphrase, scryptWork)
	if err != nil {
		return err
	}
	e, err := keyring.NewEntry("empty", cfg.Random)
	if err != nil {
		return err
	}
	if err := keys.Put(s.Dataset, e, false); err != nil {
		return err
	}
	recipient, err := e.Recipient()
	if err != nil {
		return err
	}
	path := func(name string) string { return filepath.Join(cfg.Dir, name) }
	table := "name,tall\n" + strings.Join(names, ",1\n") + ",1\n"
	for name, content := range map[string]string{"table.csv": table, "schema.json": jobSchema} {
		if err := wholefile.Write(path(name), []byte(content)); err != nil {
			return fmt.Errorf("writing the dataset: %w", err)
		}
	}
	if err := s.Roster.Save(path("roster.csv")); err != nil {
		return err
	}
	if _, err := publish.Pack(publish.Config{
		Tables: []publish.Table{{Name: publish.DefaultTable, CSV: path("table.csv"), Schema: path("schema.json")}},
		Roster: path("roster.csv"), Out: path("published"), To: []string{recipient},
	}); err != nil {
		return err
	}
	_, err = s.AddVersion(ctx, path("published"), "", path("roster.csv"))
	return err
}

// waitFor waits until a job is in one of the states.
func (n *network) waitFor(ctx context.Context, id common.Hash, states ...job.State) error {
	ctx, cancel := context.WithTimeout(ctx, jobPatience)
	defer cancel()
	ticker := time.NewTicker(jobPoll)
	defer ticker.Stop()
	for {
		j, err := n.sdk.Job(ctx, id)
		if err != nil {
			return err
		}
		switch {
		case slices.Contains(states, j.State()):
			return nil
		case j.State().Final():
			return fmt.Errorf("job %s ended as %s", id, j.State())
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return fmt.Errorf("waiting for job %s, which is %s: %w", id, j.State(), ctx.Err())
		}
	}
}

// audit records a job's bundle and verifies it offline.
func (n *network) audit(ctx context.Context, cfg Config, id common.Hash) (time.Duration, int, error) {
	done := cfg.Step("assent: audit bundle")
	b, err := operate.RecordBundle(ctx, operate.Config{
		Root: n.root, Socket: n.net.Socket(), Dir: filepath.Join(cfg.Dir, "audit"), Now: cfg.Now,
		Log: slog.New(slog.DiscardHandler),
	}, n.sdk, id)
	if err != nil {
		return 0, 0, err
	}
	encoded := b.Encode()
	took := make([]time.Duration, verifications)
	for i := range took {
		begin := time.Now()
		report := audit.Verify(encoded, n.root, audit.Options{Now: cfg.Now()})
		took[i] = time.Since(begin)
		if err := report.Err(); err != nil {
			return 0, 0, fmt.Errorf("verifying job %s: %w", id, err)
		}
	}
	done("%d bytes, verified in %s", len(encoded), median(took).Round(time.Microsecond))
	return median(took), len(encoded), nil
}

// median is the middle of some durations, which it puts in order.
func median(d []time.Duration) time.Duration {
	d = slices.Sorted(slices.Values(d))
	return d[len(d)/2]
}
