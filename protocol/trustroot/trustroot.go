// Package trustroot is the file that an auditor, a worker or a broker starts to trust from: one consensus header, and
// the names of everything that is looked up under it. An auditor who got this file from a trusted source needs no other
// trust.
package trustroot

import (
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
)

// Format is the format member of the file.
const Format = "assent-trust-root/1"

// MaxTEERoots is the largest number of attestation roots.
const MaxTEERoots = 16

// TrustRoot is the content of the file.
type TrustRoot struct {
	Format       string      `json:"format"`        // Format
	Network      string      `json:"network"`       // a name for people
	ChainContext string      `json:"chainContext"`  // Oasis chain context, 64 hex digits: signatures name it
	CometChainID string      `json:"cometChainId"`  // CometBFT's chain id, as in its headers
	Height       uint64      `json:"height,string"` // of the consensus header trusted
	HeaderHash   common.Hash `json:"headerHash"`    // its hash
	Runtime      common.Hash `json:"runtime"`       // runtime ID
	EVMChainID   uint64      `json:"evmChainId"`
	Contracts    Contracts   `json:"contracts"`
	TEERoots     []TEERoot   `json:"teeRoots"`
}

// Contracts are the contracts that auditors read. Consent ledgers are not among them: the registry deploys one for each
// dataset and its storage names it.
type Contracts struct {
	Registry Contract `json:"registry"` // DatasetRegistry
	Budget   Contract `json:"budget"`   // BudgetLedger
	Workers  Contract `json:"workers"`  // WorkerRegistry
	Market   Contract `json:"market"`   // JobMarket
}

// Contract is a deployed contract.
type Contract struct {
	Address  common.Address `json:"address"`
	CodeHash common.Hash    `json:"codeHash"` // keccak256
}

// TEERoot is an attestation root that the network accepts.
type TEERoot struct {
	Name        string        `json:"name"` // for people, for example "Intel SGX Root CA"
	Simulated   bool          `json:"simulated"`
	Certificate hexutil.Bytes `json:"certificate"` // DER
}

// FieldError says which field is not acceptable.
type FieldError struct{ Field, Reason string }

func (e *FieldError) Error() string { return fmt.Sprintf("trust root: %s: %s", e.Field, e.Reason) }

// Parse reads a trust root strictly and validates it.
func Parse(data []byte) (TrustRoot, error) {
	var t TrustRoot
	if err := canonical.Unmarshal(data, &t); err != nil {
		return TrustRoot{}, fmt.Errorf("trust root: parse: %w", err)
	}
	return t, t.Validate()
}

// Marshal returns the canonical JSON.
func (t TrustRoot) Marshal() ([]byte, error) {
	if t.TEERoots == nil {
		t.TEERoots = []TEERoot{}
	}
	return canonical.Marshal(t)
}

// Validate checks the fields against their limits. Whether a root is simulated is compared with its certificate by
// package tee, which knows the vendors' roots.
func (t TrustRoot) Validate() error {
	switch {
	case t.Format != Format:
		return &FieldError{"format", fmt.Sprintf("%.40q, this program reads %q", t.Format, Format)}
	case len(t.ChainContext) != 64 || strings.ToLower(t.ChainContext) != t.ChainContext || !isHex(t.ChainContext):
		return &FieldError{"chainContext", "64 lower-case hex digits are needed"}
	case len(t.CometChainID) == 0 || len(t.CometChainID) > 50: // CometBFT's limit
		return &FieldError{"cometChainId", fmt.Sprintf("%d characters, use 1 to 50", len(t.CometChainID))}
	case t.Height == 0:
		return &FieldError{"height", "heights start at 1"}
	case t.HeaderHash == common.Hash{}:
		return &FieldError{"headerHash", "it is zero"}
	case t.Runtime == common.Hash{}:
		return &FieldError{"runtime", "it is zero"}
	case t.EVMChainID == 0 || t.EVMChainID > canonical.MaxInteger:
		return &FieldError{"evmChainId", fmt.Sprintf("%d is out of range", t.EVMChainID)}
	case len(t.TEERoots) > MaxTEERoots:
		return &FieldError{"teeRoots", fmt.Sprintf("%d roots, at most %d", len(t.TEERoots), MaxTEERoots)}
	}
	for _, c := range []struct {
		name string
		c    Contract
	}{{"registry", t.Contracts.Registry}, {"budget", t.Contracts.Budget}, {"workers", t.Contracts.Workers}, {"market",
		t.Contracts.Market}} {
		if c.c.Address == (common.Address{}) || c.c.CodeHash == (common.Hash{}) {
			return &FieldError{"contracts." + c.name, "address and code hash are needed"}
		}
	}
	_, err := t.Roots()
	return err
}

func isHex(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil
}

// Roots parses the attestation roots' certificates.
func (t TrustRoot) Roots() ([]*x509.Certificate, error) {
	roots := make([]*x509.Certificate, len(t.TEERoots))
	for i, r := range t.TEERoots {
		c, err := x509.ParseCertificate(r.Certificate)
		if err != nil {
			return nil, &FieldError{fmt.Sprintf("teeRoots[%d].certificate", i), err.Error()}
		}
		roots[i] = c
	}
	return roots, nil
}

// Domain is the EIP-712 domain of a contract on this network.
func (t TrustRoot) Domain(contract common.Address) eip712.Domain {
	return eip712.Domain{ChainID: t.EVMChainID, Contract: contract}
}
