package schema

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Type is the type of a column.
type Type string

// The types. Every cell is one 64-bit integer in memory: an integer itself, a decimal times ten to its scale, a
// category's index, 0 or 1, or days since 1970-01-01.
const (
	Integer  Type = "integer"
	Decimal  Type = "decimal"
	Category Type = "category"
	Boolean  Type = "boolean"
	Date     Type = "date"
)

// MaxMagnitude bounds integers and scaled decimals: 2^53-1, the largest that every JSON reader holds.
const MaxMagnitude = 1<<53 - 1

func (t Type) validate() error {
	switch t {
	case Integer, Decimal, Category, Boolean, Date:
		return nil
	default:
		return fmt.Errorf("type %q is unknown: use integer, decimal, category, boolean or date", clip(string(t)))
	}
}

// Bounded says whether columns of the type state a min and a max.
func (t Type) Bounded() bool { return t == Integer || t == Decimal || t == Date }

// Summable says whether sums and means over the type mean anything.
func (t Type) Summable() bool { return t == Integer || t == Decimal || t == Boolean }

// The reasons why a cell is refused. None of them repeats the cell.
var (
	ErrEmpty    = errors.New("empty, and the column is not nullable")
	errInteger  = errors.New("not a whole number")
	errDecimal  = errors.New("not a decimal number")
	ErrPlaces   = errors.New("a number with more decimals than the schema's scale")
	errRange    = errors.New("a number of more than 53 bits")
	errBelow    = errors.New("below the schema's min")
	errAbove    = errors.New("above the schema's max")
	errCategory = errors.New("not one of the values that the schema lists")
	errBoolean  = errors.New("not a boolean (true, false, 1 or 0)")
	errDate     = errors.New("not a date (YYYY-MM-DD)")
)

// FitsWider reports whether a cell that was refused for a reason, an error of Parse in words, fits a wider schema.
func FitsWider(reason string) bool {
	return slices.ContainsFunc([]error{errBelow, errAbove, errCategory, errBoolean, ErrEmpty}, func(e error) bool {
		return e.Error() == reason
	})
}

// Parse reads one cell that is not null. Its errors complete the sentence "the cell is ..." and never hold the cell.
func (c *Column) Parse(text string) (int64, error) {
	v, err := c.parse(text)
	if err != nil {
		return 0, err
	}
	switch {
	case v < c.min:
		return 0, errBelow
	case v > c.max:
		return 0, errAbove
	}
	return v, nil
}

// Literal reads a value to compare cells with: like Parse, but a number or a date may be outside the bounds.
func (c *Column) Literal(text string) (int64, error) { return c.parse(text) }

func (c *Column) parse(text string) (int64, error) {
	if text == "" {
		return 0, ErrEmpty
	}
	switch c.Type {
	case Integer:
		return parseInteger(text, errInteger)
	case Decimal:
		return parseDecimal(text, c.Scale)
	case Category:
		i, ok := c.index[text]
		if !ok {
			return 0, errCategory
		}
		return i, nil
	case Boolean:
		switch {
		case text == "1" || strings.EqualFold(text, "true"):
			return 1, nil
		case text == "0" || strings.EqualFold(text, "false"):
			return 0, nil
		}
		return 0, errBoolean
	default:
		return parseDate(text)
	}
}

// Text is the canonical spelling of a value that is within the column's bounds.
func (c *Column) Text(v int64) string { return string(c.AppendText(nil, v)) }

// AppendText appends the canonical spelling of a value, as Text gives it.
func (c *Column) AppendText(dst []byte, v int64) []byte {
	switch c.Type {
	case Integer:
		return strconv.AppendInt(dst, v, 10)
	case Decimal:
		return AppendFixed(dst, v, c.Scale)
	case Category:
		return append(dst, c.Values[v]...)
	case Boolean:
		return strconv.AppendBool(dst, v == 1)
	default:
		return time.Unix(v*secondsPerDay, 0).UTC().AppendFormat(dst, time.DateOnly)
	}
}

// AppendFixed appends v divided by ten to the scale, with as many decimals.
func AppendFixed(dst []byte, v int64, scale int) []byte {
	digits := strconv.AppendUint(nil, uint64(max(v, -v)), 10)
	if v < 0 {
		dst = append(dst, '-')
	}
	for len(digits) <= scale {
		digits = append([]byte{'0'}, digits...)
	}
	dst = append(dst, digits[:len(digits)-scale]...)
	if scale == 0 {
		return dst
	}
	dst = append(dst, '.')
	return append(dst, digits[len(digits)-scale:]...)
}

// parseInteger wants an optional minus and digits without leading zeros.
func parseInteger(text string, malformed error) (int64, error) {
	digits := strings.TrimPrefix(text, "-")
	if digits == "" || len(digits) > 1 && digits[0] == '0' || text == "-0" {
		return 0, malformed
	}
	for _, b := range []byte(digits) {
		if b < '0' || b > '9' {
			return 0, malformed
		}
	}
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil || v > MaxMagnitude || v < -MaxMagnitude {
		return 0, errRange
	}
	return v, nil
}

// parseDecimal wants what parseInteger wants, with at most scale decimals after a point; more only if they are zero.
func parseDecimal(text string, scale int) (int64, error) {
	whole, fraction, point := strings.Cut(text, ".")
	if point && fraction == "" || strings.Trim(fraction, "0123456789") != "" {
		return 0, errDecimal
	}
	negative := strings.HasPrefix(whole, "-")
	if whole = strings.TrimPrefix(whole, "-"); strings.HasPrefix(whole, "-") {
		return 0, errDecimal
	}
	if len(fraction) > scale {
		if strings.Trim(fraction[scale:], "0") != "" {
			return 0, ErrPlaces
		}
		fraction = fraction[:scale]
	}
	v, err := parseInteger(whole, errDecimal)
	if err != nil {
		return 0, err
	}
	for i := range scale {
		v *= 10
		if i < len(fraction) {
			v += int64(fraction[i] - '0')
		}
		if v > MaxMagnitude {
			return 0, errRange
		}
	}
	if negative {
		v = -v
	}
	return v, nil
}

const (
	secondsPerDay = 24 * 60 * 60
	// The dates that have four digits for the year, 0000-01-01 to 9999-12-31.
	firstDay = -719_528
	lastDay  = 2_932_896
)

func parseDate(text string) (int64, error) {
	if len(text) != len(time.DateOnly) {
		return 0, errDate
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, errDate
	}
	return t.Unix() / secondsPerDay, nil
}

// Width is the most bytes that a cell takes in a dataset file, without its quotes.
func (c *Column) Width() int {
	switch c.Type {
	case Category:
		longest := 0
		for _, v := range c.Values {
			longest = max(longest, len(v))
		}
		return longest
	case Boolean:
		return len("false")
	case Date:
		return len(time.DateOnly)
	default:
		return max(len(c.Text(c.min)), len(c.Text(c.max)))
	}
}
