package release_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/tee"
)

// asked is what the key of a table's file is asked for with, of a version with two tables.
func asked(t testing.TB, table string) (f *release.File, s *job.Spec, tables dataset.Tables) {
	t.Helper()
	for _, name := range []string{"people", "visits"} {
		tables = append(tables, dataset.Table{
			Name: name, Content: sha256.Sum256([]byte(name)), Header: sha256.Sum256(headerOf(name)),
			Schema: common.Hash{1}, Roster: common.Hash{2}, Rows: 3,
		})
	}
	list, err := tables.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	parameters := []byte(`{"format":"assent-query/1","table":"` + table + `"}`)
	return &release.File{Tables: list, Parameters: parameters, Header: headerOf(table)},
		&job.Spec{Parameters: crypto.Keccak256Hash(parameters)}, tables
}

func headerOf(table string) []byte { return []byte("the header of " + table) }

// A file is the job's to the byte, or it is none.
func TestFileCheck(t *testing.T) {
	good, spec, tables := asked(t, "visits")
	root := tables.ContentRoot()
	if table, err := good.Check(spec, root); err != nil || table != tables[1] {
		t.Fatalf("the job's file: %+v, %v", table, err)
	}
	people, other, _ := asked(t, "people")
	if table, err := people.Check(other, root); err != nil || table != tables[0] {
		t.Fatalf("another job's file: %+v, %v", table, err)
	}
	edit := func(change func(dataset.Tables)) []byte {
		list := append(dataset.Tables{}, tables...)
		change(list)
		b, err := list.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for name, change := range map[string]func(f *release.File){
		"another table's header":   func(f *release.File) { f.Header = headerOf("people") },
		"no header":                func(f *release.File) { f.Header = nil },
		"a header with more":       func(f *release.File) { f.Header = append(bytes.Clone(f.Header), '\n') },
		"a cut header":             func(f *release.File) { f.Header = f.Header[1:] },
		"another job's parameters": func(f *release.File) { f.Parameters = people.Parameters },
		"another job's whole file": func(f *release.File) { *f = *people },
		"parameters, spaced":       func(f *release.File) { f.Parameters = append(bytes.Clone(f.Parameters), ' ') },
		"no parameters":            func(f *release.File) { f.Parameters = nil },
		"no tables":                func(f *release.File) { f.Tables = nil },
		"a list of no table": func(f *release.File) {
			f.Tables = []byte(`{"format":"assent-tables/3","tables":[]}`)
		},
		"a list without end": func(f *release.File) {
			f.Tables = bytes.Repeat([]byte{' '}, dataset.MaxTablesFile+1)
		},
		"a list of the older format": func(f *release.File) {
			f.Tables = bytes.Replace(f.Tables, []byte("tables/3"), []byte("tables/2"), 1)
		},
		"a header of one's own": func(f *release.File) {
			f.Header = []byte("mine")
			f.Tables = edit(func(l dataset.Tables) { l[1].Header = sha256.Sum256(f.Header) })
		},
		"a list with headers swapped": func(f *release.File) {
			f.Header = headerOf("people")
			f.Tables = edit(func(l dataset.Tables) { l[0].Header, l[1].Header = l[1].Header, l[0].Header })
		},
		"a list without the other table": func(f *release.File) {
			b, err := tables[1:].Marshal()
			if err != nil {
				t.Fatal(err)
			}
			f.Tables = b
		},
		"a list with the names swapped": func(f *release.File) {
			f.Header = headerOf("people")
			f.Tables = edit(func(l dataset.Tables) {
				l[0], l[1] = l[1], l[0]
				l[0].Name, l[1].Name = "people", "visits"
			})
		},
	} {
		f := *good
		change(&f)
		if reflect.DeepEqual(f, *good) {
			t.Errorf("%s: the test changes nothing", name)
		}
		if table, err := f.Check(spec, root); err == nil {
			t.Errorf("%s: taken for that of table %q", name, table.Name)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than a line: %v", name, err)
		}
	}
	if _, err := good.Check(spec, common.Hash{1}); err == nil {
		t.Error("another version's list: taken")
	}
}

// The largest request that a worker makes is one that a broker reads.
func TestLargestRequest(t *testing.T) {
	evidence := tee.Evidence{Platform: tee.TDX, Quote: make([]byte, tee.MaxQuoteSize)}
	b, err := evidence.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(release.Request{Evidence: b, File: &release.File{
		Tables: make([]byte, dataset.MaxTablesFile), Parameters: make([]byte, job.MaxParameters),
		Header: make([]byte, vault.MaxSealHeader),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(body) > release.MaxBody {
		t.Errorf("%d bytes, a broker reads %d", len(body), release.MaxBody)
	}
}

// FuzzFile: no request panics, and a header that is taken is that of the job's table, whatever the list says besides.
func FuzzFile(f *testing.F) {
	good, spec, tables := asked(f, "visits")
	people, _, _ := asked(f, "people")
	for _, file := range []*release.File{good, people, {}} {
		b, err := json.Marshal(release.Request{File: file})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"file":null}`))
	f.Add([]byte(`{"file":{"header":"0x0"}}`))
	root := tables.ContentRoot()
	f.Fuzz(func(t *testing.T, b []byte) {
		var rq release.Request
		if json.Unmarshal(b, &rq) != nil || rq.File == nil {
			return
		}
		table, err := rq.File.Check(spec, root)
		if err != nil {
			return
		}
		list, err := dataset.ParseTables(rq.File.Tables)
		if err != nil || len(list) != 2 || list[1] != table {
			t.Fatalf("table %+v of %+v, %v", table, list, err)
		}
		table.Mock = common.Hash{} // which the content root does not name
		same := bytes.Equal(rq.File.Header, good.Header) && bytes.Equal(rq.File.Parameters, good.Parameters)
		if table != tables[1] || !same {
			t.Errorf("taken: %s", b)
		}
	})
}
