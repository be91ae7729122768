// Package job is what a researcher asks for, the custodian's approval of it, and the states a job goes through. A job's
// id is the EIP-712 digest of its specification, so the id commits to everything in it.
package job

import (
	"crypto/ecdsa"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
)

// The EIP-712 types of jobs and approvals. The members of a job are in such an order that the contract stores it in few
// words.
const (
	Type = "JobSpec(bytes32 program,bytes32 parameters,bytes32 dataset,bytes32 researcherKey,address " +
		"researcher,uint16 kind,uint8 purpose,uint8 release,uint32 datasetVersion,uint32 policyVersion,uint64 " +
		"rho,uint64 delta,uint64 deadline,uint64 nonce,uint128 fee,uint8 recipient,uint16 seat,uint32 round,uint32 " +
		"assetVersion,uint32 assetPolicyVersion,bytes32 asset,bytes32 study,bytes32 extension)"
	ApprovalType = "Approval(bytes32 job,uint64 expiry)"
)

// MaxParameters is the largest parameter JSON in bytes; it goes on chain.
const MaxParameters = 16 << 10

// MaxCiphertext is the largest ciphertext in bytes that goes on chain; the hash of a larger one does, with the
// signatures of archives that hold it.
const MaxCiphertext = 64 << 10

// Release is how a result leaves.
type Release uint8

// The releases.
const (
	Private Release = 0 // differentially private
	Exact   Release = 1 // as computed, after review
	Part    Release = 2 // for the other seats of a study; by itself it says nothing
)

// String returns the release's name.
func (r Release) String() string {
	switch r {
	case Private:
		return "private"
	case Exact:
		return "exact"
	case Part:
		return "part"
	}
	return fmt.Sprintf("release(%d)", uint8(r))
}

// Spec is a job.
type Spec struct {
	Program    common.Hash `json:"program"`
	Parameters common.Hash `json:"parameters"` // keccak256 of the canonical JSON
	Dataset    common.Hash `json:"dataset"`
	// commitment to a sealed.PublicKey, which is posted with the job
	ResearcherKey      common.Hash         `json:"researcherKey"`
	Researcher         common.Address      `json:"researcher"`
	Kind               kind.Kind           `json:"kind"`
	Purpose            purpose.Purpose     `json:"purpose"`
	Release            Release             `json:"release"`
	DatasetVersion     uint32              `json:"datasetVersion"`
	PolicyVersion      uint32              `json:"policyVersion"`
	Rho                budget.Rho          `json:"rho,string"` // zero if and only if the release is exact
	Delta              budget.Delta        `json:"delta,string"`
	Deadline           uint64              `json:"deadline,string"`
	Nonce              uint64              `json:"nonce,string"`
	Fee                amount.Amount       `json:"fee"`
	Recipient          condition.Recipient `json:"recipient"` // who the researcher is
	Seat               uint16              `json:"seat"`      // of the study
	Round              uint32              `json:"round"`     // of the study
	AssetVersion       uint32              `json:"assetVersion"`
	AssetPolicyVersion uint32              `json:"assetPolicyVersion"`
	Asset              common.Hash         `json:"asset"`     // a second dataset; zero: none
	Study              common.Hash         `json:"study"`     // zero: a job by itself
	Extension          common.Hash         `json:"extension"` // zero: nothing
}

// FieldError says which field of a job or an approval is not acceptable.
type FieldError struct {
	Field  string // as in the EIP-712 type
	Value  string
	Reason string
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("job: %s is %s: %s", e.Field, e.Value, e.Reason)
}

func bad(field string, value any, reason string) error {
	return &FieldError{Field: field, Value: fmt.Sprint(value), Reason: reason}
}

// Parse reads a job's JSON strictly and validates it.
func Parse(data []byte) (Spec, error) {
	var s Spec
	if err := canonical.Unmarshal(data, &s); err != nil {
		return Spec{}, fmt.Errorf("job: parse: %w", err)
	}
	return s, s.Validate()
}

// Validate checks the fields against their limits, and that there is an engine for what the job asks for.
func (s Spec) Validate() error {
	if err := s.Kind.Validate(); err != nil {
		return bad("kind", uint8(s.Kind), err.Error())
	}
	if !s.Kind.HasEngine() {
		return bad("kind", uint8(s.Kind), fmt.Sprintf("this version runs no jobs of kind %s, only of %s", s.Kind,
			kind.Runnable))
	}
	if err := s.Purpose.Validate(); err != nil {
		return bad("purpose", uint8(s.Purpose), err.Error())
	}
	if err := s.Recipient.Validate(); err != nil {
		return bad("recipient", uint8(s.Recipient), err.Error())
	}
	zero := common.Hash{}
	switch {
	case s.Program == zero:
		return bad("program", s.Program, "name the program")
	case s.Parameters == zero:
		return bad("parameters", s.Parameters, "hash the parameters")
	case s.Dataset == zero:
		return bad("dataset", s.Dataset, "name the dataset")
	case s.DatasetVersion == 0:
		return bad("datasetVersion", 0, "versions start at 1")
	case s.PolicyVersion == 0:
		return bad("policyVersion", 0, "versions start at 1")
	case s.ResearcherKey == zero:
		return bad("researcherKey", s.ResearcherKey, "hash the key for the result")
	case s.Researcher == common.Address{}:
		return bad("researcher", signature.Hex(s.Researcher), "name the researcher's account")
	case s.Deadline == 0:
		return bad("deadline", 0, "name a time in Unix seconds")
	}
	if err := s.validateBudget(); err != nil {
		return err
	}
	return s.validateStudy()
}

func (s Spec) validateBudget() error {
	switch {
	case s.Release > Part:
		return bad("release", uint8(s.Release), "use 0 (private) or 1 (exact)")
	case s.Release == Part:
		return bad("release", uint8(s.Release), "no worker of this version releases parts")
	case s.Release == Private && s.Rho == 0:
		return bad("rho", 0, "a private release needs a budget")
	case s.Release == Exact && s.Rho != 0:
		return bad("rho", uint64(s.Rho), "an exact release uses no budget, set it to zero")
	case s.Release == Exact && s.Delta != 0:
		return bad("delta", uint64(s.Delta), "an exact release uses no budget, set it to zero")
	}
	return nil
}

func (s Spec) validateStudy() error {
	zero := common.Hash{}
	switch {
	case s.Study == zero && s.Seat != 0:
		return bad("seat", s.Seat, "a job by itself has no seat, set it to zero")
	case s.Study == zero && s.Round != 0:
		return bad("round", s.Round, "a job by itself has no round, set it to zero")
	case s.Asset != zero:
		return bad("asset", s.Asset, "no worker of this version uses a second dataset, set it to zero")
	case s.AssetVersion != 0:
		return bad("assetVersion", s.AssetVersion, "there is no asset, set it to zero")
	case s.AssetPolicyVersion != 0:
		return bad("assetPolicyVersion", s.AssetPolicyVersion, "there is no asset, set it to zero")
	case s.Extension != zero:
		return bad("extension", s.Extension, "this version knows no extensions, set it to zero")
	}
	return nil
}

// Cost is the budget that the job takes.
func (s Spec) Cost() budget.Cost { return budget.Cost{Rho: s.Rho, Delta: s.Delta} }

// BudgetKey is the key of the job's budget in the BudgetLedger when the seats of its study share that of their round;
// without a gate that says so, it is the job's id.
func (s Spec) BudgetKey() common.Hash { return budget.StudyKey(s.Study, s.Round, s.Dataset) }

// StructHash is the EIP-712 hash of the specification.
func (s Spec) StructHash() common.Hash {
	return eip712.HashStruct(Type,
		eip712.Bytes32(s.Program), eip712.Bytes32(s.Parameters), eip712.Bytes32(s.Dataset),
		eip712.Bytes32(s.ResearcherKey),
		eip712.Address(s.Researcher), eip712.Uint(s.Kind), eip712.Uint(s.Purpose), eip712.Uint(s.Release),
		eip712.Uint(s.DatasetVersion), eip712.Uint(s.PolicyVersion), eip712.Uint(s.Rho), eip712.Uint(s.Delta),
		eip712.Uint(s.Deadline), eip712.Uint(s.Nonce), eip712.Amount(s.Fee), eip712.Uint(s.Recipient),
		eip712.Uint(s.Seat),
		eip712.Uint(s.Round), eip712.Uint(s.AssetVersion), eip712.Uint(s.AssetPolicyVersion), eip712.Bytes32(s.Asset),
		eip712.Bytes32(s.Study), eip712.Bytes32(s.Extension))
}

// ID is the job's id; the domain's contract is the JobMarket.
func (s Spec) ID(d eip712.Domain) common.Hash { return d.Digest(s.StructHash()) }

// TypedData is the job as a wallet shows it.
func (s Spec) TypedData(d eip712.Domain) (eip712.TypedData, error) {
	return eip712.New(d, Type, s.Program.Hex(), s.Parameters.Hex(), s.Dataset.Hex(), s.ResearcherKey.Hex(),
		signature.Hex(s.Researcher), num(s.Kind), num(s.Purpose), num(s.Release), num(s.DatasetVersion),
		num(s.PolicyVersion),
		num(s.Rho), num(s.Delta), num(s.Deadline), num(s.Nonce), s.Fee.String(), num(s.Recipient), num(s.Seat),
		num(s.Round),
		num(s.AssetVersion), num(s.AssetPolicyVersion), s.Asset.Hex(), s.Study.Hex(), s.Extension.Hex())
}

func num[T ~uint8 | ~uint16 | ~uint32 | ~uint64](v T) string { return fmt.Sprint(uint64(v)) }

// Program is the hash of the program of a kind that is built into the worker.
func Program(k kind.Kind) (common.Hash, error) {
	if err := k.Validate(); err != nil {
		return common.Hash{}, fmt.Errorf("job: built-in program: %w", err)
	}
	if !k.HasEngine() {
		return common.Hash{}, fmt.Errorf("job: no program for the kind %s is built in", k)
	}
	return crypto.Keccak256Hash([]byte("assent.program." + k.String() + ".v1")), nil
}

// ErrParameters is returned for parameters that are not what the job's hash names.
var ErrParameters = errors.New("job: the parameters are not those that the job names")

// HashParameters returns the hash of parameters in canonical JSON.
func HashParameters(parameters []byte) (common.Hash, error) {
	if len(parameters) > MaxParameters {
		return common.Hash{}, fmt.Errorf("job: parameters have %d bytes, at most %d", len(parameters), MaxParameters)
	}
	if err := canonical.Check(parameters); err != nil {
		return common.Hash{}, fmt.Errorf("job: parameters: %w", err)
	}
	return crypto.Keccak256Hash(parameters), nil
}

// VerifyParameters checks parameters against the job's hash.
func (s Spec) VerifyParameters(parameters []byte) error {
	h, err := HashParameters(parameters)
	if err != nil {
		return err
	}
	if h != s.Parameters {
		return fmt.Errorf("%w: hash %s, need %s", ErrParameters, h, s.Parameters)
	}
	return nil
}

// Approval is the custodian's consent to run one job on the real data.
type Approval struct {
	Job    common.Hash `json:"job"`
	Expiry uint64      `json:"expiry,string"` // Unix seconds, last second that it counts
}

// SignedApproval is an approval with the custodian's signature.
type SignedApproval struct {
	Approval  `json:"approval"`
	Signature signature.Signature `json:"signature"`
}

// StructHash is the EIP-712 hash of the approval.
func (a Approval) StructHash() common.Hash {
	return eip712.HashStruct(ApprovalType, eip712.Bytes32(a.Job), eip712.Uint(a.Expiry))
}

// Digest is what the custodian signs; the domain's contract is the JobMarket.
func (a Approval) Digest(d eip712.Domain) common.Hash { return d.Digest(a.StructHash()) }

// TypedData is the approval as a wallet shows it.
func (a Approval) TypedData(d eip712.Domain) (eip712.TypedData, error) {
	return eip712.New(d, ApprovalType, a.Job.Hex(), num(a.Expiry))
}

// Sign signs an approval with the custodian's key.
func (a Approval) Sign(d eip712.Domain, key *ecdsa.PrivateKey) (SignedApproval, error) {
	if a.Job == (common.Hash{}) || a.Expiry == 0 {
		return SignedApproval{}, bad("job", a.Job, "name the job and the time that the approval ends")
	}
	sig, err := signature.Sign(a.Digest(d), key)
	if err != nil {
		return SignedApproval{}, fmt.Errorf("job: sign approval of %s: %w", a.Job, err)
	}
	return SignedApproval{Approval: a, Signature: sig}, nil
}

// ErrApprovalExpired is returned for an approval whose time is over. The custodian can sign another.
var ErrApprovalExpired = errors.New("job: the approval has expired")

// Verify checks that the custodian signed and that the approval counts at the Unix time now.
func (s SignedApproval) Verify(d eip712.Domain, custodian common.Address, now uint64) error {
	if now > s.Expiry {
		return fmt.Errorf("%w: job %s, until %d, now %d", ErrApprovalExpired, s.Job, s.Expiry, now)
	}
	if err := s.Signature.Verify(s.Digest(d), custodian); err != nil {
		return fmt.Errorf("job: verify approval of %s: %w", s.Job, err)
	}
	return nil
}
