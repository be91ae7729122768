package propose

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/assent-network/assent/node/vault/table"
)

// checkHeader refuses a table whose first line is a row, or has the names of people: its cells would become the names
// of columns, which are public. It says the places of the columns alone.
func (s *sight) checkHeader(config Config) error {
	if config.Header || len(config.Reading.Names) > 0 {
		return nil
	}
	const most = 0.9
	shaped := s.shaped > 0 && float64(s.shaped) >= most*float64(s.rows)
	var cells, people []string
	for i, g := range s.guesses {
		place := strconv.Itoa(i + 1)
		switch {
		case i == s.subject && (s.named > 0 || shaped), g != nil && g.nameIsCell():
			cells = append(cells, place)
		case g == nil || slices.Contains(config.Reading.Columns, s.names[i]): // not public, or named by the custodian
		case g.nameBeginsAsCell():
			cells = append(cells, place)
		case namesPerson(s.names[i]):
			people = append(people, place)
		}
	}
	const shown, remedy = 5, "the names of columns are public: give them with --names a,b,c, or say --header if the " +
		"first line has the names indeed"
	if len(cells) > 0 {
		return fmt.Errorf("the first line looks like a row and not like a header, since in column %s it is as the "+
			"cells are; %s", strings.Join(cells[:min(len(cells), shown)], ", "), remedy)
	}
	if len(people) > 0 {
		return fmt.Errorf("the header has what may be a person's name or a day, in column %s; %s",
			strings.Join(people[:min(len(people), shown)], ", "), remedy)
	}
	return nil
}

// seeSubject holds whose row it is against the subject column's name in the header.
func (s *sight) seeSubject(subject string) {
	s.rows++
	name := s.names[s.subject]
	if subject == name {
		s.named++
	}
	if strings.ContainsFunc(name, unicode.IsDigit) && shape(subject) == shape(name) {
		s.shaped++
	}
}

// shape is what a subject's identifiers have in common: letters and digits stand for all others, and runs for one.
func shape(text string) string {
	var b strings.Builder
	var last rune
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			r = '0'
		case unicode.IsLetter(r):
			r = 'a'
		}
		if r != last || r != '0' && r != 'a' {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// nameIsCell reports whether the column's name in the header is such as its cells are.
func (g *guess) nameIsCell() bool {
	const most = 0.9
	_, noNumber := g.reading.Number(g.name)
	day, noDate := g.reading.Date(g.name, g.name)
	numbers, days := most*float64(g.filled()) <= float64(g.numbers), most*float64(g.filled()) <= float64(g.days)
	for i := range g.manners {
		if float64(g.fits[i]) >= most*float64(g.filled()) && g.fits[i] > 0 && g.manners[i].Reads(g.name) {
			return true
		}
	}
	list := published(g.values)
	if list != nil && slices.Contains(list, g.name) || g.filled() > 0 && g.boolean &&
		(strings.EqualFold(g.name, "true") || strings.EqualFold(g.name, "false")) {
		return true
	}
	if g.reading.IsNull(g.name, g.name) && g.name != "" || slices.Contains(table.MissingWords, g.name) {
		return true
	}
	return g.named > 0 || g.filled() > 0 && (noNumber == nil && numbers || noDate == nil && isDay(day) && days)
}

// nameBeginsAsCell reports whether the name of a column of numbers begins with a number, such as "<0.5 mg", or with a
// word for what is missing.
func (g *guess) nameBeginsAsCell() bool {
	if 2*g.numbers <= g.filled() {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimSpace(g.name), " ")
	if slices.Contains(table.MissingWords, first) {
		return first != "." && first != "-" && first != "--"
	}
	_, err := g.reading.NumberOf(g.name, strings.TrimLeft(first, "<>=~\u2264\u2265\u00b1"))
	return err == nil
}

// A day in a name: with the year first, or last.
var dayInName = regexp.MustCompile(`(^|\D)((18|19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|` +
	`\d{1,2}[-./]\d{1,2}[-./](\d\d)?\d\d)(\D|$)`)

// namesPerson reports whether a column's name may name a person, as in a table with a column for each: it has a day, or
// is of two or more words with a capital each, as a given and a family name are.
func namesPerson(name string) bool {
	if dayInName.MatchString(name) {
		return true
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	capital := 0
	for _, word := range words {
		letters := []rune(word)
		if len(letters) < 2 || !unicode.IsUpper(letters[0]) {
			return false
		}
		if unicode.IsLower(letters[1]) {
			capital++
		}
	}
	return capital > 1
}
