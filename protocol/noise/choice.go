package noise

import (
	"fmt"
	"math/big"
)

// Choice is what the parameters of a job choose of the noise of a private release. An exact release ignores it.
type Choice struct {
	// Mechanism is gaussian (the default) or laplace.
	Mechanism string `json:"mechanism,omitempty"`
	// Confidence is the rate of the error bars: 0.90, 0.95 (the default) or 0.99.
	Confidence Confidence `json:"confidence,omitempty"`
}

// Resolved is a choice with its defaults.
type Resolved struct {
	Mechanism  Mechanism
	Confidence Confidence
	// Alpha is the rate at which an error bar may miss.
	Alpha *big.Rat
}

// Resolve fills in the defaults; nil chooses nothing.
func (n *Choice) Resolve() (r Resolved, err error) {
	r = Resolved{Mechanism: Gaussian, Confidence: Confidence95}
	if n != nil && n.Mechanism != "" {
		if r.Mechanism, err = ParseMechanism(n.Mechanism); err != nil {
			return r, fmt.Errorf("noise: %w", err)
		}
	}
	if n != nil && n.Confidence != "" {
		r.Confidence = n.Confidence
	}
	if r.Alpha, err = r.Confidence.Alpha(); err != nil {
		return r, fmt.Errorf("noise: %w", err)
	}
	return r, nil
}
