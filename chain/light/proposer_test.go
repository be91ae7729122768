package light_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	abcitypes "github.com/cometbft/cometbft/abci/types"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	memorySigner "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-core/go/common/identity"
	"github.com/oasisprotocol/oasis-core/go/consensus/cometbft/abci"
	cmtcrypto "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/crypto"
	consensusGenesis "github.com/oasisprotocol/oasis-core/go/consensus/genesis"
	genesis "github.com/oasisprotocol/oasis-core/go/genesis/api"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// validator is the application of one validator of oasis-core, as it votes on proposals.
func validator(t *testing.T, doc *genesis.Document) (abcitypes.Application, signature.Signer) {
	t.Helper()
	var signers [3]signature.Signer
	for i := range signers {
		signers[i] = memorySigner.NewTestSigner(fmt.Sprintf("%s %p %d", t.Name(), &signers, i))
	}
	server, err := abci.NewApplicationServer(t.Context(), nil, &abci.ApplicationConfig{
		DataDir: t.TempDir(), StorageBackend: "badger", MemoryOnlyStorage: true, DisableCheckpointer: true,
		InitialHeight: 1,
		Identity:      &identity.Identity{NodeSigner: signers[0], ConsensusSigner: signers[1], P2PSigner: signers[2]},
		ChainContext:  doc.ChainContext(), Pruning: abci.PruneConfig{Strategy: abci.PruneNone,
			PruneInterval: time.Hour},
	})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	server.Mux().InitChain(abcitypes.RequestInitChain{Time: doc.Time, ChainId: doc.ChainID, AppStateBytes: raw,
		InitialHeight: 1})
	return server.Mux(), signers[1]
}

// What oasis-core's validators vote for. Where this fails, oasis-core has changed, and docs/protocol/proof.md says what
// is no longer so.
func TestProposals_whatValidatorsVoteFor(t *testing.T) {
	signature.UnsafeResetChainContext()
	doc := &genesis.Document{Height: 1, Time: time.Unix(1_800_000_000, 0).UTC(), ChainID: "proposals"}
	doc.Consensus.Parameters = consensusGenesis.Parameters{MaxTxSize: prooftest.MaxTxSize, MaxBlockSize: 1 << 20,
		MaxEvidenceSize: 1 << 10}
	signature.SetChainContext(doc.ChainContext())
	proposer, signer := validator(t, doc)
	honest, _ := validator(t, doc)
	public := signer.Public()
	address, at := cmtcrypto.PublicKeyToCometBFT(&public).Address(), doc.Time.Add(time.Second)
	prepared := proposer.PrepareProposal(abcitypes.RequestPrepareProposal{MaxTxBytes: 1 << 20, Height: 1, Time: at,
		ProposerAddress: address})
	votesFor := func(txs [][]byte) bool {
		return honest.ProcessProposal(abcitypes.RequestProcessProposal{
			Txs: txs, Hash: []byte{1}, Height: 1, Time: at, ProposerAddress: address,
		}).Status == abcitypes.ResponseProcessProposal_ACCEPT
	}
	if !votesFor(prepared.Txs) {
		t.Fatal("no vote for an honest proposal")
	}
	for _, p := range prooftest.Proposals() {
		if got := votesFor(p.Txs(t, prepared.Txs, signer,
			hash.NewFromBytes([]byte("a state that never was")))); got != p.Passes {
			t.Errorf("%s: passes is %v, want %v", p.Name, got, p.Passes)
		}
	}
}

// attack is a chain whose validators sign what one of them proposes, and the chain of states that the proposer and the
// host's node would like to be believed.
type attack struct {
	chain, forgery *prooftest.Network
	node           *prooftest.Node
	clock          *clock
}

var consentKey = []byte("consent of the subject")

// newAttack makes an attack whose proposer proposes so in every block from the third on, whose odd ones are the
// proposer's friends'.
func newAttack(t *testing.T, p *prooftest.Proposal) *attack {
	t.Helper()
	a := &attack{chain: prooftest.New(t, prooftest.Config{Validators: 4}),
		forgery: prooftest.New(t, prooftest.Config{Validators: 4})}
	a.node, a.clock = a.chain.Node(), at(a.chain)
	a.node.Consensus = prooftest.Either(a.forgery.ConsensusState(), a.chain.ConsensusState())
	a.node.Runtime = prooftest.Either(a.forgery.RuntimeState(), a.chain.RuntimeState())
	a.chain.Byzantine(p, func(height int64) hash.Hash { return a.forgery.ConsensusRoot(height).Hash })
	return a
}

// turn adds a block: on the chain the subject has revoked, and in the forgery granted.
func (a *attack) turn() {
	a.forgery.Round(prooftest.Write{Key: consentKey, Value: fmt.Appendf(nil, "granted %d", a.forgery.Height())})
	a.chain.Round(prooftest.Write{Key: consentKey, Value: fmt.Appendf(nil, "revoked %d", a.chain.Height())})
	a.clock.now = a.chain.Block(a.chain.Height()).Header.Time
}

// check checks that a head is the chain's, and that what is read in it is what the chain says.
func (a *attack) check(t *testing.T, v *light.View, head light.Head) {
	t.Helper()
	if want := a.chain.Header(head.Round()); head.Runtime.Last != *want {
		t.Fatalf("head %+v of round %d, the chain has %+v", head.Runtime.Last, head.Round(), want)
	}
	if head.Round() < 2 {
		return // nothing is written yet
	}
	tree := v.Tree(&head.Runtime.Last)
	defer tree.Close()
	got, err := tree.Get(t.Context(), consentKey)
	if err != nil || string(got) != fmt.Sprintf("revoked %d", head.Runtime.LastHeight-1) {
		t.Fatalf("at height %d: %q, %v", head.Height, got, err)
	}
}

// One proposer of four and the node of the view's host make the view believe nothing: with any metadata in the blocks,
// and any of them shown by the node, from the first view on.
func TestView_aProposerIsNotBelieved(t *testing.T) {
	shows := map[string]prooftest.Friendly{
		"every block":               nil,
		"friends' blocks only":      func(height int64) bool { return height == 1 || height%2 == 1 },
		"but for every third block": func(height int64) bool { return height%3 != 0 },
	}
	for _, p := range prooftest.Proposals() {
		for name, friendly := range shows {
			t.Run(p.Name+", of whose blocks the node shows "+name, func(t *testing.T) {
				a := newAttack(t, &p)
				a.node.Shows = friendly
				a.turn()
				v, err := open(t, a.chain, func(cfg *light.Config) {
					cfg.Node, cfg.Now, cfg.Witnesses = a.node, a.clock.Now, []light.Node{a.node}
				})
				if err != nil {
					t.Fatal(err)
				}
				head, err := v.Latest()
				if err != nil {
					t.Fatal(err)
				}
				a.check(t, v, head)
				for range 8 {
					a.turn()
					head, err := v.Update(t.Context())
					if err != nil {
						t.Fatal(err)
					}
					a.check(t, v, head)
				}
				if head, _ := v.Latest(); head.Height < a.chain.Height()-3 {
					t.Errorf("the view is at height %d of %d", head.Height, a.chain.Height())
				}
			})
		}
	}
}

// What the node tells before a header confirms it is told apart from what is so.
func TestView_told(t *testing.T) {
	a := newAttack(t, nil)
	a.turn()
	v := mustOpen(t, a.chain, func(cfg *light.Config) { cfg.Node, cfg.Now = a.node, a.clock.Now })
	a.turn()
	newest := a.chain.Header(3)

	told, err := v.Told(t.Context(), 3)
	if err != nil || *told != *newest {
		t.Fatalf("%+v %v", told, err)
	}
	if h, err := v.ToldAt(t.Context(), 3); err != nil || *h != *newest {
		t.Fatalf("%+v %v", h, err)
	}
	// It is not taken for confirmed meanwhile.
	if head, err := v.Latest(); err != nil || head.Round() >= 3 {
		t.Fatalf("%+v %v", head, err)
	}
	if _, err := v.Header(t.Context(), 3); !errors.Is(err, light.ErrNotYet) {
		t.Fatal(err)
	}
	short, stop := context.WithTimeout(t.Context(), time.Millisecond)
	defer stop()
	if _, err := v.Confirm(short, told); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	a.turn()
	if _, err := v.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	if head, err := v.Confirm(t.Context(), told); err != nil || head.Round() != 3 {
		t.Fatalf("%+v %v", head, err)
	}
	if h, err := v.ToldAt(t.Context(), 2); err != nil || *h != *a.chain.Header(2) {
		t.Fatalf("an older round: %+v %v", h, err)
	}
}

// A round that the node made up is read, and ends in an error before anything can follow from it.
func TestView_toldLies(t *testing.T) {
	next := func(a *attack, v *light.View) func() {
		return func() {
			a.turn()
			if _, err := v.Update(context.Background()); err != nil {
				panic(err)
			}
		}
	}
	t.Run("another state", func(t *testing.T) {
		a := newAttack(t, nil)
		a.turn()
		v := mustOpen(t, a.chain, func(cfg *light.Config) { cfg.Node, cfg.Now = a.node, a.clock.Now })
		a.turn()
		a.node.Told = cbor.Marshal(a.forgery.Header(3))
		told, err := v.Told(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		tree := v.Tree(told)
		defer tree.Close()
		if got, err := tree.Get(t.Context(), consentKey); err != nil || string(got) != "granted 3" {
			t.Fatalf("%q %v", got, err)
		}
		next(a, v)()
		if _, err := v.Confirm(t.Context(), told); !errors.Is(err, light.ErrForged) {
			t.Errorf("confirmed: %v", err)
		}
	})
	t.Run("a round to come", func(t *testing.T) {
		a := newAttack(t, nil)
		a.turn()
		v := mustOpen(t, a.chain, func(cfg *light.Config) { cfg.Node, cfg.Now = a.node, a.clock.Now })
		made := *a.forgery.Header(2)
		made.Round = 1 << 60
		a.node.Told = cbor.Marshal(&made)
		told, err := v.Told(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() {
			_, err := v.Confirm(t.Context(), told)
			done <- err
		}()
		// It gives up after a number of blocks, however many come before it begins to wait.
		for {
			select {
			case err := <-done:
				if !errors.Is(err, light.ErrNeverCame) {
					t.Errorf("confirmed: %v", err)
				}
				return
			default:
				next(a, v)()
			}
		}
	})
	t.Run("an older round", func(t *testing.T) {
		a := newAttack(t, nil)
		a.turn()
		a.turn()
		a.turn()
		v := mustOpen(t, a.chain, func(cfg *light.Config) { cfg.Node, cfg.Now = a.node, a.clock.Now })
		a.node.Told = cbor.Marshal(a.chain.Header(1))
		head, err := v.Latest()
		if err != nil {
			t.Fatal(err)
		}
		if told, err := v.Told(t.Context(), 0); err != nil || *told != head.Runtime.Last {
			t.Errorf("%+v %v", told, err)
		}
	})
	for name, raw := range map[string][]byte{"no header": []byte("junk"), "empty": {},
		"another runtime": cbor.Marshal(&proof.Header{Round: 9})} {
		a := newAttack(t, nil)
		v := mustOpen(t, a.chain, func(cfg *light.Config) { cfg.Node, cfg.Now = a.node, a.clock.Now })
		a.node.Told = raw
		if _, err := v.Told(t.Context(), 0); !errors.Is(err, light.ErrForged) {
			t.Errorf("%s: %v", name, err)
		}
		a.node.Told = nil
		a.turn() // a round between the newest that is confirmed and the newest that there is
		a.turn()
		a.node.ForgeHeader = map[uint64][]byte{2: raw}
		if _, err := v.ToldAt(t.Context(), 2); !errors.Is(err, light.ErrForged) {
			t.Errorf("%s, of a round that is not the newest: %v", name, err)
		}
	}
}
