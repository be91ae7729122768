package prooftest

import (
	"crypto/rand"
	"slices"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	memorySigner "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	"github.com/oasisprotocol/oasis-core/go/consensus/api/transaction"
)

// MaxTxSize is the longest transaction that validators look into, on the networks that Proposals are made for.
const MaxTxSize = 32 << 10

// Proposal is what a proposer may put into a block instead of what an honest one does: the transactions, and the
// metadata among them that states a root of the consensus state.
type Proposal struct {
	Name string
	// Passes says whether oasis-core's validators vote for the block. Those that they do not vote for need two thirds
	// that lie.
	Passes bool
	// Txs makes the transactions from those of an honest proposal, whose last is the metadata, such that they state a
	// false root as well.
	Txs transactions
}

// transactions makes those of a dishonest proposal from those of an honest one.
type transactions func(t testing.TB, honest [][]byte, proposer signature.Signer, root hash.Hash) [][]byte

// metadata makes a transaction that states a root.
type metadata func(t testing.TB, proposer signature.Signer, root hash.Hash) []byte

// Proposals are the dishonest proposals that there are: each metadata that a proposer can write, at each place.
func Proposals() []Proposal {
	before := func(honest [][]byte) ([][]byte, []byte) {
		last := len(honest) - 1
		return slices.Clone(honest[:last]), honest[last]
	}
	behind := func(lie metadata) transactions {
		return func(t testing.TB, honest [][]byte, proposer signature.Signer, root hash.Hash) [][]byte {
			return append(slices.Clone(honest), lie(t, proposer, root))
		}
	}
	ahead := func(lie metadata) transactions {
		return func(t testing.TB, honest [][]byte, proposer signature.Signer, root hash.Hash) [][]byte {
			txs, meta := before(honest)
			return append(txs, lie(t, proposer, root), meta)
		}
	}
	return []Proposal{
		{Name: "a false root in the place of the true one",
			Txs: func(t testing.TB, honest [][]byte, proposer signature.Signer, root hash.Hash) [][]byte {
				txs, _ := before(honest)
				return append(txs, soundMeta(t, proposer, root))
			}},
		{Name: "no metadata", Txs: func(_ testing.TB, honest [][]byte, _ signature.Signer, _ hash.Hash) [][]byte {
			txs, _ := before(honest)
			return txs
		}},
		{Name: "a second metadata transaction", Txs: behind(soundMeta)},
		{Name: "a second metadata transaction, of another signer", Txs: behind(strangersMeta)},
		{Name: "a second metadata transaction, wrongly signed", Passes: true, Txs: behind(wronglySignedMeta)},
		{Name: "a second metadata transaction, wrongly signed, before the true one", Passes: true,
			Txs: ahead(wronglySignedMeta)},
		{Name: "a second metadata transaction, longer than transactions may be", Passes: true, Txs: behind(longMeta)},
		{Name: "a second metadata transaction, longer than transactions may be, before the true one", Passes: true,
			Txs: ahead(longMeta)},
		{Name: "metadata that is not the last transaction", Passes: true,
			Txs: behind(func(testing.TB, signature.Signer, hash.Hash) []byte {
				return []byte("what no node can read")
			})},
	}
}

func stating(root hash.Hash) *transaction.Transaction {
	return consensus.NewBlockMetadataTx(&consensus.BlockMetadata{StateRoot: root, EventsRoot: make([]byte, hash.Size)})
}

// soundMeta is metadata as the proposer signs it.
func soundMeta(t testing.TB, proposer signature.Signer, root hash.Hash) []byte {
	t.Helper()
	return cbor.Marshal(signMeta(t, proposer, stating(root)))
}

// strangersMeta is metadata that is signed, and not by the proposer.
func strangersMeta(t testing.TB, _ signature.Signer, root hash.Hash) []byte {
	t.Helper()
	stranger, err := memorySigner.NewSigner(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return soundMeta(t, stranger, root)
}

// wronglySignedMeta names the proposer as its signer.
func wronglySignedMeta(t testing.TB, proposer signature.Signer, root hash.Hash) []byte {
	t.Helper()
	signed := signMeta(t, proposer, stating(root))
	signed.Signature.Signature[7] ^= 1
	return cbor.Marshal(signed)
}

// longMeta is signed by the proposer.
func longMeta(t testing.TB, proposer signature.Signer, root hash.Hash) []byte {
	t.Helper()
	return cbor.Marshal(signMeta(t, proposer, transaction.NewTransaction(0, nil, consensus.MethodMeta, map[string]any{
		"state_root": root, "events_root": make([]byte, hash.Size), "pad": make([]byte, MaxTxSize),
	})))
}

func signMeta(t testing.TB, signer signature.Signer, tx *transaction.Transaction) *transaction.SignedTransaction {
	t.Helper()
	signed, err := transaction.Sign(signer, tx)
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

// Byzantine makes the proposer of the following blocks propose so, with the root that a function gives for each height.
// All validators sign: what they vote for. A nil proposal makes it honest again.
func (n *Network) Byzantine(p *Proposal, root func(height int64) hash.Hash) {
	n.proposal, n.falseRoot = p, root
}

// Friendly says of which heights a node shows blocks, when its host has a friend among the validators: those that the
// friend proposed, say.
type Friendly func(height int64) bool

// newest returns the newest of the heights up to a top that are shown.
func (f Friendly) newest(top int64) int64 {
	for f != nil && top > 0 && !f(top) {
		top--
	}
	return top
}
