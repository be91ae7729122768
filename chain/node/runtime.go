package node

import (
	"context"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

// Runtime is one runtime on a node.
type Runtime struct {
	id     common.Namespace
	client runtime.RuntimeClient
}

// NewRuntime returns the runtime with an ID behind a client.
func NewRuntime(client runtime.RuntimeClient, id common.Namespace) *Runtime {
	return &Runtime{id: id, client: client}
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

// Submit gives a transaction to the node and returns when the node's pool has taken it, or with a RejectedError or
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
