package node

import (
	"context"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
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

// Heights sends the height of every new consensus block until the context ends or the connection breaks; then it closes
// the channel. A slow reader misses all but the newest.
func (e *Evidence) Heights(ctx context.Context) (<-chan int64, error) {
	blocks, sub, err := e.core.WatchBlocks(ctx)
	if err != nil {
		return nil, Wrap(err)
	}
	heights := make(chan int64, 1)
	go func() {
		defer close(heights)
		defer sub.Close()
		for {
			select {
			case b, ok := <-blocks:
				if !ok {
					return
				}
				select {
				case <-heights:
				default:
				}
				heights <- b.Height
			case <-ctx.Done():
				return
			}
		}
	}()
	return heights, nil
}

// Header returns the CBOR of the header of a runtime round.
func (e *Evidence) Header(ctx context.Context, round uint64) ([]byte, error) {
	b, err := e.runtime.Block(ctx, round)
	if err != nil {
		return nil, err
	}
	return cbor.Marshal(b.Header), nil
}

// ConsensusState serves proofs of consensus state.
func (e *Evidence) ConsensusState() syncer.ReadSyncer { return e.core.State() }

// RuntimeState serves proofs of runtime state.
func (e *Evidence) RuntimeState() syncer.ReadSyncer { return e.runtime.State() }
