package command

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/assent-network/assent/client/custodian/synthetic"
	"github.com/assent-network/assent/protocol/schema"
)

// table is the dataset of the demonstration.
type table struct {
	title                   string
	csv                     []byte
	schema                  *schema.Schema
	schemaFile, sheet, mock []byte
	people                  []string // the subjects, each once, in the order of the table
}

// table reads the table that --data names, or makes one up.
func (d *demo) table() (*table, error) {
	t := &table{title: fmt.Sprintf("%d made-up people", d.demoConfig.people)}
	schemaName, sheetName := "synthetic.schema.json", "synthetic.datasheet.md"
	if d.data != "" {
		t.title = d.data
		schemaName, sheetName = "compas.schema.json", "compas.datasheet.md"
		b, err := os.ReadFile(d.data)
		if err != nil {
			return nil, fmt.Errorf("reading the data: %w", err)
		}
		t.csv = b
	} else {
		var b bytes.Buffer
		if err := synthetic.Population(&b, synthetic.DefaultSeed, d.demoConfig.people); err != nil {
			return nil, fmt.Errorf("making people up: %w", err)
		}
		t.csv = b.Bytes()
	}
	var err error
	if t.schemaFile, err = synthetic.File(schemaName); err != nil {
		return nil, err
	}
	if t.sheet, err = synthetic.File(sheetName); err != nil {
		return nil, err
	}
	if t.schema, err = schema.Parse(t.schemaFile); err != nil {
		return nil, err
	}
	var mock bytes.Buffer
	if err := synthetic.Mock(&mock, t.schema, "mock", 100); err != nil {
		return nil, fmt.Errorf("making mock data: %w", err)
	}
	t.mock = mock.Bytes()
	t.people, err = subjects(t.csv, t.schema.Subject)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", t.title, err)
	}
	return t, nil
}

// subjects lists the values of a table's subject column.
func subjects(table []byte, column string) ([]string, error) {
	in := csv.NewReader(bytes.NewReader(table))
	header, err := in.Read()
	if err != nil {
		return nil, errors.New("it is not CSV with a header")
	}
	at := slices.Index(header, column)
	if at < 0 {
		return nil, fmt.Errorf("it has no column %q, which says whose row it is", column)
	}
	seen := make(map[string]bool)
	var out []string
	for line := 2; ; line++ {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d is not CSV with %d fields", line, len(header))
		}
		if id := record[at]; !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
}
