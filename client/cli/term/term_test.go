package term_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/client/cli/term"
)

func TestReportIsOneLineThatSteersNothing(t *testing.T) {
	var out bytes.Buffer
	x := &term.Terminal{Err: &out}
	code := x.Report(term.Fail(term.ExitVerify, "ask again", "%w", errors.New("issuer \x1b[2J\u202etxt\r\nsecond line")))
	if want := "assent: error: issuer �[2J�txt second line\nassent: hint: ask again\n"; out.String() != want || code != term.ExitVerify {
		t.Errorf("code %d, %q", code, out.String())
	}
	out.Reset()
	if code := x.Report(nil); code != term.ExitOK || out.Len() != 0 {
		t.Errorf("code %d, %q", code, out.String())
	}
}

// Progress goes to standard error, and whether lines are drawn again depends on that stream alone.
func TestStep(t *testing.T) {
	for _, redraw := range []bool{false, true} {
		for _, color := range []bool{false, true} {
			var out, notes bytes.Buffer
			x := &term.Terminal{Out: &out, Err: &notes, Now: func() time.Time { return time.Unix(0, 0) },
				Redraw: redraw, Color: color}
			x.Step("nodes")("%d started", 2)
			if !strings.HasSuffix(notes.String(), "nodes: 2 started\n") || out.Len() != 0 ||
				strings.Contains(notes.String(), "\x1b") != redraw {
				t.Errorf("redraw %v, color %v: %q, %q", redraw, color, notes.String(), out.String())
			}
		}
	}
}
