package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
)

// attested is evidence of this enclave with what the chain's collateral makes of it.
type attested struct {
	bytes  []byte
	claims *tee.Claims
}

// judged attests the enclave for a registration and judges the evidence by the collateral on chain, as the registry
// will. When what is there does not do, or is behind what the collector has, the collector's is posted first.
func (w *Worker) judged(ctx context.Context) (*attested, error) {
	now, err := w.cfg.View.Latest(ctx)
	if err != nil {
		return nil, err
	}
	defer now.Close()
	b, e, err := w.attest(ctx, now, [32]byte{})
	if err != nil {
		return nil, err
	}
	place, err := attestation.Locate(*e, w.cfg.Roots)
	if err != nil {
		return nil, fmt.Errorf("this machine's own quote: %w", err)
	}
	collected, err := w.cfg.Collector.Collateral(ctx, e.Quote)
	if err != nil {
		return nil, fmt.Errorf("getting collateral: %w", err)
	}
	outdated, err := w.outdated(ctx, now, place, *e, collected)
	if err != nil {
		return nil, err
	}
	at := now
	var refused error
	if outdated {
		// What the operator's collector has may be worse than what the chain has, and need not matter.
		if at, err = w.postCollateral(ctx, now, collected); errors.Is(err, solidity.ErrCollateralRefused) {
			at, refused = now, err
		} else if err != nil {
			return nil, err
		}
		if at != now {
			defer at.Close()
		}
	}
	claims, err := w.cfg.Genuine.Verify(ctx, at.Snapshot, w.cfg.Now(), *e, nil)
	switch {
	case err != nil && refused != nil:
		return nil, refused
	case err != nil:
		return nil, fmt.Errorf("this machine's own quote, by the collateral on chain: %w", err)
	case refused != nil:
		w.cfg.Log.WarnContext(ctx, "The chain does not take this operator's collateral; what is there does for now",
			slog.Any("error", refused))
	}
	return &attested{bytes: b, claims: claims}, nil
}

// outdated reports whether the collateral on chain should be renewed: it does not make the quote genuine for as long as
// the registration is to last, half of its own time is over, or the collector has a higher evaluation or a higher
// number of a list.
func (w *Worker) outdated(ctx context.Context, now *contracts.Open, place collateral.Place, e tee.Evidence,
	collected []byte) (bool, error) {
	claims, err := w.cfg.Genuine.Verify(ctx, now.Snapshot, w.cfg.Now(), e, nil)
	if err != nil { // newer collateral may help, and if not, says why
		return true, nil
	}
	c := claims.Collateral
	if left := c.ValidUntil.Sub(w.cfg.Now()); left < w.cfg.Life || left < c.ValidUntil.Sub(c.IssuedAt)/2 {
		return true, nil
	}
	have, err := now.CollateralVersion(ctx, place)
	if err != nil {
		return false, err
	}
	has, err := attestation.Inspect(collected, w.cfg.Roots, w.cfg.Now())
	if err != nil {
		w.cfg.Log.WarnContext(ctx, "This operator's collateral does not hold; what is on chain does",
			slog.Any("error", err))
		return false, nil
	}
	for _, p := range [][2]collateral.Stamp{
		{has.Version.TCBInfo, have.TCBInfo}, {has.Version.QEIdentity, have.QEIdentity},
		{has.Version.RootCRL, have.RootCRL}, {has.Version.PCKCRL, have.PCKCRL},
	} {
		if p[0].Number != nil && (p[1].Number == nil || p[0].Number.Cmp(p[1].Number) > 0) {
			return true, nil
		}
	}
	return false, nil
}

// othersRounds is for how many rounds a worker waits for what others have posted: the node was ahead of the view.
const othersRounds = 10

// withCollateral returns a view that has what others were faster to post, as far as it comes soon.
func (w *Worker) withCollateral(ctx context.Context, now *contracts.Open, collected []byte) (*contracts.Open, error) {
	last := now.Round.Number
	for attempt := 1; ; attempt++ {
		next, err := w.cfg.View.Next(ctx, last)
		if err != nil {
			return nil, err
		}
		after, err := w.cfg.View.At(ctx, next)
		if err != nil {
			return nil, err
		}
		newer, err := after.NewerCollateral(ctx, collected)
		if err == nil && (newer == nil || attempt == othersRounds) {
			return after, nil
		}
		after.Close()
		if err != nil {
			return nil, err
		}
		last = next
	}
}

// postCollateral posts what of the collateral is newer than the chain's, and returns a view in which it is there: the
// one given when there is nothing to post.
func (w *Worker) postCollateral(ctx context.Context, now *contracts.Open, collected []byte) (*contracts.Open, error) {
	newer, err := now.NewerCollateral(ctx, collected)
	if err != nil || newer == nil {
		return now, err
	}
	registry, err := now.CollateralRegistry(ctx)
	if err != nil {
		return nil, err
	}
	round, err := w.cfg.Sender.Send(ctx, registry, new(big.Int), w.collateral.PackPost(newer))
	switch {
	// others were faster
	case errors.Is(err, solidity.ErrCollateralNotNewer), errors.Is(err, solidity.ErrCollateralBackwards):
		return w.withCollateral(ctx, now, collected)
	case err != nil:
		return nil, fmt.Errorf("posting collateral: %w", err)
	}
	w.cfg.Log.InfoContext(ctx, "Posted collateral", slog.Uint64("round", round))
	after, err := w.cfg.View.At(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("posting collateral: verifying round %d: %w", round, err)
	}
	return after, nil
}
