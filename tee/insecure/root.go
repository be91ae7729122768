package insecure

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
)

// Validity of what a root signs.
const (
	rootValidity = 20 * 365 * 24 * time.Hour
	leafValidity = 365 * 24 * time.Hour
	crlValidity  = 30 * 24 * time.Hour
	backdate     = time.Hour // for machines whose clocks differ a little
)

const (
	organization = "SIMULATED TEE - NO HARDWARE PROTECTION"
	keyBlock     = "PRIVATE KEY"
	certBlock    = "CERTIFICATE"
)

// Root is a network's simulated attestation root with its private key.
type Root struct {
	key  *ecdsa.PrivateKey
	cert *x509.Certificate
}

// NewRoot makes a root from 32 bytes of randomness. A fixed source is for test
// vectors only.
func NewRoot(random io.Reader, now time.Time) (*Root, error) {
	key, seed, err := newKey(random, "root")
	if err != nil {
		return nil, err
	}
	tmpl := template("Assent simulated attestation root", seed, now, rootValidity)
	tmpl.IsCA, tmpl.BasicConstraintsValid = true, true
	tmpl.MaxPathLen, tmpl.MaxPathLenZero = 0, true
	tmpl.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	cert, err := certify(tmpl, tmpl, key, key)
	if err != nil {
		return nil, fmt.Errorf("insecure: make root: %w", err)
	}
	return &Root{key: key, cert: cert}, nil
}

// newKey reads a seed and derives a P-256 key from it, so that the randomness given
// is the only one used.
func newKey(random io.Reader, label string) (*ecdsa.PrivateKey, []byte, error) {
	seed := make([]byte, 32)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, nil, fmt.Errorf("insecure: read randomness for the %s key: %w", label, err)
	}
	for i := 0; ; i++ {
		b, err := hkdf.Key(sha256.New, seed, nil, fmt.Sprintf("assent.insecure.%s.v1/%d", label, i), 32)
		if err != nil {
			return nil, nil, fmt.Errorf("insecure: derive the %s key: %w", label, err)
		}
		if key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), b); err == nil {
			return key, seed, nil
		}
	}
}

// template has a serial number derived from the key's seed.
func template(name string, seed []byte, now time.Time, validity time.Duration) *x509.Certificate {
	serial := sha256.Sum256(append([]byte(name), seed...))
	serial[0] &= 0x7f
	now = now.UTC().Truncate(time.Second)
	return &x509.Certificate{
		SerialNumber:       new(big.Int).SetBytes(serial[:16]),
		Subject:            pkix.Name{CommonName: name, Organization: []string{organization}},
		NotBefore:          now.Add(-backdate),
		NotAfter:           now.Add(validity),
		SignatureAlgorithm: x509.ECDSAWithSHA256,
	}
}

// deterministic signs with RFC 6979 nonces: a quote then depends on nothing but its
// key and its content.
type deterministic struct{ *ecdsa.PrivateKey }

func (d deterministic) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return d.PrivateKey.Sign(nil, digest, opts)
}

func certify(tmpl, parent *x509.Certificate, key, parentKey *ecdsa.PrivateKey) (*x509.Certificate, error) {
	der, err := x509.CreateCertificate(nil, tmpl, parent, key.Public(), deterministic{parentKey})
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

// Certificate is the root certificate, for networks' trust root files.
func (r *Root) Certificate() *x509.Certificate { return r.cert }

// ID names the root in policies and registrations.
func (r *Root) ID() common.Hash { return tee.RootID(r.cert) }

// Collateral signs the root's revocation list as of now. It lists the serial
// numbers of leaf certificates that no longer count; number grows with every list.
func (r *Root) Collateral(now time.Time, number int64, revoked ...*big.Int) ([]byte, error) {
	now = now.UTC().Truncate(time.Second)
	tmpl := &x509.RevocationList{
		Number: big.NewInt(number), ThisUpdate: now.Add(-backdate), NextUpdate: now.Add(crlValidity),
		SignatureAlgorithm: x509.ECDSAWithSHA256,
	}
	for _, serial := range revoked {
		tmpl.RevokedCertificateEntries = append(tmpl.RevokedCertificateEntries,
			x509.RevocationListEntry{SerialNumber: serial, RevocationTime: tmpl.ThisUpdate})
	}
	der, err := x509.CreateRevocationList(nil, tmpl, r.cert, deterministic{r.key})
	if err != nil {
		return nil, fmt.Errorf("insecure: sign collateral: %w", err)
	}
	return der, nil
}

// Marshal returns the root as two PEM blocks, private key and certificate. It is a
// secret of the machine that made it.
func (r *Root) Marshal() ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(r.key)
	if err != nil {
		return nil, fmt.Errorf("insecure: encode root: %w", err)
	}
	b := pem.EncodeToMemory(&pem.Block{Type: keyBlock, Bytes: der})
	return append(b, pem.EncodeToMemory(&pem.Block{Type: certBlock, Bytes: r.cert.Raw})...), nil
}

// errRootFile is returned for a root file that is not what Marshal writes.
var errRootFile = errors.New("insecure: not a root file; make a new network if it is lost")

// ParseRoot reads what Marshal writes.
func ParseRoot(b []byte) (*Root, error) {
	keyPEM, rest := pem.Decode(b)
	if keyPEM == nil || keyPEM.Type != keyBlock {
		return nil, fmt.Errorf("%w: first block", errRootFile)
	}
	certPEM, rest := pem.Decode(rest)
	if certPEM == nil || certPEM.Type != certBlock || len(rest) != 0 {
		return nil, fmt.Errorf("%w: second block", errRootFile)
	}
	k, err := x509.ParsePKCS8PrivateKey(keyPEM.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRootFile, err)
	}
	key, ok := k.(*ecdsa.PrivateKey)
	if !ok || key.Curve != elliptic.P256() {
		return nil, fmt.Errorf("%w: the key is not on P-256", errRootFile)
	}
	cert, err := x509.ParseCertificate(certPEM.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errRootFile, err)
	}
	if !key.PublicKey.Equal(cert.PublicKey) {
		return nil, fmt.Errorf("%w: key and certificate do not belong together", errRootFile)
	}
	return &Root{key: key, cert: cert}, nil
}
