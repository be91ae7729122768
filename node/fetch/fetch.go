// Package fetch brings dataset files from wherever custodians keep them.
//
// A file is known by its content root, the SHA-256 of its bytes, which the chain records. Nothing is believed of a
// place but that: what arrives is hashed before anyone opens it, and kept in a folder under its content root.
package fetch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/dataset"
)

// ErrContent says that a place holds another file than the chain records, or a truncated one.
var ErrContent = errors.New("the file is not the one that the chain records")

// Store fetches files and keeps them in a folder, which is this store's alone. It is safe for concurrent use.
type Store struct {
	Dir    string
	Client *http.Client
	// MaxSize bounds a file in bytes.
	MaxSize int64
	// MaxTotal bounds the folder in bytes: beyond it the files that were not used for longest are removed, but never
	// one in use. Zero keeps them all.
	MaxTotal int64
	// Now is the clock by which use is remembered; nil is the system's.
	Now func() time.Time

	began sync.Once
	mu    sync.Mutex
	using map[common.Hash]int // how many have a file
}

// File is a file in the store. It stays there until it is closed.
type File struct {
	store *Store
	root  common.Hash
	once  sync.Once
}

// Open opens the file for reading. The machine's operator can change it at any moment: the reader has to hash what it
// reads.
func (f *File) Open() (*os.File, error) { return openRegular(f.store.path(f.root)) }

// Close ends the use of the file.
func (f *File) Close() {
	f.once.Do(func() {
		f.store.mu.Lock()
		defer f.store.mu.Unlock()
		if f.store.using[f.root]--; f.store.using[f.root] == 0 {
			delete(f.store.using, f.root)
		}
	})
}

func (s *Store) path(contentRoot common.Hash) string {
	return filepath.Join(s.Dir, contentRoot.Hex()[2:]+suffix)
}

const (
	suffix       = ".age"
	tablesSuffix = ".tables.json"
	schemaSuffix = ".schema.json"
)

// use notes that a caller has a file.
func (s *Store) use(contentRoot common.Hash) *File {
	s.began.Do(s.sweep)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.using == nil {
		s.using = make(map[common.Hash]int)
	}
	s.using[contentRoot]++
	return &File{store: s, root: contentRoot}
}

// sweep removes what a crash has left half.
func (s *Store) sweep() {
	for _, ending := range []string{suffix, tablesSuffix, schemaSuffix} {
		left, err := wholefile.Halves(filepath.Join(s.Dir, "*"+ending))
		if err != nil {
			return // the folder's name is no pattern; then nothing can be looked for
		}
		for _, path := range left {
			_ = os.Remove(path) // it takes room and nothing else
		}
	}
}

// Get returns the file with the given content root, fetching it from uri when it is not here yet. A uri is a path, a
// file: URL, or an http: or https: URL. The caller closes the file.
func (s *Store) Get(ctx context.Context, uri string, contentRoot common.Hash) (*File, error) {
	f := s.use(contentRoot)
	if err := s.get(ctx, uri, contentRoot); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (s *Store) get(ctx context.Context, uri string, contentRoot common.Hash) error {
	path := s.path(contentRoot)
	if sum, err := hashFile(path); err != nil || sum != contentRoot {
		if err := s.fetch(ctx, uri, contentRoot, path); err != nil {
			return err
		}
	}
	now := time.Now
	if s.Now != nil {
		now = s.Now
	}
	if err := os.Chtimes(path, now(), now()); err != nil {
		return fmt.Errorf("keeping dataset file %s: %w", contentRoot, err)
	}
	if err := s.evict(); err != nil {
		return fmt.Errorf("making room beside dataset file %s: %w", contentRoot, err)
	}
	return nil
}

// evict removes files that are not in use, those unused for longest first, until the rest is within bounds.
func (s *Store) evict() error {
	if s.MaxTotal <= 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := os.ReadDir(s.Dir)
	if err != nil {
		return err
	}
	var (
		idle  []fs.FileInfo
		total int64
	)
	for _, e := range all {
		name, ok := strings.CutSuffix(e.Name(), suffix)
		for _, other := range []string{tablesSuffix, schemaSuffix} {
			if !ok {
				name, ok = strings.CutSuffix(e.Name(), other)
			}
		}
		info, err := e.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue // not ours, or gone already
		}
		total += info.Size()
		if s.using[common.HexToHash(name)] == 0 {
			idle = append(idle, info)
		}
	}
	slices.SortFunc(idle, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, info := range idle {
		if total <= s.MaxTotal {
			return nil
		}
		if err := os.Remove(filepath.Join(s.Dir, info.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		total -= info.Size()
	}
	return nil
}

// fetch brings a file to a path.
func (s *Store) fetch(ctx context.Context, uri string, contentRoot common.Hash, path string) error {
	source, err := s.open(ctx, uri)
	if err != nil {
		return fmt.Errorf("fetching dataset file %s: %w", contentRoot, err)
	}
	defer source.Close()
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return fmt.Errorf("keeping dataset file %s: %w", contentRoot, err)
	}
	return wholefile.Fill(path, 0o600, func(f *os.File) error {
		h := sha256.New()
		n, err := io.Copy(io.MultiWriter(f, h), io.LimitReader(source, s.MaxSize+1))
		if err != nil {
			return fmt.Errorf("fetching dataset file %s: %w", contentRoot, err)
		}
		if n > s.MaxSize {
			return fmt.Errorf("fetching dataset file %s: it is larger than %d bytes", contentRoot, s.MaxSize)
		}
		if got := common.BytesToHash(h.Sum(nil)); got != contentRoot {
			return fmt.Errorf("fetching dataset file %s: %w: %d bytes with hash %s", contentRoot, ErrContent, n, got)
		}
		return nil
	})
}

// Tables returns the list of tables with the given content root, from the store or from the folder that a version's URI
// names.
func (s *Store) Tables(ctx context.Context, folder string, contentRoot common.Hash) (list dataset.Tables, err error) {
	path := filepath.Join(s.Dir, contentRoot.Hex()[2:]+tablesSuffix)
	err = s.small(ctx, folder, dataset.TablesFile, path, dataset.MaxTablesFile, func(b []byte) (err error) {
		list, err = checkTables(b, contentRoot)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("fetching the tables of %s: %w", contentRoot, err)
	}
	return list, nil
}

// maxSchema bounds the file of a schema, in bytes.
const maxSchema = 8 << 20

// Schema returns the file of a table's schema, from the store or from the folder that the version's URI names.
func (s *Store) Schema(ctx context.Context, folder string, t dataset.Table) (schema []byte, err error) {
	path := filepath.Join(s.Dir, t.Schema.Hex()[2:]+schemaSuffix)
	err = s.small(ctx, folder, t.SchemaFile(), path, maxSchema, func(b []byte) error {
		if got := crypto.Keccak256Hash(b); got != t.Schema {
			return fmt.Errorf("%w: it has hash %s", ErrContent, got)
		}
		schema = b
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("fetching the schema %s of table %s: %w", t.Schema, t.Name, err)
	}
	return schema, nil
}

// Has returns an error when the data of a table are not at the folder that the version's URI names. It opens the file
// and reads nothing of it.
func (s *Store) Has(ctx context.Context, folder string, t dataset.Table) error {
	source, err := s.open(ctx, strings.TrimSuffix(folder, "/")+"/"+t.DataFile())
	if err != nil {
		return fmt.Errorf("looking for the data of table %s: %w", t.Name, err)
	}
	return source.Close()
}

// small reads a small file that a check takes, from a path of the store or else from a folder, and keeps it at the
// path.
func (s *Store) small(ctx context.Context, folder, name, path string, most int64, check func([]byte) error) error {
	if b, err := readRegular(path, most); err == nil && check(b) == nil {
		return nil
	}
	source, err := s.open(ctx, strings.TrimSuffix(folder, "/")+"/"+name)
	if err != nil {
		return err
	}
	defer source.Close()
	b, err := io.ReadAll(io.LimitReader(source, most+1))
	if err != nil {
		return err
	}
	if err := check(b); err != nil {
		return err
	}
	return s.keep(path, b)
}

// readRegular reads a file that has at most so many bytes, and nothing but a file.
func readRegular(path string, most int64) ([]byte, error) {
	f, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1)) // one byte more is another file, by its hash
}

// keep writes a file of the store whole or not at all, in place of whatever is there.
func (s *Store) keep(path string, b []byte) error {
	s.began.Do(s.sweep) // which would take this file for one that a crash has left
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return err
	}
	return wholefile.Write(path, b)
}

// checkTables reads a list of tables that is what the chain records.
func checkTables(b []byte, contentRoot common.Hash) (dataset.Tables, error) {
	list, err := dataset.ParseTables(b)
	if err != nil {
		return nil, errors.Join(ErrContent, err)
	}
	if got := list.ContentRoot(); got != contentRoot {
		return nil, fmt.Errorf("%w: the list of tables has content root %s", ErrContent, got)
	}
	return list, nil
}

func (s *Store) open(ctx context.Context, uri string) (io.ReadCloser, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return nil, fmt.Errorf("the place %q is no URL", uri)
	}
	switch u.Scheme {
	case "", "file":
		if u.Host != "" && u.Host != "localhost" {
			return nil, fmt.Errorf("the place %q is on another machine; use an https URL", uri)
		}
		if u.RawQuery != "" || u.Fragment != "" {
			return nil, fmt.Errorf("the place %q is no path: it has a query or a fragment", uri)
		}
		return openRegular(u.Path)
	case "http", "https":
		rq, err := http.NewRequestWithContext(ctx, http.MethodGet, uri, nil)
		if err != nil {
			return nil, err
		}
		resp, err := s.Client.Do(rq)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusOK {
			resp.Body.Close()
			return nil, fmt.Errorf("%s answered %s", u.Host, resp.Status)
		}
		return resp.Body, nil
	default:
		return nil, fmt.Errorf("the place %q is neither a path nor an http URL", uri)
	}
}

// openRegular opens a file and nothing else: custodians name places, and a pipe or a device could hold a worker up for
// ever.
func openRegular(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(fmt.Errorf("%s is no file", path), err, f.Close())
	}
	return f, nil
}

// Hash returns the SHA-256 of a file, by which the store knows it.
func Hash(path string) (common.Hash, error) {
	sum, err := hashFile(path)
	if err != nil {
		return common.Hash{}, fmt.Errorf("hashing %s: %w", path, err)
	}
	return sum, nil
}

func hashFile(path string) (common.Hash, error) {
	f, err := openRegular(path)
	if err != nil {
		return common.Hash{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return common.Hash{}, err
	}
	return common.BytesToHash(h.Sum(nil)), nil
}
