package propose

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/assent-network/assent/internal/table"
	"github.com/assent-network/assent/node/vault"
)

// guess collects what one column's cells have in common.
type guess struct {
	name                  string
	reading               *table.Reading
	cells, empty          int
	boolean, rounded      bool
	numbers, coded, other int // cells that are numbers, that have zeros before them, and the line of the first that is neither
	places                int // most decimals of a cell
	low, high             int64
	huge                  bool // a number has more than 53 bits
	days                  int  // cells that are dates
	first, last           string
	values                map[string][]int32 // by value the first people who have it, FewPeople at most
	tooMany               bool
	unfit                 int // line of the first cell that no category can have as a value
	unfitFor              error
	missing               map[string]int // cells that are words for what is missing
	manners               []table.Manner
	fits                  []int // cells that each manner reads
}

func newGuess(name string, reading *table.Reading) *guess {
	manners := reading.Manners()
	_, rounded := reading.Decimals[name]
	return &guess{name: name, reading: reading, rounded: rounded, boolean: true, values: map[string][]int32{},
		missing: map[string]int{}, manners: manners, fits: make([]int, len(manners))}
}

func (g *guess) filled() int { return g.cells - g.empty }

// see takes a cell of a subject, at a line of the table.
func (g *guess) see(cell string, subject, line int) {
	g.cells++
	if g.reading.IsNull(g.name, cell) {
		g.empty++
		return
	}
	number, err := g.reading.NumberOf(g.name, cell)
	g.boolean = g.boolean && (err == nil && (number == "0" || number == "1") ||
		strings.EqualFold(cell, "true") || strings.EqualFold(cell, "false"))
	switch {
	case err == nil:
		g.seeNumber(number)
	case g.other == 0:
		g.other = line
	}
	if err == table.ErrZeros {
		g.coded++
	}
	if day, bad := g.reading.Date(g.name, cell); bad == nil && isDay(day) {
		if g.days++; g.first == "" || day < g.first {
			g.first = day
		}
		g.last = max(g.last, day)
	}
	if err != nil || len(cell) == len("YYYYMMDD") {
		g.seeManner(cell, err == nil)
	}
	if g.unfit == 0 {
		if reason := vault.CheckValue(cell); reason != nil {
			g.unfit, g.unfitFor = line, reason
		}
	}
	if err != nil && slices.Contains(table.MissingWords, cell) {
		g.missing[strings.Clone(cell)]++
	}
	if g.tooMany {
		return
	}
	people, ok := g.values[cell]
	switch {
	case !ok:
		g.values[strings.Clone(cell)] = []int32{int32(subject)}
	case len(people) < FewPeople && !slices.Contains(people, int32(subject)):
		g.values[cell] = append(people, int32(subject))
	}
	if len(g.values) > vault.MaxValues {
		g.tooMany, g.values = true, nil
	}
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

func (g *guess) seeNumber(number string) {
	g.numbers++
	whole, fraction, _ := strings.Cut(number, ".")
	g.places = max(g.places, len(fraction))
	v, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || v > vault.MaxMagnitude-1 && fraction != "" || v > vault.MaxMagnitude || v < -vault.MaxMagnitude {
		g.huge = true
		return
	}
	low, high := v, v
	if fraction != "" && strings.HasPrefix(whole, "-") {
		low--
	} else if fraction != "" {
		high++
	}
	if g.numbers == 1 {
		g.low, g.high = low, high
	}
	g.low, g.high = min(g.low, low), max(g.high, high)
}

// seeManner counts in which other ways the cell may be read; a way that fails at the most of many cells is given up.
// A number can only be a date written in digits.
func (g *guess) seeManner(cell string, number bool) {
	const enough = 256
	for i := range g.manners {
		if number && !g.manners[i].Date {
			continue
		}
		if (g.filled() < enough || 2*g.fits[i] > g.filled()) && g.manners[i].Reads(cell) {
			g.fits[i]++
		}
	}
}

// column decides about a column. The note is for the custodian.
func (p *Proposal) column(g *guess, name string, config Config) (*vault.Column, string) {
	c := &vault.Column{Name: name, Nullable: g.empty > 0}
	if values, ok := config.Categories[name]; ok {
		return g.stated(c, values)
	}
	if count, ok := config.Confirmed[name]; ok {
		return g.confirmed(c, count)
	}
	const widen = "its bounds were widened from the data: replace them by what is known beforehand"
	switch {
	case g.filled() == 0:
		return nil, "left out: all cells are empty"
	case g.boolean && !g.rounded:
		c.Type = vault.Boolean
		return c, "that it is a boolean is a guess from its cells, 0 and 1 or true and false: if another may come, state a " +
			"number with bounds, or --categories"
	case g.numbers == g.filled() && g.huge:
		return nil, "left out: its numbers do not fit into 53 bits: use a larger unit, or --categories if they are codes"
	case g.numbers == g.filled():
		return c, widen + p.numeric(c, g) + g.manner()
	case g.days == g.filled():
		c.Type = vault.Date
		c.Min, c.Max = decade(g.first, 0)+"-01-01", decade(g.last, 9)+"-12-31"
		return c, widen
	}
	if list := published(g.values); list != nil && g.unfit == 0 {
		c.Type, c.Values = vault.Category, list
		return c, "its values are those of a published list, all of which are in the schema"
	}
	return nil, "left out: " + g.lacks()
}

// numeric makes a column of numbers, rounded so far that they have a sum where that is possible.
func (p *Proposal) numeric(c *vault.Column, g *guess) string {
	low, high := roundOut(g.low, -1), roundOut(g.high, 1)
	low, high = max(low, -vault.MaxMagnitude), min(high, vault.MaxMagnitude)
	largest, scale := max(-low, high, 1), min(g.places, vault.MaxScale)
	fits := func(limit int64, scale int) bool {
		v := largest
		for range scale {
			if v > limit/10 {
				return false
			}
			v *= 10
		}
		return v <= limit
	}
	note := ""
	switch {
	case !fits(vault.MaxSummand, 0):
		for !fits(vault.MaxMagnitude, scale) {
			scale--
		}
		note = "; its numbers are too large for a sum or a mean: use a larger unit if those are wanted"
	default:
		for !fits(vault.MaxSummand, scale) {
			scale--
		}
	}
	c.Type, c.Scale = vault.Integer, scale
	if scale > 0 {
		c.Type = vault.Decimal
	}
	zeros := ""
	if scale > 0 {
		zeros = "." + strings.Repeat("0", scale)
	}
	c.Min, c.Max = strconv.FormatInt(low, 10)+zeros, strconv.FormatInt(high, 10)+zeros
	if scale < g.places {
		p.Reading.Decimals = maps.Clone(p.Reading.Decimals)
		if p.Reading.Decimals == nil {
			p.Reading.Decimals = map[string]int{}
		}
		p.Reading.Decimals[c.Name] = scale
		note += fmt.Sprintf("; its %d decimals are rounded to %d when it is packed (--decimals '%s=%d')", g.places, scale, c.Name, scale)
	}
	return note
}

// decade is the year of a date, moved to the end of its decade.
func decade(day string, end int) string { return day[:3] + strconv.Itoa(end) }

// stated makes a category of the values that the custodian names.
func (g *guess) stated(c *vault.Column, values []string) (*vault.Column, string) {
	c.Type, c.Values = vault.Category, values
	others, rare := 0, 0
	for v, people := range g.values {
		if !slices.Contains(values, v) {
			others++
		} else if len(people) < FewPeople {
			rare++
		}
	}
	note := fmt.Sprintf("the %d values that you named will be public", len(values))
	if rare > 0 {
		note += fmt.Sprintf("; %d of them belong to fewer than %d people each, whom they may name", rare, FewPeople)
	}
	if others > 0 {
		note += fmt.Sprintf("; the table has %d other values, which packing refuses unless --null names them", others)
	}
	if g.tooMany {
		note += fmt.Sprintf("; the table has more than %d values, so others than those: packing refuses them", vault.MaxValues)
	}
	return c, note
}

// confirmed makes a category of the values that the custodian has looked at.
func (g *guess) confirmed(c *vault.Column, count int) (*vault.Column, string) {
	rare := g.rare()
	switch {
	case g.tooMany || g.unfit != 0:
		return nil, "left out, though confirmed: " + g.lacks()
	case len(g.values) != count:
		return nil, fmt.Sprintf("left out: you confirmed %d values and it has another number: look at them again, with --show '%s'",
			count, g.name)
	case rare > 0:
		return nil, fmt.Sprintf("left out, though confirmed: %d of its %d values belong to fewer than %d people each, whom they may "+
			"name: those are confirmed one by one, with %s", rare, count, FewPeople, g.naming())
	}
	c.Type, c.Values = vault.Category, slices.Sorted(maps.Keys(g.values))
	return c, fmt.Sprintf("its %d values, which you confirmed, will be public: add those that are possible", count)
}

func (g *guess) naming() string {
	return fmt.Sprintf("--categories '%s=a,b,c' or --categories '%s=@FILE'", g.name, g.name)
}

func (g *guess) rare() (n int) {
	for _, people := range g.values {
		if len(people) < FewPeople {
			n++
		}
	}
	return n
}

// lacks says why a column of text is left out, and what would help.
func (g *guess) lacks() string {
	if manner := g.manner(); manner != "" {
		return "it" + strings.TrimPrefix(manner, "; it")
	}
	if 2*g.numbers > g.filled() && g.coded == 0 {
		return fmt.Sprintf("%d of its %d cells are numbers and the others are not, the first on line %d: %s", g.numbers, g.filled(),
			g.other, g.nulls())
	}
	if 2*g.days > g.filled() {
		return fmt.Sprintf("%d of its %d cells are dates and the others are not: %s", g.days, g.filled(), g.nulls())
	}
	if g.unfit != 0 {
		trim := ""
		if strings.Contains(g.unfitFor.Error(), "space") {
			trim = " (--trim drops spaces)"
		}
		return fmt.Sprintf("on line %d is text that no category has as a value: it %v%s", g.unfit, g.unfitFor, trim)
	}
	if g.tooMany {
		return fmt.Sprintf("it has more than %d different values, the most of a category", vault.MaxValues)
	}
	said := fmt.Sprintf("it has %d different values, and a schema is public: ", len(g.values))
	switch rare := g.rare(); {
	case 2*rare > len(g.values):
		said += fmt.Sprintf("%d of them belong to fewer than %d people each, as names do. If it is a category, name the values that "+
			"may be public: %s", rare, FewPeople, g.naming())
	case rare > 0:
		said += fmt.Sprintf("%d of them belong to fewer than %d people each. Look at them with --show '%s', and name those that may be "+
			"public: %s", rare, FewPeople, g.name, g.naming())
	default:
		said += fmt.Sprintf("look at them with --show '%s', then say --confirm '%s=%d' if all may be public", g.name, g.name,
			len(g.values))
	}
	if len(g.missing) > 0 {
		said += ". Where a value is missing: " + g.nulls()
	}
	return said
}

// nulls names the words for what is missing that stand on a list of such words.
func (g *guess) nulls() string {
	if len(g.missing) == 0 {
		return "--null WORD names a word that stands where a value is missing"
	}
	return "--null '" + strings.Join(slices.Sorted(maps.Keys(g.missing)), ",") + "'"
}

// manner says in which other way nearly all cells may be read.
func (g *guess) manner() string {
	const most = 0.9
	missing := 0
	for _, n := range g.missing {
		missing += n
	}
	var said []string
	for i, n := range g.fits {
		if n > 0 && float64(n) >= most*float64(g.filled()-missing) {
			said = append(said, g.manners[i].Flags)
			if len(said) > 1 || !strings.Contains(g.manners[i].Flags, "M/D") && !strings.Contains(g.manners[i].Flags, "M-D") {
				break
			}
		}
	}
	if len(said) == 0 {
		return ""
	}
	text := "; it " + strings.Join(said, ", or ")
	if len(g.missing) > 0 {
		text += " " + g.nulls()
	}
	return text
}

// The published lists that are small enough to be proposed without a question: sexes, yes and no.
var lists = [][]string{
	{"yes", "no"}, {"Yes", "No"}, {"YES", "NO"}, {"Y", "N"}, {"y", "n"},
	{"F", "M"}, {"f", "m"}, {"female", "male"}, {"Female", "Male"}, {"FEMALE", "MALE"},
}

// published returns the published list that has all the values.
func published(values map[string][]int32) []string {
	for _, list := range lists {
		all := len(values) > 0
		for v := range values {
			all = all && slices.Contains(list, v)
		}
		if all {
			return list
		}
	}
	return nil
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
