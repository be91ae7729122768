package jobs_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestStory_strangersJobs: a stranger registers a dataset whose policy names this worker's measurement and approves
// jobs of its own, again and again. The worker's broker is asked once for all of them, few are remembered, and a real
// job is done meanwhile.
func TestStory_strangersJobs(t *testing.T) {
	t.Parallel()
	const junk, again, kept = 40, 10, 16
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	proxy := httputil.NewSingleHostReverseProxy(must(url.Parse(b.url))(t))
	var answered atomic.Int64
	proxy.ModifyResponse = func(r *http.Response) error {
		// what is undecided is asked again
		if r.Request.URL.Path == release.ServesPath && r.StatusCode != http.StatusServiceUnavailable {
			answered.Add(1)
		}
		return nil
	}
	counter := httptest.NewServer(proxy)
	t.Cleanup(counter.Close)

	stranger := s.net.Account(t).Key
	strange := must(actors.Begin(t.Context(), s.Client, stranger, common.Address{1}, "junk", true, s.othersPolicy(t),
		time.Now))(t)
	j := &study{Story: strange, net: s.net, dir: s.dir, schema: s.schema, table: s.table, entry: s.entry}
	j.Roster = s.Roster
	j.publish(t)
	account := s.Client.Account(stranger)
	_, parameters, err := statistics.Read(kind.Query, []byte(whoTook))
	if err != nil {
		t.Fatal(err)
	}
	s.startWorker(t, workerOptions{broker: counter.URL})
	approve := func(id common.Hash, expiry uint64) {
		t.Helper()
		a := must(job.Approval{Job: id, Expiry: expiry}.Sign(s.Client.MarketDomain(), stranger))(t)
		must(s.Client.Approve(t.Context(), account, a))(t)
	}
	var ids []common.Hash
	for i := range junk {
		draft := must(j.Draft(t.Context(), account.Address(), kind.Query, parameters, job.Exact, 0, s.resultKey))(t)
		draft.Spec.Deadline, draft.Spec.Nonce = 1<<63-1, uint64(i)
		ids = append(ids, must(s.Client.Post(t.Context(), account, draft))(t))
		approve(ids[i], 1<<62)
	}
	for i, id := range ids[:again] {
		approve(id, 1<<62+1+uint64(i))
	}
	real := s.ask(t, wanted{})
	s.end(t, real, job.Done)
	s.checkUsed(t, real, all(8)...)
	if n := answered.Load(); n > 2 {
		t.Errorf("the broker was asked %d times, want once for each of two datasets", n)
	}
	var memory struct {
		Jobs []common.Hash `json:"jobs"` // and not those that are set aside until the next start
	}
	if err := json.Unmarshal(must(os.ReadFile(filepath.Join(s.dir, "worker", "jobs.json")))(t), &memory); err != nil {
		t.Fatal(err)
	}
	remembered := 0
	for _, id := range ids {
		if slices.Contains(memory.Jobs, id) {
			remembered++
		}
	}
	if remembered > kept {
		t.Errorf("%d of %d jobs are remembered, want at most %d", remembered, junk, kept)
	}
}
