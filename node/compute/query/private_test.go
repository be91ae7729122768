package query

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

// people is a made-up dataset with two rows for some subjects, so that contribution bounds matter.
func people(t testing.TB) *memory {
	var b strings.Builder
	b.WriteString("id,team,age,income,risk,outcome\n")
	for i := range 900 {
		for range 1 + i%2 {
			income := fmt.Sprintf("%d.%02d", 100+(i*37)%900, i%100)
			if i%11 == 0 {
				income = ""
			}
			fmt.Fprintf(&b, "p%d,%s,%d,%s,%t,%t\n", i, []string{"red", "green", "blue"}[i%3], 18+(i*13)%70, income,
				(i*7)%10 < 4+i%3, (i*3)%10 < 4)
		}
	}
	return load(t, `{"format": "assent-schema/1", "title": "People", "subject": "id", "maxContributions": 2, "columns": [
	  {"name": "team", "type": "category", "values": ["red", "green", "blue", "white"]},
	  {"name": "age", "type": "integer", "min": "18", "max": "100"},
	  {"name": "income", "type": "decimal", "scale": 2, "min": "0.00", "max": "1000.00", "nullable": true},
	  {"name": "risk", "type": "boolean"}, {"name": "outcome", "type": "boolean"}]}`, b.String())
}

const peopleQuery = `{"format": "assent-query/1", "groups": [{"column": "team"}], "noise": {"mechanism": "MECH", "confidence": "0.95"},
  "measures": [{"op": "count"}, {"op": "sum", "column": "income"}, {"op": "mean", "column": "income"}, {"op": "mean", "column": "age"}]}`

const peopleFairness = `{"format": "assent-fairness/1", "groups": [{"column": "team", "reference": "red"}], "noise": {"mechanism": "MECH", "confidence": "0.95"},
  "prediction": {"column": "risk", "op": "=", "value": "true"}, "label": {"column": "outcome", "op": "=", "value": "true"}}`

func private(t testing.TB, p *Plan, m *memory, rho uint64, seed int) *statistics.Result {
	t.Helper()
	r, err := p.Run(m.stream(), Release{How: job.Private, Rho: budgetRho(rho), Key: noiseKey(t, seed),
		LiveSubjects: uint32(len(m.rows))})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// holds says whether the interval of a private figure holds the exact value.
func holds(t *testing.T, private, exact figure.Figure) bool {
	t.Helper()
	if exact.Value == "" {
		return true // of an undefined rate there is no exact value to miss
	}
	v := new(big.Rat)
	if exact.Den != "" {
		num, _ := new(big.Int).SetString(exact.Num, 10)
		den, _ := new(big.Int).SetString(exact.Den, 10)
		v.SetFrac(num, den)
	} else if _, ok := v.SetString(exact.Value); !ok {
		t.Fatalf("value %q", exact.Value)
	}
	low, ok := new(big.Rat).SetString(private.Low)
	if !ok {
		t.Fatalf("figure %+v has no interval", private)
	}
	if private.High == "" {
		return low.Cmp(v) <= 0
	}
	high, ok := new(big.Rat).SetString(private.High)
	if !ok || low.Cmp(high) > 0 {
		t.Fatalf("figure %+v has no interval", private)
	}
	return low.Cmp(v) <= 0 && v.Cmp(high) <= 0
}

func figures(r *statistics.Result) (out []figure.Figure) {
	r.Each(func(f *figure.Figure) { out = append(out, *f) })
	return out
}

// TestStatedCoverage runs every job 300 times with different noise keys and counts, for every figure, how often its
// interval holds the exact value. The stated rate is 0.95. A figure that were held at exactly that rate would fall
// below 0.95 - 5.2 standard errors = 0.885 with probability 10^-7; there are about 700 figures, so a fresh set of keys
// raises a false alarm less than once in ten thousand runs. Over all figures of a job the average must not be below
// 0.95 at all.
func TestStatedCoverage(t *testing.T) {
	const runs = 300
	floor := 0.95 - 5.2*math.Sqrt(0.95*0.05/runs)
	data := people(t)
	for _, c := range []struct {
		name   string
		kind   kind.Kind
		params string
		rho    uint64
	}{
		{"query", kind.Query, peopleQuery, 400_000},
		{"query, little budget", kind.Query, peopleQuery, 4_000},
		{"fairness", kind.Fairness, peopleFairness, 200_000},
		{"fairness, little budget", kind.Fairness, peopleFairness, 4_000},
		{"fairness, large budget", kind.Fairness, peopleFairness, 20_000_000},
	} {
		for _, mechanism := range []string{"gaussian", "laplace"} {
			t.Run(c.name+", "+mechanism, func(t *testing.T) {
				t.Parallel()
				p := plan(t, c.kind, data.schema, strings.Replace(c.params, "MECH", mechanism, 1))
				want := figures(exact(t, p, data))
				held := make([]int, len(want))
				for seed := range runs {
					r := private(t, p, data, c.rho, seed)
					if seed < 20 {
						checkEncoding(t, p, r, c.rho)
					}
					for i, f := range figures(r) {
						if holds(t, f, want[i]) {
							held[i]++
						}
					}
				}
				total := 0
				for i, n := range held {
					total += n
					if rate := float64(n) / runs; rate < floor {
						t.Errorf("figure %d is held in %.3f of runs, below %.3f: %+v", i, rate, floor, want[i])
					}
				}
				average := float64(total) / float64(runs*len(held))
				t.Logf("%d figures, average coverage %.4f", len(held), average)
				if average < 0.95 {
					t.Errorf("average coverage %.4f is below 0.95", average)
				}
			})
		}
	}
}

// TestNoiseIsKeyed: the same inputs give the same bytes, another key other noise in every cell.
func TestNoiseIsKeyed(t *testing.T) {
	data := people(t)
	for k, params := range map[kind.Kind]string{kind.Query: peopleQuery, kind.Fairness: peopleFairness} {
		p := plan(t, k, data.schema, strings.Replace(params, "MECH", "gaussian", 1))
		encode := func(m *memory, seed int) string {
			b, err := private(t, p, m, 1_000, seed).Encode()
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		if once, again := encode(data, 1), encode(data, 1); once != again {
			t.Errorf("%s: the same key gives other bytes", k)
		}
		a, b := figures(private(t, p, data, 1_000, 1)), figures(private(t, p, data, 1_000, 2))
		same := 0
		for i := range a {
			if a[i].Noisy != "" && a[i].Noisy == b[i].Noisy {
				same++
			}
		}
		if same > 1 {
			t.Errorf("%s: %d noisy values agree under two keys", k, same)
		}
	}
}

// TestMeasuresKeepTheirNoise: asking for one measure more moves no other's noise, but for its share of the budget.
func TestMeasuresKeepTheirNoise(t *testing.T) {
	data := people(t)
	one := plan(t, kind.Query, data.schema,
		`{"format": "assent-query/1", "groups": [{"column": "team"}], "measures": [{"op": "count"}]}`)
	two := plan(t, kind.Query, data.schema,
		`{"format": "assent-query/1", "groups": [{"column": "team"}], "measures": [{"op": "sum", "column": "income"}, {"op": "count"}]}`)
	a, b := private(t, one, data, 1_000, 1), private(t, two, data, 2_000, 1)
	for i := range a.Query.Cells {
		if got, want := b.Query.Cells[i].Figures[1].Noisy, a.Query.Cells[i].Figures[0].Noisy; got != want {
			t.Errorf("group %v: %s, alone %s", a.Query.Cells[i].Group, got, want)
		}
	}
}

// TestSensitivity runs neighbouring datasets without noise and holds the change of every output to the sensitivity that
// its noise is calibrated to.
func TestSensitivity(t *testing.T) {
	data := people(t)
	for k, params := range map[kind.Kind]string{kind.Query: peopleQuery, kind.Fairness: peopleFairness} {
		p := plan(t, k, data.schema, strings.Replace(params, "MECH", "gaussian", 1))
		whole, err := p.Add(t.Context(), data.blocks(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(data.rows); i += 7 {
			others := vault.Select(data.stream(), func(s vault.Pseudonym) bool { return s != data.rows[i].Pseudonym })
			without, err := p.Add(t.Context(), vault.Blocks(others, len(data.schema.Columns)), nil)
			if err != nil {
				t.Fatal(err)
			}
			for o := range p.Outputs {
				var l0, l1, linf uint64
				for cell := range whole[o] {
					if d := whole[o][cell] - without[o][cell]; d != 0 {
						l0, l1, linf = l0+1, l1+uint64(max(d, -d)), max(linf, uint64(max(d, -d)))
					}
				}
				s := p.Outputs[o].Sensitivity(data.schema.MaxContributions)
				if l0 > s.L0 || l1 > s.L1 || linf > s.LInf {
					t.Errorf("output %s: one subject changes %d cells by %d, %d in all; declared %+v",
						p.Outputs[o].Name, l0, linf, l1, s)
				}
			}
		}
	}
}

// TestContributionsAreBounded: rows beyond the schema's maxContributions do not count, and unsorted rows are refused.
func TestContributionsAreBounded(t *testing.T) {
	data := people(t)
	p := plan(t, kind.Query, data.schema, `{"format": "assent-query/1", "measures": [{"op": "count"}]}`)
	row := data.rows[0]
	many := &memory{schema: data.schema, rows: slices.Repeat([]vault.Row{row}, 5)}
	if got := exact(t, p, many).Query.Cells[0].Figures[0].Value; got != "2" {
		t.Errorf("five rows of one subject count as %s, want 2", got)
	}
	unsorted := &memory{schema: data.schema, rows: []vault.Row{data.rows[5], data.rows[0]}}
	if _, err := p.Run(unsorted.stream(), Release{How: job.Exact}); !errors.Is(err, ErrRows) {
		t.Errorf("unsorted rows: %v", err)
	}
}

// TestDefaultHasTheShapeOfAll: the default value has the same members in the same places as any result.
func TestDefaultHasTheShapeOfAll(t *testing.T) {
	data := people(t)
	for k, params := range map[kind.Kind]string{kind.Query: peopleQuery, kind.Fairness: peopleFairness} {
		p := plan(t, k, data.schema, strings.Replace(params, "MECH", "laplace", 1))
		release := Release{How: job.Private, Rho: 50_000, Key: noiseKey(t, 3), LiveSubjects: 900}
		d, err := p.Default(release)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Run(data.stream(), release)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := shape(t, d), shape(t, r); a != b {
			t.Errorf("%s: the default's shape differs:\n%s\n%s", k, a, b)
		}
		if d.Privacy.RhoMicro != "50000" {
			t.Errorf("the default states another budget: %+v", d.Privacy)
		}
	}
}

// shape is a result's JSON with every figure's digits replaced.
func shape(t *testing.T, r *statistics.Result) string {
	b, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	copied, err := statistics.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	copied.Each(func(f *figure.Figure) {
		for _, s := range []*string{&f.Value, &f.Num, &f.Den, &f.Noisy, &f.Low} {
			if *s != "" || s == &f.Value {
				*s = "#"
			}
		}
		f.High = "#"
	})
	out, err := json.Marshal(copied)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestOrderLeavesNoTrace: rows of other subjects in another order, or the same subject's, give the same bytes.
func TestOrderLeavesNoTrace(t *testing.T) {
	data := people(t)
	p := plan(t, kind.Fairness, data.schema, strings.Replace(peopleFairness, "MECH", "gaussian", 1))
	swapped := &memory{schema: data.schema, rows: slices.Clone(data.rows)}
	for i := 1; i < len(swapped.rows); i++ {
		if swapped.rows[i].Pseudonym == swapped.rows[i-1].Pseudonym {
			swapped.rows[i], swapped.rows[i-1] = swapped.rows[i-1], swapped.rows[i]
		}
	}
	a, _ := private(t, p, data, 1_000, 1).Encode()
	b, _ := private(t, p, swapped, 1_000, 1).Encode()
	if !bytes.Equal(a, b) {
		t.Error("another order gives other bytes")
	}
}

func TestCheckCohort(t *testing.T) {
	if err := CheckCohort(20, 20); err != nil {
		t.Error(err)
	}
	if err := CheckCohort(19, 20); !errors.Is(err, ErrCohort) || !strings.Contains(err.Error(), "19 subjects") {
		t.Errorf("19 of 20: %v", err)
	}
}

func TestCheckRefuses(t *testing.T) {
	data := people(t)
	p := plan(t, kind.Query, data.schema, strings.Replace(peopleQuery, "MECH", "gaussian", 1))
	for name, err := range map[string]error{
		"exact with rho":        p.Check(job.Exact, 1),
		"private without":       p.Check(job.Private, 0),
		"fewer than outputs":    p.Check(job.Private, budgetRho(uint64(len(p.OutputNames())-1))),
		"unknown release":       p.Check(7, 1),
		"result does not fit":   plan(t, kind.Fairness, data.schema, manyGroups(40)).Check(job.Private, 1_000_000),
		"epsilon beyond counts": p.Check(job.Private, math.MaxUint64),
	} {
		if err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if err := p.Check(job.Private, budgetRho(uint64(len(p.OutputNames())))); err != nil {
		t.Errorf("the least budget: %v", err)
	}
}

func manyGroups(n int) string {
	var edges []string
	for i := range n + 1 {
		edges = append(edges, fmt.Sprint(18+i))
	}
	return `{"format": "assent-fairness/1", "groups": [{"column": "age", "edges": ` + quoted(edges) + `, "reference": "[18, 19)"}],
	  "prediction": {"column": "risk", "op": "=", "value": "true"}, "label": {"column": "outcome", "op": "=", "value": "true"}}`
}
