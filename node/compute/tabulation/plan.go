// Package tabulation plans what is added up over rows, and adds it up: which rows count, in which cells, how much each
// adds, and what figures the sums make.
//
// The parameters and the schema alone decide all of it. How another measure is added is said in
// docs/design/measures.md.
package tabulation

import (
	"fmt"
	"slices"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/node/compute/hiding"
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
	Kind       kind.Kind
	Schema     *schema.Schema
	Filter     columnar.Condition
	Partitions []*columnar.Partition
	Noise      noise.Resolved
	Outputs    []output
	cautions   []string

	// Of a query:
	Measures   []measure
	Lines      int
	groupNames func(line int) []string

	// Of a fairness audit:
	Prediction, Label   columnar.Condition
	Predicted, Labelled []int // the columns that each of these uses
	Needed              []int // the columns that either uses
	References          []int // a group of each partition
}

// output is one vector of integers that is released: what the budget is split over. Its cells are disjoint: a row
// counts in at most one.
type output struct {
	Name string
	// Cells is the length of the vector. cellNames gives the labels of one.
	Cells     int
	CellNames func(cell int) []string
	// largest is the most that one row adds to its cell, in magnitude.
	largest uint64
	// at is which of the plan's divisions into cells this is over: a query has one, an audit one for each grouping.
	at int
	// Amount is how much a row adds to its cell.
	Amount columnar.Amount
}

// Sensitivity of the output to one subject, who has at most m rows, each in one cell.
func (o *output) Sensitivity(m int) mechanism.Sensitivity {
	whole := uint64(m) * o.largest
	return mechanism.Sensitivity{L0: uint64(min(m, o.Cells)), LInf: whole, L1: whole}
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
	p := &Plan{Kind: k, Schema: s, Filter: columnar.ConditionOf(rows.Filter), Noise: noise}
	for _, part := range rows.Partitions {
		p.Partitions = append(p.Partitions, columnar.PartitionOf(part))
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
	p.Lines, p.groupNames = r.Lines, r.GroupNames
	for i := range r.Measures {
		m := measure{ResolvedMeasure: r.Measures[i], operation: operations()[r.Measures[i].Op]}
		for _, o := range m.Outputs(&m.ResolvedMeasure) {
			m.Of = append(m.Of, p.lineOutput(o))
		}
		p.Measures = append(p.Measures, m)
	}
	return p, nil
}

// lineOutput returns the index of an output over the lines' cells, added if there is none of its name: a count that two
// measures need is released, and paid for, once.
func (p *Plan) lineOutput(o output) int {
	if i := slices.IndexFunc(p.Outputs, func(other output) bool { return other.Name == o.Name }); i >= 0 {
		return i
	}
	o.Cells, o.CellNames = p.Lines, p.groupNames
	p.Outputs = append(p.Outputs, o)
	return len(p.Outputs) - 1
}

// QueryResult makes the result of a query of the totals of each output. bars are nil when the release is exact.
func (p *Plan) QueryResult(totals [][]int64, bars []*estimate.Bars) *query.Result {
	r := &query.Result{Groupings: []string{}}
	for _, part := range p.Partitions {
		r.Groupings = append(r.Groupings, part.Name)
	}
	for i := range p.Measures {
		r.Measures = append(r.Measures, p.Measures[i].Name)
	}
	for cell := range p.Lines {
		line := query.Line{Group: p.groupNames(cell)}
		for i := range p.Measures {
			m := &p.Measures[i]
			line.Figures = append(line.Figures, m.Figure(m, m.At(totals, bars, cell)))
		}
		r.Cells = append(r.Cells, line)
	}
	return r
}

// MatrixNames are the cells of a confusion matrix, as the labels of noise have them.
var MatrixNames = [hiding.MatrixCells]string{"tp", "fp", "tn", "fn"}

// leftOutName is the cell of a group's rows without a label or a prediction. They are counted after the matrices of all
// groups, in the same output: a row is in one cell of it, so that they cost nothing.
const leftOutName = "leftOut"

// LeavesOut reports whether rows can lack a label or a prediction.
func (p *Plan) LeavesOut() bool {
	return slices.ContainsFunc(p.Needed, func(column int) bool { return p.Schema.Columns[column].Nullable })
}

func compileFairness(f *fairness.Parameters, s *schema.Schema) (*Plan, error) {
	r, err := f.Resolve(s)
	if err != nil {
		return nil, err
	}
	p := newPlan(kind.Fairness, s, &r.Selection, r.Noise)
	p.caution(f.Filter, f.Groups)
	p.Prediction, p.Label = columnar.ConditionOf(r.Prediction), columnar.ConditionOf(r.Label)
	p.Predicted, p.Labelled = r.Predicted, r.Labelled
	p.Needed, p.References = slices.Concat(p.Predicted, p.Labelled), r.References
	p.cautionLeftOut(s)
	for i, part := range p.Partitions {
		groups, cells := len(part.Groups), hiding.MatrixCells*len(part.Groups)
		if p.LeavesOut() {
			cells += groups
		}
		p.Outputs = append(p.Outputs, output{
			Name: "confusion(" + part.Name + ")", Cells: cells, largest: 1,
			CellNames: func(cell int) []string {
				if cell >= hiding.MatrixCells*groups {
					return []string{part.Groups[cell-hiding.MatrixCells*groups], leftOutName}
				}
				return []string{part.Groups[cell/hiding.MatrixCells], MatrixNames[cell%hiding.MatrixCells]}
			},
			at: i, Amount: columnar.Whole{},
		})
	}
	return p, nil
}

// OutputNames returns the names of the vectors that a private release splits its budget over.
func (p *Plan) OutputNames() []string {
	names := make([]string, len(p.Outputs))
	for i := range p.Outputs {
		names[i] = p.Outputs[i].Name
	}
	return names
}
