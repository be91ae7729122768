package client

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// A job that stands still is explained, less and less often, and goes on being watched when the reason cannot be read.
func TestStill(t *testing.T) {
	var w *Waiting
	var fails error
	s := &still{waiting: func(context.Context, common.Hash) (*Waiting, error) { return w, fails }}
	if s.moved() != explainAfter {
		t.Errorf("the first look is after %s", s.pause)
	}
	broken := errors.New("the gateway is busy")
	for i, c := range []struct {
		waits *Waiting
		fails error
		says  *Change
		next  time.Duration
	}{
		{nil, broken, &Change{Unread: broken}, 8 * time.Second},
		{nil, broken, nil, 16 * time.Second},
		{&Waiting{For: ForCohort, Why: "few"}, nil, &Change{Waiting: &Waiting{For: ForCohort, Why: "few"}},
			32 * time.Second},
		{&Waiting{For: ForCohort, Why: "few"}, nil, nil, time.Minute},
		{&Waiting{For: ForWorker, Why: "none"}, nil, &Change{Waiting: &Waiting{For: ForWorker, Why: "none"}},
			time.Minute},
		{nil, nil, nil, time.Minute},
	} {
		w, fails = c.waits, c.fails
		says, next, err := s.explain(t.Context())
		if !reflect.DeepEqual(says, c.says) || next != c.next || err != nil {
			t.Errorf("look %d says %+v, %v and waits %s; want %+v, %s", i, says, err, next, c.says, c.next)
		}
	}
	s.moved()
	w, fails = &Waiting{For: ForWorker, Why: "none"}, nil
	if says, next, err := s.explain(t.Context()); says == nil || next != 2*explainAfter || err != nil {
		t.Errorf("after a move: %+v, %s, %v", says, next, err)
	}
	w = &Waiting{For: ForCancel, Why: "refused"}
	var stands *StandsError
	if _, _, err := s.explain(t.Context()); !errors.As(err, &stands) || stands.Waiting != *w {
		t.Errorf("a job that was refused: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	fails = broken
	if _, _, err := s.explain(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("a watch that was ended: %v", err)
	}
}

// heralding is a gateway that tells of rounds when the test says so.
type heralding struct {
	Backend
	heads chan<- *types.Header
	ended chan error
	fails error
}

func (g *heralding) SubscribeNewHead(_ context.Context, heads chan<- *types.Header) (ethereum.Subscription, error) {
	g.heads = heads
	return g, g.fails
}

func (g *heralding) Err() <-chan error { return g.ended }
func (g *heralding) Unsubscribe()      {}

// TestRounds: a gateway that tells of rounds is not asked by the clock until the subscription ends, and one that does
// not is.
func TestRounds(t *testing.T) {
	told := func(rounds <-chan struct{}) bool {
		synctest.Wait()
		select {
		case <-rounds:
			return true
		default:
			return false
		}
	}
	synctest.Test(t, func(t *testing.T) {
		gateway := &heralding{ended: make(chan error)}
		rounds := (&Client{backend: gateway}).rounds(t.Context())
		if !told(rounds) {
			t.Error("a round between the first look and the subscription is missed")
		}
		time.Sleep(time.Hour)
		if told(rounds) {
			t.Error("it looks without a round")
		}
		gateway.heads <- &types.Header{}
		if !told(rounds) {
			t.Error("a round is not told")
		}
		gateway.ended <- errors.New("the connection is lost")
		time.Sleep(pollEvery)
		if !told(rounds) {
			t.Error("it does not look after the subscription has ended")
		}
	})
	for name, gateway := range map[string]Backend{
		"one that refuses":         &heralding{fails: rpc.ErrNotificationsUnsupported},
		"one without the function": struct{ Backend }{},
	} {
		synctest.Test(t, func(t *testing.T) {
			rounds := (&Client{backend: gateway}).rounds(t.Context())
			if told(rounds) {
				t.Errorf("%s: it looks at once", name)
			}
			time.Sleep(pollEvery)
			if !told(rounds) {
				t.Errorf("%s: it does not look by the clock", name)
			}
		})
	}
}
