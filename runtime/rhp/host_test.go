package rhp_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"sync"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/logging"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	storage "github.com/oasisprotocol/oasis-core/go/storage/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	sdkAccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/paratime"
	"github.com/assent-network/assent/runtime/rhp"
)

const (
	chainContext = "0000000000000000000000000000000000000000000000000000000000000001"
	firstBalance = 1_000_000_000_000
	gasPrice     = 1
	gasLimit     = 10_000
)

var runtimeID = common.NewTestNamespaceFromSeed([]byte("assent/rhp"), common.NamespaceTest)

// fakeHost is a node with storage and a pool, and nothing else.
type fakeHost struct {
	t    testing.TB
	conn protocol.Connection

	mu     sync.Mutex
	trees  map[node.Root]mkvs.Tree
	items  map[string][]byte
	pool   [][]byte
	header block.Header
	// reads counts requests for state. broken fails them, hang holds them until their context ends.
	reads   int
	broken  error
	hang    bool
	hanging chan struct{}
}

// Handle implements protocol.Handler: what the runtime asks of its host.
func (h *fakeHost) Handle(ctx context.Context, body *protocol.Body) (*protocol.Body, error) {
	switch {
	case body.HostStorageSyncRequest != nil:
		rsp, err := h.read(ctx, body.HostStorageSyncRequest)
		if err != nil {
			return nil, err
		}
		return &protocol.Body{HostStorageSyncResponse: &protocol.HostStorageSyncResponse{ProofResponse: rsp}}, nil
	case body.HostFetchTxBatchRequest != nil:
		rq := body.HostFetchTxBatchRequest
		h.mu.Lock()
		defer h.mu.Unlock()
		var batch [][]byte
		for i, tx := range h.pool {
			if hash.NewFromBytes(tx) == *rq.Offset {
				batch = h.pool[i+1 : min(i+1+int(rq.Limit), len(h.pool))]
			}
		}
		return &protocol.Body{HostFetchTxBatchResponse: &protocol.HostFetchTxBatchResponse{Batch: batch}}, nil
	}
	return nil, fmt.Errorf("the host does not know %s", body.Type())
}

func (h *fakeHost) read(ctx context.Context, rq *protocol.HostStorageSyncRequest) (*storage.ProofResponse, error) {
	h.mu.Lock()
	h.reads++
	broken, hang := h.broken, h.hang
	var root node.Root
	switch {
	case rq.SyncGet != nil:
		root = rq.SyncGet.Tree.Root
	case rq.SyncGetPrefixes != nil:
		root = rq.SyncGetPrefixes.Tree.Root
	case rq.SyncIterate != nil:
		root = rq.SyncIterate.Tree.Root
	}
	tree, ok := h.trees[root]
	h.mu.Unlock()
	switch {
	case hang:
		h.hanging <- struct{}{}
		<-ctx.Done()
		return nil, ctx.Err()
	case broken != nil:
		return nil, broken
	case !ok:
		return nil, fmt.Errorf("the host has no root %s", root)
	case rq.SyncGet != nil:
		return tree.SyncGet(ctx, rq.SyncGet)
	case rq.SyncGetPrefixes != nil:
		return tree.SyncGetPrefixes(ctx, rq.SyncGetPrefixes)
	default:
		return tree.SyncIterate(ctx, rq.SyncIterate)
	}
}

// newHost starts a guest on a UNIX socket and introduces the host to it.
func newHost(t testing.TB, config map[string]any) *fakeHost {
	t.Helper()
	h := &fakeHost{
		t: t, trees: make(map[node.Root]mkvs.Tree), items: make(map[string][]byte), hanging: make(chan struct{}, 100),
		header: block.Header{Namespace: runtimeID, Round: 3, Timestamp: 1_700_000_000},
	}
	h.header.StateRoot.Empty()
	h.connect(config)
	return h
}

// connect starts a fresh guest, as after a crash of the old one.
func (h *fakeHost) connect(config map[string]any) {
	h.t.Helper()
	guest, host := socketPair(h.t)
	doc := testDocument(h.t)
	set, err := paratime.New(doc)
	if err != nil {
		h.t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- rhp.New(set, doc, nil).Serve(context.WithoutCancel(h.t.Context()), guest) }()

	if h.conn, err = protocol.NewConnection(logging.GetLogger("host"), runtimeID, h); err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.conn.InitHost(h.t.Context(), host,
		&protocol.HostInfo{ConsensusChainContext: chainContext, LocalConfig: config}); err != nil {
		h.t.Fatal(err)
	}
	conn := h.conn
	h.t.Cleanup(func() {
		conn.Close()
		if err := <-served; err != nil {
			h.t.Errorf("the guest ended with: %v", err)
		}
	})
}

// socketPair returns both ends of a UNIX socket.
func socketPair(t testing.TB) (guest, host net.Conn) {
	t.Helper()
	listener, err := net.Listen("unix", filepath.Join(t.TempDir(), "host.sock"))
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if guest, err = net.Dial("unix", listener.Addr().String()); err != nil {
		t.Fatal(err)
	}
	if host, err = listener.Accept(); err != nil {
		t.Fatal(err)
	}
	return guest, host
}

func testDocument(t testing.TB) *genesis.Document {
	t.Helper()
	draft := genesis.Default("test", 42334)
	draft.MinGasPrice = amount.FromUint64(gasPrice)
	for _, key := range []sdkTesting.TestKey{sdkTesting.Alice, sdkTesting.Dave} {
		draft.Balances[key.Address.String()] = amount.FromUint64(firstBalance)
	}
	doc, err := genesis.New(draft)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func (h *fakeHost) call(body *protocol.Body) (*protocol.Body, error) {
	return h.conn.Call(h.t.Context(), body)
}

// schedule asks for a block from the pool.
func (h *fakeHost) schedule() *protocol.RuntimeExecuteTxBatchResponse {
	h.t.Helper()
	rsp, err := h.call(&protocol.Body{RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{
		Mode: protocol.ExecutionModeSchedule, Block: block.Block{Header: h.header},
		Inputs: h.pool[:min(len(h.pool), modules.FetchSize)],
	}})
	if err != nil {
		h.t.Fatal(err)
	}
	return rsp.RuntimeExecuteTxBatchResponse
}

// execute asks for the execution of a proposed block.
func (h *fakeHost) execute(ioRoot hash.Hash, inputs [][]byte) (*protocol.RuntimeExecuteTxBatchResponse, error) {
	rsp, err := h.call(&protocol.Body{RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{
		Mode: protocol.ExecutionModeExecute, Block: block.Block{Header: h.header}, Inputs: inputs, IORoot: ioRoot,
	}})
	if err != nil {
		return nil, err
	}
	return rsp.RuntimeExecuteTxBatchResponse, nil
}

// finalise stores a round's result, as storage and consensus do.
func (h *fakeHost) finalise(rsp *protocol.RuntimeExecuteTxBatchResponse) {
	h.t.Helper()
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, entry := range rsp.Batch.StateWriteLog {
		if entry.Value == nil {
			delete(h.items, string(entry.Key))
		} else {
			h.items[string(entry.Key)] = entry.Value
		}
	}
	tree := mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0))
	for key, value := range h.items {
		if err := tree.Insert(h.t.Context(), []byte(key), value); err != nil {
			h.t.Fatal(err)
		}
	}
	round := h.header.Round + 1
	_, root, err := tree.Commit(h.t.Context(), runtimeID, round)
	if err != nil {
		h.t.Fatal(err)
	}
	header := rsp.Batch.Header
	if root != *header.StateRoot || header.Round != round || header.PreviousHash != h.header.EncodedHash() {
		h.t.Fatalf("the result %+v does not follow from round %d and its write log (root %s)", header, h.header.Round,
			root)
	}
	h.header = block.Header{
		Namespace: runtimeID, Round: round, Timestamp: h.header.Timestamp + 6, HeaderType: block.Normal,
		PreviousHash: header.PreviousHash, IORoot: *header.IORoot, StateRoot: root,
	}
	h.trees[h.header.StorageRootState()] = tree
	used := make(map[hash.Hash]bool)
	for _, tx := range append(rsp.TxHashes, rsp.TxRejectHashes...) {
		used[tx] = true
	}
	var rest [][]byte
	for _, tx := range h.pool {
		if !used[hash.NewFromBytes(tx)] {
			rest = append(rest, tx)
		}
	}
	h.pool = rest
}

// query asks the runtime and decodes its answer.
func (h *fakeHost) query(method string, args, result any) error {
	rsp, err := h.call(&protocol.Body{RuntimeQueryRequest: &protocol.RuntimeQueryRequest{
		Header: h.header, Method: method, Args: cbor.Marshal(args),
	}})
	if err != nil {
		return err
	}
	return cbor.UnmarshalRPC(rsp.RuntimeQueryResponse.Data, result)
}

func (h *fakeHost) balance(addr types.Address) uint64 {
	h.t.Helper()
	var balances sdkAccounts.AccountBalances
	if err := h.query("accounts.Balances", sdkAccounts.BalancesQuery{Address: addr}, &balances); err != nil {
		h.t.Fatal(err)
	}
	native := balances.Balances[types.NativeDenomination]
	return native.ToBigInt().Uint64()
}

func (h *fakeHost) check(txs ...[]byte) []protocol.CheckTxResult {
	h.t.Helper()
	rsp, err := h.call(&protocol.Body{RuntimeCheckTxBatchRequest: &protocol.RuntimeCheckTxBatchRequest{
		Block: block.Block{Header: h.header}, Inputs: txs,
	}})
	if err != nil {
		h.t.Fatal(err)
	}
	return rsp.RuntimeCheckTxBatchResponse.Results
}

func units(n uint64) types.BaseUnits {
	return types.NewBaseUnits(*quantity.NewFromUint64(n), types.NativeDenomination)
}

// transfer is a signed transfer to Bob.
func transfer(t testing.TB, key sdkTesting.TestKey, nonce, n uint64) []byte {
	t.Helper()
	tx := types.NewTransaction(&types.Fee{Amount: units(gasLimit * gasPrice), Gas: gasLimit}, "accounts.Transfer",
		&sdkAccounts.Transfer{To: sdkTesting.Bob.Address, Amount: units(n)})
	tx.AppendAuthSignature(key.SigSpec, nonce)
	signer := tx.PrepareForSigning()
	if err := signer.AppendSign(modules.SignatureContext(runtimeID, chainContext), key.Signer); err != nil {
		t.Fatal(err)
	}
	return cbor.Marshal(signer.UnverifiedTransaction())
}

var errDisk = errors.New("disk on fire")
