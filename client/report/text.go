package report

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/statistics"
)

// printer collects text.
type printer struct {
	b     strings.Builder
	style Style
}

func (p *printer) line(s string) { p.b.WriteString(strings.TrimRight(s, " ") + "\n") }

func (p *printer) escape(code, s string) string {
	if !p.style.Color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *printer) bold(s string) string { return p.escape("1", s) }
func (p *printer) dim(s string) string  { return p.escape("2", s) }

// bar colours the filled part of a bar: the blue of the picture.
func (p *printer) bar(s string) string { return p.escape("38;5;25", s) }

// wrapped writes a text, broken at words, each line in the given style.
func (p *printer) wrapped(note string, style func(string) string) {
	line := ""
	for word := range strings.FieldsSeq(note) {
		if line != "" && lipgloss.Width(line)+1+lipgloss.Width(word) > p.style.width() {
			p.line(style(line))
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	p.line(style(line))
}

// column is one column of a table: right-aligned cells under a heading.
type column struct {
	heading string
	cells   []string
}

// table writes rows under headings. Columns that do not fit start another table, with the row names repeated.
func (p *printer) table(corner string, names []string, columns []column) {
	first := lipgloss.Width(corner)
	for _, n := range names {
		first = max(first, lipgloss.Width(n))
	}
	for len(columns) > 0 {
		var widths []int
		total := first
		for _, c := range columns {
			w := lipgloss.Width(c.heading)
			for _, cell := range c.cells {
				w = max(w, lipgloss.Width(cell))
			}
			if total += 2 + w; total > p.style.width() && len(widths) > 0 {
				break
			}
			widths = append(widths, w)
		}
		head := pad(corner, first, false)
		for i, w := range widths {
			head += "  " + pad(columns[i].heading, w, true)
		}
		p.line("")
		p.line(p.bold(head))
		for row, name := range names {
			line := pad(name, first, false)
			for i, w := range widths {
				line += "  " + pad(columns[i].cells[row], w, true)
			}
			p.line(line)
		}
		columns = columns[len(widths):]
	}
}

func pad(s string, width int, right bool) string {
	space := strings.Repeat(" ", max(0, width-lipgloss.Width(s)))
	if right {
		return space + s
	}
	return s + space
}

// percent writes a rate.
func percent(f figure.Figure) string {
	return ranged(f, func(s string) string {
		v, ok := parse(s)
		if !ok {
			return "-"
		}
		return strconv.FormatFloat(v*100, 'f', 2, 64)
	}, "%")
}

// signed writes a difference of rates, in percentage points.
func signed(f figure.Figure) string {
	return ranged(f, func(s string) string {
		v, ok := parse(s)
		if !ok {
			return "-"
		}
		return fmt.Sprintf("%+.2f", v*100)
	}, "")
}

// plain writes a number as it is, with at most so many decimals.
func plain(decimals int) func(figure.Figure) string {
	return func(f figure.Figure) string {
		return ranged(f, func(s string) string {
			_, fraction, ok := strings.Cut(s, ".")
			if ok && len(fraction) > decimals || strings.Contains(s, "e") {
				if v, ok := parse(s); ok {
					return strconv.FormatFloat(v, 'f', decimals, 64)
				}
			}
			if s == "" {
				return "-"
			}
			return clean(s)
		}, "")
	}
}

// ranged writes a figure with its interval, if it has one.
func ranged(f figure.Figure, write func(string) string, unit string) string {
	if f.Suppressed() {
		return suppressed
	}
	s := write(f.Value)
	if s != "-" {
		s += unit
	}
	if f.Low == "" {
		return s
	}
	high := "∞"
	if f.High != "" {
		high = write(f.High)
	}
	return s + " [" + write(f.Low) + ", " + high + "]"
}

// metric is one figure of a group, with its name and how it is written.
type metric struct {
	name  string
	of    func(*fairness.Group) *figure.Figure
	write func(figure.Figure) string
}

// countMetrics are the counts of a grouping's groups: rows, of which a person may have several.
func countMetrics(leftOut bool) []metric {
	all := []metric{
		{"rows", func(g *fairness.Group) *figure.Figure { return &g.Matrix.N }, plain(0)},
		{"TP", func(g *fairness.Group) *figure.Figure { return &g.Matrix.TP }, plain(0)},
		{"FP", func(g *fairness.Group) *figure.Figure { return &g.Matrix.FP }, plain(0)},
		{"TN", func(g *fairness.Group) *figure.Figure { return &g.Matrix.TN }, plain(0)},
		{"FN", func(g *fairness.Group) *figure.Figure { return &g.Matrix.FN }, plain(0)},
	}
	if leftOut {
		all = append(all, metric{"left out", func(g *fairness.Group) *figure.Figure { return g.LeftOut }, plain(0)})
	}
	return all
}

func rateMetrics() []metric {
	return []metric{
		{"selected", func(g *fairness.Group) *figure.Figure { return &g.Rates.SelectionRate }, percent},
		{"prevalence", func(g *fairness.Group) *figure.Figure { return &g.Rates.Prevalence }, percent},
		{"FPR", func(g *fairness.Group) *figure.Figure { return &g.Rates.FPR }, percent},
		{"FNR", func(g *fairness.Group) *figure.Figure { return &g.Rates.FNR }, percent},
		{"PPV", func(g *fairness.Group) *figure.Figure { return &g.Rates.PPV }, percent},
		{"NPV", func(g *fairness.Group) *figure.Figure { return &g.Rates.NPV }, percent},
		{"accuracy", func(g *fairness.Group) *figure.Figure { return &g.Rates.Accuracy }, percent},
	}
}

func comparisonMetrics() []metric {
	type comparison = fairness.Comparison
	of := func(pick func(*comparison) *figure.Figure) func(*fairness.Group) *figure.Figure {
		return func(g *fairness.Group) *figure.Figure {
			if g.Comparison == nil {
				return nil
			}
			return pick(g.Comparison)
		}
	}
	return []metric{
		{"disparate impact", of(func(c *comparison) *figure.Figure { return &c.DisparateImpact }), plain(3)},
		{"stat. parity", of(func(c *comparison) *figure.Figure { return &c.StatisticalParityDifference }), signed},
		{"equal opp.", of(func(c *comparison) *figure.Figure { return &c.EqualOpportunityDifference }), signed},
		{"equalised odds", of(func(c *comparison) *figure.Figure { return &c.EqualisedOddsDifference }), signed},
		{"FPR diff.", of(func(c *comparison) *figure.Figure { return &c.FPRDifference }), signed},
		{"FNR diff.", of(func(c *comparison) *figure.Figure { return &c.FNRDifference }), signed},
		{"pred. parity", of(func(c *comparison) *figure.Figure { return &c.PredictiveParityDifference }), signed},
	}
}

func (p *printer) fairness(r *statistics.Result) {
	for i := range r.Fairness.Groupings {
		g := &r.Fairness.Groupings[i]
		p.line("")
		p.line(p.bold("By " + clean(g.Name) + ", compared with " + clean(g.Reference)))
		rows := make([]*fairness.Group, 0, len(g.Groups)+1)
		for j := range g.Groups {
			rows = append(rows, &g.Groups[j])
		}
		rows = append(rows, &g.Overall)
		names := make([]string, len(rows))
		for j, group := range rows {
			names[j] = clean(group.Name)
		}
		p.metrics("counts", names, rows, countMetrics(g.Overall.LeftOut != nil))
		p.metrics("rates", names, rows, rateMetrics())
		var compared []*fairness.Group
		var comparedNames []string
		for j, group := range rows {
			if group.Comparison != nil {
				name := names[j]
				if beyondFourFifths(*group) {
					name += " *"
				}
				compared, comparedNames = append(compared, group), append(comparedNames, name)
			}
		}
		if len(compared) > 0 {
			p.metrics("against "+clean(g.Reference)+" (points)", comparedNames, compared, comparisonMetrics())
		}
		for _, m := range rateMetrics() {
			if m.name == "selected" || m.name == "FPR" || m.name == "FNR" {
				p.bars(m.name, names, rows, m)
			}
		}
	}
}

func (p *printer) metrics(corner string, names []string, rows []*fairness.Group, metrics []metric) {
	columns := make([]column, len(metrics))
	for i, m := range metrics {
		columns[i].heading = m.name
		for _, g := range rows {
			columns[i].cells = append(columns[i].cells, m.write(*m.of(g)))
		}
	}
	p.table(corner, names, columns)
}

// bars draws one rate of every group, from 0 to 100%.
func (p *printer) bars(title string, names []string, rows []*fairness.Group, m metric) {
	p.line("")
	p.line(p.bold(title + ", 0 to 100%"))
	figures := make([]figure.Figure, len(rows))
	for i, g := range rows {
		figures[i] = *m.of(g)
	}
	p.drawBars(names, figures, 1, m.write)
}

func (p *printer) drawBars(names []string, figures []figure.Figure, top float64, write func(figure.Figure) string) {
	first, last := 0, 0
	for i, n := range names {
		first, last = max(first, lipgloss.Width(n)), max(last, lipgloss.Width(write(figures[i])))
	}
	width := min(50, max(10, p.style.width()-first-last-4))
	for i, f := range figures {
		p.line(pad(names[i], first, false) + "  " + p.drawBar(f, top, width) + "  " + write(f))
	}
}

// drawBar fills up to the estimate, and shows the interval as a line over the bar's end.
func (p *printer) drawBar(f figure.Figure, top float64, width int) string {
	at := func(v float64) int { return min(width, max(0, int(v/top*float64(width)+0.5))) }
	v, ok := value(f)
	if f.Suppressed() {
		return pad(suppressed, width, false)
	}
	if !ok {
		return pad("not defined", width, false)
	}
	end := at(v)
	low, hasLow := parse(f.Low)
	high, hasHigh := parse(f.High)
	if !hasLow {
		return p.bar(strings.Repeat("█", end)) + strings.Repeat("·", width-end)
	}
	if !hasHigh {
		high = top
	}
	from, to := min(at(low), end), max(at(high), end)
	return p.bar(strings.Repeat("█", from)+strings.Repeat("▓", end-from)) + strings.Repeat("─", to-end) +
		strings.Repeat("·", width-to)
}

func (p *printer) query(r *statistics.Result) {
	q := r.Query
	names := make([]string, len(q.Cells))
	for i, cell := range q.Cells {
		group := make([]string, len(cell.Group))
		for j, g := range cell.Group {
			group[j] = clean(g)
		}
		if names[i] = strings.Join(group, " / "); len(group) == 0 {
			names[i] = "all"
		}
	}
	columns := make([]column, len(q.Measures))
	heads := measures(q)
	for i, m := range heads {
		columns[i].heading = clean(m)
		for _, cell := range q.Cells {
			columns[i].cells = append(columns[i].cells, plain(4)(cell.Figures[i]))
		}
	}
	groupings := make([]string, len(q.Groupings))
	for i, g := range q.Groupings {
		groupings[i] = clean(g)
	}
	p.table(strings.Join(groupings, " / "), names, columns)
	for i, m := range heads {
		figures := make([]figure.Figure, len(q.Cells))
		for j, cell := range q.Cells {
			figures[j] = cell.Figures[i]
		}
		if top, ok := scaleTop(figures); ok && len(figures) > 1 {
			p.line("")
			p.line(p.bold(clean(m)))
			p.drawBars(names, figures, top, plain(4))
		}
	}
}

// scaleTop is the end of a bar chart's scale. Figures below zero have none: they are in the table only.
func scaleTop(figures []figure.Figure) (float64, bool) {
	top := 0.0
	for _, f := range figures {
		for _, s := range []string{f.Value, f.High} {
			if v, ok := parse(s); ok {
				if v < 0 {
					return 0, false
				}
				top = max(top, v)
			}
		}
	}
	return top, top > 0
}
