package pki_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/tee/internal/pki"
)

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func key(t *testing.T, c elliptic.Curve) *ecdsa.PrivateKey {
	t.Helper()
	k, err := ecdsa.GenerateKey(c, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func issue(t *testing.T, tmpl, parent *x509.Certificate, k, by *ecdsa.PrivateKey) *x509.Certificate {
	t.Helper()
	der, err := x509.CreateCertificate(rand.Reader, tmpl, parent, k.Public(), by)
	if err != nil {
		t.Fatal(err)
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func template(name string, ca bool) *x509.Certificate {
	c := &x509.Certificate{SerialNumber: big.NewInt(int64(len(name))), Subject: pkix.Name{CommonName: name},
		NotBefore: now, NotAfter: now.Add(time.Hour),
		BasicConstraintsValid: true, IsCA: ca, KeyUsage: x509.KeyUsageDigitalSignature}
	if ca {
		c.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	}
	return c
}

// TestIssued changes one thing about a certificate or its issuer at a time.
func TestIssued(t *testing.T) {
	rootKey, leafKey, otherKey, p384 := key(t, elliptic.P256()), key(t, elliptic.P256()), key(t, elliptic.P256()),
		key(t, elliptic.P384())
	root := issue(t, template("root", true), template("root", true), rootKey, rootKey)
	// another root of the same name
	same := issue(t, template("root", true), template("root", true), otherKey, otherKey)
	for _, c := range []struct {
		name  string
		leaf  func() *x509.Certificate
		isCA  bool
		at    time.Time
		wants string
	}{
		{"leaf", func() *x509.Certificate { return issue(t, template("leaf", false), root, leafKey, rootKey) }, false,
			now, ""},
		{"authority", func() *x509.Certificate { return issue(t, template("ca", true), root, leafKey, rootKey) }, true,
			now, ""},
		{"last second", func() *x509.Certificate { return issue(t, template("leaf", false), root, leafKey, rootKey) },
			false, now.Add(time.Hour), ""},
		{"expired", func() *x509.Certificate { return issue(t, template("leaf", false), root, leafKey, rootKey) },
			false, now.Add(time.Hour + time.Second), "is valid from"},
		{"not yet", func() *x509.Certificate { return issue(t, template("leaf", false), root, leafKey, rootKey) },
			false, now.Add(-time.Second), "is valid from"},
		{"leaf as authority", func() *x509.Certificate {
			return issue(t, template("leaf", false), root, leafKey,
				rootKey)
		}, true, now, "basic constraints"},
		{"authority as leaf", func() *x509.Certificate {
			return issue(t, template("ca", true), root, leafKey,
				rootKey)
		}, false, now, "basic constraints"},
		{"no basic constraints", func() *x509.Certificate {
			c := template("leaf", false)
			c.BasicConstraintsValid = false
			return issue(t, c, root, leafKey, rootKey)
		}, false, now, "basic constraints"},
		{"may not sign", func() *x509.Certificate {
			c := template("leaf", false)
			c.KeyUsage = x509.KeyUsageKeyAgreement
			return issue(t, c, root, leafKey, rootKey)
		}, false, now, "may not sign"},
		{"authority without lists", func() *x509.Certificate {
			c := template("ca", true)
			c.KeyUsage = x509.KeyUsageCertSign
			return issue(t, c, root, leafKey, rootKey)
		}, true, now, "may not sign"},
		{"another key's", func() *x509.Certificate {
			return issue(t, template("leaf", false), same, leafKey,
				otherKey)
		}, false, now, "is not signed by"},
		{"another issuer's", func() *x509.Certificate {
			return issue(t, template("leaf", false), template("boot", true), leafKey, rootKey)
		}, false, now, "names another issuer"},
		{"another curve", func() *x509.Certificate { return issue(t, template("leaf", false), root, p384, rootKey) },
			false, now, "not on P-256"},
		{"another hash", func() *x509.Certificate {
			c := template("leaf", false)
			c.SignatureAlgorithm = x509.ECDSAWithSHA384
			return issue(t, c, root, leafKey, rootKey)
		}, false, now, "is signed with"},
		{"unknown critical extension", func() *x509.Certificate {
			c := template("leaf", false)
			c.ExtraExtensions = []pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true,
				Value: []byte{5, 0}}}
			return issue(t, c, root, leafKey, rootKey)
		}, false, now, "critical extension"},
	} {
		err := pki.Issued(c.leaf(), root, c.isCA, c.at)
		if (c.wants == "" && err != nil) || (c.wants != "" && (err == nil || !strings.Contains(err.Error(), c.wants))) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.wants)
		}
	}
	if err := pki.Root(root, now); err != nil {
		t.Error(err)
	}
	for name, c := range map[string]*x509.Certificate{
		"a leaf": issue(t, template("leaf", false), root, leafKey, rootKey),
		"P-384":  issue(t, template("root", true), template("root", true), p384, p384),
	} {
		if pki.Root(c, now) == nil {
			t.Errorf("%s as root", name)
		}
	}
	if pki.Root(root, now.Add(2*time.Hour)) == nil {
		t.Error("an expired root")
	}
}

// TestCRL changes one thing about a list at a time.
func TestCRL(t *testing.T) {
	rootKey, otherKey := key(t, elliptic.P256()), key(t, elliptic.P256())
	root := issue(t, template("root", true), template("root", true), rootKey, rootKey)
	list := func(change func(*x509.RevocationList), by *ecdsa.PrivateKey, issuer *x509.Certificate) []byte {
		l := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: now, NextUpdate: now.Add(time.Hour),
			SignatureAlgorithm: x509.ECDSAWithSHA256}
		change(l)
		i := *issuer
		der, err := x509.CreateRevocationList(rand.Reader, l, &i, by)
		if err != nil {
			t.Fatal(err)
		}
		return der
	}
	nothing := func(*x509.RevocationList) {}
	critical := []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 27}, Critical: true, Value: []byte{2, 1, 1}}}
	// boot has the root's key under another name.
	boot := issue(t, template("boot", true), template("boot", true), rootKey, rootKey)
	for name, c := range map[string]struct {
		der []byte
		ok  bool
	}{
		"good": {list(nothing, rootKey, root), true}, "nothing": {nil, false},
		"another name": {list(nothing, rootKey, boot), false},
		"a delta":      {list(func(l *x509.RevocationList) { l.ExtraExtensions = critical }, rootKey, root), false},
		"critical entry": {list(func(l *x509.RevocationList) {
			l.RevokedCertificateEntries = []x509.RevocationListEntry{{SerialNumber: big.NewInt(9), RevocationTime: now,
				ExtraExtensions: critical}}
		}, rootKey, root), false},
	} {
		if _, err := pki.CRL(c.der, root); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	other := issue(t, template("root", true), template("root", true), otherKey, otherKey)
	if _, err := pki.CRL(list(nothing, otherKey, other), root); err == nil {
		t.Error("a list of another key")
	}
	l, err := pki.CRL(list(func(l *x509.RevocationList) {
		l.RevokedCertificateEntries = []x509.RevocationListEntry{{SerialNumber: big.NewInt(4),
			RevocationTime: now.Add(time.Hour)}}
	}, rootKey, root), root)
	if err != nil {
		t.Fatal(err)
	}
	if pki.NotRevoked(template("leaf", false), l) == nil {
		t.Error("a revoked certificate")
	}
	if err := pki.NotRevoked(template("leaves", false), l); err != nil {
		t.Error(err)
	}
}

func TestWindow(t *testing.T) {
	w := pki.Window{}.Intersect(pki.Window{From: now, Until: now.Add(2 * time.Hour)}).Intersect(
		pki.Window{From: now.Add(-time.Hour), Until: now.Add(time.Hour)})
	if !w.From.Equal(now) || !w.Until.Equal(now.Add(time.Hour)) {
		t.Errorf("%+v", w)
	}
	for at, ok := range map[time.Duration]bool{-1: false, 0: true, time.Hour: true, time.Hour + time.Minute: true,
		time.Hour + time.Minute + 1: false} {
		if err := w.Check("it", now.Add(at), time.Minute); (err == nil) != ok {
			t.Errorf("%s: %v", at, err)
		}
	}
	if pki.Verify(&key(t, elliptic.P256()).PublicKey, nil, make([]byte, 63)) {
		t.Error("a signature of 63 bytes")
	}
	if _, err := pki.Certificate(make([]byte, pki.MaxCertificate+1)); err == nil {
		t.Error("a certificate that is too large")
	}
}

func FuzzChain(f *testing.F) {
	f.Add([]byte("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := pki.Chain(b, 3); err == nil && len(c) != 3 {
			t.Error("another number of certificates")
		}
	})
}
