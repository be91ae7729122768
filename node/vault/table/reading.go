// Package table reads a custodian's table as it comes: with the delimiter, encoding, words for what is missing, numbers
// and dates that its makers chose, which a Reading states.
//
// Errors and hints name lines, columns and kinds of problems, and never hold a cell.
package table

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/assent-network/assent/protocol/canonical"
)

// ReadingFormat is the format member of a reading.
const ReadingFormat = "assent-reading/1"

// Reading says how a table is written. It is kept beside the table's schema, by the custodian alone. The zero value
// reads comma-separated UTF-8 with a header line, numbers with a decimal point and dates as YYYY-MM-DD.
type Reading struct {
	// Format is ReadingFormat in a file.
	Format string `json:"format"`
	// Delimiter stands between the cells of a line; a comma when empty.
	Delimiter string `json:"delimiter,omitempty"`
	// Encoding is utf-8 when empty, or latin-1, utf-16, utf-16le, utf-16be, or another one that the Encoding Standard
	// of WHATWG names, such as windows-1252, windows-1251 or shift-jis.
	Encoding string `json:"encoding,omitempty"`
	// SkipLines is how many lines stand before the header.
	SkipLines int `json:"skipLines,omitempty"`
	// Names are the columns' names in a table without a header line.
	Names []string `json:"names,omitempty"`
	// Trim drops the spaces around cells and names.
	Trim bool `json:"trim,omitempty"`
	// Nulls are the words for a missing value in all columns but the subject's; NullsOf in one column.
	Nulls   []string            `json:"nulls,omitempty"`
	NullsOf map[string][]string `json:"nullsOf,omitempty"`
	// Decimal is the decimal mark, a point when empty; Thousands stands between groups of three digits.
	Decimal   string `json:"decimal,omitempty"`
	Thousands string `json:"thousands,omitempty"`
	// MarksOf are both marks in the numbers of one column.
	MarksOf map[string]Marks `json:"marksOf,omitempty"`
	// Parentheses says that a number in parentheses is below zero.
	Parentheses bool `json:"parentheses,omitempty"`
	// MinusBehind says that a number with a minus behind it is below zero.
	MinusBehind bool `json:"minusBehind,omitempty"`
	// ExcelText says that ="001" is the text 001, as spreadsheets keep zeros; a quote inside a cell is then no mistake.
	ExcelText bool `json:"excelText,omitempty"`
	// Units are signs before or after a number, such as $ or %, which are dropped.
	Units []string `json:"units,omitempty"`
	// Decimals are the decimals to which the numbers of a column are rounded.
	Decimals map[string]int `json:"decimals,omitempty"`
	// DateFormat is how dates are written, such as DD.MM.YYYY, or SerialDays; Dates the same of one column.
	DateFormat string            `json:"date,omitempty"`
	Dates      map[string]string `json:"dates,omitempty"`
	// Columns are those beside the subject's that are read; all when empty.
	Columns []string `json:"columns,omitempty"`
}

// Marks are the decimal mark, a point when empty, and what stands between groups of three digits.
type Marks struct {
	Decimal   string `json:"decimal,omitempty"`
	Thousands string `json:"thousands,omitempty"`
}

// validate says why numbers cannot be read by the marks.
func (m Marks) validate() error {
	decimal := cmp.Or(m.Decimal, ".")
	if decimal != "." && decimal != "," {
		return errors.New("the decimal mark is . or ,")
	}
	if !slices.Contains([]string{"", ",", ".", " ", "'", "\u2019", "\u00a0", "\u202f", "_"}, m.Thousands) {
		return errors.New("between thousands stands one of , . ' _ or a space")
	}
	if m.Thousands == decimal {
		return fmt.Errorf("the decimal mark %s also stands between thousands: say another --thousands or --decimal",
			m.Thousands)
	}
	return nil
}

// ParseReading reads a reading file.
func ParseReading(b []byte) (*Reading, error) {
	var r Reading
	if err := canonical.Unmarshal(b, &r); err != nil {
		return nil, err
	}
	if r.Format != ReadingFormat {
		return nil, fmt.Errorf("its format is not %q", ReadingFormat)
	}
	if err := r.Validate(); err != nil {
		return nil, err
	}
	return &r, nil
}

// Marshal returns the reading as ParseReading reads it.
func (r *Reading) Marshal() ([]byte, error) {
	named := *r
	named.Format = ReadingFormat
	return canonical.Marshal(&named)
}

// Delimiters are the names of those that a shell makes hard to write.
var delimiters = map[string]string{"tab": "\t", `\t`: "\t", "comma": ",", "semicolon": ";", "space": " ", "bar": "|"}

// DelimiterOf returns the delimiter that a word names: a character itself, or tab, comma, semicolon, space or bar.
func DelimiterOf(word string) string {
	if sign, ok := delimiters[word]; ok {
		return sign
	}
	return word
}

// Validate says what in a reading cannot be, with what to write instead.
func (r *Reading) Validate() error {
	if d := r.Delimiter; d != "" && (utf8.RuneCountInString(d) != 1 || strings.ContainsAny(d, "\"\r\n\ufeff\ufffd")) {
		return errors.New("the delimiter is one character, such as ; or |, or the word tab; not a quote or a line end")
	}
	if _, err := encodingOf(r.Encoding); err != nil {
		return err
	}
	if r.SkipLines < 0 {
		return fmt.Errorf("%d lines cannot be skipped: say 0 or more", r.SkipLines)
	}
	if err := (Marks{r.Decimal, r.Thousands}).validate(); err != nil {
		return err
	}
	for name, m := range r.MarksOf {
		if err := m.validate(); err != nil {
			return fmt.Errorf("column %q: %w", name, err)
		}
	}
	for _, unit := range r.Units {
		if unit == "" || strings.ContainsAny(unit, "0123456789+-.,") {
			return errors.New("a unit is a sign or a word without digits, signs and marks, such as $ or kg")
		}
	}
	for name, places := range r.Decimals {
		if places < 0 || places > maxPlaces {
			return fmt.Errorf("column %q cannot be rounded to %d decimals: say 0 to %d", name, places, maxPlaces)
		}
	}
	if r.DateFormat != "" {
		if _, err := parseDateFormat(r.DateFormat); err != nil {
			return err
		}
	}
	for _, format := range r.Dates {
		if _, err := parseDateFormat(format); err != nil {
			return err
		}
	}
	return nil
}

// maxPlaces is the most decimals that a schema has.
const maxPlaces = 9

func (r *Reading) delimiter() rune {
	if r.Delimiter == "" {
		return ','
	}
	sign, _ := utf8.DecodeRuneInString(r.Delimiter)
	return sign
}

// encodingOf returns nil for UTF-8.
func encodingOf(name string) (encoding.Encoding, error) {
	switch strings.ToLower(name) {
	case "", "utf-8", "utf8":
		return nil, nil
	case "latin-1", "latin1", "iso-8859-1":
		return charmap.ISO8859_1, nil
	case "windows-1252", "cp1252":
		return charmap.Windows1252, nil
	case "utf-16", "utf16":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), nil
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), nil
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), nil
	}
	enc, err := htmlindex.Get(name)
	if err != nil || enc == encoding.Replacement {
		return nil, fmt.Errorf("the encoding %.40q is unknown: say one such as utf-8, windows-1252 (western Europe), "+
			"windows-1250 (central Europe), windows-1251 (Cyrillic), shift-jis (Japanese), gb18030 (Chinese) or "+
			"utf-16", name)
	}
	return enc, nil
}

// Mixed reports whether a cell that was read in an encoding of one byte a character was written in UTF-8: the table has
// both, and such a cell is not what its makers wrote.
func (r *Reading) Mixed(cell string) bool {
	if r.Encoding == "" || isASCII(cell) {
		return false
	}
	enc, _ := encodingOf(r.Encoding)
	codes, ok := enc.(*charmap.Charmap)
	if !ok {
		return false
	}
	raw := make([]byte, 0, len(cell))
	for _, c := range cell {
		b, ok := codes.EncodeRune(c)
		if !ok {
			return false
		}
		raw = append(raw, b)
	}
	return utf8.Valid(raw)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Named are the columns of which the reading says something by name, in order.
func (r *Reading) Named() []string {
	names := slices.Concat(slices.Collect(maps.Keys(r.NullsOf)), slices.Collect(maps.Keys(r.Decimals)),
		slices.Collect(maps.Keys(r.Dates)), slices.Collect(maps.Keys(r.MarksOf)))
	slices.Sort(names)
	return slices.Compact(names)
}

// IsNull reports whether a cell of a column says that the value is missing.
func (r *Reading) IsNull(column, cell string) bool {
	return cell == "" || slices.Contains(r.Nulls, cell) || slices.Contains(r.NullsOf[column], cell)
}
