package jobs_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_theBrokerIsAbsent: no worker claims a job whose key no broker would give. A claim to which no key came
// returns at the price of a lapse when its time is over, and the job is done when the broker is back.
func TestStory_theBrokerIsAbsent(t *testing.T) {
	t.Parallel()
	const rho = 30
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) { p.ClaimTimeout = 20 }})
	before := s.weigh(t)
	b := s.startBroker(t, brokerOptions{})
	address := strings.TrimPrefix(b.url, "http://")
	b.stop()
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	id := s.ask(t, wanted{rho: rho})
	s.waitsFor(t, id, 5)
	b = s.startBroker(t, brokerOptions{listen: address})
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
	s.checkBudget(t, 0, rho)

	gone := d.once(atKey, func(*runningWorker, common.Hash) { b.stop() })
	id = s.ask(t, wanted{rho: rho})
	happened(t, gone)
	s.waitStep(t, id, lapsed)
	s.checkBudget(t, 0, rho)
	b = s.startBroker(t, brokerOptions{listen: address})
	s.end(t, id, job.Done)
	s.checkSteps(t, id, "posted", "approved", "claimed", lapsed, "claimed", "released", "charged", "sealed", "done")
	s.checkBudget(t, 0, 2*rho)
	b.checkDecisions(t, id, "released")
	s.checkBalances(t, before)
}

// TestStory_somebodyElseAnswersForTheBroker: who stands between worker and broker can hold a job up until the claim is
// over, and can do nothing else.
func TestStory_somebodyElseAnswersForTheBroker(t *testing.T) {
	t.Parallel()
	const rho = 30
	s := newStudy(t, stories.Shared(t), setting{policy: func(p *policy.Policy) { p.ClaimTimeout = 20 }})
	before := s.weigh(t)
	var lying atomic.Bool
	lying.Store(true)
	b := s.startBroker(t, brokerOptions{})
	proxy := httputil.NewSingleHostReverseProxy(must(url.Parse(b.url))(t))
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if lying.Load() && r.URL.Path == release.ReleasePath {
			_ = json.NewEncoder(w).Encode(release.Response{Wrapped: make([]byte, 200)})
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(other.Close)
	s.startWorker(t, workerOptions{broker: other.URL})
	id := s.ask(t, wanted{rho: rho})
	waitUntil(t, "a claim has lapsed", func(context.Context) (bool, error) {
		return slices.Contains(s.historyOf(t, id).steps, lapsed), nil
	})
	lying.Store(false)
	s.end(t, id, job.Done)
	h := s.historyOf(t, id)
	s.checkPaid(t, id, h) // every bond of every claim among it
	if n := len(h.steps); !slices.Equal(h.steps[n-5:], []string{"claimed", "released", "charged", "sealed", "done"}) {
		t.Errorf("the job was %v", h.steps)
	}
	s.checkBudget(t, 0, rho)
	s.checkBalances(t, before)
	b.checkDecisions(t, id, "released")
}

// TestStory_theBrokerRefuses: the claim of a worker that a broker refuses ends on chain, at no cost to its operator,
// who cannot claim the job again; and another that it accepts does the job. A worker asks whether it would be refused
// before it claims; this one is told nothing of itself.
func TestStory_theBrokerRefuses(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	stranger := s.net.Account(t).Key
	b := s.startBroker(t, brokerOptions{}) // whose list has the study's operator alone
	before := s.weigh(t)
	proxy := httputil.NewSingleHostReverseProxy(must(url.Parse(b.url))(t))
	silent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == release.ServesPath {
			var asked release.Serves
			if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
				http.Error(w, err.Error(), http.StatusBadRequest)
				return
			}
			asked.Enclave = common.Address{}
			body, err := json.Marshal(asked)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(silent.Close)
	s.startWorker(t, workerOptions{name: "stranger", operator: stranger, broker: silent.URL})
	id := s.ask(t, wanted{})
	s.waitStep(t, id, refused)
	b.checkDecisions(t, id, "simulated")
	s.waitsFor(t, id, 2)
	s.startWorker(t, workerOptions{broker: b.url})
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	s.checkSteps(t, id, claimedAnew...)
	b.checkDecisions(t, id, "simulated", "released")
	s.checkBalances(t, before)
}

// TestStory_theBrokerHasAnotherKey: a broker whose key does not open the data ends the claim before anything is spent.
// Once it has the right one, the job is done.
func TestStory_theBrokerHasAnotherKey(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	before := s.weigh(t)
	keys := must(keyring.Create(filepath.Join(s.dir, "other keys"), "passphrase", 2))(t)
	if err := keys.Put(s.Dataset, must(keyring.NewEntry("another", rand.Reader))(t), false); err != nil {
		t.Fatal(err)
	}
	b := s.startBroker(t, brokerOptions{keys: keys})
	w := s.startWorker(t, workerOptions{broker: b.url})
	id := s.ask(t, wanted{})
	s.waitStep(t, id, refused)
	b.checkDecisions(t, id, "wrong-key")
	s.checkBudget(t, 0, 0)
	w.stop()
	b.stop()
	b = s.startBroker(t, brokerOptions{listen: strings.TrimPrefix(b.url, "http://")})
	s.startWorker(t, workerOptions{broker: b.url}) // with an enclave that no broker has refused
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	s.checkSteps(t, id, claimedAnew...)
	s.checkBalances(t, before)
}

// TestStory_aRequestForAKeyIsSentAgain is the freshness in guarantee 4: what a worker asked for cannot be asked again
// by a party that listened, and what came back opens for the worker alone.
func TestStory_aRequestForAKeyIsSentAgain(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	target := must(url.Parse(b.url))(t)
	var (
		mu       sync.Mutex
		requests []release.Request
		answers  [][]byte
	)
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(r *http.Response) error {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		if r.Request.URL.Path == release.ReleasePath {
			mu.Lock()
			defer mu.Unlock()
			answers = append(answers, body)
		}
		return nil
	}
	listener := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == release.ReleasePath {
			body, err := io.ReadAll(r.Body)
			if err != nil {
				t.Error(err)
			}
			var rq release.Request
			if err := json.Unmarshal(body, &rq); err != nil {
				t.Error(err)
			}
			mu.Lock()
			requests = append(requests, rq)
			mu.Unlock()
			r.Body = io.NopCloser(bytes.NewReader(body))
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(listener.Close)
	d := newDirector()
	s.startWorker(t, workerOptions{broker: listener.URL, step: d.step})
	client := must(release.NewClient(b.url, http.DefaultClient))(t)
	refusedFor := func(rq release.Request) release.Code {
		_, err := client.Release(t.Context(), rq)
		var refusal *release.Refusal
		if !errors.As(err, &refusal) {
			t.Errorf("a request that was changed: %v, want a refusal", err)
			return ""
		}
		return refusal.Code
	}
	// The job is claimed and its key released at this moment: nothing but the request itself can be wrong.
	done := d.once(atCharge, func(_ *runningWorker, id common.Hash) {
		mu.Lock()
		rq := requests[len(requests)-1]
		mu.Unlock()
		if code := refusedFor(rq); code != release.CodeNonce {
			t.Errorf("the same request again was refused for %q, want nonce", code)
		}
		// Another's key in it, or another's name, is not what the quote binds.
		for name, change := range map[string]func(rq *release.Request){
			"REK":      func(rq *release.Request) { rq.REK[31] ^= 1 },
			"operator": func(rq *release.Request) { rq.Operator[19] ^= 1 },
			"enclave":  func(rq *release.Request) { rq.Enclave[19] ^= 1 },
			"header":   func(rq *release.Request) { rq.File = &release.File{Header: []byte("another")} },
			"file":     func(rq *release.Request) { rq.File = nil },
		} {
			changed := rq
			change(&changed)
			if code := refusedFor(changed); code == "" {
				t.Errorf("another %s was let through", name)
			}
		}
	})
	id := s.ask(t, wanted{})
	happened(t, done)
	s.end(t, id, job.Done)
	s.checkUsed(t, id, all(8)...)
	// What came back has the key in it for the enclave only.
	for _, answer := range answers {
		for _, secret := range []string{s.entry.Identity, string(s.entry.Master)} {
			if bytes.Contains(answer, []byte(secret)) {
				t.Error("the broker's answer has a secret in the clear")
			}
		}
	}
}
