package fairness

import "github.com/assent-network/assent/protocol/figure"

// Result holds a comparison per grouping.
type Result struct {
	// Conventions says in words how the figures are defined.
	Conventions map[string]string `json:"conventions"`
	Groupings   []Grouping        `json:"groupings"`
}

// Grouping compares the groups of one grouping.
type Grouping struct {
	Name      string  `json:"name"`
	Reference string  `json:"reference"`
	Groups    []Group `json:"groups"`
	// Overall adds up the groups above.
	Overall Group `json:"overall"`
}

// Group is one group's confusion matrix and what follows from it.
type Group struct {
	Name   string `json:"name"`
	Matrix Matrix `json:"matrix"`
	Rates  Rates  `json:"rates"`
	// LeftOut counts the group's rows that lack a label or a prediction, and so are in no other figure; absent where
	// the schema has none such.
	LeftOut *figure.Figure `json:"leftOut,omitempty"`
	// Comparison is with the reference group; the reference group and the whole have none.
	Comparison *Comparison `json:"comparison,omitempty"`
}

// Matrix is a confusion matrix with its sum.
type Matrix struct {
	N  figure.Figure `json:"n"`
	TP figure.Figure `json:"tp"`
	FP figure.Figure `json:"fp"`
	TN figure.Figure `json:"tn"`
	FN figure.Figure `json:"fn"`
}

// Rates are fractions of a confusion matrix.
type Rates struct {
	SelectionRate figure.Figure `json:"selectionRate"`
	Prevalence    figure.Figure `json:"prevalence"`
	FPR           figure.Figure `json:"fpr"`
	FNR           figure.Figure `json:"fnr"`
	TPR           figure.Figure `json:"tpr"`
	TNR           figure.Figure `json:"tnr"`
	PPV           figure.Figure `json:"ppv"`
	NPV           figure.Figure `json:"npv"`
	Accuracy      figure.Figure `json:"accuracy"`
}

// Comparison compares a group with the reference group: differences are group minus reference, ratios group over
// reference.
type Comparison struct {
	DisparateImpact             figure.Figure `json:"disparateImpact"`
	StatisticalParityDifference figure.Figure `json:"statisticalParityDifference"`
	EqualOpportunityDifference  figure.Figure `json:"equalOpportunityDifference"`
	FPRDifference               figure.Figure `json:"fprDifference"`
	FNRDifference               figure.Figure `json:"fnrDifference"`
	PredictiveParityDifference  figure.Figure `json:"predictiveParityDifference"`
	AccuracyDifference          figure.Figure `json:"accuracyDifference"`
	AverageOddsDifference       figure.Figure `json:"averageOddsDifference"`
	EqualisedOddsDifference     figure.Figure `json:"equalisedOddsDifference"`
	EqualisedOddsSum            figure.Figure `json:"equalisedOddsSum"`
}

// Conventions are the definitions in words, with the names of the result's members.
func Conventions() map[string]string {
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

// Each calls f on every figure.
func (r *Result) Each(f func(*figure.Figure)) {
	for i := range r.Groupings {
		g := &r.Groupings[i]
		for j := range g.Groups {
			g.Groups[j].Each(f)
		}
		g.Overall.Each(f)
	}
}

// Each calls f on every figure.
func (g *Group) Each(f func(*figure.Figure)) {
	m, r := &g.Matrix, &g.Rates
	for _, figure := range []*figure.Figure{&m.N, &m.TP, &m.FP, &m.TN, &m.FN} {
		f(figure)
	}
	for _, figure := range r.All() {
		f(figure)
	}
	if g.LeftOut != nil {
		f(g.LeftOut)
	}
	if g.Comparison != nil {
		for _, figure := range g.Comparison.All() {
			f(figure)
		}
	}
}

// All are the rates, in the order of the members.
func (r *Rates) All() []*figure.Figure {
	return []*figure.Figure{&r.SelectionRate, &r.Prevalence, &r.FPR, &r.FNR, &r.TPR, &r.TNR, &r.PPV, &r.NPV,
		&r.Accuracy}
}

// All are the figures, in the order of the members.
func (c *Comparison) All() []*figure.Figure {
	return []*figure.Figure{
		&c.DisparateImpact, &c.StatisticalParityDifference, &c.EqualOpportunityDifference, &c.FPRDifference,
		&c.FNRDifference,
		&c.PredictiveParityDifference, &c.AccuracyDifference, &c.AverageOddsDifference, &c.EqualisedOddsDifference,
		&c.EqualisedOddsSum,
	}
}
