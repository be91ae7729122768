// Package dcap says whether quotes of Intel TDX (versions 4 and 5) and Intel SGX (version 3) are genuine. It is pure:
// quote, collateral, roots and time go in, claims come out; there is no network, no clock, no state and no switch that
// skips a check.
//
// Nothing that a quote carries is trusted. The chain of its PCK certificate has to end at a root that the caller gives;
// with another root the same code verifies other networks' quotes, such as those of package tee/insecure.
package dcap

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/internal/pki"
	"github.com/assent-network/assent/tee/quote"
)

// Verifier verifies quotes of TDX. The zero value is ready.
type Verifier struct {
	// Grace is how long after its next update collateral is still read. Zero is not at all. Claims say until when it
	// was valid, and package tee/policy refuses what has expired; so this serves those who look back.
	Grace time.Duration
}

var _ tee.Verifier = Verifier{}

// Platform is tee.TDX.
func (Verifier) Platform() tee.Platform { return tee.TDX }

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

// errRoot says that a quote's chain ends at no root that is given.
var errRoot = errors.New("is not among the roots given")

// Signed is a quote whose certificates and signatures hold, before any collateral judged its platform.
type Signed struct {
	Quote  *quote.Quote
	PCK    *PCK
	Root   *x509.Certificate // the root given
	chain  []*x509.Certificate
	window pki.Window
}

// CA is the certificate that issued the PCK certificate. With PCK.FMSPC it says which collateral judges the quote.
func (s *Signed) CA() *x509.Certificate { return s.chain[1] }

// Certificate is the PCK certificate, which revocation lists name by its serial number.
func (s *Signed) Certificate() *x509.Certificate { return s.chain[0] }

// VerifySignature checks a quote's chain up to one of the roots and its signatures, and nothing else: it knows neither
// revocation nor the state of the platform. To trust a quote, use Verifier.
func VerifySignature(quoteBytes []byte, roots tee.Roots, now time.Time) (*Signed, error) {
	q, err := quote.Parse(quoteBytes)
	if err != nil {
		return nil, fail(tee.StepQuote, "parse quote", err)
	}
	s := &Signed{Quote: q}
	if s.chain, err = pki.Chain(q.Auth.PCKChain, 3); err != nil {
		return nil, fail(tee.StepQuote, "read PCK chain", err)
	}
	if err := s.checkChain(roots, now); err != nil {
		return nil, fail(tee.StepChain, "check PCK chain", err)
	}
	if s.PCK, err = parsePCK(s.chain[0]); err != nil {
		return nil, fail(tee.StepChain, "read PCK certificate", err)
	}
	if err := s.checkSignatures(); err != nil {
		return nil, fail(tee.StepSignature, "check signature", err)
	}
	return s, nil
}

// Locate says which collateral judges a quote that carries one of the roots. It checks no signature: a quote that lies
// fails to verify.
func Locate(quoteBytes []byte, roots tee.Roots) (collateral.Place, error) {
	var none collateral.Place
	q, err := quote.Parse(quoteBytes)
	if err != nil {
		return none, fail(tee.StepQuote, "parse quote", err)
	}
	chain, err := pki.Chain(q.Auth.PCKChain, 3)
	if err != nil {
		return none, fail(tee.StepQuote, "read PCK chain", err)
	}
	if _, err := carriedRoot(chain, roots); err != nil {
		return none, fail(tee.StepRoot, "check PCK chain", err)
	}
	pck, err := parsePCK(chain[0])
	if err != nil {
		return none, fail(tee.StepChain, "read PCK certificate", err)
	}
	return collateral.Place{Levels: collateral.TDXLevels(tee.RootID(chain[2]), pck.FMSPC, pck.PCEID),
		Issuer: tee.RootID(chain[1])}, nil
}

// checkChain checks PCK certificate, CA and root. The root in the quote has to be one that is given, byte for byte; the
// given one is used.
func (s *Signed) checkChain(roots tee.Roots, now time.Time) error {
	pck, ca := s.chain[0], s.chain[1]
	root, err := carriedRoot(s.chain, roots)
	if err != nil {
		return err
	}
	if err := pki.Root(root, now); err != nil {
		return err
	}
	if err := collateral.Issued(ca, root, nil, true, now, collateral.PlatformCAName,
		collateral.ProcessorCAName); err != nil {
		return err
	}
	if err := collateral.Issued(pck, ca, nil, false, now, collateral.CertificateName); err != nil {
		return err
	}
	s.Root = root
	for _, c := range s.chain {
		s.window = s.window.Intersect(pki.Window{From: c.NotBefore, Until: c.NotAfter})
	}
	return nil
}

// carriedRoot returns the root given that a quote's chain ends with, byte for byte.
func carriedRoot(chain []*x509.Certificate, roots tee.Roots) (*x509.Certificate, error) {
	carried := chain[len(chain)-1]
	at := slices.IndexFunc(roots, carried.Equal)
	if at < 0 {
		return nil, fmt.Errorf("root %s %w, of which there are %d", tee.RootID(carried), errRoot, len(roots))
	}
	return roots[at], nil
}

// checkSignatures follows the signatures from the PCK key to the body.
func (s *Signed) checkSignatures() error {
	a := &s.Quote.Auth
	pck, err := pki.Key(s.chain[0])
	if err != nil {
		return err
	}
	if !pki.Verify(pck, a.QEReport.Bytes(), a.QEReportSignature[:]) {
		return errors.New("the PCK key did not sign the QE report")
	}
	binding := sha256.Sum256(append(bytes.Clone(a.AttestationKey[:]), a.QEAuthData...))
	if want := append(binding[:], make([]byte, 32)...); !bytes.Equal(a.QEReport.ReportData[:], want) {
		return errors.New("the QE report binds another attestation key")
	}
	key, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), append([]byte{4}, a.AttestationKey[:]...))
	if err != nil {
		return fmt.Errorf("attestation key: %w", err)
	}
	if !pki.Verify(key, s.Quote.Signed(), a.Signature[:]) {
		return errors.New("the attestation key did not sign header and body")
	}
	return nil
}

// verified is everything that a quote and its collateral say.
type verified struct {
	*Signed
	collateral *collateral.Verified
	judgement  *judgement
}

func (v Verifier) verify(quoteBytes, collateralBytes []byte, roots tee.Roots, now time.Time,
	want quote.TEE) (*verified, error) {
	s, err := VerifySignature(quoteBytes, roots, now)
	if err != nil {
		return nil, err
	}
	if s.Quote.Header.TEE != want {
		return nil, fail(tee.StepQuote, "read quote", fmt.Errorf("it is of %s, want %s", s.Quote.Header.TEE, want))
	}
	c, err := collateral.ParseIntel(collateralBytes)
	if err != nil {
		return nil, fail(tee.StepCollateral, "read collateral", err)
	}
	o, err := c.Verify(tee.Roots{s.Root}, now, v.Grace)
	if err != nil {
		return nil, fail(tee.StepCollateral, "check collateral", err)
	}
	if o.TCBInfo == nil || o.QEIdentity == nil {
		return nil, fail(tee.StepCollateral, "check collateral", errors.New("TCB info or QE identity is missing"))
	}
	if err := s.checkRevocation(o); err != nil {
		return nil, fail(tee.StepRevocation, "check revocation", err)
	}
	j, err := judge(s.PCK, &s.Quote.Auth.QEReport, s.Quote.TD, o)
	if err != nil {
		return nil, fail(tee.StepPlatform, "judge platform", err)
	}
	return &verified{Signed: s, collateral: o, judgement: j}, nil
}

// checkRevocation holds the quote's chain against the lists that are there.
func (s *Signed) checkRevocation(o *collateral.Verified) error {
	pck, ca := s.chain[0], s.chain[1]
	if o.RootCRL != nil {
		if err := pki.NotRevoked(ca, o.RootCRL); err != nil {
			return err
		}
	}
	if o.PCKCRL != nil {
		if !bytes.Equal(ca.RawSubject, o.PCKCA.RawSubject) ||
			!bytes.Equal(ca.RawSubjectPublicKeyInfo, o.PCKCA.RawSubjectPublicKeyInfo) {
			return fmt.Errorf("the list of PCK certificates is of %q with another key than that of the quote's %q",
				o.PCKCA.Subject.CommonName, ca.Subject.CommonName)
		}
		if err := pki.NotRevoked(pck, o.PCKCRL); err != nil {
			return err
		}
	}
	return nil
}

// TD attributes (Intel TDX Module ABI specification, ATTRIBUTES): a migratable TD may run where no quote was made.
const tdMigratable = 1 << 29

// Verify checks the quote as tee.Verifier demands.
func (v Verifier) Verify(quoteBytes, collateralBytes []byte, roots tee.Roots, now time.Time) (*tee.Claims, error) {
	o, err := v.verify(quoteBytes, collateralBytes, roots, now, quote.TDX)
	if err != nil {
		return nil, err
	}
	td := o.Quote.TD
	c := &tee.Claims{
		Platform:    tee.TDX,
		Measurement: Measurement(td),
		Registers:   registers(td),
		ReportData:  td.ReportData,
		TCB:         o.judgement.status,
		TCBDate:     o.judgement.date,
		Components:  o.components(),
		Advisories:  append([]string{}, o.judgement.advisories...),
		Attributes:  hex.EncodeToString(td.Attributes[:]),
		XFAM:        hex.EncodeToString(td.XFAM[:]),
		Debug:       td.Debug(),
		Migratable:  uint32(td.Attributes[3])<<24&tdMigratable != 0,
		Device:      o.device(),
		Simulated:   !tee.IsVendorRoot(tee.RootID(o.Root)),
		Root:        tee.RootID(o.Root),
		Collateral:  o.facts(),
	}
	for i, svn := range td.TEETCBSVN {
		c.Components = append(c.Components, tee.Component{Name: fmt.Sprintf("tdx%d", i+1), SVN: uint16(svn)})
	}
	return c, nil
}

// Measurement is the hash by which policies name what a TD measures.
func Measurement(td *quote.TDReport) common.Hash {
	return tee.MeasurementOf(tee.TDX, td.MRTD[:], td.RTMR[0][:], td.RTMR[1][:], td.RTMR[2][:], td.RTMR[3][:])
}

func registers(td *quote.TDReport) []tee.Register {
	rs := []tee.Register{{Name: "MRTD", Value: hex.EncodeToString(td.MRTD[:])}}
	for i := range td.RTMR {
		rs = append(rs, tee.Register{Name: fmt.Sprintf("RTMR%d", i), Value: hex.EncodeToString(td.RTMR[i][:])})
	}
	return rs
}

func (o *verified) components() []tee.Component {
	var cs []tee.Component
	for i, svn := range o.PCK.SVN {
		cs = append(cs, tee.Component{Name: fmt.Sprintf("sgx%d", i+1), SVN: uint16(svn)})
	}
	return append(cs, tee.Component{Name: "pce", SVN: o.PCK.PCESVN},
		tee.Component{Name: "qe", SVN: o.Quote.Auth.QEReport.ISVSVN})
}

func (o *verified) device() tee.Device {
	return tee.Device{PPID: hex.EncodeToString(o.PCK.PPID[:]), PIID: hex.EncodeToString(o.PCK.PIID),
		FMSPC: hex.EncodeToString(o.PCK.FMSPC[:]), PCEID: hex.EncodeToString(o.PCK.PCEID[:])}
}

// facts says which collateral was used: the smaller evaluation number, and the oldest of the parts that the vendor
// renews every month. The root's list is renewed every year.
func (o *verified) facts() tee.Collateral {
	c := o.collateral
	w := o.window.Intersect(c.Window)
	f := tee.Collateral{
		Evaluation: min(c.TCBInfo.Evaluation, c.QEIdentity.Evaluation), IssuedAt: c.TCBInfo.IssueDate,
		ValidFrom: w.From, ValidUntil: w.Until, Revocation: c.Revocation(),
	}
	n := c.Version()
	for _, s := range []collateral.Stamp{n.QEIdentity, n.PCKCRL} {
		if s.Number != nil && s.IssuedAt.Before(f.IssuedAt) {
			f.IssuedAt = s.IssuedAt
		}
	}
	if c.RootCRL != nil {
		f.CRLNumber = c.RootCRL.Number.String()
	}
	if c.PCKCRL != nil {
		f.PCKCRLNumber = c.PCKCRL.Number.String()
	}
	return f
}
