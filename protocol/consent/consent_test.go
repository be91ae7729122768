package consent_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

type file struct {
	Slots, Origins                         [][2]common.Hash
	Top, StateRoot, ConsentRoot, EmptyRoot common.Hash
	Terms                                  grant.Terms
	Live                                   []common.Address
	Steps                                  []struct {
		Pseudonym common.Address
		Words     *consent.Words
		Count     int
		Top, Root common.Hash
	}
	Bad []vectest.Bad
}

func seq(slots [][2]common.Hash) iter.Seq2[common.Hash, common.Hash] {
	return func(yield func(common.Hash, common.Hash) bool) {
		for _, s := range slots {
			if !yield(s[0], s[1]) {
				return
			}
		}
	}
}

func TestVectors(t *testing.T) {
	var f file
	vectest.Load(t, "consent.json", &f)
	s, err := consent.Read(seq(f.Slots), seq(f.Origins))
	if err != nil {
		t.Fatal(err)
	}
	if s.Top() != f.Top || s.Root(f.StateRoot) != f.ConsentRoot || s.Len() != len(f.Slots) {
		t.Errorf("top %s, root %s", s.Top(), s.Root(f.StateRoot))
	}
	if live := pseudonyms(s.Live(f.Terms)); !slices.Equal(live, f.Live) || int(s.CountLive(f.Terms)) != len(f.Live) {
		t.Errorf("live %v", live)
	}
	for r := range s.Records() {
		if e, ok := s.Entry(r.Pseudonym); !ok || e != r.Entry {
			t.Errorf("entry of %s: %+v", r.Pseudonym, e)
		}
		next := r.Pseudonym
		next[19]++
		if _, ok := s.Entry(next); ok {
			t.Errorf("entry of %s, which has none", next)
		}
	}
	empty, err := consent.Read(seq(nil), seq(nil))
	if err != nil || empty.Top() != (common.Hash{}) || empty.Root(f.StateRoot) != f.EmptyRoot {
		t.Errorf("empty: %v", err)
	}
	for _, b := range f.Bad {
		var in struct{ Slots, Origins [][2]common.Hash }
		if err := json.Unmarshal(b.Input, &in); err != nil {
			t.Fatal(err)
		}
		_, err := consent.Read(seq(in.Slots), seq(in.Origins))
		b.Refused(t, err)
	}
	t.Logf("%d slots, %d bad ranges run", len(f.Slots), len(f.Bad))
}

func FuzzRead(f *testing.F) {
	var v file
	vectest.Load(f, "consent.json", &v)
	var all []byte
	for _, s := range v.Slots {
		all = append(append(all, s[0][:]...), s[1][:]...)
	}
	entries := len(all)
	for _, s := range v.Origins {
		all = append(append(all, s[0][:]...), s[1][:]...)
	}
	f.Add(all, uint16(entries/64))
	f.Add(all[:64], uint16(1))
	f.Fuzz(func(t *testing.T, in []byte, entries uint16) {
		var slots [2][][2]common.Hash
		for i := 0; len(in) >= 64; in, i = in[64:], i+1 {
			at := &slots[0]
			if i >= int(entries) {
				at = &slots[1]
			}
			*at = append(*at, [2]common.Hash{common.Hash(in[:32]), common.Hash(in[32:64])})
		}
		s, err := consent.Read(seq(slots[0]), seq(slots[1]))
		if err != nil {
			return
		}
		// What was read is written alike.
		var again [2][][2]common.Hash
		var tree consent.Tree
		for _, i := range s.Items() {
			again[0] = append(again[0], [2]common.Hash{consent.Slot(i.Pseudonym), i.Words.Entry})
			if i.Words.Origin != (common.Hash{}) {
				again[1] = append(again[1], [2]common.Hash{consent.OriginSlot(i.Pseudonym), i.Words.Origin})
			}
			if err := tree.Set(i.Pseudonym, i.Words); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(again[0], slots[0]) || !slices.Equal(again[1], slots[1]) {
			t.Fatalf("read %x, written %x", slots, again)
		}
		if tree.Top() != s.Top() || int(s.CountLive(v.Terms)) > s.Len() {
			t.Fatalf("tree %s, state %s", tree.Top(), s.Top())
		}
	})
}

func TestReadStopsAtError(t *testing.T) {
	var re *consent.RangeError
	_, err := consent.Read(seq([][2]common.Hash{{{1}, {2}}}), seq(nil))
	if !errors.As(err, &re) || re.Slot != (common.Hash{1}) {
		t.Errorf("got %v", err)
	}
}

// many returns n entries as a ledger holds them.
func many(n int) (entries, origins [][2]common.Hash) {
	e := grant.Entry{Nonce: 1, PolicyVersion: 1, Purposes: 8, Kinds: 2, Expiry: 20000, EpsilonClass: 6, Enrolled: true}
	for i := range n {
		var a common.Address
		binary.BigEndian.PutUint32(a[:], uint32(i+1))
		e.Origin, e.Rotations = a, 0
		if i%10 == 9 {
			e.Origin, e.Rotations = common.BytesToAddress([]byte{1, byte(i)}), 1
		}
		w, err := e.Pack(a)
		if err != nil {
			panic(err)
		}
		entries = append(entries, [2]common.Hash{consent.Slot(a), w.Entry})
		if w.Origin != (common.Hash{}) {
			origins = append(origins, [2]common.Hash{consent.OriginSlot(a), w.Origin})
		}
	}
	return entries, origins
}

func BenchmarkRead100k(b *testing.B) {
	entries, origins := many(100_000)
	for b.Loop() {
		s, err := consent.Read(seq(entries), seq(origins))
		if err != nil || s.CountLive(grant.Terms{PolicyVersion: 1, Purpose: 3, Kind: 1, Day: 1}) != 100_000 {
			b.Fatal(err)
		}
	}
}

// pseudonyms are what people wear.
func pseudonyms(people iter.Seq[consent.Record]) (list []common.Address) {
	for r := range people {
		list = append(list, r.Pseudonym)
	}
	return list
}

// The cohort is that of the data: who enrolled after it was made is not in it, who rotated is, and everyone once.
func TestCohort(t *testing.T) {
	terms := grant.Terms{MinGrantVersion: 1, PolicyVersion: 1, Purpose: 3, Kind: 1, Day: 100, AsOf: 50}
	live := grant.Entry{Nonce: 1, PolicyVersion: 1, Purposes: 8, Kinds: 2, Expiry: 200, EpsilonClass: 6, Enrolled: true,
		OriginBlock: 50}
	name := func(b byte) common.Address { return common.Address{b} }
	entry := func(origin byte, edit func(*grant.Entry)) grant.Entry {
		e := live
		e.Origin = name(origin)
		if edit != nil {
			edit(&e)
		}
		return e
	}
	for _, c := range []struct {
		name    string
		entries map[byte]grant.Entry
		want    []common.Address
	}{
		{"who enrolled by the block", map[byte]grant.Entry{1: entry(1, nil)}, []common.Address{name(1)}},
		{"who enrolled after it", map[byte]grant.Entry{1: entry(1, func(e *grant.Entry) { e.OriginBlock = 51 })}, nil},
		{"who rotated, by what they wear now", map[byte]grant.Entry{
			1: entry(1, func(e *grant.Entry) { e.Rotated, e.Purposes, e.Kinds = true, 0, 0 }),
			2: entry(1, nil),
		}, []common.Address{name(2)}},
		{"two entries of one person, which no ledger has", map[byte]grant.Entry{1: entry(1, nil), 2: entry(1, nil)},
			[]common.Address{name(1)}},
		{"the same in the other order", map[byte]grant.Entry{1: entry(2, nil), 2: entry(2, nil)},
			[]common.Address{name(2)}},
		{"two successors of one person", map[byte]grant.Entry{1: entry(9, nil), 2: entry(9, nil)},
			[]common.Address{name(1)}},
	} {
		var entries, origins [][2]common.Hash
		for b := range byte(10) {
			e, ok := c.entries[b]
			if !ok {
				continue
			}
			if e.Origin != name(b) {
				e.Rotations = 1
			}
			w, err := e.Pack(name(b))
			if err != nil {
				t.Fatal(err)
			}
			entries = append(entries, [2]common.Hash{consent.Slot(name(b)), w.Entry})
			if w.Origin != (common.Hash{}) {
				origins = append(origins, [2]common.Hash{consent.OriginSlot(name(b)), w.Origin})
			}
		}
		s, err := consent.Read(seq(entries), seq(origins))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := pseudonyms(s.Live(terms)); !slices.Equal(got, c.want) || int(s.CountLive(terms)) != len(c.want) {
			t.Errorf("%s: %v count, want %v", c.name, got, c.want)
		}
	}
}
