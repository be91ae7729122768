package schema

import (
	"strings"
	"testing"
)

func TestParseSchemaRefuses(t *testing.T) {
	base := `{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,"columns":[COLUMNS]}`
	column := func(c string) string { return strings.Replace(base, "COLUMNS", c, 1) }
	good := `{"name":"a","type":"integer","min":"0","max":"1"}`
	if _, err := Parse([]byte(column(good))); err != nil {
		t.Fatal(err)
	}
	many := strings.TrimSuffix(strings.Repeat(`"v",`, MaxValues+1), ",")
	for _, c := range []struct{ name, schema, want string }{
		{"not JSON", "x", "value expected"},
		{"unknown field", strings.Replace(column(good), `"title"`, `"extra":1,"title"`, 1), "extra"},
		{"unknown column field", column(`{"name":"a","type":"integer","min":"0","max":"1","unit":"m"}`), "unit"},
		{"other format", strings.Replace(column(good), "schema/1", "schema/2", 1), "format is"},
		{"no subject", strings.Replace(column(good), `"id"`, `""`, 1), "subject is empty"},
		{"no contributions", strings.Replace(column(good), `"maxContributions":1`, `"maxContributions":0`, 1),
			"maxContributions is 0"},
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
		{"bound not canonical", column(`{"name":"a","type":"decimal","scale":2,"min":"0","max":"1.00"}`),
			"write the bounds as 0.00"},
		{"decimal without scale", column(`{"name":"a","type":"decimal","min":"0","max":"1"}`), "scale is 0"},
		{"integer with scale", column(`{"name":"a","type":"integer","scale":1,"min":"0","max":"1"}`), "scale is 1"},
		{"boolean with bounds", column(`{"name":"a","type":"boolean","min":"0","max":"1"}`), "has no min and max"},
		{"integer with values", column(`{"name":"a","type":"integer","min":"0","max":"1","values":["0"]}`),
			"has no values"},
		{"no values", column(`{"name":"a","type":"category"}`), "0 values"},
		{"too many values", column(`{"name":"a","type":"category","values":[` + many + `]}`), "1025 values"},
		{"value twice", column(`{"name":"a","type":"category","values":["v","v"]}`), "listed twice"},
		{"value empty", column(`{"name":"a","type":"category","values":[""]}`), "value 1 is empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse([]byte(c.schema))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
