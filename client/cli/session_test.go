package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadJSON(t *testing.T) {
	path := filepath.Join(t.TempDir(), "grant.json")
	for content, good := range map[string]bool{
		`{}`: false, "{\"ticket\": null}\n": false,
		`{"grant": {}, "ticked": {}}`: false, `{} {}`: false, `{}x`: false, `{`: false, ``: false,
	} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		var s signedConsent
		if err := readJSON(path, &s); (err == nil) != good {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// An address that is mistyped shows in its checksum, if it has one; zero is no account.
func TestParseAddress(t *testing.T) {
	const good = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"
	for text, want := range map[string]string{
		good: "", good[2:]: "", strings.ToLower(good): "", "0x" + strings.ToUpper(good[2:]): "",
		strings.Replace(good, "C44", "C45", 1): "its checksum does not hold",
		strings.Replace(good, "BC", "bC", 1):   "its checksum does not hold",
		"0x" + strings.Repeat("0", 40):         "is the zero address",
		"0x0":                                  "is not an address",
		good + "0":                             "is not an address",
		"":                                     "is not an address",
	} {
		got, err := parseAddress("custodian", text)
		if want == "" && (err != nil || got.Hex() != good) ||
			want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %s, %v, want %q", text, got, err, want)
		}
	}
}

// TestReadJSON_words: what is wrong with a file is said without the names of Go's types and functions.
func TestReadJSON_words(t *testing.T) {
	for content, want := range map[string]string{
		"":                       "line 1, column 1: value expected, and the text ends",
		"{\n\"grant\":":          "line 2, column 9: value expected, and the text ends",
		"id,age":                 "line 1, column 1: value expected, got 'i'",
		`[]`:                     "must be an object with the fields grant; there stands a list of 0 items",
		`{"grant":{},"x":1}`:     `line 1, column 13: field "x" is unknown; known are grant`,
		`{"grant":{"kinds":[]}}`: `field "grant.kinds" must be text in quotes; there stands a list of 0 items`,
	} {
		path := filepath.Join(t.TempDir(), "file.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		var c struct {
			Grant struct {
				Kinds string `json:"kinds"`
			} `json:"grant"`
		}
		if err := readJSON(path, &c); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}
