// Package snapshot writes down the entries of a consent ledger, whole, or with parts left out that another snapshot
// has.
//
// A part is named by its hash in the tree over the entries (package consent), so it is the same in every snapshot that
// has it, and a reader who resolves a snapshot computes the hashes anew: nothing is trusted of the files that parts are
// taken from. A snapshot that leaves parts out names the snapshots that have them by their tops.
package snapshot

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/consent"
)

// Format begins every snapshot of this version.
const Format = "assent-snapshot/1"

// Sizes of snapshots.
const (
	// EntrySize is the size of an entry: a pseudonym and its two words.
	EntrySize = 20 + 32 + 32
	// MaxBases is the largest number of snapshots that one may share parts with.
	MaxBases = 64
	// maxDepth is how deep parts may be nested: a branch for every bit.
	maxDepth = 160
)

// The first byte of each part.
const (
	partEntries = 0x00 // number of entries (4 bytes) ‖ entries in order
	partBranch  = 0x01 // bit (1 byte) ‖ left part ‖ right part; below it something is shared
	partShared  = 0x02 // hash (32 bytes)
)

// Snapshot is all entries of one ledger in one round. The zero value is that of an empty ledger. Nothing about it is
// verified.
type Snapshot struct {
	// Bases are the tops of the snapshots that have the shared parts, ascending.
	Bases []common.Hash
	// Parts is the tree over the entries from the top down, each part before those below it and left before right.
	Parts []byte
}

// Whole returns the snapshot that shares nothing.
func Whole(items consent.Items) *Snapshot {
	s := &Snapshot{}
	if len(items) > 0 {
		s.Parts = appendEntries(make([]byte, 0, 5+len(items)*EntrySize), items)
	}
	return s
}

// Share returns the snapshot that leaves out every part that one of the bases has. Only bases that are of use are
// named.
func Share(items consent.Items, bases ...consent.Items) *Snapshot {
	has := make(map[common.Hash]common.Hash) // part to the lowest top of a base that has it
	for _, b := range bases {
		top := b.Top()
		b.Walk(func(p consent.Part) {
			if old, ok := has[p.Hash]; !ok || bytes.Compare(top[:], old[:]) < 0 {
				has[p.Hash] = top
			}
		})
	}
	used := make(map[common.Hash]bool)
	root := planOf(items, func(h common.Hash) bool { _, ok := has[h]; return ok })
	s := &Snapshot{}
	if root != nil {
		s.Parts = root.append(nil, items, func(h common.Hash) { used[has[h]] = true })
	}
	for top := range used {
		s.Bases = append(s.Bases, top)
	}
	slices.SortFunc(s.Bases, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	return s
}

// plan is a part as it is written: shared, all entries, or a branch with plans below.
type plan struct {
	part        consent.Part
	shared      bool
	left, right *plan // nil for entries
}

// planOf decides what is shared: the largest parts that are had.
func planOf(items consent.Items, had func(common.Hash) bool) *plan {
	var stack []*plan
	items.Walk(func(p consent.Part) {
		next := &plan{part: p, shared: had(p.Hash)}
		if p.Middle != 0 {
			left, right := stack[len(stack)-2], stack[len(stack)-1]
			stack = stack[:len(stack)-2]
			if !next.shared && (left.sharing() || right.sharing()) {
				next.left, next.right = left, right
			}
		}
		stack = append(stack, next)
	})
	if len(stack) == 0 {
		return nil
	}
	return stack[0]
}

func (p *plan) sharing() bool { return p.shared || p.left != nil }

func (p *plan) append(b []byte, items consent.Items, use func(common.Hash)) []byte {
	switch {
	case p.shared:
		use(p.part.Hash)
		return append(append(b, partShared), p.part.Hash[:]...)
	case p.left == nil:
		return appendEntries(b, items[p.part.Lo:p.part.Hi])
	}
	b = append(b, partBranch, p.part.Bit)
	return p.right.append(p.left.append(b, items, use), items, use)
}

func appendEntries(b []byte, items consent.Items) []byte {
	b = binary.BigEndian.AppendUint32(append(b, partEntries), uint32(len(items)))
	for i := range items {
		b = append(b, items[i].Pseudonym[:]...)
		b = append(b, items[i].Words.Entry[:]...)
		b = append(b, items[i].Words.Origin[:]...)
	}
	return b
}

// Encode returns the snapshot's one encoding: format ‖ number of bases (1 byte) ‖ bases ‖ parts.
func (s *Snapshot) Encode() []byte {
	b := make([]byte, 0, len(Format)+1+len(s.Bases)*len(common.Hash{})+len(s.Parts))
	b = append(append(b, Format...), byte(len(s.Bases)))
	for _, base := range s.Bases {
		b = append(b, base[:]...)
	}
	return append(b, s.Parts...)
}

// Decode reads a snapshot and refuses any encoding but the one. It keeps the data.
func Decode(data []byte) (*Snapshot, error) {
	const head = len(Format) + 1
	if len(data) < head || string(data[:len(Format)]) != Format {
		return nil, fmt.Errorf("snapshot: %d bytes are none: it begins with %q", len(data), Format)
	}
	s := &Snapshot{}
	n := int(data[head-1])
	if n > MaxBases || len(data)-head < n*len(common.Hash{}) {
		return nil, fmt.Errorf("snapshot: %d bases, of at most %d, and %d bytes follow", n, MaxBases, len(data)-head)
	}
	rest := data[head:]
	for ; n > 0; n-- {
		s.Bases, rest = append(s.Bases, common.Hash(rest[:32])), rest[32:]
	}
	s.Parts = rest
	return s, s.check()
}

// Sharing says if the snapshot leaves parts out.
func (s *Snapshot) Sharing() bool { return len(s.Bases) > 0 }

// visitor is told of the parts of a snapshot in their order.
type visitor struct {
	entries func(packed []byte) error // which are in order
	shared  func(hash common.Hash) error
	branch  func(bit uint8) error // both sides of it have been visited
}

// visit reads the parts and checks that they are in their one form.
func (s *Snapshot) visit(v visitor) error {
	if err := s.checkBases(); err != nil {
		return err
	}
	if len(s.Parts) == 0 {
		return nil
	}
	r := reader{rest: s.Parts, visitor: v}
	if _, err := r.part(0); err != nil {
		return fmt.Errorf("snapshot: byte %d: %w", len(s.Parts)-len(r.rest), err)
	}
	if len(r.rest) > 0 {
		return fmt.Errorf("snapshot: %d bytes are left over", len(r.rest))
	}
	return nil
}

func (s *Snapshot) checkBases() error {
	if len(s.Bases) > MaxBases {
		return fmt.Errorf("snapshot: it shares parts with %d snapshots, the most is %d", len(s.Bases), MaxBases)
	}
	for i := 1; i < len(s.Bases); i++ {
		if bytes.Compare(s.Bases[i-1][:], s.Bases[i][:]) >= 0 {
			return fmt.Errorf("snapshot: base %s is out of order", s.Bases[i])
		}
	}
	return nil
}

type reader struct {
	rest []byte
	visitor
}

func (r *reader) take(n int) ([]byte, error) {
	if len(r.rest) < n {
		return nil, fmt.Errorf("it ends, %d bytes are wanted", n)
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b, nil
}

// part reads one part with all below it, and says if something is shared in it.
func (r *reader) part(depth int) (shared bool, err error) {
	kind, err := r.take(1)
	if err != nil {
		return false, err
	}
	switch kind[0] {
	case partEntries:
		n, err := r.take(4)
		if err != nil {
			return false, err
		}
		count := uint64(binary.BigEndian.Uint32(n))
		if count == 0 || count > consent.MaxEntries || count*EntrySize > uint64(len(r.rest)) {
			return false, fmt.Errorf("a part has %d entries, and %d bytes follow", count, len(r.rest))
		}
		packed, err := r.take(int(count) * EntrySize)
		if err != nil {
			return false, err
		}
		if err := ordered(packed); err != nil {
			return false, err
		}
		return false, r.entries(packed)
	case partShared:
		h, err := r.take(len(common.Hash{}))
		if err != nil {
			return false, err
		}
		return true, r.shared(common.Hash(h))
	case partBranch:
		bit, err := r.take(1)
		if err != nil {
			return false, err
		}
		if depth == maxDepth || bit[0] >= maxDepth {
			return false, fmt.Errorf("a branch at bit %d is %d deep", bit[0], depth)
		}
		left, err := r.part(depth + 1)
		if err != nil {
			return false, err
		}
		right, err := r.part(depth + 1)
		if err != nil {
			return false, err
		}
		if !left && !right {
			return false, fmt.Errorf("a branch at bit %d has no shared part: its entries belong together", bit[0])
		}
		return true, r.branch(bit[0])
	}
	return false, fmt.Errorf("part %#x is unknown", kind[0])
}

func unpack(packed []byte) consent.Items {
	items := make(consent.Items, len(packed)/EntrySize)
	for i := range items {
		e := packed[i*EntrySize:]
		items[i] = consent.Item{
			Pseudonym: common.Address(e[:20]), Words: consent.Words{Entry: common.Hash(e[20:52]),
				Origin: common.Hash(e[52:84])},
		}
	}
	return items
}

// ordered returns an error unless packed entries ascend.
func ordered(packed []byte) error {
	for at := EntrySize; at < len(packed); at += EntrySize {
		if this := packed[at : at+20]; bytes.Compare(packed[at-EntrySize:at-EntrySize+20], this) >= 0 {
			return fmt.Errorf("the entry of %#x is out of order", this)
		}
	}
	return nil
}

// check reads the snapshot and returns an error unless it is in its one form, as far as that shows without the shared
// parts.
func (s *Snapshot) check() error {
	return s.visit(visitor{
		entries: func([]byte) error { return nil },
		shared:  func(common.Hash) error { return nil },
		branch:  func(uint8) error { return nil },
	})
}

// Top is the hash of the tree over the entries, which the shared parts' hashes stand in for. It is what other snapshots
// name this one by.
func (s *Snapshot) Top() (common.Hash, error) { return s.hash(nil) }

// written returns the hashes of the parts that are not left out: the branches, and all that entries make.
func (s *Snapshot) written() (map[common.Hash]bool, error) {
	hashes := make(map[common.Hash]bool)
	_, err := s.hash(func(h common.Hash) { hashes[h] = true })
	return hashes, err
}

// hash is Top. It calls written, if not nil, with the hash of every part that is not left out.
func (s *Snapshot) hash(written func(common.Hash)) (common.Hash, error) {
	var stack []common.Hash
	var visit func(consent.Part)
	if written != nil {
		visit = func(p consent.Part) { written(p.Hash) }
	}
	err := s.visit(visitor{
		entries: func(packed []byte) error { stack = append(stack, unpack(packed).Walk(visit)); return nil },
		shared:  func(h common.Hash) error { stack = append(stack, h); return nil },
		branch: func(bit uint8) error {
			n := len(stack)
			h := consent.Branch(bit, stack[n-2], stack[n-1])
			if written != nil {
				written(h)
			}
			stack = append(stack[:n-2], h)
			return nil
		},
	})
	if err != nil || len(stack) == 0 {
		return common.Hash{}, err
	}
	return stack[0], nil
}

// MissingError says which snapshots have to be given to resolve one.
type MissingError struct {
	Tops  []common.Hash // what is missing
	Parts int           // how many parts are taken from snapshots that are not given, or from those they need
}

func (e *MissingError) Error() string {
	names := make([]string, len(e.Tops))
	for i, t := range e.Tops {
		names[i] = t.Hex()
	}
	return fmt.Sprintf("snapshot: parts that it leaves out (%d) are in the snapshot %s, which none of the given "+
		"files has: give the bundle or snapshot file with that top", e.Parts, strings.Join(names, " and "))
}
