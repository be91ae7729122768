package client

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
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
		says  string
		next  time.Duration
	}{
		{nil, broken, "why it waits cannot be read, and is tried again: the gateway is busy", 8 * time.Second},
		{nil, broken, "", 16 * time.Second},
		{&Waiting{For: ForCohort, Why: "few"}, nil, "waits for cohort: few", 32 * time.Second},
		{&Waiting{For: ForCohort, Why: "few"}, nil, "", time.Minute},
		{&Waiting{For: ForWorker, Why: "none"}, nil, "waits for worker: none", time.Minute},
		{nil, nil, "", time.Minute},
	} {
		w, fails = c.waits, c.fails
		says, next, err := s.explain(t.Context())
		if says != c.says || next != c.next || err != nil {
			t.Errorf("look %d says %q, %v and waits %s; want %q, %s", i, says, err, next, c.says, c.next)
		}
	}
	s.moved()
	w, fails = &Waiting{For: ForWorker, Why: "none"}, nil
	if says, next, err := s.explain(t.Context()); says == "" || next != 2*explainAfter || err != nil {
		t.Errorf("after a move: %q, %s, %v", says, next, err)
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
