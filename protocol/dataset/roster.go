package dataset

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/merkle"
	"github.com/assent-network/assent/protocol/signature"
)

// MembershipType is the EIP-712 type that the enroller and the subject both sign.
const MembershipType = "Membership(bytes32 dataset,uint32 version,bytes32 rosterRoot,address pseudonym,bytes32 " +
	"proofKey,bytes32 salt)"

const (
	rosterDomain = "assent.roster.root.v1"
	rosterLeaf   = "assent.roster.leaf.v2"
)

// RosterEntry is one subject of a version. The salt, 32 random bytes that only the custodian and the subject know,
// keeps others from testing who is in the roster.
type RosterEntry struct {
	Pseudonym common.Address `json:"pseudonym"`
	// ProofKey is the subject's key for proofs of use, see package use. It is zero for who was enrolled without one,
	// and can have no such proof.
	ProofKey common.Hash `json:"proofKey"`
	Salt     common.Hash `json:"salt"`
}

func (e RosterEntry) leaf() common.Hash {
	return crypto.Keccak256Hash([]byte(rosterLeaf), e.Salt[:], e.Pseudonym[:], e.ProofKey[:])
}

// Roster is the Merkle tree over a version's subjects. The registry has its root.
type Roster struct{ tree *merkle.Tree }

// NewRoster builds the tree. A subject may appear once, and so may a proof key.
func NewRoster(entries []RosterEntry) (*Roster, error) {
	leaves := make([]common.Hash, len(entries))
	seen := make(map[common.Address]bool, len(entries))
	keys := make(map[common.Hash]bool, len(entries))
	for i, e := range entries {
		if e.Salt == (common.Hash{}) || seen[e.Pseudonym] {
			return nil, fmt.Errorf("dataset: roster entry %d (%s) has no salt or appears twice", i,
				signature.Hex(e.Pseudonym))
		}
		if e.ProofKey != (common.Hash{}) && keys[e.ProofKey] {
			return nil, fmt.Errorf("dataset: roster entry %d (%s) has the proof key of another", i,
				signature.Hex(e.Pseudonym))
		}
		seen[e.Pseudonym], keys[e.ProofKey] = true, true
		leaves[i] = e.leaf()
	}
	tree, err := merkle.New(rosterDomain, leaves)
	if err != nil {
		return nil, fmt.Errorf("dataset: roster: %w", err)
	}
	return &Roster{tree}, nil
}

// Root is the roster root.
func (r *Roster) Root() common.Hash { return r.tree.Root() }

// Len is the number of subjects.
func (r *Roster) Len() int { return r.tree.Len() }

// Membership is what a subject keeps: the proof that it is in a version's roster, signed by the enroller, so that it
// cannot be denied, and countersigned by the subject, so that it cannot be forged against one.
type Membership struct {
	Dataset    common.Hash         `json:"dataset"`
	Version    uint32              `json:"version"`
	RosterRoot common.Hash         `json:"rosterRoot"`
	Entry      RosterEntry         `json:"entry"`
	Proof      merkle.Proof        `json:"proof"`
	Enroller   signature.Signature `json:"enrollerSignature"`
	Subject    signature.Signature `json:"subjectSignature"`
}

// Digest is what both sign; the domain's contract is the DatasetRegistry.
func (m Membership) Digest(d eip712.Domain) common.Hash {
	return d.Digest(eip712.HashStruct(MembershipType, eip712.Bytes32(m.Dataset), eip712.Uint(m.Version),
		eip712.Bytes32(m.RosterRoot),
		eip712.Address(m.Entry.Pseudonym), eip712.Bytes32(m.Entry.ProofKey), eip712.Bytes32(m.Entry.Salt)))
}

// Prove makes the membership of an entry, signed by the enroller.
func (r *Roster) Prove(d eip712.Domain, enroller *ecdsa.PrivateKey, dataset common.Hash, version uint32,
	e RosterEntry) (Membership, error) {
	m := Membership{Dataset: dataset, Version: version, RosterRoot: r.Root(), Entry: e, Proof: r.tree.Prove(e.leaf())}
	in, err := merkle.Verify(rosterDomain, m.RosterRoot, e.leaf(), m.Proof)
	if err != nil || !in {
		return Membership{}, fmt.Errorf("dataset: %s is not in the roster with that salt", signature.Hex(e.Pseudonym))
	}
	if m.Enroller, err = signature.Sign(m.Digest(d), enroller); err != nil {
		return Membership{}, fmt.Errorf("dataset: sign membership: %w", err)
	}
	return m, nil
}

// Countersign checks the membership and adds the subject's signature.
func (m Membership) Countersign(d eip712.Domain, enroller common.Address,
	pseudonym *ecdsa.PrivateKey) (Membership, error) {
	if err := m.verifyEnroller(d, enroller); err != nil {
		return Membership{}, err
	}
	var err error
	if m.Subject, err = signature.Sign(m.Digest(d), pseudonym); err != nil {
		return Membership{}, fmt.Errorf("dataset: countersign membership: %w", err)
	}
	return m, m.Verify(d, enroller, m.RosterRoot)
}

func (m Membership) verifyEnroller(d eip712.Domain, enroller common.Address) error {
	if err := m.Enroller.Verify(m.Digest(d), enroller); err != nil {
		return fmt.Errorf("dataset: membership of %s, enroller: %w", signature.Hex(m.Entry.Pseudonym), err)
	}
	in, err := merkle.Verify(rosterDomain, m.RosterRoot, m.Entry.leaf(), m.Proof)
	if err != nil {
		return fmt.Errorf("dataset: membership of %s: %w", signature.Hex(m.Entry.Pseudonym), err)
	}
	if !in {
		return fmt.Errorf("dataset: the proof shows that %s is not in the roster", signature.Hex(m.Entry.Pseudonym))
	}
	return nil
}

// Verify checks both signatures and the proof against a version's roster root.
func (m Membership) Verify(d eip712.Domain, enroller common.Address, rosterRoot common.Hash) error {
	if m.RosterRoot != rosterRoot {
		return fmt.Errorf("dataset: the membership is for roster %s, the version has %s", m.RosterRoot, rosterRoot)
	}
	if err := m.verifyEnroller(d, enroller); err != nil {
		return err
	}
	if err := m.Subject.Verify(m.Digest(d), m.Entry.Pseudonym); err != nil {
		return fmt.Errorf("dataset: membership of %s, subject: %w", signature.Hex(m.Entry.Pseudonym), err)
	}
	return nil
}

// ParseMembership reads a membership strictly. It does not verify it.
func ParseMembership(data []byte) (Membership, error) {
	var m Membership
	if err := canonical.Unmarshal(data, &m); err != nil {
		return Membership{}, fmt.Errorf("dataset: parse membership: %w", err)
	}
	return m, nil
}
