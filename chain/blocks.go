package chain

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/internal/retry"
)

// LatestRound is the newest round.
func (c *Client) LatestRound(ctx context.Context) (uint64, error) {
	b, err := c.Block(ctx, RoundLatest)
	if err != nil {
		return 0, err
	}
	return b.Header.Round, nil
}

// Block fetches the block of a round, RoundLatest for the newest. It returns ErrNotFound when the round is not there
// yet or was pruned.
func (c *Client) Block(ctx context.Context, round uint64) (*block.Block, error) {
	b, err := c.runtime.GetBlock(ctx, &runtime.GetBlockRequest{RuntimeID: c.runtimeID, Round: round})
	if err != nil {
		if round == RoundLatest {
			return nil, c.wrap(ctx, "fetching the newest block", c.latest(err))
		}
		return nil, c.wrap(ctx, fmt.Sprintf("fetching the block of round %d", round), err)
	}
	return b, nil
}

// latest looks at an error for the newest block: a node has one unless it has just started.
func (c *Client) latest(err error) error {
	if node.IsNotFound(err) {
		return c.starting(err)
	}
	return err
}

// Blocks yields every block from a round on, in order and without gaps, and goes on with new ones as they become final.
// RoundLatest starts with the newest. When the connection breaks it is made again, and rounds missed meanwhile are
// fetched.
//
// The sequence ends with an error: the context's, or that a round cannot be had.
func (c *Client) Blocks(ctx context.Context, from uint64) iter.Seq2[*block.Block, error] {
	return func(yield func(*block.Block, error) bool) {
		next, pauses := from, newPauses()
		for {
			done, err := c.follow(ctx, &next, pauses, yield)
			switch {
			case done:
				return
			case ctx.Err() != nil:
				yield(nil, ctx.Err())
				return
			case err != nil && !retryable(err) && !errors.Is(err, errStreamEnded):
				yield(nil, c.wrap(ctx, "watching blocks", err))
				return
			}
			if err := pauses.Wait(ctx); err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// quietFor is how long a stream of blocks may say nothing before the newest is asked for. The node begins to report
// some time after it was asked to, and a block that becomes final between is in no report.
const quietFor = 2 * time.Second

var errStreamEnded = errors.New("the stream of blocks ended")

// follow yields blocks from *next on over one connection and moves *next along. It returns done when the consumer has
// had enough, and otherwise why the connection is of no more use.
func (c *Client) follow(ctx context.Context, next *uint64, pauses *retry.Pauses,
	yield func(*block.Block, error) bool) (done bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// The subscription comes first: what becomes final while the past is fetched is then, nearly always, in it.
	stream, subscription, err := c.runtime.WatchBlocks(ctx, c.runtimeID)
	if err != nil {
		return false, err
	}
	defer subscription.Close()

	latest, err := c.runtime.GetBlock(ctx, &runtime.GetBlockRequest{RuntimeID: c.runtimeID, Round: RoundLatest})
	if err != nil {
		return false, c.latest(err)
	}
	if *next == RoundLatest {
		*next = latest.Header.Round
	}
	catchUp := func(end *block.Block) (done bool, err error) {
		for *next <= end.Header.Round {
			b := end
			if *next < end.Header.Round {
				if b, err = c.runtime.GetBlock(ctx,
					&runtime.GetBlockRequest{RuntimeID: c.runtimeID, Round: *next}); err != nil {
					return false, err
				}
			}
			if !yield(b, nil) {
				return true, nil
			}
			*next++
			pauses.Reset()
		}
		return false, nil
	}
	if done, err := catchUp(latest); done || err != nil {
		return done, err
	}
	quiet := time.NewTicker(quietFor)
	defer quiet.Stop()
	for {
		var end *block.Block
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case b, ok := <-stream:
			if !ok {
				return false, errStreamEnded
			}
			end = b.Block
			quiet.Reset(quietFor)
		case <-quiet.C:
			if end, err = c.runtime.GetBlock(ctx,
				&runtime.GetBlockRequest{RuntimeID: c.runtimeID, Round: RoundLatest}); err != nil {
				return false, c.latest(err)
			}
		}
		if done, err := catchUp(end); done || err != nil {
			return done, err
		}
	}
}
