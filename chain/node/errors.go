package node

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	oasiserrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	storage "github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

var (
	// ErrUnreachable means that the node does not answer. Try again later.
	ErrUnreachable = errors.New("the node is unreachable, try again later")
	// ErrNotFound means that the node does not have what was asked for: it has not come so far, or has pruned it.
	ErrNotFound = errors.New("the node does not have it")
)

// RejectedError comes when the runtime refuses a transaction before it enters a block: nothing has changed, and the
// sender's nonce is still free.
type RejectedError struct {
	Module  string
	Code    uint32
	Message string
}

// Error implements error.
func (e *RejectedError) Error() string {
	return fmt.Sprintf("the transaction was refused: %s (%s, code %d)", e.Message, e.Module, e.Code)
}

// RefusalError is the node's refusal of a transaction before the runtime saw it.
type RefusalError struct{ Message string }

// Error implements error.
func (e *RefusalError) Error() string { return e.Message }

// Wrap gives an error of a node the name by which callers tell it apart, if it has one: ErrUnreachable, ErrNotFound, or
// that the context of the call ended.
func Wrap(err error) error {
	switch {
	case err == nil:
		return nil
	case status.Code(err) == codes.Unavailable:
		return fmt.Errorf("%w: %s", ErrUnreachable, status.Convert(err).Message())
	case IsNotFound(err):
		return fmt.Errorf("%w: %w", ErrNotFound, err)
	case status.Code(err) == codes.Canceled:
		return context.Canceled
	case status.Code(err) == codes.DeadlineExceeded:
		return context.DeadlineExceeded
	}
	return err
}

// IsTransport tells whether the connection failed rather than the call.
func IsTransport(err error) bool {
	switch status.Code(err) {
	case codes.Unavailable, codes.DeadlineExceeded:
		return true
	}
	return false
}

// IsNotFound tells whether the node does not have what was asked for.
func IsNotFound(err error) bool {
	if status.Code(err) == codes.NotFound {
		return true
	}
	for _, known := range []error{
		ErrNotFound, roothash.ErrNotFound, runtime.ErrNotFound, consensus.ErrVersionNotFound,
		storage.ErrVersionNotFound, storage.ErrRootNotFound, storage.ErrNodeNotFound,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

// IsStarting tells whether a node could not do something because it, or its runtime, is starting or stopping. Only the
// first of these errors has a code that clients know.
func IsStarting(err error) bool {
	if errors.Is(err, runtime.ErrNotSynced) {
		return true
	}
	for _, words := range []string{
		"no active version", "runtime is not yet ready", "rhp: not ready", "rhp: channel closed", "shutting down",
	} {
		if strings.Contains(err.Error(), words) {
			return true
		}
	}
	return false
}

// IsDuplicate tells whether the node's pool has the transaction already, or had it lately. It has no code either.
func IsDuplicate(err error) bool {
	return strings.Contains(err.Error(), "duplicate transaction")
}

// rejection is how the node words a refusal where it has no structure for it (protocol.Error in oasis-core).
var rejection = regexp.MustCompile(`(?s)^runtime error: module: (\S*) code: (\d+) message: (.*)$`)

// Rejection returns the runtime's refusal of a transaction that is in an error of the node, and false when the error is
// another.
func Rejection(err error) (*RejectedError, bool) {
	if !errors.Is(err, runtime.ErrCheckTxFailed) {
		return nil, false
	}
	m := rejection.FindStringSubmatch(oasiserrors.Context(err))
	if m == nil {
		return nil, false
	}
	code, parseErr := strconv.ParseUint(m[2], 10, 32)
	if parseErr != nil {
		return nil, false
	}
	return &RejectedError{Module: m[1], Code: uint32(code), Message: m[3]}, true
}

// submitError names what came of handing a transaction to the node.
func submitError(err error) error {
	if err == nil {
		return nil
	}
	wrapped := Wrap(err)
	if errors.Is(wrapped, ErrUnreachable) || errors.Is(wrapped, context.Canceled) ||
		errors.Is(wrapped, context.DeadlineExceeded) {
		return wrapped
	}
	if errors.Is(err, runtime.ErrNotSynced) || errors.Is(err, runtime.ErrNoHostedRuntime) {
		return fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	if rejected, ok := Rejection(err); ok {
		return rejected
	}
	if s, ok := status.FromError(err); ok && s.Code() == codes.Unknown {
		return &RefusalError{Message: s.Message()}
	}
	return &RefusalError{Message: err.Error()}
}
