package canonical

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Expecter is a type that says in words what stands for its values in JSON, for example "a list of purpose codes".
type Expecter interface{ Expected() string }

// field is a field of a struct as JSON has it.
type field struct {
	name   string
	t      reflect.Type
	index  []int
	quoted bool   // the tag has the option "string"
	spell  string // the tag spell
	omits  bool   // the tag has the option "omitempty" or "omitzero"
}

// fieldsOf are a struct's fields in their order; those of a struct that is embedded without a name are among them.
func fieldsOf(t reflect.Type) (all []field) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		quoted := slices.Contains(strings.Split(options, ","), "string")
		switch {
		case name == "-":
		case name == "" && f.Anonymous && f.Type.Kind() == reflect.Struct:
			for _, inner := range fieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				all = append(all, inner)
			}
		case name != "" || f.IsExported():
			if name == "" {
				name = f.Name
			}
			all = append(all, field{name, f.Type, []int{i}, quoted, f.Tag.Get("spell"),
				slices.Contains(strings.Split(options, ","), "omitempty") ||
					slices.Contains(strings.Split(options, ","), "omitzero")})
		}
	}
	return all
}

// fieldOf finds a field by its name in JSON, in a struct or a map. Its type is nil when it is not known.
func fieldOf(t reflect.Type, name string) field {
	switch t = pointee(t); {
	case t == nil || readsItself(t):
	case t.Kind() == reflect.Struct:
		for _, f := range fieldsOf(t) {
			if f.name == name {
				return f
			}
		}
	case t.Kind() == reflect.Map:
		return field{name: name, t: t.Elem()}
	}
	return field{}
}

func pointee(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// elem is the type of a list's items; nil when it is not known.
func elem(t reflect.Type) reflect.Type {
	if t = pointee(t); t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
		return t.Elem()
	}
	return nil
}

// readsItself reports whether a type reads its JSON itself.
func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[json.Unmarshaler]()) ||
		p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// check finds the first value, in the order of the text, that is of a kind which its type does not take, and the first
// field that is not known.
func check(path string, in *node, t reflect.Type, words string, data []byte) error {
	t = pointee(t)
	if t == nil || t.Kind() == reflect.Interface || readsItself(t) {
		return nil
	}
	if in.kind == kindLiteral && in.text == "null" && (t.Kind() == reflect.Slice || t.Kind() == reflect.Map) {
		return nil // an empty list or map may be encoded so
	}
	wrong := func() error {
		return &FieldError{Place: placeOf(data, in.at), Path: path, Got: in.inWords(), Want: expected(t, words)}
	}
	switch t.Kind() {
	case reflect.Struct:
		if in.kind != kindObject {
			return wrong()
		}
		for _, m := range in.inOrder() {
			f := fieldOf(t, m.key)
			if f.t == nil {
				return &UnknownError{Place: placeOf(data, m.at), Path: join(path, m.key), Known: names(t)}
			}
			if err := checkField(join(path, m.key), m.value, f, data); err != nil {
				return err
			}
		}
	case reflect.Map:
		if in.kind != kindObject {
			return wrong()
		}
		for _, m := range in.inOrder() {
			if err := check(join(path, m.key), m.value, t.Elem(), "", data); err != nil {
				return err
			}
		}
	case reflect.Slice, reflect.Array:
		if t.Elem().Kind() == reflect.Uint8 && t.Kind() == reflect.Slice {
			if in.kind != kindString {
				return wrong()
			}
			return nil
		}
		if in.kind != kindArray {
			return wrong()
		}
		for i, it := range in.items {
			if err := check(index(path, i), it, t.Elem(), "", data); err != nil {
				return err
			}
		}
	case reflect.Bool:
		if in.kind != kindLiteral || in.text == "null" {
			return wrong()
		}
	case reflect.String:
		if in.kind != kindString {
			return wrong()
		}
	default:
		if in.kind != kindNumber || json.Unmarshal(in.append(nil), reflect.New(t).Interface()) != nil {
			return wrong()
		}
	}
	return nil
}

// checkField is check for a field, whose number may have to stand in quotes.
func checkField(path string, in *node, f field, data []byte) error {
	if !f.quoted {
		return check(path, in, f.t, "", data)
	}
	of := reflect.New(f.t).Interface()
	if in.kind != kindString || json.Unmarshal([]byte(in.text), of) != nil {
		return &FieldError{Place: placeOf(data, in.at), Path: path, Got: in.inWords(),
			Want: expected(f.t, "") + ", in quotes"}
	}
	return nil
}

// missing says in words what is wanted of a field that is not there.
func missing(t reflect.Type) string {
	if t = pointee(t); t != nil {
		if s, ok := reflect.New(t).Interface().(Speller); ok {
			return s.Expected()
		}
	}
	return expected(t, "")
}

func names(t reflect.Type) (all []string) {
	for _, f := range fieldsOf(t) {
		all = append(all, f.name)
	}
	return all
}

// locate decodes the parts of a tree one by one, and says of the first that fails why it does. err is why the whole
// failed.
func locate(path string, in *node, t reflect.Type, data []byte, err error) error {
	t = pointee(t)
	fails := func(n *node, of reflect.Type) error {
		return json.Unmarshal(n.append(nil), reflect.New(of).Interface())
	}
	if t != nil && !readsItself(t) {
		switch {
		case in.kind == kindObject && (t.Kind() == reflect.Struct || t.Kind() == reflect.Map):
			for _, m := range in.inOrder() {
				f := fieldOf(t, m.key)
				if f.t == nil || f.quoted {
					continue
				}
				if e := fails(m.value, f.t); e != nil {
					return locate(join(path, m.key), m.value, f.t, data, e)
				}
			}
		case in.kind == kindArray && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array):
			for i, it := range in.items {
				if e := fails(it, t.Elem()); e != nil {
					return locate(index(path, i), it, t.Elem(), data, e)
				}
			}
		}
	}
	place := placeOf(data, in.at)
	if t == nil || !ownWords(t, err) {
		return &FieldError{Place: place, Path: path, Got: in.inWords(), Want: expected(t, "")}
	}
	return &ValueError{Place: place, Path: path, Err: err}
}

// ownWords reports whether an error is the type's own words about a value: not those of a library, which name types of
// Go.
func ownWords(t reflect.Type, err error) bool {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	of := "github.com/assent-network/assent/"
	return !errors.As(err, &kind) && !errors.As(err, &syntax) && strings.HasPrefix(t.PkgPath(), of) &&
		!strings.Contains(err.Error(), "json: ") && !strings.Contains(err.Error(), t.String())
}

// expected says in words what a type takes in JSON.
func expected(t reflect.Type, words string) string {
	if words != "" {
		return words
	}
	if t = pointee(t); t == nil {
		return "a value"
	}
	if e, ok := reflect.New(t).Interface().(Expecter); ok && !reflect.PointerTo(t).Implements(speller) {
		return e.Expected()
	}
	switch t.Kind() {
	case reflect.Struct:
		if readsItself(t) {
			return "text in quotes"
		}
		if all := names(t); len(all) > 0 {
			return "an object with the fields " + strings.Join(all, ", ")
		}
		return "an object"
	case reflect.Map:
		return "an object"
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "text in quotes"
		}
		return "a list, in square brackets, of which each item is " + expected(t.Elem(), "")
	case reflect.Array:
		if t.Elem().Kind() == reflect.Uint8 {
			return fmt.Sprintf("0x and %d hexadecimal digits, in quotes", 2*t.Len())
		}
		return fmt.Sprintf("a list of %d items", t.Len())
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "text in quotes"
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint:
		return fmt.Sprintf("a whole number from 0 to %d", ^uint64(0)>>(64-t.Bits()))
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Int:
		most := int64(^uint64(0) >> (65 - t.Bits()))
		return fmt.Sprintf("a whole number from %d to %d", -most-1, most)
	}
	return "a value"
}
