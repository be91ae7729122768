package uses_test

import (
	"bytes"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/uses"
	"github.com/assent-network/assent/protocol/use"
)

// world is a charged job with its list: so many people are live, of whom the odd ones have no row. The last person is
// not live.
type world struct {
	charge     use.Charge
	list       *use.List
	keys       []*use.Key
	pseudonyms []common.Address
	tags       []use.Tag
}

func newWorld(t testing.TB, job byte, people int) *world {
	t.Helper()
	w := &world{charge: use.Charge{
		Job: common.Hash{job}, Version: use.Version{Dataset: common.Hash{9}, Number: 1}, LiveSubjects: uint32(people),
	}}
	e, err := use.NewEnclave(bytes.Repeat([]byte{7}, 32), w.charge.Version)
	if err != nil {
		t.Fatal(err)
	}
	w.charge.ProofKey = e.Public()
	for i := range people + 1 {
		uniform := sha512.Sum512(binary.BigEndian.AppendUint32([]byte("person"), uint32(i)))
		key, err := use.NewKey(uniform[:])
		if err != nil {
			t.Fatal(err)
		}
		pseudonym := common.BytesToAddress(binary.BigEndian.AppendUint32(nil, uint32(i+1)))
		w.keys, w.pseudonyms = append(w.keys, key), append(w.pseudonyms, pseudonym)
		if i == people {
			break
		}
		if !w.used(i) {
			w.tags = append(w.tags, e.Fill(w.charge.Job, pseudonym))
			continue
		}
		k, err := e.TagKey(pseudonym, key.Public())
		if err != nil {
			t.Fatal(err)
		}
		w.tags = append(w.tags, k.Tag(w.charge.Job))
	}
	w.list = list(t, w.charge.Job, w.tags)
	w.charge.SubjectsRoot = w.list.Root()
	return w
}

func (w *world) used(i int) bool { return i%2 == 0 && i < int(w.charge.LiveSubjects) }

func list(t testing.TB, job common.Hash, tags []use.Tag) *use.List {
	t.Helper()
	l, err := use.NewList(job, slices.Clone(tags))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// folder is a place that shows a file as a job's list.
func folder(t testing.TB, job common.Hash, file []byte) uses.Place {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, use.FileName(job)), file, 0o644); err != nil {
		t.Fatal(err)
	}
	return open(t, dir)
}

func open(t testing.TB, name string) uses.Place {
	t.Helper()
	p, err := uses.Open(name, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Everyone learns the truth, of a list in one bucket and in several, and what they show of it verifies by itself.
func TestLook(t *testing.T) {
	for _, people := range []int{9, 1500} {
		w := newWorld(t, 1, people)
		l, err := uses.Find(t.Context(), []uses.Place{folder(t, w.charge.Job, w.list.Encode())}, w.charge)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range []int{0, 1, 2, people - 1, people} {
			proof, used, err := uses.Look(l, w.charge, w.keys[i], w.pseudonyms[i])
			if err != nil || used != w.used(i) {
				t.Errorf("person %d of %d: used %v, %v", i, people, used, err)
			}
			if again, err := w.keys[i].Verify(w.charge, w.pseudonyms[i], proof); err != nil || again != used {
				t.Errorf("person %d of %d: the proof says used %v, %v", i, people, again, err)
			}
		}
		// Another's key, or the same under another pseudonym, was not used.
		if _, used, err := uses.Look(l, w.charge, w.keys[0], w.pseudonyms[2]); err != nil || used {
			t.Errorf("a key under another pseudonym: used %v, %v", used, err)
		}
	}
}

// Forged lists: nothing but what was charged counts, and each is told from a list that is not there.
func TestFind_refusesForgedLists(t *testing.T) {
	w, other := newWorld(t, 1, 1500), newWorld(t, 2, 1500)
	good := w.list.Encode()
	job := w.charge.Job
	relabelled := bytes.Clone(other.list.Encode())
	copy(relabelled[bytes.Index(relabelled, other.charge.Job[:]):], job[:])
	var inFirst []use.Tag // a bucket left out: the tags of the upper half
	for _, tag := range w.tags {
		if tag[0] < 0x80 {
			inFirst = append(inFirst, tag)
		}
	}
	swapped := slices.Clone(w.tags)
	swapped[0] = use.Tag{1, 2, 3} // the person's own tag for another
	for name, file := range map[string][]byte{
		"another job's":                other.list.Encode(),
		"another job's, by this name":  relabelled,
		"a bucket left out":            list(t, job, inFirst).Encode(),
		"a tag taken away":             list(t, job, w.tags[1:]).Encode(),
		"a tag added":                  list(t, job, append(slices.Clone(w.tags), use.Tag{5})).Encode(),
		"a person's tag for another's": list(t, job, swapped).Encode(),
		"cut short":                    good[:len(good)-1],
		"a byte too many":              append(bytes.Clone(good), 0),
		"a bit changed":                append(bytes.Clone(good[:len(good)-1]), good[len(good)-1]^1),
		"nothing":                      {},
		"a page":                       []byte("<html>no such file</html>"),
	} {
		bad := folder(t, job, file)
		_, err := uses.Find(t.Context(), []uses.Place{bad}, w.charge)
		if !errors.Is(err, uses.ErrOtherList) || errors.Is(err, uses.ErrNotShown) {
			t.Errorf("%s: %v, want ErrOtherList", name, err)
		}
		// It hinders no other place.
		l, err := uses.Find(t.Context(), []uses.Place{bad, folder(t, job, good)}, w.charge)
		if err != nil || l.Root() != w.charge.SubjectsRoot {
			t.Errorf("%s, and the right one elsewhere: %v", name, err)
		}
	}
	// A charge of another enclave's key: the list is the one that was charged, and by it no row was used.
	e, err := use.NewEnclave(bytes.Repeat([]byte{8}, 32), w.charge.Version)
	if err != nil {
		t.Fatal(err)
	}
	wrong := w.charge
	wrong.ProofKey = e.Public()
	if _, used, err := uses.Look(w.list, wrong, w.keys[0], w.pseudonyms[0]); err != nil || used {
		t.Errorf("with another E: used %v, %v", used, err)
	}
	wrong.ProofKey = use.Point{1}
	if _, _, err := uses.Look(w.list, wrong, w.keys[0], w.pseudonyms[0]); !errors.Is(err, use.ErrPoint) {
		t.Errorf("with an E that is no key: %v", err)
	}
	many := w.charge
	many.LiveSubjects = use.MaxTags + 1
	if _, err := uses.Find(t.Context(), nil, many); !errors.Is(err, uses.ErrOtherList) {
		t.Errorf("more live subjects than a list may have: %v", err)
	}
}

func TestFind_notShown(t *testing.T) {
	w := newWorld(t, 1, 4)
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	_, err := uses.Find(t.Context(), []uses.Place{open(t, t.TempDir()), open(t, server.URL)}, w.charge)
	if !errors.Is(err, uses.ErrNotShown) || errors.Is(err, uses.ErrOtherList) {
		t.Errorf("nothing anywhere: %v", err)
	}
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
	}))
	defer broken.Close()
	_, err = uses.Find(t.Context(), []uses.Place{open(t, broken.URL)}, w.charge)
	if err == nil || errors.Is(err, uses.ErrNotShown) || errors.Is(err, uses.ErrOtherList) ||
		errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a site that fails: %v", err)
	}
}

// A site cannot tell who asks: the requests are the same for all people and all outcomes.
func TestFind_asksTheSameForEverybody(t *testing.T) {
	w := newWorld(t, 1, 1500)
	var mu sync.Mutex
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		var head bytes.Buffer
		if err := r.Header.Write(&head); err != nil {
			t.Error(err)
		}
		asked = append(asked, r.Method+" "+r.URL.String()+"\n"+head.String())
		if _, err := rw.Write(w.list.Encode()); err != nil {
			t.Error(err)
		}
	}))
	defer server.Close()
	site := open(t, server.URL+"/lists/")
	for i := range 4 {
		l, err := uses.Find(t.Context(), []uses.Place{site}, w.charge)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := uses.Look(l, w.charge, w.keys[i], w.pseudonyms[i]); err != nil {
			t.Fatal(err)
		}
	}
	if len(asked) != 4 || len(slices.Compact(slices.Clone(asked))) != 1 {
		t.Errorf("four people asked %q", asked)
	}
	if want := "GET /lists/" + use.FileName(w.charge.Job) + "\n"; !bytes.HasPrefix([]byte(asked[0]), []byte(want)) {
		t.Errorf("asked %q, want %q", asked[0], want)
	}
}

func TestOpen(t *testing.T) {
	for _, bad := range []string{"http://", "https://host/path?who=me", "https://host/#me", "http://%zz/"} {
		if _, err := uses.Open(bad, http.DefaultClient); err == nil {
			t.Errorf("%q is taken for a site", bad)
		}
	}
}
