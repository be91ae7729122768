package cli

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/vault"
)

// A version without its manifest is a failure that says what is on record and what to do.
func TestUnwritten(t *testing.T) {
	id := common.Hash{1}
	if err := unwritten(id, 3, "published", nil); err != nil {
		t.Errorf("without a failure: %v", err)
	}
	err := unwritten(id, 3, "published", fs.ErrPermission)
	var f *term.Failure
	if !errors.As(err, &f) || f.Code == term.ExitOK || !errors.Is(err, fs.ErrPermission) ||
		!strings.Contains(f.Error(), "version 3 of dataset "+id.Hex()+" is on record") ||
		f.Hint != "write it with: assent dataset manifest "+id.Hex()+" published" {
		t.Errorf("%#v", err)
	}
}

func TestTableFiles(t *testing.T) {
	got, err := tableFiles([]string{"people=p.csv", "visits=v.csv"}, []string{"visits=v.json", "people=p.json"},
		[]string{"people=m.csv"})
	want := []publish.Table{
		{Name: "people", CSV: "p.csv", Schema: "p.json", Mock: "m.csv"},
		{Name: "visits", CSV: "v.csv", Schema: "v.json"},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	for name, c := range map[string][3][]string{
		"two files of a table":         {{"p=1.csv", "p=2.csv"}, {"p=p.json"}, nil},
		"two files without a name":     {{"1.csv", "2.csv"}, {"p.json"}, nil},
		"two schemas of a table":       {{"p=1.csv"}, {"p=1.json", "p=2.json"}, nil},
		"two mocks of a table":         {{"p=1.csv"}, {"p=1.json"}, {"p=1.csv", "p=2.csv"}},
		"a schema of no table":         {{"p=1.csv"}, {"p=1.json", "q=2.json"}, nil},
		"a table that has no schema":   {{"p=1.csv"}, nil, nil},
		"a schema file without a name": {{"p=1.csv"}, {"1.json"}, nil},
	} {
		if got, err := tableFiles(c[0], c[1], c[2]); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestCheckRecipients: a table is sealed for a key that the custodian's broker has, where its folder is named.
func TestCheckRecipients(t *testing.T) {
	dir := t.TempDir()
	k, err := keyring.Create(filepath.Join(dir, "keys"), "passphrase", 1)
	if err != nil {
		t.Fatal(err)
	}
	e, err := entryOf(k, common.Hash{1}, "study", false, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	own, err := e.Recipient()
	if err != nil {
		t.Fatal(err)
	}
	other, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		to   []string
		want string
	}{
		"its own":          {[]string{own}, ""},
		"and another one":  {[]string{other.Recipient(), own}, ""},
		"another's":        {[]string{other.Recipient()}, "none of the recipients in --to"},
		"no recipient yet": {nil, "none of the recipients in --to"},
	} {
		var said bytes.Buffer
		a := &App{Terminal: &term.Terminal{Err: &said, Getenv: func(string) string { return "passphrase" }}}
		ids, err := a.checkRecipients(dir, c.to)
		if (err == nil) != (len(ids) == 1) {
			t.Errorf("%s: %d keys, %v", name, len(ids), err)
		}
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) ||
			(err == nil) != strings.Contains(said.String(), `called "study"`) {
			t.Errorf("%s: %v, %q", name, err, said.String())
		}
	}
}
