package worker

import (
	"context"
	"sync"
	"time"
)

// updates are what the feed has told of one job: the newest round in which something happened to it. A caller first
// waits until the node shows that round.
type updates struct {
	mu    sync.Mutex
	round uint64
	fresh chan struct{} // holds a token when there is an update that no one has read
}

func newUpdates(round uint64) *updates { return &updates{round: round, fresh: make(chan struct{}, 1)} }

// add notes that something happened in a round.
func (n *updates) add(round uint64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.round = max(n.round, round)
	select {
	case n.fresh <- struct{}{}:
	default: // the last ones were not read yet
	}
}

// read returns the newest round, and whether it was added since the last read.
func (n *updates) read() (round uint64, fresh bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	select {
	case <-n.fresh:
		fresh = true
	default:
	}
	return n.round, fresh
}

// reachPatience is how long a worker waits for a round that it was told of: it may never come.
const reachPatience = 10 * time.Second

// awaitVerified waits until the verified view has reached a round, at most reachPatience.
func (w *Worker) awaitVerified(ctx context.Context, round uint64) error {
	ctx, cancel := context.WithTimeout(ctx, reachPatience)
	defer cancel()
	open, err := w.cfg.View.At(ctx, round)
	if err != nil {
		return err
	}
	open.Close()
	return nil
}

// awaitTold waits until the node shows the round of an update, at most reachPatience.
func (w *Worker) awaitTold(ctx context.Context, round uint64) error {
	if round == 0 {
		return nil // no update
	}
	ctx, cancel := context.WithTimeout(ctx, reachPatience)
	defer cancel()
	told, err := w.cfg.View.Told(ctx, round)
	if err != nil {
		return err
	}
	told.Close()
	return nil
}
