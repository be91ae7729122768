// Package receipt is the attested statement of a finished job, of one form for all kinds of jobs, signed by the
// enclave's key and recorded by the JobMarket.
package receipt

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/signature"
)

// The EIP-712 types of receipts, the charges in them, the inputs that these name, and of what archives sign of a
// ciphertext.
const (
	ChargeType = "Charge(bytes32 inputs,uint64 consentRound,bytes32 consentRoot,bytes32 subjectsRoot,uint32 " +
		"liveSubjects,uint64 rho,uint64 delta,uint64 moment,bytes32 noise,bytes32 proofKey)"
	Type = "Receipt(bytes32 job,Charge charge,bytes32 result,bytes32 ciphertext,uint64 size,bytes32 " +
		"opening,bytes32 statement,address enclave,bytes32 measurement,bytes32 quote)" + ChargeType
	HeldType   = "Held(bytes32 job,bytes32 ciphertext,uint64 size)"
	InputsType = "Inputs(bytes32 job,bytes32 contentRoot,bytes32 consentRoot,bytes32 subjectsRoot,bytes32 " +
		"program,bytes32 parameters)"
)

const resultDomain = "assent.result.v1"

// Receipt says what came out of a job, and of which charge. What ran on which data is committed to by the job's id.
type Receipt struct {
	Job         common.Hash    `json:"job"`
	Charge      Charge         `json:"charge"`
	Result      common.Hash    `json:"result"`      // salted commitment to the plaintext
	Ciphertext  common.Hash    `json:"ciphertext"`  // keccak256
	Size        uint64         `json:"size,string"` // of the ciphertext, bytes
	Opening     common.Hash    `json:"opening"`     // keccak256 of the key that opens the ciphertext
	Statement   common.Hash    `json:"statement"`   // what else the enclave states; zero: nothing
	Enclave     common.Address `json:"enclave"`
	Measurement common.Hash    `json:"measurement"`
	Quote       common.Hash    `json:"quote"` // keccak256
}

// Charge is what the JobMarket fixed when the job was charged.
type Charge struct {
	Inputs       common.Hash  `json:"inputs"`
	ConsentRound uint64       `json:"consentRound,string"`
	ConsentRoot  common.Hash  `json:"consentRoot"`
	SubjectsRoot common.Hash  `json:"subjectsRoot"` // of the subjects whose rows were used
	LiveSubjects uint32       `json:"liveSubjects"` // live by consent, before any filter
	Rho          budget.Rho   `json:"rho,string"`
	Delta        budget.Delta `json:"delta,string"`
	Moment       uint64       `json:"moment,string"` // of the release, Unix seconds
	Noise        common.Hash  `json:"noise"`         // commitment to the enclaves' shares of noise; zero: none
	ProofKey     common.Hash  `json:"proofKey"`      // the enclave's key for proofs of use; zero: none
}

// StructHash is the EIP-712 hash of the charge, which the JobMarket stores.
func (c Charge) StructHash() common.Hash {
	return eip712.HashStruct(ChargeType, eip712.Bytes32(c.Inputs), eip712.Uint(c.ConsentRound),
		eip712.Bytes32(c.ConsentRoot),
		eip712.Bytes32(c.SubjectsRoot), eip712.Uint(c.LiveSubjects), eip712.Uint(c.Rho), eip712.Uint(c.Delta),
		eip712.Uint(c.Moment),
		eip712.Bytes32(c.Noise), eip712.Bytes32(c.ProofKey))
}

// Signed is a receipt with the enclave's signature.
type Signed struct {
	Receipt   `json:"receipt"`
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
		eip712.Bytes32(r.Job), eip712.Bytes32(r.Charge.StructHash()), eip712.Bytes32(r.Result),
		eip712.Bytes32(r.Ciphertext),
		eip712.Uint(r.Size), eip712.Bytes32(r.Opening), eip712.Bytes32(r.Statement), eip712.Address(r.Enclave),
		eip712.Bytes32(r.Measurement), eip712.Bytes32(r.Quote))
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
	if err := s.Signature.Verify(s.ID(d), s.Enclave); err != nil {
		return fmt.Errorf("receipt: verify receipt of job %s: %w", s.Job, err)
	}
	return nil
}

// ErrUnknown is returned for a receipt that says what this version of the software does not know.
var ErrUnknown = errors.New("receipt: it says what this version does not know")

// Unknown returns an error, which wraps ErrUnknown, for what a receipt has beyond what this version of the software
// knows: it must not be taken for one that says nothing more.
func (r Receipt) Unknown() error {
	if r.Statement != (common.Hash{}) {
		return fmt.Errorf("%w: the receipt of job %s has the statement %s; use a newer version", ErrUnknown, r.Job,
			r.Statement)
	}
	return nil
}

// ErrNoise is returned for a charge that commits to no noise and is of a private release, or the other way round.
var ErrNoise = errors.New("receipt: the noise is not what the release takes")

// CheckNoise checks that the charge of a private release commits to shares of noise, and that of an exact one to none.
// What the other kind of release has, this version does not know.
func (c Charge) CheckNoise(how job.Release) error {
	commits := c.Noise != common.Hash{}
	switch {
	case how == job.Private && !commits:
		return fmt.Errorf("%w: a private release commits to the shares from which its noise is drawn", ErrNoise)
	case how == job.Exact && commits:
		return fmt.Errorf("%w: an exact release has none, and the charge commits to shares of it (%s)", ErrNoise,
			c.Noise)
	case how != job.Private && commits:
		return fmt.Errorf("%w: the charge commits to shares of noise (%s), and the release is %s; use a newer version",
			ErrUnknown, c.Noise, how)
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

// Inputs are what a job is computed from. Its hash is fixed once, at the charge; salts and noise are derived from it.
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
	return eip712.HashStruct(InputsType, eip712.Bytes32(i.Job), eip712.Bytes32(i.ContentRoot),
		eip712.Bytes32(i.ConsentRoot),
		eip712.Bytes32(i.SubjectsRoot), eip712.Bytes32(i.Program), eip712.Bytes32(i.Parameters))
}

// Matches checks that the receipt is of a job, and that its charge is that job's: the budget that the specification
// names, and the hash that the JobMarket recorded.
func (r Receipt) Matches(id common.Hash, s job.Spec, charge common.Hash) error {
	for _, f := range []struct {
		field     string
		got, want any
	}{
		{"job", r.Job, id},
		{"charge", r.Charge.StructHash(), charge},
		{"rho", uint64(r.Charge.Rho), uint64(s.Rho)},
		{"delta", uint64(r.Charge.Delta), uint64(s.Delta)},
	} {
		if f.got != f.want {
			return &MismatchError{Field: f.field, Got: fmt.Sprint(f.got), Want: fmt.Sprint(f.want)}
		}
	}
	return nil
}

// ErrOpening is returned for a key that does not open the receipt's ciphertext.
var ErrOpening = errors.New("receipt: the key is not the one that opens this result")

// HashOpening is how a receipt names the key that opens its ciphertext.
func HashOpening(key [32]byte) common.Hash { return crypto.Keccak256Hash(key[:]) }

// VerifyOpening checks a key against the receipt.
func (r Receipt) VerifyOpening(key [32]byte) error {
	if h := HashOpening(key); h != r.Opening {
		return fmt.Errorf("%w: job %s: it has hash %s, the receipt names %s", ErrOpening, r.Job, h, r.Opening)
	}
	return nil
}

// VerifyCiphertext checks the size and the hash of a ciphertext against the receipt.
func (r Receipt) VerifyCiphertext(ciphertext []byte) error {
	if n := uint64(len(ciphertext)); n != r.Size {
		return fmt.Errorf("receipt: the ciphertext of job %s has %d bytes, the receipt names %d", r.Job, n, r.Size)
	}
	if h := HashBytes(ciphertext); h != r.Ciphertext {
		return fmt.Errorf("receipt: the ciphertext of job %s has hash %s, the receipt names %s", r.Job, h, r.Ciphertext)
	}
	return nil
}

// Held is an archive's word that it holds a ciphertext that is too large for the chain.
type Held struct {
	Job        common.Hash `json:"job"`
	Ciphertext common.Hash `json:"ciphertext"`
	Size       uint64      `json:"size,string"`
}

// Digest is what an archive signs; the domain's contract is the JobMarket.
func (h Held) Digest(d eip712.Domain) common.Hash {
	return d.Digest(eip712.HashStruct(HeldType, eip712.Bytes32(h.Job), eip712.Bytes32(h.Ciphertext),
		eip712.Uint(h.Size)))
}

// Sign signs with an archive's key.
func (h Held) Sign(d eip712.Domain, key *ecdsa.PrivateKey) (signature.Signature, error) {
	sig, err := signature.Sign(h.Digest(d), key)
	if err != nil {
		return sig, fmt.Errorf("receipt: sign that the ciphertext of job %s is held: %w", h.Job, err)
	}
	return sig, nil
}

// ErrNotHeld is returned for a large ciphertext that not enough archives signed to hold.
var ErrNotHeld = errors.New("receipt: not enough archives hold the ciphertext")

// Verify checks that at least needed of the archives signed, as the JobMarket does: both lists ascend by the archives'
// addresses, every signature is by one of them, and no two are by one. It returns who signed.
func (h Held) Verify(
	d eip712.Domain, archives []common.Address, needed uint8, signatures []signature.Signature,
) ([]common.Address, error) {
	if needed == 0 || len(signatures) < int(needed) {
		return nil, fmt.Errorf("%w: job %s has the signatures of %d archives, the policy wants %d", ErrNotHeld, h.Job,
			len(signatures), needed)
	}
	digest := h.Digest(d)
	signers := make([]common.Address, len(signatures))
	for i, s := range signatures {
		var err error
		if signers[i], err = s.Recover(digest); err != nil {
			return nil, fmt.Errorf("receipt: signature %d of the archives of job %s: %w", i, h.Job, err)
		}
		at := slices.Index(archives, signers[i])
		if at < 0 {
			return nil,
				fmt.Errorf(
					"%w: job %s: signature %d is by %s, which is no archive of the policy or signed twice or out of "+
						"order",
					ErrNotHeld, h.Job, i, signature.Hex(signers[i]))
		}
		archives = archives[at+1:]
	}
	return signers, nil
}

// CommitResult is the commitment to a plaintext result. The salt comes from the job's noise key, so that results of few
// possible values cannot be guessed.
func CommitResult(salt [32]byte, plaintext []byte) common.Hash {
	h := crypto.Keccak256Hash(plaintext)
	return crypto.Keccak256Hash([]byte(resultDomain), salt[:], h[:])
}

// HashBytes is the hash of a ciphertext or a quote.
func HashBytes(b []byte) common.Hash { return crypto.Keccak256Hash(b) }
