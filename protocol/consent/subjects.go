package consent

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Domains of the hashes in the subjects tree. They differ in their first byte, so
// that no leaf can be taken for a node or a root.
const (
	leafDomain  = 0x00
	nodeDomain  = 0x01
	tagDomain   = "assent.subjects.tag.v1"
	rootDomain  = "assent.subjects.root.v1"
	maxPath     = 32
	maxSubjects = 1<<32 - 1
)

// Key is the secret under which one job's subjects are tagged. The enclave derives
// it from the job's noise key; it never leaves the enclave, since it would tell
// for any pseudonym whether its row was used.
type Key [32]byte

// Tag is a pseudonym as a job's subjects tree holds it: HMAC-SHA256 under the key.
func Tag(key Key, pseudonym common.Address) common.Hash {
	m := hmac.New(sha256.New, key[:])
	m.Write([]byte(tagDomain))
	m.Write(pseudonym[:])
	return common.Hash(m.Sum(nil))
}

// Subjects is the sorted Merkle tree over the tags of the subjects whose rows a
// job used. The tree has the shape of RFC 6962; its root is hashed with the count.
type Subjects struct {
	tags   []common.Hash
	levels [][]common.Hash // levels[0] are the leaves, the last one has one node
}

// NewSubjects sorts the tags and builds the tree. A tag that appears twice is an error.
func NewSubjects(tags []common.Hash) (*Subjects, error) {
	if uint64(len(tags)) > maxSubjects {
		return nil, fmt.Errorf("consent: %d subjects, at most %d fit", len(tags), uint64(maxSubjects))
	}
	s := &Subjects{tags: slices.Clone(tags)}
	slices.SortFunc(s.tags, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	level := make([]common.Hash, len(s.tags))
	for i, t := range s.tags {
		if i > 0 && s.tags[i-1] == t {
			return nil, fmt.Errorf("consent: subject tag %s appears twice", t)
		}
		level[i] = leafHash(t)
	}
	for len(level) > 1 {
		s.levels = append(s.levels, level)
		next := make([]common.Hash, 0, (len(level)+1)/2)
		for i := 0; i+1 < len(level); i += 2 {
			next = append(next, nodeHash(level[i], level[i+1]))
		}
		if len(level)%2 == 1 {
			next = append(next, level[len(level)-1]) // promoted, as RFC 6962 splits
		}
		level = next
	}
	s.levels = append(s.levels, level)
	return s, nil
}

// SubjectsOf tags the pseudonyms and builds their tree.
func SubjectsOf(key Key, pseudonyms []common.Address) (*Subjects, error) {
	tags := make([]common.Hash, len(pseudonyms))
	for i, p := range pseudonyms {
		tags[i] = Tag(key, p)
	}
	return NewSubjects(tags)
}

// Len is the number of subjects.
func (s *Subjects) Len() int { return len(s.tags) }

// Root is the subjects root.
func (s *Subjects) Root() common.Hash {
	var top common.Hash
	if last := s.levels[len(s.levels)-1]; len(last) == 1 {
		top = last[0]
	}
	return subjectsRoot(uint32(len(s.tags)), top)
}

// Leaf is one leaf with its path to the root.
type Leaf struct {
	Index uint32        `json:"index"`
	Tag   common.Hash   `json:"tag"`
	Path  []common.Hash `json:"path"` // siblings from the leaf up
}

// Proof shows of one tag that it is in the tree, by its leaf, or that it is not,
// by the one or two leaves between which it would be. An empty tree needs none.
type Proof struct {
	Count  uint32 `json:"count"`
	Leaves []Leaf `json:"leaves"`
}

// Prove returns the proof for a tag, of use or of non-use.
func (s *Subjects) Prove(tag common.Hash) Proof {
	n := len(s.tags)
	p := Proof{Count: uint32(n), Leaves: []Leaf{}}
	i := sort.Search(n, func(i int) bool { return bytes.Compare(s.tags[i][:], tag[:]) >= 0 })
	if i < n && s.tags[i] == tag {
		p.Leaves = append(p.Leaves, s.leaf(i))
		return p
	}
	if i > 0 {
		p.Leaves = append(p.Leaves, s.leaf(i-1))
	}
	if i < n {
		p.Leaves = append(p.Leaves, s.leaf(i))
	}
	return p
}

func (s *Subjects) leaf(i int) Leaf {
	l := Leaf{Index: uint32(i), Tag: s.tags[i], Path: []common.Hash{}}
	for _, level := range s.levels[:len(s.levels)-1] {
		if sib := i ^ 1; sib < len(level) {
			l.Path = append(l.Path, level[sib])
		}
		i /= 2
	}
	return l
}

// ErrProof is returned for a proof that shows neither use nor non-use under the
// root. The proof is then of another tag or job, or was changed.
var ErrProof = errors.New("consent: the proof does not match the subjects root")

// VerifyProof checks a proof against a subjects root and returns whether it shows
// that the tag was used (true) or that it was not (false).
func VerifyProof(root, tag common.Hash, p Proof) (used bool, err error) {
	if len(p.Leaves) > 2 {
		return false, fmt.Errorf("%w: %d leaves, at most 2", ErrProof, len(p.Leaves))
	}
	for i, l := range p.Leaves {
		top, ok := climb(l, p.Count)
		if !ok {
			return false, fmt.Errorf("%w: leaf %d has a path of the wrong length", ErrProof, i)
		}
		if subjectsRoot(p.Count, top) != root {
			return false, fmt.Errorf("%w: leaf %d is not under the root", ErrProof, i)
		}
	}
	cmp := func(i int) int { return bytes.Compare(p.Leaves[i].Tag[:], tag[:]) }
	switch len(p.Leaves) {
	case 0:
		if p.Count == 0 && subjectsRoot(0, common.Hash{}) == root {
			return false, nil
		}
		return false, fmt.Errorf("%w: no leaf, but the tree is not empty", ErrProof)
	case 1:
		switch l := p.Leaves[0]; {
		case cmp(0) == 0:
			return true, nil
		case cmp(0) > 0 && l.Index == 0, cmp(0) < 0 && l.Index == p.Count-1:
			return false, nil
		}
	case 2:
		if cmp(0) < 0 && cmp(1) > 0 && p.Leaves[0].Index+1 == p.Leaves[1].Index {
			return false, nil
		}
	}
	return false, fmt.Errorf("%w: the leaves are not the tag's neighbours", ErrProof)
}

// climb computes the top of the tree of count leaves from one leaf's path.
func climb(l Leaf, count uint32) (common.Hash, bool) {
	if l.Index >= count || len(l.Path) > maxPath {
		return common.Hash{}, false
	}
	h, path := leafHash(l.Tag), l.Path
	for i, n := uint64(l.Index), uint64(count); n > 1; i, n = i/2, (n+1)/2 {
		if i^1 >= n {
			continue // promoted
		}
		if len(path) == 0 {
			return h, false
		}
		if i%2 == 0 {
			h = nodeHash(h, path[0])
		} else {
			h = nodeHash(path[0], h)
		}
		path = path[1:]
	}
	return h, len(path) == 0
}

func leafHash(tag common.Hash) common.Hash { return crypto.Keccak256Hash([]byte{leafDomain}, tag[:]) }

func nodeHash(l, r common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte{nodeDomain}, l[:], r[:])
}

func subjectsRoot(count uint32, top common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte(rootDomain), binary.BigEndian.AppendUint32(nil, count), top[:])
}
