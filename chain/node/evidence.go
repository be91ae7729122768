package node

import (
	"context"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/pubsub"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

// Evidence is what a node has to show for what it says: light blocks, headers, and states with proofs.
type Evidence struct {
	runtime *Runtime
	core    consensus.Backend
}

// NewEvidence returns the evidence of a node.
func NewEvidence(runtime *Runtime, core consensus.Backend) *Evidence {
	return &Evidence{runtime: runtime, core: core}
}

// LatestHeight returns the height of the latest consensus block.
func (e *Evidence) LatestHeight(ctx context.Context) (int64, error) {
	height, err := e.core.GetLatestHeight(ctx)
	return height, Wrap(err)
}

// LightBlock returns the light block at a height, as CometBFT encodes it.
func (e *Evidence) LightBlock(ctx context.Context, height int64) ([]byte, error) {
	b, err := e.core.GetLightBlock(ctx, height)
	if err != nil {
		return nil, Wrap(err)
	}
	return b.Meta, nil
}

// Transactions returns the transactions of the consensus block at a height.
func (e *Evidence) Transactions(ctx context.Context, height int64) ([][]byte, error) {
	txs, err := e.core.GetTransactions(ctx, height)
	return txs, Wrap(err)
}

// Heights sends the height of every new consensus block until the context ends or the connection breaks; then it closes
// the channel. A slow reader misses all but the newest.
func (e *Evidence) Heights(ctx context.Context) (<-chan int64, error) {
	blocks, sub, err := e.core.WatchBlocks(ctx)
	if err != nil {
		return nil, Wrap(err)
	}
	return newest(ctx, blocks, sub, func(b *consensus.Block) int64 { return b.Height }), nil
}

// Rounds sends the number of every new round whose state the node has until the context ends or the connection breaks;
// then it closes the channel. A slow reader misses all but the newest.
func (e *Evidence) Rounds(ctx context.Context) (<-chan uint64, error) {
	blocks, sub, err := e.runtime.client.WatchBlocks(ctx, e.runtime.id)
	if err != nil {
		return nil, Wrap(err)
	}
	return newest(ctx, blocks, sub, func(b *roothash.AnnotatedBlock) uint64 { return b.Block.Header.Round }), nil
}

// newest passes on the number of the newest block of a subscription. Those that were not taken before a newer one came
// are left out.
func newest[B any, N int64 | uint64](ctx context.Context, blocks <-chan B, sub pubsub.ClosableSubscription,
	number func(B) N) <-chan N {
	numbers := make(chan N, 1)
	go func() {
		defer close(numbers)
		defer sub.Close()
		for {
			select {
			case b, ok := <-blocks:
				if !ok {
					return
				}
				select {
				case <-numbers:
				default:
				}
				numbers <- number(b)
			case <-ctx.Done():
				return
			}
		}
	}()
	return numbers
}

// Header returns the CBOR of the header of a runtime round.
func (e *Evidence) Header(ctx context.Context, round uint64) ([]byte, error) {
	b, err := e.runtime.Block(ctx, round)
	if err != nil {
		return nil, err
	}
	return cbor.Marshal(b.Header), nil
}

// LatestHeader returns the CBOR of the header of the newest round whose state the node has.
func (e *Evidence) LatestHeader(ctx context.Context) ([]byte, error) {
	return e.Header(ctx, runtime.RoundLatest)
}

// ConsensusState serves proofs of consensus state.
func (e *Evidence) ConsensusState() syncer.ReadSyncer { return e.core.State() }

// RuntimeState serves proofs of runtime state.
func (e *Evidence) RuntimeState() syncer.ReadSyncer { return e.runtime.State() }
