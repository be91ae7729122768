package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/schema"
)

// NullGroup is the name of the group of rows whose cell is null.
const NullGroup = "(null)"

// Grouping splits the rows into groups that are declared here or in the schema, never found in the data. A row that
// belongs to no group is left out. It has one of two forms: a Column, or a Name with Rules.
type Grouping struct {
	Column string `json:"column,omitempty"`
	// Values are the groups, one each; all of the schema's for a category or a boolean when absent.
	Values []string `json:"values,omitempty" spell:"number"`
	// Edges of n+1 ascending values make n groups of a number or a date: from an edge up to, not including, the next.
	Edges []string `json:"edges,omitempty" spell:"number"`
	// Null adds a group of the rows whose cell is null.
	Null bool `json:"null,omitempty"`

	Name string `json:"name,omitempty"`
	// Rules are named conditions. A row belongs to the first that holds.
	Rules []Rule `json:"rules,omitempty"`

	// Reference is the group that a fairness job compares the others with.
	Reference string `json:"reference,omitempty" spell:"number"`
}

// Rule is one group of a Grouping.
type Rule struct {
	Name  string `json:"name"`
	Where Filter `json:"where"`
}

// partition is a compiled grouping: disjoint groups with names.
type partition struct {
	name      string
	groups    []string
	reference int // of a fairness job
	of        grouper
}

func compileGrouping(s *schema.Schema, g *Grouping) (*partition, error) {
	p, err := compileGroups(s, g)
	if err != nil {
		return nil, err
	}
	for i, name := range p.groups {
		if slices.Contains(p.groups[:i], name) {
			return nil, fmt.Errorf("grouping %q: group %q is there twice", p.name, clip(name))
		}
	}
	if len(p.groups) > MaxGroups {
		return nil, fmt.Errorf("grouping %q has %d groups, at most %d are allowed", p.name, len(p.groups), MaxGroups)
	}
	return p, nil
}

func compileGroups(s *schema.Schema, g *Grouping) (*partition, error) {
	if g.Rules != nil || g.Name != "" {
		return compileRules(s, g)
	}
	i, err := s.Column(g.Column)
	if err != nil {
		return nil, fmt.Errorf("grouping: %w", err)
	}
	c := &s.Columns[i]
	p := &partition{name: c.Name}
	var of func(cells *vault.Cells, out *places)
	var work int
	switch {
	case g.Edges != nil && g.Values != nil:
		return nil, fmt.Errorf(`grouping by %q has both "values" and "edges"`, c.Name)
	case g.Edges != nil:
		of, err = p.byEdges(c, g.Edges)
		work = len(g.Edges)
	case g.Values != nil || !c.Type.Bounded():
		of, err = p.byValues(c, g.Values)
		work = len(p.groups)
	default:
		err = fmt.Errorf(`type %s needs "edges" or "values"`, c.Type)
	}
	if err != nil {
		return nil, fmt.Errorf("grouping by %q: %w", c.Name, err)
	}
	null := int64(len(p.groups))
	if g.Null {
		if !c.Nullable {
			return nil, fmt.Errorf("grouping by %q: it is never null, the schema says", c.Name)
		}
		p.groups = append(p.groups, NullGroup)
	}
	p.of = byColumn{column: i, of: of, none: int64(len(p.groups)), null: null, operations: work}
	return p, nil
}

func (p *partition) byValues(c *schema.Column, values []string) (func(*vault.Cells, *places), error) {
	if values == nil {
		low, high := c.Bounds()
		for v := low; v <= high; v++ {
			values = append(values, c.Text(v))
		}
	}
	if len(values) == 0 {
		return nil, errors.New("no values given")
	}
	numbers := make([]int64, len(values))
	for i, text := range values {
		var err error
		if numbers[i], err = literal(c, text); err != nil {
			return nil, err
		}
	}
	p.groups = slices.Clone(values)
	return func(cells *vault.Cells, out *places) { findValues(numbers, cells, out) }, nil
}

func (p *partition) byEdges(c *schema.Column, texts []string) (func(*vault.Cells, *places), error) {
	if !c.Type.Bounded() {
		return nil, fmt.Errorf(`type %s has no "edges": use "values"`, c.Type)
	}
	if len(texts) < 2 {
		return nil, errors.New("at least two edges are needed")
	}
	edges := make([]int64, len(texts))
	for i, text := range texts {
		var err error
		if edges[i], err = literal(c, text); err != nil {
			return nil, err
		}
		if i > 0 {
			if edges[i] <= edges[i-1] {
				return nil, fmt.Errorf("edge %q is not above the one before", text)
			}
			p.groups = append(p.groups, "["+texts[i-1]+", "+text+")")
		}
	}
	return func(cells *vault.Cells, out *places) { findEdges(edges, cells, out) }, nil
}

func compileRules(s *schema.Schema, g *Grouping) (*partition, error) {
	if err := checkName("grouping name", g.Name); err != nil {
		return nil, err
	}
	if g.Column != "" || g.Values != nil || g.Edges != nil || g.Null {
		return nil, fmt.Errorf(`grouping %q has both "rules" and a "column"`, g.Name)
	}
	if len(g.Rules) < 1 || len(g.Rules) > MaxRules {
		return nil, fmt.Errorf("grouping %q has %d rules, want 1 to %d", g.Name, len(g.Rules), MaxRules)
	}
	p := &partition{name: g.Name}
	rules := make(byRules, len(g.Rules))
	for i := range g.Rules {
		rule := &g.Rules[i]
		if err := checkName("rule name", rule.Name); err != nil {
			return nil, fmt.Errorf("grouping %q: %w", g.Name, err)
		}
		var err error
		if rules[i], _, err = compileFilter(s, &rule.Where); err != nil {
			return nil, fmt.Errorf("grouping %q, rule %q: %w", g.Name, rule.Name, err)
		}
		p.groups = append(p.groups, rule.Name)
	}
	p.of = rules
	return p, nil
}

func checkName(what, s string) error {
	if s == "" || len(s) > maxName || strings.TrimSpace(s) != s {
		return fmt.Errorf("%s %q: want 1 to %d bytes without space around them", what, clip(s), maxName)
	}
	for _, r := range s {
		// People read names among other words: none may turn their direction, break the line, or hide in it.
		if !unicode.IsPrint(r) || r == '\ufffd' {
			return fmt.Errorf("%s %q has a character that is not printed", what, clip(s))
		}
	}
	return nil
}
