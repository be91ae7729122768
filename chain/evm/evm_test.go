package evm

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	oasis "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	oasiserrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/events"
)

func sdkEvent(module string, code uint32, value any) *types.Event {
	return &types.Event{Module: module, Code: code, Value: cbor.Marshal(value)}
}

func logEvent(topics ...byte) *types.Event {
	e := evm.Event{Address: bytes.Repeat([]byte{9}, 20)}
	for _, t := range topics {
		e.Topics = append(e.Topics, bytes.Repeat([]byte{t}, 32))
	}
	return sdkEvent("evm", events.CodeLog, []evm.Event{e})
}

func signed(t testing.TB, data ethtypes.TxData) *ethtypes.Transaction {
	t.Helper()
	key, err := crypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	tx, err := ethtypes.SignNewTx(key, ethtypes.NewLondonSigner(big.NewInt(42334)), data)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// TestReceipts has a block with an SDK transaction between two Ethereum ones: indices, gas and logs count it.
func TestReceipts(t *testing.T) {
	call := signed(t, &ethtypes.LegacyTx{Nonce: 1, GasPrice: big.NewInt(5), Gas: 9, To: &common.Address{1}})
	create := signed(t, &ethtypes.DynamicFeeTx{ChainID: big.NewInt(42334), Nonce: 4, GasFeeCap: big.NewInt(20),
		GasTipCap: big.NewInt(2), Gas: 9})
	header := block.NewGenesisBlock(oasis.Namespace{0x80}, 77).Header
	header.Round = 12
	got, err := receipts(&header, []*chain.Transaction{
		{Index: 0, Ethereum: call, Events: []*types.Event{sdkEvent("core", core.GasUsedEventCode,
			[]core.GasUsedEvent{{Amount: 3}}), logEvent(1), logEvent(2, 3)}},
		{Index: 1, Events: []*types.Event{sdkEvent("core", core.GasUsedEventCode,
			[]core.GasUsedEvent{{Amount: 10}, {Amount: 20}}), logEvent()}},
		{Index: 2, Ethereum: create, Result: types.CallResult{Failed: &types.FailedCallResult{Module: "evm", Code: 2}},
			Events: []*types.Event{
				sdkEvent("core", core.GasUsedEventCode, []core.GasUsedEvent{{Amount: 4}}),
				sdkEvent("accounts", 1, "not looked at"), logEvent(4),
			}},
	}, big.NewInt(10))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 {
		t.Fatalf("%d receipts, want 2", len(got))
	}
	first, last := got[0], got[1]
	if first.Status != ethtypes.ReceiptStatusSuccessful || first.GasUsed != 3 || first.CumulativeGasUsed != 3 ||
		first.TransactionIndex != 0 ||
		first.EffectiveGasPrice.Int64() != 5 || len(first.Logs) != 2 || first.Logs[1].Index != 1 ||
		len(first.Logs[1].Topics) != 2 {
		t.Errorf("first %+v", first)
	}
	if last.Status != ethtypes.ReceiptStatusFailed || last.GasUsed != 4 || last.CumulativeGasUsed != 37 ||
		last.TransactionIndex != 2 ||
		last.EffectiveGasPrice.Int64() != 12 || last.Logs[0].Index != 3 || last.Logs[0].TxHash != create.Hash() {
		t.Errorf("last %+v", last)
	}
	key, err := crypto.ToECDSA(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	if want := crypto.CreateAddress(crypto.PubkeyToAddress(key.PublicKey), 4); last.ContractAddress != want {
		t.Errorf("created %s, want %s", last.ContractAddress, want)
	}
	for _, r := range got {
		if r.BlockHash != common.Hash(header.EncodedHash()) || r.BlockNumber.Uint64() != 12 ||
			r.Logs[0].BlockTimestamp != 77 ||
			!r.Bloom.Test(r.Logs[0].Address[:]) {
			t.Errorf("block of %+v", r)
		}
	}
}

func TestReceipts_refuseMalformedEvents(t *testing.T) {
	header := block.NewGenesisBlock(oasis.Namespace{0x80}, 0).Header
	for name, e := range map[string]*types.Event{
		"gas":     sdkEvent("core", core.GasUsedEventCode, "much"),
		"log":     sdkEvent("evm", events.CodeLog, 7),
		"address": sdkEvent("evm", events.CodeLog, []evm.Event{{Address: make([]byte, 19)}}),
		"topic": sdkEvent("evm", events.CodeLog, []evm.Event{{Address: make([]byte, 20),
			Topics: [][]byte{make([]byte, 31)}}}),
		"topics": sdkEvent("evm", events.CodeLog, []evm.Event{{Address: make([]byte, 20), Topics: make([][]byte, 5)}}),
	} {
		if r, err := receipts(&header, []*chain.Transaction{{Events: []*types.Event{e}}}, new(big.Int)); err == nil {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestRevert(t *testing.T) {
	data := []byte{1, 2, 3, 4, 5}
	err := fmt.Errorf("querying evm.SimulateCall: %w",
		oasiserrors.FromCode("evm", events.CodeReverted, "reverted: "+base64.StdEncoding.EncodeToString(data)))
	var revertErr *RevertError
	if !errors.As(revert(err), &revertErr) || !bytes.Equal(revertErr.RevertData(), data) ||
		revertErr.ErrorData() != "0x0102030405" || revertErr.ErrorCode() != 3 {
		t.Errorf("got %+v", revertErr)
	}
	empty := oasiserrors.FromCode("evm", events.CodeReverted, "reverted: ")
	if !errors.As(revert(empty), &revertErr) || len(revertErr.Data) != 0 {
		t.Errorf("an empty revert: %v", revert(empty))
	}
	for _, other := range []error{
		errors.New("reverted: AQID"),
		oasiserrors.FromCode("evm", 2, "reverted: AQID"),
		oasiserrors.FromCode("core", events.CodeReverted, "reverted: AQID"),
		oasiserrors.FromCode("evm", events.CodeReverted, "reverted: not base64!"),
	} {
		if got := revert(other); !errors.Is(got, other) {
			t.Errorf("%v became %v", other, got)
		}
	}
	solidity := &RevertError{Data: common.FromHex(
		"08c379a00000000000000000000000000000000000000000000000000000000000000020000000000000000000000000000000000000000000000000000000000000000568656c6c6f000000000000000000000000000000000000000000000000000000")}
	if solidity.Error() != "execution reverted: hello" {
		t.Errorf("got %q", solidity.Error())
	}
}

func TestMatches(t *testing.T) {
	a, b := common.Address{1}, common.Address{2}
	x, y := common.Hash{1}, common.Hash{2}
	log := &ethtypes.Log{Address: a, Topics: []common.Hash{x, y}}
	for i, c := range []struct {
		q    ethereum.FilterQuery
		want bool
	}{
		{ethereum.FilterQuery{}, true},
		{ethereum.FilterQuery{Addresses: []common.Address{b, a}}, true},
		{ethereum.FilterQuery{Addresses: []common.Address{b}}, false},
		{ethereum.FilterQuery{Topics: [][]common.Hash{{x}}}, true},
		{ethereum.FilterQuery{Topics: [][]common.Hash{nil, {x, y}}}, true},
		{ethereum.FilterQuery{Topics: [][]common.Hash{{y}}}, false},
		{ethereum.FilterQuery{Topics: [][]common.Hash{nil, nil, nil}}, false},
	} {
		if got := matches(log, c.q); got != c.want {
			t.Errorf("query %d: %v, want %v", i, got, c.want)
		}
	}
}

func TestRound(t *testing.T) {
	for _, number := range []*big.Int{nil, big.NewInt(-1), big.NewInt(-4)} {
		if r, err := round(number); err != nil || r != chain.RoundLatest {
			t.Errorf("%v: %d, %v", number, r, err)
		}
	}
	if r, err := round(new(big.Int)); err != nil || r != 0 {
		t.Errorf("0: %d, %v", r, err)
	}
	if _, err := round(new(big.Int).Lsh(big.NewInt(1), 64)); err == nil {
		t.Error("2^64 is a round")
	}
}

// TestIndex_nonceAfter counts what is on its way, without gaps.
func TestIndex_nonceAfter(t *testing.T) {
	x := newIndex(nil)
	me, other := common.Address{1}, common.Address{2}
	add := func(from common.Address, nonce uint64) {
		x.add(signed(t, &ethtypes.LegacyTx{Nonce: nonce, GasPrice: big.NewInt(int64(from[0]))}), nil, from)
	}
	for _, nonce := range []uint64{2, 5, 6, 8} {
		add(me, nonce)
	}
	add(other, 7)
	for account, want := range map[uint64]uint64{2: 3, 3: 3, 4: 4, 5: 7, 6: 7, 7: 7, 8: 9} {
		y := newIndex(nil)
		for h, s := range x.pending {
			y.pending[h] = s
		}
		if got := y.nonceAfter(me, account); got != want {
			t.Errorf("after %d: %d, want %d", account, got, want)
		}
	}
	if got := x.nonceAfter(me, 9); got != 9 || len(x.pending) != 1 {
		t.Errorf("after all: %d, and %d on their way", got, len(x.pending))
	}
}

// FuzzReceipts reads whatever a runtime may have written as events.
func FuzzReceipts(f *testing.F) {
	f.Add("core", uint32(core.GasUsedEventCode), cbor.Marshal([]core.GasUsedEvent{{Amount: 3}}))
	f.Add("evm", uint32(events.CodeLog), logEvent(1, 2).Value)
	header := block.NewGenesisBlock(oasis.Namespace{0x80}, 0).Header
	tx := signed(f, &ethtypes.LegacyTx{GasPrice: big.NewInt(1)})
	f.Fuzz(func(t *testing.T, module string, code uint32, value []byte) {
		got, err := receipts(&header, []*chain.Transaction{{Ethereum: tx,
			Events: []*types.Event{{Module: module, Code: code, Value: value}}}}, new(big.Int))
		if err != nil {
			return
		}
		for _, r := range got {
			if _, err := r.MarshalJSON(); err != nil {
				t.Errorf("a receipt does not encode: %v", err)
			}
		}
	})
}
