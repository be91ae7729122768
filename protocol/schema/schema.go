// Package schema says what the rows of a dataset hold: the typed columns that a custodian publishes beside the sealed
// file, and how a cell of each is spelled and bounded.
//
// A schema is public, and all that the parameters and the results of jobs depend on beside the rows. Its format is
// described in docs/protocol/dataset-file.md, "Schema" and "Cells".
package schema

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
)

// Format is the format member of a schema.
const Format = "assent-schema/1"

// PseudonymColumn is the name of the first column of every dataset.
const PseudonymColumn = "pseudonym"

// The limits of a schema.
const (
	MaxColumns       = 256
	MaxValues        = 1024
	MaxNameBytes     = 64
	MaxTextBytes     = 1024
	MaxContributions = 1024
	MaxScale         = 9
)

// The limits of the rows.
const (
	// MaxRows is the most rows a dataset holds. Whether a sum fits in 64 bits follows from it and the bounds alone.
	MaxRows = 1 << 24
	// MaxSummand is the largest distance from zero, and between bounds, at which numbers have a sum: that over MaxRows
	// rows stays within 62 bits.
	MaxSummand = 1 << 62 / MaxRows / 2
)

// Schema says what the rows of a dataset hold. It is public, and all that a job may depend on beside the rows: groups,
// bounds and sensitivities come from here, never from the data.
type Schema struct {
	// Format is SchemaFormat.
	Format string `json:"format"`
	// Title is one line for people.
	Title string `json:"title"`
	// Subject names the CSV column that says whose row it is. The column itself is replaced by the pseudonym.
	Subject string `json:"subject"`
	// MaxContributions is the most rows one subject has.
	MaxContributions int `json:"maxContributions"`
	// Columns are the columns a job may use, in the order in which rows hold them.
	Columns []Column `json:"columns"`
}

// Column is one typed column.
type Column struct {
	Name string `json:"name"`
	Type Type   `json:"type"`
	// Description is one line for people.
	Description string `json:"description,omitempty"`
	// Nullable says that cells may be empty.
	Nullable bool `json:"nullable,omitempty"`
	// Scale is the number of decimals of a decimal column.
	Scale int `json:"scale,omitempty"`
	// Min and Max bound integers, decimals and dates, both inclusive, written as a cell is.
	Min string `json:"min,omitempty" spell:"number"`
	Max string `json:"max,omitempty" spell:"number"`
	// Values lists a category's values. A cell holds the index into it.
	Values []string `json:"values,omitempty"`

	min, max int64
	index    map[string]int64
}

// Parse reads a schema strictly and prepares its columns for use.
func Parse(data []byte) (*Schema, error) {
	var s Schema
	return prepared(&s, canonical.Unmarshal(data, &s))
}

// Read reads a schema as a person writes it, with bounds that may be numbers or in quotes.
func Read(data []byte) (*Schema, error) {
	var s Schema
	_, err := canonical.Read(data, &s)
	return prepared(&s, err)
}

func prepared(s *Schema, err error) (*Schema, error) {
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	if err := s.Prepare(); err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	return s, nil
}

// Canonical returns the schema's one encoding: what the dataset's version commits to.
func (s *Schema) Canonical() ([]byte, error) { return canonical.Marshal(s) }

// Hash returns the Keccak-256 of the canonical encoding, which is what a dataset's version names: publish the canonical
// bytes as the schema file.
func (s *Schema) Hash() (common.Hash, error) {
	b, err := s.Canonical()
	if err != nil {
		return common.Hash{}, err
	}
	return crypto.Keccak256Hash(b), nil
}

// Column returns the index of the named column, or an error that lists the names.
func (s *Schema) Column(name string) (int, error) {
	names := make([]string, len(s.Columns))
	for i := range s.Columns {
		if names[i] = s.Columns[i].Name; names[i] == name {
			return i, nil
		}
	}
	return 0, fmt.Errorf("the schema has no column %q, it has %s", clip(name), strings.Join(names, ", "))
}

// Prepare validates the schema and parses its bounds.
func (s *Schema) Prepare() error {
	if s.Format != Format {
		return fmt.Errorf("format is %q, want %q", clip(s.Format), Format)
	}
	if err := checkText("title", s.Title, MaxTextBytes); err != nil {
		return err
	}
	if err := checkName("subject", s.Subject); err != nil {
		return err
	}
	if s.MaxContributions < 1 || s.MaxContributions > MaxContributions {
		return fmt.Errorf("maxContributions is %d, want 1 to %d", s.MaxContributions, MaxContributions)
	}
	if len(s.Columns) < 1 || len(s.Columns) > MaxColumns {
		return fmt.Errorf("%d columns, want 1 to %d", len(s.Columns), MaxColumns)
	}
	seen := map[string]bool{PseudonymColumn: true, s.Subject: true}
	for i := range s.Columns {
		c := &s.Columns[i]
		if err := checkName(fmt.Sprintf("name of column %d", i+1), c.Name); err != nil {
			return err
		}
		if seen[c.Name] {
			return fmt.Errorf("column %q: the name is taken (by another column, the subject column, or %q)", c.Name,
				PseudonymColumn)
		}
		seen[c.Name] = true
		if err := c.prepare(); err != nil {
			return fmt.Errorf("column %q: %w", c.Name, err)
		}
	}
	return nil
}

func (c *Column) prepare() error {
	if err := c.Type.validate(); err != nil {
		return err
	}
	if err := checkText("description", c.Description, MaxTextBytes); err != nil {
		return err
	}
	if c.Scale != 0 && c.Type != Decimal || c.Type == Decimal && (c.Scale < 1 || c.Scale > MaxScale) {
		return fmt.Errorf("scale is %d: a decimal has 1 to %d decimals, other types none", c.Scale, MaxScale)
	}
	if bounded := c.Type.Bounded(); !bounded && (c.Min != "" || c.Max != "") {
		return fmt.Errorf("type %s has no min and max", c.Type)
	} else if bounded {
		var err error
		c.min, c.max = -MaxMagnitude, MaxMagnitude // while the bounds themselves are read
		low, err := c.Parse(c.Min)
		if err != nil {
			return fmt.Errorf("min is %w", err)
		}
		high, err := c.Parse(c.Max)
		if err != nil {
			return fmt.Errorf("max is %w", err)
		}
		if low > high {
			return fmt.Errorf("min %s is above max %s", c.Min, c.Max)
		}
		if c.Text(low) != c.Min || c.Text(high) != c.Max {
			return fmt.Errorf("write the bounds as %s and %s", c.Text(low), c.Text(high))
		}
		c.min, c.max = low, high
	}
	if c.Type != Category {
		if len(c.Values) != 0 {
			return fmt.Errorf("type %s has no values", c.Type)
		}
		if c.Type == Boolean {
			c.max = 1
		}
		return nil
	}
	if len(c.Values) < 1 || len(c.Values) > MaxValues {
		return fmt.Errorf("%d values, want 1 to %d", len(c.Values), MaxValues)
	}
	c.index = make(map[string]int64, len(c.Values))
	for i, v := range c.Values {
		if err := checkText(fmt.Sprintf("value %d", i+1), v, MaxNameBytes); err != nil {
			return err
		}
		if v == "" {
			return fmt.Errorf("value %d is empty: make the column nullable instead", i+1)
		}
		if _, ok := c.index[v]; ok {
			return fmt.Errorf("value %d, %q, is listed twice", i+1, v)
		}
		c.index[v] = int64(i)
	}
	c.max = int64(len(c.Values) - 1)
	return nil
}

// Bounds returns the least and the greatest value of a cell.
func (c *Column) Bounds() (low, high int64) { return c.min, c.max }

func checkName(what, s string) error {
	if s == "" {
		return fmt.Errorf("%s is empty", what)
	}
	return checkText(what, s, MaxNameBytes)
}

// checkText wants one line of UTF-8 without space around it, so that every row is one line and no two spellings of a
// name look alike.
func checkText(what, s string, limit int) error {
	err := unfitText(s, limit)
	switch {
	case err == nil:
		return nil
	case len(s) > limit || !utf8.ValidString(s):
		return fmt.Errorf("%s %w", what, err)
	}
	return fmt.Errorf("%s %q %w", what, clip(s), err)
}

// unfitText says what is wrong with a text, without showing it.
func unfitText(s string, limit int) error {
	if len(s) > limit {
		return fmt.Errorf("has %d bytes, at most %d are allowed", len(s), limit)
	}
	if !utf8.ValidString(s) {
		return errors.New("is not UTF-8")
	}
	if strings.TrimSpace(s) != s {
		return errors.New("begins or ends with a space")
	}
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError {
			return errors.New("has a control character")
		}
	}
	return nil
}

// CheckValue says why a category cannot have a value, in words that complete "the cell ..." and do not show it.
func CheckValue(s string) error { return unfitText(s, MaxNameBytes) }

func clip(s string) string {
	const limit = 60
	if len(s) <= limit {
		return s
	}
	for i := limit; ; i-- {
		if utf8.RuneStart(s[i]) {
			return s[:i] + "…"
		}
	}
}
