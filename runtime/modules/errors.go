package modules

import (
	"errors"
	"fmt"
)

// Names of the parts of the framework that report errors of their own. They are the names that the Oasis runtime SDK
// uses, so clients can match on them.
const (
	// CoreName is the module name of errors about transactions as such.
	CoreName = "core"
	// DispatcherName is the module name of errors of the dispatch process.
	DispatcherName = "dispatcher"
)

// Error is a failure that reaches the user: a module's name, a code that is unique within the module, and a message. A
// transaction method or query that fails for a reason of the caller's returns one; any other error is reported as
// [ErrInternal] and logged.
type Error struct {
	Module  string
	Code    uint32
	Message string
}

// NewError returns an error for the module and code.
func NewError(module string, code uint32, message string) *Error {
	return &Error{Module: module, Code: code, Message: message}
}

// Error implements error.
func (e *Error) Error() string { return e.Message }

// Is reports whether target carries the same module and code, whatever the message says.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Module == e.Module && t.Code == e.Code
}

// With returns a copy of the error with detail after its message.
func (e *Error) With(detail any) *Error {
	return &Error{Module: e.Module, Code: e.Code, Message: fmt.Sprintf("%s: %v", e.Message, detail)}
}

// Withf is [Error.With] with a format.
func (e *Error) Withf(format string, args ...any) *Error {
	return e.With(fmt.Sprintf(format, args...))
}

// Errors of the core module. Codes and messages are those of the Oasis runtime SDK.
var (
	ErrMalformedTransaction   = NewError(CoreName, 1, "malformed transaction")
	ErrInvalidMethod          = NewError(CoreName, 3, "invalid method")
	ErrInvalidNonce           = NewError(CoreName, 4, "invalid nonce")
	ErrInsufficientFeeBalance = NewError(CoreName, 5, "insufficient balance to pay fees")
	ErrOutOfMessageSlots      = NewError(CoreName, 6, "out of message slots")
	ErrInvalidArgument        = NewError(CoreName, 10, "invalid argument")
	ErrGasOverflow            = NewError(CoreName, 11, "gas overflow")
	ErrOutOfGas               = NewError(CoreName, 12, "out of gas")
	ErrTooManyAuth            = NewError(CoreName, 15, "too many authentication slots")
	ErrMultisigTooManySigners = NewError(CoreName, 16, "multisig too many signers")
	ErrInvariantViolation     = NewError(CoreName, 17, "invariant violation")
	ErrInvalidCallFormat      = NewError(CoreName, 18, "invalid call format")
	ErrGasPriceTooLow         = NewError(CoreName, 20, "gas price too low")
	ErrForbidden              = NewError(CoreName, 22, "forbidden by node policy")
	ErrOversizedTransaction   = NewError(CoreName, 23, "transaction is too large")
	ErrExpiredTransaction     = NewError(CoreName, 24, "transaction is expired or not yet valid")
	ErrReadOnlyTransaction    = NewError(CoreName, 25, "read-only transaction attempted modifications")
	ErrFutureNonce            = NewError(CoreName, 26, "future nonce")
)

// Errors of the dispatcher. Those from code 2 on end a whole batch: they never stand in a transaction's result.
var (
	// ErrInternal is the result of a transaction whose handling panicked or failed with an error that is not an
	// [Error]. The cause is in the log.
	ErrInternal                    = NewError(DispatcherName, 1, "dispatch aborted")
	ErrMalformedTransactionInBatch = NewError(DispatcherName, 2, "malformed transaction in batch")
	ErrQueryAborted                = NewError(DispatcherName, 3, "query aborted")
	ErrBatchOutOfGas               = NewError(DispatcherName, 5, "batch out of gas")
	// ErrBatchTooLarge and ErrNotAdmitted are not the SDK's, whose nodes run such batches.
	ErrBatchTooLarge = NewError(DispatcherName, 64, "batch too large")
	// ErrNotAdmitted comes with the reason: no scheduler puts the transaction into a block as it is.
	ErrNotAdmitted = NewError(DispatcherName, 65, "transaction does not belong in the batch")
)

// refusedError is [ErrNotAdmitted] with the reason, and matches both.
type refusedError struct{ reason *Error }

func (e *refusedError) Error() string   { return ErrNotAdmitted.Message + ": " + e.reason.Message }
func (e *refusedError) Unwrap() []error { return []error{ErrNotAdmitted, e.reason} }

// abortError ends the batch instead of failing one transaction.
type abortError struct{ err error }

func (e *abortError) Error() string { return e.err.Error() }
func (e *abortError) Unwrap() error { return e.err }

// Abort wraps an error so that it ends the whole batch. It is for faults that other replicas need not see, such as
// state that cannot be read: a replica that hits one must not vote for any result.
func Abort(err error) error { return &abortError{err: err} }

// IsAbort reports whether the error ends the batch.
func IsAbort(err error) bool {
	var abort *abortError
	return errors.As(err, &abort)
}
