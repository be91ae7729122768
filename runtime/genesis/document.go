// Package genesis says what chain a runtime executable runs. The genesis document (EVM chain id, first balances, gas
// limits, prices) is appended to the executable, so that the digest of the bundle binds it, and read back from the
// running program.
//
// It promises that a document is either understood completely or refused with one line: unknown, missing and repeated
// fields and values out of range are errors.
package genesis

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"golang.org/x/crypto/sha3"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/tee"
)

// Version is the version of the document's format.
const Version = 1

// Limits of the format itself.
const (
	maxNetworkLength = 64
	maxSymbolLength  = 16
	maxDecimals      = 36
	maxBalances      = 100_000
	maxTEERoots      = 16
	// maxInteger is the largest number of canonical JSON.
	maxInteger = canonical.MaxInteger
)

// Document is the genesis document of a chain. It is immutable once it comes from [New] or [Parse].
type Document struct {
	// Version is the version of the format: 1.
	Version uint32 `json:"version"`
	// Network is the name of the network, such as "localnet".
	Network string `json:"network"`
	// EVMChainID is the chain id that Ethereum transactions are signed for.
	EVMChainID uint64 `json:"evmChainId"`
	// Token describes the native token.
	Token Token `json:"token"`
	// MinGasPrice is the least price of a unit of gas, in base units.
	MinGasPrice amount.Amount `json:"minGasPrice"`
	// Gas holds limits and prices in units of gas.
	Gas Gas `json:"gas"`
	// Limits holds what a transaction and a round may have.
	Limits Limits `json:"limits"`
	// TEERoots are the root certificates, in DER, that attestation quotes may end at when contracts verify them. A
	// network for real data names vendors' only.
	TEERoots []hexutil.Bytes `json:"teeRoots"`
	// Balances are the accounts that hold the native token when the chain begins, by Oasis address (oasis1...) or
	// Ethereum address (0x...).
	Balances map[string]amount.Amount `json:"balances"`

	encoded  []byte
	digest   [32]byte
	accounts []Account
	roots    tee.Roots
}

// Token describes the native token.
type Token struct {
	// Symbol is its ticker, such as "ASN".
	Symbol string `json:"symbol"`
	// Decimals is how many decimal places of a token a base unit is.
	Decimals uint8 `json:"decimals"`
}

// Gas holds limits and prices in units of gas. What Ethereum transactions pay for their size and signature is the EVM's
// business, not these prices'.
type Gas struct {
	// MaxBatch is the most that all transactions of a round may use.
	MaxBatch uint64 `json:"maxBatch"`
	// TxByte is charged for each byte of a transaction.
	TxByte uint64 `json:"txByte"`
	// StorageByte is the least that is charged for each byte of state that a transaction writes. Zero charges nothing.
	StorageByte uint64 `json:"storageByte"`
	// AuthSignature is charged for each signature.
	AuthSignature uint64 `json:"authSignature"`
	// AuthMultisigSigner is charged for each signer of a multisig account.
	AuthMultisigSigner uint64 `json:"authMultisigSigner"`
	// Transfer is charged for accounts.Transfer.
	Transfer uint64 `json:"transfer"`
}

// Limits holds what a transaction and a round may have.
type Limits struct {
	// MaxTxSize is the largest raw transaction in bytes.
	MaxTxSize uint32 `json:"maxTxSize"`
	// MaxTxSigners is the most signers of a transaction.
	MaxTxSigners uint32 `json:"maxTxSigners"`
	// MaxMultisigSigners is the most signers of a multisig account.
	MaxMultisigSigners uint32 `json:"maxMultisigSigners"`
	// MaxTxsPerRound is the most transactions in a round. It must not be above the limit in the runtime's consensus
	// descriptor.
	MaxTxsPerRound uint32 `json:"maxTxsPerRound"`
	// MaxBatchBytes is the most bytes of transactions in a round. It must not be above the limit in the runtime's
	// consensus descriptor.
	MaxBatchBytes uint64 `json:"maxBatchBytes"`
	// MaxNonceAhead is how far a transaction's nonce may be ahead of its sender's for the node's pool to keep it.
	MaxNonceAhead uint64 `json:"maxNonceAhead"`
}

// Account is an account's first balance of the native token.
type Account struct {
	Address types.Address
	Balance amount.Amount
}

// Default returns a document with the given names and the usual limits and prices, and without balances, as a start for
// [New].
func Default(network string, evmChainID uint64) Document {
	return Document{
		Version:     Version,
		Network:     network,
		EVMChainID:  evmChainID,
		Token:       Token{Symbol: "ASN", Decimals: 18},
		MinGasPrice: amount.FromUint64(1_000_000_000),
		Gas: Gas{
			MaxBatch:           200_000_000,
			TxByte:             1,
			AuthSignature:      1_000,
			AuthMultisigSigner: 1_000,
			Transfer:           1_000,
		},
		Limits: Limits{
			MaxTxSize:          256 << 10,
			MaxTxSigners:       4,
			MaxMultisigSigners: 8,
			MaxTxsPerRound:     1_000,
			MaxBatchBytes:      16 << 20,
			MaxNonceAhead:      64,
		},
		TEERoots: []hexutil.Bytes{},
		Balances: map[string]amount.Amount{},
	}
}

// New returns the document ready for use, or an error that names the field that is wrong.
func New(doc Document) (*Document, error) {
	if err := doc.validate(); err != nil {
		return nil, fmt.Errorf("genesis document: %w", err)
	}
	encoded, err := canonical.Marshal(&doc)
	if err != nil {
		return nil, fmt.Errorf("genesis document: %w", err)
	}
	doc.encoded = encoded
	h := sha3.NewLegacyKeccak256()
	h.Write(encoded)
	h.Sum(doc.digest[:0])
	return &doc, nil
}

// Parse reads a document. Order of fields and white space are free.
func Parse(data []byte) (*Document, error) {
	var doc Document
	if err := canonical.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("genesis document: %w", err)
	}
	return New(doc)
}

// Encode returns the document as canonical JSON. It must not be changed.
func (d *Document) Encode() []byte { return d.encoded }

// Digest is the keccak256 of the encoding. The chain records it in its state.
func (d *Document) Digest() [32]byte { return d.digest }

// Roots returns the attestation roots. They must not be changed.
func (d *Document) Roots() tee.Roots { return d.roots }

// Accounts returns the first balances in the order of addresses. It must not be changed.
func (d *Document) Accounts() []Account { return d.accounts }

func (d *Document) validate() error {
	if d.Version != Version {
		return fmt.Errorf("version is %d, this program knows %d", d.Version, Version)
	}
	if err := checkName("network", d.Network, maxNetworkLength); err != nil {
		return err
	}
	if err := checkName("token.symbol", d.Token.Symbol, maxSymbolLength); err != nil {
		return err
	}
	if d.Token.Decimals > maxDecimals {
		return fmt.Errorf("token.decimals is %d, at most %d", d.Token.Decimals, maxDecimals)
	}
	for _, field := range []struct {
		name        string
		value       uint64
		least, most uint64
	}{
		{"evmChainId", d.EVMChainID, 1, maxInteger},
		{"gas.maxBatch", d.Gas.MaxBatch, 1, maxInteger},
		{"gas.txByte", d.Gas.TxByte, 0, maxInteger},
		{"gas.storageByte", d.Gas.StorageByte, 0, maxInteger},
		{"gas.authSignature", d.Gas.AuthSignature, 0, maxInteger},
		{"gas.authMultisigSigner", d.Gas.AuthMultisigSigner, 0, maxInteger},
		{"gas.transfer", d.Gas.Transfer, 0, maxInteger},
		{"limits.maxTxSize", uint64(d.Limits.MaxTxSize), 1, 4 << 20},
		{"limits.maxTxSigners", uint64(d.Limits.MaxTxSigners), 1, 64},
		{"limits.maxMultisigSigners", uint64(d.Limits.MaxMultisigSigners), 0, 64},
		{"limits.maxTxsPerRound", uint64(d.Limits.MaxTxsPerRound), 1, 100_000},
		{"limits.maxBatchBytes", d.Limits.MaxBatchBytes, uint64(d.Limits.MaxTxSize), 64 << 20},
		{"limits.maxNonceAhead", d.Limits.MaxNonceAhead, 0, 100_000},
		{"the number of teeRoots", uint64(len(d.TEERoots)), 0, maxTEERoots},
		{"the number of balances", uint64(len(d.Balances)), 0, maxBalances},
	} {
		if field.value < field.least || field.value > field.most {
			return fmt.Errorf("%s is %d, not between %d and %d", field.name, field.value, field.least, field.most)
		}
	}
	if err := d.resolveRoots(); err != nil {
		return err
	}
	return d.resolveBalances()
}

// resolveRoots reads the attestation roots.
func (d *Document) resolveRoots() error {
	if d.TEERoots == nil {
		d.TEERoots = []hexutil.Bytes{}
	}
	d.roots = nil
	for i, der := range d.TEERoots {
		root, err := x509.ParseCertificate(der)
		if err != nil {
			return fmt.Errorf("teeRoots: certificate %d: %w", i, err)
		}
		if !root.IsCA {
			return fmt.Errorf("teeRoots: certificate %d, %.80q, may not sign others", i, root.Subject.CommonName)
		}
		if _, ok := d.roots.Find(root); ok {
			return fmt.Errorf("teeRoots: certificate %d, %.80q, is there twice", i, root.Subject.CommonName)
		}
		d.roots = append(d.roots, root)
	}
	return nil
}

// resolveBalances checks the balances and their sum, and orders them.
func (d *Document) resolveBalances() error {
	d.accounts = make([]Account, 0, len(d.Balances))
	names := make(map[types.Address]string, len(d.Balances))
	total := amount.Amount{}.Big()
	for name, balance := range d.Balances {
		address, err := parseAddress(name)
		if err != nil {
			return fmt.Errorf("balances: address %.64q: %w", name, err)
		}
		if other, ok := names[address]; ok {
			return fmt.Errorf("balances: %s and %s are the same account", min(name, other), max(name, other))
		}
		if balance.IsZero() {
			return fmt.Errorf("balances: %s holds nothing: leave it out", name)
		}
		names[address] = name
		total.Add(total, balance.Big())
		d.accounts = append(d.accounts, Account{Address: address, Balance: balance})
	}
	if _, err := amount.FromBig(total); err != nil {
		return fmt.Errorf("balances: their sum: %w", err)
	}
	slices.SortFunc(d.accounts, func(a, b Account) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	return nil
}

// parseAddress reads an address in its one form: Bech32, or lower-case hexadecimal.
func parseAddress(s string) (types.Address, error) {
	if rest, ok := strings.CutPrefix(s, "0x"); ok {
		raw, err := hex.DecodeString(rest)
		if err != nil || len(raw) != 20 || rest != strings.ToLower(rest) {
			return types.Address{}, errors.New("not 0x and 40 lower-case hexadecimal digits")
		}
		return types.NewAddressFromEth(raw), nil
	}
	var address types.Address
	if err := address.UnmarshalText([]byte(s)); err != nil {
		return types.Address{}, fmt.Errorf("neither an Ethereum (0x...) nor an Oasis (oasis1...) address: %w", err)
	}
	if address.String() != s {
		return types.Address{}, errors.New("write it in lower case")
	}
	return address, nil
}

func checkName(field, name string, longest int) error {
	if name == "" || len(name) > longest {
		return fmt.Errorf("%s %.80q is not between 1 and %d characters", field, name, longest)
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '.' && r != '_' {
			return fmt.Errorf("%s %q has other characters than letters, digits, '-', '.' and '_'", field, name)
		}
	}
	return nil
}
