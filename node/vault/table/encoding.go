package table

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
)

// EncodingRemedy is what helps where text is not UTF-8 and nothing tells what it is.
const EncodingRemedy = "--encoding with the one that it was written in, such as windows-1252 (western Europe), " +
	"windows-1250 (central Europe), windows-1251 (Cyrillic), shift-jis (Japanese) or gb18030 (Chinese), or save it " +
	"as UTF-8"

// EncodingHint says, from how a file begins, that it is not written in the encoding of its reading; empty when nothing
// tells so.
func EncodingHint(head []byte, reading *Reading) string {
	if len(head) == headBytes {
		head = head[:max(bytes.LastIndexByte(head, '\n'), 0)]
	}
	if reading.Encoding == "" && isUTF16(head) {
		return "the file looks like UTF-16: --encoding utf-16"
	}
	encoding, _ := encodingOf(reading.Encoding)
	if isASCII(string(head)) {
		return ""
	}
	isUTF8, likely, what := utf8.Valid(head), "", ""
	if !isUTF8 {
		likely, what = likelyEncoding(head)
	}
	switch _, oneByte := encoding.(*charmap.Charmap); {
	case encoding == nil && isUTF8:
		return ""
	case encoding == nil && likely == "":
		return "the file is not UTF-8: " + EncodingRemedy
	case encoding == nil:
		return "the file is not UTF-8, and looks like " + what + ": --encoding " + likely
	case oneByte && isUTF8:
		return "the file is UTF-8: leave --encoding out"
	case encoding == charmap.ISO8859_1 && hasLatinControl(head):
		return "the file has characters where latin-1 has none: --encoding windows-1252"
	case encoding != charmap.ISO8859_1 && encoding != charmap.Windows1252:
		return "" // which was chosen with care
	case likely != "" && likely != "windows-1252":
		return "the file looks like " + what + ": --encoding " + likely
	}
	return ""
}

// isUTF16 reports whether a file begins as one of two bytes a character does.
func isUTF16(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) ||
		bytes.Count(head, []byte{0}) > len(head)/4
}

// hasLatinControl reports whether a file has a byte for which latin-1 has no character that shows.
func hasLatinControl(head []byte) bool {
	return slices.ContainsFunc(head, func(b byte) bool { return b >= 0x80 && b < 0xa0 })
}

// likelyEncoding guesses in what a text that is not UTF-8 was written, and says what it looks like.
func likelyEncoding(head []byte) (name, what string) {
	const most = 0.8
	if text, err := japanese.ShiftJIS.NewDecoder().Bytes(head); err == nil {
		letters, kana, others := 0, 0, 0
		for _, r := range string(text) {
			switch {
			case r < utf8.RuneSelf:
			case unicode.In(r, unicode.Hiragana, unicode.Katakana) && !strings.ContainsRune(halfWidth, r):
				letters, kana = letters+1, kana+1
			case unicode.Is(unicode.Han, r):
				letters++
			default:
				others++
			}
		}
		if kana > 0 && float64(letters) >= most*float64(letters+others) {
			return "shift-jis", "Japanese text"
		}
	}
	high, inRun, cyrillic := 0, 0, 0
	isHigh := func(i int) bool { return i >= 0 && i < len(head) && head[i] >= utf8.RuneSelf }
	for i, b := range head {
		if !isHigh(i) {
			continue
		}
		high++
		if isHigh(i-1) || isHigh(i+1) {
			inRun++
		}
		if b >= 0xc0 || b == 0xa8 || b == 0xb8 {
			cyrillic++
		}
	}
	// Words of western languages have letters of ASCII between the others; words of other scripts have none.
	switch {
	case 3*inRun < high:
		return "windows-1252", "a language of western Europe (or --encoding windows-1250, of central Europe)"
	case float64(inRun) >= most*float64(high) && float64(cyrillic) >= most*float64(high):
		return "windows-1251", "Cyrillic text"
	}
	return "", ""
}

// halfWidth are katakana that take one byte, as which letters of other scripts are read.
var halfWidth = func() string {
	var b strings.Builder
	for r := rune(0xff61); r <= 0xff9f; r++ {
		b.WriteRune(r)
	}
	return b.String()
}()
