//go:build !js

// Not for browsers: the logger of go-sev-guest does not build there.

// Package snp says whether attestation reports of AMD SEV-SNP are genuine, with go-sev-guest for the formats and the
// rules of AMD's certificates. It is as pure as package tee/dcap: nothing is fetched, and the root is one that the
// caller gives.
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

	"github.com/google/go-sev-guest/abi"
	"github.com/google/go-sev-guest/kds"
	spb "github.com/google/go-sev-guest/proto/sevsnp"
	"github.com/google/go-sev-guest/verify"
	"github.com/google/go-sev-guest/verify/trust"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/internal/pki"
)

// ReportSize is the size of a report, in bytes. A quote of this platform is one report and nothing else.
const ReportSize = abi.ReportSize

// The signature of a report: r and s of 72 bytes each, and zeros up to the end.
const (
	signatureAt   = 0x2a0
	signatureSize = 2 * 72
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
	if err := verify.SnpReportSignature(quote, c.vcek); err != nil {
		return nil, fail(tee.StepSignature, "check signature", err)
	}
	if err := c.matches(report); err != nil {
		return nil, fail(tee.StepPlatform, "check chip", err)
	}
	return c.claims(report)
}

// parse reads exactly one report. What go-sev-guest does not keep of it is signed all the same.
func parse(b []byte) (*spb.Report, error) {
	if len(b) != ReportSize {
		return nil, fmt.Errorf("%d bytes, a report has %d", len(b), ReportSize)
	}
	if !allZero(b[signatureAt+signatureSize:]) {
		return nil, errors.New("the bytes behind the signature are not zero")
	}
	if err := abi.ValidateReportFormat(b); err != nil {
		return nil, err
	}
	r, err := abi.ReportToProto(b)
	if err != nil {
		return nil, err
	}
	info, err := abi.ParseSignerInfo(r.GetSignerInfo())
	if err != nil {
		return nil, err
	}
	if info.SigningKey != abi.VcekReportSigner {
		return nil, fmt.Errorf("it is signed by a %s, only the chip's own key (VCEK) is read", info.SigningKey)
	}
	return r, nil
}

func allZero(b []byte) bool { return len(bytes.TrimLeft(b, "\x00")) == 0 }

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
	return collateral.Place{Levels: collateral.SNPLevels(report.GetChipId(), report.GetReportedTcb())}, nil
}

// check verifies the chain by AMD's rules, and that nothing in it is revoked.
func (c *certificates) check(report *spb.Report, now time.Time) error {
	for _, cert := range []*x509.Certificate{c.ask, c.vcek} {
		if c.crl != nil {
			if err := pki.NotRevoked(cert, c.crl); err != nil {
				return err
			}
		}
	}
	roots := map[string][]*trust.AMDRootCerts{}
	for _, line := range kds.ProductLineCpuid { // the chip's line says which names its certificates have
		roots[line] = []*trust.AMDRootCerts{{ProductLine: line,
			ProductCerts: &trust.ProductCerts{Ask: c.ask, Ark: c.ark}}}
	}
	return verify.SnpAttestation(&spb.Attestation{Report: report,
		CertificateChain: &spb.CertificateChain{VcekCert: c.vcek.Raw, AskCert: c.ask.Raw, ArkCert: c.ark.Raw}},
		&verify.Options{DisableCertFetching: true, Now: now, TrustedRoots: roots})
}

// matches checks that the certificate is that of the chip and firmware that the report names.
func (c *certificates) matches(report *spb.Report) error {
	x, err := kds.VcekCertificateExtensions(c.vcek)
	if err != nil {
		return fmt.Errorf("read VCEK: %w", err)
	}
	if !bytes.Equal(x.HWID, report.GetChipId()) {
		return fmt.Errorf("the VCEK is that of chip %x, the report names %x", x.HWID, report.GetChipId())
	}
	if uint64(x.TCBVersion) != report.GetReportedTcb() {
		return fmt.Errorf("the VCEK is that of TCB %016x, the report says %016x", uint64(x.TCBVersion),
			report.GetReportedTcb())
	}
	return nil
}

func (c *certificates) claims(r *spb.Report) (*tee.Claims, error) {
	policy, err := abi.ParseSnpPolicy(r.GetPolicy())
	if err != nil {
		return nil, fail(tee.StepQuote, "read guest policy", err)
	}
	tcb := kds.DecomposeTCBVersion(kds.TCBVersion(r.GetReportedTcb()))
	claims := &tee.Claims{
		Platform:    tee.SNP,
		Measurement: tee.MeasurementOf(tee.SNP, r.GetMeasurement()),
		Registers: []tee.Register{{Name: "MEASUREMENT", Value: hex.EncodeToString(r.GetMeasurement())},
			{Name: "HOST_DATA", Value: hex.EncodeToString(r.GetHostData())}},
		ReportData: tee.ReportData(r.GetReportData()),
		TCB:        tee.Unjudged,
		Components: []tee.Component{{Name: "bootloader", SVN: uint16(tcb.BlSpl)},
			{Name: "tee", SVN: uint16(tcb.TeeSpl)},
			{Name: "snp", SVN: uint16(tcb.SnpSpl)}, {Name: "microcode", SVN: uint16(tcb.UcodeSpl)}},
		Advisories: []string{},
		Attributes: fmt.Sprintf("%016x", r.GetPolicy()),
		VMPL:       uint8(min(r.GetVmpl(), 255)),
		Debug:      policy.Debug,
		Migratable: policy.MigrateMA,
		Device:     tee.Device{ChipID: hex.EncodeToString(r.GetChipId())},
		Simulated:  !tee.IsVendorRoot(tee.RootID(c.ark)),
		Root:       tee.RootID(c.ark),
		Collateral: tee.Collateral{IssuedAt: c.vcek.NotBefore.UTC(), ValidFrom: c.window.From,
			ValidUntil: c.window.Until},
	}
	if c.crl != nil {
		claims.Collateral.IssuedAt, claims.Collateral.CRLNumber, claims.Collateral.Revocation = c.crl.ThisUpdate.UTC(),
			c.crl.Number.String(), true
	}
	return claims, nil
}

// Chain returns AMD's certificates of a product line ("Milan", "Genoa" or "Turin"): the issuer of its chips'
// certificates, for collateral, and the root.
func Chain(line string) (ask, ark *x509.Certificate, err error) {
	c, err := trust.GetDefaultRootCerts(line)
	if err != nil {
		return nil, nil, fmt.Errorf("snp: AMD's certificates for %q: %w", line, err)
	}
	return c.ProductCerts.Ask, c.ProductCerts.Ark, nil
}
