package evm

import (
	"context"
	"encoding/binary"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
)

// benchTree returns a tree with 20,000 accounts, committed, and an overlay above it, as a batch has.
func benchTree(b *testing.B, code []byte) (*fixture, mkvs.KeyValueTree) {
	b.Helper()
	f := newFixture(b, code)
	alloc := types.GenesisAlloc{}
	for i := range uint64(20_000) {
		alloc[benchAddress(i)] = types.Account{Balance: common.Big32, Nonce: 1}
	}
	alloc[testSender] = types.Account{Balance: uint256.NewInt(1 << 60).ToBig(), Nonce: 1}
	if err := putAlloc(context.Background(), f.tree, f.accts, alloc); err != nil {
		b.Fatal(err)
	}
	f.commit()
	return f, mkvs.NewOverlay(f.tree)
}

func benchAddress(i uint64) common.Address {
	return common.Address(crypto.Keccak256(binary.BigEndian.AppendUint64(nil, i))[:20])
}

func BenchmarkTransfer(b *testing.B) {
	f, tree := benchTree(b, nil)
	msg := Message{From: testSender, Value: uint256.NewInt(1), GasLimit: 21_000}
	b.ReportAllocs()
	var i uint64
	for b.Loop() {
		to := benchAddress(i % 20_000)
		i++
		msg.To = &to
		res, err := f.engine.Execute(context.Background(), tree, f.block, msg)
		if err != nil || res.Err != nil {
			b.Fatal(err, res)
		}
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "tx/s")
}

// grantLoop is the heart of a batch of grants: for every 128 bytes of calldata (hash, v, r, s) it hashes four words,
// recovers the signer, and stores the hash in the slot of the signer.
func grantLoop() []byte {
	p := program.New().Push(0) // stack: offset
	_, start := p.Jumpdest()
	p.Push(128).Op(vm.DUP2).Push(0).Op(vm.CALLDATACOPY) // memory[0:128] = calldata[offset:]
	p.Push(128).Push(0).Op(vm.KECCAK256, vm.POP)
	p.StaticCall(nil, common.Address{19: 1}, 0, 128, 128, 32).Op(vm.POP)
	p.Push(128).Op(vm.MLOAD, vm.DUP1, vm.SLOAD, vm.POP)
	p.Push(0).Op(vm.MLOAD, vm.SWAP1, vm.SSTORE) // sstore(signer, hash)
	p.Push(128).Op(vm.ADD, vm.CALLDATASIZE, vm.DUP2, vm.LT).Push(start).Op(vm.JUMPI)
	return p.Bytes()
}

func benchGrants(b *testing.B, n int) []byte {
	b.Helper()
	var data []byte
	for i := range n {
		key, err := crypto.ToECDSA(crypto.Keccak256(binary.BigEndian.AppendUint64(nil, uint64(i))))
		if err != nil {
			b.Fatal(err)
		}
		hash := crypto.Keccak256(data, []byte{1})
		sig, err := crypto.Sign(hash, key)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, hash...)
		data = append(data, word(sig[64]+27)...)
		data = append(data, sig[:64]...)
	}
	return data
}

// BenchmarkGrantBatch runs batches of 250 grants, each with signatures never seen before.
func BenchmarkGrantBatch(b *testing.B) {
	const size = 250
	f, tree := benchTree(b, grantLoop())
	data := benchGrants(b, 40*size) // More than the cache of results holds.
	b.ReportAllocs()
	var i, grants int
	for b.Loop() {
		msg := toContract(100_000_000)
		msg.Data = data[i%40*size*128:][:size*128]
		i++
		res, err := f.engine.Execute(context.Background(), tree, f.block, msg)
		if err != nil || res.Err != nil {
			b.Fatal(err, res)
		}
		grants += size
	}
	b.ReportMetric(float64(grants)/b.Elapsed().Seconds(), "grants/s")
}

// BenchmarkStore writes 128 slots a message.
func BenchmarkStore(b *testing.B) {
	f, tree := benchTree(b, manySlots())
	b.ReportAllocs()
	var i int
	for b.Loop() {
		i++
		res, err := f.engine.Execute(context.Background(), tree, f.block, toContract(10_000_000))
		if err != nil || res.Err != nil {
			b.Fatal(err, res)
		}
	}
	b.ReportMetric(float64(i*128)/b.Elapsed().Seconds(), "slots/s")
}

// BenchmarkEcrecover is what one recovery costs in the machine.
func BenchmarkEcrecover(b *testing.B) {
	f, _ := benchTree(b, nil)
	data := benchGrants(b, 10_000)
	to := common.Address{19: 1}
	var i int
	for b.Loop() {
		msg := Message{To: &to, Data: data[i%10_000*128:][:128], GasLimit: 100_000}
		i++
		res, err := f.engine.Call(context.Background(), f.tree, f.block, msg)
		if err != nil || res.Err != nil || len(res.Return) != 32 {
			b.Fatal(err, res)
		}
	}
}
