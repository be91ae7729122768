package follow

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/view"
)

// flaky is a node that fails now and then.
type flaky struct {
	mu       sync.Mutex
	blocks   []*block.Block
	earliest uint64
	random   *rand.Rand
	rate     float64
	watchers map[chan *roothash.AnnotatedBlock]bool
}

func newFlaky(seed uint64, rate float64) *flaky {
	return &flaky{
		blocks: []*block.Block{block.NewGenesisBlock([32]byte{}, 1)},
		random: rand.New(rand.NewPCG(seed, 2)), rate: rate, watchers: make(map[chan *roothash.AnnotatedBlock]bool),
	}
}

func (f *flaky) add() {
	f.mu.Lock()
	defer f.mu.Unlock()
	b := block.NewEmptyBlock(f.blocks[len(f.blocks)-1], 1, block.Normal)
	if len(f.blocks)%3 == 0 {
		b.Header.IORoot = hash.NewFromBytes([]byte("there are transactions"))
	}
	f.blocks = append(f.blocks, b)
	for w := range f.watchers {
		if f.random.Float64() < f.rate {
			close(w)
			delete(f.watchers, w)
			continue
		}
		select {
		case w <- &roothash.AnnotatedBlock{Block: b}:
		default:
		}
	}
}

// maybe is a failure, at the node's rate.
func (f *flaky) maybe() error {
	if f.random.Float64() < f.rate {
		return node.ErrUnreachable
	}
	return nil
}

func (f *flaky) Latest(ctx context.Context) (*block.Block, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.blocks[len(f.blocks)-1], f.maybe()
}

func (f *flaky) Earliest(context.Context) (*block.Block, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.blocks[f.earliest], f.maybe()
}

func (f *flaky) Block(_ context.Context, round uint64) (*block.Block, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if round >= uint64(len(f.blocks)) || round < f.earliest {
		return nil, node.ErrNotFound
	}
	return f.blocks[round], f.maybe()
}

func (f *flaky) Transactions(context.Context, uint64) ([]*runtime.TransactionWithResults, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return nil, f.maybe()
}

func (f *flaky) Watch(ctx context.Context, on func(*roothash.AnnotatedBlock) error) error {
	ch := make(chan *roothash.AnnotatedBlock, 4)
	f.mu.Lock()
	f.watchers[ch] = true
	f.mu.Unlock()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b, ok := <-ch:
			if !ok {
				return node.ErrUnreachable
			}
			if err := on(b); err != nil {
				return err
			}
		}
	}
}

// follower runs a follower on a node and returns the rounds that it announced, how it ended, and what makes it end.
func follower(t *testing.T, f *flaky,
	dir string) (fl *Follower, x *index.Index, seen *[]uint64, ended chan error, stop func()) {
	t.Helper()
	x, err := index.Open(dir, []byte("chain"))
	if err != nil {
		t.Fatal(err)
	}
	seen = new([]uint64)
	var mu sync.Mutex
	fl = New(Config{
		Node: f, Index: x, Logger: slog.New(slog.DiscardHandler),
		Rules: func(context.Context) (view.Rules, error) { return view.Rules{ChainID: 1}, nil },
		OnRound: func(r *view.Round) {
			mu.Lock()
			defer mu.Unlock()
			*seen = append(*seen, r.Block.Number)
		},
	})
	ctx, cancel := context.WithCancel(t.Context())
	ended = make(chan error, 1)
	go func() {
		err := fl.Run(ctx)
		if cerr := x.Close(); cerr != nil {
			t.Error(cerr)
		}
		ended <- err
	}()
	return fl, x, seen, ended, cancel
}

// Whatever fails, every round is indexed once and in order. Time is not real, so the pauses between attempts cost
// nothing.
func TestFlakyNode(t *testing.T) {
	for seed := range uint64(10) {
		synctest.Test(t, func(t *testing.T) {
			f := newFlaky(seed, 0.05)
			dir := t.TempDir()
			var all []uint64
			for range 3 {
				fl, x, seen, ended, stop := follower(t, f, dir)
				for range 40 {
					f.add()
				}
				for x.Next() < uint64(len(f.blocks)) {
					select {
					case <-fl.Changed():
					case <-time.After(time.Minute):
						f.add() // The last announcement may have been lost.
					}
				}
				stop()
				if err := <-ended; err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				all = append(all, *seen...)
			}
			for i, n := range all {
				if n != uint64(i) {
					t.Fatalf("seed %d: round %d came as number %d", seed, n, i)
				}
			}
		})
	}
}

// Rounds that the node has pruned are skipped, and known to be missing.
func TestSkipsPruned(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFlaky(1, 0)
		for range 20 {
			f.add()
		}
		f.earliest = 7
		_, x, _, ended, stop := follower(t, f, t.TempDir())
		synctest.Wait()
		if gaps := x.Gaps(); x.Next() != 21 || len(gaps) != 1 || gaps[0] != (index.Gap{From: 0, To: 6}) {
			t.Errorf("next is %d, gaps are %v", x.Next(), gaps)
		}
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// Another chain ends the follower, at once or as soon as it shows.
func TestOtherChain(t *testing.T) {
	for name, length := range map[string]int{"longer": 9, "shorter": 3} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				first, second := newFlaky(1, 0), newFlaky(1, 0)
				second.blocks[0].Header.Timestamp++
				for range 5 {
					first.add()
				}
				for range length {
					second.add()
				}
				dir := t.TempDir()
				_, x, _, ended, stop := follower(t, first, dir)
				synctest.Wait()
				if x.Next() != 6 {
					t.Fatalf("next is %d", x.Next())
				}
				stop()
				if err := <-ended; err != nil {
					t.Fatal(err)
				}
				_, _, _, ended, stop = follower(t, second, dir)
				defer stop()
				synctest.Wait()
				// One that is behind contradicts nothing until it has come further.
				for range 6 {
					second.add()
				}
				if err := <-ended; !errors.Is(err, index.ErrOtherChain) {
					t.Fatalf("got %v", err)
				}
			})
		})
	}
}

// A node that is away is asked again and again, but not without a pause.
func TestPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked := 0
		fl := New(Config{
			Node: newFlaky(1, 0), Index: mustIndex(t), Logger: slog.New(slog.DiscardHandler),
			Rules: func(context.Context) (view.Rules, error) {
				asked++
				return view.Rules{}, node.ErrUnreachable
			},
			OnRound: func(*view.Round) {},
		})
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		if err := fl.Run(ctx); err != nil {
			t.Fatal(err)
		}
		if want := int(10 * time.Second / retryDelay); asked < want-1 || asked > want+1 {
			t.Errorf("asked %d times in ten seconds", asked)
		}
	})
}

func mustIndex(t *testing.T) *index.Index {
	t.Helper()
	x, err := index.Open(t.TempDir(), []byte("chain"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = x.Close() })
	return x
}
