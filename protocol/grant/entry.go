package grant

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// MaxBlock is the largest block number an entry can hold (40 bits).
const MaxBlock = 1<<40 - 1

// MaxRotations is how often a person may rotate until the custodian acknowledges.
const MaxRotations = 8

// Entry is what the consent ledger stores for a pseudonym: the newest grant, what has become of it, and whose it is. It
// fits two storage words, the second of which is zero until a rotation.
type Entry struct {
	Nonce         uint64               `json:"nonce,string"`
	PolicyVersion uint32               `json:"policyVersion"`
	Purposes      purpose.Set          `json:"purposes"`
	Kinds         kind.Set             `json:"kinds"`
	NotBefore     day.Day              `json:"notBefore"`
	Expiry        day.Day              `json:"expiry"`
	EpsilonClass  budget.Class         `json:"epsilonClass"`
	Exact         bool                 `json:"exact"`
	Enrolled      bool                 `json:"enrolled"`
	Rotated       bool                 `json:"rotated"`     // replaced by another pseudonym
	Revoked       bool                 `json:"revoked"`     // by the custodian
	Linkable      bool                 `json:"linkable"`    // an ERC-1271 account signs for it
	Origin        common.Address       `json:"origin"`      // the pseudonym under which the person enrolled
	OriginBlock   uint64               `json:"originBlock"` // in which that was
	Rotations     uint8                `json:"rotations"`   // since the custodian's last acknowledgement
	RotationDay   day.Day              `json:"rotationDay"` // of the last rotation
	Conditions    condition.Conditions `json:"conditions"`
}

// Words are an entry as the ledger stores it.
type Words struct {
	Entry  common.Hash `json:"entry"`
	Origin common.Hash `json:"origin"` // zero for a pseudonym that no rotation led to
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

// Pack returns the storage words of a pseudonym's entry, whose fields are counted from the least significant bit.
// Entry: nonce 64, policyVersion 32, purposes 32, notBefore 24, expiry 24, kinds 16, epsilonClass 8, flags 8,
// originBlock 40, conditions 8. Origin: origin 160, rotations 8, rotationDay 24, zero 64; all of it is zero when the
// origin is the pseudonym itself.
func (e Entry) Pack(pseudonym common.Address) (Words, error) {
	var w Words
	for _, d := range [...]struct {
		field string
		day   day.Day
	}{{"notBefore", e.NotBefore}, {"expiry", e.Expiry}, {"rotationDay", e.RotationDay}} {
		if d.day > day.Max {
			return w, bad(d.field, uint32(d.day), "it does not fit 24 bits")
		}
	}
	moved := e.Origin != pseudonym
	switch {
	case e.OriginBlock > MaxBlock:
		return w, bad("originBlock", e.OriginBlock, "it does not fit 40 bits")
	case !e.Enrolled && (e.Origin != common.Address{} || e.OriginBlock != 0 || e.Rotations != 0 || e.RotationDay != 0):
		return w, bad("enrolled", e.Enrolled, "who is not enrolled has no origin")
	case e.Enrolled && e.Origin == common.Address{}:
		return w, bad("origin", e.Origin, "who is enrolled has one")
	case e.Enrolled && moved != (e.Rotations != 0) || e.Rotations == 0 && e.RotationDay != 0:
		return w, bad("rotations", e.Rotations, "it does not agree with the origin")
	}
	a := &w.Entry
	a[0] = byte(e.Conditions)
	put40(a[1:6], e.OriginBlock)
	for i, set := range [...]bool{e.Exact, e.Enrolled, e.Rotated, e.Revoked, e.Linkable} { // in the order of the flags
		if set {
			a[6] |= 1 << i
		}
	}
	a[7] = byte(e.EpsilonClass)
	binary.BigEndian.PutUint16(a[8:10], uint16(e.Kinds))
	put24(a[10:13], e.Expiry)
	put24(a[13:16], e.NotBefore)
	binary.BigEndian.PutUint32(a[16:20], uint32(e.Purposes))
	binary.BigEndian.PutUint32(a[20:24], e.PolicyVersion)
	binary.BigEndian.PutUint64(a[24:32], e.Nonce)
	if e.Enrolled && moved {
		b := &w.Origin
		put24(b[8:11], e.RotationDay)
		b[11] = e.Rotations
		copy(b[12:], e.Origin[:])
	}
	return w, nil
}

// Unpack reads the storage words of a pseudonym. Bits that no version of the ledger sets are errors, as is an origin
// without enrolment or rotation: then the words are of a contract that this code does not know.
func Unpack(pseudonym common.Address, w Words) (Entry, error) {
	a, b := &w.Entry, &w.Origin
	if a[6]&^flagsKnown != 0 || [8]byte(b[:8]) != [8]byte{} {
		return Entry{}, fmt.Errorf("grant: entry words %s and %s have reserved bits set; "+
			"a newer version of this program may read them", w.Entry, w.Origin)
	}
	e := Entry{
		Nonce:         binary.BigEndian.Uint64(a[24:32]),
		PolicyVersion: binary.BigEndian.Uint32(a[20:24]),
		Purposes:      purpose.Set(binary.BigEndian.Uint32(a[16:20])),
		NotBefore:     get24(a[13:16]),
		Expiry:        get24(a[10:13]),
		Kinds:         kind.Set(binary.BigEndian.Uint16(a[8:10])),
		EpsilonClass:  budget.Class(a[7]),
		Exact:         a[6]&flagExact != 0,
		Enrolled:      a[6]&flagEnrolled != 0,
		Rotated:       a[6]&flagRotated != 0,
		Revoked:       a[6]&flagRevoked != 0,
		Linkable:      a[6]&flagLinkable != 0,
		OriginBlock:   get40(a[1:6]),
		Conditions:    condition.Conditions(a[0]),
	}
	moved := w.Origin != common.Hash{}
	if !e.Enrolled && (moved || e.OriginBlock != 0) {
		return Entry{}, fmt.Errorf("grant: entry words %s and %s do not agree whether the pseudonym is enrolled",
			w.Entry, w.Origin)
	}
	if e.Enrolled {
		e.Origin = pseudonym
	}
	if moved {
		e.Origin, e.Rotations, e.RotationDay = common.Address(b[12:]), b[11], get24(b[8:11])
		if e.Origin == pseudonym || e.Origin == (common.Address{}) || e.Rotations == 0 {
			return Entry{}, fmt.Errorf("grant: the origin word %s of %s is of no rotation", w.Origin, pseudonym)
		}
	}
	return e, nil
}

// Records reports whether an entry is what a grant of its nonce leaves on record. What the ledger does not keep of a
// grant, its circumstances and the time to submit it, is not compared.
func (e Entry) Records(g Grant) bool {
	if e.Nonce != g.Nonce {
		return false
	}
	if g.IsRevocation() {
		return e.Purposes == 0 && e.Kinds == 0
	}
	return e.PolicyVersion == g.PolicyVersion && e.Purposes == g.Purposes && e.Kinds == g.Kinds &&
		e.NotBefore == g.NotBefore && e.Expiry == g.Expiry && e.EpsilonClass == g.EpsilonClass && e.Exact == g.Exact &&
		e.Conditions == g.Conditions
}

func put24(b []byte, d day.Day) { b[0], b[1], b[2] = byte(d>>16), byte(d>>8), byte(d) }
func get24(b []byte) day.Day    { return day.Day(b[0])<<16 | day.Day(b[1])<<8 | day.Day(b[2]) }

func put40(b []byte, v uint64) {
	b[0] = byte(v >> 32)
	binary.BigEndian.PutUint32(b[1:], uint32(v))
}

func get40(b []byte) uint64 { return uint64(b[0])<<32 | uint64(binary.BigEndian.Uint32(b[1:])) }
