// Package wholefile writes files whole or not at all: a crash leaves the old file or the new one, never a part.
package wholefile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Write replaces the file at path by content, readable and writable by its owner only. When it returns nil, the content
// is on disk; when it returns an error, the file is as it was.
func Write(path string, content []byte) error { return write(path, content, 0o600) }

// WritePublic is Write for a file that everybody may read.
func WritePublic(path string, content []byte) error { return write(path, content, 0o644) }

func write(path string, content []byte, mode os.FileMode) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", path, err), os.Remove(f.Name()))
	}
	// The name is on disk once its folder is. Some file systems cannot do that, and keep it anyway.
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
	return nil
}
