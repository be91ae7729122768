// Package policy says whether what a genuine quote claims is accepted: by whom the quote must be vouched for, which
// program it must measure, how healthy the platform must be and how fresh the quote. It checks no signature; a
// tee.Verifier does.
package policy

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/tee"
)

// Policy is what is accepted. The zero value accepts nothing. There is no way to accept a guest that its host can debug
// or move to another machine, or a quote of whose certificates it is not known whether they are revoked.
type Policy struct {
	// Measurements is a set of whole measurements; see tee.MeasurementOf.
	Measurements []common.Hash `json:"measurements,omitempty"`
	// Images are sets of registers, for what a measurement has many values of: one image under several firmwares, say.
	Images []Image `json:"images,omitempty"`
	// Roots is the set of roots; see tee.RootID.
	Roots []common.Hash `json:"roots,omitempty"`
	// Simulated accepts quotes under a named root that is no vendor's.
	Simulated bool `json:"simulated,omitempty"`
	// TCB lists the statuses accepted beside tee.UpToDate. Revoked and BelowLevels are never accepted, and Unjudged
	// needs no place here, but a floor.
	TCB []tee.TCBStatus `json:"tcb,omitempty"`
	// Floor lists smallest security versions; each item is for one platform.
	Floor []Floor `json:"floor,omitempty"`
	// MinTCBDate is the smallest date of a TCB level, for platforms that have levels; zero is no limit.
	MinTCBDate time.Time `json:"minTcbDate,omitzero"`
	// MinEvaluation is the smallest TCB evaluation data number, for platforms that have one; zero is no limit.
	MinEvaluation uint32 `json:"minEvaluation,omitempty"`
	// Devices lists the machines accepted, as tee.Device.IDs names them: "ppid:", "piid:" or "chip:" and lower-case
	// hex. Empty is any machine.
	Devices []string `json:"devices,omitempty"`
	// Pins are what quotes have to show beside their measurement; nil is none.
	Pins *pins.Pins `json:"pins,omitempty"`
	// MaxRounds is how many rounds the block that the quote binds may lie back; zero is no limit, for registrations
	// that are checked when they are made.
	MaxRounds uint64 `json:"maxRounds,omitempty"`
	// MaxCollateralAge is how long ago the collateral may have been issued; zero is no limit beyond its own validity.
	MaxCollateralAge time.Duration `json:"maxCollateralAge,omitempty"`
}

// Floor is the smallest security version of a component.
type Floor struct {
	Platform  tee.Platform `json:"platform"`
	Component string       `json:"component"` // see tee.Component
	SVN       uint16       `json:"svn"`
}

// Image names the values that registers may have, in lower-case hex. Every register named has to have one of its
// values; others may have any. An image names at least the registers that hold the program: MRTD, RTMR1 and RTMR2 for
// TDX, MEASUREMENT for SNP. One that does not matches nothing.
type Image struct {
	Platform  tee.Platform        `json:"platform"`
	Registers map[string][]string `json:"registers"`
}

// program returns the registers that hold the program.
func program(p tee.Platform) []string {
	switch p {
	case tee.TDX:
		return []string{"MRTD", "RTMR1", "RTMR2"}
	case tee.SNP:
		return []string{"MEASUREMENT"}
	}
	return nil
}

func (i Image) matches(c *tee.Claims) bool {
	if i.Platform != c.Platform || len(program(i.Platform)) == 0 {
		return false
	}
	for _, name := range program(i.Platform) {
		if len(i.Registers[name]) == 0 {
			return false
		}
	}
	for name, values := range i.Registers {
		at := slices.IndexFunc(c.Registers, func(r tee.Register) bool { return r.Name == name })
		if at < 0 || !slices.Contains(values, c.Registers[at].Value) {
			return false
		}
	}
	return true
}

// Facts are what the checker knows by itself and the quote has to agree with.
type Facts struct {
	Binding tee.Binding // with the hash that the checker's own view has for the round
	Nonce   [32]byte    // the checker's challenge, or zero
	Round   uint64      // newest round in the checker's view
	Now     time.Time
}

// Check names a check of a quote.
type Check string

// The checks, in the order in which Validate makes them.
const (
	CheckRoot        Check = "root"
	CheckSimulated   Check = "simulated"
	CheckMeasurement Check = "measurement"
	CheckDebug       Check = "debug"
	CheckMigratable  Check = "migratable"
	CheckPins        Check = "pins"
	CheckTCB         Check = "tcb"
	CheckEvaluation  Check = "evaluation"
	CheckDevice      Check = "device"
	CheckReportData  Check = "reportData"
	CheckFreshness   Check = "freshness"
	CheckCollateral  Check = "collateral"
	CheckRevocation  Check = "revocation"
)

// CheckError says which check refused a quote.
type CheckError struct {
	Check  Check
	Reason string
}

func (e *CheckError) Error() string { return fmt.Sprintf("tee policy: %s: %s", e.Check, e.Reason) }

// Validate reports whether claims are accepted, given the facts.
func (p Policy) Validate(c *tee.Claims, f Facts) error {
	refuse := func(check Check, format string, args ...any) error {
		return &CheckError{Check: check, Reason: fmt.Sprintf(format, args...)}
	}
	switch {
	case !slices.Contains(p.Roots, c.Root):
		return refuse(CheckRoot, "root %s is not accepted (simulated: %t)", c.Root, c.Simulated)
	case c.Simulated && !p.Simulated:
		return refuse(CheckSimulated, "root %s is no hardware vendor's, and simulated quotes are not accepted", c.Root)
	case !slices.Contains(p.Measurements, c.Measurement) &&
		!slices.ContainsFunc(p.Images, func(i Image) bool { return i.matches(c) }):
		return refuse(CheckMeasurement, "measurement %s is not accepted", c.Measurement)
	case c.Debug:
		return refuse(CheckDebug, "the host can read the guest's memory")
	case c.Migratable:
		return refuse(CheckMigratable, "the host may move the guest to a machine that is not attested")
	}
	if err := Pinned(p.Pins, c); err != nil {
		return refuse(CheckPins, "%v", err)
	}
	if reason := p.judgeTCB(c); reason != "" {
		return refuse(CheckTCB, "%s", reason)
	}
	switch {
	case p.MinEvaluation > c.Collateral.Evaluation && c.TCB != tee.Unjudged:
		return refuse(CheckEvaluation, "the collateral has TCB evaluation data number %d, at least %d is wanted",
			c.Collateral.Evaluation, p.MinEvaluation)
	case len(p.Devices) != 0 && !slices.ContainsFunc(c.Device.IDs(),
		func(id string) bool { return slices.Contains(p.Devices, id) }):
		return refuse(CheckDevice, "the machine %v is not listed", c.Device.IDs())
	case c.ReportData != f.Binding.ReportData(f.Nonce):
		return refuse(CheckReportData, "the quote binds other keys, another network, block or challenge")
	case f.Binding.Round > f.Round:
		return refuse(CheckFreshness, "the quote binds round %d, the newest known is %d", f.Binding.Round, f.Round)
	case p.MaxRounds != 0 && f.Round-f.Binding.Round > p.MaxRounds:
		return refuse(CheckFreshness, "the quote binds round %d, %d before the newest, at most %d", f.Binding.Round,
			f.Round-f.Binding.Round, p.MaxRounds)
	case f.Now.Before(c.Collateral.ValidFrom) || f.Now.After(c.Collateral.ValidUntil):
		return refuse(CheckCollateral, "it is valid from %s to %s, now is %s",
			c.Collateral.ValidFrom.Format(time.RFC3339),
			c.Collateral.ValidUntil.Format(time.RFC3339), f.Now.UTC().Format(time.RFC3339))
	case p.MaxCollateralAge != 0 && f.Now.Sub(c.Collateral.IssuedAt) > p.MaxCollateralAge:
		return refuse(CheckCollateral, "it was issued at %s, longer ago than %s; get newer collateral",
			c.Collateral.IssuedAt.Format(time.RFC3339), p.MaxCollateralAge)
	case !c.Collateral.Revocation:
		return refuse(CheckRevocation,
			"the collateral has no revocation lists for the quote's certificates; get it with them")
	}
	return nil
}

// Pinned checks what a quote shows beside its measurement; without pins it may show anything.
func Pinned(p *pins.Pins, c *tee.Claims) error {
	if p == nil {
		return nil
	}
	switch c.Platform {
	case tee.TDX:
		attributes, err := littleEndian(c.Attributes)
		if err != nil {
			return fmt.Errorf("attributes of the TD: %w", err)
		}
		xfam, err := littleEndian(c.XFAM)
		if err != nil {
			return fmt.Errorf("XFAM of the TD: %w", err)
		}
		return p.AcceptsTDX(attributes, xfam)
	case tee.SNP:
		guest, err := strconv.ParseUint(c.Attributes, 16, 64)
		if err != nil {
			return fmt.Errorf("policy of the guest: %w", err)
		}
		return p.AcceptsSNP(guest, c.VMPL)
	}
	return fmt.Errorf("nothing is pinned for platform %s", c.Platform)
}

// littleEndian reads a field of a TD report, which is in the order of memory.
func littleEndian(field string) (uint64, error) {
	b, err := hex.DecodeString(field)
	if err != nil || len(b) != 8 {
		return 0, fmt.Errorf("%.40q is not 8 bytes in hex", field)
	}
	return binary.LittleEndian.Uint64(b), nil
}

// judgeTCB says why the platform's firmware is not accepted, or nothing.
func (p Policy) judgeTCB(c *tee.Claims) string {
	switch {
	case c.TCB == tee.UpToDate:
	case c.TCB == tee.Unjudged:
		if !slices.ContainsFunc(p.Floor, func(f Floor) bool { return f.Platform == c.Platform }) {
			return fmt.Sprintf("the vendor publishes no levels for %s, and the policy has no floor for it", c.Platform)
		}
	case c.TCB == tee.BelowLevels:
		return "the platform, or a part of it, is older than every TCB level that the vendor still lists"
	case c.TCB == tee.Revoked || !slices.Contains(p.TCB, c.TCB):
		return fmt.Sprintf("platform status %s is not accepted, advisories %v", c.TCB, c.Advisories)
	}
	for _, f := range p.Floor {
		if f.Platform != c.Platform {
			continue
		}
		at := slices.IndexFunc(c.Components, func(x tee.Component) bool { return x.Name == f.Component })
		if at < 0 {
			return fmt.Sprintf("the quote says nothing of component %q", f.Component)
		}
		if have := c.Components[at].SVN; have < f.SVN {
			return fmt.Sprintf("component %q has security version %d, at least %d is wanted", f.Component, have, f.SVN)
		}
	}
	if c.TCB != tee.Unjudged && c.TCBDate.Before(p.MinTCBDate) {
		return fmt.Sprintf("the platform's TCB level is of %s, %s or later is wanted", c.TCBDate.Format(time.DateOnly),
			p.MinTCBDate.Format(time.DateOnly))
	}
	return ""
}
