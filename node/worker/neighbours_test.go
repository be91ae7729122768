package worker

import (
	"bytes"
	"context"
	"crypto/rand"
	"iter"
	"log/slog"
	"math"
	mathrand "math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/retry"
	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

// The jobs over pairs of datasets that differ in one person.
const neighbourSchema = `{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":4,"columns":[
 {"name":"age","type":"integer","min":"0","max":"120","nullable":true},
 {"name":"group","type":"category","values":["a","b","c"]},
 {"name":"outcome","type":"boolean"},{"name":"predicted","type":"boolean"}]}`

var neighbourParameters = []struct {
	kind kind.Kind
	text string
}{
	{kind.Query, `{"format":"assent-query/1","measures":[{"op":"count"}]}`},
	{kind.Query, `{"format":"assent-query/1","filter":{"column":"age","op":">","value":"60"},"groups":[{"column":"group"}],
		"measures":[{"op":"count"},{"op":"mean","column":"age"},{"op":"sum","column":"age"}]}`},
	{kind.Query, `{"format":"assent-query/1","groups":[{"name":"g","rules":[
		{"name":"old","where":{"and":[{"column":"outcome","op":"=","value":"true"},{"column":"age","op":">","value":"60"}]}},
		{"name":"unknown","where":{"column":"age","op":"null"}},
		{"name":"all","where":{"column":"age","op":">=","value":"0"}}]}],
		"measures":[{"op":"count"},{"op":"mean","column":"age"}]}`},
	{kind.Fairness, `{"format":"assent-fairness/1","groups":[{"column":"group","reference":"a"}],
		"label":{"column":"outcome","op":"=","value":"true"},"prediction":{"column":"predicted","op":"=","value":"true"}}`},
}

// pair are two datasets, of which the second has other rows of one person, or none.
func pair(t testing.TB, rng *mathrand.Rand, s *schema.Schema) (both [2]*vault.Columns) {
	t.Helper()
	people := 20 + rng.IntN(400)
	whose := rng.IntN(people)
	for i := range both {
		both[i] = vault.NewColumns(s, people)
	}
	row := func(p int) *vault.Row {
		r := &vault.Row{
			Pseudonym: vault.Pseudonym{byte(p >> 8), byte(p)}, Nulls: make([]bool, 4),
			Values: []int64{rng.Int64N(121), rng.Int64N(3), rng.Int64N(2), rng.Int64N(2)},
		}
		if r.Nulls[0] = rng.IntN(5) == 0; r.Nulls[0] {
			r.Values[0] = 0
		}
		return r
	}
	absent := rng.IntN(2) == 0
	for p := range people {
		for range 1 + rng.IntN(4) {
			rows := []*vault.Row{row(p), nil}
			rows[1] = rows[0]
			if p == whose {
				rows[1] = row(p)
			}
			for i := range both {
				if p == whose && absent && i == 1 {
					continue
				}
				if err := both[i].Add(rows[i]); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return both
}

// telling are rows that take as long to read as they hold ages, so that what a run takes tells them.
type telling struct {
	held
	unit time.Duration
}

func (r telling) Blocks() iter.Seq2[*vault.Block, error] {
	time.Sleep(time.Duration(ages(r.held)) * r.unit)
	return r.held.Blocks()
}

// ages is the sum of all ages.
func ages(rows held) (sum int64) {
	for b := range rows.Blocks() {
		for _, age := range b.Values[0][:b.Len] {
			sum += age
		}
	}
	return sum
}

// shown is what a job shows of a dataset.
type shown struct {
	took time.Duration
	size int
	err  error
	log  string
}

// newComputation is a job over rows, up to its charge.
func newComputation(t testing.TB, rng *mathrand.Rand, s *schema.Schema,
	rows *vault.Columns) (*computation, *contracts.Job) {
	t.Helper()
	parameters := neighbourParameters[rng.IntN(len(neighbourParameters))]
	p, _, err := statistics.Read(parameters.kind, []byte(parameters.text))
	if err != nil {
		t.Fatal(err)
	}
	spec := job.Spec{Kind: parameters.kind, Release: job.Exact}
	if rng.IntN(2) == 0 {
		spec.Release, spec.Rho = job.Private, budget.Rho(1000+rng.IntN(100_000))
	}
	share := [][]byte{make([]byte, mechanism.MinShare)}
	key, err := mechanism.NewKey(mechanism.Draw{Brokers: share, Enclaves: share, Inputs: [32]byte{byte(rng.Int())}})
	if err != nil {
		t.Fatal(err)
	}
	researcher, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &computation{
		sizes: sizesOf(s, uint32(rows.Len()), 100), noise: key,
		to: researcher.PublicKey(), opening: opening.Key{5},
		charge: receipt.Charge{Inputs: common.Hash{1}, LiveSubjects: 100}, minCell: uint32(rng.IntN(2) * 10),
		pace: pacer{step: testStep, now: time.Now, pause: retry.Wait},
	}
	if c.plan, err = query.Compile(p, s); err != nil {
		t.Fatal(err)
	}
	return c, &contracts.Job{ID: common.Hash{7}, Spec: spec}
}

// TestNeighbours: over 200 jobs on pairs of datasets that differ in one person, the moments, sizes, errors and the
// operator's log are equal, although how long a run takes tells every age in them, and some of the runs take too long.
// The clock is exact: a difference of a nanosecond in one of the pairs would fail the test.
func TestNeighbours(t *testing.T) {
	s, err := schema.Parse([]byte(neighbourSchema))
	if err != nil {
		t.Fatal(err)
	}
	overran := 0
	for i := range uint64(200) {
		both := pair(t, mathrand.New(mathrand.NewPCG(i, 1)), s)
		// A run takes a tenth of a step; or a step but for a little, so that by what the person has it ends in time or
		// does not.
		unit := (testStep - 1) / time.Duration(max(1, ages(both[0])))
		if i%2 == 0 {
			unit /= 10
		}
		var got [2]shown
		for d, rows := range both {
			c, j := newComputation(t, mathrand.New(mathrand.NewPCG(i, 2)), s, rows)
			c.engine = ranOver(c, j, telling{rows, unit})
			var log bytes.Buffer
			w := &Worker{cfg: Config{Log: slog.New(slog.NewTextHandler(&log, nil)),
				Step: func(common.Hash, string) {}}}
			var ciphertext []byte
			var ended error
			took := paced(t, c, func(ctx context.Context) { ciphertext, ended = c.seal(ctx, w, j) })
			got[d] = shown{took, len(ciphertext), ended, log.String()}
			if time.Duration(ages(rows))*unit > took {
				overran++
			}
		}
		if got[0] != got[1] {
			t.Errorf("job %d: one dataset shows %+v, its neighbour %+v", i, got[0], got[1])
		}
	}
	t.Logf("of 400 runs %d took too long", overran)
	if overran == 0 || overran == 400 {
		t.Error("the runs do not end on both sides of their moment")
	}
}

// BenchmarkNeighbours measures what 200 pairs of runs over neighbouring datasets take in fact. The metrics are the mean
// difference of a pair, and the least that the test would show: 2.8 standard errors, which in 0.5% of such tests equal
// datasets are apart by.
func BenchmarkNeighbours(b *testing.B) {
	s, err := schema.Parse([]byte(neighbourSchema))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var apart []float64
		for i := range uint64(200) {
			var took [2]float64
			both := pair(b, mathrand.New(mathrand.NewPCG(i, 1)), s)
			for d := range both {
				took[d] = math.Inf(1)
			}
			for range 5 { // the least of five, in turns
				for d, rows := range both {
					c, j := newComputation(b, mathrand.New(mathrand.NewPCG(i, 2)), s, rows)
					prepared, err := c.plan.Prepare(query.Release{
						How: j.Spec.Release, Rho: j.Spec.Rho, Key: c.noise, LiveSubjects: 100, Floor: c.minCell,
					})
					if err != nil {
						b.Fatal(err)
					}
					if _, err := prepared.MaxSize(); err != nil {
						b.Fatal(err)
					}
					began := time.Now()
					if _, err := compute.Run(b.Context(), prepared, rows.Blocks()); err != nil {
						b.Fatal(err)
					}
					took[d] = min(took[d], float64(time.Since(began).Nanoseconds())/1e3)
				}
			}
			apart = append(apart, took[1]-took[0])
		}
		mean, variance := 0.0, 0.0
		for _, d := range apart {
			mean += d / float64(len(apart))
		}
		for _, d := range apart {
			variance += (d - mean) * (d - mean) / float64(len(apart)-1)
		}
		b.ReportMetric(mean, "us-apart")
		b.ReportMetric(2.8*math.Sqrt(variance/float64(len(apart))), "us-detectable")
	}
}

// BenchmarkMisses has as many jobs at once as the machine has cores compute 1,000 results in all, with times rounded up
// as a worker does, and hardly. The metrics are how many had not ended by their moment, and the largest part of the
// declared time that one took.
func BenchmarkMisses(b *testing.B) {
	for _, step := range []time.Duration{testStep, time.Millisecond} {
		b.Run(step.String(), func(b *testing.B) { benchmarkMisses(b, step) })
	}
}

func benchmarkMisses(b *testing.B, step time.Duration) {
	s, err := schema.Parse([]byte(neighbourSchema))
	if err != nil {
		b.Fatal(err)
	}
	rng := mathrand.New(mathrand.NewPCG(1, 1))
	const runs = 1000
	var rows []*vault.Columns
	for range 20 {
		held := vault.NewColumns(s, 20_000)
		for p := range 1 + rng.IntN(20_000) {
			row := vault.Row{
				Pseudonym: vault.Pseudonym{byte(p >> 8), byte(p)}, Nulls: make([]bool, 4),
				Values: []int64{rng.Int64N(121), rng.Int64N(3), rng.Int64N(2), rng.Int64N(2)},
			}
			if err := held.Add(&row); err != nil {
				b.Fatal(err)
			}
		}
		rows = append(rows, held)
	}
	for b.Loop() {
		var next, misses atomic.Int64
		var mu sync.Mutex
		var parts []float64
		var wg sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			wg.Go(func() {
				for i := next.Add(1); i <= runs; i = next.Add(1) {
					part, missed := miss(b, step, uint64(i), s, rows[int(i)%len(rows)])
					if missed {
						misses.Add(1)
					}
					mu.Lock()
					parts = append(parts, part)
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		b.ReportMetric(float64(misses.Load()), "misses")
		b.ReportMetric(slices.Max(parts), "of-declared-at-most")
	}
}

// miss computes a result, and returns which part of its time that took, and whether it had not ended by its moment.
func miss(
	b *testing.B, step time.Duration, seed uint64, s *schema.Schema, rows *vault.Columns,
) (part float64, missed bool) {
	c, j := newComputation(b, mathrand.New(mathrand.NewPCG(seed, 2)), s, rows)
	prepared, err := c.plan.Prepare(query.Release{
		How: j.Spec.Release, Rho: j.Spec.Rho, Key: c.noise, LiveSubjects: 100, Floor: c.minCell,
	})
	if err == nil {
		_, err = prepared.MaxSize()
	}
	if err != nil {
		b.Error(err)
		return 0, true
	}
	most := c.sizes.RunTime(c.plan, j.Spec.Release)
	var took atomic.Int64
	began := time.Now()
	got, err := within(b.Context(), pacer{step: step, now: time.Now, pause: retry.Wait}, most, func() ([]byte, error) {
		_, err := encode(prepared.Default())
		return nil, err
	}, func(ctx context.Context) []byte {
		plain, err := compute.Run(ctx, prepared, rows.Blocks())
		took.Store(int64(time.Since(began)))
		if err != nil {
			return nil
		}
		return plain
	})
	return float64(took.Load()) / float64(most), err != nil || got == nil
}
