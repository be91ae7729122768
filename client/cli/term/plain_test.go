package term_test

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/client/cli/term"
)

func TestPlain(t *testing.T) {
	var b strings.Builder
	w := term.NewPlain(&b)
	for _, s := range []string{"\x1b[2J\x1b[01;", "01H\x1b[=3hbooted\r\n", "\x1b", "]a\tb\x07\x9b\x7fc\n"} {
		if n, err := w.Write([]byte(s)); err != nil || n != len(s) {
			t.Errorf("%d of %d bytes of %q, %v", n, len(s), s, err)
		}
	}
	if want := "booted\na\tbc\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}
