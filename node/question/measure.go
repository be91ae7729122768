package question

import (
	"fmt"

	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
)

// measureWords is how a question says what an operation computes.
type measureWords struct {
	// figure completes "the ... of" a column, and flag says what is computed of a column of truth values.
	figure, flag string
	// nulls says what happens to empty cells.
	nulls, flagNulls string
}

func wordsOf(o query.Op) measureWords {
	return map[query.Op]measureWords{
		query.Count: {figure: "number of rows"},
		query.Sum:   {figure: "sum", flag: "number", nulls: ", empty ones counted as nothing"},
		query.Mean: {figure: "mean", flag: "share", nulls: ", over rows that have it",
			flagNulls: ", among rows that have it"},
	}[o]
}

// measureName is a measure in the line that sums a question up.
func measureName(m *query.Measure) string {
	if !m.Op.OfColumn() {
		return wordsOf(m.Op).figure
	}
	return wordsOf(m.Op).figure + " of " + named(m.Column)
}

// measure says what a measure is.
func (w *writer) measure(m *query.Measure) string {
	words := wordsOf(m.Op)
	if !m.Op.OfColumn() {
		return "the " + words.figure
	}
	c, name := w.column(m.Column), named(m.Column)
	if c.Type == schema.Boolean {
		return "the " + words.flag + " of rows where " + name + " is true" + given(c, words.flagNulls)
	}
	low, high := c.Bounds()
	from, to := c.Text(low), c.Text(high)
	bounds := fmt.Sprintf(", which the schema bounds by %s and %s", from, to)
	if m.Min != "" || m.Max != "" {
		if m.Min != "" {
			from = m.Min
		}
		if m.Max != "" {
			to = m.Max
		}
		bounds = fmt.Sprintf(", values below %s counted as %s and above %s as %s", from, from, to, to)
	}
	return "the " + words.figure + " of " + name + bounds + given(c, words.nulls)
}
