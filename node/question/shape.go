package question

import (
	"slices"

	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// maxShapes is up to how many shapes a question is told apart from others.
const maxShapes = 256

// shape are rows that a release has figures of: of each column the classes of its values, of which a reader can add up
// any. A column that is not in it has one class with all values.
type shape map[string][]values

// released is what the figures of a release are of.
type released struct {
	shapes []shape
	wholes []region // of each grouping the rows in any of its groups
	parts  []*parting
}

// maxCells is up to how many cells, those of several groups together with them, a question is told apart from others.
const maxCells = 1 << 10

// manyBoxes says whether a release has figures of rows that are no single box, so that its shapes are parts of them.
func (r *released) manyBoxes() bool {
	return slices.ContainsFunc(r.parts, func(p *parting) bool {
		return len(p.rows) > 1 || slices.ContainsFunc(p.divisions, func(division []region) bool {
			return slices.ContainsFunc(division, func(class region) bool { return len(class) > 1 })
		})
	})
}

// cells are the rows of each figure: of each class of each division, and of all its classes together. ok is false when
// there are too many.
func (r *released) cells() (all []region, ok bool) {
	for _, p := range r.parts {
		cells := []region{p.rows}
		for _, division := range p.divisions {
			var out []region
			for _, rows := range cells {
				for _, class := range division {
					cell, ok := p.tidy(meet(rows, class))
					if ok {
						cell, ok = p.canonical(cell)
					}
					if !ok || len(out) == maxCells {
						return nil, false
					}
					if len(cell) > 0 {
						out = append(out, cell)
					}
				}
			}
			cells = out
		}
		all = append(all, cells...)
	}
	return all, true
}

// releasedBy returns what a question has figures of, whatever figures: the number of rows is in every release, or
// follows. ok is false when it is too much to be told.
func (w *writer) releasedBy(p statistics.Parameters) (r *released, ok bool) {
	filter, groupings := (*selection.Filter)(nil), [][]selection.Grouping{nil}
	if p.Query != nil {
		filter, groupings[0] = p.Query.Filter, p.Query.Groups
	} else {
		filter = p.Fairness.Filter
		for _, g := range p.Fairness.Groups {
			groupings = append(groupings, []selection.Grouping{g})
		}
	}
	rows := everything()
	if filter != nil {
		if rows, ok = w.region(filter, false); !ok {
			return nil, false
		}
		if rows, ok = w.canonical(rows); !ok {
			return nil, false
		}
	}
	r = &released{}
	for _, groups := range groupings {
		part := &parting{writer: w, rows: rows, whole: rows}
		for _, b := range rows {
			s := shape{}
			for name, v := range b {
				s[name] = []values{v}
			}
			part.shapes = append(part.shapes, s)
		}
		if !part.groups(groups) || p.Query == nil && !part.audit(p.Fairness) {
			return nil, false
		}
		if p.Query != nil {
			part.measures(p.Query.Measures)
		}
		r.shapes, r.wholes = append(r.shapes, part.shapes...), append(r.wholes, part.whole)
		r.parts = append(r.parts, part)
	}
	return r, len(r.shapes) <= maxShapes
}

// parting divides rows into groups.
type parting struct {
	*writer
	rows   region // that are divided
	shapes []shape
	whole  region
	// divisions are those into groups and by what figures tell: the rows of each class, and of all together.
	divisions [][]region
}

// divide notes a division into classes, with all of them together.
func (p *parting) divide(classes []region, all region) {
	p.divisions = append(p.divisions, append(slices.Clone(classes), all))
}

// divideBy notes a division by the classes of a column.
func (p *parting) divideBy(column string, classes []values) {
	var each []region
	all := values{}
	for _, v := range classes {
		each, all = append(each, region{{column: v}}), all.with(v)
	}
	p.divide(each, region{{column: all}})
}

// split divides every shape by the classes of a column. Values in none are left out.
func (p *parting) split(column string, classes []values) {
	var out []shape
	for _, s := range p.shapes {
		have := p.classes(s, column)
		var parts []values
		for _, a := range have {
			for _, b := range classes {
				if both := a.both(b); len(both) > 0 {
					parts = append(parts, both)
				}
			}
		}
		if len(parts) > 0 {
			divided := s.clone()
			divided[column] = parts
			out = append(out, divided)
		}
	}
	p.shapes = out
}

// classes are those of a shape's column.
func (w *writer) classes(s shape, column string) []values {
	if have, ok := s[column]; ok {
		return have
	}
	return []values{{w.domain(column)}}
}

func (s shape) clone() shape {
	out := shape{}
	for name, v := range s {
		out[name] = v
	}
	return out
}

// groups divides by groupings.
func (p *parting) groups(groups []selection.Grouping) bool {
	for i := range groups {
		g := &groups[i]
		if g.Rules == nil {
			classes := p.groupsOf(g)
			p.split(g.Column, classes)
			p.divideBy(g.Column, classes)
			all := values{}
			for _, v := range classes {
				all = all.with(v)
			}
			p.whole = meet(p.whole, region{{g.Column: all}})
		} else if !p.rules(g.Rules) {
			return false
		}
		var ok bool
		if p.whole, ok = p.tidy(p.whole); !ok {
			return false
		}
	}
	return true
}

// groupsOf are the values in each group of a column.
func (w *writer) groupsOf(g *selection.Grouping) (classes []values) {
	c := w.column(g.Column)
	low, high := c.Bounds()
	number := func(text string) int64 {
		n, _ := c.Literal(text) // compiled before, so that it can be read
		return n
	}
	switch {
	case g.Edges != nil:
		for i := 1; i < len(g.Edges); i++ {
			group := values{{number(g.Edges[i-1]), number(g.Edges[i]) - 1}}
			classes = append(classes, group.both(values{{low, high}}))
		}
	case g.Values != nil:
		for _, text := range g.Values {
			n := number(text)
			classes = append(classes, values{{n, n}})
		}
	default:
		for n := low; n <= high; n++ {
			classes = append(classes, values{{n, n}})
		}
	}
	if g.Null {
		classes = append(classes, values{{high + 1, high + 1}})
	}
	return classes
}

// rules divides by rules, of which the first counts that holds. Where all are on one column they are classes of it;
// else every box of a rule is a shape of its own, and so is every one of all rules together.
func (p *parting) rules(rules []selection.Rule) bool {
	left, all := everything(), region{}
	var groups []region
	for i := range rules {
		holds, ok := p.region(&rules[i].Where, false)
		fails, also := p.region(&rules[i].Where, true)
		if !ok || !also {
			return false
		}
		group, ok := p.tidy(meet(left, holds))
		if ok {
			group, ok = p.canonical(group)
		}
		if !ok {
			return false
		}
		groups, all = append(groups, group), append(all, group...)
		if left, ok = p.tidy(meet(left, fails)); !ok {
			return false
		}
	}
	all, ok := p.tidy(all)
	if ok {
		all, ok = p.canonical(all)
	}
	if !ok {
		return false
	}
	p.divide(groups, all)
	p.whole = meet(p.whole, all)
	if column, classes := p.ofOneColumn(groups); column != "" {
		p.split(column, classes)
		return true
	}
	var out []shape
	from := p.shapes
	for _, b := range append(slices.Concat(groups...), all...) {
		p.shapes = from
		for name, v := range b {
			p.split(name, []values{v})
		}
		if out = append(out, p.shapes...); len(out) > maxShapes {
			return false
		}
	}
	p.shapes = out
	return true
}

// ofOneColumn returns the classes of a column that groups are, if all are on one.
func (w *writer) ofOneColumn(groups []region) (column string, classes []values) {
	columns := region{}
	for _, g := range groups {
		columns = append(columns, g...)
	}
	names := columns.columns()
	if len(names) != 1 {
		return "", nil
	}
	for _, g := range groups {
		for _, b := range g { // one, since boxes of one column are joined
			classes = append(classes, w.valuesOf(b, names[0]))
		}
	}
	return names[0], classes
}

// valuesOf are the values that a box leaves of a column.
func (w *writer) valuesOf(b box, column string) values {
	if v, ok := b[column]; ok {
		return v
	}
	return values{w.domain(column)}
}

// measures divides by what figures tell beside the number of rows: of how many rows a cell is empty, and where a value
// is counted as one of two numbers, of how many it is which.
func (p *parting) measures(measures []query.Measure) {
	for i := range measures {
		m := &measures[i]
		if !m.Op.OfColumn() {
			continue
		}
		c := p.column(m.Column)
		low, high := c.Bounds()
		from, to := low, high
		if m.Min != "" {
			from, _ = c.Literal(m.Min)
		}
		if m.Max != "" {
			to, _ = c.Literal(m.Max)
		}
		classes := []values{{{low, high}}}
		if to == from+1 && low <= from && to <= high {
			classes = []values{{{low, from}}, {{to, high}}}
		}
		p.splitWithEmpty(c, classes)
	}
}

// splitWithEmpty divides by classes, and by whether the cell is empty.
func (p *parting) splitWithEmpty(c *schema.Column, classes []values) {
	if _, high := c.Bounds(); c.Nullable {
		classes = append(classes, values{{high + 1, high + 1}})
	}
	p.split(c.Name, classes)
	p.divideBy(c.Name, classes)
}

// audit divides as a fairness audit does: by whether a row has what prediction and label name, and by both.
func (p *parting) audit(f *fairness.Parameters) bool {
	whole := p.whole
	for _, condition := range []*selection.Filter{&f.Prediction, &f.Label} {
		for _, name := range columns(condition) {
			c := p.column(name)
			low, high := c.Bounds()
			p.splitWithEmpty(c, []values{{{low, high}}})
		}
		if !p.rules([]selection.Rule{{Where: *condition}, {Where: selection.Filter{And: []selection.Filter{}}}}) {
			return false
		}
	}
	p.whole = whole
	return true
}
