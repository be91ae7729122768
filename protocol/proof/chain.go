package proof

import (
	"encoding/hex"
	"fmt"
	"time"

	"github.com/assent-network/assent/protocol/cometbft"
	"github.com/assent-network/assent/protocol/oasis"
)

// DefaultTrustingPeriod is how far apart two light blocks may be at most. It has to be shorter than the time for which
// validators can lose their stake after they leave, which is two weeks on Oasis networks.
const DefaultTrustingPeriod = 10 * 24 * time.Hour

// chainContextSize is the length of a chain context in hexadecimal digits.
const chainContextSize = 2 * oasis.HashSize

// Root is what a verifier trusts to begin with: one block of one chain, and the runtime it asks about.
type Root struct {
	// ChainContext is the hash of the network's genesis document in hexadecimal, which separates signatures of
	// different networks.
	ChainContext string
	// Height is the height of the trusted block.
	Height int64
	// Hash is the hash of the trusted block's header.
	Hash oasis.Hash
	// RuntimeID is the runtime.
	RuntimeID oasis.Namespace
}

// ChainID returns the name of the chain in CometBFT headers, which Oasis networks take from the chain context.
func (r *Root) ChainID() string { return r.ChainContext[:cometbft.MaxChainID] }

// Validate says what is wrong with a root that cannot be one.
func (r *Root) Validate() error {
	if raw, err := hex.DecodeString(r.ChainContext); err != nil || len(raw) != oasis.HashSize ||
		hex.EncodeToString(raw) != r.ChainContext {
		return fmt.Errorf("trust root: chain context %q is not %d lower-case hexadecimal digits", r.ChainContext,
			chainContextSize)
	}
	if r.Height < 1 {
		return fmt.Errorf("trust root: height %d is not positive", r.Height)
	}
	return nil
}

// Params are the bounds of light block verification.
type Params struct {
	// TrustingPeriod is how much older than a new block the trusted one may be. Zero means DefaultTrustingPeriod.
	TrustingPeriod time.Duration
	// Now is the verifier's time. Zero means the time of the new block: that is how recorded blocks are verified,
	// whatever their age.
	Now time.Time
	// MaxClockDrift is how far in the future of Now a block may be.
	MaxClockDrift time.Duration
}

// VerifiedBlock is a light block that follows from a trust root.
type VerifiedBlock struct {
	root  *Root
	block *LightBlock
}

// Root returns the trust root that the block follows from.
func (v *VerifiedBlock) Root() *Root { return v.root }

// LightBlock returns the light block.
func (v *VerifiedBlock) LightBlock() *LightBlock { return v.block }

// Height returns the height of the block.
func (v *VerifiedBlock) Height() int64 { return v.block.Height() }

// Time returns the consensus time of the block.
func (v *VerifiedBlock) Time() time.Time { return v.block.Time() }

// Hash returns the hash of the block's header.
func (v *VerifiedBlock) Hash() oasis.Hash { return v.block.Hash() }

// StateRoot returns the root of the consensus state that the header commits to: the state after the block at
// StateHeight.
func (v *VerifiedBlock) StateRoot() oasis.Hash { return oasis.Hash(v.block.block.Header.App) }

// StateHeight returns the height of the block after which the consensus state had the root StateRoot. It is the height
// before the block's own.
func (v *VerifiedBlock) StateHeight() int64 { return v.Height() - 1 }

// Validators returns the number of validators and of those whose signatures were verified.
func (v *VerifiedBlock) Validators() (total, signed int) {
	for _, s := range v.block.block.Commit.Signatures {
		if s != nil {
			signed++
		}
	}
	return len(v.block.block.Validators), signed
}

// VerifyRoot verifies that a light block is the one that the trust root names.
func VerifyRoot(root *Root, b *LightBlock) (*VerifiedBlock, error) {
	if err := root.Validate(); err != nil {
		return nil, err
	}
	if got, want := b.block.Header.ChainID, root.ChainID(); got != want {
		return nil, failf(CheckLightBlocks, "block belongs to chain %q, the trust root to %q", got, want)
	}
	if got := b.Height(); got != root.Height {
		return nil, failf(CheckLightBlocks, "first block has height %d, the trust root %d", got, root.Height)
	}
	if got := b.Hash(); got != root.Hash {
		return nil, failf(CheckLightBlocks, "block at height %d has hash %s, the trust root says %s", b.Height(), got,
			root.Hash)
	}
	if err := b.block.VerifySignatures(); err != nil {
		return nil, failf(CheckLightBlocks, "signatures of block %d: %w", b.Height(), err)
	}
	return &VerifiedBlock{root: root, block: b}, nil
}

// VerifyNext verifies a block at a larger height from a verified one: the next block by the hash of its validators, any
// later one by a third of the trusted validators, both by two thirds of the block's own.
func (v *VerifiedBlock) VerifyNext(b *LightBlock, p Params) (*VerifiedBlock, error) {
	if p.TrustingPeriod == 0 {
		p.TrustingPeriod = DefaultTrustingPeriod
	}
	if p.Now.IsZero() {
		p.Now, p.MaxClockDrift = b.Time(), 1
	}
	// Every signature is verified, not just enough of them, so that no byte of a recorded block goes unchecked.
	err := cometbft.VerifyNext(&v.block.block, &b.block, cometbft.Bounds{TrustingPeriod: p.TrustingPeriod, Now: p.Now,
		MaxClockDrift: p.MaxClockDrift})
	if err != nil {
		return nil, failf(CheckLightBlocks, "from height %d (%s) to %d: %w", v.Height(),
			v.Time().Format(time.RFC3339), b.Height(), err)
	}
	return &VerifiedBlock{root: v.root, block: b}, nil
}

// VerifyChain verifies recorded light blocks: the first is the trust root's, each other one follows from the one before
// it.
func VerifyChain(root *Root, blocks []*LightBlock, p Params) ([]*VerifiedBlock, error) {
	if len(blocks) == 0 {
		return nil, failf(CheckLightBlocks, "there is no light block")
	}
	verified := make([]*VerifiedBlock, 0, len(blocks))
	first, err := VerifyRoot(root, blocks[0])
	if err != nil {
		return nil, err
	}
	verified = append(verified, first)
	for i, b := range blocks[1:] {
		next, err := verified[i].VerifyNext(b, p)
		if err != nil {
			return nil, err
		}
		verified = append(verified, next)
	}
	return verified, nil
}

// SameBlock says whether two blocks are the same, and fails with both hashes when they are different blocks of the same
// height: a fork.
func SameBlock(a, b *LightBlock) (bool, error) {
	if a.Height() != b.Height() {
		return false, nil
	}
	if ha, hb := a.Hash(), b.Hash(); ha != hb {
		return false, failf(CheckLightBlocks, "fork at height %d: blocks %s and %s", a.Height(), ha, hb)
	}
	return true, nil
}
