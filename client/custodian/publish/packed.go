package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
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
	// To are the recipients, and Keys the datasets of a broker's folder whose keys they are, if that was at hand.
	To   []string      `json:"to,omitempty"`
	Keys []common.Hash `json:"keys,omitempty"`
}

// NoteFile is where the note of a folder is kept, beside it.
func NoteFile(folder string) string { return filepath.Clean(folder) + ".packed.json" }

// note keeps how many people have rows, and who can open the folder.
func (p *Packed) note(config Config) error {
	folder := config.Out
	b, err := canonical.Marshal(packedNote{packedFormat, p.Tables.ContentRoot(), p.People, p.Roster, config.To,
		config.Keys})
	if err == nil {
		err = wholefile.Write(NoteFile(folder), append(b, '\n'))
	}
	if err != nil {
		return fmt.Errorf("keeping how many people have rows: %w", err)
	}
	return nil
}

// CheckKey refuses a folder that was sealed to the keys of other datasets alone, by its note: the dataset's broker
// could open nothing of it. recipient is that of the dataset's key, empty where it is not at hand. Without a note
// nothing is known.
func CheckKey(folder string, tables dataset.Tables, id common.Hash, recipient string) error {
	b, err := os.ReadFile(NoteFile(folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var n packedNote
	if err == nil {
		_, err = canonical.Read(b, &n)
	}
	switch {
	case err != nil:
		return fmt.Errorf("reading to whom %s was sealed: %w", folder, err)
	case n.Format != packedFormat || n.ContentRoot != tables.ContentRoot():
		return nil
	case recipient != "" && len(n.To) > 0 && !slices.Contains(n.To, recipient),
		recipient == "" && len(n.Keys) > 0 && !slices.Contains(n.Keys, id):
		return fmt.Errorf("the folder %s is sealed to keys of other datasets alone, and no broker could give the key "+
			"to it: pack it anew, to what assent broker recipient %s prints", folder, id)
	}
	return nil
}

// PeopleOf returns how many people have rows in a folder with such tables, if its note is here. Where it is not, it
// returns the fewest that the rows can be of, as no one has more than the schema's maxContributions, and exact is
// false.
func PeopleOf(folder string, tables dataset.Tables) (people int, exact bool, err error) {
	b, err := os.ReadFile(NoteFile(folder))
	switch {
	case err == nil:
		var n packedNote
		if _, err := canonical.Read(b, &n); err != nil {
			return 0, false, fmt.Errorf("reading how many people have rows in %s: %w", NoteFile(folder), err)
		}
		if n.Format == packedFormat && n.ContentRoot == tables.ContentRoot() {
			return n.People, true, nil
		}
	case !errors.Is(err, fs.ErrNotExist):
		return 0, false, fmt.Errorf("reading how many people have rows: %w", err)
	}
	for _, t := range tables {
		schema, err := LoadSchema(filepath.Join(folder, t.SchemaFile()))
		if err != nil {
			return 0, false, err
		}
		most := schema.MaxContributions
		people = max(people, (int(t.Rows)+most-1)/most)
	}
	return people, false, nil
}
