package synthetic_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/assent-network/assent/client/custodian/synthetic"
	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

func pseudonymOf(subject string) (vault.Pseudonym, bool) {
	h := sha256.Sum256([]byte(subject))
	return vault.Pseudonym(h[:20]), true
}

// open packs a table strictly, without dropping a column, and opens it.
func open(t testing.TB, s *schema.Schema, table io.Reader) *vault.Reader {
	t.Helper()
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	summary, err := vault.Pack(&file, table, vault.PackConfig{Schema: s, Pseudonym: pseudonymOf,
		Recipients: []string{key.Recipient()}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := vault.Open(&file, key, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func schemaBy(t testing.TB, get func() (*schema.Schema, error)) *schema.Schema {
	t.Helper()
	s, err := get()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPopulationIsFixed pins the demonstration's table: every run has the same people.
func TestPopulationIsFixed(t *testing.T) {
	var table bytes.Buffer
	if err := synthetic.Population(&table, synthetic.DefaultSeed, synthetic.DefaultPeople); err != nil {
		t.Fatal(err)
	}
	const want = "a259b836b71b5beffbb193c6a57f9087212ac6f97e2ba06f17ad70ea1490d158"
	if got := fmt.Sprintf("%x", sha256.Sum256(table.Bytes())); got != want {
		t.Errorf("the table's SHA-256 is %s, want %s", got, want)
	}
	if n := strings.Count(table.String(), "\n"); n != synthetic.DefaultPeople+1 {
		t.Errorf("%d lines", n)
	}
	var other bytes.Buffer
	if err := synthetic.Population(&other, "another seed", synthetic.DefaultPeople); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(other.Bytes(), table.Bytes()) {
		t.Error("another seed gives the same people")
	}
	// More people do not move the first ones.
	var more bytes.Buffer
	if err := synthetic.Population(&more, synthetic.DefaultSeed, synthetic.DefaultPeople+1); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(more.Bytes(), table.Bytes()) {
		t.Error("one person more moves the others")
	}
	for _, n := range []int{0, -1, synthetic.MaxPeople + 1} {
		if err := synthetic.Population(io.Discard, "", n); err == nil {
			t.Errorf("%d people: accepted", n)
		}
	}
}

// TestTablesFitTheirSchemas packs the generated population, its mock data, and ProPublica's file.
func TestTablesFitTheirSchemas(t *testing.T) {
	var table, mock bytes.Buffer
	if err := synthetic.Population(&table, "x", 5_000); err != nil {
		t.Fatal(err)
	}
	s := schemaBy(t, synthetic.Schema)
	if rows, _ := open(t, s, &table).Len(); rows != 5_000 {
		t.Errorf("%d rows", rows)
	}
	if err := synthetic.Mock(&mock, s, "x", 300); err != nil {
		t.Fatal(err)
	}
	if rows, _ := open(t, s, &mock).Len(); rows != 300 {
		t.Errorf("%d mock rows", rows)
	}
	if err := synthetic.Mock(io.Discard, s, "x", 0); err == nil {
		t.Error("no mock subjects: accepted")
	}
	for _, name := range []string{"compas.datasheet.md", "synthetic.datasheet.md"} {
		if b, err := synthetic.File(name); err != nil || len(b) < 500 {
			t.Errorf("%s: %d bytes, %v", name, len(b), err)
		}
	}
	compas, err := os.Open(sharedtest.Path(t, "data", "compas_two_years_nonames.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer compas.Close()
	if rows, subjects := open(t, schemaBy(t, synthetic.COMPASSchema), compas).Len(); rows != 7214 || subjects != 7214 {
		t.Errorf("COMPAS: %d rows of %d subjects", rows, subjects)
	}
}

// TestMockOfManyRows: mock data of a schema with several rows per subject stays within it.
func TestMockOfManyRows(t *testing.T) {
	s, err := schema.Parse([]byte(`{"format": "assent-schema/1", "title": "T", "subject": "who, exactly", "maxContributions": 3, "columns": [
	  {"name": "d", "type": "decimal", "scale": 3, "min": "-1.500", "max": "2.000", "nullable": true},
	  {"name": "t", "type": "date", "min": "1990-01-01", "max": "2020-01-01"}, {"name": "c", "type": "category", "values": ["a, b", "\"q\""]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	var mock bytes.Buffer
	if err := synthetic.Mock(&mock, s, "x", 100); err != nil {
		t.Fatal(err)
	}
	r := open(t, s, &mock)
	if rows, subjects := r.Len(); subjects != 100 || rows < 120 || rows > 280 {
		t.Errorf("%d rows of %d subjects", rows, subjects)
	}
	var row vault.Row
	for err = r.Next(&row); err == nil; err = r.Next(&row) {
	}
	if !errors.Is(err, io.EOF) {
		t.Error(err)
	}
}

// Example_audit is where the numbers in the datasheet come from.
func Example_audit() {
	s, err := synthetic.Schema()
	if err != nil {
		panic(err)
	}
	var table bytes.Buffer
	if err := synthetic.Population(&table, synthetic.DefaultSeed, synthetic.DefaultPeople); err != nil {
		panic(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		panic(err)
	}
	var file bytes.Buffer
	summary, err := vault.Pack(&file, &table,
		vault.PackConfig{Schema: s, Pseudonym: pseudonymOf, Recipients: []string{key.Recipient()}})
	if err != nil {
		panic(err)
	}
	rows, err := vault.Open(&file, key, summary.ContentRoot)
	if err != nil {
		panic(err)
	}
	params, _, err := statistics.Read(kind.Fairness, []byte(`{
	  "format": "assent-fairness/1",
	  "prediction": {"column": "score_text", "op": "!=", "value": "Low"},
	  "label": {"column": "two_year_recid", "op": "=", "value": "true"},
	  "groups": [{"column": "race", "reference": "Caucasian", "values": ["African-American", "Caucasian", "Hispanic"]}]}`))
	if err != nil {
		panic(err)
	}
	plan, err := query.Compile(params, s)
	if err != nil {
		panic(err)
	}
	result, err := plan.Run(rows, query.Release{How: job.Exact, LiveSubjects: uint32(summary.Subjects)})
	if err != nil {
		panic(err)
	}
	for _, g := range result.Fairness.Groupings[0].Groups {
		fmt.Printf("%s: n %s, prevalence %.5s, selected %.5s, FPR %.5s, FNR %.5s, PPV %.5s\n", g.Name, g.Matrix.N.Value,
			g.Rates.Prevalence.Value, g.Rates.SelectionRate.Value, g.Rates.FPR.Value, g.Rates.FNR.Value,
			g.Rates.PPV.Value)
	}
	// Output:
	// African-American: n 1015, prevalence 0.454, selected 0.647, FPR 0.566, FNR 0.255, PPV 0.522
	// Caucasian: n 697, prevalence 0.403, selected 0.348, FPR 0.262, FNR 0.523, PPV 0.551
	// Hispanic: n 177, prevalence 0.401, selected 0.254, FPR 0.169, FNR 0.619, PPV 0.6
}
