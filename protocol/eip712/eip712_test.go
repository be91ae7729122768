package eip712_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

func TestSeparators(t *testing.T) {
	var f struct {
		Separators []struct {
			Domain    eip712.Domain
			Separator common.Hash
		}
	}
	vectest.Load(t, "eip712.json", &f)
	for _, c := range f.Separators {
		if got := c.Domain.Separator(); got != c.Separator {
			t.Errorf("%+v: got %s, want %s", c.Domain, got, c.Separator)
		}
	}
	t.Logf("%d cases run", len(f.Separators))
}

// TestOtherPeoplesVectors hashes random documents of ethers' test suite.
func TestOtherPeoplesVectors(t *testing.T) {
	var cases []struct {
		Name        string
		Domain      map[string]any
		PrimaryType string
		Types       map[string][]eip712.Member
		Data        map[string]any
		Digest      common.Hash
	}
	dec := json.NewDecoder(bytes.NewReader(sharedtest.Read(t, "vectors/eip712_typed_data_shared.json")))
	dec.UseNumber()
	if err := dec.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		doc := eip712.TypedData{Types: c.Types, PrimaryType: c.PrimaryType, Domain: c.Domain, Message: c.Data}
		got, err := doc.Digest()
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
		} else if got != c.Digest {
			t.Errorf("%s: got %s, want %s", c.Name, got, c.Digest)
		}
	}
	if len(cases) == 0 {
		t.Error("no cases")
	}
	t.Logf("%d cases run", len(cases))
}

// mail is the example of EIP-712 itself, with its digest.
const mail = `{"types":{"EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},{"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],"Person":[{"name":"name","type":"string"},{"name":"wallet","type":"address"}],"Mail":[{"name":"from","type":"Person"},{"name":"to","type":"Person"},{"name":"contents","type":"string"}]},"primaryType":"Mail","domain":{"name":"Ether Mail","version":"1","chainId":1,"verifyingContract":"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},"message":{"from":{"name":"Cow","wallet":"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},"to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},"contents":"Hello, Bob!"}}`

const mailDigest = "0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2"

func TestParse(t *testing.T) {
	doc, err := eip712.Parse([]byte(mail))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := doc.Digest(); err != nil || got.Hex() != mailDigest {
		t.Errorf("got %s, %v", got, err)
	}
	if enc, err := doc.EncodeType("Mail"); err != nil ||
		enc != "Mail(Person from,Person to,string contents)Person(string name,address wallet)" {
		t.Errorf("type %s, %v", enc, err)
	}
	for _, c := range []struct{ name, old, new, reason string }{
		{"undefined type", `"primaryType":"Mail"`, `"primaryType":"Post"`, "not defined"},
		{"unknown elementary type", `{"name":"contents","type":"string"}`, `{"name":"contents","type":"text"}`,
			"unknown"},
		{"integer of odd size", `{"name":"contents","type":"string"}`, `{"name":"contents","type":"uint12"}`,
			"multiple of 8"},
		{"bytes too wide", `{"name":"contents","type":"string"}`, `{"name":"contents","type":"bytes33"}`, "up to 32"},
		{"member twice", `{"name":"to","type":"Person"}`, `{"name":"from","type":"Person"}`, "twice"},
		{"member is no identifier", `{"name":"to","type":"Person"}`, `{"name":"to a","type":"Person"}`, "identifier"},
		{"value missing", `"contents":"Hello, Bob!"`, `"content":"Hello, Bob!"`, "no value"},
		{"value that no type names", `"contents":"Hello, Bob!"`, `"contents":"Hello, Bob!","amount":"1"`,
			"would not cover"},
		{"value of another kind", `"contents":"Hello, Bob!"`, `"contents":1`, "string expected"},
		{"address too short", `"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"`, `"0xbB"`, "20 bytes"},
		{"unknown member of the document", `"primaryType"`, `"extra":1,"primaryType"`, "unknown field"},
		{"struct expected", `"to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"}`, `"to":[]`,
			"Person expected"},
		{"two documents", `Hello, Bob!"}}`, `Hello, Bob!"}}{}`, "after the document"},
		{"type that contains itself", `{"name":"wallet","type":"address"}`, `{"name":"wallet","type":"Person"}`,
			"Person expected"},
	} {
		in := strings.Replace(mail, c.old, c.new, 1)
		if in == mail {
			t.Fatalf("%s: nothing replaced", c.name)
		}
		if _, err := eip712.Parse([]byte(in)); err == nil || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.reason)
		}
	}
}

func TestIntegers(t *testing.T) {
	digest := func(typ string, v any) error {
		_, err := eip712.TypedData{Types: map[string][]eip712.Member{"T": {{Name: "v", Type: typ}}}, PrimaryType: "T",
			Domain: map[string]any{}, Message: map[string]any{"v": v}}.Digest()
		return err
	}
	for _, c := range []struct {
		typ string
		v   any
		ok  bool
	}{
		{"uint8", "255", true}, {"uint8", "256", false}, {"uint8", "-1", false}, {"uint8", "0xff", true},
		{"uint8", "0x100", false},
		{"int8", "-128", true}, {"int8", "-129", false}, {"int8", "127", true}, {"int8", "128", false},
		{"uint256", "0x" + strings.Repeat("f", 64), true}, {"uint256", "0x1" + strings.Repeat("0", 64), false},
		{"uint64", json.Number("1.5"), false}, {"uint64", json.Number("1e3"), false}, {"uint64", "", false},
		{"uint64", "0x", false}, {"uint64", "0x-1", false},
		{"uint64", "1_0", false}, {"uint64", "+1", false}, {"uint64", true, false}, {"bool", "true", false},
		{"bool", true, true},
		{"bytes4", "0x01020304", true}, {"bytes4", "0x010203", false}, {"bytes4", "01020304", false},
		{"bytes", "0x0", false},
		{"uint8[2]", []any{"1", "2"}, true}, {"uint8[2]", []any{"1"}, false}, {"uint8[]", []any{}, true},
		{"uint8[", []any{}, false}, {"[]", []any{}, false}, {"uint08", "1", false},
	} {
		if err := digest(c.typ, c.v); (err == nil) != c.ok {
			t.Errorf("%s %v: %v", c.typ, c.v, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(mail))
	f.Add([]byte(`{"types":{"A":[{"name":"a","type":"A[]"}]},"primaryType":"A","domain":{},"message":{"a":[{"a":[]}]}}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		doc, err := eip712.Parse(in)
		if err != nil {
			return
		}
		a, err := doc.Digest()
		if err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		again, err := eip712.Parse(out)
		if err != nil {
			t.Fatalf("%s: %v", out, err)
		}
		if b, _ := again.Digest(); a != b {
			t.Fatalf("%s: another digest", out)
		}
	})
}
