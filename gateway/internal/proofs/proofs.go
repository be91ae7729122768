// Package proofs is the namespace assent of the gateway's JSON-RPC: what Ethereum has no methods for, with the proofs
// that let a client check it from a trust root of its own.
//
// The gateway promises nothing about what it returns here: it takes the node's word and adds the node's proofs.
// protocol/proof verifies them, and docs/design/gateway.md says how an answer maps to its functions.
package proofs

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	oasis "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// Bounds on one request.
const (
	maxSlots     = 256
	maxRangePage = 4096
	defaultPage  = 1000
	// maxNewer is how many headers may lie between a round and the one that the consensus state proves.
	maxNewer    = 256
	requestTime = 20 * time.Second
)

// Sizes in bytes of what answers are made of, before it is fetched: more than it is on networks of usual sizes. What is
// more all the same is weighed when it is there.
const (
	headerBytes     = 1 << 10
	lightBlockBytes = 64 << 10 // of two hundred validators
	anchorBytes     = lightBlockBytes + (maxNewer+8)*headerBytes/2
	provenKeyBytes  = 2 << 10 // of a tree with a billion keys, with what it stands for
	rangeEntryBytes = 256     // with its part of the proof
)

// Node is what the methods ask of a node; *node.Evidence is one.
type Node interface {
	LatestHeight(ctx context.Context) (int64, error)
	// LightBlock returns the light block at a height, as CometBFT encodes it.
	LightBlock(ctx context.Context, height int64) ([]byte, error)
	// Heights sends a value for every new consensus block.
	Heights(ctx context.Context) (<-chan int64, error)
	// Header returns the CBOR of the header of a runtime round.
	Header(ctx context.Context, round uint64) ([]byte, error)
	ConsensusState() syncer.ReadSyncer
	RuntimeState() syncer.ReadSyncer
}

// Config is what the methods work with. Every field but Contracts is required.
type Config struct {
	Node      Node
	RuntimeID oasis.Namespace
	ChainID   uint64
	Version   string
	// ChainContext returns the hash of the consensus genesis document.
	ChainContext func(context.Context) (string, error)
	// Resolve returns the block that a parameter names, the last one for nil.
	Resolve func(*rpc.BlockNumberOrHash) (*view.Block, error)
	// LastLog finds the last log in the index that a query selects.
	LastLog func(ctx context.Context, q index.Query, room index.Room) (*types.Log, error)
	// Gaps are rounds that the index has not.
	Gaps func() []index.Gap
	// Enter waits until there is room for one more request that takes work, and takes it until leave is called.
	Enter func(ctx context.Context) (leave func(), err error)
	// Weigh takes the room to build an answer from so many bytes, until it is complete. The first time it waits,
	// afterwards it fails when there is none.
	Weigh func(ctx context.Context, stored int) error
	// Contracts are the addresses of the network's contracts.
	Contracts solidity.Addresses
}

// Assent is the namespace assent.
type Assent struct{ cfg Config }

// New returns the methods.
func New(cfg Config) *Assent { return &Assent{cfg} }

// enter begins a request that takes work and is answered with about so many bytes: it bounds its time, and how much of
// them there is at once.
func (a *Assent) enter(ctx context.Context, size int) (context.Context, func(), error) {
	ctx, cancel := context.WithTimeout(ctx, requestTime)
	leave, err := a.cfg.Enter(ctx)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	end := func() { leave(); cancel() }
	if err := a.cfg.Weigh(ctx, size); err != nil {
		end()
		return nil, nil, err
	}
	return ctx, end, nil
}

// grow weighs what an answer has more than was thought.
func (a *Assent) grow(ctx context.Context, size, weighed int) error {
	if size <= weighed {
		return nil
	}
	return a.cfg.Weigh(ctx, size-weighed)
}

func sizeOf(list []hexutil.Bytes) (size int) {
	for _, b := range list {
		size += len(b) + 2 // Quotes and a comma.
	}
	return size
}

// NetworkInfo is the answer to assent_networkInfo.
type NetworkInfo struct {
	Version string `json:"version"`
	// ChainContext, RuntimeID and ChainID say which network it is.
	ChainContext string         `json:"chainContext"`
	RuntimeID    string         `json:"runtimeId"`
	ChainID      hexutil.Uint64 `json:"chainId"`
	// ConsensusHeight is the node's, Round and Hash are the gateway's last block's.
	ConsensusHeight hexutil.Uint64 `json:"consensusHeight"`
	Round           hexutil.Uint64 `json:"round"`
	Hash            common.Hash    `json:"hash"`
	// MissingRounds were pruned by the node before they were indexed.
	MissingRounds [][2]hexutil.Uint64 `json:"missingRounds"`
	Contracts     solidity.Addresses  `json:"contracts"`
}

// NetworkInfo is assent_networkInfo.
func (a *Assent) NetworkInfo(ctx context.Context) (*NetworkInfo, error) {
	ctx, leave, err := a.enter(ctx, 0)
	if err != nil {
		return nil, err
	}
	defer leave()
	head, err := a.cfg.Resolve(nil)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	height, err := a.cfg.Node.LatestHeight(ctx)
	if err != nil {
		return nil, fail(err)
	}
	chainContext, err := a.cfg.ChainContext(ctx)
	if err != nil {
		return nil, fail(err)
	}
	out := &NetworkInfo{
		Version:         a.cfg.Version,
		ChainContext:    chainContext,
		RuntimeID:       a.cfg.RuntimeID.Hex(),
		ChainID:         hexutil.Uint64(a.cfg.ChainID),
		ConsensusHeight: hexutil.Uint64(height),
		Round:           hexutil.Uint64(head.Number),
		Hash:            head.Hash,
		MissingRounds:   [][2]hexutil.Uint64{},
		Contracts:       a.cfg.Contracts,
	}
	for _, g := range a.cfg.Gaps() {
		out.MissingRounds = append(out.MissingRounds, [2]hexutil.Uint64{hexutil.Uint64(g.From), hexutil.Uint64(g.To)})
	}
	return out, nil
}

// LightBlock is the answer to assent_getLightBlock.
type LightBlock struct {
	Height hexutil.Uint64 `json:"height"`
	Hash   common.Hash    `json:"hash"`
	Time   hexutil.Uint64 `json:"time"`
	// LightBlock is for proof.DecodeLightBlock.
	LightBlock hexutil.Bytes `json:"lightBlock"`
}

// GetLightBlock is assent_getLightBlock: the light block of a consensus height, the latest when none is named.
func (a *Assent) GetLightBlock(ctx context.Context, height *hexutil.Uint64) (*LightBlock, error) {
	ctx, leave, err := a.enter(ctx, lightBlockBytes)
	if err != nil {
		return nil, err
	}
	defer leave()
	var at int64
	if height == nil {
		latest, err := a.cfg.Node.LatestHeight(ctx)
		if err != nil {
			return nil, fail(err)
		}
		at = latest
	} else if at = int64(*height); at <= 0 {
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "consensus heights begin with 1")
	}
	b, err := a.lightBlock(ctx, at)
	if err != nil {
		return nil, a.explainHeight(ctx, at, fail(err))
	}
	return &LightBlock{
		Height: hexutil.Uint64(b.Height()), Hash: common.Hash(b.Hash()), Time: hexutil.Uint64(b.Time().Unix()),
		LightBlock: b.Encode(),
	}, nil
}

// explainHeight says of a light block that cannot be had when its height is above all that there are.
func (a *Assent) explainHeight(ctx context.Context, height int64, err error) error {
	latest, latestErr := a.cfg.Node.LatestHeight(ctx)
	if latestErr == nil && height > latest {
		return rpcerr.Default("height %d not found: the latest consensus height is %d", height, latest)
	}
	return err
}

func (a *Assent) lightBlock(ctx context.Context, height int64) (*proof.LightBlock, error) {
	meta, err := a.cfg.Node.LightBlock(ctx, height)
	if err != nil {
		return nil, err
	}
	return fromnode.LightBlock(meta)
}

// Header is the answer to assent_getHeader.
type Header struct {
	Round hexutil.Uint64 `json:"round"`
	Hash  common.Hash    `json:"hash"`
	// Header is for proof.DecodeHeader.
	Header hexutil.Bytes `json:"header"`
}

// GetHeader is assent_getHeader: the runtime header behind a block.
func (a *Assent) GetHeader(ctx context.Context, where *rpc.BlockNumberOrHash) (*Header, error) {
	ctx, leave, err := a.enter(ctx, headerBytes)
	if err != nil {
		return nil, err
	}
	defer leave()
	return a.header(ctx, where)
}

func (a *Assent) header(ctx context.Context, where *rpc.BlockNumberOrHash) (*Header, error) {
	b, err := a.cfg.Resolve(where)
	if err != nil {
		return nil, rpcerr.From(err)
	}
	raw, err := a.cfg.Node.Header(ctx, b.Number)
	if err != nil {
		return nil, fail(err)
	}
	return &Header{Round: hexutil.Uint64(b.Number), Hash: b.Hash, Header: raw}, nil
}

// fail gives an error of the node a code.
func fail(err error) error {
	err = node.Wrap(err)
	if errors.Is(err, node.ErrNotFound) {
		return rpcerr.New(rpcerr.CodePruned, "the node does not have it, it may have pruned it: %s", err)
	}
	if errors.Is(err, errUnanchored) {
		return rpcerr.New(rpcerr.CodePruned, "%s", err)
	}
	var check *proof.Error
	if errors.As(err, &check) {
		return rpcerr.New(rpcerr.CodeInternal, "the node's answer does not hold: %s", err)
	}
	return rpcerr.From(err)
}

var errUnanchored = errors.New(
	"the node no longer has the consensus state that proves this round: ask for a newer round, or a node that prunes " +
		"less")
