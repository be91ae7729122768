// Package consent is the state of a dataset's consent ledger in one round.
//
// A ledger's words are two contiguous ranges of its storage, one of all entries and one of those to which a rotation
// led. So a worker or an auditor reads all of them with range proofs and sees that none was left out. A tree over
// pseudonyms commits to them, and the consent root to its hash, to the number of entries and to the runtime's state
// root.
package consent

import (
	"bytes"
	"fmt"
	"iter"
	"sort"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/layout"
)

// MaxEntries is the largest number of entries read from one ledger.
const MaxEntries = 1 << 24

// Item is one pseudonym with the words that the ledger stores of it.
type Item struct {
	Pseudonym common.Address `json:"pseudonym"`
	Words     Words          `json:"words"`
}

// Items are the entries of a ledger in ascending order of pseudonyms, none twice.
type Items []Item

// Top is the hash of the tree over the items.
func (s Items) Top() Hash { return s.Walk(nil) }

// Record is one pseudonym's entry.
type Record struct {
	Pseudonym common.Address `json:"pseudonym"`
	Entry     grant.Entry    `json:"entry"`
}

// State is all entries of one ledger in one round, in pseudonym order. It is safe for concurrent use.
type State struct {
	items Items
	top   func() Hash // computed when first asked for, since callers that only count need none
}

// RangeError says that storage does not hold a ledger's entries as it should, at the slot named. Verified storage of a
// ledger contract never gives it.
type RangeError struct {
	Slot   common.Hash
	Reason string
}

func (e *RangeError) Error() string {
	return fmt.Sprintf("consent: slot %s: %s", e.Slot, e.Reason)
}

// Slot is the storage slot of a pseudonym's entry word.
func Slot(pseudonym common.Address) common.Hash {
	return common.Hash(layout.ConsentEntrySlot(layout.Address(pseudonym)))
}

// OriginSlot is the storage slot of a pseudonym's origin word.
func OriginSlot(pseudonym common.Address) common.Hash {
	return common.Hash(layout.ConsentOriginSlot(layout.Address(pseudonym)))
}

// Read reads the ledger's two ranges whole: slot and value in ascending order of slots, as a verified iteration over
// the state tree yields them. The caller has to have checked that the ranges are complete.
func Read(entries, origins iter.Seq2[common.Hash, common.Hash]) (*State, error) {
	var items Items
	err := readRange(entries, layout.ConsentEntryPrefix(),
		func(slot common.Hash, pseudonym common.Address, word common.Hash) error {
			if len(items) == MaxEntries {
				return &RangeError{slot, fmt.Sprintf("it is beyond the %d entries that a ledger may have", MaxEntries)}
			}
			items = append(items, Item{Pseudonym: pseudonym, Words: Words{Entry: word}})
			return nil
		})
	if err != nil {
		return nil, err
	}
	next := 0
	err = readRange(origins, layout.ConsentOriginPrefix(),
		func(slot common.Hash, pseudonym common.Address, word common.Hash) error {
			for next < len(items) && bytes.Compare(items[next].Pseudonym[:], pseudonym[:]) < 0 {
				next++
			}
			if next == len(items) || items[next].Pseudonym != pseudonym {
				return &RangeError{slot, "it has an origin, but the pseudonym has no entry"}
			}
			items[next].Words.Origin = word
			return nil
		})
	if err != nil {
		return nil, err
	}
	return NewState(items)
}

// StateEntry is a key of the runtime's state tree with its value.
type StateEntry interface {
	~struct{ Key, Value []byte }
}

// Slots are entries of a contract's storage, as the state tree has them, in the form in which Read takes them. What is
// no entry of a contract's storage becomes the slot zero, which Read refuses.
func Slots[E StateEntry](entries []E) iter.Seq2[common.Hash, common.Hash] {
	return func(yield func(slot, value common.Hash) bool) {
		for _, e := range entries {
			at := struct{ Key, Value []byte }(e)
			_, slot, ok := layout.ParseStorageKey(at.Key)
			if !ok || len(at.Value) != len(layout.Word{}) {
				slot = layout.Word{}
			}
			if !yield(common.Hash(slot), common.BytesToHash(at.Value)) {
				return
			}
		}
	}
}

// readRange checks that slots are those of one range, in order, and not empty.
func readRange(slots iter.Seq2[common.Hash, common.Hash], prefix [12]byte,
	read func(slot common.Hash, pseudonym common.Address, word common.Hash) error) error {
	var last common.Hash
	first := true
	for slot, value := range slots {
		switch {
		case !bytes.HasPrefix(slot[:], prefix[:]):
			return &RangeError{slot, "it is outside the range"}
		case !first && bytes.Compare(last[:], slot[:]) >= 0:
			return &RangeError{slot, "it does not follow the slot before it"}
		case value == common.Hash{}:
			return &RangeError{slot, "its value is zero, which the state tree leaves out"}
		}
		if err := read(slot, common.Address(slot[len(prefix):]), value); err != nil {
			return err
		}
		last, first = slot, false
	}
	return nil
}

// NewState returns the state that has the items. They have to be in order, each with an entry word, and their words
// have to be such as a ledger writes. The state keeps the items, which must not be changed.
func NewState(items Items) (*State, error) {
	if len(items) > MaxEntries {
		return nil, fmt.Errorf("consent: %d entries, a ledger may have %d", len(items), MaxEntries)
	}
	for i := range items {
		item := &items[i]
		switch {
		case i > 0 && bytes.Compare(items[i-1].Pseudonym[:], item.Pseudonym[:]) >= 0:
			return nil, &RangeError{Slot(item.Pseudonym), "it does not follow the slot before it"}
		case item.Words.Entry == common.Hash{}:
			return nil, &RangeError{Slot(item.Pseudonym), "its value is zero, which the state tree leaves out"}
		}
		if _, err := grant.Unpack(item.Pseudonym, item.Words); err != nil {
			return nil, fmt.Errorf("consent: slot %s: %w", Slot(item.Pseudonym), err)
		}
	}
	return &State{items: items, top: sync.OnceValue(items.Top)}, nil
}

// record is an item as NewState has found it to be readable.
func (i *Item) record() Record {
	entry, err := grant.Unpack(i.Pseudonym, i.Words)
	if err != nil {
		panic("consent: internal error: a state holds an entry that cannot be read: " + err.Error())
	}
	return Record{i.Pseudonym, entry}
}

// Top is the hash of the tree over the entries.
func (s *State) Top() Hash { return s.top() }

// Root is the consent root under the runtime's state root.
func (s *State) Root(stateRoot common.Hash) common.Hash {
	return Root(stateRoot, len(s.items), s.top())
}

// Len is the number of entries.
func (s *State) Len() int { return len(s.items) }

// Items are the entries with their words. They must not be changed.
func (s *State) Items() Items { return s.items }

// Records yields all entries in pseudonym order.
func (s *State) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for i := range s.items {
			if !yield(s.items[i].record()) {
				return
			}
		}
	}
}

// Entry returns a pseudonym's entry, and false when it has none.
func (s *State) Entry(pseudonym common.Address) (grant.Entry, bool) {
	i := sort.Search(len(s.items), func(i int) bool {
		return bytes.Compare(s.items[i].Pseudonym[:], pseudonym[:]) >= 0
	})
	if i < len(s.items) && s.items[i].Pseudonym == pseudonym {
		return s.items[i].record().Entry, true
	}
	return grant.Entry{}, false
}

// Live yields the people who count for a job under the terms, in order of the pseudonyms that they wear: whose entry is
// live, and who enrolled by the block up to which the data have everyone. Of entries with one origin the first counts;
// a ledger lets no two of them be live.
func (s *State) Live(t grant.Terms) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		moved := make(map[common.Address]bool) // origins of people who rotated
		for r := range s.Records() {
			e := &r.Entry
			if e.OriginBlock > t.AsOf || e.Check(t) != grant.Live {
				continue
			}
			if e.Origin != r.Pseudonym {
				first, ok := s.Entry(e.Origin)
				if moved[e.Origin] || ok && first.Origin == e.Origin && first.Check(t) == grant.Live {
					continue
				}
				moved[e.Origin] = true
			}
			if !yield(r) {
				return
			}
		}
	}
}

// CountLive is the number of people who count under the terms, before any filter: the liveSubjects of charge and
// receipt.
func (s *State) CountLive(t grant.Terms) uint32 {
	var n uint32
	for range s.Live(t) {
		n++
	}
	return n
}
