package state

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
)

// leaf is a node whose value has so many bytes.
func leaf(number uint64, size int) *node.LeafNode {
	n := &node.LeafNode{Key: binary.BigEndian.AppendUint64(nil, number), Value: make([]byte, size)}
	n.UpdateHash()
	n.Clean = true
	return n
}

// seek gets nodes, keeps those that are not there, and returns how many were.
func (s *nodes) seek(of []*node.LeafNode) (hits int) {
	for _, n := range of {
		if s.get(&n.Hash) != nil {
			hits++
		} else {
			s.put(n)
		}
	}
	return hits
}

// check fails if the index, the slots, the free ones and the memory that is counted do not fit one another.
func (s *nodes) check(t *testing.T) {
	t.Helper()
	chunks, kept := 0, 0
	for number := range s.classes {
		c, size := &s.classes[number], sizeOf(number)
		free := make(map[uint32]bool)
		for _, place := range c.free {
			free[place] = true
		}
		live := 0
		for i, chunk := range c.chunks {
			if chunk == nil {
				continue
			}
			live++
			for j := range chunkSize / size {
				place := uint32(number)<<slotBits | uint32(i*(chunkSize/size)+j)
				key := binary.LittleEndian.Uint64(s.slot(place))
				if (key == 0) != free[place] {
					t.Fatalf("slot %d of class %d: key %x, free %t", place&(1<<slotBits-1), number, key, free[place])
				}
				if key == 0 {
					delete(free, place)
				} else if kept++; s.index[key] != place {
					t.Fatalf("the index has %x in slot %x, it is in %x", key, s.index[key], place)
				}
			}
		}
		if len(free) > 0 || live != c.live() {
			t.Fatalf("class %d: %d free slots that are not there, %d chunks, counted %d", number, len(free), live,
				c.live())
		}
		chunks += live
	}
	if kept != len(s.index) || s.held != chunks*chunkSize+kept*indexCost {
		t.Fatalf("%d nodes in %d chunks; the index has %d, %d bytes are counted", kept, chunks, len(s.index), s.held)
	}
}

// Memory goes to the sizes of nodes that are asked for: what comes late is kept as well, and what is not used any more
// makes room.
func TestMemoryFollowsSizes(t *testing.T) {
	const capacity = 4 << 20
	small, large := make([]*node.LeafNode, 60_000), make([]*node.LeafNode, 30)
	for i := range small {
		small[i] = leaf(uint64(i), 60)
	}
	for i := range large {
		large[i] = leaf(uint64(1<<32+i), 40_000)
	}
	s := newNodes(capacity)
	until := func(what string, of []*node.LeafNode, turns int) {
		t.Helper()
		for turn := range turns {
			hits := s.seek(of)
			s.check(t)
			if s.held > capacity+2*chunkSize {
				t.Fatalf("%s: %d bytes are held, more than %d", what, s.held, capacity)
			}
			if hits >= len(of)*9/10 {
				t.Logf("%s: %d of %d are kept after %d turns", what, hits, len(of), turn)
				return
			}
		}
		t.Errorf("%s: they are not kept after %d turns", what, turns)
	}
	s.seek(small) // more than fits
	s.seek(small[:30_000])
	until("large ones that come late", large, 40)
	until("small ones again", small[:20_000], 40)
	// What is used stays, while nodes of another size are used once each.
	for i := range 40 {
		s.put(leaf(uint64(1<<33+i), 40_000))
		if hits := s.seek(small[:20_000]); i > 5 && hits < 18_000 {
			t.Fatalf("after %d large nodes %d of 20000 that are used are kept", i, hits)
		}
	}
	s.check(t)
}

func BenchmarkNodes(b *testing.B) {
	for name, size := range map[string]int{"all fits": 50_000, "half fits": 200_000} {
		b.Run(name, func(b *testing.B) {
			all := make([]*node.LeafNode, size)
			for i := range all {
				all[i] = leaf(uint64(i), 60)
			}
			s, random := newNodes(16<<20), rand.New(rand.NewPCG(1, 2))
			s.seek(all)
			for b.Loop() {
				n := all[random.IntN(size)]
				if s.get(&n.Hash) == nil {
					s.put(n)
				}
			}
		})
	}
}
