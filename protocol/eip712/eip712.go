// Package eip712 hashes typed structured data (EIP-712): the words of our own structs here, and wallets' JSON typed
// data in TypedData. Both give one digest, so what a wallet shows and signs is what the contracts check.
package eip712

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/amount"
)

// Name and Version of every Assent domain.
const (
	Name    = "Assent"
	Version = "1"
)

const domainType = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"

// Word is one 32-byte slot of an encoded struct.
type Word [32]byte

// Domain says where a signature counts: one chain, and the one contract that checks it. Name and version are Assent's.
type Domain struct {
	ChainID  uint64         `json:"chainId"`
	Contract common.Address `json:"verifyingContract"`
}

// Separator returns the domain separator.
func (d Domain) Separator() common.Hash {
	return HashStruct(domainType, String(Name), String(Version), Uint(d.ChainID), Address(d.Contract))
}

// Digest returns what is signed for a struct with the given hash.
func (d Domain) Digest(structHash common.Hash) common.Hash {
	sep := d.Separator()
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, sep[:], structHash[:])
}

// TypeHash hashes an encoded type such as "Ticket(bytes32 dataset,uint64 expiry)".
func TypeHash(encodedType string) common.Hash { return crypto.Keccak256Hash([]byte(encodedType)) }

// HashStruct hashes a struct of an encoded type from its members' words, in order.
func HashStruct(encodedType string, words ...Word) common.Hash {
	b := make([]byte, 0, 32*(len(words)+1))
	h := TypeHash(encodedType)
	b = append(b, h[:]...)
	for i := range words {
		b = append(b, words[i][:]...)
	}
	return crypto.Keccak256Hash(b)
}

// Uint encodes a uint8 to uint64 (and anything wider that holds such a value).
func Uint[T ~uint8 | ~uint16 | ~uint32 | ~uint64](v T) (w Word) {
	binary.BigEndian.PutUint64(w[24:], uint64(v))
	return w
}

// Amount encodes a uint128.
func Amount(v amount.Amount) (w Word) {
	copy(w[16:], v[:])
	return w
}

// Bool encodes a bool.
func Bool(v bool) (w Word) {
	if v {
		w[31] = 1
	}
	return w
}

// Address encodes an address.
func Address(v common.Address) (w Word) {
	copy(w[12:], v[:])
	return w
}

// Bytes32 encodes a bytes32.
func Bytes32(v common.Hash) Word { return Word(v) }

// Bytes encodes dynamic bytes.
func Bytes(v []byte) Word { return Word(crypto.Keccak256Hash(v)) }

// String encodes a string.
func String(v string) Word { return Bytes([]byte(v)) }

// Array encodes an array from its elements' words.
func Array(words ...Word) Word {
	b := make([]byte, 0, 32*len(words))
	for i := range words {
		b = append(b, words[i][:]...)
	}
	return Bytes(b)
}
