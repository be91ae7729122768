package localnet

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/internal/process"
	"github.com/assent-network/assent/runtime/genesis"
)

// role makes this test program play one of the programs of a network.
const role = "ASSENT_LOCALNET_TEST_ROLE"

// TestMain lets the test program stand for the runtime, which creation asks for its version, and for nodes that end in
// various ways.
func TestMain(m *testing.M) {
	switch os.Getenv(role) {
	case "":
		os.Exit(m.Run())
	case "runtime-words":
		fmt.Println("one point oh")
	default:
		if len(os.Args) == 2 && os.Args[1] == "--version" {
			fmt.Println("1.2.3")
			return
		}
		switch os.Getenv(role) {
		case "hangs":
			fmt.Println(`{"level":"error","msg":"cannot find myself"}`)
			select {}
		case "silent":
		case "panics":
			fmt.Println(`{"level":"info","msg":"starting"}`)
			fmt.Println("panic: the database is on fire\n\ngoroutine 1 [running]:\nmain.main()")
			os.Exit(2)
		case "complains":
			fmt.Println(`{"level":"error","msg":"failed to start","err":"bad genesis","module":"node"}`)
			fmt.Println(`{"level":"info","msg":"bye"}`)
			os.Exit(1)
		}
	}
}

// offline is the configuration of a network whose programs are this one.
func offline(t *testing.T, as string) Config {
	t.Helper()
	t.Setenv(role, as)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Config{Dir: filepath.Join(t.TempDir(), "net"), NodeBinary: self, RuntimeBinary: self}
}

// TestUp_saysWhyTheNodeEnded starts nodes that end at once, each leaving other words.
func TestUp_saysWhyTheNodeEnded(t *testing.T) {
	for as, want := range map[string]string{
		"silent":    "node-0 ended without saying why",
		"panics":    "node-0 ended: panic: the database is on fire",
		"complains": "node-0 ended: failed to start: bad genesis",
	} {
		t.Run(as, func(t *testing.T) {
			cfg := offline(t, as)
			_, err := Up(t.Context(), cfg)
			var ended *NodeError
			if !errors.As(err, &ended) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("got %v, want one line that says %q", err, want)
			}
			if !strings.Contains(ended.Hint(), filepath.Join(cfg.Dir, "logs", "node-0.log")) {
				t.Errorf("hint %q does not name the log", ended.Hint())
			}
			// The network is there, and down.
			s, err := Status(t.Context(), cfg.Dir)
			if err != nil || s.State != Stopped || len(s.Nodes) != 1 {
				t.Errorf("status %+v, %v", s, err)
			}
		})
	}
}

// TestUp_doesNotWaitForEver starts a node that never gets ready: it is named, and stopped.
func TestUp_doesNotWaitForEver(t *testing.T) {
	cfg := offline(t, "hangs")
	cfg.StartTimeout = time.Second
	_, err := Up(t.Context(), cfg)
	var slow *SlowError
	if !errors.As(err, &slow) || !strings.Contains(err.Error(),
		"node-0 is not ready after 1s; its log says: cannot find myself") {
		t.Fatalf("got %v", err)
	}
	if s, err := Status(t.Context(), cfg.Dir); err != nil || s.State != Stopped || s.Nodes[0].Problem != "" {
		t.Errorf("status %+v, %v", s, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cfg.Progress = func(s Step) {
		if s.Name == StepStart {
			cancel()
		}
	}
	if _, err := Up(ctx, cfg); !errors.Is(err, context.Canceled) {
		t.Errorf("a start that is called off: %v", err)
	}
	if s, err := Status(t.Context(), cfg.Dir); err != nil || s.State != Stopped {
		t.Errorf("status %+v, %v", s, err)
	}
}

// TestUp_creates looks at what creation leaves.
func TestUp_creates(t *testing.T) {
	cfg := offline(t, "silent")
	cfg.Validators, cfg.Compute, cfg.Accounts, cfg.Balance = 2, 3, 4, big.NewInt(77)
	var steps []string
	cfg.Progress = func(s Step) { steps = append(steps, s.Name) }
	if _, err := Up(t.Context(), cfg); err == nil {
		t.Fatal("a network of silent nodes is up")
	}
	if strings.Join(steps, " ") != "create start" {
		t.Errorf("steps %v", steps)
	}
	s, err := loadState(cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if s.BlockInterval != manyProcessInterval || s.EpochBlocks != 600 || len(s.Nodes) != 3 ||
		s.RuntimeVersion != "1.2.3" {
		t.Errorf("state %+v", s)
	}
	ports := make(map[uint16]bool)
	for i, n := range s.Nodes {
		if n.Validator != (i < 2) || !n.Compute {
			t.Errorf("node %d: %+v", i, n)
		}
		ports[n.ConsensusPort], ports[n.P2PPort] = true, true
	}
	if len(ports) != 6 {
		t.Errorf("%d different ports, want 6", len(ports))
	}
	f, err := network.Load(cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if f.ChainID != ChainID || f.ChainContext != s.ChainContext || len(f.ConsensusChainID) != 50 ||
		len(f.Sockets) != 3 || f.RuntimeID.Hex() != runtimeIDHex {
		t.Errorf("network file %+v", f)
	}
	raw, err := os.ReadFile(f.Accounts)
	if err != nil {
		t.Fatal(err)
	}
	var funded accountsJSON
	if err := json.Unmarshal(raw, &funded); err != nil {
		t.Fatal(err)
	}
	derived, err := accounts.Derive(accounts.TestPhrase, 4)
	if err != nil {
		t.Fatal(err)
	}
	if len(funded.Accounts) != 4 || funded.Accounts[3].Address != derived[3].Address ||
		funded.Phrase != accounts.TestPhrase {
		t.Errorf("accounts %+v", funded)
	}
	// Keys are for their owner's eyes only.
	for _, path := range []string{f.Accounts, filepath.Join(cfg.Dir, "nodes", "node-0", "consensus.pem"),
		filepath.Join(cfg.Dir, "owners", "node-0", "entity.pem")} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}
	if info, err := os.Stat(cfg.Dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the directory: %v, %v", info, err)
	}
	if _, err := os.Stat(filepath.Join(cfg.Dir, creatingFile)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the marker of creation is left (%v)", err)
	}
	checkBundle(t, cfg, 4)
}

// checkBundle reads the genesis document out of the bundle as the runtime does.
func checkBundle(t *testing.T, cfg Config, balances int) {
	t.Helper()
	bundle, err := zip.OpenReader(filepath.Join(cfg.Dir, bundleFile))
	if err != nil {
		t.Fatal(err)
	}
	defer bundle.Close() //nolint:errcheck // it is only read
	dir := t.TempDir()
	if err := os.CopyFS(dir, bundle); err != nil {
		t.Fatal(err)
	}
	doc, err := genesis.ReadFile(filepath.Join(dir, "assent-runtime"))
	if err != nil {
		t.Fatal(err)
	}
	if doc.EVMChainID != ChainID || len(doc.Balances) != balances {
		t.Errorf("the runtime's genesis has chain %d and %d balances", doc.EVMChainID, len(doc.Balances))
	}
	for who, balance := range doc.Balances {
		if balance.Big().Int64() != 77 {
			t.Errorf("%s has %s", who, balance.Big())
		}
	}
}

func TestUp_differentNetworksDiffer(t *testing.T) {
	contexts := make(map[string]bool)
	for range 2 {
		cfg := offline(t, "silent")
		_, _ = Up(t.Context(), cfg)
		s, err := loadState(cfg.Dir)
		if err != nil {
			t.Fatal(err)
		}
		contexts[s.ChainContext] = true
	}
	if len(contexts) != 2 {
		t.Error("two networks have one chain context: signatures of one count in the other")
	}
}

// TestUp_refuses has everything that can be wrong before a process is started, and sees that nothing is left behind.
func TestUp_refuses(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		as     string
		change func(*Config)
		want   string
		hint   string
	}{
		"missing node": {"silent", func(c *Config) { c.NodeBinary = "/nowhere/assent-node" },
			"the program assent-node is not in /nowhere/assent-node", "make build"},
		"missing runtime": {"silent", func(c *Config) { c.RuntimeBinary = "/nowhere/assent-runtime" },
			"the program assent-runtime is not in /nowhere", "make build"},
		"no program": {"silent", func(c *Config) { c.NodeBinary = text }, "is not a program", ""},
		"not in PATH": {"silent", func(c *Config) { c.NodeBinary = "" }, "the program assent-node is not in " +
			filepath.Dir(self), "make build"},
		"runtime's version": {"runtime-words", func(*Config) {}, "one point oh", ""},
		"validators":        {"silent", func(c *Config) { c.Validators = 99 }, "99 validators: choose 1 to 16", ""},
		"compute":           {"silent", func(c *Config) { c.Compute = -1 }, "-1 compute nodes: choose 1 to 16", ""},
		"accounts":          {"silent", func(c *Config) { c.Accounts = 1001 }, "1001 accounts", ""},
		"block interval": {"silent", func(c *Config) { c.BlockInterval = time.Millisecond },
			"a block interval of 1ms: choose 100ms or more", ""},
		"epoch": {"silent", func(c *Config) { c.EpochBlocks = 5 }, "epochs of 5 blocks: choose 20 or more",
			""},
		"balance": {"silent", func(c *Config) { c.Balance = big.NewInt(-1) }, "a balance of -1", ""},
		"too much": {"silent", func(c *Config) {
			c.Balance = new(big.Int).Lsh(big.NewInt(1),
				127)
			c.Accounts = 4
		}, "a balance of", ""},
		"phrase":    {"silent", func(c *Config) { c.Phrase = "too short" }, "the phrase has 2 words", ""},
		"log level": {"silent", func(c *Config) { c.LogLevel = "chatty" }, `log level "chatty"`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := offline(t, c.as)
			t.Setenv("PATH", t.TempDir())
			c.change(&cfg)
			_, err := Up(t.Context(), cfg)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("got %v, want one line that says %q", err, c.want)
			}
			var hinted interface{ Hint() string }
			if c.hint != "" && (!errors.As(err, &hinted) || !strings.Contains(hinted.Hint(), c.hint)) {
				t.Errorf("no hint that says %q", c.hint)
			}
			if _, err := os.Stat(cfg.Dir); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("the directory is left behind (%v)", err)
			}
		})
	}
}

func TestUp_leavesForeignFilesAlone(t *testing.T) {
	cfg := offline(t, "silent")
	if err := os.Mkdir(cfg.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	thesis := filepath.Join(cfg.Dir, "thesis.txt")
	if err := os.WriteFile(thesis, []byte("six years"), 0o600); err != nil {
		t.Fatal(err)
	}
	var foreign *ForeignDirError
	if _, err := Up(t.Context(), cfg); !errors.As(err, &foreign) {
		t.Errorf("up: %v", err)
	}
	if _, err := Down(t.Context(), cfg.Dir, true); !errors.Is(err, ErrNoNetwork) {
		t.Errorf("wipe: %v", err)
	}
	if raw, err := os.ReadFile(thesis); err != nil || string(raw) != "six years" {
		t.Fatalf("the file has %q (%v)", raw, err)
	}
	cfg.Dir = thesis
	if _, err := Up(t.Context(), cfg); !errors.As(err, &foreign) {
		t.Errorf("a file as directory: %v", err)
	}
}

// TestUp_beginsAgain finds a creation that was interrupted.
func TestUp_beginsAgain(t *testing.T) {
	cfg := offline(t, "silent")
	if err := os.MkdirAll(filepath.Join(cfg.Dir, "nodes", "node-0"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(cfg.Dir, creatingFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var ended *NodeError
	if _, err := Up(t.Context(), cfg); !errors.As(err, &ended) {
		t.Fatalf("got %v, want to come as far as the node", err)
	}
	if _, err := loadState(cfg.Dir); err != nil {
		t.Error(err)
	}
}

func TestUp_refusesNetworkOfAnotherKind(t *testing.T) {
	cfg := offline(t, "silent")
	_, _ = Up(t.Context(), cfg)
	other := cfg
	other.Validators = 4
	var different *DifferentError
	if _, err := Up(t.Context(), other); !errors.As(err, &different) ||
		!strings.Contains(err.Error(), "validators: 1, not 4") {
		t.Errorf("another size: %v", err)
	}
	same := cfg
	same.Validators, same.BlockInterval = 1, oneProcessInterval
	var ended *NodeError
	if _, err := Up(t.Context(), same); !errors.As(err, &ended) {
		t.Errorf("the same size: %v", err)
	}
	path := filepath.Join(cfg.Dir, stateFile)
	if err := os.WriteFile(path, []byte(`{"format":99,"nodes":"another shape"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var stale *StaleError
	if _, err := Up(t.Context(), cfg); !errors.As(err, &stale) || !strings.Contains(stale.Hint(), "--wipe") {
		t.Errorf("another format: %v", err)
	}
	if _, err := Down(t.Context(), cfg.Dir, false); !errors.As(err, &stale) {
		t.Errorf("stopping another format: %v", err)
	}
	if _, err := Down(t.Context(), cfg.Dir, true); err != nil {
		t.Errorf("wiping another format: %v", err)
	}
	if _, err := os.Stat(cfg.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is still there (%v)", err)
	}
}

func TestUp_saysWhichPortIsTaken(t *testing.T) {
	cfg := offline(t, "silent")
	_, _ = Up(t.Context(), cfg)
	s, err := loadState(cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", loopback(s.Nodes[0].ConsensusPort).String())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var taken *PortError
	if _, err := Up(t.Context(), cfg); !errors.As(err, &taken) || taken.Port != s.Nodes[0].ConsensusPort {
		t.Errorf("got %v", err)
	}
}

func TestUpDown_oneAtATime(t *testing.T) {
	cfg := offline(t, "silent")
	_, _ = Up(t.Context(), cfg)
	held, err := acquire(cfg.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Up(t.Context(), cfg); !errors.Is(err, ErrBusy) {
		t.Errorf("up: %v", err)
	}
	if _, err := Down(t.Context(), cfg.Dir, true); !errors.Is(err, ErrBusy) {
		t.Errorf("down: %v", err)
	}
	held.release()
	if _, err := Down(t.Context(), cfg.Dir, true); err != nil {
		t.Error(err)
	}
}

// TestDown_sparesOthers puts another program's process on record in every way but by its true name.
func TestDown_sparesOthers(t *testing.T) {
	cfg := offline(t, "silent")
	_, _ = Up(t.Context(), cfg)
	cmd := exec.Command("sleep", "600")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	other, err := process.Of(cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	p := nodePaths(cfg.Dir, "node-0")
	for _, id := range []process.ID{
		{PID: other.PID, Start: other.Start - 1, Boot: other.Boot}, // the pid was recycled
		{PID: other.PID, Start: other.Start, Boot: "an earlier boot"},
		{PID: other.PID},
	} {
		if err := writeJSON(p.run, run{Process: id, Socket: p.socket}); err != nil {
			t.Fatal(err)
		}
		if stopped, err := Down(t.Context(), cfg.Dir, false); err != nil || stopped != 0 {
			t.Errorf("%+v: stopped %d, %v", id, stopped, err)
		}
		if !other.Alive() {
			t.Fatalf("%+v: another process was killed", id)
		}
	}
	// A stranger who listens at the node's socket is no node either.
	l, err := net.Listen("unix", p.socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if stopped, err := Down(t.Context(), cfg.Dir, false); err != nil || stopped != 0 {
		t.Errorf("a stranger at the socket: stopped %d, %v", stopped, err)
	}
}

func TestDownStatus_withoutNetwork(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "nothing")} {
		if _, err := Down(t.Context(), dir, false); !errors.Is(err, ErrNoNetwork) {
			t.Errorf("down in %s: %v", dir, err)
		}
		if _, err := Status(t.Context(), dir); !errors.Is(err, ErrNoNetwork) {
			t.Errorf("status of %s: %v", dir, err)
		}
	}
}

func TestSocketPath(t *testing.T) {
	short := "/" + strings.Repeat("a", maxSocketPath-1)
	if got := socketPath(short); got != short {
		t.Errorf("a path that fits became %s", got)
	}
	long := short + "a"
	got := socketPath(long)
	if got == long || len(got) > maxSocketPath || got != socketPath(long) || got == socketPath(long+"a") {
		t.Errorf("a path that does not fit became %s", got)
	}
}

func TestPickLine(t *testing.T) {
	survived := `{"level":"error","msg":"survived"}` + "\n" +
		strings.Repeat(`{"level":"info","msg":"x"}`+"\n", lastLines)
	for log, want := range map[string]string{
		"":                    "",
		"one\ntwo\n":          "two",
		"panic: boom\nat x\n": "panic: boom",
		"fatal error: out of memory\ngoroutine 1":                                     "fatal error: out of memory",
		`{"level":"error","msg":"a","err":"b"}` + "\n" + `{"level":"info","msg":"c"}`: "a: b",
		`{"level":"error","msg":"a"}` + "\n" + `{"level":"error","msg":"b"}`:          "b",
		`{"level":"error","msg":"a"}` + "\n" + `{"level":"error","module":"p2p/x"}`:   "a",
		`{"level":"warn","msg":"a"}` + "\n" + `{"level":`:                             "",
		`{"level":"info","msg":"killed here"}` + "\n":                                 "",
		survived:                   "",
		"panic: boom\n" + survived: "panic: boom",
		"assent-node: starting the node: no\n" + `{"level":"info","msg":"c"}`: "assent-node: starting the node: no",
		strings.Repeat("x", maxLine+1):                                        strings.Repeat("x", maxLine) + "…",
	} {
		if got := pickLine(log); got != want {
			t.Errorf("%.60q: %q, want %q", log, got, want)
		}
	}
}

func FuzzPickLine(f *testing.F) {
	f.Add(`{"level":"error","msg":"a","err":"b"}` + "\npanic: x\n")
	f.Fuzz(func(t *testing.T, log string) {
		if got := pickLine(log); strings.ContainsAny(got, "\r\n") || len(got) > maxLine+len("…") {
			t.Errorf("%q is not one line of limited length", got)
		}
	})
}
