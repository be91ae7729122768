package query

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
)

const typedSchema = `{"format": "assent-schema/1", "title": "Typed", "subject": "id", "maxContributions": 1, "columns": [
  {"name": "n", "type": "integer", "min": "-10", "max": "10", "nullable": true},
  {"name": "d", "type": "decimal", "scale": 2, "min": "-1.00", "max": "1.00"},
  {"name": "c", "type": "category", "values": ["x", "y", "z"], "nullable": true},
  {"name": "b", "type": "boolean"},
  {"name": "t", "type": "date", "min": "2000-01-01", "max": "2030-12-31", "nullable": true},
  {"name": "huge", "type": "integer", "min": "-9007199254740991", "max": "9007199254740991"}]}`

const typedTable = "id,n,d,c,b,t,huge\n" +
	"a,-10,-1,x,0,2001-01-01,0\n" +
	"b,0,0.5,y,1,2010-06-15,1\n" +
	"c,10,1,z,1,2020-12-31,2\n" +
	"d,,0.25,,0,,3\n"

func TestFilters(t *testing.T) {
	data := load(t, typedSchema, typedTable)
	for _, c := range []struct{ filter, want string }{
		{`{"column": "n", "op": "=", "value": "0"}`, "b"},
		{`{"column": "n", "op": "!=", "value": "0"}`, "ac"}, // the null is not unequal
		{`{"not": {"column": "n", "op": "=", "value": "0"}}`, "acd"},
		{`{"column": "n", "op": "<", "value": "0"}`, "a"},
		{`{"column": "n", "op": "<=", "value": "0"}`, "ab"},
		{`{"column": "n", "op": ">", "value": "0"}`, "c"},
		{`{"column": "n", "op": ">=", "value": "0"}`, "bc"},
		{`{"column": "n", "op": ">=", "value": "-400"}`, "abc"},
		{`{"column": "n", "op": "null"}`, "d"},
		{`{"column": "n", "op": "in", "values": ["0", "10"]}`, "bc"},
		{`{"column": "d", "op": ">", "value": "0.25"}`, "bc"},
		{`{"column": "c", "op": "!=", "value": "x"}`, "bc"},
		{`{"column": "b", "op": "=", "value": "true"}`, "bc"},
		{`{"column": "t", "op": "<", "value": "2010-06-15"}`, "a"},
		{`{"and": [{"column": "b", "op": "=", "value": "true"}, {"column": "n", "op": ">", "value": "5"}]}`, "c"},
		{`{"or": [{"column": "c", "op": "=", "value": "x"}, {"and": [{"column": "n", "op": "null"}, {"column": "t", "op": "null"}]}]}`, "ad"},
	} {
		p, err := parseQuery(`{"format": "assent-query/1", "filter": ` + c.filter + `, "measures": [{"op": "count"}]}`)
		if err != nil {
			t.Errorf("%s: %v", c.filter, err)
			continue
		}
		holds, _, err := compileFilter(data.schema, p.Query.Filter)
		if err != nil {
			t.Errorf("%s: %v", c.filter, err)
			continue
		}
		got := map[string]bool{}
		for i := range data.rows {
			for _, id := range "abcd" {
				if name, _ := pseudonymOf(string(id)); name == data.rows[i].Pseudonym && holdsFor(t, holds, data, i) {
					got[string(id)] = true
				}
			}
		}
		for _, id := range "abcd" {
			if want := strings.ContainsRune(c.want, id); got[string(id)] != want {
				t.Errorf("%s: row %c: got %t, want %t", c.filter, id, got[string(id)], want)
			}
		}
	}
}

func parseQuery(text string) (Params, error) {
	p, _, err := ParseLoose(kind.Query, []byte(text))
	return p, err
}

func TestGroupings(t *testing.T) {
	data := load(t, typedSchema, typedTable)
	for _, c := range []struct{ grouping, want string }{
		{`{"column": "c"}`, "x=1 y=1 z=1"},
		{`{"column": "c", "null": true}`, "x=1 y=1 z=1 (null)=1"},
		{`{"column": "c", "values": ["z", "x"]}`, "z=1 x=1"},
		{`{"column": "b"}`, "false=2 true=2"},
		{`{"column": "n", "edges": ["-10", "0", "10"]}`, "[-10, 0)=1 [0, 10)=1"},
		{`{"column": "n", "edges": ["-10", "0", "11"], "null": true}`, "[-10, 0)=1 [0, 11)=2 (null)=1"},
		{`{"column": "n", "values": ["0", "7"]}`, "0=1 7=0"},
		{`{"column": "d", "edges": ["0.00", "0.50", "1.00"]}`, "[0.00, 0.50)=1 [0.50, 1.00)=1"},
		{`{"column": "t", "edges": ["2000-01-01", "2010-01-01", "2040-01-01"]}`,
			"[2000-01-01, 2010-01-01)=1 [2010-01-01, 2040-01-01)=2"},
		{`{"name": "sign", "rules": [{"name": "down", "where": {"column": "n", "op": "<", "value": "0"}}, {"name": "rest", "where": {"column": "d", "op": "<", "value": "1.00"}}]}`, "down=1 rest=2"},
	} {
		r := exact(t, plan(t, kind.Query, data.schema, `{"format": "assent-query/1", "groups": [`+c.grouping+
			`], "measures": [{"op": "count"}]}`), data)
		var got []string
		for _, cell := range r.Query.Cells {
			got = append(got, cell.Group[0]+"="+cell.Figures[0].Value)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %s, want %s", c.grouping, strings.Join(got, " "), c.want)
		}
	}
}

func TestMeasures(t *testing.T) {
	data := load(t, typedSchema, typedTable)
	for _, c := range []struct{ measure, value, num, den string }{
		{`{"op": "count"}`, "4", "", ""},
		{`{"op": "sum", "column": "n"}`, "0", "", ""},
		{`{"op": "sum", "column": "d"}`, "0.75", "", ""},
		{`{"op": "mean", "column": "d"}`, "0.1875", "75", "400"},
		{`{"op": "mean", "column": "n"}`, "0", "0", "3"}, // the null does not count
		{`{"op": "sum", "column": "b"}`, "2", "", ""},
		{`{"op": "mean", "column": "b"}`, "0.5", "2", "4"},
		{`{"op": "sum", "column": "n", "min": "-1", "max": "5"}`, "4", "", ""},
		{`{"op": "mean", "column": "n", "min": "-1"}`, "3", "9", "3"},
		{`{"op": "mean", "column": "huge", "min": "0", "max": "2"}`, "1.25", "5", "4"},
	} {
		r := exact(t, plan(t, kind.Query, data.schema, `{"format": "assent-query/1", "measures": [`+c.measure+`]}`),
			data)
		if f := r.Query.Cells[0].Figures[0]; f.Value != c.value || f.Num != c.num || f.Den != c.den {
			t.Errorf("%s: got %+v, want %s = %s/%s", c.measure, f, c.value, c.num, c.den)
		}
	}
	// The mean of no one is not defined.
	r := exact(t, plan(t, kind.Query, data.schema,
		`{"format": "assent-query/1", "filter": {"column": "n", "op": "null"}, "measures": [{"op": "mean", "column": "n"}]}`), data)
	if f := r.Query.Cells[0].Figures[0]; f.Value != "" || f.Den != "0" {
		t.Errorf("mean of nobody: %+v", f)
	}
}

// TestParametersRefused moves one thing at a time; the error says what and what to do.
func TestParametersRefused(t *testing.T) {
	s, err := schema.Parse([]byte(typedSchema))
	if err != nil {
		t.Fatal(err)
	}
	deep := `{"column": "b", "op": "=", "value": "true"}`
	for range MaxDepth {
		deep = `{"not": ` + deep + `}`
	}
	var wide []string
	for range MaxNodes {
		wide = append(wide, `{"column": "b", "op": "=", "value": "true"}`)
	}
	query := func(rest string) string { return `{"format": "assent-query/1", ` + rest + `}` }
	count := `"measures": [{"op": "count"}]`
	filter := func(f string) string { return query(`"filter": ` + f + `, ` + count) }
	group := func(g string) string { return query(`"groups": [` + g + `], ` + count) }
	measure := func(m string) string { return query(`"measures": [` + m + `]`) }
	fair := func(rest string) string {
		return `{"format": "assent-fairness/1", "prediction": {"column": "b", "op": "=", "value": "true"}, "label": {"column": "b", "op": "=", "value": "true"}` + rest + `}`
	}
	for _, c := range []struct {
		name, params, want string
	}{
		{"not JSON", `{`, "line 1, column 2"},
		{"other format", `{"format": "assent-query/2", ` + count + `}`, `want "assent-query/1"`},
		{"fairness as query", fair(""), `format is "assent-fairness/1", want "assent-query/1"`},
		{"unknown member", query(count + `, "limit": 1`), "limit"},
		{"member twice", query(count + `, ` + count), "appears twice"},
		{"null member", query(count + `, "filter": null`), "filter"},
		{"other case", query(`"Measures": [{"op": "count"}]`), "easures"},
		{"list for a value", filter(`{"column": "n", "op": "=", "value": [0]}`), "value"},
		{"too long", query(count + `, "filter": {"column": "` + strings.Repeat("x", MaxParameters) +
			`", "op": "null"}`), "at most 16384"},
		{"no measures", query(`"measures": []`), "0 measures"},
		{"measure twice", measure(`{"op": "count"}, {"op": "count"}`), "asked for twice"},
		{"unknown op", measure(`{"op": "median", "column": "n"}`), `op "median" is unknown`},
		{"count of a column", measure(`{"op": "count", "column": "n"}`), "a count takes no"},
		{"sum of a category", measure(`{"op": "sum", "column": "c"}`), "means nothing"},
		{"sum of a date", measure(`{"op": "sum", "column": "t"}`), "means nothing"},
		{"sum of an unknown column", measure(`{"op": "sum", "column": "q"}`), `no column "q"`},
		{"sum beyond 62 bits", measure(`{"op": "sum", "column": "huge"}`), "too far from zero"},
		{"clamp outside", measure(`{"op": "sum", "column": "n", "max": "11"}`), "above the schema's max"},
		{"clamp swapped", measure(`{"op": "sum", "column": "n", "min": "5", "max": "4"}`), "is not below max"},
		{"clamp not canonical", measure(`{"op": "sum", "column": "d", "max": "0.5"}`), `write value "0.5" as "0.50"`},
		{"clamp of a boolean", measure(`{"op": "sum", "column": "b", "max": "true"}`), "not clamped"},
		{"two forms",
			filter(`{"column": "b", "op": "=", "value": "true", "not": {"column": "b", "op": "=", "value": "true"}}`),
			"2 forms"},
		{"and of nothing", filter(`{"and": []}`), "0 forms"},
		{"no form", filter(`{}`), "0 forms"},
		{"unknown column", filter(`{"column": "q", "op": "null"}`), `no column "q"`},
		{"unknown operator", filter(`{"column": "n", "op": "~", "value": "1"}`), `operator "~" is unknown`},
		{"order of a category", filter(`{"column": "c", "op": "<", "value": "x"}`), "has no order"},
		{"unknown category", filter(`{"column": "c", "op": "=", "value": "w"}`), "not one of the values"},
		{"null never", filter(`{"column": "b", "op": "null"}`), "never null"},
		{"null with a value", filter(`{"column": "n", "op": "null", "value": "1"}`), "takes no value"},
		{"in without values", filter(`{"column": "n", "op": "in", "value": "1"}`), "takes 1 to 256"},
		{"in twice", filter(`{"column": "n", "op": "in", "values": ["1", "1"]}`), "listed twice"},
		{"values without in", filter(`{"column": "n", "op": "=", "values": ["1"]}`), "takes one"},
		{"not canonical", filter(`{"column": "d", "op": "=", "value": "0.5"}`), `write value "0.5" as "0.50"`},
		{"too deep", filter(deep), "nested deeper"},
		{"too many conditions", filter(`{"or": [` + strings.Join(wide, ",") + `]}`), "more than 256 conditions"},
		{"group by an integer", group(`{"column": "n"}`), `needs "edges" or "values"`},
		{"edges of a category", group(`{"column": "c", "edges": ["x", "y"]}`), `has no "edges"`},
		{"one edge", group(`{"column": "n", "edges": ["1"]}`), "at least two"},
		{"edges not ascending", group(`{"column": "n", "edges": ["1", "1"]}`), "not above the one before"},
		{"edges and values", group(`{"column": "n", "edges": ["1", "2"], "values": ["1"]}`), "both"},
		{"group twice", group(`{"column": "n", "values": ["1", "1"]}`), "is there twice"},
		{"null group never", group(`{"column": "b", "null": true}`), "never null"},
		{"rules and a column",
			group(`{"column": "b", "name": "g", "rules": [{"name": "r", "where": {"column": "b", "op": "=", "value": "true"}}]}`), "both"},
		{"a name that turns the direction", group(
			"{\"name\": \"g\\u202e\", \"rules\": [{\"name\": \"r\", \"where\": {\"column\": \"b\", \"op\": \"=\", " +
				"\"value\": \"true\"}}]}"), "not printed"},
		{"a name with a line separator", group(
			"{\"name\": \"g\\u2028x\", \"rules\": [{\"name\": \"r\", \"where\": {\"column\": \"b\", \"op\": \"=\", " +
				"\"value\": \"true\"}}]}"), "not printed"},
		{"a name with a C1 control",
			group("{\"name\": \"g\\u0085x\", \"rules\": [{\"name\": \"r\", \"where\": {\"column\": \"b\", \"op\": " +
				"\"=\", \"value\": \"true\"}}]}"), "not printed"},
		{"a name with nothing to see", group(
			"{\"name\": \"g\\u200b\", \"rules\": [{\"name\": \"r\", \"where\": {\"column\": \"b\", \"op\": \"=\", " +
				"\"value\": \"true\"}}]}"), "not printed"},
		{"rules without a name",
			group(`{"rules": [{"name": "r", "where": {"column": "b", "op": "=", "value": "true"}}]}`), "grouping name"},
		{"name without rules", group(`{"name": "g"}`), "0 rules"},
		{"rule twice",
			group(`{"name": "g", "rules": [{"name": "r", "where": {"column": "b", "op": "=", "value": "true"}}, {"name": "r", "where": {"column": "b", "op": "=", "value": "false"}}]}`), "is there twice"},
		{"grouping twice", group(`{"column": "c"}, {"column": "c"}`), "two groupings"},
		{"too many groupings",
			group(`{"column": "c"}, {"column": "b"}, {"column": "n", "values": ["1"]}, {"column": "d", "values": ["0.00"]}, {"column": "t", "values": ["2001-01-01"]}`), "at most 4"},
		{"reference in a query", group(`{"column": "c", "reference": "x"}`), "only a fairness job"},
		{"unknown mechanism", query(count + `, "noise": {"mechanism": "uniform"}`), "use gaussian or laplace"},
		{"unknown confidence", query(count + `, "noise": {"confidence": "0.5"}`), "must be 0.90, 0.95 or 0.99"},
		{"fairness without groups", fair(`, "groups": []`), "no groups given"},
		{"fairness without a reference", fair(`, "groups": [{"column": "c"}]`), "no reference group"},
		{"fairness with an unknown reference", fair(`, "groups": [{"column": "c", "reference": "w"}]`), `no group "w"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := kind.Query
			if strings.HasPrefix(c.name, "fairness w") {
				k = kind.Fairness
			}
			p, _, err := ParseLoose(k, []byte(c.params))
			if err == nil {
				_, err = Compile(p, s)
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	spaced := []byte(query(count))
	if _, err := Parse(kind.Query, spaced); !errors.Is(err, canonical.ErrNotCanonical) {
		t.Errorf("parameters with white space: %v", err)
	}
	if _, _, err := ParseLoose(7, spaced); err == nil {
		t.Error("an unknown kind: accepted")
	}
	if _, err := Compile(Params{}, s); err == nil {
		t.Error("no parameters: accepted")
	}
}

// FuzzParameters: what compiles is canonical in one way, and its result has the size promised for any rows.
func FuzzParameters(f *testing.F) {
	s, err := schema.Parse([]byte(typedSchema))
	if err != nil {
		f.Fatal(err)
	}
	data := load(f, typedSchema, typedTable)
	f.Add(uint8(0), []byte(
		`{"format":"assent-query/1","groups":[{"column":"c","null":true},{"column":"n","edges":["-10","0","11"]}],"measures":[{"op":"count"},{"op":"mean","column":"d"}]}`))
	f.Add(uint8(0), []byte(
		`{"format":"assent-query/1","filter":{"and":[{"column":"b","op":"=","value":"true"},{"not":{"column":"n","op":"in","values":["1"]}}]},"measures":[{"op":"sum","column":"n"}],"noise":{"mechanism":"laplace"}}`))
	f.Add(uint8(1), []byte(
		`{"format":"assent-fairness/1","groups":[{"column":"c","reference":"x"}],"label":{"column":"b","op":"=","value":"true"},"prediction":{"column":"d","op":">","value":"0.00"}}`))
	f.Fuzz(func(t *testing.T, k uint8, text []byte) {
		p, canon, err := ParseLoose(kind.Kind(k), text)
		if err != nil {
			return
		}
		if _, err := Parse(kind.Kind(k), canon); err != nil {
			t.Fatalf("the canonical form is refused: %v", err)
		}
		plan, err := Compile(p, s)
		if err != nil || plan.Check(job.Exact, 0) != nil {
			return
		}
		a, err := plan.Run(data.stream(), Release{How: job.Exact})
		if err != nil {
			t.Fatal(err)
		}
		checkEncoding(t, plan, a, 0)
	})
}

// FuzzResult: what decodes encodes alike.
func FuzzResult(f *testing.F) {
	data := load(f, typedSchema, typedTable)
	for k, params := range map[kind.Kind]string{
		kind.Query:    `{"format":"assent-query/1","groups":[{"column":"c"}],"measures":[{"op":"count"},{"op":"mean","column":"d"}]}`,
		kind.Fairness: `{"format":"assent-fairness/1","groups":[{"column":"c","reference":"x"}],"label":{"column":"b","op":"=","value":"true"},"prediction":{"column":"d","op":">","value":"0.00"}}`,
	} {
		p := plan(f, k, data.schema, params)
		for _, r := range []*Result{exact(f, p, data), private(f, p, data, 1_000, 1)} {
			b, err := r.Encode()
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Decode(data)
		if err != nil {
			return
		}
		if again, err := r.Encode(); err != nil || !bytes.Equal(again, data) {
			t.Errorf("accepted result encodes differently (%v)", err)
		}
	})
}

func TestDouble(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", 0.1: "0.1", -0.14944769330734242: "-0.14944769330734242", 1e-6: "0.000001", 1e-7: "1e-7",
		-5.551115123125783e-17: "-5.551115123125783e-17",
		123456789012345680000:  "123456789012345680000", 1e21: "1e+21",
	} {
		if got := Double(v); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if back, err := strconv.ParseFloat(Double(v), 64); err != nil || back != v {
			t.Errorf("%v reads back as %v", v, back)
		}
	}
}

// BenchmarkRun100k runs a fairness job over 100,000 rows in memory.
func BenchmarkRun100k(b *testing.B) {
	var table strings.Builder
	table.WriteString("id,n,d,c,b,t,huge\n")
	for i := range 100_000 {
		fmt.Fprintf(&table, "s%d,%d,0.5,%s,%t,,0\n", i, i%10, []string{"x", "y", "z"}[i%3], i%7 < 3)
	}
	data := load(b, typedSchema, table.String())
	held := data.held(b)
	const params = `{"format":"assent-fairness/1","groups":[{"column":"c","reference":"x"}],"label":{"column":"b","op":"=","value":"true"},"prediction":{"column":"n","op":">","value":"4"}}`
	p := plan(b, kind.Fairness, data.schema, params)
	for name, release := range map[string]Release{"exact": {How: job.Exact},
		"private": {How: job.Private, Rho: 100_000, Key: noiseKey(b, 1)}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := prepared(b, p, release).Run(b.Context(), held.Blocks()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
