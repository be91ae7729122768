// Package fromnode reads what nodes hand out, in the types of CometBFT and oasis-core, for package proof, which needs
// neither. Nothing that it returns of a node is verified unless its name says so.
package fromnode

import (
	"fmt"

	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"

	"github.com/assent-network/assent/protocol/cometbft"
	"github.com/assent-network/assent/protocol/proof"
)

// MaxLightBlockSize is the largest encoding of a light block that is read, in bytes.
const MaxLightBlockSize = 2 * proof.MaxLightBlockSize

// LightBlock reads a light block in CometBFT's protobuf encoding. Votes for no block count as absent. Errors are of
// type *proof.Error.
func LightBlock(meta []byte) (*proof.LightBlock, error) {
	if len(meta) > MaxLightBlockSize {
		return nil, fail(proof.CheckEncoding, "light block of %d bytes, the most is %d", len(meta), MaxLightBlockSize)
	}
	var pb cmtproto.LightBlock
	if err := pb.Unmarshal(meta); err != nil {
		return nil, fail(proof.CheckEncoding, "decoding light block: %w", err)
	}
	signed := pb.SignedHeader
	if signed == nil || signed.Header == nil || signed.Commit == nil || pb.ValidatorSet == nil {
		return nil, fail(proof.CheckEncoding, "light block lacks its header, commit or validators")
	}
	validators, err := decodeValidators(pb.ValidatorSet.Validators)
	if err != nil {
		return nil, fail(proof.CheckEncoding, "light block at height %d: %w", signed.Header.Height, err)
	}
	commit, err := decodeCommit(signed.Commit)
	if err != nil {
		return nil, fail(proof.CheckEncoding, "light block at height %d: %w", signed.Header.Height, err)
	}
	return proof.NewLightBlock(decodeHeader(signed.Header), commit, validators)
}

func decodeHeader(h *cmtproto.Header) cometbft.Header {
	return cometbft.Header{
		BlockVersion:   h.Version.Block,
		AppVersion:     h.Version.App,
		ChainID:        h.ChainID,
		Height:         h.Height,
		Time:           h.Time.UTC(),
		LastBlock:      decodeBlockID(&h.LastBlockId),
		LastCommit:     h.LastCommitHash,
		Data:           h.DataHash,
		NextValidators: h.NextValidatorsHash,
		Consensus:      h.ConsensusHash,
		App:            h.AppHash,
		LastResults:    h.LastResultsHash,
		Evidence:       h.EvidenceHash,
		Proposer:       h.ProposerAddress,
	}
}

func decodeBlockID(id *cmtproto.BlockID) cometbft.BlockID {
	return cometbft.BlockID{Hash: id.Hash, Total: id.PartSetHeader.Total, Parts: id.PartSetHeader.Hash}
}

func decodeCommit(c *cmtproto.Commit) (cometbft.Commit, error) {
	out := cometbft.Commit{Round: c.Round, Block: decodeBlockID(&c.BlockID),
		Signatures: make([]*cometbft.Signature, len(c.Signatures))}
	for i := range c.Signatures {
		s := &c.Signatures[i]
		if s.BlockIdFlag != cmtproto.BlockIDFlagCommit {
			continue
		}
		if len(s.Signature) != cometbft.SignatureSize {
			return out, fmt.Errorf("signature %d of %d bytes, want %d", i, len(s.Signature), cometbft.SignatureSize)
		}
		out.Signatures[i] = &cometbft.Signature{Time: s.Timestamp.UTC(),
			Bytes: [cometbft.SignatureSize]byte(s.Signature)}
	}
	return out, nil
}

func decodeValidators(vs []*cmtproto.Validator) (cometbft.Validators, error) {
	out := make(cometbft.Validators, len(vs))
	for i, v := range vs {
		if v == nil {
			return nil, fmt.Errorf("validator %d is empty", i)
		}
		key := v.PubKey.GetEd25519()
		if len(key) != cometbft.KeySize {
			return nil, fmt.Errorf("key of validator %d has %d bytes, want %d (Ed25519)", i, len(key), cometbft.KeySize)
		}
		out[i] = cometbft.Validator{Key: [cometbft.KeySize]byte(key), Power: v.VotingPower}
	}
	return out, nil
}

func fail(check proof.Check, format string, args ...any) error {
	return &proof.Error{Check: check, Err: fmt.Errorf(format, args...)}
}
