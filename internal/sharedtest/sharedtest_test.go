package sharedtest_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(sharedtest.Variable, dir)
	if err := os.MkdirAll(filepath.Join(dir, "vectors"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "vectors", "one")
	if err := os.WriteFile(path, []byte("1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := sharedtest.Path(t, "vectors", "one"); got != path {
		t.Errorf("got %s", got)
	}
	if got := sharedtest.Read(t, "vectors/one"); string(got) != "1" {
		t.Errorf("got %q", got)
	}
	if !sharedtest.Has(t, "vectors") || sharedtest.Has(t, "vectors", "two") {
		t.Error("what is there is not told from what is not")
	}
}

// A test is skipped when a file is not there, and fails when it cannot be read.
func TestPath_skips(t *testing.T) {
	t.Setenv(sharedtest.Variable, t.TempDir())
	var skipped bool
	t.Run("none", func(t *testing.T) {
		defer func() { skipped = t.Skipped() }()
		sharedtest.Path(t, "none")
	})
	if !skipped {
		t.Error("a test of a file that is not there went on")
	}
}

// Without the variable the files are beside the repository, wherever in it a package is.
func TestPath_besideTheRepository(t *testing.T) {
	above, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	deep := filepath.Join(above, "repository", "a", "b")
	for _, dir := range []string{deep, filepath.Join(above, "shared")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(above, "repository", "go.mod"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(sharedtest.Variable, "")
	t.Chdir(deep)
	if got := sharedtest.Path(t); got != filepath.Join(above, "shared") {
		t.Errorf("got %s", got)
	}
}
