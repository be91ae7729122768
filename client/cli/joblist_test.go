package cli

import (
	"bytes"
	"strings"
	"testing"
)

// A dataset's name, which is whatever its registrant wrote, makes no line of its own in a list, and turns none.
func TestListed_names(t *testing.T) {
	var out bytes.Buffer
	(&listed{Name: "study\nforged  done\u202e", Question: "number of rows"}).print(&out)
	if lines := strings.Split(strings.TrimSpace(out.String()), "\n"); len(lines) != 2 ||
		!strings.Contains(lines[0], `"study\nforged  done\u202e", `) {
		t.Errorf("the list reads\n%s", out.String())
	}
}
