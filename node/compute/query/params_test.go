package query

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
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
		resolved, _, err := p.Query.Filter.Resolve(data.schema)
		if err != nil {
			t.Errorf("%s: %v", c.filter, err)
			continue
		}
		got := map[string]bool{}
		for i := range data.rows {
			for _, id := range "abcd" {
				if name, _ := pseudonymOf(string(id)); name == data.rows[i].Pseudonym &&
					holdsFor(t, columnar.ConditionOf(resolved), data, i) {
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

func parseQuery(text string) (statistics.Parameters, error) {
	p, _, err := statistics.Read(kind.Query, []byte(text))
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
		p, canon, err := statistics.Read(kind.Kind(k), text)
		if err != nil {
			return
		}
		if _, err := statistics.Parse(kind.Kind(k), canon); err != nil {
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
		for _, r := range []*statistics.Result{exact(f, p, data), private(f, p, data, 1_000, 1)} {
			b, err := r.Encode()
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := statistics.Decode(data)
		if err != nil {
			return
		}
		if again, err := r.Encode(); err != nil || !bytes.Equal(again, data) {
			t.Errorf("accepted result encodes differently (%v)", err)
		}
	})
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
