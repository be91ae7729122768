package jobs_test

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/job"
)

// pairsVar sets how many pairs of jobs TestStory_neighboursLookAlike runs. `make neighbours` runs a hundred: 200 jobs.
const pairsVar = "ASSENT_NEIGHBOUR_PAIRS"

const (
	// usualPace is that of workers by themselves. A run that misses its moment looks like any other.
	usualPace = time.Second / 4
	// usualPairs are run with all other stories.
	usualPairs = 8
	// alarm is how many standard errors from zero the mean of the differences is when the test fails. With enough
	// pairs, and no difference, it is that far once in 100,000 tests.
	alarm  = 5
	enough = 50
)

// agesSchema is that of datasets whose rows can differ in every cell.
const agesSchema = `{"format":"assent-schema/1","title":"ages","subject":"name","maxContributions":1,"columns":[
 {"name":"age","type":"integer","min":"0","max":"120","nullable":true},
 {"name":"group","type":"category","values":["a","b","c"]},
 {"name":"predicted","type":"boolean"},{"name":"actual","type":"boolean"}]}`

// neighbourJobs are run over both datasets of a pair, in turn.
var neighbourJobs = []wanted{
	{parameters: `{"format":"assent-query/1","measures":[{"op":"count"}]}`, rho: 500},
	{parameters: `{"format":"assent-query/1","filter":{"column":"age","op":">","value":"60"},"groups":[{"column":"group"}],
		"measures":[{"op":"count"},{"op":"mean","column":"age"},{"op":"sum","column":"age"}]}`, rho: 500},
	{parameters: `{"format":"assent-query/1","groups":[{"name":"g","rules":[
		{"name":"old","where":{"and":[{"column":"actual","op":"=","value":"true"},{"column":"age","op":">","value":"60"}]}},
		{"name":"unknown","where":{"column":"age","op":"null"}},{"name":"all","where":{"column":"age","op":">=","value":"0"}}]}],
		"measures":[{"op":"count"},{"op":"mean","column":"age"}]}`},
}

// neighbours returns the tables of two datasets that differ in one person: in all cells of that person's row, or in
// that one has no such row.
func neighbours(people int, absent bool) (names []string, both [2]string) {
	var tables [2]strings.Builder
	for i := range tables {
		tables[i].WriteString("name,age,group,predicted,actual\n")
	}
	for p := range people {
		names = append(names, fmt.Sprintf("person %d", p))
		row := fmt.Sprintf("%s,%d,%c,%d,%d\n", names[p], 7*p%100, "abc"[p%3], p/2%2, p/3%2)
		tables[0].WriteString(row)
		switch {
		case p != people/2:
			tables[1].WriteString(row)
		case !absent:
			fmt.Fprintf(&tables[1], "%s,,c,%d,%d\n", names[p], 1-p/2%2, 1-p/3%2)
		}
	}
	return names, [2]string{tables[0].String(), tables[1].String()}
}

// watched is a study whose jobs are observed as the worker's host can observe them.
type watched struct {
	*study
	log *buffer
	mu  sync.Mutex
	at  map[common.Hash]map[string]time.Time // when a job came to a step
}

func observe(t *testing.T, with setting) *watched {
	t.Helper()
	w := &watched{study: newStudy(t, stories.Shared(t), with), at: make(map[common.Hash]map[string]time.Time)}
	b := w.startBroker(t, brokerOptions{})
	w.log = w.keepLog(t)
	w.startWorker(t, workerOptions{broker: b.url, pace: usualPace,
		step: func(_ *runningWorker, id common.Hash, step string) {
			w.mu.Lock()
			defer w.mu.Unlock()
			if w.at[id] == nil {
				w.at[id] = make(map[string]time.Time)
			}
			w.at[id][step] = time.Now()
		}})
	return w
}

// sight is what a job shows to all who watch it.
type sight struct {
	state job.State
	held  uint64 // from the release of the key to the moment of the result, seconds
	size  int    // of the result, bytes
	early bool   // it was sealed before its moment
	steps string
	log   string
}

// took is how long a job's worker took from one step to another.
func (w *watched) took(id common.Hash, from, to string) time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.at[id][to].Sub(w.at[id][from])
}

// run runs a job and returns what it shows.
func (w *watched) run(t *testing.T, a wanted) (common.Hash, sight) {
	t.Helper()
	begin := len(w.log.String())
	id := w.ask(t, a)
	j := w.end(t, id, job.Done)
	d := must(w.Client.Delivery(t.Context(), id))(t)
	moment := d.Receipt.Charge.Moment
	return id, sight{
		state: j.State(), held: moment - j.ReleasedAt, size: len(d.Ciphertext), early: j.SealedAt < moment,
		steps: strings.Join(w.historyOf(t, id).steps, ", "), log: messages(w.log.String()[begin:], id),
	}
}

// messages returns the messages of a log that name a job. The last ones are left out: they may come after the job is
// looked at.
func messages(log string, id common.Hash) string {
	var out []string
	for line := range strings.Lines(log) {
		if !strings.Contains(line, id.Hex()) || strings.Contains(line, "Done with a job") ||
			strings.Contains(line, "Opened a result") {
			continue
		}
		_, message, _ := strings.Cut(line, "msg=")
		message, _, _ = strings.Cut(message, " job=")
		out = append(out, message)
	}
	return strings.Join(out, "\n")
}

// TestStory_neighboursLookAlike: jobs over two datasets that differ in one person have the same moment, size, state,
// steps and messages, and the times of their workers tell them apart no better than chance.
//
// It logs the smallest difference of times that 90 % of such tests would find, 5 + 1.28 standard errors; with fewer
// than 50 pairs it judges no times. Without a difference, one of its two spans of time fails it once in 50,000 runs.
func TestStory_neighboursLookAlike(t *testing.T) {
	t.Parallel()
	pairs := usualPairs
	if given := os.Getenv(pairsVar); given != "" {
		pairs = must(strconv.Atoi(given))(t)
	}
	const people, courses = 30, 2
	spans := [][2]string{{atVerify, atCharge}, {atCompute, atSeal}}
	var (
		mu          sync.Mutex
		differences = make([][]float64, len(spans)) // milliseconds
	)
	t.Run("pairs", func(t *testing.T) {
		for course := range courses {
			t.Run(strconv.Itoa(course), func(t *testing.T) {
				t.Parallel()
				names, tables := neighbours(people, course%2 == 0)
				var both [2]*watched
				for i, table := range tables {
					both[i] = observe(t, setting{schema: agesSchema, names: names, table: table})
				}
				for n := range (pairs + courses - 1) / courses {
					a := neighbourJobs[n%len(neighbourJobs)]
					var sights [2]sight
					var ids [2]common.Hash
					// The two take turns to be first, so that neither has a quieter machine.
					for _, i := range [][]int{{0, 1}, {1, 0}}[n%2] {
						ids[i], sights[i] = both[i].run(t, a)
					}
					if sights[0] != sights[1] {
						t.Errorf("job %d looks like\n%+v\nover one dataset, and like\n%+v\nover its neighbour", n,
							sights[0], sights[1])
					}
					if sights[0].early {
						t.Errorf("job %s was sealed before its moment", ids[0])
					}
					mu.Lock()
					for k, span := range spans {
						apart := both[0].took(ids[0], span[0], span[1]) - both[1].took(ids[1], span[0], span[1])
						differences[k] = append(differences[k], float64(apart)/float64(time.Millisecond))
					}
					mu.Unlock()
				}
			})
		}
	})
	for k, span := range spans {
		mean, err := meanOf(differences[k])
		t.Logf("from %q to %q: %d pairs of jobs are %.1f ms apart, standard error %.1f; %.0f ms would have been "+
			"found in 90 %% of such tests",
			span[0], span[1], len(differences[k]), mean, err, (alarm+1.28)*err)
		if len(differences[k]) >= enough && math.Abs(mean) > alarm*err {
			t.Errorf("what a worker takes from %q to %q tells neighbouring datasets apart: %.1f ms, standard error "+
				"%.1f", span[0], span[1], mean, err)
		}
	}
}

// meanOf returns the mean of numbers, and its standard error.
func meanOf(of []float64) (mean, err float64) {
	for _, x := range of {
		mean += x / float64(len(of))
	}
	var squares float64
	for _, x := range of {
		squares += (x - mean) * (x - mean)
	}
	n := float64(len(of))
	return mean, math.Sqrt(squares / (n - 1) / n)
}
