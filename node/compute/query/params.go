// Package query computes the statistics of the job kinds query and fairness.
//
// A job's parameters are turned into a Plan with the help of the dataset's schema alone: groups, bounds, sensitivities,
// the shape and the largest size of the result are fixed before a row is read. Run then reads the rows once, adds
// integers, and releases: exactly, or with noise from package mechanism. The result's bytes are a function of the set
// of rows, the plan and the noise key. Neither the order of the rows, nor floating point, nor time enters it.
//
// The formats are described in docs/protocol: parameters-query.md, parameters-fairness.md and statistics-result.md.
package query

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/kind"
)

// The format members of parameters.
const (
	QueryFormat    = "assent-query/1"
	FairnessFormat = "assent-fairness/1"
)

// The limits of parameters. All of them hold before any data is seen.
const (
	MaxParameters = 16 << 10 // bytes; parameters go on chain
	MaxGroupings  = 4
	MaxGroups     = 1024 // cells of one result
	MaxMeasures   = 32
	MaxRules      = 64
	MaxNodes      = 256 // of one filter
	MaxDepth      = 12  // of one filter
	MaxList       = 256 // values of one "in"
	maxName       = 64
)

// Query are the parameters of a job of kind query: measures over the rows that pass a filter, by groups.
type Query struct {
	Format   string     `json:"format"`
	Table    string     `json:"table,omitempty"` // which, where a version holds several
	Filter   *Filter    `json:"filter,omitempty"`
	Groups   []Grouping `json:"groups,omitempty"`
	Measures []Measure  `json:"measures"`
	Noise    *Noise     `json:"noise,omitempty"`
}

// Fairness are the parameters of a job of kind fairness: a confusion matrix per group, and what follows from it.
type Fairness struct {
	Format string  `json:"format"`
	Table  string  `json:"table,omitempty"` // which, where a version holds several
	Filter *Filter `json:"filter,omitempty"`
	// Prediction says when a row counts as predicted positive, Label when it is positive. Rows with a null in a column
	// that either names are left out.
	Prediction Filter `json:"prediction"`
	Label      Filter `json:"label"`
	// Groups are compared one by one; each has a reference group.
	Groups []Grouping `json:"groups"`
	Noise  *Noise     `json:"noise,omitempty"`
}

// Measure is one figure per group.
type Measure struct {
	// Op is count, sum or mean.
	Op string `json:"op"`
	// Column is what is summed. Nulls are left out. A count has none.
	Column string `json:"column,omitempty"`
	// Min and Max clamp every value before it is added; the schema's bounds when absent.
	Min string `json:"min,omitempty" spell:"number"`
	Max string `json:"max,omitempty" spell:"number"`
}

// Noise chooses between the mechanisms of a private release. It is ignored when the release is exact.
type Noise struct {
	// Mechanism is gaussian (the default) or laplace.
	Mechanism string `json:"mechanism,omitempty"`
	// Confidence is the rate of the error bars: 0.90, 0.95 (the default) or 0.99.
	Confidence mechanism.Confidence `json:"confidence,omitempty"`
}

func (n *Noise) parse() (k mechanism.Kind, c mechanism.Confidence, err error) {
	k, c = mechanism.Gaussian, mechanism.Confidence95
	if n == nil {
		return k, c, nil
	}
	if n.Mechanism != "" {
		if k, err = mechanism.ParseKind(n.Mechanism); err != nil {
			return k, c, fmt.Errorf("noise: %w", err)
		}
	}
	if n.Confidence != "" {
		c = n.Confidence
	}
	if _, err := c.Alpha(); err != nil {
		return k, c, fmt.Errorf("noise: %w", err)
	}
	return k, c, nil
}

// Params are the parameters of one job: exactly one of the members is set.
type Params struct {
	Query    *Query
	Fairness *Fairness
}

// Table is the table that the parameters name; empty when they name none.
func (p Params) Table() string {
	switch {
	case p.Query != nil:
		return p.Query.Table
	case p.Fairness != nil:
		return p.Fairness.Table
	}
	return ""
}

// Parse reads the parameters of a job of the given kind, which must be canonical JSON: the bytes are hashed, and no one
// may find two texts for one job.
func Parse(k kind.Kind, data []byte) (Params, error) {
	if err := canonical.Check(data); errors.Is(err, canonical.ErrNotCanonical) {
		return Params{}, fmt.Errorf("reading the %s parameters: %w", k, err)
	}
	p, _, err := parse(k, data, func(data []byte, v any) ([]byte, error) {
		return data, canonical.Unmarshal(data, v)
	})
	return p, err
}

// ParseLoose reads parameters as people write them, with white space, members in any order, and numbers and truth
// values with or without quotes, and returns the canonical bytes that a job must carry.
func ParseLoose(k kind.Kind, data []byte) (p Params, canon []byte, err error) {
	return parse(k, data, canonical.Read)
}

func parse(
	k kind.Kind, data []byte, read func([]byte, any) ([]byte, error),
) (p Params, canon []byte, err error) {
	if len(data) > MaxParameters {
		return Params{}, nil, fmt.Errorf("reading the %s parameters: %d bytes, at most %d are allowed", k, len(data),
			MaxParameters)
	}
	var into any
	var want string
	switch k {
	case kind.Query:
		p.Query = &Query{}
		into, want = p.Query, QueryFormat
	case kind.Fairness:
		p.Fairness = &Fairness{}
		into, want = p.Fairness, FairnessFormat
	default:
		return Params{}, nil, fmt.Errorf("job kind %s has no parameters here: use %s or %s", k, kind.Query,
			kind.Fairness)
	}
	// The format first: with another one, errors about members would only mislead.
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(data, &head) == nil && head.Format != want {
		return Params{}, nil, fmt.Errorf("reading the %s parameters: format is %q, want %q", k, clip(head.Format), want)
	}
	if canon, err = read(data, into); err != nil {
		return Params{}, nil, fmt.Errorf("reading the %s parameters: %w", k, err)
	}
	return p, canon, nil
}

func clip(s string) string {
	if len(s) > maxName {
		return s[:maxName] + "…"
	}
	return s
}
