package evm

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/holiman/uint256"
)

// FuzzAgainstGoEthereum runs programs on our state and on go-ethereum's own and compares everything that either leaves
// behind: accounts, code, storage, balances (so the gas used as well), and logs.
func FuzzAgainstGoEthereum(f *testing.F) {
	for _, own := range ownVectors() {
		for _, data := range own.data {
			f.Add(own.code, own.other, data, own.value, own.to == nil)
		}
	}
	f.Fuzz(func(t *testing.T, code, other, data []byte, value uint64, create bool) {
		own := ownVector{name: "fuzz", to: &testContract, code: code, other: other, data: [][]byte{data}, value: value,
			gas: 500_000}
		if create {
			own.to = nil
		}
		v := own.vector()
		var post vectorPost
		want, err := v.runGeth(post)
		if err != nil {
			t.Fatalf("go-ethereum: %v", err)
		}
		post.Hash, post.Logs = want.root, want.logs
		if want.refused != nil {
			if own.to == nil && errors.Is(want.refused, vm.ErrMaxInitCodeSizeExceeded) {
				t.Skip("the runtime lets such a transaction fail instead of refusing it")
			}
			post.ExpectException = want.refused.Error()
		}
		if err := v.run(post); err != nil {
			t.Fatalf("code %x, other %x, data %x, value %d, create %v: %v", code, other, data, value, create, err)
		}
	})
}

// FuzzProgramsAgainstGoEthereum is the same with programs that do something: every byte of the seeds becomes an
// operation on a few accounts and slots.
func FuzzProgramsAgainstGoEthereum(f *testing.F) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	f.Add(all, all[100:], all[40:60], uint64(3), false)
	f.Add(all[50:90], all[:50], all[200:], uint64(0), true)
	f.Fuzz(func(t *testing.T, code, other, init []byte, value uint64, create bool) {
		own := ownVector{
			to: &testContract, code: assemble(code, 3), other: assemble(other, 2),
			data: [][]byte{assemble(init, 1)}, value: value % 1000, gas: 800_000,
		}
		if create {
			own.to = nil
		}
		v := own.vector()
		var post vectorPost
		want, err := v.runGeth(post)
		if err != nil || want.refused != nil {
			t.Fatalf("go-ethereum: %v %v", err, want.refused)
		}
		post.Hash, post.Logs = want.root, want.logs
		if err := v.run(post); err != nil {
			t.Fatalf("code %x, other %x, init %x, value %d, create %v: %v", own.code, own.other, own.data[0], own.value,
				create, err)
		}
	})
}

// assemble turns a seed into a program. Creations in it run a program from the rest of the seed, so deep levels of them
// nest.
func assemble(seed []byte, depth int) []byte {
	accounts := []any{testSender, testContract, testOther, testCoinbase, common.Address{19: 0xee},
		common.Address{19: 2}, common.Address{}}
	if len(seed) > 64 {
		seed = seed[:64]
	}
	p := program.New()
	for i, b := range seed {
		arg := int(b >> 4)
		account := accounts[arg%len(accounts)]
		switch b & 15 {
		case 0:
			p.Sstore(arg%4, arg)
		case 1:
			p.Sstore(arg%4, 0)
		case 2:
			p.Push(arg % 4).Op(vm.SLOAD).Push(arg % 3).Op(vm.SSTORE)
		case 3:
			p.Tstore(arg%4, arg)
		case 4:
			p.Push(arg % 4).Op(vm.TLOAD).Push(arg % 4).Op(vm.SSTORE)
		case 5, 6:
			p.Call(uint256.NewInt(60_000), account, arg/2, 0, 32, 0, 32).Push(arg % 4).Op(vm.SSTORE)
		case 7:
			p.DelegateCall(uint256.NewInt(60_000), account, 0, 0, 0, 32).Op(vm.POP)
		case 8:
			p.StaticCall(uint256.NewInt(60_000), account, 0, 0, 0, 32).Push(arg % 4).Op(vm.SSTORE)
		case 9:
			p.Push(arg % 8).Push(0).Op(vm.LOG0)
		case 10:
			p.Push(account).Op([]vm.OpCode{vm.BALANCE, vm.EXTCODESIZE, vm.EXTCODEHASH}[arg%3]).Push(arg % 4).Op(
				vm.SSTORE)
		case 11:
			p.Op([]vm.OpCode{vm.SELFBALANCE, vm.CALLER, vm.RETURNDATASIZE, vm.CALLVALUE, vm.GAS}[arg%5]).Push(
				arg % 4).Op(vm.SSTORE)
		case 12:
			if depth > 0 {
				inner := assemble(seed[i+1:], depth-1)
				p.Create2(program.New().ReturnViaCodeCopy(inner).Bytes(), arg%3)
				p.Op(vm.DUP1).Push(arg % 4).Op(vm.SSTORE)
				// Calls what it made, if it did.
				p.Push(0).Push(0).Push(0).Push(0).Push(arg/4).Op(vm.DUP6, vm.GAS, vm.CALL, vm.POP, vm.POP)
			}
		case 13:
			if depth > 0 {
				inner := assemble(seed[i+1:], depth-1)
				p.Mstore(inner, 0).Push(len(inner)).Push(0).Push(arg/4).Op(vm.CREATE, vm.POP)
			}
		case 14:
			if arg%2 == 0 {
				p.Selfdestruct(account)
			} else {
				p.Op(vm.ADDRESS, vm.SELFDESTRUCT)
			}
		case 15:
			if arg == 0 {
				p.Push(0).Push(0).Op(vm.REVERT)
			} else if arg == 1 {
				p.Op(vm.INVALID)
			}
		}
	}
	return p.Bytes()
}

// FuzzEstimateGas holds that an estimate is enough for the message that it is of.
func FuzzEstimateGas(f *testing.F) {
	for _, own := range ownVectors() {
		f.Add(own.code, own.data[0])
	}
	f.Fuzz(func(t *testing.T, code, data []byte) {
		fx := newFixture(t, code)
		msg := toContract(500_000)
		msg.Data = data
		gas, res, err := fx.engine.EstimateGas(t.Context(), fx.tree, fx.block, msg)
		if err != nil {
			t.Fatal(err)
		}
		if res.Err != nil {
			return
		}
		msg.GasLimit = gas
		if res := fx.call(msg); gas > 500_000 || res.Err != nil {
			t.Fatalf("estimate %d: %v", gas, res.Err)
		}
	})
}
