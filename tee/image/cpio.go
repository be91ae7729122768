package image

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// entry is a file or a directory of an initrd.
type entry struct {
	mode    fs.FileMode // permissions, and fs.ModeDir
	content []byte
}

// tree is the content of an initrd by path, without a leading slash.
type tree map[string]entry

// add puts a file into the tree, with the directories above it.
func (t tree) add(name string, mode fs.FileMode, content []byte) error {
	if !fs.ValidPath(name) || name == "." {
		return fmt.Errorf("image: %q cannot be a path in an initrd", name)
	}
	if _, twice := t[name]; twice {
		return fmt.Errorf("image: the initrd would have %s twice", name)
	}
	t[name] = entry{mode: mode.Perm(), content: content}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if e, ok := t[dir]; ok && !e.mode.IsDir() {
			return fmt.Errorf("image: %s in the initrd would be a file and a directory", dir)
		}
		t[dir] = entry{mode: fs.ModeDir | 0o755}
	}
	return nil
}

// The newc format; Linux, Documentation/driver-api/early-userspace/buffer-format.rst.
const (
	newcMagic   = "070701"
	newcTrailer = "TRAILER!!!"
	newcAlign   = 4
	modeFile    = 0o100000
	modeDir     = 0o040000
	maxNewcFile = 1<<32 - 1
)

// writeCPIO writes the tree as an archive that depends on nothing but the tree: entries in the order of their paths, so
// that directories come before what they hold, numbered from one, owned by root, dated 1970.
func writeCPIO(w io.Writer, t tree) error {
	names := make([]string, 0, len(t))
	for name := range t {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return slices.Compare(strings.Split(a, "/"),
			strings.Split(b, "/"))
	})
	for i, name := range names {
		e := t[name]
		mode, links := uint32(modeFile)|uint32(e.mode.Perm()), 1
		if e.mode.IsDir() {
			mode, links = modeDir|uint32(e.mode.Perm()), 2
		}
		if err := writeNewc(w, i+1, mode, links, name, e.content); err != nil {
			return fmt.Errorf("image: write %s to the initrd: %w", name, err)
		}
	}
	if err := writeNewc(w, 0, 0, 1, newcTrailer, nil); err != nil {
		return fmt.Errorf("image: end the initrd: %w", err)
	}
	return nil
}

func writeNewc(w io.Writer, inode int, mode uint32, links int, name string, content []byte) error {
	if int64(len(content)) > maxNewcFile {
		return fmt.Errorf("%d bytes are more than the format holds", len(content))
	}
	// inode, mode, uid, gid, links, mtime, size, device and its own device twice, length of the name, check
	header := newcMagic
	for _, v := range []uint32{uint32(inode), mode, 0, 0, uint32(links), 0, uint32(len(content)), 0, 0, 0, 0,
		uint32(len(name) + 1), 0} {
		header += fmt.Sprintf("%08X", v)
	}
	header += name + "\x00"
	for _, b := range [][]byte{[]byte(header), content} {
		if _, err := w.Write(b); err != nil {
			return err
		}
		if _, err := w.Write(make([]byte, (newcAlign-len(b)%newcAlign)%newcAlign)); err != nil {
			return err
		}
	}
	return nil
}
