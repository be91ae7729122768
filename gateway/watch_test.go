package gateway

import (
	"encoding/json"
	"fmt"
	"math/big"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
)

// dial opens a WebSocket connection.
func (h *harness) dial() *rpc.Client {
	h.t.Helper()
	c, err := rpc.DialContext(h.t.Context(), "ws"+strings.TrimPrefix(h.gateway.URL(), "http"))
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(c.Close)
	return c
}

// receive waits for the next item of a subscription.
func receive[T any](t testing.TB, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(20 * time.Second):
		t.Fatal("nothing arrived")
		panic("unreachable")
	}
}

func TestSubscriptions(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	ws := h.dial()
	eth := ethclient.NewClient(ws)

	heads := make(chan *types.Header, 100)
	sub, err := eth.SubscribeNewHead(t.Context(), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	logs := make(chan types.Log, 100)
	stored := h.fixture.ABI.Events["Stored"].ID
	logSub, err := eth.SubscribeFilterLogs(t.Context(),
		ethereum.FilterQuery{Addresses: []common.Address{addr}, Topics: [][]common.Hash{{stored}}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer logSub.Unsubscribe()
	pending := make(chan common.Hash, 100)
	pendingSub, err := ws.EthSubscribe(t.Context(), pending, "newPendingTransactions")
	if err != nil {
		t.Fatal(err)
	}
	defer pendingSub.Unsubscribe()
	full := make(chan map[string]any, 100)
	fullSub, err := ws.EthSubscribe(t.Context(), full, "newPendingTransactions", true)
	if err != nil {
		t.Fatal(err)
	}
	defer fullSub.Unsubscribe()

	last := h.chain.Latest()
	tx := h.send(h.bob, &addr, nil, h.pack("storeMany", big.NewInt(10), big.NewInt(3), big.NewInt(1)))
	if got := receive(t, pending); got != tx.Hash() {
		t.Errorf("pending is %s, want %s", got, tx.Hash())
	}
	if got := receive(t, full); got["hash"] != tx.Hash().Hex() || got["blockHash"] != nil {
		t.Errorf("pending is %v", got)
	}
	h.send(h.alice, &addr, big.NewInt(1), nil) // Notes, which is another event.
	h.produce()
	for i := range int64(3) {
		l := receive(t, logs)
		if l.TxHash != tx.Hash() || l.Topics[2] != common.BigToHash(big.NewInt(10+i)) {
			t.Errorf("log %d is %+v", i, l)
		}
	}
	for range 5 {
		h.chain.ProduceEmpty(t)
	}
	h.transact(h.bob, &addr, nil, h.pack("store", big.NewInt(77), big.NewInt(1)))
	if l := receive(t, logs); l.Topics[2] != common.BigToHash(big.NewInt(77)) {
		t.Errorf("the next log is %+v", l)
	}
	for n := last + 1; n <= h.chain.Latest(); n++ {
		if head := receive(t, heads); head.Number.Uint64() != n {
			t.Fatalf("head %d, want %d: heads are lost or out of order", head.Number, n)
		}
	}
	if h.gateway.pools.subscriptions.Used() != 4 {
		t.Errorf("%d subscriptions", h.gateway.pools.subscriptions.Used())
	}
	if _, err := ws.EthSubscribe(t.Context(), make(chan any), "nonsense"); err == nil {
		t.Error("subscribed to nonsense")
	}
	if err := h.fails("eth_subscribe", "newHeads"); err.ErrorCode() != -32601 {
		t.Errorf("subscribing over HTTP: %d %v", err.ErrorCode(), err)
	}
}

// The logs of a subscription wait for room like all that is built: none is read before there is some, and none is lost.
func TestSubscribedLogsTakeRoom(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	eth := ethclient.NewClient(h.dial())
	heads, logs := make(chan *types.Header, 100), make(chan types.Log, 100)
	headSub, err := eth.SubscribeNewHead(t.Context(), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer headSub.Unsubscribe()
	logSub, err := eth.SubscribeFilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{addr}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer logSub.Unsubscribe()

	build, others := h.gateway.pools.build, []admission.Client{{}, admission.ClientAt(netip.MustParseAddr("192.0.2.1"))}
	for _, c := range others {
		if err := build.Take(c, build.Share()); err != nil {
			t.Fatal(err)
		}
	}
	h.send(h.bob, &addr, nil, h.pack("storeMany", big.NewInt(10), big.NewInt(3), big.NewInt(1)))
	h.produce()
	for range 20 {
		h.chain.ProduceEmpty(t)
	}
	for range 21 {
		receive(t, heads)
	}
	if len(logs) > 0 {
		t.Errorf("%d logs were read without room", len(logs))
	}
	for _, c := range others {
		build.Give(c, build.Share())
	}
	for i := range int64(3) {
		if l := receive(t, logs); l.Topics[2] != common.BigToHash(big.NewInt(10+i)) {
			t.Errorf("log %d is %+v", i, l)
		}
	}
}

// A call runs when there is room for the memory that its gas buys, and not before.
func TestCallsTakeMachineRoom(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.CallTimeout = 300 * time.Millisecond })
	pools := []*admission.Pool{h.gateway.pools.machine, h.gateway.pools.smallMachine}
	others := []admission.Client{{}, admission.ClientAt(netip.MustParseAddr("192.0.2.1"))}
	to := map[string]any{"to": common.Address{19: 4}, "input": "0x01"}
	small := map[string]any{"to": common.Address{19: 4}, "input": "0x01", "gas": "0x186a0"}
	for _, c := range others {
		for _, pool := range pools {
			if err := pool.Take(c, pool.Share()-6<<20); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out any
	for method, args := range map[string][]any{
		"eth_call": {to, "latest"}, "eth_estimateGas": {to}, "eth_createAccessList": {to},
		"eth_simulateV1": {map[string]any{"blockStateCalls": []any{map[string]any{"calls": []any{to}}}}},
	} {
		if err := h.fails(method, args...); err.ErrorCode() != -32005 {
			t.Errorf("%s without room: got %d %v", method, err.ErrorCode(), err)
		}
	}
	h.call(&out, "eth_call", small, "latest")
	for _, c := range others {
		for _, pool := range pools {
			pool.Give(c, pool.Share()-6<<20)
		}
	}
	h.call(&out, "eth_call", to, "latest")
	for _, pool := range pools {
		if pool.Used() != 0 {
			t.Errorf("%d bytes are still in use", pool.Used())
		}
	}
}

func TestSubscriptionLimit(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.SubscriptionsPerConnection = 2; c.Limits.Subscriptions = 12 })
	one, two := h.dial(), h.dial()
	subscribe := func(c *rpc.Client) (*rpc.ClientSubscription, error) {
		return c.EthSubscribe(t.Context(), make(chan any), "newHeads")
	}
	first, err := subscribe(one)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := subscribe(one); err != nil {
		t.Fatal(err)
	}
	if _, err := subscribe(one); err == nil {
		t.Error("a third subscription on a connection")
	}
	if _, err := subscribe(two); err != nil {
		t.Fatal(err)
	}
	if _, err := subscribe(two); err == nil {
		t.Error("a fourth subscription of one client")
	}
	first.Unsubscribe()
	// The server hears of it by itself; how soon is its business.
	deadline := time.Now().Add(20 * time.Second)
	for {
		if _, err = subscribe(two); err == nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("after unsubscribing: %v", err)
		}
	}
}

func TestFilters(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	var logs, blocks, pending rpc.ID
	h.call(&logs, "eth_newFilter", map[string]any{"address": addr})
	h.call(&blocks, "eth_newBlockFilter")
	h.call(&pending, "eth_newPendingTransactionFilter")
	changes := func(id rpc.ID) (out []json.RawMessage) {
		t.Helper()
		h.call(&out, "eth_getFilterChanges", id)
		return out
	}
	for _, id := range []rpc.ID{logs, blocks, pending} {
		if got := changes(id); got == nil || len(got) != 0 {
			t.Errorf("a new filter has %s", got)
		}
	}
	tx := h.send(h.bob, &addr, nil, h.pack("storeMany", big.NewInt(10), big.NewInt(3), big.NewInt(1)))
	if got := changes(pending); len(got) != 1 || string(got[0]) != fmt.Sprintf("%q", tx.Hash()) {
		t.Errorf("pending: %s", got)
	}
	h.produce()
	h.chain.ProduceEmpty(t)
	h.sync()
	if got := changes(logs); len(got) != 3 {
		t.Errorf("logs: %s", got)
	}
	if got := changes(blocks); len(got) != 2 {
		t.Errorf("blocks: %s", got)
	}
	for _, id := range []rpc.ID{logs, blocks, pending} {
		if got := changes(id); len(got) != 0 {
			t.Errorf("asked again: %s", got)
		}
	}
	var all []types.Log
	h.call(&all, "eth_getFilterLogs", logs)
	if len(all) != 0 { // The last block has none, and the filter names no range.
		t.Errorf("logs of the last block: %v", all)
	}
	if err := h.fails("eth_getFilterLogs", blocks); err.Error() != "filter not found" {
		t.Errorf("logs of a block filter: %v", err)
	}
	var ok bool
	h.call(&ok, "eth_uninstallFilter", logs)
	if !ok {
		t.Error("the filter could not be uninstalled")
	}
	h.call(&ok, "eth_uninstallFilter", logs)
	if ok {
		t.Error("the filter was uninstalled twice")
	}
	if err := h.fails("eth_getFilterChanges", logs); err.Error() != "filter not found" {
		t.Errorf("after uninstalling: %v", err)
	}
}

func TestFilterLimits(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.Filters = 1; c.Limits.FilterTimeout = time.Nanosecond })
	var first, second rpc.ID
	h.call(&first, "eth_newBlockFilter")
	// It has expired by now, so it makes room.
	h.call(&second, "eth_newBlockFilter")
	if err := h.fails("eth_getFilterChanges", first); err.Error() != "filter not found" {
		t.Errorf("got %v", err)
	}

	h = newHarness(t, func(c *Config) { c.Limits.Filters = 1 })
	h.call(&first, "eth_newBlockFilter")
	if err := h.fails("eth_newBlockFilter"); err.ErrorCode() != -32005 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
}

func TestLogQueries(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.LogBlocks = 10; c.Limits.LogResults = 5 })
	addr := h.deploy()
	receipt := h.transact(h.bob, &addr, nil, h.pack("storeMany", big.NewInt(1), big.NewInt(4), big.NewInt(1)))
	head := hexutil.EncodeUint64(h.chain.Latest())
	stored := h.fixture.ABI.Events["Stored"].ID
	for _, tc := range []struct {
		name string
		args string
		want int
		code int
	}{
		{"last block", `{}`, 4, 0},
		{"all", `{"fromBlock":"0x0","toBlock":"latest"}`, 5, 0},
		{"earliest", `{"fromBlock":"earliest"}`, 5, 0},
		{"block hash", `{"blockHash":"` + receipt.BlockHash.Hex() + `"}`, 4, 0},
		{"one address", `{"fromBlock":"0x0","address":"` + addr.Hex() + `"}`, 5, 0},
		{"addresses", `{"fromBlock":"0x0","address":["` + addr.Hex() + `","` + h.bob.addr.Hex() + `"]}`, 5, 0},
		{"other address", `{"fromBlock":"0x0","address":"` + h.bob.addr.Hex() + `"}`, 0, 0},
		{"topic", `{"fromBlock":"0x0","topics":["` + stored.Hex() + `"]}`, 5, 0},
		{"topic at another place", `{"fromBlock":"0x0","topics":[null,"` + stored.Hex() + `"]}`, 0, 0},
		{"alternatives", `{"fromBlock":"0x0","topics":[null,null,["` + common.BigToHash(big.NewInt(2)).Hex() + `","` +
			common.BigToHash(big.NewInt(3)).Hex() + `"]]}`, 2, 0},
		{"null among alternatives", `{"fromBlock":"0x0","topics":[["` + stored.Hex() + `",null]]}`, 5, 0},
		{"more topics than logs have", `{"fromBlock":"0x0","topics":[null,null,null,null]}`, 0, 0},
		{"future", `{"fromBlock":"0xfff"}`, 0, -32602},
		{"up to the future", `{"fromBlock":"` + head + `","toBlock":"0xfff"}`, 0, -32602},
		{"backwards", `{"fromBlock":"0x2","toBlock":"0x1"}`, 0, -32602},
		{"unknown block hash", `{"blockHash":"` + common.Hash{1}.Hex() + `"}`, 0, -32000},
		{"hash and range", `{"blockHash":"` + receipt.BlockHash.Hex() + `","fromBlock":"0x0"}`, 0, -32602},
		{"five topics", `{"topics":[null,null,null,null,null]}`, 0, -32602},
		{"short address", `{"address":"0x12"}`, 0, -32602},
		{"topic that is a number", `{"topics":[1]}`, 0, -32602},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.code != 0 {
				if err := h.fails("eth_getLogs", json.RawMessage(tc.args)); err.ErrorCode() != tc.code {
					t.Errorf("got %d %v, want %d", err.ErrorCode(), err, tc.code)
				}
				return
			}
			var logs []types.Log
			h.call(&logs, "eth_getLogs", json.RawMessage(tc.args))
			if logs == nil || len(logs) != tc.want {
				t.Errorf("got %d logs, want %d", len(logs), tc.want)
			}
		})
	}
	h.transact(h.bob, &addr, nil, h.pack("store", big.NewInt(1), big.NewInt(2)))
	if err := h.fails("eth_getLogs", map[string]any{"fromBlock": "0x0"}); err.ErrorCode() != -32005 {
		t.Errorf("more logs than allowed: %d %v", err.ErrorCode(), err)
	}
	for range 10 {
		h.chain.ProduceEmpty(t)
	}
	h.sync()
	if err := h.fails("eth_getLogs", map[string]any{"fromBlock": "0x0"}); err.ErrorCode() != -32005 ||
		!strings.Contains(err.Error(), "at most 10") {
		t.Errorf("more blocks than allowed: %d %v", err.ErrorCode(), err)
	}
}

func TestFees(t *testing.T) {
	h := newHarness(t)
	price, err := h.eth.SuggestGasPrice(t.Context())
	if err != nil || price.Int64() != gwei {
		t.Errorf("gas price %s: %v", price, err)
	}
	tip, err := h.eth.SuggestGasTipCap(t.Context())
	if err != nil || tip.Sign() != 0 {
		t.Errorf("tip %s: %v", tip, err)
	}
	for i, extra := range []int64{5, 1, 3} {
		tx := h.sign(h.alice, &types.LegacyTx{Nonce: uint64(i), GasPrice: big.NewInt(gwei + extra), Gas: 21_000,
			To: &h.bob.addr})
		if err := h.eth.SendTransaction(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
	}
	h.produce()
	h.chain.ProduceEmpty(t)
	h.sync()
	history, err := h.eth.FeeHistory(t.Context(), 2, nil, []float64{0, 50, 100})
	if err != nil {
		t.Fatal(err)
	}
	if len(history.BaseFee) != 3 || history.BaseFee[0].Int64() != gwei || len(history.GasUsedRatio) != 2 ||
		history.GasUsedRatio[0] == 0 || history.GasUsedRatio[1] != 0 {
		t.Errorf("history is %+v", history)
	}
	for i, want := range []int64{1, 3, 5} {
		if history.Reward[0][i].Int64() != want || history.Reward[1][i].Sign() != 0 {
			t.Errorf("reward %d is %s and %s, want %d and 0", i, history.Reward[0][i], history.Reward[1][i], want)
		}
	}
	var raw map[string]any
	h.call(&raw, "eth_feeHistory", 1000, "latest", nil) // The whole chain, and a count that is no string.
	if n := len(raw["gasUsedRatio"].([]any)); uint64(n) != h.chain.Latest()+1 {
		t.Errorf("%d blocks", n)
	}
	for _, args := range [][]any{{"0x1", "0xffff", []float64{}}, {"0x1", "latest", []float64{50, 10}},
		{"0x1", "latest", []float64{101}}} {
		if err := h.fails("eth_feeHistory", args...); err.ErrorCode() != -32602 {
			t.Errorf("%v: got %d %v", args, err.ErrorCode(), err)
		}
	}
}

func TestBatchLimit(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.BatchItems = 3 })
	batch := make([]rpc.BatchElem, 4)
	for i := range batch {
		batch[i] = rpc.BatchElem{Method: "eth_chainId", Result: new(hexutil.Uint64)}
	}
	if err := h.rpc.BatchCall(batch[:3]); err != nil || batch[2].Error != nil ||
		*batch[2].Result.(*hexutil.Uint64) != chainID {
		t.Errorf("a batch of 3: %v %v", err, batch[2].Error)
	}
	if err := h.rpc.BatchCall(batch); err == nil && batch[0].Error == nil {
		t.Error("a batch of 4 was answered")
	}
}
