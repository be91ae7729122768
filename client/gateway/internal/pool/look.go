package pool

import (
	"context"
	"sync"
	"time"
)

// lookSpacing is the least time between the beginnings of two looks at the node's
// pool. Submissions that come in between share a look, so that many of them cost
// the node no more than a look each fiftieth of a second.
const lookSpacing = 20 * time.Millisecond

// lookTime bounds one look.
const lookTime = 10 * time.Second

// look is what the node's pool held at a moment.
type look struct {
	done      chan struct{} // closed when the others are set
	envelopes [][]byte
	has       map[string]bool // by envelope
	err       error
}

// looks shares looks at the node's pool: all who ask before a look begins get it.
type looks struct {
	unconfirmed func(context.Context) ([][]byte, error)

	mu      sync.Mutex
	next    *look // has not begun
	running bool
	begun   time.Time // the last look
}

// after returns a look that begins after the call.
func (l *looks) after(ctx context.Context) (*look, error) {
	l.mu.Lock()
	if l.next == nil {
		l.next = &look{done: make(chan struct{})}
	}
	mine := l.next
	if !l.running {
		l.running = true
		// A look is for all who wait for it: it goes on when this one gives up.
		go l.run(context.WithoutCancel(ctx))
	}
	l.mu.Unlock()
	select {
	case <-mine.done:
		return mine, mine.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// run looks for as long as looks are asked for.
func (l *looks) run(ctx context.Context) {
	for {
		l.mu.Lock()
		if l.next == nil {
			l.running = false
			l.mu.Unlock()
			return
		}
		wait := time.Until(l.begun.Add(lookSpacing))
		l.mu.Unlock()
		time.Sleep(wait)

		l.mu.Lock()
		now := l.next
		l.next, l.begun = nil, time.Now()
		l.mu.Unlock()
		now.take(ctx, l.unconfirmed)
	}
}

func (l *look) take(ctx context.Context, unconfirmed func(context.Context) ([][]byte, error)) {
	defer close(l.done)
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	if l.envelopes, l.err = unconfirmed(ctx); l.err != nil {
		return
	}
	l.has = make(map[string]bool, len(l.envelopes))
	for _, envelope := range l.envelopes {
		l.has[string(envelope)] = true
	}
}
