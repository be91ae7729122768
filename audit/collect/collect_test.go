package collect_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/audit/collect"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// pruned is a state of which the node keeps some versions only.
type pruned struct {
	syncer.ReadSyncer
	from, to uint64
}

func (p *pruned) SyncGet(ctx context.Context, r *syncer.GetRequest) (*syncer.ProofResponse, error) {
	if v := r.Tree.Root.Version; v < p.from || v > p.to {
		return nil, errors.New("version was pruned")
	}
	return p.ReadSyncer.SyncGet(ctx, r)
}

func recordWith(t *testing.T, j *recordtest.Job, change func(*light.Config, *prooftest.Node)) (*bundle.Bundle, error) {
	t.Helper()
	v := j.View(t, func(cfg *light.Config) {
		n := j.Network.Node()
		cfg.Node = n
		if change != nil {
			change(cfg, n)
		}
	})
	return collect.Record(t.Context(), v, j.Root.Contracts, j.Docs, j.Final)
}

// Close rounds share an anchor, far ones and those of another epoch have their own, each with its light block.
func TestRecord_positions(t *testing.T) {
	for _, tc := range []struct {
		name                string
		options             recordtest.Options
		consentOwn, quoted  bool
		consentLink, blocks int
	}{
		{"close", recordtest.Options{Subjects: 3, Between: 3, After: 10}, false, true, 4, 2},
		{"far", recordtest.Options{Subjects: 3, Between: 30}, true, true, 0, 4},
		{"another epoch", recordtest.Options{Subjects: 3, Between: 3, Epochs: 1}, true, true, 0, 3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b, err := recordWith(t, recordtest.New(t, tc.options), nil)
			if err != nil {
				t.Fatal(err)
			}
			if own := b.Consent.Position.Anchor != nil; own != tc.consentOwn {
				t.Errorf("consent round has its own anchor: %v", own)
			}
			if got := len(b.Consent.Position.Link.Headers); got != tc.consentLink {
				t.Errorf("%d headers link to the consent round, want %d", got, tc.consentLink)
			}
			if len(b.Blocks) != tc.blocks || (b.Quoted != nil) != tc.quoted {
				t.Errorf("%d blocks, quoted round %v", len(b.Blocks), b.Quoted)
			}
		})
	}
}

// What the node has pruned is linked to where that is possible, left out where it is a bonus, and named where it is
// needed.
func TestRecord_pruned(t *testing.T) {
	far := recordtest.New(t, recordtest.Options{Subjects: 3, Between: 30})
	keep := func(from uint64) func(*light.Config, *prooftest.Node) {
		return func(_ *light.Config, n *prooftest.Node) {
			n.Consensus = &pruned{far.Network.ConsensusState(), from, 1 << 62}
		}
	}
	// The final round's record only: the consent round is too far for its committee.
	if _, err := recordWith(t, far, keep(uint64(far.Network.Height()-3))); !errors.Is(err, collect.ErrPruned) {
		t.Errorf("old consensus state: %v", err)
	}
	// The runtime's state of the consent round is gone.
	if _, err := recordWith(t, far, func(_ *light.Config, n *prooftest.Node) {
		n.Runtime = &pruned{far.Network.RuntimeState(), 10, 1 << 62}
	}); !errors.Is(err, light.ErrUnavailable) {
		t.Errorf("old runtime state: %v", err)
	}
	// Before the consent round: only the quote's round is lost, and linked to.
	b, err := recordWith(t, far, keep(4))
	if err != nil {
		t.Fatal(err)
	}
	if b.Quoted == nil || b.Quoted.Anchor != nil || len(b.Quoted.Link.Headers) == 0 {
		t.Errorf("quoted round: %+v", b.Quoted)
	}
}

// A view that kept milestones leads to blocks across more than a trusting period, when all blocks between are gone from
// the node.
func TestRecord_acrossTrustingPeriods(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 3, Between: 3})
	start := j.Clock
	store := &memory{}
	clock := start
	open := func(n *prooftest.Node) *light.View {
		return j.View(t, func(cfg *light.Config) {
			cfg.Node, cfg.Store = n, store
			cfg.Now = func() time.Time { return clock }
		})
	}
	v := open(j.Network.Node())
	for i := range 8 {
		clock = start.Add(time.Duration(i+1) * 4 * 24 * time.Hour)
		j.Network.NextBlockAt(clock)
		if _, err := v.Update(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	n := j.Network.Node()
	v = open(n)
	n.Forge = make(map[int64]*prooftest.Block)
	for h := j.Network.Height() - 6; h < j.Network.Height()-1; h++ {
		n.Forge[h] = j.Network.Block(2) // the block that was asked for does not come, another one does
	}
	path, err := v.Path(t.Context(), j.Network.Height())
	if err != nil {
		t.Fatal(err)
	}
	if len(path) < 4 {
		t.Fatalf("%d blocks", len(path))
	}
}

type memory struct{ data []byte }

func (m *memory) Load() ([]byte, error)  { return m.data, nil }
func (m *memory) Save(data []byte) error { m.data = data; return nil }

// Nothing of a lying node gets into a bundle.
func TestRecord_lies(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 3, Between: 3, After: 1})
	for name, lie := range map[string]func(n *prooftest.Node){
		"header": func(n *prooftest.Node) { n.ForgeHeader = map[uint64][]byte{4: []byte("junk")} },
		"block": func(n *prooftest.Node) {
			b := j.Network.Block(j.Network.Height() - 1).Clone()
			b.Header.AppHash = make([]byte, 32)
			n.Forge = map[int64]*prooftest.Block{j.Network.Height() - 1: b}
		},
	} {
		if _, err := recordWith(t, j, func(_ *light.Config, n *prooftest.Node) { lie(n) }); err == nil {
			t.Errorf("%s: recorded", name)
		}
	}
	bad := *j
	bad.Docs.Evidence = []byte("none")
	if _, err := recordWith(t, &bad, nil); err == nil {
		t.Error("malformed evidence: recorded")
	}
	bad = *j
	bad.Docs.Receipt.Charge.ConsentRound = 1 << 40
	if _, err := recordWith(t, &bad, nil); !errors.Is(err, light.ErrNotYet) {
		t.Errorf("consent round to come: %v", err)
	}
}

// changedTransactions changes what the node says is in its consensus blocks.
type changedTransactions struct {
	light.Node
	change func(tx []byte) [][]byte
}

func (n changedTransactions) Transactions(ctx context.Context, height int64) ([][]byte, error) {
	txs, err := n.Node.Transactions(ctx, height)
	var out [][]byte
	for _, tx := range txs {
		out = append(out, n.change(bytes.Clone(tx))...)
	}
	return out, err
}

// Signatures over a round come from consensus transactions, which nothing else verifies: whatever a node makes of them,
// the recorder names the node, or gets the same signatures.
func TestRecord_changedTransactions(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 3, Between: 3, After: 1})
	changed := func(change func(tx []byte) [][]byte) error {
		_, err := recordWith(t, j, func(cfg *light.Config, _ *prooftest.Node) {
			cfg.Node = changedTransactions{cfg.Node, change}
		})
		return err
	}
	if err := changed(func([]byte) [][]byte { return nil }); !errors.Is(err, light.ErrForged) {
		t.Errorf("no transactions: %v, want %v", err, light.ErrForged)
	}
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 200 {
		err := changed(func(tx []byte) [][]byte {
			tx[random.IntN(len(tx))] ^= 1 << random.IntN(8)
			return [][]byte{tx}
		})
		if err == nil {
			continue
		}
		if refused++; !errors.Is(err, light.ErrForged) {
			t.Fatalf("a changed bit: %v, want %v", err, light.ErrForged)
		}
	}
	if refused == 0 {
		t.Error("no change was refused")
	}
}
