package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/node/vault"
)

// Filter is a condition on one row: exactly one of And, Or, Not, or a comparison of Column. A comparison with a null cell
// is false, so its negation is true; the operator null asks for nulls.
type Filter struct {
	And []Filter `json:"and,omitempty"`
	Or  []Filter `json:"or,omitempty"`
	Not *Filter  `json:"not,omitempty"`

	Column string `json:"column,omitempty"`
	// Op is =, !=, <, <=, >, >=, in or null. Only numbers and dates have an order.
	Op string `json:"op,omitempty"`
	// Value is what is compared with, as a cell is written.
	Value string `json:"value,omitempty"`
	// Values are what "in" compares with.
	Values []string `json:"values,omitempty"`
}

// predicate is a compiled filter. It looks at nothing but the row, and cannot fail.
type predicate func(*vault.Row) bool

// compiler compiles filters against a schema and notes which columns they use.
type compiler struct {
	schema *vault.Schema
	nodes  int
	used   []int
}

// compileFilter compiles a filter; nil stands for no filter. used are the columns it names.
func compileFilter(s *vault.Schema, f *Filter) (p predicate, used []int, err error) {
	if f == nil {
		return func(*vault.Row) bool { return true }, nil, nil
	}
	c := compiler{schema: s}
	p, err = c.compile(f, 1)
	return p, c.used, err
}

func (c *compiler) compile(f *Filter, depth int) (predicate, error) {
	if c.nodes++; c.nodes > MaxNodes {
		return nil, fmt.Errorf("more than %d conditions", MaxNodes)
	}
	if depth > MaxDepth {
		return nil, fmt.Errorf("conditions nested deeper than %d", MaxDepth)
	}
	forms := 0
	for _, has := range []bool{f.And != nil, f.Or != nil, f.Not != nil, f.Column != "" || f.Op != "" || f.Value != "" || f.Values != nil} {
		if has {
			forms++
		}
	}
	if forms != 1 {
		return nil, fmt.Errorf(`a condition has %d forms: give one of "and", "or", "not", or a "column" with an "op"`, forms)
	}
	switch {
	case f.And != nil:
		return c.compileList(f.And, depth, false)
	case f.Or != nil:
		return c.compileList(f.Or, depth, true)
	case f.Not != nil:
		p, err := c.compile(f.Not, depth+1)
		if err != nil {
			return nil, err
		}
		return func(r *vault.Row) bool { return !p(r) }, nil
	default:
		return c.compileComparison(f)
	}
}

// compileList joins conditions: with stop true by or, with stop false by and.
func (c *compiler) compileList(list []Filter, depth int, stop bool) (predicate, error) {
	all := make([]predicate, len(list))
	for i := range list {
		var err error
		if all[i], err = c.compile(&list[i], depth+1); err != nil {
			return nil, err
		}
	}
	return func(r *vault.Row) bool {
		for _, p := range all {
			if p(r) == stop {
				return stop
			}
		}
		return !stop
	}, nil
}

func (c *compiler) compileComparison(f *Filter) (predicate, error) {
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
		return func(r *vault.Row) bool { return r.Nulls[i] }, nil
	case "in":
		if f.Value != "" || len(f.Values) == 0 || len(f.Values) > MaxList {
			return nil, fail(fmt.Errorf(`the operator "in" takes 1 to %d "values"`, MaxList))
		}
		set := make(map[int64]struct{}, len(f.Values))
		for _, text := range f.Values {
			v, err := literal(column, text)
			if err != nil {
				return nil, fail(err)
			}
			if _, twice := set[v]; twice {
				return nil, fail(fmt.Errorf("value %q is listed twice", clip(text)))
			}
			set[v] = struct{}{}
		}
		return func(r *vault.Row) bool {
			_, ok := set[r.Values[i]]
			return ok && !r.Nulls[i]
		}, nil
	}
	if f.Values != nil {
		return nil, fail(fmt.Errorf(`the operator %q takes one "value"`, clip(f.Op)))
	}
	compare, ordered := comparison(f.Op)
	if compare == nil {
		return nil, fail(fmt.Errorf("operator %q is unknown: use %s", clip(f.Op), strings.Join(operators, " ")))
	}
	if ordered && !column.Type.Bounded() {
		return nil, fail(fmt.Errorf("type %s has no order: use =, != or in", column.Type))
	}
	v, err := literal(column, f.Value)
	if err != nil {
		return nil, fail(err)
	}
	return func(r *vault.Row) bool { return !r.Nulls[i] && compare(r.Values[i], v) }, nil
}

var operators = []string{"=", "!=", "<", "<=", ">", ">=", "in", "null"}

func comparison(op string) (compare func(a, b int64) bool, ordered bool) {
	switch op {
	case "=":
		return func(a, b int64) bool { return a == b }, false
	case "!=":
		return func(a, b int64) bool { return a != b }, false
	case "<":
		return func(a, b int64) bool { return a < b }, true
	case "<=":
		return func(a, b int64) bool { return a <= b }, true
	case ">":
		return func(a, b int64) bool { return a > b }, true
	case ">=":
		return func(a, b int64) bool { return a >= b }, true
	default:
		return nil, false
	}
}

// literal reads a value that a parameter names, in the one spelling that the schema has for it.
func literal(c *vault.Column, text string) (int64, error) {
	v, err := c.Literal(text)
	if err != nil {
		return 0, fmt.Errorf("value %q is %w", clip(text), err)
	}
	if want := c.Text(v); want != text {
		return 0, fmt.Errorf("write value %q as %q", clip(text), want)
	}
	return v, nil
}
