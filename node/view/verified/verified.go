// Package verified joins a verified view of the chain (package watch) with the typed reads of the contracts (package view):
// every answer follows from the trust root, whatever the node says.
package verified

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/node/watch"
	"github.com/assent-network/assent/protocol/proof"
)

// View opens snapshots of verified rounds. Somebody has to run the watch's Follow.
type View struct {
	watch  *watch.View
	reader *view.Reader
}

// New returns a view.
func New(w *watch.View, r *view.Reader) *View { return &View{watch: w, reader: r} }

// Latest returns the newest verified round. It fails with watch.ErrStale when the node's view of the chain is too old.
func (v *View) Latest(context.Context) (*view.Open, error) {
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("reading the newest verified round: %w", err)
	}
	return v.open(&head.Runtime.Last, head.Height), nil
}

// At returns a verified round, waiting for it when it lies ahead.
func (v *View) At(ctx context.Context, round uint64) (*view.Open, error) {
	header, err := v.watch.WaitRound(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("verifying round %d: %w", round, err)
	}
	head, err := v.watch.Latest()
	if err != nil {
		return nil, fmt.Errorf("verifying round %d: %w", round, err)
	}
	return v.open(header, head.Height), nil
}

// After returns the newest verified round once it is proven by a consensus block above a height.
func (v *View) After(ctx context.Context, height uint64) (*view.Open, error) {
	if _, err := v.watch.Wait(ctx, func(h watch.Head) bool { return uint64(h.Height) > height }); err != nil {
		return nil, fmt.Errorf("waiting for a consensus block above height %d: %w", height, err)
	}
	return v.Latest(ctx)
}

// Next waits for a verified round after the given one and returns its number.
func (v *View) Next(ctx context.Context, after uint64) (uint64, error) {
	head, err := v.watch.Wait(ctx, func(h watch.Head) bool { return h.Round() > after })
	if err != nil {
		return 0, fmt.Errorf("waiting for a round after %d: %w", after, err)
	}
	return head.Round(), nil
}

func (v *View) open(h *proof.Header, height int64) *view.Open {
	round := view.Round{Number: h.Round, Time: h.Timestamp, StateRoot: common.Hash(h.StateRoot)}
	return v.reader.Open(round, uint64(height), v.watch.Tree(h), func(ctx context.Context, prefix []byte) ([]watch.Entry, error) {
		return v.watch.Range(ctx, h, prefix)
	})
}
