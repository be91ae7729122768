// Package vectest finds test vectors for the tests of package protocol: our own in protocol/testdata, and other
// people's in a folder beside the repository.
package vectest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Bad is an input with one thing wrong, and a word that the error must have.
type Bad struct {
	Name   string          `json:"name"`
	Input  json.RawMessage `json:"input"`
	Reason string          `json:"reason"`
}

// Text is the input when it is a string.
func (b Bad) Text(t testing.TB) string {
	t.Helper()
	var s string
	if err := json.Unmarshal(b.Input, &s); err != nil {
		t.Fatalf("%s: %v", b.Name, err)
	}
	return s
}

// Refused fails the test unless err is an error with the reason in it.
func (b Bad) Refused(t testing.TB, err error) {
	t.Helper()
	switch {
	case err == nil:
		t.Errorf("%s: accepted, want an error about %q", b.Name, b.Reason)
	case !strings.Contains(err.Error(), b.Reason):
		t.Errorf("%s: got %q, want an error about %q", b.Name, err, b.Reason)
	}
}

// Load reads one of our files into v. Its caller is a package below protocol.
func Load(t testing.TB, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}
