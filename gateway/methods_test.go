package gateway

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
)

// Encoded blocks, headers, transactions and receipts are those that other methods show, and their roots are those in
// the header.
func TestRaw(t *testing.T) {
	h := newHarness(t)
	receipt := h.transact(h.alice, &h.bob.addr, big.NewInt(1), nil)
	for _, where := range []any{hexutil.Uint64(receipt.BlockNumber.Uint64()), receipt.BlockHash, "latest"} {
		var rawBlock, rawHeader hexutil.Bytes
		var rawReceipts []hexutil.Bytes
		h.call(&rawBlock, "debug_getRawBlock", where)
		h.call(&rawHeader, "debug_getRawHeader", where)
		h.call(&rawReceipts, "debug_getRawReceipts", where)
		var block types.Block
		if err := rlp.DecodeBytes(rawBlock, &block); err != nil {
			t.Fatal(err)
		}
		var header types.Header
		if err := rlp.DecodeBytes(rawHeader, &header); err != nil || header.Hash() != block.Hash() {
			t.Errorf("the header is not the block's: %v", err)
		}
		txRoot := types.DeriveSha(block.Transactions(), trie.NewStackTrie(nil))
		if len(block.Transactions()) != 1 || txRoot != header.TxHash {
			t.Errorf("%d transactions", len(block.Transactions()))
		}
		receipts := make(types.Receipts, len(rawReceipts))
		for i, raw := range rawReceipts {
			receipts[i] = new(types.Receipt)
			if err := receipts[i].UnmarshalBinary(raw); err != nil {
				t.Fatal(err)
			}
		}
		if types.DeriveSha(receipts, trie.NewStackTrie(nil)) != header.ReceiptHash {
			t.Error("the receipts are not the block's")
		}
	}
	var want hexutil.Bytes
	h.call(&want, "eth_getRawTransactionByHash", receipt.TxHash)
	number := hexutil.Uint64(receipt.BlockNumber.Uint64())
	for method, args := range map[string][]any{
		"debug_getRawTransaction":                    {receipt.TxHash},
		"eth_getRawTransactionByBlockHashAndIndex":   {receipt.BlockHash, "0x0"},
		"eth_getRawTransactionByBlockNumberAndIndex": {number, "0x0"},
	} {
		var got hexutil.Bytes
		if h.call(&got, method, args...); len(got) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%s: %s", method, got)
		}
	}
	var none *hexutil.Bytes
	if h.call(&none, "eth_getRawTransactionByBlockHashAndIndex", receipt.BlockHash, "0x1"); none != nil &&
		len(*none) > 0 {
		t.Errorf("a transaction that is not there: %s", none)
	}
	if err := h.fails("debug_getRawBlock", "0xfff"); err.ErrorCode() != -32000 ||
		err.Error() != "block #4095 not found" {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
}

func TestConfig(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	var config struct {
		Current struct {
			ActivationTime uint64
			ChainID        hexutil.Uint64
			ForkID         hexutil.Bytes
			Precompiles    map[string]common.Address
		}
		Next, Last *struct{}
	}
	h.call(&config, "eth_config")
	c := config.Current
	if c.ChainID != chainID || len(c.ForkID) != 4 || config.Next != nil || config.Last != nil ||
		c.Precompiles["ECREC"] != common.HexToAddress("0x1") ||
		c.Precompiles["KZG_POINT_EVALUATION"] != common.HexToAddress("0xa") {
		t.Errorf("configuration: %+v", config)
	}
	var capabilities struct {
		Head        struct{ Number hexutil.Uint64 }
		Logs, State struct {
			Disabled    bool
			OldestBlock *hexutil.Uint64
		}
		StateProofs struct{ Disabled bool }
	}
	h.call(&capabilities, "eth_capabilities")
	if uint64(capabilities.Head.Number) != h.chain.Latest() || capabilities.Logs.OldestBlock == nil ||
		capabilities.State.OldestBlock == nil ||
		!capabilities.StateProofs.Disabled {
		t.Errorf("capabilities: %+v", capabilities)
	}
	var price, base hexutil.Big
	h.call(&price, "eth_gasPrice")
	h.call(&base, "eth_baseFee")
	if base.ToInt().Cmp(price.ToInt()) != 0 || base.ToInt().Sign() == 0 {
		t.Errorf("base fee %s, gas price %s", &base, &price)
	}
	var coinbase common.Address
	h.call(&coinbase, "eth_coinbase")
	var pending []any
	if h.call(&pending, "eth_pendingTransactions"); pending == nil || len(pending) > 0 ||
		coinbase != (common.Address{}) {
		t.Errorf("pending %v, coinbase %s", pending, coinbase)
	}
	slots := map[common.Address][]common.Hash{addr: {{}, common.BigToHash(big.NewInt(1))}, h.bob.addr: {{}}}
	var values map[common.Address][]common.Hash
	h.call(&values, "eth_getStorageValues", slots)
	for a, keys := range slots {
		for i, key := range keys {
			var want common.Hash
			if h.call(&want, "eth_getStorageAt", a, key.Hex(), "latest"); len(values[a]) != len(keys) ||
				values[a][i] != want {
				t.Errorf("%s %s: %v, want %s", a, key, values[a], want)
			}
		}
	}
	if err := h.fails("eth_getStorageValues", map[string]any{}); err.ErrorCode() != -32602 ||
		err.Error() != "empty request" {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	many := map[common.Address][]common.Hash{addr: make([]common.Hash, 1025)}
	if err := h.fails("eth_getStorageValues", many); err.ErrorCode() != -38026 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	if err := h.fails("oasis_callDataPublicKey"); err.ErrorCode() != -32004 ||
		!strings.Contains(err.Error(), "not encrypted") {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
}

// The receipt is the answer, or an error with the hash by which to ask for it.
func TestSendRawTransactionSync(t *testing.T) {
	h := newHarness(t)
	tx := h.simple(h.alice, message{To: &h.bob.addr})
	err := h.fails("eth_sendRawTransactionSync", raw(t, tx), 1)
	if data, ok := err.(rpc.DataError); err.ErrorCode() != 4 || !ok || data.ErrorData() != tx.Hash().Hex() {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	h.produce()
	h.chain.Auto = true
	var receipt types.Receipt
	tx = h.simple(h.alice, message{Nonce: 1, To: &h.bob.addr})
	if h.call(&receipt, "eth_sendRawTransactionSync", raw(t, tx)); receipt.TxHash != tx.Hash() || receipt.Status != 1 {
		t.Errorf("the receipt is %+v", receipt)
	}
	if err := h.fails("eth_sendRawTransactionSync", hexutil.Bytes{}); err.ErrorCode() != -32000 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
}

// What is filled in is what the chain takes once it is signed.
func TestFillTransaction(t *testing.T) {
	h := newHarness(t)
	for i, args := range []map[string]any{
		{"value": "0x1"}, {"gasPrice": hexutil.EncodeUint64(gwei)},
		{"gasPrice": hexutil.EncodeUint64(gwei), "accessList": []any{}},
	} {
		args["from"], args["to"] = h.alice.addr, h.bob.addr
		var filled struct{ Raw hexutil.Bytes }
		h.call(&filled, "eth_fillTransaction", args)
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(filled.Raw); err != nil {
			t.Fatal(err)
		}
		signed, err := types.SignTx(tx, types.LatestSignerForChainID(big.NewInt(chainID)), h.alice.key)
		if err != nil {
			t.Fatal(err)
		}
		if int(tx.Type()) != []int{2, 0, 1}[i] || tx.Nonce() != uint64(i) {
			t.Errorf("%v: type %d, nonce %d", args, tx.Type(), tx.Nonce())
		}
		if err := h.eth.SendTransaction(t.Context(), signed); err != nil {
			t.Error(err)
		}
	}
}

func TestSubscribeSyncing(t *testing.T) {
	h := newHarness(t)
	client, err := rpc.DialContext(t.Context(), "ws"+strings.TrimPrefix(h.gateway.URL(), "http"))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	notices := make(chan any, 1)
	sub, err := client.EthSubscribe(t.Context(), notices, "syncing")
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	for caughtUp := false; !caughtUp; { // the node may not have said yet what there is
		select {
		case notice := <-notices:
			caughtUp = notice == false
		case err := <-sub.Err():
			t.Fatal(err)
		case <-t.Context().Done():
			t.Fatal("it never says that it has caught up")
		}
	}
	logs := make(chan types.Log, 1)
	all, err := client.EthSubscribe(t.Context(), logs, "logs")
	if err != nil {
		t.Fatalf("logs without a filter: %v", err)
	}
	all.Unsubscribe()
}

// Calls see what those before them did, in blocks that follow the last one.
func TestSimulate(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	store := func(slot, value int64) map[string]any {
		input := hexutil.Bytes(h.pack("store", big.NewInt(slot), big.NewInt(value)))
		return map[string]any{"from": h.alice.addr, "to": addr, "input": input}
	}
	type call struct {
		ReturnData hexutil.Bytes
		Status     hexutil.Uint64
		GasUsed    hexutil.Uint64
		Logs       []types.Log
		Error      *struct {
			Code    int
			Message string
		}
	}
	type block struct {
		Number       hexutil.Uint64
		Hash         common.Hash
		ParentHash   common.Hash
		Transactions []any
		Calls        []call
	}
	poor := common.Address{19: 0x77}
	simulate := func(args map[string]any) (blocks []block) {
		t.Helper()
		h.call(&blocks, "eth_simulateV1", args, "latest")
		return blocks
	}
	blocks := simulate(map[string]any{
		"traceTransfers": true,
		"blockStateCalls": []any{
			map[string]any{
				"stateOverrides": map[string]any{poor.Hex(): map[string]any{"balance": "0x64"}},
				"calls": []any{
					store(1, 5), map[string]any{"from": poor, "to": h.bob.addr, "value": "0x64"},
					map[string]any{"from": h.alice.addr, "to": addr,
						"input": hexutil.Bytes(h.pack("fail", big.NewInt(0)))},
				},
			},
			map[string]any{"calls": []any{store(1, 6), map[string]any{"from": h.bob.addr, "to": poor, "value": "0x1"}}},
		},
	})
	head, err := h.eth.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(blocks) != 2 || uint64(blocks[0].Number) != head.Number.Uint64()+1 ||
		blocks[1].ParentHash != blocks[0].Hash {
		t.Fatalf("blocks are %+v", blocks)
	}
	first := blocks[0].Calls
	if len(first) != 3 || first[0].Status != 1 || len(first[0].Logs) != 1 ||
		first[1].Status != 1 || len(first[1].Logs) != 1 {
		t.Fatalf("calls are %+v", first)
	}
	transfer := first[1].Logs[0]
	if transfer.Address != common.HexToAddress("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee") ||
		transfer.Topics[2] != common.BytesToHash(h.bob.addr[:]) || transfer.Data[31] != 0x64 ||
		transfer.BlockHash != blocks[0].Hash {
		t.Errorf("the transfer is %+v", transfer)
	}
	if failed := first[2]; failed.Status != 0 || failed.Error == nil ||
		failed.Error.Code != 3 || len(failed.ReturnData) > 0 {
		t.Errorf("what reverts is %+v", failed)
	}
	// The slot is taken already when it is written again.
	if again := blocks[1].Calls[0]; again.Status != 1 || again.GasUsed >= first[0].GasUsed {
		t.Errorf("gas %d, and %d again", first[0].GasUsed, again.GasUsed)
	}
	if n := h.nonce(h.alice); n != 1 {
		t.Errorf("the simulation left nonce %d", n)
	}
	calls := func(calls ...any) []any { return []any{map[string]any{"calls": calls}} }
	for name, tc := range map[string]struct {
		args map[string]any
		code int
	}{
		"nothing": {map[string]any{"blockStateCalls": []any{}}, -32602},
		"no funds": {map[string]any{
			"blockStateCalls": calls(map[string]any{"from": poor, "to": addr, "value": "0x1"}),
		}, -38014},
		"nonce used": {map[string]any{
			"validation":      true,
			"blockStateCalls": calls(map[string]any{"from": h.alice.addr, "to": addr, "nonce": "0x0"}),
		}, -38010},
		"nonce ahead": {map[string]any{
			"validation":      true,
			"blockStateCalls": calls(map[string]any{"from": h.alice.addr, "to": addr, "nonce": "0x9"}),
		}, -38011},
		"no price": {map[string]any{
			"validation":      true,
			"blockStateCalls": calls(map[string]any{"from": h.alice.addr, "to": addr}),
		}, -38012},
		"too little gas": {map[string]any{"blockStateCalls": calls(map[string]any{"to": addr, "gas": "0x1"})}, -38013},
		"above the block": {map[string]any{
			"blockStateCalls": calls(map[string]any{"to": addr, "gas": "0xffffffffff"}),
		}, -38015},
		"old number": {map[string]any{
			"blockStateCalls": []any{map[string]any{"blockOverrides": map[string]any{"number": "0x0"}}},
		}, -38020},
		"old time": {map[string]any{
			"blockStateCalls": []any{map[string]any{"blockOverrides": map[string]any{"time": "0x1"}}},
		}, -38021},
		"far ahead": {map[string]any{
			"blockStateCalls": []any{map[string]any{"blockOverrides": map[string]any{"number": "0xffff"}}},
		}, -38026},
	} {
		if err := h.fails("eth_simulateV1", tc.args, "latest"); err.ErrorCode() != tc.code {
			t.Errorf("%s: got %d %v, want %d", name, err.ErrorCode(), err, tc.code)
		}
	}
	// A precompiled contract elsewhere, in calls as well.
	identity, elsewhere := common.Address{19: 4}, common.Address{18: 1, 19: 4}
	moved := map[string]any{identity.Hex(): map[string]any{"movePrecompileToAddress": elsewhere}}
	for to, want := range map[common.Address]string{identity: "0x", elsewhere: "0x1234"} {
		var got hexutil.Bytes
		if h.call(&got, "eth_call", map[string]any{"to": to, "input": "0x1234"}, "latest",
			moved); got.String() != want {
			t.Errorf("%s returns %s, want %s", to, got, want)
		}
	}
}
