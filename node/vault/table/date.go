package table

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrDate says that a cell is no date of the column's format.
var ErrDate = errors.New("not a date as the table's dates are written")

// dateFormat is a format such as DD.MM.YYYY in parts: words that stand for digits, and text between.
type dateFormat []string

// The parts of a date's format. A single D or M has one digit or two; 19YY and 20YY have the last two digits of a year
// and say its century; a time of day is read over.
var dateParts = []string{"YYYY", "19YY", "20YY", "MMM", "MM", "M", "DD", "D", "hh", "mm", "ss"}

// SerialDays is the format of dates that are days since the end of 1899, as spreadsheets count them.
const SerialDays = "excel"

func parseDateFormat(text string) (dateFormat, error) {
	if text == SerialDays {
		return dateFormat{SerialDays}, nil
	}
	var format dateFormat
	count := map[byte]int{}
next:
	for rest := text; rest != ""; {
		for _, part := range dateParts {
			if strings.HasPrefix(rest, part) {
				format, rest = append(format, part), rest[len(part):]
				kind := part[0]
				if kind == '1' || kind == '2' {
					kind = 'Y'
				}
				count[kind]++
				continue next
			}
		}
		if c := rest[0]; c >= 'A' && c <= 'Z' && c != 'T' && c != 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return nil, fmt.Errorf(
				"a date's format has YYYY (or 19YY or 20YY, where a year is written with two digits), MM or "+
					"M or MMM (Jan), DD or D, and hh, mm, ss for a time that is read over, such as DD.MM.YYYY, or is "+
					"the word %s for a spreadsheet's serial days; it has no %q", SerialDays, c)
		}
		format, rest = append(format, rest[:1]), rest[1:]
	}
	if count['Y'] != 1 || count['M'] != 1 || count['D'] != 1 {
		return nil, errors.New("a date's format names year, month and day once each, such as DD.MM.YYYY or M/D/YYYY")
	}
	return format, nil
}

// read returns the date of a cell.
func (f dateFormat) read(cell string) (year, month, day int, err error) {
	for _, part := range f {
		var v int
		switch part {
		case SerialDays:
			return serialDay(cell)
		case "YYYY":
			year, cell, err = number(cell, 4, 4)
		case "19YY", "20YY":
			year, cell, err = number(cell, 2, 2)
			year += 100 * (10*int(part[0]-'0') + int(part[1]-'0'))
		case "MM":
			month, cell, err = number(cell, 2, 2)
		case "M":
			month, cell, err = number(cell, 1, 2)
		case "MMM":
			month, cell, err = monthName(cell)
		case "DD":
			day, cell, err = number(cell, 2, 2)
		case "D":
			day, cell, err = number(cell, 1, 2)
		case "hh":
			if v, cell, err = number(cell, 1, 2); v > 24 {
				err = ErrDate
			}
		case "mm", "ss":
			if v, cell, err = number(cell, 2, 2); v > 60 {
				err = ErrDate
			}
			if part == "ss" && err == nil && strings.HasPrefix(cell, ".") {
				cell = strings.TrimLeft(cell[1:], "0123456789")
			}
		default:
			rest, ok := strings.CutPrefix(cell, part)
			if !ok {
				err = ErrDate
			}
			cell = rest
		}
		if err != nil {
			return 0, 0, 0, err
		}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if cell != "" || month < 1 || month > 12 || day < 1 || t.Day() != day || t.Month() != time.Month(month) {
		return 0, 0, 0, ErrDate
	}
	return year, month, day, nil
}

// serialDay reads a number of days since 1899-12-30, of which the first 60 are left out: there the spreadsheets
// disagree. What stands behind a point is a time of day.
func serialDay(cell string) (year, month, day int, err error) {
	days, rest, err := number(cell, 2, 6)
	if clock, ok := strings.CutPrefix(rest, "."); ok {
		rest = strings.TrimLeft(clock, "0123456789")
	}
	if err != nil || rest != "" || days <= 60 {
		return 0, 0, 0, ErrDate
	}
	t := time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC)
	return t.Year(), int(t.Month()), t.Day(), nil
}

func number(cell string, fewest, most int) (v int, rest string, err error) {
	n := 0
	for n < len(cell) && n < most && cell[n] >= '0' && cell[n] <= '9' {
		v = v*10 + int(cell[n]-'0')
		n++
	}
	if n < fewest {
		return 0, "", ErrDate
	}
	return v, cell[n:], nil
}

// monthName reads the first three letters of an English month.
func monthName(cell string) (month int, rest string, err error) {
	for m := time.January; m <= time.December; m++ {
		if len(cell) >= 3 && strings.EqualFold(cell[:3], m.String()[:3]) {
			return int(m), cell[3:], nil
		}
	}
	return 0, "", ErrDate
}

// Date writes a date of a column as YYYY-MM-DD.
func (r *Reading) Date(column, cell string) (string, error) {
	text, ok := r.Dates[column]
	if !ok {
		text = r.DateFormat
	}
	if text == "" {
		return cell, nil // the schema's own form, which its reader checks
	}
	format, err := parseDateFormat(text)
	if err != nil {
		return "", err
	}
	year, month, day, err := format.read(cell)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), nil
}

// dateGuesses are the formats that a column is tried for, those with two digits first.
var dateGuesses = []string{
	"DD.MM.YYYY", "D.M.YYYY", "MM/DD/YYYY", "DD/MM/YYYY", "M/D/YYYY", "D/M/YYYY", "YYYY/MM/DD", "YYYY.MM.DD",
	"YYYYMMDD",
	"DD-MM-YYYY", "MM-DD-YYYY", "DD-MMM-YYYY", "DD MMM YYYY", "D MMM YYYY", "YYYY-MM-DD hh:mm:ss",
	"YYYY-MM-DDThh:mm:ss",
	"YYYY-MM-DDThh:mm:ssZ", "YYYY-MM-DD hh:mm", "D.M.YYYY hh:mm", "D.M.YYYY hh:mm:ss", "MM/DD/YYYY hh:mm",
	"MM/DD/YYYY hh:mm:ss", "DD/MM/YYYY hh:mm", "DD/MM/YYYY hh:mm:ss", "M/D/YYYY hh:mm", "M/D/YYYY hh:mm:ss",
	"D/M/YYYY hh:mm", "D/M/YYYY hh:mm:ss", "YYYY-M-D",
}

// centuryGuesses are formats with two digits of a year. The custodian alone knows the century.
var centuryGuesses = []string{"D.M.20YY", "D.M.20YY hh:mm", "M/D/20YY", "D/M/20YY", "M/D/20YY hh:mm", "D/M/20YY hh:mm",
	"DD-MMM-20YY", "20YY-MM-DD"}
