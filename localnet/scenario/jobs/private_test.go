package jobs_test

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// TestStory_privateResultsLieWithinTheirErrorBars repeats a private job on fresh ledgers: the true counts lie within
// the stated bars at the stated rate.
//
// Every cell's noise is drawn by itself, so there are ledgers times cells independent intervals, 288 here. By the
// binomial distribution fewer than 254 of them hold with a chance of 1.4 in a million if each holds with 0.95. The
// noise is whole numbers, so each holds with 0.960 at this budget, and all of them with a chance of 8 in a million.
func TestStory_privateResultsLieWithinTheirErrorBars(t *testing.T) {
	t.Parallel()
	const ledgers, cells, people, least, rho = 6, 48, 12, 254, 50_000
	var (
		mu           sync.Mutex
		held, missed int
		noises       = make(map[string]string)
	)
	t.Run("ledgers", func(t *testing.T) {
		for n := range ledgers {
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				with, parameters := countsOf(cells, people)
				s := newStudy(t, stories.Shared(t), with)
				b := s.startBroker(t, brokerOptions{})
				s.startWorker(t, workerOptions{broker: b.url})
				id := s.ask(t, wanted{rho: rho, parameters: parameters})
				s.end(t, id, job.Done)
				_, r := s.delivered(t, id)
				if r.Privacy == nil || r.Privacy.Confidence != "0.95" || r.Privacy.RhoMicro != strconv.Itoa(rho) ||
					len(r.Query.Cells) != cells {
					t.Fatalf("the result says %+v of its privacy and has %d cells", r.Privacy, len(r.Query.Cells))
				}
				s.checkBudget(t, 0, rho)
				mu.Lock()
				defer mu.Unlock()
				var noise []string
				for _, cell := range r.Query.Cells {
					f := cell.Figures[0]
					noise = append(noise, f.Noisy)
					if within(t, f, people) {
						held++
					} else {
						missed++
					}
				}
				key := strings.Join(noise, ",")
				if other, ok := noises[key]; ok {
					t.Errorf("the noise is that of ledger %s", other)
				}
				noises[key] = t.Name()
			})
		}
	})
	if held+missed != ledgers*cells {
		t.Fatalf("%d intervals, want %d", held+missed, ledgers*cells)
	}
	t.Logf("%d of %d intervals hold the true count", held, held+missed)
	if held < least {
		t.Errorf("%d of %d intervals hold the true count, want %d or more", held, held+missed, least)
	}
	if missed == 0 {
		t.Error("all intervals hold the true count: they are wider than they say, or there is no noise")
	}
}

// countsOf is a setting in which every cell has so many people, and the parameters of a job that counts them.
func countsOf(cells, people int) (with setting, parameters string) {
	var table, values strings.Builder
	table.WriteString("name,cell\n")
	for c := range cells {
		if c > 0 {
			values.WriteByte(',')
		}
		fmt.Fprintf(&values, "%q", fmt.Sprint("c", c))
		for p := range people {
			name := fmt.Sprintf("%d of %d", p, c)
			with.names = append(with.names, name)
			fmt.Fprintf(&table, "%s,c%d\n", name, c)
		}
	}
	with.table = table.String()
	with.schema = `{"format":"assent-schema/1","title":"cells","subject":"name","maxContributions":1,"columns":[
 {"name":"cell","type":"category","values":[` + values.String() + `]}]}`
	with.policy = func(p *policy.Policy) { p.AllowExact = false }
	return with, `{"format":"assent-query/1","groups":[{"column":"cell"}],"measures":[{"op":"count"}]}`
}

// within tells whether a figure's interval holds a value.
func within(t testing.TB, f figure.Figure, value int64) bool {
	t.Helper()
	low, ok := new(big.Rat).SetString(f.Low)
	if !ok {
		t.Fatalf("the figure %+v has no lower end", f)
	}
	v := new(big.Rat).SetInt64(value)
	if low.Cmp(v) > 0 {
		return false
	}
	if f.High == "" {
		return true
	}
	high, ok := new(big.Rat).SetString(f.High)
	if !ok {
		t.Fatalf("the figure %+v has a malformed upper end", f)
	}
	return high.Cmp(v) >= 0
}
