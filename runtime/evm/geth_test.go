package evm

import (
	"encoding/json"
	"errors"
	"flag"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

var generate = flag.Bool("generate", false, "write testdata/state anew with go-ethereum's own state")

// gethOutcome is what go-ethereum makes of a vector, with its own database.
type gethOutcome struct {
	root, logs common.Hash
	result     *core.ExecutionResult
	refused    error
}

// runGeth runs the vector's transaction on go-ethereum's Merkle Patricia trie.
func (v *vector) runGeth(post vectorPost) (*gethOutcome, error) {
	statedb, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		return nil, err
	}
	for addr, a := range v.Pre {
		statedb.SetCode(addr, a.Code, tracing.CodeChangeUnspecified)
		statedb.SetNonce(addr, a.Nonce, tracing.NonceChangeUnspecified)
		statedb.SetBalance(addr, uint256.MustFromBig(a.Balance), tracing.BalanceChangeUnspecified)
		for slot, value := range a.Storage {
			statedb.SetState(addr, slot, value)
		}
	}
	config := chainConfig(1)
	number := new(big.Int).SetUint64(uint64(v.Env.Number))
	rules := config.Rules(number, true, uint64(v.Env.Timestamp))
	root, err := statedb.Commit(rules, 0)
	if err != nil {
		return nil, err
	}
	if statedb, err = state.New(root, statedb.Database()); err != nil {
		return nil, err
	}

	tx := &v.Transaction
	value, err := parseValue(tx.Value[post.Indexes.Value])
	if err != nil {
		return nil, err
	}
	feeCap, tip := fromHex(tx.GasPrice), fromHex(tx.GasPrice)
	if tx.MaxFeePerGas != nil {
		feeCap, tip = fromHex(tx.MaxFeePerGas), fromHex(tx.MaxPriorityFeePerGas)
	}
	baseFee := fromHex(v.Env.BaseFee)
	price := new(uint256.Int).Add(baseFee, tip)
	if price.Gt(feeCap) {
		price = feeCap
	}
	msg := &core.Message{
		From: tx.Sender, Nonce: uint64(tx.Nonce), Value: value, Data: tx.Data[post.Indexes.Data],
		GasLimit: uint64(tx.GasLimit[post.Indexes.Gas]), GasPrice: price, GasFeeCap: feeCap, GasTipCap: tip,
	}
	if tx.To != "" {
		to := common.HexToAddress(tx.To)
		msg.To = &to
	}
	if len(tx.AccessLists) > post.Indexes.Data && tx.AccessLists[post.Indexes.Data] != nil {
		msg.AccessList = *tx.AccessLists[post.Indexes.Data]
	}
	random := common.BigToHash((*big.Int)(v.Env.Random))
	machine := vm.NewEVM(vm.BlockContext{
		CanTransfer: core.CanTransfer, Transfer: core.Transfer,
		GetHash: func(n uint64) common.Hash {
			return crypto.Keccak256Hash([]byte(new(big.Int).SetUint64(n).String()))
		},
		Coinbase: v.Env.Coinbase, GasLimit: uint64(v.Env.GasLimit), BlockNumber: number,
		Time: uint64(v.Env.Timestamp), Difficulty: new(big.Int), BaseFee: baseFee.ToBig(),
		BlobBaseFee: big.NewInt(1), Random: &random,
	}, statedb, config, vm.Config{})

	out := new(gethOutcome)
	snapshot := statedb.Snapshot()
	if out.result, out.refused = core.ApplyMessage(machine, msg,
		core.NewGasPool(uint64(v.Env.GasLimit))); out.refused != nil {
		statedb.RevertToSnapshot(snapshot)
	}
	if out.root, err = statedb.Commit(rules, uint64(v.Env.Number)); err != nil {
		return nil, err
	}
	logs, err := rlp.EncodeToBytes(statedb.Logs())
	out.logs = crypto.Keccak256Hash(logs)
	return out, err
}

var (
	testSender   = common.HexToAddress("0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b")
	testContract = common.HexToAddress("0xcccccccccccccccccccccccccccccccccccccccc")
	testOther    = common.HexToAddress("0xdddddddddddddddddddddddddddddddddddddddd")
	testCoinbase = common.HexToAddress("0x2adc25665018aa1fe0e6bc666dac8fc2697ff9ba")
)

// ownVector is a program of testdata/state.
type ownVector struct {
	name string
	// to is nil for a creation. code is that of testContract, other of testOther.
	to          *common.Address
	code, other []byte
	data        [][]byte
	value, gas  uint64
	list        types.AccessList
}

func ownVectors() []ownVector {
	ecrecover := common.FromHex(
		"18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c000000000000000000000000000000000000000000000000000000000000001c73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75feeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c4549")
	pairing := make([]byte, 192)
	modexp := slices.Concat(word(1), word(1), word(1), []byte{3, 2, 5})
	addPoints := slices.Concat(word(1), word(2), word(1), word(2))
	storeOne := program.New().Sstore(1, 1).Bytes()
	return []ownVector{
		{name: "transfer", to: &testOther, data: [][]byte{nil, {0, 0xff}}, value: 42, gas: 21_100},
		{name: "intrinsicGasTooLow", to: &testOther, data: [][]byte{{0xff, 0xff}}, gas: 21_000},
		{
			// sstore(calldata[0], calldata[1]); log1(sload(calldata[0]), topic calldata[0])
			name: "storeAndLog", to: &testContract,
			code: program.New().
				Push(32).Op(vm.CALLDATALOAD).Push(0).Op(vm.CALLDATALOAD, vm.SSTORE).
				Push(0).Op(vm.CALLDATALOAD, vm.SLOAD).Push(0).Op(vm.MSTORE).
				Push(0).Op(vm.CALLDATALOAD).Push(32).Push(0).Op(vm.LOG1).Bytes(),
			// A new slot, one that is cleared (a refund), one that stays.
			data: [][]byte{slices.Concat(word(7), word(42)), slices.Concat(word(1), word(0)),
				slices.Concat(word(1), word(5))},
			gas:  80_000,
			list: types.AccessList{{Address: testContract, StorageKeys: []common.Hash{{31: 1}}}},
		},
		{
			name: "revert", to: &testContract, value: 1, gas: 80_000, data: [][]byte{nil},
			code: program.New().Sstore(7, 1).Push(42).Push(0).Op(vm.MSTORE).
				Push(32).Push(0).Op(vm.LOG0).Push(32).Push(0).Op(vm.REVERT).Bytes(),
		},
		{
			// Creates from calldata with the call's value, stores the address, calls what it created and stores whether
			// that succeeded.
			name: "createAndCall", to: &testContract, value: 100, gas: 300_000,
			code: program.New().
				Op(vm.CALLDATASIZE).Push(0).Push(0).Op(vm.CALLDATACOPY).
				Op(vm.CALLDATASIZE).Push(0).Op(vm.CALLVALUE, vm.CREATE).
				Op(vm.DUP1).Push(0).Op(vm.SSTORE).
				Push(0).Push(0).Push(0).Push(0).Push(0).Op(vm.DUP6, vm.GAS, vm.CALL).
				Push(1).Op(vm.SSTORE).Bytes(),
			data: [][]byte{
				program.New().ReturnViaCodeCopy(storeOne).Bytes(),
				{byte(vm.INVALID)},
				program.New().ReturnData([]byte{0xef}).Bytes(), // refused: EIP-3541
				nil,
			},
		},
		{
			// A new contract that destroys itself: to a third account, to itself (which burns), and to one that does
			// not exist.
			name: "selfdestructInCreation", value: 100, gas: 100_000,
			data: [][]byte{
				program.New().Selfdestruct(testOther).Bytes(),
				program.New().Op(vm.ADDRESS, vm.SELFDESTRUCT).Bytes(),
				program.New().Selfdestruct(common.Address{19: 0xee}).Bytes(),
			},
		},
		{
			// An old contract only loses its balance.
			name: "selfdestructOld", to: &testContract, value: 100, gas: 100_000, data: [][]byte{nil},
			code: program.New().Selfdestruct(testOther).Bytes(),
		},
		{
			// The inner contract destroys itself, then the outer one fails.
			name: "selfdestructReverted", to: &testOther, value: 100, gas: 100_000, data: [][]byte{nil},
			code:  program.New().Selfdestruct(testSender).Bytes(),
			other: program.New().Call(nil, testContract, 5, 0, 0, 0, 0).Op(vm.INVALID).Bytes(),
		},
		{
			// Value sent to a contract that destroyed itself in this message is burned with it.
			name: "selfdestructThenPaid", to: &testContract, value: 100, gas: 400_000, data: [][]byte{nil},
			code: program.New().Create2ThenCall(
				program.New().ReturnViaCodeCopy(program.New().Selfdestruct(testOther).Bytes()).Bytes(), 1).
				Push(0).Push(0).Push(0).Push(0).Push(9).Op(vm.DUP6, vm.GAS, vm.CALL).Bytes(),
		},
		{
			// What came with Shanghai and Cancun: transient storage, MCOPY, BLOBBASEFEE, PUSH0.
			name: "cancun", to: &testContract, gas: 200_000, data: [][]byte{nil},
			code: program.New().Tstore(5, 9).
				Push(5).Op(vm.TLOAD).Op(vm.PUSH0, vm.SSTORE).
				Op(vm.BLOBBASEFEE).Push(1).Op(vm.SSTORE).
				Push(0xabcd).Push(0).Op(vm.MSTORE).Push(32).Push(0).Push(32).Op(vm.MCOPY).
				Push(32).Op(vm.MLOAD).Push(2).Op(vm.SSTORE).Bytes(),
		},
		{
			// Calls the precompiled contract that the first byte names with the rest, stores whether it worked and its
			// first word.
			name: "precompiles", to: &testContract, gas: 400_000,
			code: program.New().
				Push(1).Op(vm.CALLDATASIZE, vm.SUB).Push(1).Push(0).Op(vm.CALLDATACOPY).
				Push(32).Push(512).Push(1).Op(vm.CALLDATASIZE, vm.SUB).Push(0).Push(0).
				Push(0).Op(vm.CALLDATALOAD).Push(248).Op(vm.SHR).Op(vm.GAS, vm.CALL).
				Push(0).Op(vm.SSTORE).Push(512).Op(vm.MLOAD).Push(1).Op(vm.SSTORE).Bytes(),
			data: [][]byte{
				slices.Concat([]byte{1}, ecrecover), {2, 0xff}, {3, 0xff}, {4, 0xff},
				slices.Concat([]byte{5}, modexp), slices.Concat([]byte{6}, addPoints),
				slices.Concat([]byte{7}, word(1), word(2), word(3)),
				slices.Concat([]byte{8}, pairing), {9, 1}, {10, 1}, {11, 1},
			},
		},
		{
			name: "block", to: &testContract, gas: 400_000, data: [][]byte{nil},
			code: program.New().
				Op(vm.NUMBER).Push(0).Op(vm.SSTORE, vm.TIMESTAMP).Push(1).Op(vm.SSTORE, vm.COINBASE).Push(2).Op(
				vm.SSTORE).
				Op(vm.GASLIMIT).Push(3).Op(vm.SSTORE, vm.CHAINID).Push(4).Op(vm.SSTORE, vm.BASEFEE).Push(5).Op(
				vm.SSTORE).
				Op(vm.PREVRANDAO).Push(6).Op(vm.SSTORE).Push(1).Op(vm.NUMBER, vm.SUB, vm.BLOCKHASH).Push(7).Op(
				vm.SSTORE).
				Op(vm.ORIGIN).Push(8).Op(vm.SSTORE, vm.GASPRICE).Push(9).Op(vm.SSTORE).Bytes(),
		},
	}
}

func word(n byte) []byte { return append(make([]byte, 31), n) }

// vector returns the vector without its post states.
func (o *ownVector) vector() *vector {
	v := new(vector)
	v.Env.Coinbase, v.Env.GasLimit, v.Env.Number, v.Env.Timestamp = testCoinbase, 30_000_000, 300, 1_700_000_000
	v.Env.BaseFee = math.NewHexOrDecimal256(10)
	v.Env.Random = math.NewHexOrDecimal256(0x20000)
	ether := big.NewInt(1_000_000_000_000_000_000)
	v.Pre = types.GenesisAlloc{
		testSender: {Balance: ether, Nonce: 1},
		testContract: {Balance: big.NewInt(1000), Nonce: 1, Code: o.code,
			Storage: map[common.Hash]common.Hash{{31: 1}: {31: 5}}},
		testOther: {Balance: big.NewInt(1), Code: o.other},
	}
	v.Transaction = vectorTx{
		MaxFeePerGas: math.NewHexOrDecimal256(2000), MaxPriorityFeePerGas: math.NewHexOrDecimal256(3),
		Nonce: 1, Sender: testSender, GasLimit: []math.HexOrDecimal64{math.HexOrDecimal64(o.gas)},
		Value: []string{hexutil.EncodeUint64(o.value)},
	}
	if o.to != nil {
		v.Transaction.To = o.to.Hex()
	}
	for _, data := range o.data {
		v.Transaction.Data = append(v.Transaction.Data, data)
		if o.list != nil {
			v.Transaction.AccessLists = append(v.Transaction.AccessLists, &o.list)
		}
	}
	return v
}

// document returns the vector with the post states that go-ethereum computes.
func (o *ownVector) document() ([]byte, error) {
	v := o.vector()
	var posts []vectorPost
	for i := range o.data {
		var post vectorPost
		post.Indexes.Data = i
		out, err := v.runGeth(post)
		if err != nil {
			return nil, err
		}
		post.Hash, post.Logs = out.root, out.logs
		if out.refused != nil {
			post.ExpectException = "TransactionException.INTRINSIC_GAS_TOO_LOW"
			if !errors.Is(out.refused, core.ErrIntrinsicGas) {
				return nil, out.refused
			}
		}
		posts = append(posts, post)
	}
	v.Post = map[string][]vectorPost{Fork: posts}
	doc, err := json.MarshalIndent(map[string]*vector{o.name: v}, "", "  ")
	return append(doc, '\n'), err
}

// TestGenerateStateVectors holds testdata/state to what go-ethereum computes, and writes it with -generate.
func TestGenerateStateVectors(t *testing.T) {
	for _, own := range ownVectors() {
		doc, err := own.document()
		if err != nil {
			t.Fatalf("%s: %v", own.name, err)
		}
		path := filepath.Join("testdata", "state", own.name+".json")
		if *generate {
			if err := os.WriteFile(path, doc, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run this test with -generate", err)
		}
		if string(have) != string(doc) {
			t.Errorf("%s is not what go-ethereum computes: run this test with -generate and look at the difference",
				path)
		}
	}
}
