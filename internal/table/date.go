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

// The parts of a date's format. A single D or M has one digit or two; a time of day is read over.
var dateParts = []string{"YYYY", "MMM", "MM", "M", "DD", "D", "hh", "mm", "ss"}

func parseDateFormat(text string) (dateFormat, error) {
	var format dateFormat
	count := map[byte]int{}
next:
	for rest := text; rest != ""; {
		for _, part := range dateParts {
			if strings.HasPrefix(rest, part) {
				format, rest = append(format, part), rest[len(part):]
				count[part[0]]++
				continue next
			}
		}
		if c := rest[0]; c >= 'A' && c <= 'Z' && c != 'T' && c != 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return nil, fmt.Errorf("a date's format has YYYY, MM or M or MMM (Jan), DD or D, and hh, mm, ss for a "+
				"time that is read over, such as DD.MM.YYYY; it has no %q", c)
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
		case "YYYY":
			year, cell, err = number(cell, 4, 4)
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
	"DD.MM.YYYY", "D.M.YYYY", "MM/DD/YYYY", "DD/MM/YYYY", "M/D/YYYY", "D/M/YYYY", "YYYY/MM/DD", "YYYY.MM.DD", "YYYYMMDD",
	"DD-MM-YYYY", "MM-DD-YYYY", "DD-MMM-YYYY", "DD MMM YYYY", "D MMM YYYY", "YYYY-MM-DD hh:mm:ss", "YYYY-MM-DDThh:mm:ss",
	"YYYY-MM-DDThh:mm:ssZ", "YYYY-MM-DD hh:mm", "DD.MM.YYYY hh:mm", "DD.MM.YYYY hh:mm:ss", "MM/DD/YYYY hh:mm",
	"MM/DD/YYYY hh:mm:ss", "DD/MM/YYYY hh:mm", "DD/MM/YYYY hh:mm:ss", "M/D/YYYY hh:mm", "YYYY-M-D",
}
