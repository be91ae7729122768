package proof_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// localnet is what nodes of a real network said. TestRecordFixture of chain/light records it.
type localnet struct {
	ChainContext, Runtime, RootHash, NodeBlock, Record, Header, Commitments, State, Absent, Prefix, Page string
	RootHeight                                                                                           int64
	Blocks, Older, Present                                                                               []string
	Workers, Backups, Signed, Count                                                                      int
}

// The blocks, records and proofs of a real network verify from end to end, and no longer when any of them is changed.
func TestLocalnet(t *testing.T) {
	raw, err := os.ReadFile("testdata/localnet.json")
	if err != nil {
		t.Fatal(err)
	}
	var f localnet
	if err := json.Unmarshal(raw, &f); err != nil {
		t.Fatal(err)
	}
	root, err := f.verify(t)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("chain %.8s: %d light blocks, %d headers, committee of %d and %d, %d accounts", root.ChainContext,
		len(f.Blocks), len(f.Older)+1, f.Workers, f.Backups, f.Count)

	change := func(s string, at int) string {
		b := unhex(t, s)
		b[at%len(b)] ^= 0x01
		return hex.EncodeToString(b)
	}
	for name, c := range map[string]func(f *localnet, at int){
		"root hash":     func(f *localnet, at int) { f.RootHash = change(f.RootHash, at) },
		"chain context": func(f *localnet, at int) { f.ChainContext = change(f.ChainContext, at) },
		"runtime":       func(f *localnet, at int) { f.Runtime = change(f.Runtime, 31) },
		"first block":   func(f *localnet, at int) { f.Blocks[0] = change(f.Blocks[0], at) },
		"last block": func(f *localnet, at int) {
			f.Blocks[len(f.Blocks)-1] = change(f.Blocks[len(f.Blocks)-1],
				at)
		},
		"record":       func(f *localnet, at int) { f.Record = change(f.Record, at) },
		"older header": func(f *localnet, at int) { f.Older[2] = change(f.Older[2], at) },
		"commitments":  func(f *localnet, at int) { f.Commitments = change(f.Commitments, at) },
		"state":        func(f *localnet, at int) { f.State = change(f.State, at) },
		"page":         func(f *localnet, at int) { f.Page = change(f.Page, at) },
	} {
		for at := range 100 {
			bad := f
			bad.Blocks, bad.Older = slices.Clone(f.Blocks), slices.Clone(f.Older)
			c(&bad, at*23)
			if _, err := bad.verify(t); err == nil {
				t.Fatalf("%s: changed at %d, and it verifies", name, at*23)
			}
		}
	}
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (f *localnet) verify(t testing.TB) (*proof.Root, error) {
	t.Helper()
	root := &proof.Root{ChainContext: f.ChainContext, Height: f.RootHeight, Hash: oasis.Hash(unhex(t, f.RootHash))}
	copy(root.RuntimeID[:], unhex(t, f.Runtime))
	var blocks []*proof.LightBlock
	for _, b := range f.Blocks {
		lb, err := proof.DecodeLightBlock(unhex(t, b))
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, lb)
	}
	chain, err := proof.VerifyChain(root, blocks, proof.Params{})
	if err != nil {
		return nil, err
	}
	last, before := chain[len(chain)-1], chain[len(chain)-2]

	// As the node sends it, the block is the same.
	sent, err := fromnode.LightBlock(unhex(t, f.NodeBlock))
	if err != nil {
		return nil, err
	}
	if same, err := proof.SameBlock(sent, before.LightBlock()); !same || err != nil {
		t.Fatalf("the node's block is another one: %v", err)
	}
	var record, state, page proof.Entries
	for raw, dst := range map[string]*proof.Entries{f.Record: &record, f.State: &state, f.Page: &page} {
		if err := strict(unhex(t, raw), dst); err != nil {
			return nil, err
		}
	}
	tree, err := record.Open(last.StateRoot())
	if err != nil {
		return nil, err
	}
	rs, err := proof.VerifyRuntimeState(last, tree)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(cbor.Marshal(&rs.Last), unhex(t, f.Header)) {
		t.Fatalf("header %+v", rs.Last)
	}
	var older []proof.Header
	for _, raw := range f.Older {
		h, err := proof.DecodeHeader(unhex(t, raw))
		if err != nil {
			return nil, err
		}
		older = append(older, *h)
	}
	if err := proof.LinkHeaders(&rs.Last, older); err != nil {
		return nil, err
	}
	var commitments []proof.Commitment
	if err := strict(unhex(t, f.Commitments), &commitments); err != nil {
		return nil, err
	}
	signers, err := proof.VerifyCommitments(root, &rs.Last, rs.Committee, rs.AllowedStragglers, commitments)
	if err != nil {
		return nil, err
	}
	if signers.Workers != f.Workers || signers.Backups != f.Backups || len(signers.Nodes) != f.Signed {
		t.Fatalf("signers %+v", signers)
	}

	if tree, err = state.Open(rs.Last.StateRoot); err != nil {
		return nil, err
	}
	for i := 0; i < len(f.Present); i += 2 {
		if v, err := tree.MustHave(unhex(t, f.Present[i])); err != nil || !bytes.Equal(v, unhex(t, f.Present[i+1])) {
			t.Fatalf("key %s: %x %v", f.Present[i], v, err)
		}
	}
	if _, ok, err := tree.Get(unhex(t, f.Absent)); ok || err != nil {
		t.Fatalf("absent key: %v %v", ok, err)
	}
	if tree, err = page.Open(rs.Last.StateRoot); err != nil {
		return nil, err
	}
	count := 0
	next, err := tree.Walk(unhex(t, f.Prefix), nil, func(_, _ []byte) error { count++; return nil })
	if next != nil || err != nil || count != f.Count {
		t.Fatalf("%d accounts, next %x, %v", count, next, err)
	}
	return root, nil
}

// strict decodes what has one encoding only.
func strict(raw []byte, dst any) error {
	if err := cbor.Unmarshal(raw, dst); err != nil {
		return err
	}
	if !bytes.Equal(cbor.Marshal(dst), raw) {
		return proof.ErrIncomplete
	}
	return nil
}
