package api

import (
	"math"
	"testing"
)

// However the contracts of a call share its gas, they have no more memory than
// the call counts, and the worst ones come near to it.
func TestContractMemory(t *testing.T) {
	for _, gas := range []float64{1e6, 30e6, 200e6} {
		worst := 0.0
		for part := 1.0; part < 400; part++ {
			left, words := gas, 0.0
			for range 1024 {
				spent := left / part
				// w²/512 + 3w = spent.
				words += 256 * (math.Sqrt(9+spent/128) - 3)
				left = (left - spent) * 63 / 64
			}
			worst = max(worst, 32*words)
		}
		if cost := float64(contractMemory(uint64(gas))); worst > cost || gas > 100e6 && worst < cost/2 {
			t.Errorf("%.0f gas: counts %.0f bytes, contracts can have %.0f", gas, cost, worst)
		}
	}
}
