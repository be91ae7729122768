// Package consent is the state of a dataset's consent ledger in one round, and the
// commitment to the subjects that a job used.
//
// A ledger's entries are one contiguous range of its storage, so a worker or an
// auditor reads all of them with range proofs and sees that none was left out.
// slotsHash commits to the range, and the consent root to it and the runtime's
// state root.
package consent

import (
	"bytes"
	"fmt"
	"iter"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/layout"
)

// MaxEntries is the largest number of entries read from one ledger.
const MaxEntries = 1 << 24

// Record is one pseudonym's entry.
type Record struct {
	Pseudonym common.Address `json:"pseudonym"`
	Entry     grant.Entry    `json:"entry"`
}

// State is all entries of one ledger in one round, in pseudonym order.
type State struct {
	records   []Record
	slotsHash common.Hash
}

// RangeError says that storage does not hold a ledger's entries as it should, at
// the slot named. Verified storage of a ledger contract never gives it.
type RangeError struct {
	Slot   common.Hash
	Reason string
}

func (e *RangeError) Error() string {
	return fmt.Sprintf("consent: slot %s: %s", e.Slot, e.Reason)
}

// Slot is the storage slot of a pseudonym's entry.
func Slot(pseudonym common.Address) common.Hash {
	return common.Hash(layout.ConsentEntrySlot(layout.Address(pseudonym)))
}

// Read reads the ledger's whole entry range: slot and value in ascending order of
// slots, as a verified iteration over the state tree yields them. Whoever calls it
// has to have checked that the range is complete.
func Read(slots iter.Seq2[common.Hash, common.Hash]) (*State, error) {
	s := &State{}
	prefix := layout.ConsentEntryPrefix()
	h := crypto.NewKeccakState()
	var last common.Hash
	for slot, value := range slots {
		switch {
		case !bytes.HasPrefix(slot[:], prefix[:]):
			return nil, &RangeError{slot, "it is outside the range of entries"}
		case len(s.records) > 0 && bytes.Compare(last[:], slot[:]) >= 0:
			return nil, &RangeError{slot, "it does not follow the slot before it"}
		case value == common.Hash{}:
			return nil, &RangeError{slot, "its value is zero, which the state tree leaves out"}
		case len(s.records) == MaxEntries:
			return nil, &RangeError{slot, fmt.Sprintf("it is beyond the %d entries that a ledger may have", MaxEntries)}
		}
		entry, err := grant.Unpack(value)
		if err != nil {
			return nil, fmt.Errorf("consent: slot %s: %w", slot, err)
		}
		h.Write(slot[:])
		h.Write(value[:])
		s.records = append(s.records, Record{Pseudonym: common.Address(slot[len(prefix):]), Entry: entry})
		last = slot
	}
	h.Read(s.slotsHash[:])
	return s, nil
}

// SlotsHash is the keccak256 of slot‖value over all entries in ascending order.
func (s *State) SlotsHash() common.Hash { return s.slotsHash }

// Root is the consent root under the runtime's state root.
func (s *State) Root(stateRoot common.Hash) common.Hash { return Root(stateRoot, s.slotsHash) }

// Root is keccak256(abi.encode(stateRoot, slotsHash)).
func Root(stateRoot, slotsHash common.Hash) common.Hash {
	return crypto.Keccak256Hash(stateRoot[:], slotsHash[:])
}

// Len is the number of entries.
func (s *State) Len() int { return len(s.records) }

// Records yields all entries in pseudonym order.
func (s *State) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, r := range s.records {
			if !yield(r) {
				return
			}
		}
	}
}

// Entry returns a pseudonym's entry, and false when it has none.
func (s *State) Entry(pseudonym common.Address) (grant.Entry, bool) {
	lo, hi := 0, len(s.records)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if bytes.Compare(s.records[mid].Pseudonym[:], pseudonym[:]) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.records) && s.records[lo].Pseudonym == pseudonym {
		return s.records[lo].Entry, true
	}
	return grant.Entry{}, false
}

// Live yields the pseudonyms that are live under the terms, in order.
func (s *State) Live(t grant.Terms) iter.Seq[common.Address] {
	return func(yield func(common.Address) bool) {
		for _, r := range s.records {
			if r.Entry.Check(t) == grant.Live && !yield(r.Pseudonym) {
				return
			}
		}
	}
}

// CountLive is the number of entries live under the terms, before any filter: the
// liveSubjects of charge and receipt.
func (s *State) CountLive(t grant.Terms) uint32 {
	var n uint32
	for _, r := range s.records {
		if r.Entry.Check(t) == grant.Live {
			n++
		}
	}
	return n
}
