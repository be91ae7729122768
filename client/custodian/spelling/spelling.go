// Package spelling says which texts are spellings of one name.
package spelling

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Of is what spellings of one person's name have in common: case, spaces, invisible characters and the form of Unicode
// do not count. Fewer people are counted by it than there are rather than more, so that no value is taken for one of
// many.
func Of(subject string) string {
	return strings.ToLower(norm.NFKC.String(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || IsInvisible(r) {
			return -1
		}
		return r
	}, subject)))
}

// IsInvisible reports whether a character shows nothing and is no plain space: what has one looks like another text.
func IsInvisible(r rune) bool {
	if r < '\u00a0' {
		return false
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) ||
		unicode.Is(unicode.Variation_Selector, r) || r == '\u2800'
}
