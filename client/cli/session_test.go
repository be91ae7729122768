package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestReadJSON(t *testing.T) {
	path := filepath.Join(t.TempDir(), "grant.json")
	for content, good := range map[string]bool{
		`{}`: true, "{\"ticket\": null}\n": true,
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

// A file that is there stays as it is.
func TestWriteNew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ticket.json")
	if err := writeNew(path, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeNew(path, []byte("two"), 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("written over: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "one" {
		t.Errorf("%q, %v", b, err)
	}
}
