package chain

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"syscall"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/assent-network/assent/chain/node"
)

// ErrNotFound comes when the node has no such block or transaction: it is not there yet, or was pruned.
var ErrNotFound = node.ErrNotFound

// UnreachableError comes when the node does not answer, or answers that it is not ready. The same call may succeed
// later.
type UnreachableError struct {
	// Socket is where the node was expected.
	Socket string
	// Reason says in a few words what was found there.
	Reason string
	// Err is the underlying error.
	Err error
}

// Error implements error with one line.
func (e *UnreachableError) Error() string {
	return fmt.Sprintf("no node serves at %s: %s", e.Socket, e.Reason)
}

// Unwrap returns the underlying error.
func (e *UnreachableError) Unwrap() error { return e.Err }

// Is makes it one of node.ErrUnreachable.
func (e *UnreachableError) Is(target error) bool { return target == node.ErrUnreachable }

// Hint says what to do about it.
func (e *UnreachableError) Hint() string {
	switch {
	case errors.Is(e.Err, fs.ErrNotExist):
		return "start the network (assent localnet up) or give the socket of its node"
	case errors.Is(e.Err, fs.ErrPermission):
		return "use the account that runs the node, or ask for access to its socket"
	case errors.Is(e.Err, syscall.ECONNREFUSED):
		return "the node has stopped: start the network again (assent localnet up); it continues where it was"
	default:
		return "see whether the node is alive (assent localnet status) and read its log"
	}
}

// RejectedError comes when the runtime refuses a transaction before it enters a block: nothing has changed, and the
// sender's nonce is still free.
type RejectedError = node.RejectedError

// FailedError comes when a transaction is in a block and its call failed: the nonce is used and the fee is paid.
type FailedError struct {
	Module  string
	Code    uint32
	Message string
	Round   uint64
}

// Error implements error.
func (e *FailedError) Error() string {
	return fmt.Sprintf("the transaction failed in round %d: %s (%s, code %d)", e.Round, e.Message, e.Module, e.Code)
}

// probe looks whether something listens on a socket: the operating system says why not more clearly than gRPC does.
func probe(ctx context.Context, socket string) error {
	var dialer net.Dialer
	network, address, _ := node.Endpoint(socket)
	conn, err := dialer.DialContext(ctx, network, address)
	if err == nil {
		return conn.Close()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	reason := err.Error()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = "there is no such socket"
	case errors.Is(err, fs.ErrPermission):
		reason = "permission denied"
	case errors.Is(err, syscall.ECONNREFUSED):
		reason = "nothing listens there any more"
	case errors.Is(err, syscall.ENOTSOCK):
		reason = "that is not a socket"
	}
	return &UnreachableError{Socket: socket, Reason: reason, Err: err}
}

// wrap gives an error of a call its context, and its type where callers tell them apart.
func (c *Client) wrap(ctx context.Context, doing string, err error) error {
	var unreachable *UnreachableError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unreachable):
		return fmt.Errorf("%s: %w", doing, err)
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", doing, ctx.Err())
	case node.IsTransport(err):
		return fmt.Errorf("%s: %w", doing, c.unreachable(ctx, err))
	case node.IsStarting(err):
		return fmt.Errorf("%s: %w", doing, c.starting(err))
	case node.IsNotFound(err):
		return fmt.Errorf("%s: %w", doing, ErrNotFound)
	default:
		return fmt.Errorf("%s: %w", doing, err)
	}
}

func (c *Client) unreachable(ctx context.Context, err error) error {
	if probeErr := probe(ctx, c.socket); probeErr != nil {
		return probeErr
	}
	reason := "the connection was lost"
	if status.Code(err) == codes.DeadlineExceeded {
		reason = "it accepts connections and says nothing"
	}
	return &UnreachableError{Socket: c.socket, Reason: reason, Err: err}
}

func (c *Client) starting(err error) error {
	return &UnreachableError{Socket: c.socket, Reason: "it is starting or stopping", Err: err}
}

// retryable tells whether a call that failed with err may succeed later on the same node.
func retryable(err error) bool {
	var unreachable *UnreachableError
	return errors.As(err, &unreachable) || node.IsTransport(err) || node.IsStarting(err)
}
