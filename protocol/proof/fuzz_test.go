package proof_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// What parses re-encodes alike, and the bytes of a node never panic.
func FuzzDecodeLightBlock(f *testing.F) {
	n := prooftest.New(f, prooftest.Config{Validators: 4})
	b := n.LightBlock(2)
	f.Add(b.Encode())
	f.Add(b.Trim(n.LightBlock(1)).Encode())
	f.Add(n.LightBlock(1).Encode())
	root := n.Root(1)
	trusted, err := proof.VerifyRoot(root, n.LightBlock(1))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := proof.DecodeLightBlock(data)
		if err != nil {
			return
		}
		if !bytes.Equal(b.Encode(), data) {
			t.Fatal("parsed from another encoding than the canonical one")
		}
		_, _ = trusted.VerifyNext(b, proof.Params{})
		_, _ = proof.VerifyRoot(root, b)
		_ = b.Trim(trusted.LightBlock()).Encode()
	})
}

// The verifier accepts exactly the proofs that oasis-core accepts and that are canonical, and reads from them without
// panicking.
func FuzzVerifyTree(f *testing.F) {
	writes := append(ledger("evm\x02aaaa", 40), prooftest.Write{Key: []byte("evm\x02"), Value: []byte("inner")})
	s, root := state(f, writes...)
	for _, p := range []*syncer.Proof{s.Get(f, root, writes[3].Key), s.Get(f, root, []byte("evm\x02")),
		s.Iterate(f, root, []byte("evm"), 10)} {
		f.Add(cbor.Marshal(p.Entries), uint16(1))
		f.Add(cbor.Marshal(p.Entries), uint16(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, version uint16) {
		var entries [][]byte
		if cbor.Unmarshal(data, &entries) != nil {
			return
		}
		for _, want := range []hash.Hash{root.Hash, rebuiltRoot(t, entries, version)} {
			p := &syncer.Proof{V: version, UntrustedRoot: want, Entries: entries}
			tree, err := fromnode.VerifyTree(want, p)
			var lib syncer.ProofVerifier
			_, libErr := lib.VerifyProof(t.Context(), want, p)
			switch {
			case err != nil && proof.FailedCheck(err) == "":
				t.Fatalf("error names no check: %v", err)
			case proof.FailedCheck(err) == proof.CheckStorageProofs && libErr == nil:
				t.Fatalf("oasis-core accepts entries in canonical form, and we say %v", err)
			case err != nil:
				continue
			case libErr != nil:
				t.Fatalf("oasis-core refuses what we accept: %v", libErr)
			}
			_, _, _ = tree.Get(writes[0].Key)
			_, _ = tree.Walk([]byte("evm"), nil, func(k, v []byte) error { return nil })
			if p, err := tree.Prove([][]byte{writes[0].Key}, [][]byte{[]byte("evm\x02aaaa")}); err == nil {
				if _, err := p.Open(oasis.Hash(want)); err != nil {
					t.Fatalf("our own proof: %v", err)
				}
			}
			if merged, err := tree.Merge(tree); err != nil || merged.Root() != oasis.Hash(want) {
				t.Fatal(err)
			}
			_ = tree.VerifyRange(rangeOf(t, "evm\x02aaaa", writes[:3]))
		}
	})
}

// rebuiltRoot returns the root that a proof leads to, so that the fuzzer gets past the comparison of hashes. Only the
// library's error says it.
func rebuiltRoot(t *testing.T, entries [][]byte, version uint16) (h hash.Hash) {
	t.Helper()
	if len(entries) > 1000 {
		return h
	}
	var lib syncer.ProofVerifier
	_, err := lib.VerifyProof(t.Context(), h, &syncer.Proof{V: version, Entries: entries})
	if err == nil {
		return h
	}
	if _, got, ok := strings.Cut(err.Error(), "got: "); ok && len(got) == 2*hash.Size+1 {
		_ = h.UnmarshalHex(got[:2*hash.Size])
	}
	return h
}

func FuzzVerifyRange(f *testing.F) {
	entries := ledger("evm\x02bbbb", 20)
	s, root := state(f, append(entries, ledger("evm\x02aaaa", 20)...)...)
	tree, err := fromnode.VerifyTree(root.Hash, s.Iterate(f, root, []byte("evm\x02bbbb"), 100))
	if err != nil {
		f.Fatal(err)
	}
	good := rangeOf(f, "evm\x02bbbb", entries)
	f.Add(cbor.Marshal(good))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r proof.Range
		if cbor.Unmarshal(data, &r) != nil {
			return
		}
		if err := tree.VerifyRange(&r); err == nil && r.Len() > 0 &&
			!bytes.Equal(cbor.Marshal(&r), cbor.Marshal(good)) {
			// Shorter prefixes and single entries are ranges as well.
			if !bytes.Contains(good.Packed, r.Packed[:1]) {
				t.Fatalf("accepted %x", data)
			}
		}
	})
}

func FuzzDecodeRecords(f *testing.F) {
	n := prooftest.New(f, prooftest.Config{Workers: 2})
	h := n.Round()
	root := n.ConsensusRoot(n.Height())
	key := proof.RuntimeStateKey(n.RuntimeID())
	raw, err := n.Tree([][]byte{key}, root, n.ConsensusState()).MustHave(key)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add(cbor.Marshal(h))
	for _, tx := range n.Block(n.Height()).Txs {
		f.Add(tx)
	}
	trust := n.Root(1)
	f.Fuzz(func(t *testing.T, data []byte) {
		if rs, err := proof.DecodeRuntimeState(data); err == nil && rs.Committee != nil {
			_, _ = proof.VerifyCommitments(trust, &rs.Last, rs.Committee, rs.AllowedStragglers, nil)
		}
		if h, err := proof.DecodeHeader(data); err == nil && !bytes.Equal(cbor.Marshal(h), data) {
			t.Fatal("header does not survive")
		}
		_ = proof.CommitmentsIn(data, h)
	})
}
