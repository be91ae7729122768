package broker_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/tee"
)

// unwrapped is what a release gave.
func (w *world) unwrapped(wrapped []byte, nonce common.Hash, err error) release.Key {
	w.t.Helper()
	w.must(err)
	key, err := release.Unwrap(wrapped, w.keys.Decryption(), w.job, w.keys.Address(), nonce)
	w.must(err)
	return key
}

// withFile has a request name another file.
func withFile(f *release.File) func(*release.Request, *tee.Evidence) {
	return func(r *release.Request, _ *tee.Evidence) { r.File = f }
}

// of are the parameters of a job on a table.
func of(table string) []byte {
	return []byte(`{"format":"assent-query/1","measures":[{"op":"count"}],"table":"` + table + `"}`)
}

// withStanza puts stanzas before a header's last line.
func withStanza(header, footer []byte, stanzas [][]byte) []byte {
	return slices.Concat(bytes.TrimSuffix(header, footer), slices.Concat(stanzas...), footer)
}

// An enclave gets the key of the one file that its job reads, and none of another, whatever it asks with: the broker
// takes nothing but what its own view has the hash of. What it refuses changes nothing on chain.
func TestOneFileOnly(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	otherVersion, _ := w.pack(w.entry)
	foreignEntry, err := keyring.NewEntry("foreign", rand.Reader)
	w.must(err)
	foreign, _ := w.pack(foreignEntry)
	good := w.fileOf(w.public, table)
	relist := func(change func(l dataset.Tables)) []byte {
		list, err := dataset.ParseTables(good.Tables)
		w.must(err)
		change(list)
		b, err := list.Marshal()
		w.must(err)
		return b
	}
	lines := bytes.SplitAfter(good.Header, []byte("\n"))
	footer := lines[len(lines)-2]
	round := w.chain.Latest().Number
	for name, change := range map[string]func(f *release.File){
		"another version's header": func(f *release.File) { f.Header = w.header(otherVersion, table) },
		"another version's list":   func(f *release.File) { f.Tables = w.fileOf(otherVersion, table).Tables },
		"another version":          func(f *release.File) { *f = *w.fileOf(otherVersion, table) },
		"another dataset's header": func(f *release.File) { f.Header = w.header(foreign, table) },
		"another dataset":          func(f *release.File) { *f = *w.fileOf(foreign, table) },
		"another table's header":   func(f *release.File) { f.Header = w.header(w.public, otherTable) },
		"another table": func(f *release.File) {
			f.Header, f.Parameters = w.header(w.public, otherTable), of(otherTable)
		},
		"another table's parameters": func(f *release.File) { f.Parameters = of(otherTable) },
		"no parameters":              func(f *release.File) { f.Parameters = nil },
		"parameters that are none":   func(f *release.File) { f.Parameters = []byte("{") },
		"parameters without end": func(f *release.File) {
			f.Parameters = bytes.Repeat([]byte("1"), job.MaxParameters+1)
		},
		"no header":     func(f *release.File) { f.Header = nil },
		"a cut header":  func(f *release.File) { f.Header = f.Header[:len(f.Header)-1] },
		"half a header": func(f *release.File) { f.Header = f.Header[:len(f.Header)/2] },
		"a header and the file's nonce": func(f *release.File) {
			f.Header = append(bytes.Clone(f.Header), make([]byte, 16)...)
		},
		"a header without end": func(f *release.File) { f.Header = bytes.Repeat([]byte("x"), 1<<17) },
		"a header with one more stanza": func(f *release.File) {
			f.Header = withStanza(f.Header, footer, lines[1:len(lines)-2])
		},
		"a header with a foreign stanza": func(f *release.File) {
			f.Header = withStanza(f.Header, footer, [][]byte{[]byte("-> grease\n\n")})
		},
		"no list":            func(f *release.File) { f.Tables = nil },
		"a list without end": func(f *release.File) { f.Tables = bytes.Repeat([]byte(" "), 1<<17) },
		"a list that swaps headers": func(f *release.File) {
			f.Header = w.header(w.public, otherTable)
			f.Tables = relist(func(l dataset.Tables) { l[0].Header, l[1].Header = l[1].Header, l[0].Header })
		},
		"a list that names the other version's header": func(f *release.File) {
			f.Header = w.header(otherVersion, table)
			f.Tables = relist(func(l dataset.Tables) { l[1].Header = sha256.Sum256(f.Header) })
		},
	} {
		f := *good
		change(&f)
		if reflect.DeepEqual(f, *good) {
			t.Errorf("%s: the test changes nothing", name)
		}
		wrapped, _, err := w.ask(b, withFile(&f))
		if got := w.refused(err); got != release.CodeFile || wrapped != nil {
			t.Errorf("%s: refused with %q (%v), want %q", name, got, err, "file")
		}
		if e := w.last(); e.Granted || e.Reason != "file" {
			t.Errorf("%s: journal %+v", name, e)
		}
	}
	wrapped, _, err := w.ask(b, withFile(nil))
	if got := w.refused(err); got != release.CodeFile || wrapped != nil {
		t.Errorf("no file: refused with %q (%v)", got, err)
	}
	if w.chain.Latest().Number != round {
		t.Error("a refusal changed the chain")
	}

	// What it does get opens that file, and is not what opens the others.
	key := w.unwrapped(w.ask(b, nil))
	fileKey, err := vault.ParseFileKey(key.FileKey)
	w.must(err)
	for folder, tables := range map[string][]string{w.public: {table, otherTable}, otherVersion: {table, otherTable}} {
		for _, name := range tables {
			file, err := os.ReadFile(filepath.Join(folder, dataset.Table{Name: name}.DataFile()))
			w.must(err)
			_, err = vault.Open(bytes.NewReader(file), fileKey, sha256.Sum256(file))
			if opens := folder == w.public && name == table; (err == nil) != opens {
				t.Errorf("the key opens %s of %s: %v, want %v", name, folder, err, opens)
			}
		}
	}
	answer, err := json.Marshal(key)
	w.must(err)
	if bytes.Contains(answer, []byte("AGE-SECRET-KEY")) || strings.Contains(string(answer), w.entry.Identity) {
		t.Error("the identity left the broker")
	}
}

// A request is the enclave's with its file: who changes that on its way has nothing.
func TestAFileIsChangedOnItsWay(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	kept := w.fileOf(w.public, table)
	var signed release.Request
	_, _, err := w.ask(b, func(r *release.Request, e *tee.Evidence) {
		evidence, err := e.Marshal()
		w.must(err)
		r.Evidence, r.Nonce = evidence, common.Hash{1}
		w.must(r.Sign(w.client.MarketDomain(), w.keys.Signing()))
		signed = *r
		r.File = w.fileOf(w.public, otherTable)
	})
	if w.refused(err) != release.CodeSignature {
		t.Errorf("another header: %v", err)
	}
	signed.File = nil
	if _, err := b.Release(t.Context(), signed); w.refused(err) != release.CodeSignature {
		t.Errorf("no file: %v", err)
	}
	signed.File = kept
	if _, err := b.Release(t.Context(), signed); err != nil {
		t.Errorf("what the enclave asked: %v", err)
	}
	signed.File = w.fileOf(w.public, otherTable)
	if _, err := b.Release(t.Context(), signed); w.refused(err) != release.CodeNonce {
		t.Errorf("again, with another header: %v", err)
	}
}

// Who reads no rows gets the share alone: a successor that takes a job over, and one that only opens what was sealed.
func TestTheShareAlone(t *testing.T) {
	w := newWorld(t, options{})
	b := newBench(w, nil)
	open := worker.StepOpen
	b.holds.Store(&open)
	stop := b.run()
	b.says("Sealed a result")
	stop()
	if state := w.current().State(); state != job.Sealed {
		t.Fatalf("the job is %s", state)
	}
	share, err := w.entry.Share(w.story.Dataset, w.job)
	w.must(err)
	broker := w.broker()
	w.restart()
	for name, f := range map[string]*release.File{
		"no file": nil, "the job's": w.fileOf(w.public, table), "another": w.fileOf(w.public, otherTable), "none": {},
	} {
		key := w.unwrapped(w.ask(broker, withFile(f)))
		if key.FileKey != nil || key.UseSecret != nil || !bytes.Equal(key.Share, share) {
			t.Errorf("%s: of a sealed job came %d bytes of a file's key, %d of a use secret", name, len(key.FileKey),
				len(key.UseSecret))
		}
	}
}

// What is sealed while the broker looks again is read no more: the round by which the key leaves decides.
func TestTheShareAloneOnceSealed(t *testing.T) {
	w := newWorld(t, options{})
	b := newBench(w, nil)
	seal, open := worker.StepSeal, worker.StepOpen
	b.holds.Store(&seal)
	b.run()
	b.says("held " + seal)
	broker := w.broker()
	if key := w.unwrapped(w.ask(broker, nil)); key.FileKey == nil {
		t.Fatalf("no key came for a job that is %s", w.current().State())
	}
	w.beforeBlock = func() {
		w.beforeBlock = nil
		b.holds.Store(&open)
		b.tellNews()
		b.says("Sealed a result")
	}
	if key := w.unwrapped(w.ask(broker, nil)); key.FileKey != nil || len(key.Share) == 0 {
		t.Errorf("a key came for a job that is %s", w.current().State())
	}
}

func TestASuccessorTakesOverWithoutAFile(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	if key := w.unwrapped(w.ask(b, nil)); key.FileKey == nil {
		t.Fatal("no key came")
	}
	w.restart()
	if key := w.unwrapped(w.ask(b, withFile(nil))); key.FileKey != nil || key.UseSecret != nil || len(key.Share) == 0 {
		t.Error("more than the share came")
	}
	if w.current().Current() != w.keys.Address() {
		t.Error("the job was not handed over")
	}
	if key := w.unwrapped(w.ask(b, nil)); !bytes.Equal(key.FileKey, w.fileKey()) {
		t.Error("it does not get the file's key afterwards")
	}
}

// Parameters that name no table of the version go the way to the result that says so: with the first table's file, for
// worker and broker alike.
func TestTheFirstTableStandsIn(t *testing.T) {
	w := newWorld(t, options{})
	w.must(w.giveBack())
	odd := []byte(`{"format":"assent-query/1","measures":[{"op":"count"}],"table":"nowhere"}`)
	researcher := w.client.Account(w.researcher)
	key, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	w.job, err = w.story.Post(t.Context(), researcher, kind.Query, odd, job.Private, 1000, key)
	w.must(err)
	w.must(w.story.Approve(t.Context(), w.job))
	w.claimAgain()
	b := newBench(w, nil)
	b.run()
	b.says("Done with a job end=done")
}
