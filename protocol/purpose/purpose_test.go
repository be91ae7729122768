package purpose_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/purpose"
)

func TestVectors(t *testing.T) {
	var f struct {
		All   purpose.Set
		Table []purpose.Info
		Sets  []struct {
			Codes        string
			Set, Closure purpose.Set
		}
		Bad []vectest.Bad
	}
	vectest.Load(t, "purpose.json", &f)
	if f.All != purpose.All || len(f.Table) != purpose.Count {
		t.Errorf("%d purposes, all %#x", len(f.Table), f.All)
	}
	for i, row := range f.Table {
		if row != purpose.Table()[i] || int(row.Purpose) != i {
			t.Errorf("row %d: %+v", i, row)
		}
		for _, name := range []string{row.Code, row.DUO} {
			if name == "" {
				continue
			}
			if p, err := purpose.Parse(name); err != nil || p != row.Purpose {
				t.Errorf("%s: got %v, %v", name, p, err)
			}
		}
	}
	for _, s := range f.Sets {
		got, err := purpose.ParseSet(s.Codes)
		if err != nil || got != s.Set || got.Closure() != s.Closure || got.String() != s.Codes {
			t.Errorf("%s: got %#x %s, closure %#x, %v", s.Codes, uint32(got), got, uint32(got.Closure()), err)
		}
	}
	for _, b := range f.Bad {
		_, err := purpose.ParseSet(b.Text(t))
		b.Refused(t, err)
	}
	t.Logf("%d rows, %d sets, %d bad cases run", len(f.Table), len(f.Sets), len(f.Bad))
}

func TestClosure(t *testing.T) {
	for s := range purpose.All + 1 {
		c := s.Closure()
		if !c.Contains(s) || c.Closure() != c || c.Validate() != nil {
			t.Fatalf("%s: closure %s, its closure %s", s, c, c.Closure())
		}
	}
	if err := (purpose.All + 1).Validate(); err == nil {
		t.Error("undefined bit accepted")
	}
	if purpose.Set(1<<32 - 1).Has(32) {
		t.Error("bit 32 of 32")
	}
}

// TestDUO checks every DUO term against the ontology.
func TestDUO(t *testing.T) {
	terms := readCSV(t, sharedtest.Read(t, "vectors/duo/duo.csv"), "id")
	n := 0
	for _, i := range purpose.Table() {
		if i.DUO == "" {
			continue
		}
		if term, ok := terms[i.DUO]; !ok || term["shorthand"] != i.Code {
			t.Errorf("%s: DUO calls %s %q (%s)", i.Code, i.DUO, term["shorthand"], term["label"])
		}
		n++
	}
	t.Logf("%d terms checked", n)
}

// TestDPV checks every IRI against the vocabulary.
func TestDPV(t *testing.T) {
	terms := readCSV(t, sharedtest.Read(t, "vectors/dpv/purposes.csv"), "iri")
	for _, i := range purpose.Table() {
		if _, ok := terms[i.DPV]; !ok {
			t.Errorf("%s: %s is no purpose of DPV", i.Code, i.DPV)
		}
	}
	t.Logf("%d terms checked", purpose.Count)
}

func readCSV(t *testing.T, data []byte, key string) map[string]map[string]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]map[string]string{}
	for {
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, v := range rec {
			if i < len(head) {
				row[head[i]] = v
			}
		}
		rows[row[key]] = row
	}
}

// TestMatcher compares the closure with the decisions of the Broad Institute's DUO matcher, where both have the terms.
// Modifiers such as "non-profit only" are matters of a dataset's policy and its custodian here. In one point we are
// deliberately narrower: general research does not include commercial research.
func TestMatcher(t *testing.T) {
	var cases []struct {
		Test             string
		Dataset, Purpose map[string]any
		Expected         string
	}
	if err := json.Unmarshal(sharedtest.Read(t, "vectors/duo_matcher_V3.json"), &cases); err != nil {
		t.Fatal(err)
	}
	known := map[string]purpose.Purpose{
		"generalUse": purpose.GeneralResearch, "hmbResearch": purpose.HealthResearch,
		"populationOriginsAncestry": purpose.AncestryResearch,
		"methodsResearch":           purpose.MethodsResearch, "diseaseRestrictions": purpose.DiseaseResearch,
		"commercialUse": purpose.CommercialResearch,
	}
	only := func(m map[string]any) (purpose.Purpose, bool) {
		for k := range m {
			p, ok := known[k]
			return p, ok && len(m) == 1 && m[k] != false
		}
		return 0, false
	}
	run, skipped := 0, 0
	for _, c := range cases {
		granted, ok1 := only(c.Dataset)
		asked, ok2 := only(c.Purpose)
		// which disease is the datasheet's matter
		sameDisease := granted == purpose.DiseaseResearch && asked == purpose.DiseaseResearch
		if !ok1 || !ok2 || c.Expected == "Abstain" || sameDisease {
			skipped++
			continue
		}
		run++
		want := c.Expected == "Approve"
		if granted == purpose.GeneralResearch && asked == purpose.CommercialResearch {
			want = false
		}
		if got := purpose.SetOf(granted).Closure().Has(asked); got != want {
			t.Errorf("%s: %s for %s: got %v, want %v", c.Test, granted, asked, got, want)
		}
	}
	t.Logf("%d cases run, %d about modifiers we leave to policies", run, skipped)
}

func FuzzParseSet(f *testing.F) {
	f.Add("HMB,FAIR")
	f.Add("DUO:0000042, 3")
	f.Fuzz(func(t *testing.T, s string) {
		set, err := purpose.ParseSet(s)
		if err != nil {
			return
		}
		if back, err := purpose.ParseSet(set.String()); err != nil || back != set || set.Validate() != nil {
			t.Fatalf("%q is %s", s, set)
		}
	})
}
