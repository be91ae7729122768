package wholefile

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// brokenFolder is a folder that answers with an error when it is written to disk.
type brokenFolder struct{ err error }

func (b brokenFolder) Sync() error { return &os.PathError{Op: "sync", Path: "folder", Err: b.err} }
func (brokenFolder) Close() error  { return nil }

func answering(err error) opener {
	return func(string) (syncer, error) { return brokenFolder{err}, nil }
}

// A file whose name did not come to disk is not said to be there, except where the file system has no such call.
func TestFolderThatIsNotWrittenToDisk(t *testing.T) {
	for err, harmless := range map[error]bool{
		syscall.EIO: false, syscall.ENOSPC: false, syscall.EDQUOT: false, syscall.EINVAL: true, syscall.ENOTSUP: true,
	} {
		path := filepath.Join(t.TempDir(), "f")
		got := add(path, []byte("one"), 0o600, answering(err))
		if _, gone := os.Stat(path); (got == nil) != harmless || !harmless && !errors.Is(got, err) ||
			(gone == nil) != harmless {
			t.Errorf("a new file, and the folder answers %q: %v, and the file: %v", err, got, gone)
		}
		if err := Write(path, []byte("two")); err != nil {
			t.Fatal(err)
		}
		got = replace(path, 0o600, writing([]byte("three")), answering(err))
		if (got == nil) != harmless || !harmless && !(errors.Is(got, err) && errors.Is(got, ErrUnsettled)) {
			t.Errorf("a file that is replaced, and the folder answers %q: %v", err, got)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != "three" {
			t.Errorf("the file that is replaced: %q, %v", b, err)
		}
	}
}

// A folder that cannot be opened is found before a file in it changes.
func TestFolderThatDoesNotOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	refuses := func(string) (syncer, error) { return nil, syscall.EACCES }
	if err := replace(path, 0o600, writing([]byte("new")), refuses); !errors.Is(err, syscall.EACCES) ||
		errors.Is(err, ErrUnsettled) {
		t.Errorf("replacing a file: %v", err)
	}
	if err := add(path+"2", nil, 0o600, refuses); !errors.Is(err, syscall.EACCES) {
		t.Errorf("adding a file: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "old" {
		t.Errorf("the file is %q, %v", b, err)
	}
	if _, err := os.Stat(path + "2"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the new file: %v", err)
	}
}
