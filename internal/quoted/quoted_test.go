package quoted_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/assent-network/assent/internal/quoted"
)

func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"too few people":   `"too few people"`,
		"zu wenige Fälle":  `"zu wenige Fälle"`,
		"Fa\u0308lle":      `"Fälle"`,
		`says "no" \ yes`:  `"says \"no\" \\ yes"`,
		"a\nb\tc":          `"a\nb\tc"`,
		"x\u0336\u0336":    `"x\u0336\u0336"`,
		"a\u3164b":         `"a\u3164b"`,
		"ok \u05d0\u05d1":  `"ok \u05d0\u05d1"`,
		"\u202eevil\u202c": `"\u202eevil\u202c"`,
		"a\u200bb":         `"a\u200bb"`,
		"\xff":             `"\ufffd"`,
		"患者が少ない":           `"患者が少ない"`,
		"":                 `""`,
	} {
		if got := quoted.Text(text); got != want {
			t.Errorf("%q is written as %s, want %s", text, got, want)
		}
	}
	if got := quoted.Text(strings.Repeat("\u05d0", 200)); len(got) > 410 || !strings.HasSuffix(got, `"…`) {
		t.Errorf("a long text takes %d bytes and ends %q", len(got), got[len(got)-8:])
	}
}

func FuzzText(f *testing.F) {
	f.Add("a\u202eb\"c")
	f.Fuzz(func(t *testing.T, s string) {
		got := quoted.Text(s)
		inner, ok := strings.CutPrefix(strings.TrimSuffix(got, "…"), `"`)
		if inner, ok2 := strings.CutSuffix(inner, `"`); !ok || !ok2 {
			t.Fatalf("%q is written as %s", s, got)
		} else if strings.Contains(strings.NewReplacer(`\\`, "", `\"`, "").Replace(inner), `"`) {
			t.Errorf("%q ends its quotes in %s", s, got)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return !unicode.IsPrint(r) || unicode.Is(unicode.M, r) }) {
			t.Errorf("%q leaves something that is not seen in %+q", s, got)
		}
	})
}
