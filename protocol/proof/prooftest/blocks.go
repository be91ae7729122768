package prooftest

import (
	"crypto/ed25519"
	"testing"
	"time"

	cmtversion "github.com/cometbft/cometbft/proto/tendermint/version"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/cometbft/cometbft/version"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	memorySigner "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-core/go/consensus/api/transaction"

	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// NextBlock adds a consensus block with the transactions and the current record of the runtime.
func (n *Network) NextBlock(txs ...[]byte) *Block {
	n.t.Helper()
	return n.NextBlockAt(n.nextTime(), txs...)
}

// NextBlockAt is NextBlock with a consensus time.
func (n *Network) NextBlockAt(at time.Time, txs ...[]byte) *Block {
	n.t.Helper()
	height := n.Height() + 1
	stateRoot := n.consensus.setRuntime(uint64(height), &n.state, n.cfg.PastRoots)
	b := &Block{StateRoot: stateRoot, signers: n.validators}
	b.Validators = validatorSet(n.validators)
	proposer := b.Validators.Validators[0]
	signer := b.signer(n.t, proposer)
	b.Txs = append(txs, soundMeta(n.t, signer, stateRoot))
	if n.proposal != nil {
		b.Txs = n.proposal.Txs(n.t, b.Txs, signer, n.falseRoot(height))
	}
	next := n.validators
	b.Header = cmttypes.Header{
		Version:            cmtversion.Consensus{Block: version.BlockProtocol, App: 7},
		ChainID:            ChainContext[:cmttypes.MaxChainIDLen],
		Height:             height,
		Time:               at,
		DataHash:           DataHash(b.Txs),
		ValidatorsHash:     b.Validators.Hash(),
		NextValidatorsHash: validatorSet(next).Hash(),
		ConsensusHash:      hashOf("params"),
		LastResultsHash:    hashOf("results"),
		EvidenceHash:       hashOf("evidence"),
		ProposerAddress:    proposer.Address,
	}
	if height == 1 {
		empty := hash.Hash{}
		empty.Empty()
		b.Header.AppHash = empty[:]
	} else {
		last := n.blocks[height-2]
		b.Header.AppHash = last.StateRoot[:]
		b.Header.LastBlockID = last.Commit.BlockID
		b.Header.LastCommitHash = last.Commit.Hash()
		if got, want := string(last.Header.NextValidatorsHash), string(b.Header.ValidatorsHash); got != want {
			// The validators change: say so in the block before, and sign it again.
			last.Header.NextValidatorsHash = b.Header.ValidatorsHash
			last.Sign()
			b.Header.LastBlockID = last.Commit.BlockID
			b.Header.LastCommitHash = last.Commit.Hash()
		}
	}
	b.Sign()
	n.mu.Lock()
	n.blocks = append(n.blocks, b)
	n.mu.Unlock()
	n.announce(height)
	return b
}

// Sign signs the block, after changes for example, with all its validators.
func (b *Block) Sign() { b.SignBy(len(b.signers)) }

// SignBy signs the block with its first validators only.
func (b *Block) SignBy(count int) {
	id := cmttypes.BlockID{
		Hash:          b.Header.Hash(),
		PartSetHeader: cmttypes.PartSetHeader{Total: 1, Hash: hashOf("parts " + b.Header.Hash().String())},
	}
	c := &cmttypes.Commit{Height: b.Header.Height, BlockID: id, Signatures: make([]cmttypes.CommitSig, len(b.signers))}
	for i, v := range b.Validators.Validators {
		if i >= count {
			c.Signatures[i] = cmttypes.NewCommitSigAbsent()
			continue
		}
		c.Signatures[i] = cmttypes.NewCommitSigForBlock(make([]byte, 64), v.Address,
			b.Header.Time.Add(time.Duration(i)*time.Millisecond))
	}
	for i, v := range b.Validators.Validators {
		if i >= count {
			break
		}
		for _, s := range b.signers {
			if s.val.PubKey.Equals(v.PubKey) {
				sig, err := s.key.Sign(c.VoteSignBytes(b.Header.ChainID, int32(i)))
				if err != nil {
					panic(err)
				}
				c.Signatures[i].Signature = sig
			}
		}
	}
	b.Commit = c
}

// Clone returns a copy of the block to forge.
func (b *Block) Clone() *Block {
	c := *b
	return &c
}

// Meta returns the block as a node hands it out.
func (b *Block) Meta(t testing.TB) []byte {
	t.Helper()
	lb := cmttypes.LightBlock{
		SignedHeader: &cmttypes.SignedHeader{Header: &b.Header, Commit: b.Commit},
		ValidatorSet: b.Validators,
	}
	b.Validators.GetProposer()
	pb, err := lb.ToProto()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := pb.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// Block returns the block at a height.
func (n *Network) Block(height int64) *Block {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.blocks[height-1]
}

// LightBlock returns the light block at a height.
func (n *Network) LightBlock(height int64) *proof.LightBlock {
	n.t.Helper()
	return n.Block(height).LightBlock(n.t)
}

// LightBlock returns the block as the verifier reads it.
func (b *Block) LightBlock(t testing.TB) *proof.LightBlock {
	t.Helper()
	lb, err := fromnode.LightBlock(b.Meta(t))
	if err != nil {
		t.Fatal(err)
	}
	return lb
}

// signer returns the key of one of the block's validators as Oasis knows it.
func (b *Block) signer(t testing.TB, of *cmttypes.Validator) signature.Signer {
	t.Helper()
	for _, v := range b.signers {
		if v.val.PubKey.Equals(of.PubKey) {
			s, err := memorySigner.NewFromSeed(v.key[:ed25519.SeedSize])
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
	}
	t.Fatalf("validator %s has no key", of.Address)
	return nil
}

func signedTx(t testing.TB, signer signature.Signer, method string, body any) []byte {
	t.Helper()
	tx := transaction.NewTransaction(0, nil, transaction.MethodName(method), body)
	signed, err := transaction.Sign(signer, tx)
	if err != nil {
		t.Fatal(err)
	}
	return cbor.Marshal(signed)
}

func validatorSet(vs []validator) *cmttypes.ValidatorSet {
	vals := make([]*cmttypes.Validator, len(vs))
	for i, v := range vs {
		vals[i] = cmttypes.NewValidator(v.val.PubKey, v.val.VotingPower)
	}
	return cmttypes.NewValidatorSet(vals)
}

func DataHash(txs [][]byte) []byte {
	var d cmttypes.Data
	for _, tx := range txs {
		d.Txs = append(d.Txs, tx)
	}
	return d.Hash()
}

func hashOf(s string) []byte {
	h := hash.NewFromBytes([]byte(s))
	return h[:]
}
