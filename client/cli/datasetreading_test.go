package cli

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/custodian/propose"
	"github.com/assent-network/assent/node/vault/table"
)

// A flag of a reading in a note, with its value.
var flagInNote = regexp.MustCompile(
	`--(decimal|thousands|units|trim|parentheses|minus-behind|encoding|skip-lines|date)` +
		`( '[^']*'("'"'[^']*')?| "[^"]*"| [^ '"-][^ ;)]*)?`)

// TestRemediesHelp: what the notes of dataset schema name, typed as it stands, has the column proposed, and keeps what
// was proposed of the other columns.
func TestRemediesHelp(t *testing.T) {
	for name, c := range map[string]struct {
		cells   []string // of column n; column m has numbers with a decimal point
		other   []string
		reading table.Reading
	}{
		"a minus behind":            {cells: []string{"404,55-", "12,10", "7,05"}},
		"a minus behind, thousands": {cells: []string{"1.404,55-", "12,10", "7,05"}},
		"brackets with dollars":     {cells: []string{"($37.67)", "$12.10", "$7.05"}},
		"euros":                     {cells: []string{"12,10 €", "7,05 €"}},
		"per cent":                  {cells: []string{"12%", "7%"}},
		"dollars and thousands":     {cells: []string{"$1,212.10", "$7.05"}},
		"commas beside points":      {cells: []string{"12,15", "7,05"}, other: []string{"1.5", "2.5"}},
		"thousands beside points":   {cells: []string{"1.234,5", "2.007,5"}, other: []string{"1.5", "2.5"}},
		"points in a table of commas": {cells: []string{"1.25", "0.5"}, other: []string{"1,5", "2,5"},
			reading: table.Reading{Decimal: ","}},
		"apostrophes beside points": {cells: []string{"1'234'500", "2'500'000"}, other: []string{"1.5", "2.5"}},
		"days":                      {cells: []string{"31.12.2020", "01.02.2021"}},
		"a space before quotes":     {cells: []string{` "5"`, ` "6"`}},
	} {
		if c.other == nil {
			c.other = []string{"1", "0"}
		}
		c.reading.Delimiter = ";"
		text := "id;n;m\n"
		for i := range 40 {
			text += fmt.Sprintf("p%d;%s;%s\n", i, c.cells[i%len(c.cells)], c.other[i%len(c.other)])
		}
		first, _ := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id", Reading: c.reading})
		var flags []string
		for _, note := range first.Notes {
			if strings.Contains(note, `"n"`) || strings.Contains(note, "no rows") {
				for _, m := range flagInNote.FindAllStringSubmatch(note, -1) {
					if flags = append(flags, "--"+m[1]); m[2] != "" && m[1] != "trim" && m[1] != "parentheses" {
						flags = append(flags, strings.Trim(strings.ReplaceAll(m[2][1:], `'"'"'`, "\x00"), `'"`))
					}
				}
			}
		}
		for i, f := range flags {
			flags[i] = strings.ReplaceAll(f, "\x00", "'")
		}
		var said readingFlags
		cmd := &cobra.Command{}
		said.flags(cmd)
		reading := c.reading
		if err := cmd.ParseFlags(flags); err != nil {
			t.Errorf("%s: %q: %v", name, flags, err)
			continue
		}
		if err := said.apply(cmd, &reading); err != nil {
			t.Errorf("%s: %q: %v", name, flags, err)
			continue
		}
		second, err := propose.Schema(strings.NewReader(text), propose.Config{Subject: "id", Reading: reading})
		if err != nil || len(second.Schema.Columns) != 2 || len(flags) == 0 {
			t.Errorf("%s: %q of %q does not help: %v, %q", name, flags, first.Notes, err, second.Notes)
		}
	}
}

// TestSplitWords: a word with a comma in it stands in double quotes.
func TestSplitWords(t *testing.T) {
	for text, want := range map[string][]string{"NA,?,-": {"NA", "?", "-"}, `"<0,6",NA`: {"<0,6", "NA"}, "": {""},
		"a,":        {"a", ""},
		`5" pipe,b`: {`5" pipe`, "b"}, `"say ""no""",b`: {`say "no"`, "b"}} {
		if got, err := splitWords(text); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v, want %q", text, got, err, want)
		}
	}
	if _, err := splitWords("a\nb"); err == nil {
		t.Error("a list of two lines is taken")
	}
}
