package fetch_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/protocol/dataset"
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
			f, err := s.Get(t.Context(), c.uri, root)
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
			path := read(t, f, content)
			before := asked
			if _, err := s.Get(t.Context(), c.uri, root); err != nil || asked != before {
				t.Errorf("a kept file was fetched again (%v)", err)
			}
			// A kept file that was changed on disk is fetched again.
			if err := os.WriteFile(path, content[1:], 0o600); err != nil {
				t.Fatal(err)
			}
			if f, err = s.Get(t.Context(), c.uri, root); err != nil {
				t.Fatal(err)
			}
			read(t, f, content)
			if got, err := fetch.Hash(path); err != nil || got != root {
				t.Errorf("hash %s, %v", got, err)
			}
		})
	}
}

// read checks what is in a file and returns its path.
func read(t *testing.T, f *fetch.File, want []byte) string {
	t.Helper()
	in, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if got, err := io.ReadAll(in); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("the file differs (%v)", err)
	}
	return in.Name()
}

func TestGet_keepsTheFolderWithinBounds(t *testing.T) {
	const size = 1000
	source, dir := t.TempDir(), filepath.Join(t.TempDir(), "cache")
	var (
		roots [5]common.Hash
		uris  [5]string
	)
	for i := range roots {
		content := bytes.Repeat([]byte{byte(i)}, size)
		roots[i], uris[i] = sha256.Sum256(content), filepath.Join(source, string(rune('a'+i)))
		if err := os.WriteFile(uris[i], content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	half := "." + strings.Repeat("ab", 32) + ".age123"
	for _, name := range []string{half, "not ours"} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, 10*size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	now := time.Unix(1_800_000_000, 0)
	s := &fetch.Store{Dir: dir, MaxSize: 1 << 20, MaxTotal: 3 * size,
		Now: func() time.Time { now = now.Add(time.Second); return now }}
	get := func(i int) *fetch.File {
		t.Helper()
		f, err := s.Get(t.Context(), uris[i], roots[i])
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	kept := func(want ...int) {
		t.Helper()
		var got []int
		for i, root := range roots {
			if _, err := os.Stat(filepath.Join(dir, root.Hex()[2:]+".age")); err == nil {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("the folder has %v, want %v", got, want)
		}
	}
	inUse := get(0)
	get(1).Close()
	get(2).Close()
	kept(0, 1, 2) // exactly the bound
	get(1).Close()
	get(3).Close()
	kept(0, 1, 3) // 0 is older than 2 but in use, and 1 was used since
	again := get(0)
	inUse.Close()
	inUse.Close() // closing twice is closing once
	get(4).Close()
	get(2).Close()
	kept(0, 2, 4)
	again.Close()
	get(1).Close()
	kept(1, 2, 4)
	get(3).Close()
	get(0).Close()
	kept(0, 1, 3)
	if _, err := os.Stat(filepath.Join(dir, half)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a crash left is still there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "not ours")); err != nil {
		t.Error(err)
	}

	// A file that is larger than the bound is kept for as long as it is used.
	s.MaxTotal = size / 2
	large := get(2)
	kept(2)
	large.Close()
	get(1).Close()
	kept(1) // which was in use when there was room to make
}

var errAny = errors.New("any error")

// TestTables takes a list of tables only as the chain records it, from the place and from the disk alike.
func TestTables(t *testing.T) {
	list := dataset.Tables{
		{Name: "people", Content: common.Hash{1}, Header: common.Hash{6}, Schema: common.Hash{2},
			Roster: common.Hash{5}},
		{Name: "visits", Content: common.Hash{3}, Header: common.Hash{7}, Schema: common.Hash{4},
			Roster: common.Hash{5}},
	}
	good, err := list.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	at := filepath.Join(folder, dataset.TablesFile)
	write := func(path string, b []byte) {
		t.Helper()
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := &fetch.Store{Dir: filepath.Join(t.TempDir(), "cache"), MaxSize: 1 << 20}
	for name, bad := range map[string][]byte{
		"another list": bytes.Replace(good, []byte("visits"), []byte("wisits"), 1), "no list": []byte("{}"),
		"too long": bytes.Repeat([]byte(" "), 1<<20),
	} {
		write(at, bad)
		if _, err := s.Tables(t.Context(), folder, list.ContentRoot()); !errors.Is(err, fetch.ErrContent) {
			t.Errorf("%s: %v", name, err)
		}
	}
	write(at, good)
	for range 2 { // from the place, and then from the disk
		got, err := s.Tables(t.Context(), folder+"/", list.ContentRoot())
		if err != nil || !slices.Equal(got, list) {
			t.Fatalf("%+v, %v", got, err)
		}
		if err := os.Remove(at); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(s.Dir, "*"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept %v, %v", kept, err)
	}
	write(kept[0], bytes.Replace(good, []byte("visits"), []byte("wisits"), 1))
	if _, err := s.Tables(t.Context(), folder, list.ContentRoot()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a kept list that was changed: %v", err)
	}
	// The host puts a pipe in its place, which never ends.
	if err := errors.Join(os.Remove(kept[0]), syscall.Mkfifo(kept[0], 0o600)); err != nil {
		t.Fatal(err)
	}
	write(at, good)
	if got, err := s.Tables(t.Context(), folder, list.ContentRoot()); err != nil || !slices.Equal(got, list) {
		t.Errorf("a pipe in place of the kept list: %+v, %v", got, err)
	}
	if b, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(b, good) {
		t.Errorf("the pipe was not replaced: %q, %v", b, err)
	}
}

// TestSchema takes a table's schema only as the list of tables names it, from the place and from the disk alike.
func TestSchema(t *testing.T) {
	good := []byte(`{"title":"a schema"}`)
	table := dataset.Table{Name: "people", Schema: crypto.Keccak256Hash(good)}
	folder := t.TempDir()
	at := filepath.Join(folder, table.SchemaFile())
	write := func(path string, b []byte) {
		t.Helper()
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := &fetch.Store{Dir: filepath.Join(t.TempDir(), "cache"), MaxSize: 1 << 20, MaxTotal: 1 << 20}
	if _, err := s.Schema(t.Context(), folder, table); err == nil {
		t.Error("a schema that is not there is taken")
	}
	for name, bad := range map[string][]byte{
		"another schema": append([]byte(" "), good...), "nothing": nil, "too long": bytes.Repeat([]byte(" "), 9<<20),
	} {
		write(at, bad)
		if _, err := s.Schema(t.Context(), folder, table); !errors.Is(err, fetch.ErrContent) {
			t.Errorf("%s: %v", name, err)
		}
	}
	write(at, good)
	for range 2 { // from the place, and then from the disk
		got, err := s.Schema(t.Context(), folder+"/", table)
		if err != nil || !bytes.Equal(got, good) {
			t.Fatalf("%s, %v", got, err)
		}
		if err := os.RemoveAll(at); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(s.Dir, "*"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("the store has %v, %v", kept, err)
	}
	write(kept[0], []byte("changed"))
	if _, err := s.Schema(t.Context(), folder, table); err == nil {
		t.Error("a schema that was changed on the disk is taken")
	}
}
