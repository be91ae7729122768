package evm

import (
	"bytes"
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/params"
)

func TestIntrinsicGas_asGoEthereum(t *testing.T) {
	rules := chainConfig(1).Rules(common.Big0, true, 0)
	for _, data := range [][]byte{nil, {0}, {1}, make([]byte, 31), make([]byte, 32), make([]byte, 33),
		bytes.Repeat([]byte{0, 7}, 500)} {
		for _, list := range []types.AccessList{nil, {}, {{}},
			{{StorageKeys: make([]common.Hash, 3)}, {StorageKeys: make([]common.Hash, 1)}}} {
			for _, to := range []*common.Address{nil, &testOther} {
				want, err := core.IntrinsicGas(data, list, nil, testSender, to, nil, rules)
				got, ok := IntrinsicGas(data, list, to == nil)
				if err != nil || !ok || got != want {
					t.Errorf("%d bytes, list %v, to %v: got %d %v, want %d %v", len(data), list, to, got, ok, want, err)
				}
			}
		}
	}
}

func TestEstimateGas(t *testing.T) {
	refund := program.New().Sstore(1, 1).Sstore(1, 0).Bytes()
	// Passes on all gas but a 64th, and fails unless the callee had 100,000.
	forward := program.New().Call(nil, testOther, 0, 0, 0, 0, 0).Push(48).Op(vm.JUMPI, vm.INVALID).Bytes()
	forward = append(forward, make([]byte, 48-len(forward))...)
	forward = append(forward, byte(vm.JUMPDEST), byte(vm.STOP))
	hungry := program.New().Push(100_000).Op(vm.GAS, vm.GT).Push(16).Op(vm.JUMPI, vm.INVALID).Bytes()
	hungry = append(hungry, make([]byte, 16-len(hungry))...)
	hungry = append(hungry, byte(vm.JUMPDEST), byte(vm.STOP))
	for name, code := range map[string][]byte{"empty": nil, "stop": {0}, "refund": refund, "forward": forward,
		"slots": manySlots()} {
		f := newFixture(t, code)
		if err := putAlloc(context.Background(), f.tree, f.accts,
			types.GenesisAlloc{testOther: {Balance: common.Big1, Code: hungry}}); err != nil {
			t.Fatal(err)
		}
		f.commit()
		estimate, res, err := f.engine.EstimateGas(context.Background(), f.tree, f.block, toContract(30_000_000))
		if err != nil || res.Err != nil {
			t.Errorf("%s: %v %v", name, err, res.Err)
			continue
		}
		if log, _ := f.commit(); len(log) != 0 {
			t.Errorf("%s: %d writes", name, len(log))
		}
		if res := f.call(toContract(estimate)); res.Err != nil {
			t.Errorf("%s: %d is too little: %v", name, estimate, res.Err)
		}
		if res := f.call(toContract(estimate * 98 / 100)); res.Err == nil {
			t.Errorf("%s: %d is too much", name, estimate)
		}
		if name == "empty" && estimate != params.TxGas {
			t.Errorf("a transfer costs %d, want %d", estimate, params.TxGas)
		}
	}
	f := newFixture(t, []byte{byte(vm.INVALID)})
	if _, res, err := f.engine.EstimateGas(context.Background(), f.tree, f.block, toContract(1_000_000)); err != nil ||
		res.Err == nil {
		t.Errorf("a message that fails was estimated: %+v, %v", res, err)
	}
}

// When the time is up in the search, the answer is a limit that was seen to work.
func TestEstimateGasInTime(t *testing.T) {
	f := newFixture(t, program.New().Push(1).Op(vm.BLOCKHASH, vm.POP, vm.STOP).Bytes())
	ctx, cancel := context.WithCancelCause(t.Context())
	runs := 0
	f.block.Number = 2
	f.block.BlockHash = func(uint64) common.Hash {
		if runs++; runs == 2 {
			cancel(context.DeadlineExceeded)
		}
		return common.Hash{}
	}
	const limit = 30_000_000
	estimate, res, err := f.engine.EstimateGas(ctx, f.tree, f.block, toContract(limit))
	if err != nil || res.Err != nil || estimate != limit || runs != 2 {
		t.Errorf("estimate %d after %d runs: %v", estimate, runs, err)
	}
}
