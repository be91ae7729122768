package light

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/protocol/proof"
)

const (
	// maxLink is how many rounds back headers are linked one by one.
	maxLink = 50_000
	// maxHeaders is how many verified headers are kept in memory.
	maxHeaders = 1 << 16
	// retryPause is how long Follow waits before it asks a node again that broke off.
	retryPause = 500 * time.Millisecond
)

// headerCache keeps verified headers by round.
type headerCache struct {
	byRound map[uint64]*proof.Header
}

func (c *headerCache) add(h *proof.Header) {
	if c.byRound == nil || len(c.byRound) >= maxHeaders {
		c.byRound = make(map[uint64]*proof.Header)
	}
	c.byRound[h.Round] = h
}

// from returns the header of a round or the nearest one after it, up to last.
func (c *headerCache) from(round, last uint64) *proof.Header {
	for ; round <= last; round++ {
		if h, ok := c.byRound[round]; ok {
			return h
		}
	}
	return nil
}

// Header returns the verified header of a round. It fails with ErrNotYet when the newest verified head is before the
// round.
func (v *View) Header(ctx context.Context, round uint64) (*proof.Header, error) {
	v.mu.Lock()
	head, conflict := v.head, v.conflict
	v.headers.add(&head.Runtime.Last)
	var child *proof.Header
	if round <= head.Round() && head.Round()-round <= maxLink {
		child = v.headers.from(round, head.Round())
	}
	v.mu.Unlock()
	switch {
	case conflict != nil:
		return nil, conflict
	case round > head.Round():
		return nil, fmt.Errorf("round %d: %w: the newest is %d", round, ErrNotYet, head.Round())
	case child == nil:
		return nil, fmt.Errorf("round %d: %w: the newest is %d, at most %d rounds are linked", round, ErrTooFar,
			head.Round(), maxLink)
	}
	for child.Round > round {
		h, err := fetchHeader(ctx, v.cfg.Node, child.Round-1)
		if err != nil {
			return nil, err
		}
		if err := proof.LinkHeaders(child, []proof.Header{*h}); err != nil {
			return nil, forged(fmt.Sprintf("header of round %d", child.Round-1), err)
		}
		v.mu.Lock()
		v.headers.add(h)
		v.mu.Unlock()
		child = h
	}
	return child, nil
}

func fetchHeader(ctx context.Context, n Node, round uint64) (*proof.Header, error) {
	what := fmt.Sprintf("header of round %d", round)
	raw, err := n.Header(ctx, round)
	if err != nil {
		return nil, unavailable(what, err)
	}
	h, err := proof.DecodeHeader(raw)
	if err != nil {
		return nil, forged(what, err)
	}
	return h, nil
}

// WaitRound waits until a round is final in the verified view and returns its header. Something else has to move the
// view on: Follow, or calls of Update.
func (v *View) WaitRound(ctx context.Context, round uint64) (*proof.Header, error) {
	if _, err := v.Wait(ctx, func(h Head) bool { return h.Round() >= round }); err != nil {
		return nil, fmt.Errorf("waiting for round %d: %w", round, err)
	}
	return v.Header(ctx, round)
}

// WaitHeight waits until the view has verified the consensus block at a height or a later one.
func (v *View) WaitHeight(ctx context.Context, height int64) (Head, error) {
	head, err := v.Wait(ctx, func(h Head) bool { return h.Height >= height })
	if err != nil {
		return head, fmt.Errorf("waiting for height %d: %w", height, err)
	}
	return head, nil
}

// Wait waits until the newest head satisfies a condition and returns it. It fails when the context ends or the chain
// turns out to be forked.
func (v *View) Wait(ctx context.Context, until func(Head) bool) (Head, error) {
	for {
		v.mu.Lock()
		head, changed, conflict := *v.head, v.changed, v.conflict
		v.mu.Unlock()
		if conflict != nil {
			return head, conflict
		}
		if until(head) {
			return head, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return head, ctx.Err()
		}
	}
}

// Follow takes the view along with every new consensus block until the context ends. It goes on after a node that
// breaks off or answers wrongly, which Latest shows as ErrStale before long, and returns only what cannot heal: a fork,
// or an expired trust root.
func (v *View) Follow(ctx context.Context) error {
	for ctx.Err() == nil {
		err := v.follow(ctx)
		var fork *ForkError
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.As(err, &fork), errors.Is(err, proof.ErrExpired):
			return err
		}
		v.cfg.Logger.WarnContext(ctx, "Cannot follow the node", slog.Any("error", err))
		_ = retry.Wait(ctx, retryPause) // a context that has ended ends the loop
	}
	return nil
}

// follow updates with every block of one subscription until something fails.
func (v *View) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	heights, err := v.cfg.Node.Heights(ctx)
	if err != nil {
		return unavailable("new blocks", err)
	}
	rounds, err := v.cfg.Node.Rounds(ctx)
	if err != nil {
		return unavailable("new rounds", err)
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		for {
			if _, err := v.Update(ctx); err != nil {
				return err
			}
			if err := await(ctx, heights, "new blocks"); err != nil {
				return err
			}
		}
	})
	// Apart from the blocks: who waits for a round that the node tells of does not wait until a block is verified.
	g.Go(func() error {
		for {
			if err := await(ctx, rounds, "new rounds"); err != nil {
				return err
			}
			v.mu.Lock()
			close(v.told)
			v.told = make(chan struct{})
			v.mu.Unlock()
		}
	})
	return g.Wait()
}

// await waits for the next value of a subscription.
func await[N any](ctx context.Context, from <-chan N, what string) error {
	select {
	case _, ok := <-from:
		if !ok {
			return unavailable(what, errors.New("the subscription ended"))
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
