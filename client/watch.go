package client

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/protocol/job"
)

// watchEvery is how often Watch looks, and explainAfter for how long a job stands still before Watch says why. Then it
// looks again whether that is so, after twice as long each time up to explainAtMost: it reads all consents for that.
const (
	watchEvery    = 200 * time.Millisecond
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

// Watch waits until a job has ended, or its result is withheld, and returns its record; it returns a *StandsError when
// nothing but ending the job is left. changed is called whenever it stands elsewhere, with the round in which that was
// seen, and when it stands still, with the reason. A reason that cannot be read does not end the watch.
func (c *Client) Watch(
	ctx context.Context, id common.Hash, changed func(round uint64, text string),
) (*contracts.Job, error) {
	return c.WatchWith(ctx, id, c.WaitingFor, changed)
}

// WatchWith is Watch with what finds out why the job waits, for one that knows more than the chain.
func (c *Client) WatchWith(
	ctx context.Context, id common.Hash, waiting func(context.Context, common.Hash) (*Waiting, error),
	changed func(round uint64, text string),
) (*contracts.Job, error) {
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	timer := time.NewTimer(explainAfter)
	defer timer.Stop()
	still := &still{job: id, waiting: waiting}
	for last := ""; ; {
		j, round, err := c.jobNow(ctx, id)
		if err != nil {
			return nil, err
		}
		if text := standing(j); text != last {
			changed(round, text)
			last = text
			timer.Reset(still.moved())
		}
		if j.State().Final() || j.State() == job.Withheld {
			return j, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-timer.C:
			text, next, err := still.explain(ctx)
			if err != nil {
				return nil, err
			}
			if text != "" {
				changed(round, text)
			}
			timer.Reset(next)
		case <-ticker.C:
		}
	}
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
func (s *still) explain(ctx context.Context) (text string, next time.Duration, err error) {
	s.pause = min(2*s.pause, explainAtMost)
	w, err := s.waiting(ctx, s.job)
	switch {
	case ctx.Err() != nil:
		return "", 0, ctx.Err()
	case err != nil && s.unread:
		return "", s.pause, nil
	case err != nil:
		s.unread = true
		return "why it waits cannot be read, and is tried again: " + err.Error(), s.pause, nil
	case w == nil || w.Why == s.why:
		return "", s.pause, nil
	case w.For == ForCancel:
		return "", 0, &StandsError{s.job, *w}
	}
	s.why = w.Why
	return "waits for " + string(w.For) + ": " + w.Why, s.pause, nil
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

// standing says in words where a job stands.
func standing(j *contracts.Job) string {
	text := j.State().String()
	if j.State() == job.Claimed && j.ReleasedAt != 0 {
		text = "claimed, key released"
	}
	if j.State() == job.Sealed {
		text = "result sealed, not opened yet"
	}
	if j.Reruns > 0 && !j.State().Final() {
		text += fmt.Sprintf(", run again %d times because consent narrowed", j.Reruns)
	}
	return text
}
