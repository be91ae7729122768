package query

import (
	"math/big"

	"github.com/assent-network/assent/node/compute/tabulation"
)

// Confidence is the rate at which intervals hold, such as 0.95.
func (p *Plan) Confidence() string { return string(p.Noise.Confidence) }

// Mechanism names the noise of a private release.
func (p *Plan) Mechanism() string { return p.Noise.Mechanism.String() }

// Expected returns how far off the figures of a private release may be at a budget.
func (p *Plan) Expected(release Release) ([]tabulation.Expected, error) {
	bars, _, err := p.calibrate(release)
	if err != nil {
		return nil, err
	}
	var all []tabulation.Expected
	for i := range p.Measures {
		m := &p.Measures[i]
		half := make([]*big.Int, len(m.Of))
		for k, o := range m.Of {
			half[k] = bars[o].Half(1, 1)
		}
		all = append(all, m.Expected(m, half))
	}
	if len(p.Measures) > 0 {
		return all, nil
	}
	for i := range p.Outputs {
		all = append(all, tabulation.Expected{Of: p.Outputs[i].Name, Within: bars[i].Half(1, 1).String()})
	}
	return all, nil
}

// Cells is how many lines a result has: those of a query, or the groups of all groupings of an audit.
func (p *Plan) Cells() int {
	if len(p.Measures) > 0 {
		return p.Lines
	}
	n := 0
	for _, part := range p.Partitions {
		n += len(part.Groups)
	}
	return n
}
