package localnet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/localnet/internal/process"
)

// askTimeout bounds how long Status waits for a node that runs and does not answer.
const askTimeout = 3 * time.Second

// State is what a network is doing.
type State string

// The states of a network.
const (
	Stopped State = "stopped" // no node runs
	Partial State = "partial" // some run, or some that run do not answer
	Running State = "running" // all run and answer
)

// NetworkStatus says what a network is doing.
type NetworkStatus struct {
	Dir   string `json:"dir"`
	State State  `json:"state"`
	// Created is when the network was made.
	Created        time.Time     `json:"created"`
	ChainContext   string        `json:"chainContext"`
	RuntimeVersion string        `json:"runtimeVersion"`
	Validators     int           `json:"validators"`
	Compute        int           `json:"compute"`
	BlockInterval  time.Duration `json:"blockIntervalNs"`
	Nodes          []NodeStatus  `json:"nodes"`
}

// NodeStatus says what a node is doing. What only the node knows is zero when it does not answer.
type NodeStatus struct {
	Name      string `json:"name"`
	Validator bool   `json:"validator"`
	Compute   bool   `json:"compute"`
	Socket    string `json:"socket"`
	Log       string `json:"log"`
	// PID is the process's number, 0 if the node does not run.
	PID int `json:"pid"`
	// Memory is what the node and the runtime that it has started occupy, and Peak the most they ever did, in bytes.
	Memory uint64 `json:"memory"`
	Peak   uint64 `json:"peak"`
	// Height and Epoch are the consensus layer's, Round the runtime's.
	Height int64  `json:"height"`
	Epoch  uint64 `json:"epoch"`
	Round  uint64 `json:"round"`
	// Ready tells that the node takes part: it has caught up, and computes if it is to.
	Ready bool `json:"ready"`
	// Problem says in one line why the node is not ready: its last words if it has ended by itself.
	Problem string `json:"problem,omitempty"`
}

// Status says what the network in dir is doing. It changes nothing and does not wait for a network that is starting.
func Status(ctx context.Context, dir string) (*NetworkStatus, error) {
	cfg, err := Config{Dir: dir}.withDefaults()
	if err != nil {
		return nil, fmt.Errorf("looking at the network: %w", err)
	}
	s, err := loadState(cfg.Dir)
	if err != nil {
		return nil, fmt.Errorf("looking at the network: %w", err)
	}
	var id network.RuntimeID
	if err := id.UnmarshalHex(runtimeIDHex); err != nil {
		return nil, fmt.Errorf("internal error: %w", err)
	}
	status := &NetworkStatus{
		Dir:            cfg.Dir,
		Created:        s.Created,
		ChainContext:   s.ChainContext,
		RuntimeVersion: s.RuntimeVersion,
		Validators:     s.Validators,
		Compute:        s.Compute,
		BlockInterval:  s.BlockInterval,
		Nodes:          make([]NodeStatus, len(s.Nodes)),
	}
	var asking sync.WaitGroup
	for i, n := range s.Nodes {
		asking.Go(func() { status.Nodes[i] = nodeStatus(ctx, cfg.Dir, n, id.Namespace) })
	}
	asking.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	up, ready := 0, 0
	for _, n := range status.Nodes {
		if n.PID != 0 {
			up++
		}
		if n.Ready {
			ready++
		}
	}
	switch {
	case up == 0:
		status.State = Stopped
	case ready == len(status.Nodes):
		status.State = Running
	default:
		status.State = Partial
	}
	return status, nil
}

func nodeStatus(ctx context.Context, dir string, n nodeState, runtimeID common.Namespace) NodeStatus {
	p := nodePaths(dir, n.Name)
	s := NodeStatus{Name: n.Name, Validator: n.Validator, Compute: n.Compute, Socket: p.socket, Log: p.log}
	id, ok := running(ctx, dir, n)
	if !ok {
		// A record that is left says that no one has stopped the node.
		if r, err := readRun(p.run); err == nil && r.Process != (process.ID{}) {
			s.Problem = nodeError(dir, n.Name, r.LogStart).Error()
		}
		return s
	}
	s.PID = id.PID
	s.Memory, s.Peak = memoryOf(id)
	if err := s.ask(ctx, n, runtimeID); err != nil {
		s.Problem = err.Error()
	}
	return s
}

// memoryOf adds up what a process and those that it has started occupy.
func memoryOf(id process.ID) (resident, peak uint64) {
	all := []process.ID{id}
	if children, err := id.Children(); err == nil {
		all = append(all, children...)
	}
	for _, id := range all {
		if m, err := id.Memory(); err == nil {
			resident += m.Resident
			peak += m.Peak
		}
	}
	return resident, peak
}

// ask asks the node itself.
func (s *NodeStatus) ask(ctx context.Context, n nodeState, runtimeID common.Namespace) error {
	asking, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	c, err := chain.Dial(asking, s.Socket, runtimeID)
	if err != nil {
		return s.silent(ctx, err)
	}
	defer c.Close()
	status, err := c.Control().GetStatus(asking)
	if err != nil {
		return s.silent(ctx, err)
	}
	if status.Consensus != nil {
		s.Height, s.Epoch = status.Consensus.LatestHeight, uint64(status.Consensus.LatestEpoch)
	}
	if rt, ok := status.Runtimes[runtimeID]; ok {
		s.Round = rt.LatestRound
	}
	if s.Ready, err = c.Control().IsReady(asking); err != nil {
		return s.silent(ctx, err)
	}
	if !s.Ready {
		return errors.New("it is starting")
	}
	return nil
}

// silent words that a node did not answer in time.
func (s *NodeStatus) silent(ctx context.Context, err error) error {
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return fmt.Errorf("it runs (process %d) and does not answer", s.PID)
	}
	return err
}

// forget removes the record of a node that was stopped.
func forget(dir, name string) error {
	if err := os.Remove(nodePaths(dir, name).run); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
