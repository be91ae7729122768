package question

import (
	"cmp"
	"slices"

	"github.com/assent-network/assent/protocol/selection"
)

// maxBoxes is up to how many boxes a condition is told apart from others; beyond it nothing is said of it.
const maxBoxes = 16

// region are rows in normal form: those in one of some boxes, none of which is in another one. A column that a box does
// not have is not asked for. An empty cell counts as the value above the highest one.
type region []box

// everything are all rows.
func everything() region { return region{{}} }

// domain are all values of a column, with the one that stands for an empty cell.
func (w *writer) domain(name string) span {
	c := w.column(name)
	low, high := c.Bounds()
	if c.Nullable {
		high++
	}
	return span{low, high}
}

// region returns the rows for which a condition holds, or its opposite when no is set: every "not" is carried to the
// leaves, comparisons become the values that they leave of those that the schema allows, and what leaves all of them is
// dropped. ok is false when there are too many boxes.
func (w *writer) region(f *selection.Filter, no bool) (r region, ok bool) {
	parts, every := f.And, !no
	switch {
	case f.Not != nil:
		return w.region(f.Not, !no)
	case f.Or != nil:
		parts, every = f.Or, no
	case f.And == nil:
		return w.tidy(region{w.compared(f, no)})
	}
	out := region{}
	if every {
		out = everything()
	}
	for i := range parts {
		part, ok := w.region(&parts[i], no)
		if !ok {
			return nil, false
		}
		if every {
			part = meet(out, part)
		} else {
			part = append(part, out...)
		}
		if out, ok = w.tidy(part); !ok {
			return nil, false
		}
	}
	return out, true
}

// compared is region for a comparison. None but "null" holds for an empty cell.
func (w *writer) compared(f *selection.Filter, no bool) box {
	c, whole := w.column(f.Column), w.domain(f.Column)
	low, high := c.Bounds()
	var v values
	switch f.Op {
	case "null":
		v = values{{high + 1, high + 1}}
	case "in":
		for _, text := range f.Values {
			n, _ := c.Literal(text) // compiled before, so that it can be read
			v = v.with(values{{n, n}})
		}
	default:
		n, _ := c.Literal(f.Value)
		switch f.Op {
		case "=":
			v = values{{n, n}}
		case "!=":
			v = values{{n, n}}.without(span{low, high})
		case "<":
			v = values{{low, n - 1}}
		case "<=":
			v = values{{low, n}}
		case ">":
			v = values{{n + 1, high}}
		case ">=":
			v = values{{n, high}}
		}
	}
	bounds := span{low, high}
	if f.Op == "null" {
		bounds = whole
	}
	if v = v.both(values{bounds}); no {
		v = v.without(whole)
	}
	return box{f.Column: v}
}

// with are the values of either.
func (v values) with(o values) values {
	all := slices.Concat(v, o)
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.low, b.low) })
	out := values{}
	for _, s := range all {
		if n := len(out); n > 0 && s.low <= out[n-1].high+1 {
			out[n-1].high = max(out[n-1].high, s.high)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// in reports whether all values are in others.
func (v values) in(o values) bool { return slices.Equal(v.both(o), v) }

// touches reports whether some value is in others.
func (v values) touches(o values) bool { return len(v.both(o)) > 0 }

// meet are the rows of both.
func meet(a, b region) region {
	var out region
	for _, x := range a {
		for _, y := range b {
			if both := x.and(y); !both.empty() {
				out = append(out, both)
			}
		}
	}
	return out
}

// empty reports whether a box leaves no values of a column.
func (b box) empty() bool {
	for _, v := range b {
		if len(v) == 0 {
			return true
		}
	}
	return false
}

// within reports whether all rows of a box are in another one.
func (b box) within(o box) bool {
	for name, v := range o {
		if have, ok := b[name]; !ok || !have.in(v) {
			return false
		}
	}
	return true
}

// tidy drops boxes that leave nothing or are in another one, and columns of which all values are left, and joins boxes
// that differ in one column.
func (w *writer) tidy(r region) (region, bool) {
	out := region{}
	for _, b := range r {
		if b.empty() {
			continue
		}
		kept := box{}
		for name, v := range b {
			if !slices.Equal(v, values{w.domain(name)}) {
				kept[name] = v
			}
		}
		if len(out) == 4*maxBoxes {
			return nil, false
		}
		out = append(out, kept)
	}
	for w.join(&out) {
	}
	return out, len(out) <= maxBoxes
}

// canonical is the same region in boxes of which each leaves as many values of every column as it can, in order, and
// none of which the others make up. So a condition on several columns that always holds is none, however it is spelled.
func (w *writer) canonical(r region) (region, bool) {
	for i := range r {
		for _, name := range (region{r[i]}).columns() {
			wide := r[i].and(nil)
			delete(wide, name)
			rest, ok := w.minus(region{wide}, r)
			if !ok {
				return nil, false
			}
			bad := values{}
			for _, b := range rest {
				bad = bad.with(w.valuesOf(b, name))
			}
			if len(bad) > 0 {
				wide[name] = bad.without(w.domain(name))
			}
			r = slices.Clone(r)
			r[i] = wide
		}
	}
	r, ok := w.tidy(r)
	for i := len(r) - 1; i >= 0 && ok; i-- {
		others := slices.Delete(slices.Clone(r), i, i+1)
		in, also := w.within(region{r[i]}, others)
		if ok = also; in {
			r = others
		}
	}
	return r, ok
}

// join makes one box of two, if there are two of which that can be made.
func (w *writer) join(r *region) bool {
	for i, a := range *r {
		for j, b := range (*r)[:i] {
			one := a
			switch name, single := differsIn(a, b); {
			case a.within(b):
				one = b
			case b.within(a):
			case !single:
				continue
			default:
				one = a.and(nil)
				if one[name] = a[name].with(b[name]); slices.Equal(one[name], values{w.domain(name)}) {
					delete(one, name)
				}
			}
			(*r)[j] = one
			*r = slices.Delete(*r, i, i+1)
			return true
		}
	}
	return false
}

// differsIn is the one column of which two boxes leave other values, if it is one, and both ask for it.
func differsIn(a, b box) (name string, single bool) {
	if len(a) != len(b) {
		return "", false
	}
	for column, v := range a {
		o, ok := b[column]
		switch {
		case !ok, name != "" && !slices.Equal(v, o):
			return "", false
		case !slices.Equal(v, o):
			name = column
		}
	}
	return name, name != ""
}

// minus are the rows of a region that are not in another one.
func (w *writer) minus(r, o region) (region, bool) {
	for _, cut := range o {
		var rest region
		for _, b := range r {
			rest = append(rest, w.cut(b, cut)...)
		}
		if r = rest; len(r) > 16*maxBoxes {
			return nil, false
		}
	}
	return r, true
}

// cut are the rows of a box that are not in another one.
func (w *writer) cut(b, o box) region {
	if b.and(o).empty() {
		return region{b}
	}
	var out region
	for name, v := range o {
		whole := w.domain(name)
		have, ok := b[name]
		if !ok {
			have = values{whole}
		}
		if left := have.both(v.without(whole)); len(left) > 0 {
			out = append(out, b.and(box{name: left}))
		}
		b = b.and(box{name: v})
	}
	return out
}

// within reports whether all rows of a region are in another one.
func (w *writer) within(r, o region) (yes, ok bool) {
	left, ok := w.minus(r, o)
	return len(left) == 0, ok
}

// without is a region in which a column is not asked for.
func (r region) without(column string) region {
	out := make(region, len(r))
	for i, b := range r {
		out[i] = b.and(nil)
		delete(out[i], column)
	}
	return out
}

// columns are those that a region asks for, in order.
func (r region) columns() []string {
	var names []string
	for _, b := range r {
		for name := range b {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
