package handover

import (
	"crypto/ecdh"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/trustroot"
)

// label tells this use of a REK from all others.
const label = "assent/broker hand-over v1"

// The EIP-712 types behind the envelope's context and the predecessor's signature. Both are hashed without a domain,
// since the first names chain and runtime itself.
const (
	exchangeType = "BrokerHandOver(uint64 chainId,bytes32 runtime,bytes32 trustRoot,address account,address " +
		"enclave,bytes32 rek,bytes32 nonce,bytes32 evidence,bytes32[] datasets,bool wantsAccount)"
	signedType = "BrokerEstate(bytes32 handOver,bytes32 wrapped)"
)

// HashOf names a trust root file by what it says.
func HashOf(r trustroot.TrustRoot) (common.Hash, error) {
	b, err := r.Marshal()
	if err != nil {
		return common.Hash{}, fmt.Errorf("hashing the trust root: %w", err)
	}
	return crypto.Keccak256Hash(b), nil
}

// exchange is one hand-over: the network, the challenge, both parties, the evidence and what was asked for. The
// envelope opens only where all of it is the same.
type exchange struct {
	chainID            uint64
	runtime, trustRoot common.Hash
	account            common.Address // the predecessor's
	nonce              common.Hash
	request            Request
}

func (x *exchange) hash() common.Hash {
	datasets := make([]eip712.Word, len(x.request.Datasets))
	for i, d := range x.request.Datasets {
		datasets[i] = eip712.Bytes32(d)
	}
	return eip712.HashStruct(exchangeType, eip712.Uint(x.chainID), eip712.Bytes32(x.runtime),
		eip712.Bytes32(x.trustRoot),
		eip712.Address(x.account), eip712.Address(x.request.Enclave), eip712.Bytes32(x.request.REK),
		eip712.Bytes32(x.nonce),
		eip712.Bytes32(crypto.Keccak256Hash(x.request.Evidence)), eip712.Array(datasets...), eip712.Bool(
			x.request.WantsAccount))
}

func (x *exchange) digest(wrapped []byte) common.Hash {
	return eip712.HashStruct(signedType, eip712.Bytes32(x.hash()), eip712.Bytes32(crypto.Keccak256Hash(wrapped)))
}

// seal encrypts an estate to the successor and signs it as the predecessor.
func (x *exchange) seal(e *Estate, key *ecdsa.PrivateKey) (*Response, error) {
	plain, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encoding what is handed over: %w", err)
	}
	context := x.hash()
	to, err := sealed.X25519Key(x.request.REK)
	if err != nil {
		return nil, fmt.Errorf("wrapping what is handed over to %s: %w", x.request.Enclave, err)
	}
	wrapped, err := sealed.Seal(label, to, context[:], plain)
	if err != nil {
		return nil, fmt.Errorf("wrapping what is handed over to %s: %w", x.request.Enclave, err)
	}
	signed, err := signature.Sign(x.digest(wrapped), key)
	if err != nil {
		return nil, fmt.Errorf("signing what is handed over to %s: %w", x.request.Enclave, err)
	}
	return &Response{Wrapped: wrapped, Signature: signed}, nil
}

// ErrSignature comes when an answer was not made by the holder of the broker's account. Ask the predecessor itself.
var ErrSignature = errors.New("the hand-over is not signed by the broker's account")

// open checks who made a response and opens it.
func (x *exchange) open(r Response, rek *ecdh.PrivateKey) (*Estate, error) {
	if err := r.Signature.Verify(x.digest(r.Wrapped), x.account); err != nil {
		return nil, fmt.Errorf("%w %s: %w", ErrSignature, x.account, err)
	}
	context := x.hash()
	key, err := sealed.X25519PrivateKey(rek)
	if err != nil {
		return nil, fmt.Errorf("opening what was handed over: %w", err)
	}
	plain, err := sealed.Open(label, key, context[:], r.Wrapped)
	if err != nil {
		return nil, fmt.Errorf("opening what was handed over: %w", err)
	}
	return ParseEstate(plain)
}
