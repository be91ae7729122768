package evm

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
)

// ErrNonceNotUsed is the outcome of a message that says its sender's nonce was incremented when the sender never used
// one: a bug in the caller.
var ErrNonceNotUsed = errors.New("evm: the sender's nonce was not incremented before execution")

// ErrBalanceTooHigh is the outcome of a message that would leave an account with more than 2^128-1 base units, which
// the accounts module cannot hold.
var ErrBalanceTooHigh = errors.New("evm: balance above 128 bits")

// RevertError is the outcome of a message that reverted. It unwraps to vm.ErrExecutionReverted.
type RevertError struct {
	// Data is what the contract reverted with.
	Data []byte
}

// Error says why the contract reverted, when it did so in one of Solidity's ways: Error(string) or Panic(uint256).
func (e *RevertError) Error() string {
	if reason, err := abi.UnpackRevert(e.Data); err == nil {
		return vm.ErrExecutionReverted.Error() + ": " + reason
	}
	return vm.ErrExecutionReverted.Error()
}

// Unwrap makes the error match vm.ErrExecutionReverted.
func (e *RevertError) Unwrap() error { return vm.ErrExecutionReverted }

// IntrinsicGasError is the outcome of a message whose gas limit does not cover what it costs before it starts. It
// unwraps to vm.ErrOutOfGas.
type IntrinsicGasError struct {
	Limit, Required uint64
}

// Error implements error.
func (e *IntrinsicGasError) Error() string {
	return fmt.Sprintf("intrinsic gas too low: have %d, want %d", e.Limit, e.Required)
}

// Unwrap makes the error match vm.ErrOutOfGas.
func (e *IntrinsicGasError) Unwrap() error { return vm.ErrOutOfGas }

// PanicError is the outcome of a message that made the virtual machine panic, which is a bug. The message fails and
// everything else goes on.
type PanicError struct {
	Value any
	Stack []byte
}

// Error says what happened without the stack, whose addresses differ between machines.
func (e *PanicError) Error() string { return "evm: internal error: the virtual machine panicked" }

// StateError is the error of a state that contradicts itself, so that no outcome can be trusted.
type StateError struct {
	Address common.Address
	What    string
}

// Error implements error.
func (e *StateError) Error() string {
	return fmt.Sprintf("evm: corrupt state of account %s: %s", e.Address, e.What)
}

// outcomeError is an error that fails the message instead of its execution.
type outcomeError struct{ err error }

func (e *outcomeError) Error() string { return e.err.Error() }
func (e *outcomeError) Unwrap() error { return e.err }
