package term_test

import (
	"bytes"
	"errors"
	"testing"

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
