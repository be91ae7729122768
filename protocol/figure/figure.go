// Package figure is one number of a result, as results spell it.
package figure

import (
	"strconv"
	"strings"
)

// Suppressed is the value of a figure that a release keeps back: it is of fewer people than the floor, or it would tell
// such a figure. The two look alike, since the difference would tell more.
const Suppressed = "suppressed"

// Figure is one number of a result. All members are decimal strings, so that no reader rounds them.
type Figure struct {
	// Value is the point estimate; empty when it is not defined (a rate of no one), and Suppressed when it is kept
	// back.
	Value string `json:"value"`
	// Num and Den are the exact fraction that Value is the nearest double of; a rate's and a mean's.
	Num string `json:"num,omitempty"`
	Den string `json:"den,omitempty"`
	// Noisy is what the mechanism released, before it was clamped to what is possible; a private count's.
	Noisy string `json:"noisy,omitempty"`
	// Low and High are the interval that holds the exact value at the stated confidence; a private release's. High is
	// empty when there is no bound.
	Low  string `json:"low,omitempty"`
	High string `json:"high,omitempty"`

	// Wide is the most bytes that each member takes. It is not part of the encoding.
	Wide Widths `json:"-"`
}

// Widths is the most bytes that each member of a figure takes. They follow from what kind of figure it is.
type Widths struct{ Value, Fraction, Noisy, Bound uint8 }

// Widest returns the figure with every member that it has at its greatest width.
func (f Figure) Widest() Figure {
	fill := func(n uint8) string { return strings.Repeat("9", int(n)) }
	return Figure{
		Value: fill(f.Wide.Value), Num: fill(f.Wide.Fraction), Den: fill(f.Wide.Fraction),
		Noisy: fill(f.Wide.Noisy), Low: fill(f.Wide.Bound), High: fill(f.Wide.Bound), Wide: f.Wide,
	}
}

// Double writes a double as ECMAScript and RFC 8785 write numbers: the shortest digits that read back as the same
// double.
func Double(v float64) string {
	format := byte('f')
	if abs := max(v, -v); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	s := strconv.FormatFloat(v, format, -1, 64)
	if format == 'e' {
		// e-09 to e-9
		if n := len(s); n >= 4 && s[n-4] == 'e' && s[n-2] == '0' {
			s = s[:n-2] + s[n-1:]
		}
	}
	return s
}

// Suppressed reports whether the figure was kept back.
func (f Figure) Suppressed() bool { return f.Value == Suppressed }

// Suppress keeps the figure back.
func (f *Figure) Suppress() { *f = Figure{Value: Suppressed, Wide: f.Wide} }
