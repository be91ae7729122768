package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/protocol/dataset"
)

// TestPeopleOf: how many people have rows is kept beside a folder, for its content alone and for its owner; without
// that, rows do not stand for people.
func TestPeopleOf(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "published") + "/"
	packed := &Packed{People: 3, Roster: 20, Tables: dataset.Tables{{Name: "people", Rows: 2},
		{Name: "visits", Rows: 60}}}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, most := range map[string]int{"people": 1, "visits": 25} {
		if err := os.WriteFile(filepath.Join(folder, name+".schema.json"),
			fmt.Appendf(nil, `{"format":"assent-schema/1",`+
				`"title":"T","subject":"id","maxContributions":%d,"columns":[{"name":"b","type":"boolean"}]}`, most),
			0o600); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(what string, tables dataset.Tables, want int, wantExact bool) {
		t.Helper()
		if people, exact, err := PeopleOf(folder, tables); people != want || exact != wantExact || err != nil {
			t.Errorf("%s: %d, %v, %v", what, people, exact, err)
		}
	}
	expect("without a note", packed.Tables, 3, false) // 25, 25 and 10
	expect("a row each", packed.Tables[:1], 2, false)
	packed.People = 4
	if err := packed.note(Config{Out: folder}); err != nil {
		t.Fatal(err)
	}
	expect("with its note", packed.Tables, 4, true)
	expect("of another content", packed.Tables[1:], 3, false)
	if info, err := os.Stat(NoteFile(folder)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the note has mode %v, %v", info, err)
	}
	if err := os.WriteFile(NoteFile(folder), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := PeopleOf(folder, packed.Tables); err == nil {
		t.Error("a damaged note is read")
	}
}
