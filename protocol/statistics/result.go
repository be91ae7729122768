package statistics

import (
	"fmt"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
)

// ResultFormat is the format member of a result.
const ResultFormat = "assent-result/1"

// Result is what a job releases. Its canonical encoding is the plaintext that the receipt commits to.
type Result struct {
	Format string `json:"format"`
	// Kind is query or fairness, Release private or exact.
	Kind    string `json:"kind"`
	Release string `json:"release"`
	// LiveSubjects is the public count of subjects whose consent was live for the job, before any filter.
	LiveSubjects uint32 `json:"liveSubjects"`
	// Privacy says how a private release was made; absent when it is exact.
	Privacy *Privacy `json:"privacy,omitempty"`
	// Floor is the fewest people of a cell that an exact release shows; absent when it shows all. What is kept back has
	// the value Suppressed.
	Floor uint32 `json:"floor,omitempty"`
	// Query or Fairness holds the figures.
	Query    *query.Result    `json:"query,omitempty"`
	Fairness *fairness.Result `json:"fairness,omitempty"`
}

// Privacy says what a private release promises and how it was made.
type Privacy struct {
	Mechanism string `json:"mechanism"`
	// Unit is what one unit of privacy protects: everything that one subject's rows contribute.
	Unit string `json:"unit"`
	// MaxContributions is the most rows of one subject.
	MaxContributions int `json:"maxContributions"`
	// RhoMicro is the zCDP budget in millionths; it implies (Epsilon, Delta) differential privacy.
	RhoMicro string `json:"rhoMicro"`
	Epsilon  string `json:"epsilon"`
	Delta    string `json:"delta"`
	// Confidence is the rate at which each interval, by itself, holds the exact value.
	Confidence string   `json:"confidence"`
	Outputs    []Output `json:"outputs"`
	// Removable says who could take the noise off, in words; see the constant.
	Removable string `json:"removable"`
}

// Removable says who could take the noise off a private release. The noise follows from the broker's share, from one
// that the executing enclave draws and overwrites, and from a header that is not known before the budget is charged.
const Removable = "by an attacker with both the dataset's broker share and the memory of the executing enclave while " +
	"the job runs; not later, by any key or backup"

// Output is one vector of integers that noise was added to.
type Output struct {
	Name     string `json:"name"`
	RhoMicro string `json:"rhoMicro"`
	// L0, LInf and L1 are the sensitivities: the most cells that one subject changes, by how much each, and in sum.
	L0   string `json:"l0"`
	LInf string `json:"lInf"`
	L1   string `json:"l1"`
	// Scale is the exact scale of the Laplace, or the exact variance of the Gaussian, in the output's units.
	Scale string `json:"scale"`
}

// Encode returns the result's one encoding: canonical JSON.
func (r *Result) Encode() ([]byte, error) {
	b, err := canonical.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encoding the result: %w", err)
	}
	return b, nil
}

// Decode reads a result strictly.
func Decode(data []byte) (*Result, error) {
	if err := canonical.Check(data); err != nil {
		return nil, fmt.Errorf("reading the result: %w", err)
	}
	var r Result
	var err error
	if err = canonical.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("reading the result: %w", err)
	}
	if r.Format != ResultFormat {
		return nil, fmt.Errorf("reading the result: format is %.64q, want %q", r.Format, ResultFormat)
	}
	switch k, err := kind.Parse(r.Kind); {
	case err != nil:
		return nil, fmt.Errorf("reading the result: %w", err)
	case (k == kind.Query) != (r.Query != nil) || (k == kind.Fairness) != (r.Fairness != nil):
		return nil, fmt.Errorf("reading the result: it is of kind %s and does not hold that kind's figures", r.Kind)
	case r.Release != job.Private.String() && r.Release != job.Exact.String() ||
		(r.Release == job.Private.String()) != (r.Privacy != nil):
		return nil, fmt.Errorf("reading the result: release %.64q does not agree with its privacy member", r.Release)
	}
	if r.Floor == 1 || r.Floor > 0 && r.Release != job.Exact.String() {
		return nil, fmt.Errorf(
			"reading the result: a release that is %.64s has the floor %d: want an exact one, and 2 people or more",
			r.Release, r.Floor)
	}
	if r.Query != nil {
		for i, cell := range r.Query.Cells {
			if len(cell.Group) != len(r.Query.Groupings) || len(cell.Figures) != len(r.Query.Measures) {
				return nil, fmt.Errorf(
					"reading the result: line %d does not have a group of each grouping and a figure of each measure",
					i+1)
			}
		}
	}
	r.Each(func(f *figure.Figure) {
		if f.Suppressed() && (r.Floor == 0 || *f != (figure.Figure{Value: figure.Suppressed})) {
			err = fmt.Errorf("reading the result: a figure is suppressed without a floor, or has other members %+v", *f)
		}
	})
	if err != nil {
		return nil, err
	}
	return &r, nil
}

// Each calls f on every figure.
func (r *Result) Each(f func(*figure.Figure)) {
	if r.Query != nil {
		r.Query.Each(f)
	}
	if r.Fairness != nil {
		r.Fairness.Each(f)
	}
}
