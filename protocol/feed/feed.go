// Package feed is the chain of what happens to jobs: posts, ends, refusals and contests. The JobMarket keeps, for each
// dataset and for all of them, how many entries there are and the head of a hash chain over them, so one who shows a
// feed can show that nothing is missing.
package feed

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// Kind is what an entry tells of. The numbers are those of the JobMarket contract.
type Kind uint8

// The kinds of entries.
const (
	Post    Kind = iota // a job was posted; the subject is zero
	End                 // a job came to an end, or was withheld; the subject is its state
	Refusal             // a broker refused an enclave, which is the subject
	Contest             // a subject contests; the subject is the hash that the gate gave
	kinds
)

// String returns the kind's name.
func (k Kind) String() string {
	names := [kinds]string{"post", "end", "refusal", "contest"}
	if k >= kinds {
		return fmt.Sprintf("kind(%d)", uint8(k))
	}
	return names[k]
}

// Entry is an entry of a feed.
type Entry struct {
	Number  uint64      `json:"number,string"` // in its feed, from 1
	Kind    Kind        `json:"kind"`
	Dataset common.Hash `json:"dataset"`
	Job     common.Hash `json:"job"` // zero for a contest that is about none
	Subject common.Hash `json:"subject"`
	Round   uint64      `json:"round,string"`
}

// Head is the end of a hash chain. It has 24 bytes, so that count and head are one word.
type Head [24]byte

// String returns the head in hexadecimal.
func (h Head) String() string { return hexutil.Encode(h[:]) }

// Head is the head of a chain with this entry at its end, after the head before it: the first 24 bytes of keccak256 of
// seven words, head ‖ number ‖ kind ‖ dataset ‖ job ‖ subject ‖ round, where the head is on the left and numbers are on
// the right. Before the first entry it is zero.
func (e Entry) Head(before Head) Head {
	var words [7]common.Hash
	copy(words[0][:], before[:])
	binary.BigEndian.PutUint64(words[1][24:], e.Number)
	words[2][31] = byte(e.Kind)
	words[3], words[4], words[5] = e.Dataset, e.Job, e.Subject
	binary.BigEndian.PutUint64(words[6][24:], e.Round)
	h := crypto.NewKeccakState()
	for i := range words {
		h.Write(words[i][:])
	}
	return Head(h.Sum(nil)[:24])
}

// MismatchError says at which entry a feed is not the one on chain.
type MismatchError struct {
	Number uint64
	Reason string
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("feed: at entry %d: %s", e.Number, e.Reason)
}

// Verify checks that entries are the whole feed whose count and head the chain has. With all, it is the feed of all
// datasets, and otherwise that of one.
func Verify(entries []Entry, count uint64, head Head, all bool) error {
	var got Head
	for i, e := range entries {
		if e.Number != uint64(i)+1 {
			return &MismatchError{uint64(i) + 1, fmt.Sprintf("it has the number %d", e.Number)}
		}
		if !all && e.Dataset != entries[0].Dataset {
			return &MismatchError{e.Number, fmt.Sprintf("it is of dataset %s", e.Dataset)}
		}
		got = e.Head(got)
	}
	if uint64(len(entries)) != count {
		return &MismatchError{uint64(len(entries)), fmt.Sprintf("the chain has %d entries", count)}
	}
	if got != head {
		return &MismatchError{count, fmt.Sprintf("the head is %s, the chain has %s: an entry is missing or was changed",
			got, head)}
	}
	return nil
}
