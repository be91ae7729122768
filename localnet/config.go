package localnet

import (
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/assent-network/assent/localnet/accounts"
)

// DefaultDir is where a network lives unless said otherwise.
const DefaultDir = ".localnet"

// Names of the programs that a network runs.
const (
	nodeProgram    = "assent-node"
	runtimeProgram = "assent-runtime"
)

const (
	// oneProcessInterval is the time between blocks when one process is the whole network; several need more, because
	// those that follow must keep up (docs/design/localnet.md).
	oneProcessInterval  = 250 * time.Millisecond
	manyProcessInterval = time.Second

	// epochLength is the default length of an epoch. Nodes register again in each, and a compute node that was away for
	// more than two waits until the next for its place.
	epochLength = 10 * time.Minute

	startTimeout = 5 * time.Minute

	maxNodes = 16

	defaultAccounts = 20
)

// Config says what network to run. The zero value is one process in DefaultDir.
//
// What a network is made of is fixed when it is created. For one that exists, zero fields stand for what it has, and
// others must agree with it.
type Config struct {
	// Dir is the network's directory, DefaultDir if empty.
	Dir string
	// Validators and Compute are how many nodes validate and how many compute, 1 each by default. The first
	// min(Validators, Compute) nodes do both.
	Validators, Compute int
	// BlockInterval is how long consensus waits between blocks, by default 250 ms for one node and 1 s for more.
	BlockInterval time.Duration
	// EpochBlocks is the length of an epoch in blocks, by default ten minutes' worth.
	EpochBlocks int64
	// Phrase gives the funded accounts, accounts.TestPhrase by default; Accounts is how many, 20 by default; Balance is
	// what each gets in base units, 10,000 tokens by default.
	Phrase   string
	Accounts int
	Balance  *big.Int
	// HardwareOnly makes a network without a simulated attestation root, as one for real data has to be: its chain
	// accepts quotes of hardware and no others.
	HardwareOnly bool

	// NodeBinary and RuntimeBinary are the programs. By default they are looked for beside the running program, and
	// then in PATH. The runtime is only read when the network is created.
	NodeBinary, RuntimeBinary string
	// Sandbox runs the runtime under bubblewrap, as a deployment does, instead of as a plain process.
	Sandbox bool
	// Tied ends the nodes when this process ends.
	Tied bool
	// LogLevel is the nodes' (debug, info, warn, error), info by default.
	LogLevel string
	// StartTimeout bounds how long nodes may take until they are ready, 5 minutes by default.
	StartTimeout time.Duration
	// Progress hears what Up is doing. It may be nil.
	Progress func(Step)
	// Logger hears what is of use to a developer, nothing by default.
	Logger *slog.Logger
}

// Step is one thing that Up does.
type Step struct {
	// Name is one of the Step constants.
	Name string
	// Text says it in words, for people.
	Text string
	// Elapsed is the time since Up began.
	Elapsed time.Duration
}

// The steps of Up, in their order. A network that exists starts with StepStart.
const (
	StepCreate  = "create"  // keys, accounts, bundle, genesis
	StepStart   = "start"   // processes
	StepSync    = "sync"    // consensus makes blocks
	StepRuntime = "runtime" // the runtime runs and is registered
	StepRound   = "round"   // the committee has begun: transactions are taken
	StepUp      = "up"
)

// withDefaults fills in what an empty field stands for, and checks what is there.
func (cfg Config) withDefaults() (Config, error) {
	if cfg.Dir == "" {
		cfg.Dir = DefaultDir
	}
	var err error
	if cfg.Dir, err = filepath.Abs(cfg.Dir); err != nil {
		return cfg, err
	}
	if cfg.Progress == nil {
		cfg.Progress = func(Step) {}
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	if cfg.StartTimeout == 0 {
		cfg.StartTimeout = startTimeout
	}
	if cfg.LogLevel == "" {
		cfg.LogLevel = "info"
	}
	switch cfg.LogLevel {
	case "debug", "info", "warn", "error":
	default:
		return cfg, fmt.Errorf("log level %q is none of debug, info, warn, error", cfg.LogLevel)
	}
	switch {
	case cfg.Validators < 0 || cfg.Validators > maxNodes:
		return cfg, fmt.Errorf("%d validators: choose 1 to %d", cfg.Validators, maxNodes)
	case cfg.Compute < 0 || cfg.Compute > maxNodes:
		return cfg, fmt.Errorf("%d compute nodes: choose 1 to %d", cfg.Compute, maxNodes)
	case cfg.Accounts < 0 || cfg.Accounts > 1000:
		return cfg, fmt.Errorf("%d accounts: choose 1 to 1000", cfg.Accounts)
	case cfg.BlockInterval != 0 && cfg.BlockInterval < 100*time.Millisecond:
		return cfg, fmt.Errorf("a block interval of %s: choose 100ms or more", cfg.BlockInterval)
	case cfg.EpochBlocks != 0 && cfg.EpochBlocks < 20:
		return cfg, fmt.Errorf("epochs of %d blocks: choose 20 or more, nodes register again in each", cfg.EpochBlocks)
	case cfg.Balance != nil && (cfg.Balance.Sign() <= 0 || cfg.Balance.BitLen() > 112):
		return cfg, fmt.Errorf("a balance of %s: choose 1 to 2^112", cfg.Balance)
	}
	return cfg, nil
}

// forCreation fills in what a new network needs.
func (cfg Config) forCreation() Config {
	if cfg.Validators == 0 {
		cfg.Validators = 1
	}
	if cfg.Compute == 0 {
		cfg.Compute = 1
	}
	if cfg.BlockInterval == 0 {
		cfg.BlockInterval = oneProcessInterval
		if max(cfg.Validators, cfg.Compute) > 1 {
			cfg.BlockInterval = manyProcessInterval
		}
	}
	if cfg.EpochBlocks == 0 {
		cfg.EpochBlocks = max(20, int64(epochLength/cfg.BlockInterval))
	}
	if cfg.Phrase == "" {
		cfg.Phrase = accounts.TestPhrase
	}
	if cfg.Accounts == 0 {
		cfg.Accounts = defaultAccounts
	}
	if cfg.Balance == nil {
		cfg.Balance = new(big.Int).Exp(big.NewInt(10), big.NewInt(22), nil)
	}
	return cfg
}

// program finds one of the network's programs.
func program(configured, name string) (string, error) {
	if configured != "" {
		path, err := filepath.Abs(configured)
		if err != nil {
			return "", fmt.Errorf("looking for %s: %w", name, err)
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return "", &MissingProgramError{Name: name, Where: path}
		case info.IsDir() || info.Mode()&0o111 == 0:
			return "", fmt.Errorf("looking for %s: %s is not a program", name, path)
		}
		return path, nil
	}
	where := "PATH"
	if self, err := os.Executable(); err == nil {
		dir := filepath.Dir(self)
		if path := filepath.Join(dir, name); isProgram(path) {
			return path, nil
		}
		where = dir + " and PATH"
	}
	path, err := exec.LookPath(name)
	if err != nil && !errors.Is(err, exec.ErrDot) {
		return "", &MissingProgramError{Name: name, Where: where}
	}
	return filepath.Abs(path)
}

func isProgram(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}
