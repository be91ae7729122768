package dataset_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

type signer struct {
	PrivateKey common.Hash
	Address    common.Address
}

type file struct {
	Types                                          []string
	Domain                                         eip712.Domain
	Signers                                        map[string]signer
	ID, FamilyDomain, PseudonymDomain, VersionHash common.Hash
	Manifest                                       json.RawMessage
	BadManifests, Forged                           []vectest.Bad
	Roster                                         struct {
		Entries []dataset.RosterEntry
		Root    common.Hash
	}
	Membership json.RawMessage
}

func load(t testing.TB) file {
	var f file
	vectest.Load(t, "dataset.json", &f)
	return f
}

func TestManifest(t *testing.T) {
	f := load(t)
	m, err := dataset.ParseManifest(f.Manifest)
	if err != nil {
		t.Fatal(err)
	}
	if f.Types[0] != dataset.VersionType || m.ID() != f.ID || m.Version.Hash() != f.VersionHash ||
		m.Domain() != f.PseudonymDomain {
		t.Error("hashes differ")
	}
	if got := dataset.FamilyDomain(f.Domain.ChainID, f.Domain.Contract, m.Founder,
		"courts"); got != f.FamilyDomain || got != m.Domain() || got == dataset.OwnDomain(f.ID) {
		t.Errorf("family %s", got)
	}
	doc, err := eip712.New(eip712.Domain{}, dataset.VersionType, m.Version.ContentRoot.Hex(), m.Version.Schema.Hex(),
		m.Version.Datasheet.Hex(),
		m.Version.Mock.Hex(), m.Version.RosterRoot.Hex(), fmt.Sprint(m.Version.AsOf), m.Version.URI)
	if err != nil {
		t.Fatal(err)
	}
	if h, err := doc.HashStruct("DatasetVersion", doc.Message); err != nil || h != f.VersionHash {
		t.Errorf("the generic hasher gives %s, %v", h, err)
	}
	for _, b := range f.BadManifests {
		_, err := dataset.ParseManifest(b.Input)
		b.Refused(t, err)
		var fe *dataset.FieldError
		if errors.As(err, &fe) && fe.Field != b.Reason {
			t.Errorf("%s: names %s", b.Name, fe.Field)
		}
	}
	for name, content := range map[string]string{
		"people.schema.json": "people schema", "visits.schema.json": "visits schema", "people.mock.csv": "people mock",
		"datasheet.md": "datasheet",
	} {
		if err := m.CheckFile(name, []byte(content)); err != nil {
			t.Error(err)
		}
		if err := m.CheckFile(name, []byte("x")); err == nil {
			t.Errorf("another %s: accepted", name)
		}
	}
	for _, name := range []string{"visits.mock.csv", "data", ""} {
		if err := m.CheckFile(name, nil); err == nil {
			t.Errorf("%q, which there is not: accepted", name)
		}
	}
	own := m
	own.Family, own.Founder = "", common.Address{}
	if err := own.Validate(); err != nil || own.Domain() != dataset.OwnDomain(f.ID) {
		t.Errorf("without a family: %s, %v", own.Domain(), err)
	}
	t.Logf("%d bad manifests run", len(f.BadManifests))
}

// Each fact of a record that follows from the others is computed.
func TestCheckRecord(t *testing.T) {
	registry, registrant, founder := common.Address{1}, common.Address{2}, common.Address{3}
	id := dataset.ID(7, registry, registrant, "study")
	own := dataset.Record{Registrant: registrant, Name: "study", Domain: id}
	family := dataset.Record{Registrant: registrant, Name: "study", Family: "hearts", Founder: founder,
		Domain: dataset.FamilyDomain(7, registry, founder, "hearts")}
	for _, good := range []dataset.Record{own, family} {
		if err := dataset.CheckRecord(7, registry, id, good); err != nil {
			t.Error(err)
		}
	}
	for name, c := range map[string]struct {
		from dataset.Record
		edit func(*dataset.Record)
	}{
		"another dataset's domain":  {own, func(r *dataset.Record) { r.Domain = common.Hash{9} }},
		"a family's domain, hidden": {own, func(r *dataset.Record) { r.Domain = family.Domain }},
		"another family":            {family, func(r *dataset.Record) { r.Family = "lungs" }},
		"another founder":           {family, func(r *dataset.Record) { r.Founder = registrant }},
		"no founder":                {family, func(r *dataset.Record) { r.Founder = common.Address{} }},
		"no family":                 {family, func(r *dataset.Record) { r.Family = "" }},
		"its own domain":            {family, func(r *dataset.Record) { r.Domain = id }},
		"another name":              {own, func(r *dataset.Record) { r.Name = "survey" }},
		"another registrant":        {own, func(r *dataset.Record) { r.Registrant = founder }},
	} {
		r := c.from
		c.edit(&r)
		if err := dataset.CheckRecord(7, registry, id, r); !errors.Is(err, dataset.ErrRecord) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := dataset.CheckRecord(8, registry, id, own); !errors.Is(err, dataset.ErrRecord) {
		t.Errorf("another chain: %v", err)
	}
}

func TestRoster(t *testing.T) {
	f := load(t)
	enroller := f.Signers["enroller"].Address
	r, err := dataset.NewRoster(f.Roster.Entries)
	if err != nil || r.Root() != f.Roster.Root || r.Len() != len(f.Roster.Entries) {
		t.Fatalf("roster: %v", err)
	}
	m, err := dataset.ParseMembership(f.Membership)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Verify(f.Domain, enroller, f.Roster.Root); err != nil {
		t.Error(err)
	}
	if err := m.Verify(f.Domain, f.Signers["custodian"].Address, f.Roster.Root); err == nil {
		t.Error("another enroller")
	}
	for _, b := range f.Forged {
		m, err := dataset.ParseMembership(b.Input)
		if err == nil {
			err = m.Verify(f.Domain, enroller, f.Roster.Root)
		}
		b.Refused(t, err)
	}
	// A subject of the roster with a salt that is not its own, and one that is not in it.
	key, err := crypto.ToECDSA(f.Signers["enroller"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	stranger := f.Roster.Entries[0]
	stranger.Salt[0]++
	if _, err := r.Prove(f.Domain, key, f.ID, 1, stranger); err == nil {
		t.Error("proved what is not in the roster")
	}
	subject, err := crypto.ToECDSA(f.Signers["subject c"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	other, err := r.Prove(f.Domain, key, f.ID, 1, f.Roster.Entries[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Countersign(f.Domain, enroller, subject); err == nil {
		t.Error("countersigned for another subject")
	}
	twice := append(append([]dataset.RosterEntry{}, f.Roster.Entries...),
		dataset.RosterEntry{Pseudonym: f.Roster.Entries[1].Pseudonym, Salt: common.Hash{1}})
	if _, err := dataset.NewRoster(twice); err == nil {
		t.Error("a subject twice: accepted")
	}
	if _, err := dataset.NewRoster([]dataset.RosterEntry{{Pseudonym: common.Address{1}}}); err == nil {
		t.Error("no salt: accepted")
	}
	for _, proofKey := range []common.Hash{{}, {1}} {
		_, err := dataset.NewRoster([]dataset.RosterEntry{
			{Pseudonym: common.Address{1}, ProofKey: proofKey, Salt: common.Hash{1}}, {Pseudonym: common.Address{2},
				ProofKey: proofKey, Salt: common.Hash{1}},
		})
		if none := proofKey == (common.Hash{}); (err == nil) != none {
			t.Errorf("two subjects with the proof key %s: %v", proofKey, err)
		}
	}
	t.Logf("%d forged memberships run", len(f.Forged))
}

func FuzzParseManifest(f *testing.F) {
	v := load(f)
	f.Add([]byte(v.Manifest))
	for _, b := range v.BadManifests {
		f.Add([]byte(b.Input))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		m, err := dataset.ParseManifest(in)
		if err != nil {
			return
		}
		out, err := m.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if c, err := canonical.Canonicalize(in); err != nil || !bytes.Equal(c, out) {
			t.Fatalf("%s encodes as %s", in, out)
		}
	})
}

// FuzzParseTables: a list that is taken is valid, comes back from its own bytes, and has a table for any parameters.
func FuzzParseTables(f *testing.F) {
	m, err := dataset.ParseManifest(load(f).Manifest)
	if err != nil {
		f.Fatal(err)
	}
	b, err := m.Tables.Marshal()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b, []byte(`{"table":"visits"}`))
	f.Add([]byte(`{"format":"assent-tables/3","tables":[{}]}`), []byte(`{"table":null}`))
	f.Fuzz(func(t *testing.T, in, parameters []byte) {
		list, err := dataset.ParseTables(in)
		if err != nil {
			return
		}
		if err := list.Validate(); err != nil {
			t.Errorf("taken and not valid: %v", err)
		}
		again, err := list.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := dataset.ParseTables(again); err != nil || !slices.Equal(back, list) {
			t.Errorf("its own bytes: %v", err)
		}
		if named := list.Of(parameters); !slices.Contains(list, named) {
			t.Errorf("table %q is none of the list's", named.Name)
		}
	})
}

func FuzzParseMembership(f *testing.F) {
	v := load(f)
	f.Add([]byte(v.Membership))
	for _, b := range v.Forged {
		f.Add([]byte(b.Input))
	}
	good, err := dataset.ParseMembership(v.Membership)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		m, err := dataset.ParseMembership(in)
		if err != nil || m.Verify(v.Domain, v.Signers["enroller"].Address, v.Roster.Root) != nil {
			return
		}
		if m.Entry != good.Entry || m.Dataset != good.Dataset || m.Version != good.Version {
			t.Fatalf("forged: %s", in)
		}
	})
}

func TestTables(t *testing.T) {
	m, err := dataset.ParseManifest(load(t).Manifest)
	if err != nil {
		t.Fatal(err)
	}
	two := m.Tables
	b, err := two.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	again, err := dataset.ParseTables(b)
	if err != nil || again.ContentRoot() != two.ContentRoot() || again.SchemaRoot() != two.SchemaRoot() {
		t.Errorf("parsed back: %v", err)
	}
	if _, err := dataset.ParseTables(bytes.Replace(b, []byte("tables/3"), []byte("tables/2"), 1)); err == nil {
		t.Error("another format: accepted")
	}
	if _, err := dataset.ParseTables(make([]byte, dataset.MaxTablesFile+1)); err == nil {
		t.Error("a list without end: accepted")
	}
	if got, err := two.Find("visits"); err != nil || got != two[1] {
		t.Errorf("visits: %+v, %v", got, err)
	}
	for _, name := range []string{"", "other"} {
		if _, err := two.Find(name); err == nil {
			t.Errorf("%q of two tables: found", name)
		}
	}
	if got, err := two[:1].Find(""); err != nil || got != two[0] {
		t.Errorf("the only table: %+v, %v", got, err)
	}
	for parameters, want := range map[string]dataset.Table{
		`{"table":"visits"}`: two[1], `{"table":"people"}`: two[0], `{"format":"x","table":"visits"}`: two[1],
		`{"Table":"visits"}`: two[0], `{"table":"other"}`: two[0], `{"table":7}`: two[0], `{"table":null}`: two[0],
		`{"filter":{"table":"visits"}}`: two[0], `{}`: two[0], `[]`: two[0], `"visits"`: two[0], `null`: two[0],
		``: two[0],
	} {
		if got := two.Of([]byte(parameters)); got != want {
			t.Errorf("parameters %s: table %q, want %q", parameters, got.Name, want.Name)
		}
	}
	if got := two[1:].Of([]byte(`{}`)); got != two[1] {
		t.Errorf("parameters that name no table, of one: %q", got.Name)
	}
	// A table's schema cannot stand for its content, nor one table for two.
	if two.ContentRoot() == two.SchemaRoot() || two[:1].ContentRoot() == two.ContentRoot() {
		t.Error("roots are mistaken for one another")
	}
}
