package proof

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"time"
	"unicode/utf8"

	"github.com/cometbft/cometbft/crypto/ed25519"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	cmtversion "github.com/cometbft/cometbft/proto/tendermint/version"
	cmttypes "github.com/cometbft/cometbft/types"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	// Importing it makes CometBFT check signatures in Oasis's domain.
	oasiscrypto "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/crypto"
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

// LightBlock is a CometBFT header with the validators of its height and their signatures over it. Nothing about it is
// verified; VerifyRoot and VerifyNext do that. It is immutable.
type LightBlock struct {
	signed     *cmttypes.SignedHeader
	validators *cmttypes.ValidatorSet
}

// Height returns the height that the block claims.
func (b *LightBlock) Height() int64 { return b.signed.Header.Height }

// Time returns the consensus time that the block claims.
func (b *LightBlock) Time() time.Time { return b.signed.Header.Time }

// Hash returns the hash of the header.
func (b *LightBlock) Hash() hash.Hash {
	var h hash.Hash
	copy(h[:], b.signed.Header.Hash())
	return h
}

// UnverifiedStateRoot returns the root of the consensus state after the block before this one, as the header has it. It
// is for those who look for something to verify, not for those who rely on it.
func (b *LightBlock) UnverifiedStateRoot() hash.Hash { return hash.Hash(b.signed.AppHash) }

// The canonical encoding holds no byte that the signatures or the trust root do not cover: what follows from other
// fields (validator addresses, the validators' hash, the commit's height and block hash) and what nobody signs
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
	if err := cbor.Unmarshal(data, &w); err != nil {
		return nil, failf(CheckEncoding, "decoding light block: %w", err)
	}
	b, err := w.lightBlock()
	if err != nil {
		return nil, failf(CheckEncoding, "light block at height %d: %w", w.Header.Height, err)
	}
	if !bytes.Equal(b.Encode(), data) {
		return nil, failf(CheckEncoding, "light block at height %d is not in canonical encoding", w.Header.Height)
	}
	return b, nil
}

// Encode returns the canonical encoding.
func (b *LightBlock) Encode() []byte {
	h, c := b.signed.Header, b.signed.Commit
	w := wireLightBlock{
		Header: wireHeader{
			BlockVersion:   h.Version.Block,
			AppVersion:     h.Version.App,
			ChainID:        h.ChainID,
			Height:         h.Height,
			Time:           encodeTime(h.Time),
			LastCommit:     nonNil(h.LastCommitHash),
			Data:           nonNil(h.DataHash),
			NextValidators: nonNil(h.NextValidatorsHash),
			Consensus:      nonNil(h.ConsensusHash),
			App:            nonNil(h.AppHash),
			LastResults:    nonNil(h.LastResultsHash),
			Evidence:       nonNil(h.EvidenceHash),
			Proposer:       nonNil(h.ProposerAddress),
		},
		Commit: wireCommit{
			Round:      c.Round,
			Total:      c.BlockID.PartSetHeader.Total,
			Parts:      nonNil(c.BlockID.PartSetHeader.Hash),
			Signatures: make([]*wireSignature, len(c.Signatures)),
		},
		Validators: make([]wireValidator, len(b.validators.Validators)),
	}
	if !h.LastBlockID.IsZero() {
		w.Header.LastBlock = &wireBlockID{
			Hash:  nonNil(h.LastBlockID.Hash),
			Total: h.LastBlockID.PartSetHeader.Total,
			Parts: nonNil(h.LastBlockID.PartSetHeader.Hash),
		}
	}
	for i, s := range c.Signatures {
		if s.ForBlock() {
			w.Commit.Signatures[i] = &wireSignature{Time: encodeTime(s.Timestamp), Signature: s.Signature}
		}
	}
	for i, v := range b.validators.Validators {
		w.Validators[i] = wireValidator{Key: v.PubKey.Bytes(), Power: v.VotingPower}
	}
	return cbor.Marshal(&w)
}

// LightBlockFromNode decodes a light block as a node hands it out (protobuf).
func LightBlockFromNode(meta []byte) (*LightBlock, error) {
	if len(meta) > 2*MaxLightBlockSize {
		return nil, failf(CheckEncoding, "light block of %d bytes, the most is %d", len(meta), 2*MaxLightBlockSize)
	}
	var pb cmtproto.LightBlock
	if err := pb.Unmarshal(meta); err != nil {
		return nil, failf(CheckEncoding, "decoding light block: %w", err)
	}
	if pb.SignedHeader == nil || pb.SignedHeader.Header == nil || pb.SignedHeader.Commit == nil ||
		pb.ValidatorSet == nil {
		return nil, failf(CheckEncoding, "light block lacks its header, commit or validators")
	}
	h, c := pb.SignedHeader.Header, pb.SignedHeader.Commit
	w := wireLightBlock{
		Header: wireHeader{
			BlockVersion:   h.Version.Block,
			AppVersion:     h.Version.App,
			ChainID:        h.ChainID,
			Height:         h.Height,
			Time:           encodeTime(h.Time),
			LastCommit:     h.LastCommitHash,
			Data:           h.DataHash,
			NextValidators: h.NextValidatorsHash,
			Consensus:      h.ConsensusHash,
			App:            h.AppHash,
			LastResults:    h.LastResultsHash,
			Evidence:       h.EvidenceHash,
			Proposer:       h.ProposerAddress,
		},
		Commit: wireCommit{
			Round: c.Round,
			Total: c.BlockID.PartSetHeader.Total,
			Parts: c.BlockID.PartSetHeader.Hash,
		},
	}
	if last := h.LastBlockId; len(last.Hash) > 0 || last.PartSetHeader.Total > 0 || len(last.PartSetHeader.Hash) > 0 {
		w.Header.LastBlock = &wireBlockID{Hash: last.Hash, Total: last.PartSetHeader.Total,
			Parts: last.PartSetHeader.Hash}
	}
	for i := range c.Signatures {
		s := &c.Signatures[i]
		var ws *wireSignature
		if s.BlockIdFlag == cmtproto.BlockIDFlagCommit {
			ws = &wireSignature{Time: encodeTime(s.Timestamp), Signature: s.Signature}
		}
		w.Commit.Signatures = append(w.Commit.Signatures, ws)
	}
	for _, v := range pb.ValidatorSet.Validators {
		if v == nil {
			return nil, failf(CheckEncoding, "light block at height %d has an empty validator", h.Height)
		}
		w.Validators = append(w.Validators, wireValidator{Key: v.PubKey.GetEd25519(), Power: v.VotingPower})
	}
	b, err := w.lightBlock()
	if err != nil {
		return nil, failf(CheckEncoding, "light block at height %d: %w", h.Height, err)
	}
	return b, nil
}

// lightBlock checks every bound that the libraries below rely on and would otherwise panic about.
func (w *wireLightBlock) lightBlock() (*LightBlock, error) {
	h, c := &w.Header, &w.Commit
	if h.Height < 1 {
		return nil, errors.New("height is not positive")
	}
	if len(h.ChainID) > cmttypes.MaxChainIDLen || !utf8.ValidString(h.ChainID) {
		return nil, fmt.Errorf("chain id of %d bytes, want at most %d of UTF-8", len(h.ChainID), cmttypes.MaxChainIDLen)
	}
	if len(h.App) != hash.Size {
		return nil, fmt.Errorf("app hash of %d bytes, want %d", len(h.App), hash.Size)
	}
	if c.Round < 0 {
		return nil, errors.New("commit round is negative")
	}
	if n := len(w.Validators); n == 0 || n > MaxValidators {
		return nil, fmt.Errorf("%d validators, want 1 to %d", n, MaxValidators)
	}
	if len(w.Validators) != len(c.Signatures) {
		return nil, fmt.Errorf("%d signatures for %d validators", len(c.Signatures), len(w.Validators))
	}
	headerTime, err := h.Time.time()
	if err != nil {
		return nil, fmt.Errorf("header time: %w", err)
	}

	validators, err := decodeValidators(w.Validators)
	if err != nil {
		return nil, err
	}
	header := &cmttypes.Header{
		Version:            cmtversion.Consensus{Block: h.BlockVersion, App: h.AppVersion},
		ChainID:            h.ChainID,
		Height:             h.Height,
		Time:               headerTime,
		LastCommitHash:     h.LastCommit,
		DataHash:           h.Data,
		ValidatorsHash:     validators.Hash(),
		NextValidatorsHash: h.NextValidators,
		ConsensusHash:      h.Consensus,
		AppHash:            h.App,
		LastResultsHash:    h.LastResults,
		EvidenceHash:       h.Evidence,
		ProposerAddress:    h.Proposer,
	}
	if last := h.LastBlock; last != nil {
		header.LastBlockID = cmttypes.BlockID{
			Hash:          last.Hash,
			PartSetHeader: cmttypes.PartSetHeader{Total: last.Total, Hash: last.Parts},
		}
		if header.LastBlockID.IsZero() {
			return nil, errors.New("last block id is present but empty")
		}
	}
	commit := &cmttypes.Commit{
		Height: h.Height,
		Round:  c.Round,
		BlockID: cmttypes.BlockID{
			Hash:          header.Hash(),
			PartSetHeader: cmttypes.PartSetHeader{Total: c.Total, Hash: c.Parts},
		},
		Signatures: make([]cmttypes.CommitSig, len(c.Signatures)),
	}
	for i, s := range c.Signatures {
		if s == nil {
			commit.Signatures[i] = cmttypes.NewCommitSigAbsent()
			continue
		}
		t, err := s.Time.time()
		if err != nil {
			return nil, fmt.Errorf("time of signature %d: %w", i, err)
		}
		if len(s.Signature) != ed25519.SignatureSize {
			return nil, fmt.Errorf("signature %d of %d bytes, want %d", i, len(s.Signature), ed25519.SignatureSize)
		}
		commit.Signatures[i] = cmttypes.NewCommitSigForBlock(s.Signature, validators.Validators[i].Address, t)
	}
	signed := &cmttypes.SignedHeader{Header: header, Commit: commit}
	if err := signed.ValidateBasic(h.ChainID); err != nil {
		return nil, err
	}
	return &LightBlock{signed: signed, validators: validators}, nil
}

func decodeValidators(ws []wireValidator) (*cmttypes.ValidatorSet, error) {
	set := &cmttypes.ValidatorSet{Validators: make([]*cmttypes.Validator, len(ws))}
	seen := make(map[[ed25519.PubKeySize]byte]struct{}, len(ws))
	var total int64
	for i, w := range ws {
		if len(w.Key) != ed25519.PubKeySize {
			return nil, fmt.Errorf("key of validator %d has %d bytes, want %d (ed25519)", i, len(w.Key),
				ed25519.PubKeySize)
		}
		key := [ed25519.PubKeySize]byte(w.Key)
		if _, ok := seen[key]; ok {
			return nil, fmt.Errorf("validator %d is listed twice", i)
		}
		seen[key] = struct{}{}
		if w.Power < 1 || w.Power > cmttypes.MaxTotalVotingPower-total {
			return nil, fmt.Errorf("voting power %d of validator %d is out of range", w.Power, i)
		}
		total += w.Power
		pk := signature.PublicKey(key)
		set.Validators[i] = cmttypes.NewValidator(oasiscrypto.PublicKeyToCometBFT(&pk), w.Power)
	}
	return set, nil
}

// Trim returns the block with as few signatures as prove it to someone who trusts the given block: more than two thirds
// of its own validators, and more than a third of the trusted ones when it is not the next block.
func (b *LightBlock) Trim(trusted *LightBlock) *LightBlock {
	var (
		sigs         = b.signed.Commit.Signatures
		kept         = make([]cmttypes.CommitSig, len(sigs))
		own, theirs  int64
		ownNeeded    = b.validators.TotalVotingPower() * 2 / 3
		theirsNeeded = int64(math.MinInt64)
	)
	if trusted != nil && b.Height() != trusted.Height()+1 {
		theirsNeeded = trusted.validators.TotalVotingPower() / 3
	}
	for i, s := range sigs {
		kept[i] = cmttypes.NewCommitSigAbsent()
		if !s.ForBlock() {
			continue
		}
		var power int64
		if theirsNeeded >= 0 {
			if _, v := trusted.validators.GetByAddress(s.ValidatorAddress); v != nil {
				power = v.VotingPower
			}
		}
		if own <= ownNeeded || (theirs <= theirsNeeded && power > 0) {
			kept[i] = s
			own += b.validators.Validators[i].VotingPower
			theirs += power
		}
	}
	commit := *b.signed.Commit
	trimmed := &cmttypes.Commit{Height: commit.Height, Round: commit.Round, BlockID: commit.BlockID, Signatures: kept}
	return &LightBlock{
		signed:     &cmttypes.SignedHeader{Header: b.signed.Header, Commit: trimmed},
		validators: b.validators,
	}
}

func encodeTime(t time.Time) wireTime {
	return wireTime{Seconds: t.Unix(), Nanos: int32(t.Nanosecond())}
}

func (w wireTime) time() (time.Time, error) {
	if w.Seconds < 0 || w.Seconds > maxUnixSeconds || w.Nanos < 0 || w.Nanos >= 1e9 {
		return time.Time{}, fmt.Errorf("%d seconds and %d nanoseconds are out of range", w.Seconds, w.Nanos)
	}
	return time.Unix(w.Seconds, int64(w.Nanos)).UTC(), nil
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
