// Package publish seals a custodian's tables into a folder that anyone may hold, and describes it for the registry.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/schema"
)

// DefaultTable is the name of a table that is given none.
const DefaultTable = "data"

// Table are the files of a table. Mock may be empty, and Reading, which says how the CSV is written, nil.
type Table struct {
	Name, CSV, Schema, Mock string
	Reading                 *table.Reading
}

// Named splits NAME=FILE; a file alone is that of DefaultTable.
func Named(arg string) (name, file string) {
	if name, file, ok := strings.Cut(arg, "="); ok {
		return name, file
	}
	return DefaultTable, arg
}

// Config says what to seal into which folder.
type Config struct {
	Tables              []Table
	Roster, Out         string
	Datasheet           string // may be empty
	To                  []string
	Keys                []common.Hash // datasets of whose keys recipients in To are, as far as is known
	DropColumns, Sample bool
	// EqualMockRows publishes mock data of which so many rows equal rows of the table, more than chance makes.
	EqualMockRows int
	// AllowMissing seals although so many people of the roster have no row in any table, and most have none.
	AllowMissing int
	// Cohort is the policy's: fewer people with rows are refused, unless they are BelowCohort. Zero refuses nothing.
	Cohort, BelowCohort int
	Progress            func(rows int)
}

// Packed is what came out of packing, table by table.
type Packed struct {
	Tables    dataset.Tables
	Summaries []*vault.Summary
	Mocks     []vault.Likeness // of each table's mock data; zero where there are none
	// Misspelled are subjects of the tables who are not on the roster, and differ from one who is by case or spaces
	// alone.
	Misspelled int
	// People have a row in a table; the roster names Roster people.
	People, Roster int
}

// Pack seals tables into a new folder with their schemas, mock data and the datasheet. Nothing is left behind when it
// fails.
func Pack(p Config) (packed *Packed, err error) {
	r, root, err := loadRoster(p.Roster)
	if err != nil {
		return nil, err
	}
	tables := slices.Clone(p.Tables)
	slices.SortFunc(tables, func(a, b Table) int { return strings.Compare(a.Name, b.Name) })
	for i, t := range tables {
		if err := dataset.ValidateTableName(t.Name); err != nil {
			return nil, err
		}
		if i > 0 && tables[i-1].Name == t.Name {
			return nil, fmt.Errorf("table %q is named twice; name each table once, as NAME=FILE", t.Name)
		}
	}
	if err := os.Mkdir(p.Out, 0o755); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf(
				"folder %s exists already; name a new one, since versions are added and never changed", p.Out)
		}
		return nil, fmt.Errorf("making the folder: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(p.Out))
		}
	}()
	if err := publishDatasheet(p, tables); err != nil {
		return nil, err
	}
	packed = &Packed{}
	present := map[common.Address]bool{}
	strangers := map[string]bool{}
	for _, t := range tables {
		listed, summary, err := pack(p, t, r, present, strangers)
		if err != nil {
			return nil, err
		}
		if summary.Rows == 0 {
			return nil, fmt.Errorf("no row of %s belongs to a person on the roster %s: is it this dataset's "+
				"roster, and does its "+
				"first column name people as the table's column %q does?", t.CSV, p.Roster, summary.SubjectColumn)
		}
		likeness, err := compareMock(t, p.EqualMockRows)
		if err != nil {
			return nil, err
		}
		packed.Mocks = append(packed.Mocks, likeness)
		listed.Roster = root
		packed.Tables, packed.Summaries = append(packed.Tables, listed), append(packed.Summaries, summary)
	}
	if missing := r.Len() - len(present); 2*missing > r.Len() && missing != p.AllowMissing {
		return nil, fmt.Errorf("%d of the %d people on the roster %s have no row: is it this dataset's roster, and "+
			"the whole table? If it is so, say --allow-missing %d", missing, r.Len(), p.Roster, missing)
	}
	if n := len(present); n < p.Cohort && n != p.BelowCohort {
		return nil, fmt.Errorf(
			"people with rows are %d, and the policy wants a cohort of %d, which counts who consents, "+
				"with or without a row: is it the whole table? If it is so, say --below-cohort %d", n, p.Cohort, n)
	}
	if err := packed.Tables.Validate(); err != nil {
		return nil, err
	}
	list, err := packed.Tables.Marshal()
	if err != nil {
		return nil, fmt.Errorf("writing the list of tables: %w", err)
	}
	if err := wholefile.New(filepath.Join(p.Out, dataset.TablesFile), list, 0o644); err != nil {
		return nil, fmt.Errorf("writing the list of tables: %w", err)
	}
	packed.People, packed.Roster, packed.Misspelled = len(present), r.Len(), r.CountMisspelled(strangers)
	return packed, packed.note(p)
}

// pack seals one table, and notes who of the roster has a row, and who of others.
func pack(p Config, t Table, r *roster.Roster, present map[common.Address]bool,
	strangers map[string]bool) (dataset.Table, *vault.Summary, error) {
	listed := dataset.Table{Name: t.Name}
	schema, err := LoadSchema(t.Schema)
	if err != nil {
		return listed, nil, err
	}
	canonical, err := schema.Canonical()
	if err != nil {
		return listed, nil, fmt.Errorf("writing the schema: %w", err)
	}
	listed.Schema = crypto.Keccak256Hash(canonical)
	if err := wholefile.New(filepath.Join(p.Out, listed.SchemaFile()), canonical, 0o644); err != nil {
		return listed, nil, fmt.Errorf("writing the schema: %w", err)
	}
	if t.Mock != "" {
		b, err := os.ReadFile(t.Mock)
		if err != nil {
			return listed, nil, fmt.Errorf("reading %s: %w", t.Mock, err)
		}
		isPerson := func(subject string) bool {
			_, ok := r.Pseudonym(subject)
			return ok
		}
		if err := vault.CheckMock(bytes.NewReader(b), schema, isPerson); err != nil {
			return listed, nil, fmt.Errorf("reading the mock data in %s: %w", t.Mock, err)
		}
		listed.Mock = crypto.Keccak256Hash(b)
		if err := wholefile.New(filepath.Join(p.Out, listed.MockFile()), b, 0o644); err != nil {
			return listed, nil, fmt.Errorf("writing the mock data: %w", err)
		}
	}
	src, err := os.Open(t.CSV)
	if err != nil {
		return listed, nil, fmt.Errorf("reading the table: %w", err)
	}
	defer src.Close()
	dst, err := os.OpenFile(filepath.Join(p.Out, listed.DataFile()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return listed, nil, fmt.Errorf("writing the sealed data: %w", err)
	}
	pseudonym := func(subject string) (common.Address, bool) {
		who, ok := r.Pseudonym(subject)
		if ok {
			present[who] = true
		} else {
			strangers[strings.Clone(subject)] = true
		}
		return who, ok
	}
	config := vault.PackConfig{Schema: schema, Pseudonym: pseudonym, Roster: r.Entries(), Recipients: p.To,
		Reading: t.Reading, DropColumns: p.DropColumns, Progress: p.Progress}
	if p.Sample {
		config.Excess = vault.SampleExcess
	}
	summary, err := vault.Pack(dst, src, config)
	if err != nil && !p.Sample {
		err = withExcess(err, t, schema, r)
	}
	var problems *vault.Problems
	if errors.As(err, &problems) {
		problems.Table = t.CSV
	}
	if err = errors.Join(err, dst.Close()); err != nil {
		return listed, nil, fmt.Errorf("packing %s: %w", t.CSV, err)
	}
	listed.Content, listed.Header, listed.Rows = summary.ContentRoot, summary.SealHeader, uint32(summary.Rows)
	return listed, summary, nil
}

// loadRoster reads a roster file, and commits to it.
func loadRoster(path string) (*roster.Roster, common.Hash, error) {
	r, err := roster.Load(path)
	if err != nil {
		return nil, common.Hash{}, err
	}
	tree, err := dataset.NewRoster(r.Entries())
	if err != nil {
		return nil, common.Hash{}, fmt.Errorf("committing to the roster %s: %w", path, err)
	}
	return r, tree.Root(), nil
}

// LoadSchema reads a schema file.
func LoadSchema(path string) (*schema.Schema, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	schema, err := schema.Read(b)
	if err != nil {
		return nil, fmt.Errorf("reading the schema in %s: %w", path, err)
	}
	return schema, nil
}

// LoadSchemas reads the schemas of tables, each given as NAME=FILE.
func LoadSchemas(args []string) (map[string]*schema.Schema, error) {
	schemas := map[string]*schema.Schema{}
	for _, arg := range args {
		name, file := Named(arg)
		if schemas[name] != nil {
			return nil, fmt.Errorf("the schema of table %q is given twice; name each table once, as NAME=FILE", name)
		}
		var err error
		if schemas[name], err = LoadSchema(file); err != nil {
			return nil, err
		}
	}
	return schemas, nil
}

// SchemaRoot is what a policy promises of tables with these schemas.
func SchemaRoot(schemas map[string]*schema.Schema) (common.Hash, error) {
	var tables dataset.Tables
	for name, schema := range schemas {
		if err := dataset.ValidateTableName(name); err != nil {
			return common.Hash{}, err
		}
		hash, err := schema.Hash()
		if err != nil {
			return common.Hash{}, fmt.Errorf("hashing the schema: %w", err)
		}
		tables = append(tables, dataset.Table{Name: name, Schema: hash})
	}
	slices.SortFunc(tables, func(a, b dataset.Table) int { return strings.Compare(a.Name, b.Name) })
	return tables.SchemaRoot(), nil
}

// ReadTables reads the list of a published folder and holds its sealed files and schemas against it.
func ReadTables(folder string) (dataset.Tables, error) {
	b, err := os.ReadFile(filepath.Join(folder, dataset.TablesFile))
	if err != nil {
		return nil, fmt.Errorf("reading the published folder: %w", err)
	}
	tables, err := dataset.ParseTables(b)
	if err != nil {
		return nil, fmt.Errorf("reading the published folder %s: %w", folder, err)
	}
	for _, t := range tables {
		content, err := fetch.Hash(filepath.Join(folder, t.DataFile()))
		if err != nil {
			return nil, err
		}
		if content != t.Content {
			return nil, fmt.Errorf("reading the published folder: %s has hash %s, its list of tables says %s; "+
				"pack the folder anew", t.DataFile(), content, t.Content)
		}
		if err := checkHeader(filepath.Join(folder, t.DataFile()), t.Header); err != nil {
			return nil, fmt.Errorf("reading the published folder: %w", err)
		}
		for file, want := range map[string]common.Hash{t.SchemaFile(): t.Schema, t.MockFile(): t.Mock} {
			if want == (common.Hash{}) {
				continue
			}
			b, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				return nil, fmt.Errorf("reading the published folder: %w", err)
			}
			if got := crypto.Keccak256Hash(b); got != want {
				return nil, fmt.Errorf("reading the published folder: %s has hash %s, its list of tables says %s; "+
					"pack the folder anew", file, got, want)
			}
		}
	}
	return tables, nil
}

// checkHeader holds a sealed file's header against the list of tables. No broker gives a key for another header.
func checkHeader(path string, want common.Hash) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	header, err := vault.SealHeader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	if got := common.Hash(vault.HashSealHeader(header)); got != want {
		return fmt.Errorf("%s has a header of hash %s, its list of tables says %s; pack the folder anew",
			filepath.Base(path), got, want)
	}
	return nil
}

// VersionOf describes a published folder for the registry. uri is where workers find it; its absolute path when empty.
// asOf is the block up to which enrolments are contained: people who enrolled later have no row in it. The roster has
// to be the one that the folder was packed with: enclaves take no other.
func VersionOf(folder, uri, rosterFile string, asOf uint64) (dataset.Version, error) {
	v := dataset.Version{AsOf: asOf, URI: uri}
	tables, err := ReadTables(folder)
	if err != nil {
		return v, err
	}
	v.ContentRoot, v.Schema, v.Mock = tables.ContentRoot(), tables.SchemaRoot(), tables.MockRoot()
	switch b, err := os.ReadFile(filepath.Join(folder, dataset.DatasheetFile)); {
	case err == nil:
		v.Datasheet = crypto.Keccak256Hash(b)
	case !errors.Is(err, fs.ErrNotExist):
		return v, fmt.Errorf("reading the published folder: %w", err)
	}
	if _, v.RosterRoot, err = loadRoster(rosterFile); err != nil {
		return v, err
	}
	if tables.CheckRoster(v.RosterRoot) != nil {
		return v, fmt.Errorf("the folder %s was not packed with the roster %s; name the one that it was packed with, "+
			"as it was then, or pack it anew", folder, rosterFile)
	}
	if uri == "" {
		if v.URI, err = filepath.Abs(folder); err != nil {
			return v, fmt.Errorf("naming the published folder: %w", err)
		}
	}
	return v, nil
}

// WriteManifest adds tables and title to a manifest and writes it into the published folder, over that of an earlier
// version.
func WriteManifest(folder string, m dataset.Manifest) error {
	var err error
	if m.Tables, err = ReadTables(folder); err != nil {
		return err
	}
	schema, err := LoadSchema(filepath.Join(folder, m.Tables[0].SchemaFile()))
	if err != nil {
		return err
	}
	m.Title = schema.Title
	if err := m.Validate(); err != nil {
		return err
	}
	b, err := m.Marshal()
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	if err := wholefile.WritePublic(filepath.Join(folder, dataset.ManifestFile), b); err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	return nil
}

// PolicyTemplate is a careful policy to start from: private statistics for fairness audits, at least 50 subjects, a
// small budget. It accepts no worker until measurements and attestation roots are filled in, and names no account: see
// Complete.
func PolicyTemplate() policy.Policy {
	return policy.Policy{
		Promise: policy.Promise{
			Purposes: purpose.SetOf(purpose.FairnessAudit), Kinds: kind.Runnable, Conditions: condition.Protected,
			AllowPrivate: true,
			MinCohort:    50, MinCell: 5, RhoLimit: 500_000, DeltaLimit: budget.DeltaUnits / 1_000_000,
			Review:        policy.ReviewNone,
			MaxConsentAge: 10_000, Spenders: []common.Address{}, Restrictions: []common.Hash{},
		},
		Means: policy.Means{
			Pins: imagePins(), Measurements: []common.Hash{}, TrustRoots: []common.Hash{}, Programs: []common.Hash{},
			Reviewers: []common.Address{},
			Gates:     []policy.Gate{}, Archives: []common.Address{},
		},
		Service: policy.Service{Price: amount.FromUint64(1_000_000_000), ClaimTimeout: 900, JobTimeout: 900,
			OpenTimeout: 900, MaxReruns: 3},
	}
}

// imagePins names the pins of the machine image.
func imagePins() common.Hash {
	hash, err := pins.Image().Hash()
	if err != nil {
		panic(fmt.Sprintf("the pins of the image: %v", err)) // they are constants, which a test reads
	}
	return hash
}

// Complete fills in the accounts and hashes that a policy leaves open, from those of another.
func Complete(p *policy.Policy, from policy.Policy) {
	for into, value := range map[*common.Address]common.Address{
		&p.Controller: from.Controller, &p.Broker: from.Broker, &p.Enroller: from.Enroller,
	} {
		if *into == (common.Address{}) {
			*into = value
		}
	}
	for into, value := range map[*common.Hash]common.Hash{
		&p.Schema: from.Schema, &p.Datasheet: from.Datasheet, &p.Text: from.Text, &p.Pins: from.Pins,
	} {
		if *into == (common.Hash{}) {
			*into = value
		}
	}
	if len(p.Spenders) == 0 {
		p.Spenders = from.Spenders
	}
}

// Describe has a policy promise data of schemas, as JSON by the name of their table, and with a datasheet, which may be
// empty.
func Describe(p *policy.Policy, schemaFiles map[string][]byte, datasheet []byte) error {
	schemas := make(map[string]*schema.Schema, len(schemaFiles))
	for name, b := range schemaFiles {
		schema, err := schema.Parse(b)
		if err != nil {
			return fmt.Errorf("reading the schema of table %q: %w", name, err)
		}
		schemas[name] = schema
	}
	var err error
	if p.Schema, err = SchemaRoot(schemas); err != nil {
		return err
	}
	p.Datasheet = common.Hash{}
	if len(datasheet) > 0 {
		p.Datasheet = crypto.Keccak256Hash(datasheet)
	}
	return nil
}

// One is a single schema, of DefaultTable.
func One(schemaFile []byte) map[string][]byte { return map[string][]byte{DefaultTable: schemaFile} }
