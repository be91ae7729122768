package table

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// The reasons why a cell is no number. They complete the sentence "the cell is ...".
var (
	ErrNumber   = errors.New("not a number")
	ErrZeros    = errors.New("a number with zeros before it, as codes have")
	ErrExponent = errors.New("a number with an exponent out of range")
)

// maxExponent bounds the exponent of a number, and so the length of what it is written out to.
const maxExponent = 400

type marks struct {
	decimal byte
}

func (r *Reading) marks() marks {
	if r.Decimal == "" {
		return marks{'.'}
	}
	if len(r.Decimal) > 1 {
		return marks{0}
	}
	return marks{r.Decimal[0]}
}

// Number writes a number out plainly: an optional minus, digits without leading zeros, and if there are decimals a
// point and those, without zeros at the end. 20.0 becomes 20, 1e-7 0.0000001 and -0 0.
func (r *Reading) Number(cell string) (string, error) {
	if plain(cell) && r.marks().decimal == '.' && r.Thousands != "." {
		return cell, nil
	}
	cell = r.cutUnits(cell)
	sign := ""
	inner, ok := inParentheses(cell)
	before, minus := strings.CutSuffix(cell, "-")
	switch {
	case r.Parentheses && ok:
		sign, cell = "-", r.cutUnits(inner)
	case r.MinusBehind && minus:
		sign, cell = "-", r.cutUnits(strings.TrimRight(before, " "))
	case strings.HasPrefix(cell, "-"):
		sign, cell = "-", cell[1:]
	case strings.HasPrefix(cell, "+"):
		cell = cell[1:]
	}
	mantissa, exponent, err := cutExponent(cell)
	if err != nil {
		return "", err
	}
	whole, fraction, point := strings.Cut(mantissa, string(r.marks().decimal))
	if whole, err = r.ungroup(whole); err != nil {
		return "", err
	}
	if !digits(whole) || !digits(fraction) || whole == "" && fraction == "" || point && whole == "" && fraction == "" {
		return "", ErrNumber
	}
	if len(whole) > 1 && whole[0] == '0' {
		return "", ErrZeros
	}
	return sign0(sign, shift(whole, fraction, exponent)), nil
}

// cutUnits drops the units before and after a number.
func (r *Reading) cutUnits(cell string) string {
	for _, unit := range r.Units {
		if rest, ok := strings.CutPrefix(cell, "-"+unit); ok {
			cell = "-" + strings.TrimLeft(rest, " ")
		} else if rest, ok := strings.CutPrefix(cell, unit); ok {
			cell = strings.TrimLeft(rest, " ")
		} else if rest, ok := strings.CutSuffix(cell, unit); ok {
			cell = strings.TrimRight(rest, " \u00a0\u202f")
		}
	}
	return cell
}

// inParentheses returns what stands between parentheses, as book-keepers write what is below zero.
func inParentheses(cell string) (inner string, ok bool) {
	inner, open := strings.CutPrefix(cell, "(")
	inner, shut := strings.CutSuffix(inner, ")")
	return inner, open && shut
}

// plain reports whether a cell is written out already, as nearly all are.
func plain(cell string) bool {
	digits := cell
	if digits != "" && digits[0] == '-' {
		digits = digits[1:]
	}
	if digits == "" || digits == "0" && len(cell) > 1 || len(digits) > 1 && digits[0] == '0' && digits[1] != '.' {
		return false
	}
	point := -1
	for i := range len(digits) {
		switch b := digits[i]; {
		case b == '.' && point < 0 && i > 0:
			point = i
		case b < '0' || b > '9':
			return false
		}
	}
	return point < 0 || digits[len(digits)-1] != '0' && point < len(digits)-1
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func cutExponent(cell string) (mantissa string, exponent int, err error) {
	at := strings.IndexAny(cell, "eE")
	if at < 0 {
		return cell, 0, nil
	}
	mantissa, text := cell[:at], cell[at+1:]
	negative := strings.HasPrefix(text, "-")
	if text = strings.TrimLeft(text, "+-"); text == "" || len(cell)-at-1-len(text) > 1 || !digits(text) {
		return "", 0, ErrNumber
	}
	for _, b := range []byte(text) {
		if exponent = exponent*10 + int(b-'0'); exponent > maxExponent {
			return "", 0, ErrExponent
		}
	}
	if negative {
		exponent = -exponent
	}
	return mantissa, exponent, nil
}

// ungroup takes out what stands between thousands, which must be groups of three.
func (r *Reading) ungroup(whole string) (string, error) {
	if r.Thousands == " " {
		whole = narrow.Replace(whole)
	}
	if r.Thousands == "" || !strings.Contains(whole, r.Thousands) {
		return whole, nil
	}
	groups := strings.Split(whole, r.Thousands)
	for i, group := range groups {
		if i > 0 && len(group) != 3 || i == 0 && (group == "" || len(group) > 3) {
			return "", ErrNumber
		}
	}
	return strings.Join(groups, ""), nil
}

// narrow makes a plain space of the spaces at which no line breaks, which programs write between thousands.
var narrow = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ")

// shift moves the decimal point of whole.fraction to the right by an exponent.
func shift(whole, fraction string, exponent int) string {
	switch {
	case exponent > 0:
		fraction += strings.Repeat("0", max(exponent-len(fraction), 0))
		whole, fraction = whole+fraction[:exponent], fraction[exponent:]
	case exponent < 0:
		whole = strings.Repeat("0", max(-exponent-len(whole), 0)) + whole
		whole, fraction = whole[:len(whole)+exponent], whole[len(whole)+exponent:]+fraction
	}
	return written(whole, fraction)
}

func written(whole, fraction string) string {
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

func sign0(sign, number string) string {
	if number == "0" {
		return number
	}
	return sign + number
}

// Round rounds a number as Number writes it to so many decimals, halves away from zero.
func Round(number string, places int) string {
	whole, fraction, _ := strings.Cut(number, ".")
	if len(fraction) <= places {
		return number
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	all := []byte("0" + whole + fraction[:places])
	if fraction[places] >= '5' {
		i := len(all) - 1
		for ; all[i] == '9'; i-- {
			all[i] = '0'
		}
		all[i]++
	}
	return sign0(sign, written(string(all[:len(all)-places]), string(all[len(all)-places:])))
}

// Either says how a cell bears on what a mark stands for: before decimals, or between thousands.
type Either int

// Of cells that a mark alone does not tell apart, 1.234 may be read both ways; 1.2, 0.123, 1.234.567 and 1500 may not.
const (
	EitherSilent Either = iota
	EitherWay
	EitherNot
)

// EitherOf says how a cell bears on what a mark stands for. Signs and units around the digits are not looked at.
func EitherOf(cell string, mark byte) Either {
	cell = strings.TrimFunc(cell, func(r rune) bool { return r < '0' || r > '9' })
	whole, rest, marked := strings.Cut(cell, string(mark))
	switch {
	case !marked && (len(cell) <= 3 || !digits(cell)):
		return EitherSilent
	case marked && whole != "" && len(whole) <= 3 && whole[0] != '0' && digits(whole) && len(rest) == 3 && digits(rest):
		return EitherWay
	}
	return EitherNot
}

// Of is the reading of the numbers of one column.
func (r *Reading) Of(column string) *Reading {
	m, ok := r.MarksOf[column]
	if !ok {
		return r
	}
	own := *r
	own.Decimal, own.Thousands = m.Decimal, m.Thousands
	return &own
}

// NumberOf is Number in the column's marks, rounded where the reading says so of the column.
func (r *Reading) NumberOf(column, cell string) (string, error) {
	number, err := r.Of(column).Number(cell)
	if err != nil {
		return "", err
	}
	if places, ok := r.Decimals[column]; ok {
		number = Round(number, places)
	}
	return number, nil
}

// hasDigit is a cheap test for what cannot be a number or a date.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") && utf8.ValidString(s) }
