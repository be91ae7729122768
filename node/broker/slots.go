package broker

import (
	"net"
	"net/http"
	"sync"
)

// How many requests are decided on at a time: of one kind, and of those from one address. Each kind has slots of its
// own, so that strangers who ask what a broker is keep no worker from its key; and one address gets half of a kind's at
// most, so that a stranger who has all slots of one machine leaves some to the others. Behind a proxy everyone has the
// proxy's address.
const (
	kindSlots    = 64
	addressSlots = kindSlots / 2
)

// slots are those of one kind. They are safe for concurrent use.
type slots struct {
	mu    sync.Mutex
	taken int
	of    map[string]int // by address; those without one are not in it
}

func newSlots() *slots { return &slots{of: make(map[string]int)} }

// take takes a slot for a request and returns what gives it back; nil when there is none for it.
func (s *slots) take(r *http.Request) (give func()) {
	address, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		address = r.RemoteAddr
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.taken >= kindSlots || s.of[address] >= addressSlots {
		return nil
	}
	s.taken++
	s.of[address]++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.taken--
		if s.of[address]--; s.of[address] == 0 {
			delete(s.of, address)
		}
	}
}
