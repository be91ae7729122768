package localnet_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	ethcommon "github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"

	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/evm"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/binaries"
	"github.com/assent-network/assent/localnet/fault"
)

// config is for a network of the programs under test, in a directory of its own.
func config(t *testing.T) localnet.Config {
	t.Helper()
	if testing.Short() {
		t.Skip("this runs a network, which -short leaves out")
	}
	set, err := binaries.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	parent, err := os.MkdirTemp("", "assent-")
	if err != nil {
		t.Fatal(err)
	}
	cfg := localnet.Config{Dir: filepath.Join(parent, "net"), NodeBinary: set.Node, RuntimeBinary: set.Runtime,
		Tied: true}
	t.Cleanup(func() {
		if _, err := localnet.Down(context.Background(), cfg.Dir, true); err != nil &&
			!errors.Is(err, localnet.ErrNoNetwork) {
			t.Error(err)
		}
		_ = os.RemoveAll(parent)
	})
	return cfg
}

func up(t *testing.T, cfg localnet.Config) *localnet.Network {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	net, err := localnet.Up(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// transact sends value from the first account through a node and returns the round in which it is final. It waits for a
// node, or its runtime, that is being started again.
func transact(t *testing.T, net *localnet.Network, socket string) uint64 {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	c, err := chain.DialWait(ctx, socket, net.File.RuntimeID.Namespace)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	backend := evm.New(c, net.File.ChainID)
	for _, err := range c.Blocks(ctx, chain.RoundLatest) {
		if err != nil {
			t.Fatal(err)
		}
		round, err := tryTransact(ctx, backend, net.File.ChainID)
		var unreachable *chain.UnreachableError
		if err == nil {
			return round
		}
		if !errors.As(err, &unreachable) {
			t.Fatal(err)
		}
	}
	t.Fatal(ctx.Err())
	return 0
}

// seen waits until a node has a round. Before, it would count the sender's transactions wrongly.
func seen(t *testing.T, net *localnet.Network, socket string, round uint64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	c, err := chain.DialWait(ctx, socket, net.File.RuntimeID.Namespace)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, err := range c.Blocks(ctx, round) {
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("waiting for round %d: %v", round, ctx.Err())
}

func tryTransact(ctx context.Context, backend *evm.Backend, chainID uint64) (uint64, error) {
	funded, err := accounts.Derive(accounts.TestPhrase, 1)
	if err != nil {
		return 0, err
	}
	price, err := backend.SuggestGasPrice(ctx)
	if err != nil {
		return 0, err
	}
	nonce, err := backend.PendingNonceAt(ctx, funded[0].Address)
	if err != nil {
		return 0, err
	}
	tx, err := ethtypes.SignNewTx(funded[0].Key, ethtypes.NewLondonSigner(new(big.Int).SetUint64(chainID)),
		&ethtypes.LegacyTx{
			Nonce: nonce, GasPrice: price, Gas: 50_000, To: &ethcommon.Address{1}, Value: big.NewInt(1),
		})
	if err != nil {
		return 0, err
	}
	if err := backend.SendTransaction(ctx, tx); err != nil {
		return 0, err
	}
	receipt, err := backend.WaitReceipt(ctx, tx.Hash())
	if err != nil {
		return 0, err
	}
	if receipt.Status != ethtypes.ReceiptStatusSuccessful {
		return 0, fmt.Errorf("the transfer failed: %+v", receipt)
	}
	return receipt.BlockNumber.Uint64(), nil
}

// TestNetwork follows one network through its life.
func TestNetwork(t *testing.T) {
	cfg := config(t)
	var steps []string
	cfg.Progress = func(s localnet.Step) { steps = append(steps, s.Name) }
	ctx := t.Context()

	net := up(t, cfg)
	if want := "create start sync runtime round up"; strings.Join(steps, " ") != want {
		t.Errorf("steps %v, want %s", steps, want)
	}
	if !net.Created || net.AlreadyUp || net.OtherRuntime || len(net.Nodes) != 1 {
		t.Errorf("a new network: %+v", net)
	}
	first := transact(t, net, net.Socket())

	steps = nil
	again := up(t, cfg)
	if again.Created || !again.AlreadyUp || again.Nodes[0].PID != net.Nodes[0].PID || strings.Join(steps, " ") != "up" {
		t.Errorf("a network that is up: %+v, steps %v", again, steps)
	}
	s, err := localnet.Status(ctx, cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if n := s.Nodes[0]; s.State != localnet.Running || n.PID != net.Nodes[0].PID || n.Memory < 50<<20 ||
		n.Peak < n.Memory/2 || n.Round < first || n.Height == 0 || n.Problem != "" {
		t.Errorf("status %+v", s)
	}

	net, third := killed(t, cfg, net, first)

	// A node that hangs is seen to.
	if err := fault.Node(net.Nodes[0]).Pause(); err != nil {
		t.Fatal(err)
	}
	if s, err = localnet.Status(ctx, cfg.Dir); err != nil || s.State != localnet.Partial ||
		!strings.Contains(s.Nodes[0].Problem, "does not answer") {
		t.Errorf("status of a hanging network: %+v, %v", s, err)
	}

	// Stopping takes a hanging node too.
	if stopped, err := localnet.Down(ctx, cfg.Dir, false); err != nil || stopped != 1 {
		t.Errorf("stopped %d, %v", stopped, err)
	}
	if stopped, err := localnet.Down(ctx, cfg.Dir, false); err != nil || stopped != 0 {
		t.Errorf("stopped again %d, %v", stopped, err)
	}
	if s, err = localnet.Status(ctx, cfg.Dir); err != nil || s.State != localnet.Stopped || s.Nodes[0].Problem != "" {
		t.Errorf("status of a stopped network: %+v, %v", s, err)
	}
	moved(t, cfg, third)
}

// killed kills a network's node and its runtime, has the network go on each time, and returns it with its newest round.
func killed(t *testing.T, cfg localnet.Config, net *localnet.Network, first uint64) (*localnet.Network, uint64) {
	t.Helper()
	ctx := t.Context()
	// The node is killed, and starts again where it was.
	if err := fault.Node(net.Nodes[0]).Kill(ctx); err != nil {
		t.Fatal(err)
	}
	s, err := localnet.Status(ctx, cfg.Dir)
	if err != nil || s.State != localnet.Stopped || !strings.Contains(s.Nodes[0].Problem, "node-0 ended") {
		t.Errorf("status of a killed network: %+v, %v", s, err)
	}
	var steps []string
	cfg.Progress = func(s localnet.Step) { steps = append(steps, s.Name) }
	net = up(t, cfg)
	if net.Created || net.AlreadyUp || strings.Join(steps, " ") != "start sync runtime round up" {
		t.Errorf("a network that was killed: %+v, steps %v", net, steps)
	}
	second := transact(t, net, net.Socket())
	if second <= first {
		t.Errorf("round %d after round %d", second, first)
	}

	// The node is killed, and the network is started before the node has ended.
	if err := syscall.Kill(net.Nodes[0].PID, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	net = up(t, cfg)
	if net.AlreadyUp {
		t.Error("a network that was killed a moment ago is up")
	}
	second = transact(t, net, net.Socket())

	// The runtime is killed: its node starts it again, and transactions go on.
	rt, err := fault.Runtime(net.Nodes[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := rt.Kill(ctx); err != nil {
		t.Fatal(err)
	}
	third := transact(t, net, net.Socket())
	if third <= second {
		t.Errorf("round %d after round %d", third, second)
	}
	return net, third
}

// moved moves the folder of a network that is stopped, has it go on there after a round, and wipes it.
func moved(t *testing.T, cfg localnet.Config, third uint64) {
	t.Helper()
	ctx := t.Context()
	there := cfg
	there.Dir = cfg.Dir + strings.Repeat("-long", 30) // longer than the address of a socket can be
	if err := os.Rename(cfg.Dir, there.Dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := localnet.Down(context.Background(), there.Dir, true); err != nil &&
			!errors.Is(err, localnet.ErrNoNetwork) {
			t.Error(err)
		}
	})
	net := up(t, there)
	if len(net.Socket()) > 107 || net.File.Sockets[0] != net.Socket() {
		t.Errorf("the socket is at %s, and %v in the file", net.Socket(), net.File.Sockets)
	}
	if fourth := transact(t, net, net.Socket()); fourth <= third {
		t.Errorf("round %d after round %d", fourth, third)
	}
	if stopped, err := localnet.Down(ctx, there.Dir, true); err != nil || stopped != 1 {
		t.Errorf("wiped %d, %v", stopped, err)
	}
	if _, err := os.Stat(there.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the directory is still there (%v)", err)
	}
}

// TestNetwork_outlivesEpochs runs through many short epochs: nodes register again in each, and the committee is never
// empty.
func TestNetwork_outlivesEpochs(t *testing.T) {
	cfg := config(t)
	cfg.EpochBlocks, cfg.BlockInterval = 20, 100*time.Millisecond
	net := up(t, cfg)
	c, err := net.Dial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	const epochs = 6 // a registration lasts two
	start, err := c.Consensus().Beacon().GetEpoch(t.Context(), consensus.HeightLatest)
	if err != nil {
		t.Fatal(err)
	}
	changes, subscription, err := c.Consensus().Beacon().WatchEpochs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer subscription.Close()
	for epoch := start; epoch < start+epochs; {
		select {
		case epoch = <-changes:
		case <-t.Context().Done():
			t.Fatal(t.Context().Err())
		}
		transact(t, net, net.Socket())
	}
}

// TestNetwork_ofSeveral has more validators than compute nodes, and loses one of each kind.
func TestNetwork_ofSeveral(t *testing.T) {
	cfg := config(t)
	cfg.Validators, cfg.Compute = 4, 2
	net := up(t, cfg)
	if len(net.Nodes) != 4 || len(net.File.Sockets) != 4 {
		t.Fatalf("network %+v", net)
	}
	first := transact(t, net, net.Nodes[0].Socket)
	seen(t, net, net.Nodes[1].Socket, first)
	second := transact(t, net, net.Nodes[1].Socket)
	if second <= first {
		t.Errorf("round %d after round %d", second, first)
	}
	if s, err := localnet.Status(t.Context(), cfg.Dir); err != nil || s.State != localnet.Running {
		t.Errorf("status %+v, %v", s, err)
	}
	// Three of four validators are enough, and a compute node is left.
	if err := fault.Node(net.Nodes[3]).Kill(t.Context()); err != nil {
		t.Fatal(err)
	}
	transact(t, net, net.Nodes[0].Socket)
	if s, err := localnet.Status(t.Context(), cfg.Dir); err != nil || s.State != localnet.Partial {
		t.Errorf("status %+v, %v", s, err)
	}
	net = up(t, cfg)
	if net.AlreadyUp {
		t.Error("a network with a node that was killed is up")
	}
	if err := fault.Node(net.Nodes[1]).Kill(t.Context()); err != nil {
		t.Fatal(err)
	}
	last := transact(t, net, net.Nodes[0].Socket)
	net = up(t, cfg)
	seen(t, net, net.Nodes[1].Socket, last)
	transact(t, net, net.Nodes[1].Socket)
	if stopped, err := localnet.Down(t.Context(), cfg.Dir, false); err != nil || stopped != 4 {
		t.Errorf("stopped %d, %v", stopped, err)
	}
}

// TestNetwork_underSandbox runs the bundle as a deployment does, under bubblewrap.
func TestNetwork_underSandbox(t *testing.T) {
	cfg := config(t)
	if reason := sandboxMissing(t); reason != "" {
		t.Skip("the runtime does not run under bubblewrap here: " + reason)
	}
	cfg.Sandbox = true
	net := up(t, cfg)
	transact(t, net, net.Socket())
	rt, err := fault.Runtime(net.Nodes[0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(rt.String(), "bwrap") {
		t.Errorf("the runtime is started by %s, not by bubblewrap", rt)
	}
	// What the sandbox holds does not outlive the node.
	if err := fault.Node(net.Nodes[0]).Kill(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := rt.Wait(t.Context()); err != nil {
		t.Error(err)
	}
}

// sandboxMissing says why bubblewrap cannot make the sandbox that nodes make, or nothing if it can.
func sandboxMissing(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("bwrap")
	if err != nil {
		return "it is not installed (apt-get install bubblewrap)"
	}
	if path != "/usr/bin/bwrap" {
		return fmt.Sprintf("nodes look for it at /usr/bin/bwrap, it is at %s", path)
	}
	out, err := exec.CommandContext(t.Context(), path, "--unshare-all", "--ro-bind", "/", "/", "true").CombinedOutput()
	if err != nil {
		return fmt.Sprintf("it fails with %v: %s", err, strings.TrimSpace(string(out)))
	}
	return ""
}
