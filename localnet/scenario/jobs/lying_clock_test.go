package jobs_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/proof"
)

// oneDay is how far clocks are off by.
const oneDay = 24 * time.Hour

// badClock is a clock that can be wrong.
type badClock struct {
	off   atomic.Int64 // nanoseconds
	still atomic.Int64 // the moment at which it stands, when not zero
}

// Now is what it shows.
func (c *badClock) Now() time.Time {
	if at := c.still.Load(); at != 0 {
		return time.Unix(0, at)
	}
	return time.Now().Add(time.Duration(c.off.Load()))
}

func (c *badClock) set(off time.Duration) { c.off.Store(int64(off)) }

// stand has it stand still, and go on from the true moment with false.
func (c *badClock) stand(still bool) {
	if !still {
		c.still.Store(0)
		return
	}
	c.still.Store(time.Now().UnixNano())
}

// TestStory_aClockIsWrongFromTheStart: neither worker nor broker starts on a machine whose clock is days off, and each
// says so.
func TestStory_aClockIsWrongFromTheStart(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	for name, c := range map[string]struct {
		off            time.Duration
		worker, broker error // the latter nil when it starts, and gives no key
	}{
		"a month ahead":    {30 * oneDay, proof.ErrExpired, proof.ErrExpired},
		"three days late":  {-3 * oneDay, light.ErrFuture, light.ErrFuture},
		"a minute late":    {-time.Minute, light.ErrFuture, light.ErrFuture},
		"three days ahead": {3 * oneDay, light.ErrStale, nil},
	} {
		t.Run(name, func(t *testing.T) {
			clock := new(badClock)
			clock.set(c.off)
			if err := s.workerEnds(t, filepath.Join(t.TempDir(), "worker"), clock.Now); !errors.Is(err, c.worker) {
				t.Errorf("the worker ended with %v, want %v", err, c.worker)
			}
			if c.broker == nil {
				return
			}
			if err := s.brokerEnds(t, filepath.Join(t.TempDir(), "broker"), clock.Now); !errors.Is(err, c.broker) {
				t.Errorf("the broker ended with %v, want %v", err, c.broker)
			}
		})
	}
}

// TestStory_theWorkersClockLies: the host owns the enclave's clock. Whatever it shows, the enclave goes no further than
// its verified view is fresh by it, and a clock that makes an old view look fresh does not help: the broker's view is
// newer.
func TestStory_theWorkersClockLies(t *testing.T) {
	t.Parallel()
	const people = 10
	s := newStudy(t, stories.Shared(t), setting{people: people})
	log := s.keepLog(t)
	b := s.startBroker(t, brokerOptions{})
	l := startLiar(t, s)
	d := newDirector()
	clock := new(badClock)
	w := s.startWorker(t, workerOptions{broker: b.url, socket: l.Path(), step: d.step, now: clock.Now})
	var gone []int
	for _, c := range []struct {
		name   string
		from   string
		stuck  string
		set    func()
		says   error // nil when it just waits
		revoke bool
		reruns uint8
	}{
		{name: "it goes ahead by days, after the claim", from: atConsent, stuck: atKey,
			set: func() { clock.set(3 * oneDay) }, says: light.ErrStale},
		{name: "it goes back by days, after the claim", from: atConsent, stuck: atKey,
			set: func() { clock.set(-3 * oneDay) }, says: light.ErrFuture},
		{name: "it goes ahead by days, with the key", from: atVerify, stuck: atCharge,
			set: func() { clock.set(3 * oneDay) }, says: light.ErrStale},
		{name: "it goes back by days, with the key", from: atVerify, stuck: atCharge,
			set: func() { clock.set(-3 * oneDay) }, says: light.ErrFuture},
		{
			name: "it stands still with the node, which withholds a revocation", from: atKey, stuck: atCharge,
			revoke: true, reruns: 1,
			set: func() {
				clock.stand(true)
				l.tell(l.standsStill())
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			taken, logged := len(w.took()), len(log.String())
			set := d.once(c.from, func(*runningWorker, common.Hash) {
				if c.revoke {
					s.revoke(t, 2, len(gone))
				}
				c.set()
			})
			id := s.ask(t, wanted{})
			happened(t, set)
			if c.revoke {
				gone = append(gone, len(gone))
				// The broker has recorded the release, in a round that the worker does not see.
				waitUntil(t, "the key is released",
					func(context.Context) (bool, error) { return s.job(t, id).ReleasedAt != 0, nil })
			}
			for range 4 { // rounds in which the worker could go on if it were fooled
				s.nextRound(t)
			}
			if c.says != nil {
				waitUntil(t, "the worker says why it goes no further", func(context.Context) (bool, error) {
					return strings.Contains(log.String()[logged:], c.says.Error()), nil
				})
			}
			if steps := w.took()[taken:]; slices.Contains(steps, c.stuck) {
				t.Errorf("by a wrong clock the worker took the steps %v", steps)
			}
			s.checkNothing(t, id)
			clock.set(0)
			clock.stand(false)
			l.tell(nil)
			if j := s.end(t, id, job.Done); j.Reruns != c.reruns {
				t.Errorf("the job was run again %d times, want %d", j.Reruns, c.reruns)
			}
			s.checkUsed(t, id, all(people, gone...)...)
		})
	}
}

// TestStory_theBrokersClockLies: a broker whose clock is days off cannot tell fresh from old, and gives no key. A clock
// that is set back while the dataset is stopped does not have it take the state of before for that of now.
func TestStory_theBrokersClockLies(t *testing.T) {
	t.Parallel()
	const rho = 100
	s := newStudy(t, stories.Shared(t), setting{})
	log := s.keepLog(t)
	clock := new(badClock)
	b := s.startBroker(t, brokerOptions{now: clock.Now})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	var spent uint64
	for _, c := range []struct {
		name string
		off  time.Duration
		says error
		stop bool
	}{
		{name: "days ahead", off: 3 * oneDay, says: light.ErrStale},
		{name: "days late", off: -3 * oneDay, says: light.ErrFuture},
		{name: "late by a minute", off: -time.Minute, says: light.ErrFuture},
		{name: "days late, and the dataset is stopped", off: -3 * oneDay, says: light.ErrFuture, stop: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			logged := len(log.String())
			set := d.once(atKey, func(*runningWorker, common.Hash) {
				clock.set(c.off)
				if c.stop {
					try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
				}
			})
			id := s.ask(t, wanted{rho: rho})
			happened(t, set)
			waitUntil(t, "the broker says why it does not decide", func(context.Context) (bool, error) {
				return strings.Contains(log.String()[logged:], c.says.Error()), nil
			})
			if h := s.historyOf(t, id); slices.Contains(h.steps, "released") {
				t.Errorf("the job was %v while the clock was wrong", h.steps)
			}
			b.checkDecisions(t, id)
			s.checkBudget(t, 0, spent)
			clock.set(0)
			if c.stop {
				s.waitStep(t, id, notInUse)
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
				s.end(t, id, job.Cancelled)
				s.checkSteps(t, id, noKeyNotInUse...)
				// Its view is behind the worker's when it is right again, for a moment.
				if says := b.reasons(t, id); says[len(says)-1] != "stopped" ||
					slices.ContainsFunc(says, func(r string) bool { return r != "stopped" && r != "freshness" }) {
					t.Errorf("the broker's journal says %v of job %s, want stopped at the end", says, id)
				}
				return
			}
			s.end(t, id, job.Done)
			spent += rho
			s.checkSteps(t, id, usualSteps()...)
		})
	}
	s.checkBudget(t, 0, spent)
}
