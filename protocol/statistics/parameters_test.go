package statistics_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

const typedSchema = `{"format": "assent-schema/1", "title": "Typed", "subject": "id", "maxContributions": 1, "columns": [
  {"name": "n", "type": "integer", "min": "-10", "max": "10", "nullable": true},
  {"name": "d", "type": "decimal", "scale": 2, "min": "-1.00", "max": "1.00"},
  {"name": "c", "type": "category", "values": ["x", "y", "z"], "nullable": true},
  {"name": "b", "type": "boolean"},
  {"name": "t", "type": "date", "min": "2000-01-01", "max": "2030-12-31", "nullable": true},
  {"name": "huge", "type": "integer", "min": "-9007199254740991", "max": "9007199254740991"}]}`

// TestParametersRefused moves one thing at a time; the error says what and what to do.
func TestParametersRefused(t *testing.T) {
	s, err := schema.Parse([]byte(typedSchema))
	if err != nil {
		t.Fatal(err)
	}
	deep := `{"column": "b", "op": "=", "value": "true"}`
	for range selection.MaxDepth {
		deep = `{"not": ` + deep + `}`
	}
	var wide []string
	for range selection.MaxNodes {
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
		{"too long", query(count + `, "filter": {"column": "` + strings.Repeat("x", statistics.MaxParameters) +
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
			p, _, err := statistics.Read(k, []byte(c.params))
			if err == nil {
				err = p.Check(s)
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	spaced := []byte(query(count))
	if _, err := statistics.Parse(kind.Query, spaced); !errors.Is(err, canonical.ErrNotCanonical) {
		t.Errorf("parameters with white space: %v", err)
	}
	if _, _, err := statistics.Read(7, spaced); err == nil {
		t.Error("an unknown kind: accepted")
	}
	if err := (statistics.Parameters{}).Check(s); err == nil {
		t.Error("no parameters: accepted")
	}
}

// FuzzRead: what is read is canonical in one way, and a schema takes or refuses it without more ado.
func FuzzRead(f *testing.F) {
	s, err := schema.Parse([]byte(typedSchema))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint8(0), []byte(
		`{"format":"assent-query/1","measures":[{"op":"mean","column":"d","min":0.5}],"filter":{"or":[`+
			`{"column":"n","op":"in","values":[1,2]},{"not":{"column":"c","op":"null"}}]}}`))
	f.Add(uint8(1), []byte(`{"format":"assent-fairness/1","groups":[{"column":"c","reference":"x"}],"label":{"column":`+
		`"b","op":"=","value":true},"prediction":{"column":"d","op":">","value":"0.00"}}`))
	f.Fuzz(func(t *testing.T, k uint8, text []byte) {
		p, canon, err := statistics.Read(kind.Kind(k), text)
		if err != nil {
			return
		}
		again, err := statistics.Parse(kind.Kind(k), canon)
		if err != nil {
			t.Fatalf("the canonical form is refused: %v", err)
		}
		if one, other := p.Check(s), again.Check(s); (one == nil) != (other == nil) {
			t.Errorf("the parameters fit %v, their canonical form %v", one, other)
		}
	})
}
