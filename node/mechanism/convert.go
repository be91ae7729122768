package mechanism

import "math"

// Epsilon converts a zCDP budget, in millionths, to the epsilon of approximate differential privacy at the given delta,
// for people to read. It is the minimum over a > 1 of rho a + ln(1/(a delta))/(a-1) + ln(1-1/a) (Canonne, Kamath and
// Steinke 2020, proposition 12), which is never above rho + 2 sqrt(rho ln(1/delta)). Budgets are kept and charged in rho
// alone; this number enters no check.
func Epsilon(rhoMicro uint64, delta float64) float64 {
	rho := float64(rhoMicro) / rhoUnit
	if rho == 0 || delta <= 0 || delta >= 1 {
		if rho == 0 {
			return 0
		}
		return math.Inf(1)
	}
	epsilon := func(logA float64) float64 { // a = 1 + e^logA
		a := 1 + math.Exp(logA)
		return rho*a + (-math.Log(delta)-math.Log(a))/(a-1) + math.Log1p(-1/a)
	}
	// One minimum; golden-section search on ln(a-1).
	const ratio = 0.6180339887498949
	low, high := -20.0, 30.0
	c, d := high-ratio*(high-low), low+ratio*(high-low)
	for high-low > 1e-10 {
		if epsilon(c) < epsilon(d) {
			high, d = d, c
			c = high - ratio*(high-low)
		} else {
			low, c = c, d
			d = low + ratio*(high-low)
		}
	}
	return max(0, epsilon((low+high)/2))
}
