// Package roster is the custodian's own list of who has which pseudonym in a dataset. It is the one place where the two
// stand side by side, so it stays with the custodian, and no one else can read it.
package roster

import (
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/spelling"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/use"
)

// Roster maps subjects, as the table names them, to pseudonyms.
type Roster struct {
	order     []string
	entries   map[string]dataset.RosterEntry
	pseudonym map[common.Address]bool
	proofKey  map[common.Hash]bool
}

// New returns an empty roster.
func New() *Roster {
	return &Roster{entries: make(map[string]dataset.RosterEntry), pseudonym: make(map[common.Address]bool),
		proofKey: make(map[common.Hash]bool)}
}

var header = []string{"subject", "pseudonym", "proofKey", "salt"}

// LoadOrNew reads a roster file to add to: one that does not exist is empty.
func LoadOrNew(path string) (*Roster, error) {
	r, err := Load(path)
	if errors.Is(err, fs.ErrNotExist) {
		return New(), nil
	}
	return r, err
}

// Load reads a roster file.
func Load(path string) (*Roster, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the roster: %w", err)
	}
	r, err := Parse(b)
	if err != nil {
		return nil, fmt.Errorf("reading the roster %s: %w", path, err)
	}
	return r, nil
}

// Parse reads a roster: CSV with the header subject,pseudonym,proofKey,salt. Errors name lines, never subjects.
func Parse(b []byte) (*Roster, error) {
	in := csv.NewReader(bytes.NewReader(b))
	in.FieldsPerRecord = len(header)
	r := New()
	for line := 1; ; line++ {
		record, err := in.Read()
		if errors.Is(err, io.EOF) && line > 1 {
			return r, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d is not CSV with %d fields", line, len(header))
		}
		if line == 1 {
			if strings.Join(record, ",") != strings.Join(header, ",") {
				return nil, fmt.Errorf("line 1 is not the header %s", strings.Join(header, ","))
			}
			continue
		}
		var words [2]common.Hash
		for i := range words {
			b, err := hex.DecodeString(strings.TrimPrefix(record[2+i], "0x"))
			if err != nil || len(b) != common.HashLength || !common.IsHexAddress(record[1]) {
				return nil, fmt.Errorf("line %d: the pseudonym, the proof key or the salt is malformed", line)
			}
			words[i] = common.BytesToHash(b)
		}
		if err := r.put(record[0], dataset.RosterEntry{Pseudonym: common.HexToAddress(record[1]), ProofKey: words[0],
			Salt: words[1]}); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
}

func (r *Roster) put(subject string, e dataset.RosterEntry) error {
	if subject == "" {
		return errors.New("the subject is empty")
	}
	if _, ok := r.entries[subject]; ok {
		return errors.New("the subject has a pseudonym already; rotate it instead of enrolling anew")
	}
	if r.pseudonym[e.Pseudonym] {
		return errors.New("another subject has this pseudonym")
	}
	if err := use.CheckPoint(e.ProofKey); err != nil {
		return fmt.Errorf("the proof key: %w", err)
	}
	if r.proofKey[e.ProofKey] {
		return errors.New("another subject has this proof key")
	}
	r.order = append(r.order, subject)
	r.entries[subject], r.pseudonym[e.Pseudonym], r.proofKey[e.ProofKey] = e, true, true
	return nil
}

// Add notes a subject's pseudonym and proof key with a salt drawn from random. What is noted already stays as it is, so
// that what failed after it can be done again.
func (r *Roster) Add(subject string, pseudonym common.Address, proofKey common.Hash, random io.Reader) error {
	if noted, ok := r.entries[subject]; ok && noted.Pseudonym == pseudonym && noted.ProofKey == proofKey {
		return nil
	}
	e := dataset.RosterEntry{Pseudonym: pseudonym, ProofKey: proofKey}
	if _, err := io.ReadFull(random, e.Salt[:]); err != nil {
		return fmt.Errorf("drawing a salt: %w", err)
	}
	return r.put(subject, e)
}

// Pseudonym looks a subject up.
func (r *Roster) Pseudonym(subject string) (common.Address, bool) {
	e, ok := r.entries[subject]
	return e.Pseudonym, ok
}

// CountMisspelled counts those of other subjects who differ from one of the roster by case or spaces alone.
func (r *Roster) CountMisspelled(others map[string]bool) (n int) {
	if len(others) == 0 {
		return 0
	}
	known := make(map[string]bool, len(r.entries))
	for subject := range r.entries {
		known[spelling.Of(subject)] = true
	}
	for subject := range others {
		if known[spelling.Of(subject)] {
			n++
		}
	}
	return n
}

// Entries are what the dataset's version commits to.
func (r *Roster) Entries() []dataset.RosterEntry {
	out := make([]dataset.RosterEntry, 0, len(r.order))
	for _, s := range r.order {
		out = append(out, r.entries[s])
	}
	return out
}

// Len is the number of subjects.
func (r *Roster) Len() int { return len(r.order) }

// Marshal returns the roster as Parse reads it.
func (r *Roster) Marshal() ([]byte, error) {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	if err := out.Write(header); err != nil {
		return nil, fmt.Errorf("encoding the roster: %w", err)
	}
	for _, s := range r.order {
		e := r.entries[s]
		if err := out.Write([]string{s, e.Pseudonym.Hex(), e.ProofKey.Hex(), e.Salt.Hex()}); err != nil {
			return nil, fmt.Errorf("encoding the roster: %w", err)
		}
	}
	out.Flush()
	return b.Bytes(), out.Error()
}

// Save writes the roster file whole or not at all, readable by its owner only.
func (r *Roster) Save(path string) error {
	b, err := r.Marshal()
	if err != nil {
		return err
	}
	if err := wholefile.Write(path, b); err != nil {
		return fmt.Errorf("keeping the roster: %w", err)
	}
	return nil
}
