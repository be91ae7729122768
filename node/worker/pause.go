package worker

import (
	"errors"
	"fmt"
	"time"
)

// pauses are how long a worker leaves a job alone between its attempts.
type pauses struct{ attempts, ended, lapses, waits int }

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
		mine   *lapsed
	)
	switch {
	case errors.Is(err, errClaimEnded):
		p.ended++
		return grown(endedPause, p.ended)
	case errors.As(err, &mine):
		p.lapses++
		return min(grown(lapsePause, p.lapses), mine.most)
	case errors.As(err, &others) && others.again:
		p.attempts = 0
		p.waits++
		return grown(others.until, p.waits)
	case errors.As(err, &others):
		p.attempts, p.waits = 0, 0
		return others.until
	default:
		p.attempts++
		return backoff(p.attempts - 1)
	}
}

// grown is a pause that doubles each time.
func grown(first time.Duration, times int) time.Duration {
	return min(first<<min(times-1, 12), longestPause)
}

// backoff grows from a twentieth of a second to eight seconds.
func backoff(attempt int) time.Duration { return min(time.Second/20<<min(attempt, 8), 8*time.Second) }

// lapsed says that this worker's own claim has lapsed, with its bond returned. Claiming again at once may only lead to
// the same again.
type lapsed struct {
	cause error
	// most is the longest pause that makes sense. A contract's clock is the time of the round before, so on a quiet
	// network a claim is born as old as the pause before it.
	most time.Duration
}

func (l *lapsed) Error() string { return fmt.Sprintf("the claim has lapsed: %v", l.cause) }

func (l *lapsed) Unwrap() error { return l.cause }

// lapsedShare is which part of the time that a claim has may be spent with waiting before it.
const lapsedShare = 4
