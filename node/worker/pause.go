package worker

import (
	"errors"
	"fmt"
	"time"

	"github.com/assent-network/assent/internal/retry"
)

// pauses are how long a worker leaves a job alone between its attempts.
type pauses struct {
	attempts, ended, lapses *retry.Pauses
	waits                   *retry.Pauses // nil before the first wait that may be in vain
	waited                  time.Duration // the first of waits
}

func newPauses() *pauses {
	return &pauses{attempts: newBackoff(), ended: retry.Growing(endedPause, longestPause),
		lapses: retry.Growing(lapsePause, longestPause)}
}

const (
	// endedPause is how long a worker leaves a job alone whose claim it ended itself, at first: what hindered it, such
	// as a broker that does not have it on its list, rarely changes within seconds.
	endedPause = time.Minute
	// lapsePause is how long it leaves one alone whose claim has lapsed in its hands, at first.
	lapsePause = time.Second
	// longestPause bounds these, and waits that may be in vain.
	longestPause = time.Hour
)

// after returns how long to wait after an attempt that ended with an error.
func (p *pauses) after(err error) time.Duration {
	var (
		others *waiting
		mine   *lapsedClaim
	)
	switch {
	case errors.Is(err, errClaimEnded):
		return p.ended.Next()
	case errors.As(err, &mine):
		return min(p.lapses.Next(), mine.most)
	case errors.As(err, &others) && others.again:
		p.attempts.Reset()
		if p.waits == nil || p.waited != others.until {
			p.waits, p.waited = retry.Growing(others.until, longestPause), others.until
		}
		return p.waits.Next()
	case errors.As(err, &others):
		p.attempts.Reset()
		p.waits = nil
		return others.until
	default:
		return p.attempts.Next()
	}
}

// newBackoff spaces attempts out, from a twentieth of a second to eight seconds.
func newBackoff() *retry.Pauses { return retry.Growing(time.Second/20, 8*time.Second) }

// lapsedClaim is the error that this worker's own claim has lapsed, with its bond returned. Claiming again at once may
// only lead to the same again.
type lapsedClaim struct {
	cause error
	// most is the longest pause that makes sense. A contract's clock is the time of the round before, so on a quiet
	// network a claim is born as old as the pause before it.
	most time.Duration
}

func (l *lapsedClaim) Error() string { return fmt.Sprintf("the claim has lapsed: %v", l.cause) }

func (l *lapsedClaim) Unwrap() error { return l.cause }

// lapsedShare is which part of the time that a claim has may be spent with waiting before it.
const lapsedShare = 4
