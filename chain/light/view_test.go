package light_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// clock is a clock that tests set.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

// at returns a clock that shows the time of the network's latest block.
func at(n *prooftest.Network) *clock { return &clock{n.LightBlock(n.Height()).Time()} }

func open(t testing.TB, n *prooftest.Network, change func(*light.Config)) (*light.View, error) {
	t.Helper()
	cfg := light.Config{Root: *n.Root(1), Node: n.Node(), Now: at(n).Now}
	if change != nil {
		change(&cfg)
	}
	return light.Open(t.Context(), cfg)
}

func mustOpen(t testing.TB, n *prooftest.Network, change func(*light.Config)) *light.View {
	t.Helper()
	v, err := open(t, n, change)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// round adds a round and the block after it, whose header confirms it.
func round(n *prooftest.Network, writes ...prooftest.Write) *proof.Header {
	h := n.Round(writes...)
	n.NextBlock()
	return h
}

func write(key, value string) prooftest.Write {
	return prooftest.Write{Key: []byte(key), Value: []byte(value)}
}

func TestView_followsTheChain(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4, Workers: 2})
	c := at(n)
	v := mustOpen(t, n, func(cfg *light.Config) { cfg.Now = c.Now })
	for i := range 10 {
		h := n.Round(write("k", fmt.Sprint(i)))
		c.now = n.LightBlock(n.Height()).Time()
		if head, err := v.Update(t.Context()); err != nil || head.Height != n.Height()-1 || head.Round() != h.Round-1 {
			t.Fatalf("before the header that confirms round %d: %+v, %v", h.Round, head, err)
		}
		c.now = n.NextBlock().Header.Time
		head, err := v.Update(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if head.Height != n.Height()-1 || head.Runtime.Last != *h || !head.Time.Equal(c.now) {
			t.Fatalf("head %+v, want height %d and round %d", head, n.Height()-1, h.Round)
		}
		tree := v.Tree(h)
		got, err := tree.Get(t.Context(), []byte("k"))
		tree.Close()
		if err != nil || string(got) != fmt.Sprint(i) {
			t.Fatalf("read %q, %v", got, err)
		}
	}
	for round := range uint64(12) {
		h, err := v.Header(t.Context(), round)
		if err != nil || *h != *n.Header(round) {
			t.Fatalf("round %d: %+v, %v", round, h, err)
		}
	}
	if _, err := v.Header(t.Context(), 12); !errors.Is(err, light.ErrNotYet) {
		t.Fatalf("round after the newest: %v", err)
	}
	if _, err := v.Latest(); err != nil {
		t.Fatal(err)
	}
}

func TestView_validatorsChange(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	mustOpen(t, n, nil)
	for i := range 6 {
		n.SetValidators(i*3, 4) // One of four stays each time, which is too few to skip two changes.
		for range 5 {
			n.NextBlock()
		}
	}
	store := light.FileStore{Path: filepath.Join(t.TempDir(), "trust")}
	v := mustOpen(t, n, func(cfg *light.Config) { cfg.Store = store })
	if head, err := v.Latest(); err != nil || head.Height != n.Height()-1 {
		t.Fatalf("%+v %v", head, err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	n.NextBlock()
	if head, err := mustOpen(t, n, func(cfg *light.Config) { cfg.Store = store }).Latest(); err != nil ||
		head.Height != n.Height()-1 {
		t.Fatalf("from the stored state: %+v %v", head, err)
	}
}

func TestView_freshness(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	c := at(n)
	v := mustOpen(t, n, func(cfg *light.Config) {
		cfg.Now, cfg.MaxAge, cfg.MaxClockDrift = c.Now, 30*time.Second,
			5*time.Second
	})
	newest := c.now
	c.now = newest.Add(30 * time.Second)
	if _, err := v.Latest(); err != nil {
		t.Fatal(err)
	}
	c.now = newest.Add(30*time.Second + 1)
	if head, err := v.Latest(); !errors.Is(err, light.ErrStale) || head.Height != n.Height()-1 {
		t.Fatalf("%+v %v", head, err)
	}
	// A new round does not help when its block is old.
	n.Round()
	if _, err := v.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.now = newest.Add(time.Hour)
	if _, err := v.Latest(); !errors.Is(err, light.ErrStale) {
		t.Fatal(err)
	}
	c.now = newest
	n.NextBlockAt(newest.Add(5*time.Second + 1))
	if _, err := v.Update(t.Context()); !errors.Is(err, light.ErrFuture) {
		t.Fatal(err)
	}
	c.now = newest.Add(2)
	if _, err := v.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	// A clock that is set back would make what is known look fresh for ever.
	head, err := v.Latest()
	if err != nil {
		t.Fatal(err)
	}
	c.now = head.Time.Add(-5 * time.Second)
	if _, err := v.Latest(); err != nil {
		t.Fatal(err)
	}
	for _, back := range []time.Duration{5*time.Second + 1, 72 * time.Hour} {
		c.now = head.Time.Add(-back)
		if _, err := v.Latest(); !errors.Is(err, light.ErrFuture) {
			t.Fatalf("the clock is %s behind: %v", back, err)
		}
	}
}

func TestView_expiredRoot(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	_, err := open(t, n, func(cfg *light.Config) { cfg.Now = (&clock{at(n).now.Add(11 * 24 * time.Hour)}).Now })
	if !errors.Is(err, proof.ErrExpired) {
		t.Fatal(err)
	}
}

// Every lie of a node gets its name, and the view stays where it was.
func TestView_namesLies(t *testing.T) {
	other := prooftest.New(t, prooftest.Config{Validators: 4}) // other validators take over from the third block on
	other.SetValidators(100, 4)
	fork := prooftest.New(t, prooftest.Config{Validators: 4}) // the same validators sign other rounds
	for range 4 {
		other.Round(write("k", "other"))
		fork.Round(write("k", "fork"))
	}
	for _, tc := range []struct {
		name  string
		lie   func(n *prooftest.Network, d *prooftest.Node)
		want  error
		check proof.Check
	}{
		{"older height", func(n *prooftest.Network, d *prooftest.Node) { d.Top = 2 }, light.ErrBehind, ""},
		{"down", func(n *prooftest.Network, d *prooftest.Node) { d.Down = errors.New("no route") },
			light.ErrUnavailable, ""},
		{"height that does not exist", func(n *prooftest.Network, d *prooftest.Node) { d.Top = 1000 },
			light.ErrUnavailable, ""},
		{"unsigned block", func(n *prooftest.Network, d *prooftest.Node) {
			b := n.Block(n.Height()).Clone()
			b.SignBy(2)
			d.Forge = map[int64]*prooftest.Block{n.Height(): b}
		}, light.ErrForged, proof.CheckLightBlocks},
		{"changed block", func(n *prooftest.Network, d *prooftest.Node) {
			b := n.Block(n.Height()).Clone()
			b.Header.AppHash = bytes.Repeat([]byte{7}, 32)
			d.Forge = map[int64]*prooftest.Block{n.Height(): b}
		}, light.ErrForged, proof.CheckLightBlocks},
		{"older block for a new height", func(n *prooftest.Network, d *prooftest.Node) {
			d.Forge = map[int64]*prooftest.Block{n.Height(): n.Block(2)}
		}, light.ErrForged, ""},
		{"block of another chain", func(n *prooftest.Network, d *prooftest.Node) {
			d.Forge = map[int64]*prooftest.Block{n.Height(): other.Block(n.Height())}
		}, light.ErrForged, proof.CheckLightBlocks},
		{"all of another chain", func(_ *prooftest.Network, d *prooftest.Node) { *d = *other.Node() }, light.ErrForged,
			proof.CheckLightBlocks},
		{"block of a fork", func(n *prooftest.Network, d *prooftest.Node) {
			d.Forge = map[int64]*prooftest.Block{n.Height(): fork.Block(n.Height())}
		}, light.ErrUnavailable, ""}, // its header states a root of which the node has no state
		{"state of a fork", func(_ *prooftest.Network, d *prooftest.Node) { d.Consensus = fork.ConsensusState() },
			light.ErrUnavailable, ""},
		{"proof of an older state", func(n *prooftest.Network, d *prooftest.Node) {
			d.Consensus = &rewind{n.ConsensusState(), n.ConsensusRoot(2)}
		}, light.ErrForged, proof.CheckStorageProofs},
		{"forged proof", func(n *prooftest.Network, d *prooftest.Node) {
			d.Consensus = &forge{n.ConsensusState()}
		}, light.ErrForged, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := prooftest.New(t, prooftest.Config{Validators: 4})
			for range 3 {
				n.Round(write("k", "v"))
			}
			d := n.Node()
			c := at(n)
			v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node, cfg.Now = d, c.Now })
			before, _ := v.Latest()
			n.Round(write("k", "w"))
			c.now = n.LightBlock(n.Height()).Time()
			tc.lie(n, d)
			_, err := v.Update(t.Context())
			if !errors.Is(err, tc.want) {
				t.Fatalf("got %v, want %v", err, tc.want)
			}
			if got := proof.FailedCheck(err); tc.check != "" && got != tc.check {
				t.Fatalf("names the check %q, want %q: %v", got, tc.check, err)
			}
			if after, _ := v.Latest(); after.Height != before.Height {
				t.Fatalf("the view moved from %d to %d", before.Height, after.Height)
			}
			*d = *n.Node() // The node turns honest.
			if head, err := v.Update(t.Context()); err != nil || head.Height != n.Height()-1 {
				t.Fatalf("after the lie: %+v %v", head, err)
			}
		})
	}
}

func TestView_fork(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	n.Round()
	fork := n.NextBlock().Clone()
	fork.Header.LastResultsHash = bytes.Repeat([]byte{5}, 32)
	fork.Sign()
	forged := map[int64]*prooftest.Block{n.Height(): fork}
	var want *light.ForkError

	t.Run("a witness has it", func(t *testing.T) {
		w := n.Node()
		w.Forge = forged
		_, err := open(t, n, func(cfg *light.Config) { cfg.Witnesses = []light.Node{n.Node(), w} })
		if !errors.As(err, &want) || want.Height != n.Height() || bytes.Equal(want.Ours, want.Theirs) {
			t.Fatal(err)
		}
	})
	t.Run("seen while running", func(t *testing.T) {
		w := n.Node()
		c := at(n)
		v := mustOpen(t, n, func(cfg *light.Config) { cfg.Witnesses, cfg.Now = []light.Node{w}, c.Now })
		b := n.NextBlock()
		other := b.Clone()
		other.Header.LastResultsHash = bytes.Repeat([]byte{6}, 32)
		other.Sign()
		w.Forge = map[int64]*prooftest.Block{n.Height(): other}
		c.now = b.Header.Time
		if _, err := v.Update(t.Context()); !errors.As(err, &want) {
			t.Fatal(err)
		}
		if _, err := v.Latest(); !errors.As(err, &want) {
			t.Fatalf("the view goes on: %v", err)
		}
		if _, err := v.Header(t.Context(), 1); !errors.As(err, &want) {
			t.Fatalf("headers go on: %v", err)
		}
		if _, err := v.WaitRound(t.Context(), 99); !errors.As(err, &want) {
			t.Fatalf("waiting goes on: %v", err)
		}
		if err := v.Follow(t.Context()); !errors.As(err, &want) {
			t.Fatalf("following goes on: %v", err)
		}
	})
	t.Run("after a restart", func(t *testing.T) {
		store := light.FileStore{Path: filepath.Join(t.TempDir(), "trust")}
		last := n.Height()
		if err := mustOpen(t, n, func(cfg *light.Config) { cfg.Store = store }).Close(); err != nil {
			t.Fatal(err)
		}
		fork := n.Block(last).Clone()
		fork.Header.LastResultsHash = bytes.Repeat([]byte{7}, 32)
		fork.Sign()
		d := n.Node()
		d.Forge = map[int64]*prooftest.Block{last: fork}
		_, err := open(t, n, func(cfg *light.Config) { cfg.Node, cfg.Store = d, store })
		if !errors.As(err, &want) || want.Height != last {
			t.Fatal(err)
		}
	})
	t.Run("a forged block is no fork", func(t *testing.T) {
		w := n.Node()
		bad := n.Block(n.Height()).Clone()
		bad.Header.LastResultsHash = bytes.Repeat([]byte{5}, 32)
		bad.SignBy(1)
		w.Forge = map[int64]*prooftest.Block{n.Height(): bad}
		down := n.Node()
		down.Down = errors.New("no route")
		mustOpen(t, n, func(cfg *light.Config) { cfg.Witnesses = []light.Node{w, down} })
	})
}

func TestView_storedTrustNeverGoesBackwards(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	for range 5 {
		n.Round()
	}
	path := filepath.Join(t.TempDir(), "trust")
	withStore := func(cfg *light.Config) { cfg.Store = light.FileStore{Path: path} }
	if err := mustOpen(t, n, withStore).Close(); err != nil {
		t.Fatal(err)
	}
	behind := n.Node()
	behind.Top = 3
	_, err := open(t, n, func(cfg *light.Config) { withStore(cfg); cfg.Node = behind })
	if !errors.Is(err, light.ErrBehind) {
		t.Fatalf("a node that is behind: %v", err)
	}
	_, err = open(t, n, func(cfg *light.Config) { withStore(cfg); cfg.Root = *n.Root(2) })
	if err == nil || !strings.Contains(err.Error(), "use another file") {
		t.Fatalf("another root: %v", err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := range raw {
		bad := bytes.Clone(raw)
		bad[at] ^= 1
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := open(t, n, withStore); err == nil {
			t.Fatalf("damaged at byte %d: accepted", at)
		}
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, n, withStore)
	if left, err := filepath.Glob(path + ".*"); err != nil || len(left) > 0 {
		t.Fatalf("left behind: %v %v", left, err)
	}
}

// The stored chain stays short however long the view runs.
func TestView_milestones(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	path := filepath.Join(t.TempDir(), "trust")
	c := at(n)
	v := mustOpen(t, n, func(cfg *light.Config) {
		cfg.Store, cfg.Now, cfg.TrustingPeriod = light.FileStore{Path: path}, c.Now, 100*time.Second
	})
	var sizes []int64
	for i := range 200 {
		c.now = n.NextBlock().Header.Time
		if _, err := v.Update(t.Context()); err != nil {
			t.Fatal(err)
		}
		if i%100 == 99 {
			if err := v.Close(); err != nil {
				t.Fatal(err)
			}
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			sizes = append(sizes, info.Size())
		}
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var state []any
	if err := cbor.Unmarshal(raw, &state); err != nil {
		t.Fatal(err)
	}
	blocks := state[5].([]any)
	if len(blocks) < 5 || len(blocks) > 15 {
		t.Fatalf("%d blocks for 200 seconds with a trusting period of 100; sizes %v", len(blocks), sizes)
	}
}

func TestView_headerLies(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	for range 5 {
		n.Round(write("k", "v"))
	}
	forgedHeader := *n.Header(3)
	forgedHeader.StateRoot[0] ^= 1
	for name, raw := range map[string][]byte{
		"another state root": cbor.Marshal(forgedHeader),
		"another round":      cbor.Marshal(n.Header(2)),
		"no header":          []byte("junk"),
		"empty":              {},
	} {
		d := n.Node()
		d.ForgeHeader = map[uint64][]byte{3: raw}
		v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
		if _, err := v.Header(t.Context(), 2); !errors.Is(err, light.ErrForged) {
			t.Errorf("%s: %v", name, err)
		}
		if h, err := v.Header(t.Context(), 4); err != nil || *h != *n.Header(4) {
			t.Errorf("%s: round 4: %v", name, err)
		}
	}
	d := n.Node()
	v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
	d.Down = errors.New("no route")
	if _, err := v.Header(t.Context(), 2); !errors.Is(err, light.ErrUnavailable) {
		t.Error(err)
	}
}

func TestView_followAndWait(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	c := &clock{at(n).now.Add(time.Minute)}
	v := mustOpen(t, n, func(cfg *light.Config) { cfg.Now, cfg.MaxClockDrift = c.Now, time.Hour })
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- v.Follow(ctx) }()
	type result struct {
		h   *proof.Header
		err error
	}
	waited := make(chan result, 1)
	go func() {
		h, err := v.WaitRound(ctx, 4)
		waited <- result{h, err}
	}()
	for range 3 {
		round(n, write("k", "v"))
		n.Disconnect(nil) // The connection breaks every time.
	}
	if r := <-waited; r.err != nil || *r.h != *n.Header(4) {
		t.Fatalf("%+v", r)
	}
	if head, err := v.WaitHeight(ctx, n.Height()-1); err != nil || head.Height < n.Height()-1 {
		t.Fatal(head, err)
	}
	short, stop := context.WithTimeout(ctx, time.Millisecond)
	defer stop()
	if _, err := v.WaitRound(short, 1000); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
