// Package policy says whether what a genuine quote claims is accepted: by whom the
// quote must be vouched for, which program it must measure, how healthy the platform
// must be and how fresh the quote. It checks no signature; a tee.Verifier does.
package policy

import (
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
)

// Policy is what is accepted. The zero value accepts nothing. There is no way to
// accept a debuggable guest.
type Policy struct {
	Measurements []common.Hash // see tee.MeasurementOf
	Roots        []common.Hash // see tee.RootID; simulated quotes pass only if their root is named
	// TCB lists the statuses accepted beside tee.UpToDate.
	TCB []tee.TCBStatus
	// MaxRounds is how many rounds the block that the quote binds may lie back; zero
	// is no limit, for registrations that are checked when they are made.
	MaxRounds uint64
	// MaxCollateralAge is how long ago the collateral may have been issued; zero is no
	// limit beyond its own validity.
	MaxCollateralAge time.Duration
}

// Facts are what the checker knows by itself and the quote has to agree with.
type Facts struct {
	Binding tee.Binding // with the hash that the checker's own view has for the round
	Nonce   [32]byte    // the checker's challenge, or zero
	Round   uint64      // newest round in the checker's view
	Now     time.Time
}

// CheckError says which check refused a quote.
type CheckError struct {
	Check  string // "measurement", "root", "debug", "tcb", "reportData", "freshness" or "collateral"
	Reason string
}

func (e *CheckError) Error() string { return fmt.Sprintf("tee policy: %s: %s", e.Check, e.Reason) }

// Validate reports whether claims are accepted, given the facts.
func (p Policy) Validate(c *tee.Claims, f Facts) error {
	refuse := func(check, format string, args ...any) error {
		return &CheckError{Check: check, Reason: fmt.Sprintf(format, args...)}
	}
	switch {
	case !slices.Contains(p.Roots, c.Root):
		return refuse("root", "root %s is not accepted (simulated: %t)", c.Root, c.Simulated)
	case !slices.Contains(p.Measurements, c.Measurement):
		return refuse("measurement", "measurement %s is not accepted", c.Measurement)
	case c.Debug:
		return refuse("debug", "the host can read the guest's memory")
	case c.TCB != tee.UpToDate && (!slices.Contains(p.TCB, c.TCB) || c.TCB == tee.Revoked):
		return refuse("tcb", "platform status %s is not accepted, advisories %v", c.TCB, c.Advisories)
	case c.ReportData != f.Binding.ReportData(f.Nonce):
		return refuse("reportData", "the quote binds other keys, another network, block or challenge")
	case f.Binding.Round > f.Round:
		return refuse("freshness", "the quote binds round %d, the newest known is %d", f.Binding.Round, f.Round)
	case p.MaxRounds != 0 && f.Round-f.Binding.Round > p.MaxRounds:
		return refuse("freshness", "the quote binds round %d, %d before the newest, at most %d", f.Binding.Round, f.Round-f.Binding.Round, p.MaxRounds)
	case f.Now.Before(c.Collateral.ValidFrom) || f.Now.After(c.Collateral.ValidUntil):
		return refuse("collateral", "it is valid from %s to %s, now is %s", c.Collateral.ValidFrom.Format(time.RFC3339),
			c.Collateral.ValidUntil.Format(time.RFC3339), f.Now.UTC().Format(time.RFC3339))
	case p.MaxCollateralAge != 0 && f.Now.Sub(c.Collateral.IssuedAt) > p.MaxCollateralAge:
		return refuse("collateral", "it was issued at %s, longer ago than %s; get newer collateral", c.Collateral.IssuedAt.Format(time.RFC3339), p.MaxCollateralAge)
	}
	return nil
}
