package query

import "math/big"

// Expected says how far a figure of a private release may be off, known before a row is read.
type Expected struct {
	// Of is the measure, or "confusion(grouping)" for each of the four counts of an audit.
	Of string
	// Within is the half-width of the interval around the figure of one line, in the figure's own decimals. Of a mean
	// it is that of its sum: divide it by the line's count.
	Within string
	// PerCount says that Within is divided by the line's count.
	PerCount bool
}

// Confidence is the rate at which intervals hold, such as 0.95.
func (p *Plan) Confidence() string { return string(p.noise.Confidence) }

// Mechanism names the noise of a private release.
func (p *Plan) Mechanism() string { return p.noise.Mechanism.String() }

// Expected returns how far off the figures of a private release may be at a budget.
func (p *Plan) Expected(release Release) ([]Expected, error) {
	bars, _, err := p.calibrate(release)
	if err != nil {
		return nil, err
	}
	var all []Expected
	for i := range p.measures {
		m := &p.measures[i]
		half := make([]*big.Int, len(m.of))
		for k, o := range m.of {
			half[k] = bars[o].half(1, 1)
		}
		all = append(all, m.expected(m, half))
	}
	if len(p.measures) > 0 {
		return all, nil
	}
	for i := range p.outputs {
		all = append(all, Expected{Of: p.outputs[i].name, Within: bars[i].half(1, 1).String()})
	}
	return all, nil
}

// Cells is how many lines a result has: those of a query, or the groups of all groupings of an audit.
func (p *Plan) Cells() int {
	if len(p.measures) > 0 {
		return p.lines
	}
	n := 0
	for _, part := range p.partitions {
		n += len(part.groups)
	}
	return n
}
