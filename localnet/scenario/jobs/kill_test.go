package jobs_test

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	mathrand "math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/localnet/scenario"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/statistics"
)

const (
	// These choose another run: how many jobs, and how often something is killed during each. The same seed kills the
	// same programs at the same moments of a job.
	envKillSeed  = "ASSENT_KILL_SEED"
	envKillJobs  = "ASSENT_KILL_JOBS"
	envKillTimes = "ASSENT_KILL_TIMES"

	killJobs = 20
	// killRho is what every second job spends; the others are exact.
	killRho = 1_000
	// killPatience bounds one job with everything that happens to it.
	killPatience = 2 * time.Minute
	// killLines is how much of a program's log a failed test shows.
	killLines = 30
	// auditEvery is how many jobs go by between two that are audited from a bundle.
	auditEvery = 7
)

// TestStory_programsAreKilled kills the worker, the broker, the gateway or the node at random moments of twenty jobs,
// one after the other, and starts them again as the supervisor of a deployment does. Each job ends exactly once, with a
// receipt that verifies; budget and escrow are settled exactly once, as the market's events say.
func TestStory_programsAreKilled(t *testing.T) {
	seed := killNumber(t, envKillSeed, uint64(time.Now().UnixNano()))
	jobs, times := int(killNumber(t, envKillJobs, killJobs)), int(killNumber(t, envKillTimes, 1))
	t.Logf("%s=%d %s=%d %s=%d", envKillSeed, seed, envKillJobs, jobs, envKillTimes, times)
	random := mathrand.New(mathrand.NewPCG(seed, 0))

	k := startKillable(t, stories.Fresh(t))
	began := time.Now()
	ids := []common.Hash{k.run(t, 0)}
	usual := time.Since(began)
	t.Logf("a job that nobody disturbs takes %s", usual)

	victims := deck(random, jobs*times)
	for n := range jobs {
		strikes := make([]strike, times)
		for i := range strikes {
			strikes[i] = strike{victims[n*times+i], time.Duration(random.Float64() * float64(usual))}
		}
		slices.SortFunc(strikes, func(a, b strike) int { return cmp.Compare(a.after, b.after) })
		t.Logf("job %d: kill %v", n+1, strikes)
		over := make(chan struct{})
		struck := make(chan error, 1)
		began := time.Now()
		go func() { struck <- k.strike(t.Context(), began, strikes, over) }()
		ids = append(ids, k.run(t, n+1))
		close(over)
		if err := <-struck; err != nil {
			t.Fatal(err)
		}
		k.waitUp(t)
		t.Logf("job %d: done and everything up after %s", n+1, time.Since(began).Round(time.Millisecond))
	}
	k.checkEnds(t, ids)
	k.checkMoney(t, ids)
	t.Logf("the programs were started: worker %d times, broker %d, gateway %d", k.worker.Starts(), k.broker.Starts(),
		k.gateway.Starts())
}

func killNumber(t *testing.T, env string, otherwise uint64) uint64 {
	t.Helper()
	text := os.Getenv(env)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("%s=%q is not a number", env, text)
	}
	return n
}

// deck deals victims so that each comes up equally often.
func deck(random *mathrand.Rand, n int) []string {
	victims := make([]string, n)
	for i := range victims {
		victims[i] = [...]string{"worker", "broker", "gateway", "node"}[i%4]
	}
	random.Shuffle(n, func(i, j int) { victims[i], victims[j] = victims[j], victims[i] })
	return victims
}

// killable is a study whose programs are processes of their own.
type killable struct {
	*study
	node                    *chain.Client
	direct                  *client.Client   // over the node, where the study's own goes through the gateway
	asker                   *account.Account // through the gateway
	worker, broker, gateway *fault.Supervised
	journal                 string
}

// startKillable starts a gateway, a broker and a worker as their operators do, from the command line.
func startKillable(t *testing.T, n *scenario.Network) *killable {
	t.Helper()
	programs := stories.Binaries(t)
	measurement, err := operate.MeasureProgram(programs.Assent)
	if err != nil {
		t.Fatal(err)
	}
	k := &killable{study: newStudy(t, n, setting{policy: func(p *policy.Policy) {
		p.Measurements = []common.Hash{common.Hash(measurement.ID())}
		p.ClaimTimeout = 20 // after which a worker may claim again what it gave back
	}})}
	k.node, k.direct = n.Client(t), k.Client
	key := func(name string, key *ecdsa.PrivateKey) string {
		path := filepath.Join(k.dir, name+".key")
		if err := keyfile.Write(path, "", key); err != nil {
			t.Fatal(err)
		}
		return path
	}
	program := func(name, ready string, args ...string) *fault.Supervised {
		log, err := os.Create(filepath.Join(k.dir, name+".log"))
		if err != nil {
			t.Fatal(err)
		}
		s := fault.Supervise(fault.Program{
			Name: name, Path: programs.Assent, Args: append(args, "--network", n.Dir), Ready: ready, Log: log,
			Env: []string{"ASSENT_BROKER_PASSPHRASE=passphrase"},
		})
		t.Cleanup(func() {
			err := errors.Join(s.Stop(context.WithoutCancel(t.Context())), log.Close())
			if err != nil {
				t.Error(err)
			}
			if said, err := os.ReadFile(log.Name()); err == nil && t.Failed() {
				lines := strings.Split(string(said), "\n")
				t.Logf("the %s said at last:\n%s", name, strings.Join(lines[max(0, len(lines)-killLines):], "\n"))
			}
		})
		return s
	}
	gatewayAddress, brokerAddress := freeAddress(t), freeAddress(t)
	k.gateway = program("gateway", "gateway is ready", "gateway", "--listen", gatewayAddress, "--dir",
		filepath.Join(k.dir, "gateway"))
	k.broker = program("broker", "broker is ready", "broker", "run", "--listen", brokerAddress, "--dir", k.dir,
		"--key", key("broker", k.brokerKey), "--worker", crypto.PubkeyToAddress(k.operator.PublicKey).Hex())
	k.worker = program("worker", "worker ", "worker", "run", "--dir", filepath.Join(k.dir, "worker"),
		"--key", key("operator", k.operator), "--broker", "http://"+brokerAddress)
	k.journal = filepath.Join(k.dir, "releases.jsonl")
	k.waitUp(t)

	// From here on everything goes through the gateway, as it does for people.
	if k.Client, err = client.Dial(t.Context(), "http://"+gatewayAddress, n.File.ChainID,
		solidity.AddressesOf(k.root)); err != nil {
		t.Fatal(err)
	}
	k.asker = k.Client.Account(n.Account(t).Key)
	return k
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// strike is a moment of a job at which a program is killed.
type strike struct {
	victim string
	after  time.Duration
}

func (s strike) String() string {
	return fmt.Sprintf("the %s after %s", s.victim, s.after.Round(time.Millisecond))
}

// strike kills programs at their moments, or at once when the job is over before.
func (k *killable) strike(ctx context.Context, began time.Time, strikes []strike, over <-chan struct{}) error {
	for _, s := range strikes {
		moment := time.NewTimer(s.after - time.Since(began))
		select {
		case <-moment.C:
		case <-over:
			moment.Stop()
		}
		if err := k.kill(ctx, s.victim); err != nil {
			return fmt.Errorf("killing the %s and starting it again: %w", s.victim, err)
		}
	}
	return nil
}

// kill ends a program, and starts it again if no one else does.
func (k *killable) kill(ctx context.Context, victim string) error {
	switch victim {
	case "worker":
		return k.worker.Kill(ctx)
	case "broker":
		return k.broker.Kill(ctx)
	case "gateway":
		return k.gateway.Kill(ctx)
	}
	if err := fault.Node(k.net.Nodes[0]).Kill(ctx); err != nil {
		return err
	}
	return k.net.Up(ctx)
}

// waitUp returns when every program is up.
func (k *killable) waitUp(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), killPatience)
	defer cancel()
	for _, s := range []*fault.Supervised{k.gateway, k.broker, k.worker} {
		if _, err := s.WaitReady(ctx); err != nil {
			t.Fatal(err)
		}
	}
}

// run posts a job, has it approved and returns when it has ended.
func (k *killable) run(t *testing.T, n int) common.Hash {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), killPatience)
	defer cancel()
	_, parameters, err := statistics.Read(kind.Query, []byte(whoTook))
	if err != nil {
		t.Fatal(err)
	}
	how, rho := job.Exact, budget.Rho(0)
	if n%2 == 1 {
		how, rho = job.Private, killRho
	}
	var draft *client.Draft
	k.insist(ctx, t, "describing a job", func() error {
		draft, err = k.Draft(ctx, k.asker.Address(), kind.Query, parameters, how, rho, k.resultKey)
		return err
	})
	id := draft.Spec.ID(k.Client.MarketDomain())
	k.insist(ctx, t, "posting job "+id.Hex(), func() error {
		_, err := k.Client.Post(ctx, k.asker, draft)
		return unless(err, solidity.ErrJobExists) // an answer was lost
	})
	approval, err := job.Approval{Job: id, Expiry: draft.Spec.Deadline}.Sign(k.Client.MarketDomain(), k.CustodianKey)
	if err != nil {
		t.Fatal(err)
	}
	k.insist(ctx, t, "approving job "+id.Hex(), func() error {
		_, err := k.Client.Approve(ctx, k.asker, approval)
		return unless(err, solidity.ErrJobApprovalNotNewer, solidity.ErrJobWrongState)
	})
	k.waitEnd(ctx, t, id)
	return id
}

// unless drops an error that says that something was done before.
func unless(err error, names ...solidity.ErrorName) error {
	for _, name := range names {
		if errors.Is(err, name) {
			return nil
		}
	}
	return err
}

// insist does something until it works, as a person does whose gateway is away for a moment.
func (k *killable) insist(ctx context.Context, t *testing.T, what string, do func() error) {
	t.Helper()
	for {
		err := do()
		if err == nil {
			return
		}
		t.Logf("%s: %v; again", what, err)
		if _, ready := k.gateway.WaitReady(ctx); ready != nil {
			t.Fatalf("%s: %v", what, errors.Join(err, ready))
		}
		if ready := k.node.WaitReady(ctx); ready != nil {
			t.Fatalf("%s: %v", what, errors.Join(err, ready))
		}
	}
}

// waitEnd returns when a job has ended, whatever is killed meanwhile.
func (k *killable) waitEnd(ctx context.Context, t *testing.T, id common.Hash) {
	t.Helper()
	for _, err := range k.node.Blocks(ctx, chain.RoundLatest) {
		if err != nil {
			t.Fatalf("waiting for job %s: %v", id, err)
		}
		var state job.State
		k.insist(ctx, t, "looking at job "+id.Hex(), func() error {
			j, err := k.direct.Job(ctx, id) // the gateway may not know of this block yet
			if err == nil {
				state = j.State()
			}
			return err
		})
		if state.Final() {
			return
		}
	}
}

// checkEnds checks what came of each job.
func (k *killable) checkEnds(t *testing.T, ids []common.Hash) {
	t.Helper()
	releases := make(map[common.Hash]int)
	entries, err := journal.Read(k.journal)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Granted {
			releases[e.Job]++
		}
	}
	for n, id := range ids {
		if j := k.job(t, id); j.State() != job.Done {
			t.Errorf("job %d (%s) is %s, want %s", n, id, j.State(), job.Done)
			continue
		}
		if n%2 == 0 {
			k.checkUsed(t, id, all(len(k.Subjects))...)
		} else {
			k.delivered(t, id)
		}
		if releases[id] == 0 {
			t.Errorf("the broker's journal has no release for job %s", id)
		}
		if n%auditEvery == 0 {
			k.audit(t, id)
		}
	}
}

// audit records a job's bundle and verifies it offline.
func (k *killable) audit(t *testing.T, id common.Hash) {
	t.Helper()
	b, err := operate.RecordBundle(t.Context(), operate.Config{
		Root: k.root, Socket: k.net.Socket(), Dir: filepath.Join(k.dir, "audit "+id.Hex()), Now: time.Now,
		Log: slog.New(slog.DiscardHandler),
	}, k.Client, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := audit.Verify(b.Encode(), k.root, audit.Options{Now: time.Now()}).Err(); err != nil {
		t.Errorf("the audit bundle of job %s: %v", id, err)
	}
}

// checkMoney replays the market's events: no job leaves the order of its states, every bond and fee comes back out
// exactly once, to whom it is due, and the budget has what was released.
func (k *killable) checkMoney(t *testing.T, ids []common.Hash) {
	t.Helper()
	ctx := t.Context()
	market := k.Client.Contracts().JobMarket
	logs, err := k.Client.Backend().FilterLogs(ctx,
		ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{market}})
	if err != nil {
		t.Fatal(err)
	}
	b := &books{market: bindings.NewJobMarket(), jobs: make(map[common.Hash]*jobBook), kept: new(big.Int)}
	for i := range logs {
		if err := b.enter(&logs[i]); err != nil {
			t.Errorf("round %d, transaction %s: %v", logs[i].BlockNumber, logs[i].TxHash, err)
		}
	}
	if len(b.jobs) != len(ids) {
		t.Errorf("the market had %d jobs, %d were posted", len(b.jobs), len(ids))
	}
	var spent uint64
	for _, id := range ids {
		j := b.jobs[id]
		if j == nil || j.state != job.Done || j.held.Sign() != 0 {
			t.Errorf("the market's events leave job %s as %+v, want it done and nothing held", id, j)
			continue
		}
		spent += j.rho
	}
	k.checkBudget(t, 0, spent)
	if held, err := k.Client.Backend().BalanceAt(ctx, market, nil); err != nil || held.Cmp(b.kept) != 0 {
		t.Errorf("the market holds %s (%v), want what was kept of bonds: %s", held, err, b.kept)
	}
}
