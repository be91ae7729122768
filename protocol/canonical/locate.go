package canonical

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// explain names the member that encoding/json could not decode, which its own error
// often does not.
func explain(in *node, v any) (path string, err error) {
	t := reflect.TypeOf(v)
	if t.Kind() != reflect.Pointer {
		return "", nil
	}
	t = t.Elem()
	if fe := wrongKind(in, t); fe != nil {
		return fe.Path, fe
	}
	if path, err = locate("", in, t); err != nil {
		return path, err
	}
	if ue := unknown("", in, t); ue != nil {
		return ue.Path, ue
	}
	return "", nil
}

// unknown finds a member that its object's type does not know.
func unknown(path string, in *node, t reflect.Type) *UnknownError {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return nil
	}
	switch {
	case in.kind == kindObject && t.Kind() == reflect.Struct:
		known := members(t)
		for _, m := range in.members {
			of, ok := known[m.key]
			if !ok {
				return &UnknownError{Path: join(path, m.key), Known: slices.Sorted(maps.Keys(known))}
			}
			if ue := unknown(join(path, m.key), m.value, of); ue != nil {
				return ue
			}
		}
	case in.kind == kindArray && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array):
		for i, it := range in.items {
			if ue := unknown(index(path, i), it, t.Elem()); ue != nil {
				return ue
			}
		}
	}
	return nil
}

// members are the JSON names of a struct's fields, with their types; those of a struct that is embedded without a name
// are among them.
func members(t reflect.Type) map[string]reflect.Type {
	all := make(map[string]reflect.Type)
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case name != "":
			all[name] = f.Type
		case f.Anonymous && f.Type.Kind() == reflect.Struct:
			maps.Copy(all, members(f.Type))
		case f.IsExported():
			all[f.Name] = f.Type
		}
	}
	return all
}

// wrongKind finds the member whose kind of value is not that of its type.
func wrongKind(in *node, t reflect.Type) *FieldError {
	enc, err := json.Marshal(reflect.New(t).Interface())
	if err != nil {
		return nil
	}
	zero, err := parse(enc)
	if err != nil {
		return nil
	}
	return compareKinds("", in, zero)
}

func compareKinds(path string, in, zero *node) *FieldError {
	if zero.kind == kindLiteral && zero.text == "null" {
		return nil // a nil slice or pointer: its kind is not known
	}
	if in.kind != zero.kind {
		return &FieldError{Path: path, Got: in.brief(), Want: zero.brief()}
	}
	for i, j := 0, 0; i < len(in.members) && j < len(zero.members); {
		switch a, b := in.members[i], zero.members[j]; {
		case lessKey(a.key, b.key):
			i++
		case lessKey(b.key, a.key):
			j++
		default:
			if fe := compareKinds(join(path, a.key), a.value, b.value); fe != nil {
				return fe
			}
			i, j = i+1, j+1
		}
	}
	return nil
}

// locate decodes members one by one, and goes into the first that fails.
func locate(path string, in *node, t reflect.Type) (string, error) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	err := json.Unmarshal(in.append(nil), reflect.New(t).Interface())
	if err == nil || reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return path, inWords(path, in, t, false, err)
	}
	switch {
	case in.kind == kindObject && t.Kind() == reflect.Struct:
		for _, m := range in.members {
			alone := &node{kind: kindObject, members: []member{m}}
			if e := json.Unmarshal(alone.append(nil), reflect.New(t).Interface()); e != nil {
				at := join(path, m.key)
				ft, quoted, ok := fieldType(t, m.key)
				if ok && !quoted {
					return locate(at, m.value, ft)
				}
				if ok {
					e = inWords(at, m.value, ft, true, e)
				}
				return at, e
			}
		}
	case in.kind == kindArray && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array):
		for i, it := range in.items {
			if p, e := locate(index(path, i), it, t.Elem()); e != nil {
				return p, e
			}
		}
	}
	return path, inWords(path, in, t, false, err)
}

// fieldType finds a struct's field by its JSON name, and whether it is encoded as a string, which its type alone does
// not tell.
func fieldType(t reflect.Type, name string) (of reflect.Type, quoted, ok bool) {
	for i := range t.NumField() {
		tag, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if tag == name {
			return t.Field(i).Type, strings.Contains(options, "string"), true
		}
	}
	return nil, false, false
}

// inWords says of a value that a type does not take what the type takes, where err would name the type. Errors that a
// type has words of its own for stay as they are.
func inWords(path string, in *node, t reflect.Type, quoted bool, err error) error {
	if err == nil {
		return nil
	}
	var ofType *json.UnmarshalTypeError
	named := errors.As(err, &ofType) || strings.Contains(err.Error(), t.String())
	if named && t.Kind() == reflect.Array && t.Elem().Kind() == reflect.Uint8 {
		return &ValueError{Path: path, Got: in.brief(), Want: fmt.Sprintf("0x and %d hexadecimal digits", 2*t.Len())}
	}
	if want := numbers(t); want != "" && !hasWords(t) {
		if quoted {
			want += ", in quotes"
		}
		return &ValueError{Path: path, Got: in.brief(), Want: want}
	}
	if !named {
		return err
	}
	example, merr := json.Marshal(reflect.New(t).Interface())
	if merr != nil {
		return err
	}
	return &FieldError{Path: path, Got: in.brief(), Want: string(example)}
}

// hasWords reports whether a type reads its values itself.
func hasWords(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[json.Unmarshaler]()) || p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// numbers says which whole numbers a type takes; nothing for a type that is no such number.
func numbers(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint:
		return fmt.Sprintf("a whole number from 0 to %d", ^uint64(0)>>(64-t.Bits()))
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Int:
		most := int64(^uint64(0) >> (65 - t.Bits()))
		return fmt.Sprintf("a whole number from %d to %d", -most-1, most)
	default:
		return ""
	}
}
