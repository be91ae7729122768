package insecure

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"math/big"
	"time"

	"github.com/assent-network/assent/tee"
)

// Verifier checks quotes of this package. The zero value is ready.
type Verifier struct{}

var _ tee.Verifier = Verifier{}

// Platform is tee.Insecure.
func (Verifier) Platform() tee.Platform { return tee.Insecure }

// fail wraps tee.ErrNotGenuine with what was being checked.
func fail(what string, err error) error {
	return fmt.Errorf("%w: insecure: %s: %w", tee.ErrNotGenuine, what, err)
}

// Verify checks the quote as tee.Verifier demands: the root in the quote is one of
// the roots given, the leaf is certified by it and not revoked, certificates and
// collateral are valid now, and the leaf signed the body.
func (Verifier) Verify(quoteBytes, collateral []byte, roots tee.Roots, now time.Time) (*tee.Claims, error) {
	q, err := parse(quoteBytes)
	if err != nil {
		return nil, fail("parse quote", err)
	}
	carried, err := x509.ParseCertificate(q.root)
	if err != nil {
		return nil, fail("parse root certificate", err)
	}
	root, ok := roots.Find(carried)
	if !ok {
		return nil, fail("find root", fmt.Errorf("root %s is not among the %d roots of the network", tee.RootID(carried), len(roots)))
	}
	if string(root.Raw) != string(q.root) {
		return nil, fail("find root", fmt.Errorf("the quote carries another certificate of root %s than the network names", tee.RootID(root)))
	}
	leaf, err := x509.ParseCertificate(q.leaf)
	if err != nil {
		return nil, fail("parse leaf certificate", err)
	}
	if err := checkChain(leaf, root, now); err != nil {
		return nil, fail("check chain", err)
	}
	crl, err := checkCollateral(collateral, leaf, root, now)
	if err != nil {
		return nil, fail("check collateral", err)
	}
	if err := checkSignature(leaf, q); err != nil {
		return nil, fail("check signature", err)
	}
	return &tee.Claims{
		Platform: tee.Insecure, Measurement: q.measurement.ID(), Registers: q.measurement.list(),
		ReportData: q.reportData, TCB: tee.UpToDate, Advisories: []string{}, Debug: q.debug,
		Simulated: !tee.IsVendorRoot(tee.RootID(root)), Root: tee.RootID(root),
		Collateral: tee.Collateral{
			IssuedAt:   crl.ThisUpdate.UTC(),
			ValidFrom:  latest(crl.ThisUpdate, leaf.NotBefore, root.NotBefore),
			ValidUntil: earliest(crl.NextUpdate, leaf.NotAfter, root.NotAfter),
			CRLNumber:  crl.Number.String(),
		},
	}, nil
}

func checkChain(leaf, root *x509.Certificate, now time.Time) error {
	for _, c := range []*x509.Certificate{leaf, root} {
		if now.Before(c.NotBefore) || now.After(c.NotAfter) {
			return fmt.Errorf("certificate %q is valid from %s to %s, now is %s", c.Subject.CommonName,
				c.NotBefore.UTC().Format(time.RFC3339), c.NotAfter.UTC().Format(time.RFC3339), now.UTC().Format(time.RFC3339))
		}
		if len(c.UnhandledCriticalExtensions) != 0 {
			return fmt.Errorf("certificate %q has an unknown critical extension", c.Subject.CommonName)
		}
	}
	if !root.IsCA || leaf.IsCA || leaf.KeyUsage&x509.KeyUsageDigitalSignature == 0 {
		return fmt.Errorf("certificate %q may not sign quotes", leaf.Subject.CommonName)
	}
	return leaf.CheckSignatureFrom(root)
}

func checkCollateral(der []byte, leaf, root *x509.Certificate, now time.Time) (*x509.RevocationList, error) {
	crl, err := x509.ParseRevocationList(der)
	if err != nil {
		return nil, fmt.Errorf("parse revocation list: %w", err)
	}
	if err := crl.CheckSignatureFrom(root); err != nil {
		return nil, fmt.Errorf("revocation list: %w", err)
	}
	if crl.Number == nil || now.Before(crl.ThisUpdate) || now.After(crl.NextUpdate) {
		return nil, fmt.Errorf("revocation list is valid from %s to %s, now is %s; get a newer one",
			crl.ThisUpdate.UTC().Format(time.RFC3339), crl.NextUpdate.UTC().Format(time.RFC3339), now.UTC().Format(time.RFC3339))
	}
	for _, e := range crl.RevokedCertificateEntries {
		if e.SerialNumber.Cmp(leaf.SerialNumber) == 0 {
			return nil, fmt.Errorf("quoting key %s was revoked at %s", leaf.SerialNumber, e.RevocationTime.UTC().Format(time.RFC3339))
		}
	}
	return crl, nil
}

func checkSignature(leaf *x509.Certificate, q *quote) error {
	pub, ok := leaf.PublicKey.(*ecdsa.PublicKey)
	if !ok || pub.Curve != elliptic.P256() {
		return fmt.Errorf("quoting key is not on P-256")
	}
	digest := sha256.Sum256(q.body())
	r, s := new(big.Int).SetBytes(q.signature[:32]), new(big.Int).SetBytes(q.signature[32:])
	if !ecdsa.Verify(pub, digest[:], r, s) {
		return fmt.Errorf("the quoting key did not sign this body")
	}
	return nil
}

func latest(ts ...time.Time) time.Time {
	t := ts[0]
	for _, x := range ts[1:] {
		if x.After(t) {
			t = x
		}
	}
	return t.UTC()
}

func earliest(ts ...time.Time) time.Time {
	t := ts[0]
	for _, x := range ts[1:] {
		if x.Before(t) {
			t = x
		}
	}
	return t.UTC()
}
