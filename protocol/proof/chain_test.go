package proof_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

func TestVerifyChain(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	for range 20 {
		n.NextBlock()
	}
	for _, heights := range [][]int64{{1}, {1, 2}, {1, 2, 3, 4}, {1, 20}, {1, 5, 6, 19, 22}} {
		var blocks []*proof.LightBlock
		for i, h := range heights {
			b := n.LightBlock(h)
			if i > 0 {
				b = b.Trim(blocks[i-1])
			}
			blocks = append(blocks, b)
		}
		verified, err := proof.VerifyChain(n.Root(1), blocks, proof.Params{})
		if err != nil {
			t.Fatalf("%v: %v", heights, err)
		}
		for i, v := range verified {
			if v.Height() != heights[i] || v.Hash() != n.LightBlock(heights[i]).Hash() {
				t.Fatalf("%v: block %d is %d %s", heights, i, v.Height(), v.Hash())
			}
			if total, signed := v.Validators(); total != 4 || signed < 3 {
				t.Fatalf("%v: %d of %d validators signed block %d", heights, signed, total, i)
			}
		}
	}
}

func TestVerifyChain_validatorsChange(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	n.NextBlock()
	n.SetValidators(2, 4) // Two of four stay.
	n.NextBlock()
	n.NextBlock()
	half := n.Height()
	n.SetValidators(20, 4) // None stays.
	n.NextBlock()
	n.NextBlock()
	last := n.Height()
	blocks := func(heights ...int64) (out []*proof.LightBlock) {
		for _, h := range heights {
			out = append(out, n.LightBlock(h))
		}
		return out
	}
	if _, err := proof.VerifyChain(n.Root(1), blocks(1, half), proof.Params{}); err != nil {
		t.Fatalf("half of the validators: %v", err)
	}
	_, err := proof.VerifyChain(n.Root(1), blocks(1, last), proof.Params{})
	if !errors.Is(err, proof.ErrUntrustedValidators) {
		t.Fatalf("none of the validators: %v", err)
	}
	if _, err := proof.VerifyChain(n.Root(1), blocks(1, half, half+1, last), proof.Params{}); err != nil {
		t.Fatalf("by the block of the change: %v", err)
	}
}

func TestVerifyChain_rejects(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	for range 10 {
		n.NextBlock()
	}
	other := prooftest.New(t, prooftest.Config{Validators: 5})
	other.NextBlock()
	root := n.Root(2)
	for _, tc := range []struct {
		name   string
		root   func(r *proof.Root)
		params proof.Params
		blocks func() []*proof.LightBlock
		want   string
	}{
		{name: "no blocks", blocks: func() []*proof.LightBlock { return nil }, want: "no light block"},
		{name: "root of another hash", root: func(r *proof.Root) { r.Hash[3] ^= 1 }, want: "trust root says"},
		{name: "root of another height", root: func(r *proof.Root) { r.Height = 3 }, want: "first block has height 2"},
		{name: "root of another chain", root: func(r *proof.Root) { r.ChainContext = strings.Repeat("ab", 32) },
			want: "belongs to chain"},
		{name: "root without a chain", root: func(r *proof.Root) { r.ChainContext = "7e" }, want: "chain context"},
		{name: "older block", blocks: func() []*proof.LightBlock {
			return []*proof.LightBlock{n.LightBlock(2),
				n.LightBlock(1)}
		}, want: "height"},
		{name: "same block", blocks: func() []*proof.LightBlock {
			return []*proof.LightBlock{n.LightBlock(2),
				n.LightBlock(2)}
		}, want: "height"},
		{name: "block of another network", blocks: func() []*proof.LightBlock {
			return []*proof.LightBlock{n.LightBlock(2), other.LightBlock(3)}
		}, want: "match"},
		{name: "two thirds and no more", blocks: func() []*proof.LightBlock {
			b := n.Block(6).Clone()
			b.SignBy(2)
			return []*proof.LightBlock{n.LightBlock(2), b.LightBlock(t)}
		}, want: "voting power"},
		{name: "next block with other validators", blocks: func() []*proof.LightBlock {
			b := n.Block(3).Clone()
			b.Validators = other.Block(3).Validators
			b.Header.ValidatorsHash = b.Validators.Hash()
			b.Commit = other.Block(3).Commit
			b.Commit.BlockID.Hash = b.Header.Hash()
			return []*proof.LightBlock{n.LightBlock(2), b.LightBlock(t)}
		}, want: "next validators"},
		{name: "beyond the trusting period", params: proof.Params{TrustingPeriod: 4 * time.Second},
			want: proof.ErrExpired.Error()},
		{name: "from the future", params: proof.Params{Now: prooftest.Genesis}, want: "future"},
		{name: "root too old by the clock", params: proof.Params{Now: prooftest.Genesis.Add(20 * 24 * time.Hour)},
			want: proof.ErrExpired.Error()},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := *root
			if tc.root != nil {
				tc.root(&r)
			}
			blocks := []*proof.LightBlock{n.LightBlock(2), n.LightBlock(9)}
			if tc.blocks != nil {
				blocks = tc.blocks()
			}
			_, err := proof.VerifyChain(&r, blocks, tc.params)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Fatalf("got %v, want %q", err, tc.want)
			}
			if got := proof.FailedCheck(err); got != proof.CheckLightBlocks &&
				!strings.Contains(tc.name, "without a chain") {
				t.Fatalf("names the check %q", got)
			}
		})
	}
}

// One block later than the trusting period allows is refused, at the period it is not: the clock moves, nothing else.
func TestVerifyNext_trustingPeriodEdge(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	n.NextBlock()
	v, err := proof.VerifyRoot(n.Root(1), n.LightBlock(1))
	if err != nil {
		t.Fatal(err)
	}
	now := v.Time().Add(time.Hour)
	p := proof.Params{TrustingPeriod: time.Hour, Now: now.Add(-1)}
	if _, err := v.VerifyNext(n.LightBlock(3), p); err != nil {
		t.Fatal(err)
	}
	p.Now = now
	if _, err := v.VerifyNext(n.LightBlock(3), p); !errors.Is(err, proof.ErrExpired) {
		t.Fatalf("got %v", err)
	}
}

func TestSameBlock(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	n.NextBlock()
	fork := n.Block(3).Clone()
	fork.Header.AppHash = make([]byte, 32)
	fork.Sign()
	v, err := proof.VerifyRoot(n.Root(1), n.LightBlock(1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.VerifyNext(fork.LightBlock(t), proof.Params{}); err != nil {
		t.Fatalf("a fork that the validators signed verifies by itself: %v", err)
	}
	if _, err := proof.SameBlock(n.LightBlock(3), fork.LightBlock(t)); err == nil ||
		!strings.Contains(err.Error(), "fork at height 3") {
		t.Fatalf("got %v", err)
	}
	if same, err := proof.SameBlock(n.LightBlock(3), n.LightBlock(3)); !same || err != nil {
		t.Fatal(same, err)
	}
	if same, err := proof.SameBlock(n.LightBlock(3), n.LightBlock(2)); same || err != nil {
		t.Fatal(same, err)
	}
}

// Every byte of a recorded chain counts: whichever is changed, the chain is refused and the error names the check.
func TestLightBlock_everyByteCounts(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 3})
	n.NextBlock()
	first, last := n.LightBlock(1), n.LightBlock(3)
	raw := last.Trim(first).Encode()
	checks := make(map[proof.Check]int)
	for i := range raw {
		for _, mask := range []byte{1, 0x10, 0x80, 0xff} {
			bad := append([]byte(nil), raw...)
			bad[i] ^= mask
			b, err := proof.DecodeLightBlock(bad)
			if err == nil {
				_, err = proof.VerifyChain(n.Root(1), []*proof.LightBlock{first, b}, proof.Params{})
			}
			if err == nil {
				t.Fatalf("byte %d changed by %#x is accepted", i, mask)
			}
			checks[proof.FailedCheck(err)]++
		}
	}
	if checks[""] > 0 || checks[proof.CheckEncoding] == 0 || checks[proof.CheckLightBlocks] == 0 {
		t.Fatalf("checks named: %v", checks)
	}
	t.Logf("%d bytes, checks named: %v", len(raw), checks)
}

func TestLightBlock_encoding(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4})
	b := n.LightBlock(2)
	raw := b.Encode()
	got, err := proof.DecodeLightBlock(raw)
	if err != nil {
		t.Fatal(err)
	}
	if got.Hash() != b.Hash() || string(got.Encode()) != string(raw) {
		t.Fatal("does not survive")
	}
	trimmed := b.Trim(nil).Encode()
	if len(trimmed) >= len(raw) {
		t.Fatalf("trimmed to %d from %d bytes", len(trimmed), len(raw))
	}
	for name, bad := range map[string][]byte{
		"empty":     nil,
		"truncated": raw[:len(raw)-1],
		"trailing":  append(append([]byte(nil), raw...), 0),
		"too large": make([]byte, proof.MaxLightBlockSize+1),
		"wide int":  append([]byte{0x98, 0x03}, raw[1:]...), // The array's length in two bytes.
	} {
		if _, err := proof.DecodeLightBlock(bad); proof.FailedCheck(err) != proof.CheckEncoding {
			t.Errorf("%s: %v", name, err)
		}
	}
}
