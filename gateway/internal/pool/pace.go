package pool

import (
	"context"
	"time"
)

// A node of Oasis Core 26.1 can strand a transaction. Its pool keeps a queue of each sender's transactions, which
// starts at the nonce that the sender had in the state that the runtime saw when it checked the first one. When a block
// empties the queue between the check of the next transaction and its queueing, that one starts a new queue at a nonce
// that will never come again, and waits, with all that follow it, until the pool checks everything anew: after six more
// rounds, each of which takes a quiet network about its batch flush timeout (a second on localnet), or at the end of
// the epoch.
//
// So a transaction whose predecessors may all become final at any moment is held back until they are in a block. A
// predecessor that was taken just now keeps the queue from being emptied, since it cannot be final before the check is
// over; so transactions in quick succession are not held back.
const (
	// freshTime is how long after it was taken a transaction is surely not final. The least that was seen is twice as
	// much, the usual time five times.
	freshTime = 50 * time.Millisecond
	// holdTime is how long a transaction is held back at most. When the predecessors are not in a block by then, they
	// wait for something else, such as a nonce that is missing.
	holdTime = 3 * time.Second
)

// sender is a sender's transactions that wait.
type sender struct {
	nonces map[uint64]*Pending
	// coming are those that are being submitted.
	coming map[*Pending]bool
	// next is the highest nonce that it was seen to have in the state, if known.
	next  uint64
	known bool
	// changed is closed when one of them leaves.
	changed chan struct{}
	// unpaced says that waiting was in vain and is not tried again until one of them leaves.
	unpaced bool
}

func newSender() *sender {
	return &sender{
		nonces: make(map[uint64]*Pending), coming: make(map[*Pending]bool), changed: make(chan struct{}),
	}
}

// reached notes the nonce that the sender has in the state.
func (s *sender) reached(nonce uint64) {
	s.next, s.known = max(s.next, nonce), true
}

// advance tells that a transaction has left.
func (s *sender) advance() {
	close(s.changed)
	s.changed = make(chan struct{})
	s.unpaced = false
}

// pace waits while a predecessor of the transaction may become final.
func (p *Pool) pace(ctx context.Context, entry *Pending) error {
	var timeout <-chan time.Time
	for {
		changed := p.mustWait(entry)
		if changed == nil {
			return nil
		}
		if timeout == nil {
			timer := time.NewTimer(holdTime)
			defer timer.Stop()
			timeout = timer.C
		}
		select {
		case <-changed:
		case <-timeout:
			p.stopPacing(entry)
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// mustWait returns what to wait for before a transaction is submitted, nil when it can be at once.
func (p *Pool) mustWait(entry *Pending) <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.senders[entry.From]
	if s == nil || s.unpaced {
		return nil
	}
	now := p.cfg.Now()
	var predecessors bool
	for nonce, other := range s.nonces {
		if nonce >= entry.Tx.Nonce() {
			continue
		}
		if now.Sub(other.added) <= freshTime {
			return nil
		}
		predecessors = true
	}
	if !predecessors {
		return nil
	}
	return s.changed
}

func (p *Pool) stopPacing(entry *Pending) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.senders[entry.From]; s != nil {
		s.unpaced = true
	}
}
