package snapshot_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/snapshot"
)

// ledger makes n entries.
func ledger(n int, seed uint64) consent.Items {
	rng := rand.New(rand.NewPCG(seed, 1))
	items := make(consent.Items, n)
	for i := range items {
		for at := 0; at < 20; at += 4 {
			binary.BigEndian.PutUint32(items[i].Pseudonym[at:], rng.Uint32())
		}
		items[i].Words = consent.Words{Entry: common.Hash{1, byte(i)},
			Origin: common.BytesToHash(items[i].Pseudonym[:])}
	}
	slices.SortFunc(items, byPseudonym)
	return items
}

func byPseudonym(a, b consent.Item) int { return bytes.Compare(a.Pseudonym[:], b.Pseudonym[:]) }

// changed changes some entries of a ledger; every tenth change adds one, every tenth takes one out.
func changed(items consent.Items, changes int, seed uint64) consent.Items {
	rng := rand.New(rand.NewPCG(seed, 2))
	items = slices.Clone(items)
	for i := range changes {
		switch at := rng.IntN(len(items)); {
		case i%10 == 3:
			more := ledger(1, seed<<32+uint64(i))
			items = append(items, more...)
		case i%10 == 7 && len(items) > 1:
			items[at] = items[len(items)-1]
			items = items[:len(items)-1]
		default:
			items[at].Words.Entry[31]++
		}
	}
	slices.SortFunc(items, byPseudonym)
	return items
}

// reread encodes and decodes a snapshot.
func reread(t testing.TB, s *snapshot.Snapshot) *snapshot.Snapshot {
	t.Helper()
	data := s.Encode()
	again, err := snapshot.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Encode(), data) {
		t.Fatal("it does not survive")
	}
	return again
}

func TestWhole(t *testing.T) {
	for _, n := range []int{0, 1, 2, 500} {
		items := ledger(n, 1)
		s := reread(t, snapshot.Whole(items))
		got, err := s.Resolve()
		if err != nil || !slices.Equal(got, items) || s.Sharing() {
			t.Fatalf("%d entries: %v", n, err)
		}
		if top, err := s.Top(); err != nil || top != items.Top() {
			t.Fatalf("%d entries: top %s, %v", n, top, err)
		}
	}
}

// A chain of snapshots, each of which shares parts with the ones before it.
func TestShare_chain(t *testing.T) {
	states := []consent.Items{ledger(1500, 1)}
	whole := snapshot.Whole(states[0])
	given := []*snapshot.Snapshot{whole}
	for i := range 6 {
		next := changed(states[i], 12, uint64(i+5))
		s := reread(t, snapshot.Share(next, states...))
		if !s.Sharing() || len(s.Encode()) > len(whole.Encode())/5 {
			t.Fatalf("snapshot %d has %d bytes, the first %d", i+1, len(s.Encode()), len(whole.Encode()))
		}
		if top, err := s.Top(); err != nil || top != next.Top() {
			t.Fatalf("snapshot %d: top %s, %v", i+1, top, err)
		}
		got, err := s.Resolve(given...)
		if err != nil || !slices.Equal(got, next) {
			t.Fatalf("snapshot %d: %v", i+1, err)
		}
		states, given = append(states, next), append(given, s)
	}
	// Every one of the chain is needed, as far as it is named.
	last := given[len(given)-1]
	for i := range len(given) - 1 {
		less := slices.Delete(slices.Clone(given[:len(given)-1]), i, i+1)
		_, err := last.Resolve(less...)
		var missing *snapshot.MissingError
		if !errors.As(err, &missing) || !slices.Contains(missing.Tops,
			states[i].Top()) || !strings.Contains(err.Error(), states[i].Top().Hex()) {
			t.Errorf("without snapshot %d (%s): %v", i, states[i].Top(), err)
		}
	}
	// Made whole, one of them serves as well as what it was made of.
	reverse := append([]*snapshot.Snapshot{}, given...)
	slices.Reverse(reverse)
	if got, err := last.Resolve(reverse...); err != nil || !slices.Equal(got, states[6]) {
		t.Errorf("given in another order: %v", err)
	}
}

func TestShare_edges(t *testing.T) {
	items := ledger(100, 3)
	other := ledger(100, 4)
	for name, c := range map[string]struct {
		items consent.Items
		bases []consent.Items
		named int
	}{
		"nothing changed":     {items, []consent.Items{items}, 1},
		"nothing in common":   {items, []consent.Items{other}, 0},
		"no base":             {items, nil, 0},
		"an empty base":       {items, []consent.Items{nil}, 0},
		"empty":               {nil, []consent.Items{items}, 0},
		"one entry of many":   {items[40:41], []consent.Items{items}, 1},
		"two bases":           {sorted(items[:50], other[50:]), []consent.Items{items, other}, 2},
		"the same base twice": {items, []consent.Items{items, items}, 1},
		"one base too many":   {items, []consent.Items{items, other}, 1},
	} {
		s := reread(t, snapshot.Share(c.items, c.bases...))
		if len(s.Bases) != c.named {
			t.Errorf("%s: names %d snapshots, want %d", name, len(s.Bases), c.named)
		}
		var given []*snapshot.Snapshot
		for _, b := range c.bases {
			given = append(given, snapshot.Whole(b))
		}
		if got, err := s.Resolve(given...); err != nil || !slices.Equal(got, c.items) {
			t.Errorf("%s: %d entries, %v", name, len(got), err)
		}
	}
}

func sorted(parts ...consent.Items) consent.Items {
	all := slices.Concat(parts...)
	slices.SortFunc(all, byPseudonym)
	return all
}

// Any byte of a snapshot or of what it takes parts from, changed: what comes is an error, or a ledger with another top,
// which no receipt and no state has.
func TestResolve_tampered(t *testing.T) {
	base := ledger(60, 5)
	next := changed(base, 6, 6)
	good, from := snapshot.Share(next, base).Encode(), snapshot.Whole(base).Encode()
	outcomes := map[string]int{}
	try := func(what string, s, b []byte, at int) {
		small, err := snapshot.Decode(s)
		var given *snapshot.Snapshot
		if err == nil {
			given, err = snapshot.Decode(b)
		}
		if err != nil {
			outcomes[what+" does not decode"]++
			return
		}
		items, err := small.Resolve(given)
		var missing *snapshot.MissingError
		switch {
		case errors.As(err, &missing):
			outcomes[what+" is missed"]++
		case err != nil:
			outcomes[what+" does not resolve"]++
		case items.Top() == next.Top():
			t.Fatalf("%s: byte %d changed, and nothing differs", what, at)
		default:
			outcomes[what+" is another ledger"]++
		}
	}
	for at := range good {
		bad := bytes.Clone(good)
		bad[at] ^= 1 << (at % 8)
		try("snapshot", bad, from, at)
	}
	for at := range from {
		bad := bytes.Clone(from)
		bad[at] ^= 1 << (at % 8)
		try("base", good, bad, at)
	}
	if outcomes["base is missed"] == 0 || outcomes["base is another ledger"] != 0 {
		t.Error("a changed base is not missed")
	}
	t.Log(outcomes)
}

type file struct {
	Snapshots []struct {
		Name     string
		Encoded  hexutil.Bytes
		Top      common.Hash
		Given    []string
		Resolved []consent.Item
	}
	Bad []struct {
		Name   string
		Input  hexutil.Bytes
		Given  []string
		Reason string
	}
}

// What a base has is left out, and not written in halves or entries: one content has one encoding.
func TestResolve_oneEncoding(t *testing.T) {
	base := ledger(60, 7)
	next := changed(base, 3, 8)
	good := snapshot.Share(next, base)
	parts, hashes := make(map[common.Hash]consent.Part), make(map[[2]int]common.Hash)
	next.Walk(func(p consent.Part) { parts[p.Hash], hashes[[2]int{p.Lo, p.Hi}] = p, p.Hash })
	tried := 0
	for at := range good.Parts {
		if good.Parts[at] != 0x02 || at+33 > len(good.Parts) {
			continue
		}
		p, ok := parts[common.Hash(good.Parts[at+1:at+33])]
		if !ok || p.Middle == 0 {
			continue
		}
		left, right := hashes[[2]int{p.Lo, p.Middle}], hashes[[2]int{p.Middle, p.Hi}]
		halves := slices.Concat([]byte{0x01, p.Bit, 0x02}, left[:], []byte{0x02}, right[:])
		entries := snapshot.Whole(next[p.Lo:p.Hi]).Parts
		for _, other := range [][]byte{halves, entries} {
			tried++
			bad := reread(t, &snapshot.Snapshot{Bases: good.Bases,
				Parts: slices.Concat(good.Parts[:at], other, good.Parts[at+33:])})
			if _, err := bad.Resolve(snapshot.Whole(base)); err == nil ||
				!strings.Contains(err.Error(), "has to leave it out") {
				t.Errorf("byte %d: %v", at, err)
			}
		}
	}
	if tried < 4 {
		t.Errorf("tried %d other encodings", tried)
	}
}

// Files of others can name each other such that ever more ways lead to one that is missing. Each is resolved once, and
// what is missing is named once.
func TestResolve_manyWays(t *testing.T) {
	const levels = 64
	var manyWays, below []*snapshot.Snapshot
	for level := range byte(levels) {
		bases := []common.Hash{{1}, {2}} // which no file has
		if below != nil {
			bases = nil
			for _, s := range below {
				top, err := s.Top()
				if err != nil {
					t.Fatal(err)
				}
				bases = append(bases, top)
			}
			slices.SortFunc(bases, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
		}
		var next []*snapshot.Snapshot
		for which := range byte(2) {
			part := common.Hash{3, level, which}
			next = append(next, reread(t, &snapshot.Snapshot{Bases: bases, Parts: append([]byte{0x02}, part[:]...)}))
		}
		manyWays = append(manyWays, next...)
		below = next
	}
	_, err := below[0].Resolve(manyWays...)
	var missing *snapshot.MissingError
	if !errors.As(err, &missing) || !slices.Equal(missing.Tops, []common.Hash{{1}, {2}}) {
		t.Fatal(err)
	}
}

func TestVectors(t *testing.T) {
	var f file
	vectest.Load(t, "snapshot.json", &f)
	byName := map[string]*snapshot.Snapshot{}
	given := func(names []string) (out []*snapshot.Snapshot) {
		for _, n := range names {
			out = append(out, byName[n])
		}
		return out
	}
	for _, v := range f.Snapshots {
		s, err := snapshot.Decode(v.Encoded)
		if err != nil {
			t.Fatalf("%s: %v", v.Name, err)
		}
		byName[v.Name] = s
		items, err := s.Resolve(given(v.Given)...)
		if err != nil || !slices.Equal([]consent.Item(items), v.Resolved) || items.Top() != v.Top {
			t.Errorf("%s: %v", v.Name, err)
		}
		if top, err := s.Top(); err != nil || top != v.Top || !bytes.Equal(s.Encode(), v.Encoded) {
			t.Errorf("%s: top %s, %v", v.Name, top, err)
		}
	}
	for _, b := range f.Bad {
		s, err := snapshot.Decode(b.Input)
		if err == nil {
			_, err = s.Resolve(given(b.Given)...)
		}
		vectest.Bad{Name: b.Name, Reason: b.Reason}.Refused(t, err)
	}
	t.Logf("%d snapshots, %d bad ones run", len(f.Snapshots), len(f.Bad))
}

func FuzzResolve(f *testing.F) {
	base := ledger(12, 7)
	next := changed(base, 3, 8)
	f.Add(snapshot.Share(next, base).Encode(), snapshot.Whole(base).Encode())
	f.Add(snapshot.Whole(base).Encode(), snapshot.Whole(nil).Encode())
	f.Add(snapshot.Share(base, base).Encode(), snapshot.Share(base, base).Encode())
	f.Fuzz(func(t *testing.T, a, b []byte) {
		s, err := snapshot.Decode(a)
		if err != nil {
			return
		}
		if !bytes.Equal(s.Encode(), a) {
			t.Fatal("it has a second encoding")
		}
		var given []*snapshot.Snapshot
		if g, err := snapshot.Decode(b); err == nil {
			given = append(given, g, s)
		}
		items, err := s.Resolve(given...)
		if err != nil {
			return
		}
		top, err := s.Top()
		if err != nil || items.Top() != top || !slices.IsSortedFunc(items, byPseudonym) {
			t.Fatalf("resolved to top %s, not %s: %v", items.Top(), top, err)
		}
	})
}

// What a further snapshot adds at a million people when a thousand entries changed, and what it costs to make and to
// resolve.
func BenchmarkShare_1000000(b *testing.B) {
	base := ledger(1_000_000, 9)
	next := changed(base, 1000, 10)
	var small []byte
	b.Run("share", func(b *testing.B) {
		for b.Loop() {
			small = snapshot.Share(next, base).Encode()
		}
		b.ReportMetric(float64(len(small)), "bytes")
	})
	whole := snapshot.Whole(base).Encode()
	b.Run("resolve", func(b *testing.B) {
		for b.Loop() {
			s, err := snapshot.Decode(small)
			if err != nil {
				b.Fatal(err)
			}
			g, err := snapshot.Decode(whole)
			if err != nil {
				b.Fatal(err)
			}
			items, err := s.Resolve(g)
			if err != nil || len(items) != len(next) {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(whole)), "base-bytes")
	})
	runtime.KeepAlive(next)
}
