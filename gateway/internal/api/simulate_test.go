package api

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/runtime/evm"
)

// reasonOf begins revert data with a reason of so many bytes.
func reasonOf(n int64) []byte {
	word := func(n int64) []byte { return common.BigToHash(big.NewInt(n)).Bytes() }
	return slices.Concat(reasonSelector, word(32), word(n))
}

// What an answer holds while it is built is no less than what is written of it, whatever its calls leave: logs,
// transfers, reasons, transactions.
func TestSimulationsAreWeighed(t *testing.T) {
	most := common.HexToHash("0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")
	log := &types.Log{Topics: []common.Hash{most, most, most, most}, Data: make([]byte, 100)}
	transfer := evm.Transfer{From: common.Address{1}, To: common.Address{2}, Amount: *uint256.NewInt(7)}
	list := types.AccessList{{Address: common.Address{1}, StorageKeys: []common.Hash{most, most, most}}, {}}
	for name, tc := range map[string]struct {
		msg evm.Message
		res evm.Result
	}{
		"nothing": {},
		"return":  {res: evm.Result{Return: make([]byte, 4000)}},
		"logs":    {res: evm.Result{Logs: []*types.Log{log, log, log}}},
		"transfers": {res: evm.Result{
			Transfers: []evm.Transfer{transfer, transfer, transfer}, LogsBefore: []int{0, 0, 1},
			Logs: []*types.Log{log},
		}},
		"revert": {res: evm.Result{Err: &evm.RevertError{Data: make([]byte, 4000)}}},
		"reason": {res: evm.Result{
			Err: &evm.RevertError{Data: append(reasonOf(4000), make([]byte, 4000)...)},
		}},
		"transaction": {msg: evm.Message{Data: make([]byte, 4000), AccessList: list}},
	} {
		msg, res := tc.msg, tc.res
		msg.GasPrice, msg.Value = new(uint256.Int), new(uint256.Int)
		msg.To = &common.Address{}
		s := &simulation{args: &SimulateArgs{TraceTransfers: true, FullTransactions: true}}
		args := CallArgs{
			To: msg.To, Gas: new(hexutil.Uint64), Nonce: new(hexutil.Uint64),
			Data: (*hexutil.Bytes)(&msg.Data), AccessList: msg.AccessList,
		}
		tx := args.transaction(1)
		b := &simulatedBlock{out: &SimulatedBlock{}}
		s.add(b, tx, &msg, &res, false)
		written, err := json.Marshal([]any{b.out.Calls, newTransaction(tx, msg.From, false)})
		if err != nil {
			t.Fatal(err)
		}
		if size := s.sizeOf(&msg, &res); 2*size < len(written) {
			t.Errorf("%s: weighs %d for %d bytes", name, size, len(written))
		}
	}
}

// A simulation holds room as it grows, and ends when there is none.
func TestSimulationsHoldRoom(t *testing.T) {
	work := admission.NewPool(4<<20, 2<<20)
	b := New(Config{Limits: Limits{AnswerBytes: 25_000_000}, Pools: Pools{Work: work}})
	ctx, call := admission.WithCall(t.Context(), admission.Client{})
	if err := b.weigh(ctx, simulatedRoom); err != nil {
		t.Fatal(err)
	}
	s := &simulation{e: &Eth{b}, held: b.buildCost(simulatedRoom)}
	for range 10 {
		if err := s.weigh(ctx, 20<<10); err != nil {
			t.Fatal(err)
		}
		if free := b.buildCost(s.size) - work.Used(); work.Used() != s.held || free >= storedCost*simulatedRoom {
			t.Fatalf("%d are held for %d bytes", work.Used(), s.size)
		}
	}
	other := admission.Client{}
	if err := work.Take(other, work.Share()-work.Used()); err != nil {
		t.Fatal(err)
	}
	var err error
	for i := 0; i < 10 && err == nil; i++ {
		err = s.weigh(ctx, 20<<10)
	}
	if coded := (*rpcerr.Error)(nil); !errors.As(err, &coded) || coded.Code != rpcerr.CodeLimit {
		t.Errorf("got %v when there is no room", err)
	}
	call.Release()
	if err := s.weigh(ctx, 25_000_000); err == nil {
		t.Error("an answer above the limit was taken")
	}
}

// Times go up to the largest number and never around it.
func TestSimulatedTimesEnd(t *testing.T) {
	at := func(time uint64) *BlockOverride { return &BlockOverride{Time: (*hexutil.Uint64)(&time)} }
	base := &view.Block{Number: 5, Time: 100}
	for _, tc := range []struct {
		name   string
		last   uint64
		blocks []SimulatedCalls
		ok     bool
	}{
		{"the last", math.MaxUint64, nil, true},
		{"one that fits", math.MaxUint64 - 12, []SimulatedCalls{{}}, true},
		{"one too many", math.MaxUint64 - 11, []SimulatedCalls{{}}, false},
		{"a gap", math.MaxUint64 - 12, []SimulatedCalls{{BlockOverrides: &BlockOverride{
			Number: (*hexutil.Big)(common.Big32),
		}}}, false},
	} {
		blocks := append([]SimulatedCalls{{BlockOverrides: at(tc.last)}}, tc.blocks...)
		if _, err := completeBlocks(base, blocks); (err == nil) != tc.ok {
			t.Errorf("%s: got %v", tc.name, err)
		}
	}
}
