package state_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"

	"github.com/assent-network/assent/runtime/state"
)

// large is a host of one large state at its newest root, which counts what is asked of it.
type large struct {
	mkvs.Tree
	root            node.Root
	requests, bytes int
}

// slot is the key of a consent entry: a prefix that all have, and what could be a pseudonym.
func slot(i int) []byte {
	h := hash.NewFromBytes(binary.BigEndian.AppendUint64(nil, uint64(i)))
	return append([]byte("evm\x02the address of a ledger"), h[:]...)
}

func newLarge(t testing.TB, entries int) *large {
	t.Helper()
	l := &large{Tree: mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0))}
	var log writelog.WriteLog
	for i := range entries {
		log = append(log, writelog.LogEntry{Key: slot(i), Value: make([]byte, 32)})
	}
	l.follow(t, log, 1)
	t.Cleanup(l.Tree.Close)
	return l
}

func (l *large) follow(t testing.TB, log writelog.WriteLog, round uint64) {
	t.Helper()
	must(t, l.ApplyWriteLog(context.Background(), writelog.NewStaticIterator(log)))
	_, rootHash, err := l.Commit(context.Background(), testNamespace, round)
	must(t, err)
	l.root = node.Root{Namespace: testNamespace, Version: round, Type: node.RootTypeState, Hash: rootHash}
}

func (l *large) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	l.requests++
	rsp, err := l.Tree.SyncGet(ctx, rq)
	if err == nil {
		for _, e := range rsp.Proof.Entries {
			l.bytes += len(e)
		}
	}
	return rsp, err
}

// grants reads and writes random entries, some of them new, in rounds, as a batch of grants does.
func (l *large) grants(t testing.TB, cache *state.Cache, random *rand.Rand, entries, rounds, each int) {
	t.Helper()
	ctx := context.Background()
	for range rounds {
		work := cache.Execution(l.root)
		for range each {
			k := slot(random.IntN(entries + entries/8))
			_, err := work.Get(ctx, k)
			must(t, err)
			must(t, work.Insert(ctx, k, binary.BigEndian.AppendUint64(make([]byte, 24), random.Uint64())))
		}
		log, root, err := work.CommitRound(ctx, l.root.Version+1)
		must(t, err)
		work.Close()
		l.follow(t, log, l.root.Version+1)
		if root != l.root.Hash {
			t.Fatalf("root of round %d is %s, want %s", l.root.Version, root, l.root.Hash)
		}
		// What the pool checks and what is asked afterwards is of the new root.
		checking := cache.Checking(l.root)
		view := cache.View(l.root)
		for i := range log {
			want(t, checking, string(log[i].Key), string(log[i].Value))
			want(t, view, string(log[i].Key), string(log[i].Value))
		}
		checking.Close()
		view.Close()
	}
}

// Of a state that does not fit the cache, an entry that is read, written, checked and asked for costs one request at
// most, whatever the size of the state, and as many bytes as its path's lower end has.
func TestRequestsDoNotGrowWithTheState(t *testing.T) {
	const capacity, rounds, each = 512 << 10, 20, 100
	perGrant := make(map[int]float64)
	for _, entries := range []int{10_000, 80_000} {
		l := newLarge(t, entries)
		cache := state.NewCache(l, capacity)
		random := rand.New(rand.NewPCG(1, uint64(entries)))
		l.grants(t, cache, random, entries, rounds, each) // The upper levels are known from here on.
		l.requests, l.bytes = 0, 0
		l.grants(t, cache, random, entries, rounds, each)
		requests := float64(l.requests) / (rounds * each)
		perGrant[entries] = float64(l.bytes) / (rounds * each)
		t.Logf("%d entries: %.2f requests and %.0f bytes a grant", entries, requests, perGrant[entries])
		if requests > 1.1 {
			t.Errorf("%d entries: %.2f requests a grant, want one at most", entries, requests)
		}
	}
	// Eight times the entries are three levels more, each with its node's hash beside it: about 110 bytes.
	if grown := perGrant[80_000] - perGrant[10_000]; grown > 3*150 {
		t.Errorf("eight times the entries take %.0f bytes more a grant, want three levels' worth", grown)
	}
}

// A state that fits the cache is fetched once, however its rounds write to it.
func TestNothingIsFetchedTwice(t *testing.T) {
	const entries = 10_000
	l := newLarge(t, entries)
	cache := state.NewCache(l, state.DefaultCapacity)
	work := cache.Execution(l.root)
	for i := range entries {
		want(t, work, string(slot(i)), string(make([]byte, 32)))
	}
	work.Close()
	if l.requests > entries {
		t.Errorf("%d requests for %d entries", l.requests, entries)
	}
	l.requests = 0
	l.grants(t, cache, rand.New(rand.NewPCG(3, 4)), entries, 20, 200)
	if l.requests != 0 {
		t.Errorf("%d requests for what was fetched before", l.requests)
	}
}

// A cache of any capacity has the roots and values of a plain tree, whatever is written, and at older roots as well.
func TestCacheIsAPlainTree(t *testing.T) {
	for _, capacity := range []int{0, 1 << 20, state.DefaultCapacity} {
		t.Run(fmt.Sprint(capacity), func(t *testing.T) {
			ctx := t.Context()
			random := rand.New(rand.NewPCG(5, uint64(capacity)))
			h := newHost(t)
			// Keys of all lengths, some of them the beginning of others, and values too large for a slot.
			someKey := func() string { return string(slot(random.IntN(4000))[:20+random.IntN(39)]) }
			someValue := func() string { return string(make([]byte, 1+random.IntN(40)<<(random.IntN(30)/29*11))) }
			first := make(map[string]string)
			for range 3000 {
				first[someKey()] = someValue()
			}
			roots := []node.Root{h.root(1, first)}
			values := []map[string]string{copied(h.items)}
			cache := state.NewCache(h, capacity)
			for round := uint64(2); round < 8; round++ {
				writes := make(map[string]string)
				work := cache.Execution(roots[len(roots)-1])
				for range 300 {
					k := someKey()
					if _, written := writes[k]; !written {
						want(t, work, k, h.items[k])
					}
					if random.IntN(3) == 0 {
						must(t, work.Remove(ctx, []byte(k)))
						writes[k] = ""
					} else {
						writes[k] = someValue()
						must(t, work.Insert(ctx, []byte(k), []byte(writes[k])))
					}
				}
				_, got, err := work.CommitRound(ctx, round)
				must(t, err)
				work.Close()
				root := h.root(round, writes)
				if got != root.Hash {
					t.Fatalf("round %d: root %s, want %s", round, got, root.Hash)
				}
				roots, values = append(roots, root), append(values, copied(h.items))
				at := random.IntN(len(roots))
				sameEntries(t, cache, roots[at], values[at])
			}
		})
	}
}

func copied(items map[string]string) map[string]string {
	out := make(map[string]string, len(items))
	for k, v := range items {
		out[k] = v
	}
	return out
}

func sameEntries(t *testing.T, cache *state.Cache, root node.Root, items map[string]string) {
	t.Helper()
	view := cache.View(root)
	defer view.Close()
	it := view.NewIterator(t.Context(), mkvs.IteratorPrefetch(100))
	defer it.Close()
	n := 0
	for it.Rewind(); it.Valid(); it.Next() {
		n++
		if value, ok := items[string(it.Key())]; !ok || value != string(it.Value()) {
			t.Fatalf("round %d: %x is %x, want %x", root.Version, it.Key(), it.Value(), value)
		}
	}
	if it.Err() != nil || n != len(items) {
		t.Fatalf("round %d: %d entries (%v), want %d", root.Version, n, it.Err(), len(items))
	}
}

// liar changes a byte of every answer while lies is set, or answers with a proof of something else.
type liar struct {
	*host
	random *rand.Rand
	lies   bool
}

func (l *liar) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	rsp, err := l.host.SyncGet(ctx, rq)
	if err != nil || !l.lies {
		return rsp, err
	}
	e := rsp.Proof.Entries
	switch i := l.random.IntN(len(e)); {
	case l.random.IntN(4) == 0:
		rsp.Proof.UntrustedRoot = hash.NewFromBytes([]byte("another"))
	case len(e[i]) == 0 || l.random.IntN(4) == 0:
		rsp.Proof.Entries = append(e[:i:i], e[i+1:]...)
	default:
		e[i] = append([]byte(nil), e[i]...)
		e[i][l.random.IntN(len(e[i]))] ^= 1 << l.random.IntN(8)
	}
	return rsp, nil
}

// What a lying host says is an error and stays out of the cache: once it tells the truth, all is read as it is.
func TestLiesAreNotKept(t *testing.T) {
	l := &liar{host: newHost(t), random: rand.New(rand.NewPCG(7, 8))}
	root := l.root(1, many(2000))
	cache := state.NewCache(l, state.DefaultCapacity)
	for i := range 2000 {
		k := fmt.Sprintf("key %04d", l.random.IntN(2000))
		view := cache.View(root)
		l.lies = i%2 == 0
		value, err := view.Get(t.Context(), []byte(k))
		if err == nil && string(value) != l.items[k] {
			t.Fatalf("%s is %q, want %q", k, value, l.items[k])
		}
		if !l.lies && err != nil {
			t.Fatalf("%s from an honest host: %v", k, err)
		}
		view.Close()
	}
	gone := errors.New("gone")
	l.err.Store(&gone)
	cache = state.NewCache(l, state.DefaultCapacity)
	work := cache.Execution(root)
	defer work.Close()
	if value, err := work.Get(t.Context(), []byte("key 0001")); !errors.Is(err, gone) {
		t.Errorf("from a host that fails: %q, %v", value, err)
	}
}

// Entries that are proved from the cache are proved as the host proves them, and nothing is asked of it for those that
// are kept.
func TestIterate(t *testing.T) {
	h := newHost(t)
	root := h.root(1, many(2000))
	cache := state.NewCache(h, state.DefaultCapacity)
	for _, kept := range []bool{false, true} {
		before := h.calls.Load()
		for from := 0; from < 2000; from += 250 {
			for _, version := range []uint16{0, 1} {
				rq := &syncer.IterateRequest{
					Tree: syncer.TreeID{Root: root, Position: root.Hash}, Prefetch: 250, ProofVersion: version,
					Key: fmt.Appendf(nil, "key %04d", from),
				}
				want, err := h.trees[root].SyncIterate(t.Context(), rq)
				must(t, err)
				got, err := cache.Iterate(t.Context(), rq)
				must(t, err)
				if !reflect.DeepEqual(got, want) {
					t.Errorf("from %d, version %d: another proof than the host's", from, version)
				}
			}
		}
		if calls := h.calls.Load() - before; kept && calls > 0 {
			t.Errorf("%d requests for what is kept", calls)
		}
	}
	unknown := root
	unknown.Hash = hash.NewFromBytes([]byte("unknown"))
	rq := &syncer.IterateRequest{Tree: syncer.TreeID{Root: unknown, Position: unknown.Hash}, Prefetch: 10}
	if rsp, err := cache.Iterate(t.Context(), rq); err == nil {
		t.Errorf("a proof of an unknown root: %v", rsp)
	}
}

// A proof of large entries ends early, and with what follows the next one goes on until all are proved.
func TestIterateEndsEarly(t *testing.T) {
	const count, size = 700, 24 << 10
	h := newHost(t)
	entries := make(map[string]string, count)
	for i := range count {
		entries[fmt.Sprintf("code %03d", i)] = strings.Repeat("x", size)
	}
	root := h.root(1, entries)
	cache := state.NewCache(h, state.DefaultCapacity)
	var verifier syncer.ProofVerifier
	proved := make(map[string]bool)
	for from, pages := []byte(nil), 0; len(proved) < count; pages++ {
		if pages > count {
			t.Fatalf("%d of %d entries after %d pages", len(proved), count, pages)
		}
		rsp, err := cache.Iterate(t.Context(), &syncer.IterateRequest{
			Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: from, Prefetch: 8192, ProofVersion: 1,
		})
		must(t, err)
		if sent := len(cbor.Marshal(rsp)); sent > 5<<20 {
			t.Fatalf("an answer of %d bytes", sent)
		}
		log, err := verifier.VerifyProofToWriteLog(t.Context(), root.Hash, &rsp.Proof)
		must(t, err)
		before := len(proved)
		for _, e := range log {
			proved[string(e.Key)] = true
			from = slices.MaxFunc([][]byte{from, e.Key}, bytes.Compare)
		}
		from = append(bytes.Clone(from), 0)
		if len(proved) == before {
			t.Fatalf("page %d proves nothing new", pages)
		}
	}
}

// BenchmarkIterate proves entries from the cache, a page at a time.
func BenchmarkIterate(b *testing.B) {
	const entries, page = 100_000, 4096
	l := newLarge(b, entries)
	cache := state.NewCache(l, state.DefaultCapacity)
	rq := &syncer.IterateRequest{Tree: syncer.TreeID{Root: l.root, Position: l.root.Hash}, Prefetch: page,
		ProofVersion: 1}
	for b.Loop() {
		if _, err := cache.Iterate(b.Context(), rq); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/page, "ns/entry")
}

// BenchmarkGrant reads and writes a random entry, checks it and asks for it, in rounds of 250.
func BenchmarkGrant(b *testing.B) {
	for _, entries := range []int{100_000, 1_000_000} {
		for name, capacity := range map[string]int{"all fits": state.DefaultCapacity, "a tenth fits": entries * 25} {
			b.Run(fmt.Sprintf("%d entries/%s", entries, name), func(b *testing.B) {
				l := newLarge(b, entries)
				cache := state.NewCache(l, capacity)
				random := rand.New(rand.NewPCG(9, 10))
				l.grants(b, cache, random, entries, 100, 250)
				l.requests, l.bytes = 0, 0
				for b.Loop() {
					l.grants(b, cache, random, entries, 1, 250)
				}
				b.ReportMetric(float64(l.requests)/float64(b.N)/250, "requests/grant")
				b.ReportMetric(float64(l.bytes)/float64(b.N)/250, "bytes/grant")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/250, "ns/grant")
			})
		}
	}
}
