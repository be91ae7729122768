package dataset

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
)

const (
	contentTag = "assent.dataset.tables.v2"
	schemaTag  = "assent.dataset.schemas.v1"
	mockTag    = "assent.dataset.mocks.v1"
)

// TablesFormat is the format member of a list of tables.
const TablesFormat = "assent-tables/3"

// Names of the files of a version, in the folder that its URI names. A table's own files are named after it: see Table.
const (
	TablesFile    = "tables.json"
	ManifestFile  = "manifest.json"
	DatasheetFile = "datasheet.md"
)

// Limits of a list of tables.
const (
	MaxTables     = 16
	MaxTableName  = 64
	MaxTablesFile = 16 << 10 // bytes of the list's JSON
)

// Table is one table of a dataset version.
type Table struct {
	Name    string      `json:"name"`    // letters, digits, '-' and '_'
	Content common.Hash `json:"content"` // SHA-256 of the age file
	Header  common.Hash `json:"header"`  // SHA-256 of its age header, in which the file's key is sealed
	Schema  common.Hash `json:"schema"`  // keccak256 of the schema's canonical JSON
	Mock    common.Hash `json:"mock"`    // keccak256 of the mock data; zero when there are none
	Rows    uint32      `json:"rows"`    // how many rows the file has, which decides how long a job is held
	Roster  common.Hash `json:"roster"`  // root of the roster inside the age file
}

// DataFile is the name of the sealed data.
func (t Table) DataFile() string { return t.Name + ".age" }

// SchemaFile is the name of the schema.
func (t Table) SchemaFile() string { return t.Name + ".schema.json" }

// MockFile is the name of the mock data.
func (t Table) MockFile() string { return t.Name + ".mock.csv" }

// Tables are the tables of a dataset version, by ascending name.
type Tables []Table

type tablesFile struct {
	Format string `json:"format"`
	Tables Tables `json:"tables"`
}

// ParseTables reads a list of tables strictly and validates it.
func ParseTables(data []byte) (Tables, error) {
	if len(data) > MaxTablesFile {
		return nil, fmt.Errorf("dataset: parse tables: %d bytes, at most %d", len(data), MaxTablesFile)
	}
	var f tablesFile
	if err := canonical.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("dataset: parse tables: %w", err)
	}
	if f.Format != TablesFormat {
		return nil, &FieldError{"format", fmt.Sprintf("%.40q, this program reads %q", f.Format, TablesFormat)}
	}
	return f.Tables, f.Tables.Validate()
}

// Marshal returns the list's canonical JSON.
func (ts Tables) Marshal() ([]byte, error) { return canonical.Marshal(tablesFile{TablesFormat, ts}) }

// Validate checks the list: at least one table, by ascending name, each with content, header, schema and roster.
func (ts Tables) Validate() error {
	if len(ts) == 0 || len(ts) > MaxTables {
		return &FieldError{"tables", fmt.Sprintf("%d tables, use 1 to %d", len(ts), MaxTables)}
	}
	for i, t := range ts {
		switch {
		case ValidateTableName(t.Name) != nil:
			return ValidateTableName(t.Name)
		case i > 0 && ts[i-1].Name >= t.Name:
			return &FieldError{"tables", fmt.Sprintf("table %q is not after %q; sort them by name, each once", t.Name,
				ts[i-1].Name)}
		case t.Content == common.Hash{}:
			return &FieldError{"tables", fmt.Sprintf("table %q has no content", t.Name)}
		case t.Header == common.Hash{}:
			return &FieldError{"tables", fmt.Sprintf("table %q has no header", t.Name)}
		case t.Schema == common.Hash{}:
			return &FieldError{"tables", fmt.Sprintf("table %q has no schema", t.Name)}
		case t.Roster == common.Hash{}:
			return &FieldError{"tables", fmt.Sprintf("table %q has no roster", t.Name)}
		}
	}
	return nil
}

// ValidateTableName checks a table's name, of which file names are made.
func ValidateTableName(name string) error {
	ok := name != "" && len(name) <= MaxTableName
	for i := 0; i < len(name); i++ {
		c := name[i]
		ok = ok && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')
	}
	if !ok {
		return &FieldError{"tables",
			fmt.Sprintf("%.80q is not a table's name; use 1 to %d letters, digits, '-' and '_'", name, MaxTableName)}
	}
	return nil
}

// Find returns the table of that name. No name means the only table.
func (ts Tables) Find(name string) (Table, error) {
	if name == "" && len(ts) == 1 {
		return ts[0], nil
	}
	names := make([]string, 0, len(ts))
	for _, t := range ts {
		if t.Name == name {
			return t, nil
		}
		names = append(names, t.Name)
	}
	if name == "" {
		return Table{}, fmt.Errorf("dataset: the version has the tables %q: name one", names)
	}
	return Table{}, fmt.Errorf("dataset: the version has no table %.80q; it has %q", name, names)
}

// Of returns the table that a job's parameters name, for every kind of job. Where they name none of the version's
// tables it is the first: such a job ends with a result that says that the parameters do not fit. Worker and broker
// both choose the table by this function, so that the broker gives the key of the file that the worker reads.
func (ts Tables) Of(parameters []byte) Table {
	var members map[string]json.RawMessage
	var name string
	if json.Unmarshal(parameters, &members) == nil && json.Unmarshal(members["table"], &name) == nil {
		if t, err := ts.Find(name); err == nil {
			return t
		}
	}
	return ts[0]
}

// ContentRoot commits to names, files, headers, schemas, rosters and numbers of rows of the tables.
func (ts Tables) ContentRoot() common.Hash {
	return ts.root(contentTag, func(t Table) []byte {
		return binary.BigEndian.AppendUint32(slices.Concat(t.Content[:], t.Header[:], t.Schema[:], t.Roster[:]), t.Rows)
	})
}

// SchemaRoot commits to names and schemas of the tables: what a policy promises.
func (ts Tables) SchemaRoot() common.Hash {
	return ts.root(schemaTag, func(t Table) []byte { return t.Schema[:] })
}

// MockRoot commits to names and mock data of the tables; zero when none has any.
func (ts Tables) MockRoot() common.Hash {
	for _, t := range ts {
		if t.Mock != (common.Hash{}) {
			return ts.root(mockTag, func(t Table) []byte { return t.Mock[:] })
		}
	}
	return common.Hash{}
}

func (ts Tables) root(tag string, of func(Table) []byte) common.Hash {
	b := []byte(tag)
	for _, t := range ts {
		b = append(b, crypto.Keccak256([]byte(t.Name))...)
		b = append(b, of(t)...)
	}
	return crypto.Keccak256Hash(b)
}

// CheckRoster returns an error unless every table was sealed with the roster of this root.
func (ts Tables) CheckRoster(root common.Hash) error {
	for _, t := range ts {
		if t.Roster != root {
			return &FieldError{"rosterRoot",
				fmt.Sprintf("table %q was sealed with the roster of root %s, the version names %s", t.Name, t.Roster,
					root)}
		}
	}
	return nil
}

// Check compares the tables with what a version on record says of them.
func (ts Tables) Check(v Version) error {
	for _, c := range []struct {
		field     string
		got, want common.Hash
	}{
		{"contentRoot", ts.ContentRoot(), v.ContentRoot}, {"schema", ts.SchemaRoot(), v.Schema}, {"mock", ts.MockRoot(),
			v.Mock},
	} {
		if c.got != c.want {
			return &FieldError{c.field,
				fmt.Sprintf("the tables have %s, the version names %s: it is another list or was changed", c.got,
					c.want)}
		}
	}
	return ts.CheckRoster(v.RosterRoot)
}
