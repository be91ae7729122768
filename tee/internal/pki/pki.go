// Package pki checks the certificates and revocation lists of attestation: short chains of a fixed shape, on P-256,
// with no name constraints and no choice of path. Every step is explicit, so that nothing is accepted for want of a
// rule.
package pki

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"time"
)

// MaxCertificate is the largest certificate that is read, in bytes.
const MaxCertificate = 8 << 10

// Window is a time during which something may be relied on.
type Window struct{ From, Until time.Time }

// Certificate reads one certificate in DER.
func Certificate(der []byte) (*x509.Certificate, error) {
	if len(der) == 0 || len(der) > MaxCertificate {
		return nil, fmt.Errorf("certificate of %d bytes, want 1 to %d", len(der), MaxCertificate)
	}
	return x509.ParseCertificate(der)
}

// pemEnd is the line that ends a certificate in PEM.
var pemEnd = []byte("-----END CERTIFICATE-----")

// Chain reads a PEM chain of exactly n certificates. The text has to be the canonical encoding, with LF or CR LF
// throughout, and with nothing before, between or after the blocks but what vendors' libraries write: an optional final
// newline and, after it, one NUL. So nothing in the text can change by itself.
func Chain(text []byte, n int) ([]*x509.Certificate, error) {
	if crs := bytes.Count(text, []byte{'\r'}); crs > 0 && crs == bytes.Count(text, []byte("\r\n")) &&
		crs == bytes.Count(text, []byte{'\n'}) {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte{'\n'})
	}
	if t, ok := bytes.CutSuffix(text, []byte{'\n', 0}); ok {
		text = append(bytes.Clone(t), '\n')
	} else if bytes.HasSuffix(text, pemEnd) {
		text = append(bytes.Clone(text), '\n')
	}
	var certs []*x509.Certificate
	for rest := text; len(rest) > 0; {
		if len(certs) == n {
			return nil, fmt.Errorf("more than %d certificates in the chain", n)
		}
		block, after := pem.Decode(rest)
		if block == nil {
			return nil, fmt.Errorf("certificate %d of the chain is not PEM", len(certs))
		}
		used := rest[:len(rest)-len(after)]
		if block.Type != "CERTIFICATE" || len(block.Headers) != 0 || !bytes.Equal(pem.EncodeToMemory(block), used) {
			return nil, fmt.Errorf("certificate %d of the chain is not canonical PEM", len(certs))
		}
		c, err := Certificate(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("certificate %d of the chain: %w", len(certs), err)
		}
		certs, rest = append(certs, c), after
	}
	if len(certs) != n {
		return nil, fmt.Errorf("%d certificates in the chain, want %d", len(certs), n)
	}
	return certs, nil
}

// Key returns a certificate's key, which has to be on P-256.
func Key(c *x509.Certificate) (*ecdsa.PublicKey, error) {
	k, ok := c.PublicKey.(*ecdsa.PublicKey)
	if !ok || k.Curve != elliptic.P256() {
		return nil, fmt.Errorf("the key of certificate %q is not on P-256", c.Subject.CommonName)
	}
	return k, nil
}

// Valid checks that a certificate is valid now and has nothing critical that this package does not know.
func Valid(c *x509.Certificate, now time.Time) error {
	if now.Before(c.NotBefore) || now.After(c.NotAfter) {
		return fmt.Errorf("certificate %q is valid from %s to %s, now is %s", c.Subject.CommonName, stamp(c.NotBefore),
			stamp(c.NotAfter), stamp(now))
	}
	if len(c.UnhandledCriticalExtensions) != 0 {
		return fmt.Errorf("certificate %q has the unknown critical extension %s", c.Subject.CommonName,
			c.UnhandledCriticalExtensions[0])
	}
	return nil
}

// Issued checks that parent issued child, that child is valid now, and that both keys and the signature are of the kind
// that attestation uses. isCA says what child has to be.
func Issued(child, parent *x509.Certificate, isCA bool, now time.Time) error {
	name := child.Subject.CommonName
	if _, err := Key(child); err != nil {
		return err
	}
	if _, err := Key(parent); err != nil {
		return err
	}
	if err := Valid(child, now); err != nil {
		return err
	}
	switch {
	case child.SignatureAlgorithm != x509.ECDSAWithSHA256:
		return fmt.Errorf("certificate %q is signed with %s, want %s", name, child.SignatureAlgorithm,
			x509.ECDSAWithSHA256)
	case !bytes.Equal(child.RawIssuer, parent.RawSubject):
		return fmt.Errorf("certificate %q names another issuer than %q", name, parent.Subject.CommonName)
	case !child.BasicConstraintsValid || child.IsCA != isCA:
		return fmt.Errorf("certificate %q: basic constraints say CA %t, want %t", name, child.IsCA, isCA)
	case isCA && child.KeyUsage&(x509.KeyUsageCertSign|x509.KeyUsageCRLSign) !=
		x509.KeyUsageCertSign|x509.KeyUsageCRLSign:
		return fmt.Errorf("certificate %q may not sign certificates and revocation lists", name)
	case !isCA && child.KeyUsage&x509.KeyUsageDigitalSignature == 0:
		return fmt.Errorf("certificate %q may not sign", name)
	}
	if err := child.CheckSignatureFrom(parent); err != nil {
		return fmt.Errorf("certificate %q is not signed by %q: %w", name, parent.Subject.CommonName, err)
	}
	return nil
}

// Root checks what is wanted of a root beside being trusted.
func Root(c *x509.Certificate, now time.Time) error {
	if _, err := Key(c); err != nil {
		return err
	}
	if !c.BasicConstraintsValid || !c.IsCA || c.KeyUsage&x509.KeyUsageCertSign == 0 {
		return fmt.Errorf("root certificate %q may not sign certificates", c.Subject.CommonName)
	}
	return Valid(c, now)
}

// CRL reads a revocation list and checks that issuer signed it. It does not look at the time.
func CRL(der []byte, issuer *x509.Certificate) (*x509.RevocationList, error) {
	l, err := x509.ParseRevocationList(der)
	if err != nil {
		return nil, fmt.Errorf("parse revocation list: %w", err)
	}
	if !bytes.Equal(l.RawIssuer, issuer.RawSubject) {
		return nil, fmt.Errorf("revocation list names another issuer than %q", issuer.Subject.CommonName)
	}
	if err := l.CheckSignatureFrom(issuer); err != nil {
		return nil, fmt.Errorf("revocation list is not signed by %q: %w", issuer.Subject.CommonName, err)
	}
	if l.Number == nil || l.Number.Sign() < 0 || l.NextUpdate.Before(l.ThisUpdate) {
		return nil, errors.New("revocation list has no number or no next update")
	}
	for _, e := range l.Extensions {
		if e.Critical { // a delta or an indirect list: none is known
			return nil, fmt.Errorf("revocation list has the unknown critical extension %s", e.Id)
		}
	}
	for _, r := range l.RevokedCertificateEntries {
		for _, e := range r.Extensions {
			if e.Critical {
				return nil, fmt.Errorf("an entry of the revocation list has the unknown critical extension %s", e.Id)
			}
		}
	}
	return l, nil
}

// ErrRevoked is wrapped by the errors of NotRevoked.
var ErrRevoked = errors.New("revoked")

// NotRevoked checks that a certificate is not on a list of its issuer. A reason does not matter, and neither does the
// date: the list says what holds now.
func NotRevoked(c *x509.Certificate, l *x509.RevocationList) error {
	for _, e := range l.RevokedCertificateEntries {
		if e.SerialNumber.Cmp(c.SerialNumber) == 0 {
			return fmt.Errorf("certificate %q, serial number %x, was %w at %s", c.Subject.CommonName, c.SerialNumber,
				ErrRevoked, stamp(e.RevocationTime))
		}
	}
	return nil
}

// Verify checks a raw signature r‖s (64 bytes) over the SHA-256 of a message.
func Verify(k *ecdsa.PublicKey, message, signature []byte) bool {
	if len(signature) != 64 {
		return false
	}
	digest := sha256.Sum256(message)
	return ecdsa.Verify(k, digest[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:]))
}

// Intersect narrows a window to the time in which another one holds too. A zero window is no limit.
func (w Window) Intersect(o Window) Window {
	if o.From.After(w.From) {
		w.From = o.From.UTC()
	}
	if w.Until.IsZero() || (!o.Until.IsZero() && o.Until.Before(w.Until)) {
		w.Until = o.Until.UTC()
	}
	return w
}

// Check checks that now lies in the window of something named, or at most grace behind it.
func (w Window) Check(what string, now time.Time, grace time.Duration) error {
	if now.Before(w.From) || now.After(w.Until.Add(grace)) {
		return fmt.Errorf("%s is valid from %s to %s, now is %s; get a newer one", what, stamp(w.From), stamp(w.Until),
			stamp(now))
	}
	return nil
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
