package broker

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// However many operators there are, what is spent on ending claims is bounded, and so is what is remembered of them.
func TestEnds_areBounded(t *testing.T) {
	e, now := newEnds(), time.Unix(1_800_000_000, 0)
	operator := func(i int) common.Address { return common.BigToAddress(big.NewInt(int64(i))) }
	ended := func(from, to int) (n int) {
		for i := from; i < to; i++ {
			if e.allow(operator(i), common.Hash{1}, now) {
				n++
			}
		}
		return n
	}
	if got := ended(0, 3*endBurst); got != endBurst {
		t.Errorf("%d claims ended at once, want %d", got, endBurst)
	}
	now = now.Add(10 * endPause)
	if got := ended(3*endBurst, 6*endBurst); got != 10 {
		t.Errorf("%d claims ended after a while, want 10", got)
	}
	if len(e.of) != endBurst+10 {
		t.Errorf("%d operators are remembered, of whom a claim was ended for %d", len(e.of), endBurst+10)
	}
	now = now.Add(24 * time.Hour)
	total := 0
	for i := 0; total < maxEnders; i++ {
		now = now.Add(endPause / endBurst) // too soon for any to be forgotten
		e.all.SetBurstAt(now, 1<<20)
		e.all.SetLimitAt(now, 1<<20)
		total += ended(1000+i, 1001+i)
	}
	if got := ended(1<<20, 1<<20+1); got != 0 || len(e.of) > maxEnders {
		t.Errorf("%d operators are remembered, at most %d", len(e.of), maxEnders)
	}
	now = now.Add(time.Duration(ownEndBurst) * ownEndPause)
	if got := ended(1<<20, 1<<20+1); got != 1 || len(e.of) != 1 {
		t.Errorf("%d ended, %d are remembered when all others are long ago", got, len(e.of))
	}
}

// An operator has few claims on a job ended for it, whatever enclave has them, and as many on another job.
func TestEnds_areFewForEach(t *testing.T) {
	e, now := newEnds(), time.Unix(1_800_000_000, 0)
	ended := func(job byte) (n int) {
		for range 3 * ownEndBurst {
			if e.allow(common.Address{7}, common.Hash{job}, now) {
				n++
			}
		}
		return n
	}
	if one, other := ended(1), ended(2); one != ownEndBurst || other != ownEndBurst {
		t.Errorf("%d and %d claims ended, want %d each", one, other, ownEndBurst)
	}
	now = now.Add(ownEndPause)
	if got := ended(1); got != 1 {
		t.Errorf("%d claims ended after a while, want 1", got)
	}
}

// Of hand-overs there are few for each operator and job, and no bound in all, by which others could be late.
func TestHandOvers_areFewForEach(t *testing.T) {
	e, now := newHandOvers(), time.Unix(1_800_000_000, 0)
	for job := range byte(200) {
		n := 0
		for range 3 * ownHandOverBurst {
			if e.allow(common.Address{7}, common.Hash{job}, now) {
				n++
			}
		}
		if n != ownHandOverBurst {
			t.Fatalf("job %d was handed over %d times, want %d", job, n, ownHandOverBurst)
		}
	}
	if now = now.Add(ownHandOverPause); !e.allow(common.Address{7}, common.Hash{1}, now) {
		t.Error("it is not handed over after a while")
	}
}
