// Package verified joins a verified view of the chain (package watch) with the typed reads of the contracts (package
// view): every answer follows from the trust root, whatever the node says.
package verified

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/proof"
)

// View opens snapshots of verified rounds. The caller runs the watch's Follow.
type View struct {
	watch  *light.View
	reader *contracts.Reader
}

// New returns a view.
func New(w *light.View, r *contracts.Reader) *View { return &View{watch: w, reader: r} }

// Latest returns the newest verified round. It fails with watch.ErrStale when the node's view of the chain is too old.
func (v *View) Latest(context.Context) (*contracts.Open, error) {
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("reading the newest verified round: %w", err)
	}
	return v.open(&head.Runtime.Last, head), nil
}

// At returns a verified round, waiting for it when it lies ahead.
func (v *View) At(ctx context.Context, round uint64) (*contracts.Open, error) {
	header, err := v.watch.WaitRound(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("verifying round %d: %w", round, err)
	}
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("verifying round %d: %w", round, err)
	}
	return v.open(header, head), nil
}

// After returns the newest verified round once it is proven by a consensus block above a height.
func (v *View) After(ctx context.Context, height uint64) (*contracts.Open, error) {
	if _, err := v.watch.Wait(ctx, func(h light.Head) bool { return uint64(h.Height) > height }); err != nil {
		return nil, fmt.Errorf("waiting for a consensus block above height %d: %w", height, err)
	}
	return v.Latest(ctx)
}

// Told returns the newest round that the node tells of, not before the given one, for which it waits. It fails with
// watch.ErrStale when the confirmed view is too old. The caller closes it.
func (v *View) Told(ctx context.Context, least uint64) (*contracts.Told, error) {
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("reading the newest round that the node tells of: %w", err)
	}
	header, err := v.watch.Told(ctx, least)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round that the node tells of: %w", err)
	}
	return contracts.NewTold(v.open(header, head), header), nil
}

// ToldAt returns a round, by the node's word where no header has confirmed it yet. The caller closes it.
func (v *View) ToldAt(ctx context.Context, round uint64) (*contracts.Told, error) {
	header, err := v.watch.ToldAt(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("reading round %d as the node tells of it: %w", round, err)
	}
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("reading round %d as the node tells of it: %w", round, err)
	}
	return contracts.NewTold(v.open(header, head), header), nil
}

// Confirm waits for the header that confirms a round that the node told of, and returns the same snapshot, which is
// verified now: closing either closes both. It fails with watch.ErrForged when the chain has another round, and then
// nothing that was read in it holds.
func (v *View) Confirm(ctx context.Context, told *contracts.Told) (*contracts.Open, error) {
	open := told.Unconfirmed()
	if _, err := v.watch.Confirm(ctx, told.Header()); err != nil {
		return nil, err
	}
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("confirming round %d: %w", open.Round.Number, err)
	}
	confirmed := *open
	confirmed.Height, confirmed.Clock = uint64(head.Height), clock(head)
	return &confirmed, nil
}

// Next waits for a verified round after the given one and returns its number.
func (v *View) Next(ctx context.Context, after uint64) (uint64, error) {
	head, err := v.watch.Wait(ctx, func(h light.Head) bool { return h.Round() > after })
	if err != nil {
		return 0, fmt.Errorf("waiting for a round after %d: %w", after, err)
	}
	return head.Round(), nil
}

// Until waits until the consensus time of a verified block is at least so many Unix seconds.
func (v *View) Until(ctx context.Context, seconds uint64) error {
	if _, err := v.watch.Wait(ctx, func(h light.Head) bool { return clock(h) >= seconds }); err != nil {
		return fmt.Errorf("waiting until the consensus time is %d: %w", seconds, err)
	}
	return nil
}

func clock(h light.Head) uint64 { return uint64(h.Time.Unix()) }

func (v *View) open(h *proof.Header, head light.Head) *contracts.Open {
	round := contracts.Round{Number: h.Round, Time: h.Timestamp, StateRoot: common.Hash(h.StateRoot),
		BlockHash: common.Hash(h.EncodedHash())}
	open := v.reader.Open(round, uint64(head.Height), v.watch.Tree(h),
		func(ctx context.Context, prefix []byte) ([]light.Entry, error) {
			return v.watch.Range(ctx, h, prefix)
		})
	open.Clock = clock(head)
	return open
}
