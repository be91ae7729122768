// Package query computes the statistics of the job kinds query and fairness.
//
// A job's parameters are turned into a Plan with the help of the dataset's schema alone: groups, bounds, sensitivities,
// the shape and the largest size of the result are fixed before a row is read. Run then reads the rows once, adds
// integers, and releases: exactly, or with noise from package mechanism. The result's bytes are a function of the set
// of rows, the plan and the noise key. Neither the order of the rows, nor floating point, nor time enters it.
//
// How to add a measure is said in docs/design/measures.md.
package query

import (
	"fmt"
	"slices"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// Plan is a job's parameters checked against a schema, and how they are computed. It is immutable and safe for
// concurrent use.
type Plan struct {
	kind       kind.Kind
	schema     *schema.Schema
	filter     condition
	partitions []*partition
	noise      noise.Resolved
	outputs    []output
	cautions   []string

	// Of a query:
	measures   []measure
	lines      int
	groupNames func(line int) []string

	// Of a fairness audit:
	prediction, label   condition
	predicted, labelled []int // the columns that each of these uses
	needed              []int // the columns that either uses
	references          []int // a group of each partition
}

// output is one vector of integers that is released: what the budget is split over. Its cells are disjoint: a row
// counts in at most one.
type output struct {
	name string
	// cells is the length of the vector. cellNames gives the labels of one.
	cells     int
	cellNames func(cell int) []string
	// largest is the most that one row adds to its cell, in magnitude.
	largest uint64
	// at is which of the plan's divisions into cells this is over: a query has one, an audit one for each grouping.
	at int
	// amount is how much a row adds to its cell.
	amount amount
}

// sensitivity of the output to one subject, who has at most m rows, each in one cell.
func (o *output) sensitivity(m int) mechanism.Sensitivity {
	whole := uint64(m) * o.largest
	return mechanism.Sensitivity{L0: uint64(min(m, o.cells)), LInf: whole, L1: whole}
}

// Compile checks the parameters against the schema. Nothing it does depends on data.
func Compile(p statistics.Parameters, s *schema.Schema) (*Plan, error) {
	switch {
	case p.Query != nil:
		plan, err := compileQuery(p.Query, s)
		if err != nil {
			return nil, fmt.Errorf("query parameters: %w", err)
		}
		return plan, nil
	case p.Fairness != nil:
		plan, err := compileFairness(p.Fairness, s)
		if err != nil {
			return nil, fmt.Errorf("fairness parameters: %w", err)
		}
		return plan, nil
	default:
		return nil, statistics.ErrNone
	}
}

func newPlan(k kind.Kind, s *schema.Schema, rows *selection.Selection, noise noise.Resolved) *Plan {
	p := &Plan{kind: k, schema: s, filter: conditionOf(rows.Filter), noise: noise}
	for _, part := range rows.Partitions {
		p.partitions = append(p.partitions, partitionOf(part))
	}
	return p
}

func compileQuery(q *query.Parameters, s *schema.Schema) (*Plan, error) {
	r, err := q.Resolve(s)
	if err != nil {
		return nil, err
	}
	p := newPlan(kind.Query, s, &r.Selection, r.Noise)
	p.caution(q.Filter, q.Groups)
	p.lines, p.groupNames = r.Lines, r.GroupNames
	for i := range r.Measures {
		m := measure{ResolvedMeasure: r.Measures[i], operation: operations()[r.Measures[i].Op]}
		for _, o := range m.outputs(&m.ResolvedMeasure) {
			m.of = append(m.of, p.lineOutput(o))
		}
		p.measures = append(p.measures, m)
	}
	return p, nil
}

// lineOutput returns the index of an output over the lines' cells, added if there is none of its name: a count that two
// measures need is released, and paid for, once.
func (p *Plan) lineOutput(o output) int {
	if i := slices.IndexFunc(p.outputs, func(other output) bool { return other.name == o.name }); i >= 0 {
		return i
	}
	o.cells, o.cellNames = p.lines, p.groupNames
	p.outputs = append(p.outputs, o)
	return len(p.outputs) - 1
}

func (p *Plan) queryResult(totals [][]int64, bars []*errorBars) *query.Result {
	r := &query.Result{Groupings: []string{}}
	for _, part := range p.partitions {
		r.Groupings = append(r.Groupings, part.name)
	}
	for i := range p.measures {
		r.Measures = append(r.Measures, p.measures[i].Name)
	}
	for cell := range p.lines {
		line := query.Line{Group: p.groupNames(cell)}
		for i := range p.measures {
			m := &p.measures[i]
			line.Figures = append(line.Figures, m.figure(m, m.at(totals, bars, cell)))
		}
		r.Cells = append(r.Cells, line)
	}
	return r
}

// The cells of a confusion matrix, in the order in which they are released.
const (
	truePositive = iota
	falsePositive
	trueNegative
	falseNegative
	matrixCells
)

var matrixNames = [matrixCells]string{"tp", "fp", "tn", "fn"}

// leftOutName is the cell of a group's rows without a label or a prediction. They are counted after the matrices of all
// groups, in the same output: a row is in one cell of it, so that they cost nothing.
const leftOutName = "leftOut"

// leavesOut reports whether rows can lack a label or a prediction.
func (p *Plan) leavesOut() bool {
	return slices.ContainsFunc(p.needed, func(column int) bool { return p.schema.Columns[column].Nullable })
}

func compileFairness(f *fairness.Parameters, s *schema.Schema) (*Plan, error) {
	r, err := f.Resolve(s)
	if err != nil {
		return nil, err
	}
	p := newPlan(kind.Fairness, s, &r.Selection, r.Noise)
	p.caution(f.Filter, f.Groups)
	p.prediction, p.label = conditionOf(r.Prediction), conditionOf(r.Label)
	p.predicted, p.labelled = r.Predicted, r.Labelled
	p.needed, p.references = slices.Concat(p.predicted, p.labelled), r.References
	p.cautionLeftOut(s)
	for i, part := range p.partitions {
		groups, cells := len(part.groups), matrixCells*len(part.groups)
		if p.leavesOut() {
			cells += groups
		}
		p.outputs = append(p.outputs, output{
			name: "confusion(" + part.name + ")", cells: cells, largest: 1,
			cellNames: func(cell int) []string {
				if cell >= matrixCells*groups {
					return []string{part.groups[cell-matrixCells*groups], leftOutName}
				}
				return []string{part.groups[cell/matrixCells], matrixNames[cell%matrixCells]}
			},
			at: i, amount: whole{},
		})
	}
	return p, nil
}

// Kind returns the job kind.
func (p *Plan) Kind() kind.Kind { return p.kind }

// Outputs returns the names of the vectors that a private release splits its budget over.
func (p *Plan) Outputs() []string {
	names := make([]string, len(p.outputs))
	for i := range p.outputs {
		names[i] = p.outputs[i].name
	}
	return names
}
