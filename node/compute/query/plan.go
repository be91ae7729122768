package query

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
)

// Plan is a job's parameters checked against a schema. It is immutable and safe for concurrent use.
type Plan struct {
	kind       kind.Kind
	schema     *schema.Schema
	filter     condition
	partitions []*partition
	mechanism  mechanism.Kind
	confidence mechanism.Confidence
	alpha      *big.Rat
	outputs    []output

	measures []measure // of a query

	cautions []string

	prediction, label   condition // of a fairness job
	predicted, labelled []int     // the columns that each of these uses
	needed              []int     // the columns that either uses
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

// measure is a compiled Measure: which outputs it is made of.
type measure struct {
	name      string
	op        string
	column    *schema.Column // of a sum or a mean
	low, high int64          // the clamp
	total     int            // output of a count or a sum; of a mean, the count of its values
	centred   int            // output of a mean: the sum of 2x-low-high
}

// Compile checks the parameters against the schema. Nothing it does depends on data.
func Compile(p Params, s *schema.Schema) (*Plan, error) {
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
		return nil, errors.New("no parameters given")
	}
}

func newPlan(k kind.Kind, s *schema.Schema, f *Filter, groups []Grouping, n *Noise) (*Plan, error) {
	p := &Plan{kind: k, schema: s}
	var err error
	if p.filter, _, err = compileFilter(s, f); err != nil {
		return nil, fmt.Errorf("filter: %w", err)
	}
	if len(groups) > MaxGroupings {
		return nil, fmt.Errorf("%d groupings, at most %d are allowed", len(groups), MaxGroupings)
	}
	for i := range groups {
		part, err := compileGrouping(s, &groups[i])
		if err != nil {
			return nil, err
		}
		for _, other := range p.partitions {
			if other.name == part.name {
				return nil, fmt.Errorf("two groupings are named %q", part.name)
			}
		}
		p.partitions = append(p.partitions, part)
	}
	p.caution(f, groups)
	if p.mechanism, p.confidence, err = n.parse(); err != nil {
		return nil, err
	}
	if p.alpha, err = p.confidence.Alpha(); err != nil {
		return nil, err
	}
	return p, nil
}

func compileQuery(q *Query, s *schema.Schema) (*Plan, error) {
	p, err := newPlan(kind.Query, s, q.Filter, q.Groups, q.Noise)
	if err != nil {
		return nil, err
	}
	cells := 1
	for i, part := range p.partitions {
		if q.Groups[i].Reference != "" {
			return nil, fmt.Errorf("grouping %q names a reference: only a fairness job has one", part.name)
		}
		if cells *= len(part.groups); cells > MaxGroups {
			return nil, fmt.Errorf("more than %d groups: take fewer groupings or coarser ones", MaxGroups)
		}
	}
	if len(q.Measures) < 1 || len(q.Measures) > MaxMeasures {
		return nil, fmt.Errorf("%d measures, want 1 to %d", len(q.Measures), MaxMeasures)
	}
	for i := range q.Measures {
		m, err := p.compileMeasure(&q.Measures[i], cells)
		if err != nil {
			return nil, fmt.Errorf("measure %d: %w", i+1, err)
		}
		for _, other := range p.measures {
			if other.name == m.name {
				return nil, fmt.Errorf("measure %s is asked for twice", m.name)
			}
		}
		p.measures = append(p.measures, m)
	}
	return p, nil
}

func (p *Plan) compileMeasure(q *Measure, cells int) (m measure, err error) {
	m = measure{name: q.Op, op: q.Op}
	switch q.Op {
	case "count":
		if q.Column != "" || q.Min != "" || q.Max != "" {
			return m, errors.New(`a count takes no "column", "min" or "max": use a filter`)
		}
		m.total = p.cellOutput("count", cells, 1, whole{})
		return m, nil
	case "sum", "mean":
	default:
		return m, fmt.Errorf("op %q is unknown: use count, sum or mean; a count is of rows, which are as many as "+
			"people where the schema's maxContributions is 1", clip(q.Op))
	}
	i, err := p.schema.Column(q.Column)
	if err != nil {
		return m, err
	}
	c := &p.schema.Columns[i]
	if !c.Type.Summable() {
		return m, fmt.Errorf("the %s of %q means nothing: its type is %s", q.Op, c.Name, c.Type)
	}
	m.name, m.column = q.Op+"("+c.Name+")", c
	if m.low, m.high, err = clamp(c, q); err != nil {
		return m, fmt.Errorf("%s: %w", m.name, err)
	}
	largest := uint64(max(m.high, -m.low))
	if largest > schema.MaxSummand || uint64(m.high-m.low) > schema.MaxSummand {
		remedy := "give a narrower min and max"
		if c.Scale > 0 {
			remedy += fmt.Sprintf(", or ask the custodian for fewer than its %d decimals (assent dataset schema "+
				"--decimals %s=N)",
				c.Scale, c.Name)
		}
		return m, fmt.Errorf("%s: its bounds are too far from zero for a sum: %s", m.name, remedy)
	}
	value := clamped{column: i, low: m.low, high: m.high, factor: 1}
	if q.Op == "sum" {
		m.total = p.cellOutput(m.name, cells, max(1, largest), value)
		return m, nil
	}
	if c.Nullable {
		m.total = p.cellOutput("count("+c.Name+")", cells, 1, present(i))
	} else {
		m.total = p.cellOutput("count", cells, 1, whole{})
	}
	// The distance from the middle of the bounds, doubled to stay whole, has the smallest sensitivity.
	value.factor, value.offset = 2, -m.low-m.high
	name := fmt.Sprintf("centred(%s, %s, %s)", c.Name, c.Text(m.low), c.Text(m.high))
	m.centred = p.cellOutput(name, cells, max(1, uint64(m.high-m.low)), value)
	return m, nil
}

// clamp returns a measure's bounds: those it names, within the schema's.
func clamp(c *schema.Column, q *Measure) (low, high int64, err error) {
	low, high = c.Bounds()
	if q.Min == "" && q.Max == "" {
		return low, high, nil
	}
	if c.Type == schema.Boolean {
		return 0, 0, errors.New("a boolean is not clamped")
	}
	for _, b := range []struct {
		text string
		end  *int64
	}{{q.Min, &low}, {q.Max, &high}} {
		if b.text == "" {
			continue
		}
		if *b.end, err = literal(c, b.text); err != nil {
			return 0, 0, err
		}
		if _, err := c.Parse(b.text); err != nil {
			return 0, 0, fmt.Errorf("clamp value %q is %w", clip(b.text), err)
		}
	}
	if low >= high {
		return 0, 0, fmt.Errorf("min %s is not below max %s", c.Text(low), c.Text(high))
	}
	return low, high, nil
}

// cellOutput returns the index of the output of that name over the groups' cells, added if it is new: a count that two
// measures need is released, and paid for, once.
func (p *Plan) cellOutput(name string, cells int, largest uint64, a amount) int {
	for i := range p.outputs {
		if p.outputs[i].name == name {
			return i
		}
	}
	p.outputs = append(p.outputs, output{name: name, cells: cells, cellNames: p.groupNames, largest: largest,
		amount: a})
	return len(p.outputs) - 1
}

// groupNames gives the groups of a cell, one of each grouping. The first grouping is the most significant digit of a
// cell.
func (p *Plan) groupNames(cell int) []string {
	names := make([]string, len(p.partitions))
	for i := len(p.partitions) - 1; i >= 0; i-- {
		groups := p.partitions[i].groups
		names[i] = groups[cell%len(groups)]
		cell /= len(groups)
	}
	return names
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

func compileFairness(f *Fairness, s *schema.Schema) (*Plan, error) {
	p, err := newPlan(kind.Fairness, s, f.Filter, f.Groups, f.Noise)
	if err != nil {
		return nil, err
	}
	if p.prediction, p.predicted, err = compileFilter(s, &f.Prediction); err != nil {
		return nil, fmt.Errorf("prediction: %w", err)
	}
	if p.label, p.labelled, err = compileFilter(s, &f.Label); err != nil {
		return nil, fmt.Errorf("label: %w", err)
	}
	p.needed = slices.Concat(p.predicted, p.labelled)
	p.cautionLeftOut(s)
	if len(p.partitions) == 0 {
		return nil, errors.New("no groups given: name at least one grouping to compare")
	}
	for i, part := range p.partitions {
		if part.reference, err = part.find(f.Groups[i].Reference); err != nil {
			return nil, err
		}
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

func (p *partition) find(reference string) (int, error) {
	if reference == "" {
		return 0, fmt.Errorf("grouping %q names no reference group, which the others are compared "+
			"with: give it \"reference\": %q, or another of its groups", p.name, clip(p.groups[0]))
	}
	for i, g := range p.groups {
		if g == reference {
			return i, nil
		}
	}
	return 0, fmt.Errorf("grouping %q has no group %q to refer to", p.name, clip(reference))
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
