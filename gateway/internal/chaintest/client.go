package chaintest

import (
	"context"
	"errors"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	oasisErrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	"github.com/oasisprotocol/oasis-core/go/common/pubsub"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	nodedb "github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/assent-network/assent/runtime/modules"
)

var errDown = status.Error(codes.Unavailable, "connection refused")

// lock takes the lock of a node that is up.
func (c *Chain) lock() error {
	c.mu.Lock()
	if c.down {
		c.mu.Unlock()
		return errDown
	}
	return nil
}

// find returns the block of a round. The lock must be held.
func (c *Chain) find(round uint64) (*block.Block, error) {
	if round == client.RoundLatest {
		return c.latest(), nil
	}
	if round >= uint64(len(c.blocks)) || round < c.earliest {
		return nil, roothash.ErrNotFound
	}
	return c.blocks[round], nil
}

// GetGenesisBlock implements client.RuntimeClient.
func (c *Chain) GetGenesisBlock(context.Context, common.Namespace) (*block.Block, error) {
	return c.blocks[0], nil
}

// GetBlock implements client.RuntimeClient.
func (c *Chain) GetBlock(_ context.Context, rq *client.GetBlockRequest) (*block.Block, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	return c.find(rq.Round)
}

// GetLastRetainedBlock implements client.RuntimeClient.
func (c *Chain) GetLastRetainedBlock(context.Context, common.Namespace) (*block.Block, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	return c.find(c.earliest)
}

// GetTransactions implements client.RuntimeClient.
func (c *Chain) GetTransactions(ctx context.Context, rq *client.GetTransactionsRequest) (raw [][]byte, err error) {
	txs, err := c.GetTransactionsWithResults(ctx, rq)
	for _, tx := range txs {
		raw = append(raw, tx.Tx)
	}
	return raw, err
}

// GetTransactionsWithResults implements client.RuntimeClient.
func (c *Chain) GetTransactionsWithResults(_ context.Context,
	rq *client.GetTransactionsRequest) ([]*client.TransactionWithResults, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	if _, err := c.find(rq.Round); err != nil {
		return nil, err
	}
	return c.txs[rq.Round], nil
}

// GetUnconfirmedTransactions implements client.RuntimeClient.
func (c *Chain) GetUnconfirmedTransactions(context.Context, common.Namespace) (raw [][]byte, err error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	for i := range c.pool {
		raw = append(raw, c.pool[i].raw)
	}
	return raw, nil
}

// GetEvents implements client.RuntimeClient.
func (c *Chain) GetEvents(ctx context.Context, rq *client.GetEventsRequest) (events []*client.Event, err error) {
	txs, err := c.GetTransactionsWithResults(ctx,
		&client.GetTransactionsRequest{RuntimeID: rq.RuntimeID, Round: rq.Round})
	for _, tx := range txs {
		for _, e := range tx.Events {
			events = append(events, &client.Event{Key: e.Key, Value: e.Value, TxHash: hash.NewFromBytes(tx.Tx)})
		}
	}
	return events, err
}

// Query implements client.RuntimeClient.
func (c *Chain) Query(ctx context.Context, rq *client.QueryRequest) (*client.QueryResponse, error) {
	if err := c.lock(); err != nil {
		return nil, err
	}
	defer c.mu.Unlock()
	b, err := c.find(rq.Round)
	if err != nil {
		return nil, err
	}
	tree := c.stateTree(b)
	defer tree.Close()
	data, err := c.dispatcher.Query(ctx, tree, describe(b, 0), rq.Method, rq.Args)
	if err != nil {
		return nil, err
	}
	return &client.QueryResponse{Data: data}, nil
}

// WatchBlocks implements client.RuntimeClient.
func (c *Chain) WatchBlocks(ctx context.Context,
	_ common.Namespace) (<-chan *roothash.AnnotatedBlock, pubsub.ClosableSubscription, error) {
	if err := c.lock(); err != nil {
		return nil, nil, err
	}
	defer c.mu.Unlock()
	in := make(chan *roothash.AnnotatedBlock)
	out := make(chan *roothash.AnnotatedBlock)
	sub := c.broker.Subscribe()
	sub.Unwrap(in)
	closing := c.closing
	go func() {
		defer close(out)
		for {
			select {
			case b, ok := <-in:
				if !ok {
					return
				}
				select {
				case out <- b:
				case <-closing:
					return
				case <-ctx.Done():
					return
				}
			case <-closing:
				return
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, sub, nil
}

// SubmitTx implements client.RuntimeClient.
func (c *Chain) SubmitTx(context.Context, *client.SubmitTxRequest) ([]byte, error) {
	return nil, errors.New("chaintest: not implemented: use SubmitTxNoWait")
}

// SubmitTxMeta implements client.RuntimeClient.
func (c *Chain) SubmitTxMeta(context.Context, *client.SubmitTxRequest) (*client.SubmitTxMetaResponse, error) {
	return nil, errors.New("chaintest: not implemented: use SubmitTxNoWait")
}

// SubmitTxNoWait implements client.RuntimeClient, with the node's own words.
func (c *Chain) SubmitTxNoWait(ctx context.Context, rq *client.SubmitTxRequest) error {
	if err := c.lock(); err != nil {
		return err
	}
	defer c.mu.Unlock()
	h := hash.NewFromBytes(rq.Data)
	if c.seen[h] {
		return status.Error(codes.Unknown, "duplicate transaction")
	}
	meta, err := c.check(ctx, rq.Data)
	if err != nil {
		return err
	}
	for i := range c.pool {
		old := &c.pool[i]
		if old.meta.Sender.Address != meta.Sender.Address || old.meta.Sender.Nonce != meta.Sender.Nonce {
			continue
		}
		if old.meta.Priority >= meta.Priority {
			return checkFailed(protocol.Error{Module: "txpool", Code: 1,
				Message: "replacement transaction underpriced"})
		}
		old.raw, old.meta = rq.Data, *meta
		c.seen[h] = true
		return nil
	}
	c.seen[h] = true
	c.pool = append(c.pool, pooled{raw: rq.Data, meta: *meta})
	if c.Auto {
		return c.produce()
	}
	return nil
}

// CheckTx implements client.RuntimeClient.
func (c *Chain) CheckTx(ctx context.Context, rq *client.CheckTxRequest) error {
	if err := c.lock(); err != nil {
		return err
	}
	defer c.mu.Unlock()
	_, err := c.check(ctx, rq.Data)
	return err
}

func (c *Chain) check(ctx context.Context, raw []byte) (*modules.CheckResult, error) {
	tree := c.stateTree(c.latest())
	defer tree.Close()
	results, err := c.dispatcher.CheckBatch(ctx, tree, describe(c.latest(), 1), [][]byte{raw})
	if err != nil {
		return nil, err
	}
	if e := results[0].Err; e != nil {
		return nil, checkFailed(protocol.Error{Module: e.Module, Code: e.Code, Message: e.Message})
	}
	return &results[0], nil
}

func checkFailed(e protocol.Error) error {
	return oasisErrors.WithContext(client.ErrCheckTxFailed, e.String())
}

// State implements client.RuntimeClient.
func (c *Chain) State() syncer.ReadSyncer { return stateSyncer{c} }

// stateSyncer proves what is in the state of any round.
type stateSyncer struct{ c *Chain }

func (s stateSyncer) tree(root mkvsNode.Root) (mkvs.Tree, error) {
	if err := s.c.lock(); err != nil {
		return nil, err
	}
	defer s.c.mu.Unlock()
	if root.Version < s.c.earliest || !s.c.ndb.HasRoot(root) {
		return nil, fmt.Errorf("chaintest: %w", nodedb.ErrVersionNotFound)
	}
	return mkvs.NewWithRoot(nil, s.c.ndb, root), nil
}

// SyncGet implements syncer.ReadSyncer.
func (s stateSyncer) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	tree, err := s.tree(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return tree.SyncGet(ctx, rq)
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (s stateSyncer) SyncGetPrefixes(ctx context.Context,
	rq *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	tree, err := s.tree(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return tree.SyncGetPrefixes(ctx, rq)
}

// SyncIterate implements syncer.ReadSyncer.
func (s stateSyncer) SyncIterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	tree, err := s.tree(rq.Tree.Root)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return tree.SyncIterate(ctx, rq)
}
