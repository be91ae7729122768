package jobs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
)

// parrot stands between a worker and its broker, and can answer with what the broker has said before.
type parrot struct {
	*httptest.Server

	mu   sync.Mutex
	said map[string][][]byte // by path, in order
	kept map[string][]byte   // what it answers itself
	told int                 // how often it has
	// refuses is the code of a refusal that it answers to requests for keys; empty for none.
	refuses release.Code
}

func startParrot(t testing.TB, broker string) *parrot {
	t.Helper()
	p := &parrot{said: make(map[string][][]byte)}
	proxy := httputil.NewSingleHostReverseProxy(must(url.Parse(broker))(t))
	proxy.ModifyResponse = func(r *http.Response) error {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		if r.StatusCode == http.StatusOK {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.said[r.Request.URL.Path] = append(p.said[r.Request.URL.Path], body)
		}
		return nil
	}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		own, status := p.kept[r.URL.Path], http.StatusOK
		if p.refuses != "" && r.URL.Path == release.ReleasePath {
			own, status = fmt.Appendf(nil, `{"code":%q,"detail":"so says somebody"}`, p.refuses), http.StatusForbidden
		}
		if own != nil {
			p.told++
		}
		p.mu.Unlock()
		if own == nil {
			proxy.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write(own)
	}))
	t.Cleanup(p.Close)
	return p
}

// last is what was said last on some paths.
func (p *parrot) last(paths ...string) map[string][]byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := make(map[string][]byte)
	for _, path := range paths {
		if n := len(p.said[path]); n > 0 {
			kept[path] = p.said[path][n-1]
		}
	}
	return kept
}

// repeat has it answer what was kept wherever it was kept, and pass everything else on.
func (p *parrot) repeat(kept map[string][]byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.told, p.kept, p.refuses = 0, kept, ""
}

// refuse has it refuse requests for keys.
func (p *parrot) refuse(code release.Code) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.told, p.refuses = 0, code
}

// times is how often it has answered by itself since repeat.
func (p *parrot) times() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.told
}

// TestStory_aKeyReleaseIsReplayed: what a broker said before opens nothing again: not for another job, not for another
// enclave, not for the same job once more, whether the challenge is a new one or the old one comes with it. An old
// release could tell the worker of an old round, and hide what has happened since.
func TestStory_aKeyReleaseIsReplayed(t *testing.T) {
	t.Parallel()
	const people = 10
	s := newStudy(t, stories.Shared(t), setting{people: people})
	log := s.keepLog(t)
	b := s.startBroker(t, brokerOptions{})
	p := startParrot(t, b.url)
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: p.URL, step: d.step})
	s.end(t, s.ask(t, wanted{}), job.Done) // there is something to repeat

	said := map[string][]string{
		"to a new challenge":     {release.ReleasePath},
		"with the old challenge": {release.ReleasePath, release.ChallengePath},
	}
	// stops sees that the worker gets no further than to ask, and why, and that it goes on with a genuine answer.
	stops := func(t *testing.T, id common.Hash, logged, taken int) {
		t.Helper()
		const says = "opening the key of job"
		waitUntil(t, "the worker has heard it twice",
			func(context.Context) (bool, error) { return p.times() >= 2, nil })
		waitUntil(t, "the worker says "+says, func(context.Context) (bool, error) {
			return strings.Contains(log.String()[logged:], says), nil
		})
		if steps := w.took()[taken:]; slices.Contains(steps, atVerify) || slices.Contains(steps, atCharge) {
			t.Errorf("with an old answer the worker took the steps %v", steps)
		}
		s.checkNothing(t, id)
		p.repeat(nil)
	}
	t.Run("of another job", func(t *testing.T) {
		for name, paths := range said {
			t.Run(name, func(t *testing.T) {
				logged, taken := len(log.String()), len(w.took())
				d.once(atKey, func(*runningWorker, common.Hash) { p.repeat(p.last(paths...)) })
				id := s.ask(t, wanted{})
				stops(t, id, logged, taken)
				s.end(t, id, job.Done)
				s.checkUsed(t, id, all(people)...)
			})
		}
	})
	gone := 0 // so many have revoked
	t.Run("of the same job", func(t *testing.T) {
		for name, paths := range said {
			t.Run(name, func(t *testing.T) {
				// It is run again, and asks again: the enclave, its key and the job are the same.
				var logged, taken int
				who := gone
				gone++
				narrowed := d.once(atCharge, func(*runningWorker, common.Hash) { s.revoke(t, 2, who) })
				d.then(narrowed, atKey, func(w *runningWorker, _ common.Hash) {
					logged, taken = len(log.String()), len(w.took())
					p.repeat(p.last(paths...))
				})
				id := s.ask(t, wanted{})
				waitUntil(t, "the job is run again", func(context.Context) (bool, error) { return p.times() > 0, nil })
				stops(t, id, logged, taken)
				if j := s.end(t, id, job.Done); j.Reruns != 1 {
					t.Errorf("the job was run again %d times", j.Reruns)
				}
				s.checkUsed(t, id, all(people, all(gone)...)...)
			})
		}
	})
	t.Run("of another enclave", func(t *testing.T) {
		old := p.last(release.ReleasePath, release.ChallengePath)
		w.stop()
		d.always(nil)
		w = s.startWorker(t, workerOptions{broker: p.URL, step: d.step})
		for name, kept := range map[string]map[string][]byte{
			"to a new challenge":     {release.ReleasePath: old[release.ReleasePath]},
			"with the old challenge": old,
		} {
			t.Run(name, func(t *testing.T) {
				logged, taken := len(log.String()), len(w.took())
				d.once(atKey, func(*runningWorker, common.Hash) { p.repeat(kept) })
				id := s.ask(t, wanted{})
				stops(t, id, logged, taken)
				s.end(t, id, job.Done)
				s.checkUsed(t, id, all(people, all(gone)...)...)
			})
		}
	})
}

// TestStory_aReleaseIsHiddenBehindARefusal: a party between worker and broker passes the request on, so that the
// release is on record and the budget spent, keeps the key, and says that it was refused. The worker neither gives the
// job up nor loses its bond: the refusal is not the broker's, nor is one that the broker did sign for a request that
// was changed on its way.
func TestStory_aReleaseIsHiddenBehindARefusal(t *testing.T) {
	t.Parallel()
	const people, rho = 10, 100
	for name, forge := range map[string]func(genuine []byte) []byte{
		"unsigned": func([]byte) []byte {
			return []byte(
				`{"code":"cohort","detail":"7 subjects consent","round":"0"}`)
		},
		"of another request": func(genuine []byte) []byte { return genuine },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStudy(t, stories.Shared(t), setting{people: people})
			before := s.weigh(t)
			b := s.startBroker(t, brokerOptions{})
			thief := startThief(t, b.url, forge)
			s.startWorker(t, workerOptions{broker: thief.URL})
			id := s.ask(t, wanted{rho: rho})
			waitUntil(t, "three keys were kept from the worker",
				func(context.Context) (bool, error) { return thief.kept.Load() >= 3, nil })
			if j := s.job(t, id); j.State() != job.Claimed || j.ReleasedAt == 0 {
				t.Errorf("the job is %s, released at %d; want it claimed and released", j.State(), j.ReleasedAt)
			}
			thief.honest.Store(true)
			s.end(t, id, job.Done)
			s.checkSteps(t, id, usualSteps()...)
			s.checkUndisturbed(t, id, all(people)...)
			s.checkBudget(t, 0, rho)
			s.checkBalances(t, before)
		})
	}
}

// thief passes requests for keys on to a broker and answers with a refusal of its own making.
type thief struct {
	*httptest.Server
	kept   atomic.Int64
	honest atomic.Bool
}

// startThief starts one. forge makes its refusals of one that the broker did make: for the same request with another
// operator.
func startThief(t testing.TB, broker string, forge func(genuine []byte) []byte) *thief {
	t.Helper()
	th := new(thief)
	ask := func(body []byte) (int, []byte) {
		resp, err := http.Post(broker+release.ReleasePath, "application/json", bytes.NewReader(body))
		if err != nil {
			t.Error(err)
			return http.StatusServiceUnavailable, nil
		}
		defer resp.Body.Close()
		answer, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Error(err)
		}
		return resp.StatusCode, answer
	}
	proxy := httputil.NewSingleHostReverseProxy(must(url.Parse(broker))(t))
	th.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if th.honest.Load() || r.URL.Path != release.ReleasePath {
			proxy.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		var changed release.Request
		if err := json.Unmarshal(body, &changed); err != nil {
			t.Error(err)
		}
		changed.Operator = common.Address{1}
		_, genuine := ask(try(json.Marshal(changed))(t))
		if status, _ := ask(body); status == http.StatusOK {
			th.kept.Add(1)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusForbidden)
		_, _ = w.Write(forge(genuine))
	}))
	t.Cleanup(th.Close)
	return th
}

// TestStory_somebodyElseRefusesAKey: a refusal that the dataset's broker did not sign holds a job up and does nothing
// else, before the key release and after it, whatever its code.
func TestStory_somebodyElseRefusesAKey(t *testing.T) {
	t.Parallel()
	const people, rho = 10, 100
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	p := startParrot(t, b.url)
	d := newDirector()
	s.startWorker(t, workerOptions{broker: p.URL, step: d.step})
	refused := d.once(atKey, func(*runningWorker, common.Hash) { p.refuse(release.CodeRules) })
	id := s.ask(t, wanted{rho: rho})
	happened(t, refused)
	waitUntil(t, "the worker was refused three times",
		func(context.Context) (bool, error) { return p.times() >= 3, nil })
	b.checkDecisions(t, id)
	p.repeat(nil)
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
	s.checkUndisturbed(t, id, all(people)...)

	for i, code := range []release.Code{
		release.CodeStopped, release.CodeJob, release.CodeClaim, release.CodeWorker, release.CodeSimulated,
	} {
		narrowed := d.once(atCharge, func(*runningWorker, common.Hash) { s.revoke(t, 2, i) })
		refused := d.then(narrowed, atKey, func(*runningWorker, common.Hash) { p.refuse(code) })
		id := s.ask(t, wanted{rho: rho})
		happened(t, refused)
		waitUntil(t, "the worker was refused three times",
			func(context.Context) (bool, error) { return p.times() >= 3, nil })
		p.repeat(nil)
		s.end(t, id, job.Done)
		s.checkSteps(t, id, "posted", "approved", "claimed", "released", "rerun", "charged", "sealed", "done")
		s.checkUndisturbed(t, id, all(people, all(i+1)...)...)
	}
}
