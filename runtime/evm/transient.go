package evm

import (
	"hash/maphash"

	"github.com/ethereum/go-ethereum/common"
)

// transient is the transient storage of one message (EIP-1153). A write costs a hundredth of what one to the state
// does, so a message can have very many: they stand one after the other, each with the number of the one that it
// covers, and are their own journal. That takes about 80 bytes each, without a pointer, where go-ethereum's map and
// journal take 250. The zero value is empty.
type transient struct {
	// contracts numbers the contracts that wrote.
	contracts map[common.Address]uint32
	// writes holds all writes in order, in pieces that are never moved.
	writes [][]transientWrite
	count  uint32
	// places finds the number of a slot's last write, counted from one: a hash table with linear probing. Writes are
	// only taken back in their order, so that a slot which leaves the table was the last to come.
	places []uint32
	taken  int
	seed   maphash.Seed
}

type transientSlot struct {
	contract uint32
	key      common.Hash
}

type transientWrite struct {
	slot     transientSlot
	value    common.Hash
	previous uint32 // number of the write that this one covers, or zero
}

// Sizes of a piece of writes, of its first one at first, and of the table at first.
const (
	transientPiece  = 1024
	transientFirst  = 16
	transientPlaces = 64
)

// get returns the value of a slot.
func (t *transient) get(addr common.Address, key common.Hash) common.Hash {
	contract, ok := t.contracts[addr]
	if !ok {
		return common.Hash{}
	}
	if n := t.places[t.place(transientSlot{contract, key})]; n != 0 {
		return t.write(n).value
	}
	return common.Hash{}
}

// set writes a value to a slot.
func (t *transient) set(addr common.Address, key, value common.Hash) {
	if t.contracts == nil {
		t.contracts, t.seed = make(map[common.Address]uint32), maphash.MakeSeed()
		t.places = make([]uint32, transientPlaces)
	}
	contract, ok := t.contracts[addr]
	if !ok {
		contract = uint32(len(t.contracts))
		t.contracts[addr] = contract
	}
	slot := transientSlot{contract, key}
	place := t.place(slot)
	t.append(transientWrite{slot: slot, value: value, previous: t.places[place]})
	if t.places[place] == 0 {
		t.taken++
	}
	t.places[place] = t.count
	if 4*t.taken > 3*len(t.places) {
		t.grow()
	}
}

func (t *transient) append(w transientWrite) {
	piece := int(t.count / transientPiece)
	if piece == len(t.writes) {
		size := transientPiece
		if piece == 0 {
			size = transientFirst
		}
		t.writes = append(t.writes, make([]transientWrite, 0, size))
	}
	t.writes[piece] = append(t.writes[piece], w)
	t.count++
}

// write returns a write by its number, counted from one.
func (t *transient) write(n uint32) *transientWrite {
	return &t.writes[(n-1)/transientPiece][(n-1)%transientPiece]
}

// place returns where a slot is in the table, or would be.
func (t *transient) place(slot transientSlot) int {
	mask := len(t.places) - 1
	for at := int(maphash.Comparable(t.seed, slot)) & mask; ; at = (at + 1) & mask {
		if n := t.places[at]; n == 0 || t.write(n).slot == slot {
			return at
		}
	}
}

// grow makes the table twice as large. Slots come in the order of their first writes, as they did.
func (t *transient) grow() {
	t.places = make([]uint32, 2*len(t.places))
	for n := uint32(1); n <= t.count; n++ {
		t.places[t.place(t.write(n).slot)] = n
	}
}

// revert takes back all writes but the first count.
func (t *transient) revert(count uint32) {
	for ; t.count > count; t.count-- {
		last := t.write(t.count)
		place := t.place(last.slot)
		if t.places[place] = last.previous; last.previous == 0 {
			t.taken--
		}
		piece := &t.writes[(t.count-1)/transientPiece]
		*piece = (*piece)[:len(*piece)-1]
	}
}
