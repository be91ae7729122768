// Package localnet runs a whole Assent network on one machine: consensus validators, compute nodes with the runtime,
// and the files that clients need to find it.
//
// By default one process is the whole network. The processes are separate from the program that starts them and go on
// when it ends; a directory keeps everything that is needed to find them, to stop them and to start them again where
// they were. Only processes that were started for the directory are ever stopped.
package localnet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/localnet/internal/process"
)

// Network is a network that is up.
type Network struct {
	// Dir is its directory.
	Dir string
	// File is what network.json says.
	File *network.File
	// Nodes are its nodes.
	Nodes []Node
	// AlreadyUp tells that Up had nothing to do.
	AlreadyUp bool
	// Created tells that Up has made the network.
	Created bool
	// OtherRuntime tells that the runtime program found now is not the one that the network was created with. The
	// network goes on with its own.
	OtherRuntime bool
}

// Node is a node of a network.
type Node struct {
	Name               string
	Validator, Compute bool
	// Socket is where clients reach the node, and Log where it writes.
	Socket, Log string
	// PID is the process's, 0 if the node does not run.
	PID int

	process process.ID
}

// Process names the node's process, so that package fault can reach it and no other.
func (n Node) Process() process.ID { return n.process }

// Up brings a network up and returns when it takes transactions. If it is up already, Up says so and changes nothing;
// if some or all of its nodes have ended, however they did, Up starts them and they continue where they were.
//
// When it fails, the nodes that it has started are stopped.
func Up(ctx context.Context, cfg Config) (*Network, error) {
	begin := time.Now()
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, fmt.Errorf("starting a network: %w", err)
	}
	progress := func(name, text string) { cfg.Progress(Step{Name: name, Text: text, Elapsed: time.Since(begin)}) }

	binary, err := program(cfg.NodeBinary, nodeProgram)
	if err != nil {
		return nil, fmt.Errorf("starting the network: %w", err)
	}
	made, err := makeDir(cfg.Dir)
	if err != nil {
		return nil, fmt.Errorf("starting the network: %w", err)
	}
	lock, err := acquire(cfg.Dir)
	if err != nil {
		return nil, err
	}
	defer lock.release()
	_, stateErr := loadState(cfg.Dir)
	s, err := prepare(ctx, cfg, progress)
	if err != nil {
		if made {
			_ = os.Remove(cfg.Dir) // succeeds only if nothing is in it
		}
		return nil, err
	}
	net := &Network{Dir: cfg.Dir, Created: errors.Is(stateErr, ErrNoNetwork)}
	if !net.Created {
		net.OtherRuntime = s.otherRuntime(cfg)
	}
	for range maxTries {
		var lost *lostError
		if err = s.bringUp(ctx, cfg, binary, net, progress); !errors.As(err, &lost) {
			break
		}
		// A process that was killed a moment ago may still be there at first.
	}
	if err != nil {
		return nil, fmt.Errorf("starting the network in %s: %w", cfg.Dir, err)
	}
	if net.File, err = s.publish(cfg.Dir); err != nil {
		return nil, fmt.Errorf("starting the network in %s: %w", cfg.Dir, err)
	}
	progress(StepUp, fmt.Sprintf("the network is up: %d node(s), socket %s", len(net.Nodes), net.Socket()))
	return net, nil
}

// maxTries is how often Up starts over because a node that was up has ended meanwhile.
const maxTries = 3

// lostError comes when a node that was up has ended while Up waited for it.
type lostError struct{ err error }

func (e *lostError) Error() string { return e.err.Error() }
func (e *lostError) Unwrap() error { return e.err }

// makeDir makes a directory for one user, if there is none, and tells whether it did.
func makeDir(dir string) (bool, error) {
	switch err := os.Mkdir(dir, 0o700); {
	case err == nil:
		return true, nil
	case errors.Is(err, os.ErrExist):
		info, err := os.Stat(dir)
		if err == nil && !info.IsDir() {
			err = &ForeignDirError{Dir: dir}
		}
		return false, err
	case errors.Is(err, os.ErrNotExist):
		return true, os.MkdirAll(dir, 0o700)
	default:
		return false, err
	}
}

// otherRuntime tells whether the runtime program has changed since the network was created.
func (s *state) otherRuntime(cfg Config) bool {
	executable, err := program(cfg.RuntimeBinary, runtimeProgram)
	if err != nil {
		return false
	}
	digest, err := fileDigest(executable)
	return err == nil && digest != s.RuntimeDigest
}

// bringUp starts the nodes that do not run and waits until all are ready.
func (s *state) bringUp(ctx context.Context, cfg Config, binary string, net *Network,
	progress func(name, text string)) (err error) {
	if err := os.MkdirAll(filepath.Join(cfg.Dir, runDir), 0o700); err != nil {
		return err
	}
	net.Nodes = nil
	var children []*child
	defer func() {
		if err == nil {
			return
		}
		started := make(map[string]process.ID, len(children))
		for _, c := range children {
			started[c.node.Name] = c.id
		}
		// The context may have ended, and the nodes must not stay.
		if _, stopErr := stopAll(context.WithoutCancel(ctx), cfg.Dir, started); stopErr != nil {
			err = errors.Join(err, stopErr)
		}
	}()
	for _, n := range s.Nodes {
		p := nodePaths(cfg.Dir, n.Name)
		node := Node{Name: n.Name, Validator: n.Validator, Compute: n.Compute, Socket: p.socket, Log: p.log}
		if id, ok := running(ctx, cfg.Dir, n); ok {
			node.process, node.PID = id, id.PID
			net.Nodes = append(net.Nodes, node)
			continue
		}
		if len(children) == 0 {
			progress(StepStart, "starting the nodes")
		}
		c, err := s.start(cfg, binary, n)
		if err != nil {
			return err
		}
		children = append(children, c)
		node.process, node.PID = c.id, c.id.PID
		net.Nodes = append(net.Nodes, node)
	}
	net.AlreadyUp = len(children) == 0
	return s.waitReady(ctx, cfg, net, children, progress)
}

// waitReady returns when every node is ready and the committee has begun, or a node ends.
func (s *state) waitReady(ctx context.Context, cfg Config, net *Network, children []*child,
	progress func(name, text string)) error {
	starting, stopTimer := context.WithTimeout(ctx, cfg.StartTimeout)
	defer stopTimer()
	ctx, cancel := context.WithCancelCause(starting)
	defer cancel(nil)
	var watching sync.WaitGroup
	defer watching.Wait()
	defer cancel(nil)
	for _, c := range children {
		watching.Go(func() {
			select {
			case <-c.ended:
				cancel(nodeError(cfg.Dir, c.node.Name, c.logStart))
			case <-ctx.Done():
			}
		})
	}
	// A node that was up before may end as well.
	for _, n := range net.Nodes {
		if slices.ContainsFunc(children, func(c *child) bool { return c.node.Name == n.Name }) {
			continue
		}
		watching.Go(func() {
			if n.process.Wait(ctx) == nil {
				r, _ := readRun(nodePaths(cfg.Dir, n.Name).run)
				cancel(&lostError{nodeError(cfg.Dir, n.Name, r.LogStart)})
			}
		})
	}
	begin := time.Now()
	r := readiness{state: s, net: net, progress: progress}
	if err := r.wait(ctx); err != nil {
		cause := context.Cause(ctx)
		var ended *NodeError
		switch {
		case errors.As(cause, &ended):
			return cause
		case errors.Is(cause, context.DeadlineExceeded):
			return r.slow(cfg.Dir, time.Since(begin))
		}
		return err
	}
	return nil
}

// publish writes network.json anew: the directory may have been moved, which changes sockets that are elsewhere.
func (s *state) publish(dir string) (*network.File, error) {
	if err := network.Update(dir, func(f *network.File) error {
		f.Sockets = s.sockets(dir)
		return nil
	}); err != nil {
		return nil, err
	}
	return network.Load(dir)
}

// Socket is the socket that clients use.
func (n *Network) Socket() string {
	for _, node := range n.Nodes {
		if node.Compute {
			return node.Socket
		}
	}
	return ""
}

// Dial connects to the network.
func (n *Network) Dial(ctx context.Context) (*chain.Client, error) {
	return chain.Dial(ctx, n.Socket(), n.File.RuntimeID.Namespace)
}

// Down stops the nodes of the network in dir, and with wipe removes the directory. It stops only processes that were
// started for it, and it is no error when none runs.
func Down(ctx context.Context, dir string, removeDir bool) (stopped int, err error) {
	cfg, err := Config{Dir: dir}.withDefaults()
	if err != nil {
		return 0, fmt.Errorf("stopping the network: %w", err)
	}
	lock, err := acquire(cfg.Dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return 0, fmt.Errorf("stopping the network: %w in %s", ErrNoNetwork, cfg.Dir)
	case err != nil:
		return 0, err
	}
	defer lock.release()
	s, err := loadState(cfg.Dir)
	if err != nil && !removeDir {
		return 0, fmt.Errorf("stopping the network: %w", err)
	}
	if s == nil {
		// Made by another version, or never finished: what it started is on record all the same.
		s = recorded(cfg.Dir)
	}
	found := make(map[string]process.ID)
	for _, n := range s.Nodes {
		if id, ok := running(ctx, cfg.Dir, n); ok {
			found[n.Name] = id
		} else if err := forget(cfg.Dir, n.Name); err != nil {
			return 0, fmt.Errorf("stopping the network: %w", err)
		}
	}
	if stopped, err = stopAll(ctx, cfg.Dir, found); err != nil {
		return stopped, fmt.Errorf("stopping the network: %w", err)
	}
	if removeDir {
		if err := wipe(cfg.Dir); err != nil {
			return stopped, fmt.Errorf("removing the network: %w", err)
		}
	}
	return stopped, nil
}

// stopAll stops nodes at the same time, by name, and returns how many.
func stopAll(ctx context.Context, dir string, nodes map[string]process.ID) (int, error) {
	var (
		stopping sync.WaitGroup
		mutex    sync.Mutex
		errs     []error
	)
	for name, id := range nodes {
		stopping.Go(func() {
			err := stop(ctx, id)
			if err == nil {
				err = forget(dir, name)
			}
			if err != nil {
				mutex.Lock()
				defer mutex.Unlock()
				errs = append(errs, fmt.Errorf("stopping %s: %w", name, err))
			}
		})
	}
	stopping.Wait()
	return len(nodes) - len(errs), errors.Join(errs...)
}

// recorded lists the nodes that a directory has processes on record for.
func recorded(dir string) *state {
	s := new(state)
	records, err := filepath.Glob(filepath.Join(dir, runDir, "*.json"))
	if err != nil {
		return s
	}
	for _, r := range records {
		s.Nodes = append(s.Nodes, nodeState{Name: filepath.Base(r[:len(r)-len(".json")])})
	}
	return s
}
