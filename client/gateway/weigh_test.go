package gateway

import (
	"math/big"
	"net/netip"
	"testing"
	"time"

	"github.com/assent-network/assent/client/gateway/internal/admission"
	"github.com/assent-network/assent/client/gateway/internal/rpcerr"
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

// What a call returns, why it reverted, and the list of what it touches are counted
// before they are written into an answer: without room for them they are refused,
// while small ones are given.
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

// The pool is shown when there is room for it and for the work that it takes, and
// one of its transactions when there is room for that.
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
