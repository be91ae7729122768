package query

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"strconv"

	"github.com/assent-network/assent/node/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/result"
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
	// Floor is the policy's minCell: an exact release keeps back what is of fewer people. Zero and one keep nothing back.
	Floor uint32
}

// ErrRows is returned when the rows themselves are not a dataset: out of order, or unreadable. It says that the file is
// broken, never what is in it.
var ErrRows = errors.New("the dataset's rows cannot be used")

// ErrCohort is returned when fewer subjects than the policy's minimum have live consent.
var ErrCohort = errors.New("cohort is below the policy's minimum")

// CheckCohort compares the count of subjects whose consent is live, which is public, with the policy's minimum. The rows
// that pass a filter play no part: whether a job runs must not tell how many they are.
func CheckCohort(liveSubjects, minimum uint32) error {
	if liveSubjects < minimum {
		return fmt.Errorf("%w: %d subjects have live consent, the policy asks for %d", ErrCohort, liveSubjects, minimum)
	}
	return nil
}

// Check says whether a release of this plan is possible: the budget reaches, the noise can be drawn, and the result fits.
// It depends on no row, so it is asked before a job is posted, and again before a key is released.
func (p *Plan) Check(how job.Release, rho budget.Rho) error {
	_, err := p.MaxSize(how, rho)
	return err
}

// MaxSize returns the most bytes that a result of this plan takes, whatever the rows are.
func (p *Plan) MaxSize(how job.Release, rho budget.Rho) (int, error) {
	key, err := mechanism.NewKey([][]byte{make([]byte, mechanism.MinShare)}, [32]byte{})
	if err != nil {
		return 0, err
	}
	r, err := p.Default(Release{How: how, Rho: rho, Key: key, LiveSubjects: math.MaxUint32, Floor: math.MaxUint32})
	if err != nil {
		return 0, err
	}
	r.each(func(f *Figure) { *f = f.widest() })
	b, err := r.Encode()
	if err != nil {
		return 0, err
	}
	if len(b) > result.MaxPlaintext {
		return 0, fmt.Errorf("the result may take %d bytes, at most %d leave: ask for fewer groups or measures", len(b), result.MaxPlaintext)
	}
	return len(b), nil
}

// Default returns the result over no rows: what leaves when a run is cut short. It has the shape of every other result
// of the plan and depends on no row; when it is private, it has noise like any other.
func (p *Plan) Default(release Release) (*Result, error) { return p.Run(noRows{}, release) }

type noRows struct{}

func (noRows) Next(*vault.Row) error { return io.EOF }

// Run reads the rows once and releases the result. The rows must be sorted by pseudonym, as a dataset file is; of a
// subject with more rows than the schema allows, the first ones count. Memory use does not grow with the rows.
//
// It fails only for reasons that Check finds beforehand, or with ErrRows.
func (p *Plan) Run(rows vault.Rows, release Release) (*Result, error) {
	bars, privacy, err := p.calibrate(release)
	if err != nil {
		return nil, fmt.Errorf("releasing a %s: %w", p.kind, err)
	}
	var people *census
	if release.floor() > 0 {
		people = newCensus(p)
	}
	totals, err := p.add(rows, people)
	if err != nil {
		return nil, err
	}
	if release.How == job.Private {
		p.addNoise(totals, bars, release.Key)
	}
	r := &Result{Format: ResultFormat, Kind: p.kind.String(), Release: release.How.String(), LiveSubjects: release.LiveSubjects, Privacy: privacy}
	if p.kind == kind.Query {
		r.Query = p.queryResult(totals, bars)
	} else {
		r.Fairness = p.fairnessResult(totals, bars)
	}
	if people != nil {
		people.suppress(r, release.floor())
	}
	return r, nil
}

// calibrate splits the budget evenly over the outputs. There are no error bars when the release is exact.
func (p *Plan) calibrate(release Release) ([]*errorBars, *Privacy, error) {
	if release.How == job.Exact {
		if release.Rho != 0 {
			return nil, nil, errors.New("an exact release takes no rho")
		}
		return nil, nil, nil
	}
	if release.How != job.Private {
		return nil, nil, fmt.Errorf("release %d is unknown", release.How)
	}
	n := budget.Rho(len(p.outputs))
	if release.Rho < n {
		return nil, nil, fmt.Errorf("rho of %d millionths cannot be split over %d outputs", uint64(release.Rho), n)
	}
	epsilon, err := release.Rho.ToEpsilon(budget.DeltaExponent)
	if err != nil {
		return nil, nil, err
	}
	privacy := &Privacy{
		Mechanism: p.mechanism.String(), Unit: "subject", MaxContributions: p.schema.MaxContributions,
		RhoMicro: whole(uint64(release.Rho)), Epsilon: epsilon.String(),
		Delta:      big.NewRat(1, pow10(budget.DeltaExponent)).FloatString(budget.DeltaExponent),
		Confidence: string(p.confidence),
	}
	bars := make([]*errorBars, n)
	for i := range p.outputs {
		o := &p.outputs[i]
		share := release.Rho / n
		if budget.Rho(i) < release.Rho%n {
			share++ // the remainder goes to the first outputs
		}
		s := o.sensitivity(p.schema.MaxContributions)
		noise, err := mechanism.Calibrate(p.mechanism, s, share)
		if err != nil {
			return nil, nil, fmt.Errorf("output %s: %w", o.name, err)
		}
		bars[i] = &errorBars{noise: noise, alpha: p.alpha, known: map[[2]int]*big.Int{}}
		privacy.Outputs = append(privacy.Outputs, Output{
			Name: o.name, RhoMicro: whole(uint64(share)), L0: whole(s.L0), LInf: whole(s.LInf), L1: whole(s.L1),
			Scale: noise.Scale().RatString(),
		})
	}
	return bars, privacy, nil
}

// add sums the rows into one vector per output, and shows each to the census if there is one.
func (p *Plan) add(rows vault.Rows, people *census) ([][]int64, error) {
	totals := make([][]int64, len(p.outputs))
	for i := range totals {
		totals[i] = make([]int64, p.outputs[i].cells)
	}
	var row vault.Row
	var last vault.Pseudonym
	for n, own, person := 0, 0, 0; ; n++ {
		err := rows.Next(&row)
		if errors.Is(err, io.EOF) {
			return totals, nil
		}
		switch {
		case err != nil:
			return nil, fmt.Errorf("%w: %w", ErrRows, err)
		case n == vault.MaxRows:
			return nil, fmt.Errorf("%w: more than %d rows", ErrRows, vault.MaxRows)
		case len(row.Values) != len(p.schema.Columns) || len(row.Nulls) != len(row.Values):
			return nil, fmt.Errorf("%w: a row has %d cells, the schema %d columns", ErrRows, len(row.Values), len(p.schema.Columns))
		}
		if c := bytes.Compare(row.Pseudonym[:], last[:]); n == 0 || c > 0 {
			own, last = 0, row.Pseudonym
			person++
		} else if c < 0 {
			return nil, fmt.Errorf("%w: they are not sorted by pseudonym", ErrRows)
		}
		if own++; own > p.schema.MaxContributions {
			continue
		}
		counts := p.counts(&row)
		if people != nil {
			people.see(person, &row, counts)
		}
		if !counts {
			continue
		}
		for i := range p.outputs {
			if cell, amount := p.outputs[i].add(&row); cell >= 0 {
				totals[i][cell] += amount
			}
		}
	}
}

// addNoise draws every cell's noise from a stream of its own, labelled with the output and the group.
func (p *Plan) addNoise(totals [][]int64, bars []*errorBars, key mechanism.Key) {
	for i := range p.outputs {
		o := &p.outputs[i]
		for cell := range totals[i] {
			labels := append([]string{"noise", o.name}, o.cellNames(cell)...)
			totals[i][cell] = addSaturated(totals[i][cell], bars[i].noise.Sample(key.Stream(labels...)))
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

func whole(v uint64) string { return strconv.FormatUint(v, 10) }

func pow10(n int) int64 {
	v := int64(1)
	for range n {
		v *= 10
	}
	return v
}
