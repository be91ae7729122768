package worker

import (
	"testing"

	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/view"
)

// A broker whose node is a round behind knows the job as approved. A claim is not given back for that: it would cost a part of
// the bond, and the operator would have to wait.
func TestIsBehind(t *testing.T) {
	j := new(view.Job)
	j.ClaimRound = 47
	for round, want := range map[uint64]bool{0: false, 46: true, 47: false, 48: false} {
		if got := isBehind(&release.Refusal{Code: "job", Round: round}, j); got != want {
			t.Errorf("refused by round %d, claimed in round 47: behind %v, want %v", round, got, want)
		}
	}
}
