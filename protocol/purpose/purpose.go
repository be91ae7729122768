// Package purpose maps the purposes a grant can allow between the bit the ledger stores, the Data Use Ontology (DUO),
// the Data Privacy Vocabulary (DPV) and plain words.
//
// The ledger tests one bit: a job names one purpose, and a grant either has its bit or has not. Nothing is implied at
// that moment. Where DUO says that a wider permission includes a narrower use, Closure adds the narrower bits when the
// grant is made, so that the person sees and signs every purpose that will count.
package purpose

import (
	"fmt"
	"math/bits"
	"strings"
)

// Purpose is what a job's result is for: its value is its bit's index in a Set.
type Purpose uint8

// The purposes. Numbers are never reused; those up to Count-1 are defined.
const (
	GeneralResearch    Purpose = 0
	HealthResearch     Purpose = 1
	DiseaseResearch    Purpose = 2
	FairnessAudit      Purpose = 3
	AncestryResearch   Purpose = 4
	MethodsResearch    Purpose = 5
	ClinicalCare       Purpose = 6
	OfficialStatistics Purpose = 7
	PublicPolicy       Purpose = 8
	CommercialResearch Purpose = 9

	Count = 10
)

// Match says how close the DPV concept is (SKOS mapping relations).
type Match string

// The relations used in Info.
const (
	Exact Match = "exactMatch" // the same idea
	Close Match = "closeMatch" // interchangeable in most uses
	Broad Match = "broadMatch" // the DPV concept is wider than the purpose
)

// Info describes a purpose.
type Info struct {
	Purpose  Purpose `json:"bit"`
	Code     string  `json:"code"`          // short name in commands and files
	DUO      string  `json:"duo,omitempty"` // DUO term, empty when DUO has none
	DPV      string  `json:"dpv"`           // IRI of a DPV purpose
	DPVMatch Match   `json:"dpvMatch"`
	Words    string  `json:"words"`   // for the person who is asked
	Implies  Set     `json:"implies"` // what Closure adds
}

const dpv = "https://w3id.org/dpv#"

// Table returns all purposes defined, by bit.
func Table() [Count]Info {
	return [Count]Info{
		{GeneralResearch, "GRU", "DUO:0000042", dpv + "ScientificResearch", Close,
			"research on any subject",
			SetOf(HealthResearch, DiseaseResearch, AncestryResearch, MethodsResearch)},
		{HealthResearch, "HMB", "DUO:0000006", dpv + "ScientificResearch", Broad,
			"research on health, medicine or biology, without the study of origins or ancestry",
			SetOf(DiseaseResearch, MethodsResearch)},
		{DiseaseResearch, "DS", "DUO:0000007", dpv + "ScientificResearch", Broad,
			"research on the disease that the dataset's description names",
			SetOf(MethodsResearch)},
		{FairnessAudit, "FAIR", "", dpv + "PublicBenefit", Broad,
			"checking whether an algorithm or a practice treats groups of people fairly", 0},
		{AncestryResearch, "POA", "DUO:0000011", dpv + "ScientificResearch", Broad,
			"research on origins or ancestry of populations",
			SetOf(MethodsResearch)},
		{MethodsResearch, "MDS", "", dpv + "ResearchAndDevelopment", Broad,
			"developing and testing research methods and software", 0},
		{ClinicalCare, "CC", "DUO:0000043", dpv + "ImproveHealthcare", Broad,
			"care of patients", 0},
		{OfficialStatistics, "STAT", "", dpv + "ProvideOfficialStatistics", Exact,
			"official statistics", 0},
		{PublicPolicy, "POLICY", "", dpv + "PublicPolicyMaking", Exact,
			"preparing laws and public policy", 0},
		{CommercialResearch, "COM", "", dpv + "CommercialResearch", Exact,
			"research by or for a company that wants to earn money with it", 0},
	}
}

// Parse reads a code such as "HMB", a DUO term such as "DUO:0000006" or the bit's index in decimal.
func Parse(s string) (Purpose, error) {
	var codes []string
	for _, i := range Table() {
		if s == i.Code || s == i.DUO && s != "" || s == fmt.Sprint(uint8(i.Purpose)) {
			return i.Purpose, nil
		}
		codes = append(codes, i.Code)
	}
	if s == "" {
		return 0, fmt.Errorf("purpose: an empty one is not known; use one of %s", strings.Join(codes, ", "))
	}
	return 0, fmt.Errorf("purpose: %.40q is not known; use one of %s", s, strings.Join(codes, ", "))
}

// Validate reports whether the purpose is defined.
func (p Purpose) Validate() error {
	if p >= Count {
		return fmt.Errorf("purpose: %d is not defined, the largest is %d", uint8(p), Count-1)
	}
	return nil
}

// Info returns the description of a purpose that is defined.
func (p Purpose) Info() (Info, error) {
	if err := p.Validate(); err != nil {
		return Info{}, err
	}
	return Table()[p], nil
}

// String returns the code.
func (p Purpose) String() string {
	i, err := p.Info()
	if err != nil {
		return fmt.Sprintf("purpose(%d)", uint8(p))
	}
	return i.Code
}

// Words describes the purpose to the person who is asked.
func (p Purpose) Words() string {
	i, err := p.Info()
	if err != nil {
		return fmt.Sprintf("an unknown purpose (%d)", uint8(p))
	}
	return i.Words
}

// Set is a set of purposes, bit by index.
type Set uint32

// All is the set of the purposes defined.
const All Set = 1<<Count - 1

// SetOf returns the set of the given purposes, which must be defined.
func SetOf(purposes ...Purpose) Set {
	var s Set
	for _, p := range purposes {
		s |= 1 << p
	}
	return s
}

// ParseSet reads codes separated by commas, for example "HMB,FAIR". The empty string is the empty set. It adds nothing
// by implication; see Closure.
func ParseSet(s string) (Set, error) {
	var set Set
	if s == "" {
		return set, nil
	}
	for _, c := range strings.Split(s, ",") {
		p, err := Parse(strings.TrimSpace(c))
		if err != nil {
			return 0, err
		}
		set |= SetOf(p)
	}
	return set, nil
}

// Has reports whether p is in the set. This is the whole test a job must pass.
func (s Set) Has(p Purpose) bool { return p < 32 && s&(1<<p) != 0 }

// Contains reports whether all of t is in the set.
func (s Set) Contains(t Set) bool { return t&^s == 0 }

// Closure adds the purposes that members imply. Call it before the set is shown to the person and signed.
func (s Set) Closure() Set {
	for _, i := range Table() {
		if s.Has(i.Purpose) {
			s |= i.Implies // every entry lists its whole closure; a test holds it
		}
	}
	return s
}

// Validate reports whether only defined purposes are in the set.
func (s Set) Validate() error {
	if r := s &^ All; r != 0 {
		return fmt.Errorf("purpose: set %#x has bit %d, which is not defined", uint32(s),
			bits.TrailingZeros32(uint32(r)))
	}
	return nil
}

// Purposes lists the members in ascending order.
func (s Set) Purposes() []Purpose {
	var ps []Purpose
	for p := range Purpose(32) {
		if s.Has(p) {
			ps = append(ps, p)
		}
	}
	return ps
}

// String lists the codes, for example "HMB,FAIR".
func (s Set) String() string {
	var codes []string
	for _, p := range s.Purposes() {
		codes = append(codes, p.String())
	}
	return strings.Join(codes, ",")
}
