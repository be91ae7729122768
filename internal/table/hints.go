package table

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Hints says, from how a file begins, which flags would help to read it: in words that hold no cell.
func Hints(head []byte, reading *Reading) []string {
	if reading.Encoding == "" {
		marked := bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff})
		if marked || bytes.Count(head, []byte{0}) > len(head)/4 {
			return []string{"the file looks like UTF-16: --encoding utf-16"}
		}
	}
	lines := headLines(head)
	if len(lines) < 2 {
		return nil
	}
	var hints []string
	if reading.Encoding == "" && !utf8.ValidString(strings.Join(lines, "\n")) {
		hints = append(hints, "the file is not UTF-8: --encoding windows-1252 or latin-1")
	}
	lines = lines[min(reading.SkipLines, len(lines)-1):]
	sign := reading.delimiter()
	if common, share := delimited(lines, sign); common == 0 || share < 0.7 || signs(lines[0], sign) == 0 {
		for _, other := range []struct {
			sign rune
			word string
		}{{';', "';'"}, {'\t', "tab"}, {'|', "'|'"}, {',', "','"}} {
			if common, share := delimited(lines, other.sign); other.sign != sign && common > 0 && share > 0.7 {
				sign = other.sign
				hints = append(hints, "another sign seems to stand between cells: --delimiter "+other.word)
				break
			}
		}
	}
	common, _ := delimited(lines, sign)
	preamble := 0
	for preamble < len(lines)-1 && 2*signs(lines[preamble], sign) < common {
		preamble++
	}
	if preamble > 0 && preamble < len(lines)-1 {
		hints = append(hints, fmt.Sprintf("%d lines seem to stand before the header: --skip-lines %d", preamble,
			preamble+reading.SkipLines))
	}
	first := strings.Split(lines[preamble], string(sign))
	for _, cell := range first {
		if _, err := reading.Number(strings.Trim(cell, "\" \r")); err == nil && len(reading.Names) == 0 {
			hints = append(hints, "the first line looks like a row, not like a header: if there is none, --names a,b,c "+
				"gives the columns' names")
			break
		}
	}
	if !reading.Trim && len(first) > 1 {
		for _, cell := range first {
			if strings.HasPrefix(cell, " ") || strings.HasSuffix(strings.TrimRight(cell, "\r"), " ") {
				hints = append(hints, "spaces stand around cells: --trim")
				break
			}
		}
	}
	return hints
}

// headLines are the whole lines of a file's head, up to 200.
func headLines(head []byte) []string {
	text := strings.TrimPrefix(string(head), "\ufeff")
	if len(head) == headBytes {
		text = text[:max(strings.LastIndexByte(text, '\n'), 0)]
	}
	lines := strings.Split(strings.TrimRight(text, "\r\n"), "\n")
	return lines[:min(len(lines), 200)]
}

// signs counts a sign outside quotes.
func signs(line string, sign rune) (n int) {
	quoted := false
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case r == sign && !quoted:
			n++
		}
	}
	return n
}

// delimited returns how many of a sign most lines have, and the share of lines that do.
func delimited(lines []string, sign rune) (common int, share float64) {
	counts := map[int]int{}
	for _, line := range lines {
		counts[signs(line, sign)]++
	}
	for n, lines := range counts {
		if lines > counts[common] || lines == counts[common] && n > common {
			common = n
		}
	}
	return common, float64(counts[common]) / float64(len(lines))
}

// Manner is another way in which a column's cells may be written, with the flags that say so.
type Manner struct {
	Flags string
	// Date says that the manner is one of dates.
	Date  bool
	reads func(cell string) bool
}

// Manners are the ways in which numbers and dates are often written that a reading does not state, the simplest first.
func (r *Reading) Manners() []Manner {
	var manners []Manner
	for _, m := range []struct {
		what, flags        string
		decimal, thousands string
		units              bool
	}{
		{"numbers with a decimal comma", "--decimal ,", ",", "", false},
		{"numbers with commas between thousands", "--thousands ,", "", ",", false},
		{"numbers with a decimal comma and points between thousands", "--decimal , --thousands .", ",", ".", false},
		{"numbers with spaces between thousands", "--thousands ' '", "", " ", false},
		{"amounts or percentages, numbers with a sign such as $ or %", "--units '$,%'", "", "", true},
		{"amounts with a sign such as $ and commas between thousands", "--units '$,%' --thousands ,", "", ",", true},
		{"amounts with a sign and a decimal comma", "--units '$,%' --decimal , --thousands .", ",", ".", true},
	} {
		other := Reading{Decimal: m.decimal, Thousands: m.thousands}
		if m.units {
			other.Units = []string{"$", "€", "£", "¥", "%", "CHF", "EUR", "USD", "GBP"}
		}
		manners = append(manners, Manner{fmt.Sprintf("looks like %s: %s", m.what, m.flags), false, func(cell string) bool {
			_, err := other.Number(cell)
			return err == nil
		}})
	}
	for _, text := range dateGuesses {
		format, err := parseDateFormat(text)
		if err != nil {
			panic(err) // a constant, which a test reads
		}
		manners = append(manners, Manner{fmt.Sprintf("looks like a date: --date '%s'", text), true, func(cell string) bool {
			_, _, _, err := format.read(cell)
			return err == nil
		}})
	}
	return manners
}

// Reads reports whether a cell is written in the manner.
func (m *Manner) Reads(cell string) bool { return hasDigit(cell) && m.reads(cell) }

// MissingWords are words that tables have where a value is missing, and that say nothing of a person.
var MissingWords = []string{"NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "None", "none", "?", "-", "--", ".",
	"#N/A", "missing", "Missing", "unknown", "Unknown"}
