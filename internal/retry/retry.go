// Package retry spaces attempts out, each further from the last than the one before.
package retry

import (
	"context"
	"time"

	"github.com/cenkalti/backoff/v4"
)

// Pauses are pauses that grow. They are for one goroutine at a time.
type Pauses struct{ next *backoff.ExponentialBackOff }

// Growing returns pauses that double, from a first to the longest.
func Growing(first, longest time.Duration) *Pauses { return GrowingBy(2, first, longest, 0) }

// GrowingBy returns pauses that grow by a factor, from a first to the longest. Each is up to a share of itself shorter
// or longer, by chance, so that those who wait for the same thing do not all come back at once.
func GrowingBy(factor float64, first, longest time.Duration, chance float64) *Pauses {
	return &Pauses{backoff.NewExponentialBackOff(
		backoff.WithInitialInterval(min(first, longest)), backoff.WithMaxInterval(longest),
		backoff.WithMultiplier(factor), backoff.WithRandomizationFactor(chance), backoff.WithMaxElapsedTime(0),
	)}
}

// Next returns how long the next pause is.
func (p *Pauses) Next() time.Duration { return p.next.NextBackOff() }

// Reset begins anew with the first pause.
func (p *Pauses) Reset() { p.next.Reset() }

// Wait waits for the next pause, or until the context ends, whose error it returns.
func (p *Pauses) Wait(ctx context.Context) error { return Wait(ctx, p.Next()) }

// Wait waits, or until the context ends, whose error it returns.
func Wait(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
