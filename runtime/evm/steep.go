package evm

import (
	"math"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
)

// Prices of the precompiled contracts of which one call may do as much work as its
// gas buys. The machine can stop between two calls only, and inside BLAKE2F's loop the
// whole process waits for the collector.
const (
	// SteepGas is up to what one call costs what it costs on Ethereum. Public
	// vectors go as far.
	SteepGas = 8_000_000
	// steepFactor is how many times as much the rest of a call costs.
	steepFactor = 100
)

// steepContracts are the fork's contracts that have such prices: modular
// exponentiation, the pairing of BN254 and BLAKE2F. What the others do in one call is
// fixed, or bounded by the memory that holds their input.
func steepContracts() []common.Address {
	return []common.Address{{19: 5}, {19: 8}, {19: 9}}
}

// steepContract is a contract of the fork that has such a price. It is cached as it
// was.
type steepContract struct{ vm.PrecompiledContract }

var (
	_ vm.CacheablePrecompile   = steepContract{}
	_ vm.NormalizingPrecompile = steepContract{}
)

// RequiredGas implements vm.PrecompiledContract.
func (c steepContract) RequiredGas(input []byte) uint64 {
	gas := c.PrecompiledContract.RequiredGas(input)
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
