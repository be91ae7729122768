package query

import (
	"math/big"
)

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
func (p *Plan) Confidence() string { return string(p.confidence) }

// Mechanism names the noise of a private release.
func (p *Plan) Mechanism() string { return p.mechanism.String() }

// Expected returns how far off the figures of a private release may be at a budget.
func (p *Plan) Expected(release Release) ([]Expected, error) {
	bars, _, err := p.calibrate(release)
	if err != nil {
		return nil, err
	}
	var all []Expected
	for i := range p.measures {
		m := &p.measures[i]
		e := Expected{Of: m.name}
		switch m.op {
		case "count":
			e.Within = bars[m.total].half(1, 1).String()
		case "sum":
			e.Within = m.decimal(bars[m.total].half(1, 1), 1)
		default:
			e.Within, e.PerCount = m.decimal(bars[m.centred].half(1, 1), 2), true // of the sum of 2x-low-high
		}
		all = append(all, e)
	}
	if len(p.measures) > 0 {
		return all, nil
	}
	for i := range p.outputs {
		all = append(all, Expected{Of: p.outputs[i].name, Within: bars[i].half(1, 1).String()})
	}
	return all, nil
}

// decimal writes a number of the column's last decimals, divided by parts, with the column's decimals.
func (m *measure) decimal(v *big.Int, parts int64) string {
	return new(big.Rat).SetFrac(v, new(big.Int).Mul(m.unit(), big.NewInt(parts))).FloatString(m.scale())
}

// Cells is how many lines a result has: those of a query, or the groups of all groupings of an audit.
func (p *Plan) Cells() int {
	if len(p.measures) > 0 {
		return p.outputs[0].cells
	}
	n := 0
	for _, part := range p.partitions {
		n += len(part.groups)
	}
	return n
}
