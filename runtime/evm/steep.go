package evm

import (
	"bytes"
	"math"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"
)

// Prices of the precompiled contracts of which one call may do as much work as its gas buys. The machine can stop
// between two calls only, and inside BLAKE2F's loop the whole process waits for the collector.
const (
	// SteepGas is up to what one call costs what it costs on Ethereum. Public vectors go as far.
	SteepGas = 8_000_000
	// steepFactor is how many times as much the rest of a call costs.
	steepFactor = 100
)

// steepContracts are the fork's contracts that have such prices: modular exponentiation, the pairing of BN254 and
// BLAKE2F. What the others do in one call is fixed, or bounded by the memory that holds their input.
func steepContracts() []common.Address {
	return []common.Address{{19: 5}, {19: 8}, {19: 9}}
}

// steepContract is a contract of the fork that has such a price. It is cached as it was.
type steepContract struct {
	vm.PrecompiledContract
	// least is what an input costs at least. Nil is nothing.
	least func(input []byte) uint64
}

func newSteepContract(contract vm.PrecompiledContract, addr common.Address) steepContract {
	c := steepContract{PrecompiledContract: contract}
	if addr == (common.Address{19: 5}) {
		c.least = func(input []byte) uint64 { return leastModexpGas(contract, input) }
	}
	return c
}

// leastModexpGas is what an exponentiation costs at least when its exponent has more than 32 bytes: as much as with a
// modulus of 32. On Ethereum one with a modulus of 8 costs a sixteenth of that, and takes nearly as long.
func leastModexpGas(modexp vm.PrecompiledContract, input []byte) uint64 {
	const word, header = 32, 96
	padded := append(bytes.Clone(input[:min(len(input), header)]), make([]byte, header)...)[:header]
	number := func(i int) *uint256.Int { return new(uint256.Int).SetBytes32(padded[word*i:]) }
	base, exponent, modulus := number(0), number(1), number(2)
	if !exponent.GtUint64(word) || base.IsZero() && modulus.IsZero() {
		return 0
	}
	wide := make([]byte, header+word)
	copy(wide[word:], padded[word:2*word])
	wide[header-1] = word
	if rest := input[min(len(input), header):]; base.LtUint64(uint64(len(rest))) {
		copy(wide[header:], rest[base.Uint64():])
	}
	return modexp.RequiredGas(wide)
}

var (
	_ vm.CacheablePrecompile   = steepContract{}
	_ vm.NormalizingPrecompile = steepContract{}
)

// RequiredGas implements vm.PrecompiledContract.
func (c steepContract) RequiredGas(input []byte) uint64 {
	gas := c.PrecompiledContract.RequiredGas(input)
	if c.least != nil {
		gas = max(gas, c.least(input))
	}
	if gas <= SteepGas {
		return gas
	}
	if gas > math.MaxUint64/steepFactor {
		return math.MaxUint64
	}
	return SteepGas + steepFactor*(gas-SteepGas)
}

// Cacheable implements vm.CacheablePrecompile.
func (c steepContract) Cacheable() bool {
	inner, ok := c.PrecompiledContract.(vm.CacheablePrecompile)
	return ok && inner.Cacheable()
}

// NormalizeInput implements vm.NormalizingPrecompile.
func (c steepContract) NormalizeInput(input []byte) ([]byte, bool) {
	if inner, ok := c.PrecompiledContract.(vm.NormalizingPrecompile); ok {
		return inner.NormalizeInput(input)
	}
	return input, true
}
