package publish_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/pseudonym"
)

const schema = `{"format":"assent-schema/1","title":"x","subject":"id","maxContributions":1,"columns":[
  {"name":"age","type":"integer","min":"0","max":"120"}]}`

// TestVersionOf: a version commits to the roster that its folder was packed with, which is the only one that enclaves
// take; and what is published with it as mock data fits the schema and is made up.
func TestVersionOf(t *testing.T) {
	in := func() func(string) string {
		dir := t.TempDir()
		return func(name string) string { return filepath.Join(dir, name) }
	}()
	for name, content := range map[string]string{"table.csv": "id,age\nann,30\n", "schema.json": schema} {
		if err := os.WriteFile(in(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := roster.New()
	enrol := func(subject string, i byte) {
		t.Helper()
		seed, err := pseudonym.FromPhrase("7CHP-V05A-FMSY-38DJ-QW16-BGNT-Z4BD")
		if err != nil {
			t.Fatal(err)
		}
		key, err := seed.ProofKey(common.Hash{i}, pseudonym.Oneself)
		if err != nil {
			t.Fatal(err)
		}
		random := bytes.NewReader(bytes.Repeat([]byte{i}, common.HashLength))
		if err := r.Add(subject, common.Address{i}, key.Public(), random); err != nil {
			t.Fatal(err)
		}
	}
	save := func(name string) {
		t.Helper()
		if err := r.Save(in(name)); err != nil {
			t.Fatal(err)
		}
	}
	enrol("ann", 1)
	save("roster.csv")
	enrol("bob", 2)
	save("later.csv")
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	config := publish.Config{
		Tables: []publish.Table{{Name: publish.DefaultTable, CSV: in("table.csv"), Schema: in("schema.json")}},
		Roster: in("none.csv"), Out: in("out"), To: []string{key.Recipient()},
	}
	if _, err := publish.Pack(config); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("packed without a roster: %v", err)
	}
	config.Roster = in("roster.csv")
	for content, want := range map[string]string{
		"id,age\nx,200\n":        "age",
		"id,years\nx,20\n":       "no column \"age\"",
		"id,age,name\nx,2,ann\n": "1 columns that the schema has not (\"name\")",
		"no table":               "no subject column",
		"id,age\nx,2\nann,3\n":   "rows of people on the roster, 1 of them",
	} {
		if err := os.WriteFile(in("mock.csv"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		config.Tables[0].Mock = in("mock.csv")
		if _, err := publish.Pack(config); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("mock data %q: %v, want %s", content, err, want)
		}
		if _, err := os.Stat(in("out")); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("mock data %q: a folder is left behind: %v", content, err)
		}
	}
	// A roster that matches no row, or few, is another dataset's.
	config.Tables[0].Mock = ""
	for content, want := range map[string]string{
		"id,age\nstranger,20\n": "no row of",
		"id,age\nx,?\n?,200\n":  "column",
	} {
		config.Tables[0].CSV = in("other.csv")
		if err := os.WriteFile(in("other.csv"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := publish.Pack(config); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the table %q: %v, want %s", content, err, want)
		}
	}
	config.Tables[0].CSV, config.Tables[0].Mock = in("table.csv"), in("mock.csv")
	if err := os.WriteFile(in("mock.csv"), []byte("id,age\nmade up,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	packed, err := publish.Pack(config)
	if err != nil {
		t.Fatal(err)
	}
	v, err := publish.VersionOf(in("out"), "", in("roster.csv"), 7)
	if err != nil || v.RosterRoot != packed.Tables[0].Roster || v.AsOf != 7 || packed.Tables.Check(v) != nil {
		t.Errorf("%+v, %v", v, err)
	}
	if _, err := publish.VersionOf(in("out"), "", in("none.csv"), 7); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a roster that is not there: %v", err)
	}
	if _, err := publish.VersionOf(in("out"), "", in("later.csv"), 7); err == nil ||
		!strings.Contains(err.Error(), "was not packed with the roster") {
		t.Errorf("a later roster: %v", err)
	}
}
