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
	"github.com/assent-network/assent/tee/collateral"
)

// Validity of what a root signs.
const (
	rootValidity       = 20 * 365 * 24 * time.Hour
	pckValidity        = 365 * 24 * time.Hour
	collateralValidity = 30 * 24 * time.Hour
	backdate           = time.Hour // for machines whose clocks differ a little
)

const (
	rootName     = "Intel SGX Root CA" // as verifiers expect it; the organization says what it is
	organization = "SIMULATED TEE - NO HARDWARE PROTECTION"
	keyBlock     = "PRIVATE KEY"
	certBlock    = "CERTIFICATE"
)

// Root is a network's simulated attestation root with its private key. The keys that it certifies, for the PCK CA and
// for signing collateral, are derived from its own.
type Root struct {
	key, caKey, signerKey *ecdsa.PrivateKey
	cert, ca, signer      *x509.Certificate
}

// NewRoot makes a root from 32 bytes of randomness. A fixed source is for test vectors only.
func NewRoot(random io.Reader, now time.Time) (*Root, error) {
	key, seed, err := newKey(random, "root")
	if err != nil {
		return nil, err
	}
	tmpl := authority(rootName, seed, now.Add(-backdate), now.Add(rootValidity), 1)
	cert, err := certify(tmpl, tmpl, key, key)
	if err != nil {
		return nil, fmt.Errorf("insecure: make root: %w", err)
	}
	return complete(key, cert)
}

// complete derives and certifies what the root stands for. It depends on nothing but the root.
func complete(key *ecdsa.PrivateKey, cert *x509.Certificate) (*Root, error) {
	r := &Root{key: key, cert: cert}
	seed, err := key.Bytes()
	if err != nil {
		return nil, fmt.Errorf("insecure: encode the root's key: %w", err)
	}
	if r.caKey, err = deriveKey(seed, "pck-ca"); err != nil {
		return nil, err
	}
	if r.ca, err = certify(authority(collateral.PlatformCAName, seed, cert.NotBefore, cert.NotAfter, 0), cert, r.caKey,
		key); err != nil {
		return nil, fmt.Errorf("insecure: make PCK CA: %w", err)
	}
	if r.signerKey, err = deriveKey(seed, "tcb-signing"); err != nil {
		return nil, err
	}
	if r.signer, err = certify(leaf(collateral.SignerName, seed, cert.NotBefore, cert.NotAfter), cert, r.signerKey,
		key); err != nil {
		return nil, fmt.Errorf("insecure: make TCB signing certificate: %w", err)
	}
	return r, nil
}

// newKey reads a seed and derives a P-256 key from it, so that the randomness given is the only one used.
func newKey(random io.Reader, label string) (*ecdsa.PrivateKey, []byte, error) {
	seed := make([]byte, 32)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, nil, fmt.Errorf("insecure: read randomness for the %s key: %w", label, err)
	}
	key, err := deriveKey(seed, label)
	return key, seed, err
}

func deriveKey(seed []byte, label string) (*ecdsa.PrivateKey, error) {
	for i := 0; ; i++ {
		b, err := hkdf.Key(sha256.New, seed, nil, fmt.Sprintf("assent.insecure.%s.v2/%d", label, i), 32)
		if err != nil {
			return nil, fmt.Errorf("insecure: derive the %s key: %w", label, err)
		}
		if key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), b); err == nil {
			return key, nil // all but a few of 2^256 values are keys
		}
	}
}

// leaf is the template of a certificate that signs no others. Its serial number is derived from the seed.
func leaf(name string, seed []byte, from, until time.Time) *x509.Certificate {
	serial := sha256.Sum256(append([]byte(name), seed...))
	serial[0] &= 0x7f
	return &x509.Certificate{
		SerialNumber: new(big.Int).SetBytes(serial[:20]),
		Subject: pkix.Name{CommonName: name, Organization: []string{organization},
			Locality: []string{"nowhere"}, Country: []string{"ZZ"}},
		NotBefore:             from.UTC().Truncate(time.Second),
		NotAfter:              until.UTC().Truncate(time.Second),
		SignatureAlgorithm:    x509.ECDSAWithSHA256,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
		CRLDistributionPoints: []string{crlURL},
	}
}

// crlURL is where verifiers that fetch collateral look for a root's list. Nothing is fetched here.
const crlURL = "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der"

func authority(name string, seed []byte, from, until time.Time, depth int) *x509.Certificate {
	t := leaf(name, seed, from, until)
	t.IsCA, t.MaxPathLen, t.MaxPathLenZero = true, depth, depth == 0
	t.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	return t
}

// deterministic signs with RFC 6979 nonces: a quote then depends on nothing but its key and its content.
type deterministic struct{ *ecdsa.PrivateKey }

func (d deterministic) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return d.PrivateKey.Sign(nil, digest, opts)
}

func certify(tmpl, parent *x509.Certificate, key, parentKey *ecdsa.PrivateKey) (*x509.Certificate, error) {
	pub, err := key.PublicKey.Bytes()
	if err != nil {
		return nil, err
	}
	id := sha256.Sum256(pub)
	tmpl.SubjectKeyId = id[:20]
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

// Marshal returns the root as two PEM blocks, private key and certificate. It is a secret of the machine that made it.
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
	return complete(key, cert)
}
