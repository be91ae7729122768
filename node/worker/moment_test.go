package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/compute/work"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/protocol/use"
)

const testStep = time.Second / 4

func sizesOf(s *schema.Schema, rows, live uint32) query.Sizes {
	return query.Sizes{Schema: s, Rows: rows, Live: live}
}

// paced does what a computation pauses for, by a clock that moves when everything waits, and returns how long it took.
func paced(t *testing.T, c *computation, do func(context.Context)) (took time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		c.pace = pacer{step: testStep, now: time.Now, pause: retry.Wait}
		do(t.Context())
		took = time.Since(began)
		time.Sleep(time.Hour) // what was left behind ends
	})
	return took
}

// slow are rows that take a time to read.
type slow struct {
	held
	most time.Duration
}

func (s slow) Blocks() iter.Seq2[*vault.Block, error] {
	time.Sleep(s.most)
	return s.held.Blocks()
}

// TestWithin: what is given leaves at one moment, whether the work takes no time, most of it, all of it, or more.
func TestWithin(t *testing.T) {
	const most = 600 * time.Millisecond // three steps
	other := func() (string, error) { return "default", nil }
	for took, want := range map[time.Duration]string{
		0: "done", testStep: "done", most: "done", 3*testStep - 1: "done", 3*testStep + 1: "default",
		time.Hour: "default",
	} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			got, err := within(t.Context(), pacer{step: testStep, now: time.Now, pause: retry.Wait}, most, other,
				func(ctx context.Context) string {
					if err := retry.Wait(ctx, took); err != nil {
						return "stopped"
					}
					return "done"
				})
			if err != nil || got != want || time.Since(began) != 3*testStep {
				t.Errorf("work of %s gives %q after %s, %v", took, got, time.Since(began), err)
			}
		})
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), testStep)
		defer cancel()
		work := func(context.Context) string { return "done" }
		if _, err := within(ctx, pacer{step: testStep, now: time.Now, pause: retry.Wait}, most, other,
			work); err == nil {
			t.Error("a worker that ends says nothing")
		}
	})
	synctest.Test(t, func(t *testing.T) {
		broken := errors.New("broken")
		began := time.Now()
		_, err := within(t.Context(), pacer{step: testStep, now: time.Now, pause: retry.Wait}, most,
			func() (int, error) { return 0, broken }, nil)
		if !errors.Is(err, broken) || time.Since(began) != 3*testStep {
			t.Errorf("without another value it gives %v after %s", err, time.Since(began))
		}
	})
}

// TestWhole: a charge leaves when reading has taken its whole time, or the whole of it again, with an error as without.
func TestWhole(t *testing.T) {
	const most = 400 * time.Millisecond // two steps
	broken := errors.New("broken")
	for took, want := range map[time.Duration]time.Duration{
		0: 2 * testStep, most: 2 * testStep, 2*testStep - 1: 2 * testStep, 2*testStep + 1: 4 * testStep,
		5 * testStep: 6 * testStep,
	} {
		for _, fails := range []error{nil, broken} {
			synctest.Test(t, func(t *testing.T) {
				began := time.Now()
				err := pacer{step: testStep, now: time.Now, pause: retry.Wait}.whole(t.Context(), most, func() error {
					time.Sleep(took)
					return fails
				})
				if !errors.Is(err, fails) || time.Since(began) != want {
					t.Errorf("work of %s that ends with %v takes %s and gives %v, want %s", took, fails,
						time.Since(began), err, want)
				}
			})
		}
	}
	back := time.Unix(1_700_000_000, 0)
	clock := func() time.Time { back = back.Add(-time.Hour); return back }
	turned := pacer{step: testStep, now: clock, pause: func(_ context.Context, d time.Duration) error {
		if d != 2*testStep {
			t.Errorf("by a clock that is turned back it takes %s", d)
		}
		return nil
	}}
	if err := turned.whole(t.Context(), most, func() error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestFits(t *testing.T) {
	s, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"x","subject":"name",
	 "maxContributions":1,"columns":[
	 {"name":"age","type":"integer","min":"0","max":"120"},{"name":"group","type":"category","values":["a","b"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := statistics.Read(kind.Query, []byte(`{"format":"assent-query/1","groups":[{"column":"group"}],
		"measures":[{"op":"count"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := query.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	small, large := sizesOf(s, 1_000, 900), sizesOf(s, 1<<24, 900)
	if err := fits(small, plan, job.Private, DefaultMaxHeld, 600); err != nil {
		t.Error(err)
	}
	if err := fits(large, plan, job.Private, 1<<62, 1<<20); err != nil {
		t.Error(err)
	}
	err = fits(large, plan, job.Private, 10<<20, 1<<20)
	if !errors.Is(err, errTooLarge) || !strings.Contains(err.Error(), "rows of 2 columns fit") {
		t.Errorf("too little memory: %v", err)
	}
	err = fits(large, plan, job.Private, 1<<62, 60)
	if err == nil || !strings.Contains(err.Error(), "the policy gives a job 60 s") {
		t.Fatalf("too little time: %v", err)
	}
	t.Log(err)
}

// TestFastEnough: a worker does not start on a machine that is slower than every worker has to be; this one is faster.
func TestFastEnough(t *testing.T) {
	speed, err := query.Speed(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f times what a worker has to do", float64(speed)/float64(work.Rate))
	for speed, want := range map[work.Operations]bool{work.Rate: true, work.Rate - 1: false, 0: false, 1 << 63: true} {
		if err := fastEnough(speed); (err == nil) != want {
			t.Errorf("at %d operations a second: %v", speed, err)
		}
	}
	still := time.Unix(1_700_000_000, 0)
	if speed, err = query.Speed(func() time.Time { return still }); err != nil || fastEnough(speed) != nil {
		t.Errorf("by a clock that stands still: %d, %v", speed, err)
	}
}

// BenchmarkRead reads a dataset of 100,000 people with a row each, all of whom consent, and lists whose rows were used.
// The metrics are the part of the time that it may take, and the time of a row.
func BenchmarkRead(b *testing.B) {
	const people = 100_000
	var columns, cells []string
	for i := range 3 {
		columns = append(columns,
			fmt.Sprintf(`{"name":"n%d","type":"integer","min":"0","max":"120000"}`, i),
			fmt.Sprintf(`{"name":"d%d","type":"date","min":"1900-01-01","max":"2030-12-31","nullable":true}`, i),
			fmt.Sprintf(`{"name":"c%d","type":"category","values":["a","somewhat longer","of another kind"]}`, i))
		cells = append(cells, "38000", "1983-04-06", "somewhat longer")
	}
	const head = `{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,"columns":[`
	schema, err := schema.Parse([]byte(head + strings.Join(columns, ",") + `]}`))
	if err != nil {
		b.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		b.Fatal(err)
	}
	pseudonymOf := func(i int) vault.Pseudonym { return vault.Pseudonym{byte(i >> 16), byte(i >> 8), byte(i), 1} }
	var roster []dataset.RosterEntry
	origins := make(map[common.Address]common.Address)
	table := new(strings.Builder)
	table.WriteString("name,n0,d0,c0,n1,d1,c1,n2,d2,c2\n")
	for i := range people {
		p := pseudonymOf(i)
		origins[p] = p
		roster = append(roster, dataset.RosterEntry{Pseudonym: p, Salt: common.Hash{1}})
		fmt.Fprintf(table, "%d,%s\n", i, strings.Join(cells, ","))
	}
	var sealed bytes.Buffer
	packed, err := vault.Pack(&sealed, strings.NewReader(table.String()), vault.PackConfig{
		Schema: schema, Roster: roster, Recipients: []string{key.Recipient()},
		Pseudonym: func(name string) (vault.Pseudonym, bool) {
			i, err := strconv.Atoi(name)
			return pseudonymOf(i), err == nil
		},
	})
	if err != nil {
		b.Fatal(err)
	}
	enclave, err := use.NewEnclave(make([]byte, 32), use.Version{Dataset: common.Hash{1}, Number: 1})
	if err != nil {
		b.Fatal(err)
	}
	state := stateOf(b, origins)
	tags := make([]use.TagKey, people)
	secrets := release.Key{FileKey: fileKeyOf(b, key, sealed.Bytes()), Share: make([]byte, 32)}
	engines, err := process.New(process.Self())
	if err != nil {
		b.Fatal(err)
	}
	defer engines.Close()
	listed := dataset.Table{Content: packed.ContentRoot}
	rowTime := time.Duration(0)
	for b.Loop() {
		b.StopTimer()
		head, err := openText(bytes.NewReader(sealed.Bytes()), secrets, &material{table: listed, schema: schema})
		if err != nil {
			b.Fatal(err)
		}
		c := &computation{people: newCohort(state, cohortTerms), sizes: sizesOf(schema, people, people)}
		c.pace = pacer{step: testStep, now: time.Now, pause: retry.Wait}
		spec, err := c.spec(&contracts.Job{}, &material{table: listed, schema: schema}, people, DefaultMaxHeld)
		if err != nil {
			b.Fatal(err)
		}
		if c.engine, err = engines.Start(b.Context(), spec); err != nil {
			b.Fatal(err)
		}
		if c.roster, err = c.engine.Roster(b.Context(), head); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		began := time.Now()
		if err := c.selectRows(b.Context(), head.Rest()); err != nil {
			b.Fatal(err)
		}
		rowTime += time.Since(began)
		if err := c.fix(&contracts.Job{}, secrets, &dataset.Version{}, enclave, tags); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		c.close()
		if got := len(c.people.used()); got != people {
			b.Fatalf("%d people", got)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(sizesOf(schema, people, people).ReadTime()), "of-declared")
	b.ReportMetric(float64(rowTime.Microseconds())/float64(b.N)/people, "us/row")
}
