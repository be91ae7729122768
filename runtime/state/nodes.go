package state

import (
	"encoding/binary"
	"math/bits"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
)

const (
	// chunkSize is how much memory a class of slots grows by.
	chunkSize = 256 << 10
	// Slots grow by sizeStep bytes up to maxStepped, where nearly all nodes are, and then by powers of two up to
	// maxSlot. What is larger is not kept.
	sizeStep   = 8
	maxStepped = 256
	maxSlot    = 64 << 10
	classes    = maxStepped/sizeStep + 8

	// A slot begins with the first bytes of its node's hash, which are its key in the index (zero when it is free), the
	// length of what follows, and a flag.
	lengthAt   = 8
	usedFlagAt = 11
	headerSize = 12

	// indexCost is what an entry of the index takes, in bytes, on average.
	indexCost = 24
	// slotBits of a place are the number of a slot in its class, the others the class.
	slotBits = 26
)

// nodes keeps tree nodes by their hash, in a bounded number of bytes. All trees share it: whatever their roots are,
// what they have in common is there once. Nodes are kept as bytes in slots of few sizes, so a node takes little more
// than its own length and costs the garbage collector nothing.
//
// A node found by a hash has that hash, whatever happened to the memory in between: it is computed again from the
// bytes.
type nodes struct {
	mu       sync.Mutex
	capacity int
	held     int // Bytes of chunks and index.
	index    map[uint64]uint32
	classes  [classes]class
}

// class holds the slots of one size.
type class struct {
	chunks [][]byte
	free   []uint32
	hand   uint32 // The slot that is looked at next when one has to go.
}

func newNodes(capacity int) *nodes {
	return &nodes{capacity: capacity, index: make(map[uint64]uint32)}
}

// classOf returns the class of slots for a node of a length, and their size. The length is at most maxSlot with its
// header.
func classOf(length int) (number, size int) {
	if length += headerSize; length <= maxStepped {
		number = (length + sizeStep - 1) / sizeStep
		return number - 1, number * sizeStep
	}
	shift := bits.Len(uint(length - 1)) // 9 for the first of them, 512.
	return maxStepped/sizeStep + shift - 9, 1 << shift
}

func sizeOf(number int) int {
	if number < maxStepped/sizeStep {
		return (number + 1) * sizeStep
	}
	return 512 << (number - maxStepped/sizeStep)
}

// key is what a hash is found by. Two nodes with the same key cannot both be kept.
func key(h *hash.Hash) uint64 { return max(1, binary.LittleEndian.Uint64(h[:8])) }

func (s *nodes) slot(place uint32) []byte {
	number := int(place >> slotBits)
	size := sizeOf(number)
	perChunk := uint32(chunkSize / size)
	at := place & (1<<slotBits - 1)
	start := int(at%perChunk) * size
	return s.classes[number].chunks[at/perChunk][start : start+size]
}

func lengthOf(slot []byte) int {
	return int(binary.LittleEndian.Uint32(slot[lengthAt:]) & (1<<24 - 1))
}

// get returns the node with the hash, or nil.
func (s *nodes) get(h *hash.Hash) node.Node {
	var buffer [maxStepped]byte
	raw := s.copy(h, buffer[:0])
	if raw == nil {
		return nil
	}
	n, err := node.UnmarshalBinary(raw)
	if err != nil || n.GetHash() != *h {
		return nil
	}
	return n
}

func (s *nodes) copy(h *hash.Hash, buffer []byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	place, ok := s.index[key(h)]
	if !ok {
		return nil
	}
	slot := s.slot(place)
	slot[usedFlagAt] = 1
	return append(buffer, slot[headerSize:headerSize+lengthOf(slot)]...)
}

// put keeps a clean node. What does not fit is not kept.
func (s *nodes) put(n node.Node) {
	if inner, ok := n.(*node.InternalNode); ok && inner.LeafNode != nil && inner.LeafNode.Node == nil {
		return // Its bytes contain those of its leaf, which its tree has let go.
	}
	raw, err := n.MarshalBinary()
	if err != nil || len(raw)+headerSize > maxSlot {
		return
	}
	h := n.GetHash()
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.index[key(&h)]; ok {
		return
	}
	place, ok := s.take(len(raw))
	if !ok {
		return
	}
	slot := s.slot(place)
	binary.LittleEndian.PutUint64(slot, key(&h))
	binary.LittleEndian.PutUint32(slot[lengthAt:], uint32(len(raw))) // Its last byte is the flag, which is not set.
	copy(slot[headerSize:], raw)
	s.index[key(&h)] = place
	s.held += indexCost
}

// drop forgets a node.
func (s *nodes) drop(h *hash.Hash) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if place, ok := s.index[key(h)]; ok {
		s.release(place)
	}
}

func (s *nodes) release(place uint32) {
	slot := s.slot(place)
	delete(s.index, binary.LittleEndian.Uint64(slot))
	binary.LittleEndian.PutUint64(slot, 0)
	c := &s.classes[place>>slotBits]
	c.free = append(c.free, place)
	s.held -= indexCost
}

// take returns a free slot for a node of a length: one that was given back, one of a new chunk, or, when memory is used
// up, that of a node which was not used since the hand went by last.
func (s *nodes) take(length int) (uint32, bool) {
	number, size := classOf(length)
	c := &s.classes[number]
	perChunk := uint32(chunkSize / size)
	if len(c.free) == 0 && (len(c.chunks) == 0 || s.held+chunkSize <= s.capacity) {
		first := uint32(len(c.chunks)) * perChunk
		if first+perChunk > 1<<slotBits {
			return 0, false
		}
		c.chunks = append(c.chunks, make([]byte, chunkSize))
		s.held += chunkSize
		for i := range perChunk {
			c.free = append(c.free, uint32(number)<<slotBits|(first+perChunk-1-i))
		}
	}
	for all := uint32(len(c.chunks)) * perChunk; len(c.free) == 0; c.hand = (c.hand + 1) % all {
		place := uint32(number)<<slotBits | c.hand
		if slot := s.slot(place); slot[usedFlagAt] != 0 {
			slot[usedFlagAt] = 0
		} else {
			s.release(place)
		}
	}
	place := c.free[len(c.free)-1]
	c.free = c.free[:len(c.free)-1]
	return place, true
}
