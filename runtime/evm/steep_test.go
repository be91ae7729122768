package evm

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
)

// blakeInput asks for so many rounds of BLAKE2F.
func blakeInput(rounds uint32) []byte {
	return append(binary.BigEndian.AppendUint32(nil, rounds), make([]byte, 209)...)
}

// modexpInput raises a base as long as the modulus, all of whose bits are ones.
func modexpInput(modulus, exponent int) []byte {
	input := make([]byte, 96, 96+2*modulus+exponent)
	for i, n := range []int{modulus, exponent, modulus} {
		binary.BigEndian.PutUint64(input[32*i+24:], uint64(n))
	}
	return append(input, bytes.Repeat([]byte{0xff}, 2*modulus+exponent)...)
}

// pairingInput pairs the generators so many times.
func pairingInput(pairs int) []byte {
	return bytes.Repeat(common.FromHex(
		"0x0000000000000000000000000000000000000000000000000000000000000001"+
			"0000000000000000000000000000000000000000000000000000000000000002"+
			"198e9393920d483a7260bfb731fb5d25f1aa493335a9e71297e485b7aef312c2"+
			"1800deef121f1e76426a00665e5c4479674322d4f75edadd46debd5cd992f6ed"+
			"090689d0585ff075ec9e99ad690c3395bc4b313370b38ef355acdadcd122975b"+
			"12c85ea5db8c6deb4aab71808dcb408fe3d1e7690c43d37b4ce6cc0166fa7daa"), pairs)
}

// One call costs what it costs on Ethereum up to a price, and beyond that so much that all the gas of a round buys
// little more.
func TestSteepPrices(t *testing.T) {
	engine, forks := New(Config{ChainID: 1}), vm.PrecompiledContractsCancun
	for name, inputs := range map[byte][][]byte{
		5: {modexpInput(8, 32), modexpInput(512, 512), modexpInput(32, 187_000), modexpInput(32, 188_000)},
		8: {pairingInput(2), pairingInput(233), pairingInput(234), pairingInput(400)},
		9: {blakeInput(0), blakeInput(SteepGas), blakeInput(SteepGas + 1), blakeInput(math.MaxUint32), {1}},
	} {
		addr := common.Address{19: name}
		contract, fork := engine.PrecompiledContracts()[addr], forks[addr]
		for _, input := range inputs {
			price, want := fork.RequiredGas(input), uint64(0)
			if want = price; price > SteepGas {
				want = SteepGas + 100*(price-SteepGas)
			}
			if got := contract.RequiredGas(input); got != want {
				t.Errorf("%s, %d bytes: %d gas, want %d", contract.Name(), len(input), got, want)
			}
			if contract.RequiredGas(input) <= roundGas && price > 10_000_000 {
				t.Errorf("%s: a round buys work for %d gas in one call", contract.Name(), price)
			}
		}
	}
	endless := modexpInput(0, 0)
	for i := range 96 {
		endless[i] = 0xff
	}
	if got := engine.PrecompiledContracts()[common.Address{19: 5}].RequiredGas(endless); got != math.MaxUint64 {
		t.Errorf("without an end: %d gas", got)
	}
}

// An exponent of more than 32 bytes costs at least as much as with a modulus of 32 bytes, wherever it ends.
func TestSmallModuliCostTheirTime(t *testing.T) {
	contract := New(Config{ChainID: 1}).precompiles[common.Address{19: 5}]
	fork := vm.PrecompiledContractsCancun[common.Address{19: 5}]
	for _, exponent := range []int{33, 100, 10_000} {
		want := fork.RequiredGas(modexpInput(32, exponent))
		for _, modulus := range []int{1, 8, 9, 24, 31, 32} {
			input := modexpInput(modulus, exponent)
			if got := contract.RequiredGas(input); got != want {
				t.Errorf("modulus %d, exponent %d: %d gas, want %d", modulus, exponent, got, want)
			}
			short := input[:96+modulus+32] // What an input lacks is zeros.
			if got := contract.RequiredGas(short); got != want {
				t.Errorf("modulus %d, exponent %d, cut: %d gas, want %d", modulus, exponent, got, want)
			}
			for n := range min(len(input), 200) {
				if got, least := contract.RequiredGas(input[:n]), fork.RequiredGas(input[:n]); got < least {
					t.Errorf("modulus %d, exponent %d, %d bytes: %d gas, want %d at least", modulus, exponent, n, got,
						least)
				}
			}
		}
	}
	for _, input := range [][]byte{nil, modexpInput(0, 100), modexpInput(1, 32), modexpInput(31, 1),
		modexpInput(64, 64)} {
		if got, want := contract.RequiredGas(input), fork.RequiredGas(input); got != want {
			t.Errorf("%d bytes: %d gas, want %d", len(input), got, want)
		}
	}
}

// A call that one could not stop is not begun, and what it costs is the same for a contract whose address was moved in
// a call.
func TestSteepCallsAreNotRun(t *testing.T) {
	f := newFixture(t, nil)
	f.block.GasLimit = roundGas
	input, to := blakeInput(199_000_000), common.Address{19: 9}
	msg := Message{From: testSender, To: &to, Data: input, GasLimit: roundGas}
	for _, block := range []Block{f.block, {GasLimit: roundGas, Precompiles: f.engine.PrecompiledContracts()}} {
		res, err := f.engine.Call(context.Background(), f.tree, block, msg)
		if err != nil || !errors.Is(res.Err, vm.ErrOutOfGas) {
			t.Errorf("199 million rounds: %v %+v", err, res)
		}
	}
	msg.Data = blakeInput(SteepGas / 100)
	if res := f.call(msg); res.Err != nil || len(res.Return) != 64 {
		t.Errorf("fewer rounds: %+v", res)
	}
}

// Results are cached under the same keys as without the price.
func TestSteepContractsAreCached(t *testing.T) {
	engine := New(Config{ChainID: 1})
	for _, addr := range steepContracts() {
		fork := vm.PrecompiledContractsCancun[addr]
		contract, ok := engine.precompiles[addr].(steepContract)
		if !ok || contract.Name() != fork.Name() {
			t.Fatalf("%s has no price of its own", fork.Name())
		}
		cacheable, ok := fork.(vm.CacheablePrecompile)
		if want := ok && cacheable.Cacheable(); contract.Cacheable() != want {
			t.Errorf("%s: cached: %v", contract.Name(), !want)
		}
		for _, input := range [][]byte{nil, blakeInput(1), modexpInput(8, 8), pairingInput(1), make([]byte, 500)} {
			want, wantOK := input, true
			if normalizing, ok := fork.(vm.NormalizingPrecompile); ok {
				want, wantOK = normalizing.NormalizeInput(input)
			}
			if got, ok := contract.NormalizeInput(input); ok != wantOK || !bytes.Equal(got, want) {
				t.Errorf("%s: another key for %d bytes", contract.Name(), len(input))
			}
		}
	}
}

// BenchmarkPrecompiles runs the slowest inputs of the contracts, and says how long one call may take for the gas of a
// round: what its price, on this chain, leaves it of that.
func BenchmarkPrecompiles(b *testing.B) {
	engine := New(Config{ChainID: 1})
	for _, bench := range []struct {
		name   string
		number byte
		input  []byte
	}{
		{"BLAKE2F", 9, blakeInput(1_000_000)},
		{"MODEXP_8_byte_modulus", 5, modexpInput(8, 60_000)},
		{"MODEXP_16_byte_modulus", 5, modexpInput(16, 60_000)},
		{"MODEXP_32_byte_modulus", 5, modexpInput(32, 20_000)},
		{"MODEXP_256_byte_modulus", 5, modexpInput(256, 256)},
		{"MODEXP_1024_byte_modulus", 5, modexpInput(1024, 32)},
		{"MODEXP_4096_byte_modulus", 5, modexpInput(4096, 4)},
		{"BN254_PAIRING", 8, pairingInput(100)},
		{"SHA256", 2, make([]byte, 1<<20)},
		{"RIPEMD160", 3, make([]byte, 1<<20)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			contract := engine.precompiles[common.Address{19: bench.number}]
			for b.Loop() {
				if _, err := contract.Run(bench.input); err != nil {
					b.Fatal(err)
				}
			}
			gas := float64(contract.RequiredGas(bench.input))
			perGas := b.Elapsed().Seconds() / float64(b.N) / gas
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(perGas*1e9, "ns/gas")
			b.ReportMetric(perGas*roundGas, "s/round")
			b.ReportMetric(perGas*(SteepGas+(roundGas-SteepGas)/steepFactor), "s/call")
		})
	}
}
