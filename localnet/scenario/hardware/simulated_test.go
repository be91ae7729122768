package hardware_test

import (
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/bootstrap"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/protocol/worker"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

// TestStory_aNetworkForRealDataAcceptsNoSimulatedTEE: its operator says what it likes, with a simulated root that looks
// like Intel's in every field. The chain takes neither the worker nor collateral for it, and says that the root is why.
func TestStory_aNetworkForRealDataAcceptsNoSimulatedTEE(t *testing.T) {
	net := stories.Fresh(t, func(c *localnet.Config) { c.HardwareOnly = true })
	ctx := t.Context()
	founder, err := net.Founder()
	must(t, err)
	root, err := bootstrap.Network(ctx, bootstrap.Config{Dir: net.Dir, Key: founder.Key, Bond: big.NewInt(1),
		Random: rand.Reader, Now: time.Now})
	must(t, err)
	for _, r := range root.TEERoots {
		if r.Simulated {
			t.Fatalf("the trust root names the simulated root %q", r.Name)
		}
	}
	if _, err := operate.SimulatedRoot(net.Dir, nil, time.Now()); !errors.Is(err, operate.ErrNoSimulatedRoot) {
		t.Errorf("looking for a simulated root: %v, want %v", err, operate.ErrNoSimulatedRoot)
	}
	simulated, err := insecure.NewRoot(rand.Reader, time.Now())
	must(t, err)
	operator := net.Account(t).Key
	c, err := client.New(ctx, net.Ethereum(t), net.File.ChainID, solidity.AddressesOf(root))
	must(t, err)

	t.Run("the worker's own program", func(t *testing.T) {
		dir := t.TempDir()
		program := filepath.Join(dir, "program")
		must(t, os.WriteFile(program, []byte("program"), 0o600))
		err := operate.RunWorker(ctx, operate.WorkerConfig{
			Config: operate.Config{
				Root: root, Socket: net.Socket(), Dir: dir, Key: operator, Now: time.Now,
				Log: slog.New(slog.DiscardHandler),
			},
			Simulated: simulated, Program: program, Random: rand.Reader, Life: time.Hour, Jobs: 1,
		})
		var refusal *tee.Refusal
		if !errors.As(err, &refusal) || refusal.Step != tee.StepRoot {
			t.Errorf("the worker ended with %v, want a refusal of its root", err)
		}
	})

	t.Run("a registration by hand", func(t *testing.T) {
		input := registration(t, c, root, simulated, operator)
		refused(t, c, operator, root.Contracts.Workers.Address, input, solidity.ErrQuoteRefused, tee.StepRoot)
	})

	t.Run("collateral", func(t *testing.T) {
		collateral, err := simulated.Collateral(time.Now(), 1)
		must(t, err)
		now, err := c.Now(ctx)
		must(t, err)
		registry, err := now.CollateralRegistry(ctx)
		must(t, err)
		refused(t, c, operator, registry, bindings.NewCollateralRegistry().PackPost(collateral),
			solidity.ErrCollateralRefused,
			tee.StepRoot)
	})
}

// registration is a call that registers a simulated enclave as a worker would, had the network its root.
func registration(t *testing.T, c *client.Client, root trustroot.TrustRoot, simulated *insecure.Root,
	operator *ecdsa.PrivateKey) []byte {
	t.Helper()
	ctx := t.Context()
	head, err := c.Backend().HeaderByNumber(ctx, nil)
	must(t, err)
	issuer, err := insecure.NewIssuer(simulated, insecure.Measurement{MRTD: [48]byte{1}}, rand.Reader, time.Now())
	must(t, err)
	keys, err := enclave.Generate(rand.Reader)
	must(t, err)
	e, err := keys.Attest(ctx, issuer, enclave.Network{
		ChainID: root.EVMChainID, Runtime: root.Runtime, Operator: crypto.PubkeyToAddress(operator.PublicKey),
		Round: head.Number.Uint64(), BlockHash: head.Hash(),
	}, [32]byte{})
	must(t, err)
	evidence, err := e.Marshal()
	must(t, err)
	r := worker.Registration{
		Enclave: keys.Address(), Operator: crypto.PubkeyToAddress(operator.PublicKey), REK: keys.REK(),
		Measurement: common.Hash(issuer.Measurement().ID()), TrustRoot: simulated.ID(), Platform: uint8(tee.TDX),
		Expiry: uint64(time.Now().Add(time.Hour).Unix()), Quote: receipt.HashBytes(evidence),
	}
	signed, err := r.Sign(eip712.Domain{ChainID: root.EVMChainID, Contract: root.Contracts.Workers.Address},
		keys.Signing())
	must(t, err)
	return bindings.NewWorkerRegistry().PackRegister(bindings.IWorkerRegistryRegistration{
		Enclave: r.Enclave, Rek: r.REK, Measurement: r.Measurement, TrustRoot: r.TrustRoot, Platform: r.Platform,
		Expiry: r.Expiry,
	}, evidence, signed.Signature[:])
}

// refused sends a call that has to be refused with an error and a step of verification.
func refused(t *testing.T, c *client.Client, by *ecdsa.PrivateKey, to common.Address, input []byte,
	name solidity.ErrorName, step tee.Step) {
	t.Helper()
	_, err := c.Account(by).Send(t.Context(), &to, nil, input)
	if !errors.Is(err, name) || !strings.Contains(err.Error(), string(step)) {
		t.Errorf("got %v, want %s for %q", err, name, step)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
