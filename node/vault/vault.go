// Package vault packs a custodian's table into an encrypted dataset file, and opens it again, row by row.
//
// The file is an age file, so that a custodian may keep it anywhere and open it with any age implementation. Its
// content root, the SHA-256 of the whole file, is what the chain commits to. Inside is one canonical text: a first line
// with the schema, the roster, the column names, then the rows in an order that the input's order cannot influence,
// each under its subject's pseudonym.
//
// Errors name the line, the column and the reason, and never hold a cell: they may be shown and logged.
// docs/protocol/dataset-file.md is the format's page.
package vault

import (
	"errors"
	"fmt"
	"strings"

	"filippo.io/age"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/ethereum/go-ethereum/common"
)

// Format is the format member of the first line inside a dataset file.
const Format = "assent-table/2"

const (
	// maxLine bounds one line of the canonical text.
	maxLine = schema.MaxColumns*(schema.MaxNameBytes+16) + 4096
	// maxHeadLine bounds the first line, and that of the column names.
	maxHeadLine = 8 << 20
)

// Pseudonym is a subject's name within a dataset: the address of the key that signs its grants.
type Pseudonym = common.Address

// Row is one row: whose it is, and one value for each of the schema's columns.
type Row struct {
	Pseudonym Pseudonym
	// Values holds the cells as Column.Parse reads them; zero where null.
	Values []int64
	// Nulls says which cells are empty.
	Nulls []bool
}

// Rows is a stream of rows: Next fills the row, whose slices stay valid until the next call, and returns io.EOF after
// the last one. Any other error means that nothing read so far can be relied on.
type Rows interface {
	Next(*Row) error
}

// Select passes on the rows whose subject is allowed.
func Select(rows Rows, allowed func(Pseudonym) bool) Rows { return selection{rows, allowed} }

type selection struct {
	rows    Rows
	allowed func(Pseudonym) bool
}

func (s selection) Next(row *Row) error {
	for {
		if err := s.rows.Next(row); err != nil || s.allowed(row.Pseudonym) {
			return err
		}
	}
}

// firstLine is the first line of the canonical text.
type firstLine struct {
	Format   string         `json:"format"`
	Roster   int            `json:"roster"`
	Rows     int            `json:"rows"`
	Schema   *schema.Schema `json:"schema"`
	Subjects int            `json:"subjects"`
}

// CellError says which cell of a table could not be used. It never holds the cell.
type CellError struct {
	Line   int    // of the file, from 1
	Column string // as the header spells it; empty when the line as a whole is wrong
	Reason string // completes "the cell is ..."
}

func (e *CellError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Reason)
	}
	return fmt.Sprintf("line %d, column %q: the cell is %s", e.Line, e.Column, e.Reason)
}

// BySchema reports whether the cell is one that a wider schema would allow.
func (e *CellError) BySchema() bool { return schema.FitsWider(e.Reason) }

// The errors of opening a dataset file.
var (
	// ErrWrongKey is returned when the file was sealed for another key, or the file key is another file's. Ask the
	// custodian for this version's key.
	ErrWrongKey = errors.New("the key does not open this dataset file: it was sealed for another key")
	// ErrTruncated is returned when the file stops making sense where it ends. Fetch it again.
	ErrTruncated = errors.New("the dataset file is truncated (or its end is damaged)")
	// ErrDamaged is returned when the file stops making sense before it ends. Fetch it again.
	ErrDamaged = errors.New("the dataset file is damaged")
	// ErrContentRoot is returned when the file opens but is not the one that the dataset's version names.
	ErrContentRoot = errors.New("the dataset file is not the registered one: its content root differs")
)

// Key opens a dataset file. Its text form is age's, and so is the recipient's.
type Key struct {
	identity age.Identity
	text     string
	public   string
}

// GenerateKey returns a fresh key: ML-KEM-768 with X25519. Dataset files live long and anywhere, so they should outlast
// the day when X25519 alone is broken.
func GenerateKey() (*Key, error) {
	id, err := age.GenerateHybridIdentity()
	if err != nil {
		return nil, fmt.Errorf("making a dataset key: %w", err)
	}
	return &Key{identity: id, text: id.String(), public: id.Recipient().String()}, nil
}

// ParseKey reads a key as Key.Secret or age-keygen writes it: hybrid (AGE-SECRET-KEY-PQ-1...) or X25519
// (AGE-SECRET-KEY-1...).
func ParseKey(text string) (*Key, error) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "AGE-SECRET-KEY-PQ-1") {
		id, err := age.ParseHybridIdentity(text)
		if err != nil {
			return nil, errKeyText
		}
		return &Key{identity: id, text: text, public: id.Recipient().String()}, nil
	}
	id, err := age.ParseX25519Identity(text)
	if err != nil {
		return nil, errKeyText
	}
	return &Key{identity: id, text: text, public: id.Recipient().String()}, nil
}

// errKeyText replaces age's errors, which may quote the key.
var errKeyText = errors.New("reading a dataset key: not an age identity (AGE-SECRET-KEY-1... or " +
	"AGE-SECRET-KEY-PQ-1...)")

// Secret returns the key's text form.
func (k *Key) Secret() string { return k.text }

// Recipient returns the text form of the public half.
func (k *Key) Recipient() string { return k.public }

// String shows the public half, so that a key in a log gives nothing away.
func (k *Key) String() string { return k.public }

// parseRecipient reads the public half of a key.
func parseRecipient(text string) (age.Recipient, error) {
	var r age.Recipient
	var err error
	if strings.HasPrefix(text, "age1pq1") {
		r, err = age.ParseHybridRecipient(text)
	} else {
		r, err = age.ParseX25519Recipient(text)
	}
	if err != nil {
		return nil, fmt.Errorf("%.60q is no recipient of a dataset: copy what assent broker add DATASET prints, "+
			"whole, from age1 on", text)
	}
	return r, nil
}
