package canonical_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

type file struct {
	Good []struct{ Name, Input, Canonical string }
	Bad  []vectest.Bad
}

func TestVectors(t *testing.T) {
	var f file
	vectest.Load(t, "canonical.json", &f)
	for _, c := range f.Good {
		got, err := canonical.Canonicalize([]byte(c.Input))
		if err != nil || string(got) != c.Canonical {
			t.Errorf("%s: got %q, %v; want %q", c.Name, got, err, c.Canonical)
		}
		if err := canonical.Check([]byte(c.Canonical)); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
	for _, b := range f.Bad {
		_, err := canonical.Canonicalize([]byte(b.Text(t)))
		b.Refused(t, err)
		var se *canonical.SyntaxError
		if !errors.As(err, &se) {
			t.Errorf("%s: %T", b.Name, err)
		}
	}
	t.Logf("%d good and %d bad cases run", len(f.Good), len(f.Bad))
}

func TestInvalidUTF8(t *testing.T) {
	for _, in := range []string{"\"\xff\"", "\"\xc3\"", "\"\xed\xa0\x80\"", "\xef\xbb\xbf1"} {
		if _, err := canonical.Canonicalize([]byte(in)); err == nil {
			t.Errorf("%q accepted", in)
		}
	}
}

func TestLimits(t *testing.T) {
	nested := func(n int) []byte { return []byte(strings.Repeat("[", n) + strings.Repeat("]", n)) }
	if err := canonical.Check(nested(canonical.MaxDepth + 1)); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	if err := canonical.Check(nested(canonical.MaxDepth + 2)); err == nil {
		t.Error("beyond the limit: accepted")
	}
	text := func(n int) []byte { return []byte(`"` + strings.Repeat("x", n-2) + `"`) }
	if err := canonical.Check(text(canonical.MaxSize)); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	if err := canonical.Check(text(canonical.MaxSize + 1)); err == nil {
		t.Error("beyond the limit: accepted")
	}
}

func TestUnmarshal(t *testing.T) {
	type inner struct {
		List []int `json:"list"`
	}
	type outer struct {
		Name  string `json:"name"`
		Count uint64 `json:"count,string"`
		In    inner  `json:"in"`
		Note  string `json:"note,omitempty"`
	}
	var v outer
	if err := canonical.Unmarshal([]byte(` {"in":{"list":[1,2]}, "count":"12","name":"a"} `), &v); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, path string }{
		{"missing", `{"count":"1","in":{"list":[]}}`, `"name"`},
		{"missing inside", `{"count":"1","in":{},"name":"a"}`, `"in.list"`},
		{"unknown", `{"count":"1","in":{"list":[]},"name":"a","x":1}`, "is unknown; known are"},
		{"other case", `{"Count":"1","in":{"list":[]},"name":"a"}`, `"Count"`},
		{"null", `{"count":"1","in":{"list":[]},"name":null}`, `"name"`},
		{"null list", `{"count":"1","in":{"list":[]},"name":"a","note":null}`, `"note"`},
		{"empty optional", `{"count":"1","in":{"list":[]},"name":"a","note":""}`, `"note"`},
		{"leading zero", `{"count":"01","in":{"list":[]},"name":"a"}`, "count"},
		{"number for string", `{"count":1,"in":{"list":[]},"name":"a"}`, "count"},
		{"list element", `{"count":"1","in":{"list":["1"]},"name":"a"}`, "list"},
		{"two values", `{"count":"1","in":{"list":[]},"name":"a"}{}`, "after the value"},
		{"empty", ``, "value expected"},
	} {
		var v outer
		err := canonical.Unmarshal([]byte(c.in), &v)
		if err == nil || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.path)
		}
	}
}

// What a member cannot be is said in words, by what it can be, and never by how a program calls it.
func TestUnmarshal_valuesOfNoMember(t *testing.T) {
	type inner struct {
		Days  []uint16         `json:"days"`
		Whose common.Hash      `json:"whose"`
		Who   []common.Address `json:"who"`
	}
	type outer struct {
		Cohort uint32 `json:"cohort"`
		Shift  int8   `json:"shift"`
		Budget uint64 `json:"budget,string"`
		In     inner  `json:"in"`
	}
	const of = `"in":{"days":[],"who":[],"whose":"0x0000000000000000000000000000000000000000000000000000000000000000"}`
	for in, want := range map[string]string{
		`{"cohort":-1,"shift":0,"budget":"0",` + of +
			`}`: `"cohort" must be a whole number from 0 to 4294967295; there stands the number -1`,
		`{"cohort":4294967296,"shift":0,"budget":"0",` + of +
			`}`: `"cohort" must be a whole number from 0 to 4294967295; there stands the number 4294967296`,
		`{"cohort":1,"shift":-129,"budget":"0",` + of + `}`: `"shift" must be a whole number from -128 to 127`,
		`{"cohort":1,"shift":0,"budget":"x",` + of + `}`: `"budget" must be a whole number from 0 to ` +
			`18446744073709551615, in quotes; there stands the text "x"`,
		`{"cohort":1,"shift":0,"budget":"1e-3",` + of +
			`}`: `"budget" must be a whole number`,
		`{"cohort":1,"shift":0,"budget":"0","in":{"days":[70000],"who":[],"whose":"0x"}}`: `line 1, column 50: field "in.days[0]" must be`,
		`{"cohort":1,"shift":0,"budget":"0","in":{"days":[],"who":[7],"whose":"0x"}}`:     `"in.who[0]" must be 0x and 40 hexadecimal digits`,
		`{"cohort":1,"shift":0,"budget":"0","in":{"days":[],"who":[],"whose":"0x12"}}`:    `"in.whose" must be 0x and 64 hexadecimal digits`,
	} {
		var v outer
		err := canonical.Unmarshal([]byte(in), &v)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", in, err, want)
			continue
		}
		for _, ours := range []string{"Go ", "struct", "uint", "json:", "common."} {
			if strings.Contains(err.Error(), ours) {
				t.Errorf("%s: %v", in, err)
			}
		}
	}
}

func FuzzCanonicalize(f *testing.F) {
	var v file
	vectest.Load(f, "canonical.json", &v)
	for _, c := range v.Good {
		f.Add([]byte(c.Input))
	}
	for _, b := range v.Bad {
		f.Add([]byte(b.Text(f)))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		c, err := canonical.Canonicalize(in)
		if err != nil {
			return
		}
		if err := canonical.Check(c); err != nil {
			t.Fatalf("%q is not canonical itself: %v", c, err)
		}
		// encoding/json reads the same value from both.
		var a, b any
		for _, x := range []struct {
			data []byte
			v    *any
		}{{in, &a}, {c, &b}} {
			dec := json.NewDecoder(bytes.NewReader(x.data))
			dec.UseNumber()
			if err := dec.Decode(x.v); err != nil {
				t.Fatalf("encoding/json refuses %q: %v", x.data, err)
			}
		}
		ja, _ := json.Marshal(a)
		jb, _ := json.Marshal(b)
		if !bytes.Equal(ja, jb) {
			t.Fatalf("%q became %q", in, c)
		}
	})
}

// A member that is not known is named, with those that are: by how JSON calls them, wherever it is.
func TestUnmarshal_unknownMembers(t *testing.T) {
	type inner struct {
		B int `json:"b"`
		A int `json:"a"`
	}
	type embedded struct {
		C int `json:"c"`
	}
	type outer struct {
		inner `json:"in"`
		embedded
		List  []inner        `json:"list"`
		Point *inner         `json:"point,omitempty"`
		Any   map[string]any `json:"any"`
		Left  int            `json:"-"`
	}
	for in, want := range map[string]string{
		`{"x":1}`:                    `field "x" is unknown; known are in, c, list, point, any`,
		`{"in":{"x":1}}`:             `field "in.x" is unknown; known are b, a`,
		`{"list":[{"a":1},{"x":1}]}`: `field "list[1].x" is unknown; known are b, a`,
		`{"point":{"x":1}}`:          `field "point.x" is unknown; known are b, a`,
		`{"Left":1}`:                 `field "Left" is unknown; known are in, c, list, point, any`,
	} {
		var o outer
		err := canonical.Unmarshal([]byte(in), &o)
		var ue *canonical.UnknownError
		if !errors.As(err, &ue) || !strings.HasSuffix(err.Error(), ": "+want) {
			t.Errorf("%s: %v", in, err)
		}
	}
}

// What people write may have what the canonical form leaves out, and decimals and truth values without quotes.
func TestRead(t *testing.T) {
	type doc struct {
		Scale int      `json:"scale,omitempty"`
		Min   string   `json:"min" spell:"number"`
		Nanos uint64   `json:"nanos,string"`
		Names []string `json:"names,omitempty" spell:"number"`
	}
	for in, want := range map[string]string{
		`{"scale":0,"min":0.5,"nanos":12,"names":[]}`:      `{"min":"0.5","nanos":"12"}`,
		`{"min":"1","nanos":"12","names":[1,true,"x"]}`:    `{"min":"1","names":["1","true","x"],"nanos":"12"}`,
		`{"min":1e-7,"nanos":10000000000000000000}`:        `{"min":"0.0000001","nanos":"10000000000000000000"}`,
		`{"scale":2.0,"min":1,"nanos":1}`:                  "",
		`{"scale":1,"min":1e999,"nanos":1}`:                "",
		`{"scale":1,"min":[],"nanos":1}`:                   "",
		`{"scale":1,"min":1,"nanos":0.5}`:                  "",
		`{"scale":1,"min":1,"nanos":1,"nanos":1}`:          "",
		`{"scale":99999999999999999999,"min":1,"nanos":1}`: "",
	} {
		var d doc
		canon, err := canonical.Read([]byte(in), &d)
		if (err == nil) != (want != "") || string(canon) != want {
			t.Errorf("%s: %s, %v; want %q", in, canon, err, want)
		}
	}
	written, err := canonical.Written(map[string]any{"b": doc{Min: "1"}, "a": []int{}})
	if want := "{\n  \"a\": [],\n  \"b\": {\n    \"min\": \"1\",\n    \"nanos\": \"0\"\n  }\n}\n"; err != nil ||
		string(written) != want {
		t.Errorf("%s, %v", written, err)
	}
}
