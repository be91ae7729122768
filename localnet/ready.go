package localnet

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/oasisprotocol/oasis-core/go/common"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/network"
)

// readiness waits for a network's nodes and reports each step once, when every node has taken it.
type readiness struct {
	state    *state
	net      *Network
	progress func(name, text string)

	mutex sync.Mutex
	taken map[string]int
	ready map[string]bool
}

func (r *readiness) wait(ctx context.Context) error {
	r.taken, r.ready = make(map[string]int), make(map[string]bool)
	var id network.RuntimeID
	if err := id.UnmarshalHex(runtimeIDHex); err != nil {
		return fmt.Errorf("internal error: %w", err)
	}
	group, ctx := errgroup.WithContext(ctx)
	for _, n := range r.net.Nodes {
		group.Go(func() error {
			if err := r.waitNode(ctx, n, id.Namespace); err != nil {
				return fmt.Errorf("waiting for %s: %w", n.Name, err)
			}
			r.mutex.Lock()
			defer r.mutex.Unlock()
			r.ready[n.Name] = true
			return nil
		})
	}
	return group.Wait()
}

func (r *readiness) waitNode(ctx context.Context, n Node, id common.Namespace) error {
	c, err := chain.DialWait(ctx, n.Socket, id)
	if err != nil {
		return err
	}
	defer c.Close()
	if got := c.ChainContext(); got != r.state.ChainContext {
		return fmt.Errorf("the node at %s belongs to another network (chain context %s, not %s)", n.Socket, got,
			r.state.ChainContext)
	}
	if err := c.Control().WaitSync(ctx); err != nil {
		return fmt.Errorf("waiting for consensus: %w", err)
	}
	r.take(StepSync, "consensus makes blocks")
	if err := c.WaitReady(ctx); err != nil {
		return err
	}
	if !n.Compute {
		return nil
	}
	r.take(StepRuntime, "the runtime runs")
	// Round 0 is the genesis block. The first one after it says that a committee was elected.
	for b, err := range c.Blocks(ctx, chain.RoundLatest) {
		if err != nil {
			return err
		}
		if b.Header.Round > 0 {
			r.take(StepRound, "the committee is at work")
			return nil
		}
	}
	return ctx.Err()
}

// slow says which node was not ready in time, and what its log says about it.
func (r *readiness) slow(dir string, after time.Duration) error {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, n := range r.net.Nodes {
		if !r.ready[n.Name] {
			started, _ := readRun(nodePaths(dir, n.Name).run)
			return &SlowError{Node: n.Name, After: after, Log: n.Log, Line: lastWords(n.Log, started.LogStart)}
		}
	}
	return fmt.Errorf("internal error: all nodes are ready: %w", context.DeadlineExceeded)
}

// take reports a step when all nodes that take it have done so.
func (r *readiness) take(name, text string) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	all := len(r.net.Nodes)
	if name != StepSync {
		all = r.state.Compute
	}
	if r.taken[name]++; r.taken[name] == all && !r.net.AlreadyUp {
		r.progress(name, text)
	}
}

// fileDigest is the hash of a file, in hexadecimal.
func fileDigest(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
