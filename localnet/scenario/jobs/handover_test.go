package jobs_test

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// instances are a study's broker twice: the first with its keys on disk, and one in a simulated TEE that got them from
// it.
type instances struct {
	*study
	program       string      // of the second
	measurement   common.Hash // of it
	first, second *broker
}

// newInstances starts both. The first has the network's node behind a socket of its own.
func newInstances(t *testing.T, s *study, socket string) *instances {
	t.Helper()
	i := &instances{study: s, program: filepath.Join(s.dir, "broker program")}
	if err := os.WriteFile(i.program, []byte(rand.Text()), 0o600); err != nil {
		t.Fatal(err)
	}
	i.measurement = common.Hash(must(operate.MeasureProgram(i.program))(t).ID())
	i.first = i.startFirst(t, socket)
	i.second = must(i.startSecond(t, i.program))(t)
	return i
}

func (i *instances) startFirst(t *testing.T, socket string) *broker {
	t.Helper()
	dir := filepath.Join(i.dir, "first "+rand.Text())
	b := &broker{journal: filepath.Join(dir, "journal")}
	address := make(chan string, 1)
	config := operate.BrokerConfig{
		Config: i.station(t, "first", dir, socket, i.brokerKey), Keys: i.keys, Journal: b.journal,
		Listen: "127.0.0.1:0",
		Listed: []common.Address{crypto.PubkeyToAddress(i.operator.PublicKey)}, Random: rand.Reader,
		Successors: []common.Hash{i.measurement}, SimulatedSuccessors: true, Started: func(a string) { address <- a },
	}
	b.machine = start(t, "first broker", func(ctx context.Context) error { return operate.RunBroker(ctx, config) })
	select {
	case a := <-address:
		b.url = "http://" + a
	case <-b.ended:
		t.Fatalf("the first broker ended: %v", b.err)
	}
	return b
}

// startSecond starts an instance that has nothing: no key, no folder with secrets, and a program that is measured.
func (i *instances) startSecond(t *testing.T, program string) (*broker, error) {
	t.Helper()
	b := &broker{journal: filepath.Join(i.dir, "second "+rand.Text(), "journal")}
	joined := make(chan operate.Joined, 1)
	config := operate.SuccessorConfig{
		Config: i.station(t, "second", "", "", nil), From: []string{"http://127.0.0.1:1", i.first.url},
		Journal: b.journal, Listen: "127.0.0.1:0", Random: rand.Reader,
		TEE:     must(operate.SimulateTEE(i.simulated, program, rand.Reader, time.Now))(t),
		Started: func(j operate.Joined) { joined <- j },
	}
	var failed error
	b.machine = start(t, "second broker", func(ctx context.Context) error {
		failed = operate.RunSuccessor(ctx, config)
		var refusal *release.Refusal
		if errors.As(failed, &refusal) {
			return nil // the story says whether it should be
		}
		return failed
	})
	select {
	case j := <-joined:
		b.url = "http://" + j.Address
		if j.Measurement != i.measurement || !j.Simulated ||
			j.Account != crypto.PubkeyToAddress(i.brokerKey.PublicKey) || j.Datasets != 1 {
			t.Errorf("the second broker says %+v", j)
		}
		return b, nil
	case <-b.ended:
		return nil, failed
	}
}

// about are the decisions on hand-overs in a journal.
func about(t *testing.T, b *broker, event string) (reasons []string) {
	t.Helper()
	for _, e := range b.decisions(t) {
		if e.Event == event {
			reasons = append(reasons, e.Reason)
		}
	}
	return reasons
}

// checkGave checks that a broker gave the key of a job, once. That it saw a block later than the worker did, and had it
// ask again, is no matter here.
func (b *broker) checkGave(t *testing.T, id common.Hash) {
	t.Helper()
	got := slices.DeleteFunc(b.reasons(t, id), func(reason string) bool { return reason == "freshness" })
	if !slices.Equal(got, []string{"released"}) {
		t.Errorf("the broker's journal says %v of job %s, want that it released the key once", b.reasons(t, id), id)
	}
}

// front is the one address that workers know: it passes requests on to one instance, or to another once that is gone.
type front struct {
	url    string
	mu     sync.Mutex
	target *httputil.ReverseProxy
	over   context.CancelFunc // ends what is under way at the target
	open   context.Context
}

func newFront(t *testing.T, to *broker) *front {
	t.Helper()
	f := new(front)
	f.lead(t, to)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		target, open := f.target, f.open
		f.mu.Unlock()
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		defer context.AfterFunc(open, cancel)()
		target.ServeHTTP(w, r.WithContext(ctx))
	}))
	t.Cleanup(server.Close)
	f.url = server.URL
	return f
}

// lead has the front ask an instance from now on. Requests that wait for the one before fail, as it is gone.
func (f *front) lead(t *testing.T, to *broker) {
	target := httputil.NewSingleHostReverseProxy(try(url.Parse(to.url))(t))
	target.ErrorHandler = func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) }
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.over != nil {
		f.over()
	}
	f.open, f.over = context.WithCancel(context.WithoutCancel(t.Context()))
	f.target = target
}

// TestStory_theFirstBrokerIsKilled: a second instance of the broker, in a TEE, gets its keys from the first. When the
// first is gone it does for a job what the first would have done, noise included.
func TestStory_theFirstBrokerIsKilled(t *testing.T) {
	t.Parallel()
	const people, rho = 12, 1_000
	i := newInstances(t, newStudy(t, stories.Shared(t), setting{people: people}), "")
	if got := about(t, i.first, journal.HandOver); !slices.Equal(got, []string{"handed over"}) {
		t.Errorf("the first broker's journal says %v of hand-overs", got)
	}
	if got := about(t, i.second, journal.Joined); !slices.Equal(got, []string{"joined"}) {
		t.Errorf("the second broker's journal says %v of how it joined", got)
	}

	// Anyone can learn what the second runs in, from the trust root and the chain.
	nonce := common.Hash{1}
	answer := must(attestation.Ask(t.Context(), must(release.NewClient(i.second.url, http.DefaultClient))(t), nonce))(t)
	asking := must(operate.Open(t.Context(), i.station(t, "asking", t.TempDir(), "", nil)))(t)
	defer asking.Close()
	now := must(asking.View.Latest(t.Context()))(t)
	defer now.Close()
	v := must(attestation.Verify(t.Context(), now, time.Now(), answer, nonce,
		must(operate.AttestationNetwork(i.root))(t)))(t)
	if v.Claims.Measurement != i.measurement || !v.Claims.Simulated {
		t.Errorf("the second broker attests to %+v", v.Claims)
	}
	var refusal *release.Refusal
	if _, err := attestation.Ask(t.Context(), must(release.NewClient(i.first.url, http.DefaultClient))(t),
		nonce); !errors.As(err, &refusal) {
		t.Errorf("the first broker, which has no TEE: %v", err)
	}

	// Another program gets nothing.
	other := filepath.Join(i.dir, "another program")
	if err := os.WriteFile(other, []byte(rand.Text()), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := i.startSecond(t, other); !errors.As(err, &refusal) ||
		refusal.Code != release.Code(teepolicy.CheckMeasurement) {
		t.Errorf("another program joined: %v", err)
	}
	if got := about(t, i.first, journal.HandOver); !slices.Equal(got, []string{"handed over", "measurement"}) {
		t.Errorf("the first broker's journal says %v of hand-overs", got)
	}

	f := newFront(t, i.first)
	d := newDirector()
	i.startWorker(t, workerOptions{broker: f.url, step: d.step})
	done := d.once(atKey, func(*runningWorker, common.Hash) {
		f.lead(t, i.second)
		i.first.stop()
	})
	id := i.ask(t, wanted{rho: rho})
	happened(t, done)
	i.end(t, id, job.Done)
	i.checkSteps(t, id, usualSteps()...)
	i.checkUndisturbed(t, id, all(people)...)
	i.checkBudget(t, 0, rho)
	i.first.checkDecisions(t, id)
	i.second.checkGave(t, id)
	// Nothing of what it was given is on its disk.
	i.checkNoSecret(t, filepath.Dir(i.second.journal))
}

// checkNoSecret checks that no file of a folder holds one of the custodian's secrets.
func (i *instances) checkNoSecret(t *testing.T, dir string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		content, err := os.ReadFile(path)
		for _, secret := range []string{i.entry.Identity, string(i.entry.Master),
			string(crypto.FromECDSA(i.brokerKey))} {
			if strings.Contains(string(content), secret) {
				t.Errorf("%s has a secret in it", path)
			}
		}
		return err
	})
	if err != nil || files != 1 {
		t.Errorf("the second broker's folder has %d files, want the journal alone; %v", files, err)
	}
}

// TestStory_theFirstBrokerDiesBetweenRecordAndAnswer: the release is on record, or about to be, and no one has the key.
// The second instance finds it so and gives the key, as the first would have after a restart.
func TestStory_theFirstBrokerDiesBetweenRecordAndAnswer(t *testing.T) {
	t.Parallel()
	const people, rho = 12, 1_000
	s := newStudy(t, stories.Shared(t), setting{people: people})
	var (
		armed, dead atomic.Bool
		died        = make(chan struct{})
		front       atomic.Pointer[func()] // what its death is to those who ask it
	)
	proxy := must(fault.NewMessageProxy(filepath.Join(shortDir(t), "node.sock"), s.net.Socket(),
		func(_ context.Context, m fault.Message) ([]byte, error) {
			if m.Direction == fault.ToClient && strings.Contains(m.Method, "SubmitTx") &&
				armed.CompareAndSwap(true, false) {
				dead.Store(true) // the node has its record; nothing that it says from here on reaches the broker
				(*front.Load())()
				close(died)
			}
			if dead.Load() {
				return nil, fault.ErrCut
			}
			return m.Data, nil
		}))(t)
	t.Cleanup(func() {
		if err := proxy.Close(); err != nil {
			t.Error(err)
		}
	})
	i := newInstances(t, s, proxy.Path())
	f := newFront(t, i.first)
	fail := func() { f.lead(t, i.second) }
	front.Store(&fail)
	armed.Store(true)
	i.startWorker(t, workerOptions{broker: f.url})
	id := i.ask(t, wanted{rho: rho})
	happened(t, died)
	i.end(t, id, job.Done)
	i.checkSteps(t, id, usualSteps()...) // among which is one release
	i.checkUndisturbed(t, id, all(people)...)
	i.checkBudget(t, 0, rho)
	i.first.checkDecisions(t, id) // a record without an answer is no decision that anyone learned of
	i.second.checkGave(t, id)
}

// TestStory_bothBrokersServe: two instances send from one account at once. They lose a nonce to each other now and
// then, and no job.
func TestStory_bothBrokersServe(t *testing.T) {
	t.Parallel()
	const jobs, rho = 4, 30
	s := newStudy(t, stories.Shared(t), setting{})
	i := newInstances(t, s, "")
	before := i.weigh(t)
	i.startWorker(t, workerOptions{name: "first worker", broker: i.first.url})
	i.startWorker(t, workerOptions{name: "second worker", broker: i.second.url})
	var ids []common.Hash
	for range jobs {
		ids = append(ids, i.ask(t, wanted{rho: rho}))
	}
	for _, id := range ids {
		i.end(t, id, job.Done)
		i.checkSteps(t, id, usualSteps()...)
		if given := append(i.first.reasons(t, id), i.second.reasons(t, id)...); !slices.Contains(given, "released") {
			t.Errorf("the journals say %v of job %s", given, id)
		}
	}
	i.checkBudget(t, 0, jobs*rho)
	i.checkBalances(t, before)
}

// TestStory_theFirstBrokerIsKilledAsAProgram is the same from the command line: both brokers are processes, and the
// first is killed while a worker has begun to ask it.
func TestStory_theFirstBrokerIsKilledAsAProgram(t *testing.T) {
	t.Parallel()
	const rho = 30
	s := newStudy(t, stories.Shared(t), setting{})
	assent := stories.Binaries(t).Assent
	measurement := common.Hash(must(operate.MeasureProgram(assent))(t).ID())
	key := filepath.Join(s.dir, "broker.key")
	if err := keyfile.Write(key, "", s.brokerKey); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	run := func(name, passphrase string, args ...string) (*fault.Supervised, *broker) {
		address := freeAddress(t)
		log := must(os.Create(filepath.Join(s.dir, name+".log")))(t)
		p := fault.Supervise(fault.Program{
			Name: name, Path: assent, Ready: "broker is ready at http://" + address, Log: log,
			Args: append([]string{"broker"}, append(args, "--network", s.net.Dir, "--listen", address,
				"--max-collateral-age", "24h")...),
			Env: []string{"ASSENT_KEY=", "ASSENT_BROKER_PASSPHRASE=" + passphrase},
		})
		t.Cleanup(func() {
			if err := errors.Join(p.Stop(context.WithoutCancel(t.Context())), log.Close()); err != nil {
				t.Error(err)
			}
			if said, err := os.ReadFile(log.Name()); err == nil && t.Failed() {
				t.Logf("the %s broker said:\n%s", name, said)
			}
		})
		if _, err := p.WaitReady(ctx); err != nil {
			t.Fatal(err)
		}
		return p, &broker{url: "http://" + address}
	}
	operator := crypto.PubkeyToAddress(s.operator.PublicKey).Hex()
	program, first := run("first", "passphrase", "run", "--dir", s.dir, "--key", key, "--worker", operator,
		"--successor", measurement.Hex(), "--simulated-successors")
	first.journal = filepath.Join(s.dir, "releases.jsonl")
	dir := filepath.Join(s.dir, "second")
	_, second := run("second", "", "join", "--from", first.url, "--dir", dir, "--dataset", s.Dataset.Hex(),
		"--account", crypto.PubkeyToAddress(s.brokerKey.PublicKey).Hex())
	second.journal = filepath.Join(dir, "releases.jsonl")

	f := newFront(t, first)
	d := newDirector()
	s.startWorker(t, workerOptions{broker: f.url, step: d.step})
	done := d.once(atKey, func(*runningWorker, common.Hash) {
		if err := program.Stop(ctx); err != nil {
			t.Error(err)
		}
		f.lead(t, second)
	})
	id := s.ask(t, wanted{rho: rho})
	happened(t, done)
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
	s.checkBudget(t, 0, rho)
	first.checkDecisions(t, id)
	second.checkGave(t, id)
	if got := about(t, first, journal.HandOver); !slices.Equal(got, []string{"handed over"}) {
		t.Errorf("the first broker's journal says %v of hand-overs", got)
	}
}
