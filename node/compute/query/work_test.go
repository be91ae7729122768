package query

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/work"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
)

func TestWorkFollowsFromThePlan(t *testing.T) {
	s := mixed(t, nil, 0).schema
	of := func(params string) *Plan { return plan(t, kind.Query, s, `{"format":"assent-query/1",`+params+`}`) }
	count := `"measures":[{"op":"count"}]`
	least := of(count)
	for name, more := range map[string]*Plan{
		"a filter":         of(`"filter":{"column":"b","op":"=","value":"true"},` + count),
		"a list of values": of(`"filter":{"column":"n","op":"in","values":["1","2","3"]},` + count),
		"groups":           of(`"groups":[{"column":"c"}],` + count),
		"rules": of(`"groups":[{"name":"r","rules":[
			{"name":"a","where":{"column":"b","op":"=","value":"true"}}]}],` + count),
		"a measure": of(`"measures":[{"op":"count"},{"op":"sum","column":"n"}]`),
	} {
		if more.RowWork(job.Private) <= least.RowWork(job.Private) {
			t.Errorf("%s is no more work for a row", name)
		}
		if more.Work(job.Private, 2_000) <= more.Work(job.Private, 1_000) {
			t.Errorf("%s: twice the rows are no more work", name)
		}
	}
	if least.RowWork(job.Exact) <= least.RowWork(job.Private) {
		t.Error("an exact release, which a floor may be on, is no more work than a private one")
	}
	if got := (3 * work.Rate / 2).Duration(); got != 1500*time.Millisecond {
		t.Errorf("one and a half times the rate takes %s", got)
	}
	if got := work.Operations(1<<64 - 1).Duration(); got <= 0 {
		t.Errorf("the most work takes %s", got)
	}
}

// TestTooMuchWork: parameters within all other limits can ask for more of each row, or of a floor, than any plan may
// take.
func TestTooMuchWork(t *testing.T) {
	var columns, measures, edges []string
	for i := range 16 {
		columns = append(columns, fmt.Sprintf(
			`{"name":"n%d","type":"integer","min":"-600","max":"600","nullable":true}`, i))
		measures = append(measures, fmt.Sprintf(`{"op":"sum","column":"n%d"},{"op":"mean","column":"n%d","max":"10"}`,
			i, i))
	}
	for i := range 21 {
		edges = append(edges, fmt.Sprint(i))
	}
	const head = `{"format":"assent-schema/1","title":"t","subject":"who","maxContributions":1,"columns":[`
	wide, err := schema.Parse([]byte(head + strings.Join(columns, ",") + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	groups := fmt.Sprintf(`"groups":[{"column":"n0","edges":%s},{"column":"n1","edges":%s}]`, quoted(edges),
		quoted(edges))
	p := plan(t, kind.Query, wide, `{"format":"assent-query/1",`+groups+`,"measures":[`+strings.Join(measures, ",")+
		`]}`)
	err = p.Check(job.Exact, 0)
	if err == nil || !strings.Contains(err.Error(), "operations for each row, at most 16384 are allowed") {
		t.Errorf("too much work for a row: %v", err)
	}
	var values []string
	for i := range 300 {
		values = append(values, fmt.Sprintf("v%d", i))
	}
	many, err := schema.Parse([]byte(head + `{"name":"g","type":"category","values":` + quoted(values) + `},
		{"name":"p","type":"boolean"},{"name":"l","type":"boolean"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p = plan(t, kind.Fairness, many, `{"format":"assent-fairness/1","groups":[{"column":"g","reference":"v0"}],
		"label":{"column":"l","op":"=","value":"true"},"prediction":{"column":"p","op":"=","value":"true"}}`)
	err = p.Check(job.Exact, 0)
	if err == nil || !strings.Contains(err.Error(), "to compute, at most 1m0s are allowed: ask for fewer groups") {
		t.Errorf("too much work for a floor: %v", err)
	}
}

// TestSumsAreAligned: lines of sums are lines of the processor's cache, so that to touch each of them is to touch all
// memory alike.
func TestSumsAreAligned(t *testing.T) {
	for cells := 1; cells <= selection.MaxGroups; cells++ {
		if at := uintptr(unsafe.Pointer(unsafe.SliceData(oblivious.NewTotals(cells)))); at%64 != 0 {
			t.Errorf("%d cells begin %d bytes after a line", cells, at%64)
		}
	}
}

// BenchmarkWork compares what plans take with the work that they declare, at the least rate: the metric is the part of
// the declared time that passed.
func BenchmarkWork(b *testing.B) {
	var values []string
	for i := range 20 {
		values = append(values, fmt.Sprintf("v%d", i))
	}
	const head = `{"format":"assent-schema/1","title":"t","subject":"who","maxContributions":2,"columns":[`
	s, err := schema.Parse([]byte(head + `{"name":"g","type":"category","values":` + quoted(values) + `},
		{"name":"p","type":"boolean"},{"name":"l","type":"boolean"},
		{"name":"v","type":"integer","min":"-10","max":"100000","nullable":true}]}`))
	if err != nil {
		b.Fatal(err)
	}
	rows := func(n, stride int) *vault.Columns {
		held := vault.NewColumns(s, n)
		for i := range n {
			row := vault.Row{
				Pseudonym: vault.Pseudonym{byte(i >> 16), byte(i >> 8), byte(i)},
				Values:    []int64{int64(i / stride % 20), int64(i % 2), int64(i / 2 % 2), int64(i)},
				Nulls:     make([]bool, 4),
			}
			if err := held.Add(&row); err != nil {
				b.Fatal(err)
			}
		}
		return held
	}
	audit := `{"format":"assent-fairness/1","groups":[{"column":"g","reference":"v0"}],
		"label":{"column":"l","op":"=","value":"true"},"prediction":{"column":"p","op":"=","value":"true"}}`
	table := `{"format":"assent-query/1","groups":[{"column":"g"}],
		"measures":[{"op":"count"},{"op":"mean","column":"v"},{"op":"sum","column":"v"}]}`
	for _, c := range []struct {
		name, params string
		kind         kind.Kind
		release      Release
		rows         *vault.Columns
	}{
		{"no rows", table, kind.Query, Release{How: job.Private, Rho: 1000, Key: noiseKey(b, 1)}, rows(0, 1)},
		{"many rows", table, kind.Query, Release{How: job.Private, Rho: 1000, Key: noiseKey(b, 1)}, rows(100_000, 1)},
		{"many rows under a floor", table, kind.Query, Release{How: job.Exact, Floor: 10}, rows(100_000, 1)},
		{"an audit of many rows", audit, kind.Fairness, Release{How: job.Exact, Floor: 10}, rows(100_000, 1)},
		{"an audit of few in each cell", audit, kind.Fairness, Release{How: job.Exact, Floor: 100}, rows(6_500, 300)},
		{"an audit of hardly anybody", audit, kind.Fairness, Release{How: job.Exact, Floor: 10}, rows(160, 1)},
	} {
		b.Run(c.name, func(b *testing.B) {
			p := plan(b, c.kind, s, c.params)
			r := prepared(b, p, c.release)
			if _, err := r.MaxSize(); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := r.Default(); err != nil {
					b.Fatal(err)
				}
				if _, err := r.Run(b.Context(), c.rows.Blocks()); err != nil {
					b.Fatal(err)
				}
			}
			declared := p.Work(c.release.How, uint64(c.rows.Len())).Duration()
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(declared), "of-declared")
		})
	}
}
