// Package query is the format of the job kind query: measures over the rows that pass a filter, by groups.
//
// Parameters are what a job asks, and Result is what comes out. Both are public formats with their rules: the engine
// that computes the one from the other is elsewhere. They are described in docs/protocol/parameters-query.md and
// docs/protocol/statistics-result.md.
package query

import (
	"fmt"

	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

// Format is the format member of parameters.
const Format = "assent-query/1"

// MaxMeasures is the most measures of a query.
const MaxMeasures = 32

// Parameters are the parameters of a job of kind query.
type Parameters struct {
	Format   string               `json:"format"`
	Table    string               `json:"table,omitempty"` // which, where a version holds several
	Filter   *selection.Filter    `json:"filter,omitempty"`
	Groups   []selection.Grouping `json:"groups,omitempty"`
	Measures []Measure            `json:"measures"`
	Noise    *noise.Choice        `json:"noise,omitempty"`
}

// Resolved are parameters that fit a schema.
type Resolved struct {
	selection.Selection
	Measures []ResolvedMeasure
	// Lines is how many lines the result has: one for each combination of groups.
	Lines int
	Noise noise.Resolved
}

// Resolve checks the parameters against a schema, and against nothing else.
func (q *Parameters) Resolve(s *schema.Schema) (*Resolved, error) {
	sel, err := selection.Resolve(s, q.Filter, q.Groups)
	if err != nil {
		return nil, err
	}
	r := &Resolved{Selection: *sel, Lines: 1}
	if r.Noise, err = q.Noise.Resolve(); err != nil {
		return nil, err
	}
	for i, part := range r.Partitions {
		if q.Groups[i].Reference != "" {
			return nil, fmt.Errorf("grouping %q names a reference: only a fairness job has one", part.Name)
		}
		if r.Lines *= len(part.Groups); r.Lines > selection.MaxGroups {
			return nil, fmt.Errorf("more than %d groups: take fewer groupings or coarser ones", selection.MaxGroups)
		}
	}
	if len(q.Measures) < 1 || len(q.Measures) > MaxMeasures {
		return nil, fmt.Errorf("%d measures, want 1 to %d", len(q.Measures), MaxMeasures)
	}
	for i := range q.Measures {
		m, err := q.Measures[i].Resolve(s)
		if err != nil {
			return nil, fmt.Errorf("measure %d: %w", i+1, err)
		}
		for _, other := range r.Measures {
			if other.Name == m.Name {
				return nil, fmt.Errorf("measure %s is asked for twice", m.Name)
			}
		}
		r.Measures = append(r.Measures, m)
	}
	return r, nil
}

// GroupNames gives the groups of a line, one of each grouping. The first grouping is the most significant digit of a
// line's number.
func (r *Resolved) GroupNames(line int) []string {
	names := make([]string, len(r.Partitions))
	for i := len(r.Partitions) - 1; i >= 0; i-- {
		groups := r.Partitions[i].Groups
		names[i] = groups[line%len(groups)]
		line /= len(groups)
	}
	return names
}
