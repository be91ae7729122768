package evm

import (
	"encoding/base64"
	"errors"
	"strconv"

	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/modules"
)

// Errors of the module. Codes and messages are those of the Oasis runtime SDK.
var (
	ErrInvalidArgument   = modules.NewError(Name, 1, "invalid argument")
	ErrExecutionFailed   = modules.NewError(Name, 2, "execution failed")
	ErrInvalidSignerType = modules.NewError(Name, 3, "invalid signer type")
	ErrFeeOverflow       = modules.NewError(Name, 4, "fee overflow")
	ErrGasLimitTooLow    = modules.NewError(Name, 5, "gas limit too low")
	ErrReverted          = modules.NewError(Name, 8, "reverted")
)

// outcomeError turns the failure of a message into the error that stands in the transaction's result. limit bounds how
// much revert data that holds; zero is no limit.
func outcomeError(outcome error, limit int) *modules.Error {
	var revert *evm.RevertError
	if errors.As(outcome, &revert) {
		data := revert.Data
		if limit > 0 && len(data) > limit {
			data = data[:limit]
		}
		return ErrReverted.With(base64.StdEncoding.EncodeToString(data))
	}
	return ErrExecutionFailed.With(failure(outcome))
}

// failure says why a message failed in the SDK's words, which every replica must say alike.
func failure(outcome error) string {
	for _, known := range []struct {
		err  error
		text string
	}{
		{vm.ErrOutOfGas, "out of gas"},
		{vm.ErrCodeStoreOutOfGas, "out of gas"},
		{vm.ErrGasUintOverflow, "out of gas"},
		{vm.ErrDepth, "call too deep"},
		{vm.ErrInsufficientBalance, "out of funds"},
		{vm.ErrContractAddressCollision, "create collision"},
		{vm.ErrMaxCodeSizeExceeded, "create contract limit"},
		{vm.ErrMaxInitCodeSizeExceeded, "create contract limit"},
		{vm.ErrInvalidJump, "invalid jump"},
		{vm.ErrWriteProtection, "invalid code"},
		{vm.ErrReturnDataOutOfBounds, "out of offset"},
		{vm.ErrInvalidCode, "invalid code"},
		{vm.ErrNonceUintOverflow, "nonce overflow"},
		{evm.ErrBalanceTooHigh, "balance overflow"},
		{evm.ErrHoldsTooMuch, "out of memory"},
	} {
		if errors.Is(outcome, known.err) {
			return known.text
		}
	}
	var (
		underflow *vm.ErrStackUnderflow
		overflow  *vm.ErrStackOverflow
		opcode    *vm.ErrInvalidOpCode
		panicked  *evm.PanicError
	)
	switch {
	case errors.As(outcome, &underflow):
		return "stack underflow"
	case errors.As(outcome, &overflow):
		return "stack overflow"
	case errors.As(outcome, &opcode):
		// go-ethereum keeps the opcode to itself.
		if opcode.Error() == "invalid opcode: INVALID" {
			return "designated invalid"
		}
		return "invalid code"
	case errors.As(outcome, &panicked):
		return "internal error"
	default:
		return outcome.Error() // A precompiled contract's own words.
	}
}

// gasLimitTooLow says how much gas a transaction needs at the very least.
func gasLimitTooLow(required uint64) *modules.Error {
	return ErrGasLimitTooLow.With(strconv.FormatUint(required, 10) + " required")
}
