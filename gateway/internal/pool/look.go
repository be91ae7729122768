package pool

import (
	"context"
	"crypto/sha256"
	"errors"
	"sync"
	"time"

	"github.com/assent-network/assent/chain/node"
)

// lookSpacing is the least time between the beginnings of two looks at the node's pool. Submissions that come in
// between share a look, so that many of them cost the node no more than a look each fiftieth of a second.
const lookSpacing = 20 * time.Millisecond

// After a look at more than lookBytes comes a pause of lookShare times as long as it took, so that a node which holds
// much is not busy with telling it. Submissions wait meanwhile, so that what many clients usually have waiting is less.
const (
	lookBytes = 8 << 20
	lookShare = 4
)

// lookTime bounds one look.
const lookTime = 10 * time.Second

// blindTime is how long looks fail at once after the node answered and did not say what it has: its pool may be larger
// than an answer can be.
const blindTime = 5 * time.Second

// look is what the node's pool held at a moment.
type look struct {
	done      chan struct{} // closed when the others are set
	envelopes [][]byte
	digests   map[[sha256.Size]byte]bool // of envelopes
	bytes     int
	err       error
}

// has reports whether the pool held an envelope.
func (l *look) has(envelope []byte) bool { return l.digests[sha256.Sum256(envelope)] }

// looks shares looks at the node's pool: all who ask before a look begins get it.
type looks struct {
	unconfirmed func(context.Context) ([][]byte, error)

	mu      sync.Mutex
	next    *look // has not begun
	running bool
	due     time.Time // the next look
	blind   *look     // failed, and those until sight fail alike
	sight   time.Time
}

// after returns a look that begins after the call.
func (l *looks) after(ctx context.Context) (*look, error) {
	l.mu.Lock()
	if l.blind != nil && time.Now().Before(l.sight) {
		defer l.mu.Unlock()
		return nil, l.blind.err
	}
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
		wait := time.Until(l.due)
		l.mu.Unlock()
		time.Sleep(wait)

		l.mu.Lock()
		now, begin := l.next, time.Now()
		l.next = nil
		l.mu.Unlock()
		now.take(ctx, l.unconfirmed)
		l.settle(now, begin)
	}
}

// settle decides when the node is looked at again, after a look.
func (l *looks) settle(last *look, begin time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	end := time.Now()
	l.due = begin.Add(lookSpacing)
	if last.bytes > lookBytes {
		l.due = end.Add(lookShare * end.Sub(begin))
	}
	l.blind = nil
	if last.err != nil && !errors.Is(last.err, node.ErrUnreachable) {
		l.blind, l.sight = last, end.Add(blindTime)
	}
}

func (l *look) take(ctx context.Context, unconfirmed func(context.Context) ([][]byte, error)) {
	defer close(l.done)
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	if l.envelopes, l.err = unconfirmed(ctx); l.err != nil {
		return
	}
	l.digests = make(map[[sha256.Size]byte]bool, len(l.envelopes))
	for _, envelope := range l.envelopes {
		l.digests[sha256.Sum256(envelope)] = true
		l.bytes += len(envelope)
	}
}
