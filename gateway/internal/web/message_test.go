package web

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestParseMessage(t *testing.T) {
	for raw, want := range map[string]message{
		` { "id" : 1 , "method" : "a_b" , "params" : [ {"id":2} , "}" ] } `: {
			id: []byte("1"), method: "a_b", params: []byte(`[ {"id":2} , "}" ]`),
		},
		`{"ID":1,"Method":"a","PARAMS":[]}`:       {},
		`{"id":1,"id":"2\"","method":"a"}`:        {id: []byte(`"2\""`), method: "a"},
		`{"\u0069d":null,"me\u0074hod":"\u0061"}`: {id: []byte("null"), method: "a"},
		`{"method":{"x":[1]},"id":[]}`:            {id: []byte("[]")},
		`{}`:                                      {},
	} {
		got, ok := parseMessage([]byte(raw))
		if !ok || string(got.id) != string(want.id) || got.method != want.method ||
			string(got.params) != string(want.params) {
			t.Errorf("%s: got %q %q %q %v", raw, got.id, got.method, got.params, ok)
		}
	}
	for _, raw := range []string{``, ` `, `1`, `[]`, `null`, `{`, `{"id":1}}`, `{"id"}`} {
		if _, ok := parseMessage([]byte(raw)); ok {
			t.Errorf("%q is taken for a call", raw)
		}
	}
}

// FuzzParseMessage compares with what a decoder finds.
func FuzzParseMessage(f *testing.F) {
	for _, seed := range []string{
		`{"id":1,"method":"a","params":[[1],{"a":"}"}]}`, ` {"a" :{} , "params": null,"id":"\\"}`, `{"":0,"id":[{}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, ok := parseMessage(raw)
		var want map[string]json.RawMessage
		isObject := json.Unmarshal(raw, &want) == nil && want != nil
		if ok != isObject {
			t.Fatalf("%q is an object: %v", raw, ok)
		}
		if string(got.id) != string(want["id"]) || string(got.params) != string(want["params"]) ||
			string(got.name) != string(want["method"]) {
			t.Errorf("%q: got %q %q %q", raw, got.id, got.params, got.name)
		}
		firstElement(got.params)
	})
}

func TestFirstElement(t *testing.T) {
	for array, want := range map[string]string{
		``: "", `null`: "", `{}`: "", `[]`: "", `[ ]`: "", `[ "a,]" ,1]`: `"a,]"`, `[{"a":[1,2]}]`: `{"a":[1,2]}`,
		`[1]`: "1", "[true\n,1]": "true",
	} {
		if got := string(firstElement([]byte(array))); got != want {
			t.Errorf("%s: got %s, want %s", array, got, want)
		}
	}
}

// An error shows no name of a method that is longer than there are, nor an id, by whatever spelling they are given.
func TestLongNames(t *testing.T) {
	s, _ := newServer(t, nil)
	long := strings.Repeat("Z", maxIDBytes)
	for raw, want := range map[string]string{
		`"id":1,"method":"` + long[:62] + `"`:                 "does not exist",
		`"id":1,"method":"` + long[:63] + `"`:                 "the name of a method has at most 64 bytes",
		`"id":"` + long + `","method":"a_b"`:                  "the id has more than 128 bytes",
		`"id":"` + long + `","ID":1,"method":"a_b"`:           "the id has more than 128 bytes",
		`"\u0069d":"` + long + `","ID":1,"method":"a_b"`:      "the id has more than 128 bytes",
		`"id":1,"method":"` + long + `","METHOD":"test_echo"`: "the name of a method has at most 64 bytes",
	} {
		got := post(s, `{"jsonrpc":"2.0",`+raw+`}`).Body.String()
		if !strings.Contains(got, want) || strings.Contains(got, long[:63]) {
			t.Errorf("%s: got %s", raw, got)
		}
	}
}
