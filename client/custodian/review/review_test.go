package review

import (
	"math"
	"testing"
	"time"

	"github.com/assent-network/assent/chain/contracts"
)

// Every approval that could have been asked for before a withdrawal ends with it, and the next one is outside of it.
func TestWithdrawalEndsWhatWasSigned(t *testing.T) {
	for _, deadline := range []uint64{5_000, 100_000} {
		for _, approvedUntil := range []uint64{0, 1_500, 5_001, 100_000, 200_000} {
			end := WithdrawalEnd(deadline, approvedUntil)
			for now := uint64(1_000); now < deadline; now += 333 {
				for _, life := range []time.Duration{time.Second, time.Hour, 24 * time.Hour, 1000 * time.Hour} {
					// Signed at any time since the job was posted, whatever was on record then.
					for _, before := range []uint64{0, approvedUntil / 2, approvedUntil} {
						got, err := ApprovalEnd(contracts.Round{Time: now}, deadline, before, life, true)
						if err == nil && (got > end || got <= before || got > now+uint64(life/time.Second)) {
							t.Errorf("deadline %d, until %d, now %d, %s: %d, withdrawn until %d", deadline, before, now,
								life,
								got, end)
						}
					}
				}
			}
			if got, err := ApprovalEnd(contracts.Round{Time: end}, deadline, end, time.Hour, true); err != nil ||
				got <= end {
				t.Errorf("after a withdrawal until %d: %d, %v", end, got, err)
			}
		}
	}
	if got := WithdrawalEnd(math.MaxUint64, 0); got != math.MaxUint64 {
		t.Errorf("for a job without an end: %d", got)
	}
	if got, err := ApprovalEnd(contracts.Round{Time: 1_000}, 5_000, 4_700, time.Hour, true); err == nil {
		t.Errorf("an approval until %d, inside of one until 4700", got)
	}
	// A job is approved again in the second in which it was withdrawn, with the default life.
	got, err := ApprovalEnd(contracts.Round{Time: 1_000}, 87_400, WithdrawalEnd(87_400, 0), 24*time.Hour, false)
	if want := WithdrawalEnd(87_400, 0) + 1; err != nil || got != want {
		t.Errorf("until %d, %v, want %d", got, err, want)
	}
	if got, err := ApprovalEnd(contracts.Round{Time: 1_000}, 5_000, 4_700, time.Hour, false); err != nil ||
		got != 4_701 {
		t.Errorf("a life that is not stated, beside what was withdrawn until 4700: %d, %v", got, err)
	}
}
