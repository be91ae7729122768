package tabulation

import (
	"fmt"
	"strings"

	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

// Cautions says in sentences what of a plan is easily read otherwise: what is counted, what a negation does with cells
// that are empty, which rows an audit leaves out.
func (p *Plan) Cautions() []string { return p.cautions }

// LineCount is how many lines the result has: of a query one for each combination of groups, of an audit one for each
// group and one for all.
func (p *Plan) LineCount() int {
	if p.Kind == kind.Query {
		return p.Lines
	}
	lines := 0
	for _, part := range p.Partitions {
		lines += len(part.Groups) + 1
	}
	return lines
}

// SizeWords says how large a result may be, against what may leave.
func (p *Plan) SizeWords(bytes int) string {
	return fmt.Sprintf("the result has %d lines and takes at most %d bytes of the %d that may leave", p.LineCount(),
		bytes,
		result.MaxPlaintext)
}

// SizeError refuses a result that may be too large, with how many lines of the kind would fit.
func (p *Plan) SizeError(bytes int, how job.Release) error {
	fit := result.MaxPlaintext * p.LineCount() / bytes
	return fmt.Errorf("the result of %d lines may take %d bytes, at most %d leave, which about %d lines of these "+
		"figures take in a %s release: ask for fewer groups or measures",
		p.LineCount(), bytes, result.MaxPlaintext, fit, how)
}

// caution notes what a plan is easily misread in.
func (p *Plan) caution(f *selection.Filter, groups []selection.Grouping) {
	if n := p.Schema.MaxContributions; n > 1 {
		p.cautions = append(p.cautions, fmt.Sprintf("counts are of rows, of which a person has up to %d, not of people",
			n))
	}
	negated := map[string]bool{}
	p.negations(f, false, negated)
	for _, g := range groups {
		for i := range g.Rules {
			p.negations(&g.Rules[i].Where, false, negated)
		}
	}
	var names []string
	for i := range p.Schema.Columns {
		if name := p.Schema.Columns[i].Name; negated[name] {
			names = append(names, fmt.Sprintf("%q", name))
		}
	}
	if len(names) > 0 {
		p.cautions = append(p.cautions, fmt.Sprintf(
			"a negation is over %s, which may be empty: a comparison with an empty cell is false, "+
				"so that its negation holds for rows where the cell is empty; SQL leaves those out", strings.Join(names,
				", ")))
	}
}

// negations finds the nullable columns that comparisons under a negation name.
func (p *Plan) negations(f *selection.Filter, under bool, found map[string]bool) {
	if f == nil {
		return
	}
	for i := range f.And {
		p.negations(&f.And[i], under, found)
	}
	for i := range f.Or {
		p.negations(&f.Or[i], under, found)
	}
	p.negations(f.Not, true, found)
	if i, err := p.Schema.Column(f.Column); under && err == nil && f.Op != "null" && p.Schema.Columns[i].Nullable {
		found[f.Column] = true
	}
}

// cautionLeftOut says which rows an audit leaves out.
func (p *Plan) cautionLeftOut(s *schema.Schema) {
	var names []string
	for i := range s.Columns {
		for _, column := range p.Needed {
			if column == i && s.Columns[i].Nullable {
				names = append(names, fmt.Sprintf("%q", s.Columns[i].Name))
				break
			}
		}
	}
	if len(names) > 0 {
		p.cautions = append(p.cautions, fmt.Sprintf(
			"rows in which %s is empty have no label or no prediction: the result "+
				"counts them by group as left out, under the policy's smallest cell like any count, and no other "+
				"figure has them", strings.Join(names, " or ")))
	}
}
