package collateral

import (
	"crypto/x509"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/internal/pki"
)

// Common names of Intel's certificates. A simulated root's have the same, so that the rules are.
const (
	SignerName       = "Intel SGX TCB Signing"
	PlatformCAName   = "Intel SGX PCK Platform CA"
	ProcessorCAName  = "Intel SGX PCK Processor CA"
	CertificateName  = "Intel SGX PCK Certificate"
	signerPart       = "TCB signing certificate"
	rootCRLPart      = "revocation list of the root"
	pckCRLPart       = "revocation list of PCK certificates"
	tcbInfoPart      = "TCB info"
	qeIdentityPart   = "QE identity"
	intermediatePart = "PCK CA certificate"
)

// Verified is collateral whose signatures hold. A part that was absent is nil.
type Verified struct {
	Root       *x509.Certificate // the root given, under which everything is signed
	TCBInfo    *TCBInfo
	QEIdentity *QEIdentity
	Signer     *x509.Certificate
	RootCRL    *x509.RevocationList
	PCKCA      *x509.Certificate
	PCKCRL     *x509.RevocationList
	// Window is the time in which every part is valid.
	Window pki.Window
}

// Verify checks every part that is present: that it is signed under one of the roots, the same for all; that it is
// valid now, or ended at most grace ago; and that neither the signing certificate nor the PCK CA is revoked.
// Certificates have no grace.
func (c *Intel) Verify(roots tee.Roots, now time.Time, grace time.Duration) (*Verified, error) {
	err := errors.New("no root of Intel's kind, with a key on P-256, is given")
	for _, root := range roots {
		if _, other := pki.Key(root); other != nil {
			continue
		}
		v, failed := c.verify(root, now, grace)
		if failed == nil {
			return v, nil
		}
		err = failed
	}
	return nil, fmt.Errorf("verify collateral: %w", err)
}

func (c *Intel) verify(root *x509.Certificate, now time.Time, grace time.Duration) (*Verified, error) {
	v := &Verified{Root: root}
	if err := pki.Root(root, now); err != nil {
		return nil, err
	}
	v.limit(pki.Window{From: root.NotBefore, Until: root.NotAfter})
	if len(c.RootCRL) > 0 {
		var err error
		if v.RootCRL, err = v.crl(rootCRLPart, c.RootCRL, root, now, grace); err != nil {
			return nil, err
		}
	}
	if len(c.PCKCA) > 0 {
		var err error
		if v.PCKCA, err = v.issued(intermediatePart, c.PCKCA, true, now, PlatformCAName, ProcessorCAName); err != nil {
			return nil, err
		}
	}
	if len(c.PCKCRL) > 0 {
		if v.PCKCA == nil {
			return nil, fmt.Errorf("%s is there without the certificate of its issuer", pckCRLPart)
		}
		var err error
		if v.PCKCRL, err = v.crl(pckCRLPart, c.PCKCRL, v.PCKCA, now, grace); err != nil {
			return nil, err
		}
	}
	if len(c.Signer) > 0 {
		var err error
		if v.Signer, err = v.issued(signerPart, c.Signer, false, now, SignerName); err != nil {
			return nil, err
		}
	}
	return v, v.bodies(c, now, grace)
}

// bodies checks the JSON parts.
func (v *Verified) bodies(c *Intel, now time.Time, grace time.Duration) error {
	if err := v.signed(tcbInfoPart, c.TCBInfo); err != nil {
		return err
	}
	if len(c.TCBInfo.Body) > 0 {
		t, err := ParseTCBInfo(c.TCBInfo.Body)
		if err != nil {
			return err
		}
		v.TCBInfo = t
		if err := v.current(tcbInfoPart, pki.Window{From: t.IssueDate, Until: t.NextUpdate}, now, grace); err != nil {
			return err
		}
	}
	if err := v.signed(qeIdentityPart, c.QEIdentity); err != nil {
		return err
	}
	if len(c.QEIdentity.Body) > 0 {
		q, err := ParseQEIdentity(c.QEIdentity.Body)
		if err != nil {
			return err
		}
		v.QEIdentity = q
		if err := v.current(qeIdentityPart, pki.Window{From: q.IssueDate, Until: q.NextUpdate}, now,
			grace); err != nil {
			return err
		}
	}
	return nil
}

func (v *Verified) signed(what string, s Signed) error {
	switch {
	case len(s.Body) == 0 && len(s.Signature) == 0:
		return nil
	case v.Signer == nil:
		return fmt.Errorf("%s is there without the %s", what, signerPart)
	}
	key, err := pki.Key(v.Signer)
	if err != nil {
		return err
	}
	if !pki.Verify(key, s.Body, s.Signature) {
		return fmt.Errorf("%s is not signed by %q", what, v.Signer.Subject.CommonName)
	}
	return nil
}

// issued checks a certificate that the root issued.
func (v *Verified) issued(what string, der []byte, isCA bool, now time.Time,
	names ...string) (*x509.Certificate, error) {
	cert, err := pki.Certificate(der)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if err := Issued(cert, v.Root, v.RootCRL, isCA, now, names...); err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	v.limit(pki.Window{From: cert.NotBefore, Until: cert.NotAfter})
	return cert, nil
}

// Issued checks that parent issued a certificate of one of the names, and that it is not on parent's list, if that is
// there.
func Issued(cert, parent *x509.Certificate, list *x509.RevocationList, isCA bool, now time.Time,
	names ...string) error {
	known := false
	for _, n := range names {
		known = known || cert.Subject.CommonName == n
	}
	if !known {
		return fmt.Errorf("certificate %q has another role than %q", cert.Subject.CommonName, names)
	}
	if err := pki.Issued(cert, parent, isCA, now); err != nil {
		return err
	}
	if list == nil {
		return nil
	}
	return pki.NotRevoked(cert, list)
}

func (v *Verified) crl(what string, der []byte, issuer *x509.Certificate, now time.Time,
	grace time.Duration) (*x509.RevocationList, error) {
	l, err := pki.CRL(der, issuer)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return l, v.current(what, pki.Window{From: l.ThisUpdate, Until: l.NextUpdate}, now, grace)
}

func (v *Verified) current(what string, w pki.Window, now time.Time, grace time.Duration) error {
	v.limit(w)
	return w.Check(what, now, grace)
}

func (v *Verified) limit(w pki.Window) { v.Window = v.Window.Intersect(w) }

// Revocation says whether the lists of both issuers of a PCK chain are there.
func (v *Verified) Revocation() bool { return v.RootCRL != nil && v.PCKCRL != nil }

// Stamp says how new a part is. The zero value stands for a part that is absent.
type Stamp struct {
	Number   *big.Int // evaluation number, or number of a revocation list
	IssuedAt time.Time
}

// Version says how new the parts of collateral are.
type Version struct{ TCBInfo, QEIdentity, RootCRL, PCKCRL Stamp }

// Version returns how new the parts are.
func (v *Verified) Version() Version {
	var n Version
	if v.TCBInfo != nil {
		n.TCBInfo = Stamp{Number: new(big.Int).SetUint64(uint64(v.TCBInfo.Evaluation)), IssuedAt: v.TCBInfo.IssueDate}
	}
	if v.QEIdentity != nil {
		n.QEIdentity = Stamp{Number: new(big.Int).SetUint64(uint64(v.QEIdentity.Evaluation)),
			IssuedAt: v.QEIdentity.IssueDate}
	}
	if v.RootCRL != nil {
		n.RootCRL = Stamp{Number: v.RootCRL.Number, IssuedAt: v.RootCRL.ThisUpdate.UTC()}
	}
	if v.PCKCRL != nil {
		n.PCKCRL = Stamp{Number: v.PCKCRL.Number, IssuedAt: v.PCKCRL.ThisUpdate.UTC()}
	}
	return n
}

// ErrBackwards is wrapped by the errors of Follows.
var ErrBackwards = errors.New("collateral goes backwards")

// Follows reports whether a part may take the place of an older one: it is there when that was, and neither its number
// nor its issue date is less. Both count: Intel's lists have carried number 1 for years, and its service offers an
// older evaluation with a newer date beside the newest one.
func (s Stamp) Follows(old Stamp) error {
	switch {
	case old.Number == nil:
		return nil
	case s.Number == nil:
		return fmt.Errorf("%w: the part is missing", ErrBackwards)
	case s.Number.Cmp(old.Number) < 0:
		return fmt.Errorf("%w: number %s is less than %s", ErrBackwards, s.Number, old.Number)
	case s.IssuedAt.Before(old.IssuedAt):
		return fmt.Errorf("%w: issued at %s, before %s", ErrBackwards, s.IssuedAt.Format(time.RFC3339),
			old.IssuedAt.Format(time.RFC3339))
	}
	return nil
}

// Follows reports whether collateral may take the place of an older one, part by part.
func (n Version) Follows(old Version) error {
	for _, p := range []struct {
		name     string
		now, was Stamp
	}{
		{tcbInfoPart, n.TCBInfo, old.TCBInfo}, {qeIdentityPart, n.QEIdentity, old.QEIdentity},
		{rootCRLPart, n.RootCRL, old.RootCRL}, {pckCRLPart, n.PCKCRL, old.PCKCRL},
	} {
		if err := p.now.Follows(p.was); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}
