// Package grant is a person's consent: the grant that a pseudonym's key signs, the custodian's ticket that enrols the
// pseudonym, the rotation to another key, the word in which the consent ledger stores what counts now, and the rule by
// which an entry is live for a job.
//
// The newest nonce wins; a revocation is a grant of nothing. How the fields map to ERC-8356 and ISO/IEC TS 27560 is in
// docs/protocol/grant.md.
package grant

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
)

// Type is the EIP-712 type of a grant.
const Type = "Grant(bytes32 dataset,address pseudonym,uint32 policyVersion,uint32 purposes,uint16 kinds,bool " +
	"exact,uint8 conditions,uint32 notBefore,uint32 expiry,uint8 epsilonClass,bytes32 circumstances,uint64 " +
	"nonce,uint64 submitBefore)"

// MaxNonce is the largest nonce of a grant of something, and of a rotation. The one above it is kept for a revocation,
// so that nothing that was signed is the last word.
const MaxNonce = 1<<64 - 2

// Grant allows the use of one pseudonym's rows in one dataset.
type Grant struct {
	Dataset       common.Hash          `json:"dataset"`
	Pseudonym     common.Address       `json:"pseudonym"`
	PolicyVersion uint32               `json:"policyVersion"` // the version the person has seen
	Purposes      purpose.Set          `json:"purposes"`
	Kinds         kind.Set             `json:"kinds"`
	Exact         bool                 `json:"exact"`      // rows may enter exact, reviewed releases
	Conditions    condition.Conditions `json:"conditions"` // what the policy has to promise at least
	NotBefore     day.Day              `json:"notBefore"`  // first day that it counts
	Expiry        day.Day              `json:"expiry"`     // first day that it no longer counts
	EpsilonClass  budget.Class         `json:"epsilonClass"`
	Circumstances common.Hash          `json:"circumstances"`       // Commitment of Circumstances; zero in a revocation
	Nonce         uint64               `json:"nonce,string"`        // larger than that of any older grant
	SubmitBefore  uint64               `json:"submitBefore,string"` // Unix seconds
}

// FieldError says which field of a grant, ticket or rotation is not acceptable.
type FieldError struct {
	Field  string // as in the EIP-712 type
	Value  string
	Reason string
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("grant: %s is %s: %s", e.Field, e.Value, e.Reason)
}

func bad(field string, value any, reason string) error {
	return &FieldError{Field: field, Value: fmt.Sprint(value), Reason: reason}
}

// Revoke returns the revocation of everything the pseudonym granted for the dataset.
func Revoke(dataset common.Hash, pseudonym common.Address, policyVersion uint32, nonce, submitBefore uint64) Grant {
	return Grant{Dataset: dataset, Pseudonym: pseudonym, PolicyVersion: policyVersion, Nonce: nonce,
		SubmitBefore: submitBefore}
}

// NextNonce is the nonce to sign with at a time when the newest nonce on record is current: the time in Unix
// milliseconds, so that what is signed later counts even if it comes first, and in any case a newer one, whatever clock
// signed before. Only a revocation may take the very last nonce; ok is false when there is none left.
func NextNonce(unixMilli, current uint64, revocation bool) (nonce uint64, ok bool) {
	last := uint64(MaxNonce)
	if revocation {
		last++
	}
	if current >= last {
		return 0, false
	}
	return min(max(unixMilli, current+1), last), true
}

// IsRevocation reports whether nothing is granted.
func (g Grant) IsRevocation() bool { return g.Purposes == 0 && g.Kinds == 0 }

// Validate checks the fields against their limits. It is what a client demands of a grant before it is signed or
// submitted; the ledger checks what depends on the chain.
func (g Grant) Validate() error {
	switch {
	case g.Dataset == common.Hash{}:
		return bad("dataset", g.Dataset, "name the dataset")
	case g.Pseudonym == common.Address{}:
		return bad("pseudonym", signature.Hex(g.Pseudonym), "name the pseudonym")
	case g.PolicyVersion == 0:
		return bad("policyVersion", 0, "versions start at 1")
	case g.Nonce == 0:
		return bad("nonce", 0, "nonces start at 1 and grow with every grant")
	case g.SubmitBefore == 0:
		return bad("submitBefore", 0, "name a time in Unix seconds")
	}
	if g.IsRevocation() {
		if g.Exact || g.Conditions != 0 || g.NotBefore != 0 || g.Expiry != 0 || g.EpsilonClass != 0 ||
			g.Circumstances != (common.Hash{}) {
			return bad("purposes", 0,
				"a revocation grants nothing, so exact, conditions, notBefore, expiry, epsilonClass and "+
					"circumstances must be zero")
		}
		return nil
	}
	if err := g.Purposes.Validate(); err != nil {
		return bad("purposes", uint32(g.Purposes), err.Error())
	}
	if err := g.Kinds.Validate(); err != nil {
		return bad("kinds", uint16(g.Kinds), err.Error())
	}
	switch {
	case g.Purposes == 0:
		return bad("purposes", 0, "name a purpose, or revoke with kinds zero as well")
	case g.Kinds == 0:
		return bad("kinds", 0, "name a kind of computation, or revoke with purposes zero as well")
	case g.Expiry > day.Max:
		return bad("expiry", g.Expiry, fmt.Sprintf("the last day possible is %d", day.Max))
	case g.NotBefore >= g.Expiry:
		return bad("expiry", g.Expiry, fmt.Sprintf("it must be after notBefore (%s)", g.NotBefore))
	}
	if err := g.EpsilonClass.Validate(); err != nil {
		return bad("epsilonClass", uint8(g.EpsilonClass), err.Error())
	}
	if err := g.Conditions.Validate(); err != nil {
		return bad("conditions", uint8(g.Conditions), err.Error())
	}
	if g.Circumstances == (common.Hash{}) {
		return bad("circumstances", g.Circumstances,
			"commit to how the consent is given, so that no grant tells more than another")
	}
	if g.Nonce > MaxNonce {
		return bad("nonce", g.Nonce, "the last nonce is kept for a revocation")
	}
	return nil
}

// StructHash is the EIP-712 hash of the grant.
func (g Grant) StructHash() common.Hash {
	return eip712.HashStruct(Type,
		eip712.Bytes32(g.Dataset), eip712.Address(g.Pseudonym), eip712.Uint(g.PolicyVersion),
		eip712.Uint(g.Purposes), eip712.Uint(g.Kinds), eip712.Bool(g.Exact), eip712.Uint(g.Conditions),
		eip712.Uint(g.NotBefore), eip712.Uint(g.Expiry), eip712.Uint(g.EpsilonClass), eip712.Bytes32(g.Circumstances),
		eip712.Uint(g.Nonce), eip712.Uint(g.SubmitBefore))
}

// Digest is what the pseudonym signs; the domain's contract is the dataset's ledger.
func (g Grant) Digest(d eip712.Domain) common.Hash { return d.Digest(g.StructHash()) }

// TypedData is the grant as a wallet shows it.
func (g Grant) TypedData(d eip712.Domain) (eip712.TypedData, error) {
	return eip712.New(d, Type, g.Dataset.Hex(), signature.Hex(g.Pseudonym), num(g.PolicyVersion),
		num(g.Purposes), num(g.Kinds), g.Exact, num(g.Conditions), num(g.NotBefore), num(g.Expiry), num(g.EpsilonClass),
		g.Circumstances.Hex(), num(g.Nonce), num(g.SubmitBefore))
}

// num writes an integer as a decimal string, since JavaScript rounds large numbers.
func num[T ~uint8 | ~uint16 | ~uint32 | ~uint64](v T) string { return fmt.Sprint(uint64(v)) }

// Sign validates and signs a grant.
func (g Grant) Sign(d eip712.Domain, key *ecdsa.PrivateKey) (Signed, error) {
	if err := g.Validate(); err != nil {
		return Signed{}, err
	}
	sig, err := signature.Sign(g.Digest(d), key)
	if err != nil {
		return Signed{}, fmt.Errorf("grant: sign: %w", err)
	}
	s := Signed{Grant: g, Signature: sig}
	return s, s.Verify(d)
}

// Signed is a grant with the signature of its pseudonym's key.
type Signed struct {
	Grant     `json:"grant"`
	Signature signature.Signature `json:"signature"`
}

// Verify checks the signature. It says nothing about the fields; see Validate.
func (s Signed) Verify(d eip712.Domain) error {
	if err := s.Signature.Verify(s.Digest(d), s.Pseudonym); err != nil {
		return fmt.Errorf("grant: verify grant of %s: %w", signature.Hex(s.Pseudonym), err)
	}
	return nil
}
