// Package sharedtest finds the files of others that tests read: vectors, real quotes, data with published figures. They
// are not in this repository, and a test that reads one is skipped where it is not there.
package sharedtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Variable names the environment variable that says where the files are. Without it they are looked for in the folder
// "shared" beside the repository.
const Variable = "ASSENT_SHARED"

// Path returns the path of a file or folder, given by its parts below the folder of the files, or skips the test.
func Path(t testing.TB, parts ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{root(t)}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here (set %s to the folder that has it)", path, Variable)
	}
	return path
}

// Read returns what is in a file, or skips the test.
func Read(t testing.TB, parts ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(Path(t, parts...))
	if err != nil {
		t.Fatalf("reading a file of the shared data: %v", err)
	}
	return b
}

// Has tells whether a file is there.
func Has(t testing.TB, parts ...string) bool {
	t.Helper()
	_, err := os.Stat(filepath.Join(append([]string{root(t)}, parts...)...))
	return err == nil
}

// root returns the folder of the files. A test runs in the folder of its package, which is somewhere below go.mod.
func root(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv(Variable); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(dir), "shared")
		}
	}
	t.Fatalf("no go.mod above the test: set %s to the folder of the shared data", Variable)
	return ""
}
