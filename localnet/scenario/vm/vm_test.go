package vm_test

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/uses"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/qemu"
	"github.com/assent-network/assent/tee/insecure"
)

// TestStory_aMachineDoesAJob tells of an image that is built, named by a policy, started, attested by what its files
// measure, and given a job; and of another image that differs in one byte of the worker, which the policy does not let
// near the data until it names it.
func TestStory_aMachineDoesAJob(t *testing.T) {
	system := inputs(t)
	net := stories.Shared(t)
	root := founded(t, net)
	simulated := must(operate.SimulatedRoot(net.Dir, rand.Reader, time.Now()))(t)

	worker := guest(t)
	original := must(image.Build(image.Inputs{System: system, Worker: worker, TrustRoot: net.File.TrustRoot}))(t)
	changed := must(image.Build(image.Inputs{System: system, Worker: withOneByteChanged(t, worker),
		TrustRoot: net.File.TrustRoot}))(t)
	measured, other := measurementOf(t, original), measurementOf(t, changed)
	if measured == other {
		t.Fatal("a changed worker measures the same")
	}

	s := begin(t, net, root, []common.Hash{measured}, simulated.ID())
	broker := s.runBroker(t)
	id := s.ask(t)

	t.Run("an image that the policy does not name gets nothing", func(t *testing.T) {
		m := must(operate.SimulatedMeasurement(changed))(t)
		issuer := must(insecure.NewIssuer(simulated, m, rand.Reader, time.Now()))(t)
		config := operate.WorkerConfig{
			Config: s.station(t, "stranger", s.stranger),
			TEE:    &operate.TEE{Issuer: issuer, Collector: operate.Collateral{Root: simulated, Now: time.Now}},
			Broker: broker, Random: rand.Reader, Life: time.Hour,
		}
		enclave := register(t, config)
		if err := s.tryClaim(t, id, enclave); !errors.Is(err, solidity.ErrJobWorkerNotAccepted) {
			t.Errorf("a claim by an enclave with measurement %s: %v", other, err)
		}
		s.checkAccepted(t, 1, other, simulated.ID(), false)
	})

	dir := t.TempDir()
	if err := original.Save(dir); err != nil {
		t.Fatal(err)
	}
	i := must(image.Load(dir))(t)
	began := time.Now()
	machine := s.runMachine(t, i, qemu.Config{
		Kind: qemu.Emulated, Dir: dir, CommandLine: i.Manifest.CommandLine, MemoryMiB: 1024, CPUs: 2,
	}, simulated, broker)
	t.Logf("enclave %s registered %s after its machine was started", machine, time.Since(began).Round(time.Second/10))
	j := s.end(t, id)
	t.Logf("the job was done %s after the machine was started", time.Since(began).Round(time.Second/10))
	d := must(s.Client.Delivery(t.Context(), id))(t)
	if d.Receipt.Enclave != machine || d.Receipt.Measurement != measured || j.Enclave != machine {
		t.Errorf("the receipt names enclave %s with measurement %s, want %s with %s", d.Receipt.Enclave,
			d.Receipt.Measurement, machine, measured)
	}
	result := must(statistics.Decode(must(d.Result(s.resultKey))(t)))(t)
	if result.Query == nil || result.LiveSubjects != people {
		t.Errorf("the result is %+v", result)
	}
	s.checkEvidence(t, d.Receipt.Quote, machine, original)
	charged := must(s.Client.Charged(t.Context(), must(s.Client.Now(t.Context()))(t), s.Dataset))(t)
	shown := must(uses.Open(filepath.Join(s.dir, "uses"), nil))(t)
	for i := range charged { // the machine has no disk, and gave the list to its host
		must(uses.Find(t.Context(), []uses.Place{shown}, charged[i].Use()))(t)
	}
	if len(charged) != 1 {
		t.Errorf("%d jobs were charged, want 1", len(charged))
	}

	t.Run("a policy that names the other image lets it in", func(t *testing.T) {
		p := must(must(s.Client.Now(t.Context()))(t).Policy(t.Context(), s.Dataset, 1))(t)
		p.Measurements = []common.Hash{measured, other}
		slices.SortFunc(p.Measurements, common.Hash.Cmp)
		change := must(s.Client.SetPolicy(t.Context(), s.Custodian, s.Dataset, p))(t)
		if change.Effect != policy.Waits {
			t.Errorf("naming another measurement: %s", change.Effect)
		}
		s.checkAccepted(t, change.Version, other, simulated.ID(), true)
		s.checkAccepted(t, 1, other, simulated.ID(), false)
	})
}

// withOneByteChanged returns the path of a worker that differs from another in one byte.
func withOneByteChanged(t testing.TB, worker string) string {
	t.Helper()
	b := must(os.ReadFile(worker))(t)
	b[len(b)/2] ^= 1
	path := t.TempDir() + "/changed"
	if err := os.WriteFile(path, b, 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func measurementOf(t testing.TB, i *image.Image) common.Hash {
	t.Helper()
	return common.Hash(must(operate.SimulatedMeasurement(i))(t).ID())
}

// tryClaim has the stranger claim a job for an enclave.
func (s *study) tryClaim(t testing.TB, id common.Hash, enclave common.Address) error {
	t.Helper()
	sender := s.Client.Account(s.stranger)
	_, err := sender.Send(t.Context(), &s.root.Contracts.Market.Address, claimBond(),
		bindings.NewJobMarket().PackClaim(id, enclave))
	return err
}

// checkAccepted checks whether the registry of datasets accepts workers with a measurement.
func (s *study) checkAccepted(t testing.TB, version uint32, measurement, root common.Hash, want bool) {
	t.Helper()
	registry := s.root.Contracts.Registry.Address
	b := bindings.NewDatasetRegistry()
	out, err := s.net.Ethereum(t).CallContract(t.Context(),
		ethereum.CallMsg{To: &registry, Data: b.PackAcceptsWorker(s.Dataset, version, measurement, root)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := must(b.UnpackAcceptsWorker(out))(t); got != want {
		t.Errorf("policy version %d accepts measurement %s: %v, want %v", version, measurement, got, want)
	}
}

// checkEvidence checks, as an auditor would, that the quote behind a receipt is genuine under the network's root and
// claims what the image's files measure, register by register.
func (s *study) checkEvidence(t testing.TB, quote common.Hash, enclave common.Address, i *image.Image) {
	t.Helper()
	evidence := must(tee.ParseEvidence(must(s.Client.Evidence(t.Context(), enclave, quote))(t)))(t)
	simulated := must(operate.SimulatedRoot(s.net.Dir, rand.Reader, time.Now()))(t)
	collateral := must(operate.Collateral{Root: simulated, Now: time.Now}.Collateral(t.Context(), evidence.Quote))(t)
	var claims *tee.Claims
	for _, v := range audit.Verifiers() {
		if v.Platform() == evidence.Platform {
			claims = must(v.Verify(evidence.Quote, collateral, must(operate.Roots(s.root))(t), time.Now()))(t)
		}
	}
	if claims == nil || !claims.Simulated || claims.Debug {
		t.Fatalf("the quote claims %+v", claims)
	}
	r := must(i.Registers(image.Launch{}))(t)
	want := map[string]string{"MRTD": r.MRTD.String(), "RTMR1": r.RTMR1.String(), "RTMR2": r.RTMR2.String()}
	for _, register := range claims.Registers {
		if value, ok := want[register.Name]; ok && register.Value != value {
			t.Errorf("the quote claims %s %s, the image measures %s", register.Name, register.Value, value)
		}
		delete(want, register.Name)
	}
	if len(want) != 0 {
		t.Errorf("the quote does not claim %v", want)
	}
}
