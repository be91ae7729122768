package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// local is the client that this machine's programs are to a gateway.
var local = admission.ClientAt(netip.AddrFrom4([4]byte{127, 0, 0, 1}))

// little leaves the client so much of a pool while f runs.
func (h *harness) little(pool *admission.Pool, left int64, f func()) {
	h.t.Helper()
	n := pool.Share() - left
	if err := pool.Take(local, n); err != nil {
		h.t.Fatal(err)
	}
	defer pool.Give(local, n)
	f()
}

// What a call returns, why it reverted, and the list of what it touches are counted before they are written into an
// answer: without room for them they are refused, while small ones are given.
func TestOutcomesAreWeighed(t *testing.T) {
	h := newHarness(t)
	to := "0x00000000000000000000000000000000000f0e0e"
	for _, tc := range []struct{ name, method, large, small string }{
		{"return", "eth_call", "0x61ffff5ff3", "0x60ff5ff3"},
		{"revert", "eth_call", "0x61ffff5ffd", "0x60ff5ffd"},
		{"revert of an estimate", "eth_estimateGas", "0x61ffff5ffd", "0x60ff5ffd"},
		{"list", "eth_createAccessList", "0x5f5b60010180545060015600", "0x5f5400"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			call := func(code string) error {
				return h.rpc.CallContext(t.Context(), nil, tc.method, map[string]string{"to": to, "gas": "0x4c4b40"},
					"latest", map[string]any{to: map[string]string{"code": code}})
			}
			limited := func(code string) bool {
				err, ok := call(code).(interface{ ErrorCode() int })
				return ok && err.ErrorCode() == rpcerr.CodeLimit
			}
			h.little(h.gateway.pools.build, 256<<10, func() {
				if !limited(tc.large) {
					t.Error("a large answer is not counted")
				}
				if limited(tc.small) {
					t.Error("a small answer is refused")
				}
			})
			if limited(tc.large) {
				t.Error("a large answer is refused when there is room")
			}
			if used := h.gateway.pools.build.Used(); used != 0 {
				t.Errorf("%d bytes are still held", used)
			}
		})
	}
}

// The pool is shown when there is room for it and for the work that it takes, and one of its transactions when there is
// room for that.
func TestPoolIsWeighed(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.CallTimeout = 100 * time.Millisecond })
	tx := h.send(h.alice, &h.bob.addr, big.NewInt(1), make([]byte, 50_000))
	pools := h.gateway.pools
	for _, request := range [][]any{
		{"txpool_content"}, {"txpool_inspect"}, {"txpool_contentFrom", h.alice.addr},
		{"eth_getTransactionByHash", tx.Hash()}, {"eth_getRawTransactionByHash", tx.Hash()},
	} {
		method := request[0].(string)
		limited := func() bool {
			err, ok := h.rpc.CallContext(t.Context(), nil, method, request[1:]...).(interface{ ErrorCode() int })
			return ok && err.ErrorCode() == rpcerr.CodeLimit
		}
		h.little(pools.build, 128<<10, func() {
			if !limited() {
				t.Errorf("%s: it is not counted", method)
			}
		})
		h.little(pools.calls, 0, func() {
			if whole := method == "txpool_content" || method == "txpool_inspect"; whole != limited() {
				t.Errorf("%s: it takes a place for work: %v", method, !whole)
			}
		})
		if limited() {
			t.Errorf("%s: it is refused when there is room", method)
		}
	}
	if used := pools.build.Used(); used != 0 {
		t.Errorf("%d bytes are still held", used)
	}
}

// The addresses and topics of filters and subscriptions are counted for as long as these live.
func TestFilterArgumentsAreCounted(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.FilterBytes = 4 * 100_000 })
	pool := h.gateway.pools.filterBytes
	args := map[string]any{
		"address": make([]common.Address, 1000),                                             // 20,000 bytes.
		"topics":  [][]common.Hash{make([]common.Hash, 500), nil, make([]common.Hash, 500)}, // 32,000 bytes.
	}
	socket, err := rpc.Dial("ws" + strings.TrimPrefix(h.gateway.URL(), "http"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	heads, err := socket.EthSubscribe(t.Context(), make(chan json.RawMessage), "newHeads")
	if err != nil || pool.Used() != 0 {
		t.Fatalf("blocks take %d bytes: %v", pool.Used(), err)
	}
	defer heads.Unsubscribe()
	var filter rpc.ID
	h.call(&filter, "eth_newFilter", args)
	if used := pool.Used(); used != 52_000 {
		t.Errorf("a filter takes %d bytes", used)
	}
	if err := h.fails("eth_newFilter", args); err.ErrorCode() != rpcerr.CodeLimit {
		t.Errorf("another: got %d %v", err.ErrorCode(), err)
	}
	var coded rpc.Error
	if _, err := socket.EthSubscribe(t.Context(), make(chan json.RawMessage), "logs", args); !errors.As(err, &coded) ||
		coded.ErrorCode() != rpcerr.CodeLimit {
		t.Errorf("a subscription: got %v", err)
	}
	if filters, subscriptions := h.gateway.pools.filters.Used(), h.gateway.pools.subscriptions.Used(); filters != 1 ||
		subscriptions != 1 {
		t.Errorf("%d filters and %d subscriptions are counted", filters, subscriptions)
	}
	var done bool
	h.call(&done, "eth_uninstallFilter", filter)
	if pool.Used() != 0 {
		t.Errorf("%d bytes are taken without a filter", pool.Used())
	}
	logs, err := socket.EthSubscribe(t.Context(), make(chan json.RawMessage), "logs", args)
	if err != nil || pool.Used() != 52_000 {
		t.Fatalf("a subscription takes %d bytes: %v", pool.Used(), err)
	}
	logs.Unsubscribe()
	for deadline := time.Now().Add(10 * time.Second); pool.Used() != 0; runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatalf("%d bytes are taken without a subscription", pool.Used())
		}
	}
}

// What waits for long holds no room for parameters that were read: a transaction for its block, a query for its place
// no more than its addresses and topics take.
func TestParametersThatWereReadGiveRoomBack(t *testing.T) {
	h := newHarness(t)
	pools := h.gateway.pools
	addresses := make([]common.Address, 60)
	query, err := json.Marshal([]any{map[string]any{"address": addresses}})
	if err != nil {
		t.Fatal(err)
	}
	tx := raw(t, h.simple(h.alice, message{Nonce: 1, To: &h.bob.addr})) // Waits for another.
	beside := `,"x":[` + strings.Repeat("0,", 44) + "0]"
	for _, tc := range []struct {
		method, params, beside string
		waits                  func() bool
		want                   int64
	}{
		{
			"eth_sendRawTransactionSync", `["` + tx.String() + `",60000]`, beside,
			func() bool { return h.gateway.pool.Stats().Pending > 0 }, 0,
		},
		{
			"eth_getLogs", string(query), "",
			func() bool { return pools.parameters.Used() > 0 }, 60 * common.AddressLength,
		},
	} {
		t.Run(tc.method, func(t *testing.T) {
			if err := pools.calls.Take(local, pools.calls.Share()); err != nil { // Queries wait for a place.
				t.Fatal(err)
			}
			defer pools.calls.Give(local, pools.calls.Share())
			body := `{"jsonrpc":"2.0","id":1,"method":"` + tc.method + `","params":` + tc.params + tc.beside + `}`
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error, 1)
			go func() {
				_, err := h.ask(ctx, body)
				done <- err
			}()
			deadline := time.Now().Add(20 * time.Second)
			for !tc.waits() || pools.parameters.Used() != tc.want {
				if time.Now().After(deadline) {
					t.Fatalf("it waits: %v; %d bytes are held, want %d", tc.waits(), pools.parameters.Used(), tc.want)
				}
				runtime.Gosched()
			}
			cancel()
			<-done
		})
	}
}
