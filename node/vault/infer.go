package vault

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// InferConfig says how to propose a schema for a table.
type InferConfig struct {
	// Title of the dataset; "Untitled dataset" when empty.
	Title string
	// Subject is the name of the subject column. Required.
	Subject string
	// MaxCategories is the most values a text column may have to become a category; 64 when zero. Columns with more are
	// left out, with a note.
	MaxCategories int
	// Progress, if set, is called now and then with the number of rows read.
	Progress func(rows int)
}

// Infer reads a whole table and proposes a schema for it. What it proposes comes from the data, and a schema is public:
// the notes say what a custodian must look at and widen to what is known beforehand. A column that no schema can have,
// and one whose values would say who is in the table, is left out with a note; neither notes nor errors hold a cell.
func Infer(src io.Reader, config InferConfig) (*Schema, []string, error) {
	t, err := newTable(src)
	if err != nil {
		return nil, nil, fmt.Errorf("proposing a schema: %w", err)
	}
	subject, err := t.find(config.Subject, "subject column")
	if err != nil {
		return nil, nil, fmt.Errorf("proposing a schema: %w", err)
	}
	if config.MaxCategories == 0 {
		config.MaxCategories = 64
	}
	guesses := make([]*guess, len(t.names))
	for i := range guesses {
		guesses[i] = newGuess()
	}
	numbers, perSubject, most := map[string]int{}, []int(nil), 0 // subjects by number, and their rows
	for rows := 0; ; rows++ {
		cells, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("proposing a schema: %w", err)
		}
		if config.Progress != nil && rows > 0 && rows%4096 == 0 {
			config.Progress(rows)
		}
		if cells[subject] == "" {
			return nil, nil, fmt.Errorf("proposing a schema: %w", errNoSubject(t.line, config.Subject))
		}
		who, ok := numbers[cells[subject]]
		if !ok {
			who = len(numbers)
			numbers[strings.Clone(cells[subject])] = who
			perSubject = append(perSubject, 0)
		}
		perSubject[who]++
		most = max(most, perSubject[who])
		for i, cell := range cells {
			if i != subject {
				guesses[i].see(cell, who, t.line, min(config.MaxCategories, MaxValues))
			}
		}
	}
	if most == 0 {
		return nil, nil, errors.New("proposing a schema: the table has no rows")
	}
	s := &Schema{Format: SchemaFormat, Title: config.Title, Subject: config.Subject, MaxContributions: most}
	if s.Title == "" {
		s.Title = "Untitled dataset"
	}
	var notes []string
	if most > MaxContributions {
		s.MaxContributions = MaxContributions
		notes = append(notes, fmt.Sprintf("one subject has %d rows, more than %d: is %q the subject column?", most, MaxContributions, config.Subject))
	}
	if most > 1 {
		notes = append(notes, fmt.Sprintf("maxContributions %d is the most rows a subject has in this table: state what holds for every version", most))
	}
	for i, name := range t.names {
		if i == subject {
			continue
		}
		c, note := guesses[i].column(name)
		switch {
		case name == PseudonymColumn:
			c, note = nil, "left out: the name stands for the pseudonym in every dataset file; rename it"
		case c != nil && len(s.Columns) == MaxColumns:
			c, note = nil, fmt.Sprintf("left out: a schema has at most %d columns; take out columns that no job needs", MaxColumns)
		}
		if note != "" {
			notes = append(notes, fmt.Sprintf("column %q: %s", name, note))
		}
		if c != nil {
			s.Columns = append(s.Columns, *c)
		}
	}
	if len(s.Columns) == 0 {
		return nil, notes, errors.New("proposing a schema: no column is left: a schema needs one beside the subject column")
	}
	if err := s.prepare(); err != nil {
		return nil, notes, fmt.Errorf("proposing a schema: %w", err)
	}
	return s, notes, nil
}

// guess collects what one column's cells have in common.
type guess struct {
	cells, empty                   int
	integer, decimal, boolean, day bool
	number                         bool // written as a number, of whatever size
	whole, scaled                  span // integers, and decimals at scale
	scale                          int  // most decimals of a cell
	days                           span
	values                         map[string]holders
	tooMany                        bool
	coded                          bool // a cell has digits that no number is written with, such as 02139
	numbers                        int  // cells that are numbers
	other                          int  // line of the first that is none
	unfit                          int  // line of the first cell that no category can have as a value
	unfitFor                       error
}

// holders is which subjects have a value, as far as it matters: one, by number, or several.
type holders struct {
	first   int
	several bool
}

func newGuess() *guess {
	return &guess{integer: true, decimal: true, number: true, boolean: true, day: true, values: map[string]holders{}}
}

// see takes a cell of a subject, at a line of the table.
func (g *guess) see(cell string, subject, line, maxValues int) {
	g.cells++
	if cell == "" {
		g.empty++
		return
	}
	first := g.cells-g.empty == 1
	if g.boolean {
		_, err := (&Column{Type: Boolean}).parse(cell)
		g.boolean = err == nil
	}
	if g.integer {
		v, err := parseInteger(cell, errInteger)
		if g.integer = err == nil; g.integer {
			g.whole.see(v, first)
		}
	}
	if isNumber(cell) {
		g.numbers++
	} else {
		g.number = false
		g.coded = g.coded || strings.Trim(cell, "0123456789") == ""
		if g.other == 0 {
			g.other = line
		}
	}
	if g.decimal {
		g.decimal = g.seeDecimal(cell, first)
	}
	if g.day {
		v, err := parseDate(cell)
		if g.day = err == nil; g.day {
			g.days.see(v, first)
		}
	}
	if g.unfit == 0 {
		if reason := unfitValue(cell); reason != nil {
			g.unfit, g.unfitFor = line, reason
		}
	}
	if !g.tooMany {
		if h, ok := g.values[cell]; !ok {
			g.values[strings.Clone(cell)] = holders{first: subject}
		} else if h.first != subject {
			g.values[cell] = holders{first: h.first, several: true}
		}
		if g.tooMany = len(g.values) > maxValues; g.tooMany {
			g.values = nil
		}
	}
}

// seeDecimal reports whether the column still is one of decimals. A number of 53 bits has the fewer digits before the
// point the more it has after it, so cells are read at the scale that was seen, never at the largest there is.
func (g *guess) seeDecimal(cell string, first bool) bool {
	_, fraction, _ := strings.Cut(cell, ".")
	scale := max(g.scale, len(strings.TrimRight(fraction, "0")))
	if scale > MaxScale {
		return false
	}
	v, err := parseDecimal(cell, scale)
	if err != nil || !g.scaled.shift(scale-g.scale) {
		return false
	}
	g.scale = scale
	g.scaled.see(v, first)
	return true
}

// span is from the least to the greatest number seen.
type span struct{ low, high int64 }

func (s *span) see(v int64, first bool) {
	if first || v < s.low {
		s.low = v
	}
	if first || v > s.high {
		s.high = v
	}
}

// shift writes the span with more decimals. It reports whether the numbers still have 53 bits.
func (s *span) shift(decimals int) bool {
	for range decimals {
		s.low, s.high = s.low*10, s.high*10
		if s.low < -MaxMagnitude || s.high > MaxMagnitude {
			return false
		}
	}
	return true
}

// isNumber reports whether a cell is written as a number, of whatever size.
func isNumber(cell string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(cell, "-"), ".")
	if point && fraction == "" || strings.Trim(fraction, "0123456789") != "" || strings.HasPrefix(whole, "-") {
		return false
	}
	_, err := parseInteger(whole, errDecimal)
	return err == nil || errors.Is(err, errRange)
}

// column decides. The note is for the custodian.
func (g *guess) column(name string) (*Column, string) {
	c := &Column{Name: name, Nullable: g.empty > 0}
	const widen = "its bounds were widened from the data: replace them by what is known beforehand"
	switch {
	case g.cells == g.empty:
		return nil, "left out: all cells are empty"
	case g.boolean:
		c.Type = Boolean
		return c, ""
	case g.integer:
		c.Type = Integer
		c.bound(g.whole)
		return c, widen
	case g.decimal && g.scaled.shift(max(1-g.scale, 0)): // 1.0 is a decimal, whose scale is 1 or more
		c.Type, c.Scale = Decimal, max(g.scale, 1)
		return c, widen + c.unsummable(c.bound(g.scaled))
	case g.day:
		c.Type = Date
		const year = 366
		c.Min, c.Max = c.Text(max(g.days.low-year, firstDay)), c.Text(min(g.days.high+year, lastDay))
		return c, widen
	case g.number:
		// Never a category, however few they are: that would put the numbers themselves into the schema. Nor are numbers
		// among which a few cells say that there is none, such as NA.
		return nil, fmt.Sprintf("left out: its numbers do not fit into 53 bits with their decimals, of which there are "+
			"at most %d: round them, or use a larger unit", MaxScale)
	case 2*g.numbers > g.cells-g.empty && !g.coded:
		return nil, fmt.Sprintf("left out: %d of its %d cells are numbers and the others are not, the first on line %d: "+
			"leave a cell empty where a number is missing", g.numbers, g.cells-g.empty, g.other)
	case g.unfit != 0:
		return nil, fmt.Sprintf("left out: on line %d is text that no category has as a value: it %v", g.unfit, g.unfitFor)
	case g.tooMany:
		return nil, "left out: it has too many different values for a category"
	}
	alone := 0 // values of one subject only
	for v, h := range g.values {
		c.Values = append(c.Values, v)
		if !h.several {
			alone++
		}
	}
	if 2*alone > len(c.Values) {
		return nil, fmt.Sprintf("left out: %d of its %d values belong to one subject each, and a schema is public: "+
			"if it is a category, add it with the values that are known beforehand", alone, len(c.Values))
	}
	c.Type = Category
	slices.Sort(c.Values)
	note := fmt.Sprintf("its %d values come from the data: add those that are possible, take out those that are mistakes",
		len(c.Values))
	if alone > 0 {
		note += fmt.Sprintf("; %d of them belong to one subject each, whom they may name", alone)
	}
	return c, note
}

// unsummable ends the note on a decimal column that has no sum, and so no mean, for its many decimals.
func (c *Column) unsummable(bounds span) string {
	spare, largest := 0, max(bounds.high, -bounds.low)
	for ; largest > MaxSummand; largest /= 10 {
		spare++
	}
	switch {
	case spare == 0:
		return ""
	case spare >= c.Scale:
		return "; its numbers are too large for a sum or a mean: use a larger unit"
	}
	return fmt.Sprintf("; with %d decimals its numbers are too large for a sum or a mean: round them to %d",
		c.Scale, c.Scale-spare)
}

// bound sets the bounds of integers or decimals around what was seen, and returns them.
func (c *Column) bound(seen span) span {
	unit := int64(1)
	for range c.Scale {
		unit *= 10
	}
	low, high := roundOut(floorDiv(seen.low, unit), -1), roundOut(-floorDiv(-seen.high, unit), 1)
	limit := MaxMagnitude / unit
	low, high = max(low, -limit-1)*unit, min(high, limit+1)*unit
	low, high = max(low, -MaxMagnitude), min(high, MaxMagnitude)
	c.Min, c.Max = c.Text(low), c.Text(high)
	return span{low: low, high: high}
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// roundOut moves a bound away from the data to the next of 0, 1, 2, 5, 10, 20, 50, ... in the given direction.
func roundOut(v, direction int64) int64 {
	if v*direction <= 0 {
		// The bound faces zero: towards it, down to the step below.
		v = max(v, -v)
		step, best := int64(1), int64(0)
		for ; step <= v; step *= 10 {
			for _, m := range []int64{1, 2, 5} {
				if step*m <= v {
					best = step * m
				}
			}
		}
		return -direction * best
	}
	v = max(v, -v)
	for step := int64(1); ; step *= 10 {
		for _, m := range []int64{1, 2, 5} {
			if step*m >= v {
				return direction * step * m
			}
		}
	}
}
