package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"unicode/utf8"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
)

// publishDatasheet copies the datasheet, if there is one, into the folder that is published. What is public beside the
// sealed tables has to be text, and no line of it a row of a table.
func publishDatasheet(p Config, tables []Table) error {
	if p.Datasheet == "" {
		return nil
	}
	b, err := os.ReadFile(p.Datasheet)
	if err != nil {
		return fmt.Errorf("reading %s: %w", p.Datasheet, err)
	}
	if !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
		return fmt.Errorf("reading the datasheet %s: it is no text in UTF-8: write what people have to know of the "+
			"data as Markdown", p.Datasheet)
	}
	for _, t := range tables {
		n, err := countRows(string(b), t)
		if err != nil {
			return fmt.Errorf("holding the datasheet against %s: %w", t.CSV, err)
		}
		if n > 0 {
			return fmt.Errorf("reading the datasheet %s: %d of its lines are %w %s, and would be public: describe the "+
				"data, and leave the rows out", p.Datasheet, n, vault.ErrCopiedRows, t.CSV)
		}
	}
	return wholefile.New(filepath.Join(p.Out, dataset.DatasheetFile), b, 0o644)
}

// countRows counts the lines of a text that are rows of a table.
func countRows(text string, t Table) (int, error) {
	src, err := os.Open(t.CSV)
	if err != nil {
		return 0, fmt.Errorf("reading the table: %w", err)
	}
	defer src.Close()
	return vault.CountRows(text, src, t.Reading)
}

// compareMock refuses mock data of a table that were copied from it, unless so many equal rows are meant.
func compareMock(t Table, meant int) (vault.Likeness, error) {
	if t.Mock == "" {
		return vault.Likeness{}, nil
	}
	schema, err := LoadSchema(t.Schema)
	if err != nil {
		return vault.Likeness{}, err
	}
	mock, err := os.Open(t.Mock)
	if err != nil {
		return vault.Likeness{}, fmt.Errorf("reading the mock data: %w", err)
	}
	defer mock.Close()
	src, err := os.Open(t.CSV)
	if err != nil {
		return vault.Likeness{}, fmt.Errorf("reading the table: %w", err)
	}
	defer src.Close()
	found, err := vault.Compare(mock, src, schema, t.Reading)
	if err != nil {
		return found, err
	}
	if found.Copied() && found.Equal != meant {
		return found, fmt.Errorf("reading the mock data in %s: %d of its %d rows are %w %s in every cell but the "+
			"subject's, and would be public: make rows up; if they are made up, say --equal-mock-rows %d", t.Mock,
			found.Equal, found.Rows, vault.ErrCopiedRows, t.CSV, found.Equal)
	}
	return found, nil
}
