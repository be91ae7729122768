package wholefile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/internal/wholefile"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	for _, content := range []string{"one", "", "three", "public", "four"} {
		write, mode := wholefile.Write, os.FileMode(0o600)
		if content == "public" {
			write, mode = wholefile.WritePublic, 0o644
		}
		if err := write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("read %q, %v; want %q", got, err, content)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
	}
}

func TestWriteThatFailsChangesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := wholefile.Write(filepath.Join(dir, "none", "f"), nil); err == nil {
		t.Error("a file in a folder that is not there was written")
	}
	taken := filepath.Join(dir, "taken") // a folder that is not empty cannot be replaced by a file
	if err := os.MkdirAll(filepath.Join(taken, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.Write(taken, []byte("new")); err == nil {
		t.Error("a folder was replaced")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}

func TestNew(t *testing.T) {
	dir := t.TempDir()
	for _, mode := range []os.FileMode{0o600, 0o644} {
		path := filepath.Join(dir, mode.String())
		if err := wholefile.New(path, []byte("one"), mode); err != nil {
			t.Fatal(err)
		}
		if err := wholefile.New(path, []byte("two"), mode); !errors.Is(err, fs.ErrExist) ||
			err.Error() != path+" exists already" {
			t.Errorf("written over: %v", err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != "one" {
			t.Errorf("%q, %v", b, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("mode %v, %v", info.Mode(), err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "nothing"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.New(filepath.Join(dir, "link"), nil, 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a link was written through: %v", err)
	}
	if err := wholefile.New(filepath.Join(dir, "none", "f"), nil, 0o600); err == nil || errors.Is(err, fs.ErrExist) {
		t.Errorf("a file in a folder that is not there: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 3 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}
