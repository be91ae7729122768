package wholefile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
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

// What fills a file sees none of it in its place until it is done, and leaves nothing when it fails.
func TestFill(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	if err := wholefile.Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("failed")
	for _, want := range []error{failed, nil} {
		err := wholefile.Fill(path, 0o640, func(f *os.File) error {
			if _, err := f.WriteString("new"); err != nil {
				return err
			}
			if b, err := os.ReadFile(path); err != nil || string(b) != "old" {
				t.Errorf("meanwhile %q, %v", b, err)
			}
			if halves, err := wholefile.Halves(filepath.Join(dir, "*")); err != nil || len(halves) != 1 ||
				halves[0] != f.Name() {
				t.Errorf("a crash would leave %v, %v; not %s", halves, err, f.Name())
			}
			return want
		})
		if !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
		content := "old"
		if want == nil {
			content = "new"
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != content {
			t.Errorf("%q, %v", b, err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
			t.Errorf("%d files are left, %v", len(left), err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// The permissions are those asked for, whatever the process's mask and the folder for temporary files.
func TestWrite_anywhere(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	path := filepath.Join(t.TempDir(), "f")
	if err := wholefile.WritePublic(path, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}
