package client

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
)

// watchEvery is how often Watch looks, and explainAfter for how long a job stands still before Watch says why, and then
// looks again whether that is so.
const (
	watchEvery   = 200 * time.Millisecond
	explainAfter = 4 * time.Second
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
// seen, and when it stands still, with the reason.
func (c *Client) Watch(
	ctx context.Context, id common.Hash, changed func(round uint64, text string),
) (*view.Job, error) {
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	explain := time.NewTimer(explainAfter)
	defer explain.Stop()
	for last, why := "", ""; ; {
		j, round, err := c.jobNow(ctx, id)
		if err != nil {
			return nil, err
		}
		if text := standing(j); text != last {
			changed(round, text)
			last, why = text, ""
			explain.Reset(explainAfter)
		}
		if j.State().Final() || j.State() == job.Withheld {
			return j, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-explain.C:
			w, err := c.WaitingFor(ctx, id)
			if err != nil {
				return nil, err
			}
			if w != nil && w.For == ForCancel {
				return nil, &StandsError{id, *w}
			}
			if w != nil && w.Why != why {
				why = w.Why
				changed(round, "waits for "+string(w.For)+": "+why)
			}
			explain.Reset(explainAfter)
		case <-ticker.C:
		}
	}
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
func standing(j *view.Job) string {
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
