package tee

import (
	"crypto/x509"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Roots are the root certificates, in DER, that a verifier may end a chain at.
type Roots []*x509.Certificate

// ParseRoots reads certificates in DER.
func ParseRoots(ders ...[]byte) (Roots, error) {
	var roots Roots
	for i, der := range ders {
		c, err := x509.ParseCertificate(der)
		if err != nil {
			return nil, fmt.Errorf("tee: parse root %d: %w", i, err)
		}
		roots = append(roots, c)
	}
	return roots, nil
}

// Find returns the root with the same public key as a certificate, and false when
// there is none. What a quote carries as its root is never trusted itself.
func (r Roots) Find(c *x509.Certificate) (*x509.Certificate, bool) {
	for _, root := range r {
		if RootID(root) == RootID(c) {
			return root, true
		}
	}
	return nil, false
}

// RootID names a root: the keccak256 of its public key (SubjectPublicKeyInfo, DER).
// Policies, the WorkerRegistry and trust root files name roots by it.
func RootID(c *x509.Certificate) common.Hash { return crypto.Keccak256Hash(c.RawSubjectPublicKeyInfo) }

// IntelRootID is the RootID of the Intel SGX Root CA, which signs TDX too.
func IntelRootID() common.Hash {
	return common.HexToHash("0x86025e7dd182053e011ffcf31d3985f6e9c24bc76bef1735b0f435110d20e8f2")
}

// IsVendorRoot reports whether a root belongs to a vendor of hardware. A quote
// under any other root is simulated.
func IsVendorRoot(id common.Hash) bool { return id == IntelRootID() }
