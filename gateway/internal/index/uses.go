package index

import "sync"

// uses counts what reads or writes the store, which must not be closed meanwhile: it panics. One use may begin in
// another, and fails when the end came in between, so that the end never waits for a use that waits for it.
type uses struct {
	mu    sync.Mutex
	count int
	idle  chan struct{} // closed when the last use is done; set by the end
}

// begin starts a use, or fails with ErrClosed. The caller calls done.
func (u *uses) begin() error {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.idle != nil {
		return ErrClosed
	}
	u.count++
	return nil
}

func (u *uses) done() {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.count--; u.count == 0 && u.idle != nil {
		close(u.idle)
	}
}

// end has no more uses begin and waits for those there are. It reports false when it was called before.
func (u *uses) end() bool {
	u.mu.Lock()
	if u.idle != nil {
		u.mu.Unlock()
		return false
	}
	u.idle = make(chan struct{})
	if u.count == 0 {
		close(u.idle)
	}
	u.mu.Unlock()
	<-u.idle
	return true
}
