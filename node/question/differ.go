package question

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/vault"
)

// Differ says in words how another question differs from one, where the two together can tell of the few people by whom
// they differ: both have the same figure, and one has conditions, groups or bounds that the other has not, or one of
// each in another's place. near is false for questions that differ in more, or whose parameters do not fit the schema.
func Differ(other, one query.Params, s *vault.Schema) (words string, near bool) {
	for _, p := range []query.Params{other, one} {
		if _, err := query.Compile(p, s); err != nil {
			return "", false
		}
	}
	w := &writer{schema: s}
	if other.Table() != one.Table() || (other.Query == nil) != (one.Query == nil) {
		return "", false
	}
	var changes []change
	if one.Query != nil {
		if !sharesFigure(other.Query.Measures, one.Query.Measures) {
			return "", false
		}
		changes = []change{w.conditions("where", other.Query.Filter, one.Query.Filter), w.groups(other.Query.Groups,
			one.Query.Groups),
			w.measures(other.Query.Measures, one.Query.Measures)}
	} else {
		o, f := other.Fairness, one.Fairness
		changes = []change{w.conditions("where", o.Filter, f.Filter), w.groups(o.Groups, f.Groups),
			w.conditions("predicted positive:", &o.Prediction, &f.Prediction), w.conditions("positive:", &o.Label, &f.Label)}
	}
	var all []string
	for _, c := range changes {
		if !c.near {
			return "", false
		}
		if c.words != "" {
			all = append(all, c.words)
		}
	}
	if len(all) == 0 {
		return "the same question", true
	}
	return strings.Join(all, "; "), true
}

// change is what of one part of a question differs.
type change struct {
	words string
	near  bool
}

// part is one condition, grouping or measure, and how it reads.
type part struct{ same, words string }

// compare says what another question has and one has not.
func compare(what string, other, one []part) change {
	without := func(list, from []part) (words []string) {
		for _, p := range list {
			if !slices.ContainsFunc(from, func(o part) bool { return o.same == p.same }) {
				words = append(words, p.words)
			}
		}
		return words
	}
	more, less := without(other, one), without(one, other)
	near := len(more) == 0 || len(less) == 0 || len(more) == 1 && len(less) == 1
	switch {
	case len(more) == 0 && len(less) == 0:
		return change{"", true}
	case len(more) == 0:
		return change{"without " + what + " " + strings.Join(less, " and "), near}
	case len(less) == 0:
		return change{"also " + what + " " + strings.Join(more, " and "), near}
	}
	return change{what + " " + strings.Join(more, " and ") + ", not " + strings.Join(less, " and "), near}
}

// conditions compares two conditions by the parts that all have to hold.
func (w *writer) conditions(what string, other, one *query.Filter) change {
	return compare(what, w.clauses(other), w.clauses(one))
}

func (w *writer) clauses(f *query.Filter) []part {
	switch {
	case f == nil:
		return nil
	case f.And != nil:
		var all []part
		for i := range f.And {
			all = append(all, w.clauses(&f.And[i])...)
		}
		return all
	case f.Not != nil && f.Not.Not != nil:
		return w.clauses(f.Not.Not)
	}
	return []part{{spelled(f), w.condition(f, false)}}
}

func (w *writer) groups(other, one []query.Grouping) change {
	parts := func(groups []query.Grouping) (all []part) {
		for i := range groups {
			_, words := w.grouping(&groups[i])
			all = append(all, part{spelled(groups[i]), words})
		}
		return all
	}
	return compare("grouped", parts(other), parts(one))
}

func (w *writer) measures(other, one []query.Measure) change {
	parts := func(measures []query.Measure) (all []part) {
		for i := range measures {
			words := "the number of rows"
			if measures[i].Op != "count" {
				words = w.measure(&measures[i])
			}
			all = append(all, part{spelled(measures[i]), words})
		}
		return all
	}
	c := compare("asking", parts(other), parts(one))
	c.near = true // a figure is the same, and others beside it do not take that away
	return c
}

// sharesFigure reports whether two lists have a figure in common, whatever its bounds are. A mean tells the sum.
func sharesFigure(a, b []query.Measure) bool {
	return slices.ContainsFunc(a, func(m query.Measure) bool {
		return slices.ContainsFunc(b, func(o query.Measure) bool { return m.Column == o.Column })
	})
}

// spelled writes a part so that two are equal when they read alike.
func spelled(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "" // they are read from JSON
	}
	return string(b)
}
