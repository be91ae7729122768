// Package question says in words what a job asks: which rows count, how they are grouped, what is computed of them, how
// the result leaves and what it costs. The words follow from the job's parameters and the schema alone, both of which
// the job and its dataset's version commit to, so that a custodian reads the very question that is signed.
package question

import (
	"fmt"
	"strings"

	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// Terms are what of a job and its policy bears on how the result leaves.
type Terms struct {
	Release job.Release
	Rho     budget.Rho
	MinCell uint32 // of the policy: exact releases keep back what is of fewer people
	Live    uint32 // people whose consent counts for the job; zero when not known
}

// Question is a job's question in words.
type Question struct {
	// Line says it in one line.
	Line string `json:"line"`
	// Table is the table that is asked; empty where the dataset has only one.
	Table string `json:"table,omitempty"`
	// Rows says which rows take part.
	Rows string `json:"rows"`
	// Groups has a sentence for each grouping.
	Groups []string `json:"groups"`
	// Figures has a sentence for each figure that comes out for each line.
	Figures []string `json:"figures"`
	// Lines is how many lines the result has.
	Lines int `json:"lines"`
	// Release says how the result leaves, and Cost what that uses up.
	Release string `json:"release"`
	Cost    string `json:"cost"`
	// Errors says how far off figures with noise may be; none for an exact release.
	Errors []string `json:"errors,omitempty"`
	// Warnings say what of single people could come out, and what is easily misread.
	Warnings []string `json:"warnings"`
}

// Of puts parameters into words. The parameters have to fit the schema: an error is query.Compile's.
func Of(p statistics.Parameters, s *schema.Schema, t Terms) (*Question, error) {
	plan, err := query.Compile(p, s)
	if err != nil {
		return nil, err
	}
	w := &writer{schema: s}
	q := &Question{Table: p.Table(), Groups: []string{}, Warnings: []string{}}
	q.Lines = plan.Cells()
	var filter *selection.Filter
	var groups []selection.Grouping
	if p.Query != nil {
		filter, groups = p.Query.Filter, p.Query.Groups
		w.query(q, p.Query)
	} else {
		filter, groups = p.Fairness.Filter, p.Fairness.Groups
		w.fairness(q, p.Fairness)
	}
	if q.Rows = "all rows of people who consent"; filter != nil {
		where := w.condition(filter, true)
		q.Rows = "rows of people who consent, where " + where
		q.Line += ", where " + where
	}
	if err := q.leaves(plan, t); err != nil {
		return nil, err
	}
	if t.Release == job.Exact {
		w.fewOf(filter, groups)
		q.Warnings = append(q.Warnings, w.smallCells(q, t)...)
	}
	if len(w.negated) > 0 {
		q.Warnings = append(q.Warnings,
			"a comparison with an empty cell is false, so \"not\" of it holds: rows without "+
				list(names(w.negated), "or")+" can take part")
	}
	if s.MaxContributions > 1 {
		q.Warnings = append(q.Warnings, fmt.Sprintf("figures are of rows, and a person has up to %d",
			s.MaxContributions))
	}
	return q, nil
}

// leaves says how the result leaves and what it costs.
func (q *Question) leaves(plan *query.Plan, t Terms) error {
	if t.Release != job.Private {
		q.Release = "exact: the figures leave as they are, without noise"
		q.Cost = "no privacy budget; the custodian's review is what protects people"
		q.Line += "; exact"
		return nil
	}
	epsilon, err := t.Rho.ToEpsilon(budget.DeltaExponent)
	if err != nil {
		return err
	}
	outputs := plan.OutputNames()
	for i := range outputs {
		outputs[i] = output(outputs[i])
	}
	q.Release = fmt.Sprintf("private: with %s noise, intervals at confidence %s", plan.Mechanism(), plan.Confidence())
	q.Cost = fmt.Sprintf("rho %s of the privacy budget (epsilon %s at delta 10^-%d), split over %s: %s",
		short(t.Rho.String()), short(epsilon.String()), budget.DeltaExponent, plural(len(outputs), "output"),
		strings.Join(outputs, ", "))
	q.Line += "; private, rho " + short(t.Rho.String())
	expected, err := plan.Expected(query.Release{How: t.Release, Rho: t.Rho})
	if err != nil {
		return err
	}
	for _, e := range expected {
		of := output(e.Of) + " of a line"
		if plan.Kind == kind.Fairness {
			of = "each of the four counts in " + output(e.Of)
		}
		if e.PerCount {
			of += " is off by at most " + e.Within + " divided by the line's count"
		} else {
			of += " is off by at most " + e.Within
		}
		q.Errors = append(q.Errors, of+", at confidence "+plan.Confidence())
	}
	return nil
}

// Text are the lines that people read, each with its heading.
func (q *Question) Text() [][2]string {
	var out [][2]string
	add := func(heading string, lines ...string) {
		for i, l := range lines {
			if i > 0 {
				heading = ""
			}
			out = append(out, [2]string{heading, l})
		}
	}
	if q.Table != "" {
		add("table", q.Table)
	}
	add("rows", q.Rows)
	switch {
	case len(q.Groups) == 0:
		add("groups", "none: one line for all rows")
	case q.Lines == 1:
		add("groups", append(q.Groups[:len(q.Groups):len(q.Groups)], "1 line comes out")...)
	default:
		add("groups", append(q.Groups[:len(q.Groups):len(q.Groups)], plural(q.Lines, "line")+" come out")...)
	}
	add("figures", q.Figures...)
	add("release", q.Release)
	add("cost", q.Cost)
	add("error", q.Errors...)
	add("beware", q.Warnings...)
	return out
}

// plural writes a number of things.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// short drops the zeros behind a decimal.
func short(decimal string) string {
	if strings.Contains(decimal, ".") {
		decimal = strings.TrimRight(strings.TrimRight(decimal, "0"), ".")
	}
	return decimal
}

// list joins words with commas and a last word.
func list(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}
