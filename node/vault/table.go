package vault

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// table reads a CSV file with a header line, strictly: RFC 4180 quoting, UTF-8, as many cells in every line.
type table struct {
	csv   *csv.Reader
	names []string
	line  int
}

func newTable(src io.Reader) (*table, error) {
	buffered := bufio.NewReaderSize(src, 64<<10)
	if mark, err := buffered.Peek(3); err == nil && bytes.Equal(mark, []byte("\ufeff")) {
		_, _ = buffered.Discard(3)
	}
	t := &table{csv: csv.NewReader(buffered)}
	t.csv.ReuseRecord = true
	names, err := t.next()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the table is empty: its first line must name the columns")
	}
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		if err := checkName(fmt.Sprintf("the header's name %d", i+1), name); err != nil {
			return nil, &CellError{Line: t.line, Reason: err.Error() + separator(names)}
		}
		if slices.Contains(names[:i], name) {
			return nil, &CellError{Line: t.line, Reason: fmt.Sprintf("the header has column %q twice", clip(name))}
		}
	}
	t.names = slices.Clone(names)
	return t, nil
}

// next returns the next line's cells, or io.EOF. The slice is reused.
func (t *table) next() ([]string, error) {
	record, err := t.csv.Read()
	if err == nil {
		t.line, _ = t.csv.FieldPos(0)
		for i, cell := range record {
			if !utf8.ValidString(cell) {
				e := &CellError{Line: t.line, Reason: "not UTF-8"}
				if i < len(t.names) {
					e.Column = t.names[i]
				}
				return nil, e
			}
		}
		return record, nil
	}
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return nil, io.EOF
	case errors.Is(err, csv.ErrFieldCount):
		t.line, _ = t.csv.FieldPos(0)
		return nil, &CellError{Line: t.line, Reason: fmt.Sprintf("%d cells, the header has %d", len(record), len(t.names))}
	case errors.As(err, &parse):
		reason := "malformed CSV"
		if errors.Is(err, csv.ErrQuote) {
			reason = "a quote is missing, or stands where none may be"
		} else if errors.Is(err, csv.ErrBareQuote) {
			reason = "a quote stands inside a cell that is not quoted"
		}
		return nil, &CellError{Line: parse.StartLine, Reason: reason}
	default:
		return nil, fmt.Errorf("reading the table: %w", err)
	}
}

// find returns the position of a column that must be there.
func (t *table) find(name, what string) (int, error) {
	i := slices.Index(t.names, name)
	if i < 0 {
		return 0, fmt.Errorf("the table has no %s %q, its header (line 1) has %s%s", what, clip(name),
			clip(strings.Join(t.names, ", ")), separator(t.names))
	}
	return i, nil
}

// separator guesses why a header has one name only: another sign than the comma stands between its cells.
func separator(names []string) string {
	if len(names) == 1 {
		for _, other := range []struct{ sign, name string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}} {
			if strings.Contains(names[0], other.sign) {
				return ": separate cells by commas, not by " + other.name + ", and write decimals with a point"
			}
		}
	}
	return ""
}
