package jobs_test

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/synthetic"
	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
)

// auditParameters is the main job: who is predicted to offend again, and who does, by race. %s is the prediction.
const auditParameters = `{"format":"assent-fairness/1","prediction":{"column":"score_text",%s},
 "label":{"column":"two_year_recid","op":"=","value":"true"},"groups":[{"column":"race","reference":"Caucasian"}]}`

// compas is the setting of ProPublica's file: a subject a row. The policy lists the one program that was reviewed.
func compas(t testing.TB) (with setting, rows []map[string]string) {
	t.Helper()
	with.table = string(sharedtest.Read(t, "data", "compas_two_years_nonames.csv"))
	with.schema = string(must(synthetic.File("compas.schema.json"))(t))
	records := must(csv.NewReader(strings.NewReader(with.table)).ReadAll())(t)
	for _, r := range records[1:] {
		row := make(map[string]string)
		for i, name := range records[0] {
			row[name] = r[i]
		}
		rows = append(rows, row)
		with.names = append(with.names, row["id"])
	}
	reviewed := must(job.Program(kind.Fairness))(t)
	with.policy = func(p *policy.Policy) {
		p.Review, p.Programs, p.AllowPrivate, p.MinCohort = policy.ReviewListed, []common.Hash{reviewed}, false, 50
	}
	return with, rows
}

// TestStory_everybodyConsentsToTheAuditThatProPublicaPublished: what comes out is what was published, to the last
// digit.
func TestStory_everybodyConsentsToTheAuditThatProPublicaPublished(t *testing.T) {
	t.Parallel()
	var published struct {
		COMPAS struct{ Tables map[string]map[string]float64 }
	}
	if err := json.Unmarshal(sharedtest.Read(t, "data", "published_numbers.json"), &published); err != nil {
		t.Fatal(err)
	}
	with, rows := compas(t)
	s := newStudy(t, stories.Shared(t), with)
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	compared := 0
	for _, c := range []struct{ prediction, suffix string }{
		{`"op":"!=","value":"Low"`, ""},
		{`"op":"=","value":"High"`, " High only"},
	} {
		id := s.ask(t, wanted{kind: kind.Fairness, parameters: strings.Replace(auditParameters, "%s", c.prediction, 1)})
		s.end(t, id, job.Done)
		d, r := s.delivered(t, id)
		if live := d.Receipt.Charge.LiveSubjects; live != uint32(len(rows)) {
			t.Errorf("the receipt counts %d live subjects, want %d", live, len(rows))
		}
		g := r.Fairness.Groupings[0]
		groups := map[string]fairness.Group{}
		for _, group := range g.Groups {
			groups[group.Name+c.suffix] = group
		}
		if c.suffix == "" {
			groups["all"] = g.Overall
		}
		for name, group := range groups {
			want, ok := published.COMPAS.Tables[name]
			if !ok {
				continue // of the smaller groups nothing was published
			}
			for figure, value := range figuresOf(t, group) {
				if w, ok := want[figure]; !ok || value != w {
					t.Errorf("%s, %s: %v, published is %v", name, figure, value, w)
				}
				compared++
			}
		}
	}
	if compared != 5*14 {
		t.Errorf("%d figures were compared, want 70", compared)
	}
}

// figuresOf are a group's figures under the names of the published file.
func figuresOf(t testing.TB, g fairness.Group) map[string]float64 {
	t.Helper()
	out := make(map[string]float64)
	for name, f := range map[string]figure.Figure{
		"n": g.Matrix.N, "tp": g.Matrix.TP, "fp": g.Matrix.FP, "tn": g.Matrix.TN, "fn": g.Matrix.FN,
		"fpr": g.Rates.FPR, "fnr": g.Rates.FNR, "tpr": g.Rates.TPR, "tnr": g.Rates.TNR, "ppv": g.Rates.PPV,
		"npv":        g.Rates.NPV,
		"prevalence": g.Rates.Prevalence, "selection": g.Rates.SelectionRate, "accuracy": g.Rates.Accuracy,
	} {
		out[name] = must(strconv.ParseFloat(f.Value, 64))(t)
	}
	return out
}

// TestStory_manyDeclineAndSomeRevokeWhileTheJobIsQueued: of the people of the same file 40 % never grant and 5 % revoke
// while the job waits for a worker. What comes out is counted here a second time, by plain code, over the rows that are
// left.
func TestStory_manyDeclineAndSomeRevokeWhileTheJobIsQueued(t *testing.T) {
	t.Parallel()
	with, rows := compas(t)
	with.declines = func(i int) bool { return i%5 < 2 }
	s := newStudy(t, stories.Shared(t), with)
	b := s.startBroker(t, brokerOptions{})
	id := s.ask(t, wanted{kind: kind.Fairness,
		parameters: strings.Replace(auditParameters, "%s", `"op":"!=","value":"Low"`, 1)})

	revokes := func(i int) bool { return i%20 == 2 }
	var revoking []actors.Subject
	for i, who := range s.Subjects {
		if revokes(i) {
			revoking = append(revoking, who)
		}
	}
	if err := s.Revoke(t.Context(), revoking, 2); err != nil {
		t.Fatal(err)
	}
	s.startWorker(t, workerOptions{broker: b.url})
	s.end(t, id, job.Done)
	d, r := s.delivered(t, id)

	type matrix struct{ n, tp, fp, tn, fn int }
	want := make(map[string]*matrix)
	live := 0
	for i, row := range rows {
		if with.declines(i) || revokes(i) {
			continue
		}
		live++
		for _, group := range []string{row["race"], "all"} {
			m := want[group]
			if m == nil {
				m = new(matrix)
				want[group] = m
			}
			m.n++
			predicted, actual := row["score_text"] != "Low", row["two_year_recid"] == "1"
			switch {
			case predicted && actual:
				m.tp++
			case predicted:
				m.fp++
			case actual:
				m.fn++
			default:
				m.tn++
			}
		}
	}
	t.Logf("%d of %d subjects: %d revoked", live, len(rows), len(revoking))
	if declined := len(rows) - live - len(revoking); declined*10/len(rows) != 4 || len(revoking)*20/len(rows) != 1 {
		t.Fatalf("%d declined and %d revoked: the test's setting is off", declined, len(revoking))
	}
	if got := d.Receipt.Charge.LiveSubjects; got != uint32(live) {
		t.Errorf("the receipt counts %d live subjects, want %d", got, live)
	}
	g := r.Fairness.Groupings[0]
	g.Overall.Name = "all"
	for _, group := range append(g.Groups, g.Overall) {
		m := want[group.Name]
		if m == nil {
			m = new(matrix)
		}
		for name, f := range map[string]struct {
			got  figure.Figure
			want int
		}{
			"n": {group.Matrix.N, m.n}, "tp": {group.Matrix.TP, m.tp}, "fp": {group.Matrix.FP, m.fp},
			"tn": {group.Matrix.TN, m.tn}, "fn": {group.Matrix.FN, m.fn},
		} {
			if f.got.Value != strconv.Itoa(f.want) {
				t.Errorf("%s, %s: %s, counted are %d", group.Name, name, f.got.Value, f.want)
			}
		}
	}
}
