package client

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
)

// watchEvery is how often Watch looks.
const watchEvery = 200 * time.Millisecond

// Watch waits until a job has ended, or its result is withheld, and returns its record. changed is called whenever it
// stands elsewhere, with the round in which that was seen.
func (c *Client) Watch(
	ctx context.Context, id common.Hash, changed func(round uint64, text string),
) (*view.Job, error) {
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for last := ""; ; {
		j, round, err := c.jobNow(ctx, id)
		if err != nil {
			return nil, err
		}
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
		if text != last {
			changed(round, text)
			last = text
		}
		if j.State().Final() || j.State() == job.Withheld {
			return j, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-ticker.C:
		}
	}
}
