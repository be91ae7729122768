package report

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

// The picture's colours are from Okabe and Ito's palette, which people with any common colour vision tell apart, in
// shades with a contrast of at least 4.5 to 1 on white for text. Shape and text say the same as colour: the reference
// group is a diamond, the others are circles.
const (
	colorInk       = "#1a1a1a"
	colorMuted     = "#595959"
	colorGrid      = "#d9d9d9"
	colorGroup     = "#0072b2" // blue
	colorReference = "#b34700" // vermilion, darkened
)

// Sizes in pixels.
const (
	picWidth  = 1000
	picMargin = 24
	nameWidth = 190
	rowHeight = 26
	panelGap  = 24
	// numberWidth is the room for a panel's numbers, right of its plot.
	numberWidth = 62
	titleSize   = 18
	textSize    = 13
	maxPicRows  = 64
)

// SVG draws the result: for a fairness audit, selection rate, FPR, FNR and PPV of every group with error bars; for a
// query, a bar per group and measure. It stands alone: no script, no font, no other file.
func SVG(r *statistics.Result) []byte {
	s := &svg{y: picMargin}
	for i, line := range summary(r) {
		size, color := textSize, colorMuted
		if i == 0 {
			size, color = titleSize, colorInk
		}
		s.text(picMargin, s.y+size, size, color, "start", line)
		s.y += size + 8
	}
	switch {
	case r.Fairness != nil:
		for i := range r.Fairness.Groupings {
			s.fairness(&r.Fairness.Groupings[i])
		}
	case r.Query != nil:
		s.query(r.Query)
	}
	s.y += 10
	for _, note := range notes(r) {
		if strings.HasPrefix(note, "*") {
			continue // the picture has no stars
		}
		for _, line := range wrap(note, 138) {
			s.text(picMargin, s.y+12, 12, colorMuted, "start", line)
			s.y += 17
		}
	}
	return s.finish(r)
}

// wrap breaks text at words, at about so many characters.
func wrap(text string, width int) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

type svg struct {
	b strings.Builder
	y int
}

func (s *svg) finish(r *statistics.Result) []byte {
	head := summary(r)
	height := s.y + picMargin
	var out strings.Builder
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" `+
		`role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif">`+
		"\n", picWidth, height, picWidth, height)
	fmt.Fprintf(&out, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(head[0]),
		escape(describe(r)))
	fmt.Fprintf(&out, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", picWidth, height)
	out.WriteString(s.b.String())
	out.WriteString("</svg>\n")
	return []byte(out.String())
}

// describe says the picture in words, for people who do not see it.
func describe(r *statistics.Result) string {
	var b strings.Builder
	b.WriteString(strings.Join(summary(r), ". "))
	if r.Fairness != nil {
		for _, g := range r.Fairness.Groupings {
			fmt.Fprintf(&b, ". By %s, compared with %s", clean(g.Name), clean(g.Reference))
			for i := range g.Groups {
				group := &g.Groups[i]
				fmt.Fprintf(&b, "; %s: selected %s, FPR %s, FNR %s, PPV %s", clean(group.Name),
					percent(group.Rates.SelectionRate), percent(group.Rates.FPR), percent(group.Rates.FNR), percent(
						group.Rates.PPV))
			}
		}
	}
	b.WriteString(".")
	return b.String()
}

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(clean(text))) // a strings.Builder takes everything
	return b.String()
}

func (s *svg) text(x, y, size int, color, anchor, text string) {
	fmt.Fprintf(&s.b, `<text x="%d" y="%d" font-size="%d" fill="%s" text-anchor="%s">%s</text>`+"\n",
		x, y, size, color, anchor, escape(text))
}

func (s *svg) lineAt(x1, y1, x2, y2 int, color, extra string) {
	fmt.Fprintf(&s.b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s"%s/>`+"\n", x1, y1, x2, y2, color, extra)
}

// clip shortens a name to what fits in front of a row.
func clip(name string, runes int) string {
	if r := []rune(name); len(r) > runes {
		return string(r[:runes-1]) + "…"
	}
	return name
}

func (s *svg) fairness(g *fairness.Grouping) {
	s.y += 16
	s.text(picMargin, s.y+16, 16, colorInk, "start", "By "+g.Name+", compared with "+g.Reference)
	s.y += 34
	rows := make([]*fairness.Group, 0, len(g.Groups)+1)
	for i := range g.Groups {
		if len(rows) < maxPicRows {
			rows = append(rows, &g.Groups[i])
		}
	}
	rows = append(rows, &g.Overall)
	panels := []struct {
		title string
		of    func(*fairness.Rates) figure.Figure
	}{
		{"selection rate", func(r *fairness.Rates) figure.Figure { return r.SelectionRate }},
		{"false positive rate", func(r *fairness.Rates) figure.Figure { return r.FPR }},
		{"false negative rate", func(r *fairness.Rates) figure.Figure { return r.FNR }},
		{"positive predictive value", func(r *fairness.Rates) figure.Figure { return r.PPV }},
	}
	width := (picWidth - 2*picMargin - nameWidth - (len(panels)-1)*panelGap) / len(panels)
	plot := width - numberWidth
	top := s.y
	bottom := top + 24 + len(rows)*rowHeight
	for i, group := range rows {
		y := top + 24 + i*rowHeight + rowHeight/2
		weight := colorInk
		if group.Name == g.Reference && group.Comparison == nil {
			weight = colorReference
		}
		s.text(picMargin, y+5, textSize, weight, "start", clip(clean(group.Name), 26))
	}
	for i, panel := range panels {
		x := picMargin + nameWidth + i*(width+panelGap)
		s.text(x, top+12, textSize, colorInk, "start", panel.title)
		for _, tick := range []int{0, 25, 50, 75, 100} {
			tx := x + tick*plot/100
			s.lineAt(tx, top+22, tx, bottom, colorGrid, "")
			if tick%50 == 0 {
				s.text(tx, bottom+16, 12, colorMuted, "middle", strconv.Itoa(tick)+"%")
			}
		}
		at := func(v float64) int { return x + int(min(1, max(0, v))*float64(plot)+0.5) }
		for _, group := range g.Groups {
			if v, ok := value(panel.of(&group.Rates)); ok && group.Name == g.Reference {
				s.lineAt(at(v), top+22, at(v), bottom, colorReference, ` stroke-dasharray="4 3"`)
			}
		}
		for row, group := range rows {
			y := top + 24 + row*rowHeight + rowHeight/2
			s.point(at, y, panel.of(&group.Rates), group, group.Name == g.Reference && row < len(rows)-1)
			s.text(x+width, y+4, 12, colorInk, "end", estimate(panel.of(&group.Rates)))
		}
	}
	s.y = bottom + 26
}

// point draws an estimate with its error bar. Its tooltip has the numbers.
func (s *svg) point(at func(float64) int, y int, f figure.Figure, group *fairness.Group, reference bool) {
	fmt.Fprintf(&s.b, `<g><title>%s: %s</title>`+"\n", escape(group.Name), escape(percent(f)))
	defer s.b.WriteString("</g>\n")
	color := colorGroup
	if reference {
		color = colorReference
	}
	if low, ok := parse(f.Low); ok {
		high, ok := parse(f.High)
		if !ok {
			high = 1
		}
		s.lineAt(at(low), y, at(high), y, color, ` stroke-width="2"`)
		s.lineAt(at(low), y-5, at(low), y+5, color, ` stroke-width="2"`)
		s.lineAt(at(high), y-5, at(high), y+5, color, ` stroke-width="2"`)
	}
	v, ok := value(f)
	if !ok {
		return
	}
	if x := at(v); reference {
		fmt.Fprintf(&s.b, `<path d="M%d %dl6 6l-6 6l-6 -6z" fill="%s"/>`+"\n", x, y-6, color)
	} else {
		fmt.Fprintf(&s.b, `<circle cx="%d" cy="%d" r="5" fill="%s"/>`+"\n", x, y, color)
	}
}

// estimate is a rate without its interval.
func estimate(f figure.Figure) string {
	v, ok := value(f)
	if f.Suppressed() {
		return suppressed
	}
	if !ok {
		return "n/a"
	}
	return strconv.FormatFloat(v*100, 'f', 1, 64) + "%"
}

func (s *svg) query(q *query.Result) {
	cells := q.Cells[:min(len(q.Cells), maxPicRows)]
	for m, name := range measures(q) {
		figures := make([]figure.Figure, len(cells))
		for i, cell := range cells {
			figures[i] = cell.Figures[m]
		}
		s.y += 16
		s.text(picMargin, s.y+16, 16, colorInk, "start", name)
		s.y += 30
		top, drawable := scaleTop(figures)
		x := picMargin + nameWidth + 60
		width := picWidth - picMargin - x - 200
		at := func(v float64) int {
			if top == 0 {
				return x
			}
			return x + int(min(1, max(0, v/top))*float64(width)+0.5)
		}
		for i, cell := range cells {
			y := s.y + i*rowHeight + rowHeight/2
			group := strings.Join(cell.Group, " / ")
			if group == "" {
				group = "all"
			}
			s.text(picMargin, y+5, textSize, colorInk, "start", clip(clean(group), 34))
			f := figures[i]
			end := x
			if v, ok := value(f); ok && drawable {
				fmt.Fprintf(&s.b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"><title>%s</title></rect>`+"\n",
					x, y-7, at(v)-x, 14, colorGroup, escape(plain(4)(f)))
				end = at(v)
			}
			if low, ok := parse(f.Low); ok && drawable {
				high, ok := parse(f.High)
				if !ok {
					high = top
				}
				s.lineAt(at(low), y, at(high), y, colorInk, ` stroke-width="2"`)
				s.lineAt(at(low), y-5, at(low), y+5, colorInk, ` stroke-width="2"`)
				s.lineAt(at(high), y-5, at(high), y+5, colorInk, ` stroke-width="2"`)
				end = max(end, at(high))
			}
			s.text(end+9, y+5, 12, colorInk, "start", plain(4)(f))
		}
		s.y += len(cells)*rowHeight + 8
	}
	if left := len(q.Cells) - len(cells); left > 0 {
		s.y += 8
		s.text(picMargin, s.y+12, 12, colorMuted, "start", fmt.Sprintf("and %d groups more, in the table", left))
		s.y += 18
	}
}
