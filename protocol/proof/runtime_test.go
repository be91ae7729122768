package proof_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// prove leads from a trust root at height 1 to the runtime's record after the block at a height.
func prove(t testing.TB, n *prooftest.Network, height int64) (*proof.VerifiedBlock, *proof.Tree) {
	t.Helper()
	chain, err := proof.VerifyChain(n.Root(1), []*proof.LightBlock{n.LightBlock(1), n.LightBlock(height + 1)},
		proof.Params{})
	if err != nil {
		t.Fatal(err)
	}
	key := proof.RuntimeStateKey(n.RuntimeID())
	tree, err := fromnode.VerifyTree(chain[1].StateRoot(), n.ConsensusState().Get(t, n.ConsensusRoot(height), key))
	if err != nil {
		t.Fatal(err)
	}
	return chain[1], tree
}

func TestVerifyRuntimeState(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 4, Workers: 3, Backups: 2, AllowedStragglers: 1})
	h := n.Round(prooftest.Write{Key: []byte("k"), Value: []byte("v")})
	height := n.Height()
	n.NextBlock()
	block, tree := prove(t, n, height)
	if block.StateHeight() != height {
		t.Fatalf("state height %d, want %d", block.StateHeight(), height)
	}
	rs, err := proof.VerifyRuntimeState(block, tree)
	if err != nil {
		t.Fatal(err)
	}
	if rs.Last != *h || rs.LastHeight != height || rs.LastNormalRound != h.Round || rs.LastNormalHeight != height ||
		rs.Suspended {
		t.Fatalf("got %+v, want header %+v at %d", rs, h, height)
	}
	if rs.Genesis != *n.Header(0) || rs.AllowedStragglers != 1 {
		t.Fatalf("got %+v", rs)
	}
	if w, b := rs.Committee.Size(); w != 3 || b != 2 {
		t.Fatalf("committee of %d and %d", w, b)
	}
	// The same record under a block that commits to another state.
	if _, err := proof.VerifyRuntimeState(mustVerify(t, n, height), tree); proof.FailedCheck(
		err) != proof.CheckConsensusState {
		t.Fatalf("block of another state: %v", err)
	}
	other := n.RuntimeID()
	other[31] ^= 1
	if _, err := proof.ReadRuntimeState(tree, other); proof.FailedCheck(err) != proof.CheckConsensusState {
		t.Fatalf("another runtime: %v", err)
	}
	n.NextBlock()
	if _, err := fromnode.VerifyTree(mustVerify(t, n, height).StateRoot(),
		n.ConsensusState().Get(t, n.ConsensusRoot(height), proof.RuntimeStateKey(n.RuntimeID()))); proof.FailedCheck(
		err) != proof.CheckStorageProofs {
		t.Fatalf("proof against another app hash: %v", err)
	}
}

func mustVerify(t testing.TB, n *prooftest.Network, height int64) *proof.VerifiedBlock {
	t.Helper()
	v, err := proof.VerifyChain(n.Root(1), []*proof.LightBlock{n.LightBlock(1), n.LightBlock(height)}, proof.Params{})
	if err != nil {
		t.Fatal(err)
	}
	return v[1]
}

func TestReadPastRoots(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{PastRoots: 3})
	var headers []*proof.Header
	for i := range 6 {
		headers = append(headers, n.Round(prooftest.Write{Key: []byte{byte(i)}, Value: []byte("v")}))
	}
	root := n.ConsensusRoot(n.Height())
	for i, h := range headers {
		key := proof.PastRootsKey(n.RuntimeID(), h.Round)
		tree, err := fromnode.VerifyTree(root.Hash, n.ConsensusState().Get(t, root, key))
		if err != nil {
			t.Fatal(err)
		}
		got, ok, err := proof.ReadPastRoots(tree, n.RuntimeID(), h.Round)
		if err != nil {
			t.Fatal(err)
		}
		if want := i >= 3; ok != want {
			t.Fatalf("round %d: kept is %v, want %v", h.Round, ok, want)
		}
		if ok && (got.StateRoot != h.StateRoot || got.IORoot != h.IORoot) {
			t.Fatalf("round %d: %+v", h.Round, got)
		}
		if _, _, err := proof.ReadPastRoots(tree, n.RuntimeID(), headers[3].Round); i == 5 &&
			proof.FailedCheck(err) != proof.CheckConsensusState {
			t.Fatalf("a round that the proof does not show: %v", err)
		}
	}
}

func TestLinkHeaders(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{})
	for range 5 {
		n.Round()
	}
	newest := n.Header(6)
	older := []proof.Header{*n.Header(5), *n.Header(4), *n.Header(3)}
	if err := proof.LinkHeaders(newest, older); err != nil {
		t.Fatal(err)
	}
	if err := proof.LinkHeaders(newest, nil); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(h []proof.Header) []proof.Header{
		"gap":       func(h []proof.Header) []proof.Header { return h[1:] },
		"reversed":  func(h []proof.Header) []proof.Header { h[0], h[2] = h[2], h[0]; return h },
		"version":   func(h []proof.Header) []proof.Header { h[1].Version++; return h },
		"namespace": func(h []proof.Header) []proof.Header { h[1].Namespace[0] ^= 1; return h },
		"round":     func(h []proof.Header) []proof.Header { h[1].Round++; return h },
		"timestamp": func(h []proof.Header) []proof.Header { h[1].Timestamp++; return h },
		"type":      func(h []proof.Header) []proof.Header { h[1].HeaderType++; return h },
		"previous":  func(h []proof.Header) []proof.Header { h[2].PreviousHash[0] ^= 1; return h },
		"io root":   func(h []proof.Header) []proof.Header { h[2].IORoot[0] ^= 1; return h },
		"state":     func(h []proof.Header) []proof.Header { h[2].StateRoot[0] ^= 1; return h },
		"messages":  func(h []proof.Header) []proof.Header { h[2].MessagesHash[0] ^= 1; return h },
		"incoming":  func(h []proof.Header) []proof.Header { h[2].InMessagesHash[0] ^= 1; return h },
	} {
		bad := change(append([]proof.Header(nil), older...))
		if err := proof.LinkHeaders(newest, bad); proof.FailedCheck(err) != proof.CheckRuntimeRounds {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := proof.LinkHeaders(n.Header(0), older); proof.FailedCheck(err) != proof.CheckRuntimeRounds {
		t.Errorf("before the first round: %v", err)
	}
}

// Our header is oasis-core's, byte for byte, and so is its hash.
func TestHeader_sameAsOasisCore(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	random := func(b []byte) {
		for i := range b {
			b[i] = byte(rng.Uint32())
		}
	}
	for i := range 1000 {
		theirs := block.Header{
			Version: uint16(rng.Uint32()), Round: rng.Uint64() >> (i % 64),
			Timestamp:  block.Timestamp(rng.Uint64() >> (i % 64)),
			HeaderType: block.HeaderType(rng.Uint32()),
		}
		for _, h := range []*hash.Hash{&theirs.PreviousHash, &theirs.IORoot, &theirs.StateRoot, &theirs.MessagesHash,
			&theirs.InMessagesHash} {
			random(h[:])
		}
		random(theirs.Namespace[8:]) // The first bytes hold flags.
		ours, err := proof.DecodeHeader(cbor.Marshal(theirs))
		if err != nil {
			t.Fatal(err)
		}
		if hash.Hash(ours.EncodedHash()) != theirs.EncodedHash() {
			t.Fatalf("%+v: hashes differ", theirs)
		}
		if got, want := fromnode.StorageRoot(ours), theirs.StorageRootState(); got != want {
			t.Fatalf("storage root %v, want %v", got, want)
		}
	}
	if got, want := reflect.TypeFor[proof.Header]().NumField(),
		reflect.TypeFor[block.Header]().NumField(); got != want {
		t.Fatalf("%d fields, oasis-core has %d", got, want)
	}
}

// Our reading of the runtime's record agrees with oasis-core's.
func TestDecodeRuntimeState_sameAsOasisCore(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Workers: 2, Backups: 1})
	n.Round()
	root := n.ConsensusRoot(n.Height())
	key := proof.RuntimeStateKey(n.RuntimeID())
	raw, err := n.Tree([][]byte{key}, root, n.ConsensusState()).MustHave(key)
	if err != nil {
		t.Fatal(err)
	}
	ours, err := proof.DecodeRuntimeState(raw)
	if err != nil {
		t.Fatal(err)
	}
	var theirs roothash.RuntimeState
	if err := cbor.Unmarshal(raw, &theirs); err != nil {
		t.Fatal(err)
	}
	if string(cbor.Marshal(ours.Last)) != string(cbor.Marshal(theirs.LastBlock.Header)) ||
		string(cbor.Marshal(ours.Genesis)) != string(cbor.Marshal(theirs.GenesisBlock.Header)) ||
		string(cbor.Marshal(ours.Committee)) != string(cbor.Marshal(theirs.Committee)) ||
		ours.LastHeight != theirs.LastBlockHeight || ours.LastNormalRound != theirs.LastNormalRound ||
		ours.LastNormalHeight != theirs.LastNormalHeight || ours.Suspended != theirs.Suspended ||
		ours.AllowedStragglers != theirs.Runtime.Executor.AllowedStragglers ||
		ours.TEEHardware != uint8(theirs.Runtime.TEEHardware) {
		t.Fatalf("ours %+v\ntheirs %+v", ours, theirs)
	}
	for name, bad := range map[string][]byte{
		"empty": nil, "null": {0xf6}, "no map": {0x01}, "empty map": {0xa0}, "truncated": raw[:len(raw)-1],
	} {
		if _, err := proof.DecodeRuntimeState(bad); proof.FailedCheck(err) != proof.CheckEncoding {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestVerifyCommitments(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 1, Workers: 3, Backups: 3, AllowedStragglers: 1})
	type result struct {
		h       *proof.Header
		rs      *proof.RuntimeState
		commits []proof.Commitment
	}
	round := func(seats ...int) (r result) {
		r.h = n.RoundSignedBy(seats, prooftest.Write{Key: []byte{byte(n.Height())}, Value: []byte("v")})
		height := n.Height()
		for _, tx := range n.Block(height).Txs {
			r.commits = append(r.commits, proof.CommitmentsIn(tx, r.h)...)
		}
		n.NextBlock()
		block, tree := prove(t, n, height)
		var err error
		if r.rs, err = proof.VerifyRuntimeState(block, tree); err != nil {
			t.Fatal(err)
		}
		return r
	}
	root := n.Root(1)
	verify := func(r result) (*proof.Signers, error) {
		return proof.VerifyCommitments(root, r.h, r.rs.Committee, r.rs.AllowedStragglers, r.commits)
	}
	for _, tc := range []struct {
		seats []int
		want  string // Empty: refused.
	}{
		{[]int{0, 1, 2}, "signatures of 3 of 3 workers are shown, 2 are enough; of 0 of 3 backup workers, 2 are " +
			"enough"},
		{[]int{0, 2}, "signatures of 2 of 3 workers are shown, 2 are enough; of 0 of 3 backup workers, 2 are enough"},
		{[]int{0}, ""},
		{nil, ""},
		{[]int{0, 3}, ""},
		{[]int{0, 3, 5}, "signatures of 1 of 3 workers are shown, 2 are enough; of 2 of 3 backup workers, 2 are " +
			"enough"},
	} {
		got, err := verify(round(tc.seats...))
		switch {
		case tc.want == "" && proof.FailedCheck(err) != proof.CheckCommittee:
			t.Errorf("%v: %v", tc.seats, err)
		case tc.want != "" && err != nil:
			t.Errorf("%v: %v", tc.seats, err)
		case tc.want != "" && (got.String() != tc.want || len(got.Nodes) != len(tc.seats)):
			t.Errorf("%v: %s", tc.seats, got)
		}
	}

	good := round(0, 1, 2)
	other := round(0, 1, 2)
	for name, change := range map[string]func(r *result){
		"another round":     func(r *result) { r.commits = other.commits },
		"signature":         func(r *result) { r.commits[0].Signature[5] ^= 1 },
		"scheduler":         func(r *result) { r.commits[0].Scheduler = r.commits[1].Node },
		"messages":          func(r *result) { r.commits[0].InMessages++ },
		"TEE signature":     func(r *result) { r.commits[0].RAK = new(oasis.Signature) },
		"node":              func(r *result) { r.commits[0].Node = r.commits[1].Node },
		"stranger":          func(r *result) { r.commits[0].Node[3] ^= 1 },
		"signed twice":      func(r *result) { r.commits[1] = r.commits[0] },
		"no committee":      func(r *result) { r.rs.Committee = nil },
		"another header":    func(r *result) { h := *r.h; h.StateRoot[0] ^= 1; r.h = &h },
		"epoch transition":  func(r *result) { r.h = n.Header(1) },
		"another runtime's": func(r *result) { c := *r.rs.Committee; c.RuntimeID[5] ^= 1; r.rs.Committee = &c },
	} {
		bad := good
		bad.commits = append([]proof.Commitment(nil), good.commits...)
		rs := *good.rs
		bad.rs = &rs
		change(&bad)
		if _, err := verify(bad); proof.FailedCheck(err) != proof.CheckCommittee {
			t.Errorf("%s: %v", name, err)
		}
	}
	foreign := *root
	foreign.ChainContext = strings.Repeat("0", 64)
	if _, err := proof.VerifyCommitments(&foreign, good.h, good.rs.Committee, 1, good.commits); proof.FailedCheck(
		err) != proof.CheckCommittee {
		t.Errorf("signatures for another chain: %v", err)
	}
	if got := proof.CommitmentsIn(n.Block(2).Txs[0], good.h); got != nil {
		t.Errorf("found commitments in a meta transaction: %v", got)
	}
	for _, junk := range [][]byte{nil, {0xff}, {0xa0}, []byte("junk")} {
		if got := proof.CommitmentsIn(junk, good.h); got != nil {
			t.Errorf("found commitments in %x", junk)
		}
	}
}
