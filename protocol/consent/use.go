package consent

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/merkle"
	"github.com/assent-network/assent/protocol/signature"
)

// UseType is the EIP-712 type by which an enclave vouches for a pseudonym's tag.
const UseType = "Use(bytes32 job,address pseudonym,bytes32 tag,bytes32 subjectsRoot)"

// Use is what an enclave leaves a subject: its tag in a job, vouched for by the
// enclave since nobody else knows the key, and the proof of use or non-use.
type Use struct {
	Job          common.Hash         `json:"job"`
	Pseudonym    common.Address      `json:"pseudonym"`
	Tag          common.Hash         `json:"tag"`
	SubjectsRoot common.Hash         `json:"subjectsRoot"`
	Proof        merkle.Proof        `json:"proof"`
	Signature    signature.Signature `json:"signature"`
}

// Digest is what the enclave signs; the domain's contract is the JobMarket.
func (u Use) Digest(d eip712.Domain) common.Hash {
	return d.Digest(eip712.HashStruct(UseType, eip712.Bytes32(u.Job), eip712.Address(u.Pseudonym), eip712.Bytes32(u.Tag), eip712.Bytes32(u.SubjectsRoot)))
}

// ProveUse makes the statement for a pseudonym.
func (s *Subjects) ProveUse(d eip712.Domain, enclave *ecdsa.PrivateKey, key Key, job common.Hash, pseudonym common.Address) (Use, error) {
	tag := Tag(key, pseudonym)
	u := Use{Job: job, Pseudonym: pseudonym, Tag: tag, SubjectsRoot: s.Root(), Proof: s.Prove(tag)}
	var err error
	if u.Signature, err = signature.Sign(u.Digest(d), enclave); err != nil {
		return Use{}, fmt.Errorf("consent: sign use of %s in job %s: %w", signature.Hex(pseudonym), job, err)
	}
	return u, nil
}

// Verify checks the statement against a receipt's enclave and subjects root, and
// returns whether the pseudonym's row was used.
func (u Use) Verify(d eip712.Domain, enclave common.Address, subjectsRoot common.Hash) (used bool, err error) {
	if u.SubjectsRoot != subjectsRoot {
		return false, fmt.Errorf("consent: the statement is about subjects root %s, the receipt has %s", u.SubjectsRoot, subjectsRoot)
	}
	if err := u.Signature.Verify(u.Digest(d), enclave); err != nil {
		return false, fmt.Errorf("consent: use of %s in job %s: %w", signature.Hex(u.Pseudonym), u.Job, err)
	}
	return VerifyUse(subjectsRoot, u.Tag, u.Proof)
}
