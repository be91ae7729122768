package gateway

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/chaintest"
)

// A contract is deployed, called and read with go-ethereum's own client.
func TestContract(t *testing.T) {
	h := newHarness(t)
	ctx := t.Context()
	addr := h.deploy()

	code, err := h.eth.CodeAt(ctx, addr, nil)
	if err != nil || len(code) == 0 {
		t.Fatalf("code of %d bytes: %v", len(code), err)
	}
	receipt := h.transact(h.bob, &addr, big.NewInt(5), h.pack("store", big.NewInt(3), big.NewInt(40)))
	if receipt.Status != 1 || len(receipt.Logs) != 1 || receipt.GasUsed == 0 ||
		receipt.EffectiveGasPrice.Int64() != gwei+1 {
		t.Fatalf("receipt: %+v", receipt)
	}
	out, err := h.eth.CallContract(ctx, ethereum.CallMsg{To: &addr, Data: h.pack("total")}, nil)
	if err != nil || new(big.Int).SetBytes(out).Int64() != 47 {
		t.Fatalf("total is %x: %v", out, err)
	}
	// The state of the round before is still there.
	before := new(big.Int).Sub(receipt.BlockNumber, big.NewInt(1))
	out, err = h.eth.CallContract(ctx, ethereum.CallMsg{To: &addr, Data: h.pack("total")}, before)
	if err != nil || new(big.Int).SetBytes(out).Int64() != 7 {
		t.Fatalf("total before is %x: %v", out, err)
	}
	slot, err := h.eth.StorageAt(ctx, addr, common.Hash{}, nil)
	if err != nil || new(big.Int).SetBytes(slot).Int64() != 47 {
		t.Fatalf("slot 0 is %x: %v", slot, err)
	}
	balance, err := h.eth.BalanceAt(ctx, addr, nil)
	if err != nil || balance.Int64() != 5 {
		t.Fatalf("balance is %s: %v", balance, err)
	}
	// What was paid is gas times price, and the rest came back.
	left, err := h.eth.BalanceAt(ctx, h.bob.addr, nil)
	if err != nil {
		t.Fatal(err)
	}
	paid := new(big.Int).Mul(receipt.EffectiveGasPrice, new(big.Int).SetUint64(receipt.GasUsed))
	if want := new(big.Int).Sub(ether(1000), paid.Add(paid, big.NewInt(5))); left.Cmp(want) != 0 {
		t.Errorf("bob has %s, want %s", left, want)
	}
	logs, err := h.eth.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int), Addresses: []common.Address{addr},
		Topics: [][]common.Hash{{h.fixture.ABI.Events["Stored"].ID}, {common.BytesToHash(h.bob.addr[:])}},
	})
	if err != nil || len(logs) != 1 || logs[0].TxHash != receipt.TxHash || logs[0].BlockHash != receipt.BlockHash {
		t.Fatalf("logs %+v: %v", logs, err)
	}
}

func TestBlocks(t *testing.T) {
	h := newHarness(t)
	ctx := t.Context()
	h.deploy()
	first := h.send(h.alice, &h.bob.addr, big.NewInt(1), nil)
	second := h.send(h.bob, &h.alice.addr, big.NewInt(2), nil)
	h.produce()
	h.chain.ProduceEmpty(t)
	h.sync()
	head := h.chain.Latest()

	// go-ethereum's client checks that roots and bodies go together.
	for n := uint64(0); n <= head; n++ {
		b, err := h.eth.BlockByNumber(ctx, new(big.Int).SetUint64(n))
		if err != nil {
			t.Fatalf("block %d: %v", n, err)
		}
		if b.NumberU64() != n {
			t.Fatalf("block %d says %d", n, b.NumberU64())
		}
	}
	var block, byHash map[string]any
	h.call(&block, "eth_getBlockByNumber", hexutil.EncodeUint64(head-1), true)
	h.call(&byHash, "eth_getBlockByHash", block["hash"], true)
	if block["hash"] == nil || byHash["number"] != block["number"] {
		t.Fatalf("by number %v, by hash %v", block["hash"], byHash["number"])
	}
	txs := block["transactions"].([]any)
	hashes := map[any]bool{}
	for _, tx := range txs {
		hashes[tx.(map[string]any)["hash"]] = true
	}
	if len(txs) != 2 || !hashes[first.Hash().Hex()] || !hashes[second.Hash().Hex()] {
		t.Fatalf("transactions are %v", txs)
	}
	var next map[string]any
	h.call(&next, "eth_getBlockByNumber", "latest", false)
	if next["parentHash"] != block["hash"] || len(next["transactions"].([]any)) != 0 {
		t.Fatalf("the next block follows %v, want %v", next["parentHash"], block["hash"])
	}
	for _, tag := range []string{"safe", "finalized", "pending"} {
		var b map[string]any
		h.call(&b, "eth_getBlockByNumber", tag, false)
		if b["hash"] != next["hash"] {
			t.Errorf("%s is %v, want the last block", tag, b["number"])
		}
	}
	var count hexutil.Uint
	h.call(&count, "eth_getBlockTransactionCountByNumber", hexutil.EncodeUint64(head-1))
	if count != 2 {
		t.Errorf("count is %d", count)
	}
	var receipts []*types.Receipt
	h.call(&receipts, "eth_getBlockReceipts", hexutil.EncodeUint64(head-1))
	if len(receipts) != 2 || receipts[1].CumulativeGasUsed != receipts[0].GasUsed+receipts[1].GasUsed ||
		receipts[1].TransactionIndex != 1 {
		t.Errorf("receipts are %+v", receipts)
	}
	var tx map[string]any
	h.call(&tx, "eth_getTransactionByBlockNumberAndIndex", hexutil.EncodeUint64(head-1), "0x1")
	if tx["hash"] != txs[1].(map[string]any)["hash"] {
		t.Errorf("transaction 1 is %v", tx)
	}
	for _, absent := range [][]any{
		{"eth_getBlockByNumber", "0xffff", true},
		{"eth_getBlockByHash", common.Hash{1}, true},
		{"eth_getTransactionByHash", common.Hash{1}},
		{"eth_getTransactionReceipt", common.Hash{1}},
		{"eth_getTransactionByBlockNumberAndIndex", "latest", "0x9"},
		{"eth_getBlockReceipts", "0xffff"},
		{"eth_getBlockTransactionCountByHash", common.Hash{1}},
	} {
		var raw json.RawMessage
		h.call(&raw, absent[0].(string), absent[1:]...)
		if string(raw) != "null" {
			t.Errorf("%v: got %s, want null", absent, raw)
		}
	}
}

func TestReverts(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	tooBig := h.fixture.ABI.Errors["TooBig"]
	for _, tc := range []struct {
		name    string
		how     int64
		code    int
		message string
		data    []byte
	}{
		{"reason", 0, 3, "execution reverted: told to fail", nil},
		{"custom error", 1, 3, "execution reverted", tooBig.ID[:4]},
		{"panic", 2, 3, "execution reverted: assert(false)", nil},
		{"nothing", 3, 3, "execution reverted", []byte{}},
		{"out of gas", 4, -32000, "out of gas", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			args := map[string]any{"to": addr, "input": hexutil.Bytes(h.pack("fail", big.NewInt(tc.how))),
				"gas": "0x30d40"}
			err := h.fails("eth_call", args, "latest")
			if err.ErrorCode() != tc.code || err.Error() != tc.message {
				t.Errorf("eth_call: got %d %q, want %d %q", err.ErrorCode(), err, tc.code, tc.message)
			}
			if tc.data != nil {
				var data rpc.DataError
				if !errors.As(err, &data) || !strings.HasPrefix(data.ErrorData().(string), hexutil.Encode(tc.data)) {
					t.Errorf("data is %v, want %x", data, tc.data)
				}
			}
			err = h.fails("eth_estimateGas", args)
			if tc.code == 3 && (err.ErrorCode() != 3 || err.Error() != tc.message) ||
				tc.code != 3 && err.Error() != "gas required exceeds allowance (200000)" {
				t.Errorf("eth_estimateGas: got %d %q", err.ErrorCode(), err)
			}
		})
	}
	receipt := h.transact(h.alice, &addr, nil, h.pack("fail", big.NewInt(0)))
	var raw map[string]any
	h.call(&raw, "assent_getFailure", receipt.TxHash)
	if receipt.Status != 0 || len(receipt.Logs) != 0 ||
		!strings.Contains(raw["revertReason"].(string), hexutil.Encode([]byte("told to fail"))[2:]) {
		t.Errorf("the reason is %v", raw)
	}
	// Readers of receipts may refuse fields that Ethereum's have not.
	var strict struct {
		BlockHash, BlockNumber, TransactionHash, TransactionIndex, From, To, GasUsed, CumulativeGasUsed json.RawMessage
		ContractAddress, Logs, LogsBloom, Type, Status, EffectiveGasPrice                               json.RawMessage
	}
	var bytes json.RawMessage
	h.call(&bytes, "eth_getTransactionReceipt", receipt.TxHash)
	decoder := json.NewDecoder(strings.NewReader(string(bytes)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&strict); err != nil {
		t.Errorf("the receipt is %s: %v", bytes, err)
	}
}

func TestEstimates(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	for _, tc := range []struct {
		name string
		msg  ethereum.CallMsg
	}{
		{"transfer", ethereum.CallMsg{From: h.alice.addr, To: &h.bob.addr, Value: big.NewInt(1)}},
		{"store", ethereum.CallMsg{From: h.alice.addr, To: &addr, Data: h.pack("store", big.NewInt(9), big.NewInt(9))}},
		{"clear, which is refunded", ethereum.CallMsg{From: h.alice.addr, To: &addr,
			Data: h.pack("store", big.NewInt(0), big.NewInt(0))}},
		{"many", ethereum.CallMsg{From: h.alice.addr, To: &addr,
			Data: h.pack("storeMany", big.NewInt(100), big.NewInt(20), big.NewInt(1))}},
		{"create", ethereum.CallMsg{From: h.alice.addr,
			Data: append(bytes.Clone(h.fixture.Bytecode), h.pack("", big.NewInt(1))...)}},
		{"priced", ethereum.CallMsg{From: h.alice.addr, To: &addr, GasFeeCap: big.NewInt(2 * gwei),
			GasTipCap: big.NewInt(1), Data: h.pack("store", big.NewInt(8), big.NewInt(9))}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			gas, err := h.eth.EstimateGas(t.Context(), tc.msg)
			if err != nil {
				t.Fatal(err)
			}
			tx := h.sign(h.alice, &types.LegacyTx{Nonce: h.nonce(h.alice), GasPrice: big.NewInt(gwei), Gas: gas,
				To: tc.msg.To, Value: tc.msg.Value, Data: tc.msg.Data})
			if err := h.eth.SendTransaction(t.Context(), tx); err != nil {
				t.Fatal(err)
			}
			h.produce()
			receipt, err := h.eth.TransactionReceipt(t.Context(), tx.Hash())
			if err != nil || receipt.Status != 1 {
				t.Fatalf("with the estimate of %d gas: %+v %v", gas, receipt, err)
			}
			if tc.name == "transfer" && (gas != 21_000 || receipt.GasUsed != 21_000) {
				t.Errorf("estimate %d, used %d", gas, receipt.GasUsed)
			}
		})
	}
	if err := h.fails("eth_estimateGas", map[string]any{"from": common.Address{9}, "to": addr, "value": "0x1",
		"gasPrice": "0x3b9aca00"}); !strings.Contains(err.Error(), "insufficient funds") {
		t.Errorf("got %v", err)
	}
}

// A chain may charge for the state that a transaction writes.
func TestStorageGas(t *testing.T) {
	h := &harness{t: t, alice: newAccount(t, 1), bob: newAccount(t, 2), dir: t.TempDir(), fixture: loadFixture(t)}
	doc := document(t, h.alice)
	doc.Gas.StorageByte = 1000
	h.chain = chaintest.New(t, doc)
	h.chain.Produce(t)
	h.start()
	t.Cleanup(func() { h.stop() })
	addr := h.deploy()
	for _, msg := range []ethereum.CallMsg{
		{From: h.alice.addr, To: &addr, Data: h.pack("storeMany", big.NewInt(100), big.NewInt(20), big.NewInt(1))},
		{From: h.alice.addr, To: &h.bob.addr, Value: big.NewInt(1)},
	} {
		gas, err := h.eth.EstimateGas(t.Context(), msg)
		if err != nil {
			t.Fatal(err)
		}
		tx := h.sign(h.alice, &types.LegacyTx{Nonce: h.nonce(h.alice), GasPrice: big.NewInt(gwei), Gas: gas, To: msg.To,
			Value: msg.Value, Data: msg.Data})
		if err := h.eth.SendTransaction(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
		h.produce()
		if r, err := h.eth.TransactionReceipt(t.Context(), tx.Hash()); err != nil || r.Status != 1 {
			t.Errorf("with the estimate of %d gas: %+v %v", gas, r, err)
		}
	}
}

func TestCallOptions(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	nobody := common.HexToAddress("0x9000000000000000000000000000000000000009")
	totalArgs := map[string]any{"to": addr, "data": hexutil.Bytes(h.pack("total"))}
	var out hexutil.Bytes
	slot0 := common.Hash{}
	h.call(&out, "eth_call", totalArgs, "latest",
		map[string]any{addr.Hex(): map[string]any{"stateDiff": map[string]any{slot0.Hex(): common.BigToHash(
			big.NewInt(99)).Hex()}}})
	if new(big.Int).SetBytes(out).Int64() != 99 {
		t.Errorf("with a slot overridden: %s", out)
	}
	h.call(&out, "eth_call", totalArgs, "latest", map[string]any{addr.Hex(): map[string]any{"state": map[string]any{}}})
	if new(big.Int).SetBytes(out).Sign() != 0 {
		t.Errorf("with the storage overridden: %s", out)
	}
	// Code that returns its caller's balance.
	code := "0x333160005260206000f3"
	h.call(&out, "eth_call", map[string]any{"from": nobody, "to": nobody}, "latest",
		map[string]any{nobody.Hex(): map[string]any{"code": code, "balance": "0x77"}})
	if new(big.Int).SetBytes(out).Int64() != 0x77 {
		t.Errorf("with code and balance overridden: %s", out)
	}
	env := func(args map[string]any, more ...any) []any {
		t.Helper()
		args["to"], args["data"] = addr, hexutil.Bytes(h.pack("environment"))
		h.call(&out, "eth_call", append([]any{args}, more...)...)
		values, err := h.fixture.ABI.Unpack("environment", out)
		if err != nil {
			t.Fatal(err)
		}
		return values
	}
	head, err := h.eth.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	v := env(map[string]any{})
	if v[0].(*big.Int).Cmp(head.Number) != 0 || v[1].(*big.Int).Uint64() != head.Time ||
		v[2].(*big.Int).Int64() != chainID || v[3].(*big.Int).Sign() != 0 || v[4].(*big.Int).Sign() != 0 {
		t.Errorf("environment is %v", v)
	}
	if parent := v[5].([32]byte); common.Hash(parent) != head.ParentHash {
		t.Errorf("parent is %x, want %s", parent, head.ParentHash)
	}
	v = env(map[string]any{"from": h.alice.addr, "maxFeePerGas": "0x77359400", "maxPriorityFeePerGas": "0x1"})
	if v[3].(*big.Int).Int64() != gwei || v[4].(*big.Int).Int64() != gwei+1 {
		t.Errorf("with a price: base fee %v, price %v", v[3], v[4])
	}
	v = env(map[string]any{}, "latest", map[string]any{}, map[string]any{"number": "0x100", "time": "0x200"})
	if v[0].(*big.Int).Int64() != 0x100 || v[1].(*big.Int).Int64() != 0x200 {
		t.Errorf("with the block overridden: %v", v)
	}
	for _, tc := range []struct {
		args map[string]any
		want string
	}{
		{map[string]any{"to": addr, "data": "0x01", "input": "0x02"}, "both \"data\" and \"input\" are set"},
		{map[string]any{"from": nobody}, "contract creation without any data provided"},
		{map[string]any{"to": addr, "chainId": "0x1"}, "chainId does not match node's"},
		{map[string]any{"to": addr, "gasPrice": "0x1", "maxFeePerGas": "0x1"}, "both gasPrice and"},
		{map[string]any{"to": addr, "maxFeePerGas": "0x1"}, "max fee per gas less than block base fee"},
		{map[string]any{"to": addr, "maxFeePerGas": "0x1", "maxPriorityFeePerGas": "0x2"},
			"max priority fee per gas higher than max fee per gas"},
		{map[string]any{"to": addr, "blobVersionedHashes": []common.Hash{{}}}, "transaction type not supported"},
		{map[string]any{"from": nobody, "to": addr, "gas": "0x5208", "gasPrice": "0x3b9aca00"},
			"insufficient funds for gas * price + value"},
		{map[string]any{"from": nobody, "to": addr, "value": "0x1", "gasPrice": "0x3b9aca00"},
			"insufficient funds for transfer"},
	} {
		if err := h.fails("eth_call", tc.args, "latest"); !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%v: got %q, want %q", tc.args, err, tc.want)
		}
	}
	if err := h.fails("eth_call", totalArgs, "0xffff"); err.Error() != "header not found" {
		t.Errorf("at a block that is not there: %v", err)
	}
	var list struct {
		AccessList types.AccessList
		GasUsed    hexutil.Uint64
		Error      string
	}
	h.call(&list, "eth_createAccessList", map[string]any{"from": h.alice.addr, "to": addr,
		"data": hexutil.Bytes(h.pack("store", big.NewInt(0), big.NewInt(1)))})
	if len(list.AccessList) != 1 || list.AccessList[0].Address != addr || len(list.AccessList[0].StorageKeys) != 2 ||
		list.GasUsed < 21_000 {
		t.Errorf("access list is %+v", list)
	}
	// With the list, what was listed is paid for and warm: 2,400 + 2 * 1,900 more, 2 * 2,000 or 2 * 2,100 less.
	var without, with hexutil.Uint64
	args := map[string]any{"from": h.alice.addr, "to": addr,
		"data": hexutil.Bytes(h.pack("store", big.NewInt(0), big.NewInt(1)))}
	h.call(&without, "eth_estimateGas", args)
	args["accessList"] = list.AccessList
	h.call(&with, "eth_estimateGas", args)
	if more := int(with) - int(without); more < 2_000 || more > 2_200 {
		t.Errorf("an estimate of %d with the list, %d without", with, without)
	}
}

// Before the first transaction the chain has no state, and yet its accounts have what genesis gave them.
func TestGenesisBalances(t *testing.T) {
	h := &harness{t: t, alice: newAccount(t, 1), bob: newAccount(t, 2), dir: t.TempDir(), fixture: loadFixture(t)}
	h.chain = chaintest.New(t, document(t, h.alice))
	h.chain.ProduceEmpty(t)
	h.start()
	t.Cleanup(func() { h.stop() })
	for addr, want := range map[common.Address]*big.Int{h.alice.addr: ether(1000), h.bob.addr: new(big.Int)} {
		balance, err := h.eth.BalanceAt(t.Context(), addr, nil)
		if err != nil || balance.Cmp(want) != 0 {
			t.Errorf("%s has %s, want %s: %v", addr, balance, want, err)
		}
	}
	if n := h.nonce(h.alice); n != 0 {
		t.Errorf("nonce is %d", n)
	}
	gas, err := h.eth.EstimateGas(t.Context(), ethereum.CallMsg{From: h.alice.addr, To: &h.bob.addr, Value: ether(1)})
	if err != nil || gas != 21_000 {
		t.Errorf("estimate is %d: %v", gas, err)
	}
	if r := h.transact(h.alice, &h.bob.addr, ether(1), nil); r.Status != 1 {
		t.Errorf("receipt is %+v", r)
	}
	if balance, err := h.eth.BalanceAt(t.Context(), h.bob.addr, nil); err != nil || balance.Cmp(ether(1)) != 0 {
		t.Errorf("bob has %s: %v", balance, err)
	}
}
