package synthetic

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/assent-network/assent/protocol/schema"
)

// Mock writes a table for any schema to try programs on: every cell is drawn by itself, uniformly from what the schema
// allows, so it holds nothing of any dataset but what the schema already says. A tenth of the nullable cells are empty,
// and subjects have one to maxContributions rows.
func Mock(w io.Writer, s *schema.Schema, seed string, subjects int) error {
	if subjects < 1 || subjects > MaxPeople {
		return fmt.Errorf("making mock data: %d subjects, want 1 to %d", subjects, MaxPeople)
	}
	src := newSource("mock", seed)
	out := bufio.NewWriter(w)
	names := []string{quote(s.Subject)}
	for i := range s.Columns {
		names = append(names, quote(s.Columns[i].Name))
	}
	_, _ = out.WriteString(strings.Join(names, ",") + "\n")
	for subject := 1; subject <= subjects; subject++ {
		for range 1 + src.below(s.MaxContributions) {
			fmt.Fprintf(out, "mock-%d", subject)
			for i := range s.Columns {
				_ = out.WriteByte(',')
				c := &s.Columns[i]
				if c.Nullable && src.chance(100) {
					continue
				}
				low, high := c.Bounds()
				// At most 2^54 values, so the bias of the remainder is below 2^-10.
				v := low + int64(src.chacha.Uint64()%uint64(high-low+1))
				_, _ = out.WriteString(quote(c.Text(v)))
			}
			_ = out.WriteByte('\n')
		}
	}
	return out.Flush()
}

func quote(cell string) string {
	if !strings.ContainsAny(cell, `,"`) {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}
