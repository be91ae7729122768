// Package receipt is the attested statement of a finished job, of one form for all
// kinds of jobs, signed by the enclave's key and recorded by the JobMarket.
package receipt

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/signature"
)

// The EIP-712 types of receipts and of the inputs they name.
const (
	Type       = "Receipt(bytes32 job,uint64 consentRound,bytes32 consentRoot,bytes32 subjectsRoot,uint32 liveSubjects,bytes32 dataset,uint32 datasetVersion,uint32 policyVersion,bytes32 program,bytes32 parameters,uint64 rho,bytes32 inputs,bytes32 result,bytes32 ciphertext,address enclave,bytes32 measurement,bytes32 quote)"
	InputsType = "Inputs(bytes32 job,bytes32 contentRoot,bytes32 consentRoot,bytes32 subjectsRoot,bytes32 program,bytes32 parameters)"
)

const resultDomain = "assent.result.v1"

// Receipt says what ran, on whose consent, and what came out.
type Receipt struct {
	Job            common.Hash    `json:"job"`
	ConsentRound   uint64         `json:"consentRound,string"`
	ConsentRoot    common.Hash    `json:"consentRoot"`
	SubjectsRoot   common.Hash    `json:"subjectsRoot"` // of the subjects whose rows were used
	LiveSubjects   uint32         `json:"liveSubjects"` // live by consent, before any filter
	Dataset        common.Hash    `json:"dataset"`
	DatasetVersion uint32         `json:"datasetVersion"`
	PolicyVersion  uint32         `json:"policyVersion"`
	Program        common.Hash    `json:"program"`
	Parameters     common.Hash    `json:"parameters"`
	Rho            budget.Rho     `json:"rho,string"` // charged
	Inputs         common.Hash    `json:"inputs"`     // what the charge fixed
	Result         common.Hash    `json:"result"`     // salted commitment to the plaintext
	Ciphertext     common.Hash    `json:"ciphertext"` // keccak256
	Enclave        common.Address `json:"enclave"`
	Measurement    common.Hash    `json:"measurement"`
	Quote          common.Hash    `json:"quote"` // keccak256
}

// Signed is a receipt with the enclave's signature.
type Signed struct {
	Receipt   Receipt             `json:"receipt"`
	Signature signature.Signature `json:"signature"`
}

// Parse reads a signed receipt's JSON strictly. It does not verify it.
func Parse(data []byte) (Signed, error) {
	var s Signed
	if err := canonical.Unmarshal(data, &s); err != nil {
		return Signed{}, fmt.Errorf("receipt: parse: %w", err)
	}
	return s, nil
}

// StructHash is the EIP-712 hash of the receipt.
func (r Receipt) StructHash() common.Hash {
	return eip712.HashStruct(Type,
		eip712.Bytes32(r.Job), eip712.Uint(r.ConsentRound), eip712.Bytes32(r.ConsentRoot), eip712.Bytes32(r.SubjectsRoot),
		eip712.Uint(r.LiveSubjects), eip712.Bytes32(r.Dataset), eip712.Uint(r.DatasetVersion), eip712.Uint(r.PolicyVersion),
		eip712.Bytes32(r.Program), eip712.Bytes32(r.Parameters), eip712.Uint(r.Rho), eip712.Bytes32(r.Inputs),
		eip712.Bytes32(r.Result), eip712.Bytes32(r.Ciphertext), eip712.Address(r.Enclave), eip712.Bytes32(r.Measurement),
		eip712.Bytes32(r.Quote))
}

// ID is what the enclave signs and the receipt's id; the domain's contract is the JobMarket.
func (r Receipt) ID(d eip712.Domain) common.Hash { return d.Digest(r.StructHash()) }

// Sign signs with the enclave's key, which must be the one the receipt names.
func (r Receipt) Sign(d eip712.Domain, key *ecdsa.PrivateKey) (Signed, error) {
	sig, err := signature.Sign(r.ID(d), key)
	if err != nil {
		return Signed{}, fmt.Errorf("receipt: sign receipt of job %s: %w", r.Job, err)
	}
	s := Signed{Receipt: r, Signature: sig}
	return s, s.Verify(d)
}

// Verify checks that the enclave named in the receipt signed it.
func (s Signed) Verify(d eip712.Domain) error {
	if err := s.Signature.Verify(s.Receipt.ID(d), s.Receipt.Enclave); err != nil {
		return fmt.Errorf("receipt: verify receipt of job %s: %w", s.Receipt.Job, err)
	}
	return nil
}

// MismatchError says which field of a receipt is not that of its job or charge.
type MismatchError struct {
	Field     string
	Got, Want string
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("receipt: %s is %s, the job has %s", e.Field, e.Got, e.Want)
}

// Inputs are what a job is computed from. Its hash is fixed once, at the charge;
// salts and noise are derived from it.
type Inputs struct {
	Job          common.Hash `json:"job"`
	ContentRoot  common.Hash `json:"contentRoot"` // of the dataset version
	ConsentRoot  common.Hash `json:"consentRoot"`
	SubjectsRoot common.Hash `json:"subjectsRoot"`
	Program      common.Hash `json:"program"`
	Parameters   common.Hash `json:"parameters"`
}

// Hash is the inputs commitment.
func (i Inputs) Hash() common.Hash {
	return eip712.HashStruct(InputsType, eip712.Bytes32(i.Job), eip712.Bytes32(i.ContentRoot), eip712.Bytes32(i.ConsentRoot),
		eip712.Bytes32(i.SubjectsRoot), eip712.Bytes32(i.Program), eip712.Bytes32(i.Parameters))
}

// Charge is what the JobMarket recorded when the job was charged.
type Charge struct {
	Inputs       common.Hash `json:"inputs"`
	ConsentRound uint64      `json:"consentRound,string"`
	ConsentRoot  common.Hash `json:"consentRoot"`
	SubjectsRoot common.Hash `json:"subjectsRoot"`
	LiveSubjects uint32      `json:"liveSubjects"`
}

// Matches checks every field that the job's specification or its charge fixes.
func (r Receipt) Matches(id common.Hash, s job.Spec, c Charge) error {
	for _, f := range []struct {
		field     string
		got, want any
	}{
		{"job", r.Job, id},
		{"dataset", r.Dataset, s.Dataset},
		{"datasetVersion", r.DatasetVersion, s.DatasetVersion},
		{"policyVersion", r.PolicyVersion, s.PolicyVersion},
		{"program", r.Program, s.Program},
		{"parameters", r.Parameters, s.Parameters},
		{"rho", uint64(r.Rho), uint64(s.Rho)},
		{"consentRound", r.ConsentRound, c.ConsentRound},
		{"consentRoot", r.ConsentRoot, c.ConsentRoot},
		{"subjectsRoot", r.SubjectsRoot, c.SubjectsRoot},
		{"liveSubjects", r.LiveSubjects, c.LiveSubjects},
		{"inputs", r.Inputs, c.Inputs},
	} {
		if f.got != f.want {
			return &MismatchError{Field: f.field, Got: fmt.Sprint(f.got), Want: fmt.Sprint(f.want)}
		}
	}
	return nil
}

// CommitResult is the commitment to a plaintext result. The salt comes from the
// job's noise key, so that results of few possible values cannot be guessed.
func CommitResult(salt [32]byte, plaintext []byte) common.Hash {
	h := crypto.Keccak256Hash(plaintext)
	return crypto.Keccak256Hash([]byte(resultDomain), salt[:], h[:])
}

// HashBytes is the hash of a ciphertext or a quote.
func HashBytes(b []byte) common.Hash { return crypto.Keccak256Hash(b) }
