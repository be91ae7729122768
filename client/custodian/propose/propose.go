// Package propose proposes a schema for a custodian's table.
//
// A schema is public. So it gets no value of the table that the custodian has not confirmed, unless the value stands on
// a published list. Bounds are moved outward to the next of 1, 2 or 5 times a power of ten, and are never a value of
// the table; nor is the bound of a subject's rows what few people have; decimals are as many as FewPeople have. Notes
// and errors hold no cell, but for words that stand on a list.
package propose

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/assent-network/assent/client/custodian/spelling"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/schema"
)

// FewPeople is below how many people a value is rare: it may tell who is in the table, and is confirmed by name only.
const FewPeople = 10

// Config says how to propose a schema for a table.
type Config struct {
	// Title of the dataset; "Untitled dataset" when empty.
	Title string
	// Subject is the name of the subject column. Required.
	Subject string
	// Reading says how the table is written.
	Reading table.Reading
	// Categories are the values of columns that the custodian names: those and no others are in the schema.
	Categories map[string][]string
	// Confirmed are columns whose values the custodian has looked at, with what says which they were.
	Confirmed map[string]Confirmation
	// Header says that the first line is the header although it looks like a row.
	Header bool
	// Progress, if set, is called now and then with the number of rows read.
	Progress func(rows int)
}

// Proposal is a schema with how to read the table for it.
type Proposal struct {
	Schema *schema.Schema
	// Reading is the one given, with the rounding that the schema wants.
	Reading table.Reading
	// Notes are for the custodian.
	Notes []string
}

// Schema reads a whole table and proposes a schema for it. What no schema can have, or what needs the custodian's word,
// is left out with a note, and keeps nothing else from being proposed. The notes are returned with an error, too.
func Schema(src io.Reader, config Config) (*Proposal, error) {
	p := &Proposal{Reading: config.Reading}
	if err := p.make(src, config); err != nil {
		return p, fmt.Errorf("proposing a schema: %w", err)
	}
	return p, nil
}

func (p *Proposal) note(format string, args ...any) {
	p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
}

func (p *Proposal) make(src io.Reader, config Config) error {
	seen, err := look(src, config)
	if err != nil {
		return err
	}
	for _, note := range append(seen.lines(), seen.nullNotes(&config.Reading)...) {
		p.note("%s", note)
	}
	if seen.most == 0 {
		return errors.New("the table has no row that says whose it is")
	}
	if err := seen.checkHeader(config); err != nil {
		return err
	}
	s := &schema.Schema{Format: schema.Format, Title: config.Title, Subject: config.Subject,
		MaxContributions: contributions(seen.most, seen.mostOf)}
	if s.Title == "" {
		s.Title = "Untitled dataset"
	}
	unobeyed := p.columns(s, seen, config)
	if seen.most > schema.MaxContributions {
		p.note("one subject has %d rows, more than %d: is %q the subject column?", seen.most, schema.MaxContributions,
			config.Subject)
	}
	if seen.most > 1 {
		few := ""
		if seen.mostOf < FewPeople {
			few = fmt.Sprintf(", which %d people alone have", seen.mostOf)
			if seen.mostOf == 1 {
				few = ", which 1 person alone has"
			}
		}
		p.note("maxContributions %d was widened from the most rows of a subject in this table%s: replace it by what "+
			"is known beforehand; noise grows with it", s.MaxContributions, few)
	}
	if len(unobeyed) > 0 {
		return fmt.Errorf("what was said of %s cannot be done: column %s", count(len(unobeyed), "column", "columns"),
			strings.Join(unobeyed, "; column "))
	}
	if len(s.Columns) == 0 {
		return errors.New("no column is left, and a schema needs one beside the subject column: the notes say " +
			"what each lacks")
	}
	b, err := canonical.Marshal(s)
	if err != nil {
		return err
	}
	if p.Schema, err = schema.Parse(b); err == nil {
		p.noteNames(config)
	}
	return err
}

// noteNames says which names of columns become public, unless the custodian gave them.
func (p *Proposal) noteNames(config Config) {
	if len(config.Reading.Names) > 0 || len(config.Reading.Columns) > 0 {
		return
	}
	var names []string
	for _, c := range p.Schema.Columns {
		names = append(names, strconv.Quote(c.Name))
	}
	p.note("these names of columns will be public: %s; if one tells of a person, give others with --names, or leave "+
		"columns out with --columns", strings.Join(names, ", "))
}

// contributions is the bound of the rows of a subject where the most are those of so many people: the next of 1, 2 or 5
// times a power of ten, and of few people never their own number. That everyone has one row tells of no one.
func contributions(most, people int) int {
	if most == 1 {
		return 1
	}
	doubled := 2 * int64(most)
	if people >= FewPeople {
		doubled--
	}
	return int(min(outward(doubled), schema.MaxContributions))
}

// columns adds to a schema what is proposed of each column. It returns, with reasons, the columns of which the
// custodian stated or confirmed values and that are left out all the same.
func (p *Proposal) columns(s *schema.Schema, seen *sight, config Config) (unobeyed []string) {
	var said columnNotes
	for i, name := range seen.names {
		if i == seen.subject || seen.guesses[i] == nil {
			continue
		}
		c, note := p.column(seen.guesses[i], name, config)
		unfit := checkValue(name)
		if name == "" {
			unfit = errors.New("is empty")
		}
		label := strconv.Quote(name)
		switch {
		case unfit != nil: // it may be a cell: only its place is said
			label = strconv.Itoa(i + 1)
			c, note = nil, fmt.Sprintf("left out: its name in the header %v; rename it", unfit)
			if remedy := unfitRemedy(unfit, &config.Reading); remedy != "" {
				note += ", or: " + remedy
			}
		case slices.Contains(seen.names[:i], name) || slices.Contains(seen.names[i+1:], name):
			c, note = nil, "left out: the header has the name twice; rename one"
		case name == schema.PseudonymColumn:
			c, note = nil, "left out: the name stands for the pseudonym in every dataset file; rename it"
		case c != nil && len(s.Columns) == schema.MaxColumns:
			c, note = nil, fmt.Sprintf("left out: a schema has at most %d columns; say which with --columns a,b,c",
				schema.MaxColumns)
		}
		_, stated := config.Categories[name]
		_, confirmed := config.Confirmed[name]
		if c == nil && (stated || confirmed) {
			unobeyed = append(unobeyed, label+": "+note)
		}
		said.add(label, name, note, c == nil)
		if c != nil {
			s.Columns = append(s.Columns, *c)
		}
	}
	p.Notes = append(p.Notes, said.lines()...)
	return unobeyed
}

// sight is what was seen of a table.
type sight struct {
	names     []string
	subject   int
	guesses   []*guess // nil for columns that are not read
	most      int      // rows of a subject
	mostOf    int      // people who have so many
	spellings int      // of people who have more than one
	named     int      // rows whose subject is the subject column's name in the header
	shaped    int      // rows whose subject has the shape of the subject column's name
	rows      int      // rows that say whose they are
	encoding  string   // what tells that the table is not written in the encoding of its reading
	bad       int      // lines that are no rows
	firstBad  error
	unnamed   int // rows that do not say whose they are
	firstLine int
}

func (s *sight) lines() (notes []string) {
	if s.encoding != "" {
		notes = append(notes, s.encoding)
	}
	if s.bad > 0 {
		notes = append(notes, fmt.Sprintf("%s of this table and packing refuses them, the first: %v",
			count(s.bad, "line is no row", "lines are no rows"), s.firstBad))
	}
	if s.unnamed > 0 {
		notes = append(notes, fmt.Sprintf(
			"%s and packing refuses them, the first on line %d",
			count(s.unnamed, "row does not say whose it is", "rows do not say whose they are"), s.firstLine))
	}
	if s.spellings > 0 {
		notes = append(notes, fmt.Sprintf("%s from another by case or spaces alone: here each is counted as the "+
			"same person, and packing takes each as the roster names them",
			count(s.spellings, "subject differs", "subjects differ")))
	}
	return notes
}

// seeMarks notes which columns stand beside one whose numbers have marks that the reading reads.
func (s *sight) seeMarks() {
	const most = 0.9
	marked := func(g *guess) bool {
		return g != nil && g.plain < g.numbers && float64(g.numbers) >= most*float64(g.filled())
	}
	for i, g := range s.guesses {
		for j, other := range s.guesses {
			if g != nil && i != j && marked(other) {
				g.apart = true
			}
		}
	}
}

// nullNotes say in how many cells the words stand that the custodian named for what is missing: a word that has no cell
// was written otherwise than it is meant, and one that has too many takes values away.
func (s *sight) nullNotes(reading *table.Reading) (notes []string) {
	said := func(where string, words []string, count func(word string) int) {
		var counts []string
		none := false
		for _, word := range words {
			n := count(word)
			none = none || n == 0
			counts = append(counts, fmt.Sprintf("%q in %s", word, cells(n)))
		}
		if len(words) == 0 {
			return
		}
		note := fmt.Sprintf("words for a missing value stand %s: %s", where, strings.Join(counts, ", "))
		if none {
			note += "; one that is in no cell may be written otherwise: one with a comma in it stands in double " +
				"quotes, " + `--null 'COLUMN="<0,6"'`
		}
		notes = append(notes, note)
	}
	said("in the table", reading.Nulls, func(word string) (n int) {
		for _, g := range s.guesses {
			if g != nil {
				n += g.nulled[word]
			}
		}
		return n
	})
	for _, column := range slices.Sorted(maps.Keys(reading.NullsOf)) {
		said(fmt.Sprintf("in column %q", column), reading.NullsOf[column], func(word string) int {
			if i := slices.Index(s.names, column); i >= 0 && s.guesses[i] != nil {
				return s.guesses[i].nulled[word]
			}
			return 0
		})
	}
	return notes
}

// cells is a number of cells in words.
func cells(n int) string {
	if n == 0 {
		return "no cell"
	}
	return count(n, "cell", "cells")
}

// count is a number of things in words.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func look(src io.Reader, config Config) (*sight, error) {
	reading := &config.Reading
	t, err := table.Open(src, reading)
	if err != nil {
		return nil, err
	}
	s := &sight{names: t.Names, guesses: make([]*guess, len(t.Names)), encoding: table.EncodingHint(t.Head, reading)}
	if s.subject, err = t.Find(config.Subject, "subject column"); err != nil {
		return nil, err
	}
	asked := slices.Concat(reading.Columns, slices.Sorted(maps.Keys(config.Categories)),
		slices.Sorted(maps.Keys(config.Confirmed)))
	for _, name := range slices.Concat(asked, reading.Named()) {
		if _, err := t.Find(name, "column"); err != nil {
			return nil, err
		}
	}
	for i, name := range t.Names {
		if i != s.subject && (len(reading.Columns) == 0 || slices.Contains(asked, name)) {
			s.guesses[i] = newGuess(name, reading)
		}
	}
	who := newRegister()
	for rows := 0; ; rows++ {
		cells, err := t.Next()
		var line *table.LineError
		switch {
		case errors.Is(err, io.EOF):
			s.most, s.spellings = who.most, len(who.subjects)-len(who.people)
			s.mostOf = who.withMost()
			s.seeMarks()
			return s, nil
		case errors.As(err, &line):
			if s.bad++; s.firstBad == nil {
				s.firstBad = line
			}
			continue
		case err != nil:
			return nil, err
		}
		if config.Progress != nil && rows > 0 && rows%vault.ProgressRows == 0 {
			config.Progress(rows)
		}
		if cells[s.subject] == "" || !table.Readable(cells[s.subject]) {
			if s.unnamed++; s.firstLine == 0 {
				s.firstLine = t.Line()
			}
			continue
		}
		if slices.Equal(cells, s.names) {
			if s.bad++; s.firstBad == nil {
				s.firstBad = &table.LineError{Line: t.Line(), Reason: "it repeats the header"}
			}
			continue
		}
		s.seeSubject(cells[s.subject])
		number := who.see(cells[s.subject])
		for i, cell := range cells {
			if s.guesses[i] != nil {
				s.guesses[i].see(cell, number, t.Line())
			}
		}
	}
}

// register numbers the people of a table.
type register struct {
	people   map[string]int32 // by what their spellings have in common
	subjects map[string]*seenSubject
	most     int // rows of a subject
}

// seenSubject is a subject as the table spells it.
type seenSubject struct {
	person int32
	rows   int
}

func newRegister() *register {
	return &register{people: map[string]int32{}, subjects: map[string]*seenSubject{}}
}

// see counts a row of a subject, and returns whose it is.
func (r *register) see(subject string) int32 {
	s, ok := r.subjects[subject]
	if !ok {
		subject = strings.Clone(subject)
		spelling := spelling.Of(subject)
		number, known := r.people[spelling]
		if !known {
			number = int32(len(r.people))
			r.people[spelling] = number
		}
		s = &seenSubject{person: number}
		r.subjects[subject] = s
	}
	s.rows++
	r.most = max(r.most, s.rows)
	return s.person
}

// withMost counts the people who have the most rows.
func (r *register) withMost() int {
	who := map[int32]bool{}
	for _, s := range r.subjects {
		if s.rows == r.most {
			who[s.person] = true
		}
	}
	return len(who)
}

// Value is a value of a column, with the people who have it.
type Value struct {
	Text   string
	People int
	// Most says that at least so many have it: more were not counted.
	Most bool
}

// Values are the values of one column, for its custodian's eyes: no one else may see them. Notes say what is odd about
// its cells.
func Values(src io.Reader, config Config, column string) (list []Value, notes []string, err error) {
	config.Reading.Columns = []string{column}
	config.Categories, config.Confirmed = nil, nil
	seen, err := look(src, config)
	if err == nil {
		err = seen.checkHeader(config)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("looking at column %q: %w", column, err)
	}
	g := seen.guesses[slices.Index(seen.names, column)]
	if g == nil {
		return nil, nil, errors.New("the subject column has no values for a schema")
	}
	if g.tooMany {
		return nil, nil, fmt.Errorf("column %q has more than %d values, the most of a category", column,
			schema.MaxValues)
	}
	values := slices.Sorted(maps.Keys(g.values))
	for _, v := range values {
		list = append(list, Value{v, len(g.values[v]), len(g.values[v]) == FewPeople})
	}
	for _, note := range []string{alike(values), g.encodings()} {
		if note != "" {
			notes = append(notes, strings.TrimPrefix(note, "; "))
		}
	}
	return list, notes, nil
}
