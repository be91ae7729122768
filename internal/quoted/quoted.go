// Package quoted writes text from elsewhere among words of one's own, so that it reads as a quotation and nothing else:
// no part of it hides, joins the letters around it, breaks the line, or turns the direction in which they are read.
package quoted

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// most is up to how many bytes of a text are written; the rest is left out, and three dots say so.
const most = 400

// Text writes a text in quotes. Letters with marks are written as one letter where there is one; what is not read from
// left to right, as one sign with room of its own, is written as its number.
func Text(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range norm.NFC.String(s) {
		one := string(r)
		switch {
		case r == '"' || r == '\\':
			one = `\` + one
		case !plain(r):
			q := strconv.QuoteRuneToASCII(r)
			one = q[1 : len(q)-1]
		}
		if b.Len()+len(one) > most {
			return b.String() + `"…`
		}
		b.WriteString(one)
	}
	return b.String() + `"`
}

// plain reports whether a sign is read where it stands.
func plain(r rune) bool {
	if !unicode.IsPrint(r) || r == utf8.RuneError || unicode.Is(unicode.M, r) || unicode.Is(blank, r) {
		return false
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN:
		return false
	}
	return true
}

// blank are the printed signs that show nothing: the fillers of Hangul, and Braille without a dot.
var blank = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x115f, Hi: 0x1160, Stride: 1}, {Lo: 0x2800, Hi: 0x2800, Stride: 1}, {Lo: 0x3164, Hi: 0x3164, Stride: 1},
	{Lo: 0xffa0, Hi: 0xffa0, Stride: 1},
}}
