package canonical

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

type nodeKind uint8

const (
	kindLiteral nodeKind = iota // true, false, null; text holds the word
	kindNumber                  // text holds the canonical digits
	kindString                  // text holds the decoded string
	kindArray
	kindObject
)

type member struct {
	key   string
	at    int // where the name stands, in bytes from the start
	value *node
}

type node struct {
	kind    nodeKind
	text    string
	at      int // where the value stands, in bytes from the start
	items   []*node
	members []member // sorted
}

// append writes the canonical form.
func (n *node) append(b []byte) []byte {
	switch n.kind {
	case kindString:
		return appendString(b, n.text)
	case kindArray:
		b = append(b, '[')
		for i, it := range n.items {
			if i > 0 {
				b = append(b, ',')
			}
			b = it.append(b)
		}
		return append(b, ']')
	case kindObject:
		b = append(b, '{')
		for i, m := range n.members {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendString(b, m.key), ':')
			b = m.value.append(b)
		}
		return append(b, '}')
	}
	return append(b, n.text...)
}

// brief is the canonical form, cut for an error message.
func (n *node) brief() string {
	const limit = 80
	s := n.append(nil)
	if len(s) <= limit {
		return string(s)
	}
	cut := limit
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return string(s[:cut]) + "…"
}

// appendString writes s as RFC 8785 section 3.2.2.2 demands.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c == '\b':
			b = append(b, '\\', 'b')
		case c == '\t':
			b = append(b, '\\', 't')
		case c == '\n':
			b = append(b, '\\', 'n')
		case c == '\f':
			b = append(b, '\\', 'f')
		case c == '\r':
			b = append(b, '\\', 'r')
		case c < 0x20:
			b = fmt.Appendf(b, `\u%04x`, c)
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// lessKey orders members by UTF-16 code unit (RFC 8785 section 3.2.3).
func lessKey(a, b string) bool {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b))) < 0
}

type parser struct {
	data  []byte
	pos   int
	loose bool // numbers as people write them: with a fraction, an exponent, or many digits
}

func parse(data []byte) (*node, error) { return parseAs(data, false) }

func parseAs(data []byte, loose bool) (*node, error) {
	if len(data) > MaxSize {
		return nil, &SyntaxError{Reason: fmt.Sprintf("it has %d bytes, and at most %d are read", len(data), MaxSize)}
	}
	return parseAll(data, loose)
}

// parseAll is parse for input of any size.
func parseAll(data []byte, loose bool) (*node, error) {
	p := &parser{data: data, loose: loose}
	n, err := p.value(0)
	if err != nil {
		return nil, err
	}
	p.space()
	if p.pos != len(p.data) {
		return nil, p.fail("data after the value")
	}
	return n, nil
}

func (p *parser) fail(format string, args ...any) error {
	return &SyntaxError{Place: placeOf(p.data, p.pos), Reason: fmt.Sprintf(format, args...)}
}

func (p *parser) space() {
	for p.pos < len(p.data) {
		switch p.data[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

func (p *parser) peek() byte {
	if p.pos < len(p.data) {
		return p.data[p.pos]
	}
	return 0
}

func (p *parser) value(depth int) (*node, error) {
	if depth > MaxDepth {
		return nil, p.fail("nested deeper than %d", MaxDepth)
	}
	p.space()
	if p.pos == len(p.data) {
		return nil, p.fail("value expected, and the text ends")
	}
	at := p.pos
	n, err := p.valueAt(depth)
	if n != nil {
		n.at = at
	}
	return n, err
}

func (p *parser) valueAt(depth int) (*node, error) {
	switch c := p.data[p.pos]; {
	case c == '{':
		return p.object(depth)
	case c == '[':
		return p.array(depth)
	case c == '"':
		s, err := p.str()
		return &node{kind: kindString, text: s}, err
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	}
	for _, word := range []string{"true", "false", "null"} {
		if len(p.data)-p.pos >= len(word) && string(p.data[p.pos:p.pos+len(word)]) == word {
			p.pos += len(word)
			return &node{kind: kindLiteral, text: word}, nil
		}
	}
	return nil, p.fail("value expected, got %q", p.data[p.pos])
}

func (p *parser) object(depth int) (*node, error) {
	n := &node{kind: kindObject}
	p.pos++ // {
	p.space()
	if p.peek() == '}' {
		p.pos++
		return n, nil
	}
	for {
		p.space()
		if p.peek() != '"' {
			return nil, p.fail("member name expected, in quotes")
		}
		at := p.pos
		key, err := p.str()
		if err != nil {
			return nil, err
		}
		p.space()
		if p.peek() != ':' {
			return nil, p.fail("':' expected after the field's name %q", key)
		}
		p.pos++
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.members = append(n.members, member{key, at, v})
		p.space()
		switch p.peek() {
		case ',':
			p.pos++
			continue
		case '}':
			p.pos++
		default:
			return nil, p.fail("',' or '}' expected in object")
		}
		break
	}
	slices.SortFunc(n.members, func(a, b member) int {
		switch {
		case lessKey(a.key, b.key):
			return -1
		case lessKey(b.key, a.key):
			return 1
		}
		return 0
	})
	for i := 1; i < len(n.members); i++ {
		if n.members[i-1].key == n.members[i].key {
			p.pos = max(n.members[i-1].at, n.members[i].at)
			return nil, p.fail("member %q appears twice", n.members[i].key)
		}
	}
	return n, nil
}

func (p *parser) array(depth int) (*node, error) {
	n := &node{kind: kindArray}
	p.pos++ // [
	p.space()
	if p.peek() == ']' {
		p.pos++
		return n, nil
	}
	for {
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, v)
		p.space()
		switch p.peek() {
		case ',':
			p.pos++
			continue
		case ']':
			p.pos++
			return n, nil
		}
		return nil, p.fail("',' or ']' expected in array")
	}
}

func (p *parser) number() (*node, error) {
	start := p.pos
	if p.peek() == '-' {
		p.pos++
	}
	digits := p.pos
	for p.peek() >= '0' && p.peek() <= '9' {
		p.pos++
	}
	text := string(p.data[start:p.pos])
	switch {
	case p.pos == digits:
		return nil, p.fail("digit expected")
	case p.data[digits] == '0' && p.pos-digits > 1:
		return nil, p.fail("number %s has a leading zero", text)
	case p.loose:
		if err := p.fraction(); err != nil {
			return nil, err
		}
		return &node{kind: kindNumber, text: string(p.data[start:p.pos])}, nil
	case text == "-0":
		return nil, p.fail("minus zero is not canonical")
	case p.peek() == '.' || p.peek() == 'e' || p.peek() == 'E':
		return nil, p.fail("only integers are allowed; a number with a fraction is written in quotes")
	}
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil || v > MaxInteger || v < -MaxInteger {
		return nil, p.fail("number %.24s is beyond 2^53-1; write it as a string", text)
	}
	return &node{kind: kindNumber, text: text}, nil
}

// fraction reads what may follow the whole part of a number: a fraction, an exponent, or both.
func (p *parser) fraction() error {
	digits := func() error {
		from := p.pos
		for p.peek() >= '0' && p.peek() <= '9' {
			p.pos++
		}
		if p.pos == from {
			return p.fail("digit expected")
		}
		return nil
	}
	if p.peek() == '.' {
		p.pos++
		if err := digits(); err != nil {
			return err
		}
	}
	if p.peek() == 'e' || p.peek() == 'E' {
		if p.pos++; p.peek() == '+' || p.peek() == '-' {
			p.pos++
		}
		return digits()
	}
	return nil
}

func (p *parser) str() (string, error) {
	p.pos++ // "
	var b []byte
	for {
		if p.pos >= len(p.data) {
			return "", p.fail("string does not end")
		}
		c := p.data[p.pos]
		switch {
		case c == '"':
			p.pos++
			return string(b), nil
		case c == '\\':
			r, err := p.escape()
			if err != nil {
				return "", err
			}
			b = utf8.AppendRune(b, r)
		case c < 0x20:
			return "", p.fail("control character %#02x in string", c)
		case c < utf8.RuneSelf:
			b = append(b, c)
			p.pos++
		default:
			r, size := utf8.DecodeRune(p.data[p.pos:])
			if r == utf8.RuneError && size == 1 {
				return "", p.fail("invalid UTF-8")
			}
			b = utf8.AppendRune(b, r)
			p.pos += size
		}
	}
}

func (p *parser) escape() (rune, error) {
	p.pos++ // backslash
	c := p.peek()
	p.pos++
	switch c {
	case '"', '\\', '/':
		return rune(c), nil
	case 'b':
		return '\b', nil
	case 'f':
		return '\f', nil
	case 'n':
		return '\n', nil
	case 'r':
		return '\r', nil
	case 't':
		return '\t', nil
	case 'u':
		hi, err := p.hex4()
		if err != nil {
			return 0, err
		}
		if !utf16.IsSurrogate(hi) {
			return hi, nil
		}
		if len(p.data)-p.pos >= 2 && p.data[p.pos] == '\\' && p.data[p.pos+1] == 'u' {
			p.pos += 2
			lo, err := p.hex4()
			if err != nil {
				return 0, err
			}
			if r := utf16.DecodeRune(hi, lo); r != utf8.RuneError {
				return r, nil
			}
		}
		return 0, p.fail("lone surrogate \\u%04x", hi)
	}
	return 0, p.fail("unknown escape \\%c", c)
}

func (p *parser) hex4() (rune, error) {
	if len(p.data)-p.pos < 4 {
		return 0, p.fail("four hex digits expected")
	}
	v, err := strconv.ParseUint(string(p.data[p.pos:p.pos+4]), 16, 16)
	if err != nil {
		return 0, p.fail("four hex digits expected")
	}
	p.pos += 4
	return rune(v), nil
}
