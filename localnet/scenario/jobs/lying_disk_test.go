package jobs_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/schema"
)

// workerEnds runs a worker that has to end by itself before it is registered, and returns why.
func (s *study) workerEnds(t testing.TB, dir string, now func() time.Time) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	c := s.station(t, "worker", dir, "", s.operator)
	c.Now = now
	return operate.RunWorker(ctx, operate.WorkerConfig{
		Config: c, Simulated: s.simulated, Program: s.program, Random: rand.Reader, Life: time.Hour,
		Started: func(common.Address) {
			t.Error("the worker has started")
			cancel()
		},
	})
}

// brokerEnds is workerEnds for a broker.
func (s *study) brokerEnds(t testing.TB, dir string, now func() time.Time) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	c := s.station(t, "broker", dir, "", s.brokerKey)
	c.Now = now
	return operate.RunBroker(ctx, operate.BrokerConfig{
		Config: c, Keys: s.keys, Journal: filepath.Join(dir, "journal"), Listen: "127.0.0.1:0", Random: rand.Reader,
		Started: func(string) {
			t.Error("the broker has started")
			cancel()
		},
	})
}

// bent writes a file anew with one bit changed in the middle of each of some parts in turn, and restores it at the end.
func bent(t testing.TB, path string, parts int, with func(part int)) {
	t.Helper()
	honest := must(os.ReadFile(path))(t)
	for i := range parts {
		changed := bytes.Clone(honest)
		changed[len(changed)*(2*i+1)/(2*parts)] ^= 1
		put(t, path, changed)
		with(i)
	}
	put(t, path, honest)
}

func put(t testing.TB, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Error(err)
	}
}

// TestStory_theWorkersDiskLies: who has the worker's disk can have it start over, or not at all. What was verified
// before is verified again from the trust root, jobs are looked up on chain, and of a dataset file every byte is hashed
// as it is read.
func TestStory_theWorkersDiskLies(t *testing.T) {
	t.Parallel()
	const people, rho = 10, 100
	s := newStudy(t, stories.Shared(t), setting{people: people})
	log := s.keepLog(t)
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	with := workerOptions{broker: b.url, step: d.step}
	dir := filepath.Join(s.dir, "worker")
	trust, jobs := filepath.Join(dir, "trust.json"), filepath.Join(dir, "jobs.json")
	var spent uint64
	does := func(t *testing.T) common.Hash {
		t.Helper()
		id := s.ask(t, wanted{rho: rho})
		s.end(t, id, job.Done)
		spent += rho
		return id
	}
	w := s.startWorker(t, with)
	old := map[string][]byte{trust: must(os.ReadFile(trust))(t), jobs: must(os.ReadFile(jobs))(t)}
	first := does(t)
	w.stop()

	t.Run("its view of the chain is damaged", func(t *testing.T) {
		bent(t, trust, 8, func(part int) {
			if err := s.workerEnds(t, dir, time.Now); err == nil ||
				!strings.Contains(err.Error(), "stored trust state") {
				t.Errorf("part %d: the worker ended with %v, want that its stored trust state is at fault", part, err)
			}
		})
	})
	t.Run("its view and its memory are set back", func(t *testing.T) {
		for path, content := range old {
			put(t, path, content)
		}
		w := s.startWorker(t, with)
		does(t)
		s.checkSteps(t, first, usualSteps()...) // which it has found again, and has done nothing about
		s.checkBudget(t, 0, spent)
		w.stop()
	})
	t.Run("its memory is damaged", func(t *testing.T) {
		bent(t, jobs, 3, func(part int) {
			w := s.startWorker(t, with) // it searches again
			does(t)
			w.stop()
		})
		for _, next := range []uint64{s.began, math.MaxUint64} {
			put(t, jobs, fmt.Appendf(nil, `{"nextRound":"%d","jobs":[%q,%q],"enclaves":[%q]}`, next, first,
				common.Hash{1}, common.Address{1}))
			w := s.startWorker(t, with)
			does(t)
			s.checkSteps(t, first, usualSteps()...)
			s.checkBudget(t, 0, spent)
			w.stop()
		}
	})
	t.Run("its dataset file is another", func(t *testing.T) {
		w := s.startWorker(t, with)
		honest := must(os.ReadFile(s.cached(t, dir)))(t)
		// Another version, sealed for the same dataset key: it has a file key of its own.
		other := s.sealed(t, strings.Replace(s.table, "person 0,1,", "person 0,3,", 1))
		for name, c := range map[string]struct {
			change func(path string) error
			says   string
		}{
			"an older version of it": {func(path string) error { return os.WriteFile(path, other, 0o600) },
				vault.ErrWrongKey.Error()},
			"damaged": {func(path string) error {
				changed := bytes.Clone(honest)
				changed[len(changed)-20] ^= 1 // in the last part, as there is but one
				return os.WriteFile(path, changed, 0o600)
			}, vault.ErrTruncated.Error()},
			"longer": {func(path string) error { return os.WriteFile(path, append(bytes.Clone(honest), 0), 0o600) },
				vault.ErrTruncated.Error()},
			"cut off": {func(path string) error { return os.WriteFile(path, honest[:len(honest)/2], 0o600) },
				vault.ErrTruncated.Error()},
			"gone": {os.Remove, "no such file"},
			"a pipe": {func(path string) error { return errors.Join(os.Remove(path), syscall.Mkfifo(path, 0o600)) },
				"is no file"},
		} {
			t.Run(name, func(t *testing.T) {
				logged, taken := len(log.String()), len(w.took())
				// The worker has looked at the file, and is about to open it.
				changed := d.once(atVerify, func(*runningWorker,
					common.Hash) {
					try(true, c.change(s.cached(t, dir)))(t)
				})
				id := s.ask(t, wanted{})
				happened(t, changed)
				s.end(t, id, job.Done)
				s.checkUsed(t, id, all(people)...)
				if !strings.Contains(log.String()[logged:], c.says) {
					t.Errorf("the worker does not say %q", c.says)
				}
				// It has asked for the key again, and has not gone on with what it had.
				if steps := w.took()[taken:]; slices.Index(steps, atCharge) < lastIndex(steps, atVerify) {
					t.Errorf("the worker took the steps %v", steps)
				}
			})
		}
	})
}

func lastIndex(steps []string, step string) int {
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i] == step {
			return i
		}
	}
	return -1
}

// cached is the path of the dataset's one file in a worker's folder.
func (s *study) cached(t testing.TB, dir string) string {
	t.Helper()
	files := try(filepath.Glob(filepath.Join(dir, "datasets", "*.age")))(t)
	if len(files) != 1 {
		t.Fatalf("the worker keeps the files %v, want one", files)
	}
	return files[0]
}

// sealed is a table, sealed as the study's own is.
func (s *study) sealed(t testing.TB, table string) []byte {
	t.Helper()
	var out bytes.Buffer
	must(vault.Pack(&out, strings.NewReader(table), vault.PackConfig{
		Schema: must(schema.Parse([]byte(s.schema)))(t), Pseudonym: s.Roster.Pseudonym, Roster: s.Roster.Entries(),
		Recipients: []string{must(s.entry.Recipient())(t)},
	}))(t)
	return out.Bytes()
}

// TestStory_theBrokersDiskLies: who has the custodian's disk can stop the broker. It cannot have one dataset's key
// given for another's, nor change what the journal says of the past.
func TestStory_theBrokersDiskLies(t *testing.T) {
	t.Parallel()
	const rho = 100
	s := newStudy(t, stories.Shared(t), setting{})
	log := s.keepLog(t)
	dir := filepath.Join(s.dir, "broker")
	b := s.startBroker(t, brokerOptions{dir: dir})
	d := newDirector()
	address := strings.TrimPrefix(b.url, "http://")
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	for range 3 {
		s.end(t, s.ask(t, wanted{rho: rho}), job.Done)
	}
	b.stop()

	t.Run("its journal is changed", func(t *testing.T) {
		honest := must(os.ReadFile(b.journal))(t)
		lines := bytes.SplitAfter(honest, []byte("\n"))
		if len(lines) != 4 { // the last is empty
			t.Fatalf("the journal has %d lines", len(lines)-1)
		}
		for name, content := range map[string][]byte{
			"a line says something else": bytes.Replace(honest, []byte(`"granted":true`), []byte(`"granted":false`), 1),
			"a line is gone":             slices.Concat(lines[0], lines[2]),
			"the first line is gone":     slices.Concat(lines[1], lines[2]),
			"two lines have swapped":     slices.Concat(lines[0], lines[2], lines[1]),
			"a line is there twice":      slices.Concat(lines[0], lines[1], lines[1], lines[2]),
		} {
			put(t, b.journal, content)
			if err := s.brokerEnds(t, dir, time.Now); !errors.Is(err, journal.ErrBroken) {
				t.Errorf("%s: the broker ended with %v, want %v", name, err, journal.ErrBroken)
			}
			if got := must(os.ReadFile(b.journal))(t); !bytes.Equal(got, content) {
				t.Errorf("%s: the broker has changed it", name)
			}
		}
		put(t, b.journal, honest)
	})
	t.Run("its view of the chain is damaged", func(t *testing.T) {
		bent(t, filepath.Join(dir, "trust.json"), 8, func(part int) {
			if err := s.brokerEnds(t, dir, time.Now); err == nil ||
				!strings.Contains(err.Error(), "stored trust state") {
				t.Errorf("part %d: the broker ended with %v, want that its stored trust state is at fault", part, err)
			}
		})
	})

	// The key of another dataset of the same custodian, which only workers that its policy accepts may have.
	strict := common.Hash{1}
	if err := s.keys.Put(strict, must(keyring.NewEntry("another", rand.Reader))(t), false); err != nil {
		t.Fatal(err)
	}
	file := func(dataset common.Hash) string { return filepath.Join(s.dir, "keys", dataset.Hex()[2:]+".age") }
	b = s.startBroker(t, brokerOptions{dir: dir, listen: address})
	spent := uint64(3 * rho)
	for name, c := range map[string]struct {
		content []byte
		says    string
	}{
		"its key is another dataset's": {must(os.ReadFile(file(strict)))(t), keyring.ErrSwapped.Error()},
		"its key is damaged":           {make([]byte, 300), "keyring: decrypting"},
	} {
		t.Run(name, func(t *testing.T) {
			honest := must(os.ReadFile(file(s.Dataset)))(t)
			logged := len(log.String())
			changed := d.once(atKey, func(*runningWorker, common.Hash) { put(t, file(s.Dataset), c.content) })
			id := s.ask(t, wanted{rho: rho})
			happened(t, changed)
			waitUntil(t, "the broker says why it does not decide", func(context.Context) (bool, error) {
				return strings.Contains(log.String()[logged:], c.says), nil
			})
			if h := s.historyOf(t, id); slices.Contains(h.steps, "released") {
				t.Errorf("the job was %v while the key was wrong", h.steps)
			}
			s.checkBudget(t, 0, spent)
			put(t, file(s.Dataset), honest)
			s.end(t, id, job.Done)
			spent += rho
			s.checkSteps(t, id, usualSteps()...)
			b.checkDecisions(t, id, "released")
		})
	}
}
