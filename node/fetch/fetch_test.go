package fetch_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/fetch"
)

func TestGet(t *testing.T) {
	content := bytes.Repeat([]byte("sealed"), 1000)
	root := common.Hash(sha256.Sum256(content))
	var asked int
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		switch r.URL.Path {
		case "/good":
			w.Write(content)
		case "/cut":
			w.Write(content[:100])
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	local := filepath.Join(t.TempDir(), "d.age")
	if err := os.WriteFile(local, content, 0o600); err != nil {
		t.Fatal(err)
	}

	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		uri  string
		max  int64
		want error // nil: the file arrives; errAny: some error
	}{
		"http":              {server.URL + "/good", 1 << 20, nil},
		"a path":            {local, 1 << 20, nil},
		"a file URL":        {"file://" + local, 1 << 20, nil},
		"exactly the limit": {local, int64(len(content)), nil},
		"over the limit":    {local, int64(len(content)) - 1, errAny},
		"truncated":         {server.URL + "/cut", 1 << 20, fetch.ErrContent},
		"missing":           {server.URL + "/none", 1 << 20, errAny},
		"no such path":      {local + "x", 1 << 20, os.ErrNotExist},
		"a pipe":            {pipe, 1 << 20, errAny},
		"a device":          {"/dev/zero", 1 << 20, errAny},
		"a folder":          {filepath.Dir(local), 1 << 20, errAny},
		"a query":           {local + "?x=/data.age", 1 << 20, errAny},
		"another scheme":    {"ftp://h/x", 1 << 20, errAny},
	} {
		t.Run(name, func(t *testing.T) {
			s := &fetch.Store{Dir: filepath.Join(t.TempDir(), "cache"), Client: server.Client(), MaxSize: c.max}
			path, err := s.Get(t.Context(), c.uri, root)
			switch {
			case c.want == nil && err != nil:
				t.Fatal(err)
			case c.want != nil && (err == nil || (c.want != errAny && !errors.Is(err, c.want))):
				t.Fatalf("got %v, want %v", err, c.want)
			case c.want != nil:
				if left, _ := os.ReadDir(s.Dir); len(left) != 0 {
					t.Errorf("%d files are left behind", len(left))
				}
				return
			}
			got, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(got, content) {
				t.Fatalf("the file differs (%v)", err)
			}
			before := asked
			if _, err := s.Get(t.Context(), c.uri, root); err != nil || asked != before {
				t.Errorf("a kept file was fetched again (%v)", err)
			}
			// A kept file that was changed on disk is fetched again.
			if err := os.WriteFile(path, content[1:], 0o600); err != nil {
				t.Fatal(err)
			}
			if path, err = s.Get(t.Context(), c.uri, root); err != nil {
				t.Fatal(err)
			}
			if got, err := fetch.Hash(path); err != nil || got != root {
				t.Errorf("hash %s, %v", got, err)
			}
		})
	}
}

var errAny = errors.New("any error")
