package worker

import (
	"context"
	"sync"
	"time"
)

// news is what the feed has told of one job: the newest round in which something happened to it. A caller that acts on
// news first waits until the node shows that round.
type news struct {
	mu    sync.Mutex
	round uint64
	fresh chan struct{} // holds a token when there is news that no one has taken
}

func newNews(round uint64) *news { return &news{round: round, fresh: make(chan struct{}, 1)} }

// tell adds that something happened in a round.
func (n *news) tell(round uint64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.round = max(n.round, round)
	select {
	case n.fresh <- struct{}{}:
	default: // the last ones were not taken yet
	}
}

// take returns the newest round, and whether it was told since the last take.
func (n *news) take() (round uint64, fresh bool) {
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

// reach waits until the verified view has come to a round, for so long as is reasonable.
func (w *Worker) reach(ctx context.Context, round uint64) error {
	ctx, cancel := context.WithTimeout(ctx, reachPatience)
	defer cancel()
	open, err := w.View.At(ctx, round)
	if err != nil {
		return err
	}
	open.Close()
	return nil
}

// hear waits until the node shows a round of the news, for so long as is reasonable.
func (w *Worker) hear(ctx context.Context, round uint64) error {
	if round == 0 {
		return nil // no news
	}
	ctx, cancel := context.WithTimeout(ctx, reachPatience)
	defer cancel()
	told, err := w.View.Told(ctx, round)
	if err != nil {
		return err
	}
	told.Close()
	return nil
}
