package state

import (
	"encoding/binary"
	"math/bits"
	"slices"
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
	// length of what follows, and flags: whether it was used since its class's hand went by, and since the hand did
	// that goes over chunks.
	lengthAt   = 8
	flagsAt    = 11
	headerSize = 12
	usedOfSlot = 1 << 0
	usedInAll  = 1 << 1

	// idleShare: of a chunk that lies idle fewer than one in so many slots were used.
	idleShare = 16

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
	at       struct{ class, chunk int } // The chunk that is looked at next when a class needs one.
}

// class holds the slots of one size.
type class struct {
	chunks [][]byte // A chunk that another class took is nil.
	holes  []uint32 // The numbers of those.
	free   []uint32
	hand   uint32 // The slot that is looked at next when one has to go.

	// Since the class last looked at a chunk of another one: the bytes of slots that it evicted, and how many slots its
	// hand passed that had been used, and that had not.
	evicted, used, unused int
}

// live is how many chunks the class has.
func (c *class) live() int { return len(c.chunks) - len(c.holes) }

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
	slot[flagsAt] = usedOfSlot | usedInAll
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
	binary.LittleEndian.PutUint32(slot[lengthAt:], uint32(len(raw))) // Its last byte are the flags, none of them set.
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
// up, that of a node which was not used since the hand went by last. Which sizes are asked for changes, so a class that
// evicts looks at a chunk of another one for each chunk of its own that it evicts. All are looked at once while as much
// is evicted as the memory holds: what was not used in that time would be gone if all nodes were of one size.
func (s *nodes) take(length int) (uint32, bool) {
	number, size := classOf(length)
	c := &s.classes[number]
	if len(c.free) == 0 && (c.live() == 0 || s.held+chunkSize <= s.capacity) {
		if !s.grow(number, make([]byte, chunkSize)) {
			return 0, false
		}
		s.held += chunkSize
	}
	if c.evicted >= chunkSize && len(c.free) == 0 {
		chunk := s.idle(number)
		c.evicted, c.used, c.unused = 0, 0, 0
		if chunk != nil {
			clear(chunk)
			if !s.grow(number, chunk) {
				s.held -= chunkSize
			}
		}
	}
	perChunk := uint32(chunkSize / size)
	for all := uint32(len(c.chunks)) * perChunk; len(c.free) == 0; {
		if c.chunks[c.hand/perChunk] == nil {
			c.hand = (c.hand/perChunk + 1) * perChunk % all
			continue
		}
		place := uint32(number)<<slotBits | c.hand
		if slot := s.slot(place); slot[flagsAt]&usedOfSlot != 0 {
			slot[flagsAt] &^= usedOfSlot
			c.used++
		} else {
			s.release(place)
			c.evicted += size
			c.unused++
		}
		c.hand = (c.hand + 1) % all
	}
	place := c.free[len(c.free)-1]
	c.free = c.free[:len(c.free)-1]
	return place, true
}

// grow gives a class an empty chunk, unless it has as many as it can have.
func (s *nodes) grow(number int, chunk []byte) bool {
	c := &s.classes[number]
	perChunk := uint32(chunkSize / sizeOf(number))
	at := uint32(len(c.chunks))
	if n := len(c.holes); n > 0 {
		at, c.holes = c.holes[n-1], c.holes[:n-1]
		c.chunks[at] = chunk
	} else if (at+1)*perChunk > 1<<slotBits {
		return false
	} else {
		c.chunks = append(c.chunks, chunk)
	}
	for i := range perChunk {
		c.free = append(c.free, uint32(number)<<slotBits|((at+1)*perChunk-1-i))
	}
	return true
}

// idle looks at the next chunk of another class and takes it when it is used too little: nil when it is not, or when
// there is none. Each class keeps one.
func (s *nodes) idle(taker int) []byte {
	for range classes + 1 {
		c := &s.classes[s.at.class]
		for ; s.at.class != taker && c.live() > 1 && s.at.chunk < len(c.chunks); s.at.chunk++ {
			if c.chunks[s.at.chunk] == nil {
				continue
			}
			number, chunk := s.at.class, s.at.chunk
			s.at.chunk++
			if s.worthLess(number, chunk, &s.classes[taker]) {
				return s.empty(number, chunk)
			}
			return nil
		}
		s.at.class, s.at.chunk = (s.at.class+1)%classes, 0
	}
	return nil
}

// worthLess says whether a chunk lies idle, with fewer than one in idleShare of its slots used since it was asked
// before, or is used less than half as much as what the taker has.
func (s *nodes) worthLess(number, chunk int, taker *class) bool {
	size, used := sizeOf(number), 0
	for slots := s.classes[number].chunks[chunk]; len(slots) >= size; slots = slots[size:] {
		if slots[flagsAt]&usedInAll != 0 && binary.LittleEndian.Uint64(slots) != 0 {
			used++
		}
		slots[flagsAt] &^= usedInAll
	}
	all := chunkSize / size
	return used*idleShare < all || 2*used*(taker.used+taker.unused) < taker.used*all
}

// empty forgets the nodes of a chunk and takes it from its class.
func (s *nodes) empty(number, chunk int) []byte {
	c := &s.classes[number]
	perChunk := uint32(chunkSize / sizeOf(number))
	first := uint32(number)<<slotBits | uint32(chunk)*perChunk
	for place := first; place < first+perChunk; place++ {
		if binary.LittleEndian.Uint64(s.slot(place)) != 0 {
			s.release(place)
		}
	}
	c.free = slices.DeleteFunc(c.free, func(place uint32) bool { return place >= first && place < first+perChunk })
	taken := c.chunks[chunk]
	c.chunks[chunk], c.holes = nil, append(c.holes, uint32(chunk))
	return taken
}
