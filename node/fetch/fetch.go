// Package fetch brings dataset files from wherever custodians keep them.
//
// A file is known by its content root, the SHA-256 of its bytes, which the chain records. Nothing is believed of a place
// but that: what arrives is hashed before anyone opens it, and kept in a folder under its content root.
package fetch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"syscall"

	"github.com/ethereum/go-ethereum/common"
)

// ErrContent says that a place holds another file than the chain records, or a truncated one.
var ErrContent = errors.New("the file is not the one that the chain records")

// DataFile is the name of the sealed data in the folder that a dataset version's URI names.
const DataFile = "data.age"

// Store fetches files and keeps them in a folder.
type Store struct {
	Dir    string
	Client *http.Client
	// MaxSize bounds a file in bytes.
	MaxSize int64
}

// Get returns the path of the file with the given content root, fetching it from uri when it is not here yet. A uri is a
// path, a file: URL, or an http: or https: URL. The caller opens the path for reading only.
func (s *Store) Get(ctx context.Context, uri string, contentRoot common.Hash) (string, error) {
	path := filepath.Join(s.Dir, contentRoot.Hex()[2:]+".age")
	if sum, err := hashFile(path); err == nil && sum == contentRoot {
		return path, nil
	}
	source, err := s.open(ctx, uri)
	if err != nil {
		return "", fmt.Errorf("fetching dataset file %s: %w", contentRoot, err)
	}
	defer source.Close()
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return "", fmt.Errorf("keeping dataset file %s: %w", contentRoot, err)
	}
	f, err := os.CreateTemp(s.Dir, ".fetch-*")
	if err != nil {
		return "", fmt.Errorf("keeping dataset file %s: %w", contentRoot, err)
	}
	defer os.Remove(f.Name()) //nolint:errcheck // gone already when the rename worked
	h := sha256.New()
	n, err := io.Copy(io.MultiWriter(f, h), io.LimitReader(source, s.MaxSize+1))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", fmt.Errorf("fetching dataset file %s: %w", contentRoot, err)
	}
	if n > s.MaxSize {
		return "", fmt.Errorf("fetching dataset file %s: it is larger than %d bytes", contentRoot, s.MaxSize)
	}
	if got := common.BytesToHash(h.Sum(nil)); got != contentRoot {
		return "", fmt.Errorf("fetching dataset file %s: %w: %d bytes with hash %s", contentRoot, ErrContent, n, got)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return "", fmt.Errorf("keeping dataset file %s: %w", contentRoot, err)
	}
	return path, nil
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

// openRegular opens a file and nothing else: custodians name places, and a pipe or a device could hold a worker up for ever.
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

// Hash returns the content root of a file.
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
