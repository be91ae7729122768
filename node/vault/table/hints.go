package table

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// EncodingRemedy is what helps where text is not UTF-8.
const EncodingRemedy = "--encoding windows-1252, or latin-1"

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
	if sign, ok := excelDelimiter(lines[0]); ok && reading.SkipLines == 0 {
		said := "the first line names the delimiter for Excel: --skip-lines 1"
		if sign != reading.delimiter() {
			said += " --delimiter " + signWord(sign)
		}
		return []string{said}
	}
	if reading.Encoding == "" && !utf8.ValidString(strings.Join(lines, "\n")) {
		hints = append(hints, "the file is not UTF-8: "+EncodingRemedy)
	}
	lines = lines[min(reading.SkipLines, len(lines)-1):]
	sign := reading.delimiter()
	if common, share := delimited(lines, sign); common == 0 || share < 0.7 || signs(lines[0], sign) == 0 {
		for _, other := range ";\t|," {
			if common, share := delimited(lines, other); other != sign && common > 0 && share > 0.7 {
				sign = other
				hints = append(hints, "another sign seems to stand between cells: --delimiter "+signWord(other))
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
			hints = append(hints,
				"the first line looks like a row, not like a header: if there is none, --names a,b,c "+
					"gives the columns' names")
			break
		}
	}
	if !reading.Trim && len(first) > 1 {
		for _, cell := range first {
			if cell = strings.TrimRight(cell, "\r"); strings.TrimSpace(cell) != cell {
				hints = append(hints, "spaces stand around cells: --trim")
				break
			}
		}
	}
	return hints
}

// excelDelimiter reads the line sep=; that spreadsheets write before the header.
func excelDelimiter(line string) (sign rune, ok bool) {
	text := strings.ToLower(strings.Trim(line, "\"\r"))
	if rest, ok := strings.CutPrefix(text, "sep="); ok && utf8.RuneCountInString(rest) == 1 {
		sign, _ = utf8.DecodeRuneInString(rest)
		return sign, true
	}
	return 0, false
}

// signWord is a delimiter as a shell takes it.
func signWord(sign rune) string {
	if sign == '\t' {
		return "tab"
	}
	return "'" + string(sign) + "'"
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
	// What completes the sentence "it looks like ...".
	What string
	// Flags say the manner, of the column alone where Date is set.
	Flags string
	// Date says that the manner is one of dates.
	Date bool
	// Keeps says that the manner reads the numbers that the reading does.
	Keeps bool
	// Other are the flags of another reading that is as likely where all numbers have three digits behind the mark.
	Other string
	reads func(cell string) bool
}

// Manners are the ways in which numbers and dates of a column are often written that a reading does not state, the
// simplest first.
func (r *Reading) Manners(column string) []Manner {
	units := slices.Concat(r.Units, []string{"$", "€", "£", "¥", "%", "CHF", "EUR", "USD", "GBP"})
	const withUnits = "--units '$,%'"
	var manners []Manner
	for _, m := range []struct {
		what, decimal, thousands, flag string
	}{
		{"numbers with a decimal comma", ",", "", ""},
		{"numbers with commas between thousands", ".", ",", ""},
		{"numbers with points between thousands", ",", ".", ""},
		{"numbers with spaces between thousands", ".", " ", ""},
		{"numbers with a decimal comma and spaces between thousands", ",", " ", ""},
		{"numbers with apostrophes between thousands", ".", "'", ""},
		{"numbers with apostrophes between thousands", ".", "\u2019", ""},
		{"amounts or percentages, numbers with a sign such as $ or %", ".", "", withUnits},
		{"amounts with a sign such as $ and commas between thousands", ".", ",", withUnits},
		{"amounts or percentages with a sign and a decimal comma", ",", "", withUnits},
		{"amounts with a sign and a decimal comma", ",", ".", withUnits},
		{"amounts with a sign and apostrophes between thousands", ".", "'", withUnits},
		{"numbers in parentheses, as book-keepers write what is below zero", ".", "", "--parentheses"},
		{"numbers in parentheses with commas between thousands", ".", ",", "--parentheses"},
		{"numbers in parentheses with a decimal comma", ",", ".", "--parentheses"},
	} {
		other := Reading{Decimal: m.decimal, Thousands: m.thousands, Units: r.Units, Parentheses: r.Parentheses}
		flags := r.markFlags(m.decimal, m.thousands)
		switch m.flag {
		case withUnits:
			other.Units = units
		case "--parentheses":
			other.Parentheses = true
		}
		if m.flag != "" {
			flags = append(flags, m.flag)
		}
		keeps := m.decimal == string(r.marks().decimal) && (r.Thousands == "" || r.Thousands == m.thousands)
		manner := Manner{What: m.what, Flags: strings.Join(flags, " "), Keeps: keeps, reads: func(cell string) bool {
			_, err := other.Number(cell)
			return err == nil
		}}
		if m.what == "numbers with a decimal comma" {
			manner.Other = strings.Join(r.markFlags(".", ","), " ")
		}
		manners = append(manners, manner)
	}
	for _, text := range slices.Concat(dateGuesses, centuryGuesses, []string{SerialDays}) {
		manners = append(manners, dateManner(column, text))
	}
	return manners
}

// markFlags are the flags that make a reading's marks those given. The decimal mark is always said with the one between
// thousands, since one flag alone may leave a reading that has the same sign for both.
func (r *Reading) markFlags(decimal, thousands string) (flags []string) {
	if decimal != string(r.marks().decimal) {
		flags = append(flags, "--decimal "+decimal)
	}
	if thousands == r.Thousands {
		return flags
	}
	switch thousands {
	case "":
		return append(flags, "--thousands ''")
	case " ", "'", "\u2019":
		thousands = `"` + thousands + `"`
	}
	return append(flags, "--thousands "+thousands)
}

// dateManner is a way to write dates. Serial days are guessed from 1950 to 2050 alone: any number may be one.
func dateManner(column, text string) Manner {
	format, err := parseDateFormat(text)
	if err != nil {
		panic(err) // a constant, which a test reads
	}
	m := Manner{What: "a date", Flags: fmt.Sprintf("--date '%s'", text), Date: true}
	switch {
	case text == SerialDays:
		m.What, m.Flags = "a date as spreadsheets count days, if it is no plain number",
			fmt.Sprintf("--date '%s=%s'", column,
				text)
	case strings.Contains(text, "20YY"):
		m.What = "a date whose year has two digits; say of which century"
		m.Flags += fmt.Sprintf(" or --date '%s'", strings.Replace(text, "20YY", "19YY", 1))
	}
	m.reads = func(cell string) bool {
		year, _, _, err := format.read(cell)
		return err == nil && (text != SerialDays || year >= 1950 && year < 2050)
	}
	return m
}

// Reads reports whether a cell is written in the manner.
func (m *Manner) Reads(cell string) bool { return hasDigit(cell) && m.reads(cell) }

// MissingWords are words that tables have where a value is missing, and that say nothing of a person.
var MissingWords = []string{"NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "None", "none", "?", "-", "--", ".",
	"#N/A", "missing", "Missing", "unknown", "Unknown"}
