package evm

import (
	"context"
	"encoding/hex"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
)

// deployCode puts a contract into the tree.
func deployCode(t *testing.T, tree mkvs.KeyValueTree, address common.Address, code []byte) {
	t.Helper()
	ctx := context.Background()
	if err := putAlloc(ctx, tree, TreeAccounts(ctx, tree),
		types.GenesisAlloc{address: {Balance: new(big.Int), Code: code}}); err != nil {
		t.Fatal(err)
	}
}

// wantReason runs a message that must revert with a reason in words.
func wantReason(t *testing.T, engine *Engine, tree mkvs.KeyValueTree, msg Message, want string) *Result {
	t.Helper()
	msg.GasLimit = 1_000_000
	res, err := engine.Call(context.Background(), tree, Block{}, msg)
	if err != nil {
		t.Fatal(err)
	}
	var revert *RevertError
	if !errors.As(res.Err, &revert) {
		t.Fatalf("got %v with %x, want a revert", res.Err, res.Return)
	}
	if got, err := abi.UnpackRevert(revert.Data); err != nil || !strings.Contains(got, want) ||
		!strings.HasPrefix(got, "assent: ") {
		t.Fatalf("the reason is %q (%v), want %q in it", got, err, want)
	}
	return res
}

// Contracts that were written for Sapphire learn that its precompiled contracts are not here, called in whatever way,
// instead of going on with nothing.
func TestSapphirePrecompilesRevert(t *testing.T) {
	engine, tree := New(Config{ChainID: 1}), newTree()
	defer tree.Close()
	from := common.Address{0xaa}
	if err := TreeAccounts(context.Background(), tree).SetBalance(from, uint256.NewInt(1_000_000)); err != nil {
		t.Fatal(err)
	}
	for suffix, word := range map[string]string{
		"0001": "randomBytes", "0002": "deriveKey", "0003": "encrypt", "0004": "decrypt",
		"0005": "generateSigningKeyPair", "0006": "sign",
		"0007": "verify", "0008": "generateCurve25519KeyPair", "0009": "gasUsed", "000a": "padGas",
		"0101": "sha512_256", "0102": "sha512",
		"0103": "subcall", "0104": "sha384",
	} {
		to := common.HexToAddress("0x01" + strings.Repeat("0", 34) + suffix)
		for _, msg := range []Message{
			{From: from, To: &to}, {From: from, To: &to, Data: make([]byte, 64)},
			{From: from, To: &to, Value: uint256.NewInt(5)},
		} {
			res := wantReason(t, engine, tree, msg, "Sapphire's "+word+" is not available")
			if res.GasUsed > 30_000 {
				t.Errorf("%s used %d gas of a million", word, res.GasUsed)
			}
		}
		// From a contract: the call fails, and what it returns is the reason.
		for _, op := range []vm.OpCode{vm.CALL, vm.STATICCALL, vm.DELEGATECALL, vm.CALLCODE} {
			p := program.New().Push(0).Push(0).Push(0).Push(0)
			if op == vm.CALL || op == vm.CALLCODE {
				p.Push(0)
			}
			p.Push(to.Bytes()).Op(vm.GAS, op)
			p.Push(0).Op(vm.MSTORE).Op(vm.RETURNDATASIZE).Push(32).Op(vm.MSTORE).Return(0, 64)
			caller := common.Address{0xcc}
			deployCode(t, tree, caller, p.Bytes())
			res, err := engine.Call(context.Background(), tree, Block{},
				Message{From: from, To: &caller, GasLimit: 1_000_000})
			if err != nil || res.Err != nil {
				t.Fatalf("%s: %v, %v", op, err, res)
			}
			if ok, size := res.Return[31], res.Return[63]; ok != 0 || size < 100 {
				t.Errorf("%s of %s: success %d, %d bytes returned", op, word, ok, size)
			}
		}
	}
	// Their neighbours are ordinary addresses.
	for _, to := range []common.Address{{0: 1}, {0: 1, 19: 0x0b}, {0: 1, 18: 1, 19: 5}, {0: 1, 17: 1, 19: 1}} {
		if res, err := engine.Call(context.Background(), tree, Block{},
			Message{From: from, To: &to, GasLimit: 100_000}); err != nil || res.Err != nil {
			t.Errorf("a call of %s: %v, %v", to, err, res.Err)
		}
	}
}

// What Sapphire's clients send in the place of a call is refused with a reason, and runs nothing.
func TestSapphireEnvelopesRevert(t *testing.T) {
	engine, tree := New(Config{ChainID: 1}), newTree()
	defer tree.Close()
	contract := common.Address{0xcc}
	deployCode(t, tree, contract, program.New().Sstore(0, 1).Bytes())
	body := map[string]any{"pk": make([]byte, 32), "nonce": make([]byte, 15), "data": make([]byte, 100)}
	withEpoch := map[string]any{"pk": make([]byte, 32), "nonce": make([]byte, 15), "data": make([]byte, 100),
		"epoch": 5}
	leash := map[string]any{"nonce": 1, "block_number": 2, "block_hash": make([]byte, 32), "block_range": 3}
	for name, tc := range map[string]struct {
		data []byte
		want string
	}{
		"encrypted":     {cbor.Marshal(map[string]any{"format": 1, "body": body}), "encrypted calls"},
		"with an epoch": {cbor.Marshal(map[string]any{"format": 1, "body": withEpoch}), "encrypted calls"},
		"read only": {cbor.Marshal(map[string]any{"format": 1, "body": withEpoch, "ro": true}),
			"encrypted calls"},
		"signed": {cbor.Marshal(map[string]any{"data": map[string]any{"body": make([]byte, 36)},
			"leash": leash, "signature": make([]byte, 65)}), "signed queries"},
		"body first": {append([]byte{0xa2, 0x64},
			append(append([]byte("body"), cbor.Marshal(body)...), append([]byte{0x66}, "format\x01"...)...)...),
			"encrypted calls"},
		"format first": {append([]byte{0xa2, 0x66}, append([]byte("format\x01\x64body"), cbor.Marshal(body)...)...),
			"encrypted calls"},
		"to no contract":  {cbor.Marshal(map[string]any{"format": 1, "body": body}), "encrypted calls"},
		"of another kind": {cbor.Marshal(map[string]any{"format": 2, "body": body}), "encrypted calls"},
	} {
		t.Run(name, func(t *testing.T) {
			to := contract
			if name == "to no contract" {
				to = common.Address{0xdd}
			}
			res := wantReason(t, engine, tree, Message{To: &to, Data: tc.data}, tc.want)
			if intrinsic, _ := IntrinsicGas(tc.data, nil, false); res.GasUsed != intrinsic {
				t.Errorf("used %d gas, want %d", res.GasUsed, intrinsic)
			}
			wantReason(t, engine, tree, Message{Data: tc.data}, tc.want) // as code of a creation
		})
	}
	good := cbor.Marshal(map[string]any{"format": 1, "body": body})
	shortKey := cbor.Marshal(map[string]any{"format": 1,
		"body": map[string]any{"pk": make([]byte, 31), "nonce": make([]byte, 15), "data": make([]byte, 100)}})
	for name, data := range map[string][]byte{
		"plain":          cbor.Marshal(map[string]any{"format": 0, "body": body}),
		"short key":      shortKey,
		"truncated":      good[:len(good)-1],
		"behind a word":  append(make([]byte, 4), good...),
		"ERC-20":         append([]byte{0xa9, 0x05, 0x9c, 0xbb}, make([]byte, 64)...),
		"aggregate":      append([]byte{0xa2, 0x64, 0x62, 0x6f}, make([]byte, 64)...),
		"body not a map": cbor.Marshal(map[string]any{"format": 1, "body": make([]byte, 100)}),
	} {
		res, err := engine.Call(context.Background(), tree, Block{},
			Message{To: &contract, Data: data, GasLimit: 1_000_000})
		if err != nil || res.Err != nil {
			t.Errorf("%s (%s): %v, %v", name, hex.EncodeToString(data[:4]), err, res.Err)
		}
	}
}

// FuzzEnvelope holds that any bytes are judged, and few are envelopes.
func FuzzEnvelope(f *testing.F) {
	f.Add(cbor.Marshal(map[string]any{"format": 1,
		"body": map[string]any{"pk": make([]byte, 32), "nonce": []byte{}, "data": []byte{}}}))
	f.Add(cbor.Marshal(map[string]any{"data": 1, "leash": 2, "signature": make([]byte, 65)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		refused := EnvelopeError(data)
		if refused == nil {
			return
		}
		if reason, err := abi.UnpackRevert(refused.Data); err != nil || !strings.HasPrefix(reason, "assent: ") {
			t.Fatalf("reason %q, %v", reason, err)
		}
		if data[0] != 0xa2 && data[0] != 0xa3 {
			t.Fatalf("%x is no envelope", data)
		}
	})
}
