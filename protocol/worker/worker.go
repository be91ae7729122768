// Package worker is a worker's registration: the keys, measurement and attestation root that its operator puts on
// record, signed by the enclave's key so that no one else can register an enclave that is not theirs.
package worker

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/signature"
)

// Type is the EIP-712 type of a registration.
const Type = "Registration(address enclave,address operator,bytes32 rek,bytes32 measurement,bytes32 trustRoot,uint8 " +
	"platform,uint64 expiry,bytes32 quote,uint64 nonce)"

// Registration is what an enclave signs for its operator.
type Registration struct {
	Enclave     common.Address `json:"enclave"` // address of the signing key
	Operator    common.Address `json:"operator"`
	REK         common.Hash    `json:"rek"` // X25519 public key
	Measurement common.Hash    `json:"measurement"`
	TrustRoot   common.Hash    `json:"trustRoot"`     // RootID of the attestation root
	Platform    uint8          `json:"platform"`      // a tee.Platform
	Expiry      uint64         `json:"expiry,string"` // Unix seconds, last second that it is valid
	Quote       common.Hash    `json:"quote"`         // keccak256 of the evidence
	Nonce       uint64         `json:"nonce,string"`  // 0 to register, then the number of the renewal
}

// Signed is a registration with the enclave's signature.
type Signed struct {
	Registration `json:"registration"`
	Signature    signature.Signature `json:"signature"`
}

// StructHash is the EIP-712 hash of the registration.
func (r Registration) StructHash() common.Hash {
	return eip712.HashStruct(Type, eip712.Address(r.Enclave), eip712.Address(r.Operator), eip712.Bytes32(r.REK),
		eip712.Bytes32(r.Measurement), eip712.Bytes32(r.TrustRoot), eip712.Uint(r.Platform), eip712.Uint(r.Expiry),
		eip712.Bytes32(r.Quote), eip712.Uint(r.Nonce))
}

// Digest is what the enclave signs; the domain's contract is the WorkerRegistry.
func (r Registration) Digest(d eip712.Domain) common.Hash { return d.Digest(r.StructHash()) }

// Sign signs with the enclave's key, which must be the one the registration names.
func (r Registration) Sign(d eip712.Domain, key *ecdsa.PrivateKey) (Signed, error) {
	sig, err := signature.Sign(r.Digest(d), key)
	if err != nil {
		return Signed{}, fmt.Errorf("worker: sign registration of %s: %w", signature.Hex(r.Enclave), err)
	}
	s := Signed{Registration: r, Signature: sig}
	return s, s.Verify(d)
}

// Verify checks that the enclave named in the registration signed it.
func (s Signed) Verify(d eip712.Domain) error {
	if err := s.Signature.Verify(s.Digest(d), s.Enclave); err != nil {
		return fmt.Errorf("worker: verify registration of %s: %w", signature.Hex(s.Enclave), err)
	}
	return nil
}
