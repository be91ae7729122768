package vm_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/bootstrap"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/localnet/binaries"
	"github.com/assent-network/assent/localnet/scenario"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/qemu"
	"github.com/assent-network/assent/tee/insecure"
)

// envInputs names an environment variable with the folder that the packages of kernel and firmware are unpacked in.
const envInputs = "ASSENT_IMAGE_INPUTS"

// machineTimeout bounds what a story waits for. An emulated machine is slow, and slower where others work too.
const machineTimeout = 4 * time.Minute

// claimBond is what a claim brings.
func claimBond() *big.Int { return big.NewInt(1_000_000_000) }

// must is for calls whose failure ends the test: must(call())(t) is what the call returned.
func must[T any](v T, err error) func(t testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// inputs returns the folder with kernel and firmware, or skips the test.
func inputs(t testing.TB) string {
	t.Helper()
	dir := os.Getenv(envInputs)
	if dir == "" {
		module := must(exec.Command("go", "env", "GOMOD").Output())(t)
		dir = filepath.Join(filepath.Dir(strings.TrimSpace(string(module))), "build", "image-inputs")
	}
	if kernels := must(filepath.Glob(filepath.Join(dir, "boot", "vmlinuz-*-cloud-amd64")))(t); len(kernels) == 0 {
		t.Skipf("there is no kernel in %s; get kernel and firmware with: scripts/image-inputs %s", dir, dir)
	}
	if _, err := (qemu.Config{}).Find(); err != nil {
		t.Skip(err)
	}
	return dir
}

// guest builds process 1.
func guest(t testing.TB) string {
	t.Helper()
	return must(binaries.Guest(t.Context()))(t)
}

// founded founds the network.
func founded(t testing.TB, net *scenario.Network) trustroot.TrustRoot {
	t.Helper()
	root := must(bootstrap.Network(t.Context(), bootstrap.Config{
		Dir: net.Dir, Key: net.Account(t).Key, PolicyDelay: time.Second, Bond: claimBond(), Random: rand.Reader,
		Now: time.Now,
	}))(t)
	net.File = must(network.Load(net.Dir))(t)
	return root
}

// study is a dataset with everyone around it.
type study struct {
	*actors.Story
	net        *scenario.Network
	root       trustroot.TrustRoot
	dir        string
	policy     policy.Policy
	keys       *keyring.Keyring
	brokerKey  *ecdsa.PrivateKey
	operator   *ecdsa.PrivateKey // of the machine
	stranger   *ecdsa.PrivateKey // another operator
	researcher *account.Account
	resultKey  sealed.PrivateKey
}

const (
	schema = `{"format":"assent-schema/1","title":"weights","subject":"name","maxContributions":1,"columns":[
 {"name":"weight","type":"integer","min":"0","max":"1000"}]}`
	howMany = `{"format":"assent-query/1","measures":[{"op":"count"},{"op":"sum","column":"weight"}]}`
	people  = 8
)

// begin registers a dataset whose policy names measurements, enrols its subjects, and publishes its data on a web
// server of this machine's, as the machine reaches it.
func begin(t testing.TB, net *scenario.Network, root trustroot.TrustRoot, measurements []common.Hash,
	trustRoot common.Hash) *study {
	t.Helper()
	ctx := t.Context()
	s := &study{
		net: net, root: root, dir: t.TempDir(), brokerKey: net.Account(t).Key, operator: net.Account(t).Key,
		stranger: net.Account(t).Key,
	}
	c := must(client.New(ctx, net.Ethereum(t), net.File.ChainID, solidity.AddressesOf(root)))(t)
	s.researcher = c.Account(net.Account(t).Key)
	s.resultKey = must(sealed.GenerateKey(sealed.DefaultKEM, rand.Reader))(t)
	s.policy = publish.PolicyTemplate()
	check(t, publish.Describe(&s.policy, publish.One([]byte(schema)), nil))
	s.policy.AllowExact, s.policy.MinCohort, s.policy.MinCell = true, 2, 0
	s.policy.Measurements, s.policy.TrustRoots = measurements, []common.Hash{trustRoot}
	s.Story = must(actors.Begin(ctx, c, net.Account(t).Key, crypto.PubkeyToAddress(s.brokerKey.PublicKey), t.Name(),
		true, s.policy, time.Now))(t)

	var names []string
	table := "name,weight\n"
	for i := range people {
		names = append(names, fmt.Sprintf("person %d", i))
		table += fmt.Sprintf("%s,%d\n", names[i], i)
	}
	check(t, s.MakeSubjects(names, func(int) (*ecdsa.PrivateKey, error) { return crypto.GenerateKey() }, rand.Reader))
	check(t, s.Enrol(ctx, s.Subjects, actors.Consent{Exact: true}, nil))
	s.publish(t, table)
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (s *study) publish(t testing.TB, table string) {
	t.Helper()
	path := func(name string) string { return filepath.Join(s.dir, name) }
	s.keys = must(keyring.Create(path("keys"), "passphrase", 2))(t)
	entry := must(keyring.NewEntry(t.Name(), rand.Reader))(t)
	check(t, s.keys.Put(s.Dataset, entry, false))
	check(t, os.WriteFile(path("table.csv"), []byte(table), 0o600))
	check(t, os.WriteFile(path("schema.json"), []byte(schema), 0o600))
	check(t, s.Roster.Save(path("roster.csv")))
	must(publish.Pack(publish.Config{
		Tables: []publish.Table{{Name: publish.DefaultTable, CSV: path("table.csv"), Schema: path("schema.json")}},
		Roster: path("roster.csv"), Out: path("public"), To: []string{must(entry.Recipient())(t)},
	}))(t)
	web := httptest.NewServer(http.FileServer(http.Dir(path("public"))))
	t.Cleanup(web.Close)
	_, port, err := net.SplitHostPort(web.Listener.Addr().String())
	check(t, err)
	must(s.AddVersion(t.Context(), path("public"), "http://"+net.JoinHostPort(qemu.HostAddress, port),
		path("roster.csv")))(t)
}

// ask posts a job and has it approved.
func (s *study) ask(t testing.TB) common.Hash {
	t.Helper()
	_, parameters, err := statistics.Read(kind.Query, []byte(howMany))
	check(t, err)
	id := must(s.Post(t.Context(), s.researcher, kind.Query, parameters, job.Exact, 0, s.resultKey))(t)
	check(t, s.Approve(t.Context(), id))
	return id
}

// end waits until a job is done.
func (s *study) end(t testing.TB, id common.Hash) *contracts.Job {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), machineTimeout)
	defer cancel()
	j := must(s.Client.Watch(ctx, id, client.WatchOptions{Changed: func(c client.Change) {
		t.Logf("job %.10s: %s", id.Hex(), cli.ChangeWords(c))
	}}))(t)
	if j.State() != job.Done {
		t.Fatalf("the job ended as %s", j.State())
	}
	return j
}

func (s *study) station(t testing.TB, who string, key *ecdsa.PrivateKey) operate.Config {
	return operate.Config{
		Root: s.root, Socket: s.net.File.Sockets[0], Dir: filepath.Join(s.dir, who), Key: key, Now: time.Now,
		Log: slog.New(slog.NewTextHandler(t.Output(), nil)).With(slog.String("who", who)),
	}
}

// run runs something until the test ends, and returns what it tells when it has started.
func run[T any](t testing.TB, what string, f func(ctx context.Context, started func(T)) error) T {
	t.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	started, ended := make(chan T, 1), make(chan error, 1)
	go func() { ended <- f(ctx, func(v T) { started <- v }) }()
	stop := func() {
		cancel()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("the %s ended: %v", what, err)
		}
	}
	timer := time.NewTimer(machineTimeout)
	defer timer.Stop()
	select {
	case v := <-started:
		t.Cleanup(stop)
		return v
	case err := <-ended:
		cancel()
		t.Fatalf("the %s ended: %v", what, err)
	case <-timer.C:
		stop()
		t.Fatalf("the %s did not start within %s", what, machineTimeout)
	}
	panic("unreachable")
}

// runBroker runs the custodian's broker and returns its URL.
func (s *study) runBroker(t testing.TB) string {
	t.Helper()
	config := operate.BrokerConfig{
		Config: s.station(t, "broker", s.brokerKey), Keys: s.keys, Journal: filepath.Join(s.dir, "journal"),
		Listen: "127.0.0.1:0",
		Listed: []common.Address{crypto.PubkeyToAddress(s.operator.PublicKey)}, Random: rand.Reader,
	}
	return "http://" + run(t, "broker", func(ctx context.Context, started func(string)) error {
		config.Started = started
		return operate.RunBroker(ctx, config)
	})
}

// runMachine starts an image and returns the enclave that registered.
func (s *study) runMachine(t testing.TB, i *image.Image, q qemu.Config, simulated *insecure.Root,
	broker string) common.Address {
	t.Helper()
	return run(t, "machine", func(ctx context.Context, started func(common.Address)) error {
		return operate.RunMachine(ctx, operate.MachineConfig{
			Config: s.station(t, "machine", s.operator), Image: i, QEMU: q, Simulated: simulated, Broker: broker,
			Random: rand.Reader,
			Life:   time.Hour, Console: t.Output(), Started: started, Uses: filepath.Join(s.dir, "uses"),
		})
	})
}

// register runs a worker outside a machine until it has registered, and no longer.
func register(t testing.TB, config operate.WorkerConfig) common.Address {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var enclave common.Address
	config.Started = func(e common.Address) {
		enclave = e
		cancel()
	}
	if err := operate.RunWorker(ctx, config); err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if enclave == (common.Address{}) {
		t.Fatal("the enclave did not register")
	}
	return enclave
}
