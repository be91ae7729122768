// Package node is the gateway's view of one Oasis node and of one runtime on it.
//
// It promises that the connection heals by itself: while the node is away every call fails at once with ErrUnreachable,
// and works again after the node has come back. The node is trusted to name the latest block; what is read from the
// runtime's state is checked against the state root of that block.
package node

import (
	"context"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	cmnGrpc "github.com/oasisprotocol/oasis-core/go/common/grpc"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	nodedb "github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
)

var (
	// ErrUnreachable means that the node does not answer. Try again later.
	ErrUnreachable = errors.New("the node is unreachable, try again later")
	// ErrNotFound means that the node does not have what was asked for: it has not come so far, or has pruned it.
	ErrNotFound = errors.New("the node does not have it")
)

// CheckError is the runtime's refusal of a transaction.
type CheckError struct {
	Module  string
	Code    uint32
	Message string
}

func (e *CheckError) Error() string {
	return fmt.Sprintf("%s (module %s, code %d)", e.Message, e.Module, e.Code)
}

// RefusalError is the node's refusal of a transaction before the runtime saw it.
type RefusalError struct{ Message string }

func (e *RefusalError) Error() string { return e.Message }

// Runtime is one runtime on a node.
type Runtime struct {
	id     common.Namespace
	client runtime.RuntimeClient
}

// NewRuntime returns the runtime with an ID behind a client.
func NewRuntime(client runtime.RuntimeClient, id common.Namespace) *Runtime {
	return &Runtime{id: id, client: client}
}

// Dial connects to the UNIX socket of a node. It does not wait: the node may come up later. Close the connection when
// done.
func Dial(socket string) (*grpc.ClientConn, error) {
	conn, err := cmnGrpc.Dial("unix:"+socket,
		grpc.WithTransportCredentials(insecure.NewCredentials()), // A UNIX socket is guarded by its permissions.
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff: backoff.Config{BaseDelay: 100 * time.Millisecond, Multiplier: 1.6, Jitter: 0.2,
				MaxDelay: 2 * time.Second},
			MinConnectTimeout: 2 * time.Second,
		}),
		grpc.WithChainUnaryInterceptor(boundUnconfirmed),
	)
	if err != nil {
		return nil, fmt.Errorf("connecting to the node at %s: %w", socket, err)
	}
	return conn, nil
}

// maxUnconfirmed bounds the answer to what waits in the node's pool, in bytes. It is read whole and decoded, so that a
// larger one would cost more than it tells.
const maxUnconfirmed = 32 << 20

// boundUnconfirmed has the connection refuse a larger answer before it is read.
func boundUnconfirmed(
	ctx context.Context, method string, req, reply any, conn *grpc.ClientConn, invoke grpc.UnaryInvoker,
	opts ...grpc.CallOption,
) error {
	if path.Base(method) == "GetUnconfirmedTransactions" {
		opts = append(opts, grpc.MaxCallRecvMsgSize(maxUnconfirmed))
	}
	return invoke(ctx, method, req, reply, conn, opts...)
}

// ID is the runtime's ID.
func (r *Runtime) ID() common.Namespace { return r.id }

// Block returns the block of a round.
func (r *Runtime) Block(ctx context.Context, round uint64) (*block.Block, error) {
	b, err := r.client.GetBlock(ctx, &runtime.GetBlockRequest{RuntimeID: r.id, Round: round})
	return b, Wrap(err)
}

// Latest returns the last block that the node has together with its state.
func (r *Runtime) Latest(ctx context.Context) (*block.Block, error) {
	return r.Block(ctx, runtime.RoundLatest)
}

// Earliest returns the first block that the node still has with its state.
func (r *Runtime) Earliest(ctx context.Context) (*block.Block, error) {
	b, err := r.client.GetLastRetainedBlock(ctx, r.id)
	return b, Wrap(err)
}

// Genesis returns the runtime's first block.
func (r *Runtime) Genesis(ctx context.Context) (*block.Block, error) {
	b, err := r.client.GetGenesisBlock(ctx, r.id)
	return b, Wrap(err)
}

// Transactions returns the transactions of a round in order, with results and events.
func (r *Runtime) Transactions(ctx context.Context, round uint64) ([]*runtime.TransactionWithResults, error) {
	txs, err := r.client.GetTransactionsWithResults(ctx, &runtime.GetTransactionsRequest{RuntimeID: r.id, Round: round})
	return txs, Wrap(err)
}

// Unconfirmed returns the transactions that wait in the node's pool, or an error when they have more than
// maxUnconfirmed bytes.
func (r *Runtime) Unconfirmed(ctx context.Context) ([][]byte, error) {
	txs, err := r.client.GetUnconfirmedTransactions(ctx, r.id)
	return txs, Wrap(err)
}

// Watch calls f for every new block until the context ends, f fails or the stream does.
func (r *Runtime) Watch(ctx context.Context, f func(*roothash.AnnotatedBlock) error) error {
	ch, sub, err := r.client.WatchBlocks(ctx, r.id)
	if err != nil {
		return Wrap(err)
	}
	defer sub.Close()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b, ok := <-ch:
			if !ok {
				return ErrUnreachable
			}
			if err := f(b); err != nil {
				return err
			}
		}
	}
}

// Submit gives a transaction to the node and returns when the node's pool has taken it, or with a CheckError or
// RefusalError.
func (r *Runtime) Submit(ctx context.Context, envelope []byte) error {
	return submitError(r.client.SubmitTxNoWait(ctx, &runtime.SubmitTxRequest{RuntimeID: r.id, Data: envelope}))
}

// Query asks the runtime itself, at the state of a round.
func (r *Runtime) Query(ctx context.Context, round uint64, method string, args, result any) error {
	raw := cbor.Marshal(nil)
	if args != nil {
		raw = cbor.Marshal(args)
	}
	rsp, err := r.client.Query(ctx, &runtime.QueryRequest{RuntimeID: r.id, Round: round, Method: method, Args: raw})
	if err != nil {
		return fmt.Errorf("querying %s at round %d: %w", method, round, Wrap(err))
	}
	if err := cbor.Unmarshal(rsp.Data, result); err != nil {
		return fmt.Errorf("decoding the answer to %s: %w", method, err)
	}
	return nil
}

// State returns a reader of the runtime's state that brings proofs.
func (r *Runtime) State() syncer.ReadSyncer { return r.client.State() }

// Consensus returns the consensus layer's services behind a connection.
func Consensus(conn *grpc.ClientConn) consensus.Services { return consensus.NewServicesClient(conn) }

// NewRuntimeClient returns the runtime client behind a connection.
func NewRuntimeClient(conn *grpc.ClientConn) runtime.RuntimeClient { return runtime.NewClient(conn) }

// Wrap gives an error of a node a name that matters to the gateway: ErrUnreachable or ErrNotFound, when it is one of
// these.
func Wrap(err error) error {
	switch {
	case err == nil:
		return nil
	case status.Code(err) == codes.Unavailable:
		return fmt.Errorf("%w: %s", ErrUnreachable, status.Convert(err).Message())
	case errors.Is(err, roothash.ErrNotFound), errors.Is(err, runtime.ErrNotFound),
		errors.Is(err, consensus.ErrVersionNotFound),
		errors.Is(err, nodedb.ErrVersionNotFound), errors.Is(err, nodedb.ErrRootNotFound), errors.Is(err,
			nodedb.ErrNodeNotFound):
		return fmt.Errorf("%w: %w", ErrNotFound, err)
	case status.Code(err) == codes.Canceled:
		return context.Canceled
	case status.Code(err) == codes.DeadlineExceeded:
		return context.DeadlineExceeded
	}
	return err
}

// runtimeError is how protocol.Error prints itself, which is all that a client learns of a failed check.
var runtimeError = regexp.MustCompile(`(?s)runtime error: module: (\S*) code: (\d+) message: (.*)$`)

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
	if m := runtimeError.FindStringSubmatch(err.Error()); m != nil {
		if code, perr := strconv.ParseUint(m[2], 10, 32); perr == nil {
			return &CheckError{Module: m[1], Code: uint32(code), Message: m[3]}
		}
	}
	if s, ok := status.FromError(err); ok && s.Code() == codes.Unknown {
		return &RefusalError{Message: s.Message()}
	}
	return &RefusalError{Message: err.Error()}
}
