package query

import (
	"encoding/csv"
	"math"
	"strings"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// TestCOMPASSomeDecline: 40% decline and 5% of the others revoke; the result is exactly the counts over the rest, which
// are counted here a second time, from the CSV, by plain code.
func TestCOMPASSomeDecline(t *testing.T) {
	data := compas(t)
	consents := func(p vault.Pseudonym) bool {
		declined := p[0] < 102            // 40% of 256
		revoked := !declined && p[1] < 13 // 5%
		return !declined && !revoked
	}
	records, err := csv.NewReader(strings.NewReader(
		string(sharedtest.Read(t, "data", "compas_two_years_nonames.csv")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	want := map[string][hiding.MatrixCells]int{}
	live := 0
	for _, r := range records[1:] {
		if p, _ := pseudonymOf(r[column["id"]]); !consents(p) {
			continue
		}
		live++
		cell := hiding.TrueNegative
		switch predicted, positive := r[column["score_text"]] != "Low", r[column["two_year_recid"]] == "1"; {
		case predicted && positive:
			cell = hiding.TruePositive
		case predicted:
			cell = hiding.FalsePositive
		case positive:
			cell = hiding.FalseNegative
		}
		for _, name := range []string{r[column["race"]], "overall"} {
			m := want[name]
			m[cell]++
			want[name] = m
		}
	}
	if live < 3500 || live > 5000 {
		t.Fatalf("%d of 7214 consent: the test's split is off", live)
	}
	p := plan(t, kind.Fairness, data.schema, compasFairness)
	result, err := p.Run(vault.Select(data.stream(), consents), Release{How: job.Exact, LiveSubjects: uint32(live)})
	if err != nil {
		t.Fatal(err)
	}
	grouping := result.Fairness.Groupings[0]
	for _, g := range append(grouping.Groups, grouping.Overall) {
		m := want[g.Name]
		for cell, f := range []figure.Figure{g.Matrix.TP, g.Matrix.FP, g.Matrix.TN, g.Matrix.FN} {
			if number(t, f) != float64(m[cell]) {
				t.Errorf("%s, %s: got %s, want %d", g.Name, tabulation.MatrixNames[cell], f.Value, m[cell])
			}
		}
	}
}

// TestCOMPASPrivate repeats the main job privately, at the budget of the demonstration, over 200 noise keys. No
// figure's coverage may fall below 0.95 - 5.2 standard errors (a false alarm once in ten thousand sets of keys), nor
// the average below 0.95.
func TestCOMPASPrivate(t *testing.T) {
	const runs, rho = 200, 50_000
	data := compas(t)
	p := plan(t, kind.Fairness, data.schema, compasFairness)
	want := figures(exact(t, p, data))
	held := make([]int, len(want))
	for seed := range runs {
		for i, f := range figures(private(t, p, data, rho, seed)) {
			if holds(t, f, want[i]) {
				held[i]++
			}
		}
	}
	total, floor := 0, 0.95-5.2*math.Sqrt(0.95*0.05/runs)
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
}
