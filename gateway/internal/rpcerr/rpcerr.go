// Package rpcerr holds the errors that JSON-RPC clients see, with the codes and words that wallets and libraries look
// for.
package rpcerr

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/state"
	"github.com/assent-network/assent/runtime/evm"
)

// Error codes of EIP-1474 and those that Ethereum nodes use besides.
const (
	// CodeReverted is that of a call that reverted, which has data.
	CodeReverted = 3
	// CodeNotIncluded is that of a transaction that was taken and is in no block yet (EIP-7966). The data is its hash.
	CodeNotIncluded = 4
	// CodePruned is that of history which is no longer there (EIP-4444).
	CodePruned = 4444
	// CodeDefault is that of everything that has no code of its own.
	CodeDefault = -32000
	// CodeUnavailable is that of a resource that is away for now.
	CodeUnavailable = -32002
	// CodeTooLarge is that of an answer above the limit.
	CodeTooLarge = -32003
	// CodeNotSupported is that of a method that exists elsewhere only.
	CodeNotSupported = -32004
	// CodeLimit is that of a request above a limit.
	CodeLimit = -32005
	// Codes of eth_simulateV1: why a call or a block makes no sense, and how a call failed.
	CodeMachine           = -32015
	CodeNonceTooLow       = -38010
	CodeNonceTooHigh      = -38011
	CodeBaseFeeTooLow     = -38012
	CodeIntrinsicGas      = -38013
	CodeInsufficientFunds = -38014
	CodeBlockGasLimit     = -38015
	CodeBlockNumber       = -38020
	CodeBlockTime         = -38021
	CodeInitCodeSize      = -38025
	// CodeSimulationLimit is that of a simulation above a limit, as in geth.
	CodeSimulationLimit = -38026
	// CodeInvalidParams is that of parameters that make no sense.
	CodeInvalidParams = -32602
	// CodeInternal is that of a fault of this program.
	CodeInternal = -32603
)

// Error is an error with a code and perhaps data.
type Error struct {
	Code    int
	Message string
	Data    any
}

var (
	_ rpc.Error     = (*Error)(nil)
	_ rpc.DataError = (*Error)(nil)
)

func (e *Error) Error() string { return e.Message }

// ErrorCode implements rpc.Error.
func (e *Error) ErrorCode() int { return e.Code }

// ErrorData implements rpc.DataError.
func (e *Error) ErrorData() any { return e.Data }

// Bounds of what an error says: a request takes room for its own bytes, and an error for none.
const (
	// maxMessage is how many bytes of a message are written.
	maxMessage = 1 << 10
	// maxQuoted is how many bytes of a text are quoted that was sent.
	maxQuoted = 64
)

// New returns an error with a code. Texts that were sent are among its arguments by Quote only.
func New(code int, format string, args ...any) *Error {
	return &Error{Code: code, Message: clip(fmt.Sprintf(format, args...), maxMessage)}
}

// Quote writes a text that was sent in quotes, or its beginning when it is long.
func Quote(s string) string { return strconv.Quote(clip(s, maxQuoted)) }

// clip cuts a text that has more bytes, between two characters, and says so with three dots.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most] + "…"
}

// Default returns an error with the code that has no meaning of its own.
func Default(format string, args ...any) *Error { return New(CodeDefault, format, args...) }

// Reverted is the error of a call that reverted with data.
func Reverted(data []byte) *Error {
	message := vm.ErrExecutionReverted.Error()
	if reason, err := abi.UnpackRevert(data); err == nil {
		message += ": " + reason
	}
	return &Error{Code: CodeReverted, Message: message, Data: hexutil.Encode(data)}
}

// From gives an error of the gateway's parts the code that clients expect. One that has a code keeps it.
func From(err error) error {
	var (
		coded    rpc.Error
		override *state.OverrideError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &coded):
		return coded
	case errors.Is(err, node.ErrUnreachable):
		return New(CodeUnavailable, "%s", node.ErrUnreachable)
	case errors.Is(err, index.ErrPruned):
		return New(CodePruned, "pruned history unavailable: %s", err)
	case errors.Is(err, state.ErrUnavailable):
		return New(CodePruned, "historical state unavailable: %s", state.ErrUnavailable)
	case errors.As(err, &override):
		return New(CodeDefault, "%s", override)
	case errors.Is(err, index.ErrTooManyLogs):
		return New(CodeLimit, "query returned too many logs (%s): ask for fewer blocks or more specific topics", err)
	case errors.Is(err, admission.ErrBusy), errors.Is(err, admission.ErrShare):
		return New(CodeLimit, "%s", err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return New(CodeUnavailable, "request timed out")
	}
	return New(CodeInternal, "%s", err)
}

// FromOutcome is the error of a message that the EVM ran and that failed.
func FromOutcome(err error) error {
	if revert := (*evm.RevertError)(nil); errors.As(err, &revert) {
		return Reverted(revert.Data)
	}
	return New(CodeDefault, "%s", err)
}
