// Package kind names the kinds of computation a job can be. A job names one; a grant and a policy name a set of them.
package kind

import (
	"fmt"
	"math/bits"
	"strings"
)

// Kind is a kind of computation: its value is its bit's index in a Set.
type Kind uint8

// The kinds. The table is fixed: numbers are never reused, and those up to Count-1 are defined.
const (
	Query     Kind = 0 // grouped counts, sums and means over typed columns
	Fairness  Kind = 1 // confusion matrix per group and the usual metrics
	PersonMap Kind = 2 // a program that sees one person's rows at a time
	Blocks    Kind = 3 // a program that sees disjoint blocks of people
	Reviewed  Kind = 4 // a program that people have read and approved
	Learning  Kind = 5 // training of a model
	Match     Kind = 6 // which people two datasets have in common
	Score     Kind = 7 // a model applied to people

	Count = 8
)

type info struct{ name, words string }

func table() [Count]info {
	return [Count]info{
		Query:     {"query", "counts, sums and averages over groups of people"},
		Fairness:  {"fairness", "a check whether a decision treats groups of people alike"},
		PersonMap: {"person-map", "a program that looks at one person at a time, summed up over everyone"},
		Blocks:    {"blocks", "a program that looks at groups of people, summed up over the groups"},
		Reviewed:  {"reviewed", "a program that reviewers have read and approved"},
		Learning:  {"learning", "training a model on the data"},
		Match:     {"match", "finding out which people two datasets have in common"},
		Score:     {"score", "applying a model to each person"},
	}
}

// Parse reads a name such as "query".
func Parse(s string) (Kind, error) {
	var names []string
	for k, i := range table() {
		if i.name == s {
			return Kind(k), nil
		}
		names = append(names, i.name)
	}
	return 0, fmt.Errorf("kind: %.40q is not a kind of job; use one of %s", s, strings.Join(names, ", "))
}

// Validate reports whether the kind is defined.
func (k Kind) Validate() error {
	if k >= Count {
		return fmt.Errorf("kind: %d is not defined, the largest is %d", uint8(k), Count-1)
	}
	return nil
}

// String returns the kind's name.
func (k Kind) String() string {
	if k.Validate() != nil {
		return fmt.Sprintf("kind(%d)", uint8(k))
	}
	return table()[k].name
}

// Words describes the kind to a person who is asked for consent.
func (k Kind) Words() string {
	if k.Validate() != nil {
		return fmt.Sprintf("an unknown kind of computation (%d)", uint8(k))
	}
	return table()[k].words
}

// HasEngine reports whether this version of the software can run jobs of the kind. The others can be consented to, and
// no job of them is taken.
func (k Kind) HasEngine() bool { return Runnable.Has(k) }

// Set is a set of kinds, bit by index.
type Set uint16

// All is the set of the kinds defined.
const All Set = 1<<Count - 1

// Runnable is the set of the kinds that this version of the software can run.
const Runnable Set = 1<<Query | 1<<Fairness

// SetOf returns the set of the given kinds, which must be defined.
func SetOf(kinds ...Kind) Set {
	var s Set
	for _, k := range kinds {
		s |= 1 << k
	}
	return s
}

// Has reports whether k is in the set.
func (s Set) Has(k Kind) bool { return k < 16 && s&(1<<k) != 0 }

// Contains reports whether all of t is in the set.
func (s Set) Contains(t Set) bool { return t&^s == 0 }

// Validate reports whether only defined kinds are in the set.
func (s Set) Validate() error {
	if r := s &^ All; r != 0 {
		return fmt.Errorf("kind: set %#04x has bit %d, which is not defined", uint16(s),
			bits.TrailingZeros16(uint16(r)))
	}
	return nil
}

// Kinds lists the members in ascending order.
func (s Set) Kinds() []Kind {
	var ks []Kind
	for k := range Kind(16) {
		if s.Has(k) {
			ks = append(ks, k)
		}
	}
	return ks
}

// String lists the names, for example "query,fairness".
func (s Set) String() string {
	var names []string
	for _, k := range s.Kinds() {
		names = append(names, k.String())
	}
	return strings.Join(names, ",")
}
