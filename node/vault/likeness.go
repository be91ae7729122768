package vault

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/schema"
)

// ErrCopiedRows says that rows of mock data are those of the table, under other subjects.
var ErrCopiedRows = errors.New("rows of the table")

// Likeness says how many rows of mock data equal a row of the table in every cell but the subject. Each row of the
// table counts once.
type Likeness struct {
	Rows, RealRows int // of the mock data, and of the table
	Equal          int
	// ByChance is how many would be equal if the cells of a row had nothing to do with one another: the rows of the
	// mock data are counted again with each column moved against the others.
	ByChance int
}

// fewRows is up to how many rows two tables are the same by chance.
const fewRows = 20

// Copied reports whether the mock data were copied from the table rather than made up: they are the same rows, or half
// of them are and no chance makes as many. A table of few columns, each row of which is common, has rows that anyone
// makes up.
func (l Likeness) Copied() bool {
	same := l.Equal == l.Rows && l.Rows == l.RealRows && l.Rows >= fewRows
	return same || 2*l.Equal >= l.Rows && l.Unlikely()
}

// Unlikely reports whether more rows are equal than chance makes.
func (l Likeness) Unlikely() bool { return l.Equal > 2*l.ByChance }

// Compare holds mock data against the table. Both are read as the data are, the table in its reading; neither has to
// say whose its rows are.
func Compare(mock, src io.Reader, s *schema.Schema, reading *table.Reading) (Likeness, error) {
	made, err := rowsOf(mock, s, nil)
	if err != nil {
		return Likeness{}, fmt.Errorf("comparing the mock data with the table: %w", err)
	}
	real, err := rowsOf(src, s, reading)
	if err != nil {
		return Likeness{}, fmt.Errorf("comparing the table with the mock data: %w", err)
	}
	times := make(map[string]int, len(real.list))
	for _, row := range real.list {
		times[string(real.text(row))]++
	}
	texts := make([]string, len(made.list))
	for i, row := range made.list {
		texts[i] = string(made.text(row))
	}
	return Likeness{Rows: len(texts), RealRows: len(real.list), Equal: equalRows(texts, times),
		ByChance: equalRows(moveColumns(texts), times)}, nil
}

// rowsOf reads the rows of everyone in a table.
func rowsOf(src io.Reader, s *schema.Schema, reading *table.Reading) (*records, error) {
	config := PackConfig{Schema: s, Reading: reading, DropColumns: true,
		Pseudonym: func(string) (Pseudonym, bool) { return Pseudonym{}, true }}
	return readTable(src, &config, new(Summary))
}

// equalRows counts the rows that a table has, each as often as the table has it.
func equalRows(texts []string, times map[string]int) int {
	used, n := make(map[string]int), 0
	for _, t := range texts {
		if used[t] < times[t] {
			used[t]++
			n++
		}
	}
	return n
}

// moveColumns moves each column of canonical rows against the others by another number of rows.
func moveColumns(texts []string) []string {
	rows := make([][]string, len(texts))
	for i, t := range texts {
		rows[i] = splitCells(t)
	}
	moved := make([]string, len(rows))
	var b strings.Builder
	for i := range rows {
		b.Reset()
		columns := len(rows[i])
		step := len(rows)/(columns+1) + 1
		for c := range columns {
			b.WriteString(rows[(i+c*step)%len(rows)][c])
		}
		moved[i] = b.String()
	}
	return moved
}

// splitCells splits a canonical row in cells, each with the comma before it.
func splitCells(text string) []string {
	var cells []string
	quoted, start := false, 0
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == ',' && !quoted && i > start:
			cells, start = append(cells, text[start:i]), i
		}
	}
	return append(cells, text[start:])
}

// CountRows counts the lines of a text for people that are rows of a table: the same cells in any order, however they
// are parted and quoted.
func CountRows(text string, src io.Reader, reading *table.Reading) (int, error) {
	lines := make(map[string]int)
	for line := range strings.Lines(text) {
		for _, part := range []string{",", ";", "\t", "|"} {
			if cells := strings.Split(strings.Trim(strings.TrimSpace(line), part), part); len(cells) > 1 {
				lines[cellSet(cells)]++
			}
		}
	}
	if reading == nil {
		reading = &table.Reading{}
	}
	t, err := table.Open(src, reading)
	if err != nil {
		return 0, err
	}
	for n := 0; ; {
		cells, err := t.Next()
		var line *table.LineError
		switch {
		case errors.Is(err, io.EOF):
			return n, nil
		case errors.As(err, &line):
			continue
		case err != nil:
			return 0, err
		}
		if set := cellSet(cells); lines[set] > 0 {
			lines[set]--
			n++
		}
	}
}

// cellSet is the cells of a row, whatever order they are in.
func cellSet(cells []string) string {
	set := make([]string, 0, len(cells))
	for _, c := range cells {
		set = append(set, strings.Trim(strings.TrimSpace(c), `"'`))
	}
	slices.Sort(set)
	return strings.Join(set, "\x00")
}
