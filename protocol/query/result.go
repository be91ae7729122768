package query

import "github.com/assent-network/assent/protocol/figure"

// Result is a table: a row per cell of the groupings' product, in the order in which they are declared.
type Result struct {
	Groupings []string `json:"groupings"`
	Measures  []string `json:"measures"`
	Cells     []Line   `json:"cells"`
}

// Line is one line of the table: one group of each grouping, one figure per measure.
type Line struct {
	Group   []string        `json:"group"`
	Figures []figure.Figure `json:"figures"`
}

// Each calls f on every figure.
func (r *Result) Each(f func(*figure.Figure)) {
	for i := range r.Cells {
		for j := range r.Cells[i].Figures {
			f(&r.Cells[i].Figures[j])
		}
	}
}
