// Package wholefile writes files whole or not at all: a crash leaves the old file or the new one, never a part.
package wholefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the file at path by content, readable and writable by its owner only. When it returns nil, the content
// is on disk; when it returns an error, the file is as it was.
func Write(path string, content []byte) error { return write(path, content, 0o600) }

// WritePublic is Write for a file that everybody may read.
func WritePublic(path string, content []byte) error { return write(path, content, 0o644) }

// New writes content to path, where no file may be yet: then the error is of fs.ErrExist, and the file stays as it is.
// When it returns nil, the content is on disk; when it returns another error, there is no file.
func New(path string, content []byte, mode os.FileMode) error {
	name, err := temporary(path, content, mode)
	if err != nil {
		return err
	}
	err = os.Link(name, path) // which, unlike a rename, replaces nothing
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = create(path, content, mode) // not all file systems have links
	}
	if removed := os.Remove(name); err == nil && removed != nil {
		err = errors.Join(removed, os.Remove(path))
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return existsError(path)
	case err != nil:
		return fmt.Errorf("writing %s: %w", path, err)
	}
	syncFolder(path)
	return nil
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

func write(path string, content []byte, mode os.FileMode) error {
	name, err := temporary(path, content, mode)
	if err != nil {
		return err
	}
	if err := os.Rename(name, path); err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", path, err), os.Remove(name))
	}
	syncFolder(path)
	return nil
}

// temporary writes content to a file beside path, whose name it returns.
func temporary(path string, content []byte, mode os.FileMode) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return "", fmt.Errorf("writing %s: %w", path, err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("writing %s: %w", path, err), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// syncFolder puts the name of a file on disk, which it is once its folder is. Some file systems cannot do that, and
// keep it anyway.
func syncFolder(path string) {
	if d, err := os.Open(filepath.Dir(path)); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
