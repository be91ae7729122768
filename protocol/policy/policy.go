// Package policy is a custodian's rules for a dataset. A policy has three parts: the promise, which a subject is shown
// and agrees to; the means, which say who carries it out; and the service, the terms between custodian, researcher and
// worker. A version's hash is its EIP-712 struct hash, as the DatasetRegistry contract computes it.
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
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// EIP-712 types of the parts, and of a policy.
const (
	PromiseType = "Promise(address controller,uint32 purposes,uint16 kinds,uint8 conditions,bool allowPrivate,bool " +
		"allowExact,bool allowERC1271,bool allowOldVersions,bytes32 schema,bytes32 datasheet,bytes32 text,uint32 " +
		"minCohort,uint32 minCell,uint64 rhoLimit,uint64 deltaLimit,uint64 rhoPerResearcher,uint8 review,uint8 " +
		"reviewersNeeded,uint32 maxConsentAge,address[] spenders,bytes32[] restrictions)"
	MeansType = "Means(address broker,address enroller,uint8 archivesNeeded,bytes32 pins,bytes32[] " +
		"measurements,bytes32[] trustRoots,bytes32[] programs,address[] reviewers,bytes32[] gates,address[] archives)"
	ServiceType = "Service(uint128 price,uint32 claimTimeout,uint32 jobTimeout,uint32 openTimeout,uint8 maxReruns)"

	Type = "Policy(Promise promised,Means means,Service service)" + MeansType + PromiseType + ServiceType
)

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
	ReviewListed    Review = 1 // programs that the means list
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

// Promise is what a subject is shown before consenting. Lists are in strictly ascending order, so that one promise has
// one hash.
type Promise struct {
	Controller       common.Address       `json:"controller"` // who answers for the data
	Purposes         purpose.Set          `json:"purposes"`
	Kinds            kind.Set             `json:"kinds"`
	Conditions       condition.Conditions `json:"conditions"`
	AllowPrivate     bool                 `json:"allowPrivate"`
	AllowExact       bool                 `json:"allowExact"`
	AllowERC1271     bool                 `json:"allowERC1271"`
	AllowOldVersions bool                 `json:"allowOldVersions"` // jobs may name other versions than the newest
	Schema           common.Hash          `json:"schema"`           // over the tables' schemas, see package dataset
	Datasheet        common.Hash          `json:"datasheet"`        // keccak256; zero when there is none
	Text             common.Hash          `json:"text"`             // of a Text; zero when there is none
	MinCohort        uint32               `json:"minCohort"`        // fewest live subjects, before any filter
	// fewest people of a cell that an exact release shows; 0 and 1 set no floor
	MinCell          uint32           `json:"minCell"`
	RhoLimit         budget.Rho       `json:"rhoLimit,string"`
	DeltaLimit       budget.Delta     `json:"deltaLimit,string"`
	RhoPerResearcher budget.Rho       `json:"rhoPerResearcher,string"` // 0 sets no such limit
	Review           Review           `json:"review"`
	ReviewersNeeded  uint8            `json:"reviewersNeeded"`
	MaxConsentAge    uint32           `json:"maxConsentAge"` // rounds from consent to charge
	Spenders         []common.Address `json:"spenders"`      // contracts that may spend the budget
	Restrictions     []common.Hash    `json:"restrictions"`  // hashes of further rules
}

// Means are who carries the promise out. Lists are in strictly ascending order; an empty list accepts nothing.
type Means struct {
	Broker         common.Address   `json:"broker"`
	Enroller       common.Address   `json:"enroller"`
	ArchivesNeeded uint8            `json:"archivesNeeded"` // how many have to hold a large result
	Pins           common.Hash      `json:"pins"`           // of a document of package pins; zero asks for none
	Measurements   []common.Hash    `json:"measurements"`
	TrustRoots     []common.Hash    `json:"trustRoots"`
	Programs       []common.Hash    `json:"programs"`
	Reviewers      []common.Address `json:"reviewers"`
	Gates          []Gate           `json:"gates"`
	Archives       []common.Address `json:"archives"`
}

// Service is the terms between custodian, researcher and worker.
type Service struct {
	Price        amount.Amount `json:"price"`        // smallest fee, base units
	ClaimTimeout uint32        `json:"claimTimeout"` // seconds from claim to key release
	JobTimeout   uint32        `json:"jobTimeout"`   // seconds from key release to the sealed result
	OpenTimeout  uint32        `json:"openTimeout"`  // seconds from the sealed result to its opening
	MaxReruns    uint8         `json:"maxReruns"`
}

// Policy is one version of a dataset's rules. A policy without purposes or kinds is valid and allows nothing.
type Policy struct {
	Promise `json:"promised"`
	Means   `json:"means"`
	Service `json:"service"`
}

// FieldError says which field of a policy has a value that no policy can have.
type FieldError struct {
	Field  string // as in the EIP-712 type
	Reason string
}

func (e *FieldError) Error() string { return fmt.Sprintf("policy: %s: %s", e.Field, e.Reason) }

// Fields are the names of the contract's PolicyField, by value.
func Fields() []string {
	return []string{"controller", "purposes", "kinds", "conditions", "schema", "review", "reviewersNeeded",
		"maxConsentAge",
		"spenders", "restrictions", "broker", "enroller", "measurements", "trustRoots", "programs", "reviewers",
		"gates", "archives",
		"archivesNeeded", "claimTimeout", "jobTimeout", "openTimeout"}
}

// Parse reads a policy's JSON strictly and validates it.
func Parse(data []byte) (Policy, error) {
	p, err := ParseDraft(data)
	if err != nil {
		return Policy{}, err
	}
	return p, p.Validate()
}

// ParseDraft reads a policy's JSON strictly. It does not validate it: who registers a dataset may leave the accounts
// open.
func ParseDraft(data []byte) (Policy, error) {
	var p Policy
	if err := canonical.Unmarshal(data, &p); err != nil {
		return Policy{}, fmt.Errorf("reading the policy: %w", err)
	}
	return p, nil
}

// Marshal returns the policy's canonical JSON.
func (p Policy) Marshal() ([]byte, error) {
	for _, l := range []*[]common.Hash{&p.Restrictions, &p.Programs, &p.Measurements, &p.TrustRoots} {
		*l = orEmpty(*l)
	}
	for _, l := range []*[]common.Address{&p.Spenders, &p.Reviewers, &p.Archives} {
		*l = orEmpty(*l)
	}
	p.Gates = orEmpty(p.Gates)
	return canonical.Marshal(p)
}

func orEmpty[E any](list []E) []E {
	if list == nil {
		return []E{}
	}
	return list
}

// Validate checks the fields as the contract does, and names the same field first where one is wrong.
func (p Policy) Validate() error {
	if err := p.Promise.Validate(); err != nil {
		return err
	}
	if err := p.Means.validate(p.Promise); err != nil {
		return err
	}
	return p.Service.Validate()
}

// Validate checks what concerns the promise alone.
func (p Promise) Validate() error {
	if p.Controller == (common.Address{}) {
		return &FieldError{"controller", "name who answers for the data"}
	}
	if err := p.Purposes.Validate(); err != nil {
		return &FieldError{"purposes", err.Error()}
	}
	if err := p.Kinds.Validate(); err != nil {
		return &FieldError{"kinds", err.Error()}
	}
	if err := p.Conditions.Validate(); err != nil {
		return &FieldError{"conditions", err.Error()}
	}
	if p.Schema == (common.Hash{}) {
		return &FieldError{"schema", "hash the schemas of the tables"}
	}
	if p.Review > ReviewReviewers {
		return &FieldError{"review", fmt.Sprintf("%d is not defined", uint8(p.Review))}
	}
	if p.MaxConsentAge == 0 {
		return &FieldError{"maxConsentAge", "it must be at least one round"}
	}
	if err := ascendingAddresses("spenders", p.Spenders); err != nil {
		return err
	}
	return ascendingHashes("restrictions", p.Restrictions)
}

func (m Means) validate(p Promise) error {
	listed, reviewed := p.Review == ReviewListed, p.Review == ReviewReviewers
	switch {
	case m.Broker == common.Address{}:
		return &FieldError{"broker", "name the account that records key releases"}
	case m.Enroller == common.Address{}:
		return &FieldError{"enroller", "name the key that signs enrolment tickets"}
	}
	if err := ascendingHashes("measurements", m.Measurements); err != nil {
		return err
	}
	if err := ascendingHashes("trustRoots", m.TrustRoots); err != nil {
		return err
	}
	if err := ascendingHashes("programs", m.Programs); err != nil {
		return err
	}
	if listed != (len(m.Programs) != 0) {
		return &FieldError{"programs", "programs are listed if and only if review is \"listed\" (1)"}
	}
	if err := ascendingAddresses("reviewers", m.Reviewers); err != nil {
		return err
	}
	switch {
	case reviewed != (len(m.Reviewers) != 0):
		return &FieldError{"reviewers", "reviewers are named if and only if review is \"reviewers\" (2)"}
	case reviewed != (p.ReviewersNeeded != 0) || int(p.ReviewersNeeded) > len(m.Reviewers):
		return &FieldError{"reviewersNeeded", fmt.Sprintf("%d of %d reviewers is not possible", p.ReviewersNeeded,
			len(m.Reviewers))}
	}
	if err := validateGates(m.Gates); err != nil {
		return err
	}
	if err := ascendingAddresses("archives", m.Archives); err != nil {
		return err
	}
	if (m.ArchivesNeeded != 0) != (len(m.Archives) != 0) || int(m.ArchivesNeeded) > len(m.Archives) {
		return &FieldError{"archivesNeeded", fmt.Sprintf("%d of %d archives is not possible", m.ArchivesNeeded,
			len(m.Archives))}
	}
	return nil
}

// Validate checks the timeouts.
func (s Service) Validate() error {
	for _, t := range []struct {
		field   string
		seconds uint32
	}{{"claimTimeout", s.ClaimTimeout}, {"jobTimeout", s.JobTimeout}, {"openTimeout", s.OpenTimeout}} {
		if t.seconds == 0 || t.seconds > MaxTimeout {
			return &FieldError{t.field, fmt.Sprintf("%d seconds, use 1 to %d", t.seconds, MaxTimeout)}
		}
	}
	return nil
}

func ascendingHashes(field string, list []common.Hash) error {
	return ascending(field, len(list), func(i int) []byte { return list[i][:] })
}

func ascendingAddresses(field string, list []common.Address) error {
	return ascending(field, len(list), func(i int) []byte { return list[i][:] })
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
			return &FieldError{field, fmt.Sprintf(
				"item %d is not above the one before it; sort the list and drop repetitions", i)}
		}
	}
	return nil
}

// Hash is the policy hash: the EIP-712 hash of the struct, without a domain.
func (p Policy) Hash() common.Hash {
	return eip712.HashStruct(Type, eip712.Bytes32(p.Promise.Hash()), eip712.Bytes32(p.Means.Hash()),
		eip712.Bytes32(p.Service.Hash()))
}

// Hash is the EIP-712 hash of the struct.
func (p Promise) Hash() common.Hash {
	return eip712.HashStruct(PromiseType,
		eip712.Address(p.Controller), eip712.Uint(p.Purposes), eip712.Uint(p.Kinds), eip712.Uint(p.Conditions),
		eip712.Bool(p.AllowPrivate), eip712.Bool(p.AllowExact), eip712.Bool(p.AllowERC1271),
		eip712.Bool(p.AllowOldVersions),
		eip712.Bytes32(p.Schema), eip712.Bytes32(p.Datasheet), eip712.Bytes32(p.Text),
		eip712.Uint(p.MinCohort), eip712.Uint(p.MinCell), eip712.Uint(p.RhoLimit), eip712.Uint(p.DeltaLimit),
		eip712.Uint(p.RhoPerResearcher),
		eip712.Uint(p.Review), eip712.Uint(p.ReviewersNeeded), eip712.Uint(p.MaxConsentAge),
		addresses(p.Spenders), hashes(p.Restrictions))
}

// Hash is the EIP-712 hash of the struct.
func (m Means) Hash() common.Hash {
	gates := make([]common.Hash, len(m.Gates))
	for i, g := range m.Gates {
		gates[i] = g.Word()
	}
	return eip712.HashStruct(MeansType,
		eip712.Address(m.Broker), eip712.Address(m.Enroller), eip712.Uint(m.ArchivesNeeded), eip712.Bytes32(m.Pins),
		hashes(m.Measurements), hashes(m.TrustRoots), hashes(m.Programs), addresses(m.Reviewers), hashes(gates),
		addresses(m.Archives))
}

// Hash is the EIP-712 hash of the struct.
func (s Service) Hash() common.Hash {
	return eip712.HashStruct(ServiceType, eip712.Amount(s.Price), eip712.Uint(s.ClaimTimeout),
		eip712.Uint(s.JobTimeout),
		eip712.Uint(s.OpenTimeout), eip712.Uint(s.MaxReruns))
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

// HasFloor says whether exact releases keep cells of few people back.
func (p Promise) HasFloor() bool { return p.MinCell > 1 }

// FloorWords says in words what exact releases keep back.
func (p Promise) FloorWords() string {
	if !p.HasFloor() {
		return "exact releases show cells of any number of people"
	}
	return fmt.Sprintf("exact releases suppress cells of fewer than %d people", p.MinCell)
}

// AcceptsProgram checks a program's hash against the review rule. Signatures of reviewers are another matter.
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
	return fmt.Errorf("%w: program %s needs %d reviewers' signatures, which this version does not take", ErrNotAccepted,
		program, p.ReviewersNeeded)
}

// UnknownRules returns an error that names the restrictions of a policy, none of which this version of the software
// knows: who carries out a job of the dataset refuses it.
func (p Policy) UnknownRules() error {
	if len(p.Restrictions) > 0 {
		return fmt.Errorf("%w: the policy has the restriction %s, which this version does not know", ErrNotAccepted,
			p.Restrictions[0])
	}
	return nil
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
