// Package snp says whether attestation reports of AMD SEV-SNP are genuine, by AMD's specifications of reports and of
// the certificates of its chips. It is as pure as package tee/dcap: nothing is fetched, and the root is one that the
// caller gives. go-sev-guest is the oracle of the tests.
//
// AMD publishes no levels of firmware as Intel does: the claims carry the versions and the status tee.Unjudged, and
// package tee/policy wants a floor for them.
package snp

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/internal/pki"
)

// Verifier verifies reports. The zero value is ready.
type Verifier struct{}

var _ tee.Verifier = Verifier{}

// Platform is tee.SNP.
func (Verifier) Platform() tee.Platform { return tee.SNP }

// fail makes a tee.Refusal of what was being checked. Some causes have a step of their own.
func fail(step tee.Step, what string, err error) error {
	switch {
	case errors.Is(err, pki.ErrRevoked):
		step = tee.StepRevocation
	case errors.Is(err, errRoot):
		step = tee.StepRoot
	}
	return &tee.Refusal{Step: step, Err: fmt.Errorf("%s: %w", what, err)}
}

// errRoot says that the chip's certificates end at no root that is given.
var errRoot = errors.New("is not signed by any of the roots given")

// certificates are the chain of a report.
type certificates struct {
	vcek, ask, ark *x509.Certificate
	crl            *x509.RevocationList // nil when it was not given
	window         pki.Window
}

// Verify checks the report as tee.Verifier demands. The collateral is a collateral.AMD: the chip's certificate (VCEK),
// that of its issuer (ASK) and, if revocation is to be known, the list of the root (ARK).
func (Verifier) Verify(quote, collateralBytes []byte, roots tee.Roots, now time.Time) (*tee.Claims, error) {
	report, err := parse(quote)
	if err != nil {
		return nil, fail(tee.StepQuote, "parse report", err)
	}
	c, err := chain(collateralBytes, roots, now)
	if err != nil {
		return nil, fail(tee.StepCollateral, "check collateral", err)
	}
	if err := c.check(report, now); err != nil {
		return nil, fail(tee.StepChain, "check chain", err)
	}
	if err := c.matches(report); err != nil {
		return nil, fail(tee.StepPlatform, "check chip", err)
	}
	return c.claims(report), nil
}

// chain reads the collateral and finds the root that signed it.
func chain(b []byte, roots tee.Roots, now time.Time) (*certificates, error) {
	parts, err := collateral.ParseAMD(b)
	if err != nil {
		return nil, err
	}
	c := &certificates{}
	if c.vcek, err = pki.Certificate(parts.VCEK); err != nil {
		return nil, fmt.Errorf("VCEK: %w", err)
	}
	if c.ask, err = pki.Certificate(parts.ASK); err != nil {
		return nil, fmt.Errorf("ASK: %w", err)
	}
	for _, root := range roots {
		if bytes.Equal(c.ask.RawIssuer, root.RawSubject) && c.ask.CheckSignatureFrom(root) == nil {
			c.ark = root
		}
	}
	if c.ark == nil {
		return nil, fmt.Errorf("the ASK %w, of which there are %d", errRoot, len(roots))
	}
	if !c.ask.IsCA || c.ask.KeyUsage&x509.KeyUsageCertSign == 0 {
		return nil, errors.New("the ASK may not sign certificates")
	}
	for _, cert := range []*x509.Certificate{c.vcek, c.ask, c.ark} {
		if err := pki.Valid(cert, now); err != nil {
			return nil, err
		}
		c.window = c.window.Intersect(pki.Window{From: cert.NotBefore, Until: cert.NotAfter})
	}
	if len(parts.CRL) == 0 {
		return c, nil
	}
	if c.crl, err = pki.CRL(parts.CRL, c.ark); err != nil {
		return nil, err
	}
	w := pki.Window{From: c.crl.ThisUpdate, Until: c.crl.NextUpdate}
	c.window = c.window.Intersect(w)
	return c, w.Check("revocation list of the root", now, 0)
}

// Locate says which collateral judges a report. It checks no signature: wrong collateral fails to verify.
func Locate(quote []byte) (collateral.Place, error) {
	report, err := parse(quote)
	if err != nil {
		return collateral.Place{}, fail(tee.StepQuote, "parse report", err)
	}
	return collateral.Place{Levels: collateral.SNPLevels(report.chip(), report.tcb())}, nil
}

// check verifies that nothing in the chain is revoked, the chain by AMD's rules, and that its key signed the report. On
// the chain, a wrong signature of a report is refused by the same word as a wrong chain.
func (c *certificates) check(r report, now time.Time) error {
	for _, cert := range []*x509.Certificate{c.ask, c.vcek} {
		if c.crl != nil {
			if err := pki.NotRevoked(cert, c.crl); err != nil {
				return err
			}
		}
	}
	line, err := r.line()
	if err != nil {
		return err
	}
	key, err := c.verify(line, now)
	if err != nil {
		return err
	}
	return r.verify(key)
}

// matches checks that the certificate is that of the chip and firmware that the report names.
func (c *certificates) matches(r report) error {
	v, err := parseVCEK(c.vcek)
	if err != nil {
		return fmt.Errorf("read VCEK: %w", err)
	}
	if !bytes.Equal(v.chip, r.chip()) {
		return fmt.Errorf("the VCEK is that of chip %x, the report names %x", v.chip, r.chip())
	}
	if v.tcb != r.tcb() {
		return fmt.Errorf("the VCEK is that of TCB %016x, the report says %016x", v.tcb, r.tcb())
	}
	return nil
}

func (c *certificates) claims(r report) *tee.Claims {
	tcb, policy := r.tcb(), r.policy()
	part := func(i int) uint16 { return uint16(uint8(tcb >> (8 * i))) }
	claims := &tee.Claims{
		Platform:    tee.SNP,
		Measurement: tee.MeasurementOf(tee.SNP, r.measurement()),
		Registers: []tee.Register{{Name: "MEASUREMENT", Value: hex.EncodeToString(r.measurement())},
			{Name: "HOST_DATA", Value: hex.EncodeToString(r.hostData())}},
		ReportData: tee.ReportData(r.data()),
		TCB:        tee.Unjudged,
		Components: []tee.Component{{Name: "bootloader", SVN: part(0)}, {Name: "tee", SVN: part(1)},
			{Name: "snp", SVN: part(6)}, {Name: "microcode", SVN: part(microcode)}},
		Advisories: []string{},
		Attributes: fmt.Sprintf("%016x", policy),
		VMPL:       uint8(min(r.vmpl(), 255)),
		Debug:      policy&policyDebug != 0,
		Migratable: policy&policyMigratable != 0,
		Device:     tee.Device{ChipID: hex.EncodeToString(r.chip())},
		Simulated:  !tee.IsVendorRoot(tee.RootID(c.ark)),
		Root:       tee.RootID(c.ark),
		Collateral: tee.Collateral{IssuedAt: c.vcek.NotBefore.UTC(), ValidFrom: c.window.From,
			ValidUntil: c.window.Until},
	}
	if c.crl != nil {
		claims.Collateral.IssuedAt, claims.Collateral.CRLNumber, claims.Collateral.Revocation = c.crl.ThisUpdate.UTC(),
			c.crl.Number.String(), true
	}
	return claims
}
