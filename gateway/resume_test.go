package gateway

import (
	"encoding/json"
	"io"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/gateway/internal/chaintest"
)

// answers collects what the gateway says of every block.
func (h *harness) answers() string {
	h.t.Helper()
	var out strings.Builder
	for n := range h.chain.Latest() + 1 {
		for _, method := range []string{"eth_getBlockByNumber", "eth_getBlockReceipts"} {
			args := []any{hexutil.EncodeUint64(n)}
			if method == "eth_getBlockByNumber" {
				args = append(args, true)
			}
			var raw json.RawMessage
			h.call(&raw, method, args...)
			out.Write(raw)
			out.WriteByte('\n')
		}
	}
	var logs json.RawMessage
	h.call(&logs, "eth_getLogs", map[string]any{"fromBlock": "0x0"})
	out.Write(logs)
	return out.String()
}

// A gateway goes on where it was, and one that lost its index says the same.
func TestResume(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	h.transact(h.bob, &addr, nil, h.pack("storeMany", big.NewInt(1), big.NewInt(4), big.NewInt(1)))
	h.stop()
	// The chain goes on without it, by more rounds than are fetched at a time.
	for range 30 {
		h.chain.ProduceEmpty(t)
	}
	h.start()
	if h.gateway.follower.Status().Start == 0 {
		t.Error("the index was built again")
	}
	h.transact(h.bob, &addr, nil, h.pack("store", big.NewInt(9), big.NewInt(9)))
	want := h.answers()
	h.stop()

	entries, err := os.ReadDir(h.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(h.dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	h.start()
	if got := h.answers(); got != want {
		t.Errorf("the rebuilt index gives other answers:\n%s\nwant\n%s", got, want)
	}
}

func TestNodeAway(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	total := map[string]any{"to": addr, "data": hexutil.Bytes(h.pack("total"))}
	ws := h.dial()
	heads := make(chan map[string]any, 100)
	if _, err := ws.EthSubscribe(t.Context(), heads, "newHeads"); err != nil {
		t.Fatal(err)
	}
	tx := h.simple(h.bob, message{Nonce: 0, To: &addr, Data: h.pack("store", big.NewInt(1), big.NewInt(2))})

	h.chain.SetDown(true)
	h.awaitConnected(false)
	// What is indexed is still there.
	var block map[string]any
	h.call(&block, "eth_getBlockByNumber", "latest", true)
	if block == nil {
		t.Error("no block while the node is away")
	}
	newSender := h.bob.addr
	for _, rq := range [][]any{
		{"eth_getBalance", newSender, "0x1"},
		{"eth_sendRawTransaction", raw(t, tx)},
	} {
		if err := h.fails(rq[0].(string), rq[1:]...); err.ErrorCode() != -32002 ||
			!strings.Contains(err.Error(), "the node is unreachable") {
			t.Errorf("%v: got %d %v", rq[0], err.ErrorCode(), err)
		}
	}
	if code := h.health(); code != http.StatusServiceUnavailable {
		t.Errorf("health is %d", code)
	}
	h.chain.SetDown(false)
	h.awaitConnected(true)
	if err := h.eth.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	h.produce()
	var out hexutil.Bytes
	h.call(&out, "eth_call", total, "latest")
	if new(big.Int).SetBytes(out).Int64() != 9 {
		t.Errorf("total is %s", out)
	}
	if head := receive(t, heads); head["number"] != hexutil.EncodeUint64(h.chain.Latest()) {
		t.Errorf("head is %v", head["number"])
	}
	if code := h.health(); code != http.StatusOK {
		t.Errorf("health is %d", code)
	}
}

// A gateway starts before its node and says so until the node comes.
func TestStartsBeforeNode(t *testing.T) {
	h := newHarness(t)
	h.stop()
	h.chain.SetDown(true)
	for _, e := range must(os.ReadDir(h.dir)) {
		if err := os.RemoveAll(filepath.Join(h.dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	h.launch()
	if err := h.fails("eth_blockNumber"); err.ErrorCode() != -32002 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	var id hexutil.Uint64
	h.call(&id, "eth_chainId")
	if id != chainID {
		t.Errorf("chain ID is %d", id)
	}
	h.chain.SetDown(false)
	h.sync()
	if n, err := h.eth.BlockNumber(t.Context()); err != nil || n != h.chain.Latest() {
		t.Errorf("block %d: %v", n, err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (h *harness) health() int {
	h.t.Helper()
	rsp, err := http.Get(h.gateway.URL() + "/healthz")
	if err != nil {
		h.t.Fatal(err)
	}
	defer rsp.Body.Close()
	_, _ = io.Copy(io.Discard, rsp.Body)
	return rsp.StatusCode
}

// awaitConnected waits until the follower has noticed.
func (h *harness) awaitConnected(want bool) {
	h.t.Helper()
	deadline := time.After(20 * time.Second)
	for {
		changed := h.gateway.follower.Changed()
		if h.gateway.follower.Status().Connected == want {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			h.t.Fatalf("the follower does not notice: want connected %v", want)
		}
	}
}

func TestPruned(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	deployed := h.chain.Latest()
	for range 20 {
		h.chain.ProduceEmpty(t)
	}
	h.sync()
	total := map[string]any{"to": addr, "data": hexutil.Bytes(h.pack("total"))}
	h.chain.Prune(10)
	// Blocks are in the index, their state is not.
	var block map[string]any
	h.call(&block, "eth_getBlockByNumber", hexutil.EncodeUint64(deployed), true)
	if block == nil {
		t.Error("an indexed block is gone")
	}
	fresh := newAccount(t, 50)
	if err := h.fails("eth_getBalance", fresh.addr, hexutil.EncodeUint64(deployed)); err.ErrorCode() != 4444 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	var out hexutil.Bytes
	h.call(&out, "eth_call", total, "latest")

	// A gateway that starts now cannot have what was pruned, and says so.
	h.stop()
	h.dir = t.TempDir()
	h.start()
	if err := h.fails("eth_getBlockByNumber", hexutil.EncodeUint64(deployed), true); err.ErrorCode() != 4444 ||
		!strings.Contains(err.Error(), "rounds 0 to 9") {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	if err := h.fails("eth_getLogs", map[string]any{"fromBlock": "0x5"}); err.ErrorCode() != 4444 {
		t.Errorf("got %d %v", err.ErrorCode(), err)
	}
	if _, err := h.eth.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: big.NewInt(10)}); err != nil {
		t.Error(err)
	}
	h.call(&out, "eth_call", total, "latest")
}

// An index of another chain is refused, and not touched.
func TestOtherChain(t *testing.T) {
	h := newHarness(t)
	h.deploy()
	h.stop()
	other := chaintest.New(t, document(t, h.bob))
	for range 5 {
		other.Produce(t)
	}
	cfg := h.gateway.cfg
	g, err := newWith(cfg, other, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "delete the index's directory") {
		t.Fatalf("got %v", err)
	}
	cfg.ChainID++
	if _, err := newWith(cfg, other, nil); err == nil || !strings.Contains(err.Error(), "another chain") {
		t.Fatalf("got %v", err)
	}
	h.start()
}
