package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
)

// TestHeld: those who post or review a job are told for how long its result is held, by the list of tables that lies
// beside the schema, and refused when that is longer than the policy gives a job, or the list is of another version.
func TestHeld(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	schema := write("data.schema.json",
		`{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,`+
			`"columns":[{"name":"age","type":"integer","min":"0","max":"120"}]}`)
	params := write("params.json", `{"format":"assent-query/1","measures":[{"op":"count"}]}`)
	compile := func(tables dataset.Tables) *held {
		t.Helper()
		schemas, err := publish.LoadSchemas([]string{schema})
		if err != nil {
			t.Fatal(err)
		}
		c, err := compileParameters(kind.Query, params, schemas, tables, job.Private, 1000)
		if err != nil {
			t.Fatal(err)
		}
		return c.held
	}
	if tables, err := readTables("", []string{schema}); tables != nil || err != nil {
		t.Errorf("no list beside the schema: %v, %v", tables, err)
	}
	if h := compile(nil); h != nil || h.check(1) != nil || !strings.Contains(h.words(), "--tables") {
		t.Errorf("without a list: %q", h.words())
	}
	list := dataset.Tables{{Name: "data", Content: common.Hash{1}, Header: common.Hash{4}, Schema: common.Hash{2},
		Rows: 10_000_000, Roster: common.Hash{3}}}
	b, err := list.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	write(dataset.TablesFile, string(b))
	for _, args := range [][]string{{schema}, {"data=" + schema}} {
		tables, err := readTables("", args)
		if err != nil {
			t.Fatal(err)
		}
		if err := client.CheckTables(tables, &dataset.Version{ContentRoot: list.ContentRoot()}); err != nil {
			t.Error(err)
		}
		if err := client.CheckTables(tables, &dataset.Version{ContentRoot: common.Hash{3}}); err == nil {
			t.Error("the list of another version is taken")
		}
		h := compile(tables)
		if !strings.Contains(h.words(), "for each of 10000000 rows") {
			t.Errorf("it says %q", h.words())
		}
		if err := h.check(3600); err != nil {
			t.Error(err)
		}
		if err := h.check(60); err == nil || !strings.Contains(err.Error(), "rows fit") {
			t.Errorf("held for longer than a job has: %v", err)
		}
		t.Log(h.words())
	}
}

// A table that a worker holds no rows of is told before a job on it is posted.
func TestLarge(t *testing.T) {
	s, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,"columns":[
		{"name":"age","type":"integer","min":"0","max":"120"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for rows, large := range map[uint32]bool{1_000: false, 10_000_000: false, 100_000_000: true} {
		h := &held{sizes: query.Sizes{Schema: s, Rows: rows}}
		if words := h.large(); strings.Contains(words, "--memory") != large {
			t.Errorf("%d rows: %q", rows, words)
		}
	}
	if (*held)(nil).large() != "" {
		t.Error("a table of unknown size is large")
	}
}
