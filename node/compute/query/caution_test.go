package query

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestCautions: what is easily misread in a question is said before it is posted, and nothing where nothing is.
func TestCautions(t *testing.T) {
	const schema = `{"format": "assent-schema/1", "title": "T", "subject": "id", "maxContributions": %, "columns": [
		{"name": "d", "type": "date", "min": "2000-01-01", "max": "2029-12-31", "nullable": true},
		{"name": "b", "type": "boolean"},
		{"name": "w", "type": "decimal", "scale": 9, "min": "0.000000000", "max": "200.000000000"}]}`
	for name, tc := range map[string]struct{ most, filter, want string }{
		"a negation over a nullable column": {"1", `{"not": {"column": "d", "op": "<", "value": "2020-01-01"}}`,
			`a negation is over "d"`},
		"deep in it": {"1",
			`{"not": {"and": [{"or": [{"column": "d", "op": "=", "value": "2020-01-01"}]}]}}`,
			`a negation is over "d"`},
		"over another":     {"1", `{"not": {"column": "b", "op": "=", "value": "true"}}`, ""},
		"no negation":      {"1", `{"column": "d", "op": "<", "value": "2020-01-01"}`, ""},
		"of what is empty": {"1", `{"not": {"column": "d", "op": "null"}}`, ""},
		"several rows": {"40", `{"column": "b", "op": "=", "value": "true"}`,
			"counts are of rows, of which a person has up to 40"},
	} {
		m := load(t, strings.Replace(schema, "%", tc.most, 1), "id,d,b,w\n")
		p := plan(t, kind.Query, m.schema, `{"format": "assent-query/1", "measures": [{"op": "count"}], "filter": `+
			tc.filter+`}`)
		said := strings.Join(p.Cautions(), "\n")
		if (said == "") != (tc.want == "") || !strings.Contains(said, tc.want) {
			t.Errorf("%s: %q, want %q", name, said, tc.want)
		}
	}
	m := load(t, strings.Replace(schema, "%", "1", 1), "id,d,b,w\n")
	params, _, err := statistics.Read(kind.Query, []byte(
		`{"format": "assent-query/1", "measures": [{"op": "mean", "column": "w"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Compile(params, m.schema); err == nil || !strings.Contains(err.Error(), "--decimals w=N") {
		t.Errorf("a mean over too many decimals: %v", err)
	}
}

// TestSizeIsSaid: a result that is too large is refused with how many lines would fit, and so many do fit.
func TestSizeIsSaid(t *testing.T) {
	schema := `{"format": "assent-schema/1", "title": "T", "subject": "id", "maxContributions": 1, "columns": [
		{"name": "n", "type": "integer", "min": "0", "max": "1000"}]}`
	m := load(t, schema, "id,n\n")
	ask := func(lines int) *Plan {
		var edges []string
		for i := range lines + 1 {
			edges = append(edges, string(m.schema.Columns[0].Text(int64(i))))
		}
		return plan(t, kind.Query, m.schema, `{"format": "assent-query/1", "groups": [{"column": "n", "edges": `+quoted(edges)+`}],
			"measures": [{"op": "count"}, {"op": "sum", "column": "n"}, {"op": "mean", "column": "n"}]}`)
	}
	p := ask(1000)
	if _, err := p.MaxSize(job.Private, 1_000_000); p.LineCount() != 1000 || err == nil ||
		!strings.Contains(err.Error(), "1000 lines may take") ||
		!strings.Contains(err.Error(), "about") {
		t.Fatalf("%d lines: %v", p.LineCount(), err)
	}
	size, err := ask(120).MaxSize(job.Private, 1_000_000)
	if err != nil || !strings.Contains(ask(120).SizeWords(size), "120 lines") {
		t.Errorf("120 lines: %d bytes, %v", size, err)
	}
}
