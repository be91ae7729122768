package pool

import "github.com/ethereum/go-ethereum/common"

// feed is the hashes of pending transactions in the order in which they came, numbered from zero. Only the last ones
// are kept.
type feed struct {
	hashes   []common.Hash
	first    uint64 // number of hashes[0]
	changed  chan struct{}
	watchers int
}

func (f *feed) add(hash common.Hash) {
	f.hashes = append(f.hashes, hash)
	if len(f.hashes) > 2*recentHashes {
		drop := len(f.hashes) - recentHashes
		f.hashes = append([]common.Hash(nil), f.hashes[drop:]...)
		f.first += uint64(drop)
	}
	close(f.changed)
	f.changed = make(chan struct{})
}

// Cursor is a place in the sequence of pending transactions.
type Cursor uint64

// End returns the place after the last pending transaction.
func (p *Pool) End() Cursor {
	p.mu.Lock()
	defer p.mu.Unlock()
	return Cursor(p.feed.first + uint64(len(p.feed.hashes)))
}

// Since returns the hashes of the transactions from a place on, the place after them, and a channel that is closed when
// there are more. A reader that is too far behind misses the oldest ones.
func (p *Pool) Since(c Cursor) (hashes []common.Hash, next Cursor, changed <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	end := p.feed.first + uint64(len(p.feed.hashes))
	from := max(uint64(c), p.feed.first)
	if from < end {
		hashes = append(hashes, p.feed.hashes[from-p.feed.first:]...)
	}
	return hashes, Cursor(end), p.feed.changed
}

// Watch says that a client wants to hear of transactions that others submitted to the node. Call the returned function
// when that is over.
func (p *Pool) Watch() (stop func()) {
	add := func(n int) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.feed.watchers += n
	}
	add(1)
	return func() { add(-1) }
}
