// Package query computes the statistics of the job kinds query and fairness.
//
// A job's parameters are turned into a Plan with the help of the dataset's schema alone: groups, bounds, sensitivities,
// the shape and the largest size of the result are fixed before a row is read. Run then reads the rows once, adds
// integers, and releases: exactly, or with noise from package mechanism. The result's bytes are a function of the set
// of rows, the plan and the noise key. Neither the order of the rows, nor floating point, nor time enters it.
package query

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"math/big"
	"strconv"

	"github.com/assent-network/assent/node/compute/census"
	"github.com/assent-network/assent/node/compute/estimate"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/rates"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// Release says how a result leaves.
type Release struct {
	// How is private or exact.
	How job.Release
	// Rho is the budget of a private release; zero for an exact one.
	Rho budget.Rho
	// Key is the noise key of a private release.
	Key mechanism.Key
	// LiveSubjects is the count of subjects whose consent is live for the job, before any filter. It is public.
	LiveSubjects uint32
	// Floor is the policy's minCell: an exact release keeps back what is of fewer people. Zero and one keep nothing
	// back.
	Floor uint32
}

// Plan is a job's parameters checked against a schema, with all that can be told of the job before a row is read. It is
// immutable and safe for concurrent use.
type Plan struct{ tabulation.Plan }

// Compile checks the parameters against the schema. Nothing it does depends on data.
func Compile(p statistics.Parameters, s *schema.Schema) (*Plan, error) {
	t, err := tabulation.Compile(p, s)
	if err != nil {
		return nil, err
	}
	return &Plan{*t}, nil
}

// ErrRows is returned when the rows themselves are not a dataset: out of order, or unreadable. It says that the file is
// broken, never what is in it.
var ErrRows = errors.New("the dataset's rows cannot be used")

// ErrCohort is returned when fewer subjects than the policy's minimum have live consent.
var ErrCohort = errors.New("cohort is below the policy's minimum")

// CheckCohort compares the count of subjects whose consent is live, which is public, with the policy's minimum. The
// rows that pass a filter play no part: whether a job runs must not tell how many they are.
func CheckCohort(liveSubjects, minimum uint32) error {
	if liveSubjects < minimum {
		return fmt.Errorf("%w: %d subjects have live consent, the policy asks for %d", ErrCohort, liveSubjects, minimum)
	}
	return nil
}

// Check says whether a release of this plan is possible: its work is bounded, the budget reaches, the noise can be
// drawn, and the result fits. It depends on no row, so it is asked before a job is posted, and again before a key is
// released.
func (p *Plan) Check(how job.Release, rho budget.Rho) error {
	_, err := p.MaxSize(how, rho)
	return err
}

// MaxSize returns the most bytes that a result of this plan takes, whatever the rows are.
func (p *Plan) MaxSize(how job.Release, rho budget.Rho) (int, error) {
	prepared, err := p.Prepare(Release{How: how, Rho: rho})
	if err != nil {
		return 0, err
	}
	return prepared.MaxSize()
}

// Default returns the result over no rows: what leaves when a run is cut short. It has the shape of every other result
// of the plan and depends on no row; when it is private, it has noise like any other.
func (p *Plan) Default(release Release) (*statistics.Result, error) {
	prepared, err := p.Prepare(release)
	if err != nil {
		return nil, err
	}
	return prepared.Default()
}

// Run reads the rows once and releases the result. The rows must be sorted by pseudonym, as a dataset file is; of a
// subject with more rows than the schema allows, the first ones count. Memory use does not grow with the rows.
//
// It fails only for reasons that Check finds beforehand, or with ErrRows.
func (p *Plan) Run(rows vault.Rows, release Release) (*statistics.Result, error) {
	prepared, err := p.Prepare(release)
	if err != nil {
		return nil, err
	}
	return prepared.Run(context.Background(), vault.Blocks(rows, len(p.Schema.Columns)))
}

// Prepared is a plan with all that a release of it takes before the first row. It is not safe for concurrent use.
type Prepared struct {
	plan    *Plan
	release Release
	bars    []*estimate.Bars
	privacy *statistics.Privacy
}

// Prepare readies a plan for a release. It depends on no row. It fails for reasons that Check finds beforehand.
func (p *Plan) Prepare(release Release) (*Prepared, error) {
	if err := p.bounded(release.How); err != nil {
		return nil, fmt.Errorf("releasing a %s: %w", p.Kind, err)
	}
	if err := p.oneClamp(release.How); err != nil {
		return nil, fmt.Errorf("releasing a %s: %w", p.Kind, err)
	}
	bars, privacy, err := p.calibrate(release)
	if err != nil {
		return nil, fmt.Errorf("releasing a %s: %w", p.Kind, err)
	}
	return &Prepared{plan: p, release: release, bars: bars, privacy: privacy}, nil
}

// oneClamp returns an error for an exact release of measures that clamp one column otherwise: their difference tells of
// those whose value lies between the bounds, however few they are.
func (p *Plan) oneClamp(how job.Release) error {
	if how != job.Exact {
		return nil
	}
	for i := range p.Measures {
		m := &p.Measures[i]
		for j := range p.Measures[:i] {
			o := &p.Measures[j]
			if o.Column != m.Column || o.Low == m.Low && o.High == m.High {
				continue
			}
			text := m.Column.Text
			return fmt.Errorf("%s is clamped to %s and %s, %s to %s and %s: together they tell of the people "+
				"between, so that an exact release has one min and max for all measures of a column: give %s the "+
				"same ones",
				o.Name, text(o.Low), text(o.High), m.Name, text(m.Low), text(m.High), m.Name)
		}
	}
	return nil
}

// WithKey returns the same release with a noise key, which need not be known before.
func (r *Prepared) WithKey(key mechanism.Key) *Prepared {
	keyed := *r
	keyed.release.Key = key
	return &keyed
}

// MaxSize is the most bytes that the result takes, whatever the rows and the noise are. It computes the error bars,
// which depend on neither and take long; what is released after it has them.
func (r *Prepared) MaxSize() (int, error) {
	whatever := [][]byte{make([]byte, mechanism.MinShare)}
	key, err := mechanism.NewKey(mechanism.Draw{Brokers: whatever, Enclaves: whatever})
	if err != nil {
		return 0, err
	}
	other := *r
	other.release.Key, other.release.LiveSubjects, other.release.Floor = key, math.MaxUint32, math.MaxUint32
	widest, err := other.Default()
	if err != nil {
		return 0, err
	}
	widest.Each(func(f *figure.Figure) { *f = f.Widest() })
	b, err := widest.Encode()
	if err != nil {
		return 0, err
	}
	if len(b) > result.MaxPlaintext {
		return 0, r.plan.SizeError(len(b), r.release.How)
	}
	return len(b), nil
}

// Default is the result over no rows: see Plan.Default.
func (r *Prepared) Default() (*statistics.Result, error) {
	return r.Run(context.Background(), func(func(*vault.Block, error) bool) {})
}

// Run is Plan.Run over rows by columns. It fails also when the context ends before the last row. What it does for a row
// is the same whatever the row holds, and Plan.Work bounds how long it takes with Default, both after MaxSize
// (docs/design/moment.md).
func (r *Prepared) Run(ctx context.Context, rows iter.Seq2[*vault.Block, error]) (*statistics.Result, error) {
	var people *census.Census
	if r.release.floor() > 0 {
		people = census.New(&r.plan.Plan)
	}
	totals, err := r.plan.Add(ctx, rows, people)
	if err != nil {
		return nil, err
	}
	if r.release.How == job.Private {
		r.plan.addNoise(totals, r.bars, r.release.Key)
	}
	out := &statistics.Result{
		Format: statistics.ResultFormat, Kind: r.plan.Kind.String(), Release: r.release.How.String(),
		LiveSubjects: r.release.LiveSubjects, Privacy: r.privacy,
	}
	if r.plan.Kind == kind.Query {
		out.Query = r.plan.QueryResult(totals, r.bars)
	} else {
		out.Fairness = rates.Result(&r.plan.Plan, totals, r.bars)
	}
	if people != nil {
		people.Suppress(out, r.release.floor())
	}
	return out, nil
}

// calibrate splits the budget evenly over the outputs. There are no error bars when the release is exact.
func (p *Plan) calibrate(release Release) ([]*estimate.Bars, *statistics.Privacy, error) {
	if release.How == job.Exact {
		if release.Rho != 0 {
			return nil, nil, errors.New("an exact release takes no rho")
		}
		return nil, nil, nil
	}
	if release.How != job.Private {
		return nil, nil, fmt.Errorf("release %d is unknown", release.How)
	}
	n := budget.Rho(len(p.Outputs))
	if release.Rho < n {
		return nil, nil, fmt.Errorf("rho of %d millionths cannot be split over %d outputs", uint64(release.Rho), n)
	}
	epsilon, err := release.Rho.ToEpsilon(budget.DeltaExponent)
	if err != nil {
		return nil, nil, err
	}
	privacy := &statistics.Privacy{
		Mechanism: p.Noise.Mechanism.String(), Unit: "subject", MaxContributions: p.Schema.MaxContributions,
		RhoMicro: digits(uint64(release.Rho)), Epsilon: epsilon.String(),
		Delta:      big.NewRat(1, estimate.PowerOfTen(budget.DeltaExponent)).FloatString(budget.DeltaExponent),
		Confidence: string(p.Noise.Confidence), Removable: statistics.Removable,
	}
	bars := make([]*estimate.Bars, n)
	for i := range p.Outputs {
		o := &p.Outputs[i]
		share := release.Rho / n
		if budget.Rho(i) < release.Rho%n {
			share++ // the remainder goes to the first outputs
		}
		s := o.Sensitivity(p.Schema.MaxContributions)
		noise, err := mechanism.Calibrate(p.Noise.Mechanism, s, share)
		if err != nil {
			return nil, nil, fmt.Errorf("output %s: %w", o.Name, err)
		}
		bars[i] = &estimate.Bars{Noise: noise, Alpha: p.Noise.Alpha, Known: map[[2]int]*big.Int{}}
		privacy.Outputs = append(privacy.Outputs, statistics.Output{
			Name: o.Name, RhoMicro: digits(uint64(share)), L0: digits(s.L0), LInf: digits(s.LInf), L1: digits(s.L1),
			Scale: noise.Scale().RatString(),
		})
	}
	return bars, privacy, nil
}

// Add sums the rows into one vector per output, and shows them to the census if there is one.
func (p *Plan) Add(ctx context.Context, rows iter.Seq2[*vault.Block, error], people *census.Census) ([][]int64, error) {
	e := tabulation.NewPass(&p.Plan, nil)
	if people != nil {
		e.People = people
	}
	for b, err := range rows {
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrRows, err)
		}
		if len(b.Values) != len(p.Schema.Columns) || len(b.Nulls) != len(b.Values) {
			return nil, fmt.Errorf("%w: a block has %d columns, the schema %d", ErrRows, len(b.Values),
				len(p.Schema.Columns))
		}
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("adding up the rows: %w", err)
		}
		e.Take(b)
	}
	return e.Sums(), nil
}

// addNoise draws every cell's noise from a stream of its own, labelled with the output and the group.
func (p *Plan) addNoise(totals [][]int64, bars []*estimate.Bars, key mechanism.Key) {
	for i := range p.Outputs {
		o := &p.Outputs[i]
		for cell := range totals[i] {
			labels := append([]string{"noise", o.Name}, o.CellNames(cell)...)
			totals[i][cell] = addSaturated(totals[i][cell], bars[i].Noise.Sample(key.Stream(labels...)))
		}
	}
}

func addSaturated(a, b int64) int64 {
	switch sum := a + b; {
	case a > 0 && b > 0 && sum < 0:
		return math.MaxInt64
	case a < 0 && b < 0 && sum >= 0:
		return -math.MaxInt64
	default:
		return sum
	}
}

func digits(v uint64) string { return strconv.FormatUint(v, 10) }

// floor is the fewest people of a cell that this release shows; zero for none. A floor of one person keeps nothing
// back. A private release has none: a look at exact counts would tell of single people, at no price.
func (r Release) floor() uint32 {
	if r.How != job.Exact || r.Floor < 2 {
		return 0
	}
	return r.Floor
}
