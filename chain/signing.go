package chain

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"fmt"

	ethcommon "github.com/ethereum/go-ethereum/common"
	ethcrypto "github.com/ethereum/go-ethereum/crypto"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	memory "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature"
	sdked25519 "github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/ed25519"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/secp256k1"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// Signer is a key that signs SDK transactions.
type Signer struct {
	signer signature.Signer
	spec   types.SignatureAddressSpec
}

// Ed25519 signs with an Ed25519 key. Its account has the address that the same key has in the consensus layer.
func Ed25519(key ed25519.PrivateKey) (*Signer, error) {
	if len(key) != ed25519.PrivateKeySize {
		return nil, fmt.Errorf("an Ed25519 key has %d bytes, this has %d", ed25519.PrivateKeySize, len(key))
	}
	signer := sdked25519.WrapSigner(memory.NewFromRuntime(key))
	public, ok := signer.Public().(sdked25519.PublicKey)
	if !ok {
		return nil, fmt.Errorf("an Ed25519 signer has a public key of type %T", signer.Public())
	}
	return &Signer{signer: signer, spec: types.NewSignatureAddressSpecEd25519(public)}, nil
}

// Secp256k1 signs with an Ethereum key. Its account is the one that the key has in the EVM.
func Secp256k1(key *ecdsa.PrivateKey) (*Signer, error) {
	signer := secp256k1.NewSigner(ethcrypto.FromECDSA(key))
	public, ok := signer.Public().(secp256k1.PublicKey)
	if !ok {
		return nil, fmt.Errorf("a secp256k1 signer has a public key of type %T", signer.Public())
	}
	return &Signer{signer: signer, spec: types.NewSignatureAddressSpecSecp256k1Eth(public)}, nil
}

// Address is the signer's account.
func (s *Signer) Address() types.Address { return types.NewAddress(s.spec) }

// Spec is how a transaction names the signer.
func (s *Signer) Spec() types.SignatureAddressSpec { return s.spec }

// AddressOf is the account of an Ethereum address.
func AddressOf(address ethcommon.Address) types.Address { return types.NewAddressFromEth(address[:]) }

// Sign signs a transaction with one signature and returns it encoded for Submit. It fills in the signer, and the nonce
// that the account has now.
func (c *Client) Sign(ctx context.Context, tx *types.Transaction, signer *Signer) ([]byte, error) {
	nonce, err := c.Accounts().Nonce(ctx, RoundLatest, signer.Address())
	if err != nil {
		return nil, c.wrap(ctx, fmt.Sprintf("asking for the nonce of %s", signer.Address()), err)
	}
	return c.SignWithNonce(tx, signer, nonce)
}

// SignWithNonce signs a transaction with one signature and a nonce that the caller keeps count of.
func (c *Client) SignWithNonce(tx *types.Transaction, signer *Signer, nonce uint64) ([]byte, error) {
	signed := *tx
	signed.AuthInfo.SignerInfo = nil
	signed.AppendAuthSignature(signer.spec, nonce)
	preparing := signed.PrepareForSigning()
	if err := preparing.AppendSign(c.SignatureContext(), signer.signer); err != nil {
		return nil, fmt.Errorf("signing a transaction of %s: %w", signer.Address(), err)
	}
	return cbor.Marshal(preparing.UnverifiedTransaction()), nil
}
