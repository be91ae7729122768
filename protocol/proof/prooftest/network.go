// Package prooftest makes small networks in memory whose blocks, state and proofs are genuine: oasis-core's own state
// records in oasis-core's node database, CometBFT blocks with real signatures, executor commitments. It is for tests
// only, and heavy.
//
// A network answers the questions that a node answers, so that tests can put themselves between it and the code that
// verifies, and forge.
package prooftest

import (
	"context"
	"crypto/sha512"
	"fmt"
	"sync"
	"testing"
	"time"

	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	cmttypes "github.com/cometbft/cometbft/types"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	memorySigner "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-core/go/common/node"
	_ "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/crypto" // has CometBFT sign in Oasis's context
	registry "github.com/oasisprotocol/oasis-core/go/registry/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/commitment"
	scheduler "github.com/oasisprotocol/oasis-core/go/scheduler/api"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// ChainContext is the chain context of every network of this package. It is one, because oasis-core keeps it in a
// process-wide variable.
const ChainContext = "7e57c0de00000000000000000000000000000000000000000000000000a55e47"

// RuntimeID is the runtime of every network of this package.
const RuntimeID = "8000000000000000000000000000000000000000000000000000000000000a55"

// Genesis is the time of the first block, unless the configuration has another. Blocks are a second apart unless a test
// says otherwise.
var Genesis = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// Config describes a network. Zero values mean one validator and one worker.
type Config struct {
	// Validators is the number of validators with equal power.
	Validators int
	// Workers and Backups are the sizes of the executor committee.
	Workers, Backups int
	// AllowedStragglers is how many workers may be missing.
	AllowedStragglers int
	// PastRoots is how many past roots the consensus state keeps.
	PastRoots uint64
	// NodeDB is the directory of the node databases; empty means memory.
	NodeDB string
	// Genesis is the time of the first block; zero means Genesis.
	Genesis time.Time
}

// Network is a chain with one runtime.
type Network struct {
	mu   sync.Mutex
	subs subscribers
	t    testing.TB

	cfg        Config
	runtimeID  common.Namespace
	validators []validator
	nodes      []signature.Signer // Executor nodes.

	// proposal is what the proposers of new blocks do instead of the honest thing, with what they say the state's root
	// is.
	proposal  *Proposal
	falseRoot func(height int64) hash.Hash

	consensus *store
	runtime   *store

	state   roothash.RuntimeState
	blocks  []*Block // By height; the first is height 1.
	headers []block.Header
}

type validator struct {
	key cmted25519.PrivKey
	val *cmttypes.Validator
}

// Block is a consensus block of a network.
type Block struct {
	Header     cmttypes.Header
	Commit     *cmttypes.Commit
	Validators *cmttypes.ValidatorSet
	Txs        [][]byte
	// StateRoot is the root of the consensus state after the block.
	StateRoot hash.Hash

	signers []validator
}

// New makes a network with its first block, in which the runtime is at its genesis round, and a second one with the
// first epoch's committee.
func New(t testing.TB, cfg Config) *Network {
	t.Helper()
	cfg.Validators, cfg.Workers = max(cfg.Validators, 1), max(cfg.Workers, 1)
	if cfg.Genesis.IsZero() {
		cfg.Genesis = Genesis
	}
	signature.UnsafeResetChainContext()
	signature.SetChainContext(ChainContext)
	n := &Network{t: t, cfg: cfg}
	if err := n.runtimeID.UnmarshalHex(RuntimeID); err != nil {
		t.Fatal(err)
	}
	n.SetValidators(0, cfg.Validators)
	n.consensus = newStore(t, cfg.NodeDB, "consensus", common.Namespace{})
	n.runtime = newStore(t, cfg.NodeDB, "runtime", n.runtimeID)

	genesis := block.NewGenesisBlock(n.runtimeID, uint64(cfg.Genesis.Unix()))
	n.headers = []block.Header{genesis.Header}
	n.runtime.commit(0, nil)
	n.state = roothash.RuntimeState{
		Runtime: &registry.Runtime{
			ID:   n.runtimeID,
			Kind: registry.KindCompute,
			Executor: registry.ExecutorParameters{
				GroupSize: uint16(cfg.Workers), GroupBackupSize: uint16(cfg.Backups),
				AllowedStragglers: uint16(cfg.AllowedStragglers), RoundTimeout: 5, MaxMessages: 32,
			},
			TEEHardware: node.TEEHardwareInvalid,
		},
		Suspended:        true,
		GenesisBlock:     genesis,
		LastBlock:        genesis,
		LastBlockHeight:  1,
		LastNormalHeight: 1,
		NextTimeout:      roothash.TimeoutNever,
	}
	n.NextBlock()
	n.EpochTransition()
	return n
}

func seed(label string, i int) []byte {
	s := sha512.Sum512_256(fmt.Appendf(nil, "prooftest %s %d", label, i))
	return s[:]
}

// SetValidators replaces the validators from the block after the next one on, as CometBFT does: those numbered first to
// first+count-1.
func (n *Network) SetValidators(first, count int) {
	n.validators = nil
	for i := range count {
		key := cmted25519.GenPrivKeyFromSecret(seed("validator", first+i))
		n.validators = append(n.validators, validator{key: key, val: cmttypes.NewValidator(key.PubKey(), 10)})
	}
}

// setNodes replaces the executor nodes by those of an epoch.
func (n *Network) committee(epoch uint64) *scheduler.Committee {
	c := &scheduler.Committee{Kind: scheduler.KindComputeExecutor, RuntimeID: n.runtimeID}
	n.nodes = nil
	for i := range n.cfg.Workers + n.cfg.Backups {
		s, err := memorySigner.NewFactory().Generate(signature.SignerNode, &repeat{seed: seed("node", i)})
		if err != nil {
			n.t.Fatal(err)
		}
		n.nodes = append(n.nodes, s)
		role := scheduler.RoleWorker
		if i >= n.cfg.Workers {
			role = scheduler.RoleBackupWorker
		}
		c.Members = append(c.Members, &scheduler.CommitteeNode{Role: role, PublicKey: s.Public()})
	}
	return c
}

// repeat is a reader of one seed over and over.
type repeat struct {
	seed []byte
	at   int
}

func (r *repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.seed[r.at%len(r.seed)]
		r.at++
	}
	return len(p), nil
}

// Write is one change to the runtime's state; a nil value removes the key.
type Write struct{ Key, Value []byte }

// Round adds a normal round with the writes, signed by every worker, and the consensus block that makes it final.
func (n *Network) Round(writes ...Write) *proof.Header {
	n.t.Helper()
	all := make([]int, n.cfg.Workers)
	for i := range all {
		all[i] = i
	}
	return n.RoundSignedBy(all, writes...)
}

// RoundSignedBy is Round with the signatures of the committee's seats with the given numbers.
func (n *Network) RoundSignedBy(seats []int, writes ...Write) *proof.Header {
	n.t.Helper()
	last := n.state.LastBlock
	next := block.NewEmptyBlock(last, uint64(n.nextTime().Unix()), block.Normal)
	next.Header.StateRoot = n.runtime.commit(next.Header.Round, writes)
	next.Header.IORoot = hash.NewFromBytes(fmt.Appendf(nil, "io %d", next.Header.Round))
	h := next.Header

	body := roothash.ExecutorCommit{ID: n.runtimeID}
	for _, seat := range seats {
		c := commitment.ExecutorCommitment{
			NodeID: n.nodes[seat].Public(),
			Header: commitment.ExecutorCommitmentHeader{
				SchedulerID: n.nodes[0].Public(),
				Header: commitment.ComputeResultsHeader{
					Round: h.Round, PreviousHash: h.PreviousHash, IORoot: &h.IORoot, StateRoot: &h.StateRoot,
					MessagesHash: &h.MessagesHash, InMessagesHash: &h.InMessagesHash,
				},
			},
		}
		if err := c.Sign(n.nodes[seat], n.runtimeID); err != nil {
			n.t.Fatal(err)
		}
		body.Commits = append(body.Commits, c)
	}
	tx := signedTx(n.t, n.nodes[0], string(roothash.MethodExecutorCommit), body)
	n.finalize(next)
	n.state.LastNormalRound, n.state.LastNormalHeight = h.Round, n.Height()+1
	n.NextBlock(tx)
	return n.Header(h.Round)
}

// EpochTransition adds a round without transactions and the committee of a new epoch, as the consensus layer does.
func (n *Network) EpochTransition() *proof.Header {
	n.t.Helper()
	next := block.NewEmptyBlock(n.state.LastBlock, uint64(n.nextTime().Unix()), block.EpochTransition)
	n.runtime.commit(next.Header.Round, nil)
	n.finalize(next)
	n.state.Suspended = false
	n.state.Committee = n.committee(next.Header.Round)
	n.NextBlock()
	return n.Header(next.Header.Round)
}

func (n *Network) finalize(next *block.Block) {
	n.state.LastBlock, n.state.LastBlockHeight = next, n.Height()+1
	n.state.CommitmentPool = commitment.NewPool()
	n.mu.Lock()
	n.headers = append(n.headers, next.Header)
	n.mu.Unlock()
}

// Header returns the header of a round, which has to exist.
func (n *Network) Header(round uint64) *proof.Header {
	n.t.Helper()
	h, err := proof.DecodeHeader(cbor.Marshal(n.headers[round]))
	if err != nil {
		n.t.Fatal(err)
	}
	return h
}

// Height returns the height of the latest block.
func (n *Network) Height() int64 { return int64(len(n.blocks)) }

func (n *Network) nextTime() time.Time {
	return n.cfg.Genesis.Add(time.Duration(n.Height()) * time.Second)
}

// Root returns a trust root at a height.
func (n *Network) Root(height int64) *proof.Root {
	n.t.Helper()
	return &proof.Root{
		ChainContext: ChainContext,
		Height:       height,
		Hash:         n.LightBlock(height).Hash(),
		RuntimeID:    oasis.Namespace(n.runtimeID),
	}
}

// RuntimeID returns the id of the runtime.
func (n *Network) RuntimeID() oasis.Namespace { return oasis.Namespace(n.runtimeID) }

// ConsensusRoot returns the root of the consensus state after a height.
func (n *Network) ConsensusRoot(height int64) mkvsNode.Root {
	return mkvsNode.Root{Version: uint64(height), Type: mkvsNode.RootTypeState, Hash: n.blocks[height-1].StateRoot}
}

// ConsensusState serves the consensus state.
func (n *Network) ConsensusState() *Store { return &Store{n.consensus} }

// RuntimeState serves the runtime's state.
func (n *Network) RuntimeState() *Store { return &Store{n.runtime} }

// Tree opens a state in full, without proofs in between.
func (n *Network) Tree(keys [][]byte, root mkvsNode.Root, s *Store) *proof.Tree {
	n.t.Helper()
	var out *proof.Tree
	for _, key := range keys {
		p := s.Get(n.t, root, key)
		t, err := fromnode.VerifyTree(root.Hash, p)
		if err != nil {
			n.t.Fatal(err)
		}
		if out == nil {
			out = t
			continue
		}
		if out, err = out.Merge(t); err != nil {
			n.t.Fatal(err)
		}
	}
	return out
}

type ctx = context.Context

func background() ctx { return context.Background() }
