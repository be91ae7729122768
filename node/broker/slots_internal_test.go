package broker

import (
	"net/http"
	"testing"
)

// One address gets half of a kind's slots, all addresses together no more than there are, and what is given back is
// free.
func TestSlots(t *testing.T) {
	s := newSlots()
	from := func(address string) *http.Request { return &http.Request{RemoteAddr: address} }
	var given []func()
	takeAll := func(address string) (n int) {
		for {
			give := s.take(from(address))
			if give == nil {
				return n
			}
			given = append(given, give)
			n++
		}
	}
	for _, c := range []struct {
		address string
		want    int
	}{{"192.0.2.1:1000", addressSlots}, {"192.0.2.1:2000", 0}, {"[2001:db8::1]:1", addressSlots}, {"192.0.2.2:1", 0}} {
		if got := takeAll(c.address); got != c.want {
			t.Errorf("%s got %d slots, want %d", c.address, got, c.want)
		}
	}
	given[0]()
	if got := takeAll("192.0.2.2:1"); got != 1 {
		t.Errorf("%d slots after one was given back", got)
	}
	for _, give := range given[1:] {
		give()
	}
	if s.taken != 0 || len(s.of) != 0 {
		t.Errorf("%d slots are taken, %d addresses remembered", s.taken, len(s.of))
	}
	if got := takeAll("no address"); got != addressSlots {
		t.Errorf("%d slots without an address", got)
	}
}
