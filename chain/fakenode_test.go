package chain_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	cmngrpc "github.com/oasisprotocol/oasis-core/go/common/grpc"
	"github.com/oasisprotocol/oasis-core/go/common/pubsub"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
)

const chainContext = "0000000000000000000000000000000000000000000000000000000000000a55"

// fakeNode answers as a node does, with blocks that the test makes. What it answers to a submission is up to the test.
type fakeNode struct {
	t      *testing.T
	socket string
	server *cmngrpc.Server

	mutex  sync.Mutex
	blocks []*block.Block
	txs    map[uint64][]*runtime.TransactionWithResults
	broker *pubsub.Broker
	// submit answers SubmitTxMeta and SubmitTxNoWait.
	submit func(ctx context.Context, raw []byte) (*runtime.SubmitTxMetaResponse, error)
	// starting makes the node answer as one that has not caught up.
	starting bool
}

func newFakeNode(t *testing.T) *fakeNode {
	n := &fakeNode{
		t:      t,
		socket: filepath.Join(t.TempDir(), "s"),
		txs:    make(map[uint64][]*runtime.TransactionWithResults),
		broker: pubsub.NewBroker(false),
	}
	n.commit()
	n.up()
	t.Cleanup(n.down)
	return n
}

func (n *fakeNode) up() {
	n.t.Helper()
	server, err := cmngrpc.NewServer(&cmngrpc.ServerConfig{Name: "fake", Path: n.socket})
	if err != nil {
		n.t.Fatal(err)
	}
	consensus.RegisterService(server.Server(), fakeConsensus{})
	runtime.RegisterService(server.Server(), fakeRuntime{n: n})
	if err := server.Start(); err != nil {
		n.t.Fatal(err)
	}
	n.server = server
}

// down ends the node at once, as when it is killed.
func (n *fakeNode) down() {
	if n.server != nil {
		n.server.Server().Stop()
		n.server.Stop()
		n.server.Cleanup()
		n.server = nil
	}
}

func (n *fakeNode) dial() *chain.Client {
	n.t.Helper()
	c, err := chain.Dial(n.t.Context(), n.socket, common.Namespace{0x80})
	if err != nil {
		n.t.Fatal(err)
	}
	n.t.Cleanup(func() { _ = c.Close() })
	return c
}

// commit makes the next block and returns its round.
func (n *fakeNode) commit(txs ...*runtime.TransactionWithResults) uint64 {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	round := uint64(len(n.blocks))
	b := block.NewGenesisBlock(common.Namespace{0x80}, 0)
	b.Header.Round = round
	if len(txs) > 0 {
		b.Header.IORoot = hash.NewFromBytes([]byte{byte(round)})
	}
	n.blocks = append(n.blocks, b)
	n.txs[round] = txs
	n.broker.Broadcast(&roothash.AnnotatedBlock{Height: int64(round), Block: b})
	return round
}

func (n *fakeNode) onSubmit(f func(ctx context.Context, raw []byte) (*runtime.SubmitTxMetaResponse, error)) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.submit = f
}

func (n *fakeNode) setStarting(starting bool) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.starting = starting
}

// succeeded is a transaction that succeeded with a result.
func succeeded(raw []byte, result string) *runtime.TransactionWithResults {
	return &runtime.TransactionWithResults{Tx: raw, Result: cbor.Marshal(types.CallResult{Ok: cbor.Marshal(result)})}
}

type fakeConsensus struct{ consensus.Services }

func (fakeConsensus) Core() consensus.Backend { return fakeCore{} }

type fakeCore struct{ consensus.Backend }

func (fakeCore) GetChainContext(context.Context) (string, error) { return chainContext, nil }

type fakeRuntime struct {
	runtime.RuntimeClient
	n *fakeNode
}

func (r fakeRuntime) GetBlock(_ context.Context, request *runtime.GetBlockRequest) (*block.Block, error) {
	r.n.mutex.Lock()
	defer r.n.mutex.Unlock()
	if r.n.starting {
		return nil, roothash.ErrNotFound
	}
	round := request.Round
	if round == runtime.RoundLatest {
		round = uint64(len(r.n.blocks)) - 1
	}
	if round >= uint64(len(r.n.blocks)) {
		return nil, roothash.ErrNotFound
	}
	return r.n.blocks[round], nil
}

func (r fakeRuntime) GetTransactionsWithResults(_ context.Context,
	request *runtime.GetTransactionsRequest) ([]*runtime.TransactionWithResults, error) {
	r.n.mutex.Lock()
	defer r.n.mutex.Unlock()
	return r.n.txs[request.Round], nil
}

func (r fakeRuntime) WatchBlocks(context.Context,
	common.Namespace) (<-chan *roothash.AnnotatedBlock, pubsub.ClosableSubscription, error) {
	ch := make(chan *roothash.AnnotatedBlock)
	sub := r.n.broker.Subscribe()
	sub.Unwrap(ch)
	return ch, sub, nil
}

func (r fakeRuntime) SubmitTxMeta(ctx context.Context,
	request *runtime.SubmitTxRequest) (*runtime.SubmitTxMetaResponse, error) {
	r.n.mutex.Lock()
	submit, starting := r.n.submit, r.n.starting
	r.n.mutex.Unlock()
	if starting {
		return nil, runtime.ErrNotSynced
	}
	if submit == nil {
		return nil, errors.New("the test expects no submission")
	}
	return submit(ctx, request.Data)
}

func (r fakeRuntime) SubmitTxNoWait(ctx context.Context, request *runtime.SubmitTxRequest) error {
	meta, err := r.SubmitTxMeta(ctx, request)
	if err == nil && meta.CheckTxError != nil {
		return errWithContext(meta.CheckTxError)
	}
	return err
}

// refused is the runtime's refusal of a transaction.
func refused(module string, code uint32, message string) *runtime.SubmitTxMetaResponse {
	return &runtime.SubmitTxMetaResponse{CheckTxError: &protocol.Error{Module: module, Code: code, Message: message}}
}
