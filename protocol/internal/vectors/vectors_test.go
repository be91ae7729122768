package vectors_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/protocol/internal/vectors"
)

var update = flag.Bool("update", false, "write the vector files in protocol/testdata")

// TestFiles makes the vectors anew and compares them with the files.
func TestFiles(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata")
	files, err := vectors.Files()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		path := filepath.Join(dir, name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v: run this test with -update and review the difference", err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what the code makes: a format changed, or run this test with -update and "+
				"review the difference", name)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := files[e.Name()]; !ok && !e.IsDir() {
			t.Errorf("%s in protocol/testdata is made by no function", e.Name())
		}
	}
	t.Logf("%d files compared", len(files))
}
