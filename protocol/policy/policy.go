// Package policy is a custodian's rules for a dataset: what jobs may do, how code
// is reviewed, which workers get the key, and the privacy budget. A version's hash
// is its EIP-712 struct hash, as the DatasetRegistry contract computes it.
package policy

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// Type is the EIP-712 type of a policy.
const Type = "Policy(uint32 purposes,uint8 kinds,uint32 minCohort,uint64 rhoLimit,uint64 rhoPerResearcher,uint8 review,uint8 reviewersNeeded,address[] reviewers,bytes32[] programs,bool allowPrivate,bool allowExact,bool allowERC1271,bytes32[] measurements,bytes32[] trustRoots,uint128 price,uint32 claimTimeout,uint32 jobTimeout,uint32 maxConsentAge,uint8 maxReruns)"

// Limits of the contract.
const (
	MaxList    = 64             // longest list
	MaxTimeout = 30 * 24 * 3600 // longest timeout in seconds
)

// Review says how researcher code gets past review.
type Review uint8

// The review rules.
const (
	ReviewNone      Review = 0 // any program
	ReviewListed    Review = 1 // programs that the policy lists
	ReviewReviewers Review = 2 // programs that enough reviewers signed
)

// String returns the rule's name.
func (r Review) String() string {
	switch r {
	case ReviewNone:
		return "none"
	case ReviewListed:
		return "listed"
	case ReviewReviewers:
		return "reviewers"
	}
	return fmt.Sprintf("review(%d)", uint8(r))
}

// Policy is one version of a dataset's rules. Lists are in strictly ascending
// order, so that one policy has one hash; an empty list accepts nothing.
type Policy struct {
	Purposes         purpose.Set      `json:"purposes"`
	Kinds            kind.Set         `json:"kinds"`
	MinCohort        uint32           `json:"minCohort"` // fewest live subjects, before any filter
	RhoLimit         budget.Rho       `json:"rhoLimit,string"`
	RhoPerResearcher budget.Rho       `json:"rhoPerResearcher,string"` // 0 sets no such limit
	Review           Review           `json:"review"`
	ReviewersNeeded  uint8            `json:"reviewersNeeded"`
	Reviewers        []common.Address `json:"reviewers"`
	Programs         []common.Hash    `json:"programs"`
	AllowPrivate     bool             `json:"allowPrivate"`
	AllowExact       bool             `json:"allowExact"`
	AllowERC1271     bool             `json:"allowERC1271"`
	Measurements     []common.Hash    `json:"measurements"`
	TrustRoots       []common.Hash    `json:"trustRoots"`
	Price            amount.Amount    `json:"price"`         // smallest fee, base units
	ClaimTimeout     uint32           `json:"claimTimeout"`  // seconds from claim to key release
	JobTimeout       uint32           `json:"jobTimeout"`    // seconds from key release to receipt
	MaxConsentAge    uint32           `json:"maxConsentAge"` // rounds from consent to charge
	MaxReruns        uint8            `json:"maxReruns"`
}

// FieldError says which field of a policy has a value that no policy can have.
type FieldError struct {
	Field  string // as in the EIP-712 type and in the contract's PolicyInvalid
	Reason string
}

func (e *FieldError) Error() string { return fmt.Sprintf("policy: %s: %s", e.Field, e.Reason) }

// Parse reads a policy's JSON strictly and validates it.
func Parse(data []byte) (Policy, error) {
	var p Policy
	if err := canonical.Unmarshal(data, &p); err != nil {
		return Policy{}, fmt.Errorf("policy: parse: %w", err)
	}
	return p, p.Validate()
}

// Marshal returns the policy's canonical JSON.
func (p Policy) Marshal() ([]byte, error) {
	for _, l := range []*[]common.Hash{&p.Programs, &p.Measurements, &p.TrustRoots} {
		if *l == nil {
			*l = []common.Hash{}
		}
	}
	if p.Reviewers == nil {
		p.Reviewers = []common.Address{}
	}
	return canonical.Marshal(p)
}

// Validate checks the fields as the contract does, names the same field first
// where one is wrong, and refuses undefined purposes and kinds besides. A policy
// without purposes or kinds is valid and allows nothing.
func (p Policy) Validate() error {
	if err := p.Purposes.Validate(); err != nil {
		return &FieldError{"purposes", err.Error()}
	}
	if err := p.Kinds.Validate(); err != nil {
		return &FieldError{"kinds", err.Error()}
	}
	if p.Review > ReviewReviewers {
		return &FieldError{"review", fmt.Sprintf("%d is not defined", uint8(p.Review))}
	}
	if err := ascending("programs", len(p.Programs), func(i int) []byte { return p.Programs[i][:] }); err != nil {
		return err
	}
	listed, reviewed := p.Review == ReviewListed, p.Review == ReviewReviewers
	if listed != (len(p.Programs) != 0) {
		return &FieldError{"programs", "programs are listed if and only if review is \"listed\" (1)"}
	}
	if err := ascending("reviewers", len(p.Reviewers), func(i int) []byte { return p.Reviewers[i][:] }); err != nil {
		return err
	}
	switch {
	case reviewed != (len(p.Reviewers) != 0):
		return &FieldError{"reviewers", "reviewers are named if and only if review is \"reviewers\" (2)"}
	case reviewed != (p.ReviewersNeeded != 0) || int(p.ReviewersNeeded) > len(p.Reviewers):
		return &FieldError{"reviewersNeeded", fmt.Sprintf("%d of %d reviewers is not possible", p.ReviewersNeeded, len(p.Reviewers))}
	}
	if err := ascending("measurements", len(p.Measurements), func(i int) []byte { return p.Measurements[i][:] }); err != nil {
		return err
	}
	if err := ascending("trustRoots", len(p.TrustRoots), func(i int) []byte { return p.TrustRoots[i][:] }); err != nil {
		return err
	}
	switch {
	case p.ClaimTimeout == 0 || p.ClaimTimeout > MaxTimeout:
		return &FieldError{"claimTimeout", fmt.Sprintf("%d seconds, use 1 to %d", p.ClaimTimeout, MaxTimeout)}
	case p.JobTimeout == 0 || p.JobTimeout > MaxTimeout:
		return &FieldError{"jobTimeout", fmt.Sprintf("%d seconds, use 1 to %d", p.JobTimeout, MaxTimeout)}
	case p.MaxConsentAge == 0:
		return &FieldError{"maxConsentAge", "it must be at least one round"}
	}
	return nil
}

func ascending(field string, n int, at func(int) []byte) error {
	if n > MaxList {
		return &FieldError{field, fmt.Sprintf("%d items, at most %d", n, MaxList)}
	}
	for i := range n {
		if i == 0 && len(bytes.Trim(at(0), "\x00")) == 0 {
			return &FieldError{field, "item 0 is zero"}
		}
		if i > 0 && bytes.Compare(at(i-1), at(i)) >= 0 {
			return &FieldError{field, fmt.Sprintf("item %d is not above the one before it; sort the list and drop repetitions", i)}
		}
	}
	return nil
}

// Hash is the policy hash: the EIP-712 hash of the struct, without a domain.
func (p Policy) Hash() common.Hash {
	return eip712.HashStruct(Type,
		eip712.Uint(p.Purposes), eip712.Uint(p.Kinds), eip712.Uint(p.MinCohort),
		eip712.Uint(p.RhoLimit), eip712.Uint(p.RhoPerResearcher),
		eip712.Uint(p.Review), eip712.Uint(p.ReviewersNeeded), addresses(p.Reviewers), hashes(p.Programs),
		eip712.Bool(p.AllowPrivate), eip712.Bool(p.AllowExact), eip712.Bool(p.AllowERC1271),
		hashes(p.Measurements), hashes(p.TrustRoots), eip712.Amount(p.Price),
		eip712.Uint(p.ClaimTimeout), eip712.Uint(p.JobTimeout), eip712.Uint(p.MaxConsentAge), eip712.Uint(p.MaxReruns))
}

func addresses(list []common.Address) eip712.Word {
	words := make([]eip712.Word, len(list))
	for i, a := range list {
		words[i] = eip712.Address(a)
	}
	return eip712.Array(words...)
}

func hashes(list []common.Hash) eip712.Word {
	words := make([]eip712.Word, len(list))
	for i, h := range list {
		words[i] = eip712.Bytes32(h)
	}
	return eip712.Array(words...)
}

// ErrNotAccepted is returned when a policy does not accept a program or a worker.
var ErrNotAccepted = errors.New("policy: not accepted")

// AcceptsProgram checks a program's hash against the review rule. Signatures of
// reviewers are another matter.
func (p Policy) AcceptsProgram(program common.Hash) error {
	switch p.Review {
	case ReviewNone:
		return nil
	case ReviewListed:
		if slices.Contains(p.Programs, program) {
			return nil
		}
		return fmt.Errorf("%w: program %s is not in the policy's list", ErrNotAccepted, program)
	}
	return fmt.Errorf("%w: program %s needs %d reviewers' signatures, which this version does not take", ErrNotAccepted, program, p.ReviewersNeeded)
}

// AcceptsWorker checks a worker's measurement and attestation root.
func (p Policy) AcceptsWorker(measurement, trustRoot common.Hash) error {
	if !slices.Contains(p.Measurements, measurement) {
		return fmt.Errorf("%w: measurement %s is not in the policy's list", ErrNotAccepted, measurement)
	}
	if !slices.Contains(p.TrustRoots, trustRoot) {
		return fmt.Errorf("%w: trust root %s is not in the policy's list", ErrNotAccepted, trustRoot)
	}
	return nil
}
