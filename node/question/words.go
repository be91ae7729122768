package question

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

// writer writes parts of a question that fit a schema.
type writer struct {
	schema *schema.Schema
	// negated are the nullable columns that are compared with below a "not".
	negated []string
	// single are the conditions that few people may fit, in words.
	single []string
	// not is how many "not" are around the condition that is written.
	not int
}

func (w *writer) column(name string) *schema.Column {
	i, err := w.schema.Column(name)
	if err != nil {
		return &schema.Column{Name: name} // compiled before, so that it is there
	}
	return &w.schema.Columns[i]
}

// condition writes a condition; whole says that nothing else stands beside it.
func (w *writer) condition(f *selection.Filter, whole bool) string {
	switch {
	case f.And != nil:
		return w.joined(f.And, "and", whole)
	case f.Or != nil:
		return w.joined(f.Or, "or", whole)
	case f.Not != nil:
		w.not++
		inner := w.condition(f.Not, true)
		w.not--
		return "not (" + inner + ")"
	}
	return w.comparison(f, whole)
}

func (w *writer) joined(parts []selection.Filter, by string, whole bool) string {
	words := make([]string, len(parts))
	for i := range parts {
		words[i] = w.condition(&parts[i], len(parts) == 1 && whole)
	}
	if len(words) == 1 {
		return words[0]
	}
	s := strings.Join(words, " "+by+" ")
	if whole {
		return s
	}
	return "(" + s + ")"
}

// manyValues is from how many values on they are counted and not listed, where a schema declares them.
const manyValues = 12

func (w *writer) comparison(f *selection.Filter, whole bool) string {
	c := w.column(f.Column)
	name := named(f.Column)
	if f.Op == "null" {
		return name + " is empty"
	}
	if c.Nullable && w.not%2 == 1 && !slices.Contains(w.negated, f.Column) {
		w.negated = append(w.negated, f.Column)
	}
	value := cell(c, f.Value)
	switch f.Op {
	case "in":
		values := make([]string, len(f.Values))
		for i, v := range f.Values {
			values[i] = cell(c, v)
		}
		if len(values) == 1 {
			return name + " is " + values[0]
		}
		// An "or" between the values would read like one between conditions.
		return name + " is one of (" + strings.Join(values, ", ") + ")"
	case "!=":
		words := name + " is not " + value
		if c.Nullable {
			words += " and not empty"
			if !whole {
				words = "(" + words + ")"
			}
		}
		return words
	case "=":
		return name + " is " + value
	}
	for _, order := range orders(c) {
		if f.Op == order[0] {
			return name + " is " + order[1] + " " + value
		}
	}
	return name + " " + f.Op + " " + value
}

// orders are the words of comparisons by order.
func orders(c *schema.Column) [4][2]string {
	if c.Type == schema.Date {
		return [4][2]string{{"<", "before"}, {"<=", "on or before"}, {">", "after"}, {">=", "on or after"}}
	}
	return [4][2]string{{"<", "below"}, {"<=", "at most"}, {">", "above"}, {">=", "at least"}}
}

// plain are names that are read as one word among others.
var plain = regexp.MustCompile(`^[A-Za-z0-9_]+$`)

// named writes the name of a column: in quotes unless it is one plain word, so that no name reads like a sentence.
func named(column string) string {
	if plain.MatchString(column) {
		return column
	}
	return fmt.Sprintf("%q", column)
}

// cell writes a value: a category's in quotes, so that its blanks and commas are seen.
func cell(c *schema.Column, text string) string {
	if c.Type == schema.Category {
		return fmt.Sprintf("%q", text)
	}
	return text
}

// grouping writes a grouping and returns its one-line name as well.
func (w *writer) grouping(g *selection.Grouping) (name, words string) {
	if g.Rules != nil {
		var rules []string
		for i := range g.Rules {
			r := &g.Rules[i]
			rules = append(rules, fmt.Sprintf("%s where %s", quoted.Text(r.Name), w.condition(&r.Where, true)))
		}
		// The names are free text of who asks: in quotes they say nothing of their own, and are no column's.
		name = "the researcher's rules " + quoted.Text(g.Name)
		return name, fmt.Sprintf("by %s, the first that holds of: %s; rows for which none of these holds are left out",
			name,
			strings.Join(rules, "; "))
	}
	c := w.column(g.Column)
	var groups []string
	rest := "; rows with another value are left out"
	if c.Nullable {
		rest = "; rows with another value or none are left out"
		if g.Null {
			rest = "; rows with another value are left out"
		}
	}
	switch {
	case g.Edges != nil:
		for i := 1; i < len(g.Edges); i++ {
			groups = append(groups, fmt.Sprintf("from %s to below %s", g.Edges[i-1], g.Edges[i]))
		}
	case g.Values != nil:
		for _, v := range g.Values {
			groups = append(groups, cell(c, v))
		}
	case c.Type == schema.Boolean:
		groups, rest = []string{"false", "true"}, ""
	default:
		rest = ""
		if len(c.Values) > manyValues {
			groups = []string{fmt.Sprintf("each of its %d declared values", len(c.Values))}
			break
		}
		for _, v := range c.Values {
			groups = append(groups, cell(c, v))
		}
	}
	if g.Null {
		groups = append(groups, "empty")
	} else if rest == "" && c.Nullable {
		rest = "; rows without it are left out"
	}
	name = named(g.Column)
	return name, fmt.Sprintf("by %s: %s%s", name, strings.Join(groups, ", "), rest)
}

func (w *writer) groupings(q *Question, groups []selection.Grouping) string {
	var names []string
	for i := range groups {
		name, words := w.grouping(&groups[i])
		if groups[i].Reference != "" {
			words += "; each compared with " + quoted.Text(groups[i].Reference)
		}
		names, q.Groups = append(names, name), append(q.Groups, words)
	}
	if len(names) == 0 {
		return ""
	}
	return " by " + list(names, "and")
}

func (w *writer) query(q *Question, p *query.Parameters) {
	var names []string
	for i := range p.Measures {
		m := &p.Measures[i]
		names, q.Figures = append(names, measureName(m)), append(q.Figures, w.measure(m))
	}
	q.Line = list(names, "and") + w.groupings(q, p.Groups)
}

// given returns words that are for a nullable column only.
func given(c *schema.Column, words string) string {
	if c.Nullable {
		return words
	}
	return ""
}

func (w *writer) fairness(q *Question, p *fairness.Parameters) {
	predicted, positive := w.condition(&p.Prediction, true), w.condition(&p.Label, true)
	q.Figures = []string{
		"how many rows are predicted positive, which is: " + predicted,
		"how many of them are positive, which is: " + positive,
		"true and false positives and negatives of each group, the rates that follow, and their differences from the " +
			"reference",
	}
	var left []string
	for _, f := range []*selection.Filter{&p.Prediction, &p.Label} {
		for _, name := range columns(f) {
			if w.column(name).Nullable && !slices.Contains(left, name) {
				left = append(left, name)
			}
		}
	}
	if len(left) > 0 {
		q.Figures = append(q.Figures, "rows without "+list(names(left), "or")+" are left out of these, and counted "+
			"by group as left out")
	}
	// Rows with an empty cell in these columns are left out, whatever a "not" would make of them.
	w.negated = nil
	q.Line = "fairness audit" + w.groupings(q, p.Groups) + ", predicted positive: " + predicted + ", positive: " +
		positive
}

// output writes the name of an output or a measure, such as "centred(age, 0, 120)", with what it is of as named has it.
func output(name string) string {
	of, rest, found := strings.Cut(name, "(")
	if !found {
		return name
	}
	inner, bounds := strings.TrimSuffix(rest, ")"), ""
	if of == "centred" {
		for range 2 {
			if i := strings.LastIndex(inner, ", "); i >= 0 {
				inner, bounds = inner[:i], inner[i:]+bounds
			}
		}
	}
	return of + "(" + named(inner) + bounds + ")"
}

// names writes the names of columns.
func names(columns []string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = named(c)
	}
	return out
}

// columns are those that a condition names.
func columns(f *selection.Filter) []string {
	var names []string
	for _, part := range slices.Concat(f.And, f.Or) {
		names = append(names, columns(&part)...)
	}
	if f.Not != nil {
		names = append(names, columns(f.Not)...)
	}
	if f.Column != "" {
		names = append(names, f.Column)
	}
	return names
}

// smallCells says which figures of an exact release could be of few people.
func (w *writer) smallCells(q *Question, t Terms) []string {
	least := t.MinCell
	var out []string
	if least < 2 {
		least = 1
		out = append(out, "the policy has no smallest cell (minCell): a figure of one person leaves as it is, and a "+
			"sum or mean "+
			"of one person is that person's value")
	} else {
		out = append(out, fmt.Sprintf(
			"figures of fewer than %d people are suppressed, and those that would tell them; of "+
				"%d people and more they leave exactly", least, least))
	}
	if len(w.single) > 0 {
		words := fmt.Sprintf("few people may fit: %s. Nothing here tells how many do", strings.Join(w.single, "; "))
		if least > 1 {
			words += fmt.Sprintf("; where fewer than %d do, what tells of them is suppressed", least)
		} else {
			words += "; together with a question without it, the rest can be told too"
		}
		out = append(out, words)
	}
	if q.Lines > 1 {
		words := fmt.Sprintf("each of the %d lines can be of few people", q.Lines)
		if least > 1 {
			words = fmt.Sprintf("each of the %d lines can be of few people, and is suppressed then", q.Lines)
		}
		if t.Live > 0 {
			words += fmt.Sprintf("; %d people consent, %d for each line on average, before any filter", t.Live,
				int(t.Live)/q.Lines)
		}
		out = append(out, words)
	}
	return out
}
