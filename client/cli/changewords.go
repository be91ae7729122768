package cli

import (
	"fmt"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/protocol/job"
)

// ChangeWords say what a watch of a job saw.
func ChangeWords(c client.Change) string {
	switch {
	case c.Unread != nil:
		return "why it waits cannot be read, and is tried again: " + c.Unread.Error()
	case c.Waiting != nil:
		return "waits for " + string(c.Waiting.For) + ": " + c.Waiting.Why
	}
	return standingWords(c.Job)
}

// standingWords say where a job stands.
func standingWords(j *contracts.Job) string {
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
