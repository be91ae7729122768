package evm_test

import (
	"encoding/binary"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
)

// grants is the heart of a consent ledger: for every 128 bytes of calldata (hash, v, r, s) it recovers the signer,
// stores the hash in the signer's slot and logs it.
func grants() []byte {
	p := program.New().Push(0) // stack: offset
	_, start := p.Jumpdest()
	p.Push(128).Op(vm.DUP2).Push(0).Op(vm.CALLDATACOPY)
	p.Push(128).Push(0).Op(vm.KECCAK256, vm.POP)
	p.StaticCall(nil, common.Address{19: 1}, 0, 128, 128, 32).Op(vm.POP)
	p.Push(128).Op(vm.MLOAD, vm.DUP1, vm.SLOAD, vm.POP)
	p.Op(vm.DUP1).Push(32).Push(0).Op(vm.LOG1)
	p.Push(0).Op(vm.MLOAD, vm.SWAP1, vm.SSTORE)
	p.Push(128).Op(vm.ADD, vm.CALLDATASIZE, vm.DUP2, vm.LT).Push(start).Op(vm.JUMPI)
	return p.Bytes()
}

func grantData(tb testing.TB, from, n int) []byte {
	tb.Helper()
	var data []byte
	for i := from; i < from+n; i++ {
		key, err := crypto.ToECDSA(crypto.Keccak256(binary.BigEndian.AppendUint64(nil, uint64(i))))
		if err != nil {
			tb.Fatal(err)
		}
		hash := crypto.Keccak256([]byte("grant"), binary.BigEndian.AppendUint64(nil, uint64(i)))
		sig, err := crypto.Sign(hash, key)
		if err != nil {
			tb.Fatal(err)
		}
		data = append(data, hash...)
		data = append(data, word(sig[64]+27)...)
		data = append(data, sig[:64]...)
	}
	return data
}

// BenchmarkBlock runs whole blocks, from raw transactions to a committed tree: signatures, fees, nonces, contracts,
// events, tags. One transaction carries one grant, or 250.
func BenchmarkBlock(b *testing.B) {
	for _, size := range []struct{ txs, grants int }{{200, 1}, {4, 250}} {
		b.Run(fmt.Sprintf("%dx%d", size.txs, size.grants), func(b *testing.B) {
			ch := newChain(b)
			contract := ch.deploy(grants())
			var wallets []*wallet
			for i := range size.txs {
				w := newWallet(b, fmt.Sprint("wallet ", i))
				wallets = append(wallets, w)
				ch.one(ch.wallet.call(b, &w.addr, 500_000_000, nil, 21_000))
			}
			var total, round int
			b.ResetTimer()
			for range b.N {
				b.StopTimer()
				var txs [][]byte
				for i, w := range wallets {
					data := grantData(b, (round*size.txs+i)*size.grants%20_000, size.grants)
					txs = append(txs, w.call(b, &contract, 0, data, uint64(50_000+40_000*size.grants)))
				}
				round++
				b.StartTimer()
				for _, result := range ch.execute(txs...) {
					if r := outcome(b, &result); !r.IsSuccess() {
						b.Fatal(r.Failed)
					}
				}
				total += size.txs * size.grants
				if round%8 == 0 { // The wallets' money is for a few rounds only.
					b.StopTimer()
					for _, w := range wallets {
						ch.one(ch.wallet.call(b, &w.addr, 500_000_000, nil, 21_000))
					}
					b.StartTimer()
				}
			}
			b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "grants/s")
		})
	}
}
