package localnet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/internal/process"
)

// format is the version of a network's directory. It changes when a network that an older program made cannot be run.
const format = 2

// Files of a network's directory; docs/operations/localnet.md lists them.
const (
	stateFile    = "localnet.json"
	creatingFile = "creating"
	genesisFile  = "genesis.json"
	bundleFile   = "runtime.orc"
	accountsFile = "accounts.json"
	nodesDir     = "nodes"
	logsDir      = "logs"
	runDir       = "run"
)

// state is what a network is made of, fixed when it is created.
type state struct {
	Format        int           `json:"format"`
	Created       time.Time     `json:"created"`
	Validators    int           `json:"validators"`
	Compute       int           `json:"compute"`
	BlockInterval time.Duration `json:"blockIntervalNs"`
	EpochBlocks   int64         `json:"epochBlocks"`
	HardwareOnly  bool          `json:"hardwareOnly"`
	// RuntimeDigest is the hash of the runtime's executable that the network was created with.
	RuntimeDigest  string      `json:"runtimeDigest"`
	RuntimeVersion string      `json:"runtimeVersion"`
	ChainContext   string      `json:"chainContext"`
	Nodes          []nodeState `json:"nodes"`
}

// nodeState is one node.
type nodeState struct {
	Name          string `json:"name"`
	Validator     bool   `json:"validator"`
	Compute       bool   `json:"compute"`
	Owner         string `json:"owner"`
	P2PKey        string `json:"p2pKey"`
	ConsensusPort uint16 `json:"consensusPort"`
	P2PPort       uint16 `json:"p2pPort"`
}

func loadState(dir string) (*state, error) {
	raw, err := os.ReadFile(filepath.Join(dir, stateFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w in %s", ErrNoNetwork, dir)
	case err != nil:
		return nil, err
	}
	// The format is looked at first: the rest may have another shape.
	var head struct{ Format int }
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, fmt.Errorf("reading %s: %w", filepath.Join(dir, stateFile), err)
	}
	if head.Format != format {
		return nil, &StaleError{Dir: dir, Found: head.Format, Want: format}
	}
	s := new(state)
	if err := json.Unmarshal(raw, s); err != nil {
		return nil, fmt.Errorf("reading %s: %w", filepath.Join(dir, stateFile), err)
	}
	return s, nil
}

// agrees tells whether a network that exists is the one that was asked for.
func (s *state) agrees(cfg Config) error {
	for _, f := range []struct {
		what       string
		has, asked any
		silent     bool
	}{
		{"validators:", s.Validators, cfg.Validators, cfg.Validators == 0},
		{"compute nodes:", s.Compute, cfg.Compute, cfg.Compute == 0},
		{"a block interval of", s.BlockInterval, cfg.BlockInterval, cfg.BlockInterval == 0},
		{"epochs in blocks:", s.EpochBlocks, cfg.EpochBlocks, cfg.EpochBlocks == 0},
		{"attestation by hardware only:", s.HardwareOnly, cfg.HardwareOnly, !cfg.HardwareOnly},
	} {
		if !f.silent && f.has != f.asked {
			return &DifferentError{Dir: cfg.Dir, What: f.what, Has: f.has, Asked: f.asked}
		}
	}
	return nil
}

// writeJSON writes a file whole or not at all.
func writeJSON(path string, v any) error {
	raw, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return wholefile.Write(path, append(raw, '\n'))
}

// lock keeps other programs from starting or stopping the same network.
type lock struct{ dir *os.File }

func acquire(dir string) (*lock, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("%w (%s): try again when it is done", ErrBusy, dir)
		}
		return nil, fmt.Errorf("locking %s: %w", dir, err)
	}
	return &lock{dir: f}, nil
}

func (l *lock) release() { _ = l.dir.Close() }

// paths of one node.
type paths struct {
	data, config, socket, log, run string
}

func nodePaths(dir, name string) paths {
	data := filepath.Join(dir, nodesDir, name)
	return paths{
		data:   data,
		config: filepath.Join(data, "config.yaml"),
		socket: socketPath(filepath.Join(data, "internal.sock")),
		log:    filepath.Join(dir, logsDir, name+".log"),
		run:    filepath.Join(dir, runDir, name+".json"),
	}
}

// maxSocketPath is what fits into the address of a UNIX socket, with the byte that ends it.
const maxSocketPath = 107

// socketPath returns the path itself, or a short one in the directory for temporary files when it is too long.
func socketPath(path string) string {
	if len(path) <= maxSocketPath {
		return path
	}
	return filepath.Join(os.TempDir(), "assent-"+strconv.Itoa(os.Getuid()), shortHash(path)+".sock")
}

// run says where a node was started.
type run struct {
	Process process.ID `json:"process"`
	Socket  string     `json:"socket"`
	// LogStart is how long the log was before: what is there is of earlier processes.
	LogStart int64 `json:"logStart"`
}

// readRun reads what was started for a node; it is zero if nothing was.
func readRun(path string) (run, error) {
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return run{}, nil
	case err != nil:
		return run{}, err
	}
	var r run
	if err := json.Unmarshal(raw, &r); err != nil {
		return run{}, fmt.Errorf("reading %s: %w", path, err)
	}
	return r, nil
}
