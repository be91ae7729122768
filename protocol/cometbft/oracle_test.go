package cometbft_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/cometbft/cometbft/crypto/ed25519"
	"github.com/cometbft/cometbft/light"
	cmtversion "github.com/cometbft/cometbft/proto/tendermint/version"
	cmttypes "github.com/cometbft/cometbft/types"
	_ "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/crypto" // has CometBFT sign in Oasis's context
	"pgregory.net/rapid"

	"github.com/assent-network/assent/protocol/cometbft"
)

// genesis is the time of the trusted blocks.
var genesis = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// lightBlock is a block of CometBFT's own types, of which the oracle judges.
type lightBlock struct {
	signed     *cmttypes.SignedHeader
	validators *cmttypes.ValidatorSet
}

// ours is the same block in the types of package cometbft.
func (b *lightBlock) ours() *cometbft.Block {
	h, c := b.signed.Header, b.signed.Commit
	out := &cometbft.Block{
		Header: cometbft.Header{
			BlockVersion: h.Version.Block, AppVersion: h.Version.App, ChainID: h.ChainID, Height: h.Height,
			Time: h.Time, LastBlock: blockID(h.LastBlockID), LastCommit: h.LastCommitHash, Data: h.DataHash,
			Validators: h.ValidatorsHash, NextValidators: h.NextValidatorsHash, Consensus: h.ConsensusHash,
			App: h.AppHash, LastResults: h.LastResultsHash, Evidence: h.EvidenceHash, Proposer: h.ProposerAddress,
		},
		Commit: cometbft.Commit{Round: c.Round, Block: blockID(c.BlockID)},
	}
	for _, s := range c.Signatures {
		if !s.ForBlock() {
			out.Commit.Signatures = append(out.Commit.Signatures, nil)
			continue
		}
		out.Commit.Signatures = append(out.Commit.Signatures, &cometbft.Signature{Time: s.Timestamp,
			Bytes: [cometbft.SignatureSize]byte(s.Signature)})
	}
	for _, v := range b.validators.Validators {
		out.Validators = append(out.Validators, cometbft.Validator{
			Key: [cometbft.KeySize]byte(v.PubKey.Bytes()), Power: v.VotingPower})
	}
	return out
}

func blockID(id cmttypes.BlockID) cometbft.BlockID {
	return cometbft.BlockID{Hash: id.Hash, Total: id.PartSetHeader.Total, Parts: id.PartSetHeader.Hash}
}

// keys are those of all validators that may occur.
var keys = func() (keys []ed25519.PrivKey) {
	for i := range 8 {
		keys = append(keys, ed25519.GenPrivKeyFromSecret([]byte{byte(i)}))
	}
	return keys
}()

// drawHash draws an optional hash.
func drawHash(t *rapid.T, name string) []byte {
	if rapid.IntRange(0, 3).Draw(t, name+" given") == 0 {
		return nil
	}
	return rapid.SliceOfN(rapid.Byte(), cometbft.HashSize, cometbft.HashSize).Draw(t, name)
}

func drawValidators(t *rapid.T, name string) *cmttypes.ValidatorSet {
	var vs []*cmttypes.Validator
	count := rapid.SampledFrom([]int{1, 2, 3, 4, 5, 6}).Draw(t, name+" count")
	for _, k := range rapid.Permutation(keys).Draw(t, name)[:count] {
		vs = append(vs, cmttypes.NewValidator(k.PubKey(), rapid.Int64Range(1, 4).Draw(t, name+" power")))
	}
	return &cmttypes.ValidatorSet{Validators: vs}
}

// drawBlock draws a genuine block, which some of its validators signed.
func drawBlock(t *rapid.T, name string, height int64, at time.Time, vs, next *cmttypes.ValidatorSet) *lightBlock {
	h := &cmttypes.Header{
		Version: cmtversion.Consensus{Block: cometbft.BlockProtocol, App: rapid.Uint64().Draw(t, name+" app")},
		ChainID: "chain", Height: height, Time: at,
		LastBlockID: cmttypes.BlockID{Hash: drawHash(t, name+" last"), PartSetHeader: cmttypes.PartSetHeader{
			Total: rapid.Uint32().Draw(t, name+" last total"), Hash: drawHash(t, name+" last parts")}},
		LastCommitHash: drawHash(t, name+" last commit"), DataHash: drawHash(t, name+" data"),
		ValidatorsHash: vs.Hash(), NextValidatorsHash: next.Hash(), ConsensusHash: drawHash(t, name+" consensus"),
		AppHash: drawHash(t, name+" app hash"), LastResultsHash: drawHash(t, name+" results"),
		EvidenceHash: drawHash(t, name+" evidence"), ProposerAddress: vs.Validators[0].Address,
	}
	c := &cmttypes.Commit{Height: height, Round: rapid.Int32Range(0, 3).Draw(t, name+" round"),
		BlockID: cmttypes.BlockID{Hash: h.Hash(), PartSetHeader: cmttypes.PartSetHeader{
			Total: rapid.Uint32().Draw(t, name+" total"), Hash: drawHash(t, name+" parts")}}}
	absent := rapid.SampledFrom([]int{0, 0, 0, 1, 3}).Draw(t, name+" absent") // at most so many
	for i, v := range vs.Validators {
		if absent > 0 && rapid.Bool().Draw(t, name+" absent") {
			absent--
			c.Signatures = append(c.Signatures, cmttypes.NewCommitSigAbsent())
			continue
		}
		c.Signatures = append(c.Signatures, cmttypes.NewCommitSigForBlock(make([]byte, cometbft.SignatureSize),
			v.Address, at.Add(time.Duration(rapid.Int64Range(0, 2e9).Draw(t, name+" signed after")))))
		sig, err := keyOf(v).Sign(c.VoteSignBytes(h.ChainID, int32(i)))
		if err != nil {
			t.Fatal(err)
		}
		c.Signatures[i].Signature = sig
	}
	return &lightBlock{&cmttypes.SignedHeader{Header: h, Commit: c}, vs}
}

func keyOf(v *cmttypes.Validator) ed25519.PrivKey {
	for _, k := range keys {
		if k.PubKey().Equals(v.PubKey) {
			return k
		}
	}
	panic("a validator without a key")
}

// forge changes at most one thing of a block, in place.
func (b *lightBlock) forge(t *rapid.T) {
	c, h := b.signed.Commit, b.signed.Header
	i := rapid.IntRange(0, len(c.Signatures)-1).Draw(t, "signature forged")
	switch rapid.SampledFrom([]int{0, 1, 2, 3, 4, 5, -1, -1, -1, -1, -1, -1}).Draw(t, "forged") {
	case 0:
		if s := c.Signatures[i].Signature; len(s) > 0 {
			s[rapid.IntRange(0, len(s)-1).Draw(t, "byte")] ^= 1
		}
	case 1:
		if c.Signatures[i].ForBlock() {
			c.Signatures[i].Timestamp = c.Signatures[i].Timestamp.Add(1)
		}
	case 2:
		c.Round++
	case 3:
		h.AppHash = []byte("another")
		c.BlockID.Hash = h.Hash()
	case 4:
		c.BlockID.PartSetHeader.Total++
	case 5:
		h.ChainID = "chain 2"
		c.BlockID.Hash = h.Hash()
	}
}

// compare verifies a block with CometBFT's light client and with ours, and returns the verdict of both.
func compare(t *rapid.T, trusted, b *lightBlock, bounds cometbft.Bounds) string {
	want := light.Verify(trusted.signed, trusted.validators, b.signed, b.validators, bounds.TrustingPeriod, bounds.Now,
		bounds.MaxClockDrift, light.DefaultTrustLevel)
	if want == nil { // The light client stops at enough signatures; we look at all.
		want = b.validators.VerifyCommit(b.signed.ChainID, b.signed.Commit.BlockID, b.signed.Height, b.signed.Commit)
	}
	got := cometbft.VerifyNext(trusted.ours(), b.ours(), bounds)
	var expired light.ErrOldHeaderExpired
	var untrusted light.ErrNewValSetCantBeTrusted
	verdict := "refused otherwise"
	switch {
	case want == nil:
		verdict = "accepted"
	case errors.As(want, &expired):
		verdict = "expired"
	case errors.As(want, &untrusted):
		verdict = "untrusted"
	}
	if (want == nil) != (got == nil) || (verdict == "expired") != errors.Is(got, cometbft.ErrExpired) ||
		(verdict == "untrusted") != errors.Is(got, cometbft.ErrUntrustedValidators) {
		t.Fatalf("got %v, CometBFT says %v", got, want)
	}
	return verdict
}

// TestVerifyNext_oracle compares every verdict with that of CometBFT's light client.
func TestVerifyNext_oracle(t *testing.T) {
	verdicts := make(map[string]int)
	draw := func(t *rapid.T) {
		vs := drawValidators(t, "validators")
		next := vs
		if rapid.Bool().Draw(t, "validators change") {
			next = drawValidators(t, "next validators")
		}
		trusted := drawBlock(t, "trusted", 5, genesis, vs, next)
		height := rapid.SampledFrom([]int64{4, 5, 6, 6, 7, 7, 8}).Draw(t, "height")
		later := rapid.SampledFrom([]int{-1, 0, 1, 2, 3, 4, 5, 6}).Draw(t, "seconds later")
		at := genesis.Add(time.Duration(later) * time.Second)
		b := drawBlock(t, "block", height, at, next, next)
		b.forge(t)
		for _, bounds := range []cometbft.Bounds{
			{TrustingPeriod: time.Hour, Now: at, MaxClockDrift: 1}, // as recorded blocks are verified
			{
				TrustingPeriod: time.Duration(rapid.IntRange(3, 20).Draw(t, "trusting period")) * time.Second,
				Now:            genesis.Add(time.Duration(rapid.IntRange(0, 10).Draw(t, "now")) * time.Second),
				MaxClockDrift:  time.Duration(rapid.IntRange(0, 3).Draw(t, "drift")) * time.Second,
			},
		} {
			verdicts[compare(t, trusted, b, bounds)]++
		}
	}
	for range 3 { // so that each verdict occurs
		rapid.Check(t, draw)
	}
	for _, kind := range []string{"accepted", "expired", "untrusted", "refused otherwise"} {
		if verdicts[kind] == 0 {
			t.Errorf("no block was %s: %v", kind, verdicts)
		}
	}
	t.Logf("count: verdicts %v", verdicts)
}

// TestHash_oracle compares hashes and what makes a block valid with CometBFT's.
func TestHash_oracle(t *testing.T) {
	valid := 0
	rapid.Check(t, func(t *rapid.T) {
		vs := drawValidators(t, "validators")
		b := drawBlock(t, "block", rapid.Int64Range(1, 1<<62).Draw(t, "height"),
			time.Unix(rapid.Int64Range(0, 1<<36).Draw(t, "seconds"),
				rapid.Int64Range(0, 999999999).Draw(t, "nanos")).UTC(),
			vs, drawValidators(t, "next"))
		h := b.signed.Header
		switch rapid.IntRange(0, 7).Draw(t, "forged") {
		case 0:
			h.Version.Block++
		case 1:
			h.ProposerAddress = h.ProposerAddress[1:]
		case 2:
			h.DataHash = []byte{1}
		case 3:
			h.LastBlockID.Hash = []byte{1}
		case 4:
			h.LastBlockID.PartSetHeader.Hash = []byte{1}
		case 5:
			h.ChainID = string(make([]byte, cometbft.MaxChainID+1))
		}
		b.signed.Commit.BlockID.Hash = h.Hash()
		ours := b.ours()
		if got := ours.Header.Hash(); !bytes.Equal(got, h.Hash()) {
			t.Fatalf("header has hash %x, CometBFT says %s", got, h.Hash())
		}
		if got := ours.Validators.Hash(); !bytes.Equal(got, vs.Hash()) {
			t.Fatalf("validators have hash %x, CometBFT says %x", got, vs.Hash())
		}
		for i := range ours.Validators {
			if a := ours.Validators[i].Address(); !bytes.Equal(a[:], vs.Validators[i].Address) {
				t.Fatalf("validator %d has address %x, CometBFT says %s", i, a, vs.Validators[i].Address)
			}
		}
		want := b.signed.ValidateBasic(h.ChainID)
		if got := ours.Validate(); (got == nil) != (want == nil) {
			t.Fatalf("got %v, CometBFT says %v", got, want)
		}
		if want == nil {
			valid++
		}
	})
	if valid == 0 {
		t.Error("no block was valid")
	}
}

// TestBlock_Validate has what CometBFT does not refuse by itself, but panics on later or cannot be given.
func TestBlock_Validate(t *testing.T) {
	block := func() *cometbft.Block {
		vs := &cmttypes.ValidatorSet{Validators: []*cmttypes.Validator{
			cmttypes.NewValidator(keys[0].PubKey(), 1), cmttypes.NewValidator(keys[1].PubKey(), 1)}}
		return rapid.Custom(func(t *rapid.T) *lightBlock { return drawBlock(t, "block", 5, genesis, vs, vs) }).
			Example(1).ours()
	}
	if err := block().Validate(); err != nil {
		t.Fatal(err)
	}
	for name, forge := range map[string]func(b *cometbft.Block){
		"no validators":         func(b *cometbft.Block) { b.Validators = nil },
		"a validator twice":     func(b *cometbft.Block) { b.Validators[1] = b.Validators[0] },
		"no power":              func(b *cometbft.Block) { b.Validators[0].Power = 0 },
		"too much power":        func(b *cometbft.Block) { b.Validators[0].Power = cometbft.MaxPower },
		"other validators":      func(b *cometbft.Block) { b.Validators[0].Power++ },
		"negative round":        func(b *cometbft.Block) { b.Commit.Round = -1 },
		"short hash of parts":   func(b *cometbft.Block) { b.Commit.Block.Parts = []byte{1} },
		"commit for another":    func(b *cometbft.Block) { b.Header.App = []byte{9} },
		"signatures are fewer":  func(b *cometbft.Block) { b.Commit.Signatures = b.Commit.Signatures[1:] },
		"height is not allowed": func(b *cometbft.Block) { b.Header.Height = 0 },
	} {
		b := block()
		forge(b)
		if b.Validate() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
