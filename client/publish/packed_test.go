package publish

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/dataset"
)

// TestPeopleOf: how many people have rows is kept beside a folder, for its content alone and for its owner.
func TestPeopleOf(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "published") + "/"
	packed := &Packed{People: 3, Roster: 20, Tables: dataset.Tables{{Name: DefaultTable, Rows: 4}}}
	if err := packed.note(folder); err != nil {
		t.Fatal(err)
	}
	if people, known, err := PeopleOf(folder, packed.Tables.ContentRoot()); people != 3 || !known || err != nil {
		t.Errorf("got %d, %v, %v", people, known, err)
	}
	if _, known, err := PeopleOf(folder, common.Hash{1}); known || err != nil {
		t.Errorf("of another content: %v, %v", known, err)
	}
	if _, known, err := PeopleOf(folder+"other", packed.Tables.ContentRoot()); known || err != nil {
		t.Errorf("of another folder: %v, %v", known, err)
	}
	if info, err := os.Stat(noteFile(folder)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the note has mode %v, %v", info, err)
	}
	if err := os.WriteFile(noteFile(folder), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := PeopleOf(folder, common.Hash{}); err == nil {
		t.Error("a damaged note is read")
	}
}
