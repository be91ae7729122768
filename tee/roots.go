package tee

import (
	"crypto/x509"
	"fmt"
	"slices"

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

// Find returns the root with the same public key as a certificate, and false when there is none. What a quote carries
// as its root is never trusted itself.
func (r Roots) Find(c *x509.Certificate) (*x509.Certificate, bool) {
	for _, root := range r {
		if RootID(root) == RootID(c) {
			return root, true
		}
	}
	return nil, false
}

// RootID names a root: the keccak256 of its public key (SubjectPublicKeyInfo, DER). Policies, the WorkerRegistry and
// trust root files name roots by it.
func RootID(c *x509.Certificate) common.Hash { return crypto.Keccak256Hash(c.RawSubjectPublicKeyInfo) }

// IntelRootID is the RootID of the Intel SGX Root CA, which signs TDX too.
func IntelRootID() common.Hash {
	return common.HexToHash("0x86025e7dd182053e011ffcf31d3985f6e9c24bc76bef1735b0f435110d20e8f2")
}

// AMDRootIDs are the RootIDs of AMD's root keys (ARK) of the product lines Milan, Genoa and Turin.
func AMDRootIDs() []common.Hash {
	return []common.Hash{
		common.HexToHash("0x4c26dd175c22a643246e32f48c2433dcf1f32612947ead2c969c7443143c1fb2"),
		common.HexToHash("0x8758461e042b9a5112ec590851b43bc45670032c45719b67ce3d495d838516f3"),
		common.HexToHash("0x83bfcc831968bbcffaca95b5a0fe7ebb5a6c7eaeffa3abd870729c52dbabd694"),
	}
}

// IsVendorRoot reports whether a root belongs to a vendor of hardware. A quote under any other root is simulated.
func IsVendorRoot(id common.Hash) bool {
	return id == IntelRootID() || slices.Contains(AMDRootIDs(), id)
}
