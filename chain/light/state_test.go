package light_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/proof/fromnode"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// rewind answers every question for another root.
type rewind struct {
	syncer.ReadSyncer
	to node.Root
}

func (r *rewind) SyncGet(ctx context.Context, q *syncer.GetRequest) (*syncer.ProofResponse, error) {
	c := *q
	c.Tree = syncer.TreeID{Root: r.to, Position: r.to.Hash}
	return r.ReadSyncer.SyncGet(ctx, &c)
}

// forge changes the last byte of every full node in proofs.
type forge struct{ syncer.ReadSyncer }

func (f *forge) SyncGet(ctx context.Context, q *syncer.GetRequest) (*syncer.ProofResponse, error) {
	return spoil(f.ReadSyncer.SyncGet(ctx, q))
}

func (f *forge) SyncGetPrefixes(ctx context.Context, q *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	return spoil(f.ReadSyncer.SyncGetPrefixes(ctx, q))
}

func (f *forge) SyncIterate(ctx context.Context, q *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return spoil(f.ReadSyncer.SyncIterate(ctx, q))
}

func spoil(rsp *syncer.ProofResponse, err error) (*syncer.ProofResponse, error) {
	if err != nil {
		return nil, err
	}
	for i, e := range rsp.Proof.Entries {
		if len(e) > 0 && e[0] == 1 {
			rsp.Proof.Entries[i][len(e)-1] ^= 1
		}
	}
	return rsp, nil
}

// another answers every question about a key with the proof of another key.
type another struct {
	syncer.ReadSyncer
	key   []byte
	asked int
}

func (a *another) SyncGet(ctx context.Context, q *syncer.GetRequest) (*syncer.ProofResponse, error) {
	if a.asked++; a.asked > 100 {
		return nil, errors.New("asked a hundred times")
	}
	c := *q
	c.Key = a.key
	return a.ReadSyncer.SyncGet(ctx, &c)
}

// hollow answers with proofs of the root alone: everything below it is a hash.
type hollow struct {
	syncer.ReadSyncer
	asked int
}

func (h *hollow) SyncGet(ctx context.Context, q *syncer.GetRequest) (*syncer.ProofResponse, error) {
	if h.asked++; h.asked > 100 {
		return nil, errors.New("asked a hundred times")
	}
	rsp, err := h.ReadSyncer.SyncGet(ctx, q)
	if err != nil {
		return nil, err
	}
	root := rsp.Proof.UntrustedRoot
	rsp.Proof.Entries = [][]byte{append([]byte{2}, root[:]...)}
	return rsp, nil
}

// withhold leaves out what comes after a key.
type withhold struct {
	syncer.ReadSyncer
	after []byte
}

func (w *withhold) SyncIterate(ctx context.Context, q *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	c := *q
	c.Key, c.Prefetch = w.after, 0
	return w.ReadSyncer.SyncIterate(ctx, &c)
}

func (w *withhold) SyncGetPrefixes(ctx context.Context, q *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	c := *q
	c.Limit = 0
	return w.ReadSyncer.SyncGetPrefixes(ctx, &c)
}

// consents makes the entries of a consent ledger.
func consents(prefix string, count int) []prooftest.Write {
	rng := rand.New(rand.NewPCG(3, uint64(count)))
	writes := make([]prooftest.Write, count)
	for i := range writes {
		key := append([]byte(prefix), make([]byte, 20)...)
		for at := len(prefix); at < len(key); at += 4 {
			binary.BigEndian.PutUint32(key[at:], rng.Uint32())
		}
		value := make([]byte, 32)
		binary.BigEndian.PutUint64(value[24:], uint64(i+1))
		writes[i] = prooftest.Write{Key: key, Value: value}
	}
	slices.SortFunc(writes, func(a, b prooftest.Write) int { return bytes.Compare(a.Key, b.Key) })
	return writes
}

const ledgerPrefix = "evm\x02aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbb"

func TestRange(t *testing.T) {
	for _, count := range []int{0, 1, 2, 100, 4095, 4096, 4097, 9000} {
		n := prooftest.New(t, prooftest.Config{})
		entries := consents(ledgerPrefix, count)
		around := append(consents("evm\x02aaaaaaaaaaaaaaaaaaaabbbbbbbbbbba", 50),
			consents("evm\x02aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbc", 50)...)
		round(n, append(slices.Clone(entries), around...)...)
		hosted, asked := light.Asking(n.RuntimeState(), n.RuntimeState())
		for who, state := range map[string]syncer.ReadSyncer{"node": n.RuntimeState(), "runtime": hosted} {
			d := n.Node()
			d.Runtime = state
			v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
			h, err := v.Header(t.Context(), 2)
			if err != nil {
				t.Fatal(err)
			}
			got, err := v.Range(t.Context(), h, []byte(ledgerPrefix))
			if err != nil {
				t.Fatalf("%d entries of the %s: %v", count, who, err)
			}
			if len(got) != count {
				t.Fatalf("%d entries of the %s, want %d", len(got), who, count)
			}
			for i := range got {
				if !bytes.Equal(got[i].Key, entries[i].Key) || !bytes.Equal(got[i].Value, entries[i].Value) {
					t.Fatalf("%d entries of the %s: entry %d is %x", count, who, i, got[i])
				}
			}
		}
		if count > 0 && asked() == 0 {
			t.Errorf("%d entries: the runtime was not asked", count)
		}
	}
}

// Keys need not be spread evenly: they may all share the byte by which a large range is split.
func TestRange_skewed(t *testing.T) {
	for _, first := range []byte{0x00, 0xff} {
		n := prooftest.New(t, prooftest.Config{})
		entries := consents(ledgerPrefix, 6000)
		for i := range entries {
			entries[i].Key[len(ledgerPrefix)] = first
		}
		slices.SortFunc(entries, func(a, b prooftest.Write) int { return bytes.Compare(a.Key, b.Key) })
		round(n, append(slices.Clone(entries), consents("evm\x02b", 10)...)...)
		v := mustOpen(t, n, nil)
		head, err := v.Latest()
		if err != nil {
			t.Fatal(err)
		}
		got, err := v.Range(t.Context(), &head.Runtime.Last, []byte(ledgerPrefix))
		if err != nil || len(got) != len(entries) || !bytes.Equal(got[5999].Key, entries[5999].Key) {
			t.Fatalf("first byte %#x: %d entries, %v", first, len(got), err)
		}
	}
}

// The node answers and the runtime that it hosts does: whichever lies is found out, and neither is needed for the
// truth.
func TestRange_lies(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	entries := consents(ledgerPrefix, 6000)
	old := n.Round(entries[:5000]...)
	round(n, entries[5000:]...)
	truth := n.RuntimeState()
	for name, tc := range map[string]struct {
		lie  syncer.ReadSyncer
		want error
	}{
		"forged":            {&forge{truth}, light.ErrForged},
		"of an older round": {&rewindRange{truth, fromnode.StorageRoot(old)}, light.ErrForged},
		"withheld from the start": {&withhold{truth,
			append([]byte(ledgerPrefix), bytes.Repeat([]byte{0xff}, 20)...)}, light.ErrForged},
		"withheld in the middle":     {&withhold{truth, entries[3000].Key}, light.ErrForged},
		"withheld after the first":   {&withhold{truth, []byte(ledgerPrefix)}, light.ErrForged},
		"of a round that was pruned": {&gone{truth}, light.ErrUnavailable},
		"of nothing":                 {&blank{truth}, light.ErrForged},
	} {
		byRuntime, asked := light.Asking(truth, tc.lie)
		byBoth, _ := light.Asking(tc.lie, tc.lie)
		refused, _ := light.Asking(tc.lie, &gone{truth})
		for who, state := range map[string]syncer.ReadSyncer{
			"the node": tc.lie, "the runtime": byRuntime, "both": byBoth,
			"the node, beside a runtime that refuses": refused,
		} {
			t.Run(name+" by "+who, func(t *testing.T) {
				want, count := tc.want, 0
				if who == "the runtime" && want == light.ErrUnavailable { //nolint:errorlint // the table's own
					want, count = nil, len(entries) // The node answers where the runtime does not.
				}
				d := n.Node()
				d.Runtime = state
				v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
				head, err := v.Latest()
				if err != nil {
					t.Fatal(err)
				}
				got, err := v.Range(t.Context(), &head.Runtime.Last, []byte(ledgerPrefix))
				if !errors.Is(err, want) || len(got) != count {
					t.Fatalf("%d entries, %v", len(got), err)
				}
			})
		}
		if asked() == 0 {
			t.Errorf("%s: the runtime was not asked", name)
		}
	}
}

// blank answers without a proof.
type blank struct{ syncer.ReadSyncer }

func (*blank) SyncIterate(context.Context, *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return new(syncer.ProofResponse), nil
}

// counting counts the nodes of proofs that a node sends.
type counting struct {
	syncer.ReadSyncer
	sent atomic.Int64
}

func (c *counting) SyncGet(ctx context.Context, q *syncer.GetRequest) (*syncer.ProofResponse, error) {
	rsp, err := c.ReadSyncer.SyncGet(ctx, q)
	return c.count(rsp, err)
}

func (c *counting) SyncIterate(ctx context.Context, q *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	rsp, err := c.ReadSyncer.SyncIterate(ctx, q)
	return c.count(rsp, err)
}

func (c *counting) count(rsp *syncer.ProofResponse, err error) (*syncer.ProofResponse, error) {
	if err == nil {
		c.sent.Add(int64(len(rsp.Proof.Entries)))
	}
	return rsp, err
}

// A range without entries takes a proof of one path, however much state lies around it: before it, after it, or on both
// sides. And no node passes off a range with entries as an empty one.
func TestRange_empty(t *testing.T) {
	const before, after = "evm\x02aaaaaaaaaaaaaaaaaaaabbbbbbbbbb\x01b", "evm\x02aaaaaaaaaaaaaaaaaaaabbbbbbbbbb\xf0b"
	for name, prefixes := range map[string][]string{"before": {before}, "after": {after},
		"on both sides": {before, after}} {
		n := prooftest.New(t, prooftest.Config{})
		var writes []prooftest.Write
		for _, p := range prefixes {
			writes = append(writes, consents(p, 3000)...)
		}
		round(n, writes...)
		d := n.Node()
		count := &counting{ReadSyncer: n.RuntimeState()}
		d.Runtime = count
		v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
		head, err := v.Latest()
		if err != nil {
			t.Fatal(err)
		}
		count.sent.Store(0)
		got, err := v.Range(t.Context(), &head.Runtime.Last, []byte(ledgerPrefix))
		if err != nil || len(got) != 0 {
			t.Errorf("state %s: %d entries, %v", name, len(got), err)
		}
		if count.sent.Load() > 100 {
			t.Errorf("state %s: the proof has %d nodes", name, count.sent.Load())
		}
	}
	n := prooftest.New(t, prooftest.Config{})
	old := n.Round(write("j", "w"))
	round(n, consents(ledgerPrefix, 50)...)
	for name, runtime := range map[string]syncer.ReadSyncer{
		"of an older round": &rewind{n.RuntimeState(), fromnode.StorageRoot(old)},
		"of a far key":      &another{n.RuntimeState(), []byte("j"), 0},
		"of the root alone": &hollow{n.RuntimeState(), 0},
	} {
		d := n.Node()
		d.Runtime = runtime
		v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
		head, err := v.Latest()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := v.Range(t.Context(), &head.Runtime.Last, []byte(ledgerPrefix)); err == nil && len(got) != 50 {
			t.Errorf("%s: %d entries, and no error", name, len(got))
		}
	}
}

type rewindRange struct {
	syncer.ReadSyncer
	to node.Root
}

func (r *rewindRange) SyncIterate(ctx context.Context, q *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	c := *q
	c.Tree = syncer.TreeID{Root: r.to, Position: r.to.Hash}
	return r.ReadSyncer.SyncIterate(ctx, &c)
}

type gone struct{ syncer.ReadSyncer }

func (*gone) SyncIterate(context.Context, *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return nil, errors.New("root not found")
}

func TestTree_lies(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	old := n.Round(append(consents(ledgerPrefix, 50), write("j", "w"))...)
	round(n, write("k", "v"))
	const missing = "did not contain node" // the tree's own words
	for name, tc := range map[string]struct {
		runtime syncer.ReadSyncer
		says    string
	}{
		"forged":            {&forge{n.RuntimeState()}, light.ErrForged.Error()},
		"of an older round": {&rewind{n.RuntimeState(), fromnode.StorageRoot(old)}, light.ErrForged.Error()},
		// A key is absent only where the proof shows that it is: one that leads elsewhere, or nowhere, shows nothing.
		"of another key":    {&another{n.RuntimeState(), []byte("j"), 0}, missing},
		"of a far key":      {&another{n.RuntimeState(), []byte(ledgerPrefix), 0}, missing},
		"of the root alone": {&hollow{n.RuntimeState(), 0}, missing},
	} {
		for _, key := range []string{"k", "kk"} { // one is there, the other is not
			d := n.Node()
			d.Runtime = tc.runtime
			v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
			head, err := v.Latest()
			if err != nil {
				t.Fatal(err)
			}
			tree := v.Tree(&head.Runtime.Last)
			got, err := tree.Get(t.Context(), []byte(key))
			tree.Close()
			if err == nil || !strings.Contains(err.Error(), tc.says) || got != nil {
				t.Errorf("%s: %s is %q, %v", name, key, got, err)
			}
		}
	}
}

// The consent state of 100,000 and 400,000 subjects, from a node's database on disk, fetched and verified. How many
// nodes are sent for an entry has to stay as it is.
func BenchmarkRange(b *testing.B) {
	for _, entries := range []int{100_000, 400_000} {
		b.Run(fmt.Sprint(entries), func(b *testing.B) {
			n := prooftest.New(b, prooftest.Config{NodeDB: b.TempDir()})
			round(n, consents(ledgerPrefix, entries)...)
			asked := &counting{ReadSyncer: n.RuntimeState()}
			d := n.Node()
			d.Runtime = asked
			v := mustOpen(b, n, func(cfg *light.Config) { cfg.Node = d })
			head, err := v.Latest()
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				got, err := v.Range(b.Context(), &head.Runtime.Last, []byte(ledgerPrefix))
				if err != nil || len(got) != entries {
					b.Fatal(len(got), err)
				}
			}
			b.ReportMetric(float64(asked.sent.Load())/float64(b.N*entries), "nodes/entry")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*entries), "us/entry")
		})
	}
}

// However little a node proves, and of whatever place: either all entries arrive, or none and the node is named.
func TestRange_neverLosesEntries(t *testing.T) {
	for _, count := range []int{1, 2, 3, 10, 50, 300} {
		n := prooftest.New(t, prooftest.Config{})
		entries := consents(ledgerPrefix, count)
		round(n, append(slices.Clone(entries), consents("evm\x02b", 10)...)...)
		for _, after := range [][]byte{
			[]byte("a"), []byte(ledgerPrefix), entries[count/2].Key, append([]byte(ledgerPrefix), 0xff),
			append([]byte(ledgerPrefix), bytes.Repeat([]byte{0xff}, 20)...), []byte("z"),
		} {
			lie := &withhold{n.RuntimeState(), after}
			hosted, _ := light.Asking(n.RuntimeState(), lie)
			for who, state := range map[string]syncer.ReadSyncer{"node": lie, "runtime": hosted} {
				d := n.Node()
				d.Runtime = state
				v := mustOpen(t, n, func(cfg *light.Config) { cfg.Node = d })
				head, err := v.Latest()
				if err != nil {
					t.Fatal(err)
				}
				got, err := v.Range(t.Context(), &head.Runtime.Last, []byte(ledgerPrefix))
				if (err == nil && len(got) != count) ||
					(err != nil && (got != nil || !errors.Is(err, light.ErrForged))) {
					t.Errorf("%d entries, a %s that proves %x only: %d, %v", count, who, after, len(got), err)
				}
			}
		}
	}
}
