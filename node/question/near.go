package question

import (
	"cmp"
	"maps"
	"slices"

	"github.com/assent-network/assent/protocol/statistics"
)

// maxNearWork is how many sets of values are held against each other at most for two questions.
const maxNearWork = 1 << 21

// comparison holds two questions against each other.
type comparison struct {
	*writer
	work int // sets of values that were compared
}

// unsure is why questions are near that the normal form cannot tell apart.
const unsure = "it could not be told apart from this one"

// verdict is why two questions are near; the nearer they are, the higher it is.
type verdict struct {
	rank int
	why  string
}

// The ranks of verdicts.
const (
	rankFew = iota + 1
	rankAround
	rankWithin
	rankColumn
	rankSame
)

func (v *verdict) take(o verdict) {
	if o.rank > v.rank {
		*v = o
	}
}

// near says why the rows of another question may be those of one but for few people; it is empty where they are apart.
// The rows decide how many people are between two conditions, and are not known here; so it counts what conditions have
// in common.
func (w *writer) near(other, one statistics.Parameters) string {
	o, ok := w.releasedBy(other)
	r, also := w.releasedBy(one)
	if !ok || !also {
		return unsure
	}
	c := &comparison{writer: w}
	var found verdict
	for _, a := range o.shapes {
		for _, b := range r.shapes {
			if found.take(c.shapes(a, b)); found.rank == rankSame {
				return found.why
			}
			if c.work > maxNearWork {
				return cmp.Or(found.why, unsure)
			}
		}
	}
	if o.manyBoxes() || r.manyBoxes() {
		if found.take(c.unions(o, r)); found.rank == rankSame {
			return found.why
		}
	}
	for _, a := range o.wholes {
		for _, b := range r.wholes {
			if found.rank == 0 {
				found.why = c.regions(a, b)
			}
			if found.why != "" {
				return found.why
			}
		}
	}
	return ""
}

// unions compares the rows of each figure of one release with those of each of the other, where either are several
// boxes: what is told is of all of them together.
func (c *comparison) unions(o, r *released) (found verdict) {
	theirs, ok := o.cells()
	ours, also := r.cells()
	if !ok || !also {
		return verdict{rankFew, unsure}
	}
	for _, a := range theirs {
		for _, b := range ours {
			if len(a) == 1 && len(b) == 1 {
				continue // shapes are compared
			}
			v, ok := c.rows(a, b)
			if c.work > maxNearWork || !ok {
				return verdict{max(found.rank, rankFew), cmp.Or(found.why, unsure)}
			}
			if found.take(v); found.rank == rankSame {
				return found
			}
		}
	}
	return found
}

// rows says why the rows of two figures are near: whether they are nested, or the same but for one column. ok is false
// when it is too much to be told.
func (c *comparison) rows(a, b region) (v verdict, ok bool) {
	names := slices.Compact(slices.Sorted(slices.Values(append(a.columns(), b.columns()...))))
	c.work += len(names) * (len(a) + len(b))
	in, of := true, true
	var differ []string // in which they differ all told
	for _, name := range names {
		va, vb := c.valuesIn(a, name), c.valuesIn(b, name)
		if in, of = in && va.in(vb), of && vb.in(va); !slices.Equal(va, vb) {
			differ = append(differ, name)
		}
	}
	if len(differ) > 1 && !in && !of {
		return verdict{}, true
	}
	c.work += len(a) * len(b) * len(names)
	for _, nested := range []struct {
		is     *bool
		in, of region
	}{{&in, a, b}, {&of, b, a}} {
		if *nested.is {
			if *nested.is, ok = c.within(nested.in, nested.of); !ok {
				return verdict{}, false
			}
		}
	}
	if in && of {
		return verdict{rankSame, "its rows are the same"}, true
	}
	if len(differ) <= 1 {
		name, ok := c.oneColumn(a, b)
		if !ok {
			return verdict{}, false
		}
		if name != "" {
			return verdict{rankColumn, "its rows differ in " + named(name) + " only"}, true
		}
	}
	switch {
	case in:
		return verdict{rankWithin, "its rows are among those of this one"}, true
	case of:
		return verdict{rankAround, "the rows of this one are among its"}, true
	}
	return verdict{}, true
}

// valuesIn are the values of a column that a region leaves.
func (w *writer) valuesIn(r region, name string) values {
	all := values{}
	for _, b := range r {
		all = all.with(w.valuesOf(b, name))
	}
	return all
}

// contrast is how two shapes differ.
type contrast struct {
	columns []string // that differ
	few     []string // of them those by few values
	moved   bool     // one of these is asked for by both
	// apart says that no row can be in both.
	apart bool
	// in says whether, column by column, rows of one are among those of the other and the other way round, and inButFew
	// that they are but for columns that differ by few values.
	in, inButFew [2]bool
}

// contrast compares two shapes column by column.
func (c *comparison) contrast(a, b shape) contrast {
	out := contrast{in: [2]bool{true, true}, inButFew: [2]bool{true, true}}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(append(slices.Collect(maps.Keys(a)),
		slices.Collect(maps.Keys(b))...)))) {
		ca, cb := c.classes(a, name), c.classes(b, name)
		ua, ub := c.union(ca), c.union(cb)
		out.apart = out.apart || !ua.touches(ub)
		if c.common(ca, cb, ua, ub) {
			continue
		}
		out.columns = append(out.columns, name)
		in := [2]bool{c.anyIn(ca, ub), c.anyIn(cb, ua)}
		few := c.byFew(name, ca, cb, ua, ub)
		if few {
			whole := values{c.domain(name)}
			out.few = append(out.few, name)
			out.moved = out.moved || !slices.Equal(ua, whole) && !slices.Equal(ub, whole)
		}
		for i := range in {
			out.in[i] = out.in[i] && in[i]
			out.inButFew[i] = out.inButFew[i] && (few || in[i])
		}
	}
	return out
}

// shapes says why two shapes are near.
func (c *comparison) shapes(a, b shape) verdict {
	d := c.contrast(a, b)
	switch {
	case len(d.columns) == 0:
		return verdict{rankSame, "its conditions are the same"}
	case len(d.columns) == 1:
		return verdict{rankColumn, "its rows differ in " + named(d.columns[0]) + " only"}
	case d.in[0]:
		return verdict{rankWithin, "its rows are among those of this one"}
	case d.in[1]:
		return verdict{rankAround, "the rows of this one are among its"}
	case d.apart || len(d.few) == 0:
		return verdict{}
	case d.moved || len(d.columns)-len(d.few) <= 1 || d.inButFew[0] || d.inButFew[1]:
		return verdict{rankFew, "its rows differ in few values of " + list(names(d.few), "and")}
	}
	return verdict{}
}

// union are the values of all classes.
func (c *comparison) union(classes []values) values {
	if c.work += len(classes); len(classes) == 1 {
		return classes[0]
	}
	return values{}.with(slices.Concat(classes...))
}

// common reports whether classes of one side add up to the same values as classes of the other.
func (c *comparison) common(a, b []values, ua, ub values) bool {
	if c.work++; slices.Equal(ua, ub) {
		return true
	}
	if len(a) == 1 && len(b) == 1 {
		return false
	}
	for _, v := range a {
		// What is in a sum with v on one side has to be in it on the other one, and so on.
		for c.work <= maxNearWork {
			there := c.touching(b, v)
			back := c.touching(a, there)
			if len(there) > 0 && slices.Equal(there, back) {
				return true
			}
			if len(there) == 0 || slices.Equal(back, v) {
				break
			}
			v = back
		}
	}
	return false
}

// touching adds up the classes that have some of the values.
func (c *comparison) touching(classes []values, v values) values {
	c.work += len(classes)
	var found []values
	for _, class := range classes {
		if class.touches(v) {
			found = append(found, class)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return c.union(found)
}

// anyIn reports whether some class is among values.
func (c *comparison) anyIn(classes []values, v values) bool {
	c.work += len(classes)
	return slices.ContainsFunc(classes, func(class values) bool { return class.in(v) })
}

// byFew reports whether classes, or all of them, differ by few values of a column and have most in common.
func (c *comparison) byFew(name string, a, b []values, ua, ub values) bool {
	few := max(narrowValues, values{c.domain(name)}.size()/narrowPart)
	c.work += len(a) * len(b)
	if c.work > maxNearWork {
		return false // it is unsure then
	}
	for _, v := range append(a[:len(a):len(a)], ua) {
		for _, o := range append(b[:len(b):len(b)], ub) {
			both := v.both(o).size()
			all := v.size() + o.size() - both
			if d := all - both; d <= few && narrowValues*d <= all {
				return true
			}
		}
	}
	return false
}

// regions compares the rows of all groups: whether one's are among the other's or differ in one column, and whether
// one's and those that the other leaves out do, since the number of all people is public.
func (c *comparison) regions(a, b region) string {
	if len(a) == 0 || len(b) == 0 {
		return "" // no row can be in it
	}
	for _, nested := range []struct {
		in, of region
		why    string
	}{{a, b, "its rows are among those of this one"}, {b, a, "the rows of this one are among its"}} {
		yes, ok := c.within(nested.in, nested.of)
		if !ok {
			return unsure
		}
		if yes {
			return nested.why
		}
	}
	name, ok := c.oneColumn(a, b)
	if !ok {
		return unsure
	}
	if name != "" {
		return "its rows differ in " + named(name) + " only"
	}
	for _, sides := range [][2]region{{a, b}, {b, a}} {
		if name := c.leftOut(sides[0], sides[1]); name != "" {
			return "its rows are what this one leaves out, but for " + named(name)
		}
	}
	return ""
}

// leftOut is a column in which alone, or by few values, a region differs from what another one leaves out.
func (c *comparison) leftOut(a, b region) string {
	rest, ok := c.minus(everything(), b)
	if ok {
		rest, ok = c.tidy(rest)
	}
	if !ok || len(rest) == 0 {
		return ""
	}
	if name, ok := c.oneColumn(a, rest); ok && name != "" {
		return name
	}
	if len(a) != 1 || len(rest) != 1 || a[0].and(rest[0]).empty() {
		return ""
	}
	for _, name := range append(a.columns(), rest.columns()...) {
		v, o := c.valuesOf(a[0], name), c.valuesOf(rest[0], name)
		if !slices.Equal(v, o) && c.byFew(name, nil, nil, v, o) {
			return name
		}
	}
	return ""
}

// oneColumn is a column without which two regions are the same.
func (c *comparison) oneColumn(a, b region) (string, bool) {
	names := slices.Compact(slices.Sorted(slices.Values(append(a.columns(), b.columns()...))))
	for _, name := range names {
		x, y := a.without(name), b.without(name)
		in, ok := c.within(x, y)
		of, also := c.within(y, x)
		if !ok || !also {
			return "", false
		}
		if in && of {
			return name, true
		}
	}
	return "", true
}
