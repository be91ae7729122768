package localnet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
	"gopkg.in/yaml.v3"

	"github.com/oasisprotocol/oasis-core/go/config"
	cometconfig "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/config"
	runtimeconfig "github.com/oasisprotocol/oasis-core/go/runtime/config"

	"github.com/assent-network/assent/internal/lifeline"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/internal/process"
)

// maxLog is how large a node's log may be before a start puts it aside; one older log is kept.
const maxLog = 64 << 20

// configuration is what a node reads. It is written at every start, so that a directory can be moved and an option
// changed.
func (s *state) configuration(cfg Config, n nodeState) config.Config {
	c := config.DefaultConfig()
	p := nodePaths(cfg.Dir, n.Name)
	c.Mode = config.ModeValidator
	if n.Compute {
		c.Mode = config.ModeCompute
	}
	c.Common.DataDir = p.data
	c.Common.InternalSocketPath = p.socket
	c.Common.Log.Format = "json"
	c.Common.Log.Level["default"] = cfg.LogLevel
	if cfg.LogLevel == "info" {
		for _, module := range quiet {
			c.Common.Log.Level[module] = "warn"
		}
	}
	c.Common.Debug.AllowRoot = os.Geteuid() == 0
	c.Genesis.File = filepath.Join(cfg.Dir, genesisFile)
	c.Registration.EntityID = n.Owner

	c.Consensus.Validator = n.Validator
	c.Consensus.ListenAddress = "tcp://" + loopback(n.ConsensusPort).String()
	c.Consensus.ExternalAddress = "tcp://" + loopback(n.ConsensusPort).String()
	c.Consensus.Prune.Strategy = cometconfig.PruneStrategyNone
	c.Consensus.Checkpointer.Disabled = true
	c.Consensus.Debug.P2PAddrBookLenient = true
	c.Consensus.Debug.P2PAllowDuplicateIP = true
	c.Consensus.P2P.DisablePeerExchange = true

	// Oasis Core listens on all interfaces here and has no setting for it. Peers prove who they are.
	c.P2P.Port = n.P2PPort
	c.P2P.Registration.Addresses = []string{loopback(n.P2PPort).String()}
	c.P2P.Discovery.Bootstrap.Enable = false
	// With the defaults, gossip drops transactions under load and sends them again only after a minute.
	c.P2P.Gossipsub.PeerOutboundQueueSize = 4096
	c.P2P.Gossipsub.ValidateQueueSize = 4096
	for _, peer := range s.Nodes {
		if peer.Name == n.Name {
			continue
		}
		c.Consensus.P2P.PersistentPeer = append(c.Consensus.P2P.PersistentPeer, peer.P2PKey+"@"+
			loopback(peer.ConsensusPort).String())
		c.P2P.ConnectionManager.PersistentPeers = append(c.P2P.ConnectionManager.PersistentPeers, peer.P2PKey+"@"+
			loopback(peer.P2PPort).String())
	}

	c.Storage.MaxCacheSize = "64mb"
	c.Storage.PublicRPCEnabled = len(s.Nodes) > 1
	c.Storage.CheckpointSyncDisabled = true
	c.Runtime.Registries = []string{} // the bundle is here; nothing is downloaded
	// Its users run this node themselves: it answers queries that run programs, such as calls of contracts.
	c.Runtime.RuntimeConfig = map[string]map[string]any{runtimeIDHex: {"allow_expensive_queries": true}}
	if n.Compute {
		c.Runtime.Paths = []string{filepath.Join(cfg.Dir, bundleFile)}
		c.Runtime.Provisioner = runtimeconfig.RuntimeProvisionerUnconfined
		if cfg.Sandbox {
			c.Runtime.Provisioner = runtimeconfig.RuntimeProvisionerSandboxed
		}
	}
	return c
}

// memoryVariable is Go's own for the size of a program's heap at which it collects garbage whatever it has collected
// before. nodeMemory is twice what is alive in a node with a state of a million entries while its database compacts:
// where what is alive comes near this, a node collects garbage all the time, up to half of its processor time.
const (
	memoryVariable = "GOMEMLIMIT"
	nodeMemory     = "2GiB"
)

// nodeEnvironment is a node's: this program's, and the size of its heap where that says nothing of it.
func nodeEnvironment(own []string) []string {
	for _, v := range own {
		if strings.HasPrefix(v, memoryVariable+"=") {
			return own
		}
	}
	return append(slices.Clip(own), memoryVariable+"="+nodeMemory)
}

// child is a node that this process has started.
type child struct {
	node     nodeState
	id       process.ID
	logStart int64
	// ended is closed when the node has ended.
	ended chan struct{}
}

// start starts a node and records its process.
func (s *state) start(cfg Config, binary string, n nodeState) (*child, error) {
	p := nodePaths(cfg.Dir, n.Name)
	for _, port := range []uint16{n.ConsensusPort, n.P2PPort} {
		if !waitPortFree(port) {
			return nil, &PortError{Node: n.Name, Port: port}
		}
	}
	raw, err := yaml.Marshal(s.configuration(cfg, n))
	if err != nil {
		return nil, fmt.Errorf("writing the configuration of %s: %w", n.Name, err)
	}
	if err := wholefile.Write(p.config, raw); err != nil {
		return nil, fmt.Errorf("writing the configuration of %s: %w", n.Name, err)
	}
	if err := os.MkdirAll(filepath.Dir(p.socket), 0o700); err != nil {
		return nil, fmt.Errorf("making the directory of the socket of %s: %w", n.Name, err)
	}
	log, logStart, err := openLog(p.log)
	if err != nil {
		return nil, fmt.Errorf("opening the log of %s: %w", n.Name, err)
	}
	defer log.Close()

	cmd := exec.Command(binary, "--config", p.config, "--debug.dont_blame_oasis")
	cmd.Dir = p.data
	cmd.Env = nodeEnvironment(os.Environ())
	cmd.Stdout, cmd.Stderr = log, log
	// A session of its own: Ctrl-C at the program that starts the network is not meant for the network.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	after := func() {}
	if cfg.Tied {
		if after, err = lifeline.Tie(cmd); err != nil {
			return nil, err
		}
	}
	err = cmd.Start()
	after()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", n.Name, err)
	}
	c := &child{node: n, logStart: logStart, ended: make(chan struct{})}
	go func() {
		_ = cmd.Wait()
		close(c.ended)
	}()
	c.id, err = process.Of(cmd.Process.Pid)
	if errors.Is(err, process.ErrGone) {
		<-c.ended
		return nil, nodeError(cfg.Dir, n.Name, logStart)
	}
	if err == nil {
		err = writeJSON(p.run, run{Process: c.id, Socket: p.socket, LogStart: logStart})
	}
	if err != nil {
		_ = cmd.Process.Kill()
		<-c.ended
		return nil, fmt.Errorf("recording the process of %s: %w", n.Name, err)
	}
	return c, nil
}

// portGrace is how long a port may stay taken after the process that had it was killed: the kernel closes what a
// process had open a little after it has ended.
const portGrace = 2 * time.Second

// waitPortFree waits a moment for a port to become free, and tells whether it did.
func waitPortFree(port uint16) bool {
	for deadline := time.Now().Add(portGrace); !portFree(port); {
		if time.Now().After(deadline) {
			return false
		}
		<-time.After(20 * time.Millisecond)
	}
	return true
}

// openLog opens a log for appending, puts a large one aside, and says how long the log is.
func openLog(path string) (*os.File, int64, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, 0, err
	}
	var size int64
	if info, err := os.Stat(path); err == nil {
		if size = info.Size(); size > maxLog {
			size = 0
			if err := os.Rename(path, path+".1"); err != nil {
				return nil, 0, err
			}
		}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	return f, size, err
}

// running names the process of a node, if it runs. A process that no one has recorded, because the program that started
// it was killed at that moment, is found by the socket that it listens on.
func running(ctx context.Context, dir string, n nodeState) (process.ID, bool) {
	p := nodePaths(dir, n.Name)
	if r, err := readRun(p.run); err == nil && r.Process.Alive() {
		return r.Process, true
	}
	id, err := listener(ctx, p.socket)
	if err != nil {
		return process.ID{}, false
	}
	commandLine, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", id.PID))
	if err != nil || !bytes.Contains(commandLine, append([]byte(p.config), 0)) || !id.Alive() {
		return process.ID{}, false
	}
	if err := writeJSON(p.run, run{Process: id, Socket: p.socket}); err != nil {
		return process.ID{}, false
	}
	return id, true
}

// listener names the process at the other end of a socket.
func listener(ctx context.Context, socket string) (process.ID, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "unix", socket)
	if err != nil {
		return process.ID{}, err
	}
	defer conn.Close()
	raw, err := conn.(*net.UnixConn).SyscallConn()
	if err != nil {
		return process.ID{}, err
	}
	var (
		peer    *unix.Ucred
		peerErr error
	)
	if err := raw.Control(func(fd uintptr) {
		peer, peerErr = unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
	}); err != nil {
		return process.ID{}, err
	}
	if peerErr != nil {
		return process.ID{}, peerErr
	}
	return process.Of(int(peer.Pid))
}

// How long a node may take to end when it is asked to, and when it is killed.
const (
	stopGrace = 20 * time.Second
	killGrace = 10 * time.Second
)

// stop ends a node's process: first by asking, then by force.
func stop(ctx context.Context, id process.ID) error {
	for _, step := range []struct {
		signal syscall.Signal
		grace  time.Duration
	}{{syscall.SIGCONT, 0}, {syscall.SIGTERM, stopGrace}, {syscall.SIGKILL, killGrace}} {
		if err := id.Signal(step.signal); errors.Is(err, process.ErrGone) {
			return nil
		} else if err != nil {
			return err
		}
		if step.grace == 0 {
			continue // a paused process must run to hear the next one
		}
		waiting, cancel := context.WithTimeout(ctx, step.grace)
		err := id.Wait(waiting)
		cancel()
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return fmt.Errorf("process %d does not end even when it is killed", id.PID)
}

// nodeError says from its log why a node has ended. The log of this process begins at start.
func nodeError(dir, name string, start int64) error {
	p := nodePaths(dir, name)
	return &NodeError{Node: name, Log: p.log, Line: lastWords(p.log, start)}
}

// tail is how much of a log's end is searched for the reason.
const tail = 256 << 10

// lastWords returns the line of a log that most likely says why its program has ended.
func lastWords(path string, start int64) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return ""
	}
	raw, err := io.ReadAll(io.NewSectionReader(f, max(start, info.Size()-tail), tail))
	if err != nil {
		return ""
	}
	return pickLine(string(raw))
}
