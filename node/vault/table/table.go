package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// Table is a table that is being read: RFC 4180 quoting, with the delimiter and encoding of its Reading.
type Table struct {
	// Names are the columns' names as the header line has them. They may be such as no schema has, or twice there: what
	// is not used is not looked at.
	Names []string
	// Head is how the file begins, for Hints.
	Head []byte

	reading *Reading
	csv     *csv.Reader
	line    int
	given   bool // the names are the reading's
}

// LineError says what is wrong with a line as a whole. The lines after it can be read.
type LineError struct {
	Line   int // of the file, from 1
	Reason string
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason) }

// headBytes is how much of a file hints are made of.
const headBytes = 64 << 10

// Open begins to read a table.
func Open(src io.Reader, reading *Reading) (*Table, error) {
	if err := reading.Validate(); err != nil {
		return nil, err
	}
	raw := bufio.NewReaderSize(src, headBytes)
	head, err := raw.Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("reading the table: %w", err)
	}
	if what := notText(head); what != "" {
		return nil, fmt.Errorf("the file is %s and no text, whatever its name says: save its table as CSV (UTF-8)",
			what)
	}
	t := &Table{reading: reading, Head: slices.Clone(head)}
	text := raw
	if enc, _ := encodingOf(reading.Encoding); enc != nil {
		text = bufio.NewReaderSize(transform.NewReader(raw, enc.NewDecoder()), headBytes)
	}
	if start, _ := text.Peek(headBytes); !bytes.ContainsRune(start, '\n') && bytes.ContainsRune(start, '\r') {
		text = bufio.NewReaderSize(carriage{text}, headBytes)
	}
	if mark, err := text.Peek(3); err == nil && bytes.Equal(mark, []byte("\ufeff")) {
		_, _ = text.Discard(3)
	}
	for range reading.SkipLines {
		if err := skipLine(text); err != nil {
			return nil, fmt.Errorf("skipping %d lines: %w", reading.SkipLines, err)
		}
	}
	t.csv = csv.NewReader(text)
	t.csv.Comma, t.csv.ReuseRecord, t.csv.FieldsPerRecord = reading.delimiter(), true, -1
	t.csv.LazyQuotes = reading.ExcelText
	// A space before a quote would be an error; where cells are parted by spaces it is none of theirs.
	t.csv.TrimLeadingSpace = reading.Trim && !unicode.IsSpace(reading.delimiter())
	if t.given = len(reading.Names) > 0; t.given {
		t.Names = reading.Names
		return t, nil
	}
	names, err := t.read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the table is empty: its first line must name the columns")
	}
	if err != nil {
		return nil, t.hinted(err)
	}
	t.Names = slices.Clone(names)
	for i, name := range t.Names {
		t.Names[i] = strings.Clone(name)
	}
	return t, nil
}

// notText names the kinds of files that custodians take for CSV, by how they begin.
func notText(head []byte) string {
	for _, kind := range []struct{ begin, what string }{
		{"PK\x03\x04", "a workbook (.xlsx, .ods) or another zip file"}, {"\xd0\xcf\x11\xe0", "an old workbook (.xls)"},
		{"\x1f\x8b", "packed with gzip"}, {"PAR1", "a Parquet file"}, {"%PDF-", "a PDF file"},
	} {
		if bytes.HasPrefix(head, []byte(kind.begin)) {
			return kind.what
		}
	}
	return ""
}

// carriage reads lines that end in a carriage return alone, as old programs write them.
type carriage struct{ r io.Reader }

func (c carriage) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	for i := range b[:n] {
		if b[i] == '\r' {
			b[i] = '\n'
		}
	}
	return n, err
}

func skipLine(r *bufio.Reader) error {
	for {
		_, err := r.ReadSlice('\n')
		if !errors.Is(err, bufio.ErrBufferFull) {
			if errors.Is(err, io.EOF) {
				return errors.New("the table ends there")
			}
			return err
		}
	}
}

// Line is the line of the file on which the row begins that Next returned last.
func (t *Table) Line() int { return t.line }

// Next returns the next row's cells, of which there are as many as names, or io.EOF. The slice is reused. After a
// *LineError the table can be read on.
func (t *Table) Next() ([]string, error) {
	cells, err := t.read()
	if err != nil {
		return nil, err
	}
	if len(cells) != len(t.Names) {
		what := "the header has"
		if t.given {
			what = "the names given are"
		}
		return nil, &LineError{Line: t.line, Reason: fmt.Sprintf("%d cells, %s %d", len(cells), what, len(t.Names))}
	}
	return cells, nil
}

func (t *Table) read() ([]string, error) {
	cells, err := t.csv.Read()
	if err == nil {
		t.line, _ = t.csv.FieldPos(0)
		t.line += t.reading.SkipLines
		if t.reading.Trim || t.reading.ExcelText {
			for i := range cells {
				cells[i] = t.reading.plainCell(cells[i])
			}
		}
		return cells, nil
	}
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return nil, io.EOF
	case errors.As(err, &parse):
		reason := "malformed CSV"
		if errors.Is(err, csv.ErrQuote) {
			reason = "a quote is missing, or stands where none may be"
		} else if errors.Is(err, csv.ErrBareQuote) {
			if reason = "a quote stands inside a cell that is not quoted"; bytes.Contains(t.Head, []byte(`="`)) {
				reason += ` (--excel-text reads cells that are written as ="001")`
			} else if spaceBeforeQuote(t.Head, t.reading) {
				reason += " (--trim drops the space before it)"
			}
		}
		t.line = parse.StartLine + t.reading.SkipLines
		return nil, &LineError{Line: t.line, Reason: reason}
	default:
		return nil, fmt.Errorf("reading the table: %w", err)
	}
}

// spaceBeforeQuote reports whether spaces stand between a delimiter and a quote.
func spaceBeforeQuote(head []byte, reading *Reading) bool {
	return !reading.Trim && bytes.Contains(head, []byte(string(reading.delimiter())+` "`))
}

// plainCell drops what a reading says stands around the text of a cell.
func (r *Reading) plainCell(cell string) string {
	if r.Trim {
		cell = strings.TrimSpace(cell)
	}
	if inner, ok := excelText(cell); ok && r.ExcelText {
		return inner
	}
	return cell
}

// IsExcelText reports whether a cell is written as ="001".
func IsExcelText(cell string) bool {
	_, ok := excelText(cell)
	return ok
}

// excelText returns the text of a cell that is written as ="001".
func excelText(cell string) (inner string, ok bool) {
	if len(cell) < len(`=""`) {
		return "", false
	}
	inner, begins := strings.CutPrefix(cell, `="`)
	inner, ends := strings.CutSuffix(inner, `"`)
	return inner, begins && ends
}

// Readable reports whether a cell has only characters that the encoding has.
func Readable(cell string) bool {
	return utf8.ValidString(cell) && !strings.ContainsRune(cell, utf8.RuneError)
}

// Find returns the position of a column that must be there, once. Its error shows no name of the header but one that is
// nearly the one asked for: a table without a header has cells there.
func (t *Table) Find(name, what string) (int, error) {
	i := slices.Index(t.Names, name)
	if i >= 0 {
		if slices.Contains(t.Names[i+1:], name) {
			return 0, fmt.Errorf("the table has the %s %q twice: give one of them another name", what, clip(name))
		}
		return i, nil
	}
	said := fmt.Sprintf("the table has no %s %q among the %d that its header names", what, clip(name), len(t.Names))
	if near := t.near(name); near != "" {
		said += fmt.Sprintf("; it has %q", near)
	}
	return 0, t.hinted(errors.New(said))
}

// hinted adds what would help to read the table.
func (t *Table) hinted(err error) error {
	if hints := Hints(t.Head, t.reading); len(hints) > 0 {
		return fmt.Errorf("%w: %s", err, strings.Join(hints, "; "))
	}
	return err
}

// near returns a name that differs by case and signs alone.
func (t *Table) near(name string) string {
	bare := func(s string) string {
		return strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(s))
	}
	for _, other := range t.Names {
		if bare(name) != "" && bare(other) == bare(name) {
			return other
		}
	}
	return ""
}

func clip(s string) string {
	const limit = 60
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "") + "…"
}
