package selection

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/protocol/schema"
)

// The limits of one filter.
const (
	MaxNodes = 256
	MaxDepth = 12
	MaxList  = 256 // values of one "in"
)

// Filter is a condition on one row: exactly one of And, Or, Not, or a comparison of Column. A comparison with a null
// cell is false, so its negation is true; the operator null asks for nulls.
type Filter struct {
	And []Filter `json:"and,omitempty"`
	Or  []Filter `json:"or,omitempty"`
	Not *Filter  `json:"not,omitempty"`

	Column string `json:"column,omitempty"`
	// Op is =, !=, <, <=, >, >=, in or null. Only numbers and dates have an order.
	Op string `json:"op,omitempty"`
	// Value is what is compared with, as a cell is written.
	Value string `json:"value,omitempty" spell:"number"`
	// Values are what "in" compares with.
	Values []string `json:"values,omitempty" spell:"number"`
}

// Condition is a filter that fits a schema, with columns by their place and values as cells hold them: one of All,
// Some, Not, Known, Null, Below and Among.
type Condition interface{ isCondition() }

// All holds where each of its conditions does.
type All []Condition

// Some holds where any of its conditions does.
type Some []Condition

// Not holds where its condition does not.
type Not struct{ Condition Condition }

// Known holds where its condition does and the cell of a column is not null.
type Known struct {
	Column    int
	Condition Condition
}

// Null holds where the cell of a column is null.
type Null struct{ Column int }

// Below holds where the cell of a column is below a value, and not null.
type Below struct {
	Column int
	Value  int64
}

// Among holds where the cell of a column is one of some values, and not null.
type Among struct {
	Column int
	Values []int64
}

func (All) isCondition()   {}
func (Some) isCondition()  {}
func (Not) isCondition()   {}
func (Known) isCondition() {}
func (Null) isCondition()  {}
func (Below) isCondition() {}
func (Among) isCondition() {}

// Resolve checks a filter against a schema; nil stands for a filter that every row passes. used are the columns that it
// names.
func (f *Filter) Resolve(s *schema.Schema) (c Condition, used []int, err error) {
	if f == nil {
		return All(nil), nil, nil
	}
	r := resolver{schema: s}
	c, err = r.resolve(f, 1)
	return c, r.used, err
}

// resolver resolves a filter and notes which columns it names.
type resolver struct {
	schema *schema.Schema
	nodes  int
	used   []int
}

func (r *resolver) resolve(f *Filter, depth int) (Condition, error) {
	if r.nodes++; r.nodes > MaxNodes {
		return nil, fmt.Errorf("more than %d conditions", MaxNodes)
	}
	if depth > MaxDepth {
		return nil, fmt.Errorf("conditions nested deeper than %d", MaxDepth)
	}
	forms := 0
	for _, has := range []bool{f.And != nil, f.Or != nil, f.Not != nil, f.Column != "" || f.Op != "" || f.Value != "" ||
		f.Values != nil} {
		if has {
			forms++
		}
	}
	if forms != 1 {
		return nil, fmt.Errorf(`a condition has %d forms: give one of "and", "or", "not", or a "column" with an "op"`,
			forms)
	}
	switch {
	case f.And != nil:
		list, err := r.resolveList(f.And, depth)
		return All(list), err
	case f.Or != nil:
		list, err := r.resolveList(f.Or, depth)
		return Some(list), err
	case f.Not != nil:
		c, err := r.resolve(f.Not, depth+1)
		return Not{c}, err
	default:
		return r.resolveComparison(f)
	}
}

func (r *resolver) resolveList(list []Filter, depth int) ([]Condition, error) {
	resolved := make([]Condition, len(list))
	for i := range list {
		var err error
		if resolved[i], err = r.resolve(&list[i], depth+1); err != nil {
			return nil, err
		}
	}
	return resolved, nil
}

func (r *resolver) resolveComparison(f *Filter) (Condition, error) {
	i, err := r.schema.Column(f.Column)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(r.used, i) {
		r.used = append(r.used, i)
	}
	column := &r.schema.Columns[i]
	c, err := f.compare(i, column)
	if err != nil {
		return nil, fmt.Errorf("condition on column %q: %w", f.Column, err)
	}
	return c, nil
}

// compare is the condition of a comparison with the column at a place.
func (f *Filter) compare(i int, column *schema.Column) (Condition, error) {
	switch f.Op {
	case "null":
		if f.Value != "" || f.Values != nil {
			return nil, errors.New(`the operator "null" takes no value`)
		}
		if !column.Nullable {
			return nil, errors.New("it is never null, the schema says")
		}
		return Null{i}, nil
	case "in":
		if f.Value != "" || len(f.Values) == 0 || len(f.Values) > MaxList {
			return nil, fmt.Errorf(`the operator "in" takes 1 to %d "values"`, MaxList)
		}
		var set []int64
		for _, text := range f.Values {
			v, err := Literal(column, text)
			if err != nil {
				return nil, err
			}
			if slices.Contains(set, v) {
				return nil, fmt.Errorf("value %.64q is listed twice", text)
			}
			set = append(set, v)
		}
		return Among{i, set}, nil
	}
	if f.Values != nil {
		return nil, fmt.Errorf(`the operator %.64q takes one "value"`, f.Op)
	}
	op := slices.Index(Operators, f.Op)
	if op < 0 {
		return nil, fmt.Errorf("operator %.64q is unknown: use %s", f.Op, strings.Join(Operators, " "))
	}
	if op >= operatorLess && !column.Type.Bounded() {
		return nil, fmt.Errorf("type %s has no order: use =, != or in", column.Type)
	}
	v, err := Literal(column, f.Value)
	if err != nil {
		return nil, err
	}
	switch op {
	case operatorEqual:
		return Among{i, []int64{v}}, nil
	case operatorNotEqual:
		return Known{i, Not{Among{i, []int64{v}}}}, nil
	case operatorLess:
		return Below{i, v}, nil
	case operatorAtMost:
		return Below{i, v + 1}, nil // magnitudes stay far below 63 bits
	case operatorAbove:
		return Known{i, Not{Below{i, v + 1}}}, nil
	default:
		return Known{i, Not{Below{i, v}}}, nil
	}
}

// Operators are those of a comparison. The last two are not with one value.
var Operators = []string{"=", "!=", "<", "<=", ">", ">=", "in", "null"}

// Places in operators; from operatorLess on they need an order.
const (
	operatorEqual = iota
	operatorNotEqual
	operatorLess
	operatorAtMost
	operatorAbove
)

// Literal reads a value that a parameter names, in the one spelling that the schema has for it.
func Literal(c *schema.Column, text string) (int64, error) {
	v, err := c.Literal(text)
	if err != nil {
		return 0, fmt.Errorf("value %.64q is %w", text, err)
	}
	if want := c.Text(v); want != text {
		return 0, fmt.Errorf("write value %.64q as %q", text, want)
	}
	return v, nil
}
