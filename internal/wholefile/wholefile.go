// Package wholefile writes files whole or not at all: a crash leaves the old file or the new one, never a part.
package wholefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2"
)

// ErrUnsettled says that the new file has taken the place of the old one, but that its folder could not be written to
// disk: a crash may bring the old one back.
var ErrUnsettled = errors.New("the new file is there, but a crash may bring back the old one")

// Write replaces the file at path by content, readable and writable by its owner only. When it returns nil, the content
// is on disk; when it returns an error, the file is as it was, but for one of [ErrUnsettled].
func Write(path string, content []byte) error { return Fill(path, 0o600, writing(content)) }

// WritePublic is Write for a file that everyone may read.
func WritePublic(path string, content []byte) error { return Fill(path, 0o644, writing(content)) }

// Fill is Write for content that is made as it is written: fill writes it to a file of another name, which takes the
// place of the one at path when fill returns nil. An error of fill is returned as it is.
func Fill(path string, mode os.FileMode, fill func(f *os.File) error) error {
	return replace(path, mode, fill, openFolder)
}

func replace(path string, mode os.FileMode, fill func(f *os.File) error, open opener) error {
	folder, err := open(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer folder.Close() //nolint:errcheck // nothing was written through it
	f, err := pending(path, mode)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer f.Cleanup() //nolint:errcheck // what failed is said already
	if err := fill(f.File); err != nil {
		return err
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := settle(folder); err != nil {
		return fmt.Errorf("writing %s: %w: %w", path, ErrUnsettled, err)
	}
	return nil
}

// New writes content to path, where no file may be yet: then the error is of fs.ErrExist, and the file stays as it is.
// When it returns nil, the content is on disk; when it returns another error, there is no file.
func New(path string, content []byte, mode os.FileMode) error {
	return add(path, content, mode, openFolder)
}

func add(path string, content []byte, mode os.FileMode, open opener) error {
	folder, err := open(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer folder.Close() //nolint:errcheck // nothing was written through it
	f, err := pending(path, mode)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := errors.Join(writing(content)(f.File), f.Sync()); err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", path, err), f.Cleanup())
	}
	err = os.Link(f.Name(), path) // which, unlike a rename, replaces nothing
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = create(path, content, mode) // not all file systems have links
	}
	removed := f.Cleanup()
	if err == nil {
		if failed := errors.Join(removed, settle(folder)); failed != nil {
			err = errors.Join(failed, os.Remove(path))
		}
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return existsError(path)
	case err != nil:
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}

// Halves returns what a crash has left of files at path, which may be a pattern of [filepath.Glob].
func Halves(path string) ([]string, error) {
	return filepath.Glob(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"[0-9]*"))
}

// pending makes the file that is to take the place of the one at path. It stands in the same folder: another may be on
// another file system, and a folder for all programs is no place for what only its owner may read.
func pending(path string, mode os.FileMode) (*renameio.PendingFile, error) {
	return renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithStaticPermissions(mode))
}

func writing(content []byte) func(*os.File) error {
	return func(f *os.File) error {
		_, err := f.Write(content)
		return err
	}
}

// existsError says that a file is there already.
type existsError string

func (e existsError) Error() string { return string(e) + " exists already" }

func (existsError) Unwrap() error { return fs.ErrExist }

// create writes a new file in place; one that cannot be written whole is removed.
func create(path string, content []byte, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// syncer is a folder that can be written to disk.
type syncer interface {
	Sync() error
	Close() error
}

// opener opens a folder, before a file in it changes: a folder that cannot be read cannot be written to disk.
type opener func(folder string) (syncer, error)

func openFolder(folder string) (syncer, error) { return os.Open(folder) }

// settle puts the names of the files of a folder on disk. Some file systems cannot do that, and keep them anyway.
func settle(folder syncer) error {
	err := folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
