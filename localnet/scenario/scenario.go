// Package scenario runs stories on a real network: one story a file, told from outside as a user would live it.
//
// A test program makes one Suite in its TestMain. Stories that leave the network as it was share one; those that break
// something have one of their own. Networks are built from the source under test, live in directories for temporary
// files, and end with the test program however it ends.
//
//	var stories = scenario.NewSuite()
//
//	func TestMain(m *testing.M) { os.Exit(stories.Main(m)) }
//
//	func TestStory_somebodyDoesSomething(t *testing.T) {
//		net := stories.Shared(t)
//		...
//	}
package scenario

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/evm"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/binaries"
	"github.com/assent-network/assent/node/compute/process"
)

// fundedAccounts is how many accounts a network of stories has: each story takes its own.
const fundedAccounts = 1000

// Suite is what the stories of one test program have in common.
type Suite struct {
	built  sync.Once
	set    binaries.Set
	setErr error

	started   sync.Once
	shared    *Network
	sharedDir string
	sharedErr error
}

// NewSuite returns a suite. Nothing is built or started until a story needs it.
func NewSuite() *Suite { return new(Suite) }

// Main runs the test program's stories and returns its exit code. Of a test program whose workers started it, it is a
// process that runs a job.
func (s *Suite) Main(m *testing.M) int {
	if process.Is(os.Args) {
		return process.Main()
	}
	code := m.Run()
	if s.shared != nil {
		if _, err := localnet.Down(context.Background(), s.shared.Dir, true); err != nil {
			fmt.Fprintln(os.Stderr, "removing the shared network:", err)
			code = max(code, 1)
		}
	}
	if s.sharedDir != "" {
		_ = os.RemoveAll(s.sharedDir)
	}
	return code
}

// Binaries builds the programs under test, once, and returns where they are.
func (s *Suite) Binaries(t testing.TB) binaries.Set {
	t.Helper()
	s.built.Do(func() { s.set, s.setErr = binaries.Build(context.Background()) })
	if s.setErr != nil {
		t.Fatal(s.setErr)
	}
	return s.set
}

// Shared returns the network that stories share. They must leave it running and use accounts of their own.
func (s *Suite) Shared(t testing.TB) *Network {
	t.Helper()
	skipShort(t)
	set := s.Binaries(t)
	s.started.Do(func() {
		if s.sharedDir, s.sharedErr = os.MkdirTemp("", "assent-"); s.sharedErr == nil {
			s.shared, s.sharedErr = up(context.Background(), config(set, s.sharedDir))
		}
	})
	if s.sharedErr != nil {
		t.Fatal(s.sharedErr)
	}
	s.shared.explainFailure(t)
	return s.shared
}

// Fresh starts a network for one story. Changes to its configuration come before it starts; it is removed when the test
// ends.
func (s *Suite) Fresh(t testing.TB, changes ...func(*localnet.Config)) *Network {
	t.Helper()
	skipShort(t)
	cfg := config(s.Binaries(t), shortDir(t))
	for _, change := range changes {
		change(&cfg)
	}
	net, err := up(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := localnet.Down(context.Background(), cfg.Dir, true); err != nil {
			t.Error(err)
		}
	})
	net.explainFailure(t)
	return net
}

func skipShort(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("a story runs a network, which -short leaves out")
	}
}

// shortDir is a directory whose path leaves room for those of sockets.
func shortDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "assent-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func config(set binaries.Set, dir string) localnet.Config {
	return localnet.Config{
		Dir:           filepath.Join(dir, "net"),
		Accounts:      fundedAccounts,
		NodeBinary:    set.Node,
		RuntimeBinary: set.Runtime,
		Tied:          true,
	}
}

// Network is a network with what stories need around it.
type Network struct {
	*localnet.Network
	cfg localnet.Config

	mutex  sync.Mutex
	funded []accounts.Account
	next   int
}

func up(ctx context.Context, cfg localnet.Config) (*Network, error) {
	net, err := localnet.Up(ctx, cfg)
	if err != nil {
		return nil, err
	}
	funded, err := accounts.Derive(accounts.TestPhrase, fundedAccounts)
	if err != nil {
		return nil, err
	}
	return &Network{Network: net, cfg: cfg, funded: funded, next: 1}, nil
}

// Founder returns the network's first account, which no story gets: it deploys what the stories of a network share.
func (n *Network) Founder() (accounts.Account, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	if len(n.funded) == 0 {
		return accounts.Account{}, errors.New("the network has no funded account")
	}
	return n.funded[0], nil
}

// Account returns an account with money that no other story of this network has.
func (n *Network) Account(t testing.TB) accounts.Account {
	t.Helper()
	n.mutex.Lock()
	defer n.mutex.Unlock()
	if n.next == len(n.funded) {
		t.Fatalf("all %d accounts of the network are taken", len(n.funded))
	}
	n.next++
	return n.funded[n.next-1]
}

// Client returns a connection to the network that ends with the test.
func (n *Network) Client(t testing.TB) *chain.Client {
	t.Helper()
	c, err := n.Dial(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// Ethereum returns an Ethereum client on a connection to the network that ends with the test.
func (n *Network) Ethereum(t testing.TB) *evm.Backend {
	t.Helper()
	return evm.New(n.Client(t), n.File.ChainID)
}

// Up starts again what has ended.
func (n *Network) Up(ctx context.Context) error {
	net, err := localnet.Up(ctx, n.cfg)
	if err != nil {
		return err
	}
	n.Network = net
	return nil
}

// explainFailure adds the end of the nodes' logs to a failed test.
func (n *Network) explainFailure(t testing.TB) {
	t.Cleanup(func() {
		if !t.Failed() {
			return
		}
		for _, node := range n.Nodes {
			t.Logf("the last warnings of %s:\n%s", node.Name, strings.Join(lastWarnings(node.Log, 20), "\n"))
		}
	})
}

// lastWarnings returns the last lines of a log that are not merely informative.
func lastWarnings(path string, n int) []string {
	raw, err := os.ReadFile(path)
	if err != nil {
		return []string{err.Error()}
	}
	var lines []string
	for line := range strings.Lines(string(raw)) {
		if !strings.Contains(line, `"level":"info"`) && !strings.Contains(line, `"level":"debug"`) {
			lines = append(lines, strings.TrimSuffix(line, "\n"))
		}
	}
	return lines[max(0, len(lines)-n):]
}
