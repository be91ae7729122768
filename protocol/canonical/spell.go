package canonical

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
)

// Spelled is a value that people read and write otherwise than the canonical form has it: a set as a list of codes, a
// budget as a decimal, a day as a date. The canonical form, which is hashed and signed, stays as it is.
type Spelled interface {
	// Spelling is what people read: a string, or a list of strings.
	Spelling() any
}

// Speller is a pointer to a Spelled value. Spell sets the value to what a person wrote; Expected says what that can be.
type Speller interface {
	Expecter
	Spell(s Spelling) error
}

// Spelling is a value as a person wrote it.
type Spelling struct {
	List   []string // the items of a list of strings
	IsList bool
	Text   string // a string or a number; a number without exponent
}

// ErrSpelling is what Spell returns for a value of the wrong kind: the message is then what Expected says.
var ErrSpelling = errors.New("another kind of value is expected")

var (
	spelled = reflect.TypeFor[Spelled]()
	speller = reflect.TypeFor[Speller]()
)

// fold returns the canonical tree of what a person wrote for a type.
func fold(path string, in *node, t reflect.Type, spell string, data []byte) (*node, error) {
	t = pointee(t)
	if t == nil {
		return in.plain(path, data)
	}
	if reflect.PointerTo(t).Implements(speller) {
		return foldSpelled(path, in, t, false, data)
	}
	if in.kind == kindNumber && spell == "number" {
		text, err := plainDecimal(in.text)
		if err != nil {
			return nil, &ValueError{Place: placeOf(data, in.at), Path: path, Err: err}
		}
		return &node{kind: kindString, text: text, at: in.at}, nil
	}
	if in.kind == kindLiteral && in.text != "null" && spell == "number" {
		return &node{kind: kindString, text: in.text, at: in.at}, nil
	}
	out := *in
	switch in.kind {
	case kindObject:
		out.members = slices.Clone(in.members)
		for i, m := range out.members {
			f := fieldOf(t, m.key)
			at := join(path, m.key)
			var v *node
			var err error
			switch ft := pointee(f.t); {
			case ft != nil && f.quoted && reflect.PointerTo(ft).Implements(speller):
				v, err = foldSpelled(at, m.value, ft, true, data)
			case ft != nil && f.quoted && m.value.kind == kindNumber:
				v = &node{kind: kindString, text: m.value.text, at: m.value.at}
			default:
				v, err = fold(at, m.value, f.t, f.spell, data)
			}
			if err != nil {
				return nil, err
			}
			out.members[i].value = v
		}
		// What the canonical form leaves out may be written all the same.
		out.members = slices.DeleteFunc(out.members, func(m member) bool {
			return m.value.empty() && fieldOf(t, m.key).omits
		})
	case kindArray:
		of := elem(t)
		out.items = slices.Clone(in.items)
		for i, it := range out.items {
			v, err := fold(index(path, i), it, of, spell, data)
			if err != nil {
				return nil, err
			}
			out.items[i] = v
		}
	case kindNumber:
		return in.number(path, t, data)
	}
	return &out, nil
}

// empty reports whether a value is one that a field with the option "omitempty" leaves out.
func (n *node) empty() bool {
	switch n.kind {
	case kindArray:
		return len(n.items) == 0
	case kindString:
		return n.text == ""
	case kindObject:
		return false
	}
	return n.text == "0" || n.text == "false"
}

// number is a number as a person wrote it where no decimal is: a whole one.
func (n *node) number(path string, t reflect.Type, data []byte) (*node, error) {
	text, err := plainDecimal(n.text)
	if err == nil {
		again, perr := parse([]byte(text))
		if perr == nil && again.kind == kindNumber {
			again.at = n.at
			return again, nil
		}
	}
	if t == nil {
		return nil, &ValueError{Place: placeOf(data, n.at), Path: path,
			Err: fmt.Errorf("only whole numbers of at most 53 bits can stand here, and it is %.40s", n.text)}
	}
	return nil, &FieldError{Place: placeOf(data, n.at), Path: path, Got: n.inWords(), Want: expected(t, "")}
}

// plain is what a person wrote where the type is not known: numbers are whole.
func (n *node) plain(path string, data []byte) (*node, error) {
	out := *n
	switch n.kind {
	case kindNumber:
		return n.number(path, nil, data)
	case kindObject:
		out.members = slices.Clone(n.members)
		for i, m := range out.members {
			v, err := m.value.plain(join(path, m.key), data)
			if err != nil {
				return nil, err
			}
			out.members[i].value = v
		}
	case kindArray:
		out.items = slices.Clone(n.items)
		for i, it := range out.items {
			v, err := it.plain(index(path, i), data)
			if err != nil {
				return nil, err
			}
			out.items[i] = v
		}
	}
	return &out, nil
}

// foldSpelled has a type read its own spelling.
func foldSpelled(path string, in *node, t reflect.Type, quoted bool, data []byte) (*node, error) {
	v := reflect.New(t)
	to := v.Interface().(Speller)
	wrong := &FieldError{Place: placeOf(data, in.at), Path: path, Got: in.inWords(), Want: to.Expected()}
	var s Spelling
	switch in.kind {
	case kindString:
		s.Text = in.text
	case kindNumber:
		text, err := plainDecimal(in.text)
		if err != nil {
			return nil, &ValueError{Place: wrong.Place, Path: path, Err: err}
		}
		s.Text = text
	case kindArray:
		s.IsList = true
		for _, it := range in.items {
			if it.kind != kindString {
				wrong.Place, wrong.Got = placeOf(data, it.at), in.inWords()+", with "+it.inWords()+" in it"
				return nil, wrong
			}
			s.List = append(s.List, it.text)
		}
	default:
		return nil, wrong
	}
	if err := to.Spell(s); errors.Is(err, ErrSpelling) {
		return nil, wrong
	} else if err != nil {
		return nil, &ValueError{Place: wrong.Place, Path: path, Err: err}
	}
	enc, err := json.Marshal(v.Elem().Interface())
	if err != nil {
		return nil, fmt.Errorf("field %q: %w", path, err)
	}
	out, err := parseAs(enc, true)
	if err != nil {
		return nil, fmt.Errorf("field %q: %w", path, err)
	}
	if quoted {
		out.kind = kindString
	}
	out.at = in.at
	return out, nil
}

// plainDecimal is a number of JSON without exponent.
func plainDecimal(text string) (string, error) {
	mantissa, exponent, has := strings.Cut(strings.ToLower(text), "e")
	if !has {
		return text, nil
	}
	if digits := strings.TrimLeft(exponent, "+-0"); len(digits) > 2 || len(mantissa) > 40 {
		return "", fmt.Errorf("%.40s is too long a number; write it without an exponent", text)
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return "", fmt.Errorf("%.40s is no number", text)
	}
	s := r.FloatString(140)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), "."), nil
}

// Written returns v as people read it, as indented JSON: its members in their order, and what is Spelled in words. Read
// takes it back.
func Written(v any) ([]byte, error) {
	enc, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	n, err := parseAll(enc, true)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	unfold(n, reflect.ValueOf(v))
	return append(n.indented(nil, ""), '\n'), nil
}

// unfold puts what people read into the tree of a value.
func unfold(n *node, v reflect.Value) {
	for v.IsValid() && (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && !v.IsNil() &&
		!(v.Kind() == reflect.Pointer && v.Type().Implements(spelled) && !v.Type().Elem().Implements(spelled)) {
		v = v.Elem()
	}
	if !v.IsValid() || n.kind == kindLiteral && n.text == "null" {
		return
	}
	if v.Type().Implements(spelled) && v.CanInterface() {
		at := n.at
		switch s := v.Interface().(Spelled).Spelling().(type) {
		case string:
			*n = node{kind: kindString, text: s}
		case []string:
			*n = node{kind: kindArray}
			for _, item := range s {
				n.items = append(n.items, &node{kind: kindString, text: item})
			}
		}
		n.at = at
		return
	}
	if _, own := v.Interface().(json.Marshaler); own {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			if i := slices.IndexFunc(n.members, func(m member) bool { return m.key == f.name }); i >= 0 {
				unfold(n.members[i].value, v.FieldByIndex(f.index))
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			name := k.String()
			if k.Kind() != reflect.String {
				continue
			}
			if i := slices.IndexFunc(n.members, func(m member) bool { return m.key == name }); i >= 0 {
				unfold(n.members[i].value, v.MapIndex(k))
			}
		}
	case reflect.Slice, reflect.Array:
		for i, it := range n.items {
			if i < v.Len() {
				unfold(it, v.Index(i))
			}
		}
	}
}

// inOrder are an object's members in the order of the text.
func (n *node) inOrder() []member {
	all := slices.Clone(n.members)
	slices.SortStableFunc(all, func(a, b member) int { return a.at - b.at })
	return all
}

// indented writes a tree for people. A list of short values is on one line.
func (n *node) indented(b []byte, indent string) []byte {
	const step = "  "
	open, closing := byte('{'), byte('}')
	count := len(n.members)
	if n.kind == kindArray {
		open, closing, count = '[', ']', len(n.items)
	}
	switch {
	case n.kind != kindObject && n.kind != kindArray:
		return n.append(b)
	case count == 0:
		return append(b, open, closing)
	case n.kind == kindArray && n.short():
		b = append(b, '[')
		for i, it := range n.items {
			if i > 0 {
				b = append(b, ", "...)
			}
			b = it.append(b)
		}
		return append(b, ']')
	}
	b = append(b, open)
	next := func(i int) {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, '\n'), indent...), step...)
	}
	if n.kind == kindArray {
		for i, it := range n.items {
			next(i)
			b = it.indented(b, indent+step)
		}
	} else {
		for i, m := range n.inOrder() {
			next(i)
			b = append(appendString(b, m.key), ": "...)
			b = m.value.indented(b, indent+step)
		}
	}
	return append(append(append(b, '\n'), indent...), closing)
}

// short reports whether a list fits on a line.
func (n *node) short() bool {
	length := 0
	for _, it := range n.items {
		if it.kind == kindObject || it.kind == kindArray {
			return false
		}
		length += len(it.text) + 4
	}
	return length <= 72
}

// inWords says what stands in a text: of which kind it is, and a short value itself.
func (n *node) inWords() string {
	switch n.kind {
	case kindNumber:
		return "the number " + n.brief()
	case kindString:
		return "the text " + n.brief()
	case kindArray:
		return "a list of " + counted(len(n.items), "item")
	case kindObject:
		return "an object with " + counted(len(n.members), "field")
	}
	return n.text
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
