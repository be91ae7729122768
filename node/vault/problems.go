package vault

import (
	"fmt"
	"github.com/assent-network/assent/protocol/schema"
	"slices"
	"strings"
)

// Problem is one kind of problem of a table: of a column, or of lines as a whole when Column is empty.
type Problem struct {
	Column string `json:"column,omitempty"`
	// Reason completes "the cell is ...", or says what is wrong with the line.
	Reason string `json:"reason"`
	// Cells is how many cells, or lines, have it.
	Cells int `json:"cells"`
	// Lines are the first lines that have it.
	Lines []int `json:"lines"`
}

// BySchema reports whether the cells are such as a wider schema would allow.
func (p Problem) BySchema() bool { return schema.FitsWider(p.Reason) }

func (p Problem) String() string {
	lines := strings.Trim(strings.Join(strings.Fields(fmt.Sprint(p.Lines)), ", "), "[]")
	where := "line " + lines
	if p.Cells > 1 {
		where = "lines " + lines
	}
	if p.Cells > len(p.Lines) {
		where = "first on " + where
	}
	if p.Column == "" {
		if p.Cells == 1 {
			return fmt.Sprintf("%s: 1 line, %s", p.Reason, where)
		}
		return fmt.Sprintf("%s: %d lines, %s", p.Reason, p.Cells, where)
	}
	if p.Cells == 1 {
		return fmt.Sprintf("column %q: 1 cell is %s, %s", p.Column, p.Reason, where)
	}
	return fmt.Sprintf("column %q: %d cells are %s, %s", p.Column, p.Cells, p.Reason, where)
}

// Problems is all that is wrong with a table. It never holds a cell.
type Problems struct {
	// Table is the file, where one is known.
	Table string
	List  []Problem
}

// The first lines that are named of each problem, and the most kinds of problems that are told apart.
const (
	problemLines = 3
	maxProblems  = 1024
)

func (p *Problems) add(line int, column, reason string) {
	i := slices.IndexFunc(p.List, func(k Problem) bool { return k.Column == column && k.Reason == reason })
	if i < 0 {
		if len(p.List) == maxProblems {
			return
		}
		i, p.List = len(p.List), append(p.List, Problem{Column: column, Reason: reason})
	}
	k := &p.List[i]
	if k.Cells++; len(k.Lines) < problemLines {
		k.Lines = append(k.Lines, line)
	}
}

// found returns nil without a problem, and the problem itself if there is one only.
func (p *Problems) found() error {
	switch {
	case len(p.List) == 0:
		return nil
	case len(p.List) == 1 && p.List[0].Cells == 1:
		only := p.List[0]
		return &CellError{Line: only.Lines[0], Column: only.Column, Reason: only.Reason}
	}
	return p
}

func (p *Problems) Error() string {
	const shown = 5
	var said []string
	for _, k := range p.List[:min(len(p.List), shown)] {
		said = append(said, k.String())
	}
	if more := len(p.List) - shown; more > 0 {
		said = append(said, fmt.Sprintf("and %d problems more", more))
	}
	return strings.Join(said, "; ")
}
