// Package vendors holds the root certificates of the vendors of hardware, for the genesis documents and trust roots of
// networks. Nothing trusts them but by being given them.
package vendors

import (
	"crypto/x509"
	_ "embed"
	"encoding/pem"
	"errors"
	"fmt"

	"github.com/google/go-sev-guest/verify/trust"

	"github.com/assent-network/assent/tee"
)

// intelPEM is the Intel SGX Root CA, as it ends the chain of every PCK certificate and as Intel publishes it with its
// provisioning certification service. Its key is that of tee.IntelRootID.
//
//go:embed intel-sgx-root-ca.pem
var intelPEM []byte

// lines are AMD's product lines whose roots a network names unless it decides otherwise.
var lines = [...]string{"Genoa"}

// Root is a root certificate with a name for people.
type Root struct {
	Name        string
	Certificate []byte // DER
}

// AMD returns the root of a product line of AMD's, for networks that name it. Two lines are named by no network of its
// own accord. Milan: keys of its chips are reported to have been extracted in software, which no floor under firmware
// tells, so that only a list of machines in every policy would do. Turin: its reports are not read yet.
func AMD(line string) (Root, error) {
	_, ark, err := AMDChain(line)
	if err != nil {
		return Root{}, fmt.Errorf("vendors: %w", err)
	}
	return Root{Name: "AMD Root Key, " + line, Certificate: ark.Raw}, nil
}

// AMDChain returns AMD's certificates of a product line ("Milan", "Genoa" or "Turin"): the issuer of its chips'
// certificates, for collateral, and the root.
func AMDChain(line string) (ask, ark *x509.Certificate, err error) {
	c, err := trust.GetDefaultRootCerts(line)
	if err != nil {
		return nil, nil, fmt.Errorf("AMD's certificates for %q: %w", line, err)
	}
	return c.ProductCerts.Ask, c.ProductCerts.Ark, nil
}

// Roots returns the vendors' roots that networks name: Intel's, which TDX and SGX have in common, and AMD's for Genoa.
func Roots() ([]Root, error) {
	block, rest := pem.Decode(intelPEM)
	if block == nil || len(rest) != 0 {
		return nil, errors.New("vendors: Intel's root is not one certificate in PEM")
	}
	roots := []Root{{Name: "Intel SGX Root CA", Certificate: block.Bytes}}
	for _, line := range lines {
		root, err := AMD(line)
		if err != nil {
			return nil, err
		}
		roots = append(roots, root)
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
