package proof

import (
	"bytes"
	"fmt"
	"math"
	"time"
	"unicode/utf8"

	"github.com/assent-network/assent/protocol/cometbft"
	"github.com/assent-network/assent/protocol/oasis"
)

// Limits of a light block. Real networks stay far below them.
const (
	// MaxLightBlockSize is the largest encoding of a light block in bytes.
	MaxLightBlockSize = 1 << 20
	// MaxValidators is the largest number of validators of a light block.
	MaxValidators = 1024
)

// maxUnixSeconds is the last second that protobuf timestamps can hold.
const maxUnixSeconds = 253402300799

// LightBlock is a CometBFT header with the validators of its height and their signatures over it. It is valid by
// itself, but no signature is verified; VerifyRoot and VerifyNext do that. It is immutable.
type LightBlock struct {
	block cometbft.Block
}

// NewLightBlock makes a light block of a header, its commit and its validators. What follows from other fields is set:
// the hash of the validators in the header, and the header's hash in the commit. It fails when the block cannot be
// valid, or is larger than this package reads.
func NewLightBlock(h cometbft.Header, c cometbft.Commit, vs cometbft.Validators) (*LightBlock, error) {
	b := &LightBlock{block: cometbft.Block{Header: h, Commit: c, Validators: vs}}
	b.block.Header.Validators = vs.Hash()
	b.block.Commit.Block.Hash = b.block.Header.Hash()
	if err := b.validate(); err != nil {
		return nil, failf(CheckEncoding, "light block at height %d: %w", h.Height, err)
	}
	return b, nil
}

func (b *LightBlock) validate() error {
	h, c := &b.block.Header, &b.block.Commit
	if n := len(b.block.Validators); n > MaxValidators {
		return fmt.Errorf("%d validators, want at most %d", n, MaxValidators)
	}
	if !utf8.ValidString(h.ChainID) {
		return fmt.Errorf("chain id %q is not UTF-8", h.ChainID)
	}
	if len(h.App) != oasis.HashSize {
		return fmt.Errorf("app hash of %d bytes, want %d", len(h.App), oasis.HashSize)
	}
	if err := validateTime(h.Time); err != nil {
		return fmt.Errorf("header time: %w", err)
	}
	for i, s := range c.Signatures {
		if s == nil {
			continue
		}
		if err := validateTime(s.Time); err != nil {
			return fmt.Errorf("time of signature %d: %w", i, err)
		}
	}
	return b.block.Validate()
}

// Height returns the height that the block claims.
func (b *LightBlock) Height() int64 { return b.block.Header.Height }

// Time returns the consensus time that the block claims.
func (b *LightBlock) Time() time.Time { return b.block.Header.Time }

// Hash returns the hash of the header.
func (b *LightBlock) Hash() oasis.Hash { return oasis.Hash(b.block.Commit.Block.Hash) }

// UnverifiedStateRoot returns the root of the consensus state after the block before this one, as the header has it. It
// is for those who look for something to verify, not for those who rely on it.
func (b *LightBlock) UnverifiedStateRoot() oasis.Hash { return oasis.Hash(b.block.Header.App) }

// The canonical encoding holds no byte that the signatures or the trust root do not cover: what follows from other
// fields (validator addresses, the validators' hash, the commit's height and block hash) and what no one signs
// (proposer priorities) is left out, votes for no block count as absent.
type (
	wireLightBlock struct {
		_          struct{} `cbor:",toarray"`
		Header     wireHeader
		Commit     wireCommit
		Validators []wireValidator
	}
	wireHeader struct {
		_              struct{} `cbor:",toarray"`
		BlockVersion   uint64
		AppVersion     uint64
		ChainID        string
		Height         int64
		Time           wireTime
		LastBlock      *wireBlockID
		LastCommit     []byte
		Data           []byte
		NextValidators []byte
		Consensus      []byte
		App            []byte
		LastResults    []byte
		Evidence       []byte
		Proposer       []byte
	}
	wireTime struct {
		_       struct{} `cbor:",toarray"`
		Seconds int64
		Nanos   int32
	}
	wireBlockID struct {
		_     struct{} `cbor:",toarray"`
		Hash  []byte
		Total uint32
		Parts []byte
	}
	wireCommit struct {
		_          struct{} `cbor:",toarray"`
		Round      int32
		Total      uint32
		Parts      []byte
		Signatures []*wireSignature
	}
	wireSignature struct {
		_         struct{} `cbor:",toarray"`
		Time      wireTime
		Signature []byte
	}
	wireValidator struct {
		_     struct{} `cbor:",toarray"`
		Key   []byte
		Power int64
	}
)

// DecodeLightBlock decodes the canonical encoding and refuses any other.
func DecodeLightBlock(data []byte) (*LightBlock, error) {
	if len(data) > MaxLightBlockSize {
		return nil, failf(CheckEncoding, "light block of %d bytes, the most is %d", len(data), MaxLightBlockSize)
	}
	if len(data) == 0 {
		return nil, failf(CheckEncoding, "light block is empty")
	}
	var w wireLightBlock
	if err := oasis.UnmarshalCBOR(data, &w); err != nil {
		return nil, failf(CheckEncoding, "decoding light block: %w", err)
	}
	b, err := w.lightBlock()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(b.Encode(), data) {
		return nil, failf(CheckEncoding, "light block at height %d is not in canonical encoding", w.Header.Height)
	}
	return b, nil
}

// Encode returns the canonical encoding.
func (b *LightBlock) Encode() []byte {
	h, c := &b.block.Header, &b.block.Commit
	w := wireLightBlock{
		Header: wireHeader{
			BlockVersion:   h.BlockVersion,
			AppVersion:     h.AppVersion,
			ChainID:        h.ChainID,
			Height:         h.Height,
			Time:           encodeTime(h.Time),
			LastCommit:     nonNil(h.LastCommit),
			Data:           nonNil(h.Data),
			NextValidators: nonNil(h.NextValidators),
			Consensus:      nonNil(h.Consensus),
			App:            nonNil(h.App),
			LastResults:    nonNil(h.LastResults),
			Evidence:       nonNil(h.Evidence),
			Proposer:       nonNil(h.Proposer),
		},
		Commit: wireCommit{
			Round:      c.Round,
			Total:      c.Block.Total,
			Parts:      nonNil(c.Block.Parts),
			Signatures: make([]*wireSignature, len(c.Signatures)),
		},
		Validators: make([]wireValidator, len(b.block.Validators)),
	}
	if last := &h.LastBlock; !last.IsZero() {
		w.Header.LastBlock = &wireBlockID{Hash: nonNil(last.Hash), Total: last.Total, Parts: nonNil(last.Parts)}
	}
	for i, s := range c.Signatures {
		if s != nil {
			w.Commit.Signatures[i] = &wireSignature{Time: encodeTime(s.Time), Signature: s.Bytes[:]}
		}
	}
	for i := range b.block.Validators {
		v := &b.block.Validators[i]
		w.Validators[i] = wireValidator{Key: v.Key[:], Power: v.Power}
	}
	return oasis.MarshalCBOR(&w)
}

// lightBlock makes the block that the encoding says.
func (w *wireLightBlock) lightBlock() (*LightBlock, error) {
	h, c := &w.Header, &w.Commit
	fail := func(format string, args ...any) error {
		return failf(CheckEncoding, "light block at height %d: %w", h.Height, fmt.Errorf(format, args...))
	}
	header := cometbft.Header{
		BlockVersion: h.BlockVersion, AppVersion: h.AppVersion, ChainID: h.ChainID, Height: h.Height,
		Time: h.Time.time(), LastCommit: h.LastCommit, Data: h.Data, NextValidators: h.NextValidators,
		Consensus: h.Consensus, App: h.App, LastResults: h.LastResults, Evidence: h.Evidence, Proposer: h.Proposer,
	}
	if last := h.LastBlock; last != nil {
		header.LastBlock = cometbft.BlockID{Hash: last.Hash, Total: last.Total, Parts: last.Parts}
		if header.LastBlock.IsZero() {
			return nil, fail("last block id is present but empty")
		}
	}
	commit := cometbft.Commit{
		Round: c.Round, Block: cometbft.BlockID{Total: c.Total, Parts: c.Parts},
		Signatures: make([]*cometbft.Signature, len(c.Signatures)),
	}
	for i, s := range c.Signatures {
		if s == nil {
			continue
		}
		if len(s.Signature) != cometbft.SignatureSize {
			return nil, fail("signature %d of %d bytes, want %d", i, len(s.Signature), cometbft.SignatureSize)
		}
		commit.Signatures[i] = &cometbft.Signature{Time: s.Time.time(),
			Bytes: [cometbft.SignatureSize]byte(s.Signature)}
	}
	validators := make(cometbft.Validators, len(w.Validators))
	for i, v := range w.Validators {
		if len(v.Key) != cometbft.KeySize {
			return nil, fail("key of validator %d has %d bytes, want %d (Ed25519)", i, len(v.Key), cometbft.KeySize)
		}
		validators[i] = cometbft.Validator{Key: [cometbft.KeySize]byte(v.Key), Power: v.Power}
	}
	return NewLightBlock(header, commit, validators)
}

// Trim returns the block with as few signatures as prove it to someone who trusts the given block: more than two thirds
// of its own validators, and more than a third of the trusted ones when it is not the next block.
func (b *LightBlock) Trim(trusted *LightBlock) *LightBlock {
	var (
		all          = b.block.Commit.Signatures
		kept         = make([]*cometbft.Signature, len(all))
		own, theirs  int64
		ownNeeded    = b.block.Validators.Power() * 2 / 3
		theirsNeeded = int64(math.MinInt64)
		trust        map[[cometbft.KeySize]byte]int64 // power of the trusted validators
	)
	if trusted != nil && b.Height() != trusted.Height()+1 {
		theirsNeeded = trusted.block.Validators.Power() / 3
		trust = make(map[[cometbft.KeySize]byte]int64, len(trusted.block.Validators))
		for _, v := range trusted.block.Validators {
			trust[v.Key] = v.Power
		}
	}
	for i, s := range all {
		if s == nil {
			continue
		}
		v := b.block.Validators[i]
		if power := trust[v.Key]; own <= ownNeeded || (theirs <= theirsNeeded && power > 0) {
			kept[i] = s
			own += v.Power
			theirs += power
		}
	}
	trimmed := &LightBlock{block: b.block}
	trimmed.block.Commit.Signatures = kept
	return trimmed
}

func encodeTime(t time.Time) wireTime {
	return wireTime{Seconds: t.Unix(), Nanos: int32(t.Nanosecond())}
}

// time returns the time in UTC. Nanoseconds beyond a second do not survive: no such encoding is canonical.
func (w wireTime) time() time.Time { return time.Unix(w.Seconds, int64(w.Nanos)).UTC() }

func validateTime(t time.Time) error {
	if seconds := t.Unix(); seconds < 0 || seconds > maxUnixSeconds {
		return fmt.Errorf("%d seconds are out of range", seconds)
	}
	return nil
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
