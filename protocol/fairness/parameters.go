// Package fairness is the format of the job kind fairness: a confusion matrix for each group, and what follows from it.
//
// Parameters are what a job asks, and Result is what comes out. Both are public formats with their rules: the engine
// that computes the one from the other is elsewhere. They are described in docs/protocol/parameters-fairness.md and
// docs/protocol/statistics-result.md.
package fairness

import (
	"errors"
	"fmt"

	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

// Format is the format member of parameters.
const Format = "assent-fairness/1"

// Parameters are the parameters of a job of kind fairness.
type Parameters struct {
	Format string            `json:"format"`
	Table  string            `json:"table,omitempty"` // which, where a version holds several
	Filter *selection.Filter `json:"filter,omitempty"`
	// Prediction says when a row counts as predicted positive, Label when it is positive. Rows with a null in a column
	// that either names are left out.
	Prediction selection.Filter `json:"prediction"`
	Label      selection.Filter `json:"label"`
	// Groups are compared one by one; each has a reference group.
	Groups []selection.Grouping `json:"groups"`
	Noise  *noise.Choice        `json:"noise,omitempty"`
}

// Resolved are parameters that fit a schema.
type Resolved struct {
	selection.Selection
	Prediction, Label selection.Condition
	// Predicted and Labelled are the columns that prediction and label name.
	Predicted, Labelled []int
	// References are the groups, one of each grouping, that the others are compared with.
	References []int
	Noise      noise.Resolved
}

// Resolve checks the parameters against a schema, and against nothing else.
func (f *Parameters) Resolve(s *schema.Schema) (*Resolved, error) {
	sel, err := selection.Resolve(s, f.Filter, f.Groups)
	if err != nil {
		return nil, err
	}
	r := &Resolved{Selection: *sel}
	if r.Noise, err = f.Noise.Resolve(); err != nil {
		return nil, err
	}
	if r.Prediction, r.Predicted, err = f.Prediction.Resolve(s); err != nil {
		return nil, fmt.Errorf("prediction: %w", err)
	}
	if r.Label, r.Labelled, err = f.Label.Resolve(s); err != nil {
		return nil, fmt.Errorf("label: %w", err)
	}
	if len(r.Partitions) == 0 {
		return nil, errors.New("no groups given: name at least one grouping to compare")
	}
	for i, part := range r.Partitions {
		reference, err := part.Find(f.Groups[i].Reference)
		if err != nil {
			return nil, err
		}
		r.References = append(r.References, reference)
	}
	return r, nil
}
