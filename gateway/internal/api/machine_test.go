package api

import (
	"math"
	"testing"

	"github.com/assent-network/assent/runtime/evm"
)

// greed is how the contracts of a call share its gas.
type greed struct {
	memory float64 // each takes memory for one part in so many of what it has
	stacks int     // how many fill their stacks
	held   float64 // the part of the gas that writes cost
}

// taken is what contracts have in the end that call each other with all that is left.
func (g greed) taken(gas float64) float64 {
	held := g.held * gas
	left, bytes := gas-held, min(evm.MaxHeldBytes, held*192/100)
	words := 0
	for i := range 1024 {
		if i < g.stacks && left > 2*1024+100 {
			left -= 2*1024 + 100
			words += 1024
		}
		spent := left / g.memory
		bytes += 32 * 256 * (math.Sqrt(9+spent/128) - 3) // w²/512 + 3w = spent.
		left = (left - spent) * 63 / 64
	}
	// The arena of the stacks grows by a quarter, and is copied then.
	return bytes + float64(words)*32*9/4
}

// However the contracts of a call share its gas, they take no more than the call counts, and the worst ones come near
// to it.
func TestMachineCost(t *testing.T) {
	for _, gas := range []float64{1e5, 1e6, 2e6, 30e6, 200e6} {
		worst, how := 0.0, greed{}
		for memory := 2.0; memory < 2000; memory *= 1.4 {
			for stacks := 0; stacks < 1024; stacks += 32 {
				for held := 0.0; held < 1; held += 0.05 {
					g := greed{memory, stacks, held}
					if taken := g.taken(gas); taken > worst {
						worst, how = taken, g
					}
				}
			}
		}
		cost := float64(machineCost(uint64(gas)))
		t.Logf("%.0f gas: counts %.1f MB, %.1f taken at most, by %+v", gas, cost/1e6, worst/1e6, how)
		if worst > cost || gas > 1e6 && worst < 0.8*cost {
			t.Errorf("%.0f gas: counts %.0f bytes, contracts can have %.0f", gas, cost, worst)
		}
	}
}

// A trial's outcome counts only when no call in it can have been short of gas: one that got all but 1/64 at each step,
// and used it up, leaves more used than may be.
func TestTrialsBounds(t *testing.T) {
	const gas = 2_000_000
	for depth := 1; depth <= trialDepth; depth++ {
		left := uint64(gas)
		for range depth {
			left -= left / 64
		}
		if conclusive(&evm.Result{GasUsed: left, FailedDepth: depth}, gas) {
			t.Errorf("a call at depth %d that used all its gas counts", depth)
		}
	}
	for name, tc := range map[string]struct {
		res  evm.Result
		want bool
	}{
		"little":                      {evm.Result{GasUsed: gas / 4}, true},
		"more":                        {evm.Result{GasUsed: gas/4 + 1}, false},
		"more before what it refunds": {evm.Result{GasUsed: gas / 4, GasRefunded: 1}, false},
		"failed":                      {evm.Result{GasUsed: 1, Err: &evm.RevertError{}}, false},
		"a call in it failed":         {evm.Result{GasUsed: 1, FailedDepth: trialDepth}, true},
		"a deep one":                  {evm.Result{GasUsed: 1, FailedDepth: trialDepth + 1}, false},
	} {
		if got := conclusive(&tc.res, gas); got != tc.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
