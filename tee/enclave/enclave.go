// Package enclave holds the two keys that a worker makes when it starts and never writes anywhere: the signing key
// (secp256k1) for receipts, and the REK (X25519) to which brokers wrap dataset keys. A quote binds both.
package enclave

import (
	"context"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/tee"
)

// Keys are an enclave's keys. They have no encoding on purpose.
type Keys struct {
	signing *ecdsa.PrivateKey
	rek     *ecdh.PrivateKey
}

// Generate makes keys from 64 bytes of randomness.
func Generate(random io.Reader) (*Keys, error) {
	var seed [64]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return nil, fmt.Errorf("enclave: read randomness: %w", err)
	}
	k := &Keys{}
	for i := 0; ; i++ {
		b, err := hkdf.Key(sha256.New, seed[:32], nil, fmt.Sprintf("assent.enclave.signing.v1/%d", i), 32)
		if err != nil {
			return nil, fmt.Errorf("enclave: derive signing key: %w", err)
		}
		if k.signing, err = crypto.ToECDSA(b); err == nil {
			break // all but a few of 2^256 values are keys
		}
	}
	b, err := hkdf.Key(sha256.New, seed[32:], nil, "assent.enclave.rek.v1", 32)
	if err != nil {
		return nil, fmt.Errorf("enclave: derive encryption key: %w", err)
	}
	if k.rek, err = ecdh.X25519().NewPrivateKey(b); err != nil {
		return nil, fmt.Errorf("enclave: derive encryption key: %w", err)
	}
	return k, nil
}

// Signing is the key that signs receipts and registrations.
func (k *Keys) Signing() *ecdsa.PrivateKey { return k.signing }

// Address is the signing key's address, by which the network knows the enclave.
func (k *Keys) Address() common.Address { return crypto.PubkeyToAddress(k.signing.PublicKey) }

// Decryption is the private REK.
func (k *Keys) Decryption() *ecdh.PrivateKey { return k.rek }

// REK is the X25519 public key.
func (k *Keys) REK() common.Hash { return common.Hash(k.rek.PublicKey().Bytes()) }

// Network is what a worker serves, and the recent block that dates its quote.
type Network struct {
	ChainID   uint64
	Runtime   common.Hash
	Operator  common.Address
	Round     uint64
	BlockHash common.Hash
}

// Binding is what a quote of these keys binds.
func (k *Keys) Binding(n Network) tee.Binding {
	return tee.Binding{ChainID: n.ChainID, Runtime: n.Runtime, Operator: n.Operator, Enclave: k.Address(), REK: k.REK(),
		Round: n.Round, BlockHash: n.BlockHash}
}

// Attest gets a quote that binds the keys to the network and to a nonce: the challenge of the party that asks, or zero
// for a registration.
func (k *Keys) Attest(ctx context.Context, issuer tee.Issuer, n Network, nonce [32]byte) (tee.Evidence, error) {
	quote, err := issuer.Issue(ctx, k.Binding(n).ReportData(nonce))
	if err != nil {
		return tee.Evidence{}, fmt.Errorf("enclave: attest %s at round %d: %w", k.Address(), n.Round, err)
	}
	return tee.Evidence{Platform: issuer.Platform(), Round: n.Round, BlockHash: n.BlockHash, Nonce: nonce,
		Quote: quote}, nil
}
