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

// Encoded blocks, headers, transactions and receipts are those that other
// methods show, and their roots are those in the header.
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
		"debug_getRawTransaction":                  {receipt.TxHash},
		"eth_getRawTransactionByBlockHashAndIndex": {receipt.BlockHash, "0x0"}, "eth_getRawTransactionByBlockNumberAndIndex": {number, "0x0"},
	} {
		var got hexutil.Bytes
		if h.call(&got, method, args...); len(got) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%s: %s", method, got)
		}
	}
	var none *hexutil.Bytes
	if h.call(&none, "eth_getRawTransactionByBlockHashAndIndex", receipt.BlockHash, "0x1"); none != nil && len(*none) > 0 {
		t.Errorf("a transaction that is not there: %s", none)
	}
	if err := h.fails("debug_getRawBlock", "0xfff"); err.ErrorCode() != -32000 || err.Error() != "block #4095 not found" {
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
		c.Precompiles["ECREC"] != common.HexToAddress("0x1") || c.Precompiles["KZG_POINT_EVALUATION"] != common.HexToAddress("0xa") {
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
	if uint64(capabilities.Head.Number) != h.chain.Latest() || capabilities.Logs.OldestBlock == nil || capabilities.State.OldestBlock == nil ||
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
	if h.call(&pending, "eth_pendingTransactions"); pending == nil || len(pending) > 0 || coinbase != (common.Address{}) {
		t.Errorf("pending %v, coinbase %s", pending, coinbase)
	}
	slots := map[common.Address][]common.Hash{addr: {{}, common.BigToHash(big.NewInt(1))}, h.bob.addr: {{}}}
	var values map[common.Address][]common.Hash
	h.call(&values, "eth_getStorageValues", slots)
	for a, keys := range slots {
		for i, key := range keys {
			var want common.Hash
			if h.call(&want, "eth_getStorageAt", a, key.Hex(), "latest"); len(values[a]) != len(keys) || values[a][i] != want {
				t.Errorf("%s %s: %v, want %s", a, key, values[a], want)
			}
		}
	}
	if err := h.fails("eth_getStorageValues", map[string]any{}); err.ErrorCode() != -32602 || err.Error() != "empty request" {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	many := map[common.Address][]common.Hash{addr: make([]common.Hash, 1025)}
	if err := h.fails("eth_getStorageValues", many); err.ErrorCode() != -38026 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	if err := h.fails("oasis_callDataPublicKey"); err.ErrorCode() != -32004 || !strings.Contains(err.Error(), "not encrypted") {
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
		{"value": "0x1"}, {"gasPrice": hexutil.EncodeUint64(gwei)}, {"gasPrice": hexutil.EncodeUint64(gwei), "accessList": []any{}},
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
	select {
	case notice := <-notices:
		if notice != false {
			t.Errorf("got %v", notice)
		}
	case err := <-sub.Err():
		t.Fatal(err)
	case <-t.Context().Done():
	}
	logs := make(chan types.Log, 1)
	all, err := client.EthSubscribe(t.Context(), logs, "logs")
	if err != nil {
		t.Fatalf("logs without a filter: %v", err)
	}
	all.Unsubscribe()
}
