// Package canonical reads and writes the one JSON form that Assent hashes and stores: RFC 8785 (JSON Canonicalization
// Scheme) restricted to integers.
//
// There is exactly one byte string per value. Members are sorted by UTF-16 code unit, there is no white space, strings
// use the shortest escapes, numbers are integers of at most 53 bits, and duplicate members, fractions, exponents, minus
// zero, invalid UTF-8 and lone surrogates are errors. Larger integers are decimal strings.
//
// Unmarshal is the strict parser behind every JSON format of this project: what it accepts re-encodes to the same
// canonical bytes, so nothing it ignored can change meaning for another reader.
package canonical

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
)

const (
	// MaxDepth is the deepest nesting of arrays and objects accepted.
	MaxDepth = 32
	// MaxSize is the largest input accepted, in bytes.
	MaxSize = 8 << 20
	// MaxInteger is the largest magnitude of a number, 2^53-1. Larger integers are written as decimal strings, because
	// other JSON readers round them.
	MaxInteger = 1<<53 - 1
)

// ErrNotCanonical is returned by Check for valid JSON whose bytes are not the canonical ones. Canonicalize gives the
// form to use instead.
var ErrNotCanonical = errors.New("canonical: not in canonical form")

// Canonicalize parses data strictly and returns its canonical form.
func Canonicalize(data []byte) ([]byte, error) {
	n, err := parse(data)
	if err != nil {
		return nil, err
	}
	return n.append(nil), nil
}

// Check reports whether data already is in canonical form.
func Check(data []byte) error {
	c, err := Canonicalize(data)
	if err != nil {
		return err
	}
	if !bytes.Equal(c, data) {
		return ErrNotCanonical
	}
	return nil
}

// Marshal returns the canonical form of v, encoded as encoding/json would.
func Marshal(v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("canonical: encode %T: %w", v, err)
	}
	return Canonicalize(data)
}

// Unmarshal parses data into v and requires that v encodes back to the same value: unknown, missing, repeated and
// differently cased members, null, and values with another canonical spelling are errors. White space and member order
// are free; use Check as well where bytes are hashed.
func Unmarshal(data []byte, v any) error {
	in, err := parse(data)
	if err != nil {
		return err
	}
	return decode(in, v, data)
}

// Read parses what a person wrote into v. It is as strict as Unmarshal, and takes values that are Spelled as people
// write them, and numbers for strings whose field has the tag spell:"number". It returns the canonical form.
func Read(data []byte, v any) ([]byte, error) {
	written, err := parseAs(data, true)
	if err != nil {
		return nil, err
	}
	in, err := fold("", written, reflect.TypeOf(v), "", data)
	if err != nil {
		return nil, err
	}
	if err := decode(in, v, data); err != nil {
		return nil, err
	}
	return in.append(nil), nil
}

// decode has v hold what a tree says; data is where the tree was read, for the places in errors.
func decode(in *node, v any, data []byte) error {
	if err := check("", in, reflect.TypeOf(v), "", data); err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(in.append(nil)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return locate("", in, reflect.TypeOf(v), data, err)
	}
	enc, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("canonical: encode %T again: %w", v, err)
	}
	out, err := parse(enc)
	if err != nil {
		return fmt.Errorf("canonical: encode %T again: %w", v, err)
	}
	return diff("", in, out, reflect.TypeOf(v), data)
}

// diff returns the first difference between what was read and what it encodes to.
func diff(path string, in, out *node, t reflect.Type, data []byte) error {
	wrong := func() error {
		return &FieldError{Place: placeOf(data, in.at), Path: path, Got: in.brief(), Want: out.brief()}
	}
	if in.kind != out.kind {
		return wrong()
	}
	switch in.kind {
	case kindObject:
		i, j := 0, 0
		for i < len(in.members) || j < len(out.members) {
			switch {
			case j == len(out.members) || i < len(in.members) && lessKey(in.members[i].key, out.members[j].key):
				m := in.members[i]
				return &FieldError{Place: placeOf(data, m.at), Path: join(path, m.key), Got: m.value.brief()}
			case i == len(in.members) || lessKey(out.members[j].key, in.members[i].key):
				key := out.members[j].key
				want := missing(fieldOf(t, key).t)
				return &FieldError{Place: placeOf(data, in.at), Path: join(path, key), Want: want}
			}
			key := in.members[i].key
			if err := diff(join(path, key), in.members[i].value, out.members[j].value, fieldOf(t, key).t,
				data); err != nil {
				return err
			}
			i, j = i+1, j+1
		}
	case kindArray:
		if len(in.items) != len(out.items) {
			return wrong()
		}
		for i := range in.items {
			if err := diff(index(path, i), in.items[i], out.items[i], elem(t), data); err != nil {
				return err
			}
		}
	default:
		if in.text != out.text {
			return wrong()
		}
	}
	return nil
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
