package query

import (
	"slices"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/schema"
)

// clauses is a condition as the tree of its clauses: the parts without which another question could be asked. Every
// "not" is carried down to the leaves. A list of values is an "or" of them, and a comparison of a cell that may be null
// says also that it is not null. It is not safe for concurrent use.
type clauses struct {
	condition
	every  bool       // the parts all have to hold; else one of them
	parts  []*clauses // none for a leaf
	apart  bool       // no row is decided by two parts: they are values of one list
	column int        // of all leaves; -1 where they are of several

	fails []vault.Bits // of the parts: where they do not hold in an "and", or do in an "or"
}

// clausesOf divides a condition into clauses, in the one or two ways that there are: as it is written, and with nested
// parts of one kind joined and those on one column together, so that a clause which is there twice counts as one.
func clausesOf(s *schema.Schema, c condition) []*clauses {
	written := divider{schema: s, asWritten: true}
	all := []*clauses{written.divide(c, false)}
	joined := divider{schema: s}
	if other := joined.divide(c, false); joined.differs {
		all = append(all, other)
	}
	return all
}

// divider divides conditions.
type divider struct {
	schema    *schema.Schema
	asWritten bool
	differs   bool // from what is written
}

// divide divides a condition, or its opposite when no is set.
func (d *divider) divide(c condition, no bool) *clauses {
	switch c := c.(type) {
	case not:
		return d.divide(c.condition, !no)
	case all:
		if len(c) > 0 {
			return d.list(c, !no, no)
		}
	case some:
		if len(c) > 0 {
			return d.list(c, no, no)
		}
	case known:
		if !d.schema.Columns[c.column].Nullable {
			return d.divide(c.condition, no)
		}
		return withValue(c.column, no, []*clauses{leaf(c.condition, no, c.column)})
	case below:
		if !d.schema.Columns[c.column].Nullable {
			return leaf(c, no, c.column)
		}
		return withValue(c.column, no, []*clauses{leaf(orNull(c.column, c), no, c.column)})
	case among:
		nullable := d.schema.Columns[c.column].Nullable
		var values []*clauses
		for _, v := range c.values {
			one := condition(among{c.column, []int64{v}})
			if nullable {
				one = orNull(c.column, one)
			}
			values = append(values, leaf(one, no, c.column))
		}
		if nullable {
			return withValue(c.column, no, values)
		}
		return oneOf(c.column, no, values)
	case null:
		return leaf(c, no, int(c))
	}
	return leaf(c, no, -1)
}

// leaf is a condition that has no parts, or its opposite.
func leaf(c condition, no bool, column int) *clauses {
	if no {
		c = not{c}
	}
	return &clauses{condition: c, column: column}
}

// orNull holds also where the cell of a column is null.
func orNull(column int, c condition) condition { return not{known{column, not{c}}} }

// oneOf is that a cell is one of some values, or that it is none of them.
func oneOf(column int, no bool, values []*clauses) *clauses {
	if len(values) == 1 {
		return values[0]
	}
	return newClauses(no, values, column, true)
}

// withValue is that a cell is not null and one of what is asked of it, or the opposite.
func withValue(column int, no bool, asked []*clauses) *clauses {
	return newClauses(!no, []*clauses{leaf(null(column), !no, column), oneOf(column, no, asked)}, column, false)
}

func newClauses(every bool, parts []*clauses, column int, apart bool) *clauses {
	c := &clauses{every: every, parts: parts, column: column, apart: apart, fails: make([]vault.Bits, len(parts))}
	c.condition = joint{c}
	return c
}

// list divides the parts of an "and" or an "or", or their opposites when no is set.
func (d *divider) list(conditions []condition, every, no bool) *clauses {
	var parts []*clauses
	for _, c := range conditions {
		part := d.divide(c, no)
		if !d.asWritten && len(part.parts) > 0 && part.every == every && !part.apart {
			parts = append(parts, part.parts...)
			d.differs = true
		} else {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	if !d.asWritten {
		parts = d.byColumn(parts, every)
	}
	return newClauses(every, parts, columnOf(parts), false)
}

// byColumn puts parts on one column together, unless all are.
func (d *divider) byColumn(parts []*clauses, every bool) (grouped []*clauses) {
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

// columnOf is the column that all parts are on; -1 when there is none.
func columnOf(parts []*clauses) int {
	if slices.ContainsFunc(parts, func(c *clauses) bool { return c.column != parts[0].column }) {
		return -1
	}
	return parts[0].column
}

// joint is the condition of clauses with parts.
type joint struct{ *clauses }

func (j joint) holds(b *vault.Block, out *vault.Bits) {
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

func (j joint) work() int {
	n := 1
	for _, part := range j.parts {
		n += 1 + part.work()
	}
	return n
}

// failing is where a part does not hold in an "and", or does in an "or": where it alone decides.
func (c *clauses) failing(b *vault.Block, every bool, out *vault.Bits) {
	c.holds(b, out)
	if every {
		for w := range out {
			out[w] = ^out[w]
		}
	}
}

// drop calls see with the rows that another question would have otherwise, for each part and each two parts that it
// could do without. critical are the rows for which it matters whether this condition holds.
func (c *clauses) drop(b *vault.Block, critical *vault.Bits, see func(rows *vault.Bits, two bool)) {
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
		see(&rows, false)
		for j := range c.pairsOf(i) {
			for w := range rows {
				a, b := c.fails[i][w], c.fails[j][w]
				rows[w] = critical[w] & ((a|b)&^two[w] | a&b&^three[w])
			}
			see(&rows, true)
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

// dropped is how many sets of rows drop gives: of one part, and of two.
func (c *clauses) dropped() (ones, twos int) {
	ones = len(c.parts)
	for i, part := range c.parts {
		o, t := part.dropped()
		ones, twos = ones+o, twos+t+c.pairsOf(i)
	}
	return ones, twos
}

// dropWork is how many operations drop takes for a row, without what see does.
func (c *clauses) dropWork() int {
	n := 0
	for i, part := range c.parts {
		n += 5 + part.work() + c.pairsOf(i) + part.dropWork()
	}
	return n
}
