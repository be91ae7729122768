package fromnode_test

import (
	"testing"

	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// What a node hands out is the block that it was made of, and survives the canonical encoding.
func TestLightBlock(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	block := n.Block(2)
	b, err := fromnode.LightBlock(block.Meta(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Hash(); string(got[:]) != string(block.Header.Hash()) || b.Height() != 2 ||
		!b.Time().Equal(block.Header.Time) {
		t.Fatalf("block %s at height %d and %s", got, b.Height(), b.Time())
	}
	again, err := proof.DecodeLightBlock(b.Encode())
	if err != nil || again.Hash() != b.Hash() {
		t.Fatalf("canonical encoding does not survive: %v", err)
	}
}

func TestLightBlock_refuses(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 2})
	forged := func(forge func(b *prooftest.Block)) []byte {
		b := n.Block(2).Clone()
		c := *b.Commit
		c.Signatures = append(c.Signatures[:0:0], c.Signatures...)
		b.Commit = &c
		forge(b)
		return b.Meta(t)
	}
	for name, meta := range map[string][]byte{
		"nothing":         nil,
		"no protobuf":     {0xff},
		"too large":       make([]byte, fromnode.MaxLightBlockSize+1),
		"short signature": forged(func(b *prooftest.Block) { b.Commit.Signatures[0].Signature = []byte{1} }),
		"signature more": forged(func(b *prooftest.Block) {
			b.Commit.Signatures = append(b.Commit.Signatures, b.Commit.Signatures[0])
		}),
		"short hash of parts": forged(func(b *prooftest.Block) { b.Commit.BlockID.PartSetHeader.Hash = []byte{1} }),
		"short proposer":      forged(func(b *prooftest.Block) { b.Header.ProposerAddress = []byte{1} }),
		"short app hash":      forged(func(b *prooftest.Block) { b.Header.AppHash = []byte{1} }),
		"other protocol":      forged(func(b *prooftest.Block) { b.Header.Version.Block++ }),
		"no height":           forged(func(b *prooftest.Block) { b.Header.Height = 0 }),
	} {
		if _, err := fromnode.LightBlock(meta); proof.FailedCheck(err) != proof.CheckEncoding {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The bytes of a node never panic, and what parses survives the canonical encoding.
func FuzzLightBlock(f *testing.F) {
	n := prooftest.New(f, prooftest.Config{Validators: 2})
	f.Add(n.Block(2).Meta(f))
	trusted, err := proof.VerifyRoot(n.Root(1), n.LightBlock(1))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := fromnode.LightBlock(data)
		if err != nil {
			return
		}
		if again, err := proof.DecodeLightBlock(b.Encode()); err != nil || again.Hash() != b.Hash() {
			t.Fatalf("canonical encoding does not survive: %v", err)
		}
		_, _ = trusted.VerifyNext(b, proof.Params{})
	})
}
