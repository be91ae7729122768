package evm

import (
	"bytes"
	"math/bits"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// IntrinsicGas is the gas that a message costs before the machine starts: 21,000, or 53,000 for a creation, and for
// every byte of data and every entry of the access list (EIP-2028, 2930, 3860). ok is false when the sum does not fit
// 64 bits.
func IntrinsicGas(data []byte, list types.AccessList, create bool) (gas uint64, ok bool) {
	zeros := uint64(bytes.Count(data, []byte{0}))
	nonZeros := uint64(len(data)) - zeros
	gas = params.TxGas
	if create {
		gas = params.TxGasContractCreation
	}
	ok = true
	add := func(n, price uint64) {
		hi, product := bits.Mul64(n, price)
		sum, carry := bits.Add64(gas, product, 0)
		gas = sum
		ok = ok && hi == 0 && carry == 0
	}
	add(nonZeros, params.TxDataNonZeroGasEIP2028)
	add(zeros, params.TxDataZeroGas)
	if create {
		add((uint64(len(data))+31)/32, params.InitCodeWordGas)
	}
	add(uint64(len(list)), params.TxAccessListAddressGas)
	add(uint64(list.StorageKeys()), params.TxAccessListStorageKeyGas)
	return gas, ok
}
