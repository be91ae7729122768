package vm_test

import (
	"context"
	"crypto/rand"
	"net"
	"net/http"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/channel"
	"github.com/assent-network/assent/tee/image/qemu"
	"github.com/assent-network/assent/tee/insecure"
)

// TestStory_aMachineIsTheSecondBroker tells of an image whose measurement, computed from its files, a custodian names
// as that of a successor: started as a broker, it gets the keys of the first, shows what it is, and gives a worker the
// key of its job.
func TestStory_aMachineIsTheSecondBroker(t *testing.T) {
	system := inputs(t)
	network := stories.Shared(t)
	root := founded(t, network)
	simulated := must(operate.SimulatedRoot(network.Dir, rand.Reader, time.Now()))(t)
	built := must(image.Build(image.Inputs{System: system, Worker: guest(t), TrustRoot: network.File.TrustRoot}))(t)
	measured := measurementOf(t, built)
	dir := t.TempDir()
	check(t, built.Save(dir))
	i := must(image.Load(dir))(t)

	// The worker is a process of this machine, whose program is another.
	program := insecure.Measurement{MRTD: [48]byte{1}}
	s := begin(t, network, root, []common.Hash{common.Hash(program.ID())}, simulated.ID())
	path := func(name string) string { return filepath.Join(s.dir, name) }
	must(s.AddVersion(t.Context(), path("public"), "", path("roster.csv")))(t) // where that process finds the file
	first := operate.BrokerConfig{
		Config: s.station(t, "first", s.brokerKey), Keys: s.keys, Journal: filepath.Join(s.dir, "first.jsonl"),
		Listen: "127.0.0.1:0",
		Listed: []common.Address{crypto.PubkeyToAddress(s.operator.PublicKey)}, Random: rand.Reader,
		Successors: []common.Hash{measured}, SimulatedSuccessors: true,
	}
	from := "http://" + run(t, "first broker", func(ctx context.Context, started func(string)) error {
		first.Started = started
		return operate.RunBroker(ctx, first)
	})
	listen := freeAddress(t)
	began := time.Now()
	enclave := run(t, "machine", func(ctx context.Context, started func(common.Address)) error {
		return operate.RunMachine(ctx, operate.MachineConfig{
			Config: s.station(t, "machine", nil), Image: i, Simulated: simulated, Random: rand.Reader,
			Console: t.Output(), Started: started,
			QEMU: qemu.Config{
				Kind: qemu.Emulated, Dir: dir, CommandLine: i.Manifest.CommandLine, MemoryMiB: 1024, CPUs: 2,
				Listen: listen,
			},
			Join: &channel.Join{From: []string{from}, Account: crypto.PubkeyToAddress(s.brokerKey.PublicKey)},
		})
	})
	t.Logf("the broker in the machine has its keys %s after it was started", time.Since(began).Round(time.Second/10))
	entries := must(journal.Read(first.Journal))(t)
	if len(entries) != 1 || entries[0].Event != journal.HandOver || !entries[0].Granted ||
		entries[0].Measurement != measured || entries[0].Enclave != enclave {
		t.Errorf("the first broker's journal has %+v", entries)
	}

	second := "http://" + listen
	nonce := common.Hash{7}
	answer := must(attestation.Ask(t.Context(), must(release.NewClient(second, http.DefaultClient))(t), nonce))(t)
	asking := must(operate.Open(t.Context(), s.station(t, "asking", nil)))(t)
	defer asking.Close()
	now := must(asking.View.Latest(t.Context()))(t)
	defer now.Close()
	v := must(attestation.Verify(t.Context(), now, time.Now(), answer, nonce,
		must(operate.AttestationNetwork(root))(t)))(t)
	if v.Claims.Measurement != measured || answer.Enclave != enclave {
		t.Errorf("the machine attests to %+v as %s", v.Claims, answer.Enclave)
	}

	issuer := must(insecure.NewIssuer(simulated, program, rand.Reader, time.Now()))(t)
	run(t, "worker", func(ctx context.Context, started func(common.Address)) error {
		return operate.RunWorker(ctx, operate.WorkerConfig{
			Config: s.station(t, "worker", s.operator),
			TEE:    &operate.TEE{Issuer: issuer, Collector: operate.Collateral{Root: simulated, Now: time.Now}},
			Broker: second, Random: rand.Reader, Life: time.Hour, Started: started,
		})
	})
	s.end(t, s.ask(t))
	if entries := must(journal.Read(first.Journal))(t); len(entries) != 1 {
		t.Errorf("the first broker was asked as well: %+v", entries)
	}
}

func freeAddress(t testing.TB) string {
	t.Helper()
	l := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	defer l.Close()
	return l.Addr().String()
}
