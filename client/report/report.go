// Package report shows a result to people: as an aligned table with bars for terminals, and as a picture (SVG). It adds
// nothing to the result and computes nothing from it: every number shown is rounded from one that the result holds.
//
// Names of columns and groups come from other people. They are stripped of control characters before they reach a
// terminal, and escaped in the picture.
package report

import (
	"fmt"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

// Style says how to write text. The zero value is plain text 100 columns wide.
type Style struct {
	// Color allows ANSI colours: set it only when writing to a terminal. Colour never says what the text does not.
	Color bool
	// Width is the number of columns; wider tables are split into several.
	Width int
}

func (s Style) width() int {
	if s.Width < 40 {
		return 100
	}
	return s.Width
}

// Text writes the whole report: what kind of release it is, the tables, the bars, and how to read them.
func Text(w io.Writer, r *statistics.Result, s Style) error {
	p := &printer{style: s}
	for i, line := range summary(r) {
		style := func(s string) string { return s }
		if i == 0 {
			style = p.bold
		}
		p.wrapped(line, style)
	}
	switch {
	case r.Fairness != nil:
		p.fairness(r)
	case r.Query != nil:
		p.query(r)
	}
	p.line("")
	for _, note := range notes(r) {
		p.wrapped(note, p.dim)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

// summary says in a few lines what was released and how.
func summary(r *statistics.Result) []string {
	what := "Query"
	if r.Kind == kind.Fairness.String() {
		what = "Fairness audit"
	}
	people := fmt.Sprintf("%d people consented", r.LiveSubjects)
	if r.LiveSubjects == 1 {
		people = "1 person consented"
	}
	if r.Release == job.Exact.String() || r.Privacy == nil {
		floor := ""
		if r.Floor > 0 {
			floor = fmt.Sprintf(" · cells of fewer than %d people suppressed", r.Floor)
		}
		return []string{fmt.Sprintf("%s · exact release, reviewed · %s%s", what, people, floor)}
	}
	return []string{
		fmt.Sprintf("%s · differentially private release · %s", what, people),
		fmt.Sprintf("epsilon %s at delta %s (zCDP rho %s) per subject, %s noise, intervals at %s confidence",
			shorten(r.Privacy.Epsilon), clean(r.Privacy.Delta), rho(r.Privacy.RhoMicro), clean(r.Privacy.Mechanism),
			percentName(r.Privacy.Confidence)),
	}
}

func rho(micro string) string {
	v, ok := new(big.Int).SetString(micro, 10)
	if !ok {
		return clean(micro)
	}
	return strings.TrimRight(strings.TrimRight(new(big.Rat).SetFrac(v, big.NewInt(1_000_000)).FloatString(6), "0"), ".")
}

// shorten rounds an epsilon up to three decimals: it is never stated too small.
func shorten(decimal string) string {
	v, ok := new(big.Rat).SetString(decimal)
	if !ok || len(decimal) > 64 {
		return clean(decimal)
	}
	v.Mul(v, big.NewRat(1000, 1))
	q, rest := new(big.Int).DivMod(v.Num(), v.Denom(), new(big.Int))
	if rest.Sign() != 0 {
		q.Add(q, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(q, big.NewInt(1000)).FloatString(3)
}

func percentName(confidence string) string {
	if v, err := strconv.ParseFloat(confidence, 64); err == nil {
		return strconv.FormatFloat(v*100, 'f', 0, 64) + "%"
	}
	return clean(confidence)
}

// suppressed stands for a figure that is kept back, of few people or of many: which of the two is not told, since a
// reader who knew which cells are the few could tell more of them.
const suppressed = figure.Suppressed

// countMeasure is the measure of a query that counts rows.
const countMeasure = "count"

// measures are a query's measures as they are headed: a count is one of rows, of which a person may have several.
func measures(q *query.Result) []string {
	heads := slices.Clone(q.Measures)
	for i, m := range heads {
		if m == countMeasure {
			heads[i] = "rows"
		}
	}
	return heads
}

// notes say how to read the figures.
func notes(r *statistics.Result) []string {
	out := []string{"Who consented counts with or without a row in the data: how many of them have rows is not " +
		"said, since it was not asked."}
	if r.Query != nil && slices.Contains(r.Query.Measures, countMeasure) &&
		(r.Privacy == nil || r.Privacy.MaxContributions > 1) {
		most := ""
		if r.Privacy != nil {
			most = fmt.Sprintf(", up to %d", r.Privacy.MaxContributions)
		}
		out = append(out, "rows: of these a person may have several"+most+
			"; people are counted where each has one row.")
	}
	if r.Floor > 0 {
		out = append(out, fmt.Sprintf(
			"suppressed: a figure of fewer than %d people, or one of any size from which, with the others, such a "+
				"figure would follow; which of the two is not said. The policy keeps these back from exact releases. "+
				"Where few rows lack a value, a question about those that have it, filtered, shows the others.",
			r.Floor))
	}
	if r.Privacy != nil {
		out = append(out,
			"Each interval [low, high] by itself holds the exact value in "+percentName(r.Privacy.Confidence)+
				" of releases; "+
				"figures are estimates from noisy counts.",
			"The noise can be taken off "+clean(r.Privacy.Removable)+".")
	}
	if r.Fairness == nil {
		return out
	}
	out = append(out,
		"selected: predicted positive; prevalence: positive label; FPR = FP/(FP+TN), FNR = FN/(FN+TP), PPV = "+
			"TP/(TP+FP), NPV = TN/(TN+FN).",
		"Differences are group minus reference, ratios group over reference. Equalised odds is the larger of |FPR "+
			"difference| and |TPR difference|.")
	if slices.ContainsFunc(r.Fairness.Groupings,
		func(g fairness.Grouping) bool { return g.Overall.LeftOut != nil }) {
		out = append(out, "left out: rows of the group without a label or a prediction; no other figure has them, and "+
			"where they are many the comparisons say little of the group"+leftOutSuppressed(r)+".")
	}
	if names := tiny(r.Fairness); r.Privacy == nil && len(names) > 0 {
		out = append(out, "One row or none is in "+strings.Join(names, ", ")+": its rates say nothing of a group.")
	}
	if slices.ContainsFunc(r.Fairness.Groupings, func(g fairness.Grouping) bool {
		return slices.ContainsFunc(g.Groups, beyondFourFifths)
	}) {
		out = append(out, "* the disparate impact is below 4/5 or above 5/4: the four-fifths rule of 29 CFR "+
			"1607.4(D), for a prediction that favours or that burdens.")
	}
	return out
}

// leftOutSuppressed adds that a number of rows left out that is suppressed can be large, where there is one.
func leftOutSuppressed(r *statistics.Result) string {
	suppressed := func(g fairness.Group) bool { return g.LeftOut != nil && g.LeftOut.Suppressed() }
	if !slices.ContainsFunc(r.Fairness.Groupings, func(g fairness.Grouping) bool {
		return suppressed(g.Overall) || slices.ContainsFunc(g.Groups, suppressed)
	}) {
		return ""
	}
	return "; where their number is suppressed, they may be few or many"
}

// tiny are the groups of one row or none.
func tiny(f *fairness.Result) (names []string) {
	for _, grouping := range f.Groupings {
		for _, g := range grouping.Groups {
			if n, ok := value(g.Matrix.N); ok && n <= 1 {
				names = append(names, clean(grouping.Name)+" "+clean(g.Name))
			}
		}
	}
	return names
}

// beyondFourFifths says whether a group is selected at less than four fifths of the reference's rate, or the reference
// at less than four fifths of the group's: which of the two is the disadvantage depends on what is predicted.
func beyondFourFifths(g fairness.Group) bool {
	if g.Comparison == nil {
		return false
	}
	v, ok := value(g.Comparison.DisparateImpact)
	return ok && (v < 0.8 || v > 1.25)
}

// value is a figure's point estimate.
func value(f figure.Figure) (float64, bool) { return parse(f.Value) }

func parse(s string) (float64, bool) {
	if s == "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// clean makes a name safe to print: no control characters, no marks that reorder text, no line breaks.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) && r != ' ' {
			return '\ufffd'
		}
		return r
	}, s)
}
