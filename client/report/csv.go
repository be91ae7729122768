package report

import (
	"encoding/csv"
	"fmt"
	"io"

	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/statistics"
)

// CSV writes the figures of a result as a table for other programs: of a query a row for each line, of an audit a row
// for each figure of each group. A count is headed rows, since it counts those. Numbers are as they were released; one
// that is not defined is empty, and one that was kept back is query.Suppressed. Figures of a private release have their
// intervals beside them.
func CSV(w io.Writer, r *statistics.Result) error {
	out := csv.NewWriter(w)
	var err error
	if r.Query != nil {
		err = queryCSV(out, r)
	} else {
		err = fairnessCSV(out, r)
	}
	if err != nil {
		return fmt.Errorf("writing the result as CSV: %w", err)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the result as CSV: %w", err)
	}
	return nil
}

func queryCSV(out *csv.Writer, r *statistics.Result) error {
	private := r.Privacy != nil
	head := append([]string{}, r.Query.Groupings...)
	for _, m := range measures(r.Query) {
		head = append(head, m)
		if private {
			head = append(head, m+" low", m+" high")
		}
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, line := range r.Query.Cells {
		row := append([]string{}, line.Group...)
		for _, f := range line.Figures {
			row = append(row, f.Value)
			if private {
				row = append(row, f.Low, f.High)
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return nil
}

func fairnessCSV(out *csv.Writer, r *statistics.Result) error {
	if err := out.Write([]string{"grouping", "group", "reference", "figure", "value", "low", "high"}); err != nil {
		return err
	}
	for _, g := range r.Fairness.Groupings {
		overall := g.Overall
		overall.Name = "(overall)"
		for _, group := range append(g.Groups[:len(g.Groups):len(g.Groups)], overall) {
			for _, f := range csvFigures(&group) {
				if err := out.Write([]string{g.Name, group.Name, g.Reference, f.name, f.Value, f.Low,
					f.High}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// named is a figure with its name in the result.
type named struct {
	name string
	figure.Figure
}

// csvFigures are the figures of a group by their names in the result.
func csvFigures(g *fairness.Group) []named {
	m, r := &g.Matrix, &g.Rates
	all := []named{
		{"n", m.N}, {"tp", m.TP}, {"fp", m.FP}, {"tn", m.TN}, {"fn", m.FN},
		{"selectionRate", r.SelectionRate}, {"prevalence", r.Prevalence}, {"fpr", r.FPR}, {"fnr", r.FNR},
		{"tpr", r.TPR},
		{"tnr", r.TNR}, {"ppv", r.PPV}, {"npv", r.NPV}, {"accuracy", r.Accuracy},
	}
	if g.LeftOut != nil {
		all = append(all, named{"leftOut", *g.LeftOut})
	}
	if c := g.Comparison; c != nil {
		all = append(all,
			named{"disparateImpact", c.DisparateImpact},
			named{"statisticalParityDifference", c.StatisticalParityDifference},
			named{"equalOpportunityDifference", c.EqualOpportunityDifference},
			named{"fprDifference", c.FPRDifference}, named{"fnrDifference", c.FNRDifference},
			named{"predictiveParityDifference", c.PredictiveParityDifference},
			named{"accuracyDifference", c.AccuracyDifference},
			named{"averageOddsDifference", c.AverageOddsDifference},
			named{"equalisedOddsDifference", c.EqualisedOddsDifference},
			named{"equalisedOddsSum", c.EqualisedOddsSum})
	}
	return all
}
