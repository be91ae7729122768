package question

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

// narrowValues is up to how many values of a column a condition counts as narrow, and narrowPart the part of all values
// that the schema allows, if that is more.
const (
	narrowValues = 3
	narrowPart   = 100
)

// span are the values from low to high.
type span struct{ low, high int64 }

// values are some values of a column: spans in order, none of which touch.
type values []span

func (v values) size() int64 {
	var n int64
	for _, s := range v {
		n += s.high - s.low + 1
	}
	return n
}

// both are the values that are in both.
func (v values) both(o values) values {
	out := values{}
	for i, j := 0, 0; i < len(v) && j < len(o); {
		if low, high := max(v[i].low, o[j].low), min(v[i].high, o[j].high); low <= high {
			out = append(out, span{low, high})
		}
		if v[i].high < o[j].high {
			i++
		} else {
			j++
		}
	}
	return out
}

// without are the values of a span that are not in v, all of which are in the span.
func (v values) without(whole span) values {
	out, low := values{}, whole.low
	for _, s := range v {
		if low < s.low {
			out = append(out, span{low, s.low - 1})
		}
		low = s.high + 1
	}
	if low <= whole.high {
		out = append(out, span{low, whole.high})
	}
	return out
}

// box are the values that a condition leaves, by column; one that it does not bear on is not in it. The condition may
// leave fewer: what columns have to do with each other is not seen.
type box map[string]values

// boundsOf are all values of a column.
func (w *writer) boundsOf(name string) span {
	low, high := w.column(name).Bounds()
	return span{low, high}
}

// and leaves what both leave.
func (b box) and(o box) box {
	out := maps.Clone(b)
	for name, v := range o {
		if have, ok := out[name]; ok {
			v = have.both(v)
		}
		out[name] = v
	}
	return out
}

// or leaves what either leaves.
func (w *writer) or(a, b box) box {
	out := box{}
	for name, v := range a {
		if o, ok := b[name]; ok {
			whole := w.boundsOf(name)
			out[name] = v.without(whole).both(o.without(whole)).without(whole)
		}
	}
	return out
}

// box returns what a condition leaves; of its opposite when no is set.
func (w *writer) box(f *selection.Filter, no bool) box {
	parts, every := f.And, !no
	switch {
	case f.Not != nil:
		return w.box(f.Not, !no)
	case f.Or != nil:
		parts, every = f.Or, no
	case f.And == nil:
		return w.leaf(f, no)
	}
	out := box{}
	for i := range parts {
		part := w.box(&parts[i], no)
		if every || i == 0 {
			out = out.and(part)
		} else {
			out = w.or(out, part)
		}
	}
	return out
}

// leaf is box for a comparison.
func (w *writer) leaf(f *selection.Filter, no bool) box {
	c, whole := w.column(f.Column), w.boundsOf(f.Column)
	if f.Op == "null" || c.Type == schema.Boolean {
		return box{}
	}
	texts := f.Values
	if f.Op != "in" {
		texts = []string{f.Value}
	}
	numbers := make([]int64, len(texts))
	for i, text := range texts {
		var err error
		if numbers[i], err = c.Literal(text); err != nil {
			return box{} // compiled before, so that it can be read
		}
	}
	slices.Sort(numbers)
	v := values{}
	for i := 0; i < len(numbers); i++ {
		s := span{numbers[i], numbers[i]}
		for ; i+1 < len(numbers) && numbers[i+1] <= s.high+1; i++ {
			s.high = numbers[i+1]
		}
		v = append(v, s)
	}
	switch n := numbers[0]; f.Op {
	case "<":
		v = values{{whole.low, n - 1}}
	case "<=":
		v = values{{whole.low, n}}
	case ">":
		v = values{{n + 1, whole.high}}
	case ">=":
		v = values{{n, whole.high}}
	}
	if v = v.both(values{whole}); (f.Op == "!=") != no {
		v = v.without(whole)
	}
	return box{f.Column: v}
}

// narrow are the columns of which a box leaves few values, or all but few, in order.
func (w *writer) narrow(b box) []string {
	var names []string
	for name, v := range b {
		all, n := values{w.boundsOf(name)}.size(), v.size()
		if few := max(narrowValues, all/narrowPart); n > 0 && n < all && (n <= few || all-n <= narrowValues) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// few notes in words each part of a condition, of its opposite when no is set, that few people may fit. done are the
// columns of which that is said already.
func (w *writer) few(f *selection.Filter, no bool, done []string) {
	if f.Not != nil && f.Not.Column != "" {
		w.note(f, no, done)
		return
	}
	done = w.note(f, no, done)
	for _, parts := range [][]selection.Filter{f.And, f.Or} {
		for i := range parts {
			w.few(&parts[i], no, done)
		}
	}
	if f.Not != nil {
		w.few(f.Not, !no, done)
	}
}

// note is few for the condition as a whole; it returns the columns of which something is said then.
func (w *writer) note(f *selection.Filter, no bool, done []string) []string {
	done = slices.Clone(done)
	for _, name := range w.narrow(w.box(f, no)) {
		if slices.Contains(done, name) {
			continue
		}
		done = append(done, name)
		words := w.condition(f, true)
		if f.And != nil {
			var parts []string
			for i := range f.And {
				if slices.Contains(columns(&f.And[i]), name) {
					parts = append(parts, w.condition(&f.And[i], false))
				}
			}
			words = strings.Join(parts, " and ")
		}
		if no {
			words = "not (" + words + ")"
		}
		w.fit(words)
	}
	return done
}

// fit notes what few people may fit.
func (w *writer) fit(words string) {
	if !slices.Contains(w.single, words) {
		w.single = append(w.single, words)
	}
}

// fewOf notes what of a question few people may fit: of its filter, and of the groups of rules, to each of which
// belongs what the filter and the rules before leave.
func (w *writer) fewOf(filter *selection.Filter, groups []selection.Grouping) {
	rows := box{}
	if filter != nil {
		rows = w.box(filter, false)
		w.few(filter, false, nil)
	}
	for _, g := range groups {
		left := rows
		for i := range g.Rules {
			where := &g.Rules[i].Where
			said := append(w.narrow(rows), w.narrow(w.box(where, false))...)
			w.few(where, false, nil)
			for _, name := range w.narrow(left.and(w.box(where, false))) {
				if !slices.Contains(said, name) {
					w.fit(fmt.Sprintf("group %s of %s, by what is left of %s", quoted.Text(g.Rules[i].Name),
						quoted.Text(g.Name),
						named(name)))
				}
			}
			left = left.and(w.box(where, true))
		}
	}
}
