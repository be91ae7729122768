package evm_test

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"

	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"

	"github.com/assent-network/assent/runtime/modules/evm"
	"github.com/assent-network/assent/runtime/preinstalled"
)

// Anyone creates contracts at addresses that depend on salt and code alone.
func TestModule_create2Deployer(t *testing.T) {
	ch := newChain(t)
	ch.execute()
	for _, c := range preinstalled.Contracts() {
		want, err := c.Code()
		if err != nil {
			t.Fatal(err)
		}
		var code []byte
		if err := ch.query("evm.Code", &sdk.CodeQuery{Address: c.Address[:]}, &code); err != nil ||
			!bytes.Equal(code, want) {
			t.Errorf("%s: %d bytes of code, want %d (%v)", c.Name, len(code), len(want), err)
		}
	}

	deployer := preinstalled.Create2Deployer.Address
	for i, initCode := range [][]byte{returning(counter()),
		returning(program.New().Push(1).Push(0).Op(0x52).Return(0, 32).Bytes())} {
		for _, salt := range []common.Hash{{}, {31: 7}} {
			want := crypto.CreateAddress2(deployer, salt, crypto.Keccak256(initCode))
			got := ch.must(ch.wallet.call(t, &deployer, 0, append(salt.Bytes(), initCode...), plenty))
			if common.BytesToAddress(got) != want || len(got) != 20 {
				t.Errorf("contract %d: created at %x, want %s", i, got, want)
			}
			if result := ch.must(ch.wallet.call(t, &want, 0, word(5), plenty)); len(result) != 32 {
				t.Errorf("contract %d returned %x", i, result)
			}
			again, _ := ch.one(ch.wallet.call(t, &deployer, 0, append(salt.Bytes(), initCode...), plenty))
			wantFailure(t, again, evm.Name, 8, "reverted: ")
		}
	}
	ch.checkInvariants()
}

// multicall3ABI is the part of Multicall3's interface that is tested.
const multicall3ABI = `[
{"type":"function","name":"aggregate3","stateMutability":"payable",
 "inputs":[{"name":"calls","type":"tuple[]","components":[{"name":"target","type":"address"},{"name":"allowFailure","type":"bool"},{"name":"callData","type":"bytes"}]}],
 "outputs":[{"name":"returnData","type":"tuple[]","components":[{"name":"success","type":"bool"},{"name":"returnData","type":"bytes"}]}]},
{"type":"function","name":"getBlockNumber","stateMutability":"view","inputs":[],"outputs":[{"name":"n","type":"uint256"}]},
{"type":"function","name":"getEthBalance","stateMutability":"view","inputs":[{"name":"a","type":"address"}],"outputs":[{"name":"n","type":"uint256"}]},
{"type":"function","name":"getChainId","stateMutability":"view","inputs":[],"outputs":[{"name":"n","type":"uint256"}]}]`

type call3 struct {
	Target       common.Address
	AllowFailure bool
	CallData     []byte
}

type result3 struct {
	Success    bool
	ReturnData []byte
}

// Several reads are one call, and say the same as one by one.
func TestModule_multicall3(t *testing.T) {
	ch := newChain(t)
	contract, err := abi.JSON(strings.NewReader(multicall3ABI))
	if err != nil {
		t.Fatal(err)
	}
	pack := func(method string, args ...any) []byte {
		data, err := contract.Pack(method, args...)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	self := preinstalled.Multicall3.Address
	counting := ch.deploy(counter())
	ch.must(ch.wallet.call(t, &counting, 0, word(3), plenty))
	failing := ch.deploy([]byte{0xfe})
	data := pack("aggregate3", []call3{
		{Target: self, CallData: pack("getChainId")},
		{Target: self, CallData: pack("getEthBalance", common.Address{0xdd})},
		{Target: counting, CallData: word(4)},
		{Target: failing, AllowFailure: true},
	})
	check := func(how string, out []byte) {
		t.Helper()
		values, err := contract.Unpack("aggregate3", out)
		if err != nil {
			t.Fatalf("%s: %x: %v", how, out, err)
		}
		results := *abi.ConvertType(values[0], new([]result3)).(*[]result3)
		want := []result3{{true, common.BigToHash(big.NewInt(chainID)).Bytes()}, {true, word(0)}, {true, word(7)},
			{false, nil}}
		for i := range want {
			if len(results) != len(want) || results[i].Success != want[i].Success ||
				!bytes.Equal(results[i].ReturnData, want[i].ReturnData) {
				t.Fatalf("%s: got %+v", how, results)
			}
		}
	}
	var out []byte
	if err := ch.query("evm.SimulateCall", &sdk.SimulateCallQuery{GasLimit: plenty, Caller: ch.wallet.addr[:],
		Address: self[:], Data: data}, &out); err != nil {
		t.Fatal(err)
	}
	check("query", out)
	check("transaction", ch.must(ch.wallet.call(t, &self, 0, data, plenty)))

	// Without leave to fail, one failure reverts all.
	strict := pack("aggregate3", []call3{{Target: counting, CallData: word(1)}, {Target: failing}})
	result, _ := ch.one(ch.wallet.call(t, &self, 0, strict, plenty))
	if result.IsSuccess() || !strings.HasPrefix(result.Failed.Message, "reverted: ") {
		t.Errorf("got %+v", result)
	}
	ch.checkInvariants()
}
