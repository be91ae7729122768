package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/canonical"
)

func TestParseSchemaRefuses(t *testing.T) {
	base := `{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,"columns":[COLUMNS]}`
	column := func(c string) string { return strings.Replace(base, "COLUMNS", c, 1) }
	good := `{"name":"a","type":"integer","min":"0","max":"1"}`
	if _, err := ParseSchema([]byte(column(good))); err != nil {
		t.Fatal(err)
	}
	many := strings.TrimSuffix(strings.Repeat(`"v",`, MaxValues+1), ",")
	for _, c := range []struct{ name, schema, want string }{
		{"not JSON", "x", "value expected"},
		{"unknown field", strings.Replace(column(good), `"title"`, `"extra":1,"title"`, 1), "extra"},
		{"unknown column field", column(`{"name":"a","type":"integer","min":"0","max":"1","unit":"m"}`), "unit"},
		{"other format", strings.Replace(column(good), "schema/1", "schema/2", 1), "format is"},
		{"no subject", strings.Replace(column(good), `"id"`, `""`, 1), "subject is empty"},
		{"no contributions", strings.Replace(column(good), `"maxContributions":1`, `"maxContributions":0`, 1), "maxContributions is 0"},
		{"no columns", column(""), "0 columns"},
		{"name twice", column(good + "," + good), "the name is taken"},
		{"subject as column", column(strings.Replace(good, `"a"`, `"id"`, 1)), "the name is taken"},
		{"reserved name", column(strings.Replace(good, `"a"`, `"pseudonym"`, 1)), "the name is taken"},
		{"name with a space", column(strings.Replace(good, `"a"`, `"a "`, 1)), "begins or ends with a space"},
		{"name with a line feed", column(strings.Replace(good, `"a"`, `"a\nb"`, 1)), "control character"},
		{"unknown type", column(`{"name":"a","type":"text"}`), "type"},
		{"no bounds", column(`{"name":"a","type":"integer"}`), "min is empty"},
		{"bad bound", column(`{"name":"a","type":"integer","min":"low","max":"1"}`), "min is not a whole number"},
		{"bounds swapped", column(`{"name":"a","type":"integer","min":"2","max":"1"}`), "is above max"},
		{"bound not canonical", column(`{"name":"a","type":"decimal","scale":2,"min":"0","max":"1.00"}`), "write the bounds as 0.00"},
		{"decimal without scale", column(`{"name":"a","type":"decimal","min":"0","max":"1"}`), "scale is 0"},
		{"integer with scale", column(`{"name":"a","type":"integer","scale":1,"min":"0","max":"1"}`), "scale is 1"},
		{"boolean with bounds", column(`{"name":"a","type":"boolean","min":"0","max":"1"}`), "has no min and max"},
		{"integer with values", column(`{"name":"a","type":"integer","min":"0","max":"1","values":["0"]}`), "has no values"},
		{"no values", column(`{"name":"a","type":"category"}`), "0 values"},
		{"too many values", column(`{"name":"a","type":"category","values":[` + many + `]}`), "1025 values"},
		{"value twice", column(`{"name":"a","type":"category","values":["v","v"]}`), "listed twice"},
		{"value empty", column(`{"name":"a","type":"category","values":[""]}`), "value 1 is empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ParseSchema([]byte(c.schema))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestInfer(t *testing.T) {
	var table strings.Builder
	table.WriteString("id,age,height,town,ring,born,story,nothing,delta\n")
	for i := range 100 {
		fmt.Fprintf(&table, "s%d,%d,%d.%d,%s,%d,19%02d-01-02,story %d,,%d\n", i/2, 18+i%60, 1+i%2, i%10, []string{"Bree", "Shire", ""}[i%3], i%2, i, i, i-50)
	}
	s, notes, err := Infer(strings.NewReader(table.String()), InferConfig{Title: "T", Subject: "id"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	want := `{"columns":[` +
		`{"max":"100","min":"10","name":"age","type":"integer"},` +
		`{"max":"5.0","min":"1.0","name":"height","scale":1,"type":"decimal"},` +
		`{"name":"town","nullable":true,"type":"category","values":["Bree","Shire"]},` +
		`{"name":"ring","type":"boolean"},` +
		`{"max":"2000-01-03","min":"1899-01-01","name":"born","type":"date"},` +
		`{"max":"50","min":"-50","name":"delta","type":"integer"}` +
		`],"format":"assent-schema/1","maxContributions":2,"subject":"id","title":"T"}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	all := strings.Join(notes, "\n")
	for _, want := range []string{"maxContributions 2", `column "story": left out`, `column "nothing": left out`, `column "town": its 2 values`} {
		if !strings.Contains(all, want) {
			t.Errorf("no note %q in %q", want, notes)
		}
	}
	if _, _, err := Infer(strings.NewReader("a,b\n"), InferConfig{Subject: "a"}); err == nil {
		t.Error("a table without rows: accepted")
	}
	if _, _, err := Infer(strings.NewReader("a,b\n1,2\n"), InferConfig{Subject: "c"}); err == nil {
		t.Error("a missing subject column: accepted")
	}
}

// TestInfer_numbers: a number is a number whatever its size, so that none becomes a value of a public category, and the
// proposed bounds hold what was seen.
func TestInfer_numbers(t *testing.T) {
	for name, tc := range map[string]struct {
		cells []string
		want  string // of the column; empty when it is left out
	}{
		"ten million":   {[]string{"1", "10000000"}, `{"max":"10000000","min":"1","name":"n","type":"integer"}`},
		"a population":  {[]string{"331449281", "7"}, `{"max":"500000000","min":"5","name":"n","type":"integer"}`},
		"below nothing": {[]string{"-25000000"}, `{"max":"-20000000","min":"-50000000","name":"n","type":"integer"}`},
		"the largest": {[]string{"9007199254740991", "-9007199254740991"},
			`{"max":"9007199254740991","min":"-9007199254740991","name":"n","type":"integer"}`},
		"money": {[]string{"12345678.25", "0.5", "3"},
			`{"max":"20000000.00","min":"0.00","name":"n","scale":2,"type":"decimal"}`},
		"more decimals later": {[]string{"12000000", "-0.125", "1.5"},
			`{"max":"20000000.000","min":"-1.000","name":"n","scale":3,"type":"decimal"}`},
		"the largest with decimals": {[]string{"900719925474099.1"},
			`{"max":"900719925474099.1","min":"500000000000000.0","name":"n","scale":1,"type":"decimal"}`},
		"decimals that are zero":  {[]string{"1.0", "2.00"}, `{"max":"2.0","min":"1.0","name":"n","scale":1,"type":"decimal"}`},
		"more than 53 bits":       {[]string{"9007199254740992"}, ""},
		"more than 64 bits":       {[]string{"1", "123456789012345678901234567890"}, ""},
		"too large with decimals": {[]string{"9007199254740991", "0.5"}, ""},
		"zeros that do not fit":   {[]string{"9007199254740991.0"}, ""},
		"ten decimals":            {[]string{"0.0123456789"}, ""},
		"codes, which no number has": {[]string{"02139", "10001"},
			`{"name":"n","type":"category","values":["02139","10001"]}`},
	} {
		t.Run(name, func(t *testing.T) {
			table := "id,n,b\n"
			for i, cell := range tc.cells {
				table += fmt.Sprintf("s%d,%s,true\nt%d,%s,true\n", i, cell, i, cell)
			}
			s, notes, err := Infer(strings.NewReader(table), InferConfig{Subject: "id"})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if i, err := s.Column("n"); err == nil {
				raw, err := canonical.Marshal(s.Columns[i])
				if err != nil {
					t.Fatal(err)
				}
				got = string(raw)
			} else if !strings.Contains(strings.Join(notes, "\n"), `column "n": left out: its numbers do not fit`) {
				t.Errorf("no note says why it is left out: %q", notes)
			}
			if got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
			config := PackConfig{Schema: s, Pseudonym: pseudonymOf, DropColumns: true}
			if _, _, err := readTable(strings.NewReader(table), &config, &Summary{}); err != nil {
				t.Errorf("the proposed schema does not fit its table: %v", err)
			}
		})
	}
}

// TestInfer_aColumn: nothing about one column keeps a schema of the others from being proposed. A column whose values
// would say who is in the table is left out, and so is one that no schema can have. No note holds a cell.
func TestInfer_aColumn(t *testing.T) {
	many := func(n int, format string) (cells []string) {
		for i := range n {
			cells = append(cells, fmt.Sprintf(format, i))
		}
		return cells
	}
	twice := func(cells []string) []string { return append(slices.Clone(cells), cells...) }
	for name, tc := range map[string]struct {
		column string
		cells  []string // of one subject each
		note   string
		kept   bool
	}{
		"names":           {"n", many(50, "Invented Person %d"), "50 of its 50 values belong to one subject each", false},
		"names, some two": {"n", append(many(40, "Person %d"), many(4, "Person %d")...), "36 of its 40 values", false},
		"codes":           {"n", twice(many(40, "%05d")), "its 40 values come from the data", true},
		"a rare value": {"n", append(twice(many(8, "ward %d")), "ward x"),
			"1 of them belong to one subject each, whom they may name", true},
		"two lines": {"n", twice([]string{"plain", "\"first\nsecond\""}),
			"no category has as a value: it has a control character", false},
		"spaces": {"n", twice([]string{"Male", "MALE "}), "it begins or ends with a space", false},
		"a story": {"n", twice([]string{strings.Repeat("x", 200), "short"}),
			"it has 200 bytes, at most 64 are allowed", false},
		"NA": {"n", append(twice(many(9, "%d")), "NA", "NA"),
			"18 of its 20 cells are numbers and the others are not, the first on line 20", false},
		"decimals, ?": {"n", append(twice(many(9, "%d.5")), "?", "?"),
			"leave a cell empty where a number is missing", false},
		"the pseudonym": {"pseudonym", twice(many(9, "%d")), "the name stands for the pseudonym", false},
		"no sum": {"n", twice(many(200, "%d.123456789")),
			"too large for a sum or a mean: round them to 8", true},
		"no sum at all": {"n", twice([]string{"800719925474099.1", "90071992547409.2"}),
			"too large for a sum or a mean: use a larger unit", true},
	} {
		t.Run(name, func(t *testing.T) {
			table := "id,age," + tc.column + "\n"
			for i, cell := range tc.cells {
				table += fmt.Sprintf("s%d,%d,%s\n", i, 20+i%9, cell)
			}
			s, notes, err := Infer(strings.NewReader(table), InferConfig{Subject: "id"})
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join(notes, "\n")
			if !strings.Contains(all, tc.note) {
				t.Errorf("no note %q in %q", tc.note, notes)
			}
			for _, cell := range tc.cells {
				if len(cell) > 2 && strings.Contains(all, strings.Trim(cell, `"`)) {
					t.Errorf("a note holds the cell %q: %q", cell, notes)
				}
			}
			if _, err := s.Column(tc.column); (err == nil) != tc.kept {
				t.Errorf("kept: %v, want %v", err == nil, tc.kept)
			}
			if _, err := s.Column("age"); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestInfer_manyColumns(t *testing.T) {
	header, row := "id", "s"
	for i := range MaxColumns + 2 {
		header, row = fmt.Sprintf("%s,c%d", header, i), row+",1"
	}
	s, notes, err := Infer(strings.NewReader(header+"\n"+row+"\n"), InferConfig{Subject: "id"})
	if err != nil {
		t.Fatal(err)
	}
	const note = `column "c257": left out: a schema has at most`
	if len(s.Columns) != MaxColumns || !strings.Contains(strings.Join(notes, "\n"), note) {
		t.Errorf("%d columns, notes %q", len(s.Columns), notes)
	}
	_, notes, err = Infer(strings.NewReader("id,note\ns,\n"), InferConfig{Subject: "id"})
	if err == nil || len(notes) == 0 || !strings.Contains(err.Error(), "no column is left") {
		t.Errorf("a table of which nothing is left: %v, notes %q", err, notes)
	}
}

// TestInfer_separator: a table whose cells are separated otherwise is told so.
func TestInfer_separator(t *testing.T) {
	for _, sign := range []string{";", "\t", "|"} {
		table := strings.ReplaceAll("id,age\na,3\n", ",", sign)
		_, _, err := Infer(strings.NewReader(table), InferConfig{Subject: "id"})
		if err == nil || !strings.Contains(err.Error(), "separate cells by commas, not by ") {
			t.Errorf("%q: %v", table, err)
		}
	}
	_, _, err := Infer(strings.NewReader("Exported on Monday\n\nid,age\na,3\n"), InferConfig{Subject: "id"})
	if err == nil || !strings.Contains(err.Error(), "line 1") || strings.Contains(err.Error(), "separate") {
		t.Errorf("a line before the header: %v", err)
	}
}

// TestInferCOMPAS: the schema proposed for ProPublica's file packs that file.
func TestInferCOMPAS(t *testing.T) {
	root := os.Getenv("ASSENT_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(root, "data", "compas_two_years_nonames.csv")
	table, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the COMPAS file is not here (set ASSENT_SHARED): %v", err)
	}
	s, _, err := Infer(strings.NewReader(string(table)), InferConfig{Subject: "id"})
	if err != nil {
		t.Fatal(err)
	}
	schema, err := s.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	_, summary := pack(t, testKey(t), string(schema), string(table))
	if summary.Rows != 7214 || summary.Subjects != 7214 {
		t.Errorf("packed %d rows of %d subjects, want 7214", summary.Rows, summary.Subjects)
	}
}
