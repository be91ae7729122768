package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

// Op is what a measure computes of the rows of each line.
type Op string

// The operations. Ops lists them for messages, and takes says what each is of.
const (
	Count Op = "count"
	Sum   Op = "sum"
	Mean  Op = "mean"
)

// Ops are the operations, in the order in which messages name them.
func Ops() []Op { return []Op{Count, Sum, Mean} }

// OfColumn reports whether the operation is of the values of a column, which min and max clamp; a count is of rows.
func (o Op) OfColumn() bool { return o != Count }

// Measure is one figure of each line.
type Measure struct {
	// Op is count, sum or mean.
	Op Op `json:"op"`
	// Column is what is summed. Nulls are left out. A count has none.
	Column string `json:"column,omitempty"`
	// Min and Max clamp every value before it is added; the schema's bounds when absent.
	Min string `json:"min,omitempty" spell:"number"`
	Max string `json:"max,omitempty" spell:"number"`
}

// ResolvedMeasure is a measure that fits a schema.
type ResolvedMeasure struct {
	// Name is what results call it, such as mean(age).
	Name string
	Op   Op
	// Column is of the schema, and Place where it stands there; nil for an operation that is not of a column.
	Column *schema.Column
	Place  int
	// Low and High clamp the values, as cells hold them.
	Low, High int64
}

// Resolve checks a measure against a schema.
func (m *Measure) Resolve(s *schema.Schema) (r ResolvedMeasure, err error) {
	r = ResolvedMeasure{Name: string(m.Op), Op: m.Op}
	if !slices.Contains(Ops(), m.Op) {
		return r, fmt.Errorf("op %.64q is unknown: use %s; a count is of rows, which are as many as people where the "+
			"schema's maxContributions is 1", string(m.Op), listOps())
	}
	if !m.Op.OfColumn() {
		if m.Column != "" || m.Min != "" || m.Max != "" {
			return r, fmt.Errorf(`a %s takes no "column", "min" or "max": use a filter`, m.Op)
		}
		return r, nil
	}
	if r.Place, err = s.Column(m.Column); err != nil {
		return r, err
	}
	c := &s.Columns[r.Place]
	if !c.Type.Summable() {
		return r, fmt.Errorf("the %s of %q means nothing: its type is %s", m.Op, c.Name, c.Type)
	}
	r.Name, r.Column = string(m.Op)+"("+c.Name+")", c
	if r.Low, r.High, err = m.clamp(c); err != nil {
		return r, fmt.Errorf("%s: %w", r.Name, err)
	}
	if r.Largest() > schema.MaxSummand || uint64(r.High-r.Low) > schema.MaxSummand {
		remedy := "give a narrower min and max"
		if c.Scale > 0 {
			remedy += fmt.Sprintf(", or ask the custodian for fewer than its %d decimals (assent dataset schema "+
				"--decimals %s=N)", c.Scale, c.Name)
		}
		return r, fmt.Errorf("%s: its bounds are too far from zero for a sum: %s", r.Name, remedy)
	}
	return r, nil
}

// Largest is the largest magnitude of a value within the clamp.
func (r *ResolvedMeasure) Largest() uint64 { return uint64(max(r.High, -r.Low)) }

// listOps names the operations in a sentence.
func listOps() string {
	var names []string
	for _, o := range Ops() {
		names = append(names, string(o))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// clamp returns a measure's bounds: those it names, within the schema's.
func (m *Measure) clamp(c *schema.Column) (low, high int64, err error) {
	low, high = c.Bounds()
	if m.Min == "" && m.Max == "" {
		return low, high, nil
	}
	if c.Type == schema.Boolean {
		return 0, 0, errors.New("a boolean is not clamped")
	}
	for _, b := range []struct {
		text string
		end  *int64
	}{{m.Min, &low}, {m.Max, &high}} {
		if b.text == "" {
			continue
		}
		if *b.end, err = selection.Literal(c, b.text); err != nil {
			return 0, 0, err
		}
		if _, err := c.Parse(b.text); err != nil {
			return 0, 0, fmt.Errorf("clamp value %.64q is %w", b.text, err)
		}
	}
	if low >= high {
		return 0, 0, fmt.Errorf("min %s is not below max %s", c.Text(low), c.Text(high))
	}
	return low, high, nil
}
