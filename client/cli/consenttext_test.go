package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/policy"
)

// A person sees the text that the policy promises, in a language that it has, or is told that it was not checked.
func TestShowText(t *testing.T) {
	path := filepath.Join(t.TempDir(), "text.json")
	if err := os.WriteFile(path, []byte(`{"en":"We count.\nNo more.","de":"Wir \u001b[2Jz\u00e4hlen."}`),
		0o600); err != nil {
		t.Fatal(err)
	}
	hash, err := policy.Text{"en": "We count.\nNo more.", "de": "Wir \x1b[2Jz\u00e4hlen."}.Hash()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path, language string
		promised       common.Hash
		shown, refused string
		code           int
	}{
		"english":          {path, "en", hash, "  We count.\n  No more.\n", "", 0},
		"german":           {path, "de", hash, "  Wir \ufffd[2Jz\u00e4hlen.\n", "", 0},
		"another language": {path, "xx", hash, "", `not in language "xx"`, term.ExitInput},
		"another text":     {path, "en", common.Hash{1}, "", "is not the consent text of the policy", term.ExitVerify},
		"no text promised": {path, "en", common.Hash{}, "", "is not the consent text of the policy", term.ExitVerify},
		"no file":          {path + "x", "en", hash, "", "reading the consent text", 0},
		"not checked":      {"", "en", hash, "the consent text was not checked", "", 0},
		"nothing to check": {"", "en", common.Hash{}, "the policy names no consent text", "", 0},
	} {
		var out bytes.Buffer
		a := &App{Terminal: &term.Terminal{Err: &out}}
		err := a.showText(c.path, c.language, c.promised)
		if (err == nil) != (c.refused == "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%s: %v", name, err)
		}
		var f *term.Failure
		if c.code != 0 && (!errors.As(err, &f) || f.Code != c.code || f.Hint == "") {
			t.Errorf("%s: %#v", name, err)
		}
		if got := out.String(); !strings.Contains(got, c.shown) || c.shown == "" && got != "" {
			t.Errorf("%s: shows %q", name, got)
		}
	}
}
