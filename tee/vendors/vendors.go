//go:build !js

// Not for browsers: package tee/snp does not build there.

// Package vendors holds the root certificates of the vendors of hardware, for the genesis documents and trust roots of
// networks. Nothing trusts them but by being given them.
package vendors

import (
	_ "embed"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/snp"
)

// intelPEM is the Intel SGX Root CA, as it ends the chain of every PCK certificate and as Intel publishes it with its
// provisioning certification service. Its key is that of tee.IntelRootID.
//
//go:embed intel-sgx-root-ca.pem
var intelPEM []byte

// lines are AMD's product lines with a root each.
var lines = [...]string{"Milan", "Genoa", "Turin"}

// Root is a root certificate with a name for people.
type Root struct {
	Name        string
	Certificate []byte // DER
}

// Roots returns the vendors' roots: Intel's, which TDX and SGX have in common, and AMD's of each product line.
func Roots() ([]Root, error) {
	block, rest := pem.Decode(intelPEM)
	if block == nil || len(rest) != 0 {
		return nil, errors.New("vendors: Intel's root is not one certificate in PEM")
	}
	roots := []Root{{Name: "Intel SGX Root CA", Certificate: block.Bytes}}
	for _, line := range lines {
		_, ark, err := snp.Chain(line)
		if err != nil {
			return nil, fmt.Errorf("vendors: %w", err)
		}
		roots = append(roots, Root{Name: "AMD Root Key, " + line, Certificate: ark.Raw})
	}
	for _, r := range roots {
		parsed, err := tee.ParseRoots(r.Certificate)
		if err != nil {
			return nil, fmt.Errorf("vendors: %s: %w", r.Name, err)
		}
		if !tee.IsVendorRoot(tee.RootID(parsed[0])) {
			return nil, fmt.Errorf("vendors: %s has another key than the one that is known", r.Name)
		}
	}
	return roots, nil
}
