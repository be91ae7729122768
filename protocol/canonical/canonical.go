// Package canonical reads and writes the one JSON form that Assent hashes and
// stores: RFC 8785 (JSON Canonicalization Scheme) restricted to integers.
//
// There is exactly one byte string per value. Members are sorted by UTF-16 code
// unit, there is no white space, strings use the shortest escapes, numbers are
// integers of at most 53 bits, and duplicate members, fractions, exponents,
// minus zero, invalid UTF-8 and lone surrogates are errors. Larger integers are
// decimal strings.
//
// Unmarshal is the strict parser behind every JSON format of this project: what
// it accepts re-encodes to the same canonical bytes, so nothing it ignored can
// change meaning for another reader.
package canonical

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

const (
	// MaxDepth is the deepest nesting of arrays and objects accepted.
	MaxDepth = 32
	// MaxSize is the largest input accepted, in bytes.
	MaxSize = 8 << 20
	// MaxInteger is the largest magnitude of a number, 2^53-1. Larger integers
	// are written as decimal strings, because other JSON readers round them.
	MaxInteger = 1<<53 - 1
)

// ErrNotCanonical is returned by Check for valid JSON whose bytes are not the
// canonical ones. Canonicalize gives the form to use instead.
var ErrNotCanonical = errors.New("canonical: not in canonical form")

// SyntaxError says where and why input is not acceptable JSON.
type SyntaxError struct {
	Offset int    // byte offset of the problem
	Reason string // what is wrong there
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("canonical: offset %d: %s", e.Offset, e.Reason)
}

// FieldError says which member of a strictly parsed object was not understood
// or not written in its only form.
type FieldError struct {
	Path string // for example "domain.chainId" or "columns[2].name"
	Got  string // what the input has, as JSON; empty when missing
	Want string // what the type encodes to, as JSON; empty when unknown
}

func (e *FieldError) Error() string {
	switch {
	case e.Got == "":
		return fmt.Sprintf("canonical: member %q is missing (expected like %s)", e.Path, e.Want)
	case e.Want == "":
		return fmt.Sprintf("canonical: member %q is unknown or must be left out (got %s)", e.Path, e.Got)
	}
	return fmt.Sprintf("canonical: member %q is %s, write it like %s", e.Path, e.Got, e.Want)
}

// ValueError says that a member has a value of the right kind that is beyond what it can be.
type ValueError struct {
	Path string // for example "promised.minCohort"
	Got  string // what the input has, as JSON
	Want string // what it can be, in words
}

func (e *ValueError) Error() string {
	return fmt.Sprintf("canonical: member %q is %s, and not %s", e.Path, e.Got, e.Want)
}

// UnknownError says that an object has a member that is not known there.
type UnknownError struct {
	Path  string   // for example "promised.minCohorts"
	Known []string // the members that the object may have
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("canonical: member %q is unknown; known are %s", e.Path, strings.Join(e.Known, ", "))
}

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

// Unmarshal parses data into v and requires that v encodes back to the same
// value: unknown, missing, repeated and differently cased members, null, and
// values with another canonical spelling are errors. White space and member
// order are free; use Check as well where bytes are hashed.
func Unmarshal(data []byte, v any) error {
	in, err := parse(data)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		if path, cause := explain(in, v); cause != nil {
			return memberError(path, cause)
		}
		return fmt.Errorf("canonical: decode: %w", err)
	}
	enc, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("canonical: encode %T again: %w", v, err)
	}
	out, err := parse(enc)
	if err != nil {
		return fmt.Errorf("canonical: encode %T again: %w", v, err)
	}
	if fe := diff("", in, out); fe != nil {
		return fe
	}
	return nil
}

// diff returns the first difference between what was read and what it encodes to.
func diff(path string, in, out *node) *FieldError {
	if in.kind != out.kind {
		return &FieldError{Path: path, Got: in.brief(), Want: out.brief()}
	}
	switch in.kind {
	case kindObject:
		i, j := 0, 0
		for i < len(in.members) || j < len(out.members) {
			switch {
			case j == len(out.members) || i < len(in.members) && lessKey(in.members[i].key, out.members[j].key):
				return &FieldError{Path: join(path, in.members[i].key), Got: in.members[i].value.brief()}
			case i == len(in.members) || lessKey(out.members[j].key, in.members[i].key):
				return &FieldError{Path: join(path, out.members[j].key), Want: out.members[j].value.brief()}
			}
			if fe := diff(join(path, in.members[i].key), in.members[i].value, out.members[j].value); fe != nil {
				return fe
			}
			i, j = i+1, j+1
		}
	case kindArray:
		if len(in.items) != len(out.items) {
			return &FieldError{Path: path, Got: in.brief(), Want: out.brief()}
		}
		for i := range in.items {
			if fe := diff(index(path, i), in.items[i], out.items[i]); fe != nil {
				return fe
			}
		}
	default:
		if in.text != out.text {
			return &FieldError{Path: path, Got: in.brief(), Want: out.brief()}
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

// memberError says of which member a decoding error is.
func memberError(path string, cause error) error {
	var fe *FieldError
	var ue *UnknownError
	var ve *ValueError
	if errors.As(cause, &fe) || errors.As(cause, &ue) || errors.As(cause, &ve) || path == "" {
		return cause
	}
	return fmt.Errorf("canonical: member %q: %w", path, cause)
}
