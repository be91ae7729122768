package evm

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
)

// Contracts that were written for Sapphire, Oasis' confidential EVM, call precompiled contracts that are not here. A
// call of an address without code succeeds, so that a contract which asks for random bytes would go on with none. These
// addresses therefore revert and say why.

// confidential and other are the reasons.
const (
	confidential = " is not available: this runtime has no confidential state"
	other        = " is not available: this runtime has no precompiled contracts of Sapphire"
)

// sapphireReasons are Sapphire's precompiled contracts: the last two bytes of their addresses, and why a call of them
// reverts.
var sapphireReasons = map[uint16]string{
	0x0001: "randomBytes" + confidential,
	0x0002: "deriveKey" + confidential,
	0x0003: "encrypt" + confidential,
	0x0004: "decrypt" + confidential,
	0x0005: "generateSigningKeyPair" + confidential,
	0x0006: "sign" + confidential,
	0x0007: "verify" + confidential,
	0x0008: "generateCurve25519KeyPair" + confidential,
	0x0009: "gasUsed" + confidential,
	0x000a: "padGas" + confidential,
	0x0101: "sha512_256" + other,
	0x0102: "sha512" + other,
	0x0103: "subcall" + other,
	0x0104: "sha384" + other,
}

// sapphirePrecompiles returns the contracts by address.
func sapphirePrecompiles() vm.PrecompiledContracts {
	out := make(vm.PrecompiledContracts, len(sapphireReasons))
	for number, reason := range sapphireReasons {
		address := common.Address{0: 0x01}
		binary.BigEndian.PutUint16(address[18:], number)
		out[address] = refusingContract{revertReason("assent: Sapphire's " + reason)}
	}
	return out
}

// refusingContract reverts with its data.
type refusingContract struct{ data []byte }

// RequiredGas implements vm.PrecompiledContract.
func (refusingContract) RequiredGas([]byte) uint64 { return 0 }

// Run implements vm.PrecompiledContract.
func (c refusingContract) Run([]byte) ([]byte, error) { return c.data, vm.ErrExecutionReverted }

// Name implements vm.PrecompiledContract.
func (refusingContract) Name() string { return "SAPPHIRE" }

// revertReason is what Solidity's revert(reason) reverts with: Error(string).
func revertReason(reason string) []byte {
	data := []byte{0x08, 0xc3, 0x79, 0xa0}
	data = append(data, common.LeftPadBytes([]byte{32}, 32)...)
	data = append(data, common.LeftPadBytes(binary.BigEndian.AppendUint64(nil, uint64(len(reason))), 32)...)
	data = append(data, reason...)
	return append(data, make([]byte, (32-len(reason)%32)%32)...)
}

// EnvelopeError is the outcome of a message whose data is what Sapphire's clients send in the place of a call:
// encrypted, or signed to be read by the contract alone. A contract here would take it for a call of an unknown
// function, and a fallback function would run. Nil means that the data is something else.
func EnvelopeError(data []byte) *RevertError {
	switch {
	case !startsLikeEnvelope(data):
		return nil
	case isEncryptedCall(data):
		return &RevertError{Data: revertReason(
			"assent: encrypted calls are not available: this runtime has no confidential state")}
	case isSignedCall(data):
		return &RevertError{Data: revertReason(
			"assent: signed queries are not available: this runtime has no confidential state")}
	}
	return nil
}

// startsLikeEnvelope tells almost all calls from envelopes by their first two bytes: a CBOR map of two or three, whose
// first key is a short word.
func startsLikeEnvelope(data []byte) bool {
	return len(data) > 32 && (data[0] == 0xa2 || data[0] == 0xa3) && data[1] >= 0x62 && data[1] <= 0x69
}

// isEncryptedCall recognises {format: 1, body: {pk, nonce, data, ...}}.
func isEncryptedCall(data []byte) bool {
	var call struct {
		Format uint8 `json:"format"`
		Body   struct {
			PublicKey []byte `json:"pk"`
			Nonce     []byte `json:"nonce"`
			Data      []byte `json:"data"`
		} `json:"body"`
	}
	return cbor.UnmarshalRPC(data, &call) == nil && call.Format != 0 && len(call.Body.PublicKey) == 32
}

// isSignedCall recognises {data, leash, signature}.
func isSignedCall(data []byte) bool {
	var call struct {
		Data      cbor.RawMessage `json:"data"`
		Leash     cbor.RawMessage `json:"leash"`
		Signature []byte          `json:"signature"`
	}
	return cbor.UnmarshalRPC(data, &call) == nil && len(call.Data) > 0 && len(call.Leash) > 0 &&
		len(call.Signature) == 65
}
