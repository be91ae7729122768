package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/canonical"
)

// packedFormat is the format member of the note that packing keeps.
const packedFormat = "assent-packed/1"

// packedNote is what a custodian keeps of packing a folder. It stands beside the folder and not in it: how many people
// have rows is not public.
type packedNote struct {
	Format      string      `json:"format"`
	ContentRoot common.Hash `json:"contentRoot"`
	People      int         `json:"people"`
	Roster      int         `json:"roster"`
}

// noteFile is where the note of a folder is kept.
func noteFile(folder string) string { return filepath.Clean(folder) + ".packed.json" }

// note keeps how many people have rows.
func (p *Packed) note(folder string) error {
	b, err := canonical.Marshal(packedNote{packedFormat, p.Tables.ContentRoot(), p.People, p.Roster})
	if err == nil {
		err = wholefile.Write(noteFile(folder), append(b, '\n'))
	}
	if err != nil {
		return fmt.Errorf("keeping how many people have rows: %w", err)
	}
	return nil
}

// PeopleOf returns how many people have rows in a folder of the given content, if its note is here.
func PeopleOf(folder string, content common.Hash) (people int, known bool, err error) {
	b, err := os.ReadFile(noteFile(folder))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("reading how many people have rows: %w", err)
	}
	var n packedNote
	if _, err := canonical.Read(b, &n); err != nil {
		return 0, false, fmt.Errorf("reading how many people have rows in %s: %w", noteFile(folder), err)
	}
	return n.People, n.Format == packedFormat && n.ContentRoot == content, nil
}
