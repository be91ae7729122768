package rhp_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	coreErrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	"github.com/oasisprotocol/oasis-core/go/common/logging"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/message"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	"github.com/oasisprotocol/oasis-core/go/runtime/transaction"
	storage "github.com/oasisprotocol/oasis-core/go/storage/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"
	sdkAccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/paratime"
	"github.com/assent-network/assent/runtime/rhp"
)

func TestInfo(t *testing.T) {
	h := newHost(t, nil)
	info, err := h.conn.GetInfo()
	if err != nil {
		t.Fatal(err)
	}
	if info.ProtocolVersion != version.RuntimeHostProtocol || info.RuntimeVersion != paratime.Version ||
		!info.Features.HasScheduleControl() || info.Features.ScheduleControl.InitialBatchSize != modules.FetchSize {
		t.Errorf("info is %+v", info)
	}
}

// ioTree applies a round's I/O logs as storage does, and reads them with oasis-core's own code.
func ioTree(t *testing.T, round uint64, rsp *protocol.RuntimeExecuteTxBatchResponse) *transaction.Tree {
	t.Helper()
	ctx := t.Context()
	root := node.Root{Namespace: runtimeID, Version: round, Type: node.RootTypeIO}
	apply := func(tree mkvs.Tree, log writelog.WriteLog) hash.Hash {
		if err := tree.ApplyWriteLog(ctx, writelog.NewStaticIterator(log)); err != nil {
			t.Fatal(err)
		}
		_, h, err := tree.Commit(ctx, runtimeID, round)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	tree := mkvs.New(nil, nil, node.RootTypeIO, mkvs.Capacity(0, 0))
	t.Cleanup(tree.Close)
	if got := apply(tree, rsp.TxInputWriteLog); got != rsp.TxInputRoot {
		t.Fatalf("input root is %s, its log makes %s", rsp.TxInputRoot, got)
	}
	if root.Hash = apply(tree, rsp.Batch.IOWriteLog); root.Hash != *rsp.Batch.Header.IORoot {
		t.Fatalf("I/O root is %s, its logs make %s", rsp.Batch.Header.IORoot, root.Hash)
	}
	full := append(append(writelog.WriteLog{}, rsp.TxInputWriteLog...), rsp.Batch.IOWriteLog...)
	if err := transaction.ValidateIOWriteLog(full, 1000, 16<<20); err != nil {
		t.Fatal(err)
	}
	io := transaction.NewTree(tree, root)
	t.Cleanup(io.Close)
	return io
}

func TestRounds(t *testing.T) {
	h, replica := newHost(t, nil), newHost(t, nil)
	// The genesis block is empty.
	first := h.schedule()
	if len(first.TxHashes) != 0 {
		t.Fatalf("the first round has %d transactions", len(first.TxHashes))
	}
	h.finalise(first)
	firstReplica, err := replica.execute(first.TxInputRoot, nil)
	if err != nil {
		t.Fatal(err)
	}
	replica.finalise(firstReplica)

	nonce := uint64(0)
	for _, size := range []int{1, 3, 0, 60} {
		late := transfer(t, sdkTesting.Dave, 60, 5) // Not due in any round.
		h.pool = [][]byte{late}
		for range size {
			h.pool = append(h.pool, transfer(t, sdkTesting.Alice, nonce, 5))
			nonce++
		}
		h.pool = append(h.pool, []byte("rubbish"))
		for i, result := range h.check(h.pool...) {
			good := i > 0 && i < len(h.pool)-1 || i == 0 // A little early is good.
			if result.IsSuccess() != good {
				t.Errorf("check of %d: %+v", i, result)
			}
			if good && (!bytes.Equal(result.Meta.Sender, addressOf(i)) || result.Meta.Priority != gasPrice) {
				t.Errorf("check of %d: metadata %+v", i, result.Meta)
			}
			if !good && (result.Error.Module != "core" || result.Error.Code != 1) {
				t.Errorf("check of %d: error %+v", i, result.Error)
			}
		}
		rsp := h.schedule()
		if len(rsp.TxHashes) != size || len(rsp.TxRejectHashes) != 1 {
			t.Fatalf("block has %d transactions and rejects %d, want %d and 1", len(rsp.TxHashes),
				len(rsp.TxRejectHashes), size)
		}
		none, noneIn := message.MessagesHash(nil), message.InMessagesHash(nil)
		header := rsp.Batch.Header
		if *header.MessagesHash != none || *header.InMessagesHash != noneIn || header.InMessagesCount != 0 {
			t.Errorf("header is %+v", header)
		}
		io := ioTree(t, h.header.Round+1, rsp)
		inputs, err := io.GetInputBatch(t.Context(), 1000, 16<<20)
		if err != nil {
			t.Fatal(err)
		}
		txs, err := io.GetTransactions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i, tx := range txs {
			var result types.CallResult
			if err := cbor.Unmarshal(tx.Output, &result); err != nil || !result.IsSuccess() ||
				tx.Hash() != rsp.TxHashes[i] {
				t.Errorf("transaction %d: %+v (%v)", i, result, err)
			}
		}
		tags, err := io.GetTags(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		transfers := 0
		for _, tag := range tags {
			if bytes.Equal(tag.Key, types.NewEventKey("accounts", sdkAccounts.TransferEventCode)) &&
				tag.TxHash != transaction.TagBlockTxHash {
				transfers++
			}
		}
		if transfers != size {
			t.Errorf("%d transactions have transfer tags, want %d", transfers, size)
		}
		// Another node comes to the same result.
		again, err := replica.execute(rsp.TxInputRoot, inputs)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(cbor.Marshal(again.Batch.Header), cbor.Marshal(header)) {
			t.Errorf("replica's header is %+v, want %+v", again.Batch.Header, header)
		}
		h.finalise(rsp)
		replica.finalise(again)
		if got, want := h.balance(sdkTesting.Bob.Address), 5*nonce; got != want {
			t.Errorf("receiver has %d, want %d", got, want)
		}
		if len(h.pool) != 1 || !bytes.Equal(h.pool[0], late) {
			t.Errorf("%d transactions are left in the pool, want the late one", len(h.pool))
		}
	}
}

func addressOf(i int) []byte {
	if i == 0 {
		return sdkTesting.Dave.Address[:]
	}
	return sdkTesting.Alice.Address[:]
}

// A runtime that was killed goes on where the chain is.
func TestRestart(t *testing.T) {
	h := newHost(t, nil)
	for nonce := range uint64(4) {
		h.pool = [][]byte{transfer(t, sdkTesting.Alice, nonce, 5)}
		lost := h.schedule() // Computed, but the runtime dies before it counts.
		h.connect(nil)
		rsp := h.schedule()
		if *rsp.Batch.Header.StateRoot != *lost.Batch.Header.StateRoot ||
			*rsp.Batch.Header.IORoot != *lost.Batch.Header.IORoot {
			t.Fatal("the new runtime computes another result")
		}
		h.finalise(rsp)
	}
	if got := h.balance(sdkTesting.Bob.Address); got != 20 {
		t.Errorf("receiver has %d, want 20", got)
	}
}

// A host that cannot read fails requests, and nothing is left of it after.
func TestBrokenStorage(t *testing.T) {
	h := newHost(t, nil)
	h.finalise(h.schedule())
	h.connect(nil) // Nothing cached.
	h.broken = errDisk
	tx := transfer(t, sdkTesting.Alice, 0, 5)
	h.pool = [][]byte{tx}
	_, err := h.call(&protocol.Body{RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{
		Mode: protocol.ExecutionModeSchedule, Block: block.Block{Header: h.header}, Inputs: h.pool,
	}})
	if err == nil || !strings.Contains(err.Error(), errDisk.Error()) {
		t.Errorf("schedule: %v", err)
	}
	if _, err := h.call(&protocol.Body{RuntimeCheckTxBatchRequest: &protocol.RuntimeCheckTxBatchRequest{
		Block: block.Block{Header: h.header}, Inputs: h.pool,
	}}); err == nil {
		t.Error("check passed")
	}
	if err := h.query("accounts.Nonce", sdkAccounts.NonceQuery{Address: sdkTesting.Alice.Address},
		new(uint64)); err == nil {
		t.Error("query passed")
	}
	h.mu.Lock()
	h.broken = nil
	h.mu.Unlock()
	rsp := h.schedule()
	if len(rsp.TxHashes) != 1 {
		t.Fatalf("block has %d transactions", len(rsp.TxHashes))
	}
	h.finalise(rsp)
	if got := h.balance(sdkTesting.Bob.Address); got != 5 {
		t.Errorf("receiver has %d, want 5", got)
	}
}

func TestAbort(t *testing.T) {
	h := newHost(t, nil)
	h.finalise(h.schedule())
	h.connect(nil)
	h.hang = true
	failed := make(chan error, 1)
	go func() {
		_, err := h.conn.Call(context.WithoutCancel(t.Context()),
			&protocol.Body{RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{
				Mode: protocol.ExecutionModeSchedule, Block: block.Block{Header: h.header},
			}})
		failed <- err
	}()
	<-h.hanging
	if _, err := h.call(&protocol.Body{RuntimeAbortRequest: &protocol.Empty{}}); err != nil {
		t.Fatal(err)
	}
	wantCode(t, <-failed, 5)
	h.mu.Lock()
	h.hang = false
	h.mu.Unlock()
	h.finalise(h.schedule())
}

func wantCode(t *testing.T, err error, code uint32) {
	t.Helper()
	module, got := coreErrors.Code(err)
	if err == nil || module != "rhp" || got != code {
		t.Errorf("got %v (%s/%d), want rhp/%d", err, module, got, code)
	}
}

func TestRefusedRequests(t *testing.T) {
	h := newHost(t, nil)
	h.finalise(h.schedule())
	other := h.header
	other.Namespace = common.NewTestNamespaceFromSeed([]byte("other"), common.NamespaceTest)
	for name, tc := range map[string]struct {
		body *protocol.Body
		code uint32
	}{
		"second info": {&protocol.Body{RuntimeInfoRequest: &protocol.RuntimeInfoRequest{}}, 6},
		"key manager": {&protocol.Body{
			RuntimeKeyManagerStatusUpdateRequest: &protocol.RuntimeKeyManagerStatusUpdateRequest{},
		}, 2},
		"enclave call": {&protocol.Body{RuntimeRPCCallRequest: &protocol.RuntimeRPCCallRequest{}}, 2},
		"local call":   {&protocol.Body{RuntimeLocalRPCCallRequest: &protocol.RuntimeLocalRPCCallRequest{}}, 2},
		"notification": {&protocol.Body{RuntimeNotifyRequest: &protocol.RuntimeNotifyRequest{}}, 2},
		"nothing":      {&protocol.Body{}, 2},
		"unknown mode": {&protocol.Body{RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{Mode: 9,
			Block: block.Block{Header: h.header}}}, 2},
		"other runtime": {&protocol.Body{
			RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{Block: block.Block{Header: other}},
		}, 3},
		"other's check": {&protocol.Body{
			RuntimeCheckTxBatchRequest: &protocol.RuntimeCheckTxBatchRequest{Block: block.Block{Header: other}},
		}, 3},
		"other's query": {&protocol.Body{RuntimeQueryRequest: &protocol.RuntimeQueryRequest{Header: other,
			Method: "core.MinGasPrice", Args: []byte{0xf6}}}, 3},
		"other's inputs": {&protocol.Body{
			RuntimeExecuteTxBatchRequest: &protocol.RuntimeExecuteTxBatchRequest{
				Block: block.Block{Header: h.header}, IORoot: hash.NewFromBytes([]byte("x")),
			},
		}, 4},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := h.call(tc.body)
			wantCode(t, err, tc.code)
		})
	}
	for name, body := range map[string]*protocol.Body{
		"ping":           {RuntimePingRequest: &protocol.Empty{}},
		"consensus sync": {RuntimeConsensusSyncRequest: &protocol.RuntimeConsensusSyncRequest{Height: 5}},
	} {
		if _, err := h.call(body); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The runtime is well after all of it.
	h.pool = [][]byte{transfer(t, sdkTesting.Alice, 0, 5)}
	h.finalise(h.schedule())
	if got := h.balance(sdkTesting.Bob.Address); got != 5 {
		t.Errorf("receiver has %d, want 5", got)
	}
}

func TestRequestsBeforeInfo(t *testing.T) {
	guest, host := socketPair(t)
	doc := testDocument(t)
	set, err := paratime.New(doc)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- rhp.New(set, doc, nil).Serve(context.WithoutCancel(t.Context()), guest) }()
	// A connection that plays the guest sends no information request.
	conn, err := protocol.NewConnection(logging.GetLogger("host"), runtimeID, &fakeHost{})
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.InitGuest(host); err != nil {
		t.Fatal(err)
	}
	_, err = conn.Call(t.Context(), &protocol.Body{RuntimeQueryRequest: &protocol.RuntimeQueryRequest{}})
	wantCode(t, err, 1)
	conn.Close()
	if err := <-served; err != nil {
		t.Error(err)
	}
}

func TestShutdown(t *testing.T) {
	for name, end := range map[string]func(*fakeHost, context.CancelFunc){
		"asked for": func(h *fakeHost, _ context.CancelFunc) {
			_, _ = h.conn.Call(context.WithoutCancel(h.t.Context()),
				&protocol.Body{RuntimeShutdownRequest: &protocol.Empty{}})
		},
		"host gone": func(h *fakeHost, _ context.CancelFunc) { h.conn.Close() },
		"signal":    func(_ *fakeHost, cancel context.CancelFunc) { cancel() },
	} {
		t.Run(name, func(t *testing.T) {
			guest, host := socketPair(t)
			doc := testDocument(t)
			set, err := paratime.New(doc)
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
			defer cancel()
			served := make(chan error, 1)
			go func() { served <- rhp.New(set, doc, nil).Serve(ctx, guest) }()
			h := &fakeHost{t: t}
			if h.conn, err = protocol.NewConnection(logging.GetLogger("host"), runtimeID, h); err != nil {
				t.Fatal(err)
			}
			if _, err := h.conn.InitHost(t.Context(), host, &protocol.HostInfo{}); err != nil {
				t.Fatal(err)
			}
			end(h, cancel)
			if err := <-served; err != nil {
				t.Error(err)
			}
			h.conn.Close()
		})
	}
}

// Entries of the state come with a proof of the round's root, and of no other.
func TestIterateQuery(t *testing.T) {
	h := newHost(t, nil)
	h.finalise(h.schedule())
	root := h.header.StorageRootState()
	rq := storage.IterateRequest{Tree: storage.TreeID{Root: root, Position: root.Hash}, Prefetch: 100, ProofVersion: 1}
	var rsp storage.ProofResponse
	if err := h.query(layout.IterateQuery, rq, &rsp); err != nil {
		t.Fatal(err)
	}
	var verifier syncer.ProofVerifier
	if log, err := verifier.VerifyProofToWriteLog(t.Context(), root.Hash, &rsp.Proof); err != nil || len(log) == 0 {
		t.Errorf("%d entries are proved: %v", len(log), err)
	}
	other, many := rq, rq
	other.Tree.Root.Hash = hash.NewFromBytes([]byte("another"))
	many.Prefetch = layout.MaxIterated + 1
	for name, args := range map[string]any{"another root": other, "too many": many, "nonsense": "x"} {
		err := h.query(layout.IterateQuery, args, &rsp)
		if module, code := coreErrors.Code(err); module != "core" || code != 10 {
			t.Errorf("%s: %v, want an invalid argument", name, err)
		}
	}
	h = newHost(t, map[string]any{"allowed_queries": []any{map[string]any{layout.IterateQuery: false}}})
	h.finalise(h.schedule())
	root = h.header.StorageRootState()
	rq.Tree = storage.TreeID{Root: root, Position: root.Hash}
	if module, code := coreErrors.Code(h.query(layout.IterateQuery, rq, &rsp)); module != "core" || code != 22 {
		t.Errorf("a query that the node forbids: %s/%d", module, code)
	}
}

func TestQueryPolicy(t *testing.T) {
	const cheap, dear = "core.MinGasPrice", "accounts.Addresses"
	ask := func(h *fakeHost, method string) error {
		var args any
		if method == dear {
			args = sdkAccounts.AddressesQuery{}
		}
		return h.query(method, args, new(cbor.RawMessage))
	}
	for name, tc := range map[string]struct {
		config      map[string]any
		cheap, dear bool
	}{
		"none": {nil, true, true},
		"some": {map[string]any{"allowed_queries": []any{map[string]any{cheap: true}}}, true, false},
		"all":  {map[string]any{"allowed_queries": []any{map[string]any{"all": true}}}, true, true},
		"all expensive": {map[string]any{"allowed_queries": []any{map[string]any{"all_expensive": true}}}, true,
			true},
		"by name": {map[string]any{"allowed_queries": []any{map[string]any{dear: true},
			map[string]any{"all": false}}}, false, true},
		"first counts": {map[string]any{"allowed_queries": []any{map[string]any{cheap: false},
			map[string]any{"all": true}}}, false, true},
		"old setting":     {map[string]any{"allow_expensive_queries": true}, true, true},
		"old setting off": {map[string]any{"allow_expensive_queries": false}, true, false},
		"nonsense":        {map[string]any{"allowed_queries": []any{5, map[any]any{7: true}, "all"}}, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHost(t, tc.config)
			h.finalise(h.schedule())
			for method, want := range map[string]bool{cheap: tc.cheap, dear: tc.dear} {
				err := ask(h, method)
				module, code := coreErrors.Code(err)
				if want && err != nil || !want && (module != "core" || code != 22) {
					t.Errorf("%s: %v, want allowed: %v", method, err, want)
				}
			}
		})
	}
}

// What the host answers is checked: a node that lies is not believed.
func TestLyingHost(t *testing.T) {
	h := newHost(t, nil)
	h.finalise(h.schedule())
	h.connect(nil)
	lie := mkvs.New(nil, nil, node.RootTypeState)
	defer lie.Close()
	if err := lie.Insert(t.Context(), []byte("accounts"), []byte("all mine")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := lie.Commit(t.Context(), runtimeID, h.header.Round); err != nil {
		t.Fatal(err)
	}
	h.trees[h.header.StorageRootState()] = lie
	if err := h.query("accounts.Nonce", sdkAccounts.NonceQuery{Address: sdkTesting.Alice.Address},
		new(uint64)); err == nil {
		t.Error("the answer was believed")
	}
}

func TestLogger(t *testing.T) {
	var out bytes.Buffer
	logger := rhp.NewLogger(&out, slog.LevelDebug)
	logger.Debug("one")
	logger.Info("two")
	logger.Warn("three")
	logger.Error("four", slog.Any("error", errors.New("cause")), slog.String("stack", strings.Repeat("x", 10_000)))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for i, level := range []string{"DEBG", "INFO", "WARN", "ERRO"} {
		if !strings.Contains(lines[i], `"level":"`+level+`"`) || !strings.HasPrefix(lines[i], `{"ts":`) ||
			len(lines[i]) > 9_000 {
			t.Errorf("line %d is %.200s", i, lines[i])
		}
	}
}

// FuzzHostBytes sends bytes that are no protocol to a guest: it ends, and says nothing worse than that.
func FuzzHostBytes(f *testing.F) {
	f.Add([]byte{0, 0, 0, 3, 0xa1, 0x01, 0x02})
	body := cbor.Marshal(&protocol.Message{ID: 1, MessageType: protocol.MessageRequest,
		Body: protocol.Body{RuntimePingRequest: &protocol.Empty{}}})
	f.Add(append([]byte{0, 0, 0, byte(len(body))}, body...))
	doc := testDocument(f)
	set, err := paratime.New(doc)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		guest, host := net.Pipe()
		served := make(chan error, 1)
		go func() { served <- rhp.New(set, doc, nil).Serve(context.WithoutCancel(t.Context()), guest) }()
		go func() {
			buf := make([]byte, 1024)
			for {
				if _, err := host.Read(buf); err != nil {
					return
				}
			}
		}()
		_, _ = host.Write(data)
		_ = host.Close()
		<-served
	})
}
