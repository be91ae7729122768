package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/schema"
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

// condition is a compiled filter. What it does for a row is the same whatever the row holds: no part of it is left out
// because of another one, and nothing branches on a cell.
type condition interface {
	// holds sets the bits of the rows for which the condition holds, and clears the others.
	holds(b *vault.Block, out *vault.Bits)
	// work is how many operations it takes for a row.
	work() int
}

// compiler compiles filters against a schema and notes which columns they use.
type compiler struct {
	schema *schema.Schema
	nodes  int
	used   []int
}

// compileFilter compiles a filter; nil stands for no filter. used are the columns it names.
func compileFilter(s *schema.Schema, f *Filter) (p condition, used []int, err error) {
	if f == nil {
		return all(nil), nil, nil
	}
	c := compiler{schema: s}
	p, err = c.compile(f, 1)
	return p, c.used, err
}

func (c *compiler) compile(f *Filter, depth int) (condition, error) {
	if c.nodes++; c.nodes > MaxNodes {
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
		list, err := c.compileList(f.And, depth)
		return all(list), err
	case f.Or != nil:
		list, err := c.compileList(f.Or, depth)
		return some(list), err
	case f.Not != nil:
		p, err := c.compile(f.Not, depth+1)
		return not{p}, err
	default:
		return c.compileComparison(f)
	}
}

func (c *compiler) compileList(list []Filter, depth int) ([]condition, error) {
	compiled := make([]condition, len(list))
	for i := range list {
		var err error
		if compiled[i], err = c.compile(&list[i], depth+1); err != nil {
			return nil, err
		}
	}
	return compiled, nil
}

func (c *compiler) compileComparison(f *Filter) (condition, error) {
	i, err := c.schema.Column(f.Column)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(c.used, i) {
		c.used = append(c.used, i)
	}
	column := &c.schema.Columns[i]
	fail := func(err error) error { return fmt.Errorf("condition on column %q: %w", f.Column, err) }
	switch f.Op {
	case "null":
		if f.Value != "" || f.Values != nil {
			return nil, fail(errors.New(`the operator "null" takes no value`))
		}
		if !column.Nullable {
			return nil, fail(errors.New("it is never null, the schema says"))
		}
		return null(i), nil
	case "in":
		if f.Value != "" || len(f.Values) == 0 || len(f.Values) > MaxList {
			return nil, fail(fmt.Errorf(`the operator "in" takes 1 to %d "values"`, MaxList))
		}
		var set []int64
		for _, text := range f.Values {
			v, err := literal(column, text)
			if err != nil {
				return nil, fail(err)
			}
			if slices.Contains(set, v) {
				return nil, fail(fmt.Errorf("value %q is listed twice", clip(text)))
			}
			set = append(set, v)
		}
		return among{i, set}, nil
	}
	if f.Values != nil {
		return nil, fail(fmt.Errorf(`the operator %q takes one "value"`, clip(f.Op)))
	}
	op := slices.Index(operators, f.Op)
	if op < 0 {
		return nil, fail(fmt.Errorf("operator %q is unknown: use %s", clip(f.Op), strings.Join(operators, " ")))
	}
	if op >= operatorLess && !column.Type.Bounded() {
		return nil, fail(fmt.Errorf("type %s has no order: use =, != or in", column.Type))
	}
	v, err := literal(column, f.Value)
	if err != nil {
		return nil, fail(err)
	}
	switch op {
	case operatorEqual:
		return among{i, []int64{v}}, nil
	case operatorNotEqual:
		return known{i, not{among{i, []int64{v}}}}, nil
	case operatorLess:
		return below{i, v}, nil
	case operatorAtMost:
		return below{i, v + 1}, nil // magnitudes stay far below 63 bits
	case operatorAbove:
		return known{i, not{below{i, v + 1}}}, nil
	default:
		return known{i, not{below{i, v}}}, nil
	}
}

// operators are those of a comparison. The last two are not with one value.
var operators = []string{"=", "!=", "<", "<=", ">", ">=", "in", "null"}

// Places in operators; from operatorLess on they need an order.
const (
	operatorEqual = iota
	operatorNotEqual
	operatorLess
	operatorAtMost
	operatorAbove
)

// literal reads a value that a parameter names, in the one spelling that the schema has for it.
func literal(c *schema.Column, text string) (int64, error) {
	v, err := c.Literal(text)
	if err != nil {
		return 0, fmt.Errorf("value %q is %w", clip(text), err)
	}
	if want := c.Text(v); want != text {
		return 0, fmt.Errorf("write value %q as %q", clip(text), want)
	}
	return v, nil
}
