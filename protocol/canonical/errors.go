package canonical

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/assent-network/assent/internal/nearest"
)

// Place is where in a text something stands, as people count: lines and characters from 1 on. The zero Place is
// unknown.
type Place struct{ Line, Column int }

func (p Place) String() string { return fmt.Sprintf("line %d, column %d", p.Line, p.Column) }

// at begins a message with the place, if it is known.
func (p Place) at() string {
	if p == (Place{}) {
		return ""
	}
	return p.String() + ": "
}

func placeOf(data []byte, at int) Place {
	before := data[:min(at, len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return Place{Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1}
}

// SyntaxError says where and why input is not acceptable JSON.
type SyntaxError struct {
	Place
	Reason string // what is wrong there
}

func (e *SyntaxError) Error() string { return e.at() + e.Reason }

// FieldError says which field of a strictly parsed object is missing, was not understood, or is not written in its only
// form.
type FieldError struct {
	Place
	Path string // for example "domain.chainId" or "columns[2].name"; empty for the whole
	Got  string // what stands there; empty when it is missing
	Want string // what can stand there, in words or as JSON; empty when nothing can
}

func (e *FieldError) Error() string {
	what := "the whole"
	if e.Path != "" {
		what = fmt.Sprintf("field %q", e.Path)
	}
	switch {
	case e.Got == "":
		return fmt.Sprintf("%s%s is missing; it is %s", e.at(), what, e.Want)
	case e.Want == "":
		return fmt.Sprintf("%s%s must be left out; there stands %s", e.at(), what, e.Got)
	}
	return fmt.Sprintf("%s%s must be %s; there stands %s", e.at(), what, e.Want, e.Got)
}

// UnknownError says that an object has a field that is not known there.
type UnknownError struct {
	Place
	Path  string   // for example "promised.minCohorts"
	Known []string // the fields that the object may have, in the order in which they are documented
}

func (e *UnknownError) Error() string {
	s := fmt.Sprintf("%sfield %q is unknown", e.at(), e.Path)
	name := e.Path[strings.LastIndexByte(e.Path, '.')+1:]
	if n := nearest.To(name, e.Known); n != "" {
		s += fmt.Sprintf("; is %q meant?", n)
	}
	if len(e.Known) == 0 {
		return s + "; none is known there"
	}
	return s + "; known are " + strings.Join(e.Known, ", ")
}

// ValueError says that a field has a value that its type refuses, for the reason that it wraps.
type ValueError struct {
	Place
	Path string // for example "promised.minCohort"
	Err  error
}

func (e *ValueError) Error() string {
	if e.Path == "" {
		return e.at() + e.Err.Error()
	}
	return fmt.Sprintf("%sfield %q: %v", e.at(), e.Path, e.Err)
}

// Unwrap returns the reason.
func (e *ValueError) Unwrap() error { return e.Err }
