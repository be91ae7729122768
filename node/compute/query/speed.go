package query

import (
	"fmt"
	"math"
	"time"

	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/compute/work"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// Speed measures how many operations this machine does in a second on one core: those of a plan over a block of rows,
// at the best of some short runs, so that what else the machine does just then counts little. A clock that stands still
// tells nothing; then it is the most that there is.
func Speed(now func() time.Time) (work.Operations, error) {
	schema, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"Speed","subject":"who",
		"maxContributions":4,"columns":[{"name":"n","type":"integer","min":"0","max":"1000","nullable":true},
		{"name":"g","type":"category","values":["a","b","c","d","e","f"]}]}`))
	if err != nil {
		return 0, fmt.Errorf("measuring this machine's speed: %w", err)
	}
	p, err := Compile(statistics.Parameters{Query: &query.Parameters{
		Filter:   &selection.Filter{Column: "n", Op: "<", Value: "900"},
		Groups:   []selection.Grouping{{Column: "g"}},
		Measures: []query.Measure{{Op: "count"}, {Op: "mean", Column: "n"}},
	}}, schema)
	if err != nil {
		return 0, fmt.Errorf("measuring this machine's speed: %w", err)
	}
	rows := vault.NewColumns(schema, vault.BlockRows)
	for i := range vault.BlockRows {
		row := vault.Row{
			Pseudonym: vault.Pseudonym{byte(i >> 8), byte(i)},
			Values:    []int64{int64(i % 1000), int64(i % 6)}, Nulls: make([]bool, 2),
		}
		if err := rows.Add(&row); err != nil {
			return 0, fmt.Errorf("measuring this machine's speed: %w", err)
		}
	}
	best := time.Duration(math.MaxInt64)
	for range speedRuns {
		e := tabulation.NewPass(&p.Plan, nil)
		began := now()
		for range speedBlocks {
			for b := range rows.Blocks() {
				e.Take(b)
			}
		}
		if took := now().Sub(began); took > 0 { // a clock may have been set back
			best = min(best, took)
		}
	}
	if best == math.MaxInt64 {
		return math.MaxInt64, nil
	}
	operations := float64(p.RowWork(job.Private)) * vault.BlockRows * speedBlocks
	return work.Operations(min(operations/best.Seconds(), math.MaxInt64)), nil
}

// How many runs there are, and of how many blocks each: a run takes about a millisecond.
const (
	speedRuns   = 30
	speedBlocks = 10
)
