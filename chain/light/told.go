package light

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/assent-network/assent/protocol/proof"
)

// What the node tells: rounds that no header has confirmed yet. What is done ahead of the next header is done on them,
// with Confirm before anything that cannot be taken back.

// toldBlocks is for how many consensus blocks a round is waited for that the node told of. One that is final is
// confirmed by the next block.
const toldBlocks = 16

// ErrNeverCame comes when the node told of a round that was in no block that followed.
var ErrNeverCame = errors.New("no block has the round that the node told of")

// Told returns the header of the newest round that the node tells of, not before the given one, for which it waits. It
// is the node's word and nothing more, until Confirm says otherwise. It is not older than the newest head.
func (v *View) Told(ctx context.Context, least uint64) (*proof.Header, error) {
	var from int64
	for {
		v.mu.Lock()
		head, changed, told, conflict := *v.head, v.changed, v.told, v.conflict
		v.mu.Unlock()
		if conflict != nil {
			return nil, conflict
		}
		h, err := v.fetchLatest(ctx)
		if err != nil {
			return nil, err
		}
		if h.Round <= head.Round() {
			h = &head.Runtime.Last
		}
		if h.Round >= least {
			return h, nil
		}
		if from == 0 {
			from = head.Height
		}
		if head.Height > from+toldBlocks {
			return nil, fmt.Errorf("round %d, after %d blocks: %w: the newest is %d", least, toldBlocks, ErrNotYet,
				h.Round)
		}
		select {
		case <-changed:
		case <-told:
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for the node to tell of round %d: %w", least, ctx.Err())
		}
	}
}

// ToldAt returns the header of a round, waiting until the node tells of it: the verified one where there is one, the
// node's word where there is none yet.
func (v *View) ToldAt(ctx context.Context, round uint64) (*proof.Header, error) {
	newest, err := v.Told(ctx, round)
	if err != nil || newest.Round == round {
		return newest, err
	}
	h, err := v.Header(ctx, round)
	if !errors.Is(err, ErrNotYet) {
		return h, err
	}
	if h, err = fetchHeader(ctx, v.cfg.Node, round); err != nil {
		return nil, err
	}
	return h, v.checkTold(h, round)
}

// fetchLatest asks the node for the header of its newest round.
func (v *View) fetchLatest(ctx context.Context) (*proof.Header, error) {
	const what = "the header of the newest round"
	raw, err := v.cfg.Node.LatestHeader(ctx)
	if err != nil {
		return nil, unavailable(what, err)
	}
	h, err := proof.DecodeHeader(raw)
	if err != nil {
		return nil, forged(what, err)
	}
	return h, v.checkTold(h, h.Round)
}

func (v *View) checkTold(h *proof.Header, round uint64) error {
	if h.Namespace != v.cfg.Root.RuntimeID || h.Round != round {
		return forged(fmt.Sprintf("the header of round %d", round),
			fmt.Errorf("the node sent round %d of runtime %s", h.Round, h.Namespace))
	}
	return nil
}

// Confirm waits until the round of a header that the node told of is verified, and fails when it is not that header:
// with ErrForged when the chain has another one, with ErrNeverCame when blocks go by without it. Something else has to
// move the view on.
func (v *View) Confirm(ctx context.Context, told *proof.Header) (Head, error) {
	var from int64
	head, err := v.Wait(ctx, func(h Head) bool {
		if from == 0 {
			from = h.Height
		}
		return h.Round() >= told.Round || h.Height > from+toldBlocks
	})
	if err != nil {
		return head, fmt.Errorf("waiting for the header that confirms round %d: %w", told.Round, err)
	}
	if head.Round() < told.Round {
		err := fmt.Errorf("round %d: %w: after block %d the newest is %d", told.Round, ErrNeverCame, head.Height,
			head.Round())
		v.cfg.Logger.ErrorContext(ctx, "The node told of a round that never came", slog.Any("error", err))
		return head, err
	}
	h, err := v.Header(ctx, told.Round)
	if err != nil {
		return head, err
	}
	if h.EncodedHash() != told.EncodedHash() {
		err := forged(fmt.Sprintf("round %d as the node told of it", told.Round),
			fmt.Errorf("it gave the header %s, the chain has %s", told.EncodedHash(), h.EncodedHash()))
		v.cfg.Logger.ErrorContext(ctx, "The node told of another round than the chain has", slog.Any("error", err))
		return head, err
	}
	return head, nil
}
