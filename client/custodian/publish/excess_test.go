package publish_test

import (
	"bytes"
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

// TestPackTellsOfRowsTooMany: rows that are too many of a person are told of with their lines, beside all other
// problems of a table.
func TestPackTellsOfRowsTooMany(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	r := roster.New()
	seed, err := pseudonym.FromPhrase("7CHP-V05A-FMSY-38DJ-QW16-BGNT-Z4BD")
	if err != nil {
		t.Fatal(err)
	}
	for i, subject := range []string{"ann", "bob"} {
		key, err := seed.ProofKey(common.Hash{byte(i + 1)}, pseudonym.Oneself)
		if err != nil {
			t.Fatal(err)
		}
		random := bytes.NewReader(bytes.Repeat([]byte{byte(i + 1)}, common.HashLength))
		if err := r.Add(subject, common.Address{byte(i + 1)}, key.Public(), random); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Save(in("roster.csv")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in("schema.json"), []byte(schema), 0o600); err != nil {
		t.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	const excess = `column "id": 2 cells are of a person who has more rows than the schema's maxContributions of 1, lines `
	for name, c := range map[string]struct {
		table, other, excess string
		sample               bool
	}{
		"alone": {"id,age\nann,30\nann,31\nbob,5\nbob,6\n", "a subject has 2 rows", excess + "3, 5",
			false},
		"a bad cell":            {"id,age\nann,30\nann,31\nbob,?\nbob,6\n", `column "age"`, excess + "3, 5", false},
		"several":               {"id,age\nann,?\nann,300\nbob\nbob,6\nbob,7\n", "line 4", excess + "3, 6", false},
		"strangers":             {"id,age\nann,?\neve,3\neve,4\n", `column "age"`, "", false},
		"a sample is asked for": {"id,age\nann,?\nann,3\nann,4\n", `column "age"`, "", true},
	} {
		if err := os.WriteFile(in("table.csv"), []byte(c.table), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := publish.Pack(publish.Config{Roster: in("roster.csv"), Out: in("out"), To: []string{key.Recipient()},
			Tables: []publish.Table{{Name: publish.DefaultTable, CSV: in("table.csv"), Schema: in("schema.json")}},
			Sample: c.sample})
		if err == nil || !strings.Contains(err.Error(), c.other) || !strings.Contains(err.Error(), c.excess) ||
			c.excess == "" && strings.Contains(err.Error(), "more rows than") {
			t.Errorf("%s: %v, want %q and %q", name, err, c.other, c.excess)
		}
	}
}
