package propose

import (
	"fmt"
	"slices"
	"strings"
)

// columnNotes are what is said of columns, each once with all the columns that it is said of.
type columnNotes []columnNote

type columnNote struct {
	text, generic string // generic has columnWord for the column's name
	labels        []string
	left          bool // the columns are left out
}

// columnWord stands in flags for the name of a column where several are meant.
const columnWord = "COLUMN"

// add takes a note of a column. What is said of bounds is taken apart, so that what many columns share is said once.
func (l *columnNotes) add(label, name, note string, left bool) {
	if note == "" {
		return
	}
	generic := note
	if name != "" {
		generic = strings.NewReplacer("'"+name+"'", "'"+columnWord+"'", "'"+name+"=", "'"+columnWord+"=").Replace(note)
	}
	parts := []string{generic}
	if strings.HasPrefix(note, widen) {
		parts = strings.Split(generic, "; ")
	}
	for _, part := range parts {
		i := slices.IndexFunc(*l, func(n columnNote) bool { return n.generic == part && n.left == left })
		if i < 0 {
			text := strings.NewReplacer("'"+columnWord+"'", "'"+name+"'", "'"+columnWord+"=", "'"+name+"=").Replace(
				part)
			i, *l = len(*l), append(*l, columnNote{text: text, generic: part, left: left})
		}
		(*l)[i].labels = append((*l)[i].labels, label)
	}
}

// lines are the notes: of what is left out first, and of the rest what fewer columns have in common.
func (l columnNotes) lines() (lines []string) {
	slices.SortStableFunc(l, func(a, b columnNote) int {
		switch {
		case a.left != b.left && a.left:
			return -1
		case a.left != b.left:
			return 1
		case a.left:
			return 0
		}
		return len(a.labels) - len(b.labels)
	})
	for _, n := range l {
		if len(n.labels) == 1 {
			lines = append(lines, fmt.Sprintf("column %s: %s", n.labels[0], n.text))
			continue
		}
		lines = append(lines, fmt.Sprintf("each of %d columns, %s: %s", len(n.labels), strings.Join(n.labels, ", "),
			n.generic))
	}
	return lines
}
