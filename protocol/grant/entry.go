package grant

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// MaxUpdatedAt is the largest block number an entry can hold (48 bits).
const MaxUpdatedAt = 1<<48 - 1

// Entry is what the consent ledger stores for a pseudonym: the newest grant and
// what has become of it. It fits one storage word.
type Entry struct {
	Nonce         uint64       `json:"nonce,string"`
	PolicyVersion uint32       `json:"policyVersion"`
	Purposes      purpose.Set  `json:"purposes"`
	Kinds         kind.Set     `json:"kinds"`
	NotBefore     day.Day      `json:"notBefore"`
	Expiry        day.Day      `json:"expiry"`
	EpsilonClass  budget.Class `json:"epsilonClass"`
	Exact         bool         `json:"exact"`
	Enrolled      bool         `json:"enrolled"`
	Rotated       bool         `json:"rotated"`  // replaced by another pseudonym
	Revoked       bool         `json:"revoked"`  // by the custodian
	Linkable      bool         `json:"linkable"` // an ERC-1271 account signs for it
	UpdatedAt     uint64       `json:"updatedAt"`
}

// The bits of the flags byte.
const (
	flagExact = 1 << iota
	flagEnrolled
	flagRotated
	flagRevoked
	flagLinkable
	flagsKnown = 1<<iota - 1
)

// Pack returns the storage word, whose fields are counted from its least
// significant bit: nonce 64, policyVersion 32, purposes 32, notBefore 24, expiry
// 24, kinds 8, epsilonClass 8, flags 8, updatedAt 48, zero 8.
func (e Entry) Pack() (common.Hash, error) {
	var w common.Hash
	switch {
	case e.NotBefore > day.Max:
		return w, bad("notBefore", uint32(e.NotBefore), "it does not fit 24 bits")
	case e.Expiry > day.Max:
		return w, bad("expiry", uint32(e.Expiry), "it does not fit 24 bits")
	case e.UpdatedAt > MaxUpdatedAt:
		return w, bad("updatedAt", e.UpdatedAt, "it does not fit 48 bits")
	}
	put48(w[1:7], e.UpdatedAt)
	for i, set := range [...]bool{e.Exact, e.Enrolled, e.Rotated, e.Revoked, e.Linkable} { // in the order of the flags
		if set {
			w[7] |= 1 << i
		}
	}
	w[8], w[9] = byte(e.EpsilonClass), byte(e.Kinds)
	put24(w[10:13], e.Expiry)
	put24(w[13:16], e.NotBefore)
	binary.BigEndian.PutUint32(w[16:20], uint32(e.Purposes))
	binary.BigEndian.PutUint32(w[20:24], e.PolicyVersion)
	binary.BigEndian.PutUint64(w[24:32], e.Nonce)
	return w, nil
}

// Unpack reads a storage word. Bits that no version of the ledger sets are errors:
// then the word is of a contract that this code does not know.
func Unpack(w common.Hash) (Entry, error) {
	if w[0] != 0 || w[7]&^flagsKnown != 0 {
		return Entry{}, fmt.Errorf("grant: entry word %s has reserved bits set; a newer version of this program may read it", w)
	}
	return Entry{
		Nonce:         binary.BigEndian.Uint64(w[24:32]),
		PolicyVersion: binary.BigEndian.Uint32(w[20:24]),
		Purposes:      purpose.Set(binary.BigEndian.Uint32(w[16:20])),
		NotBefore:     get24(w[13:16]),
		Expiry:        get24(w[10:13]),
		Kinds:         kind.Set(w[9]),
		EpsilonClass:  budget.Class(w[8]),
		Exact:         w[7]&flagExact != 0,
		Enrolled:      w[7]&flagEnrolled != 0,
		Rotated:       w[7]&flagRotated != 0,
		Revoked:       w[7]&flagRevoked != 0,
		Linkable:      w[7]&flagLinkable != 0,
		UpdatedAt:     uint64(binary.BigEndian.Uint16(w[1:3]))<<32 | uint64(binary.BigEndian.Uint32(w[3:7])),
	}, nil
}

func put24(b []byte, d day.Day) { b[0], b[1], b[2] = byte(d>>16), byte(d>>8), byte(d) }
func get24(b []byte) day.Day    { return day.Day(b[0])<<16 | day.Day(b[1])<<8 | day.Day(b[2]) }

func put48(b []byte, v uint64) {
	binary.BigEndian.PutUint16(b, uint16(v>>32))
	binary.BigEndian.PutUint32(b[2:], uint32(v))
}
