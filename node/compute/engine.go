package compute

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/compute/work"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// Engine computes the jobs of one kind.
type Engine interface {
	// Compile checks canonical parameters against a schema and plans their job. Nothing it does depends on a row.
	Compile(parameters []byte, s *schema.Schema) (Plan, error)
}

// Plan is a job as its parameters and the schema have it. What it says depends on no row.
type Plan interface {
	// Check says whether a release is possible: its work is bounded, its budget reaches and its result fits.
	Check(how job.Release, rho budget.Rho) error
	// Work is what a release over so many rows takes, and the default value beforehand.
	Work(how job.Release, rows uint64) work.Operations
	// Prepare does what a release takes before its noise key is known. It fails for reasons that Check finds.
	Prepare(release query.Release) (Prepared, error)
}

// Prepared is a plan that is ready for its rows. It is not safe for concurrent use.
type Prepared interface {
	// MaxSize is the most bytes of the result, whatever the rows and the noise are.
	MaxSize() (int, error)
	// Run computes the result over rows with a noise key, which an exact release does without, and returns its
	// plaintext. What it does for a row is the same whatever the row holds. A panic in it counts as a run that failed.
	Run(ctx context.Context, key mechanism.Key, rows iter.Seq2[*vault.Block, error]) ([]byte, error)
	// Default computes the result over no rows, which leaves when a run is cut short.
	Default(ctx context.Context, key mechanism.Key) ([]byte, error)
}

// Engines are the engines of the kinds of jobs that this version of the software runs.
type Engines map[kind.Kind]Engine

// NewEngines returns an engine for each kind of kind.Runnable.
func NewEngines() Engines {
	return Engines{kind.Query: statisticsEngine{kind.Query}, kind.Fairness: statisticsEngine{kind.Fairness}}
}

// Compile has the engine of a kind compile.
func (e Engines) Compile(k kind.Kind, parameters []byte, s *schema.Schema) (Plan, error) {
	engine, ok := e[k]
	if !ok {
		var names []string
		for known := range e {
			names = append(names, known.String())
		}
		slices.Sort(names)
		return nil, fmt.Errorf("compiling a job of kind %s: no engine here runs it, there are those of %s", k,
			strings.Join(names, ", "))
	}
	return engine.Compile(parameters, s)
}

// statisticsEngine computes jobs of one of the kinds whose result is statistics.
type statisticsEngine struct{ kind kind.Kind }

// Compile implements Engine.
func (e statisticsEngine) Compile(parameters []byte, s *schema.Schema) (Plan, error) {
	p, err := statistics.Parse(e.kind, parameters)
	if err != nil {
		return nil, err
	}
	plan, err := query.Compile(p, s)
	if err != nil {
		return nil, err
	}
	return statisticsPlan{plan}, nil
}

type statisticsPlan struct{ *query.Plan }

// Prepare implements Plan.
func (p statisticsPlan) Prepare(release query.Release) (Prepared, error) {
	prepared, err := p.Plan.Prepare(release)
	if err != nil {
		return nil, err
	}
	return statisticsRun{prepared}, nil
}

type statisticsRun struct{ *query.Prepared }

// Run implements Prepared.
func (r statisticsRun) Run(
	ctx context.Context, key mechanism.Key, rows iter.Seq2[*vault.Block, error],
) ([]byte, error) {
	return Run(ctx, r.WithKey(key), rows)
}

// Default implements Prepared.
func (r statisticsRun) Default(ctx context.Context, key mechanism.Key) ([]byte, error) {
	return r.Run(ctx, key, func(func(*vault.Block, error) bool) {})
}
