package propose

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/assent-network/assent/client/custodian/spelling"
	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/schema"
)

// Confirmation says which values of a column a custodian has looked at.
type Confirmation struct {
	Count int
	// Digest is that of the values, so that no others are confirmed when the table has changed.
	Digest string
}

// String is a confirmation as it is typed.
func (c Confirmation) String() string { return fmt.Sprintf("%d:%s", c.Count, c.Digest) }

// ConfirmationOf confirms values, which are in order.
func ConfirmationOf(values []string) Confirmation {
	const shown = 4 // bytes: enough to see that a table has changed by itself
	hash := sha256.New()
	for _, v := range values {
		_, _ = hash.Write(binary.BigEndian.AppendUint64(nil, uint64(len(v)))) // a hash takes everything
		_, _ = hash.Write([]byte(v))
	}
	return Confirmation{len(values), hex.EncodeToString(hash.Sum(nil)[:shown])}
}

// widen is what a note of a column with bounds begins with; what else there is of it follows, each behind a semicolon.
const widen = "its bounds were widened from the data: replace them by what is known beforehand"

// column decides about a column. The note is for the custodian.
func (p *Proposal) column(g *guess, name string, config Config) (*schema.Column, string) {
	c := &schema.Column{Name: name, Nullable: g.empty > 0}
	if values, ok := config.Categories[name]; ok {
		return g.stated(c, values)
	}
	if confirmation, ok := config.Confirmed[name]; ok {
		return g.confirmed(c, confirmation)
	}
	switch {
	case g.filled() == 0:
		return nil, "left out: all cells are empty"
	case g.boolean && !g.rounded:
		c.Type = schema.Boolean
		return c, "that it is a boolean is a guess from its cells, 0 and 1 or true and false: if another may " +
			"come, which packing would refuse, state a number with bounds, or --categories"
	case g.days == g.filled() && !g.sameDay && g.datesStated():
		return c, widen + g.dates(c)
	case g.numbers == g.filled() && g.huge:
		return nil, "left out: its numbers do not fit into 53 bits: use a larger unit, or --categories if they are " +
			"codes"
	case g.numbers == g.filled() && g.sameNumber, g.days == g.filled() && g.sameDay:
		return nil, fmt.Sprintf("left out: all its cells hold one value, which its bounds would tell: give it bounds "+
			"that were known beforehand, or look at it with --show '%s' and confirm it", name)
	case g.numbers == g.filled() && g.points.open() && g.marksOpen():
		return nil, fmt.Sprintf("left out: all its decimals are three digits, so a point may stand before "+
			"decimals or between thousands: say which, --decimals '%s=3', or for the whole table --decimal . or "+
			"--decimal , --thousands .", name)
	case g.numbers == g.filled():
		return c, widen + p.numeric(c, g) + g.manner() + g.codes()
	case g.days == g.filled():
		return c, widen + g.dates(c)
	}
	if list := published(g.values); list != nil && g.unfit == 0 {
		c.Type, c.Values = schema.Category, list
		return c, "its values are those of a published list, all of which are in the schema"
	}
	return nil, "left out: " + g.lacks()
}

// codes says that whole numbers may be codes, which have no mean, or name people.
func (g *guess) codes() string {
	// Codes are few and come again; a few people have numbers of their own by chance.
	const most, each, enough = 10, 5, 20
	if g.places > 0 {
		return ""
	}
	if n := len(g.values); !g.tooMany && n <= most && each*n <= g.filled() {
		named := g.naming()
		switch {
		case g.within([]string{"0", "1", "2"}) && strings.HasSuffix(g.name, "_complete"):
			named = fmt.Sprintf("--categories '%s=0,1,2' (incomplete, unverified and complete, as REDCap has them)",
				g.name)
		case g.within(table.CodeList("iso-5218")) && sexInName.MatchString(g.name):
			named = fmt.Sprintf("--categories '%s=@iso-5218'", g.name)
		}
		return fmt.Sprintf("; it has %d different whole numbers: if they are codes, look at them with --show '%s', "+
			"and make them a category with %s", n, g.name, named)
	}
	if len(g.owners) >= enough {
		return "; no two people share one of its whole numbers: if they name people, leave it out with --columns"
	}
	return ""
}

// within reports whether all values of the column are among those listed.
func (g *guess) within(list []string) bool {
	for v := range g.values {
		if !slices.Contains(list, v) {
			return false
		}
	}
	return true
}

// The names that columns of sexes have, for which ISO 5218 has codes.
var sexInName = regexp.MustCompile(`(?i)(^|[^a-z])(sex|sexe|sexo|gender|geschlecht|genre)([^a-z]|$)`)

// The names that columns of years have.
var yearInName = regexp.MustCompile(`(?i)(year|jahr|ann[eé]e|^ann?o|año|yıl|yil|^rok|год)`)

// years reports whether all numbers are years, by the column's name as well: a decade around them says less of a person
// than bounds of thousands help.
func (g *guess) years() bool {
	const first, last = 1800, 2199
	return g.places == 0 && yearInName.MatchString(g.name) && -g.least[0].value >= 2*first && g.most[0].value <= 2*last
}

// marksOpen reports whether the reading leaves open what a point in the column's numbers stands for.
func (g *guess) marksOpen() bool {
	return g.reading.Decimal == "" && g.reading.Thousands == "" && !g.rounded
}

// datesStated reports whether the reading says how the column's dates are written.
func (g *guess) datesStated() bool {
	return g.reading.DateFormat != "" || g.reading.Dates[g.name] != ""
}

// dates gives a column of dates the decades before and after the data as bounds.
func (g *guess) dates(c *schema.Column) string {
	from := func(v int64) int64 { return -max(decadeBelow(-v), 0) }
	until := func(v int64) int64 { return min(decadeAbove(v), 9999) }
	c.Type = schema.Date
	c.Min = fmt.Sprintf("%04d-01-01", -from(g.first[0].value))
	c.Max = fmt.Sprintf("%04d-12-31", until(g.last[0].value))
	return alone("min", g.first.holders(from)) + alone("max", g.last.holders(until))
}

// decadeBelow is the last decade that begins before a doubled year.
func decadeBelow(v int64) int64 {
	decade := v / 2 / 10 * 10
	if 2*decade == v {
		decade -= 10
	}
	return decade
}

// decadeAbove is the last year of the first decade that ends after a doubled year.
func decadeAbove(v int64) int64 {
	year := (v+1)/2/10*10 + 9
	if 2*year <= v {
		year += 10
	}
	return year
}

// alone says that few people set a bound, so that it tells of them, or is a sign for what is missing.
func alone(bound string, n int) string {
	switch {
	case n >= FewPeople:
		return ""
	case n == 1:
		return fmt.Sprintf("; one person alone sets its %s: is that a value, or a word for what is missing (--null)?",
			bound)
	}
	return fmt.Sprintf("; %d people alone set its %s", n, bound)
}

// signs are numbers that tables have where a value is missing, and that say nothing of a person.
var signs = []int64{-1, -9, -99, -999, -9999, -99999, 99, 999, 9999, 99999, 999999}

// sign says that the most extreme value is such a number, and lies apart from the others.
func (t *top) sign(name, bound string, of func(int64) int64, direction int64) string {
	if t.seen < 2 || of(t.first) == of(t.second) || t.first%2 != 0 || !slices.Contains(signs, direction*t.first/2) {
		return ""
	}
	number := direction * t.first / 2
	return fmt.Sprintf("; %d, which sets its %s, often stands where a value is missing: --null '%s=%d' if it does",
		number,
		bound, name, number)
}

// numeric makes a column of numbers, rounded so far that they have a sum where that is possible.
func (p *Proposal) numeric(c *schema.Column, g *guess) string {
	lower := func(v int64) int64 { return min(outward(v), schema.MaxMagnitude) }
	upper := lower
	if g.years() {
		lower, upper = func(v int64) int64 { return -decadeBelow(-v) }, decadeAbove
	}
	low, high := -lower(g.least[0].value), upper(g.most[0].value)
	wanted := g.scale()
	if stated, ok := g.reading.Decimals[c.Name]; ok {
		wanted = stated
	}
	note := alone("min", g.least.holders(lower)) + alone("max", g.most.holders(upper)) +
		g.lowest.sign(c.Name, "min", lower, -1) + g.highest.sign(c.Name, "max", upper, 1)
	if g.places > wanted && wanted < schema.MaxScale {
		note += fmt.Sprintf("; more than %d decimals are those of fewer than %d people: --decimals '%s=%d' keeps more",
			wanted, FewPeople, c.Name, min(g.places, schema.MaxScale))
	}
	largest, scale := max(-low, high, 1), wanted
	limit := int64(schema.MaxSummand)
	if largest > limit {
		limit = schema.MaxMagnitude
		note += "; its numbers are too large for a sum or a mean: use a larger unit if those are wanted"
	}
	for !scaled(largest, scale, limit) {
		scale--
	}
	c.Type, c.Scale = schema.Integer, scale
	zeros := ""
	if scale > 0 {
		c.Type, zeros = schema.Decimal, "."+strings.Repeat("0", scale)
	}
	c.Min, c.Max = strconv.FormatInt(low, 10)+zeros, strconv.FormatInt(high, 10)+zeros
	if scale < g.places {
		p.Reading.Decimals = maps.Clone(p.Reading.Decimals)
		if p.Reading.Decimals == nil {
			p.Reading.Decimals = map[string]int{}
		}
		p.Reading.Decimals[c.Name] = scale
		note += fmt.Sprintf("; its %d decimals are rounded to %d when it is packed (--decimals '%s=%d')", g.places,
			scale,
			c.Name, scale)
	}
	return note
}

// scaled reports whether a number with so many decimals is within a limit.
func scaled(v int64, scale int, limit int64) bool {
	for range scale {
		if v > limit/10 {
			return false
		}
		v *= 10
	}
	return v <= limit
}

// outward is the next of 0, 1, 2, 5, 10, 20, 50, ... and the same below zero that is greater than half of v: never a
// value of the table itself.
func outward(v int64) int64 {
	best := int64(0)
	for step := int64(1); ; step *= 10 {
		for _, m := range []int64{1, 2, 5} {
			switch grid := step * m; {
			case v >= 0 && 2*grid > v:
				return grid
			case v < 0 && 2*grid >= -v:
				return -best
			default:
				best = grid
			}
		}
	}
}

// stated makes a category of the values that the custodian names.
func (g *guess) stated(c *schema.Column, values []string) (*schema.Column, string) {
	for i, v := range values {
		if err := checkValue(v); err != nil {
			return nil, fmt.Sprintf("left out: value %d of those that you named %v", i+1, err)
		}
	}
	c.Type, c.Values = schema.Category, values
	if 2*g.excel > g.filled() {
		return nil, "left out: " + g.lacks()
	}
	others, rare := 0, 0
	for v, have := range g.values {
		if !slices.Contains(values, v) {
			others++
		} else if have.few() {
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
		note += fmt.Sprintf("; the table has more than %d values, so others than those: packing refuses them",
			schema.MaxValues)
	}
	return c, note + alike(values) + g.encodings()
}

// confirmed makes a category of the values that the custodian has looked at.
func (g *guess) confirmed(c *schema.Column, confirmation Confirmation) (*schema.Column, string) {
	rare, values := g.rare(), slices.Sorted(maps.Keys(g.values))
	switch {
	case g.tooMany || g.unfit != 0 || 2*g.excel > g.filled():
		return nil, "left out, though confirmed: " + g.lacks()
	case ConfirmationOf(values) != confirmation:
		return nil, fmt.Sprintf(
			"left out: its values are not those that you confirmed: look at them again, with --show '%s'",
			g.name)
	case rare > 0:
		return nil, fmt.Sprintf("left out, though confirmed: %d of its %d values belong to fewer than %d people "+
			"each, whom they may name: those are confirmed one by one, with %s", rare, len(
			values), FewPeople, g.naming())
	}
	c.Type, c.Values = schema.Category, values
	return c, fmt.Sprintf("its %d values, which you confirmed, will be public: add those that are possible",
		len(values)) +
		alike(values) + g.encodings()
}

// alike says how many values look like another.
func alike(values []string) string {
	spellings, n := map[string]bool{}, 0
	for _, v := range values {
		if spellings[spelling.Of(v)] {
			n++
		}
		spellings[spelling.Of(v)] = true
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; %d of them differ from another by case, spaces or accents' form alone", n)
}

// encodings says that cells were written in two encodings.
func (g *guess) encodings() string {
	if g.mixed == 0 {
		return ""
	}
	if g.mixed == g.foreign {
		return fmt.Sprintf("; %d of its cells are UTF-8 and are not read as they were written: leave --encoding out",
			g.mixed)
	}
	return fmt.Sprintf("; %d of its cells are UTF-8 and are not read as they were written: the table has two "+
		"encodings, write it in one", g.mixed)
}

func (g *guess) naming() string {
	return fmt.Sprintf("--categories '%s=a,b,c' or --categories '%s=@FILE'", g.name, g.name)
}

func (g *guess) rare() (n int) {
	for _, have := range g.values {
		if have.few() {
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
	if 2*g.excel > g.filled() {
		return `its cells are written as ="001", as spreadsheets keep zeros: --excel-text`
	}
	if 2*g.numbers > g.filled() && g.coded == 0 {
		return fmt.Sprintf("%d of its %d cells are numbers and the others are not, the first on line %d: %s", g.numbers,
			g.filled(), g.other, g.otherRemedies())
	}
	if 2*g.days > g.filled() {
		return g.lacksDays()
	}
	if g.unfit != 0 {
		remedy := unfitRemedy(g.unfitFor, g.reading)
		if remedy != "" {
			remedy = " (" + remedy + ")"
		}
		return fmt.Sprintf("on line %d is text that no category has as a value: it %v%s", g.unfit, g.unfitFor,
			remedy) + g.encodings()
	}
	if g.tooMany {
		return fmt.Sprintf("it has more than %d different values, the most of a category", schema.MaxValues)
	}
	said := fmt.Sprintf("it has %s, and a schema is public: ", count(len(g.values), "value", "different values"))
	switch rare := g.rare(); {
	case 2*rare > len(g.values):
		said += fmt.Sprintf("%d of them belong to fewer than %d people each, as names do. If it is a category, name "+
			"the values that may be public: %s", rare, FewPeople, g.naming())
	case rare > 0:
		said += fmt.Sprintf("%d of them belong to fewer than %d people each. Look at them with --show '%s', and name "+
			"those that may be public: %s", rare, FewPeople, g.name, g.naming())
	default:
		said += fmt.Sprintf("look at them with --show '%s', which says how to confirm them if all may be public",
			g.name)
	}
	said += alike(slices.Collect(maps.Keys(g.values))) + g.encodings()
	if len(g.missing) > 0 {
		said += ". Where a value is missing: " + g.nulls()
	}
	return said
}

// unfitRemedy says what helps where text of the table cannot be public; empty where only the table can be changed.
func unfitRemedy(unfit error, reading *table.Reading) string {
	latin := slices.Contains([]string{"latin-1", "latin1", "iso-8859-1"}, strings.ToLower(reading.Encoding))
	switch said := unfit.Error(); {
	case strings.Contains(said, "space"):
		return "--trim drops spaces"
	case strings.Contains(said, "UTF-8"):
		return "--encoding with the one that it was written in"
	case strings.Contains(said, "control") && latin:
		return "--encoding windows-1252 has characters where latin-1 has none"
	}
	return ""
}

// otherRemedies says what helps where some cells of a column of numbers are none.
func (g *guess) otherRemedies() string {
	missing, said := 0, ""
	for _, n := range g.missing {
		missing += n
	}
	if missing > 0 {
		if said = g.nulls(); missing == g.filled()-g.numbers {
			return said
		}
		said += "; and of the rest, "
	}
	said += fmt.Sprintf("--null '%s=CELL' with what stands there, if it stands where a value is missing (one with a "+
		"comma in it in double quotes)", g.name)
	if !g.tooMany {
		said += fmt.Sprintf("; --show '%s', if the cells are codes and none is a number", g.name)
	}
	return said + "; and if it is a number in a way that cannot be read, such as <5 or 90+, write the number there " +
		"in the table"
}

// lacksDays says which cells of a column of dates are none, and what would help.
func (g *guess) lacksDays() string {
	said := fmt.Sprintf("%d of its %d cells are dates and the others are not", g.days, g.filled())
	if g.noDay == 0 {
		return said + ": " + g.nulls()
	}
	said += fmt.Sprintf(", the first other on line %d: correct it, or --null '%s=CELL' with what stands there if it "+
		"stands where a value is missing", g.noDay, g.name)
	if len(g.missing) > 0 {
		said += "; and " + g.nulls()
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

// manner says in which other way nearly all cells may be read: the simplest, and of dates all that may be meant.
func (g *guess) manner() string {
	const most = 0.9
	missing := 0
	for _, n := range g.missing {
		missing += n
	}
	var said []string
	for i, n := range g.fits {
		m := &g.manners[i]
		flags, other := m.Flags, m.Other
		if g.apart && !m.Date { // other marks for the whole table would break the other column
			flags, other = m.ColumnFlags, m.ColumnOther
		}
		switch {
		case n == 0, m.Date && n <= g.days: // the dates are read already
			continue
		case m.Keeps:
			n += g.numbers
		case !m.Date:
			n += g.plain
		}
		if float64(n) < most*float64(g.filled()-missing) {
			continue
		}
		said = append(said, fmt.Sprintf("looks like %s: %s", m.What, flags))
		if other != "" && g.commas.open() {
			said = append(said, "like numbers with commas between thousands: "+other+
				" (all have three digits behind the comma, so only you can tell)")
			break
		}
		if len(said) > 1 || !strings.Contains(m.Flags, "M/D") && !strings.Contains(m.Flags, "M-D") {
			break
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
func published(values map[string]people) []string {
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
