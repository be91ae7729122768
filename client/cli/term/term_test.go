package term_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/assent-network/assent/client/cli/term"
)

func TestReportIsOneLineThatSteersNothing(t *testing.T) {
	var out bytes.Buffer
	x := &term.Terminal{Err: &out}
	code := x.Report(term.Fail(term.ExitVerify, "ask again", "%w",
		errors.New("issuer \x1b[2J\u202etxt\r\nsecond line")))
	if want := "assent: error: issuer �[2J�txt second line\nassent: hint: ask again\n"; out.String() != want ||
		code != term.ExitVerify {
		t.Errorf("code %d, %q", code, out.String())
	}
	out.Reset()
	if code := x.Report(nil); code != term.ExitOK || out.Len() != 0 {
		t.Errorf("code %d, %q", code, out.String())
	}
}

// What strangers have put on record reaches a terminal as text, in results, notes and questions, with and without
// colours.
func TestWhatIsShownSteersNothing(t *testing.T) {
	const name = "heart\x1b[2J\x1b[8m\u009b2J\u202egnp.exe\a\r"
	for _, color := range []bool{false, true} {
		for _, asJSON := range []bool{false, true} {
			var out, notes bytes.Buffer
			x := &term.Terminal{Out: &out, Err: &notes, Color: color, JSON: asJSON, Now: time.Now}
			err := x.Result(map[string]string{"name": name}, func(w io.Writer) {
				fmt.Fprintf(w, "\x1b[1mname\x1b[0m\t%s\n", name)
			})
			if err != nil {
				t.Fatal(err)
			}
			x.Note("adding %s", name)
			x.Step("packing %s", name)("%s", name)
			if _, err := x.Ask(name + "?"); err != nil {
				t.Fatal(err)
			}
			x.Report(term.Fail(term.ExitInput, "say "+name, "no %s", name))
			shown := out.String()
			if asJSON {
				var back map[string]string
				if err := json.Unmarshal(out.Bytes(), &back); err != nil || back["name"] != name {
					t.Errorf("%q reads as %q, %v", shown, back, err)
				}
			} else if styled := strings.Contains(shown, "\x1b[1mname\x1b[0m\t"); styled != color {
				t.Errorf("color %v: %q", color, shown)
			}
			shown = strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(shown) + notes.String()
			if bad := strings.IndexFunc(shown,
				func(r rune) bool { return !unicode.IsPrint(r) && r != '\n' && r != '\t' }); bad >= 0 {
				t.Errorf("color %v, JSON %v: %q", color, asJSON, shown[bad:])
			}
		}
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
