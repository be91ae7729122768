package jobs_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/protocol/job"
)

// TestStory_servicesSayHowTheyAre: a worker and a broker that have run a job are well, and their figures say so.
func TestStory_servicesSayHowTheyAre(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	dir, err := os.MkdirTemp("", "m") // the path of a socket is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	atBroker, atWorker := filepath.Join(dir, "b"), filepath.Join(dir, "w")
	b := s.startBroker(t, brokerOptions{monitor: monitor.Surface{Listen: "unix:" + atBroker}})
	s.startWorker(t, workerOptions{broker: b.url, monitor: monitor.Surface{Listen: "unix:" + atWorker}})
	s.end(t, s.ask(t, wanted{rho: 10}), job.Done)

	for _, socket := range []string{atBroker, atWorker} {
		if status, body := scrape(t, socket, "/healthz"); status != http.StatusOK {
			t.Errorf("status %d: %s", status, body)
		}
	}
	_, figures := scrape(t, atWorker, "/metrics")
	for name, least := range map[string]float64{
		`assent_worker_steps_total{step="claim"}`: 1, `assent_worker_steps_total{step="key"}`: 1,
		`assent_worker_steps_total{step="open"}`: 1, "assent_worker_verified_round": 1,
		"assent_worker_verified_age_seconds": 0, "assent_worker_balance_base_units": 1,
		"assent_worker_registration_expiry_timestamp_seconds": float64(time.Now().Unix()),
	} {
		atLeast(t, figures, name, least)
	}
	_, figures = scrape(t, atBroker, "/metrics")
	atLeast(t, figures, `assent_broker_answers_total{outcome="granted",path="/v1/release"}`, 1)
	atLeast(t, figures, "assent_broker_verified_round", 1)
}

// scrape asks what listens on a socket.
func scrape(t *testing.T, socket, path string) (status int, body string) {
	t.Helper()
	c := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}}}
	defer c.CloseIdleConnections()
	r := must(http.NewRequestWithContext(t.Context(), http.MethodGet, "http://localhost"+path, http.NoBody))(t)
	res := must(c.Do(r))(t)
	defer res.Body.Close()
	return res.StatusCode, string(must(io.ReadAll(res.Body))(t))
}

// atLeast checks a figure of Prometheus's text format.
func atLeast(t *testing.T, text, name string, least float64) {
	t.Helper()
	found := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + ` (\S+)$`).FindStringSubmatch(text)
	if found == nil {
		t.Errorf("there is no %s in\n%s", name, text)
		return
	}
	if v := must(strconv.ParseFloat(found[1], 64))(t); v < least {
		t.Errorf("%s is %v, at least %v is wanted", name, v, least)
	}
}
