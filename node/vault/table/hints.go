package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hints says, from how a file begins, which flags would help to read it: in words that hold no cell.
func Hints(head []byte, reading *Reading) []string {
	if reading.Encoding == "" && isUTF16(head) {
		return []string{EncodingHint(head, reading)}
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
	if hint := EncodingHint(head, reading); hint != "" {
		hints = append(hints, hint)
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
	for preamble < len(lines)-1 && common > 0 && 2*filled(lines[preamble], sign) <= common+1 {
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

// filled counts the cells of a line that are not empty. Spreadsheets pad the lines above a table with delimiters.
func filled(line string, sign rune) (n int) {
	quoted, any := false, false
	for _, r := range line + string(sign) {
		switch {
		case r == sign && !quoted:
			if any {
				n++
			}
			any = false
		case r == '"':
			quoted = !quoted
		default:
			any = any || !unicode.IsSpace(r)
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
	// Flags say the manner of the whole table, of dates of the column alone; ColumnFlags of the column alone.
	Flags, ColumnFlags string
	// Date says that the manner is one of dates.
	Date bool
	// Keeps says that the manner reads the numbers that the reading does.
	Keeps bool
	// Other and ColumnOther are the flags of another reading that is as likely where all numbers have three digits
	// behind the mark.
	Other, ColumnOther string
	reads              func(cell string) bool
}

// units are signs that tables have before or after amounts and shares.
var units = []string{"$", "€", "£", "¥", "%", "CHF", "EUR", "USD", "GBP"}

const decimalComma = "with a decimal comma"

// markWays are the marks that numbers are written with, and how that is said.
var markWays = []struct {
	Marks
	said string
}{
	{Marks{".", ""}, ""},
	{Marks{",", ""}, decimalComma},
	{Marks{".", ","}, "with commas between thousands"},
	{Marks{",", "."}, "with points between thousands"},
	{Marks{".", " "}, "with spaces between thousands"},
	{Marks{",", " "}, "with a decimal comma and spaces between thousands"},
	{Marks{".", "'"}, "with apostrophes between thousands"},
	{Marks{".", "\u2019"}, "with apostrophes between thousands"},
}

// Manners are the ways in which numbers and dates of a column are often written that a reading does not state, the
// simplest first.
func (r *Reading) Manners(column string) []Manner {
	var manners []Manner
	add := func(what, flag string, other Reading, sets [][]string) {
		for _, set := range sets {
			for _, m := range markWays {
				if set == nil && flag == "" && m.said == "" {
					continue // the plain one
				}
				o, own, said := other, flag, what
				o.Decimal, o.Thousands, o.Units = m.Decimal, m.Thousands, slices.Concat(r.Units, set)
				if set != nil {
					own = strings.TrimSpace(own + " --units '" + strings.Join(set, ",") + "'")
					said += " with a sign such as " + set[0]
				}
				if m.said != "" {
					said = strings.TrimSpace(said + " " + m.said)
				}
				manners = append(manners, r.numberManner(column, said, own, o))
			}
		}
	}
	sets := [][]string{nil}
	for _, unit := range units {
		sets = append(sets, []string{unit})
	}
	sets = append(sets, units)
	add("numbers", "", Reading{Parentheses: r.Parentheses, MinusBehind: r.MinusBehind}, sets)
	add("numbers in parentheses, as book-keepers write what is below zero,", "--parentheses",
		Reading{Parentheses: true}, sets)
	add("numbers with the minus behind", "--minus-behind", Reading{MinusBehind: true}, sets)
	for _, text := range slices.Concat(dateGuesses, centuryGuesses, []string{SerialDays}) {
		manners = append(manners, dateManner(column, text))
	}
	return manners
}

// numberManner is a way to write numbers, with a flag of its own beside those of its marks.
func (r *Reading) numberManner(column, what, flag string, other Reading) Manner {
	table, own := r.Of(column).markFlags("", other.Decimal, other.Thousands), []string(nil)
	if len(table) > 0 {
		own = r.Of(column).markFlags(column, other.Decimal, other.Thousands)
	}
	if flag != "" {
		table, own = append(table, flag), append(own, flag)
	}
	was := r.Of(column)
	m := Manner{What: what, Flags: strings.Join(table, " "), ColumnFlags: strings.Join(own, " "),
		Keeps: other.Decimal == string(was.marks().decimal) &&
			(was.Thousands == "" || was.Thousands == other.Thousands),
		reads: func(cell string) bool {
			_, err := other.Number(cell)
			return err == nil
		}}
	if what == "numbers "+decimalComma {
		m.Other = strings.Join(was.markFlags("", ".", ","), " ")
		m.ColumnOther = strings.Join(was.markFlags(column, ".", ","), " ")
	}
	return m
}

// markFlags are the flags that make a reading's marks those given, of one column if it is named. The decimal mark is
// said with the one between thousands where that changes, since one flag alone may leave a reading that has the same
// sign for both.
func (r *Reading) markFlags(column, decimal, thousands string) (flags []string) {
	say := func(flag, value string) {
		switch {
		case column != "":
			flags = append(flags, fmt.Sprintf("--%s '%s=%s'", flag, column, strings.ReplaceAll(value, "'", `'"'"'`)))
		case value == "":
			flags = append(flags, "--"+flag+" ''")
		case value == " " || value == "'" || value == "\u2019":
			flags = append(flags, fmt.Sprintf("--%s \"%s\"", flag, value))
		default:
			flags = append(flags, "--"+flag+" "+value)
		}
	}
	if column != "" || decimal != string(r.marks().decimal) {
		say("decimal", decimal)
	}
	if thousands != r.Thousands {
		say("thousands", thousands)
	}
	return flags
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
