package light_test

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// fixture is protocol/proof/testdata/localnet.json: what a real node said, for the tests of package proof.
type fixture struct {
	Comment      string   `json:"comment"`
	ChainContext string   `json:"chainContext"`
	Runtime      string   `json:"runtime"`
	RootHeight   int64    `json:"rootHeight"`
	RootHash     string   `json:"rootHash"`
	Blocks       []string `json:"blocks"`    // Canonical light blocks from the root on.
	NodeBlock    string   `json:"nodeBlock"` // The last but one as the node sends it.
	// Entries that prove the runtime's record in the last block's state, CBOR.
	Record      string   `json:"record"`
	Header      string   `json:"header"`      // The header in it, CBOR.
	Older       []string `json:"older"`       // Headers before it, newest first, CBOR.
	Commitments string   `json:"commitments"` // Signatures over the header's round, CBOR.
	Workers     int      `json:"workers"`
	Backups     int      `json:"backups"`
	Signed      int      `json:"signed"`
	State       string   `json:"state"`   // Entries that prove runtime state, CBOR.
	Present     []string `json:"present"` // Key and value of what it shows.
	Absent      string   `json:"absent"`  // A key that it shows to be absent.
	Prefix      string   `json:"prefix"`
	Page        string   `json:"page"` // Entries of an iteration over the prefix, CBOR.
	Count       int      `json:"count"`
}

// TestRecordFixture records the fixture from a running localnet, for example one of four validators and three compute
// nodes:
//
//	ASSENT_FIXTURE_SOCKET=.localnet/nodes/node-0/internal.sock go test -run TestRecordFixture ./chain/light
func TestRecordFixture(t *testing.T) {
	socket := os.Getenv("ASSENT_FIXTURE_SOCKET")
	if socket == "" {
		t.Skip("a generator: set ASSENT_FIXTURE_SOCKET to a node's socket to record the fixture anew")
	}
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	var id common.Namespace
	must(id.UnmarshalHex("8000000000000000000000000000000000000000000000000000000000000a55"))
	c, err := chain.Dial(ctx, socket, id)
	must(err)
	defer c.Close() //nolint:errcheck // test
	n := light.NodeOf(c)
	first, err := c.Consensus().Core().GetLastRetainedHeight(ctx)
	must(err)
	raw, err := n.LightBlock(ctx, first)
	must(err)
	b, err := fromnode.LightBlock(raw)
	must(err)
	root := proof.Root{ChainContext: c.ChainContext(), Height: first, Hash: b.Hash(), RuntimeID: oasis.Namespace(id)}
	v, err := light.Open(ctx, light.Config{Root: root, Node: n})
	must(err)

	// A normal round that is the newest, which the block after its own proves.
	go v.Follow(ctx) //nolint:errcheck // ends with the test
	head, err := v.Wait(ctx, func(h light.Head) bool {
		return h.Runtime.Last.HeaderType == proof.HeaderNormal && h.Runtime.LastHeight == h.Height && h.Round() > 6
	})
	must(err)
	rs, record, err := v.RuntimeStateAt(ctx, head.Height)
	must(err)
	path, err := v.Path(ctx, (first+head.Height)/2, head.Height, head.Height+1)
	must(err)
	f := fixture{
		Comment:      "Recorded from a localnet by TestRecordFixture of chain/light.",
		ChainContext: root.ChainContext, Runtime: id.Hex(), RootHeight: root.Height, RootHash: root.Hash.String(),
		Record: hexCBOR(record), Header: hexCBOR(&rs.Last),
	}
	for _, b := range path {
		f.Blocks = append(f.Blocks, hex.EncodeToString(b.Encode()))
	}
	raw, err = n.LightBlock(ctx, head.Height)
	must(err)
	f.NodeBlock = hex.EncodeToString(raw)
	for round := rs.Last.Round; round > rs.Last.Round-5; round-- {
		h, err := v.Header(ctx, round-1)
		must(err)
		f.Older = append(f.Older, hexCBOR(h))
	}
	var commitments []proof.Commitment
	for height := head.Height; height > head.Height-5; height-- {
		found, err := v.Commitments(ctx, height, &rs.Last)
		must(err)
		commitments = append(commitments, found...)
	}
	signers, err := proof.VerifyCommitments(&root, &rs.Last, rs.Committee, rs.AllowedStragglers, commitments)
	must(err)
	f.Commitments, f.Workers, f.Backups, f.Signed = hexCBOR(commitments), signers.Workers, signers.Backups,
		len(signers.Nodes)

	prefix := []byte("accounts\x02")
	accounts, err := v.Range(ctx, &rs.Last, prefix)
	must(err)
	absent := append(append([]byte{}, accounts[1].Key...), 'x')
	state, _, err := v.Show(ctx, &rs.Last, [][]byte{accounts[0].Key, accounts[len(accounts)-1].Key, absent}, nil)
	must(err)
	f.State, f.Absent, f.Prefix, f.Count = hexCBOR(state), hex.EncodeToString(absent), hex.EncodeToString(prefix),
		len(accounts)
	for _, e := range []light.Entry{accounts[0], accounts[len(accounts)-1]} {
		f.Present = append(f.Present, hex.EncodeToString(e.Key), hex.EncodeToString(e.Value))
	}
	at := fromnode.StorageRoot(&rs.Last)
	rsp, err := n.RuntimeState().SyncIterate(ctx,
		&syncer.IterateRequest{Tree: syncer.TreeID{Root: at, Position: at.Hash}, Key: prefix, Prefetch: 1000,
			ProofVersion: 1})
	must(err)
	f.Page = hexCBOR(rsp.Proof.Entries)

	out, err := json.MarshalIndent(f, "", " ")
	must(err)
	must(os.WriteFile(filepath.Join("..", "..", "protocol", "proof", "testdata", "localnet.json"), append(out, '\n'),
		0o644))
}

func hexCBOR(v any) string { return hex.EncodeToString(cbor.Marshal(v)) }
