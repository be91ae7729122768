package consent

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/merkle"
)

const (
	tagDomain      = "assent.subjects.tag.v1"
	subjectsDomain = "assent.subjects.root.v1"
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

// Subjects is the sorted Merkle tree over the tags of the subjects whose rows a job
// used. Its root is the receipt's subjectsRoot.
type Subjects struct{ tree *merkle.Tree }

// NewSubjects tags the pseudonyms and builds their tree. A pseudonym that appears
// twice is an error.
func NewSubjects(key Key, pseudonyms []common.Address) (*Subjects, error) {
	tags := make([]common.Hash, len(pseudonyms))
	for i, p := range pseudonyms {
		tags[i] = Tag(key, p)
	}
	tree, err := merkle.New(subjectsDomain, tags)
	if err != nil {
		return nil, fmt.Errorf("consent: subjects: %w", err)
	}
	return &Subjects{tree}, nil
}

// Len is the number of subjects.
func (s *Subjects) Len() int { return s.tree.Len() }

// Root is the subjects root.
func (s *Subjects) Root() common.Hash { return s.tree.Root() }

// Prove returns the proof of use or of non-use for a tag.
func (s *Subjects) Prove(tag common.Hash) merkle.Proof { return s.tree.Prove(tag) }

// VerifyUse checks a proof against a receipt's subjects root and returns whether it
// shows that the tag's row was used (true) or that it was not (false).
func VerifyUse(subjectsRoot, tag common.Hash, p merkle.Proof) (used bool, err error) {
	used, err = merkle.Verify(subjectsDomain, subjectsRoot, tag, p)
	if err != nil {
		return false, fmt.Errorf("consent: proof of use: %w", err)
	}
	return used, nil
}
