package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/time/rate"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
)

// Anyone can register a dataset whose policy names this worker, and approve jobs of its own. So what such jobs cost is
// bounded: whether a dataset is served is asked once and remembered, and of the jobs of datasets that are not, few are
// kept.
const (
	// maxUnserved is how many jobs wait of all datasets that are not served, and maxUnservedEach of one.
	maxUnserved     = 1024
	maxUnservedEach = 16
	// maxDatasets is of how many datasets it is remembered whether they are served.
	maxDatasets = 4096
	// unservedPause and servedPause are after how long it is asked again.
	unservedPause = 10 * time.Minute
	servedPause   = 10 * time.Minute
	// hinderedPause is after how long it is asked again, at first, whether the broker of a dataset lets this worker
	// have its keys: what keeps it from that, such as a list that lacks the operator, is mended by people.
	hinderedPause = 15 * time.Second
	// askBurst and askPause bound how many datasets are asked about.
	askBurst = 20
	askPause = time.Second
)

// services remembers which datasets are served. It is safe for concurrent use.
type services struct {
	asks *rate.Limiter

	mu       sync.Mutex
	known    map[common.Hash]*service
	unserved int // jobs that wait for a dataset to be served
}

// service is what is known of one dataset.
type service struct {
	asking   sync.Mutex     // one asks at a time; it guards what follows
	broker   common.Address // who has said that it serves it
	err      error          // why it is not served, or why that is not known; nil when it is
	again    time.Time      // when to ask again
	failures *retry.Pauses  // between attempts in a row that failed
	refusals *retry.Pauses  // between refusals in a row

	unserved int // jobs that wait for it; services.mu guards it
}

func newServices() *services {
	return &services{asks: rate.NewLimiter(rate.Every(askPause), askBurst), known: make(map[common.Hash]*service)}
}

// of returns what is known of a dataset, and nil when too many are.
func (s *services) of(dataset common.Hash, now time.Time) *service {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k := s.known[dataset]; k != nil {
		return k
	}
	if len(s.known) >= maxDatasets {
		for d, k := range s.known {
			if k.unserved == 0 && k.asking.TryLock() {
				old := now.After(k.again)
				k.asking.Unlock()
				if old {
					delete(s.known, d)
				}
			}
		}
	}
	if len(s.known) >= maxDatasets {
		return nil
	}
	k := &service{failures: newBackoff(), refusals: retry.Growing(hinderedPause, unservedPause)}
	s.known[dataset] = k
	return k
}

// wait counts a job that waits for its dataset to be served, unless too many do, and returns what takes it off the
// count.
func (s *services) wait(k *service) (leave func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unserved >= maxUnserved || k.unserved >= maxUnservedEach {
		return nil, false
	}
	s.unserved++
	k.unserved++
	return sync.OnceFunc(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.unserved--
		k.unserved--
	}), true
}

// served checks that the broker which the operator named for a dataset serves it, by its signature. Were it not asked,
// a claim would cost its bond wherever another is the dataset's broker, who can record a release and give no key. A
// dataset that is not served is a *waiting.
func (w *Worker) checkServed(ctx context.Context, now *contracts.Open, dataset common.Hash, k *service) error {
	d, err := now.Dataset(ctx, dataset)
	if err != nil {
		return err
	}
	k.asking.Lock()
	defer k.asking.Unlock()
	if w.cfg.Now().Before(k.again) && (k.err != nil || k.broker == d.Broker) {
		return k.err
	}
	if !w.services.asks.AllowN(w.cfg.Now(), 1) {
		return &waiting{why: "too many datasets are asked about", until: askBurst * askPause, wakes: true}
	}
	k.broker, k.err = d.Broker, w.askServed(ctx, dataset, d.Broker, k.refusals)
	var unserved *waiting
	switch {
	case k.err == nil:
		k.failures.Reset()
		k.refusals.Reset()
		k.again = w.cfg.Now().Add(servedPause)
	case errors.As(k.err, &unserved):
		k.again = w.cfg.Now().Add(unserved.until)
	default:
		k.again = w.cfg.Now().Add(k.failures.Next())
	}
	return k.err
}

// askServed asks the broker that the operator named for a dataset whether it serves it and this worker. refusals are
// the pauses between its refusals.
func (w *Worker) askServed(ctx context.Context, dataset common.Hash, named common.Address,
	refusals *retry.Pauses) error {
	broker, err := w.broker(dataset)
	if err != nil {
		return &waiting{why: err.Error(), until: unservedPause, wakes: true}
	}
	question := release.Serves{Dataset: dataset, Enclave: w.cfg.Keys.Address()}
	if _, err := io.ReadFull(w.cfg.Random, question.Nonce[:]); err != nil {
		return fmt.Errorf("drawing a question for the broker of dataset %s: %w", dataset, err)
	}
	answer, err := broker.Serves(ctx, question)
	var refusal *release.Refusal
	if errors.As(err, &refusal) { // from anyone: it costs nothing to believe it
		return &waiting{why: refusal.Detail, until: unservedFor(refusal, refusals), wakes: true}
	}
	if err != nil {
		return err
	}
	return question.Verify(w.domain(), answer, named)
}

// unservedFor is after how long to ask again a broker that refused. One that is another dataset's stays that.
func unservedFor(refusal *release.Refusal, refusals *retry.Pauses) time.Duration {
	if refusal.Code == release.CodeBroker {
		return unservedPause
	}
	return refusals.Next()
}

// tooMany ends a worker's part in a job of a dataset that its broker does not serve, when too many of the kind wait.
const tooMany = "its dataset is not served, and too many jobs of such datasets wait"

// look decides whether a job is for this worker at all, before it takes a slot: it has to be open, and its dataset has
// to be served, unless the job is this operator's already. A job that waits for that is counted; leave takes it off the
// count.
func (w *Worker) look(ctx context.Context, id common.Hash) (end string, leave func(), err error) {
	leave = func() {}
	told, err := w.cfg.View.Told(ctx, 0)
	if err != nil {
		return "", leave, err
	}
	defer told.Close()
	now := told.Unconfirmed()
	j, err := now.Job(ctx, id)
	if err != nil || j.Spec.Dataset == (common.Hash{}) || w.mine(j) {
		return "", leave, err
	}
	if end := over(j, now.Round.Time); end != "" {
		_, err = w.cfg.View.Confirm(ctx, told)
		return end, leave, err
	}
	accepted, err := w.accepted(ctx, now, j)
	if err == nil && !accepted {
		_, err = w.cfg.View.Confirm(ctx, told)
	}
	if err != nil || !accepted {
		return notAccepted, leave, err
	}
	k := w.services.of(j.Spec.Dataset, w.cfg.Now())
	if k == nil {
		return tooMany, leave, nil
	}
	err = w.checkServed(ctx, now, j.Spec.Dataset, k)
	var unserved *waiting
	if !errors.As(err, &unserved) {
		return "", leave, err
	}
	leave, ok := w.services.wait(k)
	if !ok {
		return tooMany, func() {}, nil
	}
	return "", leave, err
}

// over says how a job of others ended, in which no worker has a part any more; nothing where one may have.
func over(j *contracts.Job, now uint64) string {
	switch state := j.State(); {
	case state.Final(), state == job.Sealed, state == job.Withheld:
		return state.String()
	case state == job.Approved && now > j.Spec.Deadline:
		return pastDeadline
	}
	return ""
}
