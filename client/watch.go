package client

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/protocol/job"
)

// pollEvery is how often Watch looks over a gateway without subscriptions, and explainAfter for how long a job stands
// still before Watch says why. Then it looks again whether that is so, after twice as long each time up to
// explainAtMost: it reads all consents for that.
const (
	pollEvery     = 200 * time.Millisecond
	explainAfter  = 4 * time.Second
	explainAtMost = time.Minute
)

// StandsError says that a job will not go on, and why: its researcher gets the fee back by ending it.
type StandsError struct {
	Job     common.Hash
	Waiting Waiting
}

func (e *StandsError) Error() string {
	return fmt.Sprintf("job %s does not go on: %s", e.Job, e.Waiting.Why)
}

// Change is what Watch saw: that a job stands elsewhere, or why it stands still.
type Change struct {
	Round uint64         // in which it was seen
	Job   *contracts.Job // as it stands
	// Waiting is why the job stands still; nil when it moved.
	Waiting *Waiting
	// Unread is why it cannot be read what the job waits for. Watch tries again.
	Unread error
}

// WatchOptions are what one may want of a watch beside its end. The zero value is of use.
type WatchOptions struct {
	// Changed is called for each change, in the order in which they are seen.
	Changed func(Change)
	// Waiting finds out why the job waits, for a caller who knows more than the chain. Nil is Client.WaitingFor.
	Waiting func(context.Context, common.Hash) (*Waiting, error)
}

// Watch waits until a job has ended, or its result is withheld, and returns its record; it returns a *StandsError when
// nothing but ending the job is left. Over a gateway with subscriptions, at a WebSocket address, it looks at each new
// round; over another one it polls. A reason for waiting that cannot be read does not end the watch.
func (c *Client) Watch(ctx context.Context, id common.Hash, o WatchOptions) (*contracts.Job, error) {
	if o.Changed == nil {
		o.Changed = func(Change) {}
	}
	if o.Waiting == nil {
		o.Waiting = c.WaitingFor
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	rounds := c.rounds(ctx)
	timer := time.NewTimer(explainAfter)
	defer timer.Stop()
	still := &still{job: id, waiting: o.Waiting}
	var last standing
	for {
		j, round, err := c.jobNow(ctx, id)
		if err != nil {
			return nil, err
		}
		if now := standingOf(j); now != last {
			o.Changed(Change{Round: round, Job: j})
			last = now
			timer.Reset(still.moved())
		}
		if j.State().Final() || j.State() == job.Withheld {
			return j, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-timer.C:
			change, next, err := still.explain(ctx)
			if err != nil {
				return nil, err
			}
			if change != nil {
				change.Round, change.Job = round, j
				o.Changed(*change)
			}
			timer.Reset(next)
		case <-rounds:
		}
	}
}

// headSubscriber is a gateway that tells of new rounds.
type headSubscriber interface {
	SubscribeNewHead(ctx context.Context, heads chan<- *types.Header) (ethereum.Subscription, error)
}

// rounds tells that there may be a new round, until the context ends: by a subscription where the gateway has them and
// as long as it lasts, or else by the clock. What is not taken in time is told once.
func (c *Client) rounds(ctx context.Context) <-chan struct{} {
	told := make(chan struct{}, 1)
	tell := func() {
		select {
		case told <- struct{}{}:
		default:
		}
	}
	go func() {
		if gateway, ok := c.backend.(headSubscriber); ok {
			heads := make(chan *types.Header)
			if s, err := gateway.SubscribeNewHead(ctx, heads); err == nil {
				tell() // of a round between the first look and the subscription
				follow(ctx, s, heads, tell)
				s.Unsubscribe()
			}
		}
		ticker := time.NewTicker(pollEvery)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				tell()
			}
		}
	}()
	return told
}

// follow tells of each head until the subscription or the context ends.
func follow(ctx context.Context, s ethereum.Subscription, heads <-chan *types.Header, tell func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Err():
			return
		case <-heads:
			tell()
		}
	}
}

// standing is what of a job's record moves while one waits for its end.
type standing struct {
	state    job.State
	released bool
	reruns   uint8
}

func standingOf(j *contracts.Job) standing {
	return standing{j.State(), j.State() == job.Claimed && j.ReleasedAt != 0, j.Reruns}
}

// still explains why a job stands still.
type still struct {
	job     common.Hash
	waiting func(context.Context, common.Hash) (*Waiting, error)
	why     string // what was said last
	unread  bool   // that the reason cannot be read was said
	pause   time.Duration
}

// moved notes that the job stands elsewhere, and returns after how long to explain why it stays there.
func (s *still) moved() time.Duration {
	s.why, s.unread, s.pause = "", false, explainAfter
	return s.pause
}

// explain returns what is new to say, if anything, and after how long to look again. It returns a *StandsError when
// nothing but ending the job is left, and the context's error.
func (s *still) explain(ctx context.Context) (change *Change, next time.Duration, err error) {
	s.pause = min(2*s.pause, explainAtMost)
	w, err := s.waiting(ctx, s.job)
	switch {
	case ctx.Err() != nil:
		return nil, 0, ctx.Err()
	case err != nil && s.unread:
		return nil, s.pause, nil
	case err != nil:
		s.unread = true
		return &Change{Unread: err}, s.pause, nil
	case w == nil || w.Why == s.why:
		return nil, s.pause, nil
	case w.For == ForCancel:
		return nil, 0, &StandsError{s.job, *w}
	}
	s.why = w.Why
	return &Change{Waiting: w}, s.pause, nil
}

// WaitingFor returns why a job does not go on now; nil when it has ended.
func (c *Client) WaitingFor(ctx context.Context, id common.Hash) (*Waiting, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	j, err := c.Posted(ctx, now, id)
	if err != nil {
		return nil, err
	}
	return c.Waits(now).Of(ctx, j)
}
