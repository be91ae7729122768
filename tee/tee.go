// Package tee says what attestation is to the rest of Assent, whichever hardware does it: an Issuer turns report data
// into a quote, a Verifier turns a quote, its collateral, the roots and the time into Claims, and package tee/policy
// says whether claims are accepted. Verifying is pure: no network, no clock, no state.
//
// Whether a quote is simulated is a claim like any other: it follows from the root that the quote chains to, never from
// a flag.
package tee

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Platform is a kind of attestation. The numbers are those of the WorkerRegistry.
type Platform uint8

// The platforms.
const (
	TDX Platform = 2 // Intel TDX, and package tee/insecure, which only its root tells from it
	SNP Platform = 3 // AMD SEV-SNP
)

// String returns the platform's name.
func (p Platform) String() string {
	switch p {
	case TDX:
		return "tdx"
	case SNP:
		return "snp"
	}
	return fmt.Sprintf("platform(%d)", uint8(p))
}

// Validate reports whether the platform is defined.
func (p Platform) Validate() error {
	if p < TDX || p > SNP {
		return fmt.Errorf("tee: platform %d is not defined", uint8(p))
	}
	return nil
}

// ReportDataSize is the size of the bytes that a quote binds.
const ReportDataSize = 64

// ReportData is what a quote binds; see Binding.
type ReportData [ReportDataSize]byte

// TCBStatus is the vendor's judgement of a platform's firmware, in Intel's words.
type TCBStatus string

// The statuses. A verifier reports them; tee/policy says which are accepted.
const (
	UpToDate                          TCBStatus = "UpToDate"
	SWHardeningNeeded                 TCBStatus = "SWHardeningNeeded"
	ConfigurationNeeded               TCBStatus = "ConfigurationNeeded"
	ConfigurationAndSWHardeningNeeded TCBStatus = "ConfigurationAndSWHardeningNeeded"
	OutOfDate                         TCBStatus = "OutOfDate"
	OutOfDateConfigurationNeeded      TCBStatus = "OutOfDateConfigurationNeeded"
	Revoked                           TCBStatus = "Revoked"
	// Unjudged is the status of SNP platforms: AMD publishes no levels, so that a policy has to name the versions it
	// wants.
	Unjudged TCBStatus = "Unjudged"
	// BelowLevels is the status of a platform, or a part of it, that is older than every level that the collateral
	// knows. No policy accepts it.
	BelowLevels TCBStatus = "BelowLevels"
)

// statuses are the numbers of the statuses, from 1. Chains store them.
var statuses = [...]TCBStatus{
	UpToDate, SWHardeningNeeded, ConfigurationNeeded, ConfigurationAndSWHardeningNeeded, OutOfDate,
	OutOfDateConfigurationNeeded, Revoked, Unjudged,
	BelowLevels,
}

// Number is the status as the WorkerRegistry stores it, and zero for one that is not defined.
func (s TCBStatus) Number() uint8 { return uint8(slices.Index(statuses[:], s) + 1) }

// StatusOf is the status with a number, and false when there is none.
func StatusOf(number uint8) (TCBStatus, bool) {
	if number == 0 || int(number) > len(statuses) {
		return "", false
	}
	return statuses[number-1], true
}

// Register is one measured register of a quote, for people to read.
type Register struct {
	Name  string `json:"name"`  // for example "MRTD" or "RTMR0"
	Value string `json:"value"` // lower-case hex
}

// Collateral says which collateral a quote was judged with. On chain it never goes backwards.
type Collateral struct {
	Evaluation uint32    `json:"evaluation"` // TCB evaluation data number
	IssuedAt   time.Time `json:"issuedAt"`   // issue date of the oldest part that is renewed every month
	ValidFrom  time.Time `json:"validFrom"`  // the latest start of any part's validity
	ValidUntil time.Time `json:"validUntil"` // the earliest end of any part's validity
	// number of the root's revocation list, decimal; empty when it was not given
	CRLNumber string `json:"crlNumber"`
	// PCKCRLNumber is that of the list of the PCK certificates' issuer.
	PCKCRLNumber string `json:"pckCrlNumber,omitempty"`
	// Revocation says that a list of every issuer in the quote's chain was given, and that nothing in the chain is on
	// one.
	Revocation bool `json:"revocation"`
}

// Component is the security version of one part of a platform's firmware.
type Component struct {
	// Name is "sgx1" to "sgx16", "pce", "qe" and "tdx1" to "tdx16" for TDX, and "bootloader", "tee", "snp" and
	// "microcode" for SNP.
	Name string `json:"name"`
	SVN  uint16 `json:"svn"`
}

// Device names the machine that made a quote, in lower-case hex. What the platform does not say is empty.
type Device struct {
	PPID   string `json:"ppid,omitempty"`   // Intel: provisioning ID of the processor package
	PIID   string `json:"piid,omitempty"`   // Intel: platform instance ID, of a machine with several packages
	FMSPC  string `json:"fmspc,omitempty"`  // Intel: family of platforms
	PCEID  string `json:"pceid,omitempty"`  // Intel: provisioning certification enclave
	ChipID string `json:"chipId,omitempty"` // AMD
}

// IDs returns the names by which a policy may list the machine: "ppid:", "piid:" or "chip:" and the hex.
func (d Device) IDs() []string {
	var ids []string
	for _, n := range [][2]string{{"ppid:", d.PPID}, {"piid:", d.PIID}, {"chip:", d.ChipID}} {
		if n[1] != "" {
			ids = append(ids, n[0]+n[1])
		}
	}
	return ids
}

// Claims is what a genuine quote says.
type Claims struct {
	Platform    Platform    `json:"platform"`
	Measurement common.Hash `json:"measurement"` // MeasurementOf the registers
	Registers   []Register  `json:"registers"`
	ReportData  ReportData  `json:"-"`
	TCB         TCBStatus   `json:"tcb"`
	TCBDate     time.Time   `json:"tcbDate"`    // of the TCB level that the platform reaches; zero when there is none
	Components  []Component `json:"components"` // security versions behind the status
	Advisories  []string    `json:"advisories"`
	// of the guest, lower-case hex: TD attributes, or the SNP guest policy
	Attributes string `json:"attributes"`
	XFAM       string `json:"xfam,omitempty"` // of a TD: the processor's extended features, lower-case hex
	// of an SNP guest: privilege level of the code that asked for the report
	VMPL       uint8       `json:"vmpl"`
	Debug      bool        `json:"debug"`      // the host can read the memory
	Migratable bool        `json:"migratable"` // the guest may be moved to a machine that made no quote
	Device     Device      `json:"device"`
	Simulated  bool        `json:"simulated"` // the root is no hardware vendor's
	Root       common.Hash `json:"root"`      // RootID of the root certificate
	Collateral Collateral  `json:"collateral"`
}

// Issuer makes quotes where it runs.
type Issuer interface {
	// Platform says which verifier reads its quotes.
	Platform() Platform
	// Issue makes a quote that binds report data. Hardware may take its time.
	Issue(ctx context.Context, data ReportData) (quote []byte, err error)
}

// Verifier says whether quotes of one platform are genuine.
type Verifier interface {
	// Platform says which quotes it reads.
	Platform() Platform
	// Verify checks the quote's signature chain up to one of the roots, and judges it by the collateral as of the time
	// now. It returns what the quote claims, or an error of type *Refusal when it is malformed or does not hold. What
	// holds but should perhaps not be accepted, such as a debuggable guest or old firmware, is in the claims.
	Verify(quote, collateral []byte, roots Roots, now time.Time) (*Claims, error)
}

// Collector gets the collateral for a quote, from the vendor or from a cache.
type Collector interface {
	Collateral(ctx context.Context, quote []byte) ([]byte, error)
}

// ErrNotGenuine is wrapped by every error of a Verifier. The quote is not to be used; a fresh one, or fresh collateral,
// may be.
var ErrNotGenuine = errors.New("quote is not genuine")

// Step names what a Verifier was checking when it refused. The words are few and fixed, and tell nothing of the
// machine: chains show them.
type Step string

// The steps.
const (
	StepEvidence   Step = "evidence"     // the bytes around the quote are malformed
	StepQuote      Step = "quote"        // malformed, or of another kind
	StepRoot       Step = "root"         // the chain ends at no root that is named
	StepChain      Step = "certificates" // the quote's certificates do not hold now
	StepSignature  Step = "signature"    // the quote is not signed by them
	StepCollateral Step = "collateral"   // malformed, not signed under the root, expired or missing
	StepRevocation Step = "revocation"   // a certificate is revoked
	StepPlatform   Step = "platform"     // the collateral is of another platform
)

// Refusal is the error of a Verifier. It wraps ErrNotGenuine.
type Refusal struct {
	Step Step
	Err  error
}

func (r *Refusal) Error() string { return fmt.Sprintf("%v: %v", ErrNotGenuine, r.Err) }

// Unwrap returns ErrNotGenuine and the cause.
func (r *Refusal) Unwrap() []error { return []error{ErrNotGenuine, r.Err} }

const measurementDomain = "assent.measurement.v1"

// MeasurementOf is the one hash that policies name for a platform's registers, in this order: for TDX, MRTD, RTMR0,
// RTMR1, RTMR2 and RTMR3; for SNP, MEASUREMENT.
func MeasurementOf(p Platform, registers ...[]byte) common.Hash {
	b := append([]byte(measurementDomain), byte(p))
	for _, r := range registers {
		b = append(b, byte(len(r)>>8), byte(len(r)))
		b = append(b, r...)
	}
	return crypto.Keccak256Hash(b)
}
