package evm

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/holiman/uint256"
)

// roundGas is the most gas of a round on the usual chain.
const roundGas = 200_000_000

// endless repeats code that finds a counter on the stack and leaves the next one.
func endless(step *program.Program) []byte {
	p := program.New().Push(1)
	_, start := p.Jumpdest()
	return p.Append(step.Bytes()).Push(1).Op(vm.ADD).Push(start).Op(vm.JUMP).Bytes()
}

// hoarders are contracts that hold as much as gas buys, each in its own way.
func hoarders() map[string][]byte {
	self := program.New().Push(0).Op(vm.DUP1, vm.DUP1, vm.DUP1, vm.DUP1)
	return map[string][]byte{
		"transient writes":           endless(program.New().Op(vm.DUP1, vm.DUP1, vm.TSTORE)),
		"transient writes to a slot": endless(program.New().Op(vm.DUP1).Push(0).Op(vm.TSTORE)),
		"writes to a slot":           endless(program.New().Op(vm.DUP1).Push(0).Op(vm.SSTORE)),
		"writes that earn refunds":   endless(program.New().Op(vm.DUP1).Push(1).Op(vm.AND).Push(1).Op(vm.SSTORE)),
		"logs":                       endless(program.New().Push(0).Push(0).Op(vm.LOG0)),
		"logs with topics": endless(program.New().Op(vm.DUP1, vm.DUP1, vm.DUP1, vm.DUP1).
			Push(0).Push(0).Op(vm.LOG4)),
		"calls of an empty contract": endless(
			self.Append(program.New().Push(testOther).Op(vm.GAS, vm.CALL, vm.POP).Bytes())),
		"calls of a contract in calls": program.New().
			Push(0).Op(vm.TLOAD).Push(1).Op(vm.ADD, vm.DUP1, vm.DUP1, vm.TSTORE).Push(0).Op(vm.TSTORE).
			Call(nil, testContract, 0, 0, 0, 0, 0).Op(vm.POP).Call(nil, testContract, 0, 0, 0, 0, 0).Bytes(),
	}
}

// A message that does what costs little and takes much ends when it holds too much, and took no more memory than a few
// times the bound: a round's gas of transient writes took 430 MB.
func TestHeld(t *testing.T) {
	for name, code := range hoarders() {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, code)
			if err := putAlloc(t.Context(), f.tree, f.accts, types.GenesisAlloc{
				testOther: {Balance: common.Big1, Nonce: 1, Code: []byte{0}},
				testContract: {Balance: common.Big1, Nonce: 1, Code: code,
					Storage: map[common.Hash]common.Hash{{31: 1}: {31: 5}}},
			}); err != nil {
				t.Fatal(err)
			}
			f.commit()
			most := heapOf(func() {
				res := f.execute(toContract(roundGas))
				if !errors.Is(res.Err, ErrHoldsTooMuch) || res.GasUsed != roundGas || len(res.Logs) != 0 {
					t.Errorf("got %v, %d gas, %d logs", res.Err, res.GasUsed, len(res.Logs))
				}
			})
			t.Logf("%d MB", most>>20)
			if most > 3*MaxHeldBytes {
				t.Errorf("the message took %d MB", most>>20)
			}
			if log, _ := f.commit(); len(log) > 20 {
				t.Errorf("%d writes", len(log))
			}
		})
	}
}

// heapOf returns how much more memory was in use at most while f ran.
func heapOf(f func()) uint64 {
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	before, most := now.HeapAlloc, now.HeapAlloc
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		ticker := time.NewTicker(2 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapAlloc)
			case <-done:
				return
			}
		}
	}()
	f()
	close(done)
	<-stopped
	return most - before
}

// What gas alone bounds is never too much: new slots, reads, creations.
func TestHeld_whatGasBounds(t *testing.T) {
	for name, code := range map[string][]byte{
		"new slots":      endless(program.New().Op(vm.DUP1, vm.DUP1, vm.SSTORE)),
		"reads":          endless(program.New().Op(vm.DUP1, vm.SLOAD, vm.POP)),
		"logs with data": endless(program.New().Push(4096).Push(0).Op(vm.LOG0)),
		"balances":       endless(program.New().Op(vm.DUP1, vm.BALANCE, vm.POP)),
		"creations":      endless(program.New().Push(0).Push(0).Push(0).Op(vm.CREATE, vm.POP)),
		"transfers": endless(program.New().Push(0).Op(vm.DUP1, vm.DUP1, vm.DUP1).
			Push(1).Op(vm.DUP6, vm.GAS, vm.CALL, vm.POP)),
		"reverted": endless(program.New().Push(0).Op(vm.DUP1, vm.DUP1, vm.DUP1, vm.DUP1).
			Push(testOther).Op(vm.GAS, vm.CALL, vm.POP)),
		"code lengths": endless(program.New().Push(testOther).Op(vm.EXTCODESIZE, vm.POP)),
	} {
		f := newFixture(t, code)
		other := program.New()
		for i := range 100 {
			other.Push(i + 1).Push(i).Op(vm.TSTORE)
		}
		other.Push(0).Push(0).Op(vm.REVERT)
		balance := uint256.NewInt(1 << 60).ToBig()
		if err := putAlloc(t.Context(), f.tree, f.accts, types.GenesisAlloc{
			testOther:    {Balance: common.Big1, Nonce: 1, Code: other.Bytes()},
			testContract: {Balance: balance, Nonce: 1, Code: code},
		}); err != nil {
			t.Fatal(err)
		}
		if res := f.call(toContract(roundGas)); !errors.Is(res.Err, vm.ErrOutOfGas) {
			t.Errorf("%s: got %v, want out of gas", name, res.Err)
		}
	}
}

// A call that is stopped ends soon, whatever it has written until then.
func TestCall_stopped(t *testing.T) {
	f := newFixture(t, endless(program.New().Op(vm.DUP1, vm.DUP1, vm.SSTORE)))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	begin := time.Now()
	_, err := f.engine.Call(ctx, f.tree, f.block, toContract(1<<62))
	if took := time.Since(begin); !errors.Is(err, context.DeadlineExceeded) || took > time.Second {
		t.Errorf("got %v after %v", err, took)
	}
}

// Transient storage is go-ethereum's, whatever is written and taken back.
func TestTransient(t *testing.T) {
	statedb, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	var h held
	ours := &ledgerState{StateDB: statedb, held: &h}
	ours.Snapshot()
	random := rand.New(rand.NewPCG(1, 2))
	addrs := []common.Address{{1}, {2}, {3}}
	var snapshots []int
	taken := 0
	for range 200_000 {
		addr, key := addrs[random.IntN(len(addrs))], common.Hash{31: byte(random.IntN(256)), 30: byte(random.IntN(8))}
		switch n := random.IntN(1000); {
		case n < 4 && len(snapshots) > 0:
			at := random.IntN(len(snapshots))
			ours.RevertToSnapshot(snapshots[at]) // Both: ours calls the embedded one.
			snapshots = snapshots[:at]
			taken++
		case n < 24:
			snapshots = append(snapshots, ours.Snapshot())
		case n < 600:
			value := common.Hash{31: byte(random.IntN(4))}
			ours.SetTransientState(addr, key, value)
			statedb.SetTransientState(addr, key, value)
		default:
			if got, want := ours.GetTransientState(addr, key), statedb.GetTransientState(addr, key); got != want {
				t.Fatalf("slot %s of %s: got %s, want %s", key, addr, got, want)
			}
		}
	}
	if taken < 100 {
		t.Errorf("only %d reverts", taken)
	}
}

// deepStacks is a contract that fills its stack and calls itself with all its gas.
func deepStacks() []byte {
	p := program.New()
	for range 1024 - 7 {
		p.Op(vm.PUSH0)
	}
	return p.Op(vm.PUSH0, vm.DUP1, vm.DUP1, vm.DUP1, vm.DUP1, vm.ADDRESS, vm.GAS, vm.CALL).Bytes()
}

// The stacks of many calls in each other are not kept for the next message.
func TestStacksAreDropped(t *testing.T) {
	f := newFixture(t, deepStacks())
	heap := func() uint64 {
		runtime.GC() // A pool keeps what it has through one collection.
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		return now.HeapAlloc
	}
	f.execute(toContract(100_000))
	before := heap()
	if res := f.execute(toContract(roundGas)); res.Err != nil || res.FailedDepth < 300 {
		t.Errorf("got %v, and failures at depth %d", res.Err, res.FailedDepth)
	}
	if kept := int64(heap()) - int64(before); kept > 4<<20 {
		t.Errorf("%d MB are kept", kept>>20)
	}
}

// What is told of failures is how deep they were at most.
func TestFailedDepth(t *testing.T) {
	fail := program.New().Push(0).Op(vm.DUP1, vm.REVERT).Bytes()
	call := func(addr common.Address) []byte {
		return program.New().Call(uint256.NewInt(100_000), addr, 0, 0, 0, 0, 0).Op(vm.POP).Bytes()
	}
	deep, well := common.Address{1}, common.Address{2}
	for name, tc := range map[string]struct {
		code []byte
		want int
		fail bool
	}{
		"nothing":             {code: []byte{0}},
		"a call":              {code: call(well)},
		"the message itself":  {code: fail, fail: true},
		"a call that fails":   {code: call(testOther), want: 1},
		"a second one":        {code: append(call(testOther), call(testOther)...), want: 1},
		"in a call":           {code: call(deep), want: 2},
		"after one that does": {code: append(call(well), call(testOther)...), want: 2}, // A bound is enough.
	} {
		f := newFixture(t, tc.code)
		alloc := func(code []byte) types.Account { return types.Account{Balance: common.Big1, Nonce: 1, Code: code} }
		if err := putAlloc(t.Context(), f.tree, f.accts, types.GenesisAlloc{
			testOther: alloc(fail), deep: alloc(call(testOther)), well: alloc([]byte{0}),
		}); err != nil {
			t.Fatal(err)
		}
		f.commit()
		if res := f.execute(toContract(1_000_000)); (res.Err != nil) != tc.fail || res.FailedDepth != tc.want {
			t.Errorf("%s: got depth %d and %v, want %d", name, res.FailedDepth, res.Err, tc.want)
		}
	}
}
