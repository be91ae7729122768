package question

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/internal/quoted"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// Difference is how another question differs from one.
type Difference struct {
	// Near says that the two together may tell of the people by whom they differ, however few. It is said wherever it
	// cannot be ruled out by what both ask for; the rows are not known.
	Near bool
	// Why says what makes them near; empty where they are not.
	Why string
	// Words say what the other one has and one has not, or all that it asks where that is another thing.
	Words string
}

// Differ says how another question differs from one, under the schemas of the versions that they ask, in which they may
// be read otherwise; the first one is that of one.
func Differ(other, one statistics.Parameters, schemas ...*schema.Schema) Difference {
	if !sameTable(other, one) {
		d := Difference{Words: fmt.Sprintf("a question about table %s", quoted.Text(other.Table()))}
		for _, s := range schemas {
			if fits(other, s) {
				d.Words = (&writer{schema: s}).line(other)
			}
		}
		return d
	}
	var d Difference
	for _, s := range schemas {
		if !fits(other, s) || !fits(one, s) {
			continue
		}
		w := &writer{schema: s}
		why := w.near(other, one)
		if d.Words == "" || !d.Near && why != "" {
			d = Difference{Near: why != "", Why: why, Words: w.difference(other, one, why != "")}
		}
	}
	if d.Words == "" {
		return Difference{Near: true, Why: unsure, Words: "a question for another schema"}
	}
	return d
}

func fits(p statistics.Parameters, s *schema.Schema) bool {
	return p.Check(s) == nil
}

// sameTable reports whether two questions may be about one table: where a version has a single one it needs no name.
func sameTable(a, b statistics.Parameters) bool {
	return a.Table() == b.Table() || a.Table() == "" || b.Table() == ""
}

// difference says in words what another question has and one has not. One of another kind, or that is not near, is said
// as a whole.
func (w *writer) difference(other, one statistics.Parameters, near bool) string {
	if !near || (other.Query == nil) != (one.Query == nil) {
		return w.line(other)
	}
	var changes []string
	if one.Query != nil {
		o, q := other.Query, one.Query
		changes = []string{w.conditions("where", o.Filter, q.Filter), w.groups(o.Groups, q.Groups),
			w.measures(o.Measures, q.Measures)}
	} else {
		o, f := other.Fairness, one.Fairness
		changes = []string{w.conditions("where", o.Filter, f.Filter), w.groups(o.Groups, f.Groups),
			w.conditions("predicted positive:", &o.Prediction, &f.Prediction), w.conditions("positive:", &o.Label,
				&f.Label)}
	}
	if changes = slices.DeleteFunc(changes, func(words string) bool { return words == "" }); len(changes) == 0 {
		return "the same question"
	}
	return strings.Join(changes, "; ")
}

// line is a question in one line, without how it leaves.
func (w *writer) line(p statistics.Parameters) string {
	q, err := Of(p, w.schema, Terms{Release: job.Exact})
	if err != nil {
		return "it cannot be said in words" // compiled before, so that it can
	}
	return strings.TrimSuffix(q.Line, "; exact")
}

// part is one condition, grouping or measure, and how it reads.
type part struct{ same, words string }

// compare says what another question has and one has not.
func compare(what string, other, one []part) string {
	without := func(list, from []part) (words []string) {
		for _, p := range list {
			if !slices.ContainsFunc(from, func(o part) bool { return o.same == p.same }) {
				words = append(words, p.words)
			}
		}
		return words
	}
	more, less := without(other, one), without(one, other)
	switch {
	case len(more) == 0 && len(less) == 0:
		return ""
	case len(more) == 0:
		return "without " + what + " " + strings.Join(less, " and ")
	case len(less) == 0:
		return "also " + what + " " + strings.Join(more, " and ")
	}
	return what + " " + strings.Join(more, " and ") + ", not " + strings.Join(less, " and ")
}

// conditions compares two conditions by the parts that all have to hold.
func (w *writer) conditions(what string, other, one *selection.Filter) string {
	return compare(what, w.parts(other), w.parts(one))
}

// parts are those of a condition that all have to hold. One that always holds is none, and two are the same when they
// leave the same values.
func (w *writer) parts(f *selection.Filter) []part {
	switch {
	case f == nil:
		return nil
	case f.And != nil:
		var all []part
		for i := range f.And {
			all = append(all, w.parts(&f.And[i])...)
		}
		return all
	case f.Not != nil && f.Not.Not != nil:
		return w.parts(f.Not.Not)
	case f.Not != nil && f.Not.Or != nil:
		var all []part
		for i := range f.Not.Or {
			all = append(all, w.parts(&selection.Filter{Not: &f.Not.Or[i]})...)
		}
		return all
	}
	same := spelled(f)
	if r, ok := w.region(f, false); ok {
		if same = fmt.Sprint(r); same == fmt.Sprint(everything()) {
			return nil
		}
	}
	return []part{{same, w.condition(f, false)}}
}

func (w *writer) groups(other, one []selection.Grouping) string {
	parts := func(groups []selection.Grouping) (all []part) {
		for i := range groups {
			_, words := w.grouping(&groups[i])
			all = append(all, part{spelled(groups[i]), words})
		}
		return all
	}
	return compare("grouped", parts(other), parts(one))
}

func (w *writer) measures(other, one []query.Measure) string {
	parts := func(measures []query.Measure) (all []part) {
		for i := range measures {
			all = append(all, part{spelled(measures[i]), w.measure(&measures[i])})
		}
		return all
	}
	return compare("asking", parts(other), parts(one))
}

// spelled writes a part so that two are equal when they read alike.
func spelled(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "" // they are read from JSON
	}
	return string(b)
}
