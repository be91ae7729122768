package rhp

import (
	"context"
	"fmt"

	beacon "github.com/oasisprotocol/oasis-core/go/beacon/api"
	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/commitment"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/message"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	storage "github.com/oasisprotocol/oasis-core/go/storage/api"

	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/modules"
)

func (g *Guest) execute(ctx context.Context, d *modules.Dispatcher, id common.Namespace,
	rq *protocol.RuntimeExecuteTxBatchRequest) (*protocol.Body, error) {
	blk, err := nextBlock(id, &rq.Block.Header, rq.RoundResults, rq.Epoch, rq.MaxMessages)
	if err != nil {
		return nil, err
	}
	tree := g.cache.Execution(rq.Block.Header.StorageRootState())
	defer tree.Close()

	var result *modules.BatchResult
	switch rq.Mode {
	case protocol.ExecutionModeSchedule:
		result, err = d.ScheduleBatch(ctx, tree, blk, rq.Inputs, g.fetch)
	case protocol.ExecutionModeExecute:
		result, err = d.ExecuteBatch(ctx, tree, blk, rq.Inputs)
	default:
		err = errUnsupported.With(fmt.Sprintf("execution mode %d", rq.Mode))
	}
	if err != nil {
		return nil, err
	}
	io, err := buildIO(ctx, id, blk.Round, result)
	if err != nil {
		return nil, err
	}
	if rq.Mode == protocol.ExecutionModeExecute && !io.inputRoot.Equal(&rq.IORoot) {
		return nil, errInputs
	}
	stateLog, stateRoot, err := tree.CommitRound(ctx, blk.Round)
	if err != nil {
		return nil, err
	}
	// No message is ever emitted, and no incoming one taken.
	messages, inMessages := message.MessagesHash(nil), message.InMessagesHash(nil)
	hashes := make([]hash.Hash, len(result.Txs))
	for i := range result.Txs {
		hashes[i] = result.Txs[i].Hash
	}
	return &protocol.Body{RuntimeExecuteTxBatchResponse: &protocol.RuntimeExecuteTxBatchResponse{
		Batch: protocol.ComputedBatch{
			Header: commitment.ComputeResultsHeader{
				Round:          blk.Round,
				PreviousHash:   rq.Block.Header.EncodedHash(),
				IORoot:         &io.root,
				StateRoot:      &stateRoot,
				MessagesHash:   &messages,
				InMessagesHash: &inMessages,
			},
			IOWriteLog:    io.log,
			StateWriteLog: stateLog,
		},
		TxHashes:        hashes,
		TxRejectHashes:  result.Rejected,
		TxInputRoot:     io.inputRoot,
		TxInputWriteLog: io.inputLog,
	}}, nil
}

// fetch gets more transactions from the host's pool.
func (g *Guest) fetch(ctx context.Context, offset hash.Hash, limit uint32) ([][]byte, error) {
	rsp, err := g.conn.Call(ctx,
		&protocol.Body{HostFetchTxBatchRequest: &protocol.HostFetchTxBatchRequest{Offset: &offset, Limit: limit}})
	if err != nil {
		return nil, fmt.Errorf("fetching transactions from the host: %w", err)
	}
	if rsp.HostFetchTxBatchResponse == nil {
		return nil, fmt.Errorf("fetching transactions from the host: got %s", rsp.Type())
	}
	return rsp.HostFetchTxBatchResponse.Batch, nil
}

func (g *Guest) check(ctx context.Context, d *modules.Dispatcher, id common.Namespace,
	rq *protocol.RuntimeCheckTxBatchRequest) (*protocol.Body, error) {
	blk, err := nextBlock(id, &rq.Block.Header, nil, rq.Epoch, rq.MaxMessages)
	if err != nil {
		return nil, err
	}
	tree := g.cache.Checking(rq.Block.Header.StorageRootState())
	defer tree.Close()
	checks, err := d.CheckBatch(ctx, tree, blk, rq.Inputs)
	if err != nil {
		return nil, err
	}
	results := make([]protocol.CheckTxResult, len(checks))
	for i := range checks {
		if failed := checks[i].Err; failed != nil {
			results[i].Error = protocol.Error{Module: failed.Module, Code: failed.Code, Message: failed.Message}
			continue
		}
		sender := checks[i].Sender
		results[i].Error.Code = codeNoError
		results[i].Meta = &protocol.CheckTxMetadata{
			Priority:       checks[i].Priority,
			Sender:         sender.Address[:],
			SenderSeq:      sender.Nonce,
			SenderStateSeq: sender.StateNonce,
		}
	}
	return &protocol.Body{RuntimeCheckTxBatchResponse: &protocol.RuntimeCheckTxBatchResponse{Results: results}}, nil
}

func (g *Guest) query(ctx context.Context, d *modules.Dispatcher, id common.Namespace,
	rq *protocol.RuntimeQueryRequest) (*protocol.Body, error) {
	if rq.Header.Namespace != id {
		return nil, errOtherRuntime
	}
	select {
	case g.querying <- struct{}{}:
		defer func() { <-g.querying }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if rq.Method == layout.IterateQuery {
		return g.iterate(ctx, d, rq)
	}
	tree := g.cache.View(rq.Header.StorageRootState())
	defer tree.Close()
	data, err := d.Query(ctx, tree, &modules.Block{
		RuntimeID:   id,
		Round:       rq.Header.Round,
		Timestamp:   uint64(rq.Header.Timestamp),
		Header:      rq.Header,
		Epoch:       rq.Epoch,
		MaxMessages: rq.MaxMessages,
	}, rq.Method, rq.Args)
	if err != nil {
		return nil, err
	}
	return &protocol.Body{RuntimeQueryResponse: &protocol.RuntimeQueryResponse{Data: data}}, nil
}

// iterate proves entries of the state. It is no query of the modules: what it answers could be asked of the node
// itself, where it costs more.
func (g *Guest) iterate(
	ctx context.Context, d *modules.Dispatcher, rq *protocol.RuntimeQueryRequest,
) (*protocol.Body, error) {
	if !d.Allows(layout.IterateQuery, true) {
		return nil, modules.ErrForbidden
	}
	var args storage.IterateRequest
	if err := cbor.Unmarshal(rq.Args, &args); err != nil {
		return nil, modules.ErrInvalidArgument.With(err)
	}
	switch root := rq.Header.StorageRootState(); {
	case !args.Tree.Root.Equal(&root):
		return nil, modules.ErrInvalidArgument.With("the root is not that of the round")
	case args.Prefetch > layout.MaxIterated:
		return nil, modules.ErrInvalidArgument.With(
			fmt.Sprintf("%d entries, at most %d", args.Prefetch, layout.MaxIterated))
	}
	rsp, err := g.cache.Iterate(ctx, &args)
	if err != nil {
		return nil, err
	}
	return &protocol.Body{RuntimeQueryResponse: &protocol.RuntimeQueryResponse{Data: cbor.Marshal(rsp)}}, nil
}

// nextBlock describes the block that comes after the last finalised one.
func nextBlock(id common.Namespace, last *block.Header, results *roothash.RoundResults, epoch beacon.EpochTime,
	maxMessages uint32) (*modules.Block, error) {
	if last.Namespace != id {
		return nil, errOtherRuntime
	}
	return &modules.Block{
		RuntimeID:    id,
		Round:        last.Round + 1,
		Timestamp:    uint64(last.Timestamp),
		Header:       *last,
		RoundResults: results,
		Epoch:        epoch,
		MaxMessages:  maxMessages,
	}, nil
}

// hostState reads the runtime's state from the host.
type hostState struct{ conn protocol.Connection }

func (s *hostState) call(ctx context.Context, rq *protocol.HostStorageSyncRequest) (*storage.ProofResponse, error) {
	rsp, err := s.conn.Call(ctx, &protocol.Body{HostStorageSyncRequest: rq})
	if err != nil {
		return nil, fmt.Errorf("reading state from the host: %w", err)
	}
	if rsp.HostStorageSyncResponse == nil || rsp.HostStorageSyncResponse.ProofResponse == nil {
		return nil, fmt.Errorf("reading state from the host: got %s without a proof", rsp.Type())
	}
	return rsp.HostStorageSyncResponse.ProofResponse, nil
}

// SyncGet implements syncer.ReadSyncer.
func (s *hostState) SyncGet(ctx context.Context, rq *storage.GetRequest) (*storage.ProofResponse, error) {
	return s.call(ctx, &protocol.HostStorageSyncRequest{SyncGet: rq})
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (s *hostState) SyncGetPrefixes(ctx context.Context,
	rq *storage.GetPrefixesRequest) (*storage.ProofResponse, error) {
	return s.call(ctx, &protocol.HostStorageSyncRequest{SyncGetPrefixes: rq})
}

// SyncIterate implements syncer.ReadSyncer.
func (s *hostState) SyncIterate(ctx context.Context, rq *storage.IterateRequest) (*storage.ProofResponse, error) {
	return s.call(ctx, &protocol.HostStorageSyncRequest{SyncIterate: rq})
}
