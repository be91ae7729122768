package vault

import (
	"errors"
	"fmt"
	"github.com/assent-network/assent/protocol/schema"
	"io"
)

// ErrRealRows says that what was given as mock data has rows of the dataset's people.
var ErrRealRows = errors.New("rows of people on the roster")

// CheckMock checks that a table may be published as mock data of a schema: it is read as the data are, and none of its
// rows belong to a person of the dataset, by isPerson.
func CheckMock(src io.Reader, s *schema.Schema, isPerson func(subject string) bool) error {
	config := PackConfig{Schema: s, Pseudonym: func(subject string) (Pseudonym, bool) {
		return Pseudonym{}, isPerson(subject)
	}}
	rows, err := readTable(src, &config, new(Summary))
	if err != nil {
		return err
	}
	if n := len(rows.list); n > 0 {
		return fmt.Errorf("it has %w, %d of them, and would be public: make rows up", ErrRealRows, n)
	}
	return nil
}
