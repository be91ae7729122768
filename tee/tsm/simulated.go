package tsm

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync"

	"github.com/google/go-configfs-tsm/configfs/configfsi"

	"github.com/assent-network/assent/tee"
)

// Simulated is a security module without hardware: another party makes its quotes, such as an issuer of package
// tee/insecure in this process or on the host. It implements as much of configfs as a report needs.
type Simulated struct {
	quote func(tee.ReportData) ([]byte, error)

	mu      sync.Mutex
	next    int
	entries map[string]*entry
}

type entry struct {
	generation uint64
	inblob     []byte
}

var _ configfsi.Client = (*Simulated)(nil)

// Simulate returns a module whose quotes a function makes.
func Simulate(quote func(tee.ReportData) ([]byte, error)) *Simulated {
	return &Simulated{quote: quote, entries: make(map[string]*entry)}
}

// errUnsupported is what a kernel says of operations that configfs does not have.
var errUnsupported = errors.New("not supported by a simulated security module")

// MkdirTemp makes an entry.
func (s *Simulated) MkdirTemp(dir, _ string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next++
	name := path.Join(dir, fmt.Sprintf("entry%d", s.next))
	s.entries[name] = new(entry)
	return name, nil
}

// RemoveAll removes an entry.
func (s *Simulated) RemoveAll(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.entries, name)
	return nil
}

// ReadDir is not supported.
func (s *Simulated) ReadDir(name string) ([]os.DirEntry, error) {
	return nil, &fs.PathError{Op: "readdir", Path: name, Err: errUnsupported}
}

// WriteFile sets what a report binds.
func (s *Simulated) WriteFile(name string, content []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.entries[path.Dir(name)]
	if !ok {
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrNotExist}
	}
	if path.Base(name) != "inblob" || len(content) != tee.ReportDataSize {
		return &fs.PathError{Op: "write", Path: name, Err: errUnsupported}
	}
	e.inblob = append([]byte(nil), content...)
	e.generation++
	return nil
}

// ReadFile reads an attribute of an entry; outblob is the quote.
func (s *Simulated) ReadFile(name string) ([]byte, error) {
	s.mu.Lock()
	e, ok := s.entries[path.Dir(name)]
	var inblob []byte
	var generation uint64
	if ok {
		inblob, generation = e.inblob, e.generation
	}
	s.mu.Unlock()
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	switch path.Base(name) {
	case "generation":
		return fmt.Appendf(nil, "%d\n", generation), nil
	case "provider":
		return []byte(ProviderSimulated + "\n"), nil
	case "outblob":
		if inblob == nil {
			return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
		}
		return s.quote(tee.ReportData(inblob))
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
}
