// Package cometbft has what a light client checks of CometBFT blocks on Oasis networks: the hash of a header and of a
// validator set, the bytes that validators sign, and the rules by which a later block follows from a trusted one.
//
// It follows CometBFT 0.37: spec/core/data_structures.md for the structures and their hashes, spec/core/encoding.md for
// the bytes signed, and spec/light-client/verification for the rules. CometBFT's own packages are the oracle of the
// tests; they are not imported, since package types needs gRPC and package light needs JSON-RPC.
//
// The package does no input or output and reads no clock.
package cometbft

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/assent-network/assent/protocol/oasis"
)

// Sizes, in bytes.
const (
	// HashSize is the size of a hash.
	HashSize = sha256.Size
	// KeySize is the size of a validator's Ed25519 key.
	KeySize = 32
	// SignatureSize is the size of a signature.
	SignatureSize = 64
	// AddressSize is the size of a validator's address.
	AddressSize = 20
	// MaxChainID is the largest size of a chain's name.
	MaxChainID = 50
)

const (
	// BlockProtocol is the one version of block structures that is read.
	BlockProtocol = 11
	// MaxPower is the largest voting power of a validator set.
	MaxPower = int64(math.MaxInt64) / 8
)

// signatureContext separates what validators sign from everything else that Oasis nodes sign.
const signatureContext = "oasis-core/tendermint"

// Header is the header of a block. Hashes are empty or have HashSize bytes, save for App, which the application
// chooses.
type Header struct {
	BlockVersion, AppVersion uint64
	ChainID                  string
	Height                   int64
	Time                     time.Time
	LastBlock                BlockID
	LastCommit               []byte
	Data                     []byte
	Validators               []byte
	NextValidators           []byte
	Consensus                []byte
	App                      []byte
	LastResults              []byte
	Evidence                 []byte
	Proposer                 []byte // address
}

// BlockID names a block by the hash of its header and by the parts in which it was sent.
type BlockID struct {
	Hash  []byte
	Total uint32 // number of parts
	Parts []byte // root of the tree over them
}

// IsZero reports whether no block is named.
func (id *BlockID) IsZero() bool { return len(id.Hash) == 0 && id.Total == 0 && len(id.Parts) == 0 }

func (id *BlockID) validate() error {
	if err := validateHash("hash", id.Hash); err != nil {
		return err
	}
	return validateHash("hash of the parts", id.Parts)
}

// Validate reports what makes a header invalid by itself.
func (h *Header) Validate() error {
	if h.BlockVersion != BlockProtocol {
		return fmt.Errorf("block protocol %d, want %d", h.BlockVersion, BlockProtocol)
	}
	if len(h.ChainID) > MaxChainID {
		return fmt.Errorf("chain id of %d bytes, want at most %d", len(h.ChainID), MaxChainID)
	}
	if h.Height < 1 {
		return errors.New("height is not positive")
	}
	if err := h.LastBlock.validate(); err != nil {
		return fmt.Errorf("last block id: %w", err)
	}
	if len(h.Proposer) != AddressSize {
		return fmt.Errorf("proposer's address of %d bytes, want %d", len(h.Proposer), AddressSize)
	}
	for _, f := range []struct {
		name string
		hash []byte
	}{
		{"last commit", h.LastCommit}, {"data", h.Data}, {"validators", h.Validators},
		{"next validators", h.NextValidators}, {"consensus parameters", h.Consensus},
		{"last results", h.LastResults}, {"evidence", h.Evidence},
	} {
		if err := validateHash("hash of "+f.name, f.hash); err != nil {
			return err
		}
	}
	return nil
}

func validateHash(name string, hash []byte) error {
	if n := len(hash); n != 0 && n != HashSize {
		return fmt.Errorf("%s has %d bytes, want %d or none", name, n, HashSize)
	}
	return nil
}

// Validator is one validator of a block.
type Validator struct {
	Key   [KeySize]byte
	Power int64
}

// Validators are the validators of a block in their order.
type Validators []Validator

// Validate reports what makes a set invalid: none, one twice, or powers out of range.
func (vs Validators) Validate() error {
	if len(vs) == 0 {
		return errors.New("there is no validator")
	}
	seen := make(map[[KeySize]byte]struct{}, len(vs))
	var total int64
	for i, v := range vs {
		if _, ok := seen[v.Key]; ok {
			return fmt.Errorf("validator %d is listed twice", i)
		}
		seen[v.Key] = struct{}{}
		if v.Power < 1 || v.Power > MaxPower-total {
			return fmt.Errorf("voting power %d of validator %d is out of range", v.Power, i)
		}
		total += v.Power
	}
	return nil
}

// Power returns the voting power of all.
func (vs Validators) Power() (total int64) {
	for _, v := range vs {
		total += v.Power
	}
	return total
}

// Commit is the signatures over a block. A validator that did not vote for the block has none.
type Commit struct {
	Round      int32
	Block      BlockID
	Signatures []*Signature // in the order of the validators; nil for none
}

// Signature is a validator's vote for a block.
type Signature struct {
	Time  time.Time // when the validator voted, by its own clock
	Bytes [SignatureSize]byte
}

// Block is a header with the validators of its height and their signatures.
type Block struct {
	Header     Header
	Commit     Commit
	Validators Validators
}

// Validate reports what makes a block invalid by itself. It verifies no signature; Block.VerifySignatures does.
func (b *Block) Validate() error {
	if err := b.Header.Validate(); err != nil {
		return fmt.Errorf("header: %w", err)
	}
	if err := b.Validators.Validate(); err != nil {
		return err
	}
	if string(b.Header.Validators) != string(b.Validators.Hash()) {
		return errors.New("the validators are not those of the header")
	}
	if b.Commit.Round < 0 {
		return errors.New("commit round is negative")
	}
	if err := b.Commit.Block.validate(); err != nil {
		return fmt.Errorf("block id of the commit: %w", err)
	}
	if string(b.Commit.Block.Hash) != string(b.Header.Hash()) {
		return errors.New("the commit is for another header")
	}
	if len(b.Commit.Signatures) != len(b.Validators) {
		return fmt.Errorf("%d signatures for %d validators", len(b.Commit.Signatures), len(b.Validators))
	}
	return nil
}

// verifies reports whether a signature of the commit holds. The validator has to have signed.
func (b *Block) verifies(validator int) bool {
	s := b.Commit.Signatures[validator]
	return oasis.PublicKey(b.Validators[validator].Key).Verify(signatureContext, b.signBytes(s.Time), s.Bytes)
}
