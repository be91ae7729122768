package worker

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
)

func TestNews(t *testing.T) {
	n := newUpdates(3)
	if round, fresh := n.read(); round != 3 || fresh {
		t.Errorf("at first: round %d, fresh %v", round, fresh)
	}
	n.add(9)
	n.add(7) // feeds go back after they lost their node
	if round, fresh := n.read(); round != 9 || !fresh {
		t.Errorf("told of 9 and 7: round %d, fresh %v", round, fresh)
	}
	if round, fresh := n.read(); round != 9 || fresh {
		t.Errorf("taken: round %d, fresh %v", round, fresh)
	}
	n.add(2)
	<-n.fresh // as one who waits for it does
	if round, fresh := n.read(); round != 9 || fresh {
		t.Errorf("heard: round %d, fresh %v", round, fresh)
	}
}

// door is a view that shows nothing until it is opened, and then fails.
type door struct {
	View
	opened chan struct{}
}

var errShut = errors.New("shut")

func (d door) Told(ctx context.Context, least uint64) (*contracts.Told, error) {
	if least != 0 {
		return nil, errShut
	}
	select {
	case <-d.opened:
		return nil, errShut
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// The feed waits while many jobs are looked at for the first time: how many jobs strangers post does not decide what
// the worker holds. No job is lost over that, and news of one that is seen to does not wait.
func TestStart_boundsTheFirstLooks(t *testing.T) {
	memory, err := OpenMemory(filepath.Join(t.TempDir(), "jobs.json"), 1)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		const posted = 3 * maxLooks
		d := door{opened: make(chan struct{})}
		w := &Worker{
			cfg:     Config{View: d, Memory: memory, Log: slog.New(slog.DiscardHandler)},
			running: make(map[common.Hash]*updates),
			slots:   make(chan struct{}, 1), looks: make(chan struct{}, maxLooks),
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		id := func(i int64) common.Hash { return common.BigToHash(big.NewInt(i)) }
		known := func() int {
			w.mu.Lock()
			defer w.mu.Unlock()
			return len(w.running)
		}
		var wg sync.WaitGroup
		wg.Go(func() {
			for i := range int64(posted) {
				w.start(ctx, &wg, id(i), 1)
			}
		})
		synctest.Wait()
		if got := known(); got != maxLooks {
			t.Errorf("%d jobs are seen to before one was looked at, want %d", got, maxLooks)
		}
		w.start(ctx, &wg, id(0), 2) // news, for which there is room
		close(d.opened)
		synctest.Wait()
		if got := known(); got != posted {
			t.Errorf("%d of %d jobs are seen to", got, posted)
		}
		cancel()
		wg.Wait()
	})
}
