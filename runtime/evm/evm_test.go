package evm

import (
	"bytes"
	"context"
	"errors"
	"math"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	ocommon "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/layout"
	modaccounts "github.com/assent-network/assent/runtime/modules/accounts"
)

// fixture is a state with testSender, who has money, and testContract with code.
type fixture struct {
	t      testing.TB
	engine *Engine
	tree   mkvs.Tree
	accts  Accounts
	block  Block
}

func newFixture(t testing.TB, code []byte) *fixture {
	t.Helper()
	ctx, tree := context.Background(), newTree()
	t.Cleanup(tree.Close)
	f := &fixture{t: t, engine: New(Config{ChainID: 42334}), tree: tree, accts: TreeAccounts(ctx, tree),
		block: Block{Number: 300, GasLimit: 30_000_000}}
	alloc := types.GenesisAlloc{
		testSender:   {Balance: new(big.Int).Lsh(common.Big1, 64), Nonce: 1},
		testContract: {Balance: common.Big32, Nonce: 1, Code: code},
	}
	if err := putAlloc(ctx, tree, f.accts, alloc); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f *fixture) execute(msg Message) *Result {
	f.t.Helper()
	res, err := f.engine.Execute(context.Background(), f.tree, f.block, msg)
	if err != nil {
		f.t.Fatal(err)
	}
	return res
}

func (f *fixture) call(msg Message) *Result {
	f.t.Helper()
	res, err := f.engine.Call(context.Background(), f.tree, f.block, msg)
	if err != nil {
		f.t.Fatal(err)
	}
	return res
}

// commit commits the tree and returns what was written since the last time, in the order of keys.
func (f *fixture) commit() (writelog.WriteLog, node.Root) {
	f.t.Helper()
	log, hash, err := f.tree.Commit(context.Background(), ocommon.Namespace{}, 1)
	if err != nil {
		f.t.Fatal(err)
	}
	slices.SortFunc(log, func(a, b writelog.LogEntry) int { return bytes.Compare(a.Key, b.Key) })
	return log, node.Root{Version: 1, Type: node.RootTypeState, Hash: hash}
}

func toContract(gas uint64) Message {
	to := testContract
	return Message{From: testSender, To: &to, GasLimit: gas}
}

// The same messages on the same state write the same things, and give the same results, again and again, whatever the
// caches hold.
func TestExecute_deterministic(t *testing.T) {
	run := func(engine *Engine) (writelog.WriteLog, node.Root, []*Result) {
		var results []*Result
		f := newFixture(t, manySlots())
		if engine != nil {
			f.engine = engine
		}
		f.commit()
		for range 3 {
			results = append(results, f.execute(toContract(10_000_000)))
		}
		create := toContract(1_000_000)
		create.To, create.Data = nil, program.New().ReturnViaCodeCopy(manySlots()).Bytes()
		results = append(results, f.execute(create))
		log, root := f.commit()
		for _, res := range results {
			if res.Err != nil {
				t.Fatal(res.Err)
			}
		}
		return log, root, results
	}
	engine := New(Config{ChainID: 42334})
	log, root, results := run(engine)
	if len(log) < 100 {
		t.Fatalf("only %d writes", len(log))
	}
	for _, e := range []*Engine{nil, engine, engine} {
		log2, root2, results2 := run(e)
		if !reflect.DeepEqual(log, log2) || root != root2 || !reflect.DeepEqual(results, results2) {
			t.Fatal("two runs differ")
		}
	}
}

// manySlots increments 128 slots and logs.
func manySlots() []byte {
	p := program.New()
	for i := range 128 {
		p.Push(i).Op(vm.SLOAD).Push(1).Op(vm.ADD).Push(i).Op(vm.SSTORE)
	}
	return p.Push(32).Push(0).Op(vm.LOG0).Bytes()
}

// A read that fails, whichever it is, must end in an error with nothing written: never in a result computed from zeros.
func TestExecute_readFails(t *testing.T) {
	code := program.New().Push(1).Op(vm.SLOAD).Push(2).Op(vm.SSTORE).
		Push(299).Op(vm.BLOCKHASH, vm.POP).
		Push(testOther).Op(vm.EXTCODESIZE, vm.POP).
		Call(nil, testOther, 1, 0, 0, 0, 0).Bytes()
	for n := 0; ; n++ {
		f := newFixture(t, code)
		other := types.GenesisAlloc{testOther: {Balance: common.Big1, Code: []byte{byte(vm.STOP)}}}
		if err := putAlloc(context.Background(), f.tree, f.accts, other); err != nil {
			t.Fatal(err)
		}
		f.commit()
		faulty := &faultyTree{KeyValueTree: f.tree, failAt: n}
		res, err := f.engine.Execute(context.Background(), faulty, f.block, toContract(200_000))
		log, _ := f.commit()
		if faulty.reads <= n {
			if err != nil || res.Err != nil {
				t.Fatalf("no read failed, but: %v %v", err, res)
			}
			if n < 8 {
				t.Fatalf("only %d reads", n)
			}
			return
		}
		if !errors.Is(err, errFaulty) {
			t.Fatalf("read %d failed: got %+v, %v", n, res, err)
		}
		if len(log) != 0 {
			t.Fatalf("read %d failed: %d writes", n, len(log))
		}
	}
}

var errFaulty = errors.New("the host is gone")

type faultyTree struct {
	mkvs.KeyValueTree
	reads, failAt int
}

func (f *faultyTree) Get(ctx context.Context, key []byte) ([]byte, error) {
	f.reads++
	if f.reads > f.failAt {
		return nil, errFaulty
	}
	return f.KeyValueTree.Get(ctx, key)
}

func TestExecute_panicIsContained(t *testing.T) {
	f := newFixture(t, program.New().Sstore(1, 1).Push(1).Op(vm.BLOCKHASH).Bytes())
	f.commit()
	f.block.Number = 2
	f.block.BlockHash = func(uint64) common.Hash { panic("boom") }
	res := f.execute(toContract(100_000))
	var p *PanicError
	if !errors.As(res.Err, &p) || p.Value != "boom" || res.GasUsed != 100_000 {
		t.Fatalf("got %+v", res)
	}
	if strings.Contains(res.Err.Error(), "boom") {
		t.Fatal("the outcome quotes the panic, which may differ between machines")
	}
	if log, _ := f.commit(); len(log) != 0 {
		t.Fatalf("%d writes", len(log))
	}
}

func TestExecute_failureWritesNothing(t *testing.T) {
	for name, code := range map[string][]byte{
		"revert":  program.New().Sstore(1, 1).Push(0).Push(0).Op(vm.REVERT).Bytes(),
		"invalid": program.New().Sstore(1, 1).Op(vm.INVALID).Bytes(),
		"out of gas": program.New().Sstore(1, 1).
			Append([]byte{byte(vm.JUMPDEST), byte(vm.PUSH1), 5, byte(vm.JUMP)}).Bytes(),
	} {
		f := newFixture(t, code)
		f.commit()
		res := f.execute(toContract(100_000))
		if res.Err == nil || res.Logs != nil || res.Transfers != nil {
			t.Errorf("%s: got %+v", name, res)
		}
		if log, _ := f.commit(); len(log) != 0 {
			t.Errorf("%s: %d writes", name, len(log))
		}
	}
}

func TestCall_endsWithItsContext(t *testing.T) {
	f := newFixture(t, []byte{byte(vm.JUMPDEST), byte(vm.PUSH1), 0, byte(vm.JUMP)})
	ctx, cancel := context.WithCancelCause(context.Background())
	started := make(chan struct{})
	tree := &hookTree{ImmutableKeyValueTree: f.tree, hook: func(key []byte) {
		if bytes.Equal(key, layout.CodeKey(layout.Address(testContract))) {
			close(started)
		}
	}}
	why := errors.New("asked to stop")
	go func() {
		<-started
		cancel(why)
	}()
	res, err := f.engine.Call(ctx, tree, f.block, toContract(math.MaxInt64))
	if !errors.Is(err, why) {
		t.Fatalf("got %+v, %v", res, err)
	}
}

type hookTree struct {
	mkvs.ImmutableKeyValueTree
	hook func(key []byte)
}

func (h *hookTree) Get(ctx context.Context, key []byte) ([]byte, error) {
	h.hook(key)
	return h.ImmutableKeyValueTree.Get(ctx, key)
}

// A call needs nothing but a syncer that proves what it returns, and leaves no trace.
func TestCall_overVerifiedState(t *testing.T) {
	f := newFixture(t, program.New().Sstore(1, 7).Push(1).Op(vm.SLOAD).Push(0).Op(vm.MSTORE).Return(0, 32).Bytes())
	_, root := f.commit()
	verified := mkvs.NewWithRoot(f.tree, nil, root)
	defer verified.Close()
	res, err := f.engine.Call(context.Background(), verified, f.block, toContract(100_000))
	if err != nil || res.Err != nil || !bytes.Equal(res.Return, word(7)) {
		t.Fatalf("got %+v, %v", res, err)
	}
	if log, _ := f.commit(); len(log) != 0 {
		t.Fatalf("%d writes", len(log))
	}
}

func TestExecute_corruptCode(t *testing.T) {
	f := newFixture(t, []byte{byte(vm.STOP)})
	ctx := context.Background()
	if err := f.tree.Insert(ctx, layout.CodeKey(layout.Address(testContract)), []byte{byte(vm.INVALID)}); err != nil {
		t.Fatal(err)
	}
	var corrupt *StateError
	if _, err := f.engine.Execute(ctx, f.tree, f.block, toContract(100_000)); !errors.As(err, &corrupt) {
		t.Fatalf("got %v", err)
	}
}

func TestExecute_revertData(t *testing.T) {
	reason := slices.Concat(crypto.Keccak256([]byte("Error(string)"))[:4], word(32), word(3), []byte("why"),
		make([]byte, 29))
	p := program.New().Mstore(reason, 0).Push(len(reason)).Push(0).Op(vm.REVERT)
	f := newFixture(t, p.Bytes())
	res := f.call(toContract(100_000))
	var revert *RevertError
	if !errors.As(res.Err, &revert) || !bytes.Equal(revert.Data, reason) ||
		!errors.Is(res.Err, vm.ErrExecutionReverted) {
		t.Fatalf("got %+v", res)
	}
	if got := res.Err.Error(); got != "execution reverted: why" {
		t.Fatalf("got %q", got)
	}
	if got, err := abi.UnpackRevert(revert.Data); err != nil || got != "why" {
		t.Fatalf("got %q, %v", got, err)
	}
}

// The address of a new contract comes from the nonce that the sender signed, whether it was incremented before or not,
// and the nonce ends up one higher.
func TestExecute_createAddress(t *testing.T) {
	want := crypto.CreateAddress(testSender, 1)
	for _, used := range []bool{false, true} {
		f := newFixture(t, nil)
		if used {
			if err := f.accts.SetNonce(testSender, 2); err != nil {
				t.Fatal(err)
			}
		}
		res := f.execute(Message{From: testSender, Data: program.New().ReturnData([]byte{1}).Bytes(), GasLimit: 100_000,
			NonceUsed: used})
		if res.Err != nil || res.Created != want {
			t.Fatalf("nonce used %v: got %s, %v, want %s", used, res.Created, res.Err, want)
		}
		if nonce, err := f.accts.Nonce(testSender); err != nil || nonce != 2 {
			t.Fatalf("nonce used %v: nonce is now %d, %v", used, nonce, err)
		}
	}
	f := newFixture(t, nil)
	res := f.execute(Message{From: testOther, To: &testSender, GasLimit: 100_000, NonceUsed: true})
	if !errors.Is(res.Err, ErrNonceNotUsed) {
		t.Fatalf("got %v", res.Err)
	}
}

func TestExecute_limits(t *testing.T) {
	big := func(size int) []byte { return program.New().Push(size).Push(0).Op(vm.RETURN).Bytes() }
	for _, tc := range []struct {
		name string
		data []byte
		want error
	}{
		{"largest code", big(MaxCodeSize), nil},
		{"code too large", big(MaxCodeSize + 1), vm.ErrMaxCodeSizeExceeded},
		{"largest init code", make([]byte, MaxInitCodeSize), nil},
		{"init code too large", make([]byte, MaxInitCodeSize+1), vm.ErrMaxInitCodeSizeExceeded},
	} {
		f := newFixture(t, nil)
		res := f.execute(Message{From: testSender, Data: tc.data, GasLimit: 10_000_000})
		if !errors.Is(res.Err, tc.want) || (tc.want == nil) != (res.Err == nil) {
			t.Errorf("%s: got %v, want %v", tc.name, res.Err, tc.want)
		}
	}
}

// The accounts module cannot hold more than 128 bits. No honest chain gets there, since the total supply fits as well.
func TestExecute_balanceAbove128Bits(t *testing.T) {
	f := newFixture(t, nil)
	max := new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 128), 1)
	if err := f.accts.SetBalance(testOther, max); err != nil {
		t.Fatal(err)
	}
	f.commit()
	res := f.execute(Message{From: testSender, To: &testOther, Value: uint256.NewInt(1), GasLimit: 100_000})
	if !errors.Is(res.Err, ErrBalanceTooHigh) {
		t.Fatalf("got %+v", res)
	}
	if log, _ := f.commit(); len(log) != 0 {
		t.Fatalf("%d writes", len(log))
	}
	res = f.execute(Message{From: testOther, To: &testSender, Value: uint256.NewInt(1), GasLimit: 100_000})
	if res.Err != nil {
		t.Fatal(res.Err)
	}
}

// Transfers and burns tell of every movement of value that stood, in order, and the total supply follows the burns.
func TestExecute_transfersAndBurns(t *testing.T) {
	unit := func(n uint64) uint256.Int { return *uint256.NewInt(n) }
	created := crypto.CreateAddress(testSender, 1)
	selfdestruct := program.New().Selfdestruct(testOther).Bytes()
	child := crypto.CreateAddress2(testContract, common.Hash{31: 1},
		crypto.Keccak256(program.New().ReturnViaCodeCopy(selfdestruct).Bytes()))
	for _, tc := range []struct {
		name      string
		code      []byte
		other     []byte // the code of testOther
		data      []byte
		create    bool
		value     uint64
		transfers []Transfer
		burns     []Burn
	}{
		{name: "none", code: []byte{byte(vm.STOP)}},
		{name: "plain", value: 5, transfers: []Transfer{{testSender, testContract, unit(5)}}},
		{
			name: "reverted inside", value: 5, other: []byte{byte(vm.INVALID)},
			code: program.New().Call(uint256.NewInt(30_000), testOther, 3, 0, 0, 0, 0).
				Call(uint256.NewInt(30_000), common.Address{19: 0xee}, 2, 0, 0, 0, 0).Bytes(),
			transfers: []Transfer{{testSender, testContract, unit(5)},
				{testContract, common.Address{19: 0xee}, unit(2)}},
		},
		{
			name: "old contract destroys itself", value: 5, code: selfdestruct,
			transfers: []Transfer{{testSender, testContract, unit(5)}, {testContract, testOther, unit(37)}},
		},
		{
			name: "old contract destroys itself to itself", value: 5,
			code:      program.New().Op(vm.ADDRESS, vm.SELFDESTRUCT).Bytes(),
			transfers: []Transfer{{testSender, testContract, unit(5)}},
		},
		{
			name: "new contract destroys itself", value: 5, create: true, data: selfdestruct,
			transfers: []Transfer{{testSender, created, unit(5)}, {created, testOther, unit(5)}},
		},
		{
			name: "new contract burns", value: 5, create: true,
			data:      program.New().Op(vm.ADDRESS, vm.SELFDESTRUCT).Bytes(),
			transfers: []Transfer{{testSender, created, unit(5)}}, burns: []Burn{{created, unit(5)}},
		},
		{
			name: "paid after destruction",
			code: program.New().Create2ThenCall(program.New().ReturnViaCodeCopy(selfdestruct).Bytes(), 1).
				Call(nil, child, 9, 0, 0, 0, 0).Bytes(),
			// The second call runs the code again, which passes the money on.
			transfers: []Transfer{{testContract, child, unit(9)}, {child, testOther, unit(9)}},
		},
	} {
		f := newFixture(t, tc.code)
		if tc.other != nil {
			addr := layout.Address(testOther)
			err := errors.Join(f.tree.Insert(context.Background(), layout.CodeKey(addr), tc.other),
				f.tree.Insert(context.Background(), layout.CodeHashKey(addr), crypto.Keccak256(tc.other)))
			if err != nil {
				t.Fatal(err)
			}
		}
		msg := toContract(500_000)
		msg.Value, msg.Data = uint256.NewInt(tc.value), tc.data
		if tc.create {
			msg.To = nil
		}
		res := f.execute(msg)
		if res.Err != nil {
			t.Errorf("%s: %v", tc.name, res.Err)
			continue
		}
		if !reflect.DeepEqual(res.Transfers, tc.transfers) || !reflect.DeepEqual(res.Burns, tc.burns) {
			t.Errorf("%s: transfers %v, burns %v; want %v and %v", tc.name, res.Transfers, res.Burns, tc.transfers,
				tc.burns)
		}
		f.checkSupply(tc.name)
	}
}

// checkSupply holds the sum of all balances to the total supply.
func (f *fixture) checkSupply(name string) {
	f.t.Helper()
	state := modaccounts.NewState(context.Background(), f.tree)
	var sum uint256.Int
	err := state.EachBalance(func(_ sdk.Address, _ sdk.Denomination, amount uint256.Int) error {
		sum.Add(&sum, &amount)
		return nil
	})
	if err != nil {
		f.t.Fatal(err)
	}
	supply, err := state.TotalSupply(sdk.NativeDenomination)
	if err != nil || supply != sum {
		f.t.Errorf("%s: total supply %s, sum of balances %s (%v)", name, supply.Dec(), sum.Dec(), err)
	}
}

// Many goroutines share one engine, as calls from a gateway do.
func TestEngine_concurrentCalls(t *testing.T) {
	f := newFixture(t, manySlots())
	_, root := f.commit()
	engine := New(Config{ChainID: 1, CodeCacheBytes: 1024}) // Small, so that it evicts.
	errs := make(chan error)
	for range 8 {
		go func() {
			tree := mkvs.NewWithRoot(f.tree, nil, root)
			defer tree.Close()
			for range 20 {
				res, err := engine.Call(context.Background(), tree, f.block, toContract(10_000_000))
				if err != nil || res.Err != nil {
					errs <- errors.Join(err, res.Err)
					return
				}
			}
			errs <- nil
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
