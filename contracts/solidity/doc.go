// Package solidity translates between Go and the contracts: values of package protocol to the structs of the generated
// bindings and back, revert data to errors, and a network's contracts to their addresses.
//
// The conversions of values lose nothing; those from a binding validate what the contract does not.
package solidity
