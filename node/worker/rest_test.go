package worker

import (
	"errors"
	"testing"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/protocol/opening"
)

// closing is an engine that counts how often it was closed.
type closing struct {
	compute.Session
	closed int
}

func (c *closing) Close() { c.closed++ }

// Of computations whose charge fails, as many keep their rows as jobs run at once.
func TestRest(t *testing.T) {
	w := &Worker{resting: make(chan struct{}, 2)}
	refused := errors.New("a gate refused the charge")
	var engines []*closing
	rest := func(err error) (*progress, func()) {
		e := new(closing)
		engines = append(engines, e)
		p := &progress{c: &computation{engine: e}}
		return p, w.rest(p, err)
	}
	_, wake := rest(refused)
	rest(refused)
	if p, _ := rest(refused); p.c != nil || engines[2].closed != 1 {
		t.Error("a third computation keeps its rows where two jobs run at once")
	}
	final := &progress{c: &computation{engine: new(closing), opening: opening.Key{1}}}
	if w.rest(final, refused); final.c == nil {
		t.Error("a charged computation gives its rows up, and its share of the noise")
	}
	if p, _ := rest(nil); p.c == nil {
		t.Error("a computation gives its rows up though nothing failed")
	}
	wake()
	if p, _ := rest(refused); p.c == nil {
		t.Error("a computation gives its rows up where there is room again")
	}
	if engines[0].closed+engines[1].closed != 0 {
		t.Error("computations gave up their rows where there was room")
	}
	w.rest(new(progress), refused)() // of a job without rows
}
