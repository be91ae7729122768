package query

import (
	"fmt"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
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
	Query    *QueryResult    `json:"query,omitempty"`
	Fairness *FairnessResult `json:"fairness,omitempty"`
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

// QueryResult is a table: a row per cell of the groupings' product, in the order in which they are declared.
type QueryResult struct {
	Groupings []string   `json:"groupings"`
	Measures  []string   `json:"measures"`
	Cells     []CellLine `json:"cells"`
}

// CellLine is one line of the table: one group of each grouping, one figure per measure.
type CellLine struct {
	Group   []string `json:"group"`
	Figures []Figure `json:"figures"`
}

// FairnessResult holds a comparison per grouping.
type FairnessResult struct {
	// Conventions says in words how the figures are defined.
	Conventions map[string]string  `json:"conventions"`
	Groupings   []FairnessGrouping `json:"groupings"`
}

// FairnessGrouping compares the groups of one grouping.
type FairnessGrouping struct {
	Name      string          `json:"name"`
	Reference string          `json:"reference"`
	Groups    []FairnessGroup `json:"groups"`
	// Overall adds up the groups above.
	Overall FairnessGroup `json:"overall"`
}

// FairnessGroup is one group's confusion matrix and what follows from it.
type FairnessGroup struct {
	Name   string `json:"name"`
	Matrix Matrix `json:"matrix"`
	Rates  Rates  `json:"rates"`
	// LeftOut counts the group's rows that lack a label or a prediction, and so are in no other figure; absent where
	// the schema has none such.
	LeftOut *Figure `json:"leftOut,omitempty"`
	// Comparison is with the reference group; the reference group and the whole have none.
	Comparison *Comparison `json:"comparison,omitempty"`
}

// Matrix is a confusion matrix with its sum.
type Matrix struct {
	N  Figure `json:"n"`
	TP Figure `json:"tp"`
	FP Figure `json:"fp"`
	TN Figure `json:"tn"`
	FN Figure `json:"fn"`
}

// Rates are fractions of a confusion matrix.
type Rates struct {
	SelectionRate Figure `json:"selectionRate"`
	Prevalence    Figure `json:"prevalence"`
	FPR           Figure `json:"fpr"`
	FNR           Figure `json:"fnr"`
	TPR           Figure `json:"tpr"`
	TNR           Figure `json:"tnr"`
	PPV           Figure `json:"ppv"`
	NPV           Figure `json:"npv"`
	Accuracy      Figure `json:"accuracy"`
}

// Comparison compares a group with the reference group: differences are group minus reference, ratios group over
// reference.
type Comparison struct {
	DisparateImpact             Figure `json:"disparateImpact"`
	StatisticalParityDifference Figure `json:"statisticalParityDifference"`
	EqualOpportunityDifference  Figure `json:"equalOpportunityDifference"`
	FPRDifference               Figure `json:"fprDifference"`
	FNRDifference               Figure `json:"fnrDifference"`
	PredictiveParityDifference  Figure `json:"predictiveParityDifference"`
	AccuracyDifference          Figure `json:"accuracyDifference"`
	AverageOddsDifference       Figure `json:"averageOddsDifference"`
	EqualisedOddsDifference     Figure `json:"equalisedOddsDifference"`
	EqualisedOddsSum            Figure `json:"equalisedOddsSum"`
}

// conventions are the definitions in words, with the names of the result's members.
func conventions() map[string]string {
	return map[string]string{
		"difference":                  "group minus reference",
		"disparateImpact":             "selectionRate of group / of reference",
		"statisticalParityDifference": "selectionRate, group minus reference",
		"equalOpportunityDifference":  "tpr, group minus reference",
		"predictiveParityDifference":  "ppv, group minus reference",
		"averageOddsDifference":       "(fprDifference + tpr difference) / 2",
		"equalisedOddsDifference":     "max(|fprDifference|, |tpr difference|)",
		"equalisedOddsSum":            "|fprDifference| + |tpr difference|",
		"overall":                     "sum over the groups listed",
	}
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
		return nil, fmt.Errorf("reading the result: format is %q, want %q", clip(r.Format), ResultFormat)
	}
	switch k, err := kind.Parse(r.Kind); {
	case err != nil:
		return nil, fmt.Errorf("reading the result: %w", err)
	case (k == kind.Query) != (r.Query != nil) || (k == kind.Fairness) != (r.Fairness != nil):
		return nil, fmt.Errorf("reading the result: it is of kind %s and does not hold that kind's figures", r.Kind)
	case r.Release != job.Private.String() && r.Release != job.Exact.String() ||
		(r.Release == job.Private.String()) != (r.Privacy != nil):
		return nil, fmt.Errorf("reading the result: release %q does not agree with its privacy member", clip(r.Release))
	}
	if r.Floor == 1 || r.Floor > 0 && r.Release != job.Exact.String() {
		return nil, fmt.Errorf(
			"reading the result: a release that is %s has the floor %d: want an exact one, and 2 people or more", clip(
				r.Release), r.Floor)
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
	r.each(func(f *Figure) {
		if f.Suppressed() && (r.Floor == 0 || *f != (Figure{Value: Suppressed})) {
			err = fmt.Errorf("reading the result: a figure is suppressed without a floor, or has other members %+v", *f)
		}
	})
	if err != nil {
		return nil, err
	}
	return &r, nil
}

// each calls f on every figure.
func (r *Result) each(f func(*Figure)) {
	if r.Query != nil {
		for i := range r.Query.Cells {
			for j := range r.Query.Cells[i].Figures {
				f(&r.Query.Cells[i].Figures[j])
			}
		}
	}
	if r.Fairness == nil {
		return
	}
	for i := range r.Fairness.Groupings {
		g := &r.Fairness.Groupings[i]
		for j := range g.Groups {
			g.Groups[j].each(f)
		}
		g.Overall.each(f)
	}
}

func (g *FairnessGroup) each(f func(*Figure)) {
	m, r := &g.Matrix, &g.Rates
	for _, figure := range []*Figure{&m.N, &m.TP, &m.FP, &m.TN, &m.FN} {
		f(figure)
	}
	for _, figure := range r.all() {
		f(figure)
	}
	if g.LeftOut != nil {
		f(g.LeftOut)
	}
	if g.Comparison != nil {
		for _, figure := range g.Comparison.all() {
			f(figure)
		}
	}
}

func (r *Rates) all() []*Figure {
	return []*Figure{&r.SelectionRate, &r.Prevalence, &r.FPR, &r.FNR, &r.TPR, &r.TNR, &r.PPV, &r.NPV, &r.Accuracy}
}

func (c *Comparison) all() []*Figure {
	return []*Figure{
		&c.DisparateImpact, &c.StatisticalParityDifference, &c.EqualOpportunityDifference, &c.FPRDifference,
		&c.FNRDifference,
		&c.PredictiveParityDifference, &c.AccuracyDifference, &c.AverageOddsDifference, &c.EqualisedOddsDifference,
		&c.EqualisedOddsSum,
	}
}
