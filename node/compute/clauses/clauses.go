// Package clauses divides conditions into the parts without which another question could be asked, and finds the rows
// that such a question would have otherwise.
package clauses

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/schema"
)

// clauses is a condition as the tree of its clauses: the parts without which another question could be asked. Every
// "not" is carried down to the leaves. A list of values is an "or" of them, and a comparison of a cell that may be null
// says also that it is not null. It is not safe for concurrent use.
type clauses struct {
	columnar.Condition
	every  bool       // the parts all have to hold; else one of them
	parts  []*clauses // none for a leaf
	apart  bool       // no row is decided by two parts: they are values of one list
	column int        // of all leaves; -1 where they are of several

	fails []vault.Bits // of the parts: where they do not hold in an "and", or do in an "or"
}

// Divide divides a condition into clauses, in the one or two ways that there are: as it is written, and with nested
// parts of one kind joined, without parts that others imply, and with those on one column together, so that a clause
// which is there twice counts as one. columns are the questions without a column which stands at several places even
// then.
func Divide(s *schema.Schema, c columnar.Condition) (all []*clauses, columns []*withoutColumns) {
	written := Divider{Schema: s, AsWritten: true}
	all = []*clauses{written.Divide(c, false)}
	joined := Divider{Schema: s}
	other := joined.Divide(c, false)
	if joined.differs {
		all = append(all, other)
	}
	return all, other.withoutColumns()
}

// withoutColumns is a condition in which nothing is asked of some columns: all that is asked of them holds, or nothing.
type withoutColumns struct {
	columnar.Condition
	uses []int // the columns that it still asks for
}

// withoutColumns are the conditions without each column that stands at several places, and without each such one and
// another one: no single clause has all that is asked of them.
func (c *clauses) withoutColumns() (all []*withoutColumns) {
	places := map[int]int{}
	c.countPlaces(places)
	names := slices.Sorted(maps.Keys(places))
	without := func(columns ...int) {
		for _, holds := range []bool{true, false} {
			if rest, _ := c.fix(columns, holds); rest != nil { // else it is the question without the whole
				all = append(all, &withoutColumns{rest.Condition, rest.columns()})
			}
		}
	}
	for i, a := range names {
		if places[a] > 1 {
			without(a)
		}
		for _, b := range names[:i] {
			if places[a] > 1 || places[b] > 1 {
				without(a, b)
			}
		}
	}
	return all
}

// countPlaces counts at how many places each column stands.
func (c *clauses) countPlaces(places map[int]int) {
	if c.column >= 0 {
		places[c.column]++
		return
	}
	for _, part := range c.parts {
		part.countPlaces(places)
	}
}

// fix is the condition where all that is asked of some columns holds, or nothing of it. It is nil where it always holds
// then, or never.
func (c *clauses) fix(columns []int, holds bool) (rest *clauses, always bool) {
	if slices.Contains(columns, c.column) {
		return nil, holds
	}
	if len(c.parts) == 0 {
		return c, false
	}
	var parts []*clauses
	for _, part := range c.parts {
		if left, always := part.fix(columns, holds); left != nil {
			parts = append(parts, left)
		} else if always != c.every {
			return nil, always
		}
	}
	switch len(parts) {
	case 0:
		return nil, c.every
	case 1:
		return parts[0], false
	}
	return newClauses(c.every, parts, columnOf(parts), false), false
}

// columns are all columns that a condition asks for.
func (c *clauses) columns() []int {
	uses := map[int]int{}
	c.countUses(uses, 1)
	return slices.Sorted(maps.Keys(uses))
}

// countUses adds so many for each comparison of a column.
func (c *clauses) countUses(uses map[int]int, n int) {
	if len(c.parts) == 0 && c.column >= 0 {
		uses[c.column] += n
	}
	for _, part := range c.parts {
		part.countUses(uses, n)
	}
}

// Divider divides conditions.
type Divider struct {
	Schema    *schema.Schema
	AsWritten bool
	differs   bool // from what is written
}

// Divide divides a condition, or its opposite when no is set.
func (d *Divider) Divide(c columnar.Condition, no bool) *clauses {
	switch c := c.(type) {
	case columnar.Not:
		return d.Divide(c.Condition, !no)
	case columnar.All:
		if len(c) > 0 {
			return d.list(c, !no, no)
		}
	case columnar.Some:
		if len(c) > 0 {
			return d.list(c, no, no)
		}
	case columnar.Known:
		if !d.Schema.Columns[c.Column].Nullable {
			return d.Divide(c.Condition, no)
		}
		return withValue(c.Column, no, []*clauses{leaf(c.Condition, no, c.Column)})
	case columnar.Below:
		if !d.Schema.Columns[c.Column].Nullable {
			return leaf(c, no, c.Column)
		}
		return withValue(c.Column, no, []*clauses{leaf(orNull(c.Column, c), no, c.Column)})
	case columnar.Among:
		nullable := d.Schema.Columns[c.Column].Nullable
		var values []*clauses
		for _, v := range c.Values {
			one := columnar.Condition(columnar.Among{Column: c.Column, Values: []int64{v}})
			if nullable {
				one = orNull(c.Column, one)
			}
			values = append(values, leaf(one, no, c.Column))
		}
		if nullable {
			return withValue(c.Column, no, values)
		}
		return oneOf(c.Column, no, values)
	case columnar.Null:
		return leaf(c, no, int(c))
	}
	return leaf(c, no, -1)
}

// leaf is a condition that has no parts, or its opposite.
func leaf(c columnar.Condition, no bool, column int) *clauses {
	if no {
		c = columnar.Not{Condition: c}
	}
	return &clauses{Condition: c, column: column}
}

// orNull holds also where the cell of a column is null.
func orNull(column int, c columnar.Condition) columnar.Condition {
	return columnar.Not{Condition: columnar.Known{Column: column, Condition: columnar.Not{Condition: c}}}
}

// oneOf is that a cell is one of some values, or that it is none of them.
func oneOf(column int, no bool, values []*clauses) *clauses {
	if len(values) == 1 {
		return values[0]
	}
	return newClauses(no, values, column, true)
}

// withValue is that a cell is not null and one of what is asked of it, or the opposite.
func withValue(column int, no bool, asked []*clauses) *clauses {
	return newClauses(!no, []*clauses{leaf(columnar.Null(column), !no, column), oneOf(column, no, asked)}, column,
		false)
}

func newClauses(every bool, parts []*clauses, column int, apart bool) *clauses {
	c := &clauses{every: every, parts: parts, column: column, apart: apart, fails: make([]vault.Bits, len(parts))}
	c.Condition = joint{c}
	return c
}

// list divides the parts of an "and" or an "or", or their opposites when no is set.
func (d *Divider) list(conditions []columnar.Condition, every, no bool) *clauses {
	var parts []*clauses
	for _, c := range conditions {
		part := d.Divide(c, no)
		if !d.AsWritten && len(part.parts) > 0 && part.every == every && !part.apart {
			parts = append(parts, part.parts...)
			d.differs = true
		} else {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	if !d.AsWritten {
		if parts = d.absorb(parts, every); len(parts) == 1 {
			return parts[0]
		}
		parts = d.byColumn(parts, every)
	}
	return newClauses(every, parts, columnOf(parts), false)
}

// byColumn puts parts on one column together, unless all are.
func (d *Divider) byColumn(parts []*clauses, every bool) (grouped []*clauses) {
	if columnOf(parts) >= 0 {
		return parts
	}
	for i, part := range parts {
		same := func(o *clauses) bool { return part.column >= 0 && o.column == part.column }
		if slices.ContainsFunc(parts[:i], same) {
			continue
		}
		like := slices.DeleteFunc(slices.Clone(parts[i:]), func(o *clauses) bool { return !same(o) })
		if len(like) > 1 {
			part, d.differs = newClauses(every, like, part.column, false), true
		}
		grouped = append(grouped, part)
	}
	return grouped
}

// absorb leaves out the parts that other parts imply: in an "and" an "or" of which some parts are another part, or all
// those of another "or", and the other way round.
func (d *Divider) absorb(parts []*clauses, every bool) (kept []*clauses) {
	of := make([]map[string]bool, len(parts)) // the parts of which one is enough
	for i, part := range parts {
		of[i] = map[string]bool{}
		if len(part.parts) == 0 || part.every == every {
			of[i][part.key()] = true
			continue
		}
		for _, one := range part.parts {
			of[i][one.key()] = true
		}
	}
	implied := func(i int) bool {
		for j := range parts {
			same := len(of[i]) == len(of[j])
			if j == i || len(of[j]) > len(of[i]) || same && j > i {
				continue
			}
			in := true
			for key := range of[j] {
				in = in && of[i][key]
			}
			if in {
				return true
			}
		}
		return false
	}
	for i, part := range parts {
		if implied(i) {
			d.differs = true
			continue
		}
		kept = append(kept, part)
	}
	return kept
}

// key is the same for clauses that are written alike, whatever the order of their parts.
func (c *clauses) key() string {
	if len(c.parts) == 0 {
		return fmt.Sprintf("%#v", c.Condition)
	}
	var keys []string
	for _, part := range c.parts {
		keys = append(keys, part.key())
	}
	slices.Sort(keys)
	return fmt.Sprintf("%t(%s)", c.every, strings.Join(keys, ","))
}

// columnOf is the column that all parts are on; -1 when there is none.
func columnOf(parts []*clauses) int {
	if slices.ContainsFunc(parts, func(c *clauses) bool { return c.column != parts[0].column }) {
		return -1
	}
	return parts[0].column
}

// joint is the condition of clauses with parts.
type joint struct{ *clauses }

// Holds implements columnar.Condition.
func (j joint) Holds(b *vault.Block, out *vault.Bits) {
	for w := range out {
		out[w] = 0
	}
	var fails vault.Bits
	for _, part := range j.parts {
		part.failing(b, j.every, &fails)
		for w := range out {
			out[w] |= fails[w]
		}
	}
	if j.every {
		for w := range out {
			out[w] = ^out[w]
		}
	}
}

// Work implements columnar.Condition.
func (j joint) Work() int {
	n := 1
	for _, part := range j.parts {
		n += 1 + part.Work()
	}
	return n
}

// failing is where a part does not hold in an "and", or does in an "or": where it alone decides.
func (c *clauses) failing(b *vault.Block, every bool, out *vault.Bits) {
	c.Holds(b, out)
	if every {
		for w := range out {
			out[w] = ^out[w]
		}
	}
}

// drop calls see with the rows that another question would have otherwise, for each part and each two parts that it
// could do without. critical are the rows for which it matters whether this condition holds.
func (c *clauses) drop(b *vault.Block, critical *vault.Bits, see func(rows *vault.Bits)) {
	if len(c.parts) == 0 {
		return
	}
	var one, two, three vault.Bits // where so many parts fail, or more
	for i, part := range c.parts {
		f := &c.fails[i]
		part.failing(b, c.every, f)
		for w := range f {
			three[w] |= two[w] & f[w]
			two[w] |= one[w] & f[w]
			one[w] |= f[w]
		}
	}
	var rows vault.Bits
	for i := range c.parts {
		for w := range rows {
			rows[w] = critical[w] & c.fails[i][w] &^ two[w]
		}
		see(&rows)
		for j := range c.pairsOf(i) {
			for w := range rows {
				a, b := c.fails[i][w], c.fails[j][w]
				rows[w] = critical[w] & ((a|b)&^two[w] | a&b&^three[w])
			}
			see(&rows)
		}
	}
	for i, part := range c.parts {
		for w := range rows {
			rows[w] = critical[w] &^ (two[w] | one[w]&^c.fails[i][w])
		}
		part.drop(b, &rows, see)
	}
}

// pairsOf is how many parts before one make a pair with it. Two parts are the whole, and of parts that are apart two
// are no fewer people than one.
func (c *clauses) pairsOf(part int) int {
	if c.apart || len(c.parts) == 2 {
		return 0
	}
	return part
}

// eachDropped calls see with what is dropped for each set of rows that drop gives, in its order.
func (c *clauses) eachDropped(see func(parts ...*clauses)) {
	for i, part := range c.parts {
		see(part)
		for j := range c.pairsOf(i) {
			see(part, c.parts[j])
		}
	}
	for _, part := range c.parts {
		part.eachDropped(see)
	}
}

// dropWork is how many operations drop takes for a row, without what see does.
func (c *clauses) dropWork() int {
	n := 0
	for i, part := range c.parts {
		n += 5 + part.Work() + c.pairsOf(i) + part.dropWork()
	}
	return n
}
