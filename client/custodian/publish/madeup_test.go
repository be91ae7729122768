package publish_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
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

// people is a table of made-up people, by what their names begin with and which of them it has.
func people(prefix string, from, to int, seed string) string {
	var b strings.Builder
	b.WriteString("id,age,crp,sex\n")
	for i := from; i < to; i++ {
		h := sha256.Sum256(fmt.Appendf(nil, "%s %d", seed, i))
		fmt.Fprintf(&b, "%s%03d,%d,%d,%s\n", prefix, i, h[0]%90, h[1], []string{"F", "M"}[h[2]%2])
	}
	return b.String()
}

// TestPublicFilesHaveNoRows: what stands beside the sealed table is public, and none of it may be the table's rows: not
// as mock data under other names, nor as a datasheet, however cells are parted. What is made up passes, also of a table
// that has no rare row.
func TestPublicFilesHaveNoRows(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) string {
		t.Helper()
		if err := os.WriteFile(in(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return in(name)
	}
	const head = `{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,"columns":[`
	wide := write("wide.json", head+`{"name":"age","type":"integer","min":"0","max":"120"},`+
		`{"name":"crp","type":"integer","min":"0","max":"300"},{"name":"sex","type":"category","values":["F","M"]}]}`)
	narrow := write("narrow.json", head+`{"name":"sex","type":"category","values":["F","M"]}]}`)
	if err := rosterOf(t, 100).Save(in("roster.csv")); err != nil {
		t.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	real := people("s", 0, 100, "real")
	madeUp := people("x", 0, 100, "made up")
	sheet := "# Datasheet\n\nRows: 100, of which\n\n| sex | people |\n|---|---|\n| F | 55 |\n| M | 45 |\n"
	for name, c := range map[string]struct {
		schema, mock, sheet string
		equal               int
		want                string // part of the refusal; empty when it is packed
	}{
		"made up":     {schema: wide, mock: madeUp, sheet: sheet},
		"other names": {schema: wide, mock: people("x", 0, 100, "real"), want: "100 of its 100 rows are"},
		"names with a space": {schema: wide, mock: strings.ReplaceAll(real, "\ns", "\nS "),
			want: "are rows of the table"},
		"half of them": {schema: wide, mock: people("x", 50, 100, "real") + people("y", 0, 50, "y")[15:],
			want: "50 of its 100 rows are"},
		"people without consent": {schema: wide, mock: people("x", 100, 200, "real"), want: "100 of its 100"},
		"meant":                  {schema: wide, mock: people("x", 0, 100, "real"), equal: 100},
		"one column, made up":    {schema: narrow, mock: "id,sex\nx,F\ny,M\nz,M\n"},
		"the table as datasheet": {schema: wide, sheet: real, want: "200 of its lines are rows of the table"},
		"rows in a datasheet": {schema: wide, sheet: sheet + strings.ReplaceAll(people("s", 3, 5, "real"), ",", " | "),
			want: "2 of its lines are"},
		"a workbook as datasheet": {schema: wide, sheet: "PK\x03\x04\x00\xff", want: "it is no text in UTF-8"},
	} {
		out := in("out-" + hex.EncodeToString([]byte(name)))
		config := publish.Config{
			Tables: []publish.Table{{Name: publish.DefaultTable, Schema: c.schema,
				CSV: write("table.csv", real+people("s", 100, 200, "real")[15:])}},
			Roster: in("roster.csv"), Out: out, To: []string{key.Recipient()}, EqualMockRows: c.equal,
			DropColumns: true,
		}
		if c.sheet != "" {
			config.Datasheet = write("sheet.md", strings.Replace(c.sheet, real, real+people("s", 100, 200, "real"), 1))
		}
		if c.mock != "" {
			config.Tables[0].Mock = write("mock.csv", c.mock)
		}
		_, err := publish.Pack(config)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if _, gone := os.Stat(out); err != nil && !errors.Is(gone, fs.ErrNotExist) {
			t.Errorf("%s: a folder is left behind", name)
		}
	}
}

// rosterOf is a roster of so many people, by the names that people gives them.
func rosterOf(t *testing.T, n int) *roster.Roster {
	t.Helper()
	seed, err := pseudonym.FromPhrase("7CHP-V05A-FMSY-38DJ-QW16-BGNT-Z4BD")
	if err != nil {
		t.Fatal(err)
	}
	r := roster.New()
	for i := range n {
		word := common.BigToHash(big.NewInt(int64(i + 1)))
		key, err := seed.ProofKey(word, pseudonym.Oneself)
		if err != nil {
			t.Fatal(err)
		}
		err = r.Add(fmt.Sprintf("s%03d", i), common.BytesToAddress(word[:]), key.Public(), bytes.NewReader(word[:]))
		if err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// TestPackTellsMisspelled: people who are left out and differ from one on the roster by case or spaces alone are
// counted.
func TestPackTellsMisspelled(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	if err := rosterOf(t, 40).Save(in("roster.csv")); err != nil {
		t.Fatal(err)
	}
	text := people("s", 0, 30, "real") + people("S ", 30, 40, "real")[15:] + people("x", 0, 5, "real")[15:]
	for name, content := range map[string]string{"table.csv": text,
		"schema.json": `{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,"columns":[` +
			`{"name":"age","type":"integer","min":"0","max":"120"}]}`} {
		if err := os.WriteFile(in(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	packed, err := publish.Pack(publish.Config{Roster: in("roster.csv"), Out: in("out"), To: []string{key.Recipient()},
		DropColumns: true, Keys: []common.Hash{{1}}, Tables: []publish.Table{{Name: publish.DefaultTable,
			CSV: in("table.csv"), Schema: in("schema.json")}}})
	if err != nil || packed.Misspelled != 10 || packed.Summaries[0].LeftOutSubjects != 15 {
		t.Fatalf("%+v, %v", packed, err)
	}
	// The note tells to whose key the folder is sealed.
	for name, c := range map[string]struct {
		id        common.Hash
		recipient string
		refused   bool
	}{
		"its own key":              {recipient: key.Recipient()},
		"another one":              {recipient: "age1other", refused: true},
		"its own dataset":          {id: common.Hash{1}},
		"another one, no key here": {id: common.Hash{2}, refused: true},
	} {
		if err := publish.CheckKey(in("out"), packed.Tables, c.id, c.recipient); (err != nil) != c.refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}
