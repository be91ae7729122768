package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// A picture is drawn into a new file only.
func TestShowResultOverwritesNothing(t *testing.T) {
	r := query.Result{Format: query.ResultFormat, Kind: kind.Query.String(), Release: job.Exact.String(), Query: new(query.QueryResult)}
	plain, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	var out, progress bytes.Buffer
	a := &App{Terminal: &term.Terminal{Out: &out, Err: &progress}}
	path := filepath.Join(t.TempDir(), "out.svg")
	if err := a.showResult(plain, path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.showResult(plain, path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a picture over another file: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "mine" {
		t.Errorf("the file has %q, %v", got, err)
	}
}
