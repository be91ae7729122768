package selection

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/assent-network/assent/protocol/schema"
)

// The limits of groupings.
const (
	MaxGroupings = 4
	MaxGroups    = 1024 // cells of one result
	MaxRules     = 64
)

// maxName is the longest name of a grouping or a rule, in bytes.
const maxName = 64

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

// Partition is a grouping that fits a schema: disjoint groups with names. They are by Rules, or else by the cell of a
// column: by its Values, or between its Edges.
type Partition struct {
	Name   string
	Groups []string

	Rules []Condition

	Column        int
	Values, Edges []int64
	// Null says that the last group is of the rows whose cell is null.
	Null bool
}

// Resolve checks a grouping against a schema.
func (g *Grouping) Resolve(s *schema.Schema) (*Partition, error) {
	resolve := g.byColumn
	if g.Rules != nil || g.Name != "" {
		resolve = g.byRules
	}
	p, err := resolve(s)
	if err != nil {
		return nil, err
	}
	for i, name := range p.Groups {
		if slices.Contains(p.Groups[:i], name) {
			return nil, fmt.Errorf("grouping %q: group %.64q is there twice", p.Name, name)
		}
	}
	if len(p.Groups) > MaxGroups {
		return nil, fmt.Errorf("grouping %q has %d groups, at most %d are allowed", p.Name, len(p.Groups), MaxGroups)
	}
	return p, nil
}

func (g *Grouping) byColumn(s *schema.Schema) (*Partition, error) {
	i, err := s.Column(g.Column)
	if err != nil {
		return nil, fmt.Errorf("grouping: %w", err)
	}
	c := &s.Columns[i]
	p := &Partition{Name: c.Name, Column: i, Null: g.Null}
	switch {
	case g.Edges != nil && g.Values != nil:
		return nil, fmt.Errorf(`grouping by %q has both "values" and "edges"`, c.Name)
	case g.Edges != nil:
		err = p.byEdges(c, g.Edges)
	case g.Values != nil || !c.Type.Bounded():
		err = p.byValues(c, g.Values)
	default:
		err = fmt.Errorf(`type %s needs "edges" or "values"`, c.Type)
	}
	if err != nil {
		return nil, fmt.Errorf("grouping by %q: %w", c.Name, err)
	}
	if g.Null {
		if !c.Nullable {
			return nil, fmt.Errorf("grouping by %q: it is never null, the schema says", c.Name)
		}
		p.Groups = append(p.Groups, NullGroup)
	}
	return p, nil
}

func (p *Partition) byValues(c *schema.Column, values []string) error {
	if values == nil {
		low, high := c.Bounds()
		for v := low; v <= high; v++ {
			values = append(values, c.Text(v))
		}
	}
	if len(values) == 0 {
		return errors.New("no values given")
	}
	p.Values = make([]int64, len(values))
	for i, text := range values {
		var err error
		if p.Values[i], err = Literal(c, text); err != nil {
			return err
		}
	}
	p.Groups = slices.Clone(values)
	return nil
}

func (p *Partition) byEdges(c *schema.Column, texts []string) error {
	if !c.Type.Bounded() {
		return fmt.Errorf(`type %s has no "edges": use "values"`, c.Type)
	}
	if len(texts) < 2 {
		return errors.New("at least two edges are needed")
	}
	p.Edges = make([]int64, len(texts))
	for i, text := range texts {
		var err error
		if p.Edges[i], err = Literal(c, text); err != nil {
			return err
		}
		if i > 0 {
			if p.Edges[i] <= p.Edges[i-1] {
				return fmt.Errorf("edge %q is not above the one before", text)
			}
			p.Groups = append(p.Groups, "["+texts[i-1]+", "+text+")")
		}
	}
	return nil
}

func (g *Grouping) byRules(s *schema.Schema) (*Partition, error) {
	if err := checkName("grouping name", g.Name); err != nil {
		return nil, err
	}
	if g.Column != "" || g.Values != nil || g.Edges != nil || g.Null {
		return nil, fmt.Errorf(`grouping %q has both "rules" and a "column"`, g.Name)
	}
	if len(g.Rules) < 1 || len(g.Rules) > MaxRules {
		return nil, fmt.Errorf("grouping %q has %d rules, want 1 to %d", g.Name, len(g.Rules), MaxRules)
	}
	p := &Partition{Name: g.Name, Rules: make([]Condition, len(g.Rules))}
	for i := range g.Rules {
		rule := &g.Rules[i]
		if err := checkName("rule name", rule.Name); err != nil {
			return nil, fmt.Errorf("grouping %q: %w", g.Name, err)
		}
		var err error
		if p.Rules[i], _, err = rule.Where.Resolve(s); err != nil {
			return nil, fmt.Errorf("grouping %q, rule %q: %w", g.Name, rule.Name, err)
		}
		p.Groups = append(p.Groups, rule.Name)
	}
	return p, nil
}

// Find returns the place of the group that the others are compared with.
func (p *Partition) Find(reference string) (int, error) {
	if reference == "" {
		return 0, fmt.Errorf("grouping %q names no reference group, which the others are compared "+
			"with: give it \"reference\": %.64q, or another of its groups", p.Name, p.Groups[0])
	}
	if i := slices.Index(p.Groups, reference); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("grouping %q has no group %.64q to refer to", p.Name, reference)
}

func checkName(what, s string) error {
	if s == "" || len(s) > maxName || strings.TrimSpace(s) != s {
		return fmt.Errorf("%s %.64q: want 1 to %d bytes without space around them", what, s, maxName)
	}
	for _, r := range s {
		// People read names among other words: none may turn their direction, break the line, or hide in it.
		if !unicode.IsPrint(r) || r == '\ufffd' {
			return fmt.Errorf("%s %.64q has a character that is not printed", what, s)
		}
	}
	return nil
}
