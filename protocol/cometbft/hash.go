package cometbft

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
	"time"
)

// precommit is the type of the votes that make up a commit.
const precommit = 2

// Hash returns the hash of the header: the root of the tree over its fields in their order.
func (h *Header) Hash() []byte {
	version := appendVarint(appendVarint(nil, 1, h.BlockVersion), 2, h.AppVersion)
	return treeHash([][]byte{
		version,
		appendBytes(nil, 1, []byte(h.ChainID)),
		appendVarint(nil, 1, uint64(h.Height)),
		encodeTime(h.Time),
		h.LastBlock.encode(),
		appendBytes(nil, 1, h.LastCommit),
		appendBytes(nil, 1, h.Data),
		appendBytes(nil, 1, h.Validators),
		appendBytes(nil, 1, h.NextValidators),
		appendBytes(nil, 1, h.Consensus),
		appendBytes(nil, 1, h.App),
		appendBytes(nil, 1, h.LastResults),
		appendBytes(nil, 1, h.Evidence),
		appendBytes(nil, 1, h.Proposer),
	})
}

// Hash returns the root of the tree over the validators in their order.
func (vs Validators) Hash() []byte {
	leaves := make([][]byte, len(vs))
	for i, v := range vs {
		key := appendBytes(nil, 1, v.Key[:])
		leaves[i] = appendVarint(appendMessage(nil, 1, key), 2, uint64(v.Power))
	}
	return treeHash(leaves)
}

// Address returns the first bytes of the hash of a validator's key.
func (v *Validator) Address() (address [AddressSize]byte) {
	sum := sha256.Sum256(v.Key[:])
	copy(address[:], sum[:])
	return address
}

// signBytes returns what a validator signs that votes for the block: CanonicalVote, with its size before it.
func (b *Block) signBytes(at time.Time) []byte {
	h, c := &b.Header, &b.Commit
	vote := appendVarint(nil, 1, precommit)
	vote = appendFixed(vote, 2, uint64(h.Height))
	vote = appendFixed(vote, 3, uint64(c.Round))
	vote = appendMessage(vote, 4, c.Block.encode())
	vote = appendMessage(vote, 5, encodeTime(at))
	vote = appendBytes(vote, 6, []byte(h.ChainID))
	return append(binary.AppendUvarint(nil, uint64(len(vote))), vote...)
}

func (id *BlockID) encode() []byte {
	parts := appendBytes(appendVarint(nil, 1, uint64(id.Total)), 2, id.Parts)
	return appendMessage(appendBytes(nil, 1, id.Hash), 2, parts)
}

func encodeTime(t time.Time) []byte {
	return appendVarint(appendVarint(nil, 1, uint64(t.Unix())), 2, uint64(t.Nanosecond()))
}

// The wire types of protobuf that occur. Fields without a value are left out, messages are not.
const (
	wireVarint  = 0
	wireFixed64 = 1
	wireBytes   = 2
)

func appendVarint(dst []byte, field int, v uint64) []byte {
	if v == 0 {
		return dst
	}
	return binary.AppendUvarint(append(dst, byte(field<<3|wireVarint)), v)
}

func appendFixed(dst []byte, field int, v uint64) []byte {
	if v == 0 {
		return dst
	}
	return binary.LittleEndian.AppendUint64(append(dst, byte(field<<3|wireFixed64)), v)
}

func appendBytes(dst []byte, field int, v []byte) []byte {
	if len(v) == 0 {
		return dst
	}
	return appendMessage(dst, field, v)
}

func appendMessage(dst []byte, field int, v []byte) []byte {
	dst = binary.AppendUvarint(append(dst, byte(field<<3|wireBytes)), uint64(len(v)))
	return append(dst, v...)
}

// treeHash returns the root of the tree of RFC 6962 over the leaves.
func treeHash(leaves [][]byte) []byte {
	h := sha256.New()
	switch len(leaves) {
	case 0:
	case 1:
		_, _ = h.Write([]byte{0})
		_, _ = h.Write(leaves[0])
	default:
		left := 1 << (bits.Len(uint(len(leaves)-1)) - 1) // the largest power of two below the number of leaves
		_, _ = h.Write([]byte{1})
		_, _ = h.Write(treeHash(leaves[:left]))
		_, _ = h.Write(treeHash(leaves[left:]))
	}
	return h.Sum(nil)
}
