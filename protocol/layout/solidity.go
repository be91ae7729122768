package layout

import (
	"encoding/binary"

	"golang.org/x/crypto/sha3"
)

// The names of the ranges of slots that hold the two words of consent entries.
const (
	consentEntryDomain  = "assent.consent.entry.v2"
	consentOriginDomain = "assent.consent.origin.v2"
)

// ConsentEntryPrefix is the first 12 bytes of the slots of all consent entries of a ledger:
// keccak256("assent.consent.entry.v2")[:12].
func ConsentEntryPrefix() [12]byte { return consentPrefix(consentEntryDomain) }

// ConsentOriginPrefix is the first 12 bytes of the slots of all origin words of a ledger:
// keccak256("assent.consent.origin.v2")[:12].
func ConsentOriginPrefix() [12]byte { return consentPrefix(consentOriginDomain) }

func consentPrefix(domain string) [12]byte {
	sum := keccak([]byte(domain))
	return [12]byte(sum[:12])
}

// ConsentEntrySlot is the slot of one pseudonym's consent entry in its dataset's ledger: ConsentEntryPrefix ‖
// pseudonym. Entries of a ledger are therefore contiguous and in pseudonym order.
func ConsentEntrySlot(pseudonym Address) Word {
	return consentSlot(ConsentEntryPrefix(), pseudonym)
}

// ConsentOriginSlot is the slot of the origin word of one pseudonym's entry: ConsentOriginPrefix ‖ pseudonym.
func ConsentOriginSlot(pseudonym Address) Word {
	return consentSlot(ConsentOriginPrefix(), pseudonym)
}

func consentSlot(prefix [12]byte, pseudonym Address) Word {
	var slot Word
	copy(slot[:], prefix[:])
	copy(slot[len(prefix):], pseudonym[:])
	return slot
}

// ConsentEntryRange is the key prefix of all consent entries of a ledger contract in the state tree.
func ConsentEntryRange(ledger Address) []byte {
	prefix := ConsentEntryPrefix()
	return append(StoragePrefix(ledger), prefix[:]...)
}

// ConsentOriginRange is the key prefix of all origin words of a ledger contract in the state tree.
func ConsentOriginRange(ledger Address) []byte {
	prefix := ConsentOriginPrefix()
	return append(StoragePrefix(ledger), prefix[:]...)
}

// ConsentEntryPseudonym is the inverse of ConsentEntrySlot. ok is false when the slot is not one of a consent entry.
func ConsentEntryPseudonym(slot Word) (pseudonym Address, ok bool) {
	prefix := ConsentEntryPrefix()
	if [12]byte(slot[:12]) != prefix {
		return Address{}, false
	}
	copy(pseudonym[:], slot[12:])
	return pseudonym, true
}

// Slot is the slot of the n-th state variable of a contract, as Solidity lays them out.
func Slot(n uint64) Word {
	var slot Word
	binary.BigEndian.PutUint64(slot[24:], n)
	return slot
}

// MappingSlot is the slot of an element of a Solidity mapping that lives at slot: keccak256(key ‖ slot). The key is the
// 32-byte word that Solidity pads value types to.
func MappingSlot(slot, key Word) Word { return keccak(key[:], slot[:]) }

// ArraySlot is the slot where the elements of a dynamic array that lives at slot begin: keccak256(slot). The array's
// length is at slot itself.
func ArraySlot(slot Word) Word { return keccak(slot[:]) }

// Add returns the slot n places after slot, as members of a struct or elements of an array are; it wraps at 2^256 as
// Solidity does.
func (w Word) Add(n uint64) Word {
	for i := 24; i >= 0; i -= 8 {
		sum := binary.BigEndian.Uint64(w[i:]) + n
		carry := sum < n
		binary.BigEndian.PutUint64(w[i:], sum)
		if !carry {
			break
		}
		n = 1
	}
	return w
}

// Word returns the address as Solidity pads it: 12 zero bytes, then the address.
func (a Address) Word() Word {
	var w Word
	copy(w[12:], a[:])
	return w
}

func keccak(parts ...[]byte) Word {
	h := sha3.NewLegacyKeccak256()
	for _, p := range parts {
		h.Write(p)
	}
	return Word(h.Sum(nil))
}
