// Package admission shares what a gateway has among its clients.
//
// It promises that there is never more of a thing than its limit, that one client never has more of it than its share,
// so that one client alone cannot keep the others out, and that what clients wait for goes to the one that has least of
// it, and of these in turns. A client is an IPv4 address or an IPv6 network of 56 bits.
package admission

import (
	"context"
	"errors"
	"sync"
)

// Errors of a thing that cannot be given now. Both pass: ask again later.
var (
	// ErrBusy means that all of it is in use.
	ErrBusy = errors.New("the gateway is busy, try again later")
	// ErrShare means that the client itself has its share of it in use.
	ErrShare = errors.New("this client's share is in use: ask for less at a time, or try again later")
)

// Pool is an amount of one thing: places, or bytes. Make one with NewPool.
type Pool struct {
	total, share int64

	mu      sync.Mutex
	used    int64
	clients map[Client]*usage
	waits   uint64 // numbers the waiters in the order in which they came
	grants  uint64 // numbers what was given to those who waited
	waiting int    // how many wait now
	refused uint64
}

// usage is what one client has of a pool and waits for.
type usage struct {
	used    int64
	waiting []*waiter
	// served is the number of the last grant since the client began to wait: one that lets many wait is not served
	// again before the others were.
	served uint64
}

// before reports whether a client's turn comes before another's.
func (u *usage) before(other *usage) bool {
	if u.used != other.used {
		return u.used < other.used
	}
	if u.served != other.served {
		return u.served < other.served
	}
	return u.waiting[0].number < other.waiting[0].number
}

type waiter struct {
	n       int64
	number  uint64
	granted chan struct{}
}

// NewPool returns a pool of which one client may have at most share.
func NewPool(total, share int64) *Pool {
	return &Pool{total: total, share: min(share, total), clients: make(map[Client]*usage)}
}

// Share is how much one client may have.
func (p *Pool) Share() int64 { return p.share }

// Total is how much there may be.
func (p *Pool) Total() int64 { return p.total }

// Used is how much is in use.
func (p *Pool) Used() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.used
}

// Refused is how often it could not be given.
func (p *Pool) Refused() uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.refused
}

// Take gives a client n at once, or refuses with ErrBusy or ErrShare. It takes nothing past another client that waits
// and has no more. The client gives them back with Give.
func (p *Pool) Take(c Client, n int64) error { return p.take(c, n, false) }

// Grow is Take for what a client has of the pool already and ends soon, or what is little and bounded elsewhere: it
// goes past those who wait, since they wait for its end, or lose little by it.
func (p *Pool) Grow(c Client, n int64) error { return p.take(c, n, true) }

func (p *Pool) take(c Client, n int64, past bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	u := p.of(c)
	first := p.first()
	switch {
	case u.used+n > p.share:
		p.refused++
		p.forget(c, u)
		return ErrShare
	case p.used+n > p.total, !past && first != nil && first != u && first.used <= u.used:
		p.refused++
		p.forget(c, u)
		return ErrBusy
	}
	u.used += n
	p.used += n
	return nil
}

// Wait gives a client n as soon as there is room and the clients that have less were served, or refuses when the
// context ends first. More than the share is refused at once.
func (p *Pool) Wait(ctx context.Context, c Client, n int64) error {
	p.mu.Lock()
	u := p.of(c)
	if n > p.share {
		p.refused++
		p.forget(c, u)
		p.mu.Unlock()
		return ErrShare
	}
	if p.waiting == 0 && u.used+n <= p.share && p.used+n <= p.total {
		p.serve(u, n)
		p.mu.Unlock()
		return nil
	}
	p.waits++
	w := &waiter{n: n, number: p.waits, granted: make(chan struct{})}
	u.waiting = append(u.waiting, w)
	p.waiting++
	p.grant() // It may be the first, and fit.
	p.mu.Unlock()

	select {
	case <-w.granted:
		return nil
	case <-ctx.Done():
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, other := range u.waiting {
		if other != w {
			continue
		}
		u.waiting = append(u.waiting[:i], u.waiting[i+1:]...)
		p.waiting--
		p.refused++
		err := ErrBusy
		if u.used+n > p.share {
			err = ErrShare
		}
		p.forget(c, u)
		p.grant() // What stood behind it may be smaller.
		return err
	}
	return nil // It was granted just then.
}

// Give returns what Take or Wait gave.
func (p *Pool) Give(c Client, n int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	u := p.of(c)
	u.used -= n
	p.used -= n
	p.forget(c, u)
	p.grant()
}

func (p *Pool) of(c Client) *usage {
	u := p.clients[c]
	if u == nil {
		u = new(usage)
		p.clients[c] = u
	}
	return u
}

// forget drops the record of a client that has nothing and waits for nothing.
func (p *Pool) forget(c Client, u *usage) {
	if u.used == 0 && len(u.waiting) == 0 {
		delete(p.clients, c)
	}
}

// first returns whose turn it is, nil when that is no client's: of those whose next wish fits their share, the one that
// has least, of these the one that was served least recently, and of these the one that waits longest.
func (p *Pool) first() *usage {
	if p.waiting == 0 {
		return nil
	}
	var best *usage
	for _, u := range p.clients {
		if len(u.waiting) == 0 || u.used+u.waiting[0].n > p.share {
			continue
		}
		if best == nil || u.before(best) {
			best = u
		}
	}
	return best
}

func (p *Pool) serve(u *usage, n int64) {
	p.grants++
	u.used, u.served = u.used+n, p.grants
	p.used += n
}

// grant serves those who wait, in turn. What is free stays free for the first while its wish does not fit: smaller ones
// would take it away for ever.
func (p *Pool) grant() {
	for {
		u := p.first()
		if u == nil || p.used+u.waiting[0].n > p.total {
			return
		}
		w := u.waiting[0]
		u.waiting = u.waiting[1:]
		p.waiting--
		p.serve(u, w.n)
		close(w.granted)
	}
}
