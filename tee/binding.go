package tee

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/eip712"
)

// BindingType is the EIP-712 type that the first half of report data is a hash of. It is hashed without a domain, since
// it names chain and runtime itself.
const BindingType = "EnclaveBinding(uint64 chainId,bytes32 runtime,address operator,address enclave,bytes32 " +
	"rek,uint64 round,bytes32 blockHash)"

// Binding is what a worker's quote vouches for: these keys live in the measured program, it serves this network and
// this operator, and it started no earlier than the block named.
type Binding struct {
	ChainID   uint64         `json:"chainId"` // of the EVM
	Runtime   common.Hash    `json:"runtime"` // runtime ID
	Operator  common.Address `json:"operator"`
	Enclave   common.Address `json:"enclave"` // address of the signing key
	REK       common.Hash    `json:"rek"`     // X25519 public key
	Round     uint64         `json:"round,string"`
	BlockHash common.Hash    `json:"blockHash"` // of that round, so that the quote is no older
}

// Hash is the EIP-712 struct hash of the binding.
func (b Binding) Hash() common.Hash {
	return eip712.HashStruct(BindingType, eip712.Uint(b.ChainID), eip712.Bytes32(b.Runtime), eip712.Address(b.Operator),
		eip712.Address(b.Enclave), eip712.Bytes32(b.REK), eip712.Uint(b.Round), eip712.Bytes32(b.BlockHash))
}

// ReportData is the binding's hash followed by a nonce: the challenge of the party that asks, or zero for a
// registration.
func (b Binding) ReportData(nonce [32]byte) ReportData {
	var d ReportData
	h := b.Hash()
	copy(d[:32], h[:])
	copy(d[32:], nonce[:])
	return d
}

// MaxQuoteSize is the largest quote that evidence carries.
const MaxQuoteSize = 16 << 10

const evidenceDomain = "assent.evidence.v1"

// Evidence is a quote with what is needed to recompute its report data. Its bytes are what a worker registers; receipts
// name their keccak256 as "quote".
type Evidence struct {
	Platform  Platform
	Round     uint64
	BlockHash common.Hash
	Nonce     [32]byte
	Quote     []byte
}

// ErrEvidence is wrapped by the errors of ParseEvidence.
var ErrEvidence = errors.New("tee: malformed evidence")

// Marshal returns the evidence's bytes: domain, platform, round (8), block hash (32), nonce (32), length of the quote
// (4) and the quote, big endian.
func (e Evidence) Marshal() ([]byte, error) {
	if err := e.Platform.Validate(); err != nil {
		return nil, err
	}
	if len(e.Quote) == 0 || len(e.Quote) > MaxQuoteSize {
		return nil, fmt.Errorf("tee: a quote of %d bytes cannot be evidence, at most %d", len(e.Quote), MaxQuoteSize)
	}
	b := append([]byte(evidenceDomain), byte(e.Platform))
	b = binary.BigEndian.AppendUint64(b, e.Round)
	b = append(b, e.BlockHash[:]...)
	b = append(b, e.Nonce[:]...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(e.Quote)))
	return append(b, e.Quote...), nil
}

// PlatformOf peeks at the platform that evidence says it is of, without reading the rest; zero when there is none.
func PlatformOf(evidence []byte) Platform {
	if len(evidence) <= len(evidenceDomain) || string(evidence[:len(evidenceDomain)]) != evidenceDomain {
		return 0
	}
	return Platform(evidence[len(evidenceDomain)])
}

// ParseEvidence reads what Marshal writes and nothing else.
func ParseEvidence(b []byte) (Evidence, error) {
	const head = len(evidenceDomain) + 1 + 8 + 32 + 32 + 4
	if len(b) < head || string(b[:len(evidenceDomain)]) != evidenceDomain {
		return Evidence{}, fmt.Errorf("%w: %d bytes without the domain %q", ErrEvidence, len(b), evidenceDomain)
	}
	r := b[len(evidenceDomain):]
	e := Evidence{Platform: Platform(r[0]), Round: binary.BigEndian.Uint64(r[1:9]),
		BlockHash: common.Hash(r[9:41]), Nonce: [32]byte(r[41:73])}
	size := binary.BigEndian.Uint32(r[73:77])
	r = r[77:]
	if err := e.Platform.Validate(); err != nil {
		return Evidence{}, fmt.Errorf("%w: %w", ErrEvidence, err)
	}
	if size == 0 || size > MaxQuoteSize || uint64(size) != uint64(len(r)) {
		return Evidence{}, fmt.Errorf("%w: quote length %d, %d bytes follow, at most %d", ErrEvidence, size, len(r),
			MaxQuoteSize)
	}
	e.Quote = append([]byte(nil), r...)
	return e, nil
}

// Binding completes the evidence's part of a binding with what the registration and the network say.
func (e Evidence) Binding(chainID uint64, runtime common.Hash, operator, enclave common.Address,
	rek common.Hash) Binding {
	return Binding{ChainID: chainID, Runtime: runtime, Operator: operator, Enclave: enclave, REK: rek, Round: e.Round,
		BlockHash: e.BlockHash}
}
