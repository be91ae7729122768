package evm

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/holiman/uint256"

	"github.com/assent-network/assent/protocol/layout"
)

func TestRecordBlockHash(t *testing.T) {
	ctx := context.Background()
	f := newFixture(t, program.New().Push(0).Op(vm.CALLDATALOAD, vm.BLOCKHASH).Push(0).Op(vm.MSTORE).Return(0,
		32).Bytes())
	hashOf := func(round uint64) common.Hash { return common.Hash{0: 1, 30: byte(round >> 8), 31: byte(round)} }
	for number := uint64(1); number <= 600; number++ {
		if number%7 == 0 {
			continue // Rounds without transactions never reach the runtime.
		}
		for _, round := range []uint64{number - 1, number - 2} {
			if err := RecordBlockHash(ctx, f.tree, number, round, hashOf(round)); err != nil {
				t.Fatal(err)
			}
		}
	}
	f.block.Number = 600
	for _, tc := range []struct {
		round uint64
		want  common.Hash
	}{
		{599, hashOf(599)}, {344, hashOf(344)}, {349, hashOf(349)},
		{343, common.Hash{}}, {600, common.Hash{}}, {601, common.Hash{}}, {math.MaxUint64, common.Hash{}},
	} {
		msg := toContract(100_000)
		msg.Data = common.BigToHash(new(uint256.Int).SetUint64(tc.round).ToBig()).Bytes()
		if res := f.call(msg); res.Err != nil || !bytes.Equal(res.Return, tc.want[:]) {
			t.Errorf("round %d: got %x, %v, want %s", tc.round, res.Return, res.Err, tc.want)
		}
	}
	var kept int
	it := f.tree.NewIterator(ctx)
	defer it.Close()
	for it.Seek([]byte("evm\x03")); it.Valid() && bytes.HasPrefix(it.Key(), []byte("evm\x03")); it.Next() {
		kept++
	}
	if kept != layout.BlockHashWindow {
		t.Errorf("%d hashes kept, want %d", kept, layout.BlockHashWindow)
	}
}
