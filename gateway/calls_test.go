package gateway

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
)

// burnt is the gas that a turn of burning's loop costs.
const burnt = 26

// burning is code that uses so much gas and returns 1.
func burning(at int, gas uint64) []byte {
	p := program.New().Push(gas / burnt)
	start := uint64(at + p.Size())
	return p.Op(vm.JUMPDEST).Push(1).Op(vm.SWAP1, vm.SUB, vm.DUP1, vm.PUSH2).
		Append([]byte{byte(start >> 8), byte(start)}).Op(vm.JUMPI).
		Push(1).Push(0).Op(vm.MSTORE).Return(0, 32).Bytes()
}

// catching calls itself as often as its input says, uses so much gas in the last call and returns 1, or 0 when a call
// in it failed.
func catching(gas uint64) []byte {
	const last = 40
	p := program.New().Push(0).Op(vm.CALLDATALOAD, vm.DUP1, vm.ISZERO).Push(last).Op(vm.JUMPI).
		Push(1).Op(vm.SWAP1, vm.SUB).Push(0).Op(vm.MSTORE).
		Push(32).Push(0).Push(32).Push(0).Push(0).Op(vm.ADDRESS, vm.GAS, vm.CALL).
		Push(0).Op(vm.MLOAD, vm.MUL).Push(0).Op(vm.MSTORE).Return(0, 32)
	code := append(p.Bytes(), bytes.Repeat([]byte{byte(vm.STOP)}, last-p.Size())...)
	code = append(code, byte(vm.JUMPDEST))
	return append(code, burning(len(code), gas)...)
}

// hungry is an account whose code a test chooses.
var hungry = common.HexToAddress("0x00000000000000000000000000000000000f0e0e")

// with is code for that account in one call.
func with(code []byte) map[string]any {
	return map[string]any{hungry.Hex(): map[string]any{"code": hexutil.Bytes(code)}}
}

func word(n int64) hexutil.Bytes { return common.BigToHash(big.NewInt(n)).Bytes() }

// A call that catches what fails in it is told what happens with all the gas that it may have, and not with that of a
// trial: however deep the call is that needs more.
func TestTrialsThatFallShort(t *testing.T) {
	h := newHarness(t)
	for _, tc := range []struct {
		name  string
		depth int64
		gas   uint64
		named any // the gas that the call names
		want  int64
	}{
		{"little gas", 1, 10_000, nil, 1},
		{"more than a trial has", 1, 3_000_000, nil, 1},
		{"in calls in each other", 60, 1_000_000, nil, 1},
		// The last call has a tenth of a trial's gas, so that it uses little.
		{"in many calls in each other", 150, 250_000, nil, 1},
		{"above what it names", 150, 250_000, "0x1e8480", 0},
	} {
		args := map[string]any{"to": hungry, "input": word(tc.depth)}
		if tc.named != nil {
			args["gas"] = tc.named
		}
		var got hexutil.Bytes
		h.call(&got, "eth_call", args, "latest", with(catching(tc.gas)))
		if !bytes.Equal(got, word(tc.want)) {
			t.Errorf("%s: got %s, want %d", tc.name, got, tc.want)
		}
	}
}

// Ordinary calls are answered while two other clients have all the memory that there is for large ones. A large one
// waits for these, and takes nothing of what small ones have.
func TestSmallCallsPassLargeOnes(t *testing.T) {
	h := newHarness(t)
	addr := h.deploy()
	machine, small := h.gateway.pools.machine, h.gateway.pools.smallMachine
	at := func(addr string) admission.Client { return admission.ClientAt(netip.MustParseAddr(addr)) }
	one, two, probe := at("192.0.2.1"), at("192.0.2.2"), at("192.0.2.3")
	for client, n := range map[admission.Client]int64{one: machine.Share(), two: machine.Share() - 1} {
		if err := machine.Take(client, n); err != nil {
			t.Fatal(err)
		}
	}
	large := make(chan error, 1)
	go func() {
		var got hexutil.Bytes
		err := h.rpc.CallContext(t.Context(), &got, "eth_call",
			map[string]any{"to": hungry}, "latest", with(burning(0, 3_000_000)))
		if err == nil && !bytes.Equal(got, word(1)) {
			err = errors.New("the large call returned " + got.String())
		}
		large <- err
	}()
	for machine.Take(probe, 1) == nil { // Nothing is taken past one that waits.
		machine.Give(probe, 1)
		select {
		case err := <-large:
			t.Fatalf("the large call was answered: %v", err)
		default:
		}
	}
	if n := small.Used(); n != 0 {
		t.Errorf("the large call has %d bytes of the small ones' memory", n)
	}
	view := map[string]any{"from": h.alice.addr, "to": addr, "input": hexutil.Bytes(h.pack("values", big.NewInt(0)))}
	var out hexutil.Bytes
	h.call(&out, "eth_call", view, "latest")
	var gas hexutil.Uint64
	h.call(&gas, "eth_estimateGas", view, "latest")
	h.call(new(any), "eth_createAccessList", view, "latest")
	if len(out) != 32 || gas < 21_000 {
		t.Errorf("got %s, and %d gas", out, gas)
	}
	batch := make([]rpc.BatchElem, 3)
	for i := range batch {
		batch[i] = rpc.BatchElem{Method: "eth_call", Args: []any{view, "latest"}, Result: new(hexutil.Bytes)}
	}
	if err := h.rpc.BatchCallContext(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	for _, call := range batch {
		if call.Error != nil {
			t.Error(call.Error)
		}
	}
	machine.Give(one, machine.Share())
	machine.Give(two, machine.Share()-1)
	if err := <-large; err != nil {
		t.Error(err)
	}
	if machine.Used() != 0 || small.Used() != 0 {
		t.Errorf("%d and %d bytes are still in use", machine.Used(), small.Used())
	}
}

// Large calls that wait for the machine leave the places of calls to others, however many clients make them. One client
// has its share of them waiting, and no more.
func TestLargeCallsLeavePlaces(t *testing.T) {
	h := newHarness(t, func(c *Config) { c.Limits.CallTimeout = 20 * time.Second })
	machine, calls, large := h.gateway.pools.machine, h.gateway.pools.calls, h.gateway.pools.largeCalls
	for i := range byte(2) {
		if err := machine.Take(admission.ClientAt(netip.AddrFrom4([4]byte{192, 0, 2, i})),
			machine.Share()); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	var waiting sync.WaitGroup
	var refused atomic.Int64
	attack := func(at byte) {
		c := h.from(netip.AddrFrom4([4]byte{127, 0, 8, at}))
		waiting.Go(func() {
			err := c.CallContext(ctx, nil, "eth_call", map[string]any{"to": hungry}, "latest",
				with(burning(0, 3_000_000)))
			if ctx.Err() == nil {
				refused.Add(1)
				t.Errorf("a large call was answered without room: %v", err)
			}
		})
	}
	share := calls.Share()
	clients := byte(calls.Total() / share)
	for at := range clients {
		for range share {
			attack(1 + at)
		}
	}
	for (large.Used() < calls.Total() || calls.Used() > 0) && refused.Load() == 0 {
		runtime.Gosched()
	}
	var logs []any
	h.call(&logs, "eth_getLogs", map[string]any{"fromBlock": "0x0"})
	h.call(new(any), "eth_call", map[string]any{"to": hungry}, "latest")
	for range large.Share() - share {
		attack(1)
	}
	for large.Used() < calls.Total()+large.Share()-share && refused.Load() == 0 {
		runtime.Gosched()
	}
	err := h.from(netip.AddrFrom4([4]byte{127, 0, 8, 1})).CallContext(
		ctx, nil, "eth_call", map[string]any{"to": hungry}, "latest", with(burning(0, 3_000_000)))
	var coded rpc.Error
	if !errors.As(err, &coded) || coded.ErrorCode() != -32005 || !strings.Contains(err.Error(), "share") {
		t.Errorf("one more than the share: %v", err)
	}
	stop()
	waiting.Wait()
}

// BenchmarkCalls measures ordinary calls of eight clients, alone and while two others make calls that take all the gas
// and time that they may, with and without room of their own.
func BenchmarkCalls(b *testing.B) {
	for _, tc := range []struct {
		name      string
		small     uint64 // The gas of a trial. One with 1 is nothing.
		attackers int
	}{
		{"one tier", 1, 0}, {"two tiers", 0, 0}, {"one tier, two attackers", 1, 2}, {"two tiers, two attackers", 0, 2},
	} {
		b.Run(tc.name, func(b *testing.B) {
			h := newHarness(b, func(c *Config) { c.Limits.SmallCallGas = tc.small })
			view := map[string]any{"to": h.deploy(), "input": hexutil.Bytes(h.pack("values", big.NewInt(0)))}
			ctx, stop := context.WithCancel(b.Context())
			var attacks, all sync.WaitGroup
			for i := range 2 * tc.attackers {
				c := h.from(netip.AddrFrom4([4]byte{127, 0, 7, byte(1 + i%2)}))
				attacks.Go(func() {
					for ctx.Err() == nil {
						_ = c.CallContext(ctx, nil, "eth_call", map[string]any{"to": hungry}, "latest",
							with(program.New().Op(vm.JUMPDEST).Push(0).Op(vm.JUMP).Bytes()))
					}
				})
			}
			for tc.attackers > 0 && h.gateway.pools.machine.Used() < h.gateway.pools.machine.Total()*9/10 {
			}
			b.ResetTimer()
			var left, refused atomic.Int64
			left.Store(int64(b.N))
			for i := range 8 {
				c := h.from(netip.AddrFrom4([4]byte{127, 0, 6, byte(1 + i)}))
				all.Go(func() {
					for left.Add(-1) >= 0 {
						if err := c.CallContext(ctx, new(hexutil.Bytes), "eth_call", view, "latest"); err != nil {
							refused.Add(1)
						}
					}
				})
			}
			all.Wait()
			b.StopTimer()
			b.ReportMetric(float64(int64(b.N)-refused.Load())/b.Elapsed().Seconds(), "answered/s")
			b.ReportMetric(100*float64(refused.Load())/float64(b.N), "%refused")
			stop()
			attacks.Wait()
		})
	}
}

// from is the gateway as a client at an address of this machine sees it.
func (h *harness) from(addr netip.Addr) *rpc.Client {
	h.t.Helper()
	dialer := &net.Dialer{LocalAddr: &net.TCPAddr{IP: addr.AsSlice()}}
	transport := &http.Transport{DialContext: dialer.DialContext}
	c, err := rpc.DialOptions(h.t.Context(), h.gateway.URL(), rpc.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { c.Close(); transport.CloseIdleConnections() })
	return c
}
