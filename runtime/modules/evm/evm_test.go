package evm_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	gethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	sdkAccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdkCore "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
	"github.com/assent-network/assent/runtime/modules/evm"
)

func returning(code []byte) []byte { return program.New().ReturnViaCodeCopy(code).Bytes() }

func word(n byte) []byte { return append(make([]byte, 31), n) }

// counter adds its calldata word to slot 0, logs the sum with one topic, and returns it.
func counter() []byte {
	return program.New().Push(0).Op(vm.CALLDATALOAD).Push(0).Op(vm.SLOAD, vm.ADD).
		Op(vm.DUP1).Push(0).Op(vm.SSTORE).Push(0).Op(vm.MSTORE).
		Push(0xbeef).Push(32).Push(0).Op(vm.LOG1).Return(0, 32).Bytes()
}

// A contract is created and called by all the ways there are, and queries see what came of it.
func TestModule_createCallQuery(t *testing.T) {
	ch := newChain(t)
	dave := common.BytesToAddress(ethAddress(t, sdkTesting.Dave))

	// By the SDK's own transactions.
	created := ch.must(sdkTx(t, sdkTesting.Dave, 0, "evm.Create",
		&sdk.Create{Value: []byte{}, InitCode: returning(counter())}, plenty))
	contract := common.BytesToAddress(created)
	if want := crypto.CreateAddress(dave, 0); contract != want {
		t.Fatalf("created %s, want %s", contract, want)
	}
	if got := ch.must(sdkTx(t, sdkTesting.Dave, 1, "evm.Call",
		&sdk.Call{Address: created, Value: []byte{}, Data: word(5)}, plenty)); !bytes.Equal(got, word(5)) {
		t.Fatalf("returned %x", got)
	}

	// By Ethereum transactions of each type.
	price := big.NewInt(minGasPrice)
	for i, data := range []gethtypes.TxData{
		&gethtypes.LegacyTx{Nonce: 0, GasPrice: price, Gas: plenty, To: &contract, Data: word(1)},
		&gethtypes.AccessListTx{ChainID: big.NewInt(chainID), Nonce: 1, GasPrice: price, Gas: plenty, To: &contract,
			Data: word(1), AccessList: gethtypes.AccessList{{Address: contract}}},
		&gethtypes.DynamicFeeTx{ChainID: big.NewInt(chainID), Nonce: 2, GasFeeCap: big.NewInt(9),
			GasTipCap: big.NewInt(1), Gas: plenty, To: &contract, Data: word(1)},
	} {
		if got := ch.must(ch.wallet.sign(t, data)); !bytes.Equal(got, word(byte(6+i))) {
			t.Fatalf("type %d returned %x", i, got)
		}
	}

	var storage, code, result []byte
	if err := ch.query("evm.Storage", &sdk.StorageQuery{Address: created, Index: word(0)}, &storage); err != nil ||
		!bytes.Equal(storage, word(8)) {
		t.Errorf("storage %x, %v", storage, err)
	}
	if err := ch.query("evm.Storage", &sdk.StorageQuery{Address: created, Index: word(1)}, &storage); err != nil ||
		!bytes.Equal(storage, word(0)) {
		t.Errorf("empty slot %x, %v", storage, err)
	}
	if err := ch.query("evm.Code", &sdk.CodeQuery{Address: created}, &code); err != nil ||
		!bytes.Equal(code, counter()) {
		t.Errorf("code %x, %v", code, err)
	}
	if err := ch.query("evm.Code", &sdk.CodeQuery{Address: dave[:]}, &code); err != nil || code == nil ||
		len(code) != 0 {
		t.Errorf("no code: %x, %v", code, err)
	}
	var balance types.Quantity
	if err := ch.query("evm.Balance", &sdk.BalanceQuery{Address: dave[:]}, &balance); err != nil ||
		balance.ToBigInt().Uint64() != ch.balance(sdkTesting.Dave.Address) {
		t.Errorf("balance %s, %v", balance, err)
	}
	simulate := &sdk.SimulateCallQuery{GasPrice: word(1), GasLimit: plenty, Caller: dave[:], Address: created,
		Value: word(0), Data: word(100)}
	if err := ch.query("evm.SimulateCall", simulate, &result); err != nil || !bytes.Equal(result, word(108)) {
		t.Errorf("simulated %x, %v", result, err)
	}
	simulate.Address, simulate.Data = nil, returning(counter())
	if err := ch.query("evm.SimulateCall", simulate, &result); err != nil ||
		common.BytesToAddress(result) != crypto.CreateAddress(dave, 2) {
		t.Errorf("simulated creation %x, %v", result, err)
	}
	var params sdk.Parameters
	if err := ch.query("evm.Parameters", nil, &params); err != nil {
		t.Errorf("parameters: %v", err)
	}
	ch.checkInvariants()
}

func ethAddress(t testing.TB, key sdkTesting.TestKey) []byte {
	t.Helper()
	addr := modules.EthAddress(key.SigSpec.Secp256k1Eth)
	return addr[:]
}

// The tags of a transaction are, to the byte, those of the SDK.
func TestModule_events(t *testing.T) {
	ch := newChain(t)
	contract := ch.deploy(counter())
	_, result := ch.one(ch.wallet.call(t, &contract, 7, word(1), plenty))

	tags := map[string][]byte{}
	for _, tag := range result.Tags {
		tags[string(tag.Key)] = tag.Value
	}
	if len(tags) != 3 {
		t.Fatalf("tags %v", tags)
	}
	// An array of one map with address, data, topics: h'..' are byte strings.
	want := append([]byte{0x81, 0xa3}, cborText("data")...)
	want = append(append(want, 0x58, 0x20), word(1)...)
	want = append(append(want, cborText("topics")...), 0x81, 0x58, 0x20)
	want = append(want, append(make([]byte, 30), 0xbe, 0xef)...)
	want = append(append(append(want, cborText("address")...), 0x54), contract[:]...)
	if got := tags["evm\x00\x00\x00\x01"]; !bytes.Equal(got, want) {
		t.Errorf("log tag %x, want %x", got, want)
	}
	decoded, err := sdk.DecodeEvent(&types.Event{Module: evm.Name, Code: evm.LogEventCode,
		Value: tags["evm\x00\x00\x00\x01"]})
	if err != nil || len(decoded) != 1 || !bytes.Equal(decoded[0].(*sdk.Event).Address, contract[:]) {
		t.Errorf("decoded %v, %v", decoded, err)
	}

	var transfers []sdkAccounts.TransferEvent
	if err := cbor.Unmarshal(tags["accounts\x00\x00\x00\x01"], &transfers); err != nil || len(transfers) != 2 {
		t.Fatalf("transfers %v, %v", transfers, err)
	}
	if e := transfers[0]; e.From != ch.wallet.account() || e.To != types.NewAddressFromEth(contract[:]) ||
		!e.Amount.Amount.IsZero() && e.Amount.Amount.ToBigInt().Int64() != 7 {
		t.Errorf("value transfer %+v", e)
	}
	var gas []sdkCore.GasUsedEvent
	if err := cbor.Unmarshal(tags["core\x00\x00\x00\x01"], &gas); err != nil || len(gas) != 1 {
		t.Fatalf("gas %v, %v", gas, err)
	}
	if e := transfers[1]; e.To != accounts.FeeAccumulator ||
		e.Amount.Amount.ToBigInt().Uint64() != gas[0].Amount*minGasPrice {
		t.Errorf("fee transfer %+v for %d gas", e, gas[0].Amount)
	}

	// A log without data or topics encodes empty, not null.
	bare := ch.deploy(program.New().Push(0).Push(0).Op(vm.LOG0).Bytes())
	_, result = ch.one(ch.wallet.call(t, &bare, 0, nil, plenty))
	for _, tag := range result.Tags {
		if bytes.HasPrefix(tag.Key, []byte("evm")) && !bytes.Contains(tag.Value, append(cborText("topics"), 0x80)) {
			t.Errorf("bare log %x", tag.Value)
		}
	}
}

func cborText(s string) []byte { return append([]byte{0x60 | byte(len(s))}, s...) }

// Fees: what the gas used costs goes to the accumulator, the rest comes back, whether the transaction succeeds or not.
func TestModule_fees(t *testing.T) {
	ch := newChain(t)
	ok := ch.deploy([]byte{byte(vm.STOP)})
	reverts := ch.deploy(program.New().Push(0).Push(0).Op(vm.REVERT).Bytes())
	burns := ch.deploy([]byte{byte(vm.INVALID)})
	for _, tc := range []struct {
		name     string
		to       common.Address
		gas      uint64
		wantUsed uint64
	}{
		{"transfer", common.Address{1}, plenty, 21_000},
		{"transfer with just enough", common.Address{1}, 21_000, 21_000},
		{"stop", ok, plenty, 21_000},
		{"revert", reverts, plenty, 21_006},
		{"invalid", burns, 100_000, 100_000},
	} {
		before := ch.balance(ch.wallet.account())
		_, result := ch.one(ch.wallet.call(t, &tc.to, 0, nil, tc.gas))
		if paid := before - ch.balance(ch.wallet.account()); paid != tc.wantUsed*minGasPrice {
			t.Errorf("%s: paid for %d gas, want %d", tc.name, paid/minGasPrice, tc.wantUsed)
		}
		var used []sdkCore.GasUsedEvent
		for _, tag := range result.Tags {
			if bytes.HasPrefix(tag.Key, []byte("core")) {
				if err := cbor.Unmarshal(tag.Value, &used); err != nil {
					t.Fatal(err)
				}
			}
		}
		if len(used) != 1 || used[0].Amount != tc.wantUsed {
			t.Errorf("%s: event says %v gas, want %d", tc.name, used, tc.wantUsed)
		}
		if got := ch.balance(accounts.FeeAccumulator); got != tc.wantUsed*minGasPrice {
			t.Errorf("%s: accumulator has %d, want %d", tc.name, got, tc.wantUsed*minGasPrice)
		}
	}
	ch.checkInvariants()
}

// Failures carry the SDK's module, code and words, and leave nothing but the nonce and the fee.
func TestModule_failures(t *testing.T) {
	ch := newChain(t)
	long := bytes.Repeat([]byte{7}, 2000)
	revert := func(data []byte) func(*program.Program) {
		return func(p *program.Program) { p.Mstore(data, 0).Push(len(data)).Push(0).Op(vm.REVERT) }
	}
	ops := func(code ...byte) func(*program.Program) { return func(p *program.Program) { p.Append(code) } }
	for _, tc := range []struct {
		name     string
		end      func(*program.Program)
		value    int64
		wantCode uint32
		message  string
	}{
		{"revert with data", revert([]byte("why")), 0, 8, "reverted: d2h5"},
		{"revert with nothing", revert(nil), 0, 8, "reverted: "},
		{"revert with much", revert(long), 0, 8, "reverted: " + base64.StdEncoding.EncodeToString(long[:1024])},
		{"out of gas", func(p *program.Program) { _, loop := p.Jumpdest(); p.Jump(loop) }, 0, 2,
			"execution failed: out of gas"},
		{"invalid", ops(byte(vm.INVALID)), 0, 2, "execution failed: designated invalid"},
		{"undefined opcode", ops(0x0c), 0, 2, "execution failed: invalid code"},
		{"bad jump", ops(byte(vm.PUSH0), byte(vm.JUMP)), 0, 2, "execution failed: invalid jump"},
		{"stack underflow", ops(byte(vm.POP)), 0, 2, "execution failed: stack underflow"},
		{"stack overflow", func(p *program.Program) { _, loop := p.Jumpdest(); p.Push(0).Jump(loop) }, 0, 2,
			"execution failed: stack overflow"},
		{"return data", func(p *program.Program) { p.Push(1).Push(0).Push(0).Op(vm.RETURNDATACOPY) }, 0, 2,
			"execution failed: out of offset"},
		{"precompiled contract", func(p *program.Program) {
			p.Call(nil, common.Address{19: 9}, 0, 0, 1, 0, 0).Op(
				vm.INVALID)
		}, 0, 2, "execution failed: designated invalid"},
	} {
		code := program.New().Sstore(5, 5).Push(0).Push(0).Op(vm.LOG0)
		tc.end(code)
		contract := ch.deploy(code.Bytes())
		result, tx := ch.one(ch.wallet.call(t, &contract, tc.value, nil, 200_000))
		t.Run(tc.name, func(t *testing.T) { wantFailure(t, result, evm.Name, tc.wantCode, tc.message) })
		for _, tag := range tx.Tags {
			if bytes.HasPrefix(tag.Key, []byte("evm")) {
				t.Errorf("%s: the log stayed", tc.name)
			}
		}
		for _, entry := range ch.log {
			if bytes.HasPrefix(entry.Key, []byte("evm\x02")) {
				t.Errorf("%s: the write stayed", tc.name)
			}
		}
	}
	// Creations fail alike, and so do queries, which quote all of the data.
	result, _ := ch.one(ch.wallet.call(t, nil, 0, program.New().ReturnData(make([]byte, 24_577)).Bytes(), 10_000_000))
	wantFailure(t, result, evm.Name, 2, "execution failed: create contract limit")
	result, _ = ch.one(ch.wallet.call(t, nil, 0, program.New().ReturnData([]byte{0xef}).Bytes(), 10_000_000))
	wantFailure(t, result, evm.Name, 2, "execution failed: invalid code")
	p := program.New()
	revert(long)(p)
	contract := ch.deploy(p.Bytes())
	var data []byte
	err := ch.query("evm.SimulateCall", &sdk.SimulateCallQuery{GasLimit: plenty, Caller: ch.wallet.addr[:],
		Address: contract[:]}, &data)
	wantError(t, err, evm.ErrReverted)
	if err.Error() != "reverted: "+base64.StdEncoding.EncodeToString(long) {
		t.Errorf("query failed with %.80q", err)
	}
	ch.checkInvariants()
}

// What a call returns is bounded in the chain, and whole in queries.
func TestModule_resultSize(t *testing.T) {
	ch := newChain(t)
	long := bytes.Repeat([]byte{7}, 2000)
	contract := ch.deploy(program.New().ReturnData(long).Bytes())
	if got := ch.must(ch.wallet.call(t, &contract, 0, nil, plenty)); !bytes.Equal(got, long[:1024]) {
		t.Errorf("call returned %d bytes", len(got))
	}
	var got []byte
	if err := ch.query("evm.SimulateCall", &sdk.SimulateCallQuery{GasLimit: plenty, Caller: ch.wallet.addr[:],
		Address: contract[:]}, &got); err != nil || !bytes.Equal(got, long) {
		t.Errorf("query returned %d bytes, %v", len(got), err)
	}
}

// What can only fail is refused before it costs anything.
func TestModule_check(t *testing.T) {
	ch := newChain(t)
	to := common.Address{1}
	call := &sdk.Call{Address: to[:], Value: []byte{}, Data: []byte{1}}
	intrinsic := evm.ErrGasLimitTooLow
	for _, tc := range []struct {
		name    string
		tx      []byte
		want    *modules.Error
		message string
	}{
		{name: "good", tx: ch.wallet.call(t, &to, 0, nil, 21_000)},
		{"too little gas", ch.wallet.call(t, &to, 0, []byte{0, 1}, 21_019), intrinsic,
			"gas limit too low: 21020 required"},
		{"too little gas to create", ch.wallet.call(t, nil, 0, nil, 52_999), intrinsic,
			"gas limit too low: 53000 required"},
		{"init code too long", ch.wallet.call(t, nil, 0, make([]byte, 49_153), 10_000_000), evm.ErrExecutionFailed,
			"execution failed: create contract limit"},
		{"ed25519 key", sdkTx(t, sdkTesting.Alice, 0, "evm.Call", call, plenty), evm.ErrInvalidSignerType,
			"invalid signer type"},
		{"short address", sdkTx(t, sdkTesting.Dave, 0, "evm.Call",
			&sdk.Call{Address: to[:19], Value: []byte{}, Data: []byte{}}, plenty), modules.ErrInvalidArgument,
			"invalid argument: address has 19 bytes, want 20"},
		{"long value", sdkTx(t, sdkTesting.Dave, 0, "evm.Call",
			&sdk.Call{Address: to[:], Value: make([]byte, 33), Data: []byte{}}, plenty), modules.ErrInvalidArgument,
			"invalid argument: value has 33 bytes, more than 32"},
		{"long value to create", sdkTx(t, sdkTesting.Dave, 0, "evm.Create",
			&sdk.Create{Value: make([]byte, 33), InitCode: []byte{}}, plenty), modules.ErrInvalidArgument,
			"invalid argument: value has 33 bytes, more than 32"},
	} {
		err := ch.check(tc.tx)
		if tc.want == nil {
			if err != nil {
				t.Errorf("%s: %v", tc.name, err)
			}
			continue
		}
		if err == nil || !err.Is(tc.want) || err.Message != tc.message {
			t.Errorf("%s: got %v, want %s", tc.name, err, tc.message)
		}
	}
	// A block that has such a transaction anyway is not voted for.
	late := newChain(t)
	wantError(t, late.refused(late.wallet.call(t, &to, 0, []byte{1}, 21_001)), intrinsic)
}

// Whatever a sender can make longer has a price for each byte, in the pool's check as in a block.
func TestModule_everyByteIsPaid(t *testing.T) {
	ch := newChain(t)
	ch.execute()
	to := common.Address{1}
	keys := make([]common.Hash, 100)
	dynamic := func(list gethtypes.AccessList, data []byte, gas uint64) []byte {
		raw := ch.wallet.sign(t, &gethtypes.DynamicFeeTx{
			ChainID: big.NewInt(chainID), Nonce: ch.wallet.nonce, GasFeeCap: big.NewInt(minGasPrice), Gas: gas, To: &to,
			AccessList: list, Data: data,
		})
		ch.wallet.nonce--
		return raw
	}
	const lengths = 16 // bytes that say how long something is
	bare := len(dynamic(nil, nil, plenty)) + lengths
	if bare > 300 {
		t.Errorf("a transfer has %d bytes, too many for the 21,000", bare)
	}
	const least = 4 // for a byte of zero
	for name, tc := range map[string]struct {
		list gethtypes.AccessList
		data []byte
	}{
		"data":     {data: make([]byte, 3_000)},
		"slots":    {list: gethtypes.AccessList{{Address: to, StorageKeys: keys}}},
		"accounts": {list: make(gethtypes.AccessList, 100)},
		"both":     {list: gethtypes.AccessList{{Address: to, StorageKeys: keys}, {}, {}}},
		"the same slot": {list: gethtypes.AccessList{{Address: to, StorageKeys: keys[:50]},
			{Address: to, StorageKeys: keys[50:]}}},
	} {
		raw := dynamic(tc.list, tc.data, plenty)
		extra := uint64(max(len(raw)-bare, 0))
		want := 21_000 + uint64(len(tc.data))*4 + uint64(len(tc.list))*2_400 + uint64(tc.list.StorageKeys())*1_900
		if want < 21_000+least*extra {
			t.Errorf("%s: %d bytes more cost %d gas", name, extra, want-21_000)
		}
		if err := ch.check(dynamic(tc.list, tc.data, want-1)); err == nil || !err.Is(evm.ErrGasLimitTooLow) {
			t.Errorf("%s: the pool's check of a limit of %d says %v", name, want-1, err)
		}
		wantError(t, ch.refused(dynamic(tc.list, tc.data, want-1)), evm.ErrGasLimitTooLow)
		before := ch.balance(ch.wallet.account())
		if result, _ := ch.one(raw); !result.IsSuccess() {
			t.Fatalf("%s: %+v", name, result.Failed)
		}
		ch.wallet.nonce++
		if used := (before - ch.balance(ch.wallet.account())) / minGasPrice; used != want {
			t.Errorf("%s: %d gas, want %d", name, used, want)
		}
	}
	// The SDK's own form is the SDK's, and pays for all of its bytes.
	call := &evm.Call{Address: to[:], Value: []byte{}, Data: []byte{}, AccessList: []evm.AccessTuple{{Address: to}}}
	if err := ch.check(sdkTx(t, sdkTesting.Dave, 0, "evm.Call", call, plenty)); err == nil ||
		!err.Is(modules.ErrInvalidArgument) {
		t.Errorf("an access list in the SDK's form: %v", err)
	}
}

// What an access list names is warm, as EIP-2930 says.
func TestModule_accessListWarms(t *testing.T) {
	ch := newChain(t)
	reader := ch.deploy(program.New().Push(7).Op(vm.SLOAD, vm.POP).Bytes())
	used := func(list gethtypes.AccessList) uint64 {
		before := ch.balance(ch.wallet.account())
		ch.must(ch.wallet.sign(t, &gethtypes.AccessListTx{
			ChainID: big.NewInt(chainID), Nonce: ch.wallet.nonce, GasPrice: big.NewInt(minGasPrice), Gas: plenty,
			To: &reader, AccessList: list,
		}))
		return (before - ch.balance(ch.wallet.account())) / minGasPrice
	}
	without, with := used(nil), used(gethtypes.AccessList{{Address: reader,
		StorageKeys: []common.Hash{common.BigToHash(big.NewInt(7))}}})
	if want := without + 2_400 + 1_900 - 2_000; with != want {
		t.Errorf("%d gas with the list, %d without, want %d", with, without, want)
	}
}

// A proposer cannot take a transaction's gas, and with it its fee, by putting it where less is left than it names: no
// other node votes for such a block.
func TestModule_gasIsWhatTheTransactionNames(t *testing.T) {
	ch := newChain(t)
	p := program.New()
	_, top := p.Jumpdest()
	loop := ch.deploy(p.Push(top).Op(vm.JUMP).Bytes())
	q := program.New()
	for i := range 20 {
		q.Sstore(i, 1)
	}
	writer := ch.deploy(q.Bytes()) // uses about 470,000
	const limit = 5_000_000
	w := newWallet(t, "sender")
	ch.one(ch.wallet.call(t, &w.addr, 100_000_000, nil, 21_000))
	tx := w.call(t, &writer, 0, nil, limit)
	if built := ch.schedule(ch.wallet.call(t, &loop, 0, nil, 200_000_000-limit+1), tx); len(built.Txs) != 1 {
		t.Errorf("a scheduler takes %d transactions, want 1", len(built.Txs))
	}
	ch.wallet.nonce--
	wantError(t, ch.refused(ch.wallet.call(t, &loop, 0, nil, 200_000_000-limit+1), tx), modules.ErrBatchOutOfGas)
	ch.wallet.nonce--

	// Where all of it is left the transaction gets all of it, and pays for what it uses.
	before := ch.balance(w.account())
	results := ch.execute(ch.wallet.call(t, &loop, 0, nil, 200_000_000-limit), tx)
	if result := outcome(t, &results[1]); !result.IsSuccess() {
		t.Fatalf("failed: %+v", result.Failed)
	}
	if paid := (before - ch.balance(w.account())) / minGasPrice; paid > limit/8 {
		t.Errorf("paid for %d gas", paid)
	}
}

// What Sapphire's clients send in the place of a call never gets into a block.
func TestModule_sapphireEnvelope(t *testing.T) {
	ch := newChain(t)
	envelope := cbor.Marshal(map[string]any{"format": 1,
		"body": map[string]any{"pk": make([]byte, 32), "nonce": make([]byte, 15), "data": make([]byte, 36)}})
	to := common.Address{1}
	tx := ch.wallet.call(t, &to, 0, envelope, plenty)
	err := ch.check(tx)
	if err == nil || !err.Is(evm.ErrReverted) {
		t.Fatalf("the pool's check says %v", err)
	}
	_, data, _ := strings.Cut(err.Message, ": ")
	raw, decodeErr := base64.StdEncoding.DecodeString(data)
	if reason, unpackErr := abi.UnpackRevert(raw); decodeErr != nil || unpackErr != nil ||
		!strings.Contains(reason, "no confidential state") {
		t.Errorf("the reason is %q (%v, %v)", reason, decodeErr, unpackErr)
	}
	wantError(t, ch.refused(tx), evm.ErrReverted)
	query := &sdk.SimulateCallQuery{GasLimit: plenty, Caller: ch.wallet.addr[:], Address: to[:], Data: envelope}
	wantError(t, ch.query("evm.SimulateCall", query, new([]byte)), evm.ErrReverted)
}

// Encrypted calls are refused with the SDK's error.
func TestModule_encryptedCall(t *testing.T) {
	ch := newChain(t)
	tx := types.NewTransaction(&types.Fee{Amount: native(plenty * minGasPrice), Gas: plenty}, "",
		&types.CallEnvelopeX25519DeoxysII{})
	tx.Call.Format = types.CallFormatEncryptedX25519DeoxysII
	tx.AppendAuthSignature(sdkTesting.Dave.SigSpec, 0)
	ts := tx.PrepareForSigning()
	if err := ts.AppendSign(testContext, sdkTesting.Dave.Signer); err != nil {
		t.Fatal(err)
	}
	if err := ch.check(cbor.Marshal(ts.UnverifiedTransaction())); err == nil || !err.Is(modules.ErrInvalidCallFormat) {
		t.Fatalf("got %v", err)
	}
}

// Contracts see the round that the block gets, the time of the round before, and the hashes of the rounds before that.
func TestModule_block(t *testing.T) {
	ch := newChain(t)
	p := program.New()
	for i, op := range []vm.OpCode{vm.NUMBER, vm.TIMESTAMP, vm.COINBASE, vm.GASLIMIT, vm.CHAINID, vm.BASEFEE,
		vm.PREVRANDAO, vm.BLOBBASEFEE, vm.GASPRICE, vm.CALLER} {
		p.Op(op).Push(32 * i).Op(vm.MSTORE)
	}
	for i := range 3 {
		p.Push(i).Op(vm.NUMBER, vm.SUB, vm.BLOCKHASH).Push(320 + 32*i).Op(vm.MSTORE)
	}
	contract := ch.deploy(p.Return(0, 32*13).Bytes())
	header := ch.header
	got := ch.must(ch.wallet.sign(t, &gethtypes.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: ch.wallet.nonce, GasFeeCap: big.NewInt(100), GasTipCap: big.NewInt(2),
		Gas: plenty, To: &contract,
	}))
	words := func(result []byte) (out []common.Hash) {
		for ; len(result) > 0; result = result[32:] {
			out = append(out, common.Hash(result[:32]))
		}
		return out
	}
	number := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	want := []common.Hash{
		number(header.Round + 1), number(uint64(header.Timestamp)), {}, number(200_000_000), number(chainID),
		number(minGasPrice), {}, number(1), number(minGasPrice + 2),
		common.BytesToHash(ch.wallet.addr[:]), {}, common.Hash(header.EncodedHash()), common.Hash(header.PreviousHash),
	}
	if !reflect.DeepEqual(words(got), want) {
		t.Errorf("transaction sees %v, want %v", words(got), want)
	}

	// A query is about a finished round and sees that round's number.
	if err := ch.query("evm.SimulateCall", &sdk.SimulateCallQuery{GasLimit: plenty, Caller: ch.wallet.addr[:],
		Address: contract[:]}, &got); err != nil {
		t.Fatal(err)
	}
	want[0], want[1], want[8] = number(ch.header.Round), number(uint64(ch.header.Timestamp)), common.Hash{}
	if !reflect.DeepEqual(words(got), want) {
		t.Errorf("query sees %v, want %v", words(got), want)
	}
}

// Estimates are exact, for both kinds of transactions.
func TestModule_estimateGas(t *testing.T) {
	ch := newChain(t)
	contract := ch.deploy(program.New().Call(nil, common.Address{1}, 0, 0, 0, 0, 0).Sstore(1, 1).Sstore(1, 0).Bytes())
	body := cbor.Marshal(&sdk.Call{Address: contract[:], Value: []byte{}, Data: []byte{}})
	caller := [20]byte(ch.wallet.addr)
	var gas uint64
	query := &sdkCore.EstimateGasQuery{
		Caller: &types.CallerAddress{EthAddress: &caller},
		Tx: &types.Transaction{Versioned: cbor.NewVersioned(1),
			Call: types.Call{Method: "evm.Call", Body: body}},
		PropagateFailures: true,
	}
	if err := ch.query("core.EstimateGas", query, &gas); err != nil {
		t.Fatal(err)
	}
	ch.must(ch.wallet.call(t, &contract, 0, nil, gas))
	if result, _ := ch.one(ch.wallet.call(t, &contract, 0, nil, gas-1)); result.IsSuccess() {
		t.Errorf("%d gas is too much", gas)
	}
	query.Caller = nil
	query.Tx.AppendAuthSignature(sdkTesting.Dave.SigSpec, 0)
	var signed uint64
	if err := ch.query("core.EstimateGas", query, &signed); err != nil || signed <= gas {
		t.Fatalf("SDK transaction: %d, %v", signed, err)
	}
	ch.must(sdkTx(t, sdkTesting.Dave, 0, "evm.Call", cbor.RawMessage(body), signed+10)) // The fee's own size may grow.
}

// The same blocks on the same state write the same things and give the same outputs, whichever replica computes them.
func TestModule_deterministic(t *testing.T) {
	run := func() (logs []any, outputs [][]byte) {
		ch := newChain(t)
		contract := ch.deploy(counter())
		factory := ch.deploy(program.New().Create2(returning(counter()), 1).Bytes())
		var txs [][]byte
		for i := range 50 {
			to := contract
			if i%10 == 9 {
				to = factory
			}
			txs = append(txs, ch.wallet.call(t, &to, int64(i), word(byte(i)), 500_000))
		}
		for _, result := range ch.execute(txs...) {
			outputs = append(outputs, result.Output)
			for _, tag := range result.Tags {
				outputs = append(outputs, tag.Key, tag.Value)
			}
		}
		for _, entry := range ch.log {
			logs = append(logs, entry)
		}
		return append(logs, ch.header.StateRoot), outputs
	}
	logs, outputs := run()
	for range 3 {
		if l, o := run(); !reflect.DeepEqual(l, logs) || !reflect.DeepEqual(o, outputs) {
			t.Fatal("two runs differ")
		}
	}
}

// Value that a contract burns leaves the total supply, with the event of the accounts module.
func TestModule_burn(t *testing.T) {
	ch := newChain(t)
	_, tx := ch.one(ch.wallet.call(t, nil, 1000, program.New().Op(vm.ADDRESS, vm.SELFDESTRUCT).Bytes(), plenty))
	var burns []sdkAccounts.BurnEvent
	for _, tag := range tx.Tags {
		if string(tag.Key) == "accounts\x00\x00\x00\x02" {
			if err := cbor.Unmarshal(tag.Value, &burns); err != nil {
				t.Fatal(err)
			}
		}
	}
	contract := crypto.CreateAddress(ch.wallet.addr, 0)
	if len(burns) != 1 || burns[0].Owner != types.NewAddressFromEth(contract[:]) ||
		burns[0].Amount.Amount.ToBigInt().Int64() != 1000 {
		t.Errorf("burns %+v", burns)
	}
	ch.checkInvariants()
}

// As on Ethereum, a transaction needs the value and its gas at the highest price that it names, though it pays less:
// neither pool nor block takes one without.
func TestModule_funds(t *testing.T) {
	ch := newChain(t)
	const gas = 21_000
	to := common.Address{1}
	for _, tc := range []struct {
		name       string
		feeCap     int64
		value      int64
		sufficient bool
	}{
		{"all that there is", minGasPrice, firstBalance - gas*minGasPrice, true},
		{"value and fee", minGasPrice, firstBalance - gas*minGasPrice + 1, false},
		{"value alone", minGasPrice, firstBalance + 1, false},
		{"fee cap", firstBalance/gas + 1, 0, false},
		{"fee cap and value", firstBalance/gas - 1, gas + 1_000_000, false},
	} {
		w := *ch.wallet
		tx := w.sign(t, &gethtypes.DynamicFeeTx{
			ChainID: big.NewInt(chainID), GasFeeCap: big.NewInt(tc.feeCap), GasTipCap: new(big.Int), Gas: gas, To: &to,
			Value: big.NewInt(tc.value),
		})
		err := ch.check(tx)
		scheduled := len(ch.schedule(tx).Txs)
		if (err == nil) != tc.sufficient || (scheduled == 1) != tc.sufficient {
			t.Errorf("%s: check %v, %d scheduled", tc.name, err, scheduled)
		}
		if !tc.sufficient && !errors.Is(err, modules.ErrInsufficientFeeBalance) {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
	// What does not fit a number is no transaction.
	w := *ch.wallet
	cap256 := new(big.Int).Lsh(big.NewInt(1), 250)
	tx := w.sign(t, &gethtypes.DynamicFeeTx{
		ChainID: big.NewInt(chainID), GasFeeCap: cap256, GasTipCap: new(big.Int), Gas: gas, To: &to,
	})
	if err := ch.check(tx); !errors.Is(err, modules.ErrMalformedTransaction) {
		t.Errorf("gas * fee cap over 256 bits: %v", err)
	}
}

// A block whose events have many bytes takes no further transaction, however much gas it has left; the next block does.
func TestModule_eventBytes(t *testing.T) {
	ch := newChain(t)
	// It logs 256 KiB, 17 times: 4.25 MiB for some 38 million gas.
	p := program.New().Push(17)
	_, start := p.Jumpdest()
	p.Push(256<<10).Push(0).Op(vm.LOG0).Push(1).Op(vm.SWAP1, vm.SUB, vm.DUP1).Push(start).Op(vm.JUMPI)
	logging := ch.deploy(p.Bytes())
	var txs [][]byte
	for range 3 {
		txs = append(txs, ch.wallet.call(t, &logging, 0, nil, 50_000_000))
	}
	block := ch.schedule(txs...)
	if len(block.Txs) != 2 || len(block.Rejected) != 0 {
		t.Fatalf("%d transactions are in the block, %d rejected, want 2 and none", len(block.Txs), len(block.Rejected))
	}
	for i := range block.Txs {
		if result := outcome(t, &block.Txs[i]); !result.IsSuccess() {
			t.Errorf("transaction %d: %+v", i, result.Failed)
		}
	}
	if err := ch.refused(txs...); !errors.Is(err, modules.ErrBatchTooLarge) {
		t.Errorf("a block with all: got %v", err)
	}
	ch.execute(txs[:2]...)
	ch.execute(txs[2])
	ch.checkInvariants()
}

// What a transaction holds in the machine is bounded, and its failure says so.
func TestModule_holdsTooMuch(t *testing.T) {
	ch := newChain(t)
	p := program.New().Push(0)
	_, start := p.Jumpdest()
	p.Push(1).Op(vm.ADD, vm.DUP1, vm.DUP1, vm.TSTORE).Push(start).Op(vm.JUMP)
	hoarding := ch.deploy(p.Bytes())
	result, _ := ch.one(ch.wallet.call(t, &hoarding, 0, nil, 100_000_000))
	wantFailure(t, result, evm.Name, 2, "execution failed: out of memory")
	ch.checkInvariants()
}
