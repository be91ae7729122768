package light

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// Where keys are spread evenly, each part of a range is one page, however many entries there are: what a page covers
// beyond its part, or a second page of it, would be read for little.
func TestSplit(t *testing.T) {
	f := fetcher{prefix: []byte("the entries of a ledger")}
	for _, entries := range []float64{5_000, 20_000, 100_000, 300_000, 1_000_000, 100_000_000} {
		begin, next, seen, pages := uint64(0), f.at(pageEntries/entries), pageEntries, 1
		for next != nil && pages < 200 {
			bounds := f.split(begin, next, seen)
			from := f.place(next)
			for i, bound := range bounds[1:] {
				if bound != nil && bytes.Compare(bounds[i], bound) >= 0 {
					t.Fatalf("%.0f entries: bound %d is %x, after %x", entries, i+1, bound, bounds[i])
				}
				to := float64(1 << 64)
				if bound != nil {
					to = float64(f.place(bound))
				}
				each := (to - float64(f.place(bounds[i]))) / (1 << 64) * entries
				if each > pageEntries+1 || (bound != nil && each < pageEntries-1) {
					t.Fatalf("%.0f entries: part %d has %.0f", entries, i, each)
				}
			}
			pages += len(bounds) - 1
			begin, next, seen = from, bounds[len(bounds)-1], (len(bounds)-1)*pageEntries
		}
		if pages < 200 && float64(pages-2)*pageEntries > entries {
			t.Errorf("%.0f entries: %d pages", entries, pages)
		}
	}
}

// at is the key at a fraction of the range.
func (f *fetcher) at(fraction float64) []byte {
	return binary.BigEndian.AppendUint64(bytes.Clone(f.prefix), uint64(fraction*(1<<64)))
}

// Whatever was seen, parts go forward and end.
func FuzzSplit(f *testing.F) {
	f.Add(uint64(0), []byte{0}, 1)
	f.Add(uint64(1<<63), []byte{255, 255, 255, 255, 255, 255, 255, 255, 255}, 0)
	f.Fuzz(func(t *testing.T, begin uint64, tail []byte, seen int) {
		fetch := fetcher{prefix: []byte("p")}
		next := append([]byte("p"), tail...)
		bounds := fetch.split(min(begin, fetch.place(next)), next, max(seen, 0))
		if len(bounds) < 2 {
			t.Fatalf("%d bounds", len(bounds))
		}
		for i := 1; i < len(bounds); i++ {
			if bounds[i] == nil && i == len(bounds)-1 {
				continue
			}
			if bytes.Compare(bounds[i-1], bounds[i]) >= 0 {
				t.Fatalf("bound %d is %x, after %x", i, bounds[i], bounds[i-1])
			}
		}
	})
}
